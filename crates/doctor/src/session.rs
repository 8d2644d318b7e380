//! Connections that read one and the same snapshot, and cannot write.
//!
//! One connection exports the snapshot and does nothing else; any number of workers read in it. A worker
//! whose statement failed or whose connection broke comes back into the same snapshot, so that one
//! question that cannot be answered does not cost the others.

use std::{
    str::FromStr,
    sync::Arc,
    time::{Duration, Instant},
};

use serde::de::DeserializeOwned;
use sqlx::{
    AssertSqlSafe, ConnectOptions as _, Connection as _, Executor as _, PgConnection, Row as _,
    postgres::{PgConnectOptions, PgRow},
};
use tokio_util::sync::CancellationToken;

use crate::error::{Asking, DoctorError};

/// How to read.
#[derive(Clone, Debug)]
pub struct ReadOptions {
    /// How many statements run at a time, at least 1.
    pub jobs: usize,
    /// Time limit of one statement; zero for none.
    pub statement_timeout: Duration,
    /// How long to wait for a lock of somebody else, such as that of an `ALTER TABLE`.
    pub lock_timeout: Duration,
    /// Ends everything when it is cancelled.
    pub stop: CancellationToken,
    /// Is told of every statement that was answered.
    pub on_answer: Option<fn(&Answered<'_>)>,
}

/// A statement that was answered.
#[derive(Clone, Copy, Debug)]
pub struct Answered<'a> {
    /// The check that asked it; none while it is found out who the users are and what refers to them.
    pub check: Option<&'static str>,
    /// The statement.
    pub sql: &'a str,
    /// How long it took, with the way there and back.
    pub took: Duration,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            jobs: 2,
            statement_timeout: Duration::from_mins(10),
            lock_timeout: Duration::from_secs(10),
            stop: CancellationToken::new(),
            on_answer: None,
        }
    }
}

/// Parses the address of a PostgreSQL database.
pub(crate) fn address(url: &str) -> Result<PgConnectOptions, DoctorError> {
    if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
        return Err(DoctorError::Address);
    }
    let options = PgConnectOptions::from_str(url).map_err(|_| DoctorError::Address)?;
    Ok(options.application_name("orientor doctor").disable_statement_logging())
}

/// A snapshot of the database, held open.
#[derive(Debug)]
pub struct Snapshot {
    /// Only held: the snapshot can be taken on as long as its transaction is open.
    exporter: PgConnection,
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    address: PgConnectOptions,
    options: ReadOptions,
    id: String,
}

/// Reads in the snapshot.
#[derive(Debug)]
pub struct Worker {
    shared: Arc<Shared>,
    connection: Option<PgConnection>,
    /// The check that asks at the moment.
    pub(crate) check: Option<&'static str>,
    /// Whether the transaction is open and no statement of it has failed.
    clean: bool,
}

impl Snapshot {
    /// Connects and takes a snapshot in a `REPEATABLE READ READ ONLY` transaction.
    ///
    /// # Errors
    ///
    /// [`DoctorError::Address`], [`DoctorError::Unreachable`], or [`DoctorError::Catalogue`] if the
    /// server is there but refuses to give a snapshot.
    pub async fn open(url: &str, options: ReadOptions) -> Result<Self, DoctorError> {
        let address = address(url)?;
        let mut exporter = connect(&address, &options).await.map_err(DoctorError::Unreachable)?;
        // Nobody talks on this connection while the others read, and it must not be cut off for that.
        let id: Result<String, sqlx::Error> = async {
            exporter.execute("SET idle_in_transaction_session_timeout = 0").await?;
            exporter.execute(BEGIN).await?;
            exporter.fetch_one("SELECT pg_export_snapshot()").await?.try_get(0)
        }
        .await;
        let id = id.map_err(|error| DoctorError::Catalogue(error.into()))?;
        Ok(Self { exporter, shared: Arc::new(Shared { address, options, id }) })
    }

    /// Another reader of the same snapshot; it connects at its first question.
    pub fn worker(&self) -> Worker {
        Worker { shared: Arc::clone(&self.shared), connection: None, check: None, clean: false }
    }

    /// Lets the snapshot go.
    pub async fn close(self) {
        // The transaction has read only; whether the server hears of its end changes nothing.
        drop(self.exporter.close().await);
    }
}

impl Worker {
    /// The text in the first column of the only row.
    pub async fn text(&mut self, sql: &str) -> Result<Option<String>, Asking> {
        let row = self.rows(sql, &[]).await?.into_iter().next();
        row.map_or(Ok(None), |row| Ok(row.try_get(0)?))
    }

    /// The same, read as JSON.
    pub async fn json<T: DeserializeOwned>(&mut self, sql: &str) -> Result<T, Asking> {
        let text = self.text(sql).await?.unwrap_or_default();
        serde_json::from_str(&text).map_err(|error| Asking::Unreadable(error.to_string()))
    }

    /// All rows; each of `arrays` is bound as `text[]`.
    pub async fn rows(&mut self, sql: &str, arrays: &[&[String]]) -> Result<Vec<PgRow>, Asking> {
        let stop = self.shared.options.stop.clone();
        tokio::select! {
            biased;
            () = stop.cancelled() => {
                // The server notices within a second that nobody listens.
                self.connection = None;
                Err(Asking::Stopped)
            }
            rows = self.ask(sql, arrays) => rows,
        }
    }

    async fn ask(&mut self, sql: &str, arrays: &[&[String]]) -> Result<Vec<PgRow>, Asking> {
        self.enter().await?;
        let Some(connection) = &mut self.connection else { return Err(Asking::Disconnected) };
        // Until the answer is there, nothing may count on the transaction: this future can be dropped.
        self.clean = false;
        let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(false);
        for array in arrays {
            query = query.bind(*array);
        }
        let began = Instant::now();
        match query.fetch_all(connection).await {
            Ok(rows) => {
                self.clean = true;
                if let Some(tell) = self.shared.options.on_answer {
                    tell(&Answered { check: self.check, sql, took: began.elapsed() });
                }
                Ok(rows)
            }
            Err(error) => {
                let error = Asking::from(error);
                if matches!(error, Asking::Disconnected) {
                    self.connection = None;
                }
                Err(error)
            }
        }
    }

    /// Makes sure that a transaction in the snapshot is open.
    async fn enter(&mut self) -> Result<(), Asking> {
        if self.clean && self.connection.is_some() {
            return Ok(());
        }
        let Shared { address, options, id } = &*self.shared;
        let mut connection = match self.connection.take() {
            Some(mut connection) => match connection.execute("ROLLBACK").await {
                Ok(_) => connection,
                Err(_) => connect(address, options).await?,
            },
            None => connect(address, options).await?,
        };
        connection.execute(BEGIN).await?;
        connection.execute(AssertSqlSafe(format!("SET TRANSACTION SNAPSHOT '{id}'"))).await?;
        self.connection = Some(connection);
        self.clean = true;
        Ok(())
    }
}

const BEGIN: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

async fn connect(address: &PgConnectOptions, options: &ReadOptions) -> Result<PgConnection, sqlx::Error> {
    let mut connection = PgConnection::connect_with(address).await?;
    // Names mean the system's own functions, whatever somebody has put in `public`. Rows that a policy would hide
    // make the statement fail instead of going unseen.
    let settings = format!(
        "SET search_path = pg_catalog; SET row_security = off; SET statement_timeout = {}; SET lock_timeout = {}; \
         SET default_transaction_read_only = on; SET client_connection_check_interval = 1000; \
         SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET bytea_output = 'hex'; SET extra_float_digits = 1",
        options.statement_timeout.as_millis(),
        options.lock_timeout.as_millis(),
    );
    connection.execute(sqlx::raw_sql(AssertSqlSafe(settings))).await?;
    Ok(connection)
}
