//! A user id as Clerk writes it.

use std::{
    fmt,
    hash::{Hash, Hasher},
    str::FromStr,
};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Longest part after the prefix. Clerk uses 27 characters today.
const MAX_SUFFIX: usize = 64;
const PREFIX: &str = "user_";
const MAX: usize = PREFIX.len() + MAX_SUFFIX;

/// A user id as Clerk writes it: `user_`, then 1 to 64 letters and digits, case-sensitive.
///
/// The field is private, so every value in the program has been checked, also
/// those read from a column: no derive that would wrap any string. Cloning is cheap.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClerkUserId(InPlace);

/// A text in place and not behind a pointer, because every request looks an id up among many,
/// and each pointer followed costs more than comparing all of this.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct InPlace {
    /// Filled up with zeros.
    bytes: [u8; MAX],
    length: u8,
}

/// The text is not a Clerk user id. It does not repeat the text, which a client chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a Clerk user id: expected `user_` and 1 to 64 letters or digits")]
pub struct InvalidClerkUserId;

impl ClerkUserId {
    /// The id as Clerk writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Letters, digits and an underscore are UTF-8, so there is always a text.
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    fn as_bytes(&self) -> &[u8] {
        self.0.bytes.get(..usize::from(self.0.length)).unwrap_or_default()
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
        let mut bytes = [0; MAX];
        bytes.get_mut(..text.len()).ok_or(InvalidClerkUserId)?.copy_from_slice(text.as_bytes());
        let length = u8::try_from(text.len()).map_err(|_| InvalidClerkUserId)?;
        Ok(Self(InPlace { bytes, length }))
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
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for ClerkUserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ClerkUserId").field(&self.as_str()).finish()
    }
}

/// Without the zeros, which would make hashing slower and no id more different.
impl Hash for ClerkUserId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_bytes().hash(state);
    }
}

impl Serialize for ClerkUserId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
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

        #[test]
        fn ids_compare_as_their_texts_do(a in "user_[A-Ca-c0-2]{1,3}", b in "user_[A-Ca-c0-2]{1,3}") {
            let (first, second): (ClerkUserId, ClerkUserId) = (a.parse().unwrap(), b.parse().unwrap());
            prop_assert_eq!(first.cmp(&second), a.cmp(&b));
            prop_assert_eq!(first == second, a == b);
        }
    }
}
