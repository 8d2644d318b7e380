//! Answers for proxies that ask about each request before they let it pass: nginx, Traefik, Envoy, Caddy.
//!
//! The proxy sends the head of the request here, and puts what it is told into the headers that its application reads.
//! So an unchanged program in any language gets the integer of the user.

mod headers;
mod identity_key;
mod original;
mod signer;

use std::{fmt, sync::Arc};

use axum::{
    Json, Router,
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
    routing::{any, get},
};
use orientor_identity::{Authenticated, Bridge, axum::Rejection};

pub use headers::{IdentityHeaders, InvalidHeader};
pub use identity_key::{IdentityKey, InvalidIdentityKey, KeyError};
pub use signer::IdentitySigner;

use crate::{ApiError, ErrorBody, rate::RateLimits};

/// Where applications find the keys.
const KEYS: &str = "/.well-known/jwks.json";
/// Envoy appends the path that the client asked for; the others ask for exactly this.
const PATH: &str = "/auth/verify";
/// The body of a refusal once more, for nginx, which passes on the status of what it asked and nothing else.
const REFUSAL: HeaderName = HeaderName::from_static("x-auth-refusal");

/// What proxies are told.
#[derive(Clone, Debug, Default)]
pub struct ForwardAuth {
    /// The headers that carry it.
    pub headers: IdentityHeaders,
    /// Signs it; without one, applications have to trust whoever reaches them.
    pub signer: Option<Arc<IdentitySigner>>,
}

/// What the routes here share.
#[derive(Clone)]
struct Gate {
    bridge: Arc<Bridge>,
    settings: ForwardAuth,
}

/// The route that proxies ask.
pub(crate) fn routes(bridge: Arc<Bridge>, settings: ForwardAuth) -> Router {
    let gate = Gate { bridge, settings };
    // Any method, because Envoy asks with the client's own.
    Router::new().route(PATH, any(verify)).route(&format!("{PATH}/{{*asked}}"), any(verify)).with_state(gate)
}

/// The route of the keys that sign identities; an empty set without any.
pub(crate) fn keys(settings: &ForwardAuth) -> Router {
    let keys = settings.signer.as_ref().map_or_else(|| serde_json::json!({ "keys": [] }), |signer| signer.to_jwks());
    Router::new().route(KEYS, get(key_set)).with_state(Arc::new(keys))
}

/// The keys that sign `X-Auth-Identity`, as a JSON Web Key Set.
#[utoipa::path(
    get, path = "/.well-known/jwks.json", tag = "operation", security(()),
    responses((status = OK, description = "The keys; none if none is configured", body = serde_json::Value))
)]
async fn key_set(State(keys): State<Arc<serde_json::Value>>) -> impl IntoResponse {
    ([(header::CACHE_CONTROL, "public, max-age=300")], Json(keys))
}

/// Whether the request that a proxy has received may pass, and whose it is.
///
/// Method and credentials are those of the forwarded request: `X-Forwarded-Method`, `X-Original-Method` or the method
/// itself, `Authorization` or the session cookie, and `Origin`. No other status is ever answered to what is
/// a request; a head that is none or is too large gets 400, 414 or 431, which proxies take for a refusal.
#[utoipa::path(
    get, path = "/auth/verify", tag = "operation",
    responses(
        (
            status = OK, description = "It may pass",
            headers(
                ("X-Auth-User-Id" = i64, description = "The application's own id"),
                ("X-Auth-Subject" = String, description = "The id at Clerk"),
                ("X-Auth-Session-Id" = String, description = "The session at Clerk"),
                ("X-Auth-Identity" = String, description = "A token of ours with all that, for a minute; if there is a key")
            )
        ),
        (status = UNAUTHORIZED, description = "No session token, or one that is not accepted", body = ErrorBody),
        (status = FORBIDDEN, description = "The user may not, or it cannot be told who it is", body = ErrorBody),
        (status = TOO_MANY_REQUESTS, description = "Too many requests; see `Retry-After`", body = ErrorBody),
        (status = SERVICE_UNAVAILABLE, description = "It could not be looked; see `Retry-After`", body = ErrorBody)
    )
)]
async fn verify(State(gate): State<Gate>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    match gate.judge(&parts).await {
        Ok(pass) => pass.into_response(),
        Err(error) => refuse(error),
    }
}

impl Gate {
    async fn judge(&self, parts: &Parts) -> Result<Pass, ApiError> {
        let credentials = original::credentials(parts);
        let caller = self.bridge.authenticate_or_stale(&credentials).await.map_err(Rejection::from)?;
        if let Some(limits) = parts.extensions.get::<Arc<RateLimits>>() {
            limits.user(caller.user)?;
        }
        tracing::Span::current().record("user.id", caller.user.get());
        let claims = match &self.settings.signer {
            Some(signer) => signer.pass(&caller).map_err(|error| {
                tracing::error!(%error, "an identity could not be signed");
                ApiError::not_judged()
            })?,
            None => Arc::new(Claims::of(&caller)),
        };
        Ok(Pass { headers: self.settings.headers.clone(), claims })
    }
}

/// The values of the headers.
pub(crate) struct Claims {
    user: HeaderValue,
    subject: HeaderValue,
    session: HeaderValue,
    identity: Option<HeaderValue>,
}

impl Claims {
    fn of(caller: &Authenticated) -> Self {
        // Ids at Clerk have been parsed. A session's id is any text of a token, so it may be one that fits no header.
        let text = |text: &str| HeaderValue::from_str(text).unwrap_or_else(|_| HeaderValue::from_static(""));
        let session = &caller.session;
        Self {
            user: HeaderValue::from(caller.user.get()),
            subject: text(session.subject.id.as_str()),
            session: text(&session.session_id),
            identity: None,
        }
    }
}

struct Pass {
    headers: IdentityHeaders,
    claims: Arc<Claims>,
}

impl IntoResponse for Pass {
    fn into_response(self) -> Response {
        let mut response = StatusCode::OK.into_response();
        let Self { headers: IdentityHeaders { user, subject, session, identity }, claims } = self;
        let headers = response.headers_mut();
        headers.insert(user, claims.user.clone());
        headers.insert(subject, claims.subject.clone());
        headers.insert(session, claims.session.clone());
        if let Some(token) = &claims.identity {
            headers.insert(identity, token.clone());
        }
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

/// Only what proxies understand: 401, 403, 429 and 503.
pub(crate) fn refuse(error: ApiError) -> Response {
    let mut rejection = error.into_rejection();
    rejection.status = match rejection.status {
        known @ (StatusCode::UNAUTHORIZED
        | StatusCode::FORBIDDEN
        | StatusCode::TOO_MANY_REQUESTS
        | StatusCode::SERVICE_UNAVAILABLE) => known,
        // A conflict about whose account it is, above all; the code says so.
        _ => StatusCode::FORBIDDEN,
    };
    let body = rejection.body();
    let mut response = rejection.into_response();
    let headers = response.headers_mut();
    if let Ok(body) = HeaderValue::from_str(&body) {
        headers.insert(REFUSAL, body);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

impl fmt::Debug for Claims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Claims").field("user", &self.user).finish_non_exhaustive()
    }
}
