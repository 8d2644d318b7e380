//! Positions of sequences, before a run moved them and after, so that undo can put them back.
//!
//! `nextval` cannot be taken back, but a restart can; and what is drawn from a sequence that was restarted in the same
//! transaction is taken back with it. So each transaction that moves a sequence restarts it first where it stands.

use sqlx::Row as _;

use super::{RunError, Writer, writer::unreadable};
use crate::sql::literal;

/// Where a sequence stands: the last number, and whether it has been given out.
type Position = Option<(i64, bool)>;

async fn position(writer: &mut Writer, name: &str) -> Result<Position, RunError> {
    let there = format!("SELECT count(*) FROM pg_class WHERE oid = to_regclass({}) AND relkind = 'S'", literal(name));
    if writer.number("looking for a sequence", &there).await? == 0 {
        return Ok(None);
    }
    let rows = writer.rows("reading a sequence", &format!("SELECT last_value, is_called FROM {name}")).await?;
    let row = rows.first().ok_or_else(|| unreadable("reading a sequence", "no row"))?;
    let bad = |error: sqlx::Error| unreadable("reading a sequence", &error.to_string());
    Ok(Some((row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?)))
}

/// Notes where a sequence stands before this run moves it for the first time, and makes what is drawn
/// from it in this transaction part of the transaction.
pub(super) async fn before(writer: &mut Writer, run: i64, name: &str) -> Result<(), RunError> {
    if let Some(at) = position(writer, name).await? {
        put(writer, name, at).await?;
    }
    let (last, called) = sql(position(writer, name).await?);
    let note = format!(
        "INSERT INTO orientor_doctor.sequences (run, name, before_last, before_called) VALUES ({run}, {}, {last}, {called}) ON CONFLICT DO NOTHING",
        literal(name)
    );
    writer.run("noting where a sequence stands", &note).await
}

/// Notes where this run has left it.
pub(super) async fn after(writer: &mut Writer, run: i64, name: &str) -> Result<(), RunError> {
    let (last, called) = sql(position(writer, name).await?);
    let note = format!(
        "UPDATE orientor_doctor.sequences SET after_last = {last}, after_called = {called} WHERE run = {run} AND name = {}",
        literal(name)
    );
    writer.run("noting where a sequence stands", &note).await
}

/// Puts every sequence back that nobody has drawn from since; names those that somebody has.
pub(super) async fn restore(writer: &mut Writer, run: i64) -> Result<Vec<String>, RunError> {
    let notes = format!(
        "SELECT name, before_last, before_called, after_last, after_called FROM orientor_doctor.sequences WHERE run = {run} ORDER BY name"
    );
    let mut moved = Vec::new();
    for row in writer.rows("reading where sequences stood", &notes).await? {
        let bad = |error: sqlx::Error| unreadable("reading where sequences stood", &error.to_string());
        let name: String = row.try_get(0).map_err(bad)?;
        let pair = |last: Option<i64>, called: Option<bool>| last.zip(called);
        let before = pair(row.try_get(1).map_err(bad)?, row.try_get(2).map_err(bad)?);
        let after = pair(row.try_get(3).map_err(bad)?, row.try_get(4).map_err(bad)?);
        let now = position(writer, &name).await?;
        // A sequence that the run has dropped is there again, new, by the inverse of that statement.
        match (before, now) {
            (Some(before), Some(now)) if after.is_none() || after == Some(now) => put(writer, &name, before).await?,
            (Some(before), Some(now)) if before != now => moved.push(name),
            _ => {}
        }
    }
    Ok(moved)
}

async fn put(writer: &mut Writer, name: &str, (last, called): (i64, bool)) -> Result<(), RunError> {
    let draw = if called { format!("; SELECT nextval({})", literal(name)) } else { String::new() };
    writer.run("moving a sequence", &format!("ALTER SEQUENCE {name} RESTART WITH {last}{draw}")).await
}

fn sql(position: Position) -> (String, String) {
    position
        .map_or_else(|| ("NULL".to_owned(), "NULL".to_owned()), |(last, called)| (last.to_string(), called.to_string()))
}
