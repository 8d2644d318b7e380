//! The statements behind the door, each with the owner in it.
//!
//! A row enters as one JSON text, and leaves as one with SQLite; with PostgreSQL it leaves as the declared columns, each
//! cast to what [`crate::database::Row`] reads. The database converts at both ends, whatever type a column has drifted to.

use std::{fmt::Write as _, marker::PhantomData};

use orientor_identity::UserId;

use super::{Is, Listing, OwnedTable, RowKey};
use crate::{
    database::Arg,
    schema::{Dialect, Fill, Kind, Ownership, Table, ident, idents, literal, now, random_uuid},
    tables::TABLES,
};

/// A statement and what it is given.
#[derive(Debug)]
pub(super) struct Statement<'a> {
    pub(super) sql: String,
    pub(super) args: Vec<Arg<'a>>,
}

impl<'a> Statement<'a> {
    /// Gives it one more, and tells how to name that.
    fn bind(&mut self, arg: Arg<'a>) -> String {
        self.args.push(arg);
        format!("${}", self.args.len())
    }
}

/// Builds the statements for one table. `$1` is the owner in each of them.
#[derive(Debug)]
pub(super) struct Queries<'a, T> {
    dialect: Dialect,
    owner: i64,
    /// The row of the parent's table that all rows belong to, if only one is meant.
    parent: Option<&'a RowKey>,
    table: PhantomData<fn() -> T>,
}

impl<'a, T: OwnedTable> Queries<'a, T> {
    pub(super) fn new(dialect: Dialect, owner: UserId, parent: Option<&'a RowKey>) -> Self {
        Self { dialect, owner: owner.get(), parent, table: PhantomData }
    }

    /// A statement that knows the owner and nothing else.
    fn begin(&self, sql: String) -> Statement<'a> {
        Statement { sql, args: vec![Arg::Number(self.owner)] }
    }

    /// Says whose rows are meant. A row without a key cannot be named, so it is left to the doctor.
    fn mine(&self, statement: &mut Statement<'a>) {
        self.those(statement, &owned_by(T::TABLE, &self.alias(), 0));
    }

    fn those(&self, statement: &mut Statement<'a>, mine: &str) {
        let _ = write!(statement.sql, " WHERE {mine} AND {} IS NOT NULL", self.column(T::ID));
        if let (Some(parent), Ownership::Through { column, .. }) = (self.parent, T::TABLE.ownership) {
            let parent = statement.bind(parent.arg());
            let _ = write!(statement.sql, " AND {} = {parent}", self.column(column));
        }
    }

    fn keyed(&self, statement: &mut Statement<'a>, key: &'a RowKey) {
        self.mine(statement);
        let column = match key {
            RowKey::Number(_) => self.column(T::ID),
            RowKey::Text(_) => self.key_text(),
        };
        let key = statement.bind(key.arg());
        let _ = write!(statement.sql, " AND {column} = {key}");
    }

    fn only(&self, statement: &mut Statement<'a>, only: &[(&'static str, Is<'a>)]) {
        for (name, is) in only {
            let column = self.column(name);
            let condition = match *is {
                Is::Number(number) => format!("{column} = {}", statement.bind(Arg::Number(number))),
                Is::Text(text) if is_text(T::TABLE, name) => format!("{column} = {}", statement.bind(Arg::Text(text))),
                Is::Text(text) => format!("CAST({column} AS text) = {}", statement.bind(Arg::Text(text))),
                Is::True(true) => format!("{column} IS TRUE"),
                Is::True(false) => format!("{column} IS NOT TRUE"),
                Is::Null => format!("{column} IS NULL"),
            };
            let _ = write!(statement.sql, " AND {condition}");
        }
    }

    /// One row more than the limit, which tells whether there is another page.
    pub(super) fn page(&self, listing: &Listing<'a>) -> Statement<'a> {
        let mut statement = self.begin(self.select(T::model()));
        let by_owner = self.indexed_owner();
        match &by_owner {
            Some(owner) => self.those(&mut statement, &format!("{owner} BETWEEN $1 AND $1")),
            None => self.mine(&mut statement),
        }
        self.only(&mut statement, listing.only);
        let key = if is_number(T::TABLE, T::ID) { self.column(T::ID) } else { self.sortable_key() };
        let (than, direction) = if T::NEWEST_FIRST { ("<", " DESC") } else { (">", "") };
        if let Some(after) = listing.after {
            let after = statement.bind(after.arg());
            let _ = match &by_owner {
                Some(owner) => write!(statement.sql, " AND ({owner}, {key}) {than} ($1, {after})"),
                None => write!(statement.sql, " AND {key} {than} {after}"),
            };
        }
        let first = by_owner.map_or_else(String::new, |owner| format!("{owner}{direction}, "));
        let limit = statement.bind(Arg::Number(i64::from(listing.limit) + 1));
        let _ = write!(statement.sql, " ORDER BY {first}{key}{direction} LIMIT {limit}");
        if listing.offset > 0 {
            let offset = statement.bind(Arg::Number(listing.offset.into()));
            let _ = write!(statement.sql, " OFFSET {offset}");
        }
        statement
    }

    /// The owner's column, if an index has it before a key that is a number.
    ///
    /// Told that it equals somebody, PostgreSQL takes the order by key for as good, goes through the table in it, and passes
    /// over the rows of everybody else, where that somebody has many. A range of one, and an order that begins with it, leave
    /// the index as the only way.
    fn indexed_owner(&self) -> Option<String> {
        let (Dialect::Postgres, Ownership::User(owner)) = (self.dialect, T::TABLE.ownership) else { return None };
        let is_indexed = T::TABLE.indexes.iter().any(|index| index.columns == [owner, T::ID]);
        (is_number(T::TABLE, T::ID) && is_indexed).then(|| self.column(owner))
    }

    pub(super) fn count(&self, only: &[(&'static str, Is<'a>)]) -> Statement<'a> {
        let from = format!("SELECT CAST(count(*) AS text), NULL FROM {}", self.target());
        let mut statement = self.begin(from);
        self.mine(&mut statement);
        self.only(&mut statement, only);
        statement
    }

    pub(super) fn one(&self, key: &'a RowKey) -> Statement<'a> {
        let mut statement = self.begin(self.select(T::model()));
        self.keyed(&mut statement, key);
        statement.sql += " LIMIT 1";
        statement
    }

    pub(super) fn one_for_update(&self, key: &'a RowKey) -> Statement<'a> {
        let mut statement = self.one(key);
        statement.sql += self.for_update();
        statement
    }

    pub(super) fn draft_for_update(&self, key: &'a RowKey) -> Statement<'a> {
        let mut statement = self.begin(self.select(T::draft()));
        self.keyed(&mut statement, key);
        let _ = write!(statement.sql, " LIMIT 1{}", self.for_update());
        statement
    }

    /// The row that was changed last.
    pub(super) fn newest(&self) -> Statement<'a> {
        let mut statement = self.begin(self.select(T::model()));
        self.mine(&mut statement);
        let _ = write!(statement.sql, " {}", self.newest_first());
        statement
    }

    pub(super) fn newest_for_update(&self) -> Statement<'a> {
        let mut statement = self.newest();
        statement.sql += self.for_update();
        statement
    }

    pub(super) fn newest_draft_for_update(&self) -> Statement<'a> {
        let mut statement = self.begin(self.select(T::draft()));
        self.mine(&mut statement);
        let _ = write!(statement.sql, " {}{}", self.newest_first(), self.for_update());
        statement
    }

    /// `json` is an object with at least these columns. Adds nothing if one of them names a row that is not the owner's.
    pub(super) fn insert(&self, columns: &[&'static str], json: &'a str) -> Statement<'a> {
        let mut statement = self.begin(String::new());
        let values = statement.bind(Arg::Text(json));
        let mut names: Vec<&str> = Vec::new();
        let mut members: Vec<String> = Vec::new();
        match T::TABLE.ownership {
            Ownership::Through { column, .. } => {
                names.push(column);
                // Nobody's parent is nobody's row.
                members.push(self.parent.map_or_else(|| "NULL".to_owned(), |parent| statement.bind(parent.arg())));
            }
            Ownership::User(column) => {
                names.push(column);
                members.push("$1".to_owned());
            }
            // Rows of these are never made through the door.
            Ownership::Nobody | Ownership::Person | Ownership::Pair { .. } => {}
        }
        if T::TABLE.column(T::ID).is_some_and(|column| column.fill == Fill::Random) {
            names.push(T::ID);
            members.push(random_uuid(self.dialect).to_owned());
        }
        names.extend(columns);
        members.extend(columns.iter().map(|column| self.member(column, &values)));
        for stamp in [T::CREATED, T::UPDATED].into_iter().flatten() {
            names.push(stamp);
            members.push(now(self.dialect).to_owned());
        }
        let from = match self.dialect {
            Dialect::Postgres => {
                format!("FROM jsonb_populate_record(NULL::{}, {values}::jsonb) AS r WHERE true", ident(T::TABLE.name))
            }
            // The second argument has to occur, also when no column takes a value from it.
            Dialect::Sqlite => format!("WHERE json_valid({values})"),
        };
        let target = match self.dialect {
            Dialect::Postgres => format!("{} AS o", ident(T::TABLE.name)),
            Dialect::Sqlite => ident(T::TABLE.name),
        };
        let (names, members) = (idents(&names), members.join(", "));
        let _ = write!(statement.sql, "INSERT INTO {target} ({names}) SELECT {members} {from}");
        for (_, condition) in self.references(&mut statement, columns, &values) {
            let _ = write!(statement.sql, " AND {condition}");
        }
        let _ = write!(statement.sql, " RETURNING {}", self.row_and_key(T::model()));
        statement
    }

    /// `json` is an object with these columns, at least one. Changes nothing if one of them names a row that is not
    /// the owner's.
    pub(super) fn update(&self, key: &'a RowKey, columns: &[&'static str], json: &'a str) -> Statement<'a> {
        let mut statement = self.begin(String::new());
        let values = statement.bind(Arg::Text(json));
        let mut set: Vec<String> = Vec::new();
        let target = match self.dialect {
            Dialect::Postgres => {
                let members: Vec<String> = columns.iter().map(|column| format!("r.{}", ident(column))).collect();
                let from = format!("jsonb_populate_record(o, {values}::jsonb) AS r");
                set.push(format!("({}) = (SELECT {} FROM {from})", idents(columns), members.join(", ")));
                format!("{} AS o", ident(T::TABLE.name))
            }
            Dialect::Sqlite => {
                set.extend(columns.iter().map(|it| format!("{} = {}", ident(it), self.member(it, &values))));
                ident(T::TABLE.name)
            }
        };
        set.extend(T::UPDATED.map(|column| format!("{} = {}", ident(column), now(self.dialect))));
        let _ = write!(statement.sql, "UPDATE {target} SET {}", set.join(", "));
        self.keyed(&mut statement, key);
        for (_, condition) in self.references(&mut statement, columns, &values) {
            let _ = write!(statement.sql, " AND {condition}");
        }
        let _ = write!(statement.sql, " RETURNING {}", self.row_and_key(T::model()));
        statement
    }

    /// The columns, the parent's among them, that name a row which is not the owner's.
    pub(super) fn foreign(&self, columns: &[&'static str], json: &'a str) -> Option<Statement<'a>> {
        let mut statement = self.begin(String::new());
        let values = statement.bind(Arg::Text(json));
        let conditions = self.references(&mut statement, columns, &values);
        // Both arguments have to occur.
        let tests = conditions.iter().map(|(column, condition)| {
            let column = literal(column);
            format!("SELECT {column}, NULL WHERE NOT {condition} AND $1 IS NOT NULL AND {values} IS NOT NULL")
        });
        let sql = tests.collect::<Vec<_>>().join(" UNION ALL ");
        statement.sql = sql;
        (!conditions.is_empty()).then_some(statement)
    }

    pub(super) fn delete(&self, key: &'a RowKey) -> Statement<'a> {
        let mut statement = self.begin(format!("DELETE FROM {}", self.target()));
        self.keyed(&mut statement, key);
        statement.sql += " RETURNING '', NULL";
        statement
    }

    /// For each of these columns that names another row, and for the parent, the condition that it is the owner's, or
    /// exists where all share the rows.
    fn references(
        &self,
        statement: &mut Statement<'a>,
        columns: &[&'static str],
        values: &str,
    ) -> Vec<(&'static str, String)> {
        let mut conditions = Vec::new();
        if let (Ownership::Through { column, parent: table }, Some(parent)) = (T::TABLE.ownership, self.parent) {
            let parent = statement.bind(parent.arg());
            let mine = owned_by(table, "p", 1);
            conditions.push((
                column,
                format!("EXISTS (SELECT 1 FROM {} AS p WHERE p.id = {parent} AND {mine})", ident(table.name)),
            ));
        }
        for key in T::TABLE.foreign_keys.iter().filter(|key| columns.contains(&key.column)) {
            let Some(table) = TABLES.iter().find(|table| table.name == key.table) else { continue };
            let (id, member) = match (self.dialect, is_number(table, "id")) {
                (Dialect::Postgres, true) => ("p.id", format!("({values}::jsonb ->> {})::bigint", literal(key.column))),
                (Dialect::Postgres, false) => {
                    ("CAST(p.id AS text)", format!("({values}::jsonb ->> {})", literal(key.column)))
                }
                (Dialect::Sqlite, _) => ("p.id", format!("json_extract({values}, {})", path(key.column))),
            };
            let mine = owned_by(table, "p", 1);
            let exists = format!("EXISTS (SELECT 1 FROM {} AS p WHERE {id} = {member} AND {mine})", ident(table.name));
            conditions.push((key.column, format!("({member} IS NULL OR {exists})")));
        }
        conditions
    }

    fn target(&self) -> String {
        match self.dialect {
            Dialect::Postgres => format!("{} AS o", ident(T::TABLE.name)),
            Dialect::Sqlite => ident(T::TABLE.name),
        }
    }

    fn select(&self, columns: &[&str]) -> String {
        format!("SELECT {} FROM {}", self.row_and_key(columns), self.target())
    }

    fn row_and_key(&self, columns: &[&str]) -> String {
        format!("{}, {}", row(T::TABLE, columns, self.dialect), self.key_text())
    }

    fn key_text(&self) -> String {
        format!("CAST({} AS text)", self.column(T::ID))
    }

    /// Text sorts by language in PostgreSQL and by bytes in SQLite; a cursor needs one order.
    fn sortable_key(&self) -> String {
        match self.dialect {
            Dialect::Postgres => format!("{} COLLATE \"C\"", self.key_text()),
            Dialect::Sqlite => self.key_text(),
        }
    }

    fn newest_first(&self) -> String {
        let changed = T::UPDATED.map(|column| match self.dialect {
            Dialect::Postgres => format!("{} DESC NULLS LAST, ", self.column(column)),
            Dialect::Sqlite => format!("julianday({}) DESC NULLS LAST, ", self.column(column)),
        });
        format!("ORDER BY {}{} DESC LIMIT 1", changed.unwrap_or_default(), self.column(T::ID))
    }

    fn for_update(&self) -> &'static str {
        match self.dialect {
            Dialect::Postgres => " FOR UPDATE",
            Dialect::Sqlite => "",
        }
    }

    /// What the table is called in conditions.
    fn alias(&self) -> String {
        match self.dialect {
            Dialect::Postgres => "o".to_owned(),
            Dialect::Sqlite => ident(T::TABLE.name),
        }
    }

    fn column(&self, name: &str) -> String {
        qualified(name, self.dialect)
    }

    /// A column's value in a JSON object.
    fn member(&self, column: &str, values: &str) -> String {
        let kind = T::TABLE.column(column).map(|column| column.kind);
        match self.dialect {
            Dialect::Postgres => format!("r.{}", ident(column)),
            Dialect::Sqlite if matches!(kind, Some(Kind::Json | Kind::Jsonb | Kind::TextList | Kind::Texts(_))) => {
                format!("nullif({values} -> {}, 'null')", path(column))
            }
            Dialect::Sqlite => format!("json_extract({values}, {})", path(column)),
        }
    }
}

/// The condition that a row of `table`, called `alias` here, is `$1`'s.
pub(crate) fn owned_by(table: &Table, alias: &str, depth: u8) -> String {
    match table.ownership {
        Ownership::Nobody => "true".to_owned(),
        Ownership::Person => format!("{alias}.id = $1"),
        Ownership::User(column) => format!("{alias}.{} = $1", ident(column)),
        Ownership::Pair { by, to } => format!("({alias}.{} = $1 OR {alias}.{} = $1)", ident(by), ident(to)),
        Ownership::Through { column, parent } => {
            let above = format!("above{depth}");
            let mine = owned_by(parent, &above, depth + 1);
            let (table, column) = (ident(parent.name), ident(column));
            format!("EXISTS (SELECT 1 FROM {table} AS {above} WHERE {above}.id = {alias}.{column} AND {mine})")
        }
    }
}

fn is_number(table: &Table, column: &str) -> bool {
    let kind = table.column(column).map(|column| column.kind);
    matches!(kind, Some(Kind::Integer | Kind::Bigint))
}

fn is_text(table: &Table, column: &str) -> bool {
    let kind = table.column(column).map(|column| column.kind);
    matches!(kind, Some(Kind::Text | Kind::String | Kind::Varchar(_)))
}

fn qualified(name: &str, dialect: Dialect) -> String {
    match dialect {
        Dialect::Postgres => format!("o.{}", ident(name)),
        Dialect::Sqlite => ident(name),
    }
}

fn path(column: &str) -> String {
    literal(&format!("$.{}", ident(column)))
}

/// The columns of a row, with SQLite as one JSON text.
fn row(table: &Table, columns: &[&str], dialect: Dialect) -> String {
    let values = columns.iter().filter_map(|name| table.column(name)).map(|column| {
        let name = qualified(column.name, dialect);
        match dialect {
            Dialect::Postgres => format!("{} AS {}", postgres_column(column.kind, &name), ident(column.name)),
            Dialect::Sqlite => format!("{}, {}", literal(column.name), sqlite_value(column.kind, &name)),
        }
    });
    let values = values.collect::<Vec<_>>().join(", ");
    match dialect {
        Dialect::Postgres => values,
        Dialect::Sqlite => format!("json_object({values})"),
    }
}

/// A column as one of the few types that are read here.
fn postgres_column(kind: Kind, name: &str) -> String {
    match kind {
        Kind::Integer | Kind::Bigint => format!("{name}::bigint"),
        Kind::Real | Kind::Numeric | Kind::Decimal(..) => format!("{name}::double precision"),
        Kind::Text | Kind::String | Kind::Varchar(_) | Kind::Uuid | Kind::Native(_) => format!("{name}::text"),
        // A column without a zone, or with days only, is taken as UTC, which the session is in.
        Kind::Time | Kind::LocalTime => format!("{name}::timestamptz"),
        Kind::Date => format!("{name}::date"),
        Kind::Boolean => format!("{name}::boolean"),
        // `json` and not `jsonb`: an old document with an escaped NUL can be shown, but not converted.
        Kind::Json | Kind::Jsonb | Kind::TextList | Kind::Texts(_) => format!("to_json({name})"),
    }
}

/// A column's value on its way into JSON, whatever type the column has drifted to.
/// What JSON cannot say (infinities, years beyond four digits) becomes null.
pub(crate) fn value(kind: Kind, name: &str, dialect: Dialect) -> String {
    match dialect {
        Dialect::Postgres => postgres_value(kind, name),
        Dialect::Sqlite => sqlite_value(kind, name),
    }
}

fn postgres_value(kind: Kind, name: &str) -> String {
    match kind {
        Kind::Integer | Kind::Bigint => format!("{name}::bigint"),
        Kind::Real | Kind::Numeric | Kind::Decimal(..) => {
            let number = format!("{name}::double precision");
            format!("CASE WHEN {number} > '-Infinity' AND {number} < 'Infinity' THEN {number} END")
        }
        Kind::Text | Kind::String | Kind::Varchar(_) | Kind::Uuid | Kind::Native(_) => format!("{name}::text"),
        // A column without a zone, or with days only, is taken as UTC, which the session is in.
        Kind::Time | Kind::LocalTime => {
            let time = format!("{name}::timestamptz");
            format!("CASE WHEN {time} >= '0001-01-01' AND {time} < '10000-01-01' THEN {time} END")
        }
        Kind::Date => {
            format!("CASE WHEN {name}::date >= '0001-01-01' AND {name}::date < '10000-01-01' THEN {name}::date END")
        }
        Kind::Boolean | Kind::Json | Kind::Jsonb | Kind::TextList | Kind::Texts(_) => name.to_owned(),
    }
}

fn sqlite_value(kind: Kind, name: &str) -> String {
    match kind {
        Kind::Integer | Kind::Bigint => format!("CAST({name} AS INTEGER)"),
        // By itself SQLite writes fifteen digits, too few to come back as the same number.
        Kind::Real | Kind::Numeric | Kind::Decimal(..) => {
            format!("json(CASE WHEN abs({name}) < 1.8e308 THEN printf('%!.17g', {name}) ELSE 'null' END)")
        }
        Kind::Boolean => format!("json(CASE WHEN {name} IS NULL THEN 'null' WHEN {name} THEN 'true' ELSE 'false' END)"),
        Kind::Json | Kind::Jsonb | Kind::TextList | Kind::Texts(_) => {
            format!("json(CASE WHEN json_valid({name}) THEN {name} ELSE 'null' END)")
        }
        Kind::Text
        | Kind::String
        | Kind::Varchar(_)
        | Kind::Uuid
        | Kind::Date
        | Kind::Time
        | Kind::LocalTime
        | Kind::Native(_) => {
            format!("CAST({name} AS TEXT)")
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate, Utc};
    use orientor_testkit::database::TestDatabase;
    use serde::Deserialize;
    use serde_json::Value;

    use super::*;
    use crate::{
        ConnectOptions, Database,
        database::{Door, JsonRow, Row},
        owned::Patch,
        schema::Column,
        tables::user_note::UserNote,
    };

    const TABLE: Table = Table {
        ownership: Ownership::Nobody,
        ..Table::new(
            "everything",
            &[
                Column::key("id"),
                Column::new("whole", Kind::Bigint),
                Column::new("number", Kind::Real),
                Column::new("decimal", Kind::Numeric),
                Column::new("is_true", Kind::Boolean),
                Column::new("words", Kind::Text),
                Column::new("time", Kind::Time),
                Column::new("local", Kind::LocalTime),
                Column::new("day", Kind::Date),
                Column::new("written", Kind::Json),
                Column::new("parsed", Kind::Jsonb),
                Column::new("list", Kind::TextList),
            ],
            &["id"],
        )
    };

    const ROWS: &str = r#"CREATE TABLE everything (id serial, whole bigint, number float8, decimal numeric, is_true boolean,
        words text, time timestamptz, local timestamp, day date, written json, parsed jsonb, list text[]);
        INSERT INTO everything (whole, number, decimal, is_true, words, time, local, day, written, parsed, list) VALUES
        (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
        (0, 0, 0, true, '', '1970-01-01Z', '2000-01-01', '2000-01-01', 'null', 'null', '{}'),
        (-1, '-0', -1.5, false, E'\n"\\', '2026-03-02 09:30:00.5Z', '1969-12-31 23:59:59.000001', '1969-12-31',
            '{"a": [1, 2.5, null, {"b": "c"}]}', '{"a": [1, 2.5, null, {"b": "c"}]}', '{a,NULL,"b,c"}'),
        (9223372036854775807, 'Infinity', 'NaN', NULL, 'ÄÖ🙂', 'infinity', '-infinity', 'infinity', '"\u0000"', '"x"', NULL),
        (-9223372036854775808, '-Infinity', 1e400::numeric / 1e100, NULL, 'null', '0001-01-01Z', '0001-01-01', '0001-01-01',
            '5', '5', '{"\"",""}'),
        (1, 'NaN', 0.1, NULL, '5', '0001-12-31 23:59:59.999999Z BC', '0002-01-01 BC', '0001-12-31 BC', 'true', 'true', NULL),
        (1, 1e15, 999999999999999, NULL, '5', '9999-12-31 23:59:59.999999Z', '9999-12-31', '9999-12-31', '1e400', '[]', NULL),
        (1, 5e-324, 1e15 - 0.5, NULL, '5', '10000-01-01Z', '10000-01-01', '10000-01-01', '[ ]', '{}', NULL),
        (1, 1.7976931348623157e308, 1e-300, NULL, '5', '290000-01-01Z', '290000-01-01', '5000000-01-01', '{ }', '0.1', NULL),
        (1, 0.1::float8 + 0.2, 123456789012345678, NULL, '5', '4700-01-01Z BC', '4700-01-01 BC', '4700-01-01 BC', NULL, NULL, NULL)"#;

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "read by `Debug` only")]
    struct Everything {
        id: i64,
        whole: Option<i64>,
        number: Option<f64>,
        decimal: Option<f64>,
        is_true: Option<bool>,
        words: Option<String>,
        time: Option<DateTime<Utc>>,
        local: Option<DateTime<Utc>>,
        day: Option<NaiveDate>,
        parsed: Option<Value>,
        list: Option<Vec<Option<String>>>,
    }

    async fn postgres(sql: &'static str) -> (TestDatabase, Database) {
        let place = TestDatabase::postgres().await;
        let database = Database::connect(place.url(), &ConnectOptions::default()).await.unwrap();
        let Database::Postgres(pool) = &database else { unreachable!("it is PostgreSQL") };
        sqlx::raw_sql(sql).execute(pool).await.unwrap();
        (place, database)
    }

    async fn both(door: &mut Door<'_>, names: &[&str]) -> (Vec<Row>, Vec<JsonRow>) {
        let columns = row(&TABLE, names, Dialect::Postgres);
        let typed = format!("SELECT {columns}, o.id::text FROM everything AS o ORDER BY o.id");
        let typed = door.read_rows(&typed, &[]).await.unwrap();
        let values = TABLE.columns.iter().filter(|column| names.contains(&column.name));
        let values =
            values.map(|it| format!("{} AS {}", value(it.kind, &format!("o.{}", it.name), Dialect::Postgres), it.name));
        let values = values.collect::<Vec<_>>().join(", ");
        let json = format!(
            "SELECT row_to_json(x)::text, x.id::text FROM (SELECT {values} FROM everything AS o ORDER BY o.id) AS x"
        );
        (typed, door.read(&json, &[]).await.unwrap())
    }

    /// One user has nearly all rows, but none of the newest: in the order of keys alone many would be passed over.
    const NOTES: &str =
        "CREATE TABLE user_notes (id serial PRIMARY KEY, user_id integer NOT NULL, saved_recommendation_id integer,
        content text, created_at timestamptz, updated_at timestamptz);
        CREATE INDEX by_user ON user_notes (user_id, id);
        INSERT INTO user_notes (user_id, content) SELECT 1 + n / 40000, 'x' FROM generate_series(1, 42000) AS n;
        ANALYZE user_notes";

    #[tokio::test]
    async fn a_page_is_found_by_its_owner_however_many_rows_that_one_has() {
        let (_place, database) = postgres(NOTES).await;
        let Database::Postgres(pool) = &database else { unreachable!("it is PostgreSQL") };
        let far = RowKey::Number(20_000);
        for owner in [1, 2] {
            let queries = Queries::<UserNote>::new(Dialect::Postgres, UserId::from_row(owner).unwrap(), None);
            for after in [None, Some(&far)] {
                let page = queries.page(&Listing { after, ..Listing::default() });
                let sql = format!("EXPLAIN (ANALYZE, COSTS off, TIMING off) {}", page.sql);
                let mut explained = sqlx::query_scalar::<_, String>(sqlx::AssertSqlSafe(sql));
                for arg in &page.args {
                    let Arg::Number(number) = *arg else { unreachable!("keys are numbers") };
                    explained = explained.bind(number);
                }
                let plan = explained.fetch_all(pool).await.unwrap().join("\n");
                assert!(plan.contains("using by_user") && !plan.contains("Sort"), "{plan}");
                assert!(!plan.contains("Removed by Filter"), "{plan}");
            }
        }
    }

    #[tokio::test]
    async fn a_row_of_columns_is_read_as_the_same_row_of_json() {
        let (_place, database) = postgres(ROWS).await;
        let mut door = Door::Database(&database);

        let names: Vec<&str> = TABLE.columns.iter().map(|column| column.name).collect();
        let (typed, json) = both(&mut door, &names).await;
        assert_eq!((typed.len(), json.len()), (10, 10));
        for (typed, (json, key)) in typed.iter().zip(&json) {
            assert_eq!(&typed.key(), key);
            // What no double can hold has no place in a document that we read.
            if json.contains("1e400") {
                typed.parse::<Everything>().unwrap_err();
                continue;
            }
            let of_json: Everything = serde_json::from_str(json).unwrap();
            assert_eq!(format!("{:?}", typed.parse::<Everything>().unwrap()), format!("{of_json:?}"), "{json}");
        }

        // The draft of a change is read as whatever stands there; times are spelled otherwise.
        let names: Vec<&str> = names.into_iter().filter(|name| !["time", "local"].contains(name)).collect();
        let (typed, json) = both(&mut door, &names).await;
        for (typed, (json, _)) in typed.iter().zip(&json).filter(|(_, (json, _))| !json.contains("1e400")) {
            assert_eq!(typed.parse::<Patch>().unwrap(), serde_json::from_str(json).unwrap(), "{json}");
        }
    }
}
