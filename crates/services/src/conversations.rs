//! Conversations with the assistant: begun, sorted, read, searched, taken along.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use orientor_domain::chat::{excerpt, title_of};
use orientor_identity::UserId;
use orientor_store::{
    Database, Owned, Patch,
    queries::{self, chat_messages::NewMessage},
    tables::{
        chat_message::Role,
        conversation::{Conversation, ConversationId},
    },
};

pub use orientor_store::{
    queries::{
        chat_messages::Messages,
        conversations::{Filter, Page, Place},
    },
    tables::{chat_message::Model as Message, conversation::Model},
};

use crate::ServiceError;

/// Most words of a search.
pub const MAX_WORDS: usize = 8;
/// How much of a message a search shows, in characters.
const EXCERPT: usize = 200;

/// A page of conversations.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The conversations, that with the latest message first.
    pub rows: Vec<Model>,
    /// Where the next page starts, if there is one.
    pub next: Option<Place>,
}

/// Figures about a conversation.
#[derive(Clone, Debug, Default)]
pub struct Statistics {
    /// How many messages there are.
    pub messages: i64,
    /// How many of each role.
    pub by_role: BTreeMap<String, i64>,
    /// Tokens of all answers.
    pub tokens: i64,
    /// Mean time until an answer, in ms, over those that were timed; 0 without any.
    pub response_ms: f64,
    /// When the first was written.
    pub first: Option<DateTime<Utc>>,
    /// When the last was written.
    pub last: Option<DateTime<Utc>>,
}

/// A message that a search has found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The message, and where it stands.
    pub message: queries::chat_messages::Found,
    /// The part of it around the first word.
    pub excerpt: String,
}

/// Begins a conversation with a message of the user, in one transaction. Without a title it gets one made of the
/// first words.
pub async fn begin(
    database: &Database,
    user: UserId,
    message: &str,
    title: Option<&str>,
) -> Result<Model, ServiceError> {
    let automatic = title_of(message);
    let mut tx = database.begin().await?;
    let id = queries::conversations::create(&mut tx, user, title.unwrap_or(&automatic), title.is_none()).await?;
    let first = NewMessage { role: Role::User, content: message, tokens: None, response_ms: None, is_first: true };
    let conversation = queries::chat_messages::store(&mut tx, user, id, &first).await?;
    tx.commit().await?;
    Ok(conversation)
}

/// A page of the user's conversations: one statement.
pub async fn list(database: &Database, user: UserId, filter: &Filter, page: &Page) -> Result<Listed, ServiceError> {
    let one_more = Page { limit: page.limit + 1, ..*page };
    let mut rows = queries::conversations::list(database, user, filter, &one_more).await?;
    let more = rows.len() > usize::from(page.limit);
    rows.truncate(page.limit.into());
    let next = rows.last().filter(|_| more).map(Place::of);
    Ok(Listed { rows, next })
}

/// How many conversations the filter lets through.
pub async fn count(database: &Database, user: UserId, filter: &Filter) -> Result<i64, ServiceError> {
    Ok(queries::conversations::count(database, user, filter).await?)
}

/// A conversation of the user.
pub async fn get(database: &Database, user: UserId, id: i64) -> Result<Model, ServiceError> {
    Ok(Owned::<Conversation>::by(user, database).get(ConversationId(id)).await?)
}

/// Changes what the patch names. A title that is given is the user's own from then on.
pub async fn change(
    database: &Database,
    user: UserId,
    id: i64,
    patch: &Patch,
    names_title: bool,
) -> Result<Model, ServiceError> {
    let mut tx = database.begin().await?;
    let mut changed = Owned::<Conversation>::within(user, &mut tx).merge_patch(ConversationId(id), patch).await?;
    if names_title {
        changed = queries::conversations::title_is_chosen(&mut tx, user, id).await?;
    }
    tx.commit().await?;
    Ok(changed)
}

/// Deletes a conversation with everything that is a part of it.
pub async fn delete(database: &Database, user: UserId, id: i64) -> Result<(), ServiceError> {
    let was_there = Owned::<Conversation>::by(user, database).delete(ConversationId(id)).await?;
    if was_there { Ok(()) } else { Err(ServiceError::Missing) }
}

/// Makes a conversation a favourite, or no longer; what it is now.
pub async fn toggle_favorite(database: &Database, user: UserId, id: i64) -> Result<bool, ServiceError> {
    Ok(queries::conversations::toggle_favorite(database, user, id).await?)
}

/// Archives a conversation or takes it back; what it is now.
pub async fn archive(database: &Database, user: UserId, id: i64, is_archived: bool) -> Result<bool, ServiceError> {
    Ok(queries::conversations::set_archived(database, user, id, is_archived).await?)
}

/// Archives every conversation of the user; how many were not archived before.
pub async fn archive_all(database: &Database, user: UserId) -> Result<usize, ServiceError> {
    Ok(queries::conversations::archive_all(database, user).await?)
}

/// Gives a conversation a title made of the first words of the user, and returns it.
///
/// # Errors
///
/// [`ServiceError::Missing`] if there is no such conversation, or the user has said nothing among its first messages.
pub async fn generate_title(database: &Database, user: UserId, id: i64) -> Result<String, ServiceError> {
    let words = queries::conversations::first_words(database, user, id).await?;
    let title = words.map(|words| title_of(&words)).filter(|title| !title.is_empty()).ok_or(ServiceError::Missing)?;
    queries::conversations::set_automatic_title(database, user, id, &title).await?;
    Ok(title)
}

/// A page of a conversation; see [`queries::chat_messages::page`].
pub async fn messages(
    database: &Database,
    user: UserId,
    id: i64,
    before: Option<i64>,
    offset: u32,
    limit: u16,
) -> Result<Messages, ServiceError> {
    Ok(queries::chat_messages::page(database, user, id, before, offset, limit).await?)
}

/// Figures about a conversation.
#[expect(clippy::cast_precision_loss, reason = "no conversation takes 2⁵³ ms")]
pub async fn statistics(database: &Database, user: UserId, id: i64) -> Result<Statistics, ServiceError> {
    let mut told = Statistics::default();
    for said in queries::chat_messages::statistics(database, user, id).await? {
        let Some(role) = said.role else { continue };
        if role == "assistant" {
            told.tokens = said.tokens;
            told.response_ms = if said.timed > 0 { said.response_ms as f64 / said.timed as f64 } else { 0.0 };
        }
        told.messages += said.messages;
        told.first = [told.first, said.first].into_iter().flatten().min();
        told.last = told.last.max(said.last);
        told.by_role.insert(role, said.messages);
    }
    Ok(told)
}

/// The user's messages, and those that answer them, in which all words of `query` occur, the newest first.
///
/// # Errors
///
/// [`ServiceError::Invalid`] without a word, or with more than [`MAX_WORDS`].
pub async fn search(
    database: &Database,
    user: UserId,
    query: &str,
    before: Option<i64>,
    limit: u16,
) -> Result<Vec<Found>, ServiceError> {
    let words: Vec<&str> = query.split_whitespace().collect();
    let invalid = |reason: &str| ServiceError::Invalid { path: "q".to_owned(), reason: reason.to_owned() };
    let Some(first) = words.first() else { return Err(invalid("a search needs a word")) };
    if words.len() > MAX_WORDS {
        return Err(invalid("a search has at most 8 words"));
    }
    if query.contains('\0') {
        return Err(invalid("a search cannot contain the character U+0000"));
    }
    let found = queries::chat_messages::search(database, user, &words, before, limit).await?;
    let shown = found.into_iter().map(|message| Found { excerpt: excerpt(&message.content, first, EXCERPT), message });
    Ok(shown.collect())
}

/// Keeps what the user thinks of an answer.
pub async fn set_feedback(
    database: &Database,
    user: UserId,
    message: i64,
    feedback: &serde_json::Value,
) -> Result<(), ServiceError> {
    Ok(queries::chat_messages::set_feedback(database, user, message, &feedback.to_string()).await?)
}

/// The whole of a conversation, in order.
///
/// # Errors
///
/// [`ServiceError::Missing`] if it is not the user's.
pub async fn whole(database: &Database, user: UserId, id: i64) -> Result<(Model, Vec<Message>), ServiceError> {
    let conversation = get(database, user, id).await?;
    let messages = queries::chat_messages::page(database, user, id, None, 0, u16::MAX).await?;
    if i64::try_from(messages.rows.len()).is_ok_and(|shown| shown < messages.total) {
        // Nobody wrote that much, so nobody misses a way to take it along; half of it would be worse than none.
        return Err(ServiceError::Invalid { path: String::new(), reason: "the conversation is too long".to_owned() });
    }
    Ok((conversation, messages.rows))
}
