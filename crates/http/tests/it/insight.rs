//! The text about a user, and their avatar.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, TestApp, User, send};

async fn save(user: &User, body: &Value) -> Answer {
    send(user.request(Method::PATCH, "/api/v1/insight/save").json(body)).await
}

#[tokio::test]
async fn ones_own_words_take_the_place_of_the_text_and_of_its_preview() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    assert_eq!(ada.get("/api/v1/insight/get").await.error(), (404, "not_found"));
    let data = json!({ "preview": "You are…", "full_text": "You are curious.", "if_you_accept": "Then go on." });
    app.run(&format!(
        "INSERT INTO user_representation (user_id, source, data) VALUES ({}, 'llm_insight', '{data}')",
        ada.id
    ))
    .await;
    assert_eq!(ada.get("/api/v1/insight/get").await.body, data);

    let words = json!({ "philosophical_text": "I build things." });
    let saved = save(&ada, &words).await;

    let expected =
        json!({ "preview": "I build things.", "full_text": "I build things.", "if_you_accept": "Then go on." });
    assert_eq!((saved.status, &saved.body), (200, &expected));
    assert_eq!(ada.get("/api/v1/insight/get").await.body, expected);
    assert_eq!(bob.get("/api/v1/insight/get").await.error(), (404, "not_found"));
    let (one, two) = tokio::join!(save(&bob, &words), save(&bob, &words));
    assert_eq!((one.status, two.status), (200, 200));
    assert_eq!(app.number("SELECT count(*) FROM user_representation").await, 2);
    for refused in [json!({}), json!({ "philosophical_text": " " }), json!({ "philosophical_text": "x", "y": 1 })] {
        assert_eq!(save(&ada, &refused).await.error(), (422, "body_invalid"), "{refused}");
    }
}

#[tokio::test]
async fn an_avatar_is_shown_to_whose_it_is_and_its_absence_is_no_error() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    app.run(&format!(
        "INSERT INTO user_representation (user_id, source, data, avatar_name, avatar_image_url) \
         VALUES ({}, 'avatar', '{{}}', 'Owl', '/static/avatars/owl.png')",
        ada.id
    ))
    .await;

    let of_ada = ada.get("/api/v1/avatar/me").await;
    let of_bob = bob.get("/api/v1/avatar/me").await;

    assert_eq!((&of_ada.body["success"], &of_ada.body["avatar_name"]), (&json!(true), &json!("Owl")));
    assert_eq!(
        (of_bob.status, &of_bob.body["success"], &of_bob.body["avatar_name"]),
        (200, &json!(false), &Value::Null)
    );
}
