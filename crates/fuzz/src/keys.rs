//! Keys from settings: publishable, secret, and the public one as PEM.

use orientor_clerk::{JwtKey, KeySet, PublishableKey, SecretKey};
use orientor_identity::is_dns_name;

use crate::instance::issuer;

/// The bytes are a text, or nothing.
pub(crate) fn run(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };

    if let Ok(key) = text.parse::<PublishableKey>() {
        assert_eq!(key.as_str(), text);
        // Signing keys are fetched from there.
        let host = key.issuer().as_str().strip_prefix("https://").expect("keys travel encrypted");
        assert!(is_dns_name(host), "{host}");
        assert_eq!(key.jwks_url(), format!("https://{host}/.well-known/jwks.json"));
        assert_eq!(key.cookie_suffix().len(), 8);
    }

    if let Ok(key) = text.parse::<SecretKey>() {
        assert!(text.len() < 12 || !format!("{key:?}").contains(&text[8..]), "a secret shows");
    }

    if let Ok(key) = text.parse::<JwtKey>() {
        // A key that can be read can be used, or is refused by name.
        let _ = KeySet::fixed(issuer(), &key);
    }
}
