//! What becomes of people when Clerk tells about them.

use std::time::Duration;

use orientor_devclerk::{SessionEnd, TokenOptions};
use orientor_identity::policy::PolicySettings;
use serde_json::{Value, json};

use crate::{
    deliveries::{address, created, deleted, event, person, session_over, updated, with},
    support::{Setup, TestApp},
};

const ME: &str = "/api/v1/users/me";

#[tokio::test]
async fn a_person_is_created_changed_blocked_unblocked_and_deleted() {
    let app = TestApp::new().await;
    let ada = "user_ada";

    app.tell("msg_1", &created(ada, "ada@example.com")).await;
    assert!(
        app.people().await.contains(&format!("user ada@example.com Ada - {ada} active")),
        "{:?}",
        app.people().await
    );
    assert_eq!(app.texts("SELECT name FROM user_profiles").await, ["Ada"]);

    let names = json!({ "first_name": " Augusta\u{0} ", "last_name": "King" });
    app.tell("msg_2", &updated(ada, "Augusta@Example.com ", 1_000, &names)).await;
    assert!(app.people().await.contains(&format!("user augusta@example.com Augusta King {ada} active")));
    for (number, flag) in ["banned", "deprovisioned"].into_iter().enumerate() {
        let after = 2_000 + 2 * i64::try_from(number).unwrap();
        app.tell(&format!("msg_on_{flag}"), &updated(ada, "augusta@example.com", after, &json!({ flag: true }))).await;
        assert!(app.people().await.contains(&format!("link {ada} blocked_by_clerk augusta@example.com")), "{flag}");
        app.tell(&format!("msg_off_{flag}"), &updated(ada, "augusta@example.com", after + 1, &json!({}))).await;
        assert!(app.people().await.contains(&format!("link {ada} active augusta@example.com")), "{flag}");
    }
    app.tell("msg_locked", &updated(ada, "augusta@example.com", 3_000, &json!({ "locked": true }))).await;
    assert!(app.people().await.contains(&format!("link {ada} active augusta@example.com")));

    app.tell("msg_3", &deleted(ada, 4_000)).await;
    let people = app.people().await;
    assert!(people.contains(&"user - Ada King - inactive".to_owned()), "{people:?}");
    assert!(people.contains(&format!("tombstone {ada} augusta@example.com somebody")), "{people:?}");
    assert!(!people.iter().any(|line| line.starts_with("link")), "{people:?}");
    let told = app.texts("SELECT what || ' ' || actor FROM identity_events ORDER BY id").await;
    assert_eq!(
        told,
        [
            "created webhook msg_1",
            "updated webhook msg_2",
            "updated webhook msg_on_banned",
            "blocked webhook msg_on_banned",
            "unblocked webhook msg_off_banned",
            "blocked webhook msg_on_deprovisioned",
            "unblocked webhook msg_off_deprovisioned",
            "deleted webhook msg_3"
        ]
    );
}

#[tokio::test]
async fn a_ban_is_apart_from_the_operators_flag() {
    let app = TestApp::with(Setup { cache_for: Duration::ZERO, ..Setup::default() }).await;
    let ada = app.user("ada").await;
    let id = ada.clerk_id.clone();
    // Later than the first sight, which has set the watermark.
    let later = app.clerk.user(&id.parse().unwrap()).unwrap()["updated_at"].as_i64().unwrap() - crate::deliveries::THEN;

    app.tell("msg_1", &updated(&id, "ada@example.com", later + 10, &json!({ "banned": true }))).await;
    assert_eq!(ada.get(ME).await.error(), (403, "user_deactivated"));
    // The same change again, older than what is known, changes nothing.
    app.tell("msg_2", &updated(&id, "ada@example.com", later + 5, &json!({ "banned": false }))).await;
    assert_eq!(ada.get(ME).await.error(), (403, "user_deactivated"));
    app.run("UPDATE users SET is_active = false").await;
    app.tell("msg_3", &updated(&id, "ada@example.com", later + 20, &json!({}))).await;
    assert_eq!(ada.get(ME).await.error(), (403, "user_deactivated"), "the operator's own flag");
    app.run("UPDATE users SET is_active = true").await;
    assert_eq!(ada.get(ME).await.status, 200);
}

#[tokio::test]
async fn the_first_sight_is_the_watermark_for_older_events() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;

    app.tell(
        "msg_1",
        &updated(&ada.clerk_id, "old@example.com", -1_000_000_000, &json!({ "first_name": "Old", "banned": true })),
    )
    .await;

    assert_eq!(ada.get(ME).await.status, 200);
    let row = app.texts("SELECT email || ' ' || first_name FROM users").await;
    assert_eq!(row, ["ada@example.com Ada"]);
}

#[tokio::test]
async fn a_deleted_person_can_come_back_as_a_new_user() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;

    app.tell("msg_1", &deleted(&ada.clerk_id, 0)).await;
    assert_eq!(ada.get(ME).await.error(), (401, "identity_revoked"), "known here at once");
    // Whatever is told late, it resurrects nobody.
    app.tell("msg_2", &created(&ada.clerk_id, "ada@example.com")).await;
    app.tell("msg_3", &updated(&ada.clerk_id, "ada@example.com", i64::from(i32::MAX), &json!({}))).await;
    assert_eq!(ada.get(ME).await.error(), (401, "identity_revoked"));
    app.clerk.delete_user(&ada.clerk_id.parse().unwrap()).unwrap();

    let again = app.user("ada").await;

    assert_ne!(again.id, ada.id);
    assert_eq!(again.get(ME).await.body["email"], "ada@example.com");
    let rows =
        app.texts("SELECT coalesce(email, '-') || ' ' || coalesce(clerk_user_id, '-') FROM users ORDER BY id").await;
    assert_eq!(rows, ["- -".to_owned(), format!("ada@example.com {}", again.clerk_id)]);
}

#[tokio::test]
async fn a_user_with_two_subjects_lives_on_when_one_of_them_is_deleted() {
    let app = TestApp::with(Setup { cache_for: Duration::ZERO, ..Setup::default() }).await;
    let ada = app.user("ada").await;
    app.run(&format!(
        "INSERT INTO identity_links (issuer, subject, user_id, evidence) VALUES ('{}', 'user_second', {}, 'operator')",
        app.clerk.issuer(),
        ada.id
    ))
    .await;

    app.tell("msg_1", &deleted("user_second", 0)).await;

    assert_eq!(ada.get(ME).await.body["email"], "ada@example.com");
    assert_eq!(app.texts("SELECT subject FROM identity_tombstones").await, ["user_second"]);
}

#[tokio::test]
async fn a_session_that_is_over_is_refused_at_every_server_and_others_go_on() {
    let app = TestApp::new().await;
    let neighbour = app.neighbour(Setup::default()).await;
    let clerk_id = app.at_clerk("ada");
    let options = TokenOptions { lifetime: Some(Duration::from_hours(1)), ..TokenOptions::default() };
    for (number, kind) in ["session.ended", "session.removed", "session.revoked"].into_iter().enumerate() {
        let token = app.clerk.session_token(&clerk_id, &options).unwrap();
        let (mut here, mut there) = (app.client_of(&clerk_id), neighbour.client_of(&clerk_id));
        // Otherwise the next tokens would be of the same session.
        app.clerk.end_session(&token.session_id, SessionEnd::Ended).unwrap();
        let other = app.client_of(&clerk_id);
        (here.token, there.token) = (token.jwt.clone(), token.jwt.clone());
        assert_eq!((here.get(ME).await.status, there.get(ME).await.status), (200, 200));

        app.tell(&format!("msg_{number}"), &session_over(kind, &token.session_id, clerk_id.as_str())).await;

        let refused = here.get(ME).await;
        assert_eq!(refused.error(), (401, "session_revoked"), "{kind}");
        assert_eq!(refused.header("www-authenticate"), "Bearer error=\"invalid_token\"");
        neighbour.bridge.refresh_revoked().await.unwrap();
        assert_eq!(there.get(ME).await.error(), (401, "session_revoked"), "{kind}");
        let fresh = app.neighbour(Setup::default()).await;
        let mut late = fresh.client_of(&clerk_id);
        late.token = token.jwt;
        assert_eq!(late.get(ME).await.error(), (401, "session_revoked"), "a server that started later");
        assert_eq!(other.get(ME).await.status, 200, "another session of the same person");
    }
}

#[tokio::test]
async fn a_remembered_refusal_is_cleared_by_what_clerk_tells() {
    let app = TestApp::new().await;
    let clerk_id = app.at_clerk("ada");
    let ada = app.client_of(&clerk_id);
    app.clerk.set_banned(&clerk_id, true).unwrap();
    assert_eq!(ada.get(ME).await.error(), (403, "user_deactivated"));
    app.clerk.set_banned(&clerk_id, false).unwrap();
    assert_eq!(ada.get(ME).await.error(), (403, "user_deactivated"), "it is remembered");

    app.tell("msg_1", &updated(clerk_id.as_str(), "ada@example.com", 0, &json!({}))).await;

    assert_eq!(ada.get(ME).await.status, 200);
}

/// Who wants whose account, and with what: an event that must link nobody's row to a stranger.
fn take_overs(victim: i64) -> Vec<(&'static str, Value)> {
    let eve = "user_eve";
    let ada = "ada@example.com";
    let with_address = |status: &str, members: Value| {
        let base = with(person(eve, ada, 0), &json!({ "email_addresses": [address("idn_1", ada, status)] }));
        event("user.created", 0, with(base, &members))
    };
    let second = json!({
        "email_addresses": [address("idn_1", "eve@example.com", "verified"), address("idn_2", ada, "verified")]
    });
    let reserved =
        json!({ "email_addresses": [with(address("idn_1", ada, "verified"), &json!({ "reserved": true }))] });
    let admin = with(
        address("idn_1", ada, "verified"),
        &json!({ "verification": { "status": "verified", "strategy": "admin" } }),
    );
    let twin =
        |email: &str| with_address("verified", json!({ "email_addresses": [address("idn_1", email, "verified")] }));
    vec![
        ("an unverified address", with_address("unverified", json!({}))),
        ("a failed verification", with_address("failed", json!({}))),
        ("an expired verification", with_address("expired", json!({}))),
        ("a transferable one", with_address("transferable", json!({}))),
        ("a reserved address", with_address("verified", reserved)),
        ("a secondary address", with_address("verified", second)),
        ("what an import said", with_address("verified", json!({ "email_addresses": [admin] }))),
        ("no primary address", with_address("verified", json!({ "primary_email_address_id": null }))),
        (
            "a primary address that is not there",
            with_address("verified", json!({ "primary_email_address_id": "idn_7" })),
        ),
        ("a look-alike", twin("аda@example.com")),
        ("a wide letter", twin("ａda@example.com")),
        ("the Kelvin sign", twin("ada@example.com\u{212a}")),
        ("a control character", twin("ada@example.com\u{0}")),
        ("an invisible letter", twin("ada\u{200b}@example.com")),
        ("an external id", with_address("unverified", json!({ "external_id": victim.to_string() }))),
        ("an odd external id", with_address("unverified", json!({ "external_id": format!("0{victim}") }))),
        (
            "metadata",
            with_address(
                "unverified",
                json!({ "unsafe_metadata": { "external_id": victim.to_string(), "user_id": victim } }),
            ),
        ),
    ]
}

#[tokio::test]
async fn no_event_links_a_stranger_to_an_account_and_its_owner_still_gets_in() {
    for at in 0..take_overs(1).len() {
        let app = TestApp::new().await;
        let old = app.old_row("email, is_active, onboarding_completed", "'Ada@example.com', true, false").await;
        let (what, event) = take_overs(old).swap_remove(at);

        app.tell("msg_1", &event).await;
        app.tell("msg_2", &with(event, &json!({ "type": "user.updated", "timestamp": crate::deliveries::THEN + 1 })))
            .await;

        let links = app.number(&format!("SELECT count(*) FROM identity_links WHERE user_id = {old}")).await;
        assert_eq!(links, 0, "{what}");
        let row = app.texts(&format!("SELECT email FROM users WHERE id = {old}")).await;
        assert_eq!(row, ["Ada@example.com"], "{what}");
        assert_eq!(app.user("ada").await.id, old, "{what}: the owner");
    }
}

#[tokio::test]
async fn an_address_that_another_row_holds_is_a_conflict_and_not_taken() {
    let app = TestApp::new().await;
    app.tell("msg_1", &created("user_eve", "eve@example.com")).await;
    app.old_row("email, is_active, onboarding_completed", "' ADA@example.com', true, false").await;

    app.tell("msg_2", &updated("user_eve", "ada@example.com", 1, &json!({ "first_name": "Eve" }))).await;

    assert!(app.people().await.contains(&"user eve@example.com Eve - user_eve active".to_owned()));
    let events = app.texts("SELECT what || ' ' || coalesce(reason, '') FROM identity_events ORDER BY id").await;
    assert_eq!(events, ["created ", "updated first name", "conflict email_taken"]);
}

#[tokio::test]
async fn a_conflict_at_creation_is_written_down_and_answered_as_taken() {
    let app = TestApp::new().await;
    for email in ["ada@example.com", " Ada@Example.com"] {
        app.old_row("email, is_active, onboarding_completed", &format!("'{email}', true, false")).await;
    }

    app.tell("msg_1", &created("user_ada", "ada@example.com")).await;

    assert_eq!(app.number("SELECT count(*) FROM identity_links").await, 0);
    assert_eq!(app.texts("SELECT what || ' ' || reason FROM identity_events").await, ["conflict email_shared"]);
}

#[tokio::test]
async fn where_nobody_is_created_a_creation_is_written_down_as_refused() {
    let policy = PolicySettings { create: false, ..PolicySettings::default() };
    let app = TestApp::with(Setup { policy, ..Setup::default() }).await;
    let old = app.old_row("email, is_active, onboarding_completed", "'ada@example.com', true, false").await;

    app.tell("msg_1", &created("user_eve", "eve@example.com")).await;
    app.tell("msg_2", &created("user_ada", "ada@example.com")).await;

    assert_eq!(app.number("SELECT count(*) FROM users").await, 1);
    assert_eq!(app.number("SELECT CAST(user_id AS bigint) FROM identity_links").await, old);
    let events = app.texts("SELECT what || ' ' || coalesce(reason, '-') FROM identity_events ORDER BY id").await;
    assert_eq!(events, ["refused not_provisioned", "linked -", "updated first name"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn very_many_events_at_once_are_all_taken_in() {
    let app = TestApp::new().await;
    let neighbour = app.neighbour(Setup::default()).await;
    let mut tasks = Vec::new();
    for number in 0..120 {
        let events = [
            created(&format!("user_n{number}"), &format!("n{number}@example.com")),
            updated(&format!("user_n{number}"), &format!("n{number}@example.com"), 1, &json!({ "last_name": "N" })),
        ];
        for (turn, event) in events.into_iter().enumerate() {
            let delivery = crate::deliveries::Delivery::new(&format!("msg_{number}_{turn}"), event.to_string());
            let request = delivery.to(if (number + turn) % 2 == 0 { &app } else { &neighbour });
            tasks.push(tokio::spawn(async move { request.send().await.unwrap().status().as_u16() }));
        }
    }
    for task in tasks {
        assert_eq!(task.await.unwrap(), 204);
    }
    for (table, count) in [
        ("users WHERE last_name = 'N'", 120),
        ("identity_links", 120),
        ("user_profiles", 120),
        ("identity_messages", 240),
    ] {
        assert_eq!(app.number(&format!("SELECT count(*) FROM {table}")).await, count, "{table}");
    }
}
