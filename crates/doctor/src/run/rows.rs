//! One batch of rows: changed and journaled in one statement, or put back.

use super::{chain, parents, target::Target};
use crate::{
    plan::{Assign, Op, RowWork, Step, found, key},
    sql::{column, ident, qualified},
};

/// The beginning of a statement that counts and seals the journal rows `j` of a batch.
pub(super) fn seal(run: i64, at: usize, range: (i64, i64)) -> String {
    format!("{} || coalesce({}, '')", chain::SEAL, parents::seal(run, at, range))
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
                 RETURNING s.n, s.k, {} AS k2, s.before, hashtextextended(t::text, 0) AS after), {journal}",
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
        "UPDATE {staged} AS s SET k = j.k2, hash = j.after FROM orientor_doctor.journal AS j \
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

fn listed(steps: &[usize]) -> String {
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
        "part AS MATERIALIZED (SELECT j.n, j.k, j.k2, j.before, j.after FROM orientor_doctor.journal AS j \
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
            found(rows, "t", "p.k2")
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

/// Which rows of the table a batch is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Each is found by its key.
    Each,
    /// All whose key, an integer, is in this range: the batch has most of them, and reading a range takes less than finding
    /// each.
    Range(i64, i64),
}

/// The numbers of the first and the last row of a batch, where rows are in the order of a key that is an integer, and
/// whether other tables inherit from the table, so that a key may be there twice.
pub(super) fn ends(run: i64, at: usize, step: &Step, rows: &RowWork, (after, upto): (i64, i64)) -> Option<String> {
    let [key] = &rows.key[..] else { return None };
    let stays = rows.op == Op::Update && rows.assign.iter().all(|it| it.column != key.column);
    if !stays || !matches!(key.kind.as_str(), "smallint" | "integer" | "bigint") {
        return None;
    }
    let number = |n: i64| {
        format!("(SELECT k2[1]::bigint FROM orientor_doctor.journal WHERE run = {run} AND step = {at} AND n = {n})")
    };
    Some(format!(
        "SELECT {}, {}, EXISTS (SELECT 1 FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhparent \
         WHERE c.oid = to_regclass({}) AND c.relkind = 'r')",
        number(after + 1),
        number(upto),
        crate::sql::literal(&qualified(&step.schema, &step.table))
    ))
}

/// How many journal rows a step has, their seal, and the sum over the rows as the run has left them.
pub(super) fn journaled(run: i64, at: usize, upto: i64) -> String {
    format!(
        "{}, sum(j.after)::text FROM orientor_doctor.journal AS j WHERE j.run = {run} AND j.step = {at}",
        seal(run, at, (0, upto))
    )
}

/// Steps that the journal has and `known` has not.
pub(super) fn strangers(run: i64, known: &[String]) -> String {
    format!(
        "WITH RECURSIVE s AS (SELECT min(step) AS step FROM orientor_doctor.journal WHERE run = {run} UNION ALL \
         SELECT (SELECT min(j.step) FROM orientor_doctor.journal AS j WHERE j.run = {run} AND j.step > s.step) FROM s WHERE s.step IS NOT NULL) \
         SELECT step FROM s WHERE step IS NOT NULL AND step <> ALL (ARRAY[{}]::integer[])",
        known.join(", ")
    )
}

const HASH: &str = "hashtextextended(t::text, 0)";

/// Which ways the database may go for the statements that follow, in this transaction.
fn ways(names: &[&str], how: &str) -> String {
    let all: Vec<String> = names.iter().map(|name| format!("set_config('enable_{name}', '{how}', true)")).collect();
    format!("SELECT {}", all.join(", "))
}

/// How many rows have a key, an integer, in a range, and the sum over them; before and after it, which ways may be gone. The
/// `count` rows of the step are most of them.
pub(super) fn summed(step: &Step, rows: &RowWork, (from, to): (i64, i64), count: i64) -> [String; 3] {
    let table = qualified(&step.schema, &step.table);
    let names: Vec<String> = rows.key.iter().map(|it| column("t", &it.column)).collect();
    // Whatever the database knows or does not know about the table, it is to be read as a whole where that is not much more. What
    // it knows is as good as how long the table is.
    let whole = format!(
        "SELECT set_config('enable_indexscan', few, true), set_config('enable_bitmapscan', few, true) FROM (SELECT CASE WHEN \
         greatest(c.reltuples, 0) > 4 * {count}::float8 THEN 'on' ELSE 'off' END AS few FROM pg_class AS c WHERE c.oid = to_regclass({})) AS c",
        crate::sql::literal(&table)
    );
    [
        whole,
        format!(
            "SELECT count(*), sum({HASH})::text FROM {table} AS t WHERE {} BETWEEN {from} AND {to}",
            names.join(", ")
        ),
        ways(&["indexscan", "bitmapscan"], "on"),
    ]
}

/// The statement that compares a batch, between those that say which ways may be gone: whatever the database knows or does not
/// know about our tables, it must not compare each row with each.
pub(super) fn joined(reach: Reach, compared: &str) -> [String; 3] {
    let how = if reach == Reach::Each { "on" } else { "off" };
    let joins = ["nestloop", "mergejoin"];
    [ways(&joins, how), compared.to_owned(), ways(&joins, "on")]
}

/// The keys of at most `limit` of those rows of a batch that are not in the table as the run has left them.
pub(super) fn compared(
    run: i64,
    at: usize,
    step: &Step,
    rows: &RowWork,
    (after, upto): (i64, i64),
    reach: Reach,
    limit: usize,
) -> String {
    let table = qualified(&step.schema, &step.table);
    let (now, differs) = match reach {
        Reach::Each => {
            let same = format!(
                "SELECT true AS holds FROM {table} AS t WHERE {} AND {HASH} = j.after",
                found(rows, "t", "j.k2")
            );
            (format!("LATERAL ({same} LIMIT 1) AS now ON true"), "now.holds IS NULL")
        }
        Reach::Range(from, to) => {
            let names: Vec<String> = rows.key.iter().map(|it| column("t", &it.column)).collect();
            let key = names.join(", ");
            // Without the last words, whole rows would go into the table of hashes instead of their hashes.
            let all =
                format!("SELECT {key}, {HASH} AS hash FROM {table} AS t WHERE {key} BETWEEN {from} AND {to} OFFSET 0");
            (format!("({all}) AS now ON {}", found(rows, "now", "j.k2")), "now.hash IS DISTINCT FROM j.after")
        }
    };
    format!(
        "SELECT (array_agg(j.k2::text ORDER BY j.n) FILTER (WHERE {differs}))[1:{limit}] \
         FROM orientor_doctor.journal AS j LEFT JOIN {now} WHERE j.run = {run} AND j.step = {at} AND j.n > {after} AND j.n <= {upto}",
    )
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
            " AND NOT EXISTS (SELECT 1 FROM orientor_doctor.journal AS l WHERE l.run = {run} AND l.step IN ({}) AND l.k = j.k2)",
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
            "SELECT j.k2::text FROM {journal} AND NOT EXISTS (SELECT 1 FROM {table} AS t WHERE hashtextextended(t::text, 0) = j.after) \
             AND NOT EXISTS (SELECT 1 FROM orientor_doctor.journal AS l WHERE l.run = j.run AND l.step > j.step AND l.k = j.k2) \
             ORDER BY j.n LIMIT {limit}"
        ),
        Op::Update | Op::Insert => format!(
            "SELECT j.k2::text FROM {journal}{later} AND NOT EXISTS (SELECT 1 FROM {table} AS t WHERE {} \
             AND hashtextextended(t::text, 0) = j.after) ORDER BY j.n LIMIT {limit}",
            found(rows, "t", "j.k2")
        ),
    }
}
