//! The statements behind the door, each with the owner in it.
//!
//! A row leaves as one JSON text made of the declared columns, and enters as one:
//! the database converts at both ends, whatever type a column has drifted to.

use std::marker::PhantomData;

use super::{OwnedTable, table::KeyKind};
use crate::schema::{Dialect, Kind, Table, ident, idents, literal, now};

/// Builds the statements for one table. `$1` is the owner in each of them.
#[derive(Debug)]
pub(super) struct Queries<T> {
    dialect: Dialect,
    table: PhantomData<fn() -> T>,
}

impl<T: OwnedTable> Queries<T> {
    pub(super) fn new(dialect: Dialect) -> Self {
        Self { dialect, table: PhantomData }
    }

    /// The one place that says whose rows are meant. A row without a key cannot be named, so it is left to the doctor.
    fn mine(&self) -> String {
        format!("{} = $1 AND {} IS NOT NULL", self.column(T::OWNER), self.column(T::ID))
    }

    /// `$2` is the number of rows, `$3` the key to start behind.
    pub(super) fn page(&self, after: Option<KeyKind>) -> String {
        let behind = match after {
            Some(KeyKind::Number) => format!(" AND {} > $3", self.column(T::ID)),
            Some(KeyKind::Text) => format!(" AND {} > $3", self.sortable_key()),
            None => String::new(),
        };
        let order = match T::TABLE.column(T::ID).map(|column| column.kind) {
            Some(Kind::Integer | Kind::Bigint) => self.column(T::ID),
            _ => self.sortable_key(),
        };
        format!("{} WHERE {}{behind} ORDER BY {order} LIMIT $2", self.select(T::MODEL), self.mine())
    }

    /// `$2` is the key.
    pub(super) fn one(&self, key: KeyKind) -> String {
        format!("{} WHERE {} LIMIT 1", self.select(T::MODEL), self.keyed(key))
    }

    /// `$2` is the key.
    pub(super) fn draft_for_update(&self, key: KeyKind) -> String {
        format!("{} WHERE {} LIMIT 1{}", self.select(T::DRAFT), self.keyed(key), self.for_update())
    }

    /// The row that was changed last.
    pub(super) fn newest(&self) -> String {
        format!("{} WHERE {} {}", self.select(T::MODEL), self.mine(), self.newest_first())
    }

    pub(super) fn newest_draft_for_update(&self) -> String {
        format!("{} WHERE {} {}{}", self.select(T::DRAFT), self.mine(), self.newest_first(), self.for_update())
    }

    /// `$2` is a JSON object with at least these columns.
    pub(super) fn insert(&self, columns: &[&str]) -> String {
        let stamps: Vec<&str> = [T::CREATED, T::UPDATED].into_iter().flatten().collect();
        let names = [&[T::OWNER], columns, stamps.as_slice()].concat();
        let values: Vec<String> = std::iter::once("$1".to_owned())
            .chain(columns.iter().map(|column| self.member(column)))
            .chain(stamps.iter().map(|_| now(self.dialect).to_owned()))
            .collect();
        let table = ident(T::TABLE.name);
        let (target, from) = match self.dialect {
            Dialect::Postgres => {
                (format!("{table} AS o"), format!(" FROM jsonb_populate_record(NULL::{table}, $2::jsonb) AS r"))
            }
            // The second argument has to occur, also when no column takes a value from it.
            Dialect::Sqlite => (table, " WHERE json_valid($2)".to_owned()),
        };
        let (names, values) = (idents(&names), values.join(", "));
        format!("INSERT INTO {target} ({names}) SELECT {values}{from} RETURNING {}", self.row_and_key(T::MODEL))
    }

    /// `$2` is the key, `$3` a JSON object: a column that it does not name keeps its value.
    pub(super) fn update(&self, key: KeyKind) -> String {
        let table = ident(T::TABLE.name);
        let touched = T::UPDATED.map(|column| format!(", {} = {}", ident(column), now(self.dialect)));
        let touched = touched.unwrap_or_default();
        let (target, set) = match self.dialect {
            Dialect::Postgres => {
                let members: Vec<String> = T::DRAFT.iter().map(|column| format!("r.{}", ident(column))).collect();
                let from = "jsonb_populate_record(o, $3::jsonb) AS r";
                let set = format!("({}) = (SELECT {} FROM {from})", idents(T::DRAFT), members.join(", "));
                (format!("{table} AS o"), set)
            }
            Dialect::Sqlite => {
                let set: Vec<String> = T::DRAFT
                    .iter()
                    .map(|column| {
                        let (name, path) = (ident(column), path(column));
                        format!("{name} = CASE WHEN json_type($3, {path}) IS NULL THEN {name} ELSE json_extract($3, {path}) END")
                    })
                    .collect();
                (table, set.join(", "))
            }
        };
        let returning = self.row_and_key(T::MODEL);
        format!("UPDATE {target} SET {set}{touched} WHERE {} RETURNING {returning}", self.keyed(key))
    }

    /// `$2` is the key.
    pub(super) fn delete(&self, key: KeyKind) -> String {
        let target = match self.dialect {
            Dialect::Postgres => format!("{} AS o", ident(T::TABLE.name)),
            Dialect::Sqlite => ident(T::TABLE.name),
        };
        format!("DELETE FROM {target} WHERE {} RETURNING '', NULL", self.keyed(key))
    }

    /// Makes callers for one user wait for each other; `$1` is the name of the lock.
    /// With SQLite every writer waits already.
    pub(super) fn lock_user(&self) -> Option<&'static str> {
        match self.dialect {
            Dialect::Postgres => Some("SELECT '', pg_advisory_xact_lock(hashtextextended($1, 0))::text"),
            Dialect::Sqlite => None,
        }
    }

    fn keyed(&self, key: KeyKind) -> String {
        let column = match key {
            KeyKind::Number => self.column(T::ID),
            KeyKind::Text => self.key_text(),
        };
        format!("{} AND {column} = $2", self.mine())
    }

    fn select(&self, columns: &[&str]) -> String {
        let alias = match self.dialect {
            Dialect::Postgres => " AS o",
            Dialect::Sqlite => "",
        };
        format!("SELECT {} FROM {}{alias}", self.row_and_key(columns), ident(T::TABLE.name))
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

    fn column(&self, name: &str) -> String {
        qualified(name, self.dialect)
    }

    /// A column's value in the JSON object `$2`.
    fn member(&self, column: &str) -> String {
        match self.dialect {
            Dialect::Postgres => format!("r.{}", ident(column)),
            Dialect::Sqlite => format!("json_extract($2, {})", path(column)),
        }
    }
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

/// The columns of a row as one JSON text.
fn row(table: &Table, columns: &[&str], dialect: Dialect) -> String {
    let values = columns.iter().filter_map(|name| table.column(name)).map(|column| {
        let name = qualified(column.name, dialect);
        match dialect {
            Dialect::Postgres => format!("{} AS {}", postgres_value(column.kind, &name), ident(column.name)),
            Dialect::Sqlite => format!("{}, {}", literal(column.name), sqlite_value(column.kind, &name)),
        }
    });
    let values = values.collect::<Vec<_>>().join(", ");
    match dialect {
        // `json` and not `jsonb`: an old document with an escaped NUL can be shown, but not converted.
        Dialect::Postgres => format!("(SELECT row_to_json(x)::text FROM (SELECT {values}) AS x)"),
        Dialect::Sqlite => format!("json_object({values})"),
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
        Kind::Text | Kind::String | Kind::Varchar(_) | Kind::Uuid => format!("{name}::text"),
        // A column without a zone, or with days only, is taken as UTC, which the session is in.
        Kind::Time | Kind::LocalTime => {
            let time = format!("{name}::timestamptz");
            format!("CASE WHEN {time} >= '0001-01-01' AND {time} < '10000-01-01' THEN {time} END")
        }
        Kind::Boolean | Kind::Json | Kind::Jsonb | Kind::TextList => name.to_owned(),
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
        Kind::Json | Kind::Jsonb | Kind::TextList => {
            format!("json(CASE WHEN json_valid({name}) THEN {name} ELSE 'null' END)")
        }
        Kind::Text | Kind::String | Kind::Varchar(_) | Kind::Uuid | Kind::Time | Kind::LocalTime => {
            format!("CAST({name} AS TEXT)")
        }
    }
}
