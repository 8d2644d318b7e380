//! The secret key, which opens the Backend API.

use std::{fmt, str::FromStr};

use secrecy::{ExposeSecret, SecretString};

use super::Environment;

/// How much of a secret key may be seen: `sk_test` or `sk_live`.
const VISIBLE: usize = 7;

/// A secret key, `sk_test_…` or `sk_live_…`. Shows its first seven characters only, and wipes itself when dropped.
#[derive(Clone)]
pub struct SecretKey {
    environment: Environment,
    text: SecretString,
}

/// The text is not a secret key. It does not repeat the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a secret key: expected `sk_test_` or `sk_live_` and letters or digits")]
pub struct InvalidSecretKey;

impl SecretKey {
    /// Whether it opens a development or a production instance.
    #[must_use]
    pub fn environment(&self) -> Environment {
        self.environment
    }

    /// The key in clear, for the `Authorization` header.
    pub(crate) fn expose(&self) -> &str {
        self.text.expose_secret()
    }
}

impl FromStr for SecretKey {
    type Err = InvalidSecretKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (environment, rest) = Environment::split(text, "sk").ok_or(InvalidSecretKey)?;
        let fits = (1..=256).contains(&rest.len());
        if fits && rest.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            Ok(Self { environment, text: text.into() })
        } else {
            Err(InvalidSecretKey)
        }
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let visible = self.expose().get(..VISIBLE).unwrap_or_default();
        write!(f, "SecretKey({visible}…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_tells_its_environment_and_hides_the_rest() {
        let key: SecretKey = "sk_live_abcDEF123".parse().unwrap();

        assert_eq!(key.environment(), Environment::Live);
        assert_eq!(key.expose(), "sk_live_abcDEF123");
        assert_eq!(format!("{key:?}"), "SecretKey(sk_live…)");
        assert_eq!("sk_test_a".parse::<SecretKey>().unwrap().environment(), Environment::Test);
    }

    #[test]
    fn other_shapes_are_refused() {
        for text in ["", "sk_test_", "sk_prod_abc", "pk_test_abc", "sk_test_a\nb", "sk_test_a b", " sk_test_a", "sk_a"]
        {
            assert!(text.parse::<SecretKey>().is_err(), "{text:?}");
        }
    }
}
