//! Who asks too often.

use orientor_http::RateSettings;
use reqwest::Method;

use crate::{
    spellings::operations,
    support::{Answer, Setup, TestApp, send},
};

const ME: &str = "/api/v1/users/me";
const VERIFY: &str = "/auth/verify";
/// One a minute, so that none is added while a test runs; the burst of ten is what there is.
const SLOW: Option<u32> = Some(1);

#[track_caller]
fn is_refused(answer: &Answer) {
    assert_eq!(answer.error(), (429, "rate_limited"), "{answer:?}");
    let wait: u64 = answer.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
}

#[tokio::test]
async fn a_user_who_asks_too_often_waits_and_nobody_else() {
    let rate = RateSettings { user_per_minute: SLOW, ..RateSettings::default() };
    let app = TestApp::with(Setup { rate, ..Setup::default() }).await;
    // The first request has been made by signing in.
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);

    for round in 0..3 {
        for path in [ME, VERIFY, "/api/v1/profiles/me"] {
            assert_eq!(ada.get(path).await.status, 200, "{round}");
        }
    }
    for (method, path, public) in operations(&app).await {
        if !public {
            is_refused(&send(ada.request(method, &path.replace("{user}", "1"))).await);
        }
    }
    let refused = ada.get(VERIFY).await;
    is_refused(&refused);
    assert_eq!(refused.header("x-auth-refusal"), refused.text);
    assert!(!refused.headers.contains_key("x-auth-user-id"));
    // Another session of the same person is the same user.
    is_refused(&app.client_of(&ada.clerk_id.parse().unwrap()).get(ME).await);

    assert_eq!(bob.get(ME).await.status, 200);
    for path in ["/health", "/openapi.json"] {
        assert_eq!(ada.get(path).await.status, 200, "{path} knows no user");
    }
}

#[tokio::test]
async fn an_address_that_asks_too_often_waits_signed_in_or_not() {
    let trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()];
    let rate = RateSettings { address_per_minute: SLOW, trusted_proxies, ..RateSettings::default() };
    let app = TestApp::with(Setup { rate, ..Setup::default() }).await;
    let from =
        async |chain: &str, path: &str| send(app.request(Method::GET, path).header("x-forwarded-for", chain)).await;

    for at in 0..10 {
        // What stands before the last address is what a client has sent, and counts for nothing.
        assert_eq!(from(&format!("192.0.2.{at}, 198.51.100.1"), ME).await.error(), (401, "token_missing"));
    }
    is_refused(&from("198.51.100.1", ME).await);
    is_refused(&from("192.0.2.99, 198.51.100.1", "/openapi.json").await);
    let refused = from("198.51.100.1", VERIFY).await;
    is_refused(&refused);
    assert_eq!(refused.header("x-auth-refusal"), refused.text);

    assert_eq!(from("198.51.100.2", ME).await.status, 401);
    assert_eq!(from("198.51.100.1", "/health").await.status, 200);
}

#[tokio::test]
async fn an_address_that_nobody_trusts_names_nobody() {
    let rate = RateSettings { address_per_minute: SLOW, ..RateSettings::default() };
    let app = TestApp::with(Setup { rate, ..Setup::default() }).await;
    for at in 0..10 {
        let request = app.request(Method::GET, ME).header("x-forwarded-for", format!("198.51.100.{at}"));
        assert_eq!(send(request).await.status, 401);
    }

    is_refused(&send(app.request(Method::GET, ME).header("x-forwarded-for", "198.51.100.200")).await);
}
