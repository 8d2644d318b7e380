//! The first questions that new users answer.

use serde_json::{Value, json};

use crate::support::{TestApp, User};

fn answer(question: &str, text: &str) -> Value {
    json!({ "questionId": question, "question": format!("What about {question}?"), "response": text })
}

async fn is_complete(user: &User) -> [Value; 3] {
    [
        user.get("/api/v1/onboarding/status").await.body["isComplete"].clone(),
        user.get("/user/onboarding-status").await.body["onboarding_completed"].clone(),
        user.get("/auth/onboarding-status").await.body["completed"].clone(),
    ]
}

async fn texts(user: &User) -> Vec<Value> {
    let answers = user.get("/api/v1/onboarding/responses").await;
    answers.body["responses"].as_array().unwrap().iter().map(|answer| answer["response"].clone()).collect()
}

#[tokio::test]
async fn onboarding_goes_from_start_to_end_and_everything_says_so() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let none = json!({ "isComplete": false, "hasStarted": false, "currentStep": null, "completedAt": null });
    assert_eq!(ada.get("/api/v1/onboarding/status").await.body, none);

    let started = ada.post("/api/v1/onboarding/start", &Value::Null).await;
    assert_eq!(started.status, 201, "{started:?}");
    let again = ada.post("/api/v1/onboarding/start", &Value::Null).await;
    assert_eq!((again.status, &again.body["session_id"]), (200, &started.body["session_id"]));
    let stored = ada.post("/api/v1/onboarding/response", &answer("hobbies", "kites")).await;
    assert_eq!((&stored.body["progress"], &stored.body["total"]), (&json!(1), &json!(9)), "{stored:?}");
    let status = ada.get("/api/v1/onboarding/status").await.body;
    assert_eq!((&status["hasStarted"], &status["currentStep"]), (&json!(true), &json!(2)));
    assert_eq!(is_complete(&ada).await, [false; 3]);

    let responses = [answer("hobbies", "kites"), answer("work", "bridges")];
    let done = ada.post("/api/v1/onboarding/complete", &json!({ "responses": responses })).await;

    assert_eq!((done.status, &done.body["profile_created"]), (200, &json!(false)), "{done:?}");
    let again = ada.post("/api/v1/onboarding/complete", &json!({ "responses": responses })).await;
    assert_eq!(again.body, done.body);
    assert_eq!(is_complete(&ada).await, [true; 3]);
    let answers = ada.get("/api/v1/onboarding/responses").await.body;
    assert_eq!((&answers["assessment_status"], &answers["completed_items"]), (&json!("completed"), &json!(2)));
    assert_eq!(answers["responses"][1]["questionId"], "work");
    assert_eq!(answers["responses"][1]["question"], "What about work?");
    assert!(ada.get("/api/v1/onboarding/status").await.body["completedAt"].is_string());
    assert_eq!(is_complete(&bob).await, [false; 3]);
    let empty = bob.get("/api/v1/onboarding/responses").await.body;
    assert_eq!(empty, json!({ "responses": [], "assessment_status": null, "completed_items": 0, "total_items": 9 }));
}

#[tokio::test]
async fn an_answer_takes_the_place_of_the_one_before_however_many_come_at_once() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let path = "/api/v1/onboarding/response";
    let (one, two, other) = (answer("hobbies", "one"), answer("hobbies", "two"), answer("work", "x"));

    let (a, b, c, d) =
        tokio::join!(ada.post(path, &one), ada.post(path, &two), ada.post(path, &other), ada.post(path, &one));

    for stored in [a, b, c, d] {
        assert_eq!(stored.status, 200, "{stored:?}");
    }
    assert_eq!(texts(&ada).await.len(), 2);
    assert_eq!(app.number("SELECT count(*) FROM personality_assessments").await, 1);
    let last = ada.post(path, &answer("hobbies", "last")).await;
    assert_eq!(last.body["progress"], 2);
    assert!(texts(&ada).await.contains(&json!("last")));
}

#[tokio::test]
async fn a_personality_that_the_client_has_computed_is_not_believed_and_none_is_invented() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let scores = json!({ "hexaco": { "openness": 1.0 }, "riasec": { "social": 1.0 }, "topTraits": ["perfect"] });
    let body = json!({ "responses": [answer("hobbies", "kites")], "psychProfile": scores });

    assert_eq!(ada.post("/api/v1/onboarding/complete", &body).await.body["profile_created"], false);
    let skipped = bob.post("/api/v1/onboarding/skip", &Value::Null).await;

    assert_eq!(skipped.status, 200);
    assert_eq!((&skipped.body["profile_created"], &skipped.body["assessment_id"]), (&json!(false), &Value::Null));
    assert_eq!(is_complete(&bob).await, [true; 3]);
    assert_eq!(app.number("SELECT count(*) FROM personality_profiles").await, 0);
    for user in [&ada, &bob] {
        assert_eq!(user.get("/api/v1/onboarding/profile").await.error(), (404, "not_found"));
    }
}

#[tokio::test]
async fn onboarding_cannot_end_without_an_answer_and_refuses_what_does_not_fit() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let path = "/api/v1/onboarding/complete";

    for body in [
        json!({ "responses": [] }),
        json!({ "responses": [answer("a", "x"), answer("a", "y")] }),
        json!({ "responses": vec![answer("a", "x"); 51] }),
        json!({ "responses": [{ "questionId": " ", "question": "?", "response": "x" }] }),
        json!({ "responses": [], "score": 1 }),
        json!({}),
    ] {
        assert_eq!(ada.post(path, &body).await.error(), (422, "body_invalid"), "{body}");
    }
    assert_eq!(is_complete(&ada).await, [false; 3]);
    assert_eq!(app.number("SELECT count(*) FROM personality_assessments").await, 0);
}

#[tokio::test]
async fn a_reset_takes_what_onboarding_stored_and_the_mark_and_leaves_the_test() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    for user in [&ada, &bob] {
        let body = json!({ "responses": [answer("hobbies", "kites")] });
        assert_eq!(user.post("/api/v1/onboarding/complete", &body).await.status, 200);
        app.run(&format!(
            "INSERT INTO personality_profiles (user_id, profile_type, scores, assessment_version) \
             VALUES ({}, 'hexaco', '{{\"hexaco\": {{\"openness\": 0.5}}, \"description\": \"old\"}}', 'v1.0')",
            user.id
        ))
        .await;
    }
    assert_eq!(ada.get("/api/v1/onboarding/profile").await.body["description"], "old");

    assert_eq!(ada.delete("/api/v1/onboarding/reset").await.status, 204);

    assert_eq!(is_complete(&ada).await, [false; 3]);
    assert_eq!(texts(&ada).await, [""; 0]);
    assert_eq!(ada.get("/api/v1/onboarding/profile").await.error(), (404, "not_found"));
    assert_eq!((is_complete(&bob).await, texts(&bob).await), ([true; 3].map(Value::Bool), vec![json!("kites")]));
    let test = r#"{"domains": {"Openness": 3.5}}"#;
    app.run(&format!(
        "INSERT INTO personality_profiles (user_id, profile_type, scores, assessment_version) \
         VALUES ({}, 'hexaco', '{test}', 'hexaco_60_en')",
        bob.id
    ))
    .await;
    assert_eq!(bob.delete("/api/v1/onboarding/reset").await.status, 204);
    assert_eq!(bob.get("/api/v1/tests/hexaco/my-profile").await.body["domains"], json!({ "Openness": 3.5 }));
}

#[tokio::test]
async fn the_client_can_mark_onboarding_as_finished_under_its_own_name() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;

    let marked = ada.post("/auth/onboarding-complete", &json!({})).await;

    assert_eq!((marked.status, &marked.body), (200, &json!({ "completed": true })));
    assert_eq!(is_complete(&ada).await, [true; 3]);
    assert_eq!(app.get("/auth/onboarding-status").await.error(), (401, "token_missing"));
}
