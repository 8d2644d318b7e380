//! Whether what a run has written is what is there.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Mutex, PoisonError},
};

use futures_util::future::try_join_all;
use sqlx::Row as _;

use super::{
    ApplyOptions, RunError, State, Writer,
    batch::Place,
    chain,
    record::{self, Run},
    rows::{self, Reach},
    writer::{Limits, unreadable},
};
use crate::{
    audit::Progress,
    finding::Summary,
    plan::{Op, Work, later},
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
/// Batches that are read at a time.
const PAGE: usize = 10_000;
/// A range of keys is read where at least one in so many of them is in the step or the batch.
const SPARSE: i64 = 2;

const WHAT: &str = "comparing rows with the journal";

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
    let steps = &run.plan.steps;
    progress.begin(steps.len());
    let sealed = sealed(&mut readers[0], run).await?;
    let known: Vec<String> = sealed.keys().map(ToString::to_string).collect();
    if !readers[0].rows(WHAT, &rows::strangers(run.id, &known)).await?.is_empty() {
        return Err(RunError::Tampered { run: run.id, step: 0 });
    }
    let open = Mutex::new(steps.iter().enumerate().collect::<VecDeque<_>>());
    let found = Mutex::new(BTreeMap::new());
    try_join_all(readers.iter_mut().map(|reader| {
        let (open, found, sealed) = (&open, &found, &sealed);
        async move {
            loop {
                let next = open.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                let Some((at, step)) = next else { return Ok::<_, RunError>(()) };
                if let (Work::Rows(work), Some(sealed)) = (&step.work, sealed.get(&at)) {
                    let keys = compare(reader, run, (at, step, work), sealed).await?;
                    found.lock().unwrap_or_else(PoisonError::into_inner).insert(at, keys);
                }
                progress.answered(&step.table);
            }
        }
    }))
    .await?;
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mut verified = Verified { before: run.plan.summary.clone(), ..Verified::default() };
    for (at, step) in steps.iter().enumerate() {
        let Work::Rows(work) = &step.work else { continue };
        let table = format!("{}.{}", step.schema, step.table);
        let journaled = sealed.get(&at).map_or(0, |it| it.rows.unsigned_abs());
        if journaled != work.predicted {
            verified.miscounted.push((table.clone(), work.predicted, journaled));
        }
        verified.rows += journaled;
        let keys: Vec<String> = found.remove(&at).unwrap_or_default();
        verified.differences.extend(keys.into_iter().map(|key| Difference { table: table.clone(), key }));
    }
    Ok(verified)
}

/// What the batches of a step say together: how many rows of the journal, up to which number, and the sums of their seals.
#[derive(Debug, Default)]
struct Sealed {
    rows: i64,
    upto: i64,
    sums: (i128, i128),
}

/// The batches of all steps, if the chain holds them.
async fn sealed(reader: &mut Writer, run: &Run) -> Result<BTreeMap<usize, Sealed>, RunError> {
    let what = "checking the journal";
    let mut steps = BTreeMap::<usize, Sealed>::new();
    let (mut link, mut last) = (run.digest.clone(), None);
    loop {
        let from = last.map_or_else(String::new, |(step, upto)| format!("AND (step, upto) > ({step}, {upto})"));
        let sql = format!(
            "SELECT step, upto, rows, seal, chain FROM orientor_doctor.batches WHERE run = {} {from} ORDER BY step, upto LIMIT {PAGE}",
            run.id
        );
        let batches = reader.rows(what, &sql).await?;
        if batches.is_empty() {
            return Ok(steps);
        }
        for row in batches {
            let bad = |error: sqlx::Error| unreadable(what, &error.to_string());
            let step = usize::try_from(row.try_get::<i32, _>(0).map_err(bad)?).unwrap_or(usize::MAX);
            let (upto, rows): (i64, i64) = (row.try_get(1).map_err(bad)?, row.try_get(2).map_err(bad)?);
            let (seal, chained): (String, String) = (row.try_get(3).map_err(bad)?, row.try_get(4).map_err(bad)?);
            link = chain::link(&link, step, upto, rows, &seal);
            let is_of_rows = run.plan.steps.get(step).is_some_and(|it| matches!(it.work, Work::Rows(_)));
            let (true, true, Some(sums)) = (link == chained, is_of_rows, chain::sums(&seal)) else {
                return Err(RunError::Tampered { run: run.id, step });
            };
            let all = steps.entry(step).or_default();
            all.rows += rows;
            all.upto = upto;
            all.sums = (all.sums.0 + sums.0, all.sums.1 + sums.1);
            last = Some((step, upto));
        }
    }
}

/// Compares the journal of a step with its seals, and its rows with the table; the keys of those that differ.
///
/// Sums tell in one pass over each of the two that nothing differs. Only where they do not, each row is looked for.
async fn compare(
    reader: &mut Writer,
    run: &Run,
    (at, step, work): Place<'_>,
    sealed: &Sealed,
) -> Result<Vec<String>, RunError> {
    let bad = |error: sqlx::Error| unreadable(WHAT, &error.to_string());
    let rows = reader.rows(WHAT, &rows::journaled(run.id, at, sealed.upto)).await?;
    let row = rows.first().ok_or_else(|| unreadable(WHAT, "no row"))?;
    let (count, seal): (i64, String) = (row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?);
    let after: Option<String> = row.try_get(2).map_err(bad)?;
    if count != sealed.rows || chain::sums(&seal) != Some(sealed.sums) {
        return Err(RunError::Tampered { run: run.id, step: at });
    }
    let later: Vec<usize> = later(&run.plan.steps, at).collect();
    if work.op == Op::Quarantine || work.key.is_empty() || !later.is_empty() {
        let rows = reader.rows(WHAT, &rows::differing(run.id, at, step, work, &later, NAMED)).await?;
        return Ok(rows
            .iter()
            .map(|row| row.try_get::<Option<String>, _>(0).ok().flatten().unwrap_or_default())
            .collect());
    }
    if let Reach::Range(from, to) = reach(reader, run, (at, step, work), (0, sealed.upto), count).await? {
        let answers = reader
            .answers(&rows::summed(step, work, (from, to), count).each_ref().map(|it| (WHAT, it.as_str())))
            .await?;
        let row = answers.get(1).and_then(|it| it.first()).ok_or_else(|| unreadable(WHAT, "no row"))?;
        let (there, sum): (i64, Option<String>) = (row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?);
        if (there, sum) == (count, after) {
            return Ok(Vec::new());
        }
    }
    differing(reader, run, (at, step, work)).await
}

/// The keys of the rows of a step that differ, batch by batch.
async fn differing(reader: &mut Writer, run: &Run, (at, step, work): Place<'_>) -> Result<Vec<String>, RunError> {
    let (mut keys, mut after) = (Vec::<String>::new(), 0);
    loop {
        let next = format!(
            "SELECT upto, rows FROM orientor_doctor.batches WHERE run = {} AND step = {at} AND upto > {after} ORDER BY upto LIMIT 1",
            run.id
        );
        let bad = |error: sqlx::Error| unreadable(WHAT, &error.to_string());
        let Some(row) = reader.rows(WHAT, &next).await?.into_iter().next() else { return Ok(keys) };
        let (upto, count): (i64, i64) = (row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?);
        let reach = reach(reader, run, (at, step, work), (after, upto), count).await?;
        let sql = rows::compared(run.id, at, step, work, (after, upto), reach, NAMED - keys.len());
        let answers = reader.answers(&rows::joined(reach, &sql).each_ref().map(|it| (WHAT, it.as_str()))).await?;
        let row = answers.get(1).and_then(|it| it.first()).ok_or_else(|| unreadable(WHAT, "no row"))?;
        keys.extend(row.try_get::<Option<Vec<String>>, _>(0).map_err(bad)?.unwrap_or_default());
        if keys.len() >= NAMED {
            return Ok(keys);
        }
        after = upto;
    }
}

/// How the rows of a batch or a whole step, `count` of them, are found.
async fn reach(
    reader: &mut Writer,
    run: &Run,
    (at, step, work): Place<'_>,
    range: (i64, i64),
    count: i64,
) -> Result<Reach, RunError> {
    let Some(ends) = rows::ends(run.id, at, step, work, range) else { return Ok(Reach::Each) };
    let rows = reader.rows(WHAT, &ends).await?;
    let row = rows.first().ok_or_else(|| unreadable(WHAT, "no row"))?;
    let bad = |error: sqlx::Error| unreadable(WHAT, &error.to_string());
    let (from, to): (Option<i64>, Option<i64>) = (row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?);
    let inherited: bool = row.try_get(2).map_err(bad)?;
    Ok(match from.zip(to) {
        Some((from, to)) if !inherited && from <= to && to - from < SPARSE * count => Reach::Range(from, to),
        _ => Reach::Each,
    })
}
