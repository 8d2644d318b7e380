//! The connection that changes things.

use std::time::Duration;

use futures_util::StreamExt as _;
use sqlx::{AssertSqlSafe, Connection as _, Either, Executor as _, PgConnection, Row as _, postgres::PgRow};

use super::RunError;
use crate::{
    error::{Asking, DoctorError},
    session::address,
};

/// Held by a doctor at work, so that there is one at a time. Any number will do.
const ONE_DOCTOR: i64 = 4_917_330_021;

/// A doctor that has just ended may hold it until the server has noticed: so often, and at such intervals, another one tries.
const TRIES: u32 = 10;
const BETWEEN: Duration = Duration::from_millis(50);

/// Begins a transaction in which few rows are found by their keys, each by itself: whatever the database knows or does not
/// know about our tables, it must not read a large one as a whole for that.
pub(super) const BEGIN_BATCH: &[(&str, &str)] = &[
    ("beginning a transaction", "BEGIN"),
    (
        "beginning a transaction",
        "SELECT set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)",
    ),
];

/// A connection of the doctor at work.
#[derive(Debug)]
pub(crate) struct Writer {
    connection: PgConnection,
}

/// Time limits of a writer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub lock: Duration,
    pub statement: Duration,
}

impl Writer {
    /// Connects, with short waits for locks.
    pub async fn connect(url: &str, limits: Limits) -> Result<Self, RunError> {
        let options = address(url)?;
        let mut connection = PgConnection::connect_with(&options).await.map_err(DoctorError::Unreachable)?;
        let settings = format!(
            // The system's own functions first; what follows is for triggers, and for functions in rules and indexes of others.
            // Ways that are forbidden make a statement look so dear that it would be compiled, which takes longer than it does.
            "SELECT set_config('search_path', 'pg_catalog, ' || current_setting('search_path'), false); \
             SET row_security = off; SET lock_timeout = {}; SET statement_timeout = {}; \
             SET client_connection_check_interval = 1000; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; \
             SET bytea_output = 'hex'; SET extra_float_digits = 1; SET TimeZone = 'UTC'; SET work_mem = '64MB'; SET jit = off",
            limits.lock.as_millis(),
            limits.statement.as_millis()
        );
        let set = connection.execute(sqlx::raw_sql(AssertSqlSafe(settings))).await;
        set.map_err(DoctorError::Unreachable)?;
        Ok(Self { connection })
    }

    /// Becomes the one doctor at work on this database.
    pub async fn alone(&mut self) -> Result<(), RunError> {
        let sql = format!("SELECT pg_try_advisory_lock({ONE_DOCTOR})");
        for _ in 0..TRIES {
            let got = self.rows("becoming the only doctor", &sql).await?;
            if got.first().is_some_and(|row| row.try_get(0).unwrap_or(false)) {
                return Ok(());
            }
            tokio::time::sleep(BETWEEN).await;
        }
        Err(RunError::Busy)
    }

    /// Runs statements for what they do.
    pub async fn run(&mut self, what: &str, sql: &str) -> Result<(), RunError> {
        let done = self.connection.execute(sqlx::raw_sql(AssertSqlSafe(sql))).await;
        done.map(drop).map_err(|error| failed(what, error))
    }

    /// The rows that a query gives, asked for and answered in one trip.
    pub async fn rows(&mut self, what: &str, sql: &str) -> Result<Vec<PgRow>, RunError> {
        let query = sqlx::raw_sql(AssertSqlSafe(sql));
        query.fetch_all(&mut self.connection).await.map_err(|error| failed(what, error))
    }

    /// Several statements in one trip, each with what it is for; the rows that each of them gives. The first one that fails is
    /// the last one that was executed.
    pub async fn answers(&mut self, statements: &[(&str, &str)]) -> Result<Vec<Vec<PgRow>>, RunError> {
        let sql: Vec<&str> = statements.iter().map(|(_, sql)| *sql).collect();
        let mut answers = vec![Vec::new()];
        let mut stream = self.connection.fetch_many(sqlx::raw_sql(AssertSqlSafe(sql.join("; "))));
        while let Some(next) = stream.next().await {
            match next {
                Ok(Either::Left(_)) => answers.push(Vec::new()),
                Ok(Either::Right(row)) => {
                    if let Some(rows) = answers.last_mut() {
                        rows.push(row);
                    }
                }
                Err(error) => {
                    let what = statements.get(answers.len() - 1).or(statements.last());
                    return Err(failed(what.map_or("asking", |(what, _)| what), error));
                }
            }
        }
        answers.resize_with(statements.len(), Vec::new);
        Ok(answers)
    }

    /// The number in the first column of the only row.
    pub async fn number(&mut self, what: &str, sql: &str) -> Result<i64, RunError> {
        let rows = self.rows(what, sql).await?;
        let row = rows.first().ok_or_else(|| unreadable(what, "no row"))?;
        row.try_get(0).map_err(|error| failed(what, error))
    }

    /// Begins a transaction.
    pub async fn begin(&mut self, how: &str) -> Result<(), RunError> {
        self.run("beginning a transaction", &format!("BEGIN {how}")).await
    }

    /// Begins a transaction in which few rows are found by their keys.
    pub async fn begin_batch(&mut self) -> Result<(), RunError> {
        self.answers(BEGIN_BATCH).await.map(drop)
    }

    /// Begins a transaction that reads only, in a snapshot that others can share, and says which.
    pub async fn begin_reading(&mut self) -> Result<String, RunError> {
        self.begin("ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
        let what = "taking a snapshot";
        let rows = self.rows(what, "SELECT pg_export_snapshot()").await?;
        let row = rows.first().ok_or_else(|| unreadable(what, "no row"))?;
        row.try_get(0).map_err(|error| failed(what, error))
    }

    /// Begins a transaction that reads only, in the snapshot of another one.
    pub async fn join_reading(&mut self, snapshot: &str) -> Result<(), RunError> {
        self.begin("ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
        self.run("sharing a snapshot", &format!("SET TRANSACTION SNAPSHOT '{snapshot}'")).await
    }

    /// Ends it.
    pub async fn commit(&mut self) -> Result<(), RunError> {
        self.run("committing", "COMMIT").await
    }

    /// Gives it up.
    pub async fn rollback(&mut self) {
        // A transaction that cannot even be given up ends with its connection.
        drop(self.connection.execute("ROLLBACK").await);
    }

    /// Ends it if everything in it went well, and else gives it up.
    pub async fn settle<T>(&mut self, done: Result<T, RunError>) -> Result<T, RunError> {
        match &done {
            Ok(_) => self.commit().await?,
            Err(_) => self.rollback().await,
        }
        done
    }

    /// Streams text into a table.
    pub async fn copy(
        &mut self,
        what: &str,
        sql: &str,
        chunks: impl IntoIterator<Item = Vec<u8>>,
    ) -> Result<u64, RunError> {
        let mut copy = self.connection.copy_in_raw(sql).await.map_err(|error| failed(what, error))?;
        for chunk in chunks {
            copy.send(chunk).await.map_err(|error| failed(what, error))?;
        }
        copy.finish().await.map_err(|error| failed(what, error))
    }

    /// Ends the connection, and first the lock: the server may take a moment to notice the end, and the next doctor is there.
    pub async fn close(mut self) {
        let end = "ROLLBACK; SELECT pg_advisory_unlock_all()";
        drop(self.connection.execute(sqlx::raw_sql(end)).await);
        drop(self.connection.close().await);
    }
}

/// A failure, and whether waiting or more room would help.
fn failed(what: &str, error: sqlx::Error) -> RunError {
    if let sqlx::Error::Database(refusal) = &error
        && refusal.code().as_deref() == Some("55P03")
    {
        return RunError::Locked(what.to_owned());
    }
    match Asking::from(error) {
        Asking::Full(why) => RunError::Full { what: what.to_owned(), why },
        source => RunError::Failed { what: what.to_owned(), source },
    }
}

pub(crate) fn unreadable(what: &str, why: &str) -> RunError {
    RunError::Failed { what: what.to_owned(), source: Asking::Unreadable(why.to_owned()) }
}
