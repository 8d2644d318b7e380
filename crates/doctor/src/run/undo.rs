//! Takes a run back: the last step first, each row as it was, each object as it was.

use sqlx::Row as _;

use super::{
    ApplyOptions, RunError, State, WriteConsent, Writer,
    batch::seal,
    chain,
    record::{self, Run},
    rows, sequences,
    target::Target,
    writer::{Limits, unreadable},
};
use crate::{
    audit::Progress,
    error::Asking,
    plan::{RowWork, Step, Work},
};

/// How to undo.
#[derive(Clone, Debug, Default)]
pub struct UndoOptions {
    /// Where and how carefully.
    pub apply: ApplyOptions,
    /// Leaves rows that somebody has changed since as they are, and undoes the rest.
    pub partial: bool,
}

/// A row that somebody has changed since it was journaled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The table.
    pub table: String,
    /// The key, as PostgreSQL writes an array.
    pub key: String,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// Rows that were put back.
    pub rows: u64,
    /// Rows that somebody has changed since. Unless `partial` was given, nothing was undone because of them.
    pub conflicts: Vec<Conflict>,
    /// Sequences from which somebody has drawn since; they stay where they are.
    pub moved_sequences: Vec<String>,
    /// Whether it was undone.
    pub done: bool,
}

/// Conflicts of one step that are named.
const NAMED: usize = 20;

/// What undoing a run would find: rows that somebody has changed since. Changes nothing.
///
/// # Errors
///
/// As [`undo`].
pub async fn look(run: i64, options: &UndoOptions) -> Result<Undone, RunError> {
    let (mut writer, run) = ready(run, options).await?;
    let conflicts = conflicts(&mut writer, &run).await;
    writer.close().await;
    Ok(Undone { conflicts: conflicts?, ..Undone::default() })
}

/// Undoes a run, whether it was applied whole or killed on the way.
///
/// # Errors
///
/// [`RunError::Tampered`] if somebody has edited the journal; [`RunError::NoRun`], [`RunError::Busy`], [`RunError::Locked`] …
/// What is undone by then stays undone, and the next call goes on from there.
pub async fn undo(
    run: i64,
    options: &UndoOptions,
    progress: &dyn Progress,
    _: WriteConsent,
) -> Result<Undone, RunError> {
    let (mut writer, run) = ready(run, options).await?;
    // A run that is half undone has been looked at before its first row was put back.
    let found = if run.state == State::Undoing { Vec::new() } else { conflicts(&mut writer, &run).await? };
    if !found.is_empty() && !options.partial {
        writer.close().await;
        return Ok(Undone { conflicts: found, ..Undone::default() });
    }
    record::set_state(&mut writer, run.id, State::Undoing).await?;
    progress.begin(run.plan.steps.len());
    let mut undone = Undone { conflicts: found, ..Undone::default() };
    for (at, step) in run.plan.steps.iter().enumerate().rev() {
        match &step.work {
            Work::Rows(work) => {
                let (rows, left) = rows_of(&mut writer, &run, at, step, work, options).await?;
                undone.rows += rows;
                undone.conflicts.extend(left);
            }
            Work::Shape(_) | Work::Tighten(_) => statements(&mut writer, &run, at, step, options).await?,
        }
        progress.answered(&step.table);
    }
    writer.begin("").await?;
    let finished = finish(&mut writer, &run).await;
    match finished {
        Ok(moved) => {
            writer.commit().await?;
            undone.moved_sequences = moved;
        }
        Err(error) => {
            writer.rollback().await;
            return Err(error);
        }
    }
    writer.close().await;
    undone.done = true;
    Ok(undone)
}

/// Sequences last, and in one transaction with the word that the run is undone.
async fn finish(writer: &mut Writer, run: &Run) -> Result<Vec<String>, RunError> {
    let moved = sequences::restore(writer, run.id).await?;
    record::set_state(writer, run.id, State::Undone).await?;
    Ok(moved)
}

async fn ready(run: i64, options: &UndoOptions) -> Result<(Writer, Run), RunError> {
    let limits = Limits { lock: options.apply.lock_timeout, statement: options.apply.statement_timeout };
    let mut writer = Writer::connect(&options.apply.url, limits).await?;
    writer.alone().await?;
    let run = record::load(&mut writer, run).await?;
    if run.state == State::Undone {
        return Err(RunError::NotNow(format!("run {} has been undone already", run.id)));
    }
    unbroken(&mut writer, &run).await?;
    Ok((writer, run))
}

/// Whether the journal is as it was written: every seal fits its rows, and every link the one before it.
pub(super) async fn unbroken(writer: &mut Writer, run: &Run) -> Result<(), RunError> {
    let what = "checking the journal";
    let sql = format!(
        "SELECT step, upto, rows, seal, chain FROM orientor_doctor.batches WHERE run = {} ORDER BY step, upto",
        run.id
    );
    let mut link = run.digest.clone();
    let (mut last_step, mut after) = (usize::MAX, 0);
    let mut journaled = 0;
    for row in writer.rows(what, &sql).await? {
        let bad = |error: sqlx::Error| unreadable(what, &error.to_string());
        let step = usize::try_from(row.try_get::<i32, _>(0).map_err(bad)?).unwrap_or(usize::MAX);
        let (upto, count): (i64, i64) = (row.try_get(1).map_err(bad)?, row.try_get(2).map_err(bad)?);
        let (sealed, chained): (String, String) = (row.try_get(3).map_err(bad)?, row.try_get(4).map_err(bad)?);
        if step != last_step {
            (last_step, after) = (step, 0);
        }
        link = chain::link(&link, step, upto, count, &sealed);
        if link != chained || seal(writer, run.id, step, (after, upto)).await? != (count, sealed) {
            return Err(RunError::Tampered { run: run.id, step });
        }
        after = upto;
        journaled += count;
    }
    let all = format!("SELECT count(*) FROM orientor_doctor.journal WHERE run = {}", run.id);
    if writer.number(what, &all).await? != journaled {
        return Err(RunError::Tampered { run: run.id, step: 0 });
    }
    Ok(())
}

/// The steps after `at` that change rows of the same table.
pub(super) fn later(run: &Run, at: usize) -> Vec<usize> {
    let step = &run.plan.steps[at];
    let same = |other: &Step| {
        (&other.schema, &other.table) == (&step.schema, &step.table) && matches!(other.work, Work::Rows(_))
    };
    (at + 1..run.plan.steps.len()).filter(|other| same(&run.plan.steps[*other])).collect()
}

async fn conflicts(writer: &mut Writer, run: &Run) -> Result<Vec<Conflict>, RunError> {
    let mut conflicts = Vec::new();
    for (at, step) in run.plan.steps.iter().enumerate() {
        let Work::Rows(work) = &step.work else { continue };
        let sql = rows::differing(run.id, at, step, work, &later(run, at), NAMED);
        for row in writer.rows("comparing rows with the journal", &sql).await? {
            let table = format!("{}.{}", step.schema, step.table);
            conflicts
                .push(Conflict { table, key: row.try_get::<Option<String>, _>(0).ok().flatten().unwrap_or_default() });
        }
    }
    Ok(conflicts)
}

async fn rows_of(
    writer: &mut Writer,
    run: &Run,
    at: usize,
    step: &Step,
    work: &RowWork,
    options: &UndoOptions,
) -> Result<(u64, Vec<Conflict>), RunError> {
    let what = format!("putting back rows of {}.{}", step.schema, step.table);
    let sql = format!(
        "SELECT upto, rows FROM orientor_doctor.batches WHERE run = {} AND step = {at} AND NOT undone ORDER BY upto DESC",
        run.id
    );
    let batches = writer.rows(&what, &sql).await?;
    if batches.is_empty() {
        return Ok((0, Vec::new()));
    }
    let target = Target::of(writer, step).await?;
    let mut restored = 0;
    let mut left = Vec::new();
    for batch in batches {
        if options.apply.stop.is_cancelled() {
            return Err(RunError::Stopped);
        }
        let bad = |error: sqlx::Error| unreadable(&what, &error.to_string());
        let (upto, count): (i64, i64) = (batch.try_get(0).map_err(bad)?, batch.try_get(1).map_err(bad)?);
        writer.begin("").await?;
        let back = one_batch(writer, run, at, step, work, &target, (upto, count), options.partial).await;
        match back {
            Ok(rows) => {
                writer.commit().await?;
                restored += rows;
            }
            // Rows that were left as they are can stand in the way of others. Then each row is on its own.
            Err(RunError::Failed { source: Asking::Refused(_), .. }) if options.partial => {
                writer.rollback().await;
                let (rows, stayed) = one_by_one(writer, run, at, step, work, &target, upto).await?;
                restored += rows;
                left.extend(stayed);
            }
            Err(error) => {
                writer.rollback().await;
                return Err(error);
            }
        }
    }
    Ok((restored, left))
}

/// Puts the rows of a batch back one by one; those that the database refuses stay as they are, and are named.
async fn one_by_one(
    writer: &mut Writer,
    run: &Run,
    at: usize,
    step: &Step,
    work: &RowWork,
    target: &Target,
    upto: i64,
) -> Result<(u64, Vec<Conflict>), RunError> {
    let what = format!("putting back rows of {}.{}", step.schema, step.table);
    let after = writer.number(&what, &lower(run, at, upto)).await?;
    let (mut restored, mut left) = (0, Vec::new());
    writer.begin("").await?;
    target.hush(writer).await?;
    for n in (after + 1..=upto).rev() {
        writer.run(&what, "SAVEPOINT one").await?;
        match put_back(writer, step, &rows::backward(run.id, at, step, work, target, (n - 1, n))).await {
            Ok(rows) => restored += rows.unsigned_abs(),
            Err(RunError::Failed { source: Asking::Refused(_), .. }) => {
                writer.run(&what, "ROLLBACK TO one").await?;
                let key = format!(
                    "SELECT coalesce(k, k2)::text FROM orientor_doctor.journal WHERE run = {} AND step = {at} AND n = {n}",
                    run.id
                );
                let rows = writer.rows(&what, &key).await?;
                let key =
                    rows.first().and_then(|row| row.try_get::<Option<String>, _>(0).ok().flatten()).unwrap_or_default();
                left.push(Conflict { table: format!("{}.{}", step.schema, step.table), key });
            }
            Err(error) => {
                writer.rollback().await;
                return Err(error);
            }
        }
    }
    target.wake(writer).await?;
    writer.run(&what, &mark(run, at, upto)).await?;
    writer.commit().await?;
    Ok((restored, left))
}

/// Where the batch that ends at `upto` begins.
fn lower(run: &Run, at: usize, upto: i64) -> String {
    format!(
        "SELECT coalesce(max(upto), 0) FROM orientor_doctor.batches WHERE run = {} AND step = {at} AND upto < {upto}",
        run.id
    )
}

/// Says that a batch is undone.
fn mark(run: &Run, at: usize, upto: i64) -> String {
    format!("UPDATE orientor_doctor.batches SET undone = true WHERE run = {} AND step = {at} AND upto = {upto}", run.id)
}

#[expect(clippy::too_many_arguments, reason = "a batch is all of these, and nothing else is one")]
async fn one_batch(
    writer: &mut Writer,
    run: &Run,
    at: usize,
    step: &Step,
    work: &RowWork,
    target: &Target,
    (upto, count): (i64, i64),
    partial: bool,
) -> Result<u64, RunError> {
    let what = format!("putting back rows of {}.{}", step.schema, step.table);
    let after = writer.number(&what, &lower(run, at, upto)).await?;
    target.hush(writer).await?;
    let back = put_back(writer, step, &rows::backward(run.id, at, step, work, target, (after, upto))).await?;
    if back != count && !partial {
        return Err(RunError::Moved(vec![format!("{}.{} while it was being undone", step.schema, step.table)]));
    }
    target.wake(writer).await?;
    writer.run(&what, &mark(run, at, upto)).await?;
    Ok(back.unsigned_abs())
}

/// Puts rows back; yields how many.
///
/// Some of them may have referred to nothing. Where a foreign key has been there all along and was not kept, it would
/// refuse them now, so it is asked first, and not asked again if it does.
async fn put_back(writer: &mut Writer, step: &Step, sql: &str) -> Result<i64, RunError> {
    let what = format!("putting back rows of {}.{}", step.schema, step.table);
    writer.run(&what, "SAVEPOINT as_it_was").await?;
    let source = match writer.number(&what, sql).await {
        Err(RunError::Failed { source: source @ Asking::Refused(_), .. }) => source,
        other => return other,
    };
    writer.run(&what, "ROLLBACK TO as_it_was").await?;
    if writer.run(&what, "SET LOCAL session_replication_role = replica").await.is_err() {
        let what = format!("{what} that refer to nothing, for which our role may not set session_replication_role,");
        return Err(RunError::Failed { what, source });
    }
    let rows = writer.number(&what, sql).await?;
    writer.run(&what, "SET LOCAL session_replication_role = origin").await?;
    Ok(rows)
}

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

async fn statements(
    writer: &mut Writer,
    run: &Run,
    at: usize,
    step: &Step,
    options: &UndoOptions,
) -> Result<(), RunError> {
    for number in begun(writer, run, at, step).await? {
        if options.apply.stop.is_cancelled() {
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
            for part in statement.inverse.split(";\n").filter(|part| !part.is_empty()) {
                writer.run(&what, part).await?;
            }
            writer.run(&what, &mark).await?;
            continue;
        }
        writer.begin("").await?;
        let inverse = if statement.inverse.is_empty() { String::new() } else { format!("{}; ", statement.inverse) };
        match writer.run(&what, &format!("{inverse}{mark}")).await {
            Ok(()) => writer.commit().await?,
            Err(error) => {
                writer.rollback().await;
                return Err(error);
            }
        }
    }
    Ok(())
}
