//! Questions about one's strengths, and the answers.

use serde_json::{Value, json};

use crate::support::TestApp;

const RESPONSES: &str = "/api/v1/reflection/responses";

fn answer(question: i64, text: &str) -> Value {
    json!({ "question_id": question, "prompt_text": "my own question", "response": text, "response_time_ms": 1200 })
}

#[tokio::test]
async fn there_are_ten_questions_each_with_a_category() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;

    let questions = ada.get("/api/v1/reflection/questions").await;

    assert_eq!(questions.column("id").len(), 10);
    assert!(questions.column("question").iter().chain(&questions.column("category")).all(Value::is_string));
}

#[tokio::test]
async fn of_several_answers_to_one_question_at_once_one_row_is_left_under_the_real_question() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let question = ada.get("/api/v1/reflection/questions").await.body[0].clone();
    let id = question["id"].as_i64().unwrap();
    let (one, two) = (answer(id, "one"), answer(id, "two"));

    let (a, b, c) = tokio::join!(ada.post(RESPONSES, &one), ada.post(RESPONSES, &two), ada.post(RESPONSES, &one));

    let mut statuses = [a.status, b.status, c.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 200, 201]);
    let stored = ada.get(RESPONSES).await;
    assert_eq!(stored.column("prompt_text"), [question["question"].clone()]);
    let last = ada.post(RESPONSES, &answer(id, "last")).await;
    assert_eq!((last.status, &last.body["response"]), (200, &json!("last")));
    assert_eq!(ada.get(RESPONSES).await.body, json!([last.body]));
}

#[tokio::test]
async fn answers_are_read_changed_and_deleted_by_their_writer_alone() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let made = ada.post(RESPONSES, &answer(101, "text")).await;
    let url = made.header("location").to_owned();
    assert_eq!(url, format!("{RESPONSES}/{}", made.body["id"]));

    let changed = ada.put(&url, &json!({ "response": "other" })).await;
    assert_eq!((&changed.body["response"], &changed.body["response_time_ms"]), (&json!("other"), &json!(1200)));
    for body in [json!({ "prompt_text": "x" }), json!({ "response": 3 }), json!({ "question_id": 102 })] {
        assert_eq!(ada.put(&url, &body).await.error(), (422, "body_invalid"), "{body}");
    }
    assert_eq!(bob.put(&url, &json!({ "response": "mine" })).await.error(), (404, "not_found"));
    assert_eq!(bob.delete(&url).await.error(), (404, "not_found"));
    assert_eq!(bob.get(RESPONSES).await.body, json!([]));
    for path in [format!("{RESPONSES}/{}", ada.id), format!("{RESPONSES}/{}", ada.clerk_id)] {
        assert_eq!(ada.get(&path).await.column("response"), ["other"]);
        assert_eq!(bob.get(&path).await.error(), (404, "not_found"));
    }
    assert_eq!(ada.delete(&url).await.status, 204);
    assert_eq!(ada.delete(&url).await.error(), (404, "not_found"));
}

#[tokio::test]
async fn a_batch_tells_which_questions_there_are_not_and_stores_all_others_in_one_step() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let batch = format!("{RESPONSES}/batch");
    ada.post(RESPONSES, &answer(102, "before")).await;

    let stored =
        ada.post(&batch, &json!({ "responses": [answer(101, "a"), answer(7, "lost?"), answer(102, "b")] })).await;

    assert_eq!((stored.status, &stored.body["unknown_question_ids"]), (200, &json!([7])), "{stored:?}");
    let mut listed = ada.get(RESPONSES).await.column("response");
    listed.sort_by_key(ToString::to_string);
    assert_eq!(listed, ["a", "b"]);
    let twice = json!({ "responses": [answer(103, "a"), answer(103, "b")] });
    let refused = ada.post(&batch, &twice).await;
    assert_eq!(refused.error(), (422, "body_invalid"));
    assert!(refused.detail().starts_with("`responses[1].question_id`"), "{}", refused.detail());
    assert_eq!(ada.get(RESPONSES).await.column("id").len(), 2);
    let unknown = ada.post(RESPONSES, &answer(7, "lost?")).await;
    assert_eq!(unknown.error(), (422, "body_invalid"));
}
