//! The rehearsal: each step runs and is taken back.

use super::{
    ApplyOptions, RunError, Writer,
    batch::{self, Place},
    begin::compare,
    elsewhere::is_moved_before,
    ready::ready,
    record, sequences,
    triggers::Tables,
};
use crate::{
    audit::Progress,
    error::Asking,
    plan::{Plan, Staging, Statement, Step, Work, give},
};

/// A step that could not be tried by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untried {
    /// Its position in the plan, from 0.
    pub step: usize,
    /// Why.
    pub why: Hindrance,
    /// What was said against it.
    pub said: String,
}

/// Why a step could not be tried by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// It runs outside of a transaction, as building an index beside writers does, and could not be taken back.
    Outside,
    /// It was refused, and an earlier step on its table may be what it needs.
    Prepared,
    /// It was refused, or would do what the plan does not say.
    Fails,
}

/// Tries every step for itself and takes it back; those that could not be tried so, or would fail, and why.
///
/// Steps do not see each other's work, so a step that an earlier one prepares may not be tried by itself.
///
/// # Errors
///
/// As [`apply`](super::apply()); a step that fails is part of the result.
pub async fn rehearse(plan: &Plan, options: &ApplyOptions, progress: &dyn Progress) -> Result<Vec<Untried>, RunError> {
    let mut writer = ready(plan, options).await?;
    let tried = all(&mut writer, plan, options, progress).await;
    writer.close().await;
    tried
}

async fn all(
    writer: &mut Writer,
    plan: &Plan,
    options: &ApplyOptions,
    progress: &dyn Progress,
) -> Result<Vec<Untried>, RunError> {
    progress.begin(plan.steps.len());
    let staging = Staging::temporary();
    staging.create(writer).await?;
    give(writer, &plan.steps, plan.given.as_ref()).await?;
    writer.begin("ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
    let compared = compare(writer, plan, &staging).await;
    // Only what is in our session is written, and has to stay there.
    writer.commit().await?;
    compared?;
    staging.index(writer, &plan.steps).await?;
    let tables = Tables::of(writer, &plan.steps).await?;
    let mut failed = Vec::new();
    for (at, step) in plan.steps.iter().enumerate() {
        if options.stop.is_cancelled() {
            return Err(RunError::Stopped);
        }
        writer.begin_batch().await?;
        let tried = match &step.work {
            Work::Rows(work) => {
                let family = tables.get(step).family;
                try_rows(writer, (at, step, work), &staging, &family, options).await
            }
            Work::Shape(statements) | Work::Tighten(statements) => try_statements(writer, step, statements).await,
        };
        writer.rollback().await;
        if let Err(error) = tried {
            let said = in_full(&error);
            failed.push(Untried { step: at, why: hindrance(plan, at, &error, &said), said });
        }
        progress.answered(&step.table);
    }
    Ok(failed)
}

fn hindrance(plan: &Plan, at: usize, error: &RunError, said: &str) -> Hindrance {
    match error {
        _ if plan.steps[at].statements().iter().any(|it| it.concurrent) => Hindrance::Outside,
        RunError::Elsewhere { others, .. } if others.iter().all(|it| is_moved_before(plan, at, it)) => {
            Hindrance::Prepared
        }
        RunError::Failed { source: Asking::Refused(_) | Asking::Rule(_), .. } if is_prepared(plan, at, said) => {
            Hindrance::Prepared
        }
        _ => Hindrance::Fails,
    }
}

/// Whether a step may need what an earlier one does: to its own table, or to one that what was said against it names.
fn is_prepared(plan: &Plan, at: usize, said: &str) -> bool {
    let step = &plan.steps[at];
    let does = |name: &str| step.statements().iter().any(|it| it.forward.contains(name));
    plan.steps[..at].iter().any(|it| {
        let is_own = (&it.schema, &it.table) == (&step.schema, &step.table);
        is_own || said.contains(&it.table) || does(&it.table)
    })
}

async fn try_rows(
    writer: &mut Writer,
    (at, step, work): Place<'_>,
    staging: &Staging,
    family: &[i64],
    options: &ApplyOptions,
) -> Result<(), RunError> {
    record::prepare(writer).await?;
    let total = i64::try_from(work.predicted).unwrap_or(i64::MAX);
    let mut after = 0;
    while after < total {
        let upto = (after + i64::from(options.batch)).min(total);
        writer.run("rehearsing", "SAVEPOINT batch").await?;
        batch::attempt(writer, 0, (at, step, work), staging, family, (after, upto)).await?;
        // Gives the locks of this batch back before the next one takes its own.
        writer.run("rehearsing", "ROLLBACK TO batch").await?;
        after = upto;
    }
    Ok(())
}

async fn try_statements(writer: &mut Writer, step: &Step, statements: &[Statement]) -> Result<(), RunError> {
    for statement in statements {
        if statement.concurrent {
            return Err(RunError::NotNow("it runs outside of a transaction and cannot be rehearsed".to_owned()));
        }
        if let Some(name) = &statement.moves {
            record::prepare(writer).await?;
            sequences::before(writer, 0, name).await?;
        }
        writer.run(&step.title, &statement.forward).await?;
    }
    Ok(())
}

fn in_full(error: &RunError) -> String {
    let causes = std::iter::successors(Some(error as &dyn std::error::Error), |it| it.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
