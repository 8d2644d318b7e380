//! `/api/v1/node-notes`.

use futures_util::future::join_all;
use serde_json::json;

use crate::support::TestApp;

#[tokio::test]
async fn a_note_is_made_read_replaced_and_deleted_by_its_owner_alone() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let note = |text: &str| json!({ "node_id": "skill/1 é", "action_index": 2, "note_text": text });

    let made = ada.post("/api/v1/node-notes/", &note("first")).await;
    let bobs = bob.post("/api/v1/node-notes", &note("bob's")).await;
    let again = ada.post("/node-notes/", &note("second")).await;

    assert_eq!((made.status, bobs.status, again.status), (201, 201, 200));
    let url = made.header("location").to_owned();
    assert_eq!(again.header("location"), url);
    assert_eq!((&again.body["note_text"], &again.body["id"]), (&json!("second"), &made.body["id"]));
    let read = ada.get(&url).await;
    assert_eq!(read.body, again.body);
    for path in ["/api/v1/node-notes/", "/node-notes?node_id=skill/1%20é", "/api/v1/node-notes/node/skill%2F1%20%C3%A9"]
    {
        assert_eq!(ada.get(path).await.body, json!([read.body]), "{path}");
    }
    assert_eq!(ada.get("/api/v1/node-notes/node/skill").await.body, json!([]));
    for refused in [bob.get(&url).await, bob.delete(&url).await] {
        assert_eq!(refused.error(), (404, "not_found"));
    }
    assert_eq!(ada.delete(&url).await.status, 204);
    assert_eq!(ada.delete(&url).await.error(), (404, "not_found"));
    assert_eq!(bob.get("/api/v1/node-notes").await.column("note_text"), [json!("bob's")]);
}

#[tokio::test]
async fn twenty_notes_on_one_action_at_once_are_one_note() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;

    let answers =
        join_all((0..20).map(|number| {
            let (ada, text) = (ada.clone(), format!("note {number}"));
            async move {
                ada.post("/node-notes", &json!({ "node_id": "a", "action_index": 0, "note_text": text })).await.status
            }
        }))
        .await;

    assert_eq!(answers.iter().filter(|status| **status == 201).count(), 1, "{answers:?}");
    assert_eq!(answers.iter().filter(|status| **status == 200).count(), 19, "{answers:?}");
    assert_eq!(app.number("SELECT count(*) FROM node_notes").await, 1);
}

#[tokio::test]
async fn of_several_old_notes_on_an_action_the_newest_is_replaced() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    for text in ["old", "older program's second"] {
        let insert = "INSERT INTO node_notes (user_id, node_id, action_index, note_text) VALUES";
        app.run(&format!("{insert} ({}, 'a', 0, '{}')", ada.id, text.replace('\'', "''"))).await;
    }

    let put = ada.post("/node-notes", &json!({ "node_id": "a", "action_index": 0, "note_text": "new" })).await;

    assert_eq!(put.status, 200);
    assert_eq!(ada.get("/node-notes/node/a").await.column("note_text"), [json!("new"), json!("old")]);
}

#[tokio::test]
async fn a_note_that_does_not_fit_names_the_member() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    for (member, value) in [
        ("node_id", json!("")),
        ("node_id", json!("x".repeat(101))),
        ("action_index", json!(-1)),
        ("action_index", json!(1.5)),
        ("note_text", json!(null)),
        ("note_text", json!("a\u{0}")),
        ("id", json!(1)),
        ("user_id", json!(1)),
    ] {
        let mut note = json!({ "node_id": "a", "action_index": 0, "note_text": "x" });
        note[member] = value;

        let refused = ada.post("/api/v1/node-notes", &note).await;

        assert_eq!(refused.error(), (422, "body_invalid"), "{note}");
        assert!(refused.detail().contains(member), "{}", refused.detail());
    }
}

#[tokio::test]
async fn pages_of_notes_on_a_node_lead_to_each_other() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    for action in 0..3 {
        let note = json!({ "node_id": "a b", "action_index": action, "note_text": "x" });
        assert_eq!(ada.post("/node-notes", &note).await.status, 201);
    }

    let first = ada.get("/api/v1/node-notes/node/a%20b?limit=2").await;
    let link = first.header("link").trim_start_matches('<').split_once(">; rel=\"next\"").unwrap().0.to_owned();
    let second = ada.get(&link).await;

    assert_eq!([first.column("action_index"), second.column("action_index")].concat(), [json!(2), json!(1), json!(0)]);
    assert_eq!(second.header("link"), "");
}
