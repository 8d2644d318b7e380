//! One transaction in which a migration reads and writes.

use std::time::Duration;

use sqlx::AssertSqlSafe;

use super::MigrateError;
use crate::{
    Database, Tx,
    schema::{Dialect, ident},
};

/// A transaction on a connection of its own.
#[derive(Debug)]
pub(super) struct Session(Tx);

impl Session {
    /// For reading only.
    pub(super) async fn read(database: &Database) -> Result<Self, MigrateError> {
        let unavailable = |source| MigrateError::new("to open a transaction", source);
        Ok(Self(match database {
            Database::Postgres(pool) => Tx::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await.map_err(unavailable)?,
            ),
            Database::Sqlite { readers, .. } => Tx::Sqlite(readers.begin().await.map_err(unavailable)?),
        }))
    }

    /// For changing the schema. Waits at most `wait` for another migration.
    pub(super) async fn change(database: &Database, wait: Duration, lock: Duration) -> Result<Self, MigrateError> {
        let unavailable = |source| MigrateError::new("to open a transaction", source);
        let mut session = Self(match database {
            Database::Postgres(pool) => Tx::Postgres(pool.begin().await.map_err(unavailable)?),
            // The write lock keeps other migrations away, for as long as `busy_timeout` says.
            Database::Sqlite { writer, .. } => {
                Tx::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await.map_err(unavailable)?)
            }
        });
        if session.dialect() == Dialect::Postgres {
            let setup = format!(
                "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = {}; \
                 SELECT pg_advisory_xact_lock(hashtextextended('orientor.migrate', 0)); SET LOCAL lock_timeout = {}",
                wait.as_millis().max(1),
                lock.as_millis().max(1)
            );
            session.execute("to wait for another migration", &setup).await?;
        }
        Ok(session)
    }

    pub(super) fn dialect(&self) -> Dialect {
        self.0.dialect()
    }

    /// Makes unqualified names mean objects of this schema.
    pub(super) async fn enter(&mut self, schema: &str) -> Result<(), MigrateError> {
        match self.dialect() {
            Dialect::Postgres => {
                self.execute("to enter the schema", &format!("SET LOCAL search_path TO {}", ident(schema))).await
            }
            Dialect::Sqlite => Ok(()),
        }
    }

    /// Runs one statement or several.
    pub(super) async fn execute(&mut self, what: &str, sql: &str) -> Result<(), MigrateError> {
        let done = match &mut self.0 {
            Tx::Postgres(tx) => sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut **tx).await.map(drop),
            Tx::Sqlite(tx) => sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut **tx).await.map(drop),
        };
        done.map_err(|source| MigrateError::new(what, source))
    }

    /// Reads one text.
    pub(super) async fn text(&mut self, what: &str, sql: &str) -> Result<Option<String>, MigrateError> {
        let found = match &mut self.0 {
            Tx::Postgres(tx) => sqlx::query_scalar(AssertSqlSafe(sql)).persistent(false).fetch_one(&mut **tx).await,
            Tx::Sqlite(tx) => sqlx::query_scalar(AssertSqlSafe(sql)).persistent(false).fetch_one(&mut **tx).await,
        };
        found.map_err(|source| MigrateError::new(what, source))
    }

    /// Reads one number.
    pub(super) async fn number(&mut self, what: &str, sql: &str) -> Result<i64, MigrateError> {
        let found = match &mut self.0 {
            Tx::Postgres(tx) => sqlx::query_scalar(AssertSqlSafe(sql)).persistent(false).fetch_one(&mut **tx).await,
            Tx::Sqlite(tx) => sqlx::query_scalar(AssertSqlSafe(sql)).persistent(false).fetch_one(&mut **tx).await,
        };
        found.map_err(|source| MigrateError::new(what, source))
    }

    /// Makes it happen.
    pub(super) async fn commit(self) -> Result<(), MigrateError> {
        let committed = match self.0 {
            Tx::Postgres(tx) => tx.commit().await,
            Tx::Sqlite(tx) => tx.commit().await,
        };
        committed.map_err(|source| MigrateError::new("to commit", source))
    }
}
