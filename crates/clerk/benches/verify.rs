//! What a session token costs: the bare signature, the whole token, and a token seen before.
//!
//! Targets: a whole token at most 1.2 times its bare signature, a token seen before about 1 µs.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot start should say so loudly")]

use std::{
    cell::Cell,
    hint::black_box,
    sync::{Arc, LazyLock},
    time::{SystemTime, UNIX_EPOCH},
};

use aws_lc_rs::{
    encoding::AsDer,
    rand::SystemRandom,
    rsa::{KeyPair, KeySize},
    signature::{KeyPair as _, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use divan::Bencher;
use orientor_clerk::{KeySet, SessionVerifier, VerifierSettings};
use orientor_identity::{Credentials, SystemClock, VerifyToken};
use serde_json::json;

const ISSUER: &str = "https://example.accounts.dev";
const PARTY: &str = "https://app.example.com";
const ENTRIES: usize = 100_000;

static PAIR: LazyLock<KeyPair> = LazyLock::new(|| KeyPair::generate(KeySize::Rsa2048).unwrap());

fn main() {
    divan::main();
}

/// A token as version 2 instances mint them, told apart by `n`.
fn token(n: usize) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let header =
        json!({"alg": "RS256", "cat": "cl_B7d4PD111AAA", "kid": "ins_2abcdefghijklmnopqrstuvwxyz", "typ": "JWT"});
    let claims = json!({
        "azp": PARTY, "exp": now + 36_000, "fva": [12, -1], "iat": now, "iss": ISSUER, "jti": format!("{n:020x}"),
        "nbf": now - 10, "o": {"id": "org_2abcdefghijklmnopqrstuvwxyz", "per": "read,manage", "rol": "admin", "slg": "s"},
        "pla": "o:pro", "fea": "o:dashboard", "sid": format!("sess_2{n:026}"), "sts": "active",
        "sub": format!("user_2{n:026}"), "v": 2,
    });
    let signed = [header, claims].map(|part| URL_SAFE_NO_PAD.encode(part.to_string())).join(".");
    let mut signature = vec![0; PAIR.public_modulus_len()];
    PAIR.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), signed.as_bytes(), &mut signature).unwrap();
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}

fn verifier(token_cache_entries: usize) -> SessionVerifier {
    let pem = STANDARD.encode(PAIR.public_key().as_der().unwrap().as_ref());
    let keys = KeySet::fixed(ISSUER.parse().unwrap(), &pem.parse().unwrap()).unwrap();
    let settings = VerifierSettings {
        authorized_parties: vec![PARTY.to_owned()],
        token_cache_entries,
        ..VerifierSettings::default()
    };
    SessionVerifier::new(settings, vec![keys], Arc::new(SystemClock)).unwrap()
}

fn verify(verifier: &SessionVerifier, header: &str) {
    let credentials = Credentials { authorization: vec![header.as_bytes()], ..Credentials::default() };
    black_box(verifier.verify_now(&credentials)).unwrap().unwrap();
}

/// The floor: one RSA verification by a parsed key, of a message that is cut out already.
#[divan::bench]
fn bare_signature(bencher: Bencher) {
    let token = token(0);
    let (message, signature) = token.rsplit_once('.').unwrap();
    let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
    let key = ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, PAIR.public_key()).unwrap();

    bencher.bench_local(|| black_box(key.verify_sig(black_box(message.as_bytes()), black_box(&signature))).unwrap());
}

/// A whole token with a known key, nothing remembered.
#[divan::bench]
fn whole_token(bencher: Bencher) {
    let verifier = verifier(0);
    let header = format!("Bearer {}", token(0));

    bencher.bench_local(|| verify(&verifier, black_box(&header)));
}

/// A token seen before.
#[divan::bench]
fn seen_before(bencher: Bencher) {
    let verifier = verifier(ENTRIES);
    let header = format!("Bearer {}", token(0));
    verify(&verifier, &header);

    bencher.bench_local(|| verify(&verifier, black_box(&header)));
}

/// A token seen before, each time another of a hundred thousand.
#[divan::bench]
fn seen_before_among_100k(bencher: Bencher) {
    let verifier = verifier(2 * ENTRIES);
    let headers: Vec<_> = (0..ENTRIES).map(|n| format!("Bearer {}", token(n))).collect();
    for header in &headers {
        verify(&verifier, header);
    }
    assert_eq!(verifier.remembered_tokens(), ENTRIES);
    let next = Cell::new(0);

    bencher.bench_local(|| {
        // A step that shares no factor with the length, so that neighbours in memory are not visited in turn.
        let at = (next.get() + 7_919) % ENTRIES;
        next.set(at);
        verify(&verifier, black_box(&headers[at]));
    });
}
