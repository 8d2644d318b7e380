//! The text about a user, and their avatar.

use axum::{Json, extract::State};
use orientor_services::insight;
use orientor_store::value::Words;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ApiError, AppState,
    extract::{Body, CurrentUser},
    openapi::{BadBody, NotYours, SignedIn},
};

/// A text about the caller.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Insight {
    /// The beginning.
    preview: String,
    /// All of it.
    full_text: String,
    /// What would follow from agreeing.
    if_you_accept: String,
}

impl From<insight::Insight> for Insight {
    fn from(found: insight::Insight) -> Self {
        Self { preview: found.preview, full_text: found.full_text, if_you_accept: found.if_you_accept }
    }
}

/// The text about the caller.
#[utoipa::path(
    get, path = "/insight/get", tag = "insight",
    responses((status = OK, body = Insight), SignedIn, NotYours)
)]
pub(super) async fn get(user: CurrentUser, State(app): State<AppState>) -> Result<Json<Insight>, ApiError> {
    Ok(Json(insight::get(&app.database, user.id).await?.into()))
}

/// The caller's own words.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnWords {
    #[schema(example = "I learn by building things with others.")]
    philosophical_text: Words<50_000>,
}

/// Puts the caller's own words in the place of the text. The preview is their beginning.
#[utoipa::path(
    patch, path = "/insight/save", tag = "insight", request_body = OwnWords,
    responses((status = OK, body = Insight), SignedIn, BadBody)
)]
pub(super) async fn save(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(words): Body<OwnWords>,
) -> Result<Json<Insight>, ApiError> {
    Ok(Json(insight::save(&app.database, user.id, words.philosophical_text.as_str()).await?.into()))
}

/// The caller's avatar.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OwnAvatar {
    /// Whether there is one; today's client looks here, not at the status.
    success: bool,
    avatar_name: Option<String>,
    avatar_description: Option<String>,
    avatar_image_url: Option<String>,
    message: &'static str,
}

/// The caller's avatar.
#[utoipa::path(
    get, path = "/avatar/me", tag = "insight",
    responses((status = OK, body = OwnAvatar), SignedIn)
)]
pub(super) async fn avatar(user: CurrentUser, State(app): State<AppState>) -> Result<Json<OwnAvatar>, ApiError> {
    let found = insight::avatar(&app.database, user.id).await?;
    let message = if found.is_some() { "This is your avatar." } else { "There is no avatar yet." };
    let success = found.is_some();
    let (avatar_name, avatar_description, avatar_image_url) =
        found.map(|row| (row.avatar_name, row.avatar_description, row.avatar_image_url)).unwrap_or_default();
    Ok(Json(OwnAvatar { success, avatar_name, avatar_description, avatar_image_url, message }))
}
