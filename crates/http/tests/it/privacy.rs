//! Nobody meets or changes what is somebody else's.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Setup, TestApp, User};

/// Words that only occur in what nobody else may see.
const SECRETS: [&str; 6] = ["@example.com", "secret-story", "secret-country", "secret-goal", "0.8712", "hexaco"];

/// Somebody with secrets and with much in common with everybody of the kind.
async fn open_hearted(app: &TestApp, name: &str) -> User {
    let user = app.user(name).await;
    user.update(&json!({
        "skills": ["weaving"], "industry": "research", "interests": "history", "hobbies": "rowing",
        "story": "secret-story", "country": "secret-country", "career_goals": "secret-goal", "gpa": 3.99, "age": 21,
        "creativity": 4.5
    }))
    .await;
    let scores = r#"{"hexaco": {"honesty": 0.8712, "openness": 0.8712}}"#;
    app.run(&format!(
        "INSERT INTO personality_profiles (user_id, profile_type, scores, assessment_version) \
         VALUES ({0}, 'hexaco', '{scores}', 'v1.0'); \
         UPDATE user_profiles SET compatibility_vector = \
         '{{\"personality_compatibility\": {{\"hexaco_preferences\": {{\"openness\": \"high\"}}}}}}' WHERE user_id = {0}",
        user.id
    ))
    .await;
    user
}

/// Every answer about others that `me` can get.
async fn all_about_others(me: &User, other: &User) -> Vec<String> {
    let mut answers = Vec::new();
    for path in [
        "/api/v1/peers/compatible?limit=100".to_owned(),
        "/api/v1/peers/homepage".to_owned(),
        "/api/v1/peers/suggested?limit=20".to_owned(),
        "/api/v1/messages/suggested-peers?limit=20".to_owned(),
        "/api/v1/messages/conversations".to_owned(),
        "/api/v1/peers/blocked".to_owned(),
        format!("/api/v1/messages/conversation/{}", other.id),
        format!("/api/v1/profiles/{}", other.id),
        format!("/api/v1/users/{}/profile", other.clerk_id),
    ] {
        answers.push(format!("{path}: {}", me.get(&path).await.text));
    }
    answers
}

#[tokio::test]
async fn no_answer_about_others_holds_an_address_a_score_or_an_answer() {
    let app = TestApp::new().await;
    let (ada, bob) = (open_hearted(&app, "ada").await, open_hearted(&app, "bob").await);
    bob.write_to(&ada, "Hello").await;
    ada.post("/api/v1/peers/refresh", &Value::Null).await;

    let answers = all_about_others(&ada, &bob).await;

    assert!(answers[0].contains("\"personality\":"), "the test is worth something: {}", answers[0]);
    assert!(answers[7].contains("rowing"), "{}", answers[7]);
    for answer in answers {
        for secret in SECRETS {
            assert!(!answer.contains(secret), "{secret} in {answer}");
        }
        for member in ["\"age\"", "\"gpa\"", "\"creativity\"", "\"email\"", "\"clerk", "\"scores\""] {
            assert!(!answer.contains(member), "{member} in {answer}");
        }
    }
}

/// In how many ways `me` can meet `other`: 0, or all of them.
async fn ways_to_meet(me: &User, other: &User) -> usize {
    me.post("/api/v1/peers/refresh", &Value::Null).await;
    let text = json!(other.id.to_string());
    let mut met = Vec::new();
    for path in ["/api/v1/peers/compatible?limit=100", "/api/v1/peers/homepage", "/api/v1/peers/suggested?limit=20"] {
        met.push(me.get(path).await.column("user_id").contains(&text));
    }
    let ids = me.get("/api/v1/messages/suggested-peers?limit=20").await.column("peer_id");
    met.push(ids.contains(&json!(other.id)));
    for path in [
        format!("/api/v1/profiles/{}", other.id),
        format!("/api/v1/profiles/{}", other.clerk_id),
        format!("/api/v1/users/{}/profile", other.id),
    ] {
        let answer = me.get(&path).await;
        if answer.status != 200 {
            assert_eq!(answer.error(), (404, "user_not_found"));
        }
        met.push(answer.status == 200);
    }
    let sent = me.post("/api/v1/messages", &json!({ "recipient_id": other.id, "body": "Hi" })).await;
    if sent.status != 201 {
        assert_eq!(sent.error(), (404, "user_not_found"));
    }
    met.push(sent.status == 201);
    let ways = met.iter().filter(|way| **way).count();
    assert!(ways == 0 || ways == met.len(), "some doors are open: {met:?}");
    ways
}

#[tokio::test]
async fn a_block_holds_at_once_both_ways_and_unblocking_restores() {
    let app = TestApp::new().await;
    let (ada, bob) = (open_hearted(&app, "ada").await, open_hearted(&app, "bob").await);
    assert_ne!(ways_to_meet(&ada, &bob).await, 0);
    assert_ne!(ways_to_meet(&bob, &ada).await, 0);

    let block = format!("/api/v1/peers/{}/block", bob.id);
    assert_eq!(ada.post(&block, &Value::Null).await.status, 204);

    for (me, other) in [(&ada, &bob), (&bob, &ada)] {
        // Also the suggestions that were stored before.
        let stored = me.get("/api/v1/peers/suggested").await;
        assert_eq!(stored.body, json!([]));
        assert_eq!(ways_to_meet(me, other).await, 0);
        assert_eq!(me.get("/api/v1/messages/conversations").await.body, json!([]));
        let conversation = me.get(&format!("/api/v1/messages/conversation/{}", other.id)).await;
        assert_eq!(conversation.error(), (404, "user_not_found"));
    }
    // Only who set it can take it back.
    assert_eq!(bob.delete(&format!("/api/v1/peers/{}/block", ada.id)).await.error(), (404, "not_found"));
    assert_eq!(ways_to_meet(&bob, &ada).await, 0);

    assert_eq!(ada.delete(&block).await.status, 204);

    for (me, other) in [(&ada, &bob), (&bob, &ada)] {
        assert_ne!(ways_to_meet(me, other).await, 0);
        assert_eq!(me.get("/api/v1/messages/conversations").await.column("peer_id"), [json!(other.id)]);
        let conversation = me.get(&format!("/api/v1/messages/conversation/{}", other.id)).await;
        assert!(conversation.column("body").len() >= 2, "what was written is there again");
    }
}

#[tokio::test]
async fn hiding_holds_at_once_but_not_against_those_whom_one_writes_to() {
    let app = TestApp::new().await;
    let (ada, bob) = (open_hearted(&app, "ada").await, open_hearted(&app, "bob").await);
    let carol = open_hearted(&app, "carol").await;
    assert_ne!(ways_to_meet(&ada, &bob).await, 0);

    bob.put("/api/v1/peers/visibility", &json!({ "discoverable": false })).await;

    assert_eq!(ways_to_meet(&ada, &bob).await, 0);
    assert_ne!(ways_to_meet(&bob, &carol).await, 0, "who hides still sees others");
    // Bob has just written to Carol, so she may answer; but he is suggested to nobody.
    assert_eq!(carol.post("/api/v1/messages", &json!({ "recipient_id": bob.id, "body": "Yes?" })).await.status, 201);
    assert_eq!(carol.get(&format!("/api/v1/profiles/{}", bob.id)).await.status, 200);
    let suggested = carol.get("/api/v1/peers/compatible?limit=100").await.column("user_id");
    assert_eq!(suggested, [json!(ada.id.to_string())]);
    assert_eq!(bob.get(&format!("/api/v1/profiles/{}", bob.id)).await.status, 200, "oneself, always");

    bob.put("/api/v1/peers/visibility", &json!({ "discoverable": true })).await;
    assert_ne!(ways_to_meet(&ada, &bob).await, 0);
}

#[tokio::test]
async fn somebody_who_hides_looks_like_nobody_to_a_stranger() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    bob.put("/api/v1/peers/visibility", &json!({ "discoverable": false })).await;
    let conversation = |user: &str| format!("/api/v1/messages/conversation/{user}");

    for (hidden, nobody) in [
        (ada.get(&conversation(&bob.id.to_string())).await, ada.get(&conversation("999999")).await),
        (
            ada.put(&format!("{}/read", conversation(&bob.id.to_string())), &json!({})).await,
            ada.put(&format!("{}/read", conversation("999999")), &json!({})).await,
        ),
        (ada.get(&format!("/api/v1/profiles/{}", bob.id)).await, ada.get("/api/v1/profiles/999999").await),
    ] {
        assert_eq!((hidden.status, hidden.body), (404, nobody.body));
    }
}

#[tokio::test]
async fn somebody_who_is_deactivated_is_met_by_nobody_and_what_they_wrote_stays() {
    let app = TestApp::with(Setup { cache_for: Duration::ZERO, ..Setup::default() }).await;
    let (ada, bob) = (open_hearted(&app, "ada").await, open_hearted(&app, "bob").await);
    bob.write_to(&ada, "Farewell").await;

    app.run(&format!("UPDATE users SET is_active = false WHERE id = {}", bob.id)).await;

    assert_eq!(ways_to_meet(&ada, &bob).await, 0);
    let conversation = ada.get(&format!("/api/v1/messages/conversation/{}", bob.id)).await;
    assert_eq!(conversation.column("body"), [json!("Farewell")]);
}

#[tokio::test]
async fn somebody_who_blocked_and_left_can_be_unblocked() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    ada.post(&format!("/api/v1/peers/{}/block", bob.id), &Value::Null).await;
    app.run(&format!("UPDATE users SET is_active = false WHERE id = {}", bob.id)).await;

    assert_eq!(ada.get("/api/v1/peers/blocked").await.column("user_id"), [json!(bob.id)]);
    assert_eq!(ada.delete(&format!("/api/v1/peers/{}/block", bob.id)).await.status, 204);
    assert_eq!(ada.get("/api/v1/peers/blocked").await.body, json!([]));
}

#[tokio::test]
async fn no_write_of_one_user_changes_a_row_of_another() {
    let app = TestApp::new().await;
    let (ada, bob) = (open_hearted(&app, "ada").await, open_hearted(&app, "bob").await);
    let carol = open_hearted(&app, "carol").await;
    bob.write_to(&carol, "between us").await;
    bob.put("/api/v1/peers/visibility", &json!({ "discoverable": true })).await;
    bob.post("/api/v1/peers/refresh", &Value::Null).await;
    let view = async |user: &User| {
        let mut view = Vec::new();
        for path in [
            "/user/profile",
            "/api/v1/profiles/me",
            "/api/v1/space/skills",
            "/api/v1/peers/suggested",
            "/api/v1/peers/visibility",
            "/api/v1/peers/blocked",
            "/api/v1/messages/conversations",
            &format!("/api/v1/messages/conversation/{}", carol.id),
        ] {
            view.push(user.get(path).await.text);
        }
        view
    };
    let before = view(&bob).await;

    // Everything that Ada can write, with Bob's ids wherever one fits.
    ada.update(&json!({ "story": "another", "skills": ["law"], "creativity": 1 })).await;
    ada.put("/api/v1/space/skills", &json!({ "creativity": 0 })).await;
    for body in [json!({ "user_id": bob.id, "name": "x" }), json!({ "id": bob.id, "name": "x" })] {
        assert_eq!(ada.put("/api/v1/profiles/update", &body).await.status, 422);
    }
    ada.put("/api/v1/peers/visibility", &json!({ "discoverable": false })).await;
    ada.put("/api/v1/peers/visibility", &json!({ "discoverable": true })).await;
    ada.post("/api/v1/peers/refresh", &Value::Null).await;
    ada.post(&format!("/api/v1/peers/{}/block", carol.id), &Value::Null).await;
    ada.delete(&format!("/api/v1/peers/{}/block", carol.id)).await;
    ada.put(&format!("/api/v1/messages/conversation/{}/read", bob.id), &json!({})).await;
    ada.write_to(&carol, "Hi").await;

    assert_eq!(view(&bob).await, before);
    // And nobody reads a conversation of two others.
    let of_bob = ada.get(&format!("/api/v1/messages/conversation/{}", bob.id)).await;
    assert_eq!(of_bob.body, json!([]));
    assert_eq!(ada.get("/api/v1/messages/conversations").await.column("peer_id"), [json!(carol.id)]);
}
