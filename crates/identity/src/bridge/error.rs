//! Why there is no user.

use std::time::Duration;

use crate::{
    ClerkUsersError, DirectoryError, VerifyError,
    policy::{Conflict, Refusal},
};

/// Why a subject or a reference has no user. The variants differ in what the caller can do.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ResolveError {
    /// Well formed, but nobody has it, or not any more.
    #[error("there is no such user")]
    Unknown,
    /// The subject was cut off, or Clerk no longer has it. Sign up anew.
    #[error("this identity has been revoked")]
    Revoked,
    /// Ask an operator.
    #[error("this user is deactivated")]
    Deactivated,
    /// The evidence contradicts itself. An operator has to decide.
    #[error("it cannot be told which user this identity belongs to; an operator has been notified")]
    Conflict(Conflict),
    /// Nobody has been provisioned for it, and new users are not created here.
    #[error("no user has been provisioned for this identity")]
    NotProvisioned,
    /// We could not look in the database. The user may well exist.
    #[error("the user directory could not be read")]
    Directory(#[source] DirectoryError),
    /// We could not ask Clerk. Try again later.
    #[error("Clerk could not be asked about this identity")]
    Clerk {
        /// How long Clerk asks to wait.
        retry_after: Option<Duration>,
        /// The cause.
        #[source]
        source: ClerkUsersError,
    },
}

impl From<Refusal> for ResolveError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Revoked => Self::Revoked,
            Refusal::Deactivated => Self::Deactivated,
            Refusal::Conflict(conflict) => Self::Conflict(conflict),
            Refusal::NotProvisioned => Self::NotProvisioned,
        }
    }
}

/// Why a request has no user.
#[derive(Debug, thiserror::Error)]
pub enum AuthError {
    /// The caller is not signed in.
    #[error(transparent)]
    Verify(#[from] VerifyError),
    /// The caller is signed in, and is nobody here.
    #[error(transparent)]
    Resolve(#[from] ResolveError),
    /// The session is over, although this token of it has not expired. Sign in.
    #[error("this session has ended")]
    SessionRevoked,
}
