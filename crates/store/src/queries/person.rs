//! Everything that is a person's, whatever table it is in: what they may take along, and what goes with them.
//!
//! Both follow from the declarations ([`TABLES`]) alone, so a new table is in them from the day it is declared. Columns
//! that a database of an older shape has beside the declared ones are taken along as well.

mod erase;
mod export;
mod kept;

use std::collections::BTreeMap;

use orientor_identity::UserId;

use crate::{
    StoreError, Tx,
    database::{Arg, Door},
    owned::{owned_by, value},
    schema::{Dialect, Kind, Ownership, Table, ident, literal},
    tables::TABLES,
};

pub use erase::{Erased, erase_within};
pub use export::{Batch, Export};
pub use kept::{Kept, kept_by_the_doctor};

/// The tables as they are, which may be of an older shape.
struct Live(BTreeMap<String, Vec<LiveColumn>>);

struct LiveColumn {
    name: String,
    /// What the engine calls the type.
    kind: String,
    /// Whether it refuses NULL.
    required: bool,
}

impl Live {
    async fn read(door: &mut Door<'_>) -> Result<Self, StoreError> {
        let sql = match door.dialect() {
            Dialect::Postgres => {
                "SELECT c.relname || ' ' || CASE WHEN a.attnotnull THEN 1 ELSE 0 END || ' ' || format_type(a.atttypid, NULL), \
                 a.attname::text FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid \
                 WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') \
                 AND a.attnum > 0 AND NOT a.attisdropped ORDER BY c.relname, a.attnum"
            }
            Dialect::Sqlite => {
                "SELECT m.name || ' ' || p.\"notnull\" || ' ' || lower(p.type), p.name FROM sqlite_schema m \
                 JOIN pragma_table_info(m.name) p WHERE m.type = 'table' ORDER BY m.name, p.cid"
            }
        };
        let mut tables: BTreeMap<String, Vec<LiveColumn>> = BTreeMap::new();
        for (about, name) in door.read(sql, &[]).await? {
            let mut parts = about.splitn(3, ' ');
            let (Some(table), Some(required), Some(kind), Some(name)) =
                (parts.next(), parts.next(), parts.next(), name)
            else {
                continue;
            };
            let column = LiveColumn { name, kind: kind.to_owned(), required: required == "1" };
            tables.entry(table.to_owned()).or_default().push(column);
        }
        Ok(Self(tables))
    }

    /// The columns of a table; none if it is not there.
    fn columns(&self, table: &str) -> &[LiveColumn] {
        self.0.get(table).map(Vec::as_slice).unwrap_or_default()
    }

    fn column(&self, table: &str, name: &str) -> Option<&LiveColumn> {
        self.columns(table).iter().find(|column| column.name == name)
    }

    /// The condition that a column names the user `$1`, also where an old database keeps the number as text.
    fn names(&self, table: &str, column: &str, alias: &str) -> String {
        let kind = self.column(table, column).map(|column| column.kind.as_str());
        let qualified = format!("{alias}.{}", ident(column));
        match kind {
            Some("text" | "character varying" | "character") => format!("{qualified} = CAST($1 AS text)"),
            _ => format!("{qualified} = $1"),
        }
    }

    /// The condition that a row is the user's `$1`.
    fn mine(&self, table: &Table, alias: &str) -> String {
        match table.ownership {
            Ownership::User(column) => self.names(table.name, column, alias),
            _ => owned_by(table, alias, 0),
        }
    }
}

/// The tables that hold something of somebody's.
fn tables_of_people() -> impl DoubleEndedIterator<Item = &'static Table> {
    TABLES.iter().copied().filter(|table| !matches!(table.ownership, Ownership::Nobody))
}

/// A row as JSON, with every column that the table has and that may leave.
fn whole_row(table: &Table, live: &Live, dialect: Dialect) -> String {
    let columns = live.columns(table.name).iter().map(|column| column.name.as_str());
    let values = columns.filter(|name| !table.secret.contains(name)).map(|name| {
        let column = format!("o.{}", ident(name));
        // What is not declared here is told as text.
        let kind = table.column(name).map_or(Kind::Text, |column| column.kind);
        match dialect {
            Dialect::Postgres => format!("{} AS {}", value(kind, &column, dialect), ident(name)),
            Dialect::Sqlite => format!("{}, {}", literal(name), value(kind, &column, dialect)),
        }
    });
    let values = values.collect::<Vec<_>>().join(", ");
    match dialect {
        Dialect::Postgres => format!("(SELECT row_to_json(x)::text FROM (SELECT {values}) AS x)"),
        Dialect::Sqlite => format!("json_object({values})"),
    }
}

/// The argument that every statement here begins with.
fn user(user: UserId) -> Arg<'static> {
    Arg::Number(user.get())
}

/// The key with which erased people are marked, made at first use.
pub async fn mark_key(tx: &mut Tx) -> Result<String, StoreError> {
    const KEY: &str = "erasure_key";
    let random = match tx.dialect() {
        Dialect::Postgres => "replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')",
        Dialect::Sqlite => "lower(hex(randomblob(32)))",
    };
    let make = format!(
        "INSERT INTO orientor_meta (key, value) VALUES ($1, {random}) ON CONFLICT (key) DO UPDATE SET key = excluded.key \
         RETURNING value, NULL"
    );
    let rows = tx.rows(&make, &[Arg::Text(KEY)]).await?;
    rows.into_iter().next().map(|(value, _)| value).ok_or(StoreError::Missing)
}
