//! The tables of a plan as they are in the catalogue: what belongs to them, and the triggers on it that are somebody else's.

use std::collections::BTreeMap;

use sqlx::{Row as _, postgres::PgRow};

use super::{RunError, Writer, writer::unreadable};
use crate::{
    plan::Step,
    sql::{ident, literal, qualified},
};

pub(super) const WHAT: &str = "looking for triggers";

/// The condition that the function `p` of a trigger is not one that `orientor migrate` has made; those only note
/// that something has changed.
pub(super) const NOT_OURS: &str = "p.proname NOT LIKE 'orientor\\_%' AND p.proname NOT LIKE 'identity\\_%'";

/// A trigger that may do something when rows of a table change, whether for each row or for each statement.
#[derive(Clone, Debug)]
pub(super) struct Trigger {
    /// The table or the partition that has it, quoted and with its schema.
    home: String,
    name: String,
    /// Whether it fires in replicas, too.
    always: bool,
    /// Whether it fires for each row, and so may write another one than it was given.
    by_row: bool,
}

/// A table.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// Its object id, and those of its partitions and of the tables that inherit from it.
    pub family: Vec<i64>,
    /// Triggers of somebody else on any of them, those that fire.
    triggers: Vec<Trigger>,
}

/// The tables of some steps.
#[derive(Debug, Default)]
pub(super) struct Tables(BTreeMap<String, Table>);

impl Tables {
    /// The question for all of them.
    pub fn question<'a>(steps: impl IntoIterator<Item = &'a Step>) -> String {
        let names = named(steps);
        // The triggers for each row of a partitioned table are those that its partitions have of it.
        format!(
            "WITH RECURSIVE family AS (SELECT r.name, to_regclass(r.name)::oid AS oid FROM unnest({names}) AS r (name) \
             WHERE to_regclass(r.name) IS NOT NULL UNION SELECT f.name, i.inhrelid FROM pg_inherits AS i JOIN family AS f ON i.inhparent = f.oid) \
             SELECT f.name, f.oid::bigint, n.nspname::text, c.relname::text, t.tgname::text, t.tgenabled = 'A', (t.tgtype & 1) > 0 \
             FROM family AS f JOIN pg_class AS c ON c.oid = f.oid JOIN pg_namespace AS n ON n.oid = c.relnamespace \
             LEFT JOIN (pg_trigger AS t JOIN pg_proc AS p ON p.oid = t.tgfoid AND {NOT_OURS} \
             AND NOT (p.proname LIKE 'RI\\_FKey\\_%' AND p.pronamespace = 'pg_catalog'::regnamespace)) \
             ON t.tgrelid = f.oid AND t.tgenabled IN ('O', 'A') AND (NOT t.tgisinternal OR t.tgparentid <> 0) \
             AND NOT (c.relkind = 'p' AND (t.tgtype & 1) > 0) ORDER BY f.name, f.oid, t.tgname"
        )
    }

    /// What the answer says.
    pub fn read(rows: &[PgRow]) -> Result<Self, RunError> {
        let bad = |error: sqlx::Error| unreadable(WHAT, &error.to_string());
        let mut tables = BTreeMap::<String, Table>::new();
        for row in rows {
            let table = tables.entry(row.try_get(0).map_err(bad)?).or_default();
            let oid = row.try_get(1).map_err(bad)?;
            if table.family.last() != Some(&oid) {
                table.family.push(oid);
            }
            let (schema, home): (String, String) = (row.try_get(2).map_err(bad)?, row.try_get(3).map_err(bad)?);
            if let Some(name) = row.try_get(4).map_err(bad)? {
                let (always, by_row) = (row.try_get(5).map_err(bad)?, row.try_get(6).map_err(bad)?);
                table.triggers.push(Trigger { home: qualified(&schema, &home), name, always, by_row });
            }
        }
        Ok(Self(tables))
    }

    /// Asks, and reads the answer.
    pub async fn of<'a>(writer: &mut Writer, steps: impl IntoIterator<Item = &'a Step>) -> Result<Self, RunError> {
        Self::read(&writer.rows(WHAT, &Self::question(steps)).await?)
    }

    /// The table of a step; nothing is known of one that is not there.
    pub fn get(&self, step: &Step) -> Table {
        self.0.get(&qualified(&step.schema, &step.table)).cloned().unwrap_or_default()
    }
}

/// The tables of steps, each once, as an array.
pub(super) fn named<'a>(steps: impl IntoIterator<Item = &'a Step>) -> String {
    let mut names: Vec<String> = steps.into_iter().map(|it| literal(&qualified(&it.schema, &it.table))).collect();
    names.sort_unstable();
    names.dedup();
    format!("ARRAY[{}]::text[]", names.join(", "))
}

impl Table {
    /// Whether triggers may do something when its rows change.
    pub fn has_triggers(&self) -> bool {
        !self.triggers.is_empty()
    }

    /// A trigger that may change the very rows that a step changes.
    pub fn changes_rows(&self) -> Option<&str> {
        self.triggers.iter().find(|it| it.by_row).map(|it| it.name.as_str())
    }

    /// Switches its triggers off until the end of the transaction, or until [`wake`](Self::wake): they would change rows on their
    /// way back, or write elsewhere.
    pub async fn hush(&self, writer: &mut Writer) -> Result<(), RunError> {
        self.alter(writer, "switching triggers off", |_| "DISABLE").await
    }

    /// Enables them as they were.
    pub async fn wake(&self, writer: &mut Writer) -> Result<(), RunError> {
        self.alter(writer, "switching triggers on", |it| if it.always { "ENABLE ALWAYS" } else { "ENABLE" }).await
    }

    async fn alter(&self, writer: &mut Writer, what: &str, how: fn(&Trigger) -> &str) -> Result<(), RunError> {
        if self.triggers.is_empty() {
            return Ok(());
        }
        let alter = |it: &Trigger| format!("ALTER TABLE ONLY {} {} TRIGGER {}", it.home, how(it), ident(&it.name));
        let sql: Vec<String> = self.triggers.iter().map(alter).collect();
        writer.run(what, &sql.join("; ")).await
    }
}
