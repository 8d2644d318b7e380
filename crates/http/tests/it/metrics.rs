//! Counters, and who may read them.

use orientor_http::ConnectionLimits;
use reqwest::Method;
use serde_json::json;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::support::{Setup, TestApp, send, until};

/// The value of a counter.
fn value(text: &str, name: &str) -> f64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("no {name} in\n{text}")).parse().unwrap()
}

#[tokio::test]
async fn a_development_server_counts_what_its_index_does() {
    let app = TestApp::with(Setup { loopback_only: true, ..Setup::default() }).await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let counters = async || send(app.request(Method::GET, "/metrics")).await;

    for user in [&ada, &bob] {
        user.update(&json!({ "skills": ["chess"] })).await;
    }
    ada.get("/api/v1/peers/compatible").await;
    let before = counters().await;
    bob.update(&json!({ "skills": ["law"] })).await;
    ada.get("/api/v1/peers/compatible").await;
    let after = counters().await;

    assert_eq!(before.status, 200);
    assert!(before.header("content-type").starts_with("text/plain; version=0.0.4"));
    for (name, expected) in [
        ("orientor_peer_index_enabled", 1.0),
        ("orientor_peer_index_ready", 1.0),
        ("orientor_peer_index_users", 2.0),
        ("orientor_peer_index_builds_total", 1.0),
        ("orientor_peer_rankings_total{from=\"index\"}", 1.0),
        ("orientor_peer_rankings_total{from=\"database\"}", 0.0),
    ] {
        assert!((value(&before.text, name) - expected).abs() < 1e-9, "{name}");
    }
    let more = |name| value(&after.text, name) - value(&before.text, name);
    assert!((more("orientor_peer_index_changes_total") - 1.0).abs() < 1e-9, "{}", after.text);
    assert!(more("orientor_peer_index_looks_total") > 0.5);
    assert!(value(&after.text, "orientor_peer_index_bytes") > 0.5);
    assert!(value(&after.text, "orientor_peer_index_build_seconds") > 0.0);
    assert!(value(&after.text, "orientor_peer_index_slowest_change_seconds") > 0.0);
    // Everything is said to be something.
    for line in after.text.lines().filter(|line| !line.starts_with('#')) {
        let name = line.split(['{', ' ']).next().unwrap();
        // The parts of a histogram have its name and an ending.
        let name = ["_bucket", "_sum", "_count"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
        assert!(after.text.contains(&format!("# TYPE {name} ")), "{line}");
    }
}

#[tokio::test]
async fn a_deployed_server_does_not_tell_its_counters_beside_the_api() {
    let app = TestApp::new().await;

    for path in ["/metrics", "/api/v1/metrics", "/v1/metrics"] {
        assert_eq!(send(app.request(Method::GET, path)).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn requests_are_counted_by_route_and_by_what_came_of_them() {
    let app = TestApp::with(Setup { loopback_only: true, ..Setup::default() }).await;
    let ada = app.user("ada").await;
    ada.get("/api/v1/profiles/1").await;
    ada.get("/v1/profiles/user_secretnobody").await;
    app.get("/api/v1/users/me").await;
    app.get("/secret-path").await;
    ada.get("/auth/verify/secret").await;
    send(app.request(Method::from_bytes(b"INVENT").unwrap(), "/auth/verify")).await;

    let text = app.get("/metrics").await.text;

    for (name, expected) in [
        ("orientor_http_requests_in_flight", 1.0),
        ("orientor_http_requests_total{route=\"/api/v1/users/me\",method=\"GET\",status=\"2xx\"}", 1.0),
        ("orientor_http_requests_total{route=\"/api/v1/users/me\",method=\"GET\",status=\"4xx\"}", 1.0),
        ("orientor_http_requests_total{route=\"/api/v1/profiles/{user}\",method=\"GET\",status=\"2xx\"}", 1.0),
        ("orientor_http_requests_total{route=\"/v1/profiles/{user}\",method=\"GET\",status=\"4xx\"}", 1.0),
        ("orientor_http_requests_total{route=\"-\",method=\"GET\",status=\"4xx\"}", 1.0),
        ("orientor_http_requests_total{route=\"/auth/verify/{*asked}\",method=\"GET\",status=\"2xx\"}", 1.0),
        ("orientor_http_requests_total{route=\"/auth/verify\",method=\"other\",status=\"4xx\"}", 1.0),
        ("orientor_http_errors_total{code=\"token_missing\"}", 2.0),
        ("orientor_http_errors_total{code=\"user_not_found\"}", 1.0),
        // There from the start, for whoever wants to know the rate.
        ("orientor_http_errors_total{code=\"overloaded\"}", 0.0),
        ("orientor_http_request_seconds_bucket{route=\"/api/v1/users/me\",le=\"+Inf\"}", 2.0),
        ("orientor_http_request_seconds_count{route=\"/api/v1/users/me\"}", 2.0),
        ("orientor_tokens_remembered", 1.0),
    ] {
        assert!((value(&text, name) - expected).abs() < 1e-9, "{name} in {text}");
    }
    assert!(value(&text, "orientor_http_request_seconds_sum{route=\"/api/v1/users/me\"}") > 0.0);
    assert!(value(&text, "orientor_database_connections_open") > 0.5);
    assert!(!text.contains("secret") && !text.contains("INVENT"), "{text}");
}

#[tokio::test]
async fn who_is_connected_and_who_is_turned_away_is_counted() {
    let connections = ConnectionLimits { connections: 1 };
    let app = TestApp::with(Setup { loopback_only: true, connections, ..Setup::default() }).await;
    let show = async || app.get("/metrics").await.text;
    let (open, refused) = ("orientor_http_connections_open", "orientor_http_connections_refused_total");
    let before = show().await;
    assert!((value(&before, open) - 1.0).abs() < 1e-9 && value(&before, refused).abs() < 1e-9, "{before}");

    for _ in 0..2 {
        let mut stream = TcpStream::connect(app.url.strip_prefix("http://").unwrap()).await.unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").await.unwrap();
        let mut said = String::new();
        stream.read_to_string(&mut said).await.unwrap();
        assert!(said.starts_with("HTTP/1.1 503 "), "{said}");
    }

    let after = show().await;
    assert!((value(&after, open) - 1.0).abs() < 1e-9 && (value(&after, refused) - 2.0).abs() < 1e-9, "{after}");
}

#[tokio::test]
async fn connections_that_end_are_not_counted_any_more() {
    let app = TestApp::with(Setup { loopback_only: true, ..Setup::default() }).await;
    let open = async || value(&app.get("/metrics").await.text, "orientor_http_connections_open");
    let mut others = Vec::new();
    for _ in 0..3 {
        others.push(TcpStream::connect(app.url.strip_prefix("http://").unwrap()).await.unwrap());
    }
    until("all are counted", async || (open().await - 4.0).abs() < 1e-9).await;

    drop(others);

    until("one is left", async || (open().await - 1.0).abs() < 1e-9).await;
}
