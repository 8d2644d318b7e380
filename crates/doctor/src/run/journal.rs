//! The journal: whether it is as it was written.

use std::collections::BTreeMap;

use sqlx::Row as _;

use super::{RunError, Writer, chain, record::Run, rows::seal, writer::unreadable};
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

/// The batches of all steps, if the chain holds them, and the journal has rows of no other steps.
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
    if reader.rows(WHAT, &strangers(run.id, &steps)).await?.is_empty() {
        Ok(steps)
    } else {
        Err(RunError::Tampered { run: run.id, step: 0 })
    }
}

/// Steps that the journal has and `known` has not.
fn strangers(run: i64, known: &BTreeMap<usize, Sealed>) -> String {
    let known: Vec<String> = known.keys().map(ToString::to_string).collect();
    format!(
        "WITH RECURSIVE s AS (SELECT min(step) AS step FROM orientor_doctor.journal WHERE run = {run} UNION ALL \
         SELECT (SELECT min(j.step) FROM orientor_doctor.journal AS j WHERE j.run = {run} AND j.step > s.step) FROM s WHERE s.step IS NOT NULL) \
         SELECT step FROM s WHERE step IS NOT NULL AND step <> ALL (ARRAY[{}]::integer[])",
        known.join(", ")
    )
}

/// The sum over the rows of a step as the run has left them, if its journal rows are those that were sealed.
pub(super) async fn sum(reader: &mut Writer, run: i64, at: usize, sealed: &Sealed) -> Result<String, RunError> {
    let sql = format!(
        "{}, coalesce(sum(j.after), 0)::text FROM orientor_doctor.journal AS j WHERE j.run = {run} AND j.step = {at}",
        seal(run, at, (0, sealed.upto))
    );
    let rows = reader.rows(WHAT, &sql).await?;
    let row = rows.first().ok_or_else(|| unreadable(WHAT, "no row"))?;
    let bad = |error: sqlx::Error| unreadable(WHAT, &error.to_string());
    let (count, seal): (i64, String) = (row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?);
    if count != sealed.rows || chain::sums(&seal) != Some(sealed.sums) {
        return Err(RunError::Tampered { run, step: at });
    }
    row.try_get(2).map_err(bad)
}

/// Whether the journal is as it was written: all seals fit their rows, and every link the one before it.
pub(super) async fn unbroken(writer: &mut Writer, run: &Run) -> Result<(), RunError> {
    for (at, sealed) in sealed(writer, run).await? {
        sum(writer, run.id, at, &sealed).await?;
    }
    Ok(())
}
