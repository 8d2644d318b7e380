//! Who may call, and where it listens.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

use orientor_devclerk::{DevClerk, NewUser, Settings, StartError};
use reqwest::{
    Method,
    header::{HOST, ORIGIN},
};
use serde_json::json;

use crate::support::{call, client, send, settings, start};

const ROUTES: [(Method, &str); 6] = [
    (Method::GET, "/"),
    (Method::GET, "/.well-known/jwks.json"),
    (Method::GET, "/v1/users"),
    (Method::POST, "/dev/token"),
    (Method::GET, "/dev/webhooks"),
    (Method::GET, "/no/such/route"),
];

#[tokio::test]
async fn addresses_beyond_this_machine_are_not_bound() {
    for ip in [Ipv4Addr::UNSPECIFIED.into(), Ipv6Addr::UNSPECIFIED.into(), Ipv4Addr::new(10, 0, 0, 1).into()] {
        let settings = Settings { bind: SocketAddr::new(ip, 0), ..settings() };
        assert!(matches!(DevClerk::start(settings).await, Err(StartError::NotLoopback(_))), "{ip}");
    }
}

#[tokio::test]
async fn every_route_refuses_names_that_are_not_this_machine() {
    let clerk = start().await;

    for (method, path) in ROUTES {
        for host in ["example.com", "localhost.example.com:8001", "10.0.0.1"] {
            let answer = send(call(&clerk, method.clone(), path).header(HOST, host)).await;
            assert_eq!((answer.status, answer.error_code()), (403, "host_invalid"), "{path} {host}");
        }
        let answer = send(call(&clerk, method.clone(), path).header(HOST, "localhost:1234")).await;
        assert_ne!(answer.status, 403, "{path}");
    }
}

#[tokio::test]
async fn every_route_refuses_pages_of_foreign_origins() {
    let clerk =
        DevClerk::start(Settings { app_origins: vec!["http://localhost:5173".into()], ..settings() }).await.unwrap();

    for (method, path) in ROUTES {
        for origin in ["https://example.com", "null", "http://localhost:5174", "http://localhost:5173/", ""] {
            let answer = send(call(&clerk, method.clone(), path).header(ORIGIN, origin)).await;
            assert_eq!((answer.status, answer.error_code()), (403, "origin_invalid"), "{path} {origin}");
        }
        let two = call(&clerk, method.clone(), path)
            .header(ORIGIN, "http://localhost:5173")
            .header(ORIGIN, "https://example.com");
        assert_eq!(send(two).await.status, 403, "{path}");
        let own = format!("http://localhost:{}", clerk.address().port());
        for origin in ["http://localhost:5173", &own] {
            let answer = send(call(&clerk, method.clone(), path).header(ORIGIN, origin)).await;
            assert_ne!(answer.status, 403, "{path} {origin}");
            assert_eq!(answer.headers["access-control-allow-origin"], origin);
        }
    }
}

#[tokio::test]
async fn browsers_of_known_origins_may_ask_first() {
    let clerk =
        DevClerk::start(Settings { app_origins: vec!["http://localhost:5173".into()], ..settings() }).await.unwrap();
    let preflight = |origin: &'static str| {
        let request = client().request(Method::OPTIONS, format!("{}/v1/users", clerk.url()));
        let request = request.header("access-control-request-method", "PATCH").header(ORIGIN, origin);
        send(request.header("access-control-request-headers", "authorization"))
    };

    let known = preflight("http://localhost:5173").await;
    let foreign = preflight("https://example.com").await;

    assert_eq!(known.status, 200);
    assert!(known.headers["access-control-allow-methods"].to_str().unwrap().contains("PATCH"));
    assert_eq!(foreign.status, 403);
    assert!(!foreign.headers.contains_key("access-control-allow-origin"));
}

#[tokio::test]
async fn only_development_keys_open_the_backend_api() {
    let clerk = start().await;
    let with = |value: Option<&str>| {
        let request = client().get(format!("{}/v1/users", clerk.url()));
        send(match value {
            Some(value) => request.header("authorization", value),
            None => request,
        })
    };

    for value in [None, Some(""), Some("Basic c2s="), Some("Bearer"), Some("sk_test_abc"), Some("bearer sk_test_abc")] {
        let answer = with(value).await;
        assert_eq!((answer.status, answer.error_code()), (401, "authentication_invalid"), "{value:?}");
    }
    for value in ["Bearer sk_live_abc", "Bearer sk_test_", "Bearer pk_test_abc", "Bearer sk_test_a b"] {
        let answer = with(Some(value)).await;
        assert_eq!((answer.status, answer.error_code()), (401, "clerk_key_invalid"), "{value}");
    }
    assert_eq!(with(Some("Bearer sk_test_abc")).await.status, 200);
}

#[tokio::test]
async fn key_sets_are_the_same_with_and_without_a_key() {
    let clerk = start().await;
    let url = |path| format!("{}{path}", clerk.url());

    let public = send(client().get(url("/.well-known/jwks.json"))).await;
    let secret = send(call(&clerk, Method::GET, "/v1/jwks")).await;
    let without_key = send(client().get(url("/v1/jwks"))).await;

    assert_eq!(public.body, secret.body);
    assert_eq!(public.body["keys"].as_array().unwrap().len(), 1);
    assert_eq!(public.body["keys"][0]["kid"], clerk.instance_id());
    assert_eq!(without_key.status, 401);
}

#[tokio::test]
async fn the_front_page_says_how_to_get_a_token() {
    let clerk = start().await;

    let response = client().get(clerk.url()).send().await.unwrap();

    assert_eq!(response.status(), 200);
    let text = response.text().await.unwrap();
    for part in [clerk.issuer().as_str(), clerk.publishable_key(), &format!("{}/dev/token", clerk.url())] {
        assert!(text.contains(part), "{part}");
    }
}

#[tokio::test]
async fn settings_that_cannot_work_stop_the_start() {
    let origin = Settings { app_origins: vec!["http://localhost:5173/".into()], ..settings() };
    assert!(matches!(DevClerk::start(origin).await, Err(StartError::Origin(_))));

    let claims = [("sub".to_owned(), orientor_devclerk::ClaimSource::ExternalId)].into_iter().collect();
    let claim = Settings { session_claims: claims, ..settings() };
    assert!(matches!(DevClerk::start(claim).await, Err(StartError::Claim(_))));

    let twins = vec![NewUser::with_email("ada@example.com"), NewUser::with_email("ADA@example.com")];
    let users = Settings { initial_users: twins, ..settings() };
    assert!(matches!(DevClerk::start(users).await, Err(StartError::User(_))));

    let running = start().await;
    let busy = Settings { bind: running.address(), ..settings() };
    assert!(matches!(DevClerk::start(busy).await, Err(StartError::Bind { .. })));
}

#[tokio::test]
async fn tokens_for_developers_name_one_known_user() {
    let clerk = start().await;
    let ada = clerk.create_user(NewUser::with_email("ada@example.com")).unwrap();
    let ask = |body| send(client().post(format!("{}/dev/token", clerk.url())).json(&body));

    assert_eq!(ask(json!({ "user_id": ada })).await.body["user_id"], ada.as_str());
    assert_eq!(ask(json!({ "email_address": "ADA@example.com" })).await.body["user_id"], ada.as_str());
    let moved = json!({ "email_address": "new@example.com" });
    let path = format!("/v1/users/{ada}/email_address");
    assert_eq!(send(call(&clerk, Method::PUT, &path).json(&moved)).await.status, 200);
    assert_eq!(ask(moved).await.body["user_id"], ada.as_str());
    for (body, status, code) in [
        (json!({}), 422, "form_param_missing"),
        (json!({ "user_id": ada, "email_address": "ada@example.com" }), 422, "form_param_value_invalid"),
        (json!({ "user_id": "user_2nobody" }), 404, "resource_not_found"),
        (json!({ "user_id": "7" }), 404, "resource_not_found"),
        (json!({ "email_address": "bob@example.com" }), 404, "resource_not_found"),
        (json!({ "email_address": "ada@example.com" }), 404, "resource_not_found"),
        (json!({ "user_id": ada, "expires_in_seconds": 29 }), 422, "form_param_value_invalid"),
    ] {
        let answer = ask(body.clone()).await;
        assert_eq!((answer.status, answer.error_code()), (status, code), "{body}");
    }
}
