//! Carries a plan out.

use std::time::Duration;

use super::{Addition, MigrateError, catalogue, journal, plan, session::Session};
use crate::{Database, schema::SchemaObject, tables::TABLES};

/// How patient a migration is.
#[derive(Clone, Copy, Debug)]
pub struct MigrateOptions {
    /// How long to wait for another migration to end.
    pub wait: Duration,
    /// How long to wait for a table that other sessions use, while new users of it wait behind us.
    pub lock_timeout: Duration,
}

impl Default for MigrateOptions {
    fn default() -> Self {
        Self { wait: Duration::from_mins(1), lock_timeout: Duration::from_secs(5) }
    }
}

/// Adds what is missing, in one transaction, and returns what that was.
///
/// Of several migrations at once the first does the work and the others find nothing to do.
/// After an error, and after being dropped half-way, everything is as before.
pub async fn migrate(
    database: &Database,
    extra: &[SchemaObject],
    options: MigrateOptions,
) -> Result<Vec<Addition>, MigrateError> {
    let mut session = Session::change(database, options.wait, options.lock_timeout).await?;
    let live = catalogue::read(&mut session, TABLES).await?;
    let additions = plan(TABLES, extra, &live)?;
    if additions.is_empty() {
        return Ok(additions);
    }
    session.enter(&live.schema).await?;
    journal::open(&mut session).await?;
    for addition in &additions {
        session.execute(&addition.what.to_string(), &addition.sql).await?;
        journal::record(&mut session, addition).await?;
    }
    session.commit().await?;
    Ok(additions)
}
