//! Takes the statements of one step back, the last one first.

use sqlx::Row as _;

use super::{ApplyOptions, Limits, Run, RunError, Step, Writer};
use crate::{
    plan::Statement,
    run::{
        triggers::{Table, Tables},
        writer::unreadable,
    },
};

/// The statements of a step that have something to take back, the last one first: those that were begun, and those that
/// do nothing themselves but prepare the way back of the one before.
async fn begun(writer: &mut Writer, run: &Run, at: usize, step: &Step) -> Result<Vec<usize>, RunError> {
    let what = "reading how far the run has come";
    let sql = format!("SELECT at, undone FROM orientor_doctor.statements WHERE run = {} AND step = {at}", run.id);
    let mut marked = Vec::new();
    for row in writer.rows(what, &sql).await? {
        let bad = |error: sqlx::Error| unreadable(what, &error.to_string());
        let number: i32 = row.try_get(0).map_err(bad)?;
        let undone: bool = row.try_get(1).map_err(bad)?;
        marked.push((usize::try_from(number).unwrap_or(usize::MAX), undone));
    }
    let is_marked = |number: usize| marked.iter().any(|(it, _)| *it == number);
    let is_undone = |number: usize| marked.iter().any(|(it, undone)| *it == number && *undone);
    let statements = step.statements();
    let prepares = |number: usize| statements[number].forward.is_empty() && number > 0 && is_marked(number - 1);
    let all = (0..statements.len()).rev();
    Ok(all.filter(|number| (is_marked(*number) || prepares(*number)) && !is_undone(*number)).collect())
}

/// Takes back what is not taken back yet.
pub(super) async fn take_back(
    writer: &mut Writer,
    run: &Run,
    at: usize,
    step: &Step,
    options: &ApplyOptions,
) -> Result<(), RunError> {
    let begun = begun(writer, run, at, step).await?;
    if begun.is_empty() {
        return Ok(());
    }
    let table = Tables::of(writer, [step]).await?.get(step);
    for number in begun {
        if options.stop.is_cancelled() {
            return Err(RunError::Stopped);
        }
        let statement = &step.statements()[number];
        let what = format!("taking back {}", step.title);
        let mark = format!(
            "INSERT INTO orientor_doctor.statements (run, step, at, undone) VALUES ({}, {at}, {number}, true) \
             ON CONFLICT (run, step, at) DO UPDATE SET undone = true",
            run.id
        );
        if statement.concurrent {
            for part in Statement::parts(&statement.inverse) {
                if let Some(table) = statement.unfinished.as_ref().filter(|_| part.starts_with("CREATE ")) {
                    unfinished(writer, options, &what, table, part).await?;
                } else {
                    writer.run(&what, part).await?;
                }
            }
            writer.run(&what, &mark).await?;
            continue;
        }
        writer.begin("").await?;
        let done = inverse(writer, &table, statement, &what, &mark).await;
        writer.settle(done).await?;
    }
    Ok(())
}

async fn inverse(
    writer: &mut Writer,
    table: &Table,
    statement: &Statement,
    what: &str,
    mark: &str,
) -> Result<(), RunError> {
    if !statement.inverse.is_empty() {
        // Some put values back.
        table.hush(writer).await?;
        writer.run(what, &statement.inverse).await?;
        table.wake(writer).await?;
    }
    writer.run(what, mark).await
}

/// Leaves an index as it was found: begun, and never finished. Building it waits for all who write to the table, so somebody
/// writes for as long as it takes us to give up.
async fn unfinished(
    writer: &mut Writer,
    options: &ApplyOptions,
    what: &str,
    table: &str,
    sql: &str,
) -> Result<(), RunError> {
    let limits = Limits { lock: options.lock_timeout, statement: options.statement_timeout };
    let mut other = Writer::connect(&options.url, limits).await?;
    other.begin("").await?;
    other.run(what, &format!("LOCK TABLE {table} IN ROW EXCLUSIVE MODE")).await?;
    writer.run(what, "SET lock_timeout = 1").await?;
    let built = writer.run(what, sql).await;
    writer.run(what, &format!("SET lock_timeout = {}", options.lock_timeout.as_millis())).await?;
    other.rollback().await;
    other.close().await;
    match built {
        Err(RunError::Locked(_)) => Ok(()),
        other => other,
    }
}
