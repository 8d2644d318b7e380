//! What the doctor still keeps of a person: rows from before a repair, and rows that were set aside.

use orientor_identity::UserId;

use super::user;
use crate::{
    Database, StoreError,
    database::{Arg, Door},
    schema::{Dialect, Ownership, ident},
    tables::TABLES,
};

/// Rows that a run of the doctor keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The number of the run.
    pub run: i64,
    /// The table that they were in.
    pub table: &'static str,
    /// How many.
    pub rows: u64,
}

/// The runs whose journal still holds rows of the user's, as they were.
pub async fn kept_by_the_doctor(database: &Database, who: UserId) -> Result<Vec<Kept>, StoreError> {
    if database.dialect() == Dialect::Sqlite {
        return Ok(Vec::new());
    }
    let mut door = Door::Database(database);
    let there = "SELECT 'yes', NULL WHERE to_regclass('orientor_doctor.journal') IS NOT NULL";
    if door.read(there, &[]).await?.is_empty() {
        return Ok(Vec::new());
    }
    let of_table = "SELECT DISTINCT r.plan::jsonb -> 'steps' -> j.step ->> 'table', NULL FROM orientor_doctor.runs r \
                    JOIN (SELECT DISTINCT run, step FROM orientor_doctor.journal) j ON j.run = r.id \
                    WHERE r.plan::jsonb -> 'steps' -> j.step ->> 'table' IS NOT NULL";
    let mut kept = Vec::new();
    for (name, _) in door.read(of_table, &[]).await? {
        let Some(table) = TABLES.iter().find(|table| table.name == name) else { continue };
        let columns: &[&str] = match table.ownership {
            Ownership::Person => &["id"],
            Ownership::User(column) => &[column],
            Ownership::Pair { by, to } => &[by, to],
            Ownership::Nobody | Ownership::Through { .. } => continue,
        };
        // What was there is kept as the text of a row, which the table reads as long as it has the same columns.
        let named = columns.iter().map(|column| {
            format!("CAST((j.before::{}).{} AS text) = CAST($1 AS text)", ident(table.name), ident(column))
        });
        let read = match rows_of(&mut door, table.name, &named.collect::<Vec<_>>().join(" OR "), who).await {
            // It has other columns now: any field with that number may be meant, and too much is told rather than too little.
            Err(StoreError::Invalid { .. } | StoreError::Failed(_)) => {
                rows_of(&mut door, table.name, "j.before ~ ('[(,]' || CAST($1 AS text) || '[,)]')", who).await?
            }
            read => read?,
        };
        kept.extend(read);
    }
    Ok(kept)
}

async fn rows_of(
    door: &mut Door<'_>,
    table: &'static str,
    condition: &str,
    who: UserId,
) -> Result<Vec<Kept>, StoreError> {
    let sql = format!(
        "SELECT CAST(j.run AS text), CAST(count(*) AS text) FROM orientor_doctor.journal j \
         JOIN orientor_doctor.runs r ON r.id = j.run WHERE r.plan::jsonb -> 'steps' -> j.step ->> 'table' = $2 \
         AND j.before IS NOT NULL AND ({condition}) GROUP BY j.run ORDER BY j.run"
    );
    let rows = door.read(&sql, &[user(who), Arg::Text(table)]).await?;
    let read =
        |(run, rows): (String, Option<String>)| Some(Kept { run: run.parse().ok()?, table, rows: rows?.parse().ok()? });
    Ok(rows.into_iter().filter_map(read).collect())
}
