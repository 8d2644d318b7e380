//! Messages between two users.

use axum::{
    Json,
    extract::State,
    http::{HeaderName, StatusCode, header},
};
use chrono::{DateTime, Utc};
use orientor_identity::UserRef;
use orientor_services::{ServiceError, messages, peers};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::peers::{Limit, four_digits};
use crate::{
    ApiError, AppState,
    extract::{Body, CurrentUser, KnownUser, Params},
    openapi::{BadBody, BadQuery, NoSuchUser, SignedIn},
};

/// A new message.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewMessage {
    /// Whom it is for: a number, or a Clerk id.
    #[schema(value_type = String, example = "42")]
    recipient_id: UserRef,
    /// The text, 1 to 5000 characters, not only blanks.
    #[schema(min_length = 1, max_length = 5000)]
    body: String,
}

/// A message.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SentMessage {
    message_id: i64,
    sender_id: i64,
    recipient_id: i64,
    body: String,
    timestamp: Option<DateTime<Utc>>,
}

impl From<messages::Message> for SentMessage {
    fn from(message: messages::Message) -> Self {
        Self {
            message_id: message.message_id,
            sender_id: message.sender_id.get(),
            recipient_id: message.recipient_id.get(),
            body: message.body,
            timestamp: message.timestamp,
        }
    }
}

/// Sends a message. Somebody who hides, or with whom a block stands, is not found.
#[utoipa::path(
    post, path = "/messages", tag = "messages", request_body = NewMessage,
    responses(
        (status = CREATED, body = SentMessage, headers(("Location" = String, description = "The conversation"))),
        SignedIn,
        NoSuchUser,
        BadBody
    )
)]
pub(super) async fn send(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(message): Body<NewMessage>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<SentMessage>), ApiError> {
    let recipient = app.bridge.resolve_ref(&message.recipient_id).await?;
    let sent = messages::send(&app.database, user.id, recipient, &message.body).await?;
    let location = format!("/api/v1/messages/conversation/{recipient}");
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], Json(sent.into())))
}

/// Where a page begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct MessagePage {
    /// Continue behind this item of the page before: its `message_id`, or the `last_message_id` of a conversation.
    after: Option<i64>,
    /// At most this many, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// The messages between the caller and a peer, newest first.
#[utoipa::path(
    get, path = "/messages/conversation/{user}", tag = "messages",
    params(("user" = String, Path, description = "Number or Clerk id", example = "42"), MessagePage),
    responses((status = OK, body = Vec<SentMessage>), SignedIn, NoSuchUser, BadQuery)
)]
pub(super) async fn conversation(
    user: CurrentUser,
    KnownUser(peer): KnownUser,
    State(app): State<AppState>,
    Params(page): Params<MessagePage>,
) -> Result<Json<Vec<SentMessage>>, ApiError> {
    let limit = Limit::of(page.limit).within(20, 100)?;
    let messages = messages::conversation(&app.database, user.id, peer, page.after, limit).await?;
    Ok(Json(messages.into_iter().map(SentMessage::from).collect()))
}

/// A conversation in the list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ListedConversation {
    /// With whom.
    #[schema(example = 42)]
    peer_id: i64,
    /// What they are called, or `User 42`.
    peer_name: String,
    /// Text of the newest message.
    last_message: String,
    /// Its key; also the cursor.
    last_message_id: i64,
    /// When it was written.
    timestamp: Option<DateTime<Utc>>,
    /// How many messages of the peer the caller has not read.
    unread_count: i64,
}

/// The caller's conversations, the one with the newest message first.
#[utoipa::path(
    get, path = "/messages/conversations", tag = "messages", params(MessagePage),
    responses((status = OK, body = Vec<ListedConversation>), SignedIn, BadQuery)
)]
pub(super) async fn conversations(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(page): Params<MessagePage>,
) -> Result<Json<Vec<ListedConversation>>, ApiError> {
    let limit = Limit::of(page.limit).within(50, 100)?;
    let found = messages::conversations(&app.database, user.id, page.after, limit).await?;
    let listed = found.into_iter().map(|found| ListedConversation {
        peer_id: found.conversation.peer_id.get(),
        peer_name: found.peer_name,
        last_message: found.conversation.last_message,
        last_message_id: found.conversation.last_message_id,
        timestamp: found.conversation.timestamp,
        unread_count: found.conversation.unread_count,
    });
    Ok(Json(listed.collect()))
}

/// How far the caller has read.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ReadUpTo {
    /// The last message that was read; everything when left out.
    last_read_message_id: Option<i64>,
}

/// Marks what a peer wrote as read. Never moves back.
#[utoipa::path(
    put, path = "/messages/conversation/{user}/read", tag = "messages", request_body = ReadUpTo,
    params(("user" = String, Path, description = "Number or Clerk id", example = "42")),
    responses((status = NO_CONTENT, description = "Marked"), SignedIn, NoSuchUser, BadBody)
)]
pub(super) async fn mark_read(
    user: CurrentUser,
    KnownUser(peer): KnownUser,
    State(app): State<AppState>,
    Body(read): Body<ReadUpTo>,
) -> Result<StatusCode, ApiError> {
    if user.id == peer {
        return Err(ServiceError::Yourself.into());
    }
    messages::mark_read(&app.database, user.id, peer, read.last_read_message_id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Somebody to write to.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PeerToWriteTo {
    /// The peer's id.
    #[schema(example = 42)]
    peer_id: i64,
    /// Four digits.
    similarity: f64,
}

/// The stored suggestions as ids, for the page of messages.
#[utoipa::path(
    get, path = "/messages/suggested-peers", tag = "messages", params(Limit),
    responses((status = OK, body = Vec<PeerToWriteTo>), SignedIn, BadQuery)
)]
pub(super) async fn suggested_peers(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(limit): Params<Limit>,
) -> Result<Json<Vec<PeerToWriteTo>>, ApiError> {
    let found = peers::suggested(&app.matching, user.id, limit.within(5, 20)?).await?;
    let found = found
        .into_iter()
        .map(|peer| PeerToWriteTo { peer_id: peer.card.user_id.get(), similarity: four_digits(peer.similarity) });
    Ok(Json(found.collect()))
}
