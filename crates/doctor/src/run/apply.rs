//! Applies a plan: exactly that, or nothing.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::{RunError, State, Writer, batch, begin::begin, elsewhere, known::Known, ready::ready, record, statement};
use crate::{
    audit::Progress,
    plan::{Plan, Staging, Work},
};

/// How to apply.
#[derive(Clone, Debug)]
pub struct ApplyOptions {
    /// `postgres://…`.
    pub url: String,
    /// Rows in one transaction.
    pub batch: u32,
    /// How long to wait for a lock of somebody else, and so how long others can wait behind us.
    pub lock_timeout: Duration,
    /// Time limit of one statement; zero for none.
    pub statement_timeout: Duration,
    /// Goes on although tables have row triggers that are not the doctor's.
    pub with_triggers: bool,
    /// Stops at the next boundary between two batches.
    pub stop: CancellationToken,
}

impl Default for ApplyOptions {
    fn default() -> Self {
        Self {
            url: String::new(),
            batch: 5_000,
            lock_timeout: Duration::from_secs(2),
            statement_timeout: Duration::from_mins(30),
            with_triggers: false,
            stop: CancellationToken::new(),
        }
    }
}

/// Proof that the operator has said `--apply`. Only the command line makes one, so a function that takes it
/// cannot be reached by a dry run.
#[derive(Debug)]
pub struct WriteConsent(());

impl WriteConsent {
    /// The operator has typed `--apply`.
    pub fn given_by_operator() -> Self {
        Self(())
    }
}

/// What was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The number of the run, for `undo` and `verify`.
    pub run: i64,
    /// Rows that were changed by this call.
    pub rows: u64,
    /// Whether it went on with a run that had been killed.
    pub resumed: bool,
}

/// Applies a plan. Called again after it was killed or had to wait too long, it goes on where it was.
///
/// # Errors
///
/// [`RunError::Moved`] if rows are not as the plan saw them, [`RunError::Trigger`], [`RunError::Busy`],
/// [`RunError::Locked`] … Whatever is committed by then stays, is journaled, and can be undone.
pub async fn apply(
    plan: &Plan,
    options: &ApplyOptions,
    progress: &dyn Progress,
    _: WriteConsent,
) -> Result<Applied, RunError> {
    let mut writer = ready(plan, options).await?;
    let applied = all(&mut writer, plan, options, progress).await;
    writer.close().await;
    applied
}

async fn all(
    writer: &mut Writer,
    plan: &Plan,
    options: &ApplyOptions,
    progress: &dyn Progress,
) -> Result<Applied, RunError> {
    record::prepare(writer).await?;
    let (run, resumed) = begin(writer, plan).await?;
    let mut known = Known::of(writer, &run).await?;
    let tried = elsewhere::try_triggers(writer, &run, &Staging::of_run(run.id), &known, options).await;
    if let Err(error) = tried {
        if matches!(error, RunError::Elsewhere { .. }) && !record::has_begun(writer, run.id).await? {
            // Nothing of it was done, so there is nothing to go on with.
            record::set_state(writer, run.id, State::Undone).await?;
        }
        return Err(error);
    }
    progress.begin(plan.steps.len());
    let mut link = batch::last_link(writer, &run).await?;
    let (mut rows, mut is_known) = (0, true);
    for (at, step) in plan.steps.iter().enumerate() {
        match &step.work {
            Work::Rows(work) => {
                if !is_known {
                    (known, is_known) = (Known::of(writer, &run).await?, true);
                }
                rows += batch::all(writer, &run, (at, step, &**work), &known, &mut link, options).await?;
            }
            Work::Shape(_) | Work::Tighten(_) => {
                statement::all(writer, &run, at, step, options).await?;
                is_known = false;
            }
        }
        progress.answered(&step.table);
    }
    record::set_state(writer, run.id, State::Applied).await?;
    Ok(Applied { run: run.id, rows, resumed })
}
