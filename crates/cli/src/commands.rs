//! One file for each command, and what several of them need.

pub(crate) mod clerk;
pub(crate) mod dev;
pub(crate) mod migrate;
pub(crate) mod resolve;
pub(crate) mod serve;

mod sample;

use std::time::Duration;

use orientor_store::{ConnectOptions, Database, StoreError, identity_objects, migrate as migration};

use crate::{exit::Failure, settings::Settings};

/// Opens the database of the settings. `exclusive` refuses an SQLite file that another server has open.
pub(crate) async fn open_database(settings: &Settings, exclusive: bool) -> Result<Database, Failure> {
    let url = &settings.database.url;
    if url.is_empty() {
        return Err(Failure::new("no database is configured; set DATABASE_URL to postgres://… or sqlite://…"));
    }
    let options = ConnectOptions {
        max_connections: settings.database.max_connections,
        exclusive,
        acquire_timeout: Duration::from_secs(5),
        ..ConnectOptions::default()
    };
    Database::connect(url, &options).await.map_err(|error| Failure::because("the database could not be opened", &error))
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
pub(crate) async fn asked_to_end() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            // Without a handler the signal ends the process by itself.
            std::future::pending::<()>().await;
        }
    };
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending::<()>().await,
        }
    };
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
