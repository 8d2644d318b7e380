//! Batches: rows are changed, journaled, sealed and recorded in one transaction each.

use sqlx::{Row as _, postgres::PgRow};

use super::{
    ApplyOptions, RunError, Writer, chain,
    elsewhere::{COUNTS, WHAT, Written},
    known::Known,
    parents::{self, Link},
    record::Run,
    rows, sequences,
    writer::{BEGIN_BATCH as BEGIN, unreadable},
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
    known: &Known,
    link: &mut String,
    options: &ApplyOptions,
) -> Result<u64, RunError> {
    let (at, step, work) = place;
    let staging = Staging::of_run(run.id);
    let (links, family) = (known.links(step, work), known.tables.get(step).family);
    let total = i64::try_from(work.predicted).unwrap_or(i64::MAX);
    let mut after = known.done(at);
    let mut changed = 0;
    while after < total {
        if options.stop.is_cancelled() {
            return Err(RunError::Stopped);
        }
        let upto = (after + i64::from(options.batch)).min(total);
        let batch = Batch { run, place, staged: &staging.table, links: &links, family: &family, range: (after, upto) };
        match batch.change(writer, link).await {
            Ok(next) => *link = next,
            Err(error) => {
                writer.rollback().await;
                return Err(error);
            }
        }
        changed += (upto - after).unsigned_abs();
        after = upto;
    }
    Ok(changed)
}

/// Some rows of a step, all in one transaction.
struct Batch<'a> {
    run: &'a Run,
    place: Place<'a>,
    staged: &'a str,
    links: &'a [Link],
    family: &'a [i64],
    range: (i64, i64),
}

impl Batch<'_> {
    /// Changes the rows and commits; the next link of the chain. Wherever it can be, it is two trips to the database: one that changes, and,
    /// when it has changed what it should have, one that records it.
    async fn change(&self, writer: &mut Writer, link: &str) -> Result<String, RunError> {
        let (run, (at, step, work), (after, upto)) = (self.run.id, self.place, self.range);
        let what = format!("{} in {}.{}", step.check, step.schema, step.table);
        let mut before: Vec<(&str, &str)> = BEGIN.to_vec();
        if !work.sequences.is_empty() {
            writer.begin_batch().await?;
            before.clear();
            for name in &work.sequences {
                sequences::before(writer, run, name).await?;
            }
        }
        let note = parents::note(run, self.place, self.staged, self.links, self.range);
        if !self.links.is_empty() {
            before.push((&what, &note));
        }
        let (count, seal) = forward(writer, run, self.place, self.staged, self.family, self.range, before).await?;
        for name in &work.sequences {
            sequences::after(writer, run, name).await?;
        }
        if count != upto - after {
            return Err(self.strayed(writer, &what).await?);
        }
        // Later steps on the same table have to find the rows that this one changes.
        let later: Vec<usize> = later(&self.run.plan.steps, at).collect();
        let follow = rows::follow(run, at, self.staged, &later, self.range);
        let next = chain::link(link, at, upto, count, &seal);
        let record = format!(
            "INSERT INTO orientor_doctor.batches (run, step, upto, rows, seal, chain) VALUES ({run}, {at}, {upto}, {count}, '{seal}', '{next}')"
        );
        let mut end: Vec<(&str, &str)> = vec![("recording the batch", &record), ("committing", "COMMIT")];
        if !later.is_empty() && work.op == Op::Update {
            end.insert(0, (&what, &follow));
        }
        writer.answers(&end).await?;
        Ok(next)
    }

    /// What to say where not every row of the batch was as it had been.
    async fn strayed(&self, writer: &mut Writer, what: &str) -> Result<RunError, RunError> {
        let (at, step, work) = self.place;
        if work.op == Op::Insert {
            return Ok(unreadable(what, "not every row could be added"));
        }
        // The statement has changed nothing that stays: the transaction is given up.
        writer.rollback().await;
        let keys = writer.rows(what, &rows::strayed(at, step, work, self.staged, self.range)).await?;
        let keys: Vec<String> = keys.iter().filter_map(|row| row.try_get(0).ok()).collect();
        Ok(RunError::Moved(vec![format!("{}.{} at {}", step.schema, step.table, keys.join(", "))]))
    }
}

/// Changes the rows of a batch, for the caller to take back.
pub(super) async fn attempt(
    writer: &mut Writer,
    run: i64,
    place: Place<'_>,
    staging: &Staging,
    family: &[i64],
    range: (i64, i64),
) -> Result<(), RunError> {
    for name in &place.2.sequences {
        sequences::before(writer, run, name).await?;
    }
    forward(writer, run, place, &staging.table, family, range, Vec::new()).await.map(drop)
}

/// Changes rows and journals them, after what has to be done `before`, and refuses if that has written anything else; how
/// many rows, if all of them were as they had been, and their seal.
async fn forward(
    writer: &mut Writer,
    run: i64,
    (at, step, work): Place<'_>,
    staged: &str,
    family: &[i64],
    range: (i64, i64),
    mut before: Vec<(&str, &str)>,
) -> Result<(i64, String), RunError> {
    let what = format!("{} in {}.{}", step.check, step.schema, step.table);
    let sql = rows::forward(run, at, step, work, staged, range);
    before.extend([(WHAT, COUNTS), (&what, &sql), (WHAT, COUNTS)]);
    let answers = writer.answers(&before).await?;
    let [.., earlier, done, now] = &answers[..] else { return Err(unreadable(&what, "no answer")) };
    let (count, seal) = sealed(&what, done)?;
    Written::read(earlier)?.refuse_more(&Written::read(now)?, writer, (step, work, family), count).await?;
    Ok((count, seal))
}

/// A count and a seal, as a statement gives them.
fn sealed(what: &str, rows: &[PgRow]) -> Result<(i64, String), RunError> {
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
