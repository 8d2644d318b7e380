//! `/v1/sessions`: signing users in and out, and their tokens.

use std::{sync::Arc, time::Duration};

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, header},
    routing::{get, post},
};
use orientor_identity::ClerkUserId;
use serde_json::{Value, json};

use super::{error::ApiError, fields::Fields, path::Segment};
use crate::{
    app::App,
    instance::session::{Session, SessionEnd},
    refused::{FieldFault, Refused},
    token::TokenOptions,
};

/// Seconds that a caller may ask for, as at Clerk.
const LIFETIMES: std::ops::RangeInclusive<i64> = 30..=315_360_000;

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/sessions", post(create))
        .route("/sessions/{id}", get(get_one))
        .route("/sessions/{id}/revoke", post(revoke))
        .route("/sessions/{id}/tokens", post(token))
        .route("/sessions/{id}/tokens/{template}", post(template_token))
}

async fn create(State(app): State<Arc<App>>, mut fields: Fields) -> Result<Json<Session>, ApiError> {
    let user_id = fields.text("user_id")?.value().ok_or(Refused::field(FieldFault::Missing, "user_id"))?;
    fields.ignore(&["active_organization_id"]);
    fields.finish()?;
    let user_id = user_id.parse::<ClerkUserId>().map_err(|_| Refused::NotFound("user"))?;
    Ok(Json(app.change(|instance, now_ms| instance.start_session(&user_id, now_ms))?))
}

async fn get_one(State(app): State<Arc<App>>, Segment(id): Segment<String>) -> Result<Json<Session>, ApiError> {
    let now_ms = app.now_ms();
    Ok(Json(app.read(|instance| instance.session(&id, now_ms))?))
}

async fn revoke(State(app): State<Arc<App>>, Segment(id): Segment<String>) -> Result<Json<Session>, ApiError> {
    Ok(Json(app.change(|instance, now_ms| instance.end_session(&id, SessionEnd::Revoked, now_ms))?))
}

async fn token(
    State(app): State<Arc<App>>,
    Segment(id): Segment<String>,
    headers: HeaderMap,
    mut fields: Fields,
) -> Result<Json<Value>, ApiError> {
    let lifetime = lifetime(&mut fields)?;
    fields.finish()?;
    let options = TokenOptions { lifetime, origin: origin(&headers), version: None };
    let token = app.session_token(&id, &options)?;
    Ok(Json(json!({ "object": "token", "jwt": token.jwt })))
}

/// Every template exists, and adds nothing.
async fn template_token(
    State(app): State<Arc<App>>,
    Segment((id, _template)): Segment<(String, String)>,
    headers: HeaderMap,
    mut fields: Fields,
) -> Result<Json<Value>, ApiError> {
    let lifetime = lifetime(&mut fields)?;
    fields.finish()?;
    let options = TokenOptions { lifetime, origin: origin(&headers), version: None };
    let token = app.template_token(&id, &options)?;
    Ok(Json(json!({ "object": "token", "jwt": token.jwt })))
}

/// The lifetime that a body asks for.
pub(super) fn lifetime(fields: &mut Fields) -> Result<Option<Duration>, Refused> {
    let Some(seconds) = fields.integer("expires_in_seconds")?.value() else { return Ok(None) };
    if LIFETIMES.contains(&seconds) {
        Ok(Some(Duration::from_secs(seconds.unsigned_abs())))
    } else {
        Err(Refused::field(FieldFault::Value, "expires_in_seconds"))
    }
}

/// The origin of the page that calls, already checked.
pub(super) fn origin(headers: &HeaderMap) -> Option<String> {
    headers.get(header::ORIGIN)?.to_str().ok().map(str::to_owned)
}
