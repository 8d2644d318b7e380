//! Why a use case did not do what was asked, by what the caller can do.

use orientor_store::StoreError;

/// Why a use case failed.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// Nobody whom the caller may see. Whether they exist is not told.
    #[error("there is no such user")]
    NoSuchUser,
    /// The caller named themselves where somebody else belongs.
    #[error("this cannot be done to oneself")]
    Yourself,
    /// There is no such thing among the caller's.
    #[error("there is no such row")]
    Missing,
    /// It stands against something that is there.
    #[error("it stands against another row")]
    Conflict,
    /// Something else has to be done first.
    #[error("this cannot be done yet")]
    NotYet,
    /// A value does not fit.
    #[error("{path:?} does not fit: {reason}")]
    Invalid {
        /// The member of the body; empty when it cannot be told.
        path: String,
        /// Why, for people.
        reason: String,
    },
    /// The caller has not rated themselves, and what was asked needs that.
    #[error("the caller has not rated themselves")]
    NotRated,
    /// What the caller has rated and what is asked for have nothing in common.
    #[error("there is nothing to compare")]
    NothingToCompare,
    /// What is shared asks for a password.
    #[error("a password is needed")]
    PasswordRequired,
    /// It is another password.
    #[error("the password is wrong")]
    PasswordWrong,
    /// Others are waiting already. Try again.
    #[error("there is too much to do")]
    Busy,
    /// A fault of ours that no database has a part in.
    #[error("{0}")]
    Fault(&'static str),
    /// We could not look. Try again.
    #[error("the database could not be asked")]
    Unavailable(#[source] StoreError),
    /// A fault of ours, or damage in the database.
    #[error("a use case failed")]
    Failed(#[source] StoreError),
}

impl From<StoreError> for ServiceError {
    fn from(error: StoreError) -> Self {
        match error {
            // What was referred to is gone, which is the same to whoever asked.
            StoreError::Missing | StoreError::Dangling(_) => Self::Missing,
            StoreError::Conflict(_) => Self::Conflict,
            StoreError::Invalid { path, reason } => Self::Invalid { path, reason },
            StoreError::Unavailable(_) => Self::Unavailable(error),
            StoreError::Damaged { .. } | StoreError::Failed(_) => Self::Failed(error),
        }
    }
}
