//! Who am I.

use axum::{Json, extract::State};
use orientor_services::profiles;
use serde::Serialize;
use utoipa::ToSchema;

use super::profiles::StoredProfile;
use crate::{ApiError, AppState, extract::CurrentUser, openapi::SignedIn};

/// The caller's account and profile.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Account {
    /// The application's own id.
    #[schema(example = 42)]
    id: i64,
    /// The id at Clerk that this session belongs to.
    #[schema(example = "user_2abc")]
    clerk_id: String,
    /// E-mail, if a verified one is known.
    #[schema(example = "ada@example.com")]
    email: Option<String>,
    /// The stored profile, if there is one.
    profile: Option<StoredProfile>,
    /// Whether onboarding is finished.
    onboarding_completed: bool,
}

/// The caller's account with the stored profile.
#[utoipa::path(
    get, path = "/user/profile", tag = "account",
    responses((status = OK, body = Account), SignedIn)
)]
pub(super) async fn user_profile(user: CurrentUser, State(app): State<AppState>) -> Result<Json<Account>, ApiError> {
    let account = profiles::account(&app.database, user.id).await?;
    let (profile, _) = profiles::own(&app.database, user.id).await?;
    Ok(Json(Account {
        id: account.id.get(),
        clerk_id: user.session.subject.id.to_string(),
        email: account.email,
        profile: profile.map(StoredProfile::from),
        onboarding_completed: account.onboarding_completed,
    }))
}

/// Whether onboarding is finished.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Onboarding {
    /// The flag is set, or there is a personality profile.
    onboarding_completed: bool,
}

/// Whether the caller has finished onboarding.
#[utoipa::path(
    get, path = "/user/onboarding-status", tag = "account",
    responses((status = OK, body = Onboarding), SignedIn)
)]
pub(super) async fn onboarding_status(
    user: CurrentUser,
    State(app): State<AppState>,
) -> Result<Json<Onboarding>, ApiError> {
    let account = profiles::account(&app.database, user.id).await?;
    Ok(Json(Onboarding { onboarding_completed: account.onboarding_completed }))
}

/// The caller, in short.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Me {
    /// The application's own id.
    #[schema(example = 42)]
    id: i64,
    /// E-mail, if a verified one is known.
    #[schema(example = "ada@example.com")]
    email: Option<String>,
}

/// The caller's own integer id.
#[utoipa::path(
    get, path = "/users/me", tag = "account",
    responses((status = OK, body = Me), SignedIn)
)]
pub(super) async fn me(user: CurrentUser, State(app): State<AppState>) -> Result<Json<Me>, ApiError> {
    let account = profiles::account(&app.database, user.id).await?;
    Ok(Json(Me { id: account.id.get(), email: account.email }))
}
