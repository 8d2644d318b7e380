//! How a caller without a user is answered.

use std::{error::Error, time::Duration};

use axum_core::{
    body::Body,
    response::{IntoResponse, Response},
};
use http::{HeaderValue, StatusCode, header};

use crate::{AuthError, ResolveError, TokenFault, VerifyError};

use super::RETRY_AFTER;

/// Status, stable code and a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// HTTP status.
    pub status: StatusCode,
    /// For programs; stable.
    pub code: &'static str,
    /// For people.
    pub detail: String,
    /// When to try again, for outages.
    pub retry_after: Option<Duration>,
}

impl From<AuthError> for Rejection {
    fn from(error: AuthError) -> Self {
        match error {
            AuthError::Verify(error) => error.into(),
            AuthError::Resolve(error) => error.into(),
            AuthError::SessionRevoked => Self::new(StatusCode::UNAUTHORIZED, "session_revoked", &error, None),
        }
    }
}

impl From<VerifyError> for Rejection {
    fn from(error: VerifyError) -> Self {
        let (status, code) = match &error {
            VerifyError::Missing => (StatusCode::UNAUTHORIZED, "token_missing"),
            VerifyError::Refused(TokenFault::Expired) => (StatusCode::UNAUTHORIZED, "token_expired"),
            VerifyError::Refused(TokenFault::Pending) => (StatusCode::UNAUTHORIZED, "session_pending"),
            VerifyError::Refused(_) => (StatusCode::UNAUTHORIZED, "token_invalid"),
            VerifyError::OriginNotAllowed => (StatusCode::FORBIDDEN, "origin_not_allowed"),
            VerifyError::KeysUnavailable(_) => (StatusCode::SERVICE_UNAVAILABLE, "keys_unavailable"),
        };
        Self::new(status, code, &error, None)
    }
}

impl From<ResolveError> for Rejection {
    fn from(error: ResolveError) -> Self {
        let (status, code) = match &error {
            ResolveError::Unknown => (StatusCode::NOT_FOUND, "user_not_found"),
            ResolveError::Revoked => (StatusCode::UNAUTHORIZED, "identity_revoked"),
            ResolveError::Deactivated => (StatusCode::FORBIDDEN, "user_deactivated"),
            ResolveError::Conflict(_) => (StatusCode::CONFLICT, "identity_conflict"),
            ResolveError::NotProvisioned => (StatusCode::FORBIDDEN, "user_not_provisioned"),
            ResolveError::Directory(_) => (StatusCode::SERVICE_UNAVAILABLE, "database_unavailable"),
            ResolveError::Clerk { .. } => (StatusCode::SERVICE_UNAVAILABLE, "clerk_unavailable"),
        };
        let retry_after = match &error {
            ResolveError::Clerk { retry_after, .. } => *retry_after,
            _ => None,
        };
        Self::new(status, code, &error, retry_after)
    }
}

impl Rejection {
    fn new(status: StatusCode, code: &'static str, error: &dyn Error, retry_after: Option<Duration>) -> Self {
        let unavailable = status == StatusCode::SERVICE_UNAVAILABLE;
        if unavailable {
            // The caller is told what to do; the cause is for whoever reads the log.
            tracing::error!(code, causes = %causes(error), "{error}");
        } else {
            tracing::debug!(code, "{error}");
        }
        Self {
            status,
            code,
            detail: sentence(error),
            retry_after: unavailable.then(|| retry_after.unwrap_or(RETRY_AFTER)),
        }
    }
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let body = serde_json::json!({ "code": self.code, "detail": self.detail }).to_string();
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if self.status == StatusCode::UNAUTHORIZED {
            let challenge = if self.code == "token_missing" { "Bearer" } else { "Bearer error=\"invalid_token\"" };
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
        }
        if let Some(after) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(after.as_secs().max(1)));
        }
        response
    }
}

fn sentence(error: &dyn Error) -> String {
    let text = error.to_string();
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

fn causes(error: &dyn Error) -> String {
    let mut text = String::new();
    let mut next = error.source();
    while let Some(cause) = next {
        if !text.is_empty() {
            text.push_str(": ");
        }
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}
