//! Batches: rows are changed, journaled, sealed and recorded in one transaction each.

use sqlx::Row as _;

use super::{
    ApplyOptions, RunError, Writer, chain,
    elsewhere::Written,
    parents::{self, Link},
    record::Run,
    rows, sequences,
    writer::unreadable,
};
use crate::plan::{Op, RowWork, Staging, Step, later};

/// A step of rows: which one, itself, and its work.
pub(super) type Place<'a> = (usize, &'a Step, &'a RowWork);

/// Changes the rows of a step that are not changed yet, batch by batch; how many.
///
/// `link` is the last link of the chain, and becomes the next with each batch.
pub(super) async fn all(
    writer: &mut Writer,
    run: &Run,
    place: Place<'_>,
    staging: &Staging,
    link: &mut String,
    options: &ApplyOptions,
) -> Result<u64, RunError> {
    let (at, step, work) = place;
    let links = Link::from(writer, step, work).await?;
    let total = i64::try_from(work.predicted).unwrap_or(i64::MAX);
    let done =
        format!("SELECT coalesce(max(upto), 0) FROM orientor_doctor.batches WHERE run = {} AND step = {at}", run.id);
    let mut after = writer.number("reading how far the run has come", &done).await?;
    let mut changed = 0;
    while after < total {
        if options.stop.is_cancelled() {
            return Err(RunError::Stopped);
        }
        let upto = (after + i64::from(options.batch)).min(total);
        writer.begin_batch().await?;
        let next = one(writer, run, place, staging, &links, link, (after, upto)).await;
        *link = writer.settle(next).await?;
        changed += (upto - after).unsigned_abs();
        after = upto;
    }
    Ok(changed)
}

/// One batch; the next link of the chain.
async fn one(
    writer: &mut Writer,
    run: &Run,
    (at, step, work): Place<'_>,
    staging: &Staging,
    links: &[Link],
    link: &str,
    (after, upto): (i64, i64),
) -> Result<String, RunError> {
    let what = format!("{} in {}.{}", step.check, step.schema, step.table);
    for name in &work.sequences {
        sequences::before(writer, run.id, name).await?;
    }
    for link in links {
        writer.run(&what, &parents::note(run.id, (at, step, work), &staging.table, link, (after, upto))).await?;
    }
    let written = Written::now(writer, step).await?;
    let forward = rows::forward(run.id, at, step, work, &staging.table, (after, upto));
    let (count, seal) = sealed(writer, &what, &forward).await?;
    for name in &work.sequences {
        sequences::after(writer, run.id, name).await?;
    }
    if count != upto - after {
        if work.op == Op::Insert {
            return Err(unreadable(&what, "not every row could be added"));
        }
        let strayed = rows::strayed(at, step, work, &staging.table, (after, upto));
        // The statement has changed nothing that stays: the transaction is given up.
        writer.rollback().await;
        writer.begin("").await?;
        let keys = writer.rows(&what, &strayed).await?;
        let keys: Vec<String> = keys.iter().filter_map(|row| row.try_get(0).ok()).collect();
        return Err(RunError::Moved(vec![format!("{}.{} at {}", step.schema, step.table, keys.join(", "))]));
    }
    written.refuse_more(writer, step, work, count).await?;
    // Later steps on the same table have to find the rows that this one changes.
    let later: Vec<usize> = later(&run.plan.steps, at).collect();
    if !later.is_empty() {
        writer.run(&what, &rows::follow(run.id, at, &staging.table, &later, (after, upto))).await?;
    }
    let next = chain::link(link, at, upto, count, &seal);
    let sql = format!(
        "INSERT INTO orientor_doctor.batches (run, step, upto, rows, seal, chain) VALUES ({}, {at}, {upto}, {count}, '{seal}', '{next}')",
        run.id
    );
    writer.run("recording the batch", &sql).await?;
    Ok(next)
}

/// Changes the rows of a batch, for the caller to take back.
pub(super) async fn attempt(
    writer: &mut Writer,
    run: i64,
    (at, step, work): Place<'_>,
    staging: &Staging,
    range: (i64, i64),
) -> Result<(), RunError> {
    for name in &work.sequences {
        sequences::before(writer, run, name).await?;
    }
    let written = Written::now(writer, step).await?;
    let forward = rows::forward(run, at, step, work, &staging.table, range);
    let (count, _) = sealed(writer, &step.title, &forward).await?;
    written.refuse_more(writer, step, work, count).await
}

/// How many journal rows a batch has, and their checksum.
pub(super) async fn seal(
    writer: &mut Writer,
    run: i64,
    at: usize,
    (after, upto): (i64, i64),
) -> Result<(i64, String), RunError> {
    let sql = format!(
        "{} FROM orientor_doctor.journal AS j WHERE j.run = {run} AND j.step = {at} AND j.n > {after} AND j.n <= {upto}",
        rows::seal(run, at, (after, upto))
    );
    sealed(writer, "sealing the batch", &sql).await
}

/// A count and a seal, as a statement gives them.
async fn sealed(writer: &mut Writer, what: &str, sql: &str) -> Result<(i64, String), RunError> {
    let rows = writer.rows(what, sql).await?;
    let row = rows.first().ok_or_else(|| unreadable(what, "no row"))?;
    let bad = |error: sqlx::Error| unreadable(what, &error.to_string());
    Ok((row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?))
}

/// The last link of the chain of a run.
pub(super) async fn last_link(writer: &mut Writer, run: &Run) -> Result<String, RunError> {
    let sql = format!(
        "SELECT chain FROM orientor_doctor.batches WHERE run = {} ORDER BY step DESC, upto DESC LIMIT 1",
        run.id
    );
    let rows = writer.rows("reading the last batch", &sql).await?;
    Ok(rows.first().and_then(|row| row.try_get(0).ok()).unwrap_or_else(|| run.digest.clone()))
}
