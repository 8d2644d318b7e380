//! Conversations with the assistant. Categories are served as their table declares.

pub(super) mod contents;
mod pdf;

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderName, StatusCode, header},
};
use chrono::DateTime;
use orientor_services::conversations::{self, Filter, Page, Place};
use orientor_store::{Patch, value::Words};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    ApiError, AppState,
    extract::{Body, CurrentUser, MaybeBody, Params},
    openapi::{BadBody, BadQuery, NotYours, SignedIn},
};

/// What may be left out of a list at most; further on, `after` has to be used.
pub(super) const MAX_OFFSET: u32 = 10_000;

/// Longest message, in characters.
const MESSAGE: usize = 10_000;

type Conversation = conversations::Model;

pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list, begin))
        .routes(routes!(one, change, delete))
        .routes(routes!(favorite))
        .routes(routes!(archive))
        .routes(routes!(generate_title))
        .routes(routes!(clear))
        .routes(routes!(contents::messages))
        .routes(routes!(contents::statistics))
        .routes(routes!(contents::export))
        .routes(routes!(contents::search))
}

/// Which conversations, and which part of them.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Listing {
    /// At most this many, 1 to 100; 20 unless said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
    /// Leaves so many out, at most 10,000; `after` costs less.
    #[param(maximum = 10_000)]
    offset: Option<u32>,
    /// `next` of the page before.
    after: Option<String>,
    /// Only favourites, or only others.
    is_favorite: Option<bool>,
    /// Only archived ones, or only others.
    is_archived: Option<bool>,
    /// Only those of this category of the caller's.
    category_id: Option<i64>,
}

/// A page of conversations.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "the client goes by these names")]
pub(super) struct Conversations {
    /// That with the latest message first; those without any last, the newest of them first.
    conversations: Vec<Conversation>,
    /// How many there are in all.
    #[schema(example = 1)]
    total: i64,
    /// As asked.
    limit: u16,
    /// As asked.
    offset: u32,
    /// What `after` has to be for the next page; not there on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// The caller's conversations, that with the latest message first.
#[utoipa::path(
    get, path = "/chat/conversations", tag = "chat", params(Listing),
    responses((status = OK, body = Conversations), SignedIn, BadQuery)
)]
pub(super) async fn list(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(asked): Params<Listing>,
) -> Result<Json<Conversations>, ApiError> {
    let page = page(asked.limit, asked.offset, asked.after.as_deref())?;
    let filter = Filter {
        is_favorite: asked.is_favorite,
        is_archived: asked.is_archived,
        category_id: asked.category_id,
        with_tools: false,
    };
    let listed = conversations::list(&app.database, user.id, &filter, &page).await?;
    let total = conversations::count(&app.database, user.id, &filter).await?;
    Ok(Json(Conversations {
        conversations: listed.rows,
        total,
        limit: page.limit,
        offset: page.offset,
        next: listed.next.map(cursor),
    }))
}

/// Which part of a list of conversations is asked for.
pub(super) fn page(limit: Option<u16>, offset: Option<u32>, after: Option<&str>) -> Result<Page, ApiError> {
    let after = after.map(|text| place(text).ok_or_else(|| ApiError::query("`after`: expected `next` of a page.")));
    Ok(Page { limit: within(limit, 20, 100)?, offset: offset_of(offset)?, after: after.transpose()? })
}

/// The number asked for, or `default`; 422 outside 1 to `most`.
pub(super) fn within(limit: Option<u16>, default: u16, most: u16) -> Result<u16, ApiError> {
    super::peers::Limit::of(limit).within(default, most)
}

pub(super) fn offset_of(offset: Option<u32>) -> Result<u32, ApiError> {
    let offset = offset.unwrap_or_default();
    if offset <= MAX_OFFSET { Ok(offset) } else { Err(ApiError::query("`offset` goes up to 10000; use `after`.")) }
}

/// A place as it stands in a URL: two times in µs, which may be missing, and a key.
pub(super) fn cursor(place: Place) -> String {
    let micros = |time: Option<DateTime<_>>| time.map(|time| time.timestamp_micros().to_string()).unwrap_or_default();
    format!("{}.{}.{}", micros(place.last_message_at), micros(place.created_at), place.id)
}

fn place(text: &str) -> Option<Place> {
    let time = |text: &str| match text {
        "" => Some(None),
        micros => DateTime::from_timestamp_micros(micros.parse().ok()?).map(Some),
    };
    let mut parts = text.split('.');
    let place = Place {
        last_message_at: time(parts.next()?)?,
        created_at: time(parts.next()?)?,
        id: parts.next()?.parse().ok()?,
    };
    parts.next().is_none().then_some(place)
}

/// The beginning of a conversation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewConversation {
    /// The first message, 1 to 10,000 characters.
    #[schema(value_type = String, min_length = 1, max_length = 10_000, example = "How do I become a nurse?")]
    initial_message: Words<MESSAGE>,
    /// A title; without one it is made of the first six words.
    #[schema(value_type = Option<String>, min_length = 1, max_length = 255)]
    title: Option<Words<255>>,
}

/// Begins a conversation with a message of the caller, which is stored and not yet answered.
#[utoipa::path(
    post, path = "/chat/conversations", tag = "chat",
    request_body = NewConversation,
    responses(
        (status = CREATED, body = Conversation, headers(("Location" = String, description = "The conversation"))),
        SignedIn,
        BadBody
    )
)]
pub(super) async fn begin(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(new): Body<NewConversation>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<Conversation>), ApiError> {
    let title = new.title.as_ref().map(Words::as_str);
    let begun = conversations::begin(&app.database, user.id, new.initial_message.as_str(), title).await?;
    let location = format!("/api/v1/chat/conversations/{}", begun.id.0);
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], Json(begun)))
}

/// A key in a path; what is none names nothing.
pub(super) fn key(text: &str) -> Result<i64, ApiError> {
    text.parse().map_err(|_| orientor_services::ServiceError::Missing.into())
}

/// A conversation, without its messages.
#[utoipa::path(
    get, path = "/chat/conversations/{id}", tag = "chat",
    params(("id" = String, Path, description = "The key of the conversation", example = "7")),
    responses((status = OK, body = Conversation), SignedIn, NotYours)
)]
pub(super) async fn one(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
) -> Result<Json<Conversation>, ApiError> {
    Ok(Json(conversations::get(&app.database, user.id, key(&id)?).await?))
}

/// What may be changed; what is left out stays as it is.
#[derive(ToSchema)]
#[expect(dead_code, reason = "for the description alone: the store reads the members and checks them")]
pub(super) struct ConversationPatch {
    /// 1 to 255 characters.
    #[schema(min_length = 1, max_length = 255, example = "Nursing")]
    title: Option<String>,
    /// A category of the caller's, or `null` for none.
    category_id: Option<i64>,
    is_favorite: Option<bool>,
    is_archived: Option<bool>,
}

/// Changes what the body names (RFC 7396); `null` clears.
#[utoipa::path(
    method(put, patch), path = "/chat/conversations/{id}", tag = "chat",
    params(("id" = String, Path, description = "The key of the conversation", example = "7")),
    request_body = ConversationPatch,
    responses((status = OK, body = Conversation), SignedIn, NotYours, BadBody)
)]
pub(super) async fn change(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
    Body(members): Body<Map<String, Value>>,
) -> Result<Json<Conversation>, ApiError> {
    let names_title = members.contains_key("title");
    let patch = Patch::from(members);
    Ok(Json(conversations::change(&app.database, user.id, key(&id)?, &patch, names_title).await?))
}

/// Deletes a conversation, and what was said in it.
#[utoipa::path(
    delete, path = "/chat/conversations/{id}", tag = "chat",
    params(("id" = String, Path, description = "The key of the conversation", example = "7")),
    responses((status = NO_CONTENT, description = "It is gone"), SignedIn, NotYours)
)]
pub(super) async fn delete(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
) -> Result<StatusCode, ApiError> {
    conversations::delete(&app.database, user.id, key(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whether a conversation is a favourite.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Favorite {
    is_favorite: bool,
}

/// Makes a conversation a favourite, or no longer one if it is.
#[utoipa::path(
    post, path = "/chat/conversations/{id}/favorite", tag = "chat",
    params(("id" = String, Path, description = "The key of the conversation", example = "7")),
    responses((status = OK, body = Favorite), SignedIn, NotYours)
)]
pub(super) async fn favorite(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
) -> Result<Json<Favorite>, ApiError> {
    let is_favorite = conversations::toggle_favorite(&app.database, user.id, key(&id)?).await?;
    Ok(Json(Favorite { is_favorite }))
}

/// Whether to archive: `true` alone, or an object; `true` when left out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(try_from = "Value")]
#[schema(value_type = Value, example = json!({ "archived": true }))]
pub(super) struct Archive(bool);

impl TryFrom<Value> for Archive {
    type Error = String;

    fn try_from(body: Value) -> Result<Self, String> {
        let expected = || "expected true, false, or an object with `archived`".to_owned();
        match body {
            Value::Bool(is_archived) => Ok(Self(is_archived)),
            Value::Object(members) => match members.iter().next() {
                None => Ok(Self(true)),
                Some((name, Value::Bool(is_archived))) if name == "archived" && members.len() == 1 => {
                    Ok(Self(*is_archived))
                }
                Some(_) => Err(expected()),
            },
            _ => Err(expected()),
        }
    }
}

/// Whether a conversation is archived.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Archived {
    archived: bool,
}

/// Archives a conversation, or takes it back.
#[utoipa::path(
    post, path = "/chat/conversations/{id}/archive", tag = "chat", request_body = Option<Archive>,
    params(("id" = String, Path, description = "The key of the conversation", example = "7")),
    responses((status = OK, body = Archived), SignedIn, NotYours, BadBody)
)]
pub(super) async fn archive(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
    MaybeBody(archive): MaybeBody<Archive>,
) -> Result<Json<Archived>, ApiError> {
    let is_archived = archive.is_none_or(|archive| archive.0);
    let archived = conversations::archive(&app.database, user.id, key(&id)?, is_archived).await?;
    Ok(Json(Archived { archived }))
}

/// What a conversation is called.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Title {
    #[schema(example = "How do I become a good...")]
    title: String,
}

/// Gives a conversation a title made of the first six words of the caller. 404 also when the caller has said nothing
/// among its first five messages.
#[utoipa::path(
    post, path = "/chat/conversations/{id}/generate-title", tag = "chat",
    params(("id" = String, Path, description = "The key of the conversation", example = "7")),
    responses((status = OK, body = Title), SignedIn, NotYours)
)]
pub(super) async fn generate_title(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
) -> Result<Json<Title>, ApiError> {
    let title = conversations::generate_title(&app.database, user.id, key(&id)?).await?;
    Ok(Json(Title { title }))
}

/// What to archive.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ClearParams {
    /// The conversation; all of them when left out.
    conversation_id: Option<i64>,
}

/// That it is done.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Cleared {
    success: bool,
    /// For people.
    #[schema(example = "3 conversations archived")]
    message: String,
}

/// Archives one conversation, or every one of the caller's.
#[utoipa::path(
    post, path = "/chat/clear", tag = "chat", params(ClearParams),
    responses((status = OK, body = Cleared), SignedIn, NotYours, BadQuery)
)]
pub(super) async fn clear(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(which): Params<ClearParams>,
) -> Result<Json<Cleared>, ApiError> {
    let message = if let Some(id) = which.conversation_id {
        conversations::archive(&app.database, user.id, id, true).await?;
        "Conversation archived".to_owned()
    } else {
        let count = conversations::archive_all(&app.database, user.id).await?;
        format!("{count} conversations archived")
    };
    Ok(Json(Cleared { success: true, message }))
}
