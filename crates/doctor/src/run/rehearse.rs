//! The rehearsal: each step runs and is taken back.

use super::{ApplyOptions, RunError, Writer, batch::Place, begin::compare, ready::ready, record, rows, sequences};
use crate::{
    audit::Progress,
    plan::{Plan, Staging, Statement, Step, Work, give},
};

/// Tries every step for itself and takes it back: which could not be tried, or would fail, and why.
///
/// Steps do not see each other's work, so a step that an earlier one prepares may not be tried by itself.
///
/// # Errors
///
/// As [`apply`](super::apply()); a step that fails is part of the result.
pub async fn rehearse(
    plan: &Plan,
    options: &ApplyOptions,
    progress: &dyn Progress,
) -> Result<Vec<(usize, String)>, RunError> {
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
) -> Result<Vec<(usize, String)>, RunError> {
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
    let mut failed = Vec::new();
    for (at, step) in plan.steps.iter().enumerate() {
        if options.stop.is_cancelled() {
            return Err(RunError::Stopped);
        }
        writer.begin_batch().await?;
        let tried = match &step.work {
            Work::Rows(work) => try_rows(writer, (at, step, work), &staging, options).await,
            Work::Shape(statements) | Work::Tighten(statements) => try_statements(writer, step, statements).await,
        };
        writer.rollback().await;
        if let Err(error) = tried {
            let prepared = plan.steps[..at].iter().any(|it| (&it.schema, &it.table) == (&step.schema, &step.table));
            let beside = if prepared { "; an earlier step on this table may be what it needs" } else { "" };
            failed.push((at, format!("{}{beside}", in_full(&error))));
        }
        progress.answered(&step.table);
    }
    Ok(failed)
}

async fn try_rows(
    writer: &mut Writer,
    (at, step, work): Place<'_>,
    staging: &Staging,
    options: &ApplyOptions,
) -> Result<(), RunError> {
    record::prepare(writer).await?;
    let total = i64::try_from(work.predicted).unwrap_or(i64::MAX);
    let mut after = 0;
    while after < total {
        let upto = (after + i64::from(options.batch)).min(total);
        writer.run("rehearsing", "SAVEPOINT batch").await?;
        for name in &work.sequences {
            sequences::before(writer, 0, name).await?;
        }
        writer.run(&step.title, &rows::forward(0, at, step, work, &staging.table, (after, upto))).await?;
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
