//! Statements of the schema: each in a transaction with the mark that it is done.

use sqlx::Row as _;

use super::{ApplyOptions, RunError, Writer, record::Run, rows, sequences};
use crate::plan::{Staging, Statement, Step, Work};

/// Executes the statements of a step that are not done yet.
pub(super) async fn all(
    writer: &mut Writer,
    run: &Run,
    at: usize,
    step: &Step,
    options: &ApplyOptions,
) -> Result<(), RunError> {
    let sql = format!("SELECT at FROM orientor_doctor.statements WHERE run = {} AND step = {at} AND done", run.id);
    let done = writer.rows("reading how far the run has come", &sql).await?;
    let done: Vec<i32> = done.iter().filter_map(|row| row.try_get(0).ok()).collect();
    for (number, statement) in step.statements().iter().enumerate() {
        if done.iter().any(|it| usize::try_from(*it) == Ok(number)) {
            continue;
        }
        if options.stop.is_cancelled() {
            return Err(RunError::Stopped);
        }
        let what = format!("{} in {}.{}", step.check, step.schema, step.table);
        let mark =
            format!("INSERT INTO orientor_doctor.statements (run, step, at) VALUES ({}, {at}, {number})", run.id);
        if statement.concurrent {
            // Such a statement cannot share a transaction with its mark. So it is marked as begun, for undo to know that
            // there may be something to take back, and is written so that twice does no harm.
            let place = format!("run = {} AND step = {at} AND at = {number}", run.id);
            let begun = format!(
                "{mark} ON CONFLICT DO NOTHING; UPDATE orientor_doctor.statements SET done = false WHERE {place}"
            );
            writer.run(&what, &begun).await?;
            for part in Statement::parts(&statement.forward) {
                writer.run(&what, part).await?;
            }
            writer.run(&what, &format!("UPDATE orientor_doctor.statements SET done = true WHERE {place}")).await?;
            continue;
        }
        writer.begin("").await?;
        let done = one_statement(writer, run, (step, statement), &what, &mark).await;
        writer.settle(done).await?;
    }
    Ok(())
}

async fn one_statement(
    writer: &mut Writer,
    run: &Run,
    (step, statement): (&Step, &Statement),
    what: &str,
    mark: &str,
) -> Result<(), RunError> {
    if let Some(name) = &statement.moves {
        sequences::before(writer, run.id, name).await?;
    }
    let staging = Staging::of_run(run.id);
    let of_table = run.plan.steps.iter().enumerate().filter_map(|(at, it)| match &it.work {
        Work::Rows(work) if (&it.schema, &it.table) == (&step.schema, &step.table) => Some((at, work)),
        _ => None,
    });
    let staged: Vec<_> = of_table.filter(|_| statement.reprints).collect();
    if let Some((_, work)) = staged.first() {
        let steps: Vec<usize> = staged.iter().map(|(at, _)| *at).collect();
        writer.run(what, &rows::remember(&staging.table, &steps, step, work)).await?;
    }
    writer.run(what, &format!("{}; {mark}", statement.forward)).await?;
    if let Some((_, work)) = staged.first() {
        writer.run(what, &rows::recognise(&staging.table, step, work)).await?;
    }
    if let Some(name) = &statement.moves {
        sequences::after(writer, run.id, name).await?;
    }
    Ok(())
}
