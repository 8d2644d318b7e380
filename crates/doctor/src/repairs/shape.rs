//! Repairs of the shape of tables.

use super::keys::constraint_name;
use crate::{
    catalogue::{Column, Relation},
    plan::Statement,
    sql::{ident, qualified},
};

/// Refuses NULL, without holding a lock while the rows are looked at.
pub(super) fn set_not_null(table: &Relation, column: &Column) -> Vec<Statement> {
    let (of, name) = (qualified(&table.schema, &table.name), ident(&column.name));
    let check = ident(&constraint_name(&format!("{}_{}", table.name, column.name), "doctor_not_null"));
    let drop = format!("ALTER TABLE {of} DROP CONSTRAINT IF EXISTS {check}");
    vec![
        Statement::new(
            format!("ALTER TABLE {of} ADD CONSTRAINT {check} CHECK ({name} IS NOT NULL) NOT VALID"),
            drop.clone(),
        ),
        Statement::new(format!("ALTER TABLE {of} VALIDATE CONSTRAINT {check}"), ""),
        Statement::new(
            format!("ALTER TABLE {of} ALTER COLUMN {name} SET NOT NULL"),
            format!("ALTER TABLE {of} ALTER COLUMN {name} DROP NOT NULL"),
        ),
        Statement::new(drop, ""),
    ]
}
