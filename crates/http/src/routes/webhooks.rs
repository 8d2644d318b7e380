//! What Clerk tells by itself.

use axum::{
    body::Bytes,
    extract::{State, rejection::BytesRejection},
    http::{HeaderMap, HeaderValue, StatusCode},
};
use orientor_clerk::SignedHeaders;
use orientor_identity::Applied;

use crate::{ApiError, AppState, ErrorBody};

/// Takes in a delivery of Clerk's webhooks: people who are new, have changed or are gone, and sessions that are over.
///
/// Signed as Svix does (`svix-id`, `svix-timestamp`, `svix-signature`, or the same with `webhook-`). Answered when
/// everything is committed; the same message may come any number of times, to any server, in any order.
#[utoipa::path(
    post, path = "/webhooks/clerk", tag = "operation", security(()),
    request_body(content_type = "application/json", content = serde_json::Value, description = "The event, as Clerk sends it"),
    responses(
        (status = NO_CONTENT, description = "Taken in, or of no concern here"),
        (status = BAD_REQUEST, description = "Not signed with our secret, or not lately", body = ErrorBody),
        (status = FORBIDDEN, description = "Of another Clerk instance", body = ErrorBody),
        (status = PAYLOAD_TOO_LARGE, description = "More than 256 KiB", body = ErrorBody),
        (status = UNPROCESSABLE_ENTITY, description = "Signed, but not an event that can be read", body = ErrorBody),
        (status = SERVICE_UNAVAILABLE, description = "Not set up, or it could not be taken in; send it again", body = ErrorBody)
    )
)]
pub(super) async fn clerk(
    State(app): State<AppState>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<StatusCode, ApiError> {
    let Some(webhooks) = &app.webhooks else { return Err(ApiError::no_webhooks()) };
    let body = body?;
    let lines = |name| headers.get_all(name).iter().map(HeaderValue::as_bytes).collect();
    let Some(event) = webhooks.read(&SignedHeaders::of(lines), &body).await? else {
        return Ok(StatusCode::NO_CONTENT);
    };
    let message = event.message.clone();
    match app.bridge.deliver(event).await? {
        Applied::Done => {}
        Applied::Repeated => tracing::debug!(%message, "message {message} has come again"),
        Applied::Refused(refusal) => tracing::warn!(%message, ?refusal, "message {message} gave nobody a user"),
    }
    Ok(StatusCode::NO_CONTENT)
}
