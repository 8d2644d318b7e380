//! What one server or another program changes, all servers see.

use std::time::Duration;

use orientor_store::Database;
use orientor_testkit::line::{Cut, Proxy};
use serde_json::json;

use crate::support::{Setup, TestApp, until};

const ME: &str = "/api/v1/users/me";
const VERIFY: &str = "/auth/verify";

#[tokio::test]
async fn three_servers_see_what_another_program_changes() {
    let first = TestApp::new().await.listening().await;
    let ada = first.user("ada").await;
    let id = ada.clerk_id.parse().unwrap();
    let second = first.neighbour(Setup::default()).await.listening().await;
    let third = first.neighbour(Setup::default()).await.listening().await;
    let everywhere = [ada.clone(), second.sign_in(&id).await, third.sign_in(&id).await];

    for (change, status) in [("is_active = false", 403), ("is_active = true", 200), ("is_active = false", 403)] {
        first.run(&format!("UPDATE users SET {change} WHERE id = {}", ada.id)).await;

        for ada in &everywhere {
            until(change, async || ada.get(ME).await.status == status).await;
        }
    }
}

#[tokio::test]
async fn a_server_whose_whole_network_falls_silent_waits_and_then_goes_on() {
    let app = TestApp::on_postgres().await;
    let ada = app.user("ada").await;
    let line = Proxy::before(app.place.url(), Cut::Never).await;
    let far = app.neighbour_by(&line.url).await.listening().await;
    let far_ada = far.sign_in(&ada.clerk_id.parse().unwrap()).await;

    line.silence(true);
    until("it does not trust its memory any more", async || !far.bridge.report().is_trusted).await;
    app.run(&format!("UPDATE users SET is_active = false WHERE id = {}", ada.id)).await;
    let waiting = tokio::spawn({
        let ada = far_ada.clone();
        async move { ada.get(ME).await }
    });
    line.silence(false);

    assert_ne!(waiting.await.unwrap().status, 200, "nothing old is told");
    until("changes are heard again", async || far.bridge.report().is_trusted).await;
    assert_eq!(far_ada.get(ME).await.error(), (403, "user_deactivated"));
    let profile = far.user("bob").await.put("/api/v1/profiles/update", &json!({ "name": "Bob" })).await;
    assert_eq!(profile.status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_database_a_gateway_is_still_told_who_is_known_and_nobody_else_anything() {
    let mut app = TestApp::new().await;
    let has_server = matches!(app.db, Database::Postgres(_));
    if has_server {
        app = TestApp::on_own_server().await;
    }
    let app = app.listening().await;
    let told = || app.bridge.report().changes + app.bridge.report().flushes;
    let before = told();
    let (ada, stranger) = (app.user("ada").await, app.client_of(&app.at_clerk("bob")));
    let strict = app.neighbour(Setup { stale_for: Duration::ZERO, ..Setup::default() }).await.listening().await;
    // That she was made is a change as well; what was known before it does not count.
    until("it is told that she was made", async || told() > before).await;
    assert_eq!(ada.get(ME).await.status, 200);
    let strict_ada = strict.sign_in(&ada.clerk_id.parse().unwrap()).await;

    if has_server {
        // What listens has a connection of its own.
        tokio::task::block_in_place(|| app.place.crash());
    } else {
        app.db.close().await;
    }
    for server in [&app, &strict] {
        until("it does not trust its memory any more", async || !server.bridge.report().is_trusted).await;
    }

    for _ in 0..3 {
        let known = ada.get(VERIFY).await;
        assert_eq!((known.status, known.header("x-auth-user-id")), (200, ada.id.to_string().as_str()));
    }
    for waiting in [ada.get(ME).await, stranger.get(VERIFY).await, strict_ada.get(VERIFY).await] {
        assert_eq!(waiting.error(), (503, "database_unavailable"));
    }
    assert!(app.bridge.report().stale_answers >= 1);
}
