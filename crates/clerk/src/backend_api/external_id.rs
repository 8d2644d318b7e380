//! Telling Clerk our own number of a user, as its `external_id`.

use orientor_identity::ClerkUserId;
use serde_json::json;

use super::{
    BackendApi, BackendApiError, ErrorCode,
    patience::{Impatient, patiently},
};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The user has it now.
    Written,
    /// There is no such user any more.
    Gone,
    /// Clerk does not want it, as a rule because another user has it already.
    Refused,
}

/// Why Clerk could not be told.
#[derive(Debug, thiserror::Error)]
pub enum TellError {
    /// Clerk gave no answer, or refused the key.
    #[error("Clerk's Backend API did not take the external id")]
    Api(#[source] BackendApiError),
    /// Clerk asks to wait longer than anybody would, or again and again.
    #[error("Clerk's Backend API limits how often it may be asked, and still did after {0} tries")]
    Limited(u32),
}

impl BackendApi {
    /// Writes the `external_id` of a user, over what it was. Waits as long as Clerk wants us to.
    ///
    /// # Errors
    ///
    /// [`TellError`]; then nothing is known about this user, and it can be tried again.
    pub async fn set_external_id(&self, user: &ClerkUserId, external_id: &str) -> Result<Told, TellError> {
        let (path, body) = (["v1", "users", user.as_str()], json!({ "external_id": external_id }));
        let call = || self.endpoint.patch_below(&path, &body, self.headers.clone());
        let answer = patiently(call).await.map_err(|error| match error {
            Impatient::Call(error) => TellError::Api(BackendApiError::Call(error)),
            Impatient::Limited(tries) => TellError::Limited(tries),
        })?;
        let (status, code) = (answer.status, ErrorCode::of(&answer));
        match status {
            200 => Ok(Told::Written),
            404 if &*code.0 == ErrorCode::NOT_FOUND => Ok(Told::Gone),
            400 | 409 | 422 => Ok(Told::Refused),
            401 | 403 => Err(TellError::Api(BackendApiError::KeyRefused { status, code })),
            _ => Err(TellError::Api(BackendApiError::Status { status, code })),
        }
    }
}
