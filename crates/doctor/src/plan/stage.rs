//! Staging: the keys, the fingerprints and the new values of all rows that a plan changes, taken from one snapshot.
//!
//! The same statements run when a plan is made, into a temporary table, and when it is applied, into a table that
//! stays with the run. So the counts that were predicted are the counts of the rows that will be changed, or
//! the fingerprints differ and nothing is.

use super::{Given, Op, RowWork, Step};
use crate::sql::{column, ident, literal, qualified};

/// The columns of the table `staged`, for CREATE TABLE.
pub(crate) const STAGED_COLUMNS: &str = "run bigint NOT NULL, step integer NOT NULL, n bigint NOT NULL, place text NOT NULL, \
     removes boolean NOT NULL, k text[], hash bigint, new jsonb";

/// The columns of the table `given`, for CREATE TABLE.
pub(crate) const GIVEN_COLUMNS: &str =
    "run bigint NOT NULL, n bigint NOT NULL, a text NOT NULL, b text, c text, d text";

/// The rows from outside as PostgreSQL's COPY reads them, in pieces of a bounded size.
pub(crate) fn given_lines(run: i64, given: &[Given]) -> impl Iterator<Item = Vec<u8>> {
    given.chunks(1_000).enumerate().map(move |(chunk, rows)| {
        let mut lines = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            lines.extend(format!("{run}\t{}\t", chunk * 1_000 + at + 1).into_bytes());
            let texts = [Some(&row.a), row.b.as_ref(), row.c.as_ref(), row.d.as_ref()];
            let texts = texts.map(|text| text.map_or_else(|| "\\N".to_owned(), |text| escaped(text)));
            lines.extend(texts.join("\t").into_bytes());
            lines.push(b'\n');
        }
        lines
    })
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r")
}

/// Puts the rows from outside where a query says `{given}`.
fn with_given(query: &str, staged: &str, run: i64) -> String {
    let given = staged.replace("staged", "given");
    query.replace("{given}", &format!("(SELECT a, b, c, d FROM {given} WHERE run = {run})"))
}

/// Fills `{staged}` for one step: rows in the order of their keys, without those that an earlier step removes.
pub(crate) fn stage_sql(staged: &str, run: i64, at: usize, step: &Step, rows: &RowWork) -> String {
    let table = qualified(&step.schema, &step.table);
    let place = literal(&table);
    let removes = rows.op == Op::Quarantine;
    if rows.op == Op::Insert {
        return format!(
            "INSERT INTO {staged} (run, step, n, place, removes, k, hash, new) \
             SELECT {run}, {at}, row_number() OVER (ORDER BY q.new::text), {place}, false, NULL, NULL, q.new FROM ({}) AS q",
            with_given(&rows.stage, staged, run)
        );
    }
    format!(
        "INSERT INTO {staged} (run, step, n, place, removes, k, hash, new) \
         SELECT {run}, {at}, row_number() OVER (ORDER BY {order}), {place}, {removes}, q.k, hashtextextended(t::text, 0), q.new \
         FROM ({stage}) AS q JOIN {table} AS t ON {found} \
         WHERE NOT EXISTS (SELECT 1 FROM {staged} AS d WHERE d.run = {run} AND d.removes AND d.place = {place} AND d.k = q.k)",
        order = order(rows),
        found = found(rows, "t", "q.k"),
        stage = with_given(&rows.stage, staged, run),
    )
}

/// The count and the fingerprint of a staged step, as one row.
///
/// The place of a row without a key says nothing about it, and is left out.
pub(crate) fn fingerprint_sql(staged: &str, run: i64, at: usize, rows: &RowWork) -> String {
    let key = if rows.key.is_empty() { "''" } else { "coalesce(k::text, '')" };
    format!(
        "SELECT count(*), coalesce(sum(hashtextextended({key} || ' ' || coalesce(hash::text, '') || ' ' \
         || coalesce(new::text, ''), 1)::numeric), 0)::text FROM {staged} WHERE run = {run} AND step = {at}"
    )
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
    let parts = rows.key.iter().map(|named| format!("{}::text", column(alias, &named.column)));
    format!("ARRAY[{}]", parts.collect::<Vec<_>>().join(", "))
}

fn order(rows: &RowWork) -> String {
    if rows.key.is_empty() {
        return "t.tableoid, t.ctid".to_owned();
    }
    rows.key.iter().map(|named| format!("t.{}", ident(&named.column))).collect::<Vec<_>>().join(", ")
}
