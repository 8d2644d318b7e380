//! `/api/v1/user-progress`, and the same at the root.

use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::support::{TestApp, User, shape};

const UPDATE: &str = "/api/v1/user-progress/update";

async fn tick(user: &User, node: &str, actions: &[bool]) -> Value {
    let answer = user.post(UPDATE, &json!({ "node_id": node, "completed_actions": { node: actions } })).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.body
}

#[tokio::test]
async fn reading_progress_makes_nothing_and_shows_zeros_under_every_path() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;

    for path in ["/api/v1/user-progress", "/api/v1/user-progress/", "/user-progress", "/user-progress/"] {
        let read = ada.get(path).await;

        assert_eq!(read.status, 200, "{path}");
        let expected = json!({
            "id": null, "user_id": ada.id, "total_xp": 0, "level": 1, "last_completed_node": null,
            "completed_actions": {}, "last_updated": null,
        });
        assert_eq!(read.body, expected, "{path}");
    }
    assert_eq!(app.number("SELECT count(*) FROM user_progress").await, 0);
}

#[tokio::test]
async fn progress_is_kept_with_an_id_that_is_a_text() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);

    let updated = tick(&ada, "skill-1", &[true, false]).await;

    assert_eq!(
        shape(&updated),
        [
            ("completed_actions", 'o'),
            ("id", 's'),
            ("last_completed_node", 's'),
            ("last_updated", 's'),
            ("level", 'n'),
            ("total_xp", 'n'),
            ("user_id", 'n'),
        ]
    );
    assert_eq!(updated["completed_actions"], json!({ "skill-1": [true, false] }));
    assert_eq!(ada.get("/user-progress").await.body, updated);
    assert_eq!(bob.get("/user-progress").await.body["total_xp"], 0);
}

#[tokio::test]
async fn ticked_actions_of_several_updates_are_merged_and_stay() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;

    tick(&ada, "a", &[true, false, false]).await;
    tick(&ada, "b", &[false, true]).await;
    tick(&ada, "a", &[false, true]).await;

    let read = ada.get("/user-progress").await.body;
    assert_eq!(read["completed_actions"], json!({ "a": [true, true, false], "b": [false, true] }));
    assert_eq!((&read["total_xp"], &read["last_completed_node"]), (&json!(30), &json!("a")));
}

#[tokio::test]
async fn points_that_a_client_claims_count_for_nothing() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    for claimed in
        [json!(10), json!(1_000_000_000), json!(-50), json!(i64::MAX), json!(1e300), json!("many"), Value::Null]
    {
        let body = json!({ "node_id": "a", "xp_gained": claimed, "completed_actions": { "a": [true] } });

        let answer = ada.post(UPDATE, &body).await;

        assert_eq!((answer.status, &answer.body["total_xp"]), (200, &json!(10)), "{claimed}");
    }
    for forbidden in ["total_xp", "level", "user_id"] {
        let answer = ada.post(UPDATE, &json!({ "node_id": "a", forbidden: 7 })).await;
        assert_eq!(answer.error(), (422, "body_invalid"));
        assert!(answer.detail().contains(forbidden));
    }
    assert_eq!(ada.get("/user-progress").await.body["total_xp"], 10);
}

#[tokio::test]
async fn an_action_earns_points_once_however_often_and_at_once_it_is_sent() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;

    join_all((0..20).map(|_| tick(&ada, "a", &[true, true]))).await;
    for _ in 0..3 {
        tick(&ada, "a", &[false, false]).await;
        tick(&ada, "a", &[true, true]).await;
    }

    assert_eq!(ada.get("/user-progress").await.body["total_xp"], 20);
    assert_eq!(app.number("SELECT count(*) FROM user_progress").await, 1);
}

#[tokio::test]
async fn twenty_updates_at_once_lose_nothing() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let nodes: Vec<String> = (0..20).map(|node| format!("node-{node}")).collect();

    join_all(nodes.iter().map(|node| tick(&ada, node, &[true]))).await;

    let read = ada.get("/user-progress").await.body;
    assert_eq!((&read["total_xp"], &read["level"]), (&json!(200), &json!(3)));
    assert_eq!(read["completed_actions"].as_object().unwrap().len(), 20);
}

#[tokio::test]
async fn the_first_update_sets_the_level_and_an_old_level_is_corrected() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let id = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
    app.run(&format!(
        "INSERT INTO user_progress (id, user_id, total_xp, level, completed_actions) VALUES ('{id}', {}, 400, 1, NULL)",
        bob.id
    ))
    .await;

    assert_eq!(tick(&ada, "a", &[true; 6]).await["level"], 2);

    assert_eq!(bob.get("/user-progress").await.body["level"], 4);
    let ticked = tick(&bob, "a", &[true; 11]).await;
    assert_eq!((&ticked["id"], &ticked["total_xp"], &ticked["level"]), (&json!(id), &json!(510), &json!(5)));
    assert_eq!(
        app.number(&format!("SELECT CAST(level AS bigint) FROM user_progress WHERE user_id = {}", bob.id)).await,
        5
    );
}

#[tokio::test]
async fn ticks_have_limits_and_a_body_that_does_not_fit_writes_nothing() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let many: serde_json::Map<String, Value> = (0..501).map(|node| (format!("n{node}"), json!([true]))).collect();
    for (body, path) in [
        (json!({}), "node_id"),
        (json!({ "node_id": "" }), "node_id"),
        (json!({ "node_id": "x".repeat(101) }), "node_id"),
        (json!({ "node_id": "a", "completed_actions": { "a": [true, 1] } }), "completed_actions"),
        (json!({ "node_id": "a", "completed_actions": { "a": vec![true; 21] } }), "completed_actions.a"),
        (json!({ "node_id": "a", "completed_actions": { "": [true] } }), "completed_actions"),
        (json!({ "node_id": "a", "completed_actions": many }), "completed_actions"),
    ] {
        let answer = ada.post(UPDATE, &body).await;

        assert_eq!(answer.error(), (422, "body_invalid"), "{body}");
        assert!(answer.detail().contains(path), "{}", answer.detail());
    }
    assert_eq!(app.number("SELECT count(*) FROM user_progress").await, 0);
}
