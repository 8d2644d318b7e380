//! What `verify` asks.

use crate::{
    plan::{Op, RowWork, Step, found},
    run::{
        batch::Place,
        rows::{KEY, listed},
    },
    sql::{column, literal, qualified},
};

/// Which rows of the table a batch is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Each is found by its key.
    Each,
    /// All whose key, an integer, is in this range: the batch has most of them, and reading a range takes less than finding
    /// each.
    Range(i64, i64),
}

const HASH: &str = "hashtextextended(t::text, 0)";

/// Whether a row has the same key before and after a step, and that is one whole number.
fn is_by_number(rows: &RowWork) -> bool {
    let [key] = &rows.key[..] else { return false };
    let stays = rows.op != Op::Update || rows.assign.iter().all(|it| it.column != key.column);
    stays && matches!(key.kind.as_str(), "smallint" | "integer" | "bigint")
}

/// Whether other tables inherit from a step's table, so that a key may be there twice.
fn is_inherited(step: &Step) -> String {
    format!(
        "EXISTS (SELECT 1 FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhparent \
         WHERE c.oid = to_regclass({}) AND c.relkind = 'r')",
        literal(&qualified(&step.schema, &step.table))
    )
}

/// The keys of the first and the last row of a batch, where rows are in the order of a key that is a whole number, and whether
/// a key may be there twice.
pub(super) fn ends(run: i64, (at, step, work): Place<'_>, (after, upto): (i64, i64)) -> Option<String> {
    if work.op != Op::Update || !is_by_number(work) {
        return None;
    }
    let number = |n: i64| {
        format!(
            "(SELECT {KEY}[1]::bigint FROM orientor_doctor.journal AS j WHERE run = {run} AND step = {at} AND n = {n})"
        )
    };
    Some(format!("SELECT {}, {}, {}", number(after + 1), number(upto), is_inherited(step)))
}

/// What several steps together have made of their rows, if their key is a whole number: the least and the greatest key, whether
/// a key may be there twice, how many keys, how many of them are left, and the sum over those.
pub(super) fn last(run: i64, places: &[Place<'_>]) -> Option<String> {
    let (_, step, _) = places.first()?;
    if !places.iter().all(|(_, _, work)| is_by_number(work)) {
        return None;
    }
    let steps: Vec<usize> = places.iter().map(|(at, ..)| *at).collect();
    let rows = |steps: &[usize]| {
        format!(
            "(SELECT j.step, {KEY}[1]::bigint AS key, j.after FROM orientor_doctor.journal AS j \
             WHERE j.run = {run} AND j.step IN ({}))",
            listed(steps)
        )
    };
    // The last one that had a row is right about it.
    let is_last = match &steps[1..] {
        [] => String::new(),
        later => {
            format!(" WHERE NOT EXISTS (SELECT 1 FROM {} AS l WHERE l.key = j.key AND l.step > j.step)", rows(later))
        }
    };
    Some(format!(
        "SELECT min(j.key), max(j.key), {}, count(*), count(j.after), coalesce(sum(j.after), 0)::text FROM {} AS j{is_last}",
        is_inherited(step),
        rows(&steps)
    ))
}

/// Which ways the database may go for the statements that follow, in this transaction.
fn ways(names: &[&str], how: &str) -> String {
    let all: Vec<String> = names.iter().map(|name| format!("set_config('enable_{name}', '{how}', true)")).collect();
    format!("SELECT {}", all.join(", "))
}

/// Whether the keys of all rows, an integer, are in a range. The ends are found by the key's index.
pub(super) fn all_within((_, step, rows): Place<'_>, (from, to): (i64, i64)) -> String {
    let table = qualified(&step.schema, &step.table);
    let keys = rows.key.iter().map(|it| {
        let key = column("t", &it.column);
        format!(
            "(SELECT min({key}) >= {from} AND max({key}) <= {to} FROM {table} AS t) AND EXISTS (SELECT 1 FROM pg_attribute AS a \
             WHERE a.attrelid = to_regclass({}) AND a.attname = {} AND a.attnotnull)",
            literal(&table),
            literal(&it.column)
        )
    });
    format!("SELECT coalesce({}, false)", keys.collect::<Vec<_>>().join(" AND "))
}

/// How many rows have a key, an integer, in a range, or how many there are if that is known of all, and the sum over them;
/// before and after it, which ways may be gone. The `count` rows that were changed are most of them.
pub(super) fn summed((_, step, rows): Place<'_>, range: Option<(i64, i64)>, count: i64) -> [String; 3] {
    let table = qualified(&step.schema, &step.table);
    let names: Vec<String> = rows.key.iter().map(|it| column("t", &it.column)).collect();
    let within = range.map(|(from, to)| format!(" WHERE {} BETWEEN {from} AND {to}", names.join(", ")));
    // Whatever the database knows or does not know about the table, it is to be read as a whole where that is not much more. What
    // it knows is as good as how long the table is.
    let whole = format!(
        "SELECT set_config('enable_indexscan', few, true), set_config('enable_bitmapscan', few, true) FROM (SELECT CASE WHEN \
         greatest(c.reltuples, 0) > 4 * {count}::float8 THEN 'on' ELSE 'off' END AS few FROM pg_class AS c WHERE c.oid = to_regclass({})) AS c",
        literal(&table)
    );
    [
        whole,
        format!("SELECT count(*), coalesce(sum({HASH}), 0)::text FROM {table} AS t{}", within.unwrap_or_default()),
        ways(&["indexscan", "bitmapscan"], "on"),
    ]
}

/// A statement between those that say which ways may be gone: whatever the database knows or does not know about our tables, it
/// must not compare each row with each.
pub(super) fn joined(sql: String) -> [String; 3] {
    let joins = ["nestloop", "mergejoin"];
    [ways(&joins, "off"), sql, ways(&joins, "on")]
}

/// The keys of at most `limit` of those rows of a batch that are not in the table as the run has left them.
pub(super) fn compared(
    run: i64,
    (at, step, rows): Place<'_>,
    (after, upto): (i64, i64),
    reach: Reach,
    limit: usize,
) -> Vec<String> {
    let table = qualified(&step.schema, &step.table);
    let (now, differs) = match reach {
        Reach::Each => {
            let same =
                format!("SELECT true AS holds FROM {table} AS t WHERE {} AND {HASH} = j.after", found(rows, "t", KEY));
            (format!("LATERAL ({same} LIMIT 1) AS now ON true"), "now.holds IS NULL")
        }
        Reach::Range(from, to) => {
            let names: Vec<String> = rows.key.iter().map(|it| column("t", &it.column)).collect();
            let key = names.join(", ");
            // Without the last words, whole rows would go into the table of hashes instead of their hashes.
            let all =
                format!("SELECT {key}, {HASH} AS hash FROM {table} AS t WHERE {key} BETWEEN {from} AND {to} OFFSET 0");
            (format!("({all}) AS now ON {}", found(rows, "now", KEY)), "now.hash IS DISTINCT FROM j.after")
        }
    };
    let sql = format!(
        "SELECT (array_agg({KEY}::text ORDER BY j.n) FILTER (WHERE {differs}))[1:{limit}] \
         FROM orientor_doctor.journal AS j LEFT JOIN {now} WHERE j.run = {run} AND j.step = {at} AND j.n > {after} AND j.n <= {upto}",
    );
    match reach {
        Reach::Each => vec![sql],
        Reach::Range(..) => joined(sql).into(),
    }
}
