//! Whether what a run has written is what is there.

mod questions;

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Mutex, PoisonError},
};

use futures_util::future::try_join_all;
use sqlx::{Row as _, postgres::PgRow};

use self::questions::Reach;
use super::{
    ApplyOptions, RunError, State, Writer,
    batch::Place,
    journal::{self, Sealed},
    record::{self, Run},
    rows,
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
    let sealed = journal::sealed(&mut readers[0], run).await?;
    let sums = journal::sums(&mut readers[0], run.id, &sealed).await?;
    let known = Known { run, sealed, sums };
    let found = shared(readers, known.tables(), async |reader, places: Vec<Place<'_>>| {
        let found = known.differing(reader, &places).await?;
        for (_, step, _) in &places {
            progress.answered(&step.table);
        }
        Ok(found)
    });
    let mut found: BTreeMap<usize, Vec<String>> = found.await?.into_iter().flatten().collect();
    let mut verified = Verified { before: run.plan.summary.clone(), ..Verified::default() };
    for (at, step) in steps.iter().enumerate() {
        let Work::Rows(work) = &step.work else {
            progress.answered(&step.table);
            continue;
        };
        let table = format!("{}.{}", step.schema, step.table);
        let journaled = known.sealed.get(&at).map_or(0, |it| it.rows.unsigned_abs());
        if journaled != work.predicted {
            verified.miscounted.push((table.clone(), work.predicted, journaled));
        }
        verified.rows += journaled;
        let keys: Vec<String> = found.remove(&at).unwrap_or_default();
        verified.differences.extend(keys.into_iter().map(|key| Difference { table: table.clone(), key }));
    }
    Ok(verified)
}

/// Does all jobs; each reader takes the next one as soon as it is free.
async fn shared<J, T>(
    readers: &mut [Writer],
    jobs: Vec<J>,
    work: impl AsyncFn(&mut Writer, J) -> Result<T, RunError>,
) -> Result<Vec<T>, RunError> {
    let open = Mutex::new(VecDeque::from(jobs));
    let done = try_join_all(readers.iter_mut().map(|reader| {
        let (open, work) = (&open, &work);
        async move {
            let mut done = Vec::new();
            loop {
                let next = open.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                let Some(job) = next else { return Ok::<_, RunError>(done) };
                done.push(work(reader, job).await?);
            }
        }
    }));
    Ok(done.await?.into_iter().flatten().collect())
}

/// What is known of a run when its journal has been looked through.
struct Known<'a> {
    run: &'a Run,
    sealed: BTreeMap<usize, Sealed>,
    /// By step, over the rows as it has left them.
    sums: BTreeMap<usize, String>,
}

impl<'a> Known<'a> {
    /// The steps that have changed rows, those of one table together.
    fn tables(&self) -> Vec<Vec<Place<'a>>> {
        let mut tables = BTreeMap::<_, Vec<Place<'_>>>::new();
        for (at, step) in self.run.plan.steps.iter().enumerate() {
            if let Work::Rows(work) = &step.work
                && self.sealed.contains_key(&at)
            {
                tables.entry((&step.schema, &step.table)).or_default().push((at, step, work));
            }
        }
        tables.into_values().collect()
    }

    /// The keys of the rows of a table that differ, by step.
    ///
    /// Sums tell in one pass over each of the two that nothing differs. Only where they do not, each row is looked for.
    async fn differing(
        &self,
        reader: &mut Writer,
        places: &[Place<'_>],
    ) -> Result<Vec<(usize, Vec<String>)>, RunError> {
        let mut differing = Vec::new();
        if !self.agrees(reader, places).await? {
            for place in places {
                differing.push((place.0, self.differing_of(reader, *place).await?));
            }
        }
        Ok(differing)
    }

    /// Whether the sums say that all rows of a table are as the run has left them.
    async fn agrees(&self, reader: &mut Writer, places: &[Place<'_>]) -> Result<bool, RunError> {
        let (Some(left), Some(place)) = (self.left(reader, places).await?, places.first()) else { return Ok(false) };
        // Comparing the key of each row takes a twentieth of the whole.
        let all = one(reader, &[questions::all_within(*place, left.range)]).await?.try_get(0).map_err(bad)?;
        let range = if all { None } else { Some(left.range) };
        let row = one(reader, &questions::summed(*place, range, left.keys)).await?;
        let (rows, sum): (i64, String) = (row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?);
        Ok((rows, sum) == (left.rows, left.sum))
    }

    /// What the run has left in a table, where that can be told in a few numbers.
    async fn left(&self, reader: &mut Writer, places: &[Place<'_>]) -> Result<Option<Left>, RunError> {
        if let [place] = places
            && let Some(sealed) = self.sealed.get(&place.0)
            && let Reach::Range(from, to) = self.reach(reader, *place, (0, sealed.upto), sealed.rows).await?
        {
            let sum = self.sums.get(&place.0).cloned().unwrap_or_default();
            return Ok(Some(Left { range: (from, to), keys: sealed.rows, rows: sealed.rows, sum }));
        }
        // Of changed rows it is known by now that they are far apart.
        if matches!(places, [(_, _, work)] if work.op == Op::Update) {
            return Ok(None);
        }
        let Some(last) = questions::last(self.run.id, places) else { return Ok(None) };
        let row = one(reader, &questions::joined(last)).await?;
        let (from, to): (Option<i64>, Option<i64>) = (row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?);
        let (keys, rows) = (row.try_get(3).map_err(bad)?, row.try_get(4).map_err(bad)?);
        let sum = row.try_get(5).map_err(bad)?;
        let range = is_dense((from, to), row.try_get(2).map_err(bad)?, keys);
        Ok(range.map(|range| Left { range, keys, rows, sum }))
    }

    /// The keys of the rows of a step that differ.
    async fn differing_of(&self, reader: &mut Writer, place: Place<'_>) -> Result<Vec<String>, RunError> {
        let (at, step, work) = place;
        let later: Vec<usize> = later(&self.run.plan.steps, at).collect();
        if work.op == Op::Quarantine || work.key.is_empty() || !later.is_empty() {
            let sql = rows::differing(self.run.id, at, step, work, &later, NAMED);
            let keys = reader.rows(WHAT, &sql).await?;
            return keys
                .iter()
                .map(|row| Ok(row.try_get::<Option<_>, _>(0).map_err(bad)?.unwrap_or_default()))
                .collect();
        }
        let (mut keys, mut after) = (Vec::<String>::new(), 0);
        loop {
            let next = format!(
                "SELECT upto, rows FROM orientor_doctor.batches WHERE run = {} AND step = {at} AND upto > {after} ORDER BY upto LIMIT 1",
                self.run.id
            );
            let Some(row) = reader.rows(WHAT, &next).await?.into_iter().next() else { return Ok(keys) };
            let (upto, count): (i64, i64) = (row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?);
            let reach = self.reach(reader, place, (after, upto), count).await?;
            let sql = questions::compared(self.run.id, place, (after, upto), reach, NAMED - keys.len());
            let row = one(reader, &sql).await?;
            keys.extend(row.try_get::<Option<Vec<String>>, _>(0).map_err(bad)?.unwrap_or_default());
            if keys.len() >= NAMED {
                return Ok(keys);
            }
            after = upto;
        }
    }

    /// How the rows of a part of a step, `count` of them, are found.
    async fn reach(
        &self,
        reader: &mut Writer,
        place: Place<'_>,
        part: (i64, i64),
        count: i64,
    ) -> Result<Reach, RunError> {
        let Some(ends) = questions::ends(self.run.id, place, part) else { return Ok(Reach::Each) };
        let row = one(reader, &[ends]).await?;
        let ends = (row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?);
        let range = is_dense(ends, row.try_get(2).map_err(bad)?, count);
        Ok(range.map_or(Reach::Each, |(from, to)| Reach::Range(from, to)))
    }
}

/// What a run has left in a table.
struct Left {
    /// The least and the greatest key that it has had a row of.
    range: (i64, i64),
    /// How many keys.
    keys: i64,
    /// How many of these rows are still there.
    rows: i64,
    /// Over them.
    sum: String,
}

/// The range of keys, if `count` rows are most of it, and no key may be there twice.
fn is_dense(ends: (Option<i64>, Option<i64>), is_inherited: bool, count: i64) -> Option<(i64, i64)> {
    let (from, to) = ends.0.zip(ends.1)?;
    (!is_inherited && from <= to && to.saturating_sub(from) < SPARSE * count).then_some((from, to))
}

/// The only row that some statements give: that of the second one, if there are several.
async fn one(reader: &mut Writer, statements: &[String]) -> Result<PgRow, RunError> {
    let asked: Vec<(&str, &str)> = statements.iter().map(|it| (WHAT, it.as_str())).collect();
    let mut answers = reader.answers(&asked).await?.into_iter().skip(usize::from(asked.len() > 1));
    answers.next().and_then(|rows| rows.into_iter().next()).ok_or_else(|| unreadable(WHAT, "no row"))
}

fn bad(error: sqlx::Error) -> RunError {
    unreadable(WHAT, &error.to_string())
}
