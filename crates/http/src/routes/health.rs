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
    /// What does not answer: `database`, `keys`. Absent when everything does.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    failing: Vec<&'static str>,
}

/// Whether the process answers at all; asks nothing else.
#[utoipa::path(
    get, path = "/health/live", tag = "operation", security(()),
    responses((status = OK, description = "It does", body = Health))
)]
pub(super) async fn live() -> Json<Health> {
    Json(Health { status: "healthy", failing: Vec::new() })
}

/// Whether requests should be sent here: the same as `/health`.
#[utoipa::path(
    get, path = "/health/ready", tag = "operation", security(()),
    responses(
        (status = OK, description = "They should", body = Health),
        (status = SERVICE_UNAVAILABLE, description = "A part does not answer", body = Health)
    )
)]
pub(super) async fn ready(app: State<AppState>) -> (StatusCode, Json<Health>) {
    health(app).await
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
    let failing: Vec<_> = [("database", database.is_err()), ("keys", keys.is_err())]
        .into_iter()
        .filter_map(|(part, fails)| fails.then_some(part))
        .collect();
    if failing.is_empty() {
        (StatusCode::OK, Json(Health { status: "healthy", failing }))
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, Json(Health { status: "unhealthy", failing }))
    }
}
