//! The doctor's own tables: runs, journal, batches, statements and sequences.

use sqlx::Row as _;

use super::{RunError, State, Writer, writer::unreadable};
use crate::plan::{Plan, Staging};

/// Makes the tables where they are missing, or not yet as they are now.
pub(super) async fn prepare(writer: &mut Writer) -> Result<(), RunError> {
    let newest = "SELECT count(*) FROM pg_attribute WHERE attrelid = to_regclass('orientor_doctor.sequences') AND attname = 'shared'";
    if writer.number("looking for the doctor's own tables", newest).await? > 0 {
        return Ok(());
    }
    let sql = "CREATE SCHEMA IF NOT EXISTS orientor_doctor; \
         CREATE TABLE IF NOT EXISTS orientor_doctor.runs (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, \
         plan text NOT NULL, digest text NOT NULL, purpose text NOT NULL, state text NOT NULL, actor text NOT NULL DEFAULT session_user, \
         began timestamptz NOT NULL DEFAULT clock_timestamp(), ended timestamptz); \
         CREATE TABLE IF NOT EXISTS orientor_doctor.sequences (run bigint NOT NULL, name text NOT NULL, \
         before_last bigint, before_called boolean, after_last bigint, after_called boolean, PRIMARY KEY (run, name)); \
         ALTER TABLE orientor_doctor.sequences ADD COLUMN IF NOT EXISTS shared boolean NOT NULL DEFAULT false; \
         CREATE TABLE IF NOT EXISTS orientor_doctor.journal (run bigint NOT NULL, step integer NOT NULL, n bigint NOT NULL, \
         k text[], k2 text[], before text, after bigint, PRIMARY KEY (run, step, n)); \
         CREATE TABLE IF NOT EXISTS orientor_doctor.batches (run bigint NOT NULL, step integer NOT NULL, upto bigint NOT NULL, \
         rows bigint NOT NULL, seal text NOT NULL, chain text NOT NULL, undone boolean NOT NULL DEFAULT false, \
         PRIMARY KEY (run, step, upto)); \
         CREATE TABLE IF NOT EXISTS orientor_doctor.statements (run bigint NOT NULL, step integer NOT NULL, at integer NOT NULL, \
         done boolean NOT NULL DEFAULT true, undone boolean NOT NULL DEFAULT false, PRIMARY KEY (run, step, at)); \
         CREATE TABLE IF NOT EXISTS orientor_doctor.orphans (run bigint NOT NULL, step integer NOT NULL, n bigint NOT NULL, \
         reference text NOT NULL, PRIMARY KEY (run, step, n, reference)); \
         CREATE TABLE IF NOT EXISTS orientor_doctor.remains (run bigint NOT NULL, step integer NOT NULL, n bigint NOT NULL, \
         PRIMARY KEY (run, step, n)); \
         CREATE OR REPLACE VIEW orientor_doctor.quarantine AS \
         SELECT j.run, r.plan::jsonb -> 'steps' -> j.step ->> 'schema' AS schema, \
         r.plan::jsonb -> 'steps' -> j.step ->> 'table' AS \"table\", r.plan::jsonb -> 'steps' -> j.step ->> 'check' AS \"check\", \
         j.k AS key, j.before AS row FROM orientor_doctor.journal AS j JOIN orientor_doctor.runs AS r ON r.id = j.run \
         WHERE j.after IS NULL AND (r.state <> 'undone' OR EXISTS (SELECT 1 FROM orientor_doctor.remains AS m \
         WHERE m.run = j.run AND m.step = j.step AND m.n = j.n))";
    writer.run("making the doctor's own tables", sql).await
}

/// Whether the doctor has ever changed anything here.
pub(super) async fn exists(writer: &mut Writer) -> Result<bool, RunError> {
    let sql = "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
               WHERE n.nspname = 'orientor_doctor' AND c.relname = 'runs'";
    Ok(writer.number("looking for earlier runs", sql).await? > 0)
}

/// A run as it is recorded.
#[derive(Debug)]
pub(super) struct Run {
    pub id: i64,
    pub plan: Plan,
    pub digest: String,
    pub state: State,
}

/// The run of this number.
pub(super) async fn load(writer: &mut Writer, id: i64) -> Result<Run, RunError> {
    if !exists(writer).await? {
        return Err(RunError::NoRun(id));
    }
    let sql = format!("SELECT plan, digest, state FROM orientor_doctor.runs WHERE id = {id}");
    let rows = writer.rows("reading the run", &sql).await?;
    let row = rows.first().ok_or(RunError::NoRun(id))?;
    let read =
        |name: &str| row.try_get::<String, _>(name).map_err(|error| unreadable("reading the run", &error.to_string()));
    let (text, digest, state) = (read("plan")?, read("digest")?, read("state")?);
    if super::chain::digest(&text) != digest {
        return Err(RunError::Tampered { run: id, step: 0 });
    }
    let plan = serde_json::from_str(&text).map_err(|error| unreadable("reading the run", &error.to_string()))?;
    let state = State::of(&state).ok_or_else(|| unreadable("reading the run", "an unknown state"))?;
    Ok(Run { id, plan, digest, state })
}

/// Whether anything of a run has been done.
pub(super) async fn has_begun(writer: &mut Writer, run: i64) -> Result<bool, RunError> {
    let sql = format!(
        "SELECT (EXISTS (SELECT 1 FROM orientor_doctor.batches WHERE run = {run}) \
         OR EXISTS (SELECT 1 FROM orientor_doctor.statements WHERE run = {run}))::int::bigint"
    );
    Ok(writer.number("reading how far the run has come", &sql).await? > 0)
}

/// Says how a run stands; with its end, its staged rows go.
pub(super) async fn set_state(writer: &mut Writer, run: i64, state: State) -> Result<(), RunError> {
    let has_ended = matches!(state, State::Applied | State::Undone);
    let drop = if has_ended { format!("{}; ", Staging::of_run(run).drop()) } else { String::new() };
    let ended = if has_ended { "clock_timestamp()" } else { "NULL" };
    // In one message, and so in one transaction.
    let sql =
        format!("{drop}UPDATE orientor_doctor.runs SET state = '{}', ended = {ended} WHERE id = {run}", state.word());
    writer.run("recording the state of the run", &sql).await
}
