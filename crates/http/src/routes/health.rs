//! Whether this server can do its work.

use axum::{Extension, Json, extract::State, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{AppState, ServerState};

/// What was looked at.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Health {
    /// `healthy`, or `unhealthy` if any part is not.
    #[schema(example = "healthy")]
    status: &'static str,
    /// What does not answer: `database`, `keys`; or `draining` for a server that is about to end. Absent when all is well.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    failing: Vec<&'static str>,
}

/// Whether the process answers at all; asks nothing else.
#[utoipa::path(
    get, path = "/health/live", tag = "operation", security(()),
    responses((status = OK, description = "It does", body = Health, example = json!({ "status": "healthy" })))
)]
pub(super) async fn live() -> Json<Health> {
    Json(Health { status: "healthy", failing: Vec::new() })
}

/// Whether requests should be sent here: the same as `/health`.
#[utoipa::path(
    get, path = "/health/ready", tag = "operation", security(()),
    responses(
        (status = OK, description = "They should", body = Health, example = json!({ "status": "healthy" })),
        (status = SERVICE_UNAVAILABLE, description = "A part does not answer, or the server is about to end", body = Health,
            example = json!({ "status": "unhealthy", "failing": ["database"] }))
    )
)]
pub(super) async fn ready(app: State<AppState>, server: Extension<ServerState>) -> (StatusCode, Json<Health>) {
    health(app, server).await
}

/// Whether the database answers, the signing keys are at hand, and the server is not about to end.
#[utoipa::path(
    get, path = "/health", tag = "operation", security(()),
    responses(
        (status = OK, description = "Everything answers", body = Health, example = json!({ "status": "healthy" })),
        (status = SERVICE_UNAVAILABLE, description = "A part does not answer, or the server is about to end", body = Health,
            example = json!({ "status": "unhealthy", "failing": ["database"] }))
    )
)]
pub(super) async fn health(
    State(app): State<AppState>,
    Extension(server): Extension<ServerState>,
) -> (StatusCode, Json<Health>) {
    if server.is_draining() {
        return unhealthy(vec!["draining"]);
    }
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
    if failing.is_empty() { (StatusCode::OK, Json(Health { status: "healthy", failing })) } else { unhealthy(failing) }
}

fn unhealthy(failing: Vec<&'static str>) -> (StatusCode, Json<Health>) {
    (StatusCode::SERVICE_UNAVAILABLE, Json(Health { status: "unhealthy", failing }))
}
