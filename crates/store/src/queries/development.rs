//! Databases that `orientor dev` made, and filling them.

use serde_json::Value;

use crate::{
    Database, StoreError, Tx,
    database::{Arg, Door},
    schema::{Dialect, Table, idents},
};

/// The key in `orientor_meta` that marks a database in which everybody may be anybody.
const MARKER: &str = "development";

/// Whose database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody's: there is no table of users.
    Empty,
    /// Made by `orientor dev`.
    Development,
    /// Somebody's.
    Foreign,
}

/// Whose database this is.
pub async fn standing(database: &Database) -> Result<Standing, StoreError> {
    let mut door = Door::Database(database);
    let there = match door.dialect() {
        Dialect::Postgres => "SELECT '', NULL WHERE to_regclass(quote_ident($1)) IS NOT NULL",
        Dialect::Sqlite => "SELECT '', NULL FROM sqlite_master WHERE type = 'table' AND name = $1",
    };
    if door.read(there, &[Arg::Text("orientor_meta")]).await?.is_empty() {
        let users = door.read(there, &[Arg::Text("users")]).await?;
        return Ok(if users.is_empty() { Standing::Empty } else { Standing::Foreign });
    }
    let marked = door.read("SELECT '', NULL FROM orientor_meta WHERE key = $1", &[Arg::Text(MARKER)]).await?;
    Ok(if marked.is_empty() { Standing::Foreign } else { Standing::Development })
}

/// Marks the database as made by `orientor dev`.
pub async fn mark(tx: &mut Tx) -> Result<(), StoreError> {
    let sql = "INSERT INTO orientor_meta (key, value) VALUES ($1, 'everybody may be anybody') RETURNING '', NULL";
    tx.rows(sql, &[Arg::Text(MARKER)]).await?;
    Ok(())
}

/// Adds rows to `table`: JSON objects, all with the members of the first.
pub async fn insert(tx: &mut Tx, table: &Table, rows: &[Value]) -> Result<(), StoreError> {
    let Some(first) = rows.first().and_then(Value::as_object) else { return Ok(()) };
    let columns: Vec<&str> = first.keys().map(String::as_str).collect();
    let names = idents(&columns);
    let table = crate::schema::ident(table.name);
    let sql = match tx.dialect() {
        Dialect::Postgres => format!(
            "INSERT INTO {table} ({names}) SELECT {names} FROM jsonb_populate_recordset(NULL::{table}, $1::jsonb) \
             RETURNING '', NULL"
        ),
        Dialect::Sqlite => {
            let values: Vec<String> =
                columns.iter().map(|column| format!("json_extract(e.value, '$.{column}')")).collect();
            format!(
                "INSERT INTO {table} ({names}) SELECT {} FROM json_each($1) AS e RETURNING '', NULL",
                values.join(", ")
            )
        }
    };
    tx.rows(&sql, &[Arg::Text(&Value::Array(rows.to_vec()).to_string())]).await?;
    Ok(())
}

/// The ids of all users who carry a Clerk id, by that id.
pub async fn users_by_clerk_id(tx: &mut Tx) -> Result<Vec<(String, i64)>, StoreError> {
    let sql = "SELECT clerk_user_id, CAST(id AS text) FROM users WHERE clerk_user_id IS NOT NULL";
    let rows = tx.rows(sql, &[]).await?;
    Ok(rows.into_iter().filter_map(|(clerk_id, id)| Some((clerk_id, id?.parse().ok()?))).collect())
}
