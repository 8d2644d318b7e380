//! A fresh database for every test, on the engine under test.
//!
//! SQLite by default; PostgreSQL when `TEST_DATABASE_URL` names a server on which tests may create and drop databases.
//! Tests that are about PostgreSQL itself get one in either case: without that variable they share
//! a private cluster, which the first of them starts.

mod server;

use std::{env, path::PathBuf, thread};

use orientor_pgcluster::{Cluster, ClusterError};
use tempfile::TempDir;

use self::server::{Server, ServerError};

/// Names a PostgreSQL server; the database in it is only where we connect to create others.
const SERVER_VARIABLE: &str = "TEST_DATABASE_URL";

/// A database of one test, gone when this value goes.
#[derive(Debug)]
pub struct TestDatabase {
    url: String,
    place: Place,
}

#[derive(Debug)]
enum Place {
    /// Only held: dropping it deletes the file and its neighbours.
    #[expect(dead_code, reason = "dropping it is its use")]
    File(TempDir),
    Server {
        server: Server,
        name: String,
    },
    /// A server that nobody shares; the folder goes after it.
    Own {
        cluster: Cluster,
        #[expect(dead_code, reason = "dropping it is its use")]
        state: TempDir,
    },
}

impl TestDatabase {
    /// An empty database on the engine under test.
    ///
    /// # Panics
    ///
    /// When there is none to be had, as the other two.
    pub async fn new() -> Self {
        if env::var_os(SERVER_VARIABLE).is_some() {
            return Self::postgres().await;
        }
        let folder = TempDir::with_prefix("orientor-test-").unwrap_or_else(|error| {
            give_up(&format!("could not make a temporary folder: {error}"));
        });
        let file = folder.path().join("orientor.db");
        Self { url: format!("sqlite://{}?mode=rwc", file.display()), place: Place::File(folder) }
    }

    /// An empty PostgreSQL database, whatever the engine under test.
    ///
    /// # Panics
    ///
    /// See [`new`](Self::new).
    pub async fn postgres() -> Self {
        Self::on_server(Server::create_empty).await
    }

    /// A PostgreSQL database with the damaged contents of `fixtures/legacy_orientor.sql`.
    ///
    /// # Panics
    ///
    /// See [`new`](Self::new).
    pub async fn legacy() -> Self {
        Self::on_server(Server::create_legacy).await
    }

    /// An empty PostgreSQL database on a server of its own, which a test may [`crash`](Self::crash). What it has
    /// acknowledged survives that.
    ///
    /// # Panics
    ///
    /// See [`new`](Self::new).
    pub async fn on_own_server() -> Self {
        let made = async {
            let state = TempDir::with_prefix("orientor-test-")
                .map_err(|source| ClusterError::State { path: env::temp_dir(), source })?;
            let cluster = Cluster::join_in(state.path())?;
            server::keep_what_is_acknowledged(cluster.url()).await?;
            Ok::<_, ServerError>(Self { url: cluster.url().to_owned(), place: Place::Own { cluster, state } })
        };
        made.await.unwrap_or_else(|error| give_up(&error.in_full()))
    }

    /// Ends the server without a word to anybody. Blocks.
    ///
    /// # Panics
    ///
    /// If the server is not its own, or does not end.
    pub fn crash(&self) {
        self.control(Cluster::crash);
    }

    /// Starts the server again, and returns when it answers. Blocks.
    ///
    /// # Panics
    ///
    /// If the server is not its own, or does not start.
    pub fn start_again(&self) {
        self.control(Cluster::start_again);
    }

    fn control(&self, what: impl Fn(&Cluster) -> Result<(), ClusterError>) {
        let Place::Own { cluster, .. } = &self.place else { give_up("others use this server") };
        what(cluster).unwrap_or_else(|error| give_up(&ServerError::from(error).in_full()));
    }

    /// Where to connect: `sqlite://<file>?mode=rwc` or `postgres://…/<database>`.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    async fn on_server(create: impl AsyncFnOnce(&Server) -> Result<String, ServerError>) -> Self {
        let made = async {
            let server = Server::under_test(env::var(SERVER_VARIABLE).ok())?;
            let name = create(&server).await?;
            Ok::<_, ServerError>(Self { url: server.url_of(&name), place: Place::Server { server, name } })
        };
        made.await.unwrap_or_else(|error| give_up(&error.in_full()))
    }
}

impl Drop for TestDatabase {
    /// Best effort: on a private cluster the database goes with the cluster anyway.
    fn drop(&mut self) {
        if let Place::Server { server, name } = &self.place {
            // The runtime of the test may be single-threaded and is busy dropping us, so another thread does it.
            thread::scope(|scope| drop(scope.spawn(|| server.drop_database(name)).join()));
        }
    }
}

/// The folder with `legacy_orientor.sql`, what is wrong in it (`.expected.json`) and the
/// Clerk users that belong to it (`.clerk_directory.json`).
#[must_use]
pub fn fixtures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

#[expect(clippy::panic, reason = "without a database a test cannot go on, and every caller would unwrap")]
fn give_up(why: &str) -> ! {
    panic!("no test database: {why}");
}
