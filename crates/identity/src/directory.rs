//! What the bridge asks of a database.

use std::{collections::HashMap, error::Error, fmt, sync::Arc};

use crate::{
    BoxFuture, ClerkUser, Subject, UserId, UserNumber,
    policy::{Conflict, PolicySettings, Refusal},
};

/// The users table and the links to it. The crate brings one over `sqlx`, for PostgreSQL and SQLite.
pub trait Directory: fmt::Debug + Send + Sync {
    /// Looks a subject up, without writing: by its link, else by the row that carries it.
    fn lookup<'a>(&'a self, subject: &'a Subject) -> BoxFuture<'a, Result<Lookup, DirectoryError>>;

    /// Carries the policy out for a subject without a link: loads the facts under
    /// locks, decides, writes, and appends the decision to the event log, in one transaction.
    ///
    /// Any number of processes may call this for the same subject at the same time:
    /// one of them writes, the others find what it wrote.
    fn provision<'a>(&'a self, request: Provision<'a>) -> BoxFuture<'a, Result<Provisioned, DirectoryError>>;

    /// Looks users up by number, in the order asked; `None` where there is no such user.
    /// One query per 1,000 numbers.
    fn users<'a>(&'a self, numbers: &'a [UserNumber]) -> BoxFuture<'a, Result<Vec<Option<UserState>>, DirectoryError>>;

    /// Looks many subjects up as [`Directory::lookup`] does, in the order asked. One query per 1,000 subjects of
    /// an instance.
    fn lookup_many<'a>(&'a self, subjects: &'a [Subject]) -> BoxFuture<'a, Result<Vec<Lookup>, DirectoryError>>;

    /// The subjects of many users. Users without any are absent. One query per 1,000 ids.
    fn subjects_of<'a>(
        &'a self,
        users: &'a [UserId],
    ) -> BoxFuture<'a, Result<HashMap<UserId, Vec<Subject>>, DirectoryError>>;
}

/// A user that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UserState {
    /// The id.
    pub id: UserId,
    /// Whether the row is active and the link, if one was followed, is not blocked.
    pub active: bool,
}

/// What the database says about a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// There is a link.
    Linked(UserState),
    /// No link, but exactly one row carries the subject in its own column.
    Carried(UserState),
    /// The subject was cut off for good.
    Tombstoned,
    /// It cannot be told whose it is.
    Conflict(Conflict),
    /// Nobody has it.
    Unknown,
}

impl Lookup {
    /// Whose the subject is, linked or carried.
    pub fn user(&self) -> Option<UserState> {
        match self {
            Self::Linked(state) | Self::Carried(state) => Some(*state),
            Self::Tombstoned | Self::Conflict(_) | Self::Unknown => None,
        }
    }
}

/// A request to provision.
#[derive(Clone, Copy, Debug)]
pub struct Provision<'a> {
    /// Whom.
    pub subject: &'a Subject,
    /// What is known about the person.
    pub person: crate::policy::Person<'a>,
    /// Who is driving, when that is somebody else (`act`); for the event log.
    pub actor: Option<&'a str>,
    /// The switches.
    pub settings: &'a PolicySettings,
}

/// The result of provisioning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Provisioned {
    /// The subject is linked now, by this call or by another.
    User {
        /// To whom.
        user: UserState,
        /// Whether this call created the user.
        created: bool,
    },
    /// Ask Clerk, then call again.
    AskClerk,
    /// Refused.
    Refused(Refusal),
}

/// We could not look, so nobody knows whether the user exists. Never provision on this.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the user directory did not answer")]
pub struct DirectoryError(#[source] pub Arc<dyn Error + Send + Sync>);

impl DirectoryError {
    /// Wraps a cause.
    pub fn new(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(Arc::from(cause.into()))
    }
}

/// A person made of what a token says, for deployments that put it there.
#[must_use]
pub(crate) fn person_from_claims(subject: &Subject, claims: &crate::PersonClaims) -> Option<ClerkUser> {
    // Only an address settles the question that the Backend API would be asked.
    let address = claims.email.as_deref()?;
    Some(ClerkUser {
        id: subject.id.clone(),
        external_id: claims.external_id.as_deref().map(str::to_owned),
        first_name: None,
        last_name: None,
        emails: vec![crate::ClerkEmail {
            address: address.to_owned(),
            primary: true,
            verification: if claims.email_verified { crate::Verification::ByPerson } else { crate::Verification::None },
        }],
        blocked: false,
        updated_at_ms: None,
    })
}
