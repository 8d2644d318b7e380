//! What has been done here, and how to forget it.

use sqlx::Row as _;

use super::{
    ApplyOptions, RunError, State, WriteConsent, Writer, record,
    writer::{Limits, unreadable},
};
use crate::plan::Step;

/// A run, in a list.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct HistoryEntry {
    /// Its number.
    pub run: i64,
    /// What it was for.
    pub purpose: String,
    /// `applying`, `applied`, `undoing` or `undone`.
    pub state: String,
    /// The database role that ran it.
    pub actor: String,
    /// When it began, RFC 3339.
    pub began: String,
    /// When it ended, if it has.
    pub ended: Option<String>,
    /// Rows in its journal.
    pub rows: i64,
}

async fn connect(options: &ApplyOptions) -> Result<Writer, RunError> {
    Writer::connect(&options.url, Limits { lock: options.lock_timeout, statement: options.statement_timeout }).await
}

/// All runs, the first one first.
///
/// # Errors
///
/// If the database cannot be reached.
pub async fn history(options: &ApplyOptions) -> Result<Vec<HistoryEntry>, RunError> {
    let mut writer = connect(options).await?;
    if !record::exists(&mut writer).await? {
        writer.close().await;
        return Ok(Vec::new());
    }
    let stamp = |column: &str| format!("to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')");
    let sql = format!(
        "SELECT id, purpose, state, actor, {}, {}, (SELECT count(*) FROM orientor_doctor.journal j WHERE j.run = r.id) \
         FROM orientor_doctor.runs r ORDER BY id",
        stamp("began"),
        stamp("ended")
    );
    let mut entries = Vec::new();
    for row in writer.rows("reading the runs", &sql).await? {
        let bad = |error: sqlx::Error| unreadable("reading the runs", &error.to_string());
        entries.push(HistoryEntry {
            run: row.try_get(0).map_err(bad)?,
            purpose: row.try_get(1).map_err(bad)?,
            state: row.try_get(2).map_err(bad)?,
            actor: row.try_get(3).map_err(bad)?,
            began: row.try_get(4).map_err(bad)?,
            ended: row.try_get(5).map_err(bad)?,
            rows: row.try_get(6).map_err(bad)?,
        });
    }
    writer.close().await;
    Ok(entries)
}

/// Forgets a run: its journal, and with it what it has put into quarantine and the old texts of columns that it converted. It can no longer be undone.
///
/// # Errors
///
/// [`RunError::NotNow`] while it is being applied or undone.
pub async fn prune(run: i64, options: &ApplyOptions, _: WriteConsent) -> Result<(), RunError> {
    let mut writer = connect(options).await?;
    writer.alone().await?;
    let found = record::load(&mut writer, run).await?;
    if matches!(found.state, State::Applying | State::Undoing) {
        return Err(RunError::NotNow(format!("run {run} is {}; finish or undo it first", found.state.word())));
    }
    let tables = ["journal", "orphans", "remains", "sequences", "batches", "statements"];
    let deletes = tables.iter().map(|table| format!("DELETE FROM orientor_doctor.{table} WHERE run = {run}; "));
    // Undone, it has given back what it kept, and a later run may keep its own under the same name.
    let kept = found.plan.steps.iter().flat_map(Step::statements).filter_map(|it| it.keeps.as_ref());
    let drops = kept.filter(|_| found.state == State::Applied).map(|it| format!("DROP TABLE IF EXISTS {it}; "));
    let deletes = deletes.chain(drops);
    let sql =
        format!("BEGIN; {}DELETE FROM orientor_doctor.runs WHERE id = {run}; COMMIT", deletes.collect::<String>());
    writer.run("forgetting the run", &sql).await?;
    writer.close().await;
    Ok(())
}
