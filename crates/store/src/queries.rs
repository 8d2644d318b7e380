//! Questions that are not about the rows of one owner: joins, rankings, conversations.
//!
//! Each is a function with a name. Rows leave the database as JSON, made of columns
//! with a declared kind, so that a drifted type is converted there.

pub mod account;
pub mod chat_analytics;
pub mod chat_messages;
pub mod conversations;
pub mod courses;
pub mod development;
pub mod goals;
pub mod holland;
pub mod messages;
pub mod onboarding;
pub mod orientator;
pub mod peer_log;
pub mod peers;
pub mod person;
pub mod personality;
pub mod saved;
pub mod shares;
pub mod sources;
pub mod trees;

use orientor_identity::UserId;
use serde::de::DeserializeOwned;

use crate::{
    StoreError,
    database::JsonRow,
    owned::value,
    schema::{Dialect, Kind, Table, ident, literal},
};

/// A JSON object as a text expression: name, kind and expression of each member.
fn object(dialect: Dialect, members: &[(&str, Kind, &str)]) -> String {
    let function = match dialect {
        // Not `jsonb`, which cannot hold an escaped NUL that an old document may have.
        Dialect::Postgres => "json_build_object",
        Dialect::Sqlite => "json_object",
    };
    let members: Vec<String> = members
        .iter()
        .map(|(name, kind, expression)| format!("{}, {}", literal(name), value(*kind, expression, dialect)))
        .collect();
    format!("CAST({function}({}) AS text)", members.join(", "))
}

/// The declared columns of a row of `table`, called `alias`, as an object, with more members behind them.
fn row_of(dialect: Dialect, table: &Table, alias: &str, more: &[(&str, Kind, &str)]) -> String {
    let columns: Vec<(&str, Kind, String)> = table
        .columns
        .iter()
        .map(|column| (column.name, column.kind, format!("{alias}.{}", ident(column.name))))
        .collect();
    let members = columns.iter().map(|(name, kind, expression)| (*name, *kind, expression.as_str()));
    object(dialect, &members.chain(more.iter().copied()).collect::<Vec<_>>())
}

/// Whether a column is among the ids of a JSON array, which is bound as `parameter`.
fn among(dialect: Dialect, column: &str, parameter: &str) -> String {
    match dialect {
        Dialect::Postgres => {
            format!("{column} = ANY (ARRAY(SELECT jsonb_array_elements_text({parameter}::jsonb)::bigint))")
        }
        Dialect::Sqlite => format!("{column} IN (SELECT value FROM json_each({parameter}))"),
    }
}

/// Keys as a JSON array.
fn keys(keys: &[i64]) -> String {
    let numbers: Vec<String> = keys.iter().map(i64::to_string).collect();
    format!("[{}]", numbers.join(","))
}

/// The present day in UTC.
fn today(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Postgres => "CAST(now() AT TIME ZONE 'UTC' AS date)",
        Dialect::Sqlite => "date('now')",
    }
}

/// A point in time in a form that has an order: SQLite has text only, which others may have written otherwise.
fn moment(dialect: Dialect, expression: &str) -> String {
    match dialect {
        Dialect::Postgres => format!("CAST({expression} AS timestamptz)"),
        Dialect::Sqlite => format!("julianday({expression})"),
    }
}

/// Ids as a JSON array.
fn array(users: &[UserId]) -> String {
    let numbers: Vec<String> = users.iter().map(UserId::to_string).collect();
    format!("[{}]", numbers.join(","))
}

/// A row of `table`, which the error names when the row is not what it should be.
fn parse<T: DeserializeOwned>(table: &'static str, (json, _): &JsonRow) -> Result<T, StoreError> {
    serde_json::from_str(json).map_err(|source| StoreError::Damaged { table, source })
}

fn parse_all<T: DeserializeOwned>(table: &'static str, rows: &[JsonRow]) -> Result<Vec<T>, StoreError> {
    rows.iter().map(|row| parse(table, row)).collect()
}

/// The rule for who may be found at all, as a condition on a row `u` of `users`: active and not hidden.
const FINDABLE: &str = "(u.is_active IS NULL OR u.is_active) \
    AND NOT EXISTS (SELECT 1 FROM peer_visibility v WHERE v.user_id = u.id AND NOT v.discoverable)";

/// The rule that neither `$1` nor a row `u` of `users` has blocked the other.
const UNBLOCKED: &str = "NOT EXISTS (SELECT 1 FROM peer_blocks b WHERE b.blocker_id = $1 AND b.blocked_id = u.id) \
    AND NOT EXISTS (SELECT 1 FROM peer_blocks b WHERE b.blocker_id = u.id AND b.blocked_id = $1)";
