//! Whether this server can do its work.

use axum::{Json, extract::State, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;

use crate::AppState;

/// What was looked at.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Health {
    /// `healthy`, or `unhealthy` if any part is not.
    #[schema(example = "healthy")]
    status: &'static str,
    /// Whether the database answers.
    database: bool,
    /// Whether the signing keys of every Clerk instance are at hand.
    keys: bool,
}

/// Whether the database answers and the signing keys are at hand.
#[utoipa::path(
    get, path = "/health", tag = "operation", security(()),
    responses(
        (status = OK, description = "Everything answers", body = Health),
        (status = SERVICE_UNAVAILABLE, description = "A part does not answer", body = Health)
    )
)]
pub(super) async fn health(State(app): State<AppState>) -> (StatusCode, Json<Health>) {
    let (database, keys) = tokio::join!(app.database.ping(), app.tokens.keys_ready());
    if let Err(error) = &database {
        tracing::warn!(%error, "the database does not answer");
    }
    if let Err(error) = &keys {
        tracing::warn!(%error, "signing keys are missing");
    }
    let (database, keys) = (database.is_ok(), keys.is_ok());
    let (code, status) =
        if database && keys { (StatusCode::OK, "healthy") } else { (StatusCode::SERVICE_UNAVAILABLE, "unhealthy") };
    (code, Json(Health { status, database, keys }))
}
