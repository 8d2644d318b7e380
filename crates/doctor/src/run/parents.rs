//! What the rows of a run refer to: whether it was there before the run, and whether it still is.
//!
//! A row that referred to nothing before the run comes back as it was. One whose parent was there then, and has been deleted by
//! somebody since, must not. So apply notes of each row which foreign keys it breaks, and undo compares.

use std::collections::BTreeMap;

use sqlx::{Row as _, postgres::PgRow};

use super::{RunError, Writer, batch::Place, record::Run, triggers::named, writer::unreadable};
use crate::{
    plan::{Op, RowWork, Step, Work, found, key},
    sql::{ident, literal, qualified},
};

/// A foreign key.
#[derive(Clone, Debug)]
pub(super) struct Link {
    child: (String, String),
    columns: Vec<String>,
    parent: (String, String),
    keys: Vec<String>,
}

pub(super) const WHAT: &str = "reading the foreign keys";

/// The foreign keys of some tables.
#[derive(Debug, Default)]
pub(super) struct Links(BTreeMap<String, Vec<Link>>);

impl Links {
    /// The question for the keys that lead from these tables, `conrelid`, or to them, `confrelid`.
    pub fn question<'a>(steps: impl IntoIterator<Item = &'a Step>, side: &str) -> String {
        let names = |numbers: &str, of: &str| {
            format!(
                "ARRAY(SELECT a.attname::text FROM unnest({numbers}) WITH ORDINALITY AS u (n, at) JOIN pg_attribute AS a \
                 ON a.attrelid = {of} AND a.attnum = u.n ORDER BY u.at)"
            )
        };
        // A key of a partitioned table has copies for its partitions, which say the same.
        format!(
            "SELECT q.name, cn.nspname::text, c.relname::text, {}, pn.nspname::text, p.relname::text, {} FROM unnest({}) AS q (name) \
             JOIN pg_constraint AS k ON k.{side} = to_regclass(q.name) \
             JOIN pg_class AS c ON c.oid = k.conrelid JOIN pg_namespace AS cn ON cn.oid = c.relnamespace \
             JOIN pg_class AS p ON p.oid = k.confrelid JOIN pg_namespace AS pn ON pn.oid = p.relnamespace \
             WHERE k.contype = 'f' \
             AND NOT EXISTS (SELECT 1 FROM pg_constraint AS r WHERE r.oid = k.conparentid AND r.{side} = k.{side}) ORDER BY k.oid",
            names("k.conkey", "k.conrelid"),
            names("k.confkey", "k.confrelid"),
            named(steps)
        )
    }

    /// What the answer says.
    pub fn read(rows: &[PgRow]) -> Result<Self, RunError> {
        let bad = |error: sqlx::Error| unreadable(WHAT, &error.to_string());
        let mut links = BTreeMap::<String, Vec<Link>>::new();
        for row in rows {
            let link = || {
                Ok(Link {
                    child: (row.try_get(1)?, row.try_get(2)?),
                    columns: row.try_get(3)?,
                    parent: (row.try_get(4)?, row.try_get(5)?),
                    keys: row.try_get(6)?,
                })
            };
            links.entry(row.try_get(0).map_err(bad)?).or_default().push(link().map_err(bad)?);
        }
        Ok(Self(links))
    }

    fn of(&self, step: &Step) -> Vec<Link> {
        self.0.get(&qualified(&step.schema, &step.table)).cloned().unwrap_or_default()
    }

    /// Of the keys that lead from a step's table, those that its rows may break, as they are before the step or as undo makes
    /// them again.
    pub fn broken_by(&self, step: &Step, work: &RowWork) -> Vec<Link> {
        if work.op == Op::Insert {
            return Vec::new();
        }
        let mut links = self.of(step);
        let is_set = |column: &String| work.assign.iter().any(|it| it.column == *column);
        links.retain(|it| work.op == Op::Quarantine || it.columns.iter().any(is_set));
        links
    }
}

impl Link {
    /// The foreign keys of a step's table that its rows may break.
    pub async fn from(writer: &mut Writer, step: &Step, work: &RowWork) -> Result<Vec<Self>, RunError> {
        let rows = writer.rows(WHAT, &Links::question([step], "conrelid")).await?;
        Ok(Links::read(&rows)?.broken_by(step, work))
    }

    /// The foreign keys of all tables that lead to rows which a step has added.
    pub async fn to(writer: &mut Writer, step: &Step, work: &RowWork) -> Result<Vec<Self>, RunError> {
        if work.op != Op::Insert || work.key.is_empty() {
            return Ok(Vec::new());
        }
        let rows = writer.rows(WHAT, &Links::question([step], "confrelid")).await?;
        Ok(Links::read(&rows)?.of(step))
    }

    /// What it is called in notes: whatever its name and its rules are, it is the same key.
    fn sign(&self) -> String {
        let (schema, table) = &self.parent;
        format!("{} -> {schema}.{table} ({})", self.columns.join(", "), self.keys.join(", "))
    }

    /// The condition that the key in the row `child` is that of the row `parent`.
    fn meets(&self, child: &str, parent: &str) -> String {
        let pairs = self.columns.iter().zip(&self.keys);
        let pairs = pairs.map(|(column, key)| format!("{parent}.{} = {child}.{}", ident(key), ident(column)));
        pairs.collect::<Vec<_>>().join(" AND ")
    }

    /// The condition that the row `child` refers to something that is not there.
    fn dangles(&self, child: &str) -> String {
        let given = self.columns.iter().map(|it| format!("{child}.{} IS NOT NULL", ident(it)));
        format!(
            "{} AND NOT EXISTS (SELECT 1 FROM {} AS p WHERE {})",
            given.collect::<Vec<_>>().join(" AND "),
            qualified(&self.parent.0, &self.parent.1),
            self.meets(child, "p")
        )
    }
}

/// Notes which of the staged rows `after < n <= upto` refer to nothing, before they are changed; the row 0 says
/// that it was looked at.
pub(super) fn note(
    run: i64,
    (at, step, work): Place<'_>,
    staged: &str,
    links: &[Link],
    (after, upto): (i64, i64),
) -> String {
    let notes = links.iter().map(|link| {
        let sign = literal(&link.sign());
        format!(
            "SELECT {run}, {at}, 0::bigint, {sign} UNION ALL SELECT {run}, {at}, s.n, {sign} FROM {staged} AS s JOIN {} AS t ON {} \
             WHERE s.step = {at} AND s.n > {after} AND s.n <= {upto} AND {}",
            qualified(&step.schema, &step.table),
            found(work, "t", "s.k"),
            link.dangles("t")
        )
    });
    format!(
        "INSERT INTO orientor_doctor.orphans (run, step, n, reference) {} ON CONFLICT DO NOTHING",
        notes.collect::<Vec<_>>().join(" UNION ALL ")
    )
}

/// What a seal says of orphans `o`, behind what it says of rows.
const SEAL: &str = "'+' || sum(hashtextextended(o.n::text || ' ' || o.reference, 2)::numeric)::text";

/// What the seal of a batch says of its orphans, to be put behind that of its rows; NULL if there are none.
pub(super) fn seal(run: i64, at: usize, (after, upto): (i64, i64)) -> String {
    format!(
        "(SELECT {SEAL} FROM orientor_doctor.orphans AS o \
         WHERE o.run = {run} AND o.step = {at} AND o.n > {after} AND o.n <= {upto})"
    )
}

/// The same of whole steps, as `step` and `seal`.
pub(super) fn seals(run: i64) -> String {
    // Zero is no row's number.
    format!(
        "(SELECT o.step, {SEAL} AS seal FROM orientor_doctor.orphans AS o WHERE o.run = {run} AND o.n <> 0 GROUP BY o.step)"
    )
}

/// Journal rows `j` of a step with the row as it was, `j.was`, none of which was an orphan by `link`.
fn were_kept(run: i64, at: usize, step: &Step, link: &Link, range: &str) -> String {
    format!(
        "(SELECT j.n, j.k, j.before::{} AS was FROM orientor_doctor.journal AS j WHERE j.run = {run} AND j.step = {at}{range} \
         AND j.before IS NOT NULL AND NOT EXISTS (SELECT 1 FROM orientor_doctor.orphans AS o \
         WHERE o.run = {run} AND o.step = {at} AND o.n = j.n AND o.reference = {}) OFFSET 0) AS j",
        qualified(&step.schema, &step.table),
        literal(&link.sign())
    )
}

/// Whether rows of this batch were orphans before the run.
pub(super) fn had_orphans(run: i64, at: usize, (after, upto): (i64, i64)) -> String {
    format!(
        "SELECT count(*) FROM orientor_doctor.orphans WHERE run = {run} AND step = {at} AND n > {after} AND n <= {upto}"
    )
}

/// Rows of a batch that would come back as orphans though they were none: their keys.
pub(super) fn bereft(run: i64, at: usize, step: &Step, link: &Link, (after, upto): (i64, i64)) -> String {
    let range = format!(" AND j.n > {after} AND j.n <= {upto}");
    let rows = were_kept(run, at, step, link, &range);
    format!("SELECT j.k::text FROM {rows} WHERE {} ORDER BY j.n", link.dangles("(j.was)"))
}

/// The same for a whole step, before anything is undone: what the run itself has taken away will be there again.
pub(super) fn will_be_bereft(run: &Run, at: usize, step: &Step, link: &Link, limit: usize) -> String {
    let back = run.plan.steps.iter().enumerate().filter(|(_, it)| {
        (&it.schema, &it.table) == (&link.parent.0, &link.parent.1)
            && matches!(&it.work, Work::Rows(work) if work.op != Op::Insert)
    });
    let back: Vec<String> = back.map(|(at, _)| at.to_string()).collect();
    let back = if back.is_empty() {
        String::new()
    } else {
        format!(
            " AND NOT EXISTS (SELECT 1 FROM (SELECT b.before::{} AS was FROM orientor_doctor.journal AS b WHERE b.run = {} \
             AND b.step IN ({}) AND b.before IS NOT NULL OFFSET 0) AS b WHERE {})",
            qualified(&link.parent.0, &link.parent.1),
            run.id,
            back.join(", "),
            link.meets("(j.was)", "(b.was)")
        )
    };
    // A key that was not looked at has come since: by this run, and goes with it, or by somebody, who says so when rows come back.
    format!(
        "SELECT j.k::text FROM {} WHERE {}{back} AND EXISTS (SELECT 1 FROM orientor_doctor.orphans AS o \
         WHERE o.run = {} AND o.step = {at} AND o.n = 0 AND o.reference = {}) ORDER BY j.n LIMIT {limit}",
        were_kept(run.id, at, step, link, ""),
        link.dangles("(j.was)"),
        run.id,
        literal(&link.sign())
    )
}

/// Rows that a step has added and that somebody's rows refer to since: their keys. Rows of the run itself do not count.
pub(super) fn referred(run: &Run, at: usize, step: &Step, work: &RowWork, link: &Link, range: &str) -> String {
    let own = run.plan.steps.iter().enumerate().filter_map(|(at, it)| match &it.work {
        Work::Rows(work) if (&it.schema, &it.table) == (&link.child.0, &link.child.1) => {
            Some(format!("i.step = {at} AND i.after IS NOT NULL AND coalesce(i.k2, i.k) = {}", key(work, "c")))
        }
        _ => None,
    });
    let own = own.map(|it| {
        format!(" AND NOT EXISTS (SELECT 1 FROM orientor_doctor.journal AS i WHERE i.run = {} AND {it})", run.id)
    });
    format!(
        "SELECT j.k2::text FROM orientor_doctor.journal AS j JOIN {} AS t ON {} WHERE j.run = {} AND j.step = {at}{range} \
         AND EXISTS (SELECT 1 FROM {} AS c WHERE {}{}) ORDER BY j.n",
        qualified(&step.schema, &step.table),
        found(work, "t", "j.k2"),
        run.id,
        qualified(&link.child.0, &link.child.1),
        link.meets("c", "t"),
        own.collect::<String>()
    )
}

/// Locks the rows that a batch has added, so that nobody refers to them from now on.
pub(super) fn hold(run: i64, at: usize, step: &Step, work: &RowWork, (after, upto): (i64, i64)) -> String {
    format!(
        "SELECT count(*) FROM (SELECT 1 FROM {} AS t JOIN orientor_doctor.journal AS j ON {} WHERE j.run = {run} AND j.step = {at} \
         AND j.n > {after} AND j.n <= {upto} FOR UPDATE OF t) AS held",
        qualified(&step.schema, &step.table),
        found(work, "t", "j.k2")
    )
}
