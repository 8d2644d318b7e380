//! The live schema, as far as planning needs it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, de::DeserializeOwned};

use super::{MigrateError, PlanError, session::Session};
use crate::schema::{Dialect, Fill, Table, ident, literal};

/// What is there, in the schema where `users` is found, or else the first of the search path.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The engine.
    pub dialect: Dialect,
    /// The schema; `main` with SQLite.
    pub schema: String,
    /// The role that we are; empty with SQLite.
    pub role: String,
    /// Tables, views and sequences.
    pub relations: BTreeMap<String, Relation>,
    /// Every name that a new table, index or sequence cannot have.
    pub names: BTreeSet<String>,
    /// Functions.
    pub functions: BTreeSet<String>,
    /// The highest key of each declared table that numbers its rows and has any.
    pub highest: BTreeMap<String, i64>,
    /// The number that a sequence gives next.
    pub next: BTreeMap<String, i64>,
}

/// A table, a view or a sequence.
#[derive(Clone, Debug, Deserialize)]
pub struct Relation {
    /// `r` and `p` are tables, `S` is a sequence, everything else is neither.
    pub kind: String,
    /// The role that owns it; empty with SQLite.
    pub owner: String,
    /// Its columns, in order.
    pub columns: Vec<LiveColumn>,
    /// Its indexes, those of constraints included.
    pub indexes: Vec<LiveIndex>,
    /// Its triggers, those of foreign keys excluded.
    pub triggers: BTreeSet<String>,
    /// The columns of its primary key.
    pub primary_key: Vec<String>,
    /// Of a sequence: how far it goes with each number.
    pub step: Option<i64>,
    /// Of a sequence: the table and column that it belongs to.
    pub owned_by: Option<(String, String)>,
}

/// A column.
#[derive(Clone, Debug, Deserialize)]
pub struct LiveColumn {
    /// Its name.
    pub name: String,
    /// Its type, as the engine writes it.
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether NULL is refused.
    pub required: bool,
    /// Whether an INSERT may leave it out: it has a default, is an identity or is generated.
    pub filled: bool,
    /// The sequence that fills it, if it is one of the same schema.
    pub sequence: Option<String>,
}

/// An index.
#[derive(Clone, Debug, Deserialize)]
pub struct LiveIndex {
    /// Its columns; `None` where it holds an expression.
    pub columns: Vec<Option<String>>,
    /// Whether it keeps rows apart.
    pub unique: bool,
    /// Whether it can be used for every row: valid, without a condition, and sorted.
    pub usable: bool,
}

impl Relation {
    /// The column of this name.
    pub fn column(&self, name: &str) -> Option<&LiveColumn> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// Whether it holds rows of its own.
    pub fn is_table(&self) -> bool {
        matches!(self.kind.as_str(), "r" | "p")
    }
}

impl LiveColumn {
    /// The integer type that a sequence for it needs, if it is an integer at all.
    pub fn integer_type(&self) -> Option<&'static str> {
        match self.kind.as_str() {
            "smallint" => Some("smallint"),
            "integer" => Some("integer"),
            "bigint" => Some("bigint"),
            _ => None,
        }
    }
}

/// What the first query answers.
#[derive(Deserialize)]
struct Objects {
    schema: Option<String>,
    role: String,
    relations: Option<BTreeMap<String, Relation>>,
    names: Option<BTreeSet<String>>,
    functions: Option<BTreeSet<String>>,
}

/// What the second query answers.
#[derive(Default, Deserialize)]
struct Positions {
    highest: Option<BTreeMap<String, Option<i64>>>,
    next: Option<BTreeMap<String, i64>>,
}

/// Reads the catalogue; for `declared` tables also how far keys and sequences have come.
pub(super) async fn read(session: &mut Session, declared: &[&Table]) -> Result<Catalogue, MigrateError> {
    let dialect = session.dialect();
    let sql = match dialect {
        Dialect::Postgres => POSTGRES,
        Dialect::Sqlite => SQLITE,
    };
    let objects: Objects = ask(session, sql).await?;
    let mut catalogue = Catalogue {
        dialect,
        schema: objects.schema.ok_or(PlanError::NoSchema)?,
        role: objects.role,
        relations: objects.relations.unwrap_or_default(),
        names: objects.names.unwrap_or_default(),
        functions: objects.functions.unwrap_or_default(),
        highest: BTreeMap::new(),
        next: BTreeMap::new(),
    };
    // SQLite keeps its own keys above the highest, and a sequence exists in PostgreSQL only.
    if dialect == Dialect::Postgres
        && let Some(sql) = positions_query(&catalogue, declared)
    {
        let positions: Positions = ask(session, &sql).await?;
        let highest = positions.highest.unwrap_or_default();
        catalogue.highest = highest.into_iter().filter_map(|(table, key)| Some((table, key?))).collect();
        catalogue.next = positions.next.unwrap_or_default();
    }
    Ok(catalogue)
}

async fn ask<T: DeserializeOwned>(session: &mut Session, sql: &str) -> Result<T, MigrateError> {
    let json = session.text("to read the catalogue", sql).await?.unwrap_or_default();
    serde_json::from_str(&json).map_err(|source| MigrateError::Unreadable { what: "the catalogue", source })
}

/// The names under which a sequence for a key is looked for.
pub(super) fn sequence_names(table: &Table, column: &str, fill: Fill) -> Vec<String> {
    let usual = format!("{}_{column}_seq", table.name);
    match fill {
        Fill::Sequence(name) => vec![name.to_owned(), usual],
        _ => vec![usual],
    }
}

/// Highest keys first, sequences after: a row that is added in between then makes nothing look behind.
fn positions_query(live: &Catalogue, declared: &[&Table]) -> Option<String> {
    let (mut keys, mut sequences) = (Vec::new(), BTreeMap::new());
    let schema = ident(&live.schema);
    for table in declared {
        let Some(relation) = live.relations.get(table.name).filter(|relation| relation.is_table()) else { continue };
        for column in table.columns.iter().filter(|column| column.is_numbered()) {
            let Some(found) = relation.column(column.name).filter(|found| found.integer_type().is_some()) else {
                continue;
            };
            let (name, key) = (literal(table.name), ident(column.name));
            keys.push(format!("SELECT {name} AS k, max({key})::bigint AS v FROM {schema}.{}", ident(table.name)));
            let candidates = found.sequence.iter().cloned().chain(sequence_names(table, column.name, column.fill));
            for candidate in candidates {
                if let Some(step) = live.relations.get(&candidate).and_then(|relation| relation.step) {
                    sequences.insert(candidate, step);
                }
            }
        }
    }
    if keys.is_empty() {
        return None;
    }
    let next = sequences.iter().map(|(name, step)| {
        let next = format!("CASE WHEN is_called THEN last_value + ({step}) ELSE last_value END");
        format!("SELECT {} AS k, {next} AS v FROM {schema}.{}", literal(name), ident(name))
    });
    let next: Vec<String> = next.collect();
    let next = if next.is_empty() { "SELECT '' AS k, 0 AS v WHERE false".to_owned() } else { next.join(" UNION ALL ") };
    Some(format!(
        "SELECT json_build_object('highest', (SELECT json_object_agg(k, v) FROM ({}) AS x), \
         'next', (SELECT json_object_agg(k, v) FROM ({next}) AS x))::text",
        keys.join(" UNION ALL ")
    ))
}

const POSTGRES: &str = include_str!("catalogue_postgres.sql");
const SQLITE: &str = include_str!("catalogue_sqlite.sql");
