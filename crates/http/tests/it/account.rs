//! `/user/…` and `/api/v1/users/me`.

use serde_json::json;

use crate::support::{TestApp, shape};

#[tokio::test]
async fn the_first_request_makes_a_user_and_a_profile_and_says_who_it_is() {
    let app = TestApp::new().await;
    let clerk_id = app.at_clerk("ada");
    let ada = app.sign_in(&clerk_id).await;

    let me = ada.get("/api/v1/users/me").await;
    assert_eq!(me.body, json!({ "id": ada.id, "email": "ada@example.com" }));

    let account = ada.get("/user/profile").await;
    assert_eq!(account.status, 200);
    assert_eq!(account.body["id"], ada.id);
    assert_eq!(account.body["clerk_id"], clerk_id.to_string());
    assert_eq!(account.body["email"], "ada@example.com");
    assert_eq!(account.body["onboarding_completed"], false);
    assert_eq!(account.body.as_object().unwrap().len(), 5, "{}", account.text);
    let profile = &account.body["profile"];
    assert_eq!(profile["name"], "Ada");
    assert_eq!(profile["user_id"], ada.id);
    assert!(profile["id"].is_i64() && profile["created_at"].is_string() && profile["updated_at"].is_string());
    assert_eq!(profile.get("compatibility_vector"), None);
}

#[tokio::test]
async fn onboarding_ends_by_the_flag_or_by_a_personality_profile_and_reading_writes_nothing() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);

    let before = ada.get("/user/onboarding-status").await;
    assert_eq!((before.status, shape(&before.body)), (200, vec![("onboarding_completed", 'b')]));
    assert_eq!(before.body, json!({ "onboarding_completed": false }));

    app.run(&format!("UPDATE users SET onboarding_completed = true WHERE id = {}", ada.id)).await;
    app.run(&format!(
        "INSERT INTO personality_profiles (user_id, profile_type, scores, assessment_version) \
         VALUES ({}, 'hexaco', '{{}}', 'v1.0')",
        bob.id
    ))
    .await;

    // By the flag, and by a personality profile; reading writes nothing.
    assert_eq!(ada.get("/user/onboarding-status").await.body, json!({ "onboarding_completed": true }));
    assert_eq!(bob.get("/user/onboarding-status").await.body, json!({ "onboarding_completed": true }));
    let flagged = "SELECT count(*) FROM users WHERE onboarding_completed";
    assert_eq!(app.number(flagged).await, 1);
}
