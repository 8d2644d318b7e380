//! Positions of sequences, before a run moved them and after, so that undo can put them back.
//!
//! `nextval` cannot be taken back, but a restart can; and what is drawn from a sequence that was restarted in the same
//! transaction is taken back with it. So each transaction that moves a sequence restarts it first where it stands.

use sqlx::Row as _;

use super::{RunError, Writer, writer::unreadable};
use crate::sql::literal;

/// Where a sequence stands: the last number, and whether it has been given out.
type Position = (i64, bool);

/// Where a sequence stands, if it is there, and how it is changed into what it is.
async fn position(writer: &mut Writer, name: &str) -> Result<Option<(Position, String)>, RunError> {
    let what = "reading a sequence";
    let there = format!("SELECT seqcycle FROM pg_sequence WHERE seqrelid = to_regclass({})", literal(name));
    let bad = |error: sqlx::Error| unreadable(what, &error.to_string());
    let Some(row) = writer.rows("looking for a sequence", &there).await?.into_iter().next() else { return Ok(None) };
    let same = if row.try_get(0).map_err(bad)? { "CYCLE" } else { "NO CYCLE" };
    let rows = writer.rows(what, &format!("SELECT last_value, is_called FROM {name}")).await?;
    let row = rows.first().ok_or_else(|| unreadable(what, "no row"))?;
    let position = (row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?);
    Ok(Some((position, format!("ALTER SEQUENCE {name} {same}"))))
}

/// Waits until nobody is drawing from a sequence, and makes what is drawn from it in this transaction part of the
/// transaction. Only then is it known where it stands, and it stays there until the transaction ends.
async fn hold(writer: &mut Writer, name: &str) -> Result<Option<Position>, RunError> {
    let Some((_, same)) = position(writer, name).await? else { return Ok(None) };
    writer.run("waiting for a sequence", &same).await?;
    Ok(position(writer, name).await?.map(|(position, _)| position))
}

/// Holds a sequence, and notes where it stands before this run moves it for the first time, and whether somebody has drawn from
/// it since this run has moved it the last time.
pub(super) async fn before(writer: &mut Writer, run: i64, name: &str) -> Result<(), RunError> {
    let (last, called) = sql(hold(writer, name).await?);
    let note = format!(
        "INSERT INTO orientor_doctor.sequences AS s (run, name, before_last, before_called) VALUES ({run}, {}, {last}, {called}) \
         ON CONFLICT (run, name) DO UPDATE SET shared = s.shared OR (s.after_last, s.after_called) IS DISTINCT FROM ({last}::bigint, {called}::boolean)",
        literal(name)
    );
    writer.run("noting where a sequence stands", &note).await
}

/// Notes where this run has left it.
pub(super) async fn after(writer: &mut Writer, run: i64, name: &str) -> Result<(), RunError> {
    let (last, called) = sql(position(writer, name).await?.map(|(position, _)| position));
    let note = format!(
        "UPDATE orientor_doctor.sequences SET after_last = {last}, after_called = {called} WHERE run = {run} AND name = {}",
        literal(name)
    );
    writer.run("noting where a sequence stands", &note).await
}

/// Puts every sequence back that nobody has drawn from since; names those that somebody has.
pub(super) async fn restore(writer: &mut Writer, run: i64) -> Result<Vec<String>, RunError> {
    let notes = format!(
        "SELECT name, before_last, before_called, after_last, after_called, shared FROM orientor_doctor.sequences WHERE run = {run} ORDER BY name"
    );
    let mut moved = Vec::new();
    for row in writer.rows("reading where sequences stood", &notes).await? {
        let bad = |error: sqlx::Error| unreadable("reading where sequences stood", &error.to_string());
        let name: String = row.try_get(0).map_err(bad)?;
        let pair = |last: Option<i64>, called: Option<bool>| last.zip(called);
        let before = pair(row.try_get(1).map_err(bad)?, row.try_get(2).map_err(bad)?);
        let after = pair(row.try_get(3).map_err(bad)?, row.try_get(4).map_err(bad)?);
        let shared: bool = row.try_get(5).map_err(bad)?;
        let now = hold(writer, &name).await?;
        // A sequence that the run has dropped is there again, new, by the inverse of that statement.
        match (before, now) {
            (Some(before), Some(now)) if after.is_none() || after == Some(now) && !shared => {
                put(writer, &name, before).await?;
            }
            (Some(before), Some(now)) if before != now => moved.push(name),
            _ => {}
        }
    }
    Ok(moved)
}

async fn put(writer: &mut Writer, name: &str, (last, called): (i64, bool)) -> Result<(), RunError> {
    // Restarted, it is ours until the transaction ends, and so is what is set in it. Drawing would take as many as it caches.
    let draw = if called { format!("; SELECT setval({}, {last}, true)", literal(name)) } else { String::new() };
    writer.run("moving a sequence", &format!("ALTER SEQUENCE {name} RESTART WITH {last}{draw}")).await
}

fn sql(position: Option<Position>) -> (String, String) {
    position
        .map_or_else(|| ("NULL".to_owned(), "NULL".to_owned()), |(last, called)| (last.to_string(), called.to_string()))
}
