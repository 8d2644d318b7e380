//! Clerk's Backend API, of which three calls are needed: who is this user, who is there at all, and the number that we
//! give to a user.

mod external_id;
mod list;
mod patience;
mod user;

use std::{error::Error, fmt, sync::Arc, time::Duration};

use orientor_identity::{BoxFuture, ClerkAccounts, ClerkUser, ClerkUsers, ClerkUsersError, Issuer, Subject};
use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;

pub use external_id::{TellError, Told};
pub use list::ListError;
pub use user::{NotAUser, user_from_json};

use crate::{
    endpoint::{Answer, CallError, Endpoint, EndpointError},
    keys::SecretKey,
};

/// Time limit of one call, all of it: somebody's first request waits for it.
const TIMEOUT: Duration = Duration::from_secs(3);
/// The version of the API that [`user_from_json`] was written for.
const API_VERSION: &str = "2026-05-12";

/// The Backend API of one instance.
#[derive(Debug)]
pub struct BackendApi {
    issuer: Issuer,
    endpoint: Endpoint,
    headers: HeaderMap,
}

/// Why the Backend API gave no answer that counts.
#[derive(Debug, thiserror::Error)]
pub enum BackendApiError {
    /// The subject belongs to an instance that this secret key does not open. A fault of the caller.
    #[error("the Backend API of {0} knows nothing about subjects of other issuers")]
    OtherIssuer(Issuer),
    /// The server could not be reached, or sent too much.
    #[error("the call failed")]
    Call(#[source] CallError),
    /// 401 or 403: the secret key is wrong or of another instance. Somebody has to look at the configuration.
    #[error("Clerk refused the secret key with status {status} and code {code}")]
    KeyRefused {
        /// 401 or 403.
        status: u16,
        /// Clerk's word for it.
        code: ErrorCode,
    },
    /// Another status than 200, also a 404 that did not come from Clerk.
    #[error("the server answered with status {status} and code {code}")]
    Status {
        /// The HTTP status.
        status: u16,
        /// Clerk's word for it.
        code: ErrorCode,
    },
    /// The body is not the user that was asked for.
    #[error("the answer is not the user that was asked for")]
    NotThatUser(#[source] Option<NotAUser>),
}

/// The `code` of the first error in an answer; `-` if there is none that is safe to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorCode(Box<str>);

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ErrorCode {
    const NOT_FOUND: &str = "resource_not_found";

    fn of(answer: &Answer) -> Self {
        let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
        let code = body.pointer("/errors/0/code").and_then(Value::as_str).unwrap_or_default();
        let fits = (1..=64).contains(&code.len())
            && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        Self(if fits { code } else { "-" }.into())
    }
}

impl BackendApi {
    /// The API at `base_url` (https, or http on loopback; as a rule `https://api.clerk.com`),
    /// asked about subjects of `issuer`. Redirects are not followed.
    pub fn new(issuer: Issuer, base_url: &str, secret: &SecretKey) -> Result<Self, EndpointError> {
        let endpoint = Endpoint::new(base_url, TIMEOUT)?;
        // A parsed key is made of letters and digits, so this header can always be written.
        let mut bearer =
            HeaderValue::from_str(&format!("Bearer {}", secret.expose())).map_err(|_| EndpointError::Address)?;
        bearer.set_sensitive(true);
        let headers = HeaderMap::from_iter([
            (AUTHORIZATION, bearer),
            (ACCEPT, HeaderValue::from_static("application/json")),
            (HeaderName::from_static("clerk-api-version"), HeaderValue::from_static(API_VERSION)),
        ]);
        Ok(Self { issuer, endpoint, headers })
    }

    async fn fetch(&self, subject: &Subject) -> Result<ClerkUser, ClerkUsersError> {
        if subject.issuer != self.issuer {
            return Err(unavailable(None, BackendApiError::OtherIssuer(self.issuer.clone())));
        }
        let path = ["v1", "users", subject.id.as_str()];
        let answer = self
            .endpoint
            .get_below(&path, self.headers.clone())
            .await
            .map_err(|error| unavailable(None, BackendApiError::Call(error)))?;
        match answer.status {
            200 => read_user(&answer, subject).map_err(|error| unavailable(None, error)),
            status => Err(refusal(status, &answer)),
        }
    }
}

fn read_user(answer: &Answer, subject: &Subject) -> Result<ClerkUser, BackendApiError> {
    let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    let user = user_from_json(&body).map_err(|error| BackendApiError::NotThatUser(Some(error)))?;
    if user.id == subject.id { Ok(user) } else { Err(BackendApiError::NotThatUser(None)) }
}

fn refusal(status: u16, answer: &Answer) -> ClerkUsersError {
    let code = ErrorCode::of(answer);
    let error = match status {
        // A proxy or a wrong base address says 404 too. Only Clerk's own word ends an account.
        404 if &*code.0 == ErrorCode::NOT_FOUND => return ClerkUsersError::Gone,
        401 | 403 => {
            tracing::error!(status, %code, "Clerk refused the secret key");
            BackendApiError::KeyRefused { status, code }
        }
        _ => BackendApiError::Status { status, code },
    };
    unavailable(answer.retry_after, error)
}

fn unavailable(retry_after: Option<Duration>, error: BackendApiError) -> ClerkUsersError {
    let source: Arc<dyn Error + Send + Sync> = Arc::new(error);
    ClerkUsersError::Unavailable { retry_after, source }
}

impl BackendApi {
    async fn remove(&self, subject: &Subject) -> Result<(), ClerkUsersError> {
        if subject.issuer != self.issuer {
            return Err(unavailable(None, BackendApiError::OtherIssuer(self.issuer.clone())));
        }
        let path = ["v1", "users", subject.id.as_str()];
        let answer = self.endpoint.delete_below(&path, self.headers.clone()).await;
        let answer = answer.map_err(|error| unavailable(None, BackendApiError::Call(error)))?;
        match answer.status {
            200 | 204 => Ok(()),
            status => match refusal(status, &answer) {
                ClerkUsersError::Gone => Ok(()),
                error @ ClerkUsersError::Unavailable { .. } => Err(error),
            },
        }
    }
}

impl ClerkAccounts for BackendApi {
    fn delete<'a>(&'a self, subject: &'a Subject) -> BoxFuture<'a, Result<(), ClerkUsersError>> {
        Box::pin(self.remove(subject))
    }
}

impl ClerkUsers for BackendApi {
    fn user<'a>(&'a self, subject: &'a Subject) -> BoxFuture<'a, Result<ClerkUser, ClerkUsersError>> {
        Box::pin(self.fetch(subject))
    }
}
