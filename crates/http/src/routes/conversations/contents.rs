//! What was said in a conversation: read, counted, taken along, found again.

use std::{collections::BTreeMap, fmt::Write as _};

use axum::{
    Json,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use orientor_services::conversations::{self, MAX_WORDS, Message};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::{key, offset_of, pdf::pdf_of, within};
use crate::{
    ApiError, AppState,
    extract::{CurrentUser, MaybeBody, Params},
    openapi::{BadBody, BadQuery, Bytes, NotYours, SignedIn},
};

/// Which part of a conversation. The first page holds its newest messages.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::routes) struct MessagePage {
    /// At most this many, 1 to 200; 50 unless said.
    #[param(minimum = 1, maximum = 200)]
    pub(in crate::routes) limit: Option<u16>,
    /// Leaves out so many of the newest, at most 10,000; `after` costs less.
    #[param(maximum = 10_000)]
    pub(in crate::routes) offset: Option<u32>,
    /// `next` of the page before.
    pub(in crate::routes) after: Option<i64>,
}

/// A message in a conversation with the assistant.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::routes) struct ConversationMessage {
    /// Later messages have higher keys.
    #[schema(example = 70)]
    pub(in crate::routes) id: i64,
    /// `user`, `assistant` or `system`.
    #[schema(example = "user")]
    role: String,
    #[schema(example = "How do I become a nurse?")]
    content: String,
    created_at: Option<DateTime<Utc>>,
    tokens_used: Option<i64>,
}

impl From<Message> for ConversationMessage {
    fn from(message: Message) -> Self {
        Self {
            id: message.id.0,
            role: message.role,
            content: message.content,
            created_at: message.created_at,
            tokens_used: message.tokens_used,
        }
    }
}

/// A part of a conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::routes) struct ChatMessages {
    /// In the order in which they were said.
    messages: Vec<ConversationMessage>,
    /// How many messages the conversation has.
    total: i64,
    conversation_id: i64,
    /// What `after` has to be for the messages before these; not there at the beginning of the conversation.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<i64>,
}

/// Where the messages before a page are to be had, if there are any.
pub(in crate::routes) fn earlier(rows: &[Message], total: i64, page: &MessagePage, limit: u16) -> Option<i64> {
    // Behind a cursor the number of those before is not known, so a full page may be followed by an empty one.
    let is_all = page.after.is_none()
        && i64::try_from(rows.len()).is_ok_and(|shown| shown + i64::from(page.offset.unwrap_or_default()) >= total);
    if is_all || rows.len() < usize::from(limit) { None } else { rows.first().map(|message| message.id.0) }
}

/// What was said: the newest messages first a page, in the order in which they were said on each.
#[utoipa::path(
    get, path = "/chat/conversations/{id}/messages", tag = "chat",
    params(("id" = String, Path, description = "The key of the conversation", example = "7"), MessagePage),
    responses((status = OK, body = ChatMessages), SignedIn, NotYours, BadQuery)
)]
pub(in crate::routes) async fn messages(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
    Params(page): Params<MessagePage>,
) -> Result<Json<ChatMessages>, ApiError> {
    let conversation_id = key(&id)?;
    let (limit, offset) = (within(page.limit, 50, 200)?, offset_of(page.offset)?);
    let found = conversations::messages(&app.database, user.id, conversation_id, page.after, offset, limit).await?;
    let next = earlier(&found.rows, found.total, &page, limit);
    let messages = found.rows.into_iter().map(ConversationMessage::from).collect();
    Ok(Json(ChatMessages { messages, total: found.total, conversation_id, next }))
}

/// Figures about a conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::routes) struct Statistics {
    #[schema(example = 2)]
    total_messages: i64,
    #[schema(example = json!({ "user": 1, "assistant": 1 }))]
    messages_by_role: BTreeMap<String, i64>,
    /// Of the assistant's messages.
    total_tokens: i64,
    /// Over the answers that were timed; 0 if none was.
    avg_response_time_ms: f64,
    first_message_at: Option<DateTime<Utc>>,
    last_message_at: Option<DateTime<Utc>>,
}

/// Figures about a conversation.
#[utoipa::path(
    get, path = "/chat/conversations/{id}/statistics", tag = "chat",
    params(("id" = String, Path, description = "The key of the conversation", example = "7")),
    responses((status = OK, body = Statistics), SignedIn, NotYours)
)]
pub(in crate::routes) async fn statistics(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
) -> Result<Json<Statistics>, ApiError> {
    let told = conversations::statistics(&app.database, user.id, key(&id)?).await?;
    Ok(Json(Statistics {
        total_messages: told.messages,
        messages_by_role: told.by_role,
        total_tokens: told.tokens,
        avg_response_time_ms: told.response_ms,
        first_message_at: told.first,
        last_message_at: told.last,
    }))
}

/// As what a conversation is taken along.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::routes) struct Export {
    format: Format,
}

/// Kinds of files.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(in crate::routes) enum Format {
    /// Everything.
    #[default]
    Json,
    /// What the two have said, to be read.
    Txt,
    /// The same, to be printed. A character that its fonts lack stands there by its number, as in `[U+1F642]`.
    Pdf,
}

/// A conversation as a file to keep.
#[utoipa::path(
    post, path = "/chat/conversations/{id}/export", tag = "chat", request_body = Option<Export>,
    params(("id" = String, Path, description = "The key of the conversation", example = "7")),
    responses(
        (
            status = OK,
            description = "`conversation` and `messages`, or text, or a PDF file",
            content((Object = "application/json"), (String = "text/plain"), (inline(Bytes) = "application/pdf"))
        ),
        SignedIn,
        NotYours,
        BadBody
    )
)]
pub(in crate::routes) async fn export(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
    MaybeBody(export): MaybeBody<Export>,
) -> Result<Response, ApiError> {
    let format = export.unwrap_or_default().format;
    let (conversation, messages) = conversations::whole(&app.database, user.id, key(&id)?).await?;
    let (ending, kind, file) = match format {
        Format::Txt => ("txt", "text/plain; charset=utf-8", text_of(&conversation.title, &messages).into_bytes()),
        Format::Pdf => ("pdf", "application/pdf", pdf_of(&conversation.title, &messages)),
        Format::Json => {
            let messages: Vec<ConversationMessage> = messages.into_iter().map(ConversationMessage::from).collect();
            let whole = json!({ "conversation": conversation, "messages": messages });
            ("json", "application/json", whole.to_string().into_bytes())
        }
    };
    let disposition = format!("attachment; filename=\"conversation-{}.{ending}\"", conversation.id.0);
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], file).into_response())
}

/// What the two have said.
pub(super) fn spoken(messages: &[Message]) -> impl Iterator<Item = &Message> {
    messages.iter().filter(|message| message.role != "system")
}

/// Who says it, and when.
pub(super) fn heading(message: &Message) -> String {
    let at = message.created_at.map(|at| at.format(" (%Y-%m-%d %H:%M UTC)").to_string()).unwrap_or_default();
    format!("{}{at}:", message.role)
}

fn text_of(title: &str, messages: &[Message]) -> String {
    let mut text = format!("{title}\n");
    for message in spoken(messages) {
        // Writing to a text cannot fail.
        let _ = write!(text, "\n{}\n{}\n", heading(message), message.content);
    }
    text
}

/// What to look for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::routes) struct Search {
    /// Words that all have to occur, at most 8; parts of words are found as well.
    #[param(example = "nurse", max_length = 200)]
    q: String,
    /// At most this many, 1 to 100; 20 unless said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
    /// `next` of the page before.
    after: Option<i64>,
}

/// A message that was found.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::routes) struct FoundMessage {
    #[schema(example = 70)]
    message_id: i64,
    #[schema(example = 7)]
    conversation_id: i64,
    conversation_title: Option<String>,
    /// `user` or `assistant`.
    role: String,
    /// The part of the message around the first word, at most 200 characters.
    #[schema(example = "How do I become a nurse?")]
    excerpt: String,
    created_at: Option<DateTime<Utc>>,
}

/// What was found.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::routes) struct FoundMessages {
    /// The newest first.
    results: Vec<FoundMessage>,
    /// What `after` has to be for older ones; not there on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<i64>,
}

/// Looks for words in what the caller and the assistant have said to each other.
#[utoipa::path(
    get, path = "/chat/search", tag = "chat", params(Search),
    responses((status = OK, body = FoundMessages), SignedIn, BadQuery)
)]
pub(in crate::routes) async fn search(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(asked): Params<Search>,
) -> Result<Json<FoundMessages>, ApiError> {
    let limit = within(asked.limit, 20, 100)?;
    let words = asked.q.split_whitespace().count();
    if words == 0 || words > MAX_WORDS || asked.q.chars().count() > 200 || asked.q.contains('\0') {
        return Err(ApiError::query("`q`: expected 1 to 8 words of together at most 200 characters."));
    }
    let mut found = conversations::search(&app.database, user.id, &asked.q, asked.after, limit + 1).await?;
    let more = found.len() > usize::from(limit);
    found.truncate(limit.into());
    let next = found.last().filter(|_| more).map(|found| found.message.message_id);
    let results = found.into_iter().map(|found| FoundMessage {
        message_id: found.message.message_id,
        conversation_id: found.message.conversation_id,
        conversation_title: found.message.conversation_title,
        role: found.message.role,
        excerpt: found.excerpt,
        created_at: found.message.created_at,
    });
    Ok(Json(FoundMessages { results: results.collect(), next }))
}
