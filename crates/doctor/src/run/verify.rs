//! Whether what a run has written is what is there.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Mutex, PoisonError},
};

use futures_util::future::try_join_all;
use sqlx::Row as _;

use super::{
    ApplyOptions, RunError, State, Writer,
    batch::seal,
    chain,
    record::{self, Run},
    rows::{self, Reach},
    writer::{Limits, unreadable},
};
use crate::{
    audit::Progress,
    finding::Summary,
    plan::{Op, RowWork, Step, Work, later},
};

/// A row that is not as the run has left it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

/// Rows of one step that are named.
const NAMED: usize = 100;
/// Connections that read at a time.
const JOBS: usize = 2;
/// Batches that are known at a time.
const PAGE: usize = 1_000;
/// A range of keys is read where at least one in so many of them is in the batch.
const SPARSE: i64 = 2;

/// Compares every row that a run has changed with its journal, and the journal with its seals.
///
/// # Errors
///
/// [`RunError::Tampered`] if the journal itself has been edited; [`RunError::NotNow`] if the run is not whole.
pub async fn verify(run: i64, options: &ApplyOptions, progress: &dyn Progress) -> Result<Verified, RunError> {
    let limits = Limits { lock: options.lock_timeout, statement: options.statement_timeout };
    let mut writer = Writer::connect(&options.url, limits).await?;
    let snapshot = writer.begin_reading().await?;
    let run = record::load(&mut writer, run).await?;
    if run.state != State::Applied {
        return Err(RunError::NotNow(format!(
            "run {} is {}; only one that is applied whole can be verified",
            run.id,
            run.state.word()
        )));
    }
    let mut readers = Vec::new();
    for _ in 1..JOBS {
        let mut reader = Writer::connect(&options.url, limits).await?;
        reader.join_reading(&snapshot).await?;
        readers.push(reader);
    }
    readers.push(writer);
    let verified = all(&mut readers, &run, progress).await;
    for mut reader in readers {
        reader.rollback().await;
        reader.close().await;
    }
    verified
}

async fn all(readers: &mut [Writer], run: &Run, progress: &dyn Progress) -> Result<Verified, RunError> {
    progress.begin(run.plan.steps.len());
    let mut found = BTreeMap::new();
    // Steps that the progress has been told of.
    let mut told = 0;
    let (mut last, mut link, mut journaled) = (None, run.digest.clone(), BTreeMap::<usize, i64>::new());
    loop {
        let batches = page(&mut readers[0], run, &mut last, &mut link).await?;
        if batches.is_empty() {
            break;
        }
        for batch in &batches {
            *journaled.entry(batch.step).or_default() += batch.rows;
        }
        compare(readers, run, batches, &mut found).await?;
        let done = last.map_or(0, |(step, _)| step);
        run.plan.steps[told..done].iter().for_each(|it| progress.answered(&it.table));
        told = done;
    }
    let all = format!("SELECT count(*) FROM orientor_doctor.journal WHERE run = {}", run.id);
    if readers[0].number("counting the journal", &all).await? != journaled.values().sum::<i64>() {
        return Err(RunError::Tampered { run: run.id, step: 0 });
    }
    run.plan.steps[told..].iter().for_each(|it| progress.answered(&it.table));
    let mut verified = Verified { before: run.plan.summary.clone(), ..Verified::default() };
    for (at, step) in run.plan.steps.iter().enumerate() {
        let Work::Rows(work) = &step.work else { continue };
        let table = format!("{}.{}", step.schema, step.table);
        let journaled = journaled.get(&at).map_or(0, |it| it.unsigned_abs());
        if journaled != work.predicted {
            verified.miscounted.push((table.clone(), work.predicted, journaled));
        }
        verified.rows += journaled;
        let mut keys: Vec<String> = found.remove(&at).unwrap_or_default();
        if !is_compared_by_batch(run, at, work) {
            let later: Vec<usize> = later(&run.plan.steps, at).collect();
            let sql = rows::differing(run.id, at, step, work, &later, NAMED);
            let rows = readers[0].rows("comparing rows with the journal", &sql).await?;
            keys.extend(rows.iter().map(|row| row.try_get::<Option<String>, _>(0).ok().flatten().unwrap_or_default()));
        }
        verified.differences.extend(keys.into_iter().map(|key| Difference { table: table.clone(), key }));
    }
    Ok(verified)
}

/// A batch as it is recorded.
#[derive(Clone, Debug)]
struct Batch {
    step: usize,
    range: (i64, i64),
    rows: i64,
    seal: String,
}

/// The next batches after `last`, if the chain holds them.
async fn page(
    reader: &mut Writer,
    run: &Run,
    last: &mut Option<(usize, i64)>,
    link: &mut String,
) -> Result<Vec<Batch>, RunError> {
    let what = "checking the journal";
    let from = last.map_or_else(String::new, |(step, upto)| format!("AND (step, upto) > ({step}, {upto})"));
    let sql = format!(
        "SELECT step, upto, rows, seal, chain FROM orientor_doctor.batches WHERE run = {} {from} ORDER BY step, upto LIMIT {PAGE}",
        run.id
    );
    let mut batches = Vec::new();
    for row in reader.rows(what, &sql).await? {
        let bad = |error: sqlx::Error| unreadable(what, &error.to_string());
        let step = usize::try_from(row.try_get::<i32, _>(0).map_err(bad)?).unwrap_or(usize::MAX);
        let (upto, rows): (i64, i64) = (row.try_get(1).map_err(bad)?, row.try_get(2).map_err(bad)?);
        let (seal, chained): (String, String) = (row.try_get(3).map_err(bad)?, row.try_get(4).map_err(bad)?);
        *link = chain::link(link, step, upto, rows, &seal);
        if *link != chained || !run.plan.steps.get(step).is_some_and(|it| matches!(it.work, Work::Rows(_))) {
            return Err(RunError::Tampered { run: run.id, step });
        }
        let after = last.filter(|(of, _)| *of == step).map_or(0, |(_, upto)| upto);
        *last = Some((step, upto));
        batches.push(Batch { step, range: (after, upto), rows, seal });
    }
    Ok(batches)
}

/// Compares batches, spread over the readers; the keys of rows that differ go to `found`, by step.
async fn compare(
    readers: &mut [Writer],
    run: &Run,
    batches: Vec<Batch>,
    found: &mut BTreeMap<usize, Vec<String>>,
) -> Result<(), RunError> {
    let open = Mutex::new(VecDeque::from(batches));
    let found = Mutex::new(found);
    try_join_all(readers.iter_mut().map(|reader| {
        let (open, found) = (&open, &found);
        async move {
            loop {
                let next = open.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                let Some(batch) = next else { return Ok::<_, RunError>(()) };
                let keys = one(reader, run, &batch).await?;
                let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
                let named = found.entry(batch.step).or_default();
                let room = NAMED.saturating_sub(named.len());
                named.extend(keys.into_iter().take(room));
            }
        }
    }))
    .await?;
    Ok(())
}

/// Whether a batch says by itself which of its rows differ: they are found by a key, and no later step changes them again.
fn is_compared_by_batch(run: &Run, at: usize, work: &RowWork) -> bool {
    work.op != Op::Quarantine && !work.key.is_empty() && later(&run.plan.steps, at).next().is_none()
}

/// Compares a batch with its seal, and its rows with the table; the keys of those that differ.
async fn one(reader: &mut Writer, run: &Run, batch: &Batch) -> Result<Vec<String>, RunError> {
    let what = "comparing rows with the journal";
    let step: &Step = &run.plan.steps[batch.step];
    let tampered = || RunError::Tampered { run: run.id, step: batch.step };
    let bad = |error: sqlx::Error| unreadable(what, &error.to_string());
    let Work::Rows(work) = &step.work else { return Err(tampered()) };
    if !is_compared_by_batch(run, batch.step, work) {
        let sealed = seal(reader, run.id, batch.step, batch.range).await?;
        return if sealed == (batch.rows, batch.seal.clone()) { Ok(Vec::new()) } else { Err(tampered()) };
    }
    let reach = reach(reader, run, batch, work).await?;
    let sql = rows::compared(run.id, batch.step, step, work, batch.range, reach, NAMED);
    let rows = if reach == Reach::Each {
        reader.rows(what, &sql).await?
    } else {
        // Whatever the database knows or does not know about our tables, it must not compare each row with each.
        reader.run(what, "SET LOCAL enable_nestloop = off; SET LOCAL enable_mergejoin = off").await?;
        let rows = reader.rows(what, &sql).await?;
        reader.run(what, "SET LOCAL enable_nestloop = on; SET LOCAL enable_mergejoin = on").await?;
        rows
    };
    let row = rows.first().ok_or_else(|| unreadable(what, "no row"))?;
    let sealed: (i64, String) = (row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?);
    if sealed != (batch.rows, batch.seal.clone()) {
        return Err(tampered());
    }
    Ok(row.try_get::<Option<Vec<String>>, _>(2).map_err(bad)?.unwrap_or_default())
}

/// How the rows of a batch are found.
async fn reach(reader: &mut Writer, run: &Run, batch: &Batch, work: &RowWork) -> Result<Reach, RunError> {
    let what = "comparing rows with the journal";
    let Some(ends) = rows::ends(run.id, batch.step, &run.plan.steps[batch.step], work, batch.range) else {
        return Ok(Reach::Each);
    };
    let rows = reader.rows(what, &ends).await?;
    let row = rows.first().ok_or_else(|| unreadable(what, "no row"))?;
    let bad = |error: sqlx::Error| unreadable(what, &error.to_string());
    let (from, to): (Option<i64>, Option<i64>) = (row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?);
    let inherited: bool = row.try_get(2).map_err(bad)?;
    Ok(match from.zip(to) {
        Some((from, to)) if !inherited && from <= to && to - from < SPARSE * batch.rows => Reach::Range(from, to),
        _ => Reach::Each,
    })
}
