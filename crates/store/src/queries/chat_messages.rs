//! What was said in conversations with the assistant.

use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::Deserialize;

use crate::{
    Database, StoreError, Tx,
    database::{Arg, Door},
    schema::{Dialect, Kind, now},
    tables::{chat_message, conversation},
};

use super::{chat_analytics, conversations, object, parse, parse_all};

/// A message that is to be stored.
#[derive(Clone, Copy, Debug)]
pub struct NewMessage<'a> {
    /// Who says it.
    pub role: chat_message::Role,
    /// What.
    pub content: &'a str,
    /// How many tokens it took, where a model was asked.
    pub tokens: Option<u32>,
    /// How long the answer took, where it is one.
    pub response_ms: Option<u32>,
    /// Whether the conversation begins with it.
    pub is_first: bool,
}

/// Some messages, in the order in which they were said, and how many there are in all.
#[derive(Clone, Debug)]
pub struct Messages {
    /// The messages.
    pub rows: Vec<chat_message::Model>,
    /// How many the conversation has.
    pub total: i64,
}

/// What was said, by whom it was said.
#[derive(Clone, Debug, Deserialize)]
pub struct Said {
    /// Who said it; nobody where nothing was said.
    pub role: Option<String>,
    /// How many messages.
    pub messages: i64,
    /// Tokens that they took.
    pub tokens: i64,
    /// Sum of the times until an answer, in ms.
    pub response_ms: i64,
    /// How many have such a time.
    pub timed: i64,
    /// When the first was written.
    pub first: Option<DateTime<Utc>>,
    /// When the last was written.
    pub last: Option<DateTime<Utc>>,
}

/// A message that a search has found.
#[derive(Clone, Debug, Deserialize)]
pub struct Found {
    /// Its key; later messages have higher ones.
    pub message_id: i64,
    /// Where it was said.
    pub conversation_id: i64,
    /// What that conversation is called.
    pub conversation_title: Option<String>,
    /// Who said it.
    pub role: String,
    /// What.
    pub content: String,
    /// When.
    pub created_at: Option<DateTime<Utc>>,
}

pub(super) const COLUMNS: [(&str, Kind, &str); 9] = [
    ("id", Kind::Integer, "m.id"),
    ("conversation_id", Kind::Integer, "m.conversation_id"),
    ("role", Kind::Text, "m.role"),
    ("content", Kind::Text, "m.content"),
    ("tokens_used", Kind::Integer, "m.tokens_used"),
    ("model_used", Kind::Text, "m.model_used"),
    ("response_time_ms", Kind::Integer, "m.response_time_ms"),
    ("created_at", Kind::Time, "m.created_at"),
    ("message_metadata", Kind::Jsonb, "m.message_metadata"),
];

/// Stores a message in a conversation of the user, once, with everything that is counted about it.
pub async fn store(
    tx: &mut Tx,
    user: UserId,
    conversation: i64,
    message: &NewMessage<'_>,
) -> Result<conversation::Model, StoreError> {
    let dialect = tx.dialect();
    let now = now(dialect);
    let number = |value: Option<u32>| Arg::Number(value.map_or(-1, i64::from));
    // The row of the conversation first: whoever writes into the same one waits here.
    let sql = format!(
        "UPDATE conversations SET message_count = coalesce(message_count, 0) + 1, \
         total_tokens_used = coalesce(total_tokens_used, 0) + $3, last_message_at = {now}, updated_at = {now} \
         WHERE id = $2 AND user_id = $1 RETURNING {}, NULL",
        conversations::row(dialect)
    );
    let tokens = Arg::Number(message.tokens.unwrap_or_default().into());
    let rows = tx.rows(&sql, &[Arg::Number(user.get()), Arg::Number(conversation), tokens]).await?;
    let changed: conversation::Model = parse("conversations", rows.first().ok_or(StoreError::Missing)?)?;
    let role = match message.role {
        chat_message::Role::User => "user",
        chat_message::Role::Assistant => "assistant",
        chat_message::Role::System => "system",
    };
    let sql = format!(
        "INSERT INTO chat_messages (conversation_id, role, content, tokens_used, response_time_ms, created_at) \
         VALUES ($1, $2, $3, nullif($4, -1), nullif($5, -1), {now}) RETURNING '', NULL"
    );
    let args = [
        Arg::Number(conversation),
        Arg::Text(role),
        Arg::Text(message.content),
        number(message.tokens),
        number(message.response_ms),
    ];
    tx.rows(&sql, &args).await?;
    chat_analytics::record(tx, user, message, changed.category_id).await?;
    Ok(changed)
}

/// A page of a conversation of the user: the newest messages that are older than the message `before`, after leaving out
/// `offset` of them.
///
/// # Errors
///
/// [`StoreError::Missing`] if the conversation is not the user's.
pub async fn page(
    database: &Database,
    user: UserId,
    conversation: i64,
    before: Option<i64>,
    offset: u32,
    limit: u16,
) -> Result<Messages, StoreError> {
    let mut door = Door::Database(database);
    let row = object(door.dialect(), &COLUMNS);
    let sql = format!(
        "SELECT CASE WHEN m.id IS NULL THEN '' ELSE {row} END, \
         (SELECT CAST(count(*) AS text) FROM chat_messages n WHERE n.conversation_id = $2) FROM conversations c \
         LEFT JOIN (SELECT * FROM chat_messages WHERE conversation_id = $2 AND id < $3 ORDER BY id DESC \
         LIMIT $4 OFFSET $5) AS m ON true WHERE c.id = $2 AND c.user_id = $1 ORDER BY m.id"
    );
    let args = [
        Arg::Number(user.get()),
        Arg::Number(conversation),
        Arg::Number(before.unwrap_or(i64::MAX)),
        Arg::Number(limit.into()),
        Arg::Number(offset.into()),
    ];
    let rows = door.read(&sql, &args).await?;
    let (_, total) = rows.first().ok_or(StoreError::Missing)?;
    let total = total.as_deref().and_then(|total| total.parse().ok()).unwrap_or_default();
    let said: Vec<_> = rows.into_iter().filter(|(json, _)| !json.is_empty()).collect();
    Ok(Messages { rows: parse_all("chat_messages", &said)?, total })
}

/// Figures about a conversation of the user, one row for each who has said something.
///
/// # Errors
///
/// [`StoreError::Missing`] if the conversation is not the user's.
pub async fn statistics(database: &Database, user: UserId, conversation: i64) -> Result<Vec<Said>, StoreError> {
    let mut door = Door::Database(database);
    let row = object(
        door.dialect(),
        &[
            ("role", Kind::Text, "m.role"),
            ("messages", Kind::Integer, "count(m.id)"),
            ("tokens", Kind::Integer, "coalesce(sum(m.tokens_used), 0)"),
            ("response_ms", Kind::Integer, "coalesce(sum(m.response_time_ms), 0)"),
            ("timed", Kind::Integer, "count(m.response_time_ms)"),
            ("first", Kind::Time, "min(m.created_at)"),
            ("last", Kind::Time, "max(m.created_at)"),
        ],
    );
    let sql = format!(
        "SELECT {row}, NULL FROM conversations c LEFT JOIN chat_messages m ON m.conversation_id = c.id \
         WHERE c.id = $2 AND c.user_id = $1 GROUP BY m.role"
    );
    let rows = door.read(&sql, &[Arg::Number(user.get()), Arg::Number(conversation)]).await?;
    if rows.is_empty() { Err(StoreError::Missing) } else { parse_all("chat_messages", &rows) }
}

/// The user's messages, and those that answer them, in which all of `words` occur, the newest first, older than the
/// message `before`.
///
/// Both engines look through the texts of this one user, because their full-text indexes cut words each in its own way:
/// so they agree, also about parts of words, and in every language. Letters are compared without regard to case; with
/// SQLite only those of ASCII.
pub async fn search(
    database: &Database,
    user: UserId,
    words: &[&str],
    before: Option<i64>,
    limit: u16,
) -> Result<Vec<Found>, StoreError> {
    let mut door = Door::Database(database);
    let dialect = door.dialect();
    let row = object(
        dialect,
        &[
            ("message_id", Kind::Integer, "m.id"),
            ("conversation_id", Kind::Integer, "c.id"),
            ("conversation_title", Kind::Text, "c.title"),
            ("role", Kind::Text, "m.role"),
            ("content", Kind::Text, "m.content"),
            ("created_at", Kind::Time, "m.created_at"),
        ],
    );
    let like = match dialect {
        Dialect::Postgres => "ILIKE",
        Dialect::Sqlite => "LIKE",
    };
    let patterns: Vec<String> = words.iter().map(|word| pattern(word)).collect();
    let mut sql = format!(
        "SELECT {row}, NULL FROM conversations c JOIN chat_messages m ON m.conversation_id = c.id \
         WHERE c.user_id = $1 AND m.id < $2 AND m.role <> 'system'"
    );
    let mut args = vec![Arg::Number(user.get()), Arg::Number(before.unwrap_or(i64::MAX)), Arg::Number(limit.into())];
    for pattern in &patterns {
        args.push(Arg::Text(pattern));
        let _ = write!(sql, " AND m.content {like} ${} ESCAPE '\\'", args.len());
    }
    sql += " ORDER BY m.id DESC LIMIT $3";
    let rows = door.read(&sql, &args).await?;
    parse_all("chat_messages", &rows)
}

/// What LIKE takes for any text with `word` in it, and for nothing else.
fn pattern(word: &str) -> String {
    let mut pattern = "%".to_owned();
    for letter in word.chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern + "%"
}

/// Keeps what the user thinks of an answer, beside whatever else is kept about the message.
///
/// # Errors
///
/// [`StoreError::Missing`] unless it is an answer to this user.
pub async fn set_feedback(database: &Database, user: UserId, message: i64, feedback: &str) -> Result<(), StoreError> {
    let mut door = Door::Database(database);
    let kept = match door.dialect() {
        Dialect::Postgres => {
            "jsonb_set(CASE WHEN jsonb_typeof(CAST(message_metadata AS jsonb)) = 'object' THEN CAST(message_metadata AS jsonb) \
             ELSE '{}' END, '{feedback}', CAST($3 AS jsonb))"
        }
        Dialect::Sqlite => {
            "json_set(CASE WHEN json_valid(message_metadata) AND json_type(message_metadata) = 'object' THEN message_metadata \
             ELSE '{}' END, '$.feedback', json($3))"
        }
    };
    let sql = format!(
        "UPDATE chat_messages SET message_metadata = {kept} WHERE id = $2 AND role = 'assistant' \
         AND EXISTS (SELECT 1 FROM conversations c WHERE c.id = chat_messages.conversation_id AND c.user_id = $1) \
         RETURNING '', NULL"
    );
    let rows = door.write(&sql, &[Arg::Number(user.get()), Arg::Number(message), Arg::Text(feedback)]).await?;
    if rows.is_empty() { Err(StoreError::Missing) } else { Ok(()) }
}
