//! Conversations that are shown to whoever has the link.
//!
//! A token is stored as its digest. Tokens of the older application stand there as they are, and go on to work; what
//! looks like a stored digest is never taken for a token, so that reading this table opens nothing that we have shared.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::Deserialize;

use crate::{
    Database, StoreError,
    database::{Arg, Door},
    owned::owner,
    schema::{Dialect, Kind, now},
    tables::chat_message,
};

use super::{chat_messages, moment, object, parse, parse_all};

/// What every digest begins with, and no token.
const DIGEST: &str = "sha256:";

/// A share, as the user sees it who made it.
#[derive(Clone, Debug, Deserialize)]
pub struct Share {
    /// Its key.
    pub share_id: i64,
    /// What is shared.
    pub conversation_id: i64,
    /// What that is called.
    pub conversation_title: Option<String>,
    /// Whether the link is enough.
    pub is_public: bool,
    /// Whether a password is asked for.
    pub has_password: bool,
    /// How often others have looked.
    pub view_count: i64,
    /// When it ends by itself.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When somebody looked last.
    pub last_viewed_at: Option<DateTime<Utc>>,
    /// Whether it has not ended.
    pub is_active: bool,
}

/// A share, as whoever has the link meets it.
#[derive(Clone, Debug, Deserialize)]
pub struct Shared {
    /// Its key.
    pub share_id: i64,
    /// Who made it.
    #[serde(deserialize_with = "owner")]
    pub shared_by: UserId,
    /// What is shared.
    pub conversation_id: i64,
    /// What that is called.
    pub title: Option<String>,
    /// When the conversation was begun.
    pub conversation_created_at: Option<DateTime<Utc>>,
    /// How many messages of it are shown.
    pub message_count: i64,
    /// The first name of who made it.
    pub first_name: Option<String>,
    /// Whether the link is enough.
    pub is_public: bool,
    /// What a password is compared with.
    pub password_hash: Option<String>,
    /// How often others have looked.
    pub view_count: i64,
    /// When it ends by itself.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: Option<DateTime<Utc>>,
}

/// What somebody says about a share of theirs; `None` leaves it as it is.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// Whether the link is enough.
    pub is_public: Option<bool>,
    /// The digest of a password, or none any more.
    pub password_hash: Option<Option<String>>,
    /// In how many hours it ends, or that it does not.
    pub expires_in_hours: Option<Option<u32>>,
}

fn share(dialect: Dialect) -> String {
    let is_active = format!("s.expires_at IS NULL OR {} > {}", moment(dialect, "s.expires_at"), present(dialect));
    object(
        dialect,
        &[
            ("share_id", Kind::Integer, "s.id"),
            ("conversation_id", Kind::Integer, "s.conversation_id"),
            ("conversation_title", Kind::Text, "c.title"),
            ("is_public", Kind::Boolean, "(s.is_public IS TRUE)"),
            ("has_password", Kind::Boolean, "(coalesce(s.password_hash, '') <> '')"),
            ("view_count", Kind::Integer, "coalesce(s.view_count, 0)"),
            ("expires_at", Kind::Time, "s.expires_at"),
            ("created_at", Kind::Time, "s.created_at"),
            ("last_viewed_at", Kind::Time, "s.last_viewed_at"),
            ("is_active", Kind::Boolean, &format!("({is_active})")),
        ],
    )
}

fn present(dialect: Dialect) -> String {
    match dialect {
        Dialect::Postgres => "now()".to_owned(),
        Dialect::Sqlite => moment(dialect, "'now'"),
    }
}

/// The point in time in as many hours as `parameter` says.
fn in_hours(dialect: Dialect, parameter: &str) -> String {
    match dialect {
        Dialect::Postgres => format!("now() + make_interval(hours => CAST({parameter} AS integer))"),
        Dialect::Sqlite => format!("strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+' || {parameter} || ' hours')"),
    }
}

/// Shares a conversation of the user; the share's key.
///
/// * `digest`: of the token, in hexadecimal digits.
///
/// # Errors
///
/// [`StoreError::Missing`] if the conversation is not the user's.
pub async fn create(
    database: &Database,
    user: UserId,
    conversation: i64,
    digest: &str,
    terms: &Terms,
) -> Result<i64, StoreError> {
    let mut door = Door::Database(database);
    let dialect = door.dialect();
    let is_public = terms.is_public.unwrap_or_default();
    let (now, ends) = (now(dialect), in_hours(dialect, "$5"));
    let sql = format!(
        "INSERT INTO conversation_shares (conversation_id, shared_by, share_token, is_public, password_hash, expires_at, \
         view_count, created_at) SELECT c.id, c.user_id, $3, {is_public}, nullif($4, ''), CASE WHEN $5 > 0 THEN {ends} END, \
         0, {now} FROM conversations c WHERE c.id = $2 AND c.user_id = $1 RETURNING CAST(id AS text), NULL"
    );
    let token = format!("{DIGEST}{digest}");
    let args = [
        Arg::Number(user.get()),
        Arg::Number(conversation),
        Arg::Text(&token),
        Arg::Text(terms.password_hash.as_ref().and_then(Option::as_deref).unwrap_or_default()),
        Arg::Number(terms.expires_in_hours.flatten().unwrap_or_default().into()),
    ];
    let rows = door.write(&sql, &args).await?;
    rows.first().and_then(|(id, _)| id.parse().ok()).ok_or(StoreError::Missing)
}

/// Changes what `terms` name, and nothing else.
pub async fn change(database: &Database, user: UserId, id: i64, terms: &Terms) -> Result<(), StoreError> {
    let mut door = Door::Database(database);
    let dialect = door.dialect();
    // A change of nothing still has to find the row.
    let mut set = vec!["is_public = is_public".to_owned()];
    let mut args = vec![Arg::Number(user.get()), Arg::Number(id)];
    if let Some(is_public) = terms.is_public {
        set.push(format!("is_public = {is_public}"));
        set.remove(0);
    }
    if let Some(hash) = &terms.password_hash {
        args.push(Arg::Text(hash.as_deref().unwrap_or_default()));
        set.push(format!("password_hash = nullif(${}, '')", args.len()));
    }
    match terms.expires_in_hours {
        Some(Some(hours)) if hours > 0 => {
            args.push(Arg::Number(hours.into()));
            set.push(format!("expires_at = {}", in_hours(dialect, &format!("${}", args.len()))));
        }
        Some(_) => set.push("expires_at = NULL".to_owned()),
        None => {}
    }
    let sql = format!(
        "UPDATE conversation_shares SET {} WHERE id = $2 AND shared_by = $1 RETURNING '', NULL",
        set.join(", ")
    );
    let rows = door.write(&sql, &args).await?;
    if rows.is_empty() { Err(StoreError::Missing) } else { Ok(()) }
}

/// A page of the user's shares, the newest first, older than the share `before`.
pub async fn list(database: &Database, user: UserId, before: i64, limit: u16) -> Result<Vec<Share>, StoreError> {
    let mut door = Door::Database(database);
    let sql = format!(
        "SELECT {}, NULL FROM conversation_shares s LEFT JOIN conversations c ON c.id = s.conversation_id AND c.user_id = $1 \
         WHERE s.shared_by = $1 AND s.id < $2 ORDER BY s.id DESC LIMIT $3",
        share(door.dialect())
    );
    let rows = door.read(&sql, &[Arg::Number(user.get()), Arg::Number(before), Arg::Number(limit.into())]).await?;
    parse_all("conversation_shares", &rows)
}

/// A share of the user.
pub async fn get(database: &Database, user: UserId, id: i64) -> Result<Share, StoreError> {
    let mut door = Door::Database(database);
    let sql = format!(
        "SELECT {}, NULL FROM conversation_shares s LEFT JOIN conversations c ON c.id = s.conversation_id AND c.user_id = $1 \
         WHERE s.shared_by = $1 AND s.id = $2",
        share(door.dialect())
    );
    let rows = door.read(&sql, &[Arg::Number(user.get()), Arg::Number(id)]).await?;
    parse("conversation_shares", rows.first().ok_or(StoreError::Missing)?)
}

/// The share that a token opens: one that has not ended, of a user who is active and still has the conversation.
///
/// * `digest`: of the token, in hexadecimal digits.
pub async fn find(database: &Database, token: &str, digest: &str) -> Result<Option<Shared>, StoreError> {
    if token.starts_with(DIGEST) || token.contains('\0') {
        return Ok(None);
    }
    let mut door = Door::Database(database);
    let dialect = door.dialect();
    let row = object(
        dialect,
        &[
            ("share_id", Kind::Integer, "s.id"),
            ("shared_by", Kind::Integer, "s.shared_by"),
            ("conversation_id", Kind::Integer, "c.id"),
            ("title", Kind::Text, "c.title"),
            ("conversation_created_at", Kind::Time, "c.created_at"),
            (
                "message_count",
                Kind::Integer,
                "(SELECT count(*) FROM chat_messages m WHERE m.conversation_id = c.id AND m.role <> 'system')",
            ),
            ("first_name", Kind::Text, "u.first_name"),
            ("is_public", Kind::Boolean, "(s.is_public IS TRUE)"),
            ("password_hash", Kind::Text, "nullif(s.password_hash, '')"),
            ("view_count", Kind::Integer, "coalesce(s.view_count, 0)"),
            ("expires_at", Kind::Time, "s.expires_at"),
            ("created_at", Kind::Time, "s.created_at"),
        ],
    );
    let sql = format!(
        "SELECT {row}, NULL FROM conversation_shares s JOIN conversations c ON c.id = s.conversation_id \
         AND c.user_id = s.shared_by JOIN users u ON u.id = s.shared_by AND (u.is_active IS NULL OR u.is_active) \
         WHERE s.share_token IN ($1, $2) AND (s.expires_at IS NULL OR {} > {}) ORDER BY s.id LIMIT 1",
        moment(dialect, "s.expires_at"),
        present(dialect)
    );
    let stored = format!("{DIGEST}{digest}");
    let rows = door.read(&sql, &[Arg::Text(&stored), Arg::Text(token)]).await?;
    rows.first().map(|row| parse("conversation_shares", row)).transpose()
}

/// What was said in a conversation that is shown, in order, behind the message `after`; not what the assistant was told.
pub async fn messages(
    database: &Database,
    conversation: i64,
    after: i64,
    limit: u16,
) -> Result<Vec<chat_message::Model>, StoreError> {
    let mut door = Door::Database(database);
    let sql = format!(
        "SELECT {}, NULL FROM chat_messages m WHERE m.conversation_id = $1 AND m.id > $2 AND m.role <> 'system' \
         ORDER BY m.id LIMIT $3",
        object(door.dialect(), &chat_messages::COLUMNS)
    );
    let rows = door.read(&sql, &[Arg::Number(conversation), Arg::Number(after), Arg::Number(limit.into())]).await?;
    parse_all("chat_messages", &rows)
}

/// Counts a look; how many there were. Any number of callers at once lose nothing.
pub async fn count_view(database: &Database, share: i64) -> Result<i64, StoreError> {
    let mut door = Door::Database(database);
    let sql = format!(
        "UPDATE conversation_shares SET view_count = coalesce(view_count, 0) + 1, last_viewed_at = {} WHERE id = $1 \
         RETURNING CAST(view_count AS text), NULL",
        now(door.dialect())
    );
    let rows = door.write(&sql, &[Arg::Number(share)]).await?;
    rows.first().and_then(|(count, _)| count.parse().ok()).ok_or(StoreError::Missing)
}

/// Puts a newer digest of the same password in the place of the one that it was compared with.
pub async fn rehash(database: &Database, share: i64, old: &str, new: &str) -> Result<(), StoreError> {
    let sql =
        "UPDATE conversation_shares SET password_hash = $3 WHERE id = $1 AND password_hash = $2 RETURNING '', NULL";
    Door::Database(database).write(sql, &[Arg::Number(share), Arg::Text(old), Arg::Text(new)]).await?;
    Ok(())
}
