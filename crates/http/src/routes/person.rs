//! What somebody may take along, and how they are forgotten.

mod archive;

use std::time::Duration;

use axum::{
    Json,
    body::Body,
    extract::State,
    http::{HeaderName, HeaderValue, header},
    response::IntoResponse,
};
use orientor_services::person::AtClerk;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    ApiError, AppState, ErrorBody,
    extract::CurrentUser,
    openapi::{Bytes, SignedIn},
};

/// How old a token may be that erases somebody. Clerk's live for a minute, so whoever is signed in has a younger one;
/// a token that was made to last, or that somebody has found, is older.
const FRESH: Duration = Duration::from_mins(1);

/// Everything that is stored about the caller.
///
/// A ZIP file with one file a table, each row a line of JSON, and `manifest.json`, which says what it is. It is made
/// while it is sent; if something fails on the way, it ends early and cannot be opened.
#[utoipa::path(
    get, path = "/users/me/export", tag = "account",
    responses(
        (status = OK, content_type = "application/zip", body = inline(Bytes), description = "The archive",
            headers(("Content-Disposition" = String, description = "A name for the file"))),
        SignedIn
    )
)]
pub(super) async fn export(user: CurrentUser, State(app): State<AppState>) -> Result<impl IntoResponse, ApiError> {
    let stream = archive::stream(app.people, user.id)?;
    let name = format!("attachment; filename=\"orientor-{}.zip\"", user.id);
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/zip")),
        (header::CONTENT_DISPOSITION, HeaderValue::try_from(name).map_err(|_| ApiError::internal())?),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        // What is packed already only grows by being packed again.
        (HeaderName::from_static("content-encoding"), HeaderValue::from_static("identity")),
    ];
    Ok((headers, Body::from_stream(stream)))
}

/// How many rows of a table went.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ErasedRows {
    #[schema(example = "courses")]
    table: &'static str,
    #[schema(example = 12)]
    rows: u64,
}

/// What is still kept of earlier repairs of the database, and how an operator removes it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct KeptRows {
    #[schema(example = "user_skills")]
    table: &'static str,
    #[schema(example = 1)]
    rows: u64,
    /// What forgets them, with everything else that the repair keeps.
    #[schema(example = "orientor history prune 7 --apply")]
    remedy: String,
}

/// What was erased, and what was not.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Erasure {
    erased: Vec<ErasedRows>,
    kept: Vec<KeptRows>,
    /// `deleted`; `not_configured` where we have no key for Clerk; `failed` if Clerk did not answer, so that somebody
    /// has to delete the account there.
    #[schema(example = "deleted")]
    clerk: &'static str,
}

/// Erases the caller: every row that is theirs, for good, and their account at Clerk.
///
/// Needs a session token that is at most a minute old. What others wrote to the caller stays with them, from a deleted
/// user. Nobody can sign in as the caller any more.
#[utoipa::path(
    delete, path = "/users/me", tag = "account",
    responses(
        (status = OK, body = Erasure),
        (status = FORBIDDEN, body = ErrorBody, description = "The token is too old, or somebody else drives the session"),
        SignedIn
    )
)]
pub(super) async fn erase(user: CurrentUser, State(app): State<AppState>) -> Result<Json<Erasure>, ApiError> {
    if user.session.actor.is_some() {
        return Err(ApiError::impersonated());
    }
    let now = app.tokens.now();
    let issued = user.session.issued_at.map(Duration::from_secs);
    if issued.is_none_or(|issued| now.saturating_sub(issued) > FRESH) {
        return Err(ApiError::not_fresh());
    }
    // Nobody stops half of it by hanging up.
    let erasing = tokio::spawn(async move { app.people.erase(user.id).await });
    let done = erasing.await.map_err(|_| ApiError::internal())??;
    let remedy = |run| format!("orientor history prune {run} --apply");
    Ok(Json(Erasure {
        erased: done.erased.into_iter().map(|it| ErasedRows { table: it.table, rows: it.rows }).collect(),
        kept: done
            .kept
            .into_iter()
            .map(|it| KeptRows { table: it.table, rows: it.rows, remedy: remedy(it.run) })
            .collect(),
        clerk: match done.clerk {
            AtClerk::Deleted => "deleted",
            AtClerk::NotConfigured => "not_configured",
            AtClerk::Failed => "failed",
        },
    }))
}
