//! The ways in which today's clients spell a path, and what the description says of them.

use reqwest::Method;
use serde_json::Value;

use crate::support::{TestApp, User, send};

/// Method and path of every operation of the description, and whether it is public.
pub(crate) async fn operations(app: &TestApp) -> Vec<(Method, String, bool)> {
    let description = app.get("/openapi.json").await;
    assert_eq!(description.status, 200);
    let mut operations = Vec::new();
    for (path, item) in description.body["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let public = operation["security"].as_array().is_some_and(|ways| ways.contains(&serde_json::json!({})));
            operations.push((method.to_uppercase().parse().unwrap(), path.clone(), public));
        }
    }
    operations
}

#[tokio::test]
async fn only_canonical_paths_are_described() {
    let app = TestApp::new().await;
    let at_the_root = ["/health", "/auth/", "/.well-known/", "/user/", "/webhooks/"];

    for (method, path, _) in operations(&app).await {
        let is_canonical = path.starts_with("/api/v1/") || at_the_root.iter().any(|start| path.starts_with(start));
        assert!(is_canonical && !path.ends_with('/'), "{method} {path}");
    }
}

/// With `ORIENTOR_BLESS=1` the file is written anew.
#[tokio::test]
async fn the_description_that_is_checked_in_is_that_of_the_code() {
    let app = TestApp::new().await;
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");

    let description = app.get("/openapi.json").await.body;

    if std::env::var_os("ORIENTOR_BLESS").is_some() {
        std::fs::write(&path, serde_json::to_string_pretty(&description).unwrap() + "\n").unwrap();
    }
    let kept: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let names = |api: &Value| api["paths"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&kept), names(&description), "cargo xtask bless writes docs/openapi.json anew");
    assert!(kept == description, "cargo xtask bless writes docs/openapi.json anew");
}

#[tokio::test]
async fn every_spelling_of_a_path_gives_the_same_answer() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    bob.update(&serde_json::json!({ "skills": ["weaving"] })).await;
    ada.update(&serde_json::json!({ "skills": ["weaving"] })).await;
    bob.write_to(&ada, "Hello").await;
    ada.post("/api/v1/onboarding/start", &Value::Null).await;
    // When it was computed differs, and nothing else may.
    let ask = async |user: &User, method: &Method, path: &str| {
        let request = user.request(method.clone(), path);
        let body = if path.contains("visibility") { r#"{"discoverable":true}"# } else { "{}" };
        let writes = [Method::PUT, Method::POST, Method::PATCH].contains(method);
        let request = if writes { request.header("content-type", "application/json").body(body) } else { request };
        let mut answer = send(request).await;
        if let Some(peers) = answer.body.as_array_mut() {
            for peer in peers.iter_mut().filter(|peer| peer.get("score_details").is_some()) {
                peer["score_details"]["timestamp"] = Value::Null;
            }
        }
        (answer.status, answer.body)
    };
    for (method, path, public) in operations(&app).await {
        let path = path.replace("{user}", &bob.id.to_string());
        let path =
            path.split('/').map(|part| if part.starts_with('{') { "1" } else { part }).collect::<Vec<_>>().join("/");
        let mut spellings = vec![format!("{path}/"), format!("{path}//"), format!("{path}?"), format!("{path}/?x=1")];
        if let Some(rest) = path.strip_prefix("/api/v1") {
            for start in ["", "/v1"] {
                spellings.extend([format!("{start}{rest}"), format!("{start}{rest}/"), format!("{start}{rest}/?x=1")]);
            }
        }
        // The one ends all of it, the other is no text.
        let is_apart = (method == Method::DELETE && path == "/api/v1/users/me") || path.ends_with("/export");
        let expected = if is_apart { (200, Value::Null) } else { ask(&ada, &method, &path).await };
        assert!(expected.0 < 500 && expected.0 != 405, "{method} {path}: {expected:?}");
        // A row that nobody has is missing in every spelling, which is another sentence.
        assert_ne!(expected.1["detail"], "There is nothing at this path.", "{method} {path}");
        for spelling in spellings {
            if method != Method::DELETE && !is_apart {
                assert_eq!(ask(&ada, &method, &spelling).await, expected, "{method} {spelling}");
            }
            if !public {
                let refused = send(app.request(method.clone(), &spelling)).await;
                assert_eq!(refused.error(), (401, "token_missing"), "{method} {spelling}");
            }
        }
        // What is begun or left out for the first time would answer otherwise than what follows.
        ada.post("/api/v1/onboarding/start", &Value::Null).await;
        // A block would change what the next paths answer.
        ada.delete(&format!("/api/v1/peers/{}/block", bob.id)).await;
    }
}

#[tokio::test]
async fn no_private_route_answers_anybody_without_a_token() {
    let app = TestApp::new().await;
    let public: Vec<String> = operations(&app)
        .await
        .into_iter()
        .filter_map(|(method, path, public)| public.then(|| format!("{method} {path}")))
        .collect();
    let expected = [
        "GET /.well-known/jwks.json",
        "GET /api/v1/chat/share/shared/{token}",
        "POST /api/v1/chat/share/shared/{token}",
        "GET /health",
        "GET /health/live",
        "GET /health/ready",
        "POST /webhooks/clerk",
    ];
    assert_eq!(public, expected);
    for (method, path, public) in operations(&app).await {
        if public {
            continue;
        }
        let path = path.replace("{user}", "1");
        for request in [
            app.request(method.clone(), &path),
            app.request(method.clone(), &path).header("content-type", "application/json").body("{"),
            app.request(method.clone(), &format!("{path}?limit=x")),
        ] {
            let refused = send(request).await;
            assert_eq!(refused.error(), (401, "token_missing"), "{method} {path}");
            assert_eq!(refused.header("www-authenticate"), "Bearer", "{method} {path}");
        }
    }
}

#[tokio::test]
async fn the_description_is_a_page_for_people_too() {
    let app = TestApp::new().await;

    let docs = app.get("/docs/").await;
    assert_eq!(docs.status, 200);
    assert!(docs.text.contains("swagger"), "{}", docs.text);
}
