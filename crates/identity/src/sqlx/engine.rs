//! Two engines behind one small door: statements go in with `$1` placeholders,
//! integers and texts come out. Everything else is cast in the statement.

use std::sync::Arc;

use ::sqlx::{
    AssertSqlSafe, Column as _, PgConnection, PgPool, Postgres, Row as _, Sqlite, SqliteConnection, SqlitePool,
    TypeInfo as _, postgres::PgRow, query::Query, sqlite::SqliteRow,
};

use super::{Connection, Dialect};

/// Where the users live.
#[derive(Clone, Debug)]
pub enum Pool {
    /// PostgreSQL.
    Postgres(PgPool),
    /// SQLite: many readers, one writer. The two may be the same pool.
    Sqlite {
        /// For lookups.
        readers: SqlitePool,
        /// For transactions that write.
        writer: SqlitePool,
    },
}

impl From<PgPool> for Pool {
    fn from(pool: PgPool) -> Self {
        Self::Postgres(pool)
    }
}

impl From<SqlitePool> for Pool {
    fn from(pool: SqlitePool) -> Self {
        Self::Sqlite { readers: pool.clone(), writer: pool }
    }
}

/// Transactions touch a few rows, each by a key. A plan that is kept from when a table was nearly empty would read all
/// of it for them, and go on doing so while it grows, so such plans are not made.
const BEGIN_POSTGRES: &str = "BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; \
                              SET LOCAL enable_mergejoin = off";

impl Pool {
    /// Which SQL it speaks.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        match self {
            Self::Postgres(_) => Dialect::Postgres,
            Self::Sqlite { .. } => Dialect::Sqlite,
        }
    }

    /// Runs a reading statement outside any transaction.
    pub(super) async fn read(&self, sql: &Arc<str>, arguments: &[Argument<'_>]) -> Result<Vec<Row>, ::sqlx::Error> {
        match self {
            Self::Postgres(pool) => {
                let rows = bind_postgres(sql, arguments).fetch_all(pool).await?;
                Ok(rows.into_iter().map(Row::Postgres).collect())
            }
            Self::Sqlite { readers, .. } => {
                let rows = bind_sqlite(sql, arguments).fetch_all(readers).await?;
                Ok(rows.into_iter().map(Row::Sqlite).collect())
            }
        }
    }

    /// Begins a transaction that will write.
    pub(super) async fn begin(&self) -> Result<Transaction, ::sqlx::Error> {
        Ok(match self {
            Self::Postgres(pool) => Transaction::Postgres(pool.begin_with(BEGIN_POSTGRES).await?),
            // Taking the write lock at once avoids the failure to upgrade a read lock later.
            Self::Sqlite { writer, .. } => Transaction::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?),
        })
    }
}

/// A transaction; rolled back when dropped.
pub(super) enum Transaction {
    Postgres(::sqlx::Transaction<'static, Postgres>),
    Sqlite(::sqlx::Transaction<'static, Sqlite>),
}

impl Transaction {
    pub(super) fn connection(&mut self) -> Connection<'_> {
        match self {
            Self::Postgres(transaction) => Connection::Postgres(transaction),
            Self::Sqlite(transaction) => Connection::Sqlite(transaction),
        }
    }

    pub(super) async fn rows(&mut self, sql: &Arc<str>, arguments: &[Argument<'_>]) -> Result<Vec<Row>, ::sqlx::Error> {
        rows_on(&mut self.connection(), sql, arguments).await
    }

    /// Runs a statement without arguments; how many rows it has changed.
    pub(super) async fn execute(&mut self, sql: &Arc<str>) -> Result<u64, ::sqlx::Error> {
        Ok(match self {
            Self::Postgres(transaction) => {
                let connection: &mut PgConnection = transaction;
                bind_postgres(sql, &[]).execute(connection).await?.rows_affected()
            }
            Self::Sqlite(transaction) => {
                let connection: &mut SqliteConnection = transaction;
                bind_sqlite(sql, &[]).execute(connection).await?.rows_affected()
            }
        })
    }

    pub(super) async fn commit(self) -> Result<(), ::sqlx::Error> {
        match self {
            Self::Postgres(transaction) => transaction.commit().await,
            Self::Sqlite(transaction) => transaction.commit().await,
        }
    }
}

/// Runs a statement in a transaction, whoever has begun it.
pub(super) async fn rows_on(
    connection: &mut Connection<'_>,
    sql: &Arc<str>,
    arguments: &[Argument<'_>],
) -> Result<Vec<Row>, ::sqlx::Error> {
    match connection {
        Connection::Postgres(connection) => {
            let rows = bind_postgres(sql, arguments).fetch_all(&mut **connection).await?;
            Ok(rows.into_iter().map(Row::Postgres).collect())
        }
        Connection::Sqlite(connection) => {
            let rows = bind_sqlite(sql, arguments).fetch_all(&mut **connection).await?;
            Ok(rows.into_iter().map(Row::Sqlite).collect())
        }
    }
}

/// A value for a placeholder.
#[derive(Clone, Copy, Debug)]
pub(super) enum Argument<'a> {
    Integer(i64),
    Text(&'a str),
    MaybeInteger(Option<i64>),
    MaybeText(Option<&'a str>),
    /// An array in PostgreSQL, a JSON array in SQLite.
    Integers(&'a [i64]),
    /// Likewise.
    Texts(&'a [&'a str]),
}

fn bind_postgres<'q>(sql: &Arc<str>, arguments: &[Argument<'_>]) -> Query<'q, Postgres, ::sqlx::postgres::PgArguments> {
    let query = ::sqlx::query(AssertSqlSafe(Arc::clone(sql)));
    arguments.iter().fold(query, |query, argument| match *argument {
        Argument::Integer(value) => query.bind(value),
        Argument::Text(value) => query.bind(value.to_owned()),
        Argument::MaybeInteger(value) => query.bind(value),
        Argument::MaybeText(value) => query.bind(value.map(str::to_owned)),
        Argument::Integers(values) => query.bind(values.to_vec()),
        Argument::Texts(values) => query.bind(values.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>()),
    })
}

fn bind_sqlite<'q>(sql: &Arc<str>, arguments: &[Argument<'_>]) -> Query<'q, Sqlite, ::sqlx::sqlite::SqliteArguments> {
    let query = ::sqlx::query(AssertSqlSafe(Arc::clone(sql)));
    arguments.iter().fold(query, |query, argument| match *argument {
        Argument::Integer(value) => query.bind(value),
        Argument::Text(value) => query.bind(value.to_owned()),
        Argument::MaybeInteger(value) => query.bind(value),
        Argument::MaybeText(value) => query.bind(value.map(str::to_owned)),
        Argument::Integers(values) => query.bind(json_array(values.iter().map(i64::to_string))),
        // A list of texts can always be written.
        Argument::Texts(values) => query.bind(serde_json::to_string(values).unwrap_or_default()),
    })
}

fn json_array(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

/// A row whose columns are integers and texts.
pub(super) enum Row {
    Postgres(PgRow),
    Sqlite(SqliteRow),
}

impl Row {
    pub(super) fn integer(&self, column: usize) -> Result<Option<i64>, ::sqlx::Error> {
        match self {
            Self::Postgres(row) => row.try_get(column),
            // SQLite columns hold what they like; a text where an integer belongs is damage, not a crash.
            Self::Sqlite(row) if row.column(column).type_info().name() == "TEXT" => Ok(None),
            Self::Sqlite(row) => row.try_get(column),
        }
    }

    pub(super) fn text(&self, column: usize) -> Result<Option<String>, ::sqlx::Error> {
        match self {
            Self::Postgres(row) => row.try_get(column),
            Self::Sqlite(row) => row.try_get(column),
        }
    }
}
