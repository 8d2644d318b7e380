//! A user id as Clerk writes it.

use std::{fmt, str::FromStr, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize};

/// Longest part after the prefix. Clerk uses 27 characters today.
const MAX_SUFFIX: usize = 64;
const PREFIX: &str = "user_";

/// A user id as Clerk writes it: `user_`, then 1 to 64 letters and digits, case-sensitive.
///
/// The field is private, so every value in the program has been checked, also
/// those read from a column: no derive that would wrap any string. Cloning is cheap.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct ClerkUserId(Arc<str>);

/// The text is not a Clerk user id. It does not repeat the text, which a client chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a Clerk user id: expected `user_` and 1 to 64 letters or digits")]
pub struct InvalidClerkUserId;

impl ClerkUserId {
    /// The id as Clerk writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn check(text: &str) -> Result<(), InvalidClerkUserId> {
        let suffix = text.strip_prefix(PREFIX).ok_or(InvalidClerkUserId)?;
        let fits = (1..=MAX_SUFFIX).contains(&suffix.len());
        if fits && suffix.bytes().all(|byte| byte.is_ascii_alphanumeric()) { Ok(()) } else { Err(InvalidClerkUserId) }
    }
}

impl FromStr for ClerkUserId {
    type Err = InvalidClerkUserId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::check(text)?;
        Ok(Self(text.into()))
    }
}

impl TryFrom<&str> for ClerkUserId {
    type Error = InvalidClerkUserId;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl fmt::Display for ClerkUserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for ClerkUserId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ids_that_clerk_could_not_have_issued_are_refused() {
        let too_long = format!("user_{}", "a".repeat(65));
        for text in [
            "",
            "user_",
            "User_2abc",
            "sess_2abc",
            "user_2abc ",
            " user_2abc",
            "user_2ab-c",
            "user_2ab\0c",
            "user_2abé",
            "user_user_2",
            "42",
            too_long.as_str(),
        ] {
            assert_eq!(text.parse::<ClerkUserId>(), Err(InvalidClerkUserId), "{text:?}");
            let json = serde_json::to_string(text).unwrap();
            assert!(serde_json::from_str::<ClerkUserId>(&json).is_err(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_parses_is_written_back_unchanged(text in "user_[A-Za-z0-9]{1,64}") {
            let id: ClerkUserId = text.parse().unwrap();
            prop_assert_eq!(id.to_string(), text.clone());
            let json = serde_json::to_string(&id).unwrap();
            prop_assert_eq!(serde_json::from_str::<ClerkUserId>(&json).unwrap(), id);
        }
    }
}
