//! What the assistant's tools have shown, over HTTP.

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    conversations::{begin, say},
    statements::Statements,
    support::{TestApp, send},
};

const AT: &str = "/api/v1/orientator";

/// Shows something beside a message, as the assistant would; its key.
async fn component(app: &TestApp, message: i64, tool: &str, kind: &str) -> i64 {
    app.number(&format!(
        "INSERT INTO message_components (message_id, component_type, component_data, tool_source, created_at) \
         VALUES ({message}, '{kind}', '{{\"skills\":[\"care\"]}}', '{tool}', '2026-03-01T10:00:00Z') RETURNING CAST(id AS bigint)"
    ))
    .await
}

fn card(conversation: i64) -> Value {
    json!({
        "component_id": "card-1",
        "component_type": "job_card",
        "component_data": { "job_title": "Nurse" },
        "source_tool": "oasis_explorer",
        "conversation_id": conversation,
        "note": "for later",
    })
}

#[tokio::test]
async fn messages_come_with_what_they_show_in_two_statements() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let id = begin(&ada, "Hello").await;
    let mut shown = Vec::new();
    for number in 0..20 {
        let message = say(&app, id, "assistant", &format!("answer {number}")).await;
        shown.push(component(&app, message, "esco_skills", "skill_tree").await);
        component(&app, message, "career_tree", "career_path").await;
    }
    let statements = Statements::counted();

    let page = ada.get(&format!("{AT}/conversations/{id}/messages?limit=20")).await.body;

    assert_eq!(statements.taken(), 2);
    let messages = page["messages"].as_array().unwrap();
    assert_eq!((messages.len(), &page["total"]), (20, &json!(21)));
    assert_eq!((&messages[0]["content"], &messages[19]["content"]), (&json!("answer 0"), &json!("answer 19")));
    assert_eq!(messages[0]["metadata"], json!({}));
    let first = &messages[0]["components"][0];
    assert_eq!(first["id"], shown[0]);
    assert_eq!((&first["type"], &first["component_type"]), (&json!("skill_tree"), &json!("skill_tree")));
    assert_eq!((&first["data"], &first["tool_source"]), (&json!({ "skills": ["care"] }), &json!("esco_skills")));
    assert_eq!((&first["actions"], &first["saved"], &first["metadata"]), (&json!([]), &json!(false), &json!({})));
    let rest = ada.get(&format!("{AT}/conversations/{id}/messages?limit=20&after={}", page["next"])).await.body;
    assert_eq!((&rest["messages"][0]["content"], rest.get("next")), (&json!("Hello"), None));
}

#[tokio::test]
async fn only_conversations_with_tools_are_listed_with_those_tools() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    begin(&ada, "Without").await;
    let mut with = Vec::new();
    for number in 0..3 {
        let id = begin(&ada, &format!("With {number}")).await;
        let message = say(&app, id, "assistant", "look").await;
        for tool in ["esco_skills", "career_tree", "esco_skills"] {
            component(&app, message, tool, "skill_tree").await;
        }
        with.insert(0, json!(id));
    }
    let statements = Statements::counted();

    let listed = ada.get(&format!("{AT}/conversations")).await;

    assert_eq!(statements.taken(), 2);
    assert_eq!(listed.column("id"), with);
    assert_eq!(listed.body[0]["tools_used"], json!(["career_tree", "esco_skills"]));
    let cursor = listed.body[0]["cursor"].as_str().unwrap();
    assert_eq!(ada.get(&format!("{AT}/conversations?after={cursor}&limit=1")).await.column("id"), with[1..2]);
    assert_eq!(bob.get(&format!("{AT}/conversations")).await.body, json!([]));
}

#[tokio::test]
async fn a_component_is_kept_once_by_however_many_at_once() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let id = begin(&ada, "Hello").await;
    let url = format!("{AT}/save-component");

    let saved = join_all((0..8).map(|_| send(ada.request(Method::POST, &url).json(&card(id))))).await;

    let mut statuses: Vec<u16> = saved.iter().map(|answer| answer.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 200, 200, 200, 200, 200, 200, 201]);
    let key = &saved[0].body["saved_item_id"];
    assert!(saved.iter().all(|answer| &answer.body["saved_item_id"] == key && answer.body["success"] == true));
    assert_eq!(saved[0].header("location"), format!("/api/v1/space/recommendations/{key}"));
    assert_eq!(app.number("SELECT count(*) FROM saved_recommendations").await, 1);
    let row = app.texts("SELECT source_tool || ' ' || component_type || ' ' || label FROM saved_recommendations").await;
    assert_eq!(row, ["oasis_explorer job_card Nurse"]);
    assert_eq!(bob.post(&url, &card(id)).await.error(), (404, "not_found"), "a conversation of somebody else's");
    assert_eq!(ada.post(&url, &card(id + 1000)).await.error(), (404, "not_found"));
}

#[tokio::test]
async fn a_component_that_is_kept_says_so_and_one_that_does_not_fit_is_refused() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let id = begin(&ada, "Hello").await;
    let message = say(&app, id, "assistant", "look").await;
    let shown = component(&app, message, "esco_skills", "skill_tree").await;
    let url = format!("{AT}/save-component");
    let with = |name: &str, value: Value| {
        let mut body = card(id);
        body[name] = value;
        body
    };

    assert_eq!(ada.post(&url, &with("component_id", json!(shown))).await.status, 201);
    let messages = ada.get(&format!("{AT}/conversations/{id}/messages")).await.body;
    assert_eq!(messages["messages"][1]["components"][0]["saved"], true);
    for (name, value) in [
        ("component_id", json!("")),
        ("component_id", json!("x".repeat(101))),
        ("component_type", json!("hologram")),
        ("component_data", json!({})),
        ("component_data", json!([])),
        ("component_data", json!({ "job_title": "a\u{0}" })),
        ("source_tool", json!("x".repeat(51))),
        ("conversation_id", json!(0)),
        ("note", json!("x".repeat(501))),
        ("user_id", json!(1)),
    ] {
        assert_eq!(ada.post(&url, &with(name, value)).await.error(), (422, "body_invalid"), "{name}");
    }
}

#[tokio::test]
async fn the_way_of_a_user_is_their_own() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let id = begin(&ada, "Hello").await;
    let url = format!("{AT}/journey/{}", ada.id);
    let empty = ada.get(&url).await;
    assert_eq!((empty.status, &empty.body["journey_stages"]), (200, &json!([])));
    ada.post(&format!("{AT}/save-component"), &card(id)).await;
    app.run(&format!(
        "INSERT INTO user_journey_milestones (user_id, milestone_type, milestone_data, title, created_at, updated_at) \
         VALUES ({}, 'first_goal', '{{\"a\":1}}', 'A goal', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')",
        ada.id
    ))
    .await;

    let way = ada.get(&url).await.body;

    let kinds: Vec<&Value> = way["journey_stages"].as_array().unwrap().iter().map(|stage| &stage["type"]).collect();
    assert_eq!(kinds, ["job_card", "first_goal"], "the latest first, and one without a date of its own");
    assert_eq!((&way["user_id"], &way["saved_items_count"]), (&json!(ada.id), &json!(1)));
    assert_eq!(way["career_goals"], json!([{ "job_title": "Nurse" }]));
    assert_eq!((&way["skill_progression"], &way["personality_insights"]), (&json!({}), &json!(null)));
    assert_eq!(ada.get(&format!("{AT}/journey/{}", ada.clerk_id)).await.body, way);
    assert_eq!(bob.get(&url).await.error(), (404, "user_not_found"));
}

#[tokio::test]
async fn tools_are_counted_with_their_failures() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let id = begin(&ada, "Hello").await;
    for (tool, success, ms) in
        [("esco_skills", "success", "100"), ("esco_skills", "failed", "300"), ("holland_test", "success", "NULL")]
    {
        app.run(&format!(
            "INSERT INTO tool_invocations (conversation_id, tool_name, success, execution_time_ms, user_id) \
             VALUES ({id}, '{tool}', '{success}', {ms}, {})",
            ada.id
        ))
        .await;
    }

    let told = ada.get(&format!("{AT}/tool-analytics")).await.body;

    assert_eq!((&told["total_invocations"], &told["success_rate"]), (&json!(3), &json!(0.6667)));
    let skills = json!({ "count": 2, "success": 1, "avg_execution_time": 200.0, "success_rate": 0.5 });
    assert_eq!(told["tool_usage"]["esco_skills"], skills);
    assert_eq!(told["tool_usage"]["holland_test"]["avg_execution_time"], 0.0);
    assert_eq!(told["most_used_tools"][0], json!({ "tool": "esco_skills", "count": 2 }));
    assert_eq!(bob.get(&format!("{AT}/tool-analytics")).await.body["total_invocations"], 0);
}

#[tokio::test]
async fn feedback_is_kept_beside_what_is_known_about_an_answer() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let id = begin(&ada, "Hello").await;
    let answer = say(&app, id, "assistant", "Good day").await;
    app.run(&format!("UPDATE chat_messages SET message_metadata = '{{\"mode\":\"plain\"}}' WHERE id = {answer}")).await;
    let url = format!("{AT}/feedback");
    let kept =
        async || ada.get(&format!("{AT}/conversations/{id}/messages")).await.body["messages"][1]["metadata"].clone();

    let by_body = ada.post(&url, &json!({ "message_id": answer, "feedback": "helpful", "rating": 5 })).await;
    assert_eq!((by_body.status, &by_body.body["success"]), (200, &json!(true)));
    let metadata = kept().await;
    assert_eq!((&metadata["mode"], &metadata["feedback"]["rating"]), (&json!("plain"), &json!(5)));
    let by_query = send(ada.request(Method::POST, &format!("{url}?message_id={answer}&feedback=too+short"))).await;
    assert_eq!(by_query.status, 200, "{by_query:?}");
    assert_eq!(kept().await["feedback"]["feedback"], "too short");

    let question = answer - 1;
    for refused in [
        bob.post(&url, &json!({ "message_id": answer, "feedback": "x" })).await,
        ada.post(&url, &json!({ "message_id": question, "feedback": "x" })).await,
    ] {
        assert_eq!(refused.error(), (404, "not_found"));
    }
    for rating in [0, 6] {
        let body = json!({ "message_id": answer, "feedback": "x", "rating": rating });
        assert_eq!(ada.post(&url, &body).await.error(), (422, "body_invalid"));
    }
    let refused = send(ada.request(Method::POST, &format!("{url}?message_id={answer}"))).await;
    assert_eq!(refused.error(), (422, "query_invalid"));
}
