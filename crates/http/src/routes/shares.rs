//! Showing a conversation to others by a link.

mod shown;

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderName, StatusCode, header},
};
use chrono::{DateTime, Utc};
use orientor_services::shares::{self, Share, Wanted};
use orientor_store::value::{Text, Whole};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::conversations::{key, within};
use crate::{
    ApiError, AppState,
    extract::{Body, CurrentUser, MaybeBody, Params},
    openapi::{BadBody, BadQuery, NotYours, SignedIn},
};

/// Longest time after which a share ends by itself: ten years.
const MAX_HOURS: i64 = 87_600;

pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(create))
        .routes(routes!(list))
        .routes(routes!(change, delete))
        .routes(routes!(analytics))
        .routes(routes!(shown::view, shown::unlock))
}

/// How a conversation is shared. Without a password and not public, it is for its owner alone.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[expect(clippy::option_option, reason = "a member that is null says something else than one that is not there")]
pub(super) struct ShareOptions {
    /// Whether the link is enough. `false` when left out; on a change it then stays as it is.
    is_public: Option<bool>,
    /// What whoever has the link is asked for, 1 to 128 characters; `null` asks for nothing.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<String>, min_length = 1, max_length = 128, example = "sesame")]
    password: Option<Option<Text<128>>>,
    /// In how many hours the share ends by itself, at most ten years; 0 and `null`: never.
    #[serde(deserialize_with = "named")]
    #[schema(value_type = Option<i64>, minimum = 0, maximum = 87_600, example = 24)]
    expires_in_hours: Option<Option<Whole<0, MAX_HOURS>>>,
    /// Not looked at: the link is made of the address that the server is configured with.
    base_url: Option<Text<2_000>>,
}

/// Tells a member that is `null` from one that is not there.
#[expect(clippy::option_option, reason = "that is what it tells")]
fn named<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

impl ShareOptions {
    fn wanted(self) -> Result<Wanted, ApiError> {
        let password = match self.password {
            Some(Some(password)) if password.as_str().is_empty() => {
                return Err(ApiError::body("`password`: expected text that is not empty, or null."));
            }
            password => password.map(|password| password.map(|text| text.as_str().to_owned())),
        };
        let hours = |hours: Whole<0, MAX_HOURS>| u32::try_from(hours.get()).ok().filter(|hours| *hours > 0);
        let expires_in_hours = self.expires_in_hours.map(|given| given.and_then(hours));
        Ok(Wanted { is_public: self.is_public, password, expires_in_hours })
    }
}

/// A share that was just made.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct NewShare {
    #[schema(example = 3)]
    share_id: i64,
    #[schema(example = 7)]
    conversation_id: i64,
    /// Opens the conversation; told here and never again.
    #[schema(example = "kx0yPzJ7mB3p9nS5tQfJm4WvHc2aLr8uE1dGq6oZwYI")]
    share_token: String,
    /// The link.
    #[schema(example = "https://app.example.com/shared/kx0yPzJ7mB3p9nS5tQfJm4WvHc2aLr8uE1dGq6oZwYI")]
    full_url: String,
    is_public: bool,
    has_password: bool,
    expires_at: Option<DateTime<Utc>>,
    created_at: Option<DateTime<Utc>>,
}

/// Shares a conversation.
#[utoipa::path(
    post, path = "/chat/share/conversations/{id}", tag = "sharing",
    params(("id" = String, Path, description = "The key of the conversation", example = "7")),
    request_body = Option<ShareOptions>,
    responses(
        (status = CREATED, body = NewShare, headers(("Location" = String, description = "The share"))),
        SignedIn,
        NotYours,
        BadBody
    )
)]
pub(super) async fn create(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
    MaybeBody(options): MaybeBody<ShareOptions>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<NewShare>), ApiError> {
    let (conversation, wanted) = (key(&id)?, options.unwrap_or_default().wanted()?);
    let (share, token) = shares::create(&app.database, &app.passwords, user.id, conversation, wanted).await?;
    let location = format!("/api/v1/chat/share/shares/{}", share.share_id);
    let new = NewShare {
        share_id: share.share_id,
        conversation_id: share.conversation_id,
        full_url: app.share_links.to(&token),
        share_token: token,
        is_public: share.is_public,
        has_password: share.has_password,
        expires_at: share.expires_at,
        created_at: share.created_at,
    };
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], Json(new)))
}

/// A share, as its owner sees it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OwnShare {
    #[schema(example = 3)]
    share_id: i64,
    #[schema(example = 7)]
    conversation_id: i64,
    conversation_title: Option<String>,
    /// Always `null`: a token is kept in a form that does not show it.
    share_token: Option<String>,
    is_public: bool,
    has_password: bool,
    /// How often others have looked.
    view_count: i64,
    expires_at: Option<DateTime<Utc>>,
    created_at: Option<DateTime<Utc>>,
}

impl From<Share> for OwnShare {
    fn from(share: Share) -> Self {
        Self {
            share_id: share.share_id,
            conversation_id: share.conversation_id,
            conversation_title: share.conversation_title,
            share_token: None,
            is_public: share.is_public,
            has_password: share.has_password,
            view_count: share.view_count,
            expires_at: share.expires_at,
            created_at: share.created_at,
        }
    }
}

/// Where a page begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct SharePage {
    /// The `share_id` of the last item of the page before.
    after: Option<i64>,
    /// At most this many, 1 to 100; 50 unless said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// The caller's shares, the newest first.
#[utoipa::path(
    get, path = "/chat/share/user/shares", tag = "sharing", params(SharePage),
    responses((status = OK, body = Vec<OwnShare>), SignedIn, BadQuery)
)]
pub(super) async fn list(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(page): Params<SharePage>,
) -> Result<Json<Vec<OwnShare>>, ApiError> {
    let limit = within(page.limit, 50, 100)?;
    let found = shares::list(&app.database, user.id, page.after, limit).await?;
    Ok(Json(found.into_iter().map(OwnShare::from).collect()))
}

/// Changes what the body names; what it does not name stays as it is.
#[utoipa::path(
    put, path = "/chat/share/shares/{id}", tag = "sharing", request_body = ShareOptions,
    params(("id" = String, Path, description = "The key of the share", example = "3")),
    responses((status = OK, body = OwnShare), SignedIn, NotYours, BadBody)
)]
pub(super) async fn change(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
    Body(options): Body<ShareOptions>,
) -> Result<Json<OwnShare>, ApiError> {
    let (id, wanted) = (key(&id)?, options.wanted()?);
    let share = shares::change(&app.database, &app.passwords, user.id, id, wanted).await?;
    Ok(Json(share.into()))
}

/// Ends a share for good: its link opens nothing any more.
#[utoipa::path(
    delete, path = "/chat/share/shares/{id}", tag = "sharing",
    params(("id" = String, Path, description = "The key of the share", example = "3")),
    responses((status = NO_CONTENT, description = "It is gone"), SignedIn, NotYours)
)]
pub(super) async fn delete(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
) -> Result<StatusCode, ApiError> {
    shares::delete(&app.database, user.id, key(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How a share is used.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ShareAnalytics {
    share_id: i64,
    conversation_id: i64,
    /// How often others have looked.
    total_views: i64,
    created_at: Option<DateTime<Utc>>,
    /// When somebody looked last; `null` if nobody has since this is kept.
    last_viewed: Option<DateTime<Utc>>,
    expires_at: Option<DateTime<Utc>>,
    /// Whether it has not ended.
    is_active: bool,
}

/// How a share of the caller's is used.
#[utoipa::path(
    get, path = "/chat/share/shares/{id}/analytics", tag = "sharing",
    params(("id" = String, Path, description = "The key of the share", example = "3")),
    responses((status = OK, body = ShareAnalytics), SignedIn, NotYours)
)]
pub(super) async fn analytics(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
) -> Result<Json<ShareAnalytics>, ApiError> {
    let share = shares::get(&app.database, user.id, key(&id)?).await?;
    Ok(Json(ShareAnalytics {
        share_id: share.share_id,
        conversation_id: share.conversation_id,
        total_views: share.view_count,
        created_at: share.created_at,
        last_viewed: share.last_viewed_at,
        expires_at: share.expires_at,
        is_active: share.is_active,
    }))
}
