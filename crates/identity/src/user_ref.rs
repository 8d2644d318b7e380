//! A user as somebody outside named them.

use std::{fmt, num::NonZeroU64, str::FromStr};

use serde::{Deserialize, Deserializer, de};

use crate::ClerkUserId;

/// Either kind of id, as found in a path, a body or a CSV cell.
///
/// Parsing proves the shape only; [`Bridge::resolve_ref`](crate::Bridge::resolve_ref)
/// turns it into a [`UserId`](crate::UserId), or says that there is no such user.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum UserRef {
    /// A canonical decimal: digits only, no sign, no leading zero, 1 to `i64::MAX`.
    Number(UserNumber),
    /// A Clerk id.
    Clerk(ClerkUserId),
}

/// A number that claims to be a user id and has not been looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UserNumber(NonZeroU64);

/// The text is neither kind of id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a user: expected a whole number from 1, or a Clerk id such as `user_2abc`")]
pub struct InvalidUserRef;

impl UserNumber {
    /// The number, to look it up.
    #[must_use]
    pub fn get(self) -> i64 {
        // Both constructors keep the value within `i64`.
        self.0.get().cast_signed()
    }

    fn new(value: u64) -> Option<Self> {
        i64::try_from(value).ok()?;
        NonZeroU64::new(value).map(Self)
    }
}

impl FromStr for UserNumber {
    type Err = InvalidUserRef;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let canonical = matches!(text.as_bytes(), [b'1'..=b'9', rest @ ..] if rest.iter().all(u8::is_ascii_digit));
        if !canonical {
            return Err(InvalidUserRef);
        }
        text.parse().ok().and_then(Self::new).ok_or(InvalidUserRef)
    }
}

impl FromStr for UserRef {
    type Err = InvalidUserRef;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse() {
            Ok(number) => Ok(Self::Number(number)),
            Err(_) => text.parse().map(Self::Clerk).map_err(|_| InvalidUserRef),
        }
    }
}

impl fmt::Display for UserRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.0.fmt(f),
            Self::Clerk(id) => id.fmt(f),
        }
    }
}

/// A JSON number or a string, because today's clients send both.
impl<'de> Deserialize<'de> for UserRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl de::Visitor<'_> for Visitor {
            type Value = UserRef;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number from 1, or a Clerk id such as `user_2abc`")
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<UserRef, E> {
                UserNumber::new(value)
                    .map(UserRef::Number)
                    .ok_or_else(|| E::invalid_value(de::Unexpected::Unsigned(value), &self))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<UserRef, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_any(Visitor)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_canonical_decimals_only() {
        for text in ["0", "-1", "+1", "01", "1.0", "1e3", " 1", "1 ", "٣", "9223372036854775808", ""] {
            assert_eq!(text.parse::<UserRef>(), Err(InvalidUserRef), "{text:?}");
        }
        let largest: UserRef = "9223372036854775807".parse().unwrap();
        assert_eq!(largest.to_string(), "9223372036854775807");
    }

    #[test]
    fn bodies_may_carry_a_number_or_a_string() {
        for json in ["42", "\"42\""] {
            let parsed: UserRef = serde_json::from_str(json).unwrap();
            assert_eq!(parsed, "42".parse().unwrap(), "{json}");
        }
        for json in ["0", "-1", "1.5", "true", "null", "[1]", "\"\"", "18446744073709551615"] {
            assert!(serde_json::from_str::<UserRef>(json).is_err(), "{json}");
        }
    }

    proptest! {
        #[test]
        fn what_parses_is_written_back_unchanged(text in "[1-9][0-9]{0,17}|user_[A-Za-z0-9]{1,64}") {
            prop_assert_eq!(text.parse::<UserRef>().unwrap().to_string(), text);
        }

        #[test]
        fn nothing_panics(text in ".*") {
            let _ = text.parse::<UserRef>();
        }
    }
}
