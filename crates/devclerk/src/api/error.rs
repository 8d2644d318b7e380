//! Errors in Clerk's shape.

use std::time::Duration;

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header::RETRY_AFTER},
    response::{IntoResponse, Response},
};
use serde_json::{Map, Value, json};

use crate::{
    ids::new_trace_id,
    limiter::Wait,
    refused::{FieldFault, Refused},
};

/// One error, as an HTTP answer.
#[derive(Debug)]
pub(super) struct ApiError {
    status: StatusCode,
    code: &'static str,
    message: &'static str,
    long_message: String,
    /// The field that is wrong.
    param_name: Option<String>,
    retry_after: Option<Duration>,
}

impl ApiError {
    fn new(status: StatusCode, code: &'static str, message: &'static str, long_message: impl Into<String>) -> Self {
        Self { status, code, message, long_message: long_message.into(), param_name: None, retry_after: None }
    }

    pub(super) fn route_not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "resource_not_found", "not found", "No route has this path.")
    }

    pub(super) fn method_not_allowed() -> Self {
        let text = "The path exists, but not for this method.";
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", "method not allowed", text)
    }

    pub(super) fn host_invalid() -> Self {
        let text = "The Host header must name this machine: localhost or a loopback address.";
        Self::new(StatusCode::FORBIDDEN, "host_invalid", "invalid host", text)
    }

    pub(super) fn origin_invalid() -> Self {
        let text = "Pages of this origin may not call. Add it to the app origins of the development Clerk.";
        Self::new(StatusCode::FORBIDDEN, "origin_invalid", "invalid origin", text)
    }

    pub(super) fn not_authenticated() -> Self {
        let text = "Send `Authorization: Bearer` with a secret key; any key that begins sk_test_ opens this instance.";
        Self::new(StatusCode::UNAUTHORIZED, "authentication_invalid", "invalid authentication", text)
    }

    pub(super) fn signed_out() -> Self {
        let text = "Nobody is signed in in this browser, or in another session; go to /sign-in.";
        Self::new(StatusCode::UNAUTHORIZED, "signed_out", "signed out", text)
    }

    pub(super) fn key_invalid() -> Self {
        let text = "The key is not a development key; any key that begins sk_test_ opens this instance.";
        Self::new(StatusCode::UNAUTHORIZED, "clerk_key_invalid", "the secret key is invalid", text)
    }

    pub(super) fn api_version_invalid() -> Self {
        let text = "Name one known API version, in the header or in the query, not in both.";
        Self::new(StatusCode::BAD_REQUEST, "api_version_invalid", "invalid API version", text)
    }

    pub(super) fn body_invalid() -> Self {
        let text = "The body must be one JSON object.";
        Self::new(StatusCode::BAD_REQUEST, "request_body_invalid", "invalid request body", text)
    }

    pub(super) fn body_too_large() -> Self {
        let text = "The body is larger than 256 KiB.";
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "request_body_invalid", "request body too large", text)
    }
}

impl From<Wait> for ApiError {
    fn from(Wait(wait): Wait) -> Self {
        let text = "The rate limit is used up; come back after the time in Retry-After.";
        let error = Self::new(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", "too many requests", text);
        Self { retry_after: Some(wait), ..error }
    }
}

impl From<Refused> for ApiError {
    fn from(refused: Refused) -> Self {
        let text = refused.to_string();
        let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
        match refused {
            Refused::NotFound(_) => Self::new(StatusCode::NOT_FOUND, "resource_not_found", "not found", text),
            Refused::Taken(field) => {
                let error = Self::new(unprocessable, "form_identifier_exists", "that value is taken", text);
                Self { param_name: Some(field.into()), ..error }
            }
            Refused::Field { fault, name } => {
                let (code, message) = match fault {
                    FieldFault::Unknown => ("form_param_unknown", "unknown parameter"),
                    FieldFault::Missing => ("form_param_missing", "missing parameter"),
                    FieldFault::Format => ("form_param_format_invalid", "invalid format"),
                    FieldFault::Value => ("form_param_value_invalid", "invalid value"),
                    FieldFault::Duplicate => ("form_param_duplicate", "duplicate value"),
                };
                Self { param_name: Some(name), ..Self::new(unprocessable, code, message, text) }
            }
            Refused::NoIdentifier => Self::new(unprocessable, "form_data_missing", "missing data", text),
            Refused::Banned => Self::new(StatusCode::FORBIDDEN, "user_banned", "banned", text),
            Refused::Locked => Self::new(StatusCode::FORBIDDEN, "user_locked", "locked", text),
            Refused::SessionEnded => Self::new(unprocessable, "session_not_active", "session not active", text),
            Refused::Signing => Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal_error", "internal error", text),
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let meta: Map<_, _> =
            self.param_name.into_iter().map(|name| ("param_name".to_owned(), Value::from(name))).collect();
        let body = json!({
            "errors": [{
                "message": self.message, "long_message": self.long_message, "code": self.code, "meta": meta,
            }],
            "clerk_trace_id": new_trace_id(),
        });
        let mut response = (self.status, Json(body)).into_response();
        if let Some(wait) = self.retry_after {
            // Whole seconds, rounded up, so that whoever waits is not refused again.
            let seconds = wait.as_millis().div_ceil(1000).max(1);
            if let Ok(value) = HeaderValue::from_str(&seconds.to_string()) {
                response.headers_mut().insert(RETRY_AFTER, value);
            }
        }
        response
    }
}
