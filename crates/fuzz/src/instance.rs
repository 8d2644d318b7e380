//! A made-up Clerk instance whose key lives as long as the process.

use std::sync::{Arc, LazyLock};

use aws_lc_rs::{
    encoding::AsDer as _,
    rand::SystemRandom,
    rsa::{KeyPair, KeySize},
    signature::{KeyPair as _, RSA_PKCS1_SHA256},
};
use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use orientor_clerk::{KeySet, SessionVerifier, VerifierSettings};
use orientor_identity::{Issuer, ManualClock};

/// Now, in Unix seconds.
pub(crate) const NOW: u64 = 1_800_000_000;
/// The `iss` of its tokens.
pub(crate) const ISSUER: &str = "https://example.accounts.dev";
/// The only party.
pub(crate) const PARTY: &str = "https://app.example.com";
/// Names the instance, as in the issuer.
const PUBLISHABLE_KEY: &str = "pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk";

static PAIR: LazyLock<KeyPair> = LazyLock::new(|| KeyPair::generate(KeySize::Rsa2048).expect("randomness"));

/// Knows the key from its settings, so that nothing ever waits for a network.
pub(crate) static VERIFIER: LazyLock<Arc<SessionVerifier>> = LazyLock::new(|| {
    let der = PAIR.public_key().as_der().expect("a public key can be written");
    let pem = format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", STANDARD.encode(der.as_ref()));
    let keys = KeySet::fixed(issuer(), &pem.parse().expect("a public key can be read")).expect("a usable key");
    let settings = VerifierSettings {
        authorized_parties: vec![PARTY.to_owned()],
        publishable_key: Some(PUBLISHABLE_KEY.parse().expect("a publishable key")),
        ..VerifierSettings::default()
    };
    let clock = Arc::new(ManualClock::at(NOW));
    Arc::new(SessionVerifier::new(settings, vec![keys], clock).expect("good settings"))
});

pub(crate) fn issuer() -> Issuer {
    ISSUER.parse().expect("an issuer")
}

/// A token of exactly these bytes, signed.
pub(crate) fn sign(header: &[u8], payload: &[u8]) -> String {
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
    let mut signature = vec![0; PAIR.public_modulus_len()];
    PAIR.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), signed.as_bytes(), &mut signature).expect("a signature");
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}
