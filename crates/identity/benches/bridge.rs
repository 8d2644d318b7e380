//! What it costs to turn the head of a request into a user id, beside the bare RSA signature.
//!
//! The verifier is the real one, with its key from a PEM; the directory answers from memory at once, and
//! memory outlasts the run, so that neither a database nor a timer is measured. `cargo xtask bench bridge`
//! compares the figures.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot start should say so loudly")]

use std::{
    hint::black_box,
    sync::{
        Arc, LazyLock,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
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
use futures_util::FutureExt as _;
use http::{HeaderValue, Request, header, request::Parts};
use orientor_clerk::{KeySet, SessionVerifier, VerifierSettings};
use orientor_identity::{
    Bridge, BridgeSettings, Credentials, Issuer, PersonClaims, Subject, SystemClock, UserId, VerifiedSession,
    axum::CurrentUser,
};
use orientor_testkit::identity::Everybody;
use serde_json::json;

const ISSUER: &str = "https://example.accounts.dev";
const PARTY: &str = "https://app.example.com";
/// Subjects in memory.
const SUBJECTS: usize = 100_000;
/// Tokens, each of another of the subjects.
const TOKENS: usize = 10_000;
/// Shares no factor with the number of tokens, so that neighbours in memory are not visited in turn.
const STEP: usize = 7_919;
const THREADS: [usize; 2] = [1, 2];
/// Calls a sample. Their heads are copied right before, so they are in the processor's cache
/// as those of a request are that was just read, while what the bridge keeps is not.
const SAMPLE: u32 = 32;
/// So many samples visit every token about six times.
const SAMPLES: u32 = 2_000;

static PAIR: LazyLock<KeyPair> = LazyLock::new(|| KeyPair::generate(KeySize::Rsa2048).unwrap());

/// `Authorization` headers; signed once for all benchmarks, which takes a few seconds.
static HEADERS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let numbers: Vec<usize> = (0..TOKENS).collect();
    let sign = |numbers: &[usize]| numbers.iter().map(|n| format!("Bearer {}", token(*n))).collect::<Vec<_>>();
    thread::scope(|scope| {
        let parts = numbers.chunks(TOKENS.div_ceil(cores));
        let parts: Vec<_> = parts.map(|part| scope.spawn(move || sign(part))).collect();
        parts.into_iter().flat_map(|part| part.join().unwrap()).collect()
    })
});

fn main() {
    divan::main();
}

/// The floor: one RSA verification by a parsed key, of a message that is cut out already.
#[divan::bench(threads = THREADS, sample_size = SAMPLE, sample_count = SAMPLES)]
fn bare_signature(bencher: Bencher<'_, '_>) {
    let key = ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, PAIR.public_key()).unwrap();
    let signed: Vec<(Vec<u8>, Vec<u8>)> = HEADERS
        .iter()
        .map(|header| {
            let (message, signature) = header["Bearer ".len()..].rsplit_once('.').unwrap();
            (message.as_bytes().to_vec(), URL_SAFE_NO_PAD.decode(signature).unwrap())
        })
        .collect();
    let turn = Turn::default();

    bencher
        .with_inputs(|| signed[turn.next()].clone())
        .bench_refs(|(message, signature)| black_box(key.verify_sig(message, signature)).unwrap());
}

/// A token that was never seen, of a user who is in memory. It is remembered, and another forgotten for it.
#[divan::bench(threads = THREADS, sample_size = SAMPLE, sample_count = SAMPLES)]
fn new_token_of_known_user(bencher: Bencher<'_, '_>) {
    // So few are kept that a token is forgotten long before its next turn.
    let bridge = bridge(TOKENS / 100);
    let turn = Turn::default();

    bencher.with_inputs(|| HEADERS[turn.next()].clone()).bench_refs(|header| authenticate(&bridge, header));
}

/// A token seen before, of a user who is in memory.
#[divan::bench(threads = THREADS, sample_size = SAMPLE, sample_count = SAMPLES)]
fn seen_before(bencher: Bencher<'_, '_>) {
    let bridge = bridge(SUBJECTS);
    for header in &*HEADERS {
        authenticate(&bridge, header);
    }
    let turn = Turn::default();

    bencher.with_inputs(|| HEADERS[turn.next()].clone()).bench_refs(|header| authenticate(&bridge, header));
}

/// The same, by the extractor, from the head of a request with a browser's headers.
#[divan::bench(threads = THREADS, sample_size = SAMPLE, sample_count = SAMPLES)]
fn seen_before_by_extractor(bencher: Bencher<'_, '_>) {
    let bridge = bridge(SUBJECTS);
    let extract = |head: &Parts| CurrentUser::from_parts(head, &bridge).now_or_never().unwrap().unwrap().id;
    for header in &*HEADERS {
        extract(&head(header));
    }
    let turn = Turn::default();

    bencher.with_inputs(|| head(&HEADERS[turn.next()])).bench_refs(|head| extract(head));
}

fn authenticate(bridge: &Bridge, header: &str) -> UserId {
    let credentials = Credentials { authorization: vec![header.as_bytes()], ..Credentials::default() };
    // In memory nothing waits, so no runtime is needed.
    bridge.authenticate(&credentials).now_or_never().unwrap().unwrap().user
}

/// Which token comes next; shared, so that two threads do not ask for the same one.
#[derive(Default)]
struct Turn(AtomicUsize);

impl Turn {
    fn next(&self) -> usize {
        self.0.fetch_add(STEP, Ordering::Relaxed) % TOKENS
    }
}

/// A bridge that has all subjects in memory.
fn bridge(token_cache_entries: usize) -> Bridge {
    let pem = STANDARD.encode(PAIR.public_key().as_der().unwrap().as_ref());
    let issuer: Issuer = ISSUER.parse().unwrap();
    let keys = KeySet::fixed(issuer.clone(), &pem.parse().unwrap()).unwrap();
    let settings = VerifierSettings {
        authorized_parties: vec![PARTY.to_owned()],
        token_cache_entries,
        ..VerifierSettings::default()
    };
    let tokens = SessionVerifier::new(settings, vec![keys], Arc::new(SystemClock)).unwrap();
    let settings =
        BridgeSettings { cache_entries: 2 * SUBJECTS, cache_for: Duration::from_hours(1), ..BridgeSettings::default() };
    let bridge = Bridge::new(Arc::new(tokens), Arc::new(Everybody), issuer.clone(), settings);
    for n in 0..SUBJECTS {
        let session = VerifiedSession {
            subject: Subject { issuer: issuer.clone(), id: clerk_id(n).parse().unwrap() },
            session_id: "sess_1".into(),
            expires_at: 0,
            issued_at: None,
            actor: None,
            claims: PersonClaims::default(),
        };
        bridge.ensure(&session).now_or_never().unwrap().unwrap();
    }
    bridge
}

fn clerk_id(n: usize) -> String {
    format!("user_2{n:026}")
}

/// A token as version 2 instances mint them.
fn token(n: usize) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let header =
        json!({"alg": "RS256", "cat": "cl_B7d4PD111AAA", "kid": "ins_2abcdefghijklmnopqrstuvwxyz", "typ": "JWT"});
    let claims = json!({
        "azp": PARTY, "exp": now + 36_000, "fva": [12, -1], "iat": now, "iss": ISSUER, "jti": format!("{n:020x}"),
        "nbf": now - 10, "pla": "u:free", "fea": "u:dashboard", "sid": format!("sess_2{n:026}"), "sts": "active",
        "sub": clerk_id(n), "v": 2,
    });
    let signed = [header, claims].map(|part| URL_SAFE_NO_PAD.encode(part.to_string())).join(".");
    let mut signature = vec![0; PAIR.public_modulus_len()];
    PAIR.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), signed.as_bytes(), &mut signature).unwrap();
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}

fn head(authorization: &str) -> Parts {
    let mut request = Request::get("/api/v1/users/me").body(()).unwrap();
    let headers = request.headers_mut();
    for (name, value) in [
        (header::HOST, "api.example.com"),
        (header::ACCEPT, "application/json"),
        (header::ACCEPT_ENCODING, "gzip, deflate, br, zstd"),
        (header::ACCEPT_LANGUAGE, "fr-CA,fr;q=0.9,en;q=0.8"),
        (header::AUTHORIZATION, authorization),
        (header::ORIGIN, PARTY),
        (header::REFERER, "https://app.example.com/"),
        (header::USER_AGENT, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
    ] {
        headers.insert(name, HeaderValue::from_str(value).unwrap());
    }
    request.into_parts().0
}
