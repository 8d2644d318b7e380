//! The keys that sign identities for applications behind a proxy.

use std::{fmt, str::FromStr};

use aws_lc_rs::{
    digest::{SHA256, digest},
    error::Unspecified,
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use serde_json::{Value, json};

/// One ECDSA key on P-256, which signs as ES256 (RFC 7518 section 3.4).
pub struct IdentityKey {
    pair: EcdsaKeyPair,
    /// The thumbprint of RFC 7638, so that one key has one name wherever it is configured.
    id: String,
    x: String,
    y: String,
}

/// The text is not such a key. It is not repeated, because it is a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidIdentityKey {
    /// A public key, a certificate, an encrypted key, or no PEM at all.
    #[error("it is not a private key in PEM; `orientor identity-key` makes one")]
    NotAKey,
    /// Something is missing or was added while it was copied.
    #[error("the private key is damaged: it is not base64 between its armour lines")]
    Damaged,
    /// RSA, another curve, or numbers that do not belong together.
    #[error("the private key cannot be used: expected one on the curve P-256; `orientor identity-key` makes one")]
    Unsuitable,
}

/// The cryptographic library refused.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the cryptographic library refused the operation")]
pub struct KeyError(#[from] Unspecified);

impl IdentityKey {
    /// A new key, as PKCS#8 in PEM.
    ///
    /// # Errors
    ///
    /// [`KeyError`] if the library fails.
    pub fn generate_pem() -> Result<String, KeyError> {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING)?;
        let document = pair.to_pkcs8v1()?;
        let base64 = STANDARD.encode(document.as_ref());
        let mut pem = String::from("-----BEGIN PRIVATE KEY-----\n");
        let mut rest = base64.as_str();
        while !rest.is_empty() {
            let (line, after) = rest.split_at(rest.len().min(64));
            pem.push_str(line);
            pem.push('\n');
            rest = after;
        }
        pem.push_str("-----END PRIVATE KEY-----\n");
        Ok(pem)
    }

    /// Its name in tokens and in the key set.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    pub(super) fn to_jwk(&self) -> Value {
        let Self { id, x, y, .. } = self;
        json!({ "kty": "EC", "crv": "P-256", "x": x, "y": y, "kid": id, "alg": "ES256", "use": "sig" })
    }

    /// The two numbers of the signature, 32 bytes each.
    pub(super) fn sign(&self, text: &[u8]) -> Result<impl AsRef<[u8]> + use<>, KeyError> {
        Ok(self.pair.sign(&SystemRandom::new(), text)?)
    }

    fn of(pair: EcdsaKeyPair) -> Option<Self> {
        // An uncompressed point: 4, and then two numbers of 32 bytes.
        let (x, y) = match pair.public_key().as_ref() {
            [4, point @ ..] if point.len() == 64 => point.split_at(32),
            _ => return None,
        };
        let (x, y) = (URL_SAFE_NO_PAD.encode(x), URL_SAFE_NO_PAD.encode(y));
        let canonical = format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#);
        let id = URL_SAFE_NO_PAD.encode(digest(&SHA256, canonical.as_bytes()));
        Some(Self { pair, id, x, y })
    }
}

/// PKCS#8 or the older form of OpenSSL, in PEM with real, escaped or no line breaks.
impl FromStr for IdentityKey {
    type Err = InvalidIdentityKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.replace("\\r", "").replace("\\n", "\n");
        let block = |label: &str| {
            let (_, rest) = text.split_once(&format!("-----BEGIN {label}-----"))?;
            Some(rest.split_once(&format!("-----END {label}-----"))?.0)
        };
        let (body, is_pkcs8) = match (block("PRIVATE KEY"), block("EC PRIVATE KEY")) {
            (Some(body), None) => (body, true),
            (None, Some(body)) => (body, false),
            _ => return Err(InvalidIdentityKey::NotAKey),
        };
        let base64: String = body.split_ascii_whitespace().collect();
        let der = STANDARD.decode(base64).map_err(|_| InvalidIdentityKey::Damaged)?;
        let read = if is_pkcs8 { EcdsaKeyPair::from_pkcs8 } else { EcdsaKeyPair::from_private_key_der };
        let pair = read(&ECDSA_P256_SHA256_FIXED_SIGNING, &der).map_err(|_| InvalidIdentityKey::Unsuitable)?;
        Self::of(pair).ok_or(InvalidIdentityKey::Unsuitable)
    }
}

/// Without what is secret.
impl fmt::Debug for IdentityKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdentityKey").field("id", &self.id).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_survives_being_printed_pasted_and_mangled() {
        let pem = IdentityKey::generate_pem().unwrap();
        let key: IdentityKey = pem.parse().unwrap();
        for text in [
            pem.replace('\n', "\\n"),
            pem.replace('\n', "\r\n"),
            pem.replace('\n', " "),
            format!("\n  {pem}  \n"),
            format!("-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n{pem}"),
        ] {
            assert_eq!(text.parse::<IdentityKey>().unwrap().id(), key.id(), "{text}");
        }
        assert!(!format!("{key:?}").contains(pem.lines().nth(1).unwrap()));
    }

    #[test]
    fn the_older_form_of_openssl_is_read_as_well() {
        // From RFC 9500 section 2.3, testECCP256: a key that everybody knows.
        let pem = "-----BEGIN EC PRIVATE KEY-----\n\
            MHcCAQEEIObLW92AqkWunJXowVR2Z5/+yVPBaFHnEedDk5WJxk/BoAoGCCqGSM49\n\
            AwEHoUQDQgAEQiVI+I+3gv+17KN0RFLHKh5Vj71vc75eSOkyMsxFxbFsTNEMTLjV\n\
            uKFxOelIgsiZJXKZNCX0FBmrfpCkKklCcg==\n\
            -----END EC PRIVATE KEY-----\n";
        let key: IdentityKey = pem.parse().unwrap();
        assert_eq!(key.to_jwk()["x"], "QiVI-I-3gv-17KN0RFLHKh5Vj71vc75eSOkyMsxFxbE");
    }

    #[test]
    fn anything_else_is_refused_without_repeating_it() {
        let pem = IdentityKey::generate_pem().unwrap();
        let body = pem.lines().nth(1).unwrap();
        for (text, fault) in [
            (String::new(), InvalidIdentityKey::NotAKey),
            (body.to_owned(), InvalidIdentityKey::NotAKey),
            (pem.replace("PRIVATE", "PUBLIC"), InvalidIdentityKey::NotAKey),
            (pem.replace("PRIVATE", "ENCRYPTED PRIVATE"), InvalidIdentityKey::NotAKey),
            (pem.replace("-----END", "END"), InvalidIdentityKey::NotAKey),
            (pem.replacen('M', "!", 1), InvalidIdentityKey::Damaged),
            (pem.replace(body, ""), InvalidIdentityKey::Unsuitable),
        ] {
            let error = text.parse::<IdentityKey>().unwrap_err();
            assert_eq!(error, fault, "{text}");
            assert!(!error.to_string().contains(body));
        }
    }
}
