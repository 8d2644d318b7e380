//! `orientor serve` and an OpenTelemetry collector: what it gets, and what happens without it.

use std::net::Ipv4Addr;

use orientor_devclerk::{NewUser, TokenOptions};
use reqwest::Client;
use tokio::net::TcpListener;
use wiremock::{Mock, MockServer, ResponseTemplate, matchers::any};

use crate::support::{ISSUER, SECRET, Server, clerk_of, migrated};

const TRACE: [u8; 16] = *b"\x0a\xf7\x65\x19\x16\xcd\x43\xdd\x84\x48\xeb\x21\x1c\x80\x31\x9c";
const PARENT: [u8; 8] = *b"\xb7\xad\x6b\x71\x69\x20\x33\x31";
const TRACEPARENT: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

/// Asks for Ada with this collector, asks the server to end, and says the token and the request's id.
async fn ask(collector: &str) -> (String, String) {
    let database = migrated().await;
    let clerk = clerk_of(Vec::new()).await;
    let ada = clerk.create_user(NewUser::with_email("ada.traced@example.com")).unwrap();
    let token = clerk.session_token(&ada, &TokenOptions::default()).unwrap().jwt;
    let keys = format!("{}/.well-known/jwks.json", clerk.url());
    let environment = [
        ("CLERK_ISSUERS", ISSUER),
        ("CLERK_JWKS_URL", &keys),
        ("CLERK_API_URL", clerk.url()),
        SECRET,
        ("OTEL_EXPORTER_OTLP_ENDPOINT", collector),
        // Far longer than the test: nothing here may wait for it.
        ("OTEL_EXPORTER_OTLP_TIMEOUT", "600000"),
        ("OTEL_BSP_EXPORT_TIMEOUT", "600000"),
        ("ORIENTOR_DRAIN_SECONDS", "1"),
    ];
    let server = Server::start(database.url(), &environment).await;
    let (client, mut id) = (Client::new(), String::new());
    for _ in 0..200 {
        let request = client.get(format!("{}/api/v1/users/me", server.url)).bearer_auth(&token);
        let answer = request.header("traceparent", TRACEPARENT).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        answer.headers()["x-request-id"].to_str().unwrap().clone_into(&mut id);
    }
    assert!(server.program.end("TERM").await.0.success());
    clerk.shutdown().await.unwrap();
    (token, id)
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[tokio::test]
async fn a_collector_gets_the_span_of_a_request_below_its_caller_before_the_program_ends() {
    let collector = MockServer::start().await;
    Mock::given(any()).respond_with(ResponseTemplate::new(200)).mount(&collector).await;

    let (token, id) = ask(&collector.uri()).await;

    let requests = collector.received_requests().await.unwrap();
    assert!(requests.iter().all(|it| it.method == "POST" && it.url.path() == "/v1/traces"), "{requests:?}");
    assert!(requests.iter().all(|it| it.headers["content-type"] == "application/x-protobuf"), "{requests:?}");
    let said: Vec<u8> = requests.into_iter().flat_map(|request| request.body).collect();
    // Protobuf has texts and bytes as they are; the number is behind its name.
    assert!(holds(&said, &TRACE) && holds(&said, &PARENT));
    for text in ["GET /api/v1/users/me", "http.route", "service.name", "orientor", &id] {
        assert!(holds(&said, text.as_bytes()), "{text}");
    }
    assert!(holds(&said, b"http.response.status_code\x12\x03\x18\xc8\x01"));
    let signature = token.rsplit('.').next().unwrap();
    for text in [signature, &token[..60], "ada.traced", "user_", "hush"] {
        assert!(!holds(&said, text.as_bytes()), "{text}");
    }
}

#[tokio::test]
async fn a_collector_that_never_answers_or_is_not_there_keeps_nobody_waiting() {
    let silent = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let gone = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap().local_addr().unwrap();

    ask(&format!("http://{}", silent.local_addr().unwrap())).await;
    ask(&format!("http://{gone}/")).await;
}
