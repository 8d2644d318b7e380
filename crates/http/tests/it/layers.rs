//! What every request passes through.

use std::{
    io::Write,
    sync::{Arc, Mutex, OnceLock},
};

use reqwest::Method;
use serde_json::json;
use tracing_subscriber::{EnvFilter, fmt::MakeWriter};

use crate::support::{Setup, TestApp, send};

const OURS: &str = "https://app.example.com";
const FOREIGN: &str = "https://evil.example.com";

#[tokio::test]
async fn every_answer_has_an_id_of_ours() {
    let app = TestApp::with(Setup { origins: vec![OURS.to_owned()], ..Setup::default() }).await;
    let ada = app.user("ada").await;
    let preflight = app
        .request(Method::OPTIONS, "/api/v1/users/me")
        .header("origin", OURS)
        .header("access-control-request-method", "GET");
    let mut ids = std::collections::HashSet::new();
    for request in [
        ada.request(Method::GET, "/api/v1/users/me"),
        ada.request(Method::GET, "/api/v1/users/me").header("x-request-id", "forged"),
        app.request(Method::GET, "/api/v1/users/me"),
        app.request(Method::GET, "/nothing"),
        app.request(Method::DELETE, "/health"),
        app.request(Method::GET, "/openapi.json"),
        app.request(Method::GET, "/docs/"),
        app.request(Method::HEAD, "/health"),
        ada.request(Method::PUT, "/api/v1/space/skills").body("x"),
        preflight,
    ] {
        let answer = send(request).await;
        let id = answer.header("x-request-id").to_owned();
        assert!(id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()), "{answer:?}");
        assert!(ids.insert(id), "twice the same id: {answer:?}");
    }
}

#[tokio::test]
async fn pages_of_configured_origins_may_call_and_no_others() {
    let app = TestApp::with(Setup { origins: vec![OURS.to_owned()], ..Setup::default() }).await;
    let ada = app.user("ada").await;
    let preflight = |origin: &str, method: &str| {
        let request = app.request(Method::OPTIONS, "/api/v1/profiles/update").header("origin", origin);
        let request = request.header("access-control-request-method", method);
        send(request.header("access-control-request-headers", "authorization,content-type"))
    };

    for method in ["GET", "PUT", "POST", "DELETE"] {
        let allowed = preflight(OURS, method).await;
        assert_eq!((allowed.status, allowed.header("access-control-allow-origin")), (200, OURS));
        assert_eq!(allowed.header("access-control-allow-credentials"), "true");
        assert!(allowed.header("access-control-allow-methods").contains(method), "{allowed:?}");
        assert!(allowed.header("access-control-allow-headers").contains("authorization"), "{allowed:?}");
    }
    for origin in [FOREIGN, "null", "http://app.example.com", "https://app.example.com.evil.example.com"] {
        let refused = preflight(origin, "GET").await;
        assert!(!refused.headers.contains_key("access-control-allow-origin"), "{refused:?}");
        let read = send(ada.request(Method::GET, "/api/v1/users/me").header("origin", origin)).await;
        assert_eq!(read.status, 200, "a token in the header is good from anywhere");
        assert!(!read.headers.contains_key("access-control-allow-origin"), "{read:?}");
    }
    let read = send(ada.request(Method::GET, "/api/v1/users/me").header("origin", OURS)).await;
    assert_eq!((read.status, read.header("access-control-allow-origin")), (200, OURS));
    assert!(read.header("access-control-expose-headers").contains("x-request-id"), "{read:?}");
    // Errors, too, or the page could not read them.
    let missing = send(app.request(Method::GET, "/api/v1/users/me").header("origin", OURS)).await;
    assert_eq!((missing.status, missing.header("access-control-allow-origin")), (401, OURS));
}

#[tokio::test]
async fn a_development_server_answers_only_its_own_machine() {
    let origins = vec!["http://localhost:3000".to_owned()];
    let app = TestApp::with(Setup { origins, loopback_only: true, ..Setup::default() }).await;
    let health = || app.request(Method::GET, "/health");

    for request in [
        health(),
        health().header("host", "localhost:8000"),
        health().header("host", "[::1]:8000"),
        health().header("origin", "http://localhost:3000"),
    ] {
        assert_eq!(send(request).await.status, 200);
    }
    for request in [
        health().header("host", "rebound.example.com"),
        health().header("host", "rebound.example.com:8000"),
        health().header("host", "localhost.example.com"),
        health().header("host", "127.0.0.1.example.com:80"),
        health().header("origin", FOREIGN),
        health().header("origin", "null"),
        health().header("origin", "http://localhost:3001"),
    ] {
        assert_eq!(send(request).await.error(), (403, "not_from_here"));
    }
}

async fn breaks() -> &'static str {
    panic!("with a secret")
}

#[tokio::test]
async fn a_handler_that_panics_is_an_error_of_ours_and_takes_nobody_with_it() {
    let handlers = axum::Router::new()
        .route("/breaks", axum::routing::get(breaks))
        .route("/works", axum::routing::get(async || "yes"));
    let router = orientor_http::with_layers(handlers, &orientor_http::RouterSettings::default());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(orientor_http::serve(listener, router, std::future::pending()));
    let client = reqwest::Client::builder().no_proxy().build().unwrap();

    let broken = send(client.get(format!("{url}/breaks"))).await;

    assert_eq!(broken.error(), (500, "internal"));
    assert!(!broken.text.contains("secret") && !broken.header("x-request-id").is_empty(), "{broken:?}");
    assert_eq!(send(client.get(format!("{url}/works"))).await.text, "yes");
}

/// Where log lines go, for all tests of this process: one subscriber is all that there can be.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Lines {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

fn log() -> &'static Lines {
    static LINES: OnceLock<Lines> = OnceLock::new();
    LINES.get_or_init(|| {
        let lines = Lines::default();
        let filter = EnvFilter::new("debug,orientor_http=trace,orientor_identity=trace,orientor_store=trace");
        tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(lines.clone()).init();
        lines
    })
}

#[tokio::test]
async fn no_log_line_holds_a_token_an_address_or_what_somebody_wrote() {
    let log = log();
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("lovelace.logged").await, app.user("bob.logged").await);
    let secret = "weeping-willow";
    ada.update(&json!({ "story": secret, "skills": [secret], "creativity": 3 })).await;
    ada.write_to(&bob, secret).await;
    for (method, path, body) in [
        (Method::POST, "/api/v1/messages", json!({ "recipient_id": bob.id, "body": secret.repeat(500) })),
        (Method::POST, "/api/v1/messages", json!({ "recipient_id": secret, "body": secret })),
        (Method::PUT, "/api/v1/profiles/update", json!({ "age": secret })),
        (Method::PUT, "/api/v1/profiles/update", json!({ secret: 1 })),
        (Method::GET, "/api/v1/profiles/user_weepingwillow", json!(null)),
        (Method::GET, "/api/v1/peers/compatible?limit=weeping-willow", json!(null)),
    ] {
        let answer = send(ada.request(method, path).json(&body)).await;
        assert!((400..500).contains(&answer.status), "{answer:?}");
    }
    // Also where something goes wrong: a token that is nearly right, and a database that is away.
    let mut eve = ada.clone();
    eve.token.push('x');
    assert_eq!(eve.get("/api/v1/users/me").await.status, 401);
    app.db.close().await;
    assert_eq!(ada.put("/api/v1/profiles/update", &json!({ "story": secret })).await.status, 503);
    assert_eq!(app.client_of(&app.at_clerk("carol.logged")).get("/api/v1/users/me").await.status, 503);

    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();

    assert!(text.contains("answered 200 in") && text.contains("/api/v1/messages"), "something is written");
    let signature = ada.token.rsplit('.').next().unwrap();
    for held in [signature, &ada.token[..60], secret, "weepingwillow", "logged@example.com", "lovelace.logged"] {
        let line = text.lines().find(|line| line.contains(held));
        assert_eq!(line, None, "{held}");
    }
}
