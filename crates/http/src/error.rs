//! What a client is told when something is not answered. Status codes are known here only.

use std::{error::Error, time::Duration};

use axum::{
    extract::rejection::BytesRejection,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use orientor_clerk::WebhookError;
use orientor_identity::{DirectoryError, ResolveError, VerifyError, axum::Rejection};
use orientor_services::ServiceError;
use serde::Serialize;
use utoipa::ToSchema;

use crate::body_time;

/// The body of every error.
#[derive(Debug, Serialize, ToSchema)]
pub struct ErrorBody {
    /// For programs; stable, listed in `docs/errors.md`.
    #[schema(example = "user_not_found")]
    pub code: &'static str,
    /// One sentence for people.
    #[schema(example = "There is no such user.")]
    pub detail: String,
}

/// When it is worth asking again, where nothing tells.
const SOON: Duration = Duration::from_secs(1);

/// An answer that is not a success.
#[derive(Debug)]
pub struct ApiError(Rejection);

impl ApiError {
    fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        Self(Rejection { status, code, detail: detail.into(), retry_after: None })
    }

    /// 404 for a path that no route has.
    pub(crate) fn no_route() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", "There is nothing at this path.")
    }

    /// 404 for a user who is not there, or whom the caller may not see.
    pub(crate) fn no_user() -> Self {
        ResolveError::Unknown.into()
    }

    /// 404 for a thing that is not there, or somebody else's.
    pub(crate) fn missing() -> Self {
        ServiceError::Missing.into()
    }

    /// 405.
    pub(crate) fn method() -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", "This path does not know this method.")
    }

    /// 413.
    pub(crate) fn too_large() -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large", "The body is larger than this route takes.")
    }

    /// 415.
    pub(crate) fn media_type() -> Self {
        let detail = "The body must be JSON, sent as Content-Type: application/json.";
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "media_type_unsupported", detail)
    }

    /// 422 with the path of the field.
    pub(crate) fn body(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "body_invalid", detail)
    }

    /// 422 for the part behind the question mark.
    pub(crate) fn query(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "query_invalid", detail)
    }

    /// 503 when an answer took too long.
    pub(crate) fn timeout() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "timeout", "The answer took too long. Try again.")
    }

    /// 503 when a question of a proxy found us unable to judge.
    pub(crate) fn not_judged() -> Self {
        let detail = "Something went wrong on our side, so that the request could not be judged. Try again.";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "not_judged", detail).with_retry(SOON)
    }

    /// 429 for whoever asks too often.
    pub(crate) fn rate_limited(wait: Duration) -> Self {
        let detail = "You ask too often. Wait as long as Retry-After says.";
        // Whole seconds, and not one too few.
        let wait = Duration::from_secs(wait.as_secs() + 1);
        Self::new(StatusCode::TOO_MANY_REQUESTS, "rate_limited", detail).with_retry(wait)
    }

    /// 429 for whoever tries too many passwords at a share.
    pub(crate) fn too_many_attempts(wait: Duration) -> Self {
        let detail = "Too many passwords were tried. Wait as long as Retry-After says.";
        let wait = Duration::from_secs(wait.as_secs() + 1);
        Self::new(StatusCode::TOO_MANY_REQUESTS, "too_many_attempts", detail).with_retry(wait)
    }

    /// 503 when there is more to do than can be done.
    pub(crate) fn overloaded() -> Self {
        let detail = "There are too many requests at the moment. Try again.";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "overloaded", detail).with_retry(SOON)
    }

    /// 403 for what needs somebody who has just shown who they are.
    pub(crate) fn not_fresh() -> Self {
        let detail = "This needs a session token that is at most a minute old. Get a new one and try again.";
        Self::new(StatusCode::FORBIDDEN, "token_not_fresh", detail)
    }

    /// 403 for what nobody may do in somebody else's place.
    pub(crate) fn impersonated() -> Self {
        let detail = "This cannot be done by somebody who is signed in as another person.";
        Self::new(StatusCode::FORBIDDEN, "impersonated", detail)
    }

    /// 403 of a development server.
    pub(crate) fn not_from_here() -> Self {
        let detail = "This development server answers only pages and programs of its own machine.";
        Self::new(StatusCode::FORBIDDEN, "not_from_here", detail)
    }

    /// 503 until an operator has set webhooks up; whoever sends them tries again.
    pub(crate) fn no_webhooks() -> Self {
        let detail = "No signing secret is configured here: set CLERK_WEBHOOK_SIGNING_SECRET.";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "webhooks_not_configured", detail).with_retry(SOON)
    }

    fn database_away(cause: &dyn Error) -> Self {
        tracing::error!(causes = %causes(cause), "the database is away");
        let detail = "The database could not be asked. Try again.";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "database_unavailable", detail).with_retry(SOON)
    }

    fn with_retry(mut self, wait: Duration) -> Self {
        self.0.retry_after = Some(wait);
        self
    }

    /// 500. The cause is in the log.
    pub(crate) fn internal() -> Self {
        let detail = "Something went wrong on our side. The request id names it in our log.";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", detail)
    }

    pub(crate) fn into_rejection(self) -> Rejection {
        self.0
    }
}

impl From<Rejection> for ApiError {
    fn from(rejection: Rejection) -> Self {
        Self(rejection)
    }
}

impl From<ResolveError> for ApiError {
    fn from(error: ResolveError) -> Self {
        Self(error.into())
    }
}

impl From<ServiceError> for ApiError {
    fn from(error: ServiceError) -> Self {
        match error {
            ServiceError::NoSuchUser => Self::no_user(),
            ServiceError::Yourself => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "not_yourself", "This cannot be done to yourself.")
            }
            ServiceError::Missing => {
                Self::new(StatusCode::NOT_FOUND, "not_found", "There is no such thing among yours.")
            }
            ServiceError::Conflict => {
                Self::new(StatusCode::CONFLICT, "conflict", "This stands against something that is there already.")
            }
            ServiceError::NotYet => {
                Self::new(StatusCode::CONFLICT, "not_yet", "Something else has to be completed first.")
            }
            ServiceError::Invalid { path, reason } => {
                let field = if path.is_empty() { String::new() } else { format!("`{path}`: ") };
                Self::body(format!("{field}{reason}."))
            }
            ServiceError::NotRated => {
                let detail = "You have not rated your skills yet, so there is nothing to compare with.";
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "skills_not_rated", detail)
            }
            ServiceError::NothingToCompare => {
                let detail = "It asks for nothing that you have rated, so there is nothing to compare.";
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "nothing_to_compare", detail)
            }
            ServiceError::PasswordRequired => {
                Self::new(StatusCode::UNAUTHORIZED, "password_required", "What is shared here asks for a password.")
            }
            ServiceError::PasswordWrong => {
                Self::new(StatusCode::UNAUTHORIZED, "password_wrong", "This is not the password.")
            }
            ServiceError::Busy => Self::overloaded(),
            ServiceError::Fault(what) => {
                tracing::error!("{what}");
                Self::internal()
            }
            ServiceError::Unavailable(source) => Self::database_away(&source),
            ServiceError::Failed(source) => {
                tracing::error!(causes = %causes(&source), "a request failed");
                Self::internal()
            }
        }
    }
}

impl From<DirectoryError> for ApiError {
    fn from(error: DirectoryError) -> Self {
        Self::database_away(&error)
    }
}

impl From<WebhookError> for ApiError {
    fn from(error: WebhookError) -> Self {
        // None of these tells more than the sender knows.
        let (status, code) = match &error {
            WebhookError::Signature(_) => (StatusCode::BAD_REQUEST, "signature_invalid"),
            WebhookError::Unreadable(_) => (StatusCode::UNPROCESSABLE_ENTITY, "body_invalid"),
            WebhookError::ForeignInstance => (StatusCode::FORBIDDEN, "instance_foreign"),
            WebhookError::InstanceUnknown(source) => {
                return Rejection::from(VerifyError::KeysUnavailable(source.clone())).into();
            }
        };
        tracing::warn!(code, "refused a webhook: {error}");
        let text = error.to_string();
        Self::new(status, code, format!("{}{}.", text[..1].to_uppercase(), &text[1..]))
    }
}

impl From<BytesRejection> for ApiError {
    fn from(rejection: BytesRejection) -> Self {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Self::too_large()
        } else if body_time::was_too_slow(&rejection) {
            let detail = "The body came too slowly. Send it again, or less of it.";
            Self::new(StatusCode::REQUEST_TIMEOUT, "body_too_slow", detail)
        } else {
            Self::new(StatusCode::BAD_REQUEST, "body_broken", "The body ended early.")
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        self.0.into_response()
    }
}

fn causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}
