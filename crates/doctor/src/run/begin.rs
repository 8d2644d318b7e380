//! The beginning of a run: all rows of the plan, staged and compared with what the plan saw.

use sqlx::Row as _;

use super::{
    RunError, State, Writer, chain,
    record::{self, Run},
    writer::unreadable,
};
use crate::plan::{Plan, Staging, Work, give, take_away};

/// Steps that are staged in one trip.
const TOGETHER: usize = 50;

/// The run that this plan began and did not finish, or a new one, with all its rows staged and compared.
pub(super) async fn begin(writer: &mut Writer, plan: &Plan) -> Result<(Run, bool), RunError> {
    let text = serde_json::to_string(plan).map_err(|error| unreadable("reading the plan", &error.to_string()))?;
    let digest = chain::digest(&text);
    let sql = format!("SELECT id, state FROM orientor_doctor.runs WHERE digest = '{digest}' ORDER BY id DESC LIMIT 1");
    if let Some(row) = writer.rows("looking for this plan among earlier runs", &sql).await?.first() {
        let bad = |error: sqlx::Error| unreadable("reading the run", &error.to_string());
        let (id, state): (i64, String) = (row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?);
        match State::of(&state) {
            Some(State::Applying) => return Ok((record::load(writer, id).await?, true)),
            Some(State::Applied) => {
                return Err(RunError::NotNow(format!(
                    "this plan has been applied already, as run {id}; make a new plan"
                )));
            }
            Some(State::Undoing) => {
                return Err(RunError::NotNow(format!(
                    "run {id} of this plan is being undone; finish that first: orientor undo {id} --apply"
                )));
            }
            Some(State::Undone) | None => {}
        }
    }
    // They are needed until all rows are staged, and no longer: a run that goes on does so with its staged rows.
    give(writer, &plan.steps, plan.given.as_ref()).await?;
    writer.begin("ISOLATION LEVEL REPEATABLE READ").await?;
    let staged = stage(writer, plan, &text, &digest).await;
    let id = writer.settle(staged).await?;
    take_away(writer).await?;
    Ok((Run { id, plan: plan.clone(), digest, state: State::Applying }, false))
}

async fn stage(writer: &mut Writer, plan: &Plan, text: &str, digest: &str) -> Result<i64, RunError> {
    let sql = format!(
        "INSERT INTO orientor_doctor.runs (plan, digest, purpose, state) VALUES ({}, '{digest}', {}, 'applying') RETURNING id",
        crate::sql::literal(text),
        crate::sql::literal(&plan.purpose)
    );
    let run = writer.number("recording the run", &sql).await?;
    let staging = Staging::of_run(run);
    staging.create(writer).await?;
    compare(writer, plan, &staging).await?;
    staging.index(writer, &plan.steps).await?;
    Ok(run)
}

/// Stages all rows of a plan; refuses if they are not those that the plan saw.
pub(super) async fn compare(writer: &mut Writer, plan: &Plan, staging: &Staging) -> Result<(), RunError> {
    let kept = plan.steps.iter().enumerate().filter_map(|(at, step)| match &step.work {
        Work::Rows(work) => Some(staging.keep(&plan.steps, at, work)),
        _ => None,
    });
    let kept: Vec<(String, String)> = kept.collect();
    for some in kept.chunks(TOGETHER) {
        let some: Vec<(&str, &str)> = some.iter().map(|(what, sql)| (what.as_str(), sql.as_str())).collect();
        writer.answers(&some).await?;
    }
    let mut found = staging.fingerprints(writer, &plan.steps).await?;
    let mut moved = Vec::new();
    for (at, step) in plan.steps.iter().enumerate() {
        let Work::Rows(work) = &step.work else { continue };
        let staged = found.remove(&at).unwrap_or_default();
        if (staged.count, &staged.fingerprint) != (work.predicted, &work.fingerprint) {
            let place = format!("{}.{}", step.schema, step.table);
            moved.push(format!("{place} ({} rows planned, {} now)", work.predicted, staged.count));
        }
    }
    moved.dedup();
    if moved.is_empty() { Ok(()) } else { Err(RunError::Moved(moved)) }
}
