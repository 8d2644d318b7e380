//! `/api/v1/messages`.

use serde_json::json;

use crate::support::{TestApp, shape};

#[tokio::test]
async fn a_message_is_created_and_read_by_both() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);

    let sent = ada.post("/api/v1/messages", &json!({ "recipient_id": bob.id, "body": "Hello, Bob" })).await;

    assert_eq!((sent.status, sent.header("location")), (201, &*format!("/api/v1/messages/conversation/{}", bob.id)));
    assert_eq!(
        shape(&sent.body),
        [("body", 's'), ("message_id", 'n'), ("recipient_id", 'n'), ("sender_id", 'n'), ("timestamp", 's')]
    );
    assert_eq!((&sent.body["sender_id"], &sent.body["recipient_id"]), (&json!(ada.id), &json!(bob.id)));
    let followed = ada.get(sent.header("location")).await;
    assert_eq!((followed.status, &followed.body), (200, &json!([sent.body])));
    let of_bob = bob.get(&format!("/api/v1/messages/conversation/{}", ada.clerk_id)).await;
    assert_eq!(of_bob.body, json!([sent.body]));
    let by_clerk_id = ada.post("/api/v1/messages", &json!({ "recipient_id": bob.clerk_id, "body": "Again" })).await;
    assert_eq!((by_clerk_id.status, &by_clerk_id.body["recipient_id"]), (201, &json!(bob.id)));
    let as_text = ada.post("/api/v1/messages", &json!({ "recipient_id": bob.id.to_string(), "body": "Again" })).await;
    assert_eq!(as_text.status, 201);
}

#[tokio::test]
async fn a_message_needs_text_and_somebody_else() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    for (body, expected, path) in [
        (json!({ "recipient_id": bob.id, "body": "" }), (422, "body_invalid"), "`body`"),
        (json!({ "recipient_id": bob.id, "body": " \n\t" }), (422, "body_invalid"), "`body`"),
        (json!({ "recipient_id": bob.id, "body": "x".repeat(5001) }), (422, "body_invalid"), "`body`"),
        (json!({ "recipient_id": bob.id, "body": "a\u{0}b" }), (422, "body_invalid"), "`body`"),
        (json!({ "recipient_id": bob.id, "body": 7 }), (422, "body_invalid"), "`body`"),
        (json!({ "recipient_id": bob.id }), (422, "body_invalid"), ""),
        (json!({ "recipient_id": 0, "body": "x" }), (422, "body_invalid"), "`recipient_id`"),
        (json!({ "recipient_id": bob.id, "body": "x", "sender_id": 1 }), (422, "body_invalid"), ""),
        (json!({ "recipient_id": ada.id, "body": "x" }), (422, "not_yourself"), ""),
        (json!({ "recipient_id": 999_999, "body": "x" }), (404, "user_not_found"), ""),
    ] {
        let refused = ada.post("/api/v1/messages", &body).await;
        assert_eq!(refused.error(), expected, "{body}");
        assert!(refused.detail().starts_with(path), "{body}: {}", refused.detail());
    }
    assert_eq!(app.number("SELECT count(*) FROM messages").await, 0);
    let longest = ada.post("/api/v1/messages", &json!({ "recipient_id": bob.id, "body": "é".repeat(5000) })).await;
    assert_eq!(longest.status, 201);
}

#[tokio::test]
async fn conversations_are_listed_with_the_newest_message_and_what_is_unread() {
    let app = TestApp::new().await;
    let (ada, bob, carol) = (app.user("ada").await, app.user("bob").await, app.user("carol").await);
    bob.write_to(&ada, "one").await;
    bob.write_to(&ada, "two").await;
    ada.write_to(&carol, "three").await;
    app.run(&format!("UPDATE user_profiles SET name = NULL WHERE user_id = {}", carol.id)).await;
    app.run(&format!("UPDATE users SET first_name = NULL WHERE id = {}", carol.id)).await;

    let listed = ada.get("/api/v1/messages/conversations").await;

    assert_eq!(
        shape(&listed.body[0]),
        [
            ("last_message", 's'),
            ("last_message_id", 'n'),
            ("peer_id", 'n'),
            ("peer_name", 's'),
            ("timestamp", 's'),
            ("unread_count", 'n')
        ]
    );
    assert_eq!(listed.column("peer_id"), [json!(carol.id), json!(bob.id)]);
    assert_eq!(listed.column("peer_name"), [json!(format!("User {}", carol.id)), json!("Bob")]);
    assert_eq!(listed.column("last_message"), [json!("three"), json!("two")]);
    assert_eq!(listed.column("unread_count"), [json!(0), json!(2)]);
    assert_eq!(carol.get("/api/v1/messages/conversations").await.column("unread_count"), [json!(1)]);
    // The cursor is the newest message of the last conversation of a page.
    let after = listed.body[0]["last_message_id"].as_i64().unwrap();
    let next = ada.get(&format!("/api/v1/messages/conversations?after={after}&limit=1")).await;
    assert_eq!(next.column("peer_id"), [json!(bob.id)]);
}

#[tokio::test]
async fn what_was_read_never_becomes_unread_and_a_made_up_id_hides_nothing() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let ids = [bob.write_to(&ada, "1").await, bob.write_to(&ada, "2").await, bob.write_to(&ada, "3").await];
    let path = format!("/api/v1/messages/conversation/{}/read", bob.id);
    let unread = async || ada.get("/api/v1/messages/conversations").await.body[0]["unread_count"].clone();
    let read = async |body| {
        let marked = ada.put(&path, &body).await;
        assert_eq!((marked.status, marked.text.as_str()), (204, ""));
    };

    read(json!({ "last_read_message_id": ids[1] })).await;
    assert_eq!(unread().await, 1);
    read(json!({ "last_read_message_id": ids[0] })).await;
    assert_eq!(unread().await, 1, "never back");
    read(json!({ "last_read_message_id": -5 })).await;
    assert_eq!(unread().await, 1);
    read(json!({ "last_read_message_id": i64::MAX })).await;
    assert_eq!(unread().await, 0);
    bob.write_to(&ada, "4").await;
    assert_eq!(unread().await, 1, "a number that no message had yet hides nothing");
    // Not even by the id of somebody else's later message.
    let carol = app.user("carol").await;
    let later = carol.write_to(&bob, "5").await;
    read(json!({ "last_read_message_id": later })).await;
    bob.write_to(&ada, "6").await;
    assert_eq!(unread().await, 1);
    read(json!({})).await;
    assert_eq!(unread().await, 0);
    assert_eq!(bob.get("/api/v1/messages/conversations").await.body[0]["unread_count"], 0);

    assert_eq!(ada.put(&format!("/api/v1/messages/conversation/{}/read", ada.id), &json!({})).await.status, 422);
    assert_eq!(ada.put("/api/v1/messages/conversation/999999/read", &json!({})).await.error(), (404, "user_not_found"));
}

#[tokio::test]
async fn pages_show_each_message_once_while_new_ones_arrive() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let carol = app.user("carol").await;
    let mut expected = Vec::new();
    for number in 0..23 {
        let (from, to) = if number % 3 == 0 { (&bob, &ada) } else { (&ada, &bob) };
        expected.push(from.write_to(to, &format!("message {number}")).await);
        carol.write_to(&ada, "in between").await;
    }
    expected.reverse();

    for limit in [1, 2, 3, 7, 22, 23, 24, 100] {
        let mut seen = Vec::new();
        let mut after = String::new();
        loop {
            let url = format!("/api/v1/messages/conversation/{}?limit={limit}{after}", bob.id);
            let page = ada.get(&url).await;
            let ids: Vec<i64> = page.column("message_id").iter().map(|id| id.as_i64().unwrap()).collect();
            assert!(ids.len() <= limit, "{url}");
            let Some(last) = ids.last() else { break };
            after = format!("&after={last}");
            seen.extend(ids);
            // Both write while Ada reads on.
            bob.write_to(&ada, "new").await;
            ada.write_to(&bob, "new").await;
        }
        // What arrived in earlier rounds comes first; of the rest each once, in order.
        let old: Vec<i64> = seen.iter().copied().filter(|id| expected.contains(id)).collect();
        assert_eq!(old, expected, "limit {limit}");
        assert!(seen.is_sorted_by(|one, other| one > other), "limit {limit}: {seen:?}");
    }
}
