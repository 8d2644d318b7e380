//! What migrations have added, so that it can be taken away again.

use serde::Deserialize;

use super::{Addition, MigrateError, What, session::Session};
use crate::schema::{Dialect, literal};

/// The table that keeps it. It exists from the first addition until everything has been taken back.
const TABLE: &str = "orientor_migrations";

const READ: &str = "to read the journal of migrations";
const WRITE: &str = "to write the journal of migrations";

/// One entry.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) what: What,
    pub(super) inverse: String,
}

#[derive(Deserialize)]
struct StoredEntry {
    what: String,
    inverse: String,
}

pub(super) async fn exists(session: &mut Session) -> Result<bool, MigrateError> {
    let sql = match session.dialect() {
        Dialect::Postgres => {
            "SELECT count(*) FROM pg_class WHERE relname = 'orientor_migrations' \
             AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())"
        }
        Dialect::Sqlite => "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'orientor_migrations'",
    };
    Ok(session.number(READ, sql).await? > 0)
}

/// Makes the table, and returns the number of the next entry.
pub(super) async fn open(session: &mut Session) -> Result<i64, MigrateError> {
    let at = match session.dialect() {
        Dialect::Postgres => "timestamptz NOT NULL DEFAULT now()",
        Dialect::Sqlite => "TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
    };
    let create = format!(
        "CREATE TABLE IF NOT EXISTS {TABLE} (ordinal integer PRIMARY KEY, what text NOT NULL, \
         statement text NOT NULL, inverse text NOT NULL, reason text NOT NULL, applied_at {at})"
    );
    session.execute(WRITE, &create).await?;
    session.number(READ, &format!("SELECT CAST(coalesce(max(ordinal), 0) + 1 AS bigint) FROM {TABLE}")).await
}

pub(super) async fn record(session: &mut Session, ordinal: i64, addition: &Addition) -> Result<(), MigrateError> {
    let what = serde_json::to_string(&addition.what)
        .map_err(|source| MigrateError::Unreadable { what: "an entry of the journal", source })?;
    let insert = format!(
        "INSERT INTO {TABLE} (ordinal, what, statement, inverse, reason) VALUES ({ordinal}, {}, {}, {}, {})",
        literal(&what),
        literal(&addition.sql),
        literal(&addition.inverse),
        literal(&addition.reason)
    );
    session.execute(WRITE, &insert).await
}

/// The entries, the last one first.
pub(super) async fn entries(session: &mut Session) -> Result<Vec<Entry>, MigrateError> {
    let sql = match session.dialect() {
        Dialect::Postgres => {
            "SELECT coalesce(json_agg(json_build_object('what', what, 'inverse', inverse) ORDER BY ordinal DESC), '[]')::text \
             FROM orientor_migrations"
        }
        Dialect::Sqlite => {
            "SELECT json_group_array(json_object('what', what, 'inverse', inverse)) \
             FROM (SELECT * FROM orientor_migrations ORDER BY ordinal DESC)"
        }
    };
    let json = session.text(READ, sql).await?.unwrap_or_default();
    let unreadable = |source| MigrateError::Unreadable { what: "an entry of the journal", source };
    let stored: Vec<StoredEntry> = serde_json::from_str(&json).map_err(unreadable)?;
    stored
        .into_iter()
        .map(|entry| Ok(Entry { what: serde_json::from_str(&entry.what).map_err(unreadable)?, inverse: entry.inverse }))
        .collect()
}

pub(super) async fn remove(session: &mut Session) -> Result<(), MigrateError> {
    session.execute(WRITE, &format!("DROP TABLE {TABLE}")).await
}
