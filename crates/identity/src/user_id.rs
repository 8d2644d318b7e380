//! The application's own user id.

use std::fmt;

use serde::Serialize;

/// The integer that names a user in the application's database, at least 1.
///
/// It has no parser and no `Deserialize`: a number that a client sent is a
/// [`UserRef`](crate::UserRef) until somebody has looked it up.
///
/// ```compile_fail
/// let id: orientor_identity::UserId = serde_json::from_str("42").unwrap();
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct UserId(i64);

/// The integer cannot be a user id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not a user id: ids start at 1")]
pub struct InvalidUserId(pub i64);

impl UserId {
    /// For a [`Directory`](crate::Directory), which has just read the value from
    /// a row of the users table, or from a column that refers to it. Nothing else may call this.
    ///
    /// # Errors
    ///
    /// [`InvalidUserId`] if the value is below 1.
    pub fn from_row(value: i64) -> Result<Self, InvalidUserId> {
        if value >= 1 { Ok(Self(value)) } else { Err(InvalidUserId(value)) }
    }

    /// The integer, for binding to a query.
    #[must_use]
    pub fn get(self) -> i64 {
        self.0
    }
}

impl fmt::Display for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
