//! Writing to a peer, and reading what was written.

use orientor_identity::UserId;
use orientor_store::{Database, StoreError, queries};

pub use orientor_store::queries::messages::{Conversation, Message};

use crate::{ServiceError, peers::display_names};

/// Longest message, in characters.
pub const MAX_BODY: usize = 5_000;

/// A conversation, and what the peer is called.
#[derive(Clone, Debug)]
pub struct Titled {
    /// The conversation.
    pub conversation: Conversation,
    /// The peer's name, or `User 42`.
    pub peer_name: String,
}

/// Sends a message. `body` is stored as it came, and may not be blank.
pub async fn send(database: &Database, from: UserId, to: UserId, body: &str) -> Result<Message, ServiceError> {
    let invalid = |reason: &str| ServiceError::Invalid { path: "body".to_owned(), reason: reason.to_owned() };
    if from == to {
        return Err(ServiceError::Yourself);
    }
    if body.trim().is_empty() {
        return Err(invalid("a message needs text"));
    }
    if body.chars().count() > MAX_BODY {
        return Err(invalid("a message has at most 5000 characters"));
    }
    if body.contains('\0') {
        return Err(invalid("a message cannot contain the character U+0000"));
    }
    queries::messages::send(database, from, to, body).await.map_err(|error| match error {
        StoreError::Missing => ServiceError::NoSuchUser,
        other => other.into(),
    })
}

/// A page of a conversation, newest first, older than the message `before`.
///
/// # Errors
///
/// [`ServiceError::NoSuchUser`] if a block stands between the two, or the two have not written and may not.
pub async fn conversation(
    database: &Database,
    me: UserId,
    peer: UserId,
    before: Option<i64>,
    limit: u16,
) -> Result<Vec<Message>, ServiceError> {
    if queries::peers::is_blocked(database, me, peer).await? {
        return Err(ServiceError::NoSuchUser);
    }
    let page = queries::messages::conversation(database, me, peer, before.unwrap_or(i64::MAX), limit).await?;
    // Somebody with whom there is no conversation, and could be none, is nobody.
    if page.is_empty() && before.is_none() && !queries::peers::may_contact(database, me, peer).await? {
        return Err(ServiceError::NoSuchUser);
    }
    Ok(page)
}

/// A page of all conversations, the latest first, older than the message `before`.
pub async fn conversations(
    database: &Database,
    me: UserId,
    before: Option<i64>,
    limit: u16,
) -> Result<Vec<Titled>, ServiceError> {
    let found = queries::messages::conversations(database, me, before.unwrap_or(i64::MAX), limit).await?;
    let peers: Vec<UserId> = found.iter().map(|conversation| conversation.peer_id).collect();
    let mut names = display_names(database, &peers).await?;
    let titled = found.into_iter().map(|conversation| {
        let peer_name = names.remove(&conversation.peer_id).flatten();
        let peer_name = peer_name.unwrap_or_else(|| format!("User {}", conversation.peer_id));
        Titled { conversation, peer_name }
    });
    Ok(titled.collect())
}

/// Marks what `peer` wrote as read, up to the message `up_to`, or all of it.
///
/// # Errors
///
/// As [`conversation`].
pub async fn mark_read(database: &Database, me: UserId, peer: UserId, up_to: Option<i64>) -> Result<(), ServiceError> {
    conversation(database, me, peer, None, 1).await?;
    Ok(queries::messages::mark_read(database, me, peer, up_to.unwrap_or(i64::MAX)).await?)
}
