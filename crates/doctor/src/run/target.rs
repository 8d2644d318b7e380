//! The table that rows are put back into.

use sqlx::Row as _;

use super::{
    RunError, Writer,
    triggers::{Table, Tables},
};
use crate::{plan::Step, sql::literal};

/// What has to be known of a table to put rows back as they were.
#[derive(Debug)]
pub(super) struct Target {
    /// The columns that a row is put back into: all but generated ones.
    pub columns: Vec<String>,
    /// Of those, the ones that an UPDATE may write: no key that only the database gives, and nothing that our role may not write.
    pub changeable: Vec<String>,
    /// Its triggers, to be kept still meanwhile.
    pub triggers: Table,
}

impl Target {
    /// Reads the table of a step.
    pub async fn of(writer: &mut Writer, step: &Step) -> Result<Self, RunError> {
        let sql = format!(
            "SELECT a.attname::text, a.attidentity <> 'a' AND has_column_privilege(c.oid, a.attnum, 'UPDATE') \
             FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
             WHERE n.nspname = {} AND c.relname = {} AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum",
            literal(&step.schema),
            literal(&step.table)
        );
        let columns = writer.rows("reading the columns", &sql).await?;
        let named = columns.iter().filter_map(|row| Some((row.try_get(0).ok()?, row.try_get(1).ok()?)));
        let named: Vec<(String, bool)> = named.collect();
        Ok(Self {
            changeable: named.iter().filter(|(_, changeable)| *changeable).map(|(name, _)| name.clone()).collect(),
            columns: named.into_iter().map(|(name, _)| name).collect(),
            triggers: Tables::of(writer, [step]).await?.get(step),
        })
    }
}
