//! One batch of rows: changed and journaled in one statement, or put back.

use super::{chain, parents, target::Target};
use crate::{
    plan::{Assign, Op, RowWork, Step, found, key},
    sql::{column, ident, qualified},
};

/// The key of a journal row `j` as the run has left the row; `k2` is there only where that is another one than before.
pub(super) const KEY: &str = "(coalesce(j.k2, j.k))";

/// The beginning of a statement that counts and seals the journal rows `j` of a batch.
pub(super) fn seal(run: i64, at: usize, range: (i64, i64)) -> String {
    format!("SELECT count(*), {} || coalesce({}, '')", chain::SEAL, parents::seal(run, at, range))
}

/// Changes the staged rows `after < n <= upto` of a step and journals them; yields how many, and their seal.
pub(super) fn forward(
    run: i64,
    at: usize,
    step: &Step,
    rows: &RowWork,
    staged: &str,
    (after, upto): (i64, i64),
) -> String {
    let table = qualified(&step.schema, &step.table);
    let part = format!(
        "part AS MATERIALIZED (SELECT n, k, hash, new FROM {staged} WHERE step = {at} AND n > {after} AND n <= {upto})"
    );
    let journal = format!(
        "noted AS (INSERT INTO orientor_doctor.journal (run, step, n, k, k2, before, after) \
         SELECT {run}, {at}, d.n, d.k, d.k2, d.before, d.after FROM done AS d RETURNING n, k, k2, before, after) {} FROM noted AS j",
        seal(run, at, (after, upto))
    );
    // The row is locked and written out once; it must still be the row that was staged.
    let old = format!(
        "met AS MATERIALIZED (SELECT p.n, p.k, p.hash, p.new, t.ctid AS place, t.tableoid AS home, t::text AS before \
         FROM part AS p JOIN {table} AS t ON {} FOR UPDATE OF t), \
         old AS (SELECT * FROM met AS m WHERE hashtextextended(m.before, 0) = m.hash)",
        found(rows, "t", "p.k")
    );
    match rows.op {
        Op::Update => {
            let set = rows.assign.iter().map(|it| {
                let value = value(it, "s");
                format!(
                    "{} = CASE WHEN s.new ? {} THEN {value} ELSE {} END",
                    ident(&it.column),
                    crate::sql::literal(&it.column),
                    column("t", &it.column)
                )
            });
            format!(
                "WITH {part}, {old}, done AS (UPDATE {table} AS t SET {} FROM old AS s WHERE t.ctid = s.place AND t.tableoid = s.home \
                 RETURNING s.n, s.k, nullif({} COLLATE \"C\", s.k) AS k2, s.before, hashtextextended(t::text, 0) AS after), {journal}",
                set.collect::<Vec<_>>().join(", "),
                key(rows, "t"),
            )
        }
        Op::Quarantine => format!(
            "WITH {part}, {old}, done AS (DELETE FROM {table} AS t USING old AS s WHERE t.ctid = s.place AND t.tableoid = s.home \
             RETURNING s.n, s.k, NULL::text[] AS k2, s.before, NULL::bigint AS after), {journal}"
        ),
        // One row after the other, because what is inserted does not say which staged row it came from.
        Op::Insert => {
            let columns: Vec<String> = rows.assign.iter().map(|it| ident(&it.column)).collect();
            let values: Vec<String> = rows.assign.iter().map(|it| value(it, "s")).collect();
            format!(
                "WITH {part}, made AS (INSERT INTO {table} AS t ({}) SELECT {} FROM part AS s ORDER BY s.n \
                 RETURNING {} AS k2, hashtextextended(t::text, 0) AS after), \
                 done AS (SELECT {after} + row_number() OVER () AS n, NULL::text[] AS k, k2, NULL::text AS before, after FROM made), {journal}",
                columns.join(", "),
                values.join(", "),
                key(rows, "t"),
            )
        }
    }
}

fn value(assign: &Assign, alias: &str) -> String {
    match &assign.expression {
        Some(expression) => format!("({expression})::{}", assign.kind),
        None => format!("({alias}.new ->> {})::{}", crate::sql::literal(&assign.column), assign.kind),
    }
}

/// Lets `later` steps of the same table find rows that this batch has changed: their key and their text are others now.
pub(super) fn follow(run: i64, at: usize, staged: &str, later: &[usize], (after, upto): (i64, i64)) -> String {
    format!(
        "UPDATE {staged} AS s SET k = {KEY}, hash = j.after FROM orientor_doctor.journal AS j \
         WHERE j.run = {run} AND j.step = {at} AND j.n > {after} AND j.n <= {upto} AND j.after IS NOT NULL AND j.k IS NOT NULL \
         AND s.step IN ({}) AND s.k = j.k",
        listed(later)
    )
}

/// Notes which staged rows of a table, those of `steps`, are still as they were, before a statement after which all read
/// otherwise. A row that somebody has changed meanwhile is not noted, and so strays when its turn comes.
pub(super) fn remember(staged: &str, steps: &[usize], step: &Step, rows: &RowWork) -> String {
    let table = qualified(&step.schema, &step.table);
    format!(
        "LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE; CREATE TEMP TABLE unchanged ON COMMIT DROP AS \
         SELECT s.step, s.n FROM {staged} AS s JOIN {table} AS t ON {} \
         WHERE s.step IN ({}) AND s.k IS NOT NULL AND hashtextextended(t::text, 0) = s.hash",
        found(rows, "t", "s.k"),
        listed(steps)
    )
}

/// Stages the rows that were noted as they read now.
pub(super) fn recognise(staged: &str, step: &Step, rows: &RowWork) -> String {
    let table = qualified(&step.schema, &step.table);
    format!(
        "UPDATE {staged} AS s SET hash = hashtextextended(t::text, 0) FROM pg_temp.unchanged AS u, {table} AS t \
         WHERE s.step = u.step AND s.n = u.n AND {}; DROP TABLE pg_temp.unchanged",
        found(rows, "t", "s.k")
    )
}

pub(super) fn listed(steps: &[usize]) -> String {
    steps.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Staged rows of a batch that are not as they were: their keys.
pub(super) fn strayed(at: usize, step: &Step, rows: &RowWork, staged: &str, (after, upto): (i64, i64)) -> String {
    format!(
        "SELECT p.k::text FROM {staged} AS p WHERE p.step = {at} AND p.n > {after} AND p.n <= {upto} \
         AND NOT EXISTS (SELECT 1 FROM {} AS t WHERE {} AND hashtextextended(t::text, 0) = p.hash) ORDER BY p.n LIMIT 5",
        qualified(&step.schema, &step.table),
        found(rows, "t", "p.k")
    )
}

/// Puts the journaled rows `after < n <= upto` back, those that are as this run has left them; yields how many.
pub(super) fn backward(
    run: i64,
    at: usize,
    step: &Step,
    rows: &RowWork,
    target: &Target,
    (after, upto): (i64, i64),
) -> String {
    let table = qualified(&step.schema, &step.table);
    let part = format!(
        "part AS MATERIALIZED (SELECT j.n, {KEY} AS k, j.before, j.after FROM orientor_doctor.journal AS j \
         WHERE j.run = {run} AND j.step = {at} AND j.n > {after} AND j.n <= {upto})"
    );
    let now = if rows.key.is_empty() {
        // Places change, so a row without a key is known by its text; of rows with the same text one is as good as another.
        format!(
            "now AS MATERIALIZED (SELECT p.n, p.before, x.place, x.home FROM \
             (SELECT n, before, after, row_number() OVER (PARTITION BY after ORDER BY n) AS r FROM part) AS p JOIN \
             (SELECT t.ctid AS place, t.tableoid AS home, hashtextextended(t::text, 0) AS h, row_number() OVER (PARTITION BY hashtextextended(t::text, 0)) AS r \
             FROM {table} AS t WHERE hashtextextended(t::text, 0) IN (SELECT after FROM part)) AS x ON x.h = p.after AND x.r = p.r)"
        )
    } else {
        format!(
            "now AS MATERIALIZED (SELECT p.n, p.before, t.ctid AS place, t.tableoid AS home FROM part AS p JOIN {table} AS t ON {} \
             WHERE hashtextextended(t::text, 0) = p.after FOR UPDATE OF t)",
            found(rows, "t", "p.k")
        )
    };
    match rows.op {
        Op::Update => {
            // A trigger may have written other columns than the step, whether it is still there or not.
            let set = target.changeable.iter().map(|it| format!("{} = (s.before::{table}).{0}", ident(it)));
            format!(
                "WITH {part}, {now}, done AS (UPDATE {table} AS t SET {} FROM now AS s WHERE t.ctid = s.place AND t.tableoid = s.home RETURNING s.n) \
                 SELECT count(*) FROM done",
                set.collect::<Vec<_>>().join(", ")
            )
        }
        Op::Insert => format!(
            "WITH {part}, {now}, done AS (DELETE FROM {table} AS t USING now AS s WHERE t.ctid = s.place AND t.tableoid = s.home RETURNING 1) SELECT count(*) FROM done"
        ),
        Op::Quarantine => {
            let names: Vec<String> = target.columns.iter().map(|it| ident(it)).collect();
            let values: Vec<String> = target.columns.iter().map(|it| format!("(s.r).{}", ident(it))).collect();
            format!(
                "WITH {part}, s AS MATERIALIZED (SELECT p.before::{table} AS r FROM part AS p ORDER BY p.n), \
                 done AS (INSERT INTO {table} ({}) OVERRIDING SYSTEM VALUE SELECT {} FROM s RETURNING 1) SELECT count(*) FROM done",
                names.join(", "),
                values.join(", ")
            )
        }
    }
}

/// Journaled rows that somebody has changed since: their keys. `of_step` restricts to rows that no later step has changed.
pub(super) fn differing(run: i64, at: usize, step: &Step, rows: &RowWork, later: &[usize], limit: usize) -> String {
    let table = qualified(&step.schema, &step.table);
    let journal = format!("orientor_doctor.journal AS j WHERE j.run = {run} AND j.step = {at}");
    let later = if later.is_empty() {
        String::new()
    } else {
        // What a later step has changed again is that step's affair.
        format!(
            " AND NOT EXISTS (SELECT 1 FROM orientor_doctor.journal AS l WHERE l.run = {run} AND l.step IN ({}) AND l.k = {KEY})",
            listed(later)
        )
    };
    match rows.op {
        Op::Quarantine => {
            let by_key = if rows.key.is_empty() {
                // Without a key there is no telling whether a row like it has come back.
                "false".to_owned()
            } else {
                format!("EXISTS (SELECT 1 FROM {table} AS t WHERE {})", found(rows, "t", "j.k"))
            };
            format!("SELECT j.k::text FROM {journal}{later} AND {by_key} ORDER BY j.n LIMIT {limit}")
        }
        Op::Update | Op::Insert if rows.key.is_empty() => format!(
            "SELECT {KEY}::text FROM {journal} AND NOT EXISTS (SELECT 1 FROM {table} AS t WHERE hashtextextended(t::text, 0) = j.after) \
             AND NOT EXISTS (SELECT 1 FROM orientor_doctor.journal AS l WHERE l.run = j.run AND l.step > j.step AND l.k = {KEY}) \
             ORDER BY j.n LIMIT {limit}"
        ),
        Op::Update | Op::Insert => format!(
            "SELECT {KEY}::text FROM {journal}{later} AND NOT EXISTS (SELECT 1 FROM {table} AS t WHERE {} \
             AND hashtextextended(t::text, 0) = j.after) ORDER BY j.n LIMIT {limit}",
            found(rows, "t", KEY)
        ),
    }
}
