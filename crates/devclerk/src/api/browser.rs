//! What a page in a browser asks: who is signed in here, a fresh token, signing out.
//!
//! The shapes are those of Clerk's Frontend API, as far as they go. The browser is known by a
//! cookie, which holds the id of a session; whoever could read it could become anybody anyway.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, HeaderName, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde_json::{Value, json};

use super::{error::ApiError, path::Segment, sessions::origin};
use crate::{
    app::App,
    instance::session::{Session, SessionEnd},
    token::TokenOptions,
};

const COOKIE: &str = "__dev_client";
const WEEK_SECONDS: u32 = 7 * 24 * 60 * 60;

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/v1/client", get(client))
        .route("/v1/client/sessions/{id}/tokens", post(token))
        .route("/v1/client/sessions/{id}/remove", post(remove))
}

/// The header that makes this browser the holder of a session.
pub(super) fn hold(session: &Session) -> [(HeaderName, String); 1] {
    [(header::SET_COOKIE, cookie(&session.id, WEEK_SECONDS))]
}

/// The session of this browser, if it goes on; an empty list is nobody.
async fn client(State(app): State<Arc<App>>, headers: HeaderMap) -> Json<Value> {
    let sessions: Vec<Value> = current(&app, &headers).map(|session| json!(session)).into_iter().collect();
    let last = sessions.first().map(|session| session["id"].clone());
    Json(json!({ "response": { "object": "client", "sessions": sessions, "last_active_session_id": last } }))
}

async fn token(
    State(app): State<Arc<App>>,
    Segment(id): Segment<String>,
    headers: HeaderMap,
) -> Result<Json<Value>, ApiError> {
    let session = held(&app, &headers, &id)?;
    let options = TokenOptions { origin: origin(&headers), ..TokenOptions::default() };
    let token = app.session_token(&session.id, &options)?;
    Ok(Json(json!({ "object": "token", "jwt": token.jwt })))
}

async fn remove(
    State(app): State<Arc<App>>,
    Segment(id): Segment<String>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let session = held(&app, &headers, &id)?;
    let ended = app.change(|instance, now_ms| instance.end_session(&session.id, SessionEnd::Removed, now_ms))?;
    Ok(([(header::SET_COOKIE, cookie("", 0))], Json(json!({ "response": ended }))).into_response())
}

/// The session in the path, which must be the browser's own.
fn held(app: &App, headers: &HeaderMap, id: &str) -> Result<Session, ApiError> {
    current(app, headers).filter(|session| session.id == id).ok_or_else(ApiError::signed_out)
}

fn current(app: &App, headers: &HeaderMap) -> Option<Session> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let (_, id) = pairs.find(|(name, _)| *name == COOKIE)?;
    let now_ms = app.now_ms();
    app.read(|instance| instance.session(id, now_ms)).ok().filter(Session::is_active)
}

/// Ports share cookies, so it is read by no script, and its name is none of Clerk's.
fn cookie(value: &str, seconds: u32) -> String {
    format!("{COOKIE}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax")
}
