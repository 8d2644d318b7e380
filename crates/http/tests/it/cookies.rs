//! Browsers that send the session by themselves.

use std::time::Duration;

use orientor_devclerk::TokenOptions;
use reqwest::Method;
use serde_json::json;

use crate::support::{Setup, TestApp, send};

const PARTY: &str = "https://app.example.com";

#[tokio::test]
async fn a_session_cookie_reads_anywhere_and_writes_only_from_our_own_pages() {
    let app = TestApp::with(Setup { parties: vec![PARTY.to_owned()], ..Setup::default() }).await;
    let ada = app.user("ada").await;
    let options = TokenOptions {
        lifetime: Some(Duration::from_hours(1)),
        origin: Some(PARTY.to_owned()),
        ..TokenOptions::default()
    };
    let token = app.clerk.session_token(&ada.clerk_id.parse().unwrap(), &options).unwrap().jwt;
    let cookie = format!("theme=dark; __session={token}");
    let get = app.request(Method::GET, "/api/v1/users/me").header("cookie", &cookie);
    let put = |origin: &[&str]| {
        let mut request = app.request(Method::PUT, "/api/v1/profiles/update").header("cookie", &cookie);
        for origin in origin {
            request = request.header("origin", *origin);
        }
        request.json(&json!({ "major": "Law" }))
    };

    assert_eq!(send(get).await.status, 200);
    let foreign: [&[&str]; 6] = [
        &[],
        &["https://evil.example.com"],
        &["null"],
        &["https://app.example.com.evil.example.com"],
        &["http://app.example.com"],
        &[PARTY, "https://evil.example.com"],
    ];
    for origin in foreign {
        let refused = send(put(origin)).await;
        assert_eq!(refused.error(), (403, "origin_not_allowed"), "{origin:?}");
    }
    assert_eq!(ada.get("/api/v1/profiles/me").await.body["major"], json!(null));
    assert_eq!(send(put(&[PARTY])).await.status, 200);
    for method in [Method::POST, Method::DELETE] {
        let path = format!("/api/v1/peers/{}/block", ada.id);
        let refused = send(app.request(method, &path).header("cookie", &cookie)).await;
        assert_eq!(refused.error(), (403, "origin_not_allowed"));
    }
    // A header, even a bad one, is the only thing that counts when it is there.
    let both = app.request(Method::GET, "/api/v1/users/me").header("cookie", &cookie).bearer_auth("nonsense");
    assert_eq!(send(both).await.error(), (401, "token_invalid"));
}

#[tokio::test]
async fn without_parties_no_cookie_counts() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let cookie = format!("__session={}", ada.token);

    let refused = send(app.request(Method::GET, "/api/v1/users/me").header("cookie", cookie)).await;

    assert_eq!(refused.error(), (401, "token_missing"));
}

#[tokio::test]
async fn a_token_minted_for_another_party_is_refused() {
    let app = TestApp::with(Setup { parties: vec![PARTY.to_owned()], ..Setup::default() }).await;
    let mut ada = app.user("ada").await;
    let options = TokenOptions { origin: Some("https://evil.example.com".to_owned()), ..TokenOptions::default() };
    ada.token = app.clerk.session_token(&ada.clerk_id.parse().unwrap(), &options).unwrap().jwt;

    assert_eq!(ada.get("/api/v1/users/me").await.error(), (401, "token_invalid"));
}
