//! Staging: the keys, the fingerprints and the new values of all rows that a plan changes, taken from one snapshot.
//!
//! The same queries run when a plan is made and when it is applied, and are counted there and kept here, in a table of the
//! run. So the counts that were predicted are the counts of the rows that will be changed, or the fingerprints differ and
//! nothing is.

use std::collections::BTreeMap;

use sqlx::Row as _;

use super::{Given, Op, RowWork, Step, Work};
use crate::{
    run::{RunError, Writer, unreadable},
    sql::column,
};

/// Where given rows are while rows are staged.
const GIVEN: &str = "pg_temp.given";

/// Rows of several steps, in a table.
#[derive(Clone, Debug)]
pub(crate) struct Staging {
    /// The table, quoted and with its schema.
    pub table: String,
}

impl Staging {
    /// In a table that ends with the session.
    pub fn temporary() -> Self {
        Self { table: "pg_temp.staged".to_owned() }
    }

    /// In the table of a run.
    pub fn of_run(run: i64) -> Self {
        Self { table: format!("orientor_doctor.staged_{run}") }
    }

    /// Makes the table.
    pub async fn create(&self, writer: &mut Writer) -> Result<(), RunError> {
        let kind =
            if self.table.starts_with("pg_temp.") { "TEMP TABLE staged" } else { &format!("TABLE {}", self.table) };
        let sql = format!("CREATE {kind} (step integer NOT NULL, n bigint NOT NULL, k text[], hash bigint, new jsonb)");
        writer.run("making room for staged rows", &sql).await
    }

    /// What drops it, if it is there.
    pub fn drop(&self) -> String {
        format!("DROP TABLE IF EXISTS {}", self.table)
    }

    /// Stages one step: rows in the order of their keys, without those that an earlier step removes. What it is for, and the
    /// statement.
    pub fn keep(&self, steps: &[Step], at: usize, rows: &RowWork) -> (String, String) {
        let sql = format!(
            "INSERT INTO {} (step, n, k, hash, new) SELECT {at}, row_number() OVER (ORDER BY {}), q.k, q.hash, q.new FROM {}",
            self.table,
            order(rows),
            self.rows(steps, at, rows),
        );
        (finding(&steps[at]), sql)
    }

    /// The count and the fingerprint of each step that was staged, and has rows.
    pub async fn fingerprints(&self, writer: &mut Writer, steps: &[Step]) -> Result<BTreeMap<usize, Staged>, RunError> {
        let what = "counting staged rows";
        let keyless =
            steps.iter().enumerate().filter(|(_, it)| matches!(&it.work, Work::Rows(rows) if rows.key.is_empty()));
        let keyless: Vec<String> = keyless.map(|(at, _)| at.to_string()).collect();
        let by_key = fingerprint(true);
        let sum = if keyless.is_empty() {
            by_key.to_owned()
        } else {
            format!("CASE WHEN step IN ({}) THEN {} ELSE {by_key} END", keyless.join(", "), fingerprint(false))
        };
        let sql = format!("SELECT step, count(*), sum({sum})::text FROM {} GROUP BY step", self.table);
        let mut staged = BTreeMap::new();
        for row in writer.rows(what, &sql).await? {
            let bad = |error: sqlx::Error| unreadable(what, &error.to_string());
            let (step, count): (i32, i64) = (row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?);
            let step = usize::try_from(step).map_err(|_| unreadable(what, "a step below zero"))?;
            staged.insert(step, Staged { count: count.unsigned_abs(), fingerprint: row.try_get(2).map_err(bad)? });
        }
        Ok(staged)
    }

    /// The count and the fingerprint of one step, without staging it.
    pub async fn count(
        &self,
        writer: &mut Writer,
        steps: &[Step],
        at: usize,
        rows: &RowWork,
    ) -> Result<Staged, RunError> {
        let what = finding(&steps[at]);
        let sum = fingerprint(!rows.key.is_empty());
        let sql = format!(
            "SELECT count(*), coalesce(sum({sum}), 0)::text FROM (SELECT q.k, q.hash, q.new FROM {}) AS s",
            self.rows(steps, at, rows)
        );
        let rows = writer.rows(&what, &sql).await?;
        let row = rows.first().ok_or_else(|| unreadable(&what, "no row"))?;
        let bad = |error: sqlx::Error| unreadable(&what, &error.to_string());
        let count: i64 = row.try_get(0).map_err(bad)?;
        Ok(Staged { count: count.unsigned_abs(), fingerprint: row.try_get(1).map_err(bad)? })
    }

    /// Lets batches find their rows, after all are staged.
    pub async fn index(&self, writer: &mut Writer, steps: &[Step]) -> Result<(), RunError> {
        let what = "making staged rows easy to find";
        writer.run(what, &format!("CREATE UNIQUE INDEX ON {} (step, n)", self.table)).await?;
        // A step that changes a row looks for it among those of later steps, by its key.
        if (0..steps.len()).any(|at| later(steps, at).next().is_some()) {
            writer.run(what, &format!("CREATE INDEX ON {} (k)", self.table)).await?;
        }
        Ok(())
    }

    /// What stands behind FROM: the rows `q` of a step that no earlier step removes.
    fn rows(&self, steps: &[Step], at: usize, rows: &RowWork) -> String {
        let stage = rows.stage.replace("{given}", GIVEN);
        if rows.op == Op::Insert {
            return format!("(SELECT NULL::text[] AS k, NULL::bigint AS hash, i.new FROM ({stage}) AS i) AS q");
        }
        let removing: Vec<String> =
            earlier(steps, at).filter(|it| removes(&steps[*it])).map(|it| it.to_string()).collect();
        if removing.is_empty() {
            return format!("({stage}) AS q");
        }
        format!(
            "({stage}) AS q WHERE NOT EXISTS (SELECT 1 FROM {} AS d WHERE d.step IN ({}) AND d.k = q.k)",
            self.table,
            removing.join(", ")
        )
    }
}

/// How many rows a step has, and their fingerprint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Staged {
    pub count: u64,
    pub fingerprint: String,
}

fn finding(step: &Step) -> String {
    format!("finding the rows of {} in {}.{}", step.check, step.schema, step.table)
}

/// Refuses if a text is there twice in a column of the given rows.
pub(crate) async fn refuse_twice(writer: &mut Writer, column: &str, why: &str) -> Result<(), RunError> {
    let what = "looking for rows that were given twice";
    // Numbers are grouped in a fraction of the time and memory that texts take, and nearly always no two are equal.
    let hash = format!("hashtextextended({column}, 0)");
    let alike = format!("SELECT {hash} FROM {GIVEN} GROUP BY 1 HAVING count(*) > 1");
    if writer.rows(what, &format!("{alike} LIMIT 1")).await?.is_empty() {
        return Ok(());
    }
    let sql = format!("SELECT {column} FROM {GIVEN} WHERE {hash} IN ({alike}) GROUP BY 1 HAVING count(*) > 1 LIMIT 1");
    match writer.rows(what, &sql).await?.first() {
        Some(row) => Err(RunError::NotNow(format!("{} {why}", row.try_get::<String, _>(0).unwrap_or_default()))),
        None => Ok(()),
    }
}

/// Refuses if the query over `{given}` has an answer, whose first text begins the sentence.
pub(crate) async fn refuse_any(writer: &mut Writer, sql: &str, why: &str) -> Result<(), RunError> {
    let rows = writer.rows("looking for what was given that cannot be", &sql.replace("{given}", GIVEN)).await?;
    match rows.first() {
        Some(row) => Err(RunError::NotNow(format!("{} {why}", row.try_get::<String, _>(0).unwrap_or_default()))),
        None => Ok(()),
    }
}

/// Puts the given rows where the queries of the steps look for them, if any of them does.
pub(crate) async fn give(writer: &mut Writer, steps: &[Step], given: Option<&Given>) -> Result<(), RunError> {
    let Some(given) = given.filter(|_| uses_given(steps)) else { return Ok(()) };
    let what = "making room for the rows that were given";
    writer.run(what, "CREATE TEMP TABLE given (a text, b text, c text, d text)").await?;
    given.copy_into(writer, GIVEN).await?;
    writer.run(what, &format!("ANALYZE {GIVEN}")).await
}

/// Forgets them again.
pub(crate) async fn take_away(writer: &mut Writer) -> Result<(), RunError> {
    writer.run("forgetting the rows that were given", &format!("DROP TABLE IF EXISTS {GIVEN}")).await
}

/// Whether any step refers to given rows.
pub(crate) fn uses_given(steps: &[Step]) -> bool {
    steps.iter().any(|step| matches!(&step.work, Work::Rows(rows) if rows.stage.contains("{given}")))
}

/// Whether rows of the same table are removed and a later step may meet them.
pub(crate) fn is_met_later(steps: &[Step], at: usize) -> bool {
    removes(&steps[at]) && later(steps, at).next().is_some()
}

/// The steps before `at` that change rows of the same table.
fn earlier(steps: &[Step], at: usize) -> impl Iterator<Item = usize> {
    (0..at).filter(move |other| same_rows(&steps[*other], &steps[at]))
}

/// The steps after `at` that change rows of the same table.
pub(crate) fn later(steps: &[Step], at: usize) -> impl Iterator<Item = usize> {
    (at + 1..steps.len()).filter(move |other| same_rows(&steps[*other], &steps[at]))
}

fn same_rows(one: &Step, other: &Step) -> bool {
    let are_rows = |it: &Step| matches!(it.work, Work::Rows(_));
    (&one.schema, &one.table) == (&other.schema, &other.table) && are_rows(one) && are_rows(other)
}

fn removes(step: &Step) -> bool {
    matches!(&step.work, Work::Rows(rows) if rows.op == Op::Quarantine)
}

/// What a row adds to the fingerprint of its step.
///
/// The place of a row without a key says nothing about it, and is left out.
fn fingerprint(by_key: bool) -> &'static str {
    if by_key {
        "jsonb_hash_extended(coalesce(new, 'null'), hash_array_extended(coalesce(k, '{}') COLLATE \"C\", coalesce(hash, 0)))"
    } else {
        "jsonb_hash_extended(coalesce(new, 'null'), coalesce(hash, 0))"
    }
}

/// The condition that the row `alias` is the one with this key.
pub(crate) fn found(rows: &RowWork, alias: &str, key: &str) -> String {
    if rows.key.is_empty() {
        return format!("{alias}.ctid = ({key}[1])::tid AND {alias}.tableoid = ({key}[2])::oid");
    }
    let parts = rows
        .key
        .iter()
        .enumerate()
        .map(|(at, named)| format!("{} = ({key}[{}])::{}", column(alias, &named.column), at + 1, named.kind));
    parts.collect::<Vec<_>>().join(" AND ")
}

/// The key of the row `alias`, as `text[]`.
pub(crate) fn key(rows: &RowWork, alias: &str) -> String {
    if rows.key.is_empty() {
        return format!("ARRAY[{alias}.ctid::text, {alias}.tableoid::text]");
    }
    // Columns may differ in their collations, and their texts are only ever compared byte by byte.
    let parts = rows.key.iter().map(|named| format!("{}::text COLLATE \"C\"", column(alias, &named.column)));
    format!("ARRAY[{}]", parts.collect::<Vec<_>>().join(", "))
}

/// The order in which rows are changed: neighbours in the table are neighbours in a batch.
fn order(rows: &RowWork) -> String {
    if rows.op == Op::Insert {
        return "q.new::text".to_owned();
    }
    if rows.key.is_empty() {
        return "(q.k[2])::oid, (q.k[1])::tid".to_owned();
    }
    let parts = rows.key.iter().enumerate().map(|(at, named)| format!("(q.k[{}])::{}", at + 1, named.kind));
    parts.collect::<Vec<_>>().join(", ")
}
