//! `/api/v1/competence-tree`.

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    answer::Answer,
    support::{TestApp, User, send},
};

/// Stores a tree as the generator does, and more than it: `root` opens `hidden`, which opens `last`.
async fn plant(app: &TestApp, user: &User, graph: &str, reward: &str) {
    let node = |id: &str, state: &str, reward: &str| {
        format!(
            r#"{{"id": "{id}", "type": "skill", "state": "{state}", "xp_reward": {reward}, "is_anchor": {}}}"#,
            id == "root"
        )
    };
    let nodes = [
        node("root", "available", reward),
        node("hidden", "hidden", "30"),
        node("last", "locked", "30"),
        node("other", "available", "20"),
    ];
    let edges = r#"{"source": "root", "target": "hidden"}, {"source": "hidden", "target": "last"}"#;
    let tree = format!(r#"{{"nodes": [{}], "edges": [{edges}], "graph_id": "{graph}"}}"#, nodes.join(", "));
    app.run(&format!(
        "INSERT INTO user_skill_trees (user_id, graph_id, tree_data) VALUES ({}, '{graph}', '{tree}')",
        user.id
    ))
    .await;
}

async fn complete(user: &User, node: &str) -> Answer {
    send(user.request(Method::PATCH, &format!("/api/v1/competence-tree/node/{node}/complete"))).await
}

async fn state(user: &User, graph: &str, node: &str) -> Value {
    let tree = user.get(&format!("/api/v1/competence-tree/{graph}")).await;
    assert_eq!(tree.status, 200, "{tree:?}");
    let nodes = tree.body["nodes"].as_array().unwrap();
    nodes.iter().find(|candidate| candidate["id"] == node).unwrap()["state"].clone()
}

#[tokio::test]
async fn a_completed_node_is_stored_earns_its_points_and_opens_its_children() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    plant(&app, &ada, "g", "55").await;

    let done = complete(&ada, "root").await;

    let expected = json!({
        "success": true, "message": "Completed.", "xp_earned": 55, "total_xp": 55, "level": 2, "children_revealed": 1,
    });
    assert_eq!((done.status, done.body), (200, expected));
    assert_eq!(
        (state(&ada, "g", "root").await, state(&ada, "g", "hidden").await),
        (json!("completed"), json!("available"))
    );
    assert_eq!(state(&ada, "g", "last").await, "locked");
    let progress = ada.get("/user-progress").await.body;
    assert_eq!((&progress["total_xp"], &progress["level"]), (&json!(55), &json!(2)), "one level rule");
    assert_eq!(complete(&ada, "hidden").await.body["total_xp"], 85);
    assert_eq!(complete(&ada, "last").await.body["total_xp"], 115);
}

#[tokio::test]
async fn a_node_earns_points_once_however_often_and_at_once_it_is_completed() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    plant(&app, &ada, "g", "40").await;

    let done = join_all((0..20).map(|_| complete(&ada, "root"))).await;

    let earned: Vec<u64> = done.iter().map(|answer| answer.body["xp_earned"].as_u64().unwrap()).collect();
    assert_eq!((earned.iter().sum::<u64>(), earned.iter().filter(|xp| **xp > 0).count()), (40, 1));
    let before = ada.get("/competence-tree/g").await.body;
    let repeated = complete(&ada, "root").await;
    assert_eq!(
        (repeated.status, &repeated.body["xp_earned"], &repeated.body["total_xp"]),
        (200, &json!(0), &json!(40))
    );
    assert_eq!(repeated.body["children_revealed"], 0);
    assert_eq!(ada.get("/competence-tree/g").await.body, before);
}

#[tokio::test]
async fn a_node_that_stands_in_two_trees_is_worth_its_points_once() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    plant(&app, &ada, "older", "40").await;
    plant(&app, &ada, "newer", "40").await;

    assert_eq!(complete(&ada, "root").await.body["xp_earned"], 40);

    assert_eq!(
        (state(&ada, "newer", "root").await, state(&ada, "older", "root").await),
        (json!("completed"), json!("available"))
    );
    assert_eq!(complete(&ada, "root").await.body["xp_earned"], 0);
    assert_eq!(state(&ada, "older", "root").await, "available", "a repetition changes nothing");
    let url = "/v1/competence-tree/node/root/complete?graph_id=older&user_id=1";
    let in_older = send(ada.request(Method::PATCH, url)).await;
    assert_eq!(
        (in_older.status, &in_older.body["xp_earned"], &in_older.body["total_xp"]),
        (200, &json!(0), &json!(40))
    );
    assert_eq!(state(&ada, "older", "root").await, "completed");
    let elsewhere = send(ada.request(Method::PATCH, "/competence-tree/node/root/complete?graph_id=nowhere")).await;
    assert_eq!(elsewhere.error(), (404, "not_found"));
}

#[tokio::test]
async fn an_older_tree_is_searched_as_well() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    plant(&app, &ada, "older", "40").await;
    let insert = "INSERT INTO user_skill_trees (user_id, graph_id, tree_data) VALUES";
    app.run(&format!(r#"{insert} ({}, 'newer', '{{"nodes": []}}'), ({0}, 'odd', '[1]')"#, ada.id)).await;

    assert_eq!(complete(&ada, "root").await.body["xp_earned"], 40);
}

#[tokio::test]
async fn a_locked_or_hidden_node_cannot_be_completed_and_nothing_is_earned() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    plant(&app, &ada, "g", "40").await;
    let before = ada.get("/competence-tree/g").await.body;

    for node in ["hidden", "last"] {
        assert_eq!(complete(&ada, node).await.error(), (409, "not_yet"));
    }
    assert_eq!(complete(&ada, "nowhere").await.error(), (404, "not_found"));

    assert_eq!(ada.get("/competence-tree/g").await.body, before);
    assert_eq!(app.number("SELECT count(*) FROM user_progress").await, 0);
}

#[tokio::test]
async fn rewards_of_old_trees_beyond_the_rules_are_brought_within_them() {
    let app = TestApp::new().await;
    for (number, (stored, earned)) in
        [("1000000", 100), ("-500", 0), ("\"many\"", 25), ("99999999999999999999", 25)].into_iter().enumerate()
    {
        let user = app.user(&format!("user{number}")).await;
        plant(&app, &user, &format!("g{number}"), stored).await;

        assert_eq!(complete(&user, "root").await.body["xp_earned"], earned, "{stored}");
    }
}

#[tokio::test]
async fn a_tree_of_somebody_else_is_as_absent_as_none() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    plant(&app, &ada, "g", "40").await;
    let before = ada.get("/competence-tree/g").await.body;

    assert_eq!(complete(&bob, "root").await.error(), (404, "not_found"));
    assert_eq!(bob.get("/api/v1/competence-tree/g").await.error(), (404, "not_found"));
    let anchors = bob.get("/api/v1/competence-tree/anchor-skills").await;
    assert_eq!(
        (anchors.status, &anchors.body["anchor_skills"], &anchors.body["graph_id"]),
        (200, &json!([]), &json!(null))
    );

    assert_eq!(ada.get("/competence-tree/g").await.body, before);
    assert_eq!(app.number("SELECT count(*) FROM user_progress").await, 0);
}

#[tokio::test]
async fn anchors_are_those_of_the_newest_tree() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    plant(&app, &ada, "older", "1").await;
    plant(&app, &ada, "newer", "40").await;

    let anchors = ada.get("/api/v1/competence-tree/anchor-skills").await.body;
    assert_eq!((&anchors["graph_id"], &anchors["anchor_skills"][0]["xp_reward"]), (&json!("newer"), &json!(40)));
    assert_eq!(anchors["anchor_skills"].as_array().unwrap().len(), 1);

    let insert = "INSERT INTO user_skill_trees (user_id, graph_id, tree_data) VALUES";
    app.run(&format!(r#"{insert} ({}, 'told', '{{"nodes": [], "anchor_metadata": [{{"id": "x"}}]}}')"#, ada.id)).await;
    assert_eq!(ada.get("/competence-tree/anchor-skills").await.body["anchor_skills"], json!([{ "id": "x" }]));
}
