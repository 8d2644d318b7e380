//! The keys that sign tokens, and how they are published.

use std::sync::Arc;

use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der, PublicKeyX509Der},
    error::{KeyRejected, Unspecified},
    rand::SystemRandom,
    rsa::{KeyPair, KeySize, PublicKeyComponents},
    signature::{KeyPair as _, RSA_PKCS1_SHA256},
};
use base64::{Engine as _, engine::general_purpose};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::ids::new_id;

/// The signing keys of the instance.
#[derive(Clone)]
pub(crate) struct KeyRing {
    /// Signs from now on.
    current: Arc<SigningKey>,
    /// Still published, newest first.
    older: Vec<Arc<SigningKey>>,
}

/// One RSA key of 2048 bits.
pub(crate) struct SigningKey {
    kid: String,
    pair: KeyPair,
    /// PKCS#8 in DER, base64.
    pkcs8: String,
    public_pem: String,
}

/// A key as it stands in the state file.
#[derive(Serialize, Deserialize)]
pub(crate) struct KeyRecord {
    kid: String,
    /// PKCS#8 in DER, base64.
    pkcs8: String,
}

/// The key could not be made, read or used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum KeyFault {
    #[error("the cryptographic library refused the operation")]
    Refused(#[from] Unspecified),
    #[error("the stored key is not an RSA key")]
    Rejected(#[from] KeyRejected),
    #[error("the stored key is not base64")]
    Base64(#[from] base64::DecodeError),
    #[error("there is no key")]
    None,
}

impl SigningKey {
    /// Makes a key, which takes a noticeable part of a second.
    pub(crate) fn generate(kid: String) -> Result<Self, KeyFault> {
        Self::new(kid, KeyPair::generate(KeySize::Rsa2048)?)
    }

    fn new(kid: String, pair: KeyPair) -> Result<Self, KeyFault> {
        let der: PublicKeyX509Der<'_> = pair.public_key().as_der()?;
        let text = general_purpose::STANDARD.encode(der.as_ref());
        let mut public_pem = String::from("-----BEGIN PUBLIC KEY-----\n");
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let (line, after) = rest.split_at(rest.len().min(64));
            public_pem.push_str(line);
            public_pem.push('\n');
            rest = after;
        }
        public_pem.push_str("-----END PUBLIC KEY-----\n");
        let der: Pkcs8V1Der<'_> = pair.as_der()?;
        let pkcs8 = general_purpose::STANDARD.encode(der.as_ref());
        Ok(Self { kid, pair, pkcs8, public_pem })
    }

    pub(crate) fn kid(&self) -> &str {
        &self.kid
    }

    /// The public half, SPKI in PEM.
    pub(crate) fn public_pem(&self) -> &str {
        &self.public_pem
    }

    /// RSASSA-PKCS1-v1_5 with SHA-256.
    pub(crate) fn sign(&self, text: &[u8]) -> Result<Vec<u8>, Unspecified> {
        let mut signature = vec![0; self.pair.public_modulus_len()];
        self.pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text, &mut signature)?;
        Ok(signature)
    }

    fn to_jwk(&self) -> Value {
        let parts = PublicKeyComponents::<Vec<u8>>::from(self.pair.public_key());
        let encode = |bytes: &[u8]| general_purpose::URL_SAFE_NO_PAD.encode(bytes);
        json!({
            "use": "sig", "kty": "RSA", "kid": self.kid, "alg": "RS256", "n": encode(&parts.n), "e": encode(&parts.e),
        })
    }

    fn to_record(&self) -> KeyRecord {
        KeyRecord { kid: self.kid.clone(), pkcs8: self.pkcs8.clone() }
    }
}

impl KeyRing {
    /// A ring of one new key, named after the instance as Clerk does.
    pub(crate) fn generate(instance_id: &str) -> Result<Self, KeyFault> {
        Ok(Self { current: Arc::new(SigningKey::generate(instance_id.to_owned())?), older: Vec::new() })
    }

    /// The ring of which [`to_records`](Self::to_records) made these.
    pub(crate) fn from_records(records: &[KeyRecord]) -> Result<Self, KeyFault> {
        let read = |record: &KeyRecord| {
            let der = general_purpose::STANDARD.decode(&record.pkcs8)?;
            Ok(Arc::new(SigningKey::new(record.kid.clone(), KeyPair::from_pkcs8(&der)?)?))
        };
        let mut keys = records.iter().map(read);
        let current = keys.next().ok_or(KeyFault::None)??;
        Ok(Self { current, older: keys.collect::<Result<_, KeyFault>>()? })
    }

    /// All keys for the state file, the current one first.
    pub(crate) fn to_records(&self) -> Vec<KeyRecord> {
        self.published().map(|key| key.to_record()).collect()
    }

    pub(crate) fn current(&self) -> &Arc<SigningKey> {
        &self.current
    }

    /// Signs with `key` from now on. Older keys stay published, but for one of the same name.
    pub(crate) fn rotate_to(&mut self, key: SigningKey) {
        let former = std::mem::replace(&mut self.current, Arc::new(key));
        self.older.insert(0, former);
        self.older.retain(|old| old.kid != self.current.kid);
    }

    /// Withdraws all keys but the current one.
    pub(crate) fn retire(&mut self) {
        self.older.clear();
    }

    /// The key set (RFC 7517) as Clerk publishes it.
    pub(crate) fn to_jwks(&self) -> Value {
        json!({ "keys": self.published().map(|key| key.to_jwk()).collect::<Vec<_>>() })
    }

    fn published(&self) -> impl Iterator<Item = &Arc<SigningKey>> {
        std::iter::once(&self.current).chain(&self.older)
    }
}

/// A name for a key that follows another.
pub(crate) fn new_kid() -> String {
    new_id("ins_")
}
