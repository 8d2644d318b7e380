//! The provider's own list of users, for the checks that compare with it.

use serde::{Deserialize, Serialize};

/// A user as the provider lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DirectoryUser {
    /// The provider's id.
    pub id: String,
    /// The primary address.
    pub email: Option<String>,
    /// Whether the provider has proof that the address is the user's.
    pub verified: bool,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// What the application has told the provider about its own id.
    pub external_id: Option<String>,
}

/// The list.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    /// Everybody in it.
    pub users: Vec<DirectoryUser>,
    /// Whether the operator vouches for addresses without verification.
    pub trusted: bool,
}
