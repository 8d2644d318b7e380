//! Whether what a run has written is what is there.

use sqlx::Row as _;

use super::{
    ApplyOptions, RunError, State, Writer,
    journal::{later, unbroken},
    record, rows,
    writer::Limits,
};
use crate::{audit::Progress, finding::Summary, plan::Work};

/// A row that is not as the run has left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The table.
    pub table: String,
    /// The key.
    pub key: String,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// Rows that were compared.
    pub rows: u64,
    /// The people and the profiles when the plan was made, if it says so.
    pub before: Option<Summary>,
    /// Steps whose number of journaled rows is not the number that was predicted: table, predicted, journaled.
    pub miscounted: Vec<(String, u64, u64)>,
    /// Rows that differ; at most 100 a step.
    pub differences: Vec<Difference>,
}

impl Verified {
    /// Whether everything is as the run has left it.
    pub fn holds(&self) -> bool {
        self.miscounted.is_empty() && self.differences.is_empty()
    }
}

const NAMED: usize = 100;

/// Compares every row that a run has changed with its journal.
///
/// # Errors
///
/// [`RunError::Tampered`] if the journal itself has been edited; [`RunError::NotNow`] if the run is not whole.
pub async fn verify(run: i64, options: &ApplyOptions, progress: &dyn Progress) -> Result<Verified, RunError> {
    let limits = Limits { lock: options.lock_timeout, statement: options.statement_timeout };
    let mut writer = Writer::connect(&options.url, limits).await?;
    writer.begin("ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
    let run = record::load(&mut writer, run).await?;
    if run.state != State::Applied {
        return Err(RunError::NotNow(format!(
            "run {} is {}; only one that is applied whole can be verified",
            run.id,
            run.state.word()
        )));
    }
    unbroken(&mut writer, &run).await?;
    progress.begin(run.plan.steps.len());
    let mut verified = Verified { before: run.plan.summary.clone(), ..Verified::default() };
    for (at, step) in run.plan.steps.iter().enumerate() {
        let Work::Rows(work) = &step.work else {
            progress.answered(&step.table);
            continue;
        };
        let table = format!("{}.{}", step.schema, step.table);
        let sql = format!("SELECT count(*) FROM orientor_doctor.journal WHERE run = {} AND step = {at}", run.id);
        let journaled = writer.number("counting the journal", &sql).await?.unsigned_abs();
        if journaled != work.predicted {
            verified.miscounted.push((table.clone(), work.predicted, journaled));
        }
        verified.rows += journaled;
        let sql = rows::differing(run.id, at, step, work, &later(&run, at), NAMED);
        for row in writer.rows("comparing rows with the journal", &sql).await? {
            let key = row.try_get::<Option<String>, _>(0).ok().flatten().unwrap_or_default();
            verified.differences.push(Difference { table: table.clone(), key });
        }
        progress.answered(&step.table);
    }
    writer.rollback().await;
    writer.close().await;
    Ok(verified)
}
