//! The three keys that an operator copies from Clerk's dashboard.

mod jwt_key;
mod publishable;
mod secret;

use base64::{
    alphabet::STANDARD,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

pub use jwt_key::{InvalidJwtKey, JwtKey};
pub use publishable::{InvalidPublishableKey, PublishableKey};
pub use secret::{InvalidSecretKey, SecretKey};

/// Dashboards show keys with their base64 padding, environment files often hold them without.
const EITHER_PADDING: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Which of its two kinds of instance a key belongs to.
///
/// The publishable and the secret key of one deployment must agree on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Environment {
    /// A development instance: `…_test_…`.
    Test,
    /// A production instance: `…_live_…`.
    Live,
}

impl Environment {
    /// Splits `<kind>_test_…` or `<kind>_live_…` into the environment and what follows.
    fn split<'t>(text: &'t str, kind: &str) -> Option<(Self, &'t str)> {
        let rest = text.strip_prefix(kind)?.strip_prefix('_')?;
        let (word, rest) = rest.split_once('_')?;
        match word {
            "test" => Some((Self::Test, rest)),
            "live" => Some((Self::Live, rest)),
            _ => None,
        }
    }
}
