//! What has changed for peer matching since somebody last looked, whoever changed it.

use crate::{
    Database, StoreError,
    database::{Arg, Door},
    schema::Dialect,
};

/// Up to where the log has been read: a snapshot of PostgreSQL, or the highest key in SQLite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position(String);

/// What was committed since a position.
#[derive(Clone, Debug)]
pub struct News {
    /// Whom to look at again, each once, in no order. Some may not exist.
    pub users: Vec<i64>,
    /// Up to where this is.
    pub position: Position,
}

/// Marks the row that says how far the log was read.
const HEAD: &str = "head";

/// Where the log ends now.
pub async fn end(database: &Database) -> Result<Position, StoreError> {
    let sql = match database.dialect() {
        Dialect::Postgres => "SELECT CAST(pg_current_snapshot() AS text), NULL",
        Dialect::Sqlite => "SELECT CAST(coalesce(max(id), 0) AS text), NULL FROM peer_log",
    };
    let rows = Door::Database(database).read(sql, &[]).await?;
    Ok(Position(rows.into_iter().next().map(|(position, _)| position).unwrap_or_default()))
}

/// Everything that was committed since `position`, and nothing that was seen before it. One statement.
pub async fn since(database: &Database, position: &Position) -> Result<News, StoreError> {
    let (sql, argument) = match database.dialect() {
        Dialect::Postgres => (
            // Later transactions have higher numbers, but some of the lower ones had not ended yet.
            "SELECT CAST(pg_current_snapshot() AS text), 'head' UNION ALL \
             SELECT DISTINCT CAST(whose AS text), NULL FROM peer_log \
             WHERE xact >= CAST(CAST(pg_snapshot_xmin($1::pg_snapshot) AS text) AS bigint) \
             AND NOT pg_visible_in_snapshot(CAST(CAST(xact AS text) AS xid8), $1::pg_snapshot)",
            Arg::Text(&position.0),
        ),
        Dialect::Sqlite => (
            "SELECT CAST(coalesce(max(id), 0) AS text), 'head' FROM peer_log UNION ALL \
             SELECT DISTINCT CAST(whose AS text), NULL FROM peer_log WHERE id > $1",
            Arg::Number(position.key()),
        ),
    };
    let rows = Door::Database(database).read(sql, &[argument]).await?;
    let mut news = News { users: Vec::with_capacity(rows.len()), position: position.clone() };
    for (text, kind) in rows {
        if kind.as_deref() == Some(HEAD) {
            news.position = Position(text);
        } else {
            news.users.extend(text.parse::<i64>());
        }
    }
    // An emptied log goes on counting where it was.
    if database.dialect() == Dialect::Sqlite && news.position.key() < position.key() {
        news.position = position.clone();
    }
    Ok(news)
}

/// Removes what had been committed at `position`. Whoever has not read it since has to begin anew.
pub async fn remove(database: &Database, position: &Position) -> Result<(), StoreError> {
    let (sql, argument) = match database.dialect() {
        Dialect::Postgres => (
            "DELETE FROM peer_log WHERE pg_visible_in_snapshot(CAST(CAST(xact AS text) AS xid8), $1::pg_snapshot) \
             RETURNING '', NULL",
            Arg::Text(&position.0),
        ),
        Dialect::Sqlite => ("DELETE FROM peer_log WHERE id <= $1 RETURNING '', NULL", Arg::Number(position.key())),
    };
    Door::Database(database).write(sql, &[argument]).await?;
    Ok(())
}

impl Position {
    fn key(&self) -> i64 {
        self.0.parse().unwrap_or_default()
    }
}
