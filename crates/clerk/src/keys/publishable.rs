//! The publishable key, which names the instance.

use std::str::FromStr;

use aws_lc_rs::digest;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use orientor_identity::Issuer;

use super::{EITHER_PADDING, Environment};

/// A publishable key, `pk_test_…` or `pk_live_…`: the name of one Clerk instance. Not a secret.
///
/// What it encodes decides where signing keys are fetched from, so it must be a
/// bare lower-case DNS name and nothing else, which is stricter than Clerk's own parser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishableKey {
    text: Box<str>,
    environment: Environment,
    issuer: Issuer,
    cookie_suffix: Box<str>,
}

/// The text is not a publishable key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a publishable key: expected `pk_test_` or `pk_live_` and base64 of a host name followed by `$`")]
pub struct InvalidPublishableKey;

impl PublishableKey {
    /// The key as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it names a development or a production instance.
    #[must_use]
    pub fn environment(&self) -> Environment {
        self.environment
    }

    /// The `iss` of the instance's tokens.
    #[must_use]
    pub fn issuer(&self) -> &Issuer {
        &self.issuer
    }

    /// Where the instance publishes its signing keys.
    #[must_use]
    pub fn jwks_url(&self) -> String {
        format!("{}/.well-known/jwks.json", self.issuer)
    }

    /// What the instance appends to its cookie names: `__session_<suffix>`, 8 characters.
    #[must_use]
    pub fn cookie_suffix(&self) -> &str {
        &self.cookie_suffix
    }
}

impl FromStr for PublishableKey {
    type Err = InvalidPublishableKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (environment, encoded) = Environment::split(text, "pk").ok_or(InvalidPublishableKey)?;
        let decoded = EITHER_PADDING.decode(encoded).map_err(|_| InvalidPublishableKey)?;
        let host = std::str::from_utf8(&decoded).ok().and_then(|text| text.strip_suffix('$'));
        let host = host.filter(|host| orientor_identity::is_dns_name(host)).ok_or(InvalidPublishableKey)?;
        let issuer = format!("https://{host}").parse().map_err(|_| InvalidPublishableKey)?;
        let mut cookie_suffix =
            URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, text.as_bytes()));
        cookie_suffix.truncate(8);
        Ok(Self { text: text.into(), environment, issuer, cookie_suffix: cookie_suffix.into() })
    }
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::STANDARD;
    use proptest::prelude::*;

    use super::*;

    fn key_for(decoded: &str) -> String {
        format!("pk_test_{}", STANDARD.encode(decoded))
    }

    #[test]
    fn a_key_names_its_instance() {
        let key: PublishableKey = "pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk".parse().unwrap();

        assert_eq!(key.environment(), Environment::Test);
        assert_eq!(key.issuer().as_str(), "https://example.accounts.dev");
        assert_eq!(key.jwks_url(), "https://example.accounts.dev/.well-known/jwks.json");
        assert_eq!(key.as_str(), "pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk");
        // Computed apart: printf %s <key> | openssl dgst -sha1 -binary | base64 | tr +/ -_ | cut -c-8
        assert_eq!(key.cookie_suffix(), "PXVV4PZn");
    }

    #[test]
    fn padding_may_be_there_or_not() {
        let padded = format!("pk_live_{}", STANDARD.encode("a.example.com$"));
        let bare = padded.trim_end_matches('=');
        assert_ne!(padded, bare);

        for text in [padded.as_str(), bare] {
            let key: PublishableKey = text.parse().unwrap();
            assert_eq!(key.issuer().as_str(), "https://a.example.com", "{text}");
            assert_eq!(key.environment(), Environment::Live);
        }
    }

    #[test]
    fn hosts_that_are_not_bare_dns_names_are_refused() {
        for decoded in [
            "",
            "$",
            "example.com",
            "example.com$$",
            "exa$mple.com$",
            "example$",
            "https://example.com$",
            "example.com/path$",
            "example.com:8443$",
            "user@example.com$",
            "example.com\n$",
            "example.com\r\nHost: x$",
            " example.com$",
            "10.0.0.1$",
            "[::1]$",
            "localhost$",
            "Example.com$",
            "exämple.com$",
            "example.com.$",
            "example.com$\n",
        ] {
            assert_eq!(key_for(decoded).parse::<PublishableKey>(), Err(InvalidPublishableKey), "{decoded:?}");
        }
    }

    #[test]
    fn other_shapes_are_refused() {
        let body = STANDARD.encode("example.accounts.dev$");
        for text in [
            String::new(),
            body.clone(),
            format!("test_{body}"),
            format!("pk_{body}"),
            format!("pk_prod_{body}"),
            format!("sk_test_{body}"),
            format!("PK_test_{body}"),
            format!("pk_test_{body}\n"),
            format!(" pk_test_{body}"),
            format!("pk_test_{body}_x"),
            format!("pk_test_{body}="),
            "pk_test_////".to_owned(),
        ] {
            assert_eq!(text.parse::<PublishableKey>(), Err(InvalidPublishableKey), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn every_dns_name_survives_the_round_trip(host in "[a-z][a-z0-9]{0,20}(\\.[a-z][a-z0-9]{0,10}){1,3}") {
            let key: PublishableKey = key_for(&format!("{host}$")).parse().unwrap();
            prop_assert_eq!(key.issuer().as_str(), format!("https://{host}"));
            prop_assert_eq!(key.cookie_suffix().len(), 8);
        }

        #[test]
        fn nothing_panics(text in "(pk_(test|live)_)?.*") {
            let _ = text.parse::<PublishableKey>();
        }
    }
}
