//! What proxies are told that ask about a request.

use std::{path::Path, sync::Arc, time::Duration};

use orientor_devclerk::TokenOptions;
use orientor_http::{ForwardAuth, IdentityHeaders, IdentityKey, IdentitySigner};
use orientor_identity::SystemClock;
use orientor_testkit::node;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Setup, TestApp, User, nobody, send};

const VERIFY: &str = "/auth/verify";
pub(crate) const PARTY: &str = "https://app.example.com";
const NAMES: [&str; 4] = ["x-auth-user-id", "x-auth-subject", "x-auth-session-id", "x-auth-identity"];

/// A server that signs, with a second key in waiting.
pub(crate) fn signing() -> ForwardAuth {
    let key = || IdentityKey::generate_pem().unwrap().parse().unwrap();
    let signer =
        IdentitySigner::new(key(), Some(key()), "orientor".into(), "orientor-upstream".into(), Arc::new(SystemClock));
    ForwardAuth { signer: Some(Arc::new(signer)), ..ForwardAuth::default() }
}

pub(crate) fn with_cookies() -> Setup {
    Setup { parties: vec![PARTY.to_owned()], forward_auth: signing(), ..Setup::default() }
}

/// The session cookie of somebody, as a browser on [`PARTY`] has it.
pub(crate) fn cookie(app: &TestApp, user: &User) -> String {
    let options = TokenOptions {
        lifetime: Some(Duration::from_hours(1)),
        origin: Some(PARTY.to_owned()),
        ..TokenOptions::default()
    };
    format!("__session={}", app.clerk.session_token(&user.clerk_id.parse().unwrap(), &options).unwrap().jwt)
}

fn has_no_identity(answer: &Answer) {
    for name in NAMES {
        assert!(!answer.headers.contains_key(name), "{answer:?}");
    }
    let refusal = answer.headers.get("x-auth-refusal").unwrap_or_else(|| panic!("{answer:?}"));
    assert_eq!(refusal.to_str().unwrap(), answer.text);
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[tokio::test]
async fn a_request_with_a_user_may_pass_and_says_whose_it_is() {
    let app = TestApp::with(Setup { forward_auth: signing(), ..Setup::default() }).await;
    let ada = app.user("ada").await;

    for path in [VERIFY, "/auth/verify/", "/auth/verify/any/path?x=1", "/auth/verify//", "/auth/verify/%2F..%2Fhealth"]
    {
        for method in [Method::GET, Method::HEAD, Method::OPTIONS, Method::POST, Method::DELETE, Method::PATCH] {
            let answer = send(ada.request(method.clone(), path)).await;
            assert_eq!((answer.status, answer.text.as_str()), (200, ""), "{method} {path}");
            assert_eq!(answer.header("x-auth-user-id"), ada.id.to_string());
            assert_eq!(answer.header("x-auth-subject"), ada.clerk_id);
            assert!(answer.header("x-auth-session-id").starts_with("sess_"), "{answer:?}");
            assert_eq!(answer.header("x-auth-identity").split('.').count(), 3);
            assert_eq!(answer.header("cache-control"), "no-store");
        }
    }
}

#[tokio::test]
async fn a_browser_s_question_before_a_request_of_another_origin_is_no_permission() {
    let app = TestApp::with(Setup { origins: vec![PARTY.to_owned()], ..with_cookies() }).await;

    for method in [Method::OPTIONS, Method::HEAD, Method::GET] {
        let preflight = app.request(method.clone(), VERIFY).header("origin", PARTY);
        let preflight = preflight.header("access-control-request-method", "POST");
        assert_eq!(send(preflight).await.status, 401, "{method}");
    }
}

#[tokio::test]
async fn the_headers_are_called_what_the_operator_wants() {
    let headers = IdentityHeaders::named(["Remote-User", "X-Clerk-Id", "X-Sid", "X-Jwt"]).unwrap();
    let app = TestApp::with(Setup { forward_auth: ForwardAuth { headers, ..signing() }, ..Setup::default() }).await;
    let ada = app.user("ada").await;

    let answer = ada.get(VERIFY).await;

    assert_eq!(answer.header("remote-user"), ada.id.to_string());
    assert_eq!(answer.header("x-clerk-id"), ada.clerk_id);
    assert!(answer.headers.contains_key("x-sid") && answer.headers.contains_key("x-jwt"));
    assert!(NAMES.iter().all(|name| !answer.headers.contains_key(*name)), "{answer:?}");
}

#[tokio::test]
async fn method_and_origin_are_those_of_the_forwarded_request() {
    let app = TestApp::with(with_cookies()).await;
    let cookie = cookie(&app, &app.user("ada").await);
    let ask = async |method: Method, headers: &[(&str, &str)]| {
        let request = app.request(method, "/auth/verify/goals/7").header("cookie", &cookie);
        send(headers.iter().fold(request, |request, (name, value)| request.header(*name, *value))).await
    };

    for headers in [
        &[][..],
        &[("x-forwarded-method", "GET"), ("origin", "https://evil.example.com")],
        &[("x-forwarded-method", "POST"), ("origin", PARTY), ("x-forwarded-host", "evil.example.com")],
        &[("x-original-method", "DELETE"), ("x-original-uri", "/goals/7"), ("origin", PARTY)],
    ] {
        assert_eq!(ask(Method::GET, headers).await.status, 200, "{headers:?}");
    }
    for (method, headers) in [
        (Method::GET, &[("x-forwarded-method", "POST")][..]),
        (Method::GET, &[("x-original-method", "PUT"), ("origin", "https://evil.example.com")]),
        (Method::GET, &[("x-original-method", "PUT"), ("x-forwarded-method", "GET")]),
        (Method::GET, &[("x-forwarded-method", "POST"), ("origin", "null")]),
        (Method::GET, &[("x-forwarded-method", "POST"), ("x-forwarded-host", "app.example.com")]),
        // Envoy asks with the client's own method.
        (Method::POST, &[]),
        (Method::POST, &[("x-forwarded-method", "GET"), ("x-original-method", "GET")]),
        (Method::DELETE, &[("origin", "https://evil.example.com")]),
    ] {
        let refused = ask(method.clone(), headers).await;
        assert_eq!(refused.error(), (403, "origin_not_allowed"), "{method} {headers:?}");
        has_no_identity(&refused);
    }
    assert_eq!(ask(Method::POST, &[("origin", PARTY)]).await.status, 200);
}

#[tokio::test]
async fn every_refusal_is_one_that_proxies_understand() {
    let never = Setup { cache_for: Duration::ZERO, stale_for: Duration::ZERO, ..Setup::default() };
    let app = TestApp::with(Setup { forward_auth: signing(), ..never }).await;
    let ada = app.user("ada").await;
    let off = app.user("off").await;
    app.run(&format!("UPDATE users SET is_active = false WHERE id = {}", off.id)).await;
    let torn = app.at_clerk("torn");
    app.old_row("email, is_active, onboarding_completed", "'torn@example.com', false, false").await;
    let keyless = Some(format!("{}/.well-known/jwks.json", nobody().await));
    let keyless = app.neighbour(Setup { keys_url: keyless, ..Setup::default() }).await;

    let missing = app.get(VERIFY).await;
    assert_eq!(missing.error(), (401, "token_missing"));
    assert_eq!(missing.header("www-authenticate"), "Bearer");
    has_no_identity(&missing);
    let invalid = send(app.request(Method::GET, VERIFY).bearer_auth("nonsense")).await;
    assert_eq!(invalid.error(), (401, "token_invalid"));
    assert_eq!(invalid.header("www-authenticate"), "Bearer error=\"invalid_token\"");
    let refused = off.get(VERIFY).await;
    assert_eq!(refused.error(), (403, "user_deactivated"));
    has_no_identity(&refused);
    // Elsewhere 409, which nginx would turn into 500.
    assert_eq!(app.client_of(&torn).get("/api/v1/users/me").await.error(), (409, "identity_conflict"));
    assert_eq!(app.client_of(&torn).get(VERIFY).await.error(), (403, "identity_conflict"));
    let waiting = keyless.client_of(&ada.clerk_id.parse().unwrap()).get(VERIFY).await;
    assert_eq!(waiting.error(), (503, "keys_unavailable"));
    assert_eq!(ada.get(VERIFY).await.status, 200);
    app.db.close().await;
    let waiting = ada.get(VERIFY).await;
    assert_eq!(waiting.error(), (503, "database_unavailable"));
    assert_eq!(waiting.header("retry-after"), "1");
    has_no_identity(&waiting);
}

#[tokio::test]
async fn what_was_signed_is_not_given_out_once_the_bridge_says_no() {
    let app = TestApp::with(Setup { forward_auth: signing(), cache_for: Duration::ZERO, ..Setup::default() }).await;
    let ada = app.user("ada").await;
    let first = ada.get(VERIFY).await;
    assert_eq!(ada.get(VERIFY).await.header("x-auth-identity"), first.header("x-auth-identity"));

    app.run(&format!("UPDATE users SET is_active = false WHERE id = {}", ada.id)).await;

    let refused = ada.get(VERIFY).await;
    assert_eq!(refused.error(), (403, "user_deactivated"));
    has_no_identity(&refused);
}

#[tokio::test]
async fn without_a_key_nothing_is_signed_and_the_key_set_is_empty() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;

    let answer = ada.get(VERIFY).await;

    assert_eq!(answer.header("x-auth-user-id"), ada.id.to_string());
    assert!(!answer.headers.contains_key("x-auth-identity"));
    assert_eq!(app.get("/.well-known/jwks.json").await.body, json!({ "keys": [] }));
}

/// Has the library `jose` verify a token against the key set that the server publishes.
pub(crate) async fn jose(app: &TestApp, token: &str) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/forward_auth/verify.mjs");
    let arguments = [format!("{}/.well-known/jwks.json", app.url), token.to_owned()];
    let run = move || node::run(&script, &arguments, &[] as &[(&str, &str)]);
    let said = tokio::task::spawn_blocking(run).await.unwrap().stdout;
    serde_json::from_str(&said).unwrap_or_else(|_| panic!("{said}"))
}

#[tokio::test]
async fn a_library_in_another_language_verifies_what_was_signed() {
    let app = TestApp::with(Setup { forward_auth: signing(), ..Setup::default() }).await;
    let ada = app.user("ada").await;
    let answer = ada.get(VERIFY).await;
    let token = answer.header("x-auth-identity");
    let keys = app.get("/.well-known/jwks.json").await;
    assert_eq!(keys.body["keys"].as_array().unwrap().len(), 2, "the next key is known beforehand");
    assert!(!keys.text.contains("\"d\""), "no private part: {}", keys.text);

    let verified = jose(&app, token).await;

    let claims = &verified["payload"];
    assert_eq!(claims["sub"], ada.id.to_string());
    assert_eq!(claims["sid"], answer.header("x-auth-session-id"));
    assert_eq!(claims["exp"].as_u64().unwrap() - claims["iat"].as_u64().unwrap(), 60);
    assert_eq!(claims.as_object().unwrap().len(), 6, "{claims}");
    assert_eq!(verified["header"]["alg"], "ES256");
    assert_eq!(verified["header"]["kid"], keys.body["keys"][0]["kid"]);
    // Another letter in the middle of any part.
    for part in 0..3 {
        let mut parts: Vec<String> = token.split('.').map(str::to_owned).collect();
        let at = parts[part].len() / 2;
        let other = if parts[part].as_bytes()[at] == b'A' { "B" } else { "A" };
        parts[part].replace_range(at..=at, other);
        let refused = jose(&app, &parts.join(".")).await;
        assert!(refused["refused"].is_string(), "part {part}: {refused}");
    }
    // Another server's keys are not ours.
    let other = TestApp::with(Setup { forward_auth: signing(), ..Setup::default() }).await;
    assert_eq!(jose(&other, token).await["refused"], "ERR_JWKS_NO_MATCHING_KEY");
}
