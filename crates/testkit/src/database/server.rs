//! Creates, clones and drops databases on a PostgreSQL server.

use std::{
    error::Error,
    hash::{DefaultHasher, Hash, Hasher},
    iter,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use orientor_pgcluster::{Cluster, ClusterError};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

const LEGACY: &str = include_str!("../../fixtures/legacy_orientor.sql");
/// Taken while the template is loaded, so that parallel test processes load it once. Any number will do.
const LOADING: i64 = 7_304_512;
/// SQLSTATE `invalid_catalog_name`.
const NO_SUCH_DATABASE: &str = "3D000";

/// The private cluster of this process, once somebody needed it; the kernel ends our use of it with the process.
static CLUSTER: Mutex<Option<Cluster>> = Mutex::new(None);

/// A server on which we may create databases.
#[derive(Clone, Debug)]
pub(super) struct Server {
    url: String,
}

#[derive(Debug, thiserror::Error)]
pub(super) enum ServerError {
    #[error("could not start a PostgreSQL for this test")]
    Cluster(#[from] ClusterError),
    #[error("the PostgreSQL server under test refused")]
    Database(#[from] sqlx::Error),
}

impl ServerError {
    /// The message with all its causes; nobody above us would print them.
    pub(super) fn in_full(&self) -> String {
        let causes = iter::successors(Some(self as &dyn Error), |&error| error.source());
        causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
    }
}

impl Server {
    /// The server at `url`, else the private cluster, which is started when this process is the first to ask.
    pub(super) fn under_test(url: Option<String>) -> Result<Self, ServerError> {
        if let Some(url) = url {
            return Ok(Self { url });
        }
        let mut cluster = CLUSTER.lock().unwrap_or_else(PoisonError::into_inner);
        let url = match &*cluster {
            Some(cluster) => cluster.url().to_owned(),
            None => cluster.insert(Cluster::join()?).url().to_owned(),
        };
        Ok(Self { url })
    }

    pub(super) fn url_of(&self, database: &str) -> String {
        with_database(&self.url, database)
    }

    /// A new database without anything in it; returns its name.
    pub(super) async fn create_empty(&self) -> Result<String, ServerError> {
        Ok(create(&mut self.connect().await?, "template0").await?)
    }

    /// A new database with the legacy fixture in it; returns its name.
    pub(super) async fn create_legacy(&self) -> Result<String, ServerError> {
        // Named after its contents: a server that outlives us may hold an older one.
        let mut hasher = DefaultHasher::new();
        LEGACY.hash(&mut hasher);
        let template = format!("orientor_legacy_{:016x}", hasher.finish());

        let mut connection = self.connect().await?;
        match create(&mut connection, &template).await {
            Err(sqlx::Error::Database(error)) if error.code().as_deref() == Some(NO_SUCH_DATABASE) => {}
            cloned => return Ok(cloned?),
        }
        self.load(&mut connection, &template).await?;
        Ok(create(&mut connection, &template).await?)
    }

    /// Loads the fixture into the database `template`, unless another process was faster.
    async fn load(&self, connection: &mut PgConnection, template: &str) -> Result<(), ServerError> {
        sqlx::query("SELECT pg_advisory_lock($1)").bind(LOADING).execute(&mut *connection).await?;
        let exists: bool = sqlx::query_scalar("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)")
            .bind(template)
            .fetch_one(&mut *connection)
            .await?;
        if !exists {
            // Renamed when complete, so that nobody clones half of it.
            let unfinished = create(connection, "template0").await?;
            let mut inside = PgConnection::connect(&self.url_of(&unfinished)).await?;
            inside.execute(sqlx::raw_sql(LEGACY)).await?;
            inside.close().await?;
            let rename = format!("ALTER DATABASE {unfinished} RENAME TO {template}");
            connection.execute(AssertSqlSafe(rename)).await?;
        }
        sqlx::query("SELECT pg_advisory_unlock($1)").bind(LOADING).execute(connection).await?;
        Ok(())
    }

    /// Drops `database` although connections to it may be open. Blocks; must not run on a thread of a runtime.
    pub(super) fn drop_database(&self, database: &str) -> Result<(), sqlx::Error> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(sqlx::Error::Io)?;
        runtime.block_on(async {
            let mut connection = self.connect().await?;
            // The server does this, too, but then looks only every 100 ms whether they have gone.
            for _ in 0..50 {
                let end = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = $1";
                let open: i64 = sqlx::query_scalar(end).bind(database).fetch_one(&mut connection).await?;
                if open == 0 {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
            connection.execute(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)"))).await?;
            connection.close().await
        })
    }

    async fn connect(&self) -> Result<PgConnection, sqlx::Error> {
        PgConnection::connect(&self.url).await
    }
}

/// What a test server does not do, because it would be slower.
pub(super) async fn keep_what_is_acknowledged(url: &str) -> Result<(), sqlx::Error> {
    let mut connection = PgConnection::connect(url).await?;
    connection.execute("ALTER SYSTEM SET synchronous_commit = on").await?;
    connection.execute("SELECT pg_reload_conf()").await?;
    connection.close().await
}

/// Creates a database with a name that nobody else has.
async fn create(connection: &mut PgConnection, template: &str) -> Result<String, sqlx::Error> {
    let name = format!("orientor_test_{}", uuid::Uuid::new_v4().simple());
    // The other strategy, by log, takes five times as long for databases as small as these.
    let create = format!("CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy");
    connection.execute(AssertSqlSafe(create)).await?;
    Ok(name)
}

/// `url` with another database. `url` keeps its parameters, and may lack a host (a socket given as a parameter).
fn with_database(url: &str, database: &str) -> String {
    let (address, parameters) = url.split_once('?').map_or((url, None), |(it, rest)| (it, Some(rest)));
    let authority = address.find("://").map_or(0, |at| at + 3);
    let end = address[authority..].find('/').map_or(address.len(), |at| authority + at);
    let parameters = parameters.map(|it| format!("?{it}")).unwrap_or_default();
    format!("{}/{database}{parameters}", &address[..end])
}

#[cfg(test)]
mod tests {
    use super::with_database;

    #[test]
    fn only_the_database_of_a_url_changes() {
        for (url, expected) in [
            ("postgres://postgres@127.0.0.1:5433/postgres", "postgres://postgres@127.0.0.1:5433/t"),
            ("postgres://127.0.0.1", "postgres://127.0.0.1/t"),
            ("postgresql://ada:pw@localhost/", "postgresql://ada:pw@localhost/t"),
            ("postgres://localhost?sslmode=disable", "postgres://localhost/t?sslmode=disable"),
            ("postgres:///postgres?host=/run/postgresql", "postgres:///t?host=/run/postgresql"),
        ] {
            assert_eq!(with_database(url, "t"), expected);
        }
    }
}
