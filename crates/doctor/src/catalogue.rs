//! What the live database says about itself: `pg_catalog`, read once in the snapshot of the audit.
//!
//! Nothing here trusts the application's source or a list of our own. Partitions stand behind their root,
//! extensions' objects and the doctor's own schema are left out.

mod lookup;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{error::Asking, session::Worker};

/// Tables, views, sequences and what hangs on them.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// By object id; tables, views and sequences.
    pub relations: BTreeMap<i64, Relation>,
    /// Keys, foreign keys, unique rules, CHECKs.
    pub constraints: Vec<Constraint>,
    /// Indexes, those of constraints included.
    pub indexes: Vec<Index>,
    /// Sequences, those of identity columns included.
    pub sequences: Vec<Sequence>,
    /// Triggers that somebody wrote.
    pub triggers: Vec<Trigger>,
    /// The object ids of the tables that hold rows by their bare name, those of one name by schema.
    names: BTreeMap<String, Vec<i64>>,
}

/// A table, a view or a sequence.
#[derive(Clone, Debug, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "the catalogue says yes or no to each by itself")]
pub struct Relation {
    /// Object id.
    pub oid: i64,
    /// Its schema.
    pub schema: String,
    /// Its bare name.
    pub name: String,
    /// `r` table, `p` partitioned table, `v` and `m` views, `f` foreign table, `S` sequence.
    pub kind: char,
    /// Whether it is a partition; those are looked at through their root.
    pub partition: bool,
    /// What it inherits from, or is a partition of.
    pub parents: Vec<i64>,
    /// Rows as last estimated; -1 when nobody has counted yet.
    pub rows: f64,
    /// Pages of 8 KiB as last counted.
    pub pages: i64,
    /// Whether our role may read any of it.
    pub readable: bool,
    /// Its columns in order, dropped ones left out.
    pub columns: Vec<Column>,
    /// Whether somebody holds it locked for longer than we may wait, so that only part of it is known.
    #[serde(skip)]
    pub locked: bool,
    /// Whether other tables inherit from it, so that reading it alone takes `ONLY`.
    #[serde(skip)]
    pub inherited: bool,
}

/// A column.
#[derive(Clone, Debug, Deserialize)]
pub struct Column {
    /// Its number in the catalogue.
    pub number: i16,
    /// Its name.
    pub name: String,
    /// Its type as PostgreSQL writes it.
    #[serde(rename = "type")]
    pub kind: String,
    /// The bare name of its type, for a domain that of what it is made of: `int4`, `varchar`, `jsonb` …
    pub base: String,
    /// The category of that type: `N` number, `S` text, `B` boolean, `D` time, `A` array, `U` other …
    pub category: char,
    /// Whether NULL is refused, by the column or its domain.
    pub required: bool,
    /// Whether our role may read it.
    pub readable: bool,
    /// Its default, as SQL.
    pub default: Option<String>,
    /// `a` or `d` for an identity column, else empty.
    pub identity: String,
    /// `s` for a generated column, else empty.
    pub generated: String,
    /// Whether something stands on it that keeps its type from changing: a view, a policy, a generated column …
    pub held: bool,
}

/// A key, foreign key, unique rule or CHECK.
#[derive(Clone, Debug, Deserialize)]
pub struct Constraint {
    /// Object id.
    pub oid: i64,
    /// Its name.
    pub name: String,
    /// `p` primary key, `u` unique, `f` foreign key, `c` CHECK.
    pub kind: char,
    /// The table it stands on.
    pub table: i64,
    /// The numbers of its columns.
    pub columns: Vec<i16>,
    /// Of a foreign key: the table it refers to, else 0.
    pub target: i64,
    /// Of a foreign key: the columns it refers to.
    pub target_columns: Vec<i16>,
    /// Of a foreign key: `a` no action, `r` restrict, `c` cascade, `n` set null, `d` set default.
    pub on_delete: char,
    /// The same for updates.
    pub on_update: char,
    /// Whether PostgreSQL takes it that all rows obey.
    pub valid: bool,
    /// The index behind it, or 0.
    pub index: i64,
    /// As SQL, without the name; empty while the table is locked.
    #[serde(default, deserialize_with = "or_nothing")]
    pub definition: String,
    /// What somebody has noted about it.
    pub comment: Option<String>,
    /// Whether one of the triggers that enforce it is switched off.
    pub disabled: bool,
}

/// An index.
#[derive(Clone, Debug, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "the catalogue says yes or no to each by itself")]
pub struct Index {
    /// Object id.
    pub oid: i64,
    /// Its name.
    pub name: String,
    /// The table it stands on.
    pub table: i64,
    /// `btree`, `gin`, `hash` …
    pub method: String,
    /// Whether it keeps rows apart.
    pub unique: bool,
    /// Whether it is that of the primary key.
    pub primary: bool,
    /// Whether it can be used.
    pub valid: bool,
    /// The numbers of its key columns; 0 for an expression.
    pub keys: Vec<i16>,
    /// How many further columns it carries along.
    pub included: i16,
    /// Operator classes, collations and directions; indexes with this in common sort alike.
    pub order: String,
    /// The condition of a partial index.
    pub condition: Option<String>,
    /// Its expressions.
    pub expressions: Option<String>,
    /// Whether two NULLs count as equal.
    pub nulls_not_distinct: bool,
    /// The constraint that it serves.
    pub constraint: Option<i64>,
    /// Whether a foreign key of another table rests on it.
    pub used_by_foreign_key: bool,
    /// As SQL; empty while the table is locked.
    #[serde(default, deserialize_with = "or_nothing")]
    pub definition: String,
    /// What somebody has noted about it.
    pub comment: Option<String>,
    /// Whether its table is sorted or replicated by it, or it lies elsewhere than usual, which SQL alone would not bring back.
    pub marked: bool,
}

/// A sequence.
#[derive(Clone, Debug, Deserialize)]
pub struct Sequence {
    /// Object id.
    pub oid: i64,
    /// Its schema.
    pub schema: String,
    /// Its name.
    pub name: String,
    /// How far it goes with each number; negative when it counts down.
    pub step: i64,
    /// Where it begins.
    pub start: i64,
    /// Its lowest number.
    pub least: i64,
    /// Its highest number.
    pub most: i64,
    /// How many numbers a session takes at a time.
    pub cache: i64,
    /// Whether it begins anew at its end.
    pub cycles: bool,
    /// `integer`, `bigint` or `smallint`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The table and column that own it.
    pub owner: Option<(i64, i16)>,
    /// Whether it is that of an identity column.
    pub internal: bool,
    /// The columns whose default draws from it; partitions are left out.
    pub used_by: Vec<(i64, i16)>,
    /// The same, where the default names it by a text.
    #[serde(default)]
    named_by: Vec<(i64, i16)>,
    /// Whether a view, function or the like uses it.
    pub used_elsewhere: bool,
}

/// A trigger that somebody wrote.
#[derive(Clone, Debug, Deserialize)]
pub struct Trigger {
    /// Its name.
    pub name: String,
    /// The table it stands on.
    pub table: i64,
    /// Whether it fires for an ordinary session.
    pub enabled: bool,
    /// Whether it fires for each row.
    pub each_row: bool,
    /// Whether it can give a row its number before it is inserted.
    pub numbers: bool,
    /// The function that it calls.
    pub function: String,
    /// The schema of that function.
    pub function_schema: String,
}

/// Reads all of it.
pub(crate) async fn read(worker: &mut Worker) -> Result<Catalogue, Asking> {
    match read_without(worker, &[]).await {
        // To write an expression as SQL, PostgreSQL has to look at its table; one that is locked must not cost the others.
        Err(Asking::TimedOut) => {
            let locked: Vec<i64> = worker.json(LOCKED).await?;
            read_without(worker, &locked).await
        }
        read => read,
    }
}

async fn read_without(worker: &mut Worker, locked: &[i64]) -> Result<Catalogue, Asking> {
    let without = |sql: &str| -> String {
        if locked.is_empty() {
            return sql.to_owned();
        }
        let list = locked.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        EXPRESSIONS.iter().fold(sql.to_owned(), |sql, (expression, table)| {
            sql.replace(expression, &format!("CASE WHEN {table} NOT IN ({list}) THEN {expression} END"))
        })
    };
    let relations: Vec<Relation> = worker.json(&without(RELATIONS)).await?;
    let mut relations: BTreeMap<i64, Relation> = relations.into_iter().map(|it| (it.oid, it)).collect();
    let parents: Vec<i64> = relations.values().flat_map(|it| it.parents.iter().copied()).collect();
    for parent in parents {
        if let Some(relation) = relations.get_mut(&parent) {
            relation.inherited = relation.kind == 'r';
        }
    }
    for oid in locked {
        if let Some(relation) = relations.get_mut(oid) {
            relation.locked = true;
        }
    }
    let mut sequences: Vec<Sequence> = worker.json(&without(SEQUENCES)).await?;
    for sequence in &mut sequences {
        let named = std::mem::take(&mut sequence.named_by);
        sequence.used_by.extend(named);
        // A partition has the default of its root once more.
        sequence.used_by.retain(|(table, _)| relations.get(table).is_some_and(Relation::is_table));
        sequence.used_by.sort_unstable();
        sequence.used_by.dedup();
    }
    Ok(Catalogue {
        names: lookup::names(&relations),
        relations,
        constraints: worker.json(&without(CONSTRAINTS)).await?,
        indexes: worker.json(&without(INDEXES)).await?,
        sequences,
        triggers: worker.json(TRIGGERS).await?,
    })
}

fn or_nothing<'de, D: serde::Deserializer<'de>>(text: D) -> Result<String, D::Error> {
    Option::<String>::deserialize(text).map(Option::unwrap_or_default)
}

/// What is written as SQL, and of which table it is.
const EXPRESSIONS: &[(&str, &str)] = &[
    ("pg_get_expr(d.adbin, d.adrelid)", "d.adrelid"),
    ("pg_get_expr(a.adbin, a.adrelid)", "a.adrelid"),
    ("pg_get_expr(i.indpred, i.indrelid)", "i.indrelid"),
    ("pg_get_expr(i.indexprs, i.indrelid)", "i.indrelid"),
    ("pg_get_indexdef(i.indexrelid)", "i.indrelid"),
    ("pg_get_constraintdef(k.oid)", "k.conrelid"),
];

const LOCKED: &str = "SELECT coalesce(json_agg(DISTINCT l.relation::bigint), '[]')::text FROM pg_locks AS l \
    WHERE l.mode = 'AccessExclusiveLock' AND l.granted AND l.relation IS NOT NULL";
const RELATIONS: &str = include_str!("catalogue/relations.sql");
const CONSTRAINTS: &str = include_str!("catalogue/constraints.sql");
const INDEXES: &str = include_str!("catalogue/indexes.sql");
const SEQUENCES: &str = include_str!("catalogue/sequences.sql");
const TRIGGERS: &str = include_str!("catalogue/triggers.sql");
