//! What is counted about a user's own use, one row a day.

use chrono::NaiveDate;
use orientor_identity::UserId;
use serde::Deserialize;

use crate::{
    Database, StoreError, Tx,
    database::{Arg, Door},
    schema::{Dialect, Kind, now},
    tables::chat_message::Role,
};

use super::{chat_messages::NewMessage, object, parse_all, today};

/// What was counted on a day.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Counted {
    /// Which day, in UTC.
    pub date: NaiveDate,
    /// Messages of the user.
    pub messages: i64,
    /// Conversations that were begun.
    pub conversations: i64,
    /// Tokens that the model used.
    pub tokens: i64,
    /// Mean time until the answer, in ms.
    pub response_ms: Option<f64>,
}

/// How many conversations a category has.
#[derive(Clone, Debug, Deserialize)]
pub struct InCategory {
    /// The category; `None` for conversations without one.
    pub name: Option<String>,
    /// How many.
    pub count: i64,
}

/// Counts a message of today (UTC). Any number of callers at once lose nothing.
///
/// A day's mean time until the answer weighs the latest answer as one of as many as the user has written messages. The
/// category that is seen first on a day is kept as the most used one.
pub(super) async fn record(
    tx: &mut Tx,
    user: UserId,
    message: &NewMessage<'_>,
    category: Option<i64>,
) -> Result<(), StoreError> {
    let dialect = tx.dialect();
    if dialect == Dialect::Postgres {
        // An old table may have lost the rule that a user has one row a day.
        let lock = format!("orientor.user_chat_analytics.{user}");
        tx.rows("SELECT '', pg_advisory_xact_lock(hashtextextended($1, 0))::text", &[Arg::Text(&lock)]).await?;
    }
    let (now, today) = (now(dialect), today(dialect));
    let sql = format!(
        "INSERT INTO user_chat_analytics (user_id, date, messages_sent, conversations_started, total_tokens_used, created_at) \
         SELECT $1, {today}, 0, 0, 0, {now} WHERE NOT EXISTS (SELECT 1 FROM user_chat_analytics a WHERE a.user_id = $1 \
         AND a.date = {today}) ON CONFLICT DO NOTHING RETURNING '', NULL"
    );
    tx.rows(&sql, &[Arg::Number(user.get())]).await?;
    let sql = format!(
        "UPDATE user_chat_analytics SET messages_sent = coalesce(messages_sent, 0) + $2, \
         conversations_started = coalesce(conversations_started, 0) + $3, \
         total_tokens_used = coalesce(total_tokens_used, 0) + $4, \
         avg_response_time_ms = CASE WHEN $5 < 0 THEN avg_response_time_ms \
         WHEN avg_response_time_ms IS NULL OR coalesce(messages_sent, 0) + $2 < 2 THEN $5 \
         ELSE avg_response_time_ms + ($5 - avg_response_time_ms) / (messages_sent + $2) END, \
         most_used_category_id = coalesce(most_used_category_id, nullif($6, -1)) \
         WHERE id = (SELECT min(a.id) FROM user_chat_analytics a WHERE a.user_id = $1 AND a.date = {today}) RETURNING '', NULL"
    );
    let args = [
        Arg::Number(user.get()),
        Arg::Number((message.role == Role::User).into()),
        Arg::Number(message.is_first.into()),
        Arg::Number(message.tokens.unwrap_or_default().into()),
        Arg::Number(message.response_ms.map_or(-1, i64::from)),
        Arg::Number(category.unwrap_or(-1)),
    ];
    tx.rows(&sql, &args).await?;
    Ok(())
}

/// What was counted from the day `since` on, in order.
pub async fn days(database: &Database, user: UserId, since: NaiveDate) -> Result<Vec<Counted>, StoreError> {
    let mut door = Door::Database(database);
    let dialect = door.dialect();
    let row = object(
        dialect,
        &[
            ("date", Kind::Date, "date"),
            ("messages", Kind::Integer, "coalesce(messages_sent, 0)"),
            ("conversations", Kind::Integer, "coalesce(conversations_started, 0)"),
            ("tokens", Kind::Integer, "coalesce(total_tokens_used, 0)"),
            // 0 was written where no time was known.
            ("response_ms", Kind::Real, "nullif(avg_response_time_ms, 0)"),
        ],
    );
    let day = day(dialect, "date");
    let sql = format!(
        "SELECT {row}, NULL FROM user_chat_analytics WHERE user_id = $1 AND {day} >= {} ORDER BY {day}, id",
        self::day(dialect, "$2")
    );
    let since = since.to_string();
    let rows = door.read(&sql, &[Arg::Number(user.get()), Arg::Text(&since)]).await?;
    parse_all("user_chat_analytics", &rows)
}

/// How many conversations each category has, of those that were begun on the day `since` or later.
pub async fn categories(database: &Database, user: UserId, since: NaiveDate) -> Result<Vec<InCategory>, StoreError> {
    let mut door = Door::Database(database);
    let dialect = door.dialect();
    let row = object(dialect, &[("name", Kind::Text, "k.name"), ("count", Kind::Integer, "count(*)")]);
    let sql = format!(
        "SELECT {row}, NULL FROM conversations c LEFT JOIN conversation_categories k ON k.id = c.category_id \
         AND k.user_id = $1 WHERE c.user_id = $1 AND {} >= {} GROUP BY k.name ORDER BY count(*) DESC, k.name",
        day(dialect, "c.created_at"),
        day(dialect, "$2")
    );
    let since = since.to_string();
    let rows = door.read(&sql, &[Arg::Number(user.get()), Arg::Text(&since)]).await?;
    parse_all("conversations", &rows)
}

/// The titles that the user chose, of the newest conversations.
pub async fn titles(database: &Database, user: UserId, limit: u16) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT title, NULL FROM conversations WHERE user_id = $1 AND auto_generated_title IS NOT TRUE \
               AND title IS NOT NULL ORDER BY id DESC LIMIT $2";
    let rows = Door::Database(database).read(sql, &[Arg::Number(user.get()), Arg::Number(limit.into())]).await?;
    Ok(rows.into_iter().map(|(title, _)| title).collect())
}

/// A day of UTC, in which sessions are.
fn day(dialect: Dialect, expression: &str) -> String {
    match dialect {
        Dialect::Postgres => format!("CAST({expression} AS date)"),
        Dialect::Sqlite => format!("date({expression})"),
    }
}
