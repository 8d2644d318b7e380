//! Copies of a database, so that what is compared begins with the same.

use anyhow::{Context as _, Result};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

/// A copy.
#[derive(Debug)]
pub(super) struct Clone {
    pub(super) url: String,
    server: String,
    name: String,
}

impl Clone {
    /// Copies a database to which nobody is connected.
    pub(super) async fn of(url: &str) -> Result<Self> {
        let (place, original) = url.rsplit_once('/').context("the address has no database")?;
        let (server, name) = (format!("{place}/postgres"), format!("{original}_clone"));
        let create = format!("CREATE DATABASE {name} TEMPLATE {original} STRATEGY file_copy");
        execute(&server, &create).await?;
        Ok(Self { url: format!("{place}/{name}"), server, name })
    }

    pub(super) async fn drop(self) -> Result<()> {
        execute(&self.server, &format!("DROP DATABASE {} WITH (FORCE)", self.name)).await
    }
}

/// Executes statements.
pub(super) async fn execute(url: &str, sql: &str) -> Result<()> {
    let mut connection = PgConnection::connect(url).await?;
    connection.execute(sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))).await?;
    connection.close().await?;
    Ok(())
}
