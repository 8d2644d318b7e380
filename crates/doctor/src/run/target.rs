//! The table that rows are put back into.

use sqlx::Row as _;

use super::{RunError, Writer};
use crate::{
    plan::Step,
    sql::{ident, literal, qualified},
};

/// What has to be known of a table to put rows back as they were.
#[derive(Debug)]
pub(super) struct Target {
    table: String,
    /// The columns that a row is put back into: all but generated ones.
    pub columns: Vec<String>,
    /// Of those, the ones that an UPDATE may write: no key that only the database gives.
    pub changeable: Vec<String>,
    /// Row triggers that are not ours, and how they are enabled. They would change the rows on their way back.
    triggers: Vec<(String, String)>,
}

impl Target {
    /// Reads the table of a step.
    pub async fn of(writer: &mut Writer, step: &Step) -> Result<Self, RunError> {
        let place = format!("n.nspname = {} AND c.relname = {}", literal(&step.schema), literal(&step.table));
        let sql = format!(
            "SELECT a.attname::text, a.attidentity <> 'a' FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
             WHERE {place} AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum"
        );
        let columns = writer.rows("reading the columns", &sql).await?;
        let named = columns.iter().filter_map(|row| Some((row.try_get(0).ok()?, row.try_get(1).ok()?)));
        let named: Vec<(String, bool)> = named.collect();
        let sql = format!(
            "SELECT t.tgname::text, t.tgenabled::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid \
             JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_proc p ON p.oid = t.tgfoid \
             WHERE {place} AND NOT t.tgisinternal AND (t.tgtype & 1) > 0 AND t.tgenabled IN ('O', 'A') AND {}",
            super::ready::NOT_OURS
        );
        let triggers = writer.rows("reading the triggers", &sql).await?;
        let triggers = triggers.iter().filter_map(|row| Some((row.try_get(0).ok()?, row.try_get(1).ok()?))).collect();
        Ok(Self {
            table: qualified(&step.schema, &step.table),
            changeable: named.iter().filter(|(_, changeable)| *changeable).map(|(name, _)| name.clone()).collect(),
            columns: named.into_iter().map(|(name, _)| name).collect(),
            triggers,
        })
    }

    /// Whether there are such triggers.
    pub fn has_triggers(&self) -> bool {
        !self.triggers.is_empty()
    }

    /// Switches those triggers off until the end of the transaction, or until [`wake`](Self::wake).
    pub async fn hush(&self, writer: &mut Writer) -> Result<(), RunError> {
        for (name, _) in &self.triggers {
            let sql = format!("ALTER TABLE {} DISABLE TRIGGER {}", self.table, ident(name));
            writer.run("switching a trigger off", &sql).await?;
        }
        Ok(())
    }

    /// Enables them as they were.
    pub async fn wake(&self, writer: &mut Writer) -> Result<(), RunError> {
        for (name, how) in &self.triggers {
            let how = if how == "A" { "ENABLE ALWAYS" } else { "ENABLE" };
            writer
                .run("switching a trigger on", &format!("ALTER TABLE {} {how} TRIGGER {}", self.table, ident(name)))
                .await?;
        }
        Ok(())
    }
}
