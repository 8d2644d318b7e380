//! Conversations with the assistant, over HTTP.

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    answer::shape,
    statements::Statements,
    support::{TestApp, User, send},
};

pub(crate) const LIST: &str = "/api/v1/chat/conversations";

/// Begins a conversation; its key.
pub(crate) async fn begin(user: &User, message: &str) -> i64 {
    let begun = user.post(LIST, &json!({ "initial_message": message })).await;
    assert_eq!(begun.status, 201, "{begun:?}");
    begun.body["id"].as_i64().unwrap()
}

/// Writes a message as the assistant would; its key.
pub(crate) async fn say(app: &TestApp, conversation: i64, role: &str, content: &str) -> i64 {
    app.number(&format!(
        "INSERT INTO chat_messages (conversation_id, role, content, tokens_used, response_time_ms, created_at) \
         VALUES ({conversation}, '{role}', '{content}', 10, 200, '2026-03-01T10:00:00Z') RETURNING CAST(id AS bigint)"
    ))
    .await
}

fn ids(list: &Value) -> Vec<i64> {
    list.as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn the_first_message_is_stored_once_and_counted_once() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;

    let begun = ada.post(LIST, &json!({ "initial_message": "How do I become a really good nurse?" })).await;

    assert_eq!(begun.status, 201);
    let id = begun.body["id"].as_i64().unwrap();
    assert_eq!(begun.header("location"), format!("{LIST}/{id}"));
    let members = shape(&begun.body);
    let expected = [
        ("auto_generated_title", 'b'),
        ("category_id", 'z'),
        ("created_at", 's'),
        ("id", 'n'),
        ("is_archived", 'b'),
        ("is_favorite", 'b'),
        ("last_message_at", 's'),
        ("message_count", 'n'),
        ("title", 's'),
        ("total_tokens_used", 'n'),
        ("updated_at", 's'),
        ("user_id", 'n'),
    ];
    let mut members = members;
    members.sort_unstable();
    assert_eq!(members, expected);
    assert_eq!(begun.body["title"], "How do I become a really...");
    assert_eq!((&begun.body["message_count"], &begun.body["auto_generated_title"]), (&json!(1), &json!(true)));
    let messages = ada.get(&format!("{LIST}/{id}/messages")).await.body;
    assert_eq!(messages["total"], 1);
    let only = &messages["messages"][0];
    assert_eq!((&only["role"], &only["content"]), (&json!("user"), &json!("How do I become a really good nurse?")));
    assert_eq!(ada.get(&format!("{LIST}/{id}")).await.body, begun.body);
    let titled = ada.post(LIST, &json!({ "initial_message": "Hi", "title": "Mine" })).await.body;
    assert_eq!((&titled["title"], &titled["auto_generated_title"]), (&json!("Mine"), &json!(false)));
}

#[tokio::test]
async fn a_conversation_begins_with_words_of_a_bearable_length() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;

    for (body, field) in [
        (json!({}), "initial_message"),
        (json!({ "initial_message": " " }), "initial_message"),
        (json!({ "initial_message": "x".repeat(10_001) }), "initial_message"),
        (json!({ "initial_message": "a\u{0}b" }), "initial_message"),
        (json!({ "initial_message": "Hi", "title": "x".repeat(256) }), "title"),
        (json!({ "initial_message": "Hi", "message_count": 9 }), "message_count"),
    ] {
        let refused = ada.post(LIST, &body).await;
        assert_eq!(refused.error(), (422, "body_invalid"));
        assert!(refused.detail().contains(field), "{refused:?}");
    }
    assert_eq!(ada.get(LIST).await.body["total"], 0);
}

#[tokio::test]
async fn fifty_conversations_with_many_messages_are_listed_with_two_statements() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    for number in 0..50 {
        let id = begin(&ada, &format!("Question {number}")).await;
        say(&app, id, "assistant", "an answer").await;
    }
    let statements = Statements::counted();

    let listed = ada.get(&format!("{LIST}?limit=50")).await;

    assert_eq!(listed.body["conversations"].as_array().unwrap().len(), 50);
    assert!((1..=2).contains(&statements.taken()), "and the counter counts");
    assert!(!listed.text.contains("an answer"), "no message is in the list");
}

#[tokio::test]
async fn conversations_are_listed_by_their_latest_message_and_every_page_holds_the_next_ones() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    begin(&bob, "Somebody else's").await;
    let mut made = Vec::new();
    for number in 0..6 {
        made.push(begin(&ada, &format!("Question {number}")).await);
    }
    // Two have no message, two were written in at the same time, and one before all others.
    let [silent, early, mute, tied, latest, other_tied] = made[..] else { panic!() };
    app.run(&format!(
        "UPDATE conversations SET last_message_at = NULL WHERE id IN ({silent}, {mute}); \
         UPDATE conversations SET created_at = '2026-01-05T00:00:00Z' WHERE id = {silent}; \
         UPDATE conversations SET created_at = '2026-01-04T00:00:00Z' WHERE id = {mute}; \
         UPDATE conversations SET last_message_at = '2026-01-03T10:00:00.5Z', created_at = '2026-01-01T00:00:00Z' \
         WHERE id IN ({tied}, {other_tied}); UPDATE conversations SET last_message_at = '2026-01-02T10:00:00Z' WHERE id = {early}"
    ))
    .await;
    let expected = [latest, other_tied, tied, early, silent, mute];

    let all = ada.get(LIST).await.body;
    assert_eq!(ids(&all["conversations"]), expected);
    assert_eq!((&all["total"], &all["limit"], &all["offset"]), (&json!(6), &json!(20), &json!(0)));
    assert!(all.get("next").is_none());
    for size in 1..4 {
        let (mut seen, mut after) = (Vec::new(), String::new());
        loop {
            let page = ada.get(&format!("{LIST}?limit={size}{after}")).await.body;
            assert_eq!(page["total"], 6);
            seen.extend(ids(&page["conversations"]));
            let Some(next) = page["next"].as_str() else { break };
            after = format!("&after={next}");
        }
        assert_eq!(seen, expected, "pages of {size}");
    }
    assert_eq!(ids(&ada.get(&format!("{LIST}?offset=4&limit=1")).await.body["conversations"]), [silent]);
    for wrong in ["limit=0", "limit=101", "offset=10001", "offset=-1", "after=x", "after=1.2", "is_archived=x"] {
        assert_eq!(ada.get(&format!("{LIST}?{wrong}")).await.error(), (422, "query_invalid"), "{wrong}");
    }
}

#[tokio::test]
async fn lists_are_narrowed_and_their_total_with_them() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let (one, two) = (begin(&ada, "One").await, begin(&ada, "Two").await);
    let category = ada.post("/api/v1/chat/categories", &json!({ "name": "Studies" })).await.body["id"].clone();
    ada.put(&format!("{LIST}/{one}"), &json!({ "category_id": category, "is_favorite": true })).await;
    ada.post(&format!("{LIST}/{two}/archive"), &json!({})).await;

    for (filter, expected) in [
        ("is_favorite=true".to_owned(), vec![one]),
        ("is_favorite=false".to_owned(), vec![two]),
        ("is_archived=true".to_owned(), vec![two]),
        ("is_archived=false&is_favorite=false".to_owned(), vec![]),
        (format!("category_id={category}"), vec![one]),
    ] {
        let listed = ada.get(&format!("{LIST}?{filter}")).await.body;
        assert_eq!(ids(&listed["conversations"]), expected, "{filter}");
        assert_eq!(listed["total"], expected.len(), "{filter}");
    }
    assert_eq!(bob.get(&format!("{LIST}?category_id={category}")).await.body["total"], 0);
}

#[tokio::test]
async fn nobody_else_sees_or_changes_a_conversation() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let id = begin(&ada, "Between us").await;
    let before = ada.get(&format!("{LIST}/{id}")).await.body;

    for (method, path, body) in [
        (Method::GET, format!("{LIST}/{id}"), json!(null)),
        (Method::PUT, format!("{LIST}/{id}"), json!({ "title": "x" })),
        (Method::PATCH, format!("{LIST}/{id}"), json!({})),
        (Method::DELETE, format!("{LIST}/{id}"), json!(null)),
        (Method::POST, format!("{LIST}/{id}/favorite"), json!({})),
        (Method::POST, format!("{LIST}/{id}/archive"), json!(true)),
        (Method::POST, format!("{LIST}/{id}/generate-title"), json!({})),
        (Method::GET, format!("{LIST}/{id}/messages"), json!(null)),
        (Method::GET, format!("{LIST}/{id}/statistics"), json!(null)),
        (Method::POST, format!("{LIST}/{id}/export"), json!({})),
        (Method::POST, format!("/api/v1/chat/clear?conversation_id={id}"), json!({})),
        (Method::POST, format!("/api/v1/chat/share/conversations/{id}"), json!({})),
        (Method::GET, format!("/api/v1/orientator/conversations/{id}/messages"), json!(null)),
        (Method::GET, format!("{LIST}/none"), json!(null)),
    ] {
        let request = bob.request(method.clone(), &path);
        let answer = send(if body.is_null() { request } else { request.json(&body) }).await;
        assert_eq!(answer.error(), (404, "not_found"), "{method} {path}");
    }
    bob.post("/api/v1/chat/clear", &json!({})).await;

    assert_eq!(ada.get(&format!("{LIST}/{id}")).await.body, before);
}

#[tokio::test]
async fn a_change_keeps_what_it_does_not_name_and_null_clears() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let url = format!("{LIST}/{}", begin(&ada, "One").await);
    let mine = ada.post("/api/v1/chat/categories", &json!({ "name": "Mine" })).await.body["id"].clone();
    let bobs = bob.post("/api/v1/chat/categories", &json!({ "name": "Mine" })).await.body["id"].clone();

    let renamed = ada.put(&url, &json!({ "title": "Nursing", "category_id": mine })).await.body;
    assert_eq!((&renamed["title"], &renamed["auto_generated_title"]), (&json!("Nursing"), &json!(false)));
    let kept = ada.put(&url, &json!({ "is_favorite": true })).await.body;
    assert_eq!((&kept["title"], &kept["category_id"], &kept["is_favorite"]), (&json!("Nursing"), &mine, &json!(true)));
    for foreign in [bobs, json!(1_000_000)] {
        let refused = ada.put(&url, &json!({ "category_id": foreign })).await;
        assert_eq!(refused.error(), (422, "body_invalid"));
        assert!(refused.detail().starts_with("`category_id`"), "{refused:?}");
    }
    assert_eq!(ada.put(&url, &json!({ "category_id": null })).await.body["category_id"], json!(null));
    for body in [json!({ "title": null }), json!({ "user_id": bob.id }), json!({ "message_count": 0 })] {
        assert_eq!(ada.put(&url, &body).await.error(), (422, "body_invalid"), "{body}");
    }
    assert_eq!(ada.delete(&url).await.status, 204);
    assert_eq!(ada.delete(&url).await.error(), (404, "not_found"));
    assert_eq!(app.number("SELECT count(*) FROM chat_messages").await, 0);
}

#[tokio::test]
async fn toggles_that_meet_are_all_done() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let url = format!("{LIST}/{}/favorite", begin(&ada, "One").await);
    assert_eq!(ada.post(&url, &json!({})).await.body, json!({ "is_favorite": true }));

    let answers = join_all((0..10).map(|_| send(ada.request(Method::POST, &url)))).await;

    let favorites = answers.iter().filter(|answer| answer.body == json!({ "is_favorite": true })).count();
    assert_eq!((favorites, answers.len()), (5, 10));
}

#[tokio::test]
async fn archiving_takes_a_boolean_an_object_or_nothing() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let url = format!("{LIST}/{}/archive", begin(&ada, "One").await);

    for (body, archived) in
        [(json!({}), true), (json!(false), false), (json!(true), true), (json!({ "archived": false }), false)]
    {
        assert_eq!(ada.post(&url, &body).await.body, json!({ "archived": archived }), "{body}");
    }
    assert_eq!(send(ada.request(Method::POST, &url)).await.body, json!({ "archived": true }));
    for body in [json!(1), json!({ "archived": "no" }), json!({ "archive": true }), json!([])] {
        assert_eq!(ada.post(&url, &body).await.error(), (422, "body_invalid"), "{body}");
    }
}

#[tokio::test]
async fn clearing_archives_one_or_truly_all() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    begin(&bob, "Somebody else's").await;
    let first = begin(&ada, "First").await;
    for number in 0..25 {
        begin(&ada, &format!("Question {number}")).await;
    }
    let archived = async |user: &User| user.get(&format!("{LIST}?is_archived=true")).await.body["total"].clone();

    let one = ada.post(&format!("/api/v1/chat/clear?conversation_id={first}"), &json!({})).await;
    assert_eq!((one.status, &one.body["success"]), (200, &json!(true)));
    assert_eq!(archived(&ada).await, 1);
    let all = ada.post("/api/v1/chat/clear", &json!({})).await;

    assert_eq!(all.body, json!({ "success": true, "message": "25 conversations archived" }));
    assert_eq!((archived(&ada).await, archived(&bob).await), (json!(26), json!(0)));
}

#[tokio::test]
async fn a_title_is_made_of_the_first_words_of_the_user() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let id = begin(&ada, "Which schools teach the art of nursing?").await;
    ada.put(&format!("{LIST}/{id}"), &json!({ "title": "Mine" })).await;

    let titled = ada.post(&format!("{LIST}/{id}/generate-title"), &json!({})).await;

    assert_eq!(titled.body, json!({ "title": "Which schools teach the art of..." }));
    assert_eq!(ada.get(&format!("{LIST}/{id}")).await.body["auto_generated_title"], true);
    app.run(&format!("DELETE FROM chat_messages WHERE conversation_id = {id}")).await;
    assert_eq!(ada.post(&format!("{LIST}/{id}/generate-title"), &json!({})).await.error(), (404, "not_found"));
}

#[tokio::test]
async fn the_first_page_holds_the_newest_messages_and_total_counts_all() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let id = begin(&ada, "1").await;
    for number in 2..=7 {
        say(&app, id, if number % 2 == 0 { "assistant" } else { "user" }, &number.to_string()).await;
    }
    let url = format!("{LIST}/{id}/messages");
    let said = |page: &Value| -> Vec<String> {
        page["messages"].as_array().unwrap().iter().map(|it| it["content"].as_str().unwrap().to_owned()).collect()
    };

    let first = ada.get(&format!("{url}?limit=3")).await.body;
    let second = ada.get(&format!("{url}?limit=3&after={}", first["next"])).await.body;
    let third = ada.get(&format!("{url}?limit=3&after={}", second["next"])).await.body;

    assert_eq!(
        (said(&first), said(&second), said(&third)),
        (vec!["5".into(), "6".into(), "7".into()], vec!["2".into(), "3".into(), "4".into()], vec!["1".into()])
    );
    assert!(third.get("next").is_none());
    for page in [&first, &second, &third] {
        assert_eq!((&page["total"], &page["conversation_id"]), (&json!(7), &json!(id)));
    }
    assert_eq!(said(&ada.get(&format!("{url}?limit=2&offset=4")).await.body), ["2", "3"]);
    assert!(ada.get(&format!("{url}?limit=7")).await.body.get("next").is_none());
    assert_eq!(ada.get(&format!("{url}?limit=201")).await.error(), (422, "query_invalid"));
}
