//! Takes away what migrations have added.

use super::{Catalogue, MigrateError, MigrateOptions, What, catalogue, journal, session::Session};
use crate::{
    Database,
    schema::{Dialect, ObjectKind, ident},
    tables::TABLES,
};

/// How to take back.
#[derive(Clone, Copy, Debug, Default)]
pub struct RevertOptions {
    /// How patient to be.
    pub patience: MigrateOptions,
    /// Go on although rows written since would be lost.
    pub discard_new_rows: bool,
}

/// Rows, or values, that would go with what was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The table.
    pub table: String,
    /// The column, or nothing when the whole table goes.
    pub column: Option<String>,
    /// How many rows, or how many values that are not NULL.
    pub rows: i64,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RevertOutcome {
    /// No migration is on record.
    Nothing,
    /// Nothing was changed, because these would be lost.
    Refused(Vec<Loss>),
    /// Done.
    Done(Reverted),
}

/// What taking back has done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reverted {
    /// What is gone, in the order in which it went.
    pub undone: Vec<What>,
    /// What was lost with it.
    pub lost: Vec<Loss>,
    /// `table.column` that keep accepting NULL, because newer rows hold it.
    pub left_relaxed: Vec<String>,
    /// Sequences that stay where they are, because they have given numbers since.
    pub left_advanced: Vec<String>,
}

/// Takes away everything that migrations have added, the last addition first, in one
/// transaction, and the journal with it.
pub async fn revert(database: &Database, options: RevertOptions) -> Result<RevertOutcome, MigrateError> {
    let mut session = Session::change(database, options.patience.wait, options.patience.lock_timeout).await?;
    let mut live = catalogue::read(&mut session, TABLES).await?;
    session.enter(&live.schema).await?;
    if !journal::exists(&mut session).await? {
        return Ok(RevertOutcome::Nothing);
    }
    let mut entries = journal::entries(&mut session).await?;
    // What somebody has dropped by hand is gone already; what was added again after that stands twice.
    let mut seen = Vec::new();
    entries.retain(|entry| {
        let again = seen.contains(&entry.what);
        seen.push(entry.what.clone());
        !again && is_there(&live, &entry.what)
    });

    let mut reverted = Reverted::default();
    for entry in &entries {
        if let Some(loss) = loss(&mut session, &entry.what).await? {
            reverted.lost.push(loss);
        }
    }
    if !reverted.lost.is_empty() && !options.discard_new_rows {
        return Ok(RevertOutcome::Refused(reverted.lost));
    }
    for entry in entries {
        match &entry.what {
            What::NullAllowed { table, column } if holds_null(&mut session, table, column).await? => {
                reverted.left_relaxed.push(format!("{table}.{column}"));
                continue;
            }
            What::Position { sequence, from, to } => {
                if live.next.get(sequence) != Some(to) {
                    reverted.left_advanced.push(sequence.clone());
                    continue;
                }
                live.next.insert(sequence.clone(), *from);
            }
            _ => {}
        }
        session.execute(&format!("to take back {}", entry.what), &entry.inverse).await?;
        reverted.undone.push(entry.what);
    }
    journal::remove(&mut session).await?;
    session.commit().await?;
    Ok(RevertOutcome::Done(reverted))
}

/// Whether there is something to take away.
fn is_there(live: &Catalogue, what: &What) -> bool {
    let relation = |name: &str| live.relations.get(name);
    let has_column = |table: &str, column: &str| relation(table).is_some_and(|found| found.column(column).is_some());
    match what {
        What::Table { table, .. } => relation(table).is_some(),
        What::Column { table, column } | What::NullAllowed { table, column } | What::Default { table, column } => {
            has_column(table, column)
        }
        What::Sequence { sequence } | What::SequenceOwner { sequence } | What::Position { sequence, .. } => {
            relation(sequence).is_some()
        }
        What::Index { index, .. } => live.names.contains(index),
        What::Function { function } => live.functions.contains(function),
        What::Trigger { trigger, table } => relation(table).is_some_and(|found| found.triggers.contains(trigger)),
        What::Object { object, name, .. } => match object {
            ObjectKind::Table => relation(name).is_some(),
            ObjectKind::Index => live.names.contains(name),
            ObjectKind::Function => live.functions.contains(name),
            ObjectKind::Trigger => live.relations.values().any(|found| found.triggers.contains(name)),
        },
    }
}

/// Counts what goes with `what`. The table is locked first, so that nothing is added after the count.
async fn loss(session: &mut Session, what: &What) -> Result<Option<Loss>, MigrateError> {
    let (table, column) = match what {
        What::Table { table, derived: false } => (table, None),
        What::Object { object: ObjectKind::Table, name, derived: false } => (name, None),
        What::Column { table, column } => (table, Some(column)),
        _ => return Ok(None),
    };
    lock(session, table).await?;
    let counted = column.map_or_else(|| "*".to_owned(), |column| ident(column));
    let sql = format!("SELECT count({counted}) FROM {}", ident(table));
    let rows = session.number(&format!("to count {what}"), &sql).await?;
    Ok((rows > 0).then(|| Loss { table: table.clone(), column: column.cloned(), rows }))
}

async fn holds_null(session: &mut Session, table: &str, column: &str) -> Result<bool, MigrateError> {
    lock(session, table).await?;
    let sql = format!("SELECT count(*) FROM {} WHERE {} IS NULL", ident(table), ident(column));
    Ok(session.number(&format!("to look for NULL in {table}.{column}"), &sql).await? > 0)
}

async fn lock(session: &mut Session, table: &str) -> Result<(), MigrateError> {
    match session.dialect() {
        Dialect::Postgres => {
            let sql = format!("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE", ident(table));
            session.execute(&format!("to lock {table}"), &sql).await
        }
        Dialect::Sqlite => Ok(()),
    }
}
