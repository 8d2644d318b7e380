//! What was said in conversations: counted, taken along, sorted, found again.

use std::fs;

use orientor_testkit::node;
use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    client::script,
    conversations::{LIST, begin, say},
    support::TestApp,
};

#[tokio::test]
async fn statistics_tell_what_was_said_by_whom() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let id = begin(&ada, "Hello").await;
    for content in ["one", "two"] {
        say(&app, id, "assistant", content).await;
    }

    let told = ada.get(&format!("{LIST}/{id}/statistics")).await.body;

    assert_eq!(told["total_messages"], 3);
    assert_eq!(told["messages_by_role"], json!({ "user": 1, "assistant": 2 }));
    assert_eq!((&told["total_tokens"], &told["avg_response_time_ms"]), (&json!(20), &json!(200.0)));
    assert!(told["first_message_at"].is_string() && told["last_message_at"].is_string(), "{told}");
    app.run("DELETE FROM chat_messages").await;
    let nothing = ada.get(&format!("{LIST}/{id}/statistics")).await.body;
    assert_eq!((&nothing["total_messages"], &nothing["first_message_at"]), (&json!(0), &json!(null)));
}

#[tokio::test]
async fn a_conversation_can_be_taken_along_as_json_or_text() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let id = begin(&ada, "Hello").await;
    say(&app, id, "system", "be kind").await;
    say(&app, id, "assistant", "Good day").await;
    let url = format!("{LIST}/{id}/export");

    let whole = ada.post(&url, &json!({ "format": "json" })).await;
    let text = ada.post(&url, &json!({ "format": "txt" })).await;

    assert_eq!(whole.header("content-disposition"), format!("attachment; filename=\"conversation-{id}.json\""));
    assert_eq!(whole.body["conversation"]["id"], id);
    assert_eq!(whole.body["messages"].as_array().unwrap().len(), 3);
    assert_eq!(text.header("content-type"), "text/plain; charset=utf-8");
    assert!(text.text.contains("Hello") && text.text.contains("Good day"), "{}", text.text);
    assert!(!text.text.contains("be kind"), "{}", text.text);
    assert_eq!(ada.post(&url, &json!({})).await.body, whole.body, "json unless said");
    assert_eq!(ada.post(&url, &json!({ "format": "doc" })).await.error(), (422, "body_invalid"));
}

/// Another program has to find in it what was said.
#[tokio::test]
async fn a_conversation_can_be_taken_along_to_be_printed() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let id = begin(&ada, "Où étudier l\u{2019}œnologie ? (5 €) 🙂").await;
    say(&app, id, "system", "be kind").await;
    let words: Vec<String> = (1..=3_000).map(|number| format!("wort{number}")).collect();
    say(&app, id, "assistant", &words.join(" ")).await;
    say(&app, id, "user", &"x".repeat(200)).await;

    let request = ada.request(Method::POST, &format!("{LIST}/{id}/export")).json(&json!({ "format": "pdf" }));
    let answer = request.send().await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), &answer.headers()["content-type"]),
        (200, &"application/pdf".parse().unwrap())
    );
    let disposition = format!("attachment; filename=\"conversation-{id}.pdf\"");
    assert_eq!(answer.headers()["content-disposition"], disposition);
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), answer.bytes().await.unwrap()).unwrap();
    let path = file.path().to_owned();
    let read = move || node::run(&script("pages.mjs"), &[path], &[] as &[(&str, &str)]);
    let read = tokio::task::spawn_blocking(read).await.unwrap().stdout;

    let read: Value = serde_json::from_str(&read).unwrap();
    assert_eq!(read["title"], ada.get(&format!("{LIST}/{id}")).await.body["title"]);
    let pages: Vec<&str> = read["pages"].as_array().unwrap().iter().map(|page| page.as_str().unwrap()).collect();
    assert!(pages[0].contains("Où étudier l\u{2019}œnologie ? (5 €) [U+1F642]"), "{}", pages[0]);
    assert!(pages[0].contains("assistant (2026-03-01 10:00 UTC):"), "{}", pages[0]);
    for (at, page) in pages.iter().enumerate() {
        assert!(page.ends_with(&format!("{} / {}", at + 1, pages.len())), "{page}");
    }
    let all = pages.join(" ");
    let said: Vec<&str> = all.split_whitespace().filter(|word| word.starts_with("wort")).collect();
    assert_eq!(said, words);
    assert!(pages.len() > 5, "{} pages", pages.len());
    assert_eq!(all.matches('x').count(), 200);
    assert!(!all.contains("be kind"));
}

#[tokio::test]
async fn categories_have_a_name_of_their_own_and_a_colour() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let url = "/api/v1/chat/categories";
    let studies = ada.post(url, &json!({ "name": "Studies", "color": "#AABBCC" })).await;
    assert_eq!((studies.status, &studies.body["color"]), (201, &json!("#aabbcc")));

    assert_eq!(ada.post(url, &json!({ "name": "Studies" })).await.error(), (409, "conflict"));
    assert_eq!(bob.post(url, &json!({ "name": "Studies" })).await.status, 201, "names are each user's own");
    for color in ["red", "#12345", "#1234567", "123456", "#gggggg"] {
        let refused = ada.post(url, &json!({ "name": "Other", "color": color })).await;
        assert_eq!(refused.error(), (422, "body_invalid"), "{color}");
        assert!(refused.detail().starts_with("`color`"), "{refused:?}");
    }
    assert_eq!(ada.get("/chat/categories/").await.body.as_array().unwrap().len(), 1, "as today's client spells it");
    let id = begin(&ada, "One").await;
    ada.put(&format!("{LIST}/{id}"), &json!({ "category_id": studies.body["id"] })).await;
    assert_eq!(ada.delete(&format!("{url}/{}", studies.body["id"])).await.status, 204);
    assert_eq!(ada.get(&format!("{LIST}/{id}")).await.body["category_id"], json!(null), "the conversation stays");
}

#[tokio::test]
async fn a_search_finds_every_word_and_only_own_messages() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let one = begin(&ada, "I love 100% nursing_work and more").await;
    let two = begin(&ada, "Work in a hospital, nursing or not").await;
    say(&app, two, "system", "nursing is work").await;
    begin(&bob, "Nursing and work").await;
    let find = async |query: &str| {
        let found = ada.get(&format!("/api/v1/chat/search?{query}")).await;
        assert_eq!(found.status, 200, "{found:?}");
        let rows = found.body["results"].as_array().unwrap().clone();
        rows.iter().map(|row| row["conversation_id"].as_i64().unwrap()).collect::<Vec<_>>()
    };

    for (query, expected) in [
        ("q=nursing+WORK", vec![two, one]),
        ("q=hospital", vec![two]),
        ("q=nurs", vec![two, one]),
        ("q=nursing+hospital+love", vec![]),
        // What means something to the database is a letter here.
        ("q=100%25", vec![one]),
        ("q=0%25n", vec![]),
        ("q=g_w", vec![one]),
        ("q=%5C", vec![]),
        ("q='", vec![]),
    ] {
        assert_eq!(find(query).await, expected, "{query}");
    }
    let page = ada.get("/api/v1/chat/search?q=work&limit=1").await.body;
    assert_eq!(page["results"][0]["conversation_title"], "Work in a hospital, nursing or...");
    assert_eq!(find(&format!("q=work&limit=1&after={}", page["next"])).await, [one]);
    for wrong in ["", "q=", "q=+", "q=a+b+c+d+e+f+g+h+i", "q=x&limit=0", "q=%00"] {
        let refused = ada.get(&format!("/api/v1/chat/search?{wrong}")).await;
        assert_eq!(refused.error(), (422, "query_invalid"), "{wrong}");
    }
}
