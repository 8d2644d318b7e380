//! Sends a statement to either engine.

use orientor_identity::UserId;
use sqlx::{
    AssertSqlSafe, PgExecutor, Row as _, Sqlite, SqliteExecutor, query, query::QueryAs, query_as,
    sqlite::SqliteArguments,
};

use tracing::trace;

use super::{Database, Row, Tx};
use crate::{
    error::{StoreError, is_lost_connection},
    schema::{Dialect, Table},
};

/// Two texts, most often a row as JSON and its key.
pub(crate) type JsonRow = (String, Option<String>);

/// What a statement is given; `$1` is the first.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Arg<'a> {
    Number(i64),
    Text(&'a str),
}

/// Where statements go: any connection, or the one of a transaction.
#[derive(Debug)]
pub(crate) enum Door<'a> {
    Database(&'a Database),
    Tx(&'a mut Tx),
}

impl Door<'_> {
    pub(crate) fn dialect(&self) -> Dialect {
        match self {
            Self::Database(database) => database.dialect(),
            Self::Tx(tx) => tx.dialect(),
        }
    }

    /// Reads rows of JSON. A connection that turns out to be dead is replaced; after a restart of the server that can be all
    /// of them.
    pub(crate) async fn read(&mut self, sql: &str, args: &[Arg<'_>]) -> Result<Vec<JsonRow>, StoreError> {
        json(self.read_rows(sql, args).await?)
    }

    /// Reads, likewise.
    pub(crate) async fn read_rows(&mut self, sql: &str, args: &[Arg<'_>]) -> Result<Vec<Row>, StoreError> {
        let rows = match self {
            Self::Database(Database::Postgres(pool)) => {
                let mut attempts = pool.size() + 1;
                loop {
                    attempts -= 1;
                    match postgres(pool, sql, args).await {
                        Err(error) if is_lost_connection(&error) && attempts > 0 => {}
                        rows => break rows,
                    }
                }
            }
            Self::Database(Database::Sqlite { readers, .. }) => sqlite(readers, sql, args).await,
            Self::Tx(tx) => return tx.any_rows(sql, args).await,
        };
        rows.map_err(StoreError::from)
    }

    /// Writes, and returns what the statement returns, rows of JSON.
    pub(crate) async fn write(&mut self, sql: &str, args: &[Arg<'_>]) -> Result<Vec<JsonRow>, StoreError> {
        json(self.write_rows(sql, args).await?)
    }

    /// Writes, and returns what the statement returns.
    pub(crate) async fn write_rows(&mut self, sql: &str, args: &[Arg<'_>]) -> Result<Vec<Row>, StoreError> {
        let rows = match self {
            Self::Database(Database::Postgres(pool)) => postgres(pool, sql, args).await,
            Self::Database(Database::Sqlite { writer, .. }) => sqlite(writer, sql, args).await,
            Self::Tx(tx) => return tx.any_rows(sql, args).await,
        };
        rows.map_err(StoreError::from)
    }
}

impl Tx {
    /// Waits until no other transaction has its turn with this user's rows of a table, and takes the turn until the end.
    /// With SQLite every writer waits already.
    pub async fn take_turn(&mut self, table: &Table, user: UserId) -> Result<(), StoreError> {
        if self.dialect() == Dialect::Postgres {
            let turn = format!("orientor.{}.{user}", table.name);
            let sql = "SELECT '', pg_advisory_xact_lock(hashtextextended($1, 0))::text";
            self.rows(sql, &[Arg::Text(&turn)]).await?;
        }
        Ok(())
    }

    /// Reads or writes rows of JSON within the transaction.
    pub(crate) async fn rows(&mut self, sql: &str, args: &[Arg<'_>]) -> Result<Vec<JsonRow>, StoreError> {
        json(self.any_rows(sql, args).await?)
    }

    async fn any_rows(&mut self, sql: &str, args: &[Arg<'_>]) -> Result<Vec<Row>, StoreError> {
        let rows = match self {
            Self::Postgres(tx) => postgres(&mut **tx, sql, args).await,
            Self::Sqlite(tx) => sqlite(&mut **tx, sql, args).await,
        };
        rows.map_err(StoreError::from)
    }
}

/// Rows of two texts.
fn json(rows: Vec<Row>) -> Result<Vec<JsonRow>, StoreError> {
    let json = rows.into_iter().map(|row| match row {
        Row::Postgres(row) => Ok((row.try_get(0)?, row.try_get(1)?)),
        Row::Sqlite(row) => Ok(row),
    });
    json.collect::<Result<_, sqlx::Error>>().map_err(StoreError::from)
}

async fn postgres(executor: impl PgExecutor<'_>, sql: &str, args: &[Arg<'_>]) -> Result<Vec<Row>, sqlx::Error> {
    trace!(target: "orientor_store::statement", "{sql}");
    let mut query = query(AssertSqlSafe(sql));
    for arg in args {
        query = match *arg {
            Arg::Number(number) => query.bind(number),
            Arg::Text(text) => query.bind(text),
        };
    }
    query.map(Row::Postgres).fetch_all(executor).await
}

async fn sqlite(executor: impl SqliteExecutor<'_>, sql: &str, args: &[Arg<'_>]) -> Result<Vec<Row>, sqlx::Error> {
    trace!(target: "orientor_store::statement", "{sql}");
    let mut query: QueryAs<'_, Sqlite, JsonRow, SqliteArguments> = query_as(AssertSqlSafe(sql));
    for arg in args {
        query = match *arg {
            Arg::Number(number) => query.bind(number),
            // Owned, because the statement runs on another thread.
            Arg::Text(text) => query.bind(text.to_owned()),
        };
    }
    Ok(query.fetch_all(executor).await?.into_iter().map(Row::Sqlite).collect())
}
