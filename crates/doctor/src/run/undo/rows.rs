//! Puts the rows of one step back, batch by batch, the last one first.

use sqlx::Row as _;

use super::{Conflict, Obstacle, Op, Run, RunError, Step, UndoOptions, Writer, name};
use crate::{
    error::Asking,
    plan::RowWork,
    run::{
        parents::{self, Link},
        rows::backward,
        target::Target,
        writer::unreadable,
    },
};

/// Batches that are read at a time.
const PAGE: usize = 1_000;

/// A step whose rows are put back.
struct Back<'a> {
    run: &'a Run,
    at: usize,
    step: &'a Step,
    work: &'a RowWork,
    target: Target,
    /// What its rows refer to.
    links: Vec<Link>,
    /// What refers to its rows.
    children: Vec<Link>,
    partial: bool,
    what: String,
}

/// Puts back what is not back yet; how many rows, and which have to stay as they are.
pub(super) async fn put_back(
    writer: &mut Writer,
    run: &Run,
    (at, step, work): (usize, &Step, &RowWork),
    options: &UndoOptions,
) -> Result<(u64, Vec<Conflict>), RunError> {
    let what = format!("putting back rows of {}", name(step));
    let next = format!(
        "SELECT upto, rows FROM orientor_doctor.batches WHERE run = {} AND step = {at} AND NOT undone ORDER BY upto DESC LIMIT {PAGE}",
        run.id
    );
    let mut batches = writer.rows(&what, &next).await?;
    if batches.is_empty() {
        return Ok((0, Vec::new()));
    }
    let back = Back {
        run,
        at,
        step,
        work,
        target: Target::of(writer, step).await?,
        links: Link::from(writer, step, work).await?,
        children: Link::to(writer, step, work).await?,
        partial: options.partial,
        what,
    };
    let mut restored = 0;
    let mut left = Vec::new();
    while !batches.is_empty() {
        for batch in batches {
            if options.apply.stop.is_cancelled() {
                return Err(RunError::Stopped);
            }
            let bad = |error: sqlx::Error| unreadable(&back.what, &error.to_string());
            let (upto, count): (i64, i64) = (batch.try_get(0).map_err(bad)?, batch.try_get(1).map_err(bad)?);
            writer.begin("").await?;
            match back.batch(writer, upto, count).await {
                Ok(rows) => {
                    writer.commit().await?;
                    restored += rows;
                }
                // Rows that were left as they are can stand in the way of others. Then each row is on its own.
                Err(error) if back.partial && is_of_rows(&error) => {
                    writer.rollback().await;
                    let (rows, stayed) = back.one_by_one(writer, upto).await?;
                    restored += rows;
                    left.extend(stayed);
                }
                Err(error) => {
                    writer.rollback().await;
                    return Err(error);
                }
            }
        }
        // Each of them has its mark by now.
        batches = writer.rows(&back.what, &next).await?;
    }
    Ok((restored, left))
}

/// Whether it is about rows, so that others of the batch may still go.
fn is_of_rows(error: &RunError) -> bool {
    matches!(error, RunError::Failed { source: Asking::Rule(_), .. } | RunError::Stays { .. })
}

impl Back<'_> {
    /// Prepares a transaction; where the batch that ends at `upto` begins.
    async fn ready(&self, writer: &mut Writer, upto: i64) -> Result<i64, RunError> {
        self.target.triggers.hush(writer).await?;
        // What is refused only at the end of the transaction would be nobody's fault then.
        writer.run(&self.what, "SET CONSTRAINTS ALL IMMEDIATE").await?;
        let lower = format!(
            "SELECT coalesce(max(upto), 0) FROM orientor_doctor.batches WHERE run = {} AND step = {} AND upto < {upto}",
            self.run.id, self.at
        );
        writer.number(&self.what, &lower).await
    }

    /// Puts a whole batch back, with its mark.
    async fn batch(&self, writer: &mut Writer, upto: i64, count: i64) -> Result<u64, RunError> {
        let after = self.ready(writer, upto).await?;
        let back = self.rows(writer, (after, upto)).await?;
        if back != count && !self.partial {
            return Err(RunError::Stays { table: name(self.step), keys: Vec::new(), why: Obstacle::Changed });
        }
        self.target.triggers.wake(writer).await?;
        writer.run(&self.what, &self.mark(upto)).await?;
        Ok(back.unsigned_abs())
    }

    /// Puts the rows of a batch back one by one; those that cannot be as they were stay as they are, and are named.
    async fn one_by_one(&self, writer: &mut Writer, upto: i64) -> Result<(u64, Vec<Conflict>), RunError> {
        let mut restored = 0;
        writer.begin("").await?;
        let after = self.ready(writer, upto).await?;
        let mut waiting: Vec<i64> = (after + 1..=upto).rev().collect();
        // A row may refer to another one of the same batch, so what was refused is tried again as long as something gives way.
        let stayed = loop {
            let mut refused = Vec::new();
            for n in &waiting {
                writer.run(&self.what, "SAVEPOINT one").await?;
                match self.rows(writer, (n - 1, *n)).await {
                    Ok(rows) => restored += rows.unsigned_abs(),
                    Err(error) if is_of_rows(&error) => {
                        writer.run(&self.what, "ROLLBACK TO one").await?;
                        refused.push((*n, error));
                    }
                    Err(error) => {
                        writer.rollback().await;
                        return Err(error);
                    }
                }
                writer.run(&self.what, "RELEASE one").await?;
            }
            if refused.len() == waiting.len() || refused.is_empty() {
                break refused;
            }
            waiting = refused.into_iter().map(|(n, _)| n).collect();
        };
        let mut left = Vec::new();
        for (n, error) in stayed {
            left.push(self.stays(writer, n, &error).await?);
        }
        self.target.triggers.wake(writer).await?;
        writer.run(&self.what, &self.mark(upto)).await?;
        writer.commit().await?;
        Ok((restored, left))
    }

    /// Notes that a row of the journal stays as it is, and says which and why.
    async fn stays(&self, writer: &mut Writer, n: i64, error: &RunError) -> Result<Conflict, RunError> {
        let (run, at) = (self.run.id, self.at);
        let note = format!(
            "INSERT INTO orientor_doctor.remains (run, step, n) VALUES ({run}, {at}, {n}) ON CONFLICT DO NOTHING"
        );
        writer.run(&self.what, &note).await?;
        let key = format!(
            "SELECT coalesce(k, k2)::text FROM orientor_doctor.journal WHERE run = {run} AND step = {at} AND n = {n}"
        );
        let keys = self.texts(writer, &key).await?;
        let why = match error {
            RunError::Stays { why, .. } => *why,
            _ if !self.bereft(writer, (n - 1, n)).await?.is_empty() => Obstacle::ParentGone,
            _ => Obstacle::Refused,
        };
        Ok(Conflict { table: name(self.step), key: keys.into_iter().next().unwrap_or_default(), why })
    }

    /// Puts rows back; yields how many.
    ///
    /// Some of them may have referred to nothing. Where a foreign key has been there all along and was not kept, it would
    /// refuse them now, so it is asked first, and not asked again if it does. But then no other row may come back so.
    async fn rows(&self, writer: &mut Writer, range: (i64, i64)) -> Result<i64, RunError> {
        if !self.children.is_empty() {
            writer.number(&self.what, &parents::hold(self.run.id, self.at, self.step, self.work, range)).await?;
            let keys = self.referred(writer, range).await?;
            if !keys.is_empty() {
                return Err(self.refused(keys, Obstacle::Referred));
            }
        }
        let sql = backward(self.run.id, self.at, self.step, self.work, &self.target, range);
        writer.run(&self.what, "SAVEPOINT as_it_was").await?;
        let source = match writer.number(&self.what, &sql).await {
            Err(RunError::Failed { source: source @ Asking::Rule(_), .. }) => source,
            other => return other,
        };
        writer.run(&self.what, "ROLLBACK TO as_it_was").await?;
        let had_orphans = writer.number(&self.what, &parents::had_orphans(self.run.id, self.at, range)).await? > 0;
        if self.work.op == Op::Insert || !had_orphans {
            return Err(RunError::Failed { what: self.what.clone(), source });
        }
        if writer.run(&self.what, "SET LOCAL session_replication_role = replica").await.is_err() {
            let what = format!(
                "{} that refer to nothing, for which our role may not set session_replication_role,",
                self.what
            );
            return Err(RunError::Failed { what, source });
        }
        let rows = writer.number(&self.what, &sql).await?;
        writer.run(&self.what, "SET LOCAL session_replication_role = origin").await?;
        let keys = self.bereft(writer, range).await?;
        if keys.is_empty() { Ok(rows) } else { Err(self.refused(keys, Obstacle::ParentGone)) }
    }

    fn refused(&self, keys: Vec<String>, why: Obstacle) -> RunError {
        RunError::Stays { table: name(self.step), keys, why }
    }

    async fn bereft(&self, writer: &mut Writer, range: (i64, i64)) -> Result<Vec<String>, RunError> {
        let mut keys = Vec::new();
        for link in &self.links {
            keys.extend(self.texts(writer, &parents::bereft(self.run.id, self.at, self.step, link, range)).await?);
        }
        Ok(keys)
    }

    async fn referred(&self, writer: &mut Writer, (after, upto): (i64, i64)) -> Result<Vec<String>, RunError> {
        let range = format!(" AND j.n > {after} AND j.n <= {upto}");
        let mut keys = Vec::new();
        for link in &self.children {
            let sql = parents::referred(self.run, self.at, self.step, self.work, link, &range);
            keys.extend(self.texts(writer, &sql).await?);
        }
        Ok(keys)
    }

    async fn texts(&self, writer: &mut Writer, sql: &str) -> Result<Vec<String>, RunError> {
        let rows = writer.rows(&self.what, sql).await?;
        Ok(rows.iter().map(|row| row.try_get::<Option<String>, _>(0).ok().flatten().unwrap_or_default()).collect())
    }

    /// Says that a batch is undone.
    fn mark(&self, upto: i64) -> String {
        format!(
            "UPDATE orientor_doctor.batches SET undone = true WHERE run = {} AND step = {} AND upto = {upto}",
            self.run.id, self.at
        )
    }
}
