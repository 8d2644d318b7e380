//! Takes a run back: the last step first, each row as it was, each object as it was.

mod rows;
mod statements;

use sqlx::Row as _;

use super::{
    ApplyOptions, RunError, State, WriteConsent, Writer,
    journal::unbroken,
    parents::{self, Link},
    record::{self, Run},
    rows::differing,
    sequences,
    writer::Limits,
};
use crate::{
    audit::Progress,
    plan::{Op, Step, Work, later},
};

/// How to undo.
#[derive(Clone, Debug, Default)]
pub struct UndoOptions {
    /// Where and how carefully.
    pub apply: ApplyOptions,
    /// Leaves rows that cannot be as they were any more as they are, and undoes the rest.
    pub partial: bool,
}

/// A row that cannot be as it was, because of what somebody has done since it was journaled.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conflict {
    /// The table.
    pub table: String,
    /// The key, as PostgreSQL writes an array.
    pub key: String,
    /// What stands in the way.
    pub why: Obstacle,
}

/// What stands in the way of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// The row itself has been changed since.
    Changed,
    /// What it referred to has been deleted since. If the run has set the row aside, it stays in quarantine.
    ParentGone,
    /// The run has added it, and other rows refer to it since.
    Referred,
    /// The database refuses the row as it was, for another reason.
    Refused,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// Rows that were put back.
    pub rows: u64,
    /// Rows that cannot be as they were. Unless `partial` was given, nothing was undone because of them.
    pub conflicts: Vec<Conflict>,
    /// Sequences from which somebody has drawn since; they stay where they are.
    pub moved_sequences: Vec<String>,
    /// Whether it was undone.
    pub done: bool,
    /// Whether an earlier call has begun to undo it and did not come to its end.
    pub begun: bool,
}

/// Conflicts of one kind and step that are named.
const NAMED: usize = 20;

/// What undoing a run would find: rows that cannot be as they were. Changes nothing.
///
/// # Errors
///
/// As [`undo`].
pub async fn look(run: i64, options: &UndoOptions) -> Result<Undone, RunError> {
    let (mut writer, run) = ready(run, options).await?;
    let begun = run.state == State::Undoing;
    let conflicts = if begun { Ok(Vec::new()) } else { conflicts(&mut writer, &run).await };
    writer.close().await;
    Ok(Undone { conflicts: conflicts?, begun, ..Undone::default() })
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
    let begun = run.state == State::Undoing;
    // A run that is half undone has been looked at before its first row was put back.
    let found = if begun { Vec::new() } else { conflicts(&mut writer, &run).await? };
    if !found.is_empty() && !options.partial {
        writer.close().await;
        return Ok(Undone { conflicts: found, ..Undone::default() });
    }
    record::set_state(&mut writer, run.id, State::Undoing).await?;
    progress.begin(run.plan.steps.len());
    let mut undone = Undone { conflicts: found, begun, ..Undone::default() };
    for (at, step) in run.plan.steps.iter().enumerate().rev() {
        match &step.work {
            Work::Rows(work) => {
                let (rows, left) = rows::put_back(&mut writer, &run, (at, step, work), options).await?;
                undone.rows += rows;
                undone.conflicts.extend(left);
            }
            Work::Shape(_) | Work::Tighten(_) => {
                statements::take_back(&mut writer, &run, at, step, &options.apply).await?;
            }
        }
        progress.answered(&step.table);
    }
    undone.conflicts.sort();
    undone.conflicts.dedup_by(|one, other| (&one.table, &one.key) == (&other.table, &other.key));
    writer.begin("").await?;
    let finished = finish(&mut writer, &run).await;
    undone.moved_sequences = writer.settle(finished).await?;
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
    record::prepare(&mut writer).await?;
    unbroken(&mut writer, &run).await?;
    Ok((writer, run))
}

async fn conflicts(writer: &mut Writer, run: &Run) -> Result<Vec<Conflict>, RunError> {
    let mut conflicts = Vec::new();
    for (at, step) in run.plan.steps.iter().enumerate() {
        let Work::Rows(work) = &step.work else { continue };
        let mut questions = vec![(
            Obstacle::Changed,
            differing(run.id, at, step, work, &later(&run.plan.steps, at).collect::<Vec<_>>(), NAMED),
        )];
        for link in Link::from(writer, step, work).await? {
            questions.push((Obstacle::ParentGone, parents::will_be_bereft(run, at, step, &link, NAMED)));
        }
        for link in Link::to(writer, step, work).await? {
            let sql = parents::referred(run, at, step, work, &link, "");
            questions.push((Obstacle::Referred, format!("{sql} LIMIT {NAMED}")));
        }
        for (why, sql) in questions {
            let rows = writer.rows("comparing rows with the journal", &sql).await?;
            conflicts.extend(rows.iter().map(|row| {
                let key = row.try_get::<Option<String>, _>(0).ok().flatten().unwrap_or_default();
                Conflict { table: name(step), key, why }
            }));
        }
    }
    conflicts.sort();
    conflicts.dedup_by(|one, other| (&one.table, &one.key) == (&other.table, &other.key));
    Ok(conflicts)
}

/// A step's table, for people.
fn name(step: &Step) -> String {
    format!("{}.{}", step.schema, step.table)
}
