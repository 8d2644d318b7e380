//! One file for each command, and what several of them need.

pub(crate) mod accounts;
pub(crate) mod apply;
pub(crate) mod audit;
pub(crate) mod clerk;
pub(crate) mod dev;
pub(crate) mod history;
pub(crate) mod identity;
pub(crate) mod import;
pub(crate) mod migrate;
pub(crate) mod plan;
pub(crate) mod resolve;
pub(crate) mod serve;
pub(crate) mod undo;
pub(crate) mod verify;

mod sample;

use std::time::Duration;

use orientor_store::{ConnectError, ConnectOptions, Database, StoreError, identity_objects, migrate as migration};
use tokio::signal::unix::{SignalKind, signal};

use crate::{exit::Failure, settings::Settings};

/// What a database is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Answering requests on a database that is there.
    Serve,
    /// The same, on a database that may have to be made.
    Develop,
    /// Changing its schema.
    Change,
    /// Looking something up.
    Look,
}

/// Opens the database of the settings. `exclusive` refuses an SQLite file that another server has open.
pub(crate) async fn open_database(settings: &Settings, purpose: Purpose) -> Result<Database, Failure> {
    let url = &settings.database.url;
    if url.is_empty() {
        return Err(Failure::new("no database is configured; set DATABASE_URL to postgres://… or sqlite://…"));
    }
    let options = ConnectOptions {
        max_connections: settings.database.max_connections,
        acquire_timeout: Duration::from_secs(5),
        // A request is given up after 30 s; a statement of it should not go on after that.
        statement_timeout: matches!(purpose, Purpose::Serve | Purpose::Develop).then_some(Duration::from_secs(25)),
        create: matches!(purpose, Purpose::Develop | Purpose::Change),
        exclusive: matches!(purpose, Purpose::Serve | Purpose::Develop),
    };
    Database::connect(url, &options).await.map_err(|error| {
        let failure = Failure::because("no database", &error);
        match error {
            ConnectError::Address { .. } => failure.with_remedy("correct DATABASE_URL"),
            ConnectError::InUse(_) => failure.with_remedy("stop that server, or use another file"),
            ConnectError::File { .. } => failure.with_remedy("make its folder, or correct DATABASE_URL"),
            ConnectError::Unreachable { .. } => {
                failure.with_remedy("check that it runs and exists, or correct DATABASE_URL")
            }
        }
    })
}

/// Refuses a database that lacks anything.
pub(crate) async fn require_migrated(database: &Database) -> Result<(), Failure> {
    let pending = migration::pending(database, &identity_objects(database.dialect()))
        .await
        .map_err(|error| Failure::because("the database could not be looked at", &error))?;
    match pending.len() {
        0 => Ok(()),
        count => Err(Failure::new(format!(
            "the database lacks {count} additions; run `orientor migrate`, or `orientor migrate --dry-run` to see them"
        ))),
    }
}

/// A statement that failed.
pub(crate) fn store_failure(error: StoreError) -> Failure {
    Failure::because("the database refused", &error)
}

/// Resolves when the process is asked to end: Ctrl-C or SIGTERM.
///
/// Notices a signal from the call on, not only once the future is waited for.
pub(crate) fn asked_to_end() -> Result<impl Future<Output = ()> + Send + use<>, Failure> {
    let mut interrupt = signal(SignalKind::interrupt()).map_err(Failure::io)?;
    let mut terminate = signal(SignalKind::terminate()).map_err(Failure::io)?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}
