//! Brings a database to what the tables declare, by adding only.
//!
//! There are no numbered files. A database of the older application has no history
//! that could be trusted, so what is missing is worked out from the declarations
//! and the live catalogue each time ([`plan()`]), and done in one transaction
//! ([`migrate()`]) that a journal makes it possible to take back ([`revert()`]).
//! No row is deleted or rewritten, no type changed, no rule added that a row could break.

mod addition;
mod apply;
mod catalogue;
mod error;
mod journal;
mod plan;
mod revert;
mod session;

pub use addition::{Addition, What, script};
pub use apply::{MigrateOptions, migrate};
pub use catalogue::{Catalogue, LiveColumn, LiveIndex, Relation};
pub use error::{MigrateError, PlanError};
pub use plan::plan;
pub use revert::{Loss, RevertOptions, RevertOutcome, Reverted, revert};

use crate::{Database, schema::SchemaObject, tables::TABLES};

/// What a migration would add now, in order; empty when there is nothing to do.
///
/// `extra` are the objects that other crates declare. Reads the catalogue, and the
/// highest key of each declared table; writes nothing.
pub async fn pending(database: &Database, extra: &[SchemaObject]) -> Result<Vec<Addition>, MigrateError> {
    let mut session = session::Session::read(database).await?;
    let live = catalogue::read(&mut session, TABLES).await?;
    Ok(plan(TABLES, extra, &live)?)
}
