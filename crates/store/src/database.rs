//! A connection to either engine.
//!
//! Two typed pools in an enum, never one that pretends the engines are alike:
//! PostgreSQL for production, SQLite where nobody wants to set up anything.

mod options;
mod read;
mod rows;

use std::{
    fs::{File, TryLockError},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use sqlx::{
    Connection, PgConnection, PgPool, Postgres, Sqlite, SqlitePool, Transaction, postgres::PgPoolOptions,
    sqlite::SqlitePoolOptions,
};
use tempfile::TempDir;

pub use options::{ConnectOptions, redact_url};
pub(crate) use read::Row;
pub(crate) use rows::{Arg, Door, JsonRow};

use crate::{StoreError, schema::Dialect};

/// How long a PostgreSQL connection may have been idle before it is asked whether it still lives.
const TRUSTED_IDLE: Duration = Duration::from_secs(1);

/// An open database. Cloning is cheap and shares the connections.
#[derive(Clone, Debug)]
pub enum Database {
    /// PostgreSQL 15 or later. Sessions run in UTC.
    Postgres(PgPool),
    /// One SQLite file in WAL mode.
    Sqlite {
        /// One connection; whoever holds it writes.
        writer: SqlitePool,
        /// Several connections that cannot write.
        readers: SqlitePool,
        /// Keeps the lock, and a private file, for as long as anybody has the database open.
        file: Arc<DatabaseFile>,
    },
}

/// The state of the pool at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connections {
    /// All of them.
    pub open: usize,
    /// Those that nobody uses.
    pub idle: usize,
}

/// What belongs to an open SQLite file.
#[derive(Debug)]
pub struct DatabaseFile {
    path: PathBuf,
    _lock: Option<File>,
    _private: Option<TempDir>,
}

impl DatabaseFile {
    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Why a database could not be opened. Never holds a password.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The address is not one. Correct the setting.
    #[error("{url} is not a database address: expected postgres://… or sqlite://…")]
    Address {
        /// The address without its password.
        url: String,
        /// What is wrong with it, where there is more to say.
        #[source]
        source: Option<sqlx::Error>,
    },
    /// Another server has the file open. Stop it, or take another file.
    #[error("{} is in use by another server", .0.display())]
    InUse(PathBuf),
    /// The lock file beside the database, or a private directory, could not be made.
    #[error("the file beside {} could not be made", path.display())]
    File {
        /// The database file.
        path: PathBuf,
        /// The cause.
        #[source]
        source: std::io::Error,
    },
    /// Nobody answered, or the server refused.
    #[error("{url} could not be opened")]
    Unreachable {
        /// The address without its password.
        url: String,
        /// The cause.
        #[source]
        source: sqlx::Error,
    },
}

impl Database {
    /// Opens `postgres://…`, `postgresql://…`, `sqlite://path` (made if missing), or
    /// `sqlite::memory:`, a private database that is gone when it is closed.
    pub async fn connect(url: &str, options: &ConnectOptions) -> Result<Self, ConnectError> {
        match url.split_once(':') {
            Some(("postgres" | "postgresql", _)) => connect_postgres(url, options).await,
            Some(("sqlite", ":memory:")) => connect_private(options).await,
            Some(("sqlite", _)) => connect_sqlite(url, options, None).await,
            _ => Err(ConnectError::Address { url: redact_url(url), source: None }),
        }
    }

    /// Which of the two it is.
    pub fn dialect(&self) -> Dialect {
        match self {
            Self::Postgres(_) => Dialect::Postgres,
            Self::Sqlite { .. } => Dialect::Sqlite,
        }
    }

    /// Asks for an answer and nothing else.
    pub async fn ping(&self) -> Result<(), StoreError> {
        match self {
            Self::Postgres(pool) => pool.acquire().await?.ping().await?,
            Self::Sqlite { readers, .. } => readers.acquire().await?.ping().await?,
        }
        Ok(())
    }

    /// Begins a transaction that may write. With SQLite it waits for the other writers first.
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        Ok(match self {
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
            Self::Sqlite { writer, .. } => Tx::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?),
        })
    }

    /// How many connections there are, and how many of them nobody uses at the moment.
    #[must_use]
    pub fn connections(&self) -> Connections {
        let of = |size: u32, idle: usize| Connections { open: size as usize, idle };
        match self {
            Self::Postgres(pool) => of(pool.size(), pool.num_idle()),
            Self::Sqlite { writer, readers, .. } => {
                of(writer.size() + readers.size(), writer.num_idle() + readers.num_idle())
            }
        }
    }

    /// Closes every connection; waits for those in use.
    pub async fn close(&self) {
        match self {
            Self::Postgres(pool) => pool.close().await,
            // The writer goes last, so that it can fold the write-ahead log into the file.
            Self::Sqlite { writer, readers, .. } => {
                readers.close().await;
                writer.close().await;
            }
        }
    }
}

/// A transaction. Dropped without [`Tx::commit`], it never happened.
#[derive(Debug)]
pub enum Tx {
    /// On PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
    /// On SQLite, holding the write lock.
    Sqlite(Transaction<'static, Sqlite>),
}

impl Tx {
    /// Makes it happen.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::Postgres(tx) => tx.commit().await?,
            Self::Sqlite(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Which engine it runs on.
    pub fn dialect(&self) -> Dialect {
        match self {
            Self::Postgres(_) => Dialect::Postgres,
            Self::Sqlite(_) => Dialect::Sqlite,
        }
    }
}

async fn connect_postgres(url: &str, options: &ConnectOptions) -> Result<Database, ConnectError> {
    let address = |source| ConnectError::Address { url: redact_url(url), source: Some(source) };
    let unreachable = |source| ConnectError::Unreachable { url: redact_url(url), source };
    let connect = options.postgres(url).map_err(address)?;
    // A pool tries again until its time is up, and then no longer knows why. One attempt tells at once.
    PgConnection::connect_with(&connect).await.map_err(unreachable)?.close().await.map_err(unreachable)?;
    let pool = PgPoolOptions::new()
        .max_connections(options.max_connections)
        .acquire_timeout(options.acquire_timeout)
        // A question before every use would double the cost of a lookup, so only connections
        // that have been idle are asked.
        .test_before_acquire(false)
        .before_acquire(|connection, about| {
            Box::pin(async move { Ok(about.idle_for < TRUSTED_IDLE || connection.ping().await.is_ok()) })
        })
        .connect_with(connect)
        .await
        .map_err(unreachable)?;
    Ok(Database::Postgres(pool))
}

async fn connect_private(options: &ConnectOptions) -> Result<Database, ConnectError> {
    let directory = TempDir::new().map_err(|source| ConnectError::File { path: std::env::temp_dir(), source })?;
    let url = format!("sqlite://{}", directory.path().join("orientor.db").display());
    let options = ConnectOptions { create: true, ..options.clone() };
    connect_sqlite(&url, &options, Some(directory)).await
}

async fn connect_sqlite(
    url: &str,
    options: &ConnectOptions,
    private: Option<TempDir>,
) -> Result<Database, ConnectError> {
    let address = |source| ConnectError::Address { url: redact_url(url), source: Some(source) };
    let unreachable = |source| ConnectError::Unreachable { url: redact_url(url), source };

    let connect = options.sqlite(url).map_err(address)?;
    let path = connect.get_filename().to_path_buf();
    let lock = if options.exclusive { Some(lock_beside(&path)?) } else { None };

    // The writer comes first: it makes the file and turns the write-ahead log on.
    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(options.acquire_timeout)
        .connect_with(connect.clone())
        .await
        .map_err(unreachable)?;
    let readers = SqlitePoolOptions::new()
        .max_connections(options.max_connections)
        .acquire_timeout(options.acquire_timeout)
        .connect_with(connect.pragma("query_only", "1"))
        .await
        .map_err(unreachable)?;
    let file = Arc::new(DatabaseFile { path, _lock: lock, _private: private });
    Ok(Database::Sqlite { writer, readers, file })
}

/// Takes `<file>.lock`, which the operating system lets go of when the process ends, however it ends.
fn lock_beside(path: &Path) -> Result<File, ConnectError> {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let failed = |source| ConnectError::File { path: path.to_path_buf(), source };
    let file = File::options().create(true).truncate(false).write(true).open(name).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(ConnectError::InUse(path.to_path_buf())),
        Err(TryLockError::Error(source)) => Err(failed(source)),
    }
}
