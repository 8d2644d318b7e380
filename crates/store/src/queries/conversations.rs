//! Conversations with the assistant: pages by their latest message, and changes that depend on what is there.

use std::fmt::Write as _;

use chrono::{DateTime, SecondsFormat, Utc};
use orientor_identity::UserId;

use crate::{
    Database, StoreError, Tx,
    database::{Arg, Door},
    schema::{Dialect, Kind, now},
    tables::conversation::Model,
};

use super::{moment, object, parse, parse_all};

const COLUMNS: [(&str, Kind, &str); 12] = [
    ("id", Kind::Integer, "id"),
    ("user_id", Kind::Integer, "user_id"),
    ("title", Kind::Text, "title"),
    ("auto_generated_title", Kind::Boolean, "auto_generated_title"),
    ("category_id", Kind::Integer, "category_id"),
    ("is_favorite", Kind::Boolean, "is_favorite"),
    ("is_archived", Kind::Boolean, "is_archived"),
    ("created_at", Kind::Time, "created_at"),
    ("updated_at", Kind::Time, "updated_at"),
    ("last_message_at", Kind::Time, "last_message_at"),
    ("message_count", Kind::Integer, "message_count"),
    ("total_tokens_used", Kind::Integer, "total_tokens_used"),
];

pub(super) fn row(dialect: Dialect) -> String {
    object(dialect, &COLUMNS)
}

/// Which conversations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only favourites, or only others.
    pub is_favorite: Option<bool>,
    /// Only archived ones, or only others.
    pub is_archived: Option<bool>,
    /// Only those of this category.
    pub category_id: Option<i64>,
    /// Only those in which a tool has shown something.
    pub with_tools: bool,
}

/// A place in the order of conversations: that of one of them, as it was when it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// When its latest message was written.
    pub last_message_at: Option<DateTime<Utc>>,
    /// When it was begun.
    pub created_at: Option<DateTime<Utc>>,
    /// Its key.
    pub id: i64,
}

impl Place {
    /// The place of a conversation.
    pub fn of(conversation: &Model) -> Self {
        let Model { last_message_at, created_at, id, .. } = conversation;
        Self { last_message_at: *last_message_at, created_at: *created_at, id: id.0 }
    }
}

/// Which part of a list.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Behind this place.
    pub after: Option<Place>,
    /// How many to leave out.
    pub offset: u32,
    /// At most so many.
    pub limit: u16,
}

/// A statement under construction.
struct Sql {
    text: String,
    texts: Vec<String>,
    /// How many are bound before `texts`.
    before: usize,
}

impl Sql {
    fn bind(&mut self, text: String) -> String {
        self.texts.push(text);
        format!("${}", self.before + self.texts.len())
    }
}

/// A page of the user's conversations, that with the latest message first; those without any come last, the newest first.
pub async fn list(database: &Database, user: UserId, filter: &Filter, page: &Page) -> Result<Vec<Model>, StoreError> {
    let mut door = Door::Database(database);
    let dialect = door.dialect();
    let (last, created) = (moment(dialect, "last_message_at"), moment(dialect, "created_at"));
    let mut sql =
        Sql { text: format!("SELECT {}, NULL FROM conversations", row(dialect)), texts: Vec::new(), before: 3 };
    sql.text += &condition(filter);
    if let Some(place) = page.after {
        let by_id = format!("id < {}", place.id);
        let rest = behind(&mut sql, dialect, &created, place.created_at, &by_id);
        let behind = behind(&mut sql, dialect, &last, place.last_message_at, &rest);
        let _ = write!(sql.text, " AND {behind}");
    }
    let _ = write!(sql.text, " ORDER BY {last} DESC NULLS LAST, {created} DESC NULLS LAST, id DESC LIMIT $2 OFFSET $3");
    let mut args = vec![Arg::Number(user.get()), Arg::Number(page.limit.into()), Arg::Number(page.offset.into())];
    args.extend(sql.texts.iter().map(|text| Arg::Text(text)));
    let rows = door.read(&sql.text, &args).await?;
    parse_all("conversations", &rows)
}

/// How many conversations the filter lets through.
pub async fn count(database: &Database, user: UserId, filter: &Filter) -> Result<i64, StoreError> {
    let sql = format!("SELECT CAST(count(*) AS text), NULL FROM conversations{}", condition(filter));
    let rows = Door::Database(database).read(&sql, &[Arg::Number(user.get())]).await?;
    Ok(rows.first().and_then(|(count, _)| count.parse().ok()).unwrap_or_default())
}

fn condition(filter: &Filter) -> String {
    let mut condition = " WHERE user_id = $1 AND id IS NOT NULL".to_owned();
    for (column, is) in [("is_favorite", filter.is_favorite), ("is_archived", filter.is_archived)] {
        match is {
            Some(true) => condition.push_str(&[" AND ", column, " IS TRUE"].concat()),
            Some(false) => condition.push_str(&[" AND ", column, " IS NOT TRUE"].concat()),
            None => {}
        }
    }
    if let Some(category) = filter.category_id {
        let _ = write!(condition, " AND category_id = {category}");
    }
    if filter.with_tools {
        condition += " AND EXISTS (SELECT 1 FROM chat_messages m JOIN message_components t ON t.message_id = m.id \
                      WHERE m.conversation_id = conversations.id AND t.tool_source IS NOT NULL)";
    }
    condition
}

/// The rows that come after `at` in descending order with NULL last; `rest` decides between those alike.
fn behind(sql: &mut Sql, dialect: Dialect, column: &str, at: Option<DateTime<Utc>>, rest: &str) -> String {
    match at {
        Some(at) => {
            let at = sql.bind(at.to_rfc3339_opts(SecondsFormat::Micros, true));
            let at = moment(dialect, &at);
            format!("({column} < {at} OR {column} IS NULL OR ({column} = {at} AND {rest}))")
        }
        None => format!("({column} IS NULL AND {rest})"),
    }
}

/// Begins a conversation without messages.
pub async fn create(tx: &mut Tx, user: UserId, title: &str, is_automatic: bool) -> Result<i64, StoreError> {
    let now = now(tx.dialect());
    let sql = format!(
        "INSERT INTO conversations (user_id, title, auto_generated_title, is_favorite, is_archived, created_at, updated_at, \
         message_count, total_tokens_used) VALUES ($1, $2, {is_automatic}, false, false, {now}, {now}, 0, 0) \
         RETURNING CAST(id AS text), NULL"
    );
    let rows = tx.rows(&sql, &[Arg::Number(user.get()), Arg::Text(title)]).await?;
    rows.first().and_then(|(id, _)| id.parse().ok()).ok_or(StoreError::Missing)
}

/// Makes a conversation a favourite if it is none, and none if it is one; what it is now.
pub async fn toggle_favorite(database: &Database, user: UserId, id: i64) -> Result<bool, StoreError> {
    let row = change(&mut Door::Database(database), user, id, "is_favorite = is_favorite IS NOT TRUE").await?;
    Ok(row.is_favorite)
}

/// Archives a conversation or takes it back; what it is now.
pub async fn set_archived(database: &Database, user: UserId, id: i64, is_archived: bool) -> Result<bool, StoreError> {
    let set = format!("is_archived = {is_archived}");
    Ok(change(&mut Door::Database(database), user, id, &set).await?.is_archived)
}

/// Archives every conversation of the user; how many were not archived before.
pub async fn archive_all(database: &Database, user: UserId) -> Result<usize, StoreError> {
    let mut door = Door::Database(database);
    let now = now(door.dialect());
    let sql = format!(
        "UPDATE conversations SET is_archived = true, updated_at = {now} WHERE user_id = $1 AND is_archived IS NOT TRUE \
         RETURNING '', NULL"
    );
    Ok(door.write(&sql, &[Arg::Number(user.get())]).await?.len())
}

/// Says that the title is the user's own.
pub async fn title_is_chosen(tx: &mut Tx, user: UserId, id: i64) -> Result<Model, StoreError> {
    change(&mut Door::Tx(tx), user, id, "auto_generated_title = false").await
}

async fn change(door: &mut Door<'_>, user: UserId, id: i64, set: &str) -> Result<Model, StoreError> {
    let dialect = door.dialect();
    let (now, row) = (now(dialect), row(dialect));
    let sql = format!(
        "UPDATE conversations SET {set}, updated_at = {now} WHERE id = $2 AND user_id = $1 RETURNING {row}, NULL"
    );
    let rows = door.write(&sql, &[Arg::Number(user.get()), Arg::Number(id)]).await?;
    parse("conversations", rows.first().ok_or(StoreError::Missing)?)
}

/// The first message of the user among the first five of a conversation.
pub async fn first_words(database: &Database, user: UserId, id: i64) -> Result<Option<String>, StoreError> {
    let sql = "SELECT m.content, NULL FROM (SELECT id, role, content FROM chat_messages WHERE conversation_id = $2 \
               ORDER BY id LIMIT 5) AS m WHERE m.role = 'user' \
               AND EXISTS (SELECT 1 FROM conversations c WHERE c.id = $2 AND c.user_id = $1) ORDER BY m.id LIMIT 1";
    let rows = Door::Database(database).read(sql, &[Arg::Number(user.get()), Arg::Number(id)]).await?;
    Ok(rows.into_iter().next().map(|(content, _)| content))
}

/// Gives a conversation a title that nobody chose.
pub async fn set_automatic_title(database: &Database, user: UserId, id: i64, title: &str) -> Result<(), StoreError> {
    let mut door = Door::Database(database);
    let now = now(door.dialect());
    let sql = format!(
        "UPDATE conversations SET title = $3, auto_generated_title = true, updated_at = {now} \
         WHERE id = $2 AND user_id = $1 RETURNING '', NULL"
    );
    let rows = door.write(&sql, &[Arg::Number(user.get()), Arg::Number(id), Arg::Text(title)]).await?;
    if rows.is_empty() { Err(StoreError::Missing) } else { Ok(()) }
}
