//! What Clerk knows about a person. Filled by `orientor-clerk` from the Backend API.

use std::{error::Error, fmt, sync::Arc, time::Duration};

use crate::{BoxFuture, ClerkUserId, Subject};

/// Asks Clerk for a person, at first sight.
pub trait ClerkUsers: fmt::Debug + Send + Sync {
    /// Fetches one user.
    ///
    /// # Errors
    ///
    /// [`ClerkUsersError`]; the two kinds must never be confused.
    fn user<'a>(&'a self, subject: &'a Subject) -> BoxFuture<'a, Result<ClerkUser, ClerkUsersError>>;
}

/// Deletes people at Clerk. Filled by `orientor-clerk`.
pub trait ClerkAccounts: fmt::Debug + Send + Sync {
    /// Deletes the account of a person who is to be forgotten. One that is gone already counts as deleted.
    ///
    /// # Errors
    ///
    /// [`ClerkUsersError::Unavailable`]: whether it was deleted is not known.
    fn delete<'a>(&'a self, subject: &'a Subject) -> BoxFuture<'a, Result<(), ClerkUsersError>>;
}

/// A person as Clerk describes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClerkUser {
    /// The id.
    pub id: ClerkUserId,
    /// Free text that an import may have stored; unique per instance.
    pub external_id: Option<String>,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// All addresses, at most one of them primary.
    pub emails: Vec<ClerkEmail>,
    /// Banned or deprovisioned.
    pub blocked: bool,
    /// `updated_at`, Unix milliseconds; the watermark against older webhooks.
    pub updated_at_ms: Option<i64>,
}

/// One address of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClerkEmail {
    /// As Clerk has it; compare by [`EmailKey`](crate::EmailKey) only.
    pub address: String,
    /// Whether `primary_email_address_id` names it.
    pub primary: bool,
    /// Whether the person has shown that it is theirs.
    pub verification: Verification,
}

/// Who says that an address belongs to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verification {
    /// The person answered a code, a link or a provider.
    ByPerson,
    /// An import or an administrator said so (strategy `admin`).
    ByAdmin,
    /// Nobody; also every `reserved` address.
    None,
}

/// Why Clerk did not tell.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ClerkUsersError {
    /// Clerk has no such user: the token outlived its owner.
    #[error("Clerk has no such user")]
    Gone,
    /// We could not look.
    #[error("Clerk's Backend API did not answer")]
    Unavailable {
        /// How long Clerk asks to wait.
        retry_after: Option<Duration>,
        /// The cause.
        #[source]
        source: Arc<dyn Error + Send + Sync>,
    },
}
