//! Whether the values of a column are what its name suggests.

use sqlx::Row as _;

use crate::{
    catalogue::{Catalogue, Column, Relation},
    error::Asking,
    people::{People, same},
    references::Reference,
    session::Worker,
    sql::{column, ident},
};

/// Different values that are looked at.
const DISTINCT: u32 = 500;
/// Bytes that no id has; PostgreSQL knows the length of a text without unpacking it.
const LONG: u32 = 300;
/// Rows from which they are taken.
const SAMPLE: u32 = 20_000;

/// How many of the different values in a sample are what was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    pub seen: i64,
    pub fitting: i64,
}

impl Fit {
    /// Whether at least this share of them fits.
    pub fn share(self, of: i64, at_least: i64) -> bool {
        self.seen > 0 && self.fitting * of >= self.seen * at_least
    }
}

/// Different values of the rows `t` that meet the condition; all rows if it is empty.
fn sample(table: &Relation, name: &Column, condition: &str) -> String {
    let and = if condition.is_empty() { "" } else { " AND " };
    let short = if name.is_text() { format!(" AND {}", short(name)) } else { String::new() };
    format!(
        "(SELECT DISTINCT v FROM (SELECT {name} AS v FROM {from} AS t WHERE {name} IS NOT NULL{short}{and}{condition} \
         LIMIT {SAMPLE}) AS a LIMIT {DISTINCT}) AS s",
        name = column("t", &name.name),
        from = table.from()
    )
}

fn short(name: &Column) -> String {
    format!("octet_length({}::text) < {LONG}", column("t", &name.name))
}

/// The condition that the value `v` names a user, by key or by the provider's id.
fn is_user(catalogue: &Catalogue, people: &People, value: &Column, v: &str) -> String {
    let users = people.from(catalogue);
    let id = column("u", &people.id.name);
    if value.is_integer() {
        return format!("EXISTS (SELECT 1 FROM {users} AS u WHERE {id} = {v})");
    }
    let number = format!("CASE WHEN btrim({v}::text) ~ '^[0-9]{{1,18}}$' THEN btrim({v}::text)::bigint END");
    let mut ways = vec![format!("EXISTS (SELECT 1 FROM {users} AS u WHERE {id} = {number})")];
    for holder in &people.subjects {
        let Some(table) = catalogue.table(holder.table) else { continue };
        let subject = column("h", &holder.column.name);
        ways.push(format!(
            "EXISTS (SELECT 1 FROM {} AS h WHERE {subject}::text = {v}::text AND btrim({subject}::text) <> '')",
            table.from()
        ));
    }
    format!("({})", ways.join(" OR "))
}

/// How many different values of the column name a user.
pub(super) async fn users(
    worker: &mut Worker,
    catalogue: &Catalogue,
    people: &People,
    table: &Relation,
    name: &Column,
) -> Result<Fit, Asking> {
    let fits = is_user(catalogue, people, name, "s.v");
    let sql = format!("SELECT count(*), count(*) FILTER (WHERE {fits}) FROM {}", sample(table, name, ""));
    let fit = ask(worker, &sql).await?;
    if fit.seen == 0 || fit.fitting > 0 {
        return Ok(fit);
    }
    // None in the sample. Before that is taken for "none at all", all rows have a say.
    let fits = is_user(catalogue, people, name, &column("t", &name.name));
    let fits = if name.is_text() { format!("CASE WHEN {} THEN {fits} ELSE false END", short(name)) } else { fits };
    let sql = format!("SELECT EXISTS (SELECT 1 FROM {} AS t WHERE {fits})", table.from());
    let any = worker.rows(&sql, &[]).await?.first().map(|row| row.try_get::<bool, _>(0)).transpose()?;
    Ok(Fit { seen: fit.seen, fitting: i64::from(any == Some(true)) })
}

/// How many different values of the column are keys of `target`.
pub(super) async fn keys(
    worker: &mut Worker,
    (table, name): (&Relation, &Column),
    (target, key): (&Relation, &Column),
    condition: &str,
) -> Result<Fit, Asking> {
    let sql = format!(
        "SELECT count(*), count(*) FILTER (WHERE EXISTS (SELECT 1 FROM {} AS p WHERE {})) FROM {}",
        target.from(),
        same(key, &column("p", &key.name), name, "s.v"),
        sample(table, name, condition)
    );
    ask(worker, &sql).await
}

/// How many different values of a text column have the shape of a provider's id.
pub(super) async fn subjects(
    worker: &mut Worker,
    table: &Relation,
    columns: &[&Column],
    pattern: &str,
) -> Result<Vec<Fit>, Asking> {
    // A long value is no id and is not worth unpacking. The limit keeps it from being worked out for each count anew.
    let values = columns.iter().enumerate().map(|(at, name)| {
        let name = ident(&name.name);
        format!("CASE WHEN octet_length({name}::text) < {LONG} THEN {name}::text ELSE ' ' END AS v{at}")
    });
    let counts =
        (0..columns.len()).map(|at| format!("count(nullif(v{at}, '')), count(*) FILTER (WHERE v{at} ~ {pattern})"));
    let sql = format!(
        "SELECT {} FROM (SELECT {} FROM {} LIMIT {SAMPLE}) AS s",
        counts.collect::<Vec<_>>().join(", "),
        values.collect::<Vec<_>>().join(", "),
        table.from()
    );
    let rows = worker.rows(&sql, &[]).await?;
    let Some(row) = rows.first() else { return Ok(Vec::new()) };
    let mut fits = Vec::new();
    for at in 0..columns.len() {
        fits.push(Fit { seen: row.try_get(at * 2)?, fitting: row.try_get(at * 2 + 1)? });
    }
    Ok(fits)
}

/// How the rows of a table are spread over the users.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spread {
    /// Users who are there.
    users: i64,
    /// Rows with a user column that is filled.
    rows: i64,
    /// Different users in them.
    distinct: i64,
}

impl Spread {
    /// Whether at least this percentage of the users has a row, and hardly anybody two.
    pub fn holds(self, percent: i64) -> bool {
        self.distinct * 100 >= self.users * percent && self.is_single()
    }

    /// Whether so many users have rows.
    pub fn holds_at_least(self, users: i64) -> bool {
        self.distinct >= users
    }

    /// Whether hardly any user has two rows.
    pub fn is_single(self) -> bool {
        (self.rows - self.distinct) * 4 <= self.distinct
    }
}

/// How many rows each user has in a table.
pub(crate) async fn spread(
    worker: &mut Worker,
    catalogue: &Catalogue,
    people: &People,
    table: &Relation,
    reference: &Reference,
) -> Result<Spread, Asking> {
    let name = ident(&reference.column.name);
    let sql = format!(
        "SELECT (SELECT count(*) FROM {} AS u WHERE {}), count({name}), count(DISTINCT {name}) FROM {}",
        people.from(catalogue),
        people.present(),
        table.from()
    );
    let rows = worker.rows(&sql, &[]).await?;
    let row = rows.first().ok_or_else(|| Asking::Unreadable("no row".to_owned()))?;
    Ok(Spread { users: row.try_get(0)?, rows: row.try_get(1)?, distinct: row.try_get(2)? })
}

async fn ask(worker: &mut Worker, sql: &str) -> Result<Fit, Asking> {
    let rows = worker.rows(sql, &[]).await?;
    let row = rows.first().ok_or_else(|| Asking::Unreadable("no row".to_owned()))?;
    Ok(Fit { seen: row.try_get(0)?, fitting: row.try_get(1)? })
}
