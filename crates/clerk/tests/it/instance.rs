//! A made-up Clerk instance: a key pair, an issuer, and tokens.

use std::{
    sync::{Arc, LazyLock},
    time::Duration,
};

use aws_lc_rs::{
    encoding::AsDer,
    rand::SystemRandom,
    rsa::{KeyPair, KeySize},
    signature::{KeyPair as _, RSA_PKCS1_SHA256, RsaEncoding},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use orientor_clerk::{KeySet, SessionVerifier, VerifierSettings};
use orientor_identity::{
    Clock, Credentials, Issuer, ManualClock, TokenFault, VerifiedSession, VerifyError, VerifyToken,
};
use serde_json::{Value, json};

/// The time in every test, unless it says otherwise.
pub(crate) const NOW: u64 = 1_800_000_000;
pub(crate) const ISSUER: &str = "https://example.accounts.dev";
pub(crate) const KID: &str = "ins_2ours";
pub(crate) const PARTY: &str = "https://app.example.com";

/// The instance that the tests trust.
pub(crate) static OURS: LazyLock<Instance> = LazyLock::new(|| Instance::new(KID));
/// Another instance, or ours after it has changed its key.
pub(crate) static OTHER: LazyLock<Instance> = LazyLock::new(|| Instance::new("ins_2other"));

pub(crate) struct Instance {
    pub(crate) kid: &'static str,
    pub(crate) pair: KeyPair,
}

impl Instance {
    fn new(kid: &'static str) -> Self {
        Self { kid, pair: KeyPair::generate(KeySize::Rsa2048).unwrap() }
    }

    /// The public key as an entry of a key set, under any name.
    pub(crate) fn jwk(&self, kid: &str) -> Value {
        let public = self.pair.public_key();
        let n = URL_SAFE_NO_PAD.encode(public.modulus().big_endian_without_leading_zero());
        let e = URL_SAFE_NO_PAD.encode(public.exponent().big_endian_without_leading_zero());
        json!({"use": "sig", "kty": "RSA", "kid": kid, "alg": "RS256", "n": n, "e": e})
    }

    pub(crate) fn jwks(&self) -> String {
        key_set_of(&[self.jwk(self.kid)])
    }

    /// The public key as the dashboard shows it.
    pub(crate) fn pem(&self) -> String {
        let der = self.pair.public_key().as_der().unwrap();
        format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", STANDARD.encode(der.as_ref()))
    }

    /// A token of exactly these bytes.
    pub(crate) fn sign_with(&self, header: &[u8], payload: &[u8], encoding: &'static dyn RsaEncoding) -> String {
        let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
        let mut signature = vec![0; self.pair.public_modulus_len()];
        self.pair.sign(encoding, &SystemRandom::new(), signed.as_bytes(), &mut signature).unwrap();
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    pub(crate) fn sign_bytes(&self, header: &[u8], payload: &[u8]) -> String {
        self.sign_with(header, payload, &RSA_PKCS1_SHA256)
    }

    pub(crate) fn sign(&self, header: &Value, claims: &Value) -> String {
        self.sign_bytes(header.to_string().as_bytes(), claims.to_string().as_bytes())
    }

    /// A good token with other claims: `null` here removes one.
    pub(crate) fn token(&self, changes: Value) -> String {
        self.sign(&header(self.kid), &changed(claims(), changes))
    }
}

pub(crate) fn key_set_of(keys: &[Value]) -> String {
    json!({"keys": keys}).to_string()
}

pub(crate) fn header(kid: &str) -> Value {
    json!({"alg": "RS256", "cat": "cl_B7d4PD111AAA", "kid": kid, "typ": "JWT"})
}

/// The claims of a version 2 session token, minted at [`NOW`].
pub(crate) fn claims() -> Value {
    json!({
        "azp": PARTY, "exp": NOW + 60, "fva": [1, -1], "iat": NOW, "iss": ISSUER, "jti": "0a1b2c3d4e5f6071",
        "nbf": NOW - 5, "o": {"id": "org_2abc", "slg": "school", "rol": "admin"}, "pla": "u:free",
        "sid": "sess_2def", "sts": "active", "sub": "user_2abc", "v": 2,
    })
}

pub(crate) fn changed(mut object: Value, changes: Value) -> Value {
    let members = object.as_object_mut().unwrap();
    for (name, value) in changes.as_object().unwrap() {
        if value.is_null() {
            members.remove(name);
        } else {
            members.insert(name.clone(), value.clone());
        }
    }
    object
}

pub(crate) fn issuer() -> Issuer {
    ISSUER.parse().unwrap()
}

/// Parties are configured, and nothing unusual is allowed.
pub(crate) fn settings() -> VerifierSettings {
    VerifierSettings { authorized_parties: vec![PARTY.to_owned()], ..VerifierSettings::default() }
}

pub(crate) fn clock() -> Arc<ManualClock> {
    Arc::new(ManualClock::at(NOW))
}

/// A verifier that knows our key from the configuration.
pub(crate) fn fixed_verifier(settings: VerifierSettings, clock: &Arc<ManualClock>) -> SessionVerifier {
    let keys = KeySet::fixed(issuer(), &OURS.pem().parse().unwrap()).unwrap();
    SessionVerifier::new(settings, vec![keys], Arc::clone(clock) as Arc<dyn Clock>).unwrap()
}

/// A verifier that fetches keys from `url`.
pub(crate) fn fetching_verifier(settings: VerifierSettings, url: &str, clock: &Arc<ManualClock>) -> SessionVerifier {
    let keys = KeySet::fetched_from(issuer(), url).unwrap();
    SessionVerifier::new(settings, vec![keys], Arc::clone(clock) as Arc<dyn Clock>).unwrap()
}

/// What comes of a token in an `Authorization` header.
pub(crate) async fn verify(verifier: &SessionVerifier, token: &str) -> Result<Arc<VerifiedSession>, VerifyError> {
    let header = format!("Bearer {token}");
    let credentials = Credentials { authorization: vec![header.as_bytes()], ..Credentials::default() };
    verifier.verify(&credentials).await
}

/// The same without waiting.
pub(crate) fn verify_now(verifier: &SessionVerifier, token: &str) -> Option<Result<Arc<VerifiedSession>, VerifyError>> {
    let header = format!("Bearer {token}");
    let credentials = Credentials { authorization: vec![header.as_bytes()], ..Credentials::default() };
    verifier.verify_now(&credentials)
}

pub(crate) fn fault_now(verifier: &SessionVerifier, token: &str) -> Option<TokenFault> {
    fault(verify_now(verifier, token).expect("no network is needed"))
}

/// The fault of a refused token, `None` for a good one.
pub(crate) fn fault(outcome: Result<Arc<VerifiedSession>, VerifyError>) -> Option<TokenFault> {
    match outcome {
        Ok(_) => None,
        Err(VerifyError::Refused(fault)) => Some(fault),
        Err(error) => panic!("neither accepted nor refused: {error:?}"),
    }
}

pub(crate) const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}
