//! The journal: whether it is as it was written.

use std::collections::BTreeMap;

use sqlx::Row as _;

use super::{RunError, Writer, chain, parents, record::Run, writer::unreadable};
use crate::plan::{Plan, Work};

/// Batches that are read at a time.
const PAGE: usize = 1_000;

const WHAT: &str = "checking the journal";

/// What the batches of a step say together.
#[derive(Debug, Default)]
pub(super) struct Sealed {
    /// How many rows of the journal there are, in all batches.
    pub rows: i64,
    /// The number of the last one.
    pub upto: i64,
    /// Of their seals.
    sums: (i128, i128),
}

/// The batches of all steps, if the chain holds them.
pub(super) async fn sealed(reader: &mut Writer, run: &Run) -> Result<BTreeMap<usize, Sealed>, RunError> {
    if run.plan.format != Plan::FORMAT {
        return Err(RunError::NotThisPlan(format!(
            "run {} was recorded in form {}, and this program knows {}: its journal is sealed in another way; use the version that wrote it",
            run.id,
            run.plan.format,
            Plan::FORMAT
        )));
    }
    let mut steps = BTreeMap::<usize, Sealed>::new();
    let (mut link, mut last) = (run.digest.clone(), None);
    loop {
        let from = last.map_or_else(String::new, |(step, upto)| format!("AND (step, upto) > ({step}, {upto})"));
        let sql = format!(
            "SELECT step, upto, rows, seal, chain FROM orientor_doctor.batches WHERE run = {} {from} ORDER BY step, upto LIMIT {PAGE}",
            run.id
        );
        let batches = reader.rows(WHAT, &sql).await?;
        if batches.is_empty() {
            break;
        }
        for row in batches {
            let bad = |error: sqlx::Error| unreadable(WHAT, &error.to_string());
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
    Ok(steps)
}

/// For each step the sum over its rows as the run has left them, if the rows of the journal are those that were sealed, and it
/// has none of other steps. One pass for all: the database would read a large journal once for each step.
pub(super) async fn sums(
    reader: &mut Writer,
    run: i64,
    sealed: &BTreeMap<usize, Sealed>,
) -> Result<BTreeMap<usize, String>, RunError> {
    let sql = format!(
        "SELECT j.step, j.rows, j.seal || coalesce(o.seal, ''), j.sum FROM \
         (SELECT j.step, count(*) AS rows, {} AS seal, coalesce(sum(j.after), 0)::text AS sum \
         FROM orientor_doctor.journal AS j WHERE j.run = {run} GROUP BY j.step) AS j LEFT JOIN {} AS o ON o.step = j.step",
        chain::SEAL,
        parents::seals(run)
    );
    let mut sums = BTreeMap::<usize, String>::new();
    for row in reader.rows(WHAT, &sql).await? {
        let bad = |error: sqlx::Error| unreadable(WHAT, &error.to_string());
        let step = usize::try_from(row.try_get::<i32, _>(0).map_err(bad)?).unwrap_or(usize::MAX);
        let (rows, seal): (i64, String) = (row.try_get(1).map_err(bad)?, row.try_get(2).map_err(bad)?);
        let known = sealed.get(&step).ok_or(RunError::Tampered { run, step: 0 })?;
        if rows != known.rows || chain::sums(&seal) != Some(known.sums) {
            return Err(RunError::Tampered { run, step });
        }
        sums.insert(step, row.try_get(3).map_err(bad)?);
    }
    for (&step, known) in sealed.iter().filter(|(step, _)| !sums.contains_key(step)) {
        if known.rows != 0 || known.sums != (0, 0) {
            return Err(RunError::Tampered { run, step });
        }
    }
    Ok(sums)
}

/// Whether the journal is as it was written: all seals fit their rows, and every link the one before it.
pub(super) async fn unbroken(writer: &mut Writer, run: &Run) -> Result<(), RunError> {
    let sealed = sealed(writer, run).await?;
    sums(writer, run.id, &sealed).await.map(drop)
}
