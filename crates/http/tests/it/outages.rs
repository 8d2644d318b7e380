//! When something that we need does not answer.

use serde_json::json;

use crate::support::{Setup, TestApp, nobody};

const ME: &str = "/api/v1/users/me";

#[tokio::test]
async fn when_clerk_is_down_new_people_wait_and_known_ones_notice_nothing() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let old = app.at_clerk("bob");
    app.old_row("clerk_user_id, is_active, onboarding_completed", &format!("'{old}', true, false")).await;
    let new = app.at_clerk("carol");
    let cut_off = app.neighbour(Setup { api_url: Some(nobody().await), ..Setup::default() }).await;

    let waiting = cut_off.client_of(&new).get(ME).await;

    assert_eq!(waiting.error(), (503, "clerk_unavailable"));
    assert!(waiting.header("retry-after").parse::<u32>().unwrap() >= 1);
    assert_eq!(cut_off.sign_in(&ada.clerk_id.parse().unwrap()).await.id, ada.id);
    // The row itself says who it is, so Clerk is not needed.
    cut_off.sign_in(&old).await;
    assert_eq!(app.number("SELECT count(*) FROM users").await, 2, "nobody is made on a guess");
    app.sign_in(&new).await;
}

#[tokio::test]
async fn without_keys_nobody_is_told_that_their_token_is_bad() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let keys_url = Some(format!("{}/.well-known/jwks.json", nobody().await));
    let cut_off = app.neighbour(Setup { keys_url, ..Setup::default() }).await;
    let ada = cut_off.client_of(&ada.clerk_id.parse().unwrap());

    for _ in 0..3 {
        let waiting = ada.get(ME).await;
        assert_eq!(waiting.error(), (503, "keys_unavailable"));
        assert!(waiting.header("retry-after").parse::<u32>().unwrap() >= 1);
    }
    let health = cut_off.get("/health").await;
    assert_eq!((health.status, health.body), (503, json!({ "status": "unhealthy", "failing": ["keys"] })));
}

#[tokio::test]
async fn a_server_with_everything_is_healthy() {
    let app = TestApp::new().await;

    let health = app.get("/health").await;

    assert_eq!((health.status, health.body), (200, json!({ "status": "healthy" })));
}

#[tokio::test]
async fn without_a_database_everything_private_waits() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let stranger = app.client_of(&app.at_clerk("bob"));

    app.db.close().await;

    for path in [ME, "/api/v1/peers/compatible", "/api/v1/messages/conversations", "/api/v1/profiles/1"] {
        for user in [&ada, &stranger] {
            let waiting = user.get(path).await;
            assert_eq!(waiting.error(), (503, "database_unavailable"), "{path}");
            assert_eq!(waiting.header("retry-after"), "1");
        }
    }
    let update = ada.put("/api/v1/profiles/update", &json!({ "name": "Ada" })).await;
    assert_eq!(update.error(), (503, "database_unavailable"));
    let health = app.get("/health").await;
    assert_eq!((health.status, health.body), (503, json!({ "status": "unhealthy", "failing": ["database"] })));
}
