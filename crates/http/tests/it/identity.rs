//! From a token to a user, end to end.

use std::{sync::Arc, time::Duration};

use orientor_devclerk::{Contact, NewUser, Standing, TokenOptions};
use orientor_identity::{Clock, ManualClock, SystemClock, policy::PolicySettings};
use serde_json::{Value, json};

use crate::support::{Setup, TestApp};

const ME: &str = "/api/v1/users/me";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_first_requests_at_once_make_one_user_who_stays_the_same_for_ever() {
    let app = TestApp::new().await;
    let neighbour = app.neighbour(Setup::default()).await;
    let clerk_id = app.at_clerk("ada");
    let clients = [app.client_of(&clerk_id), neighbour.client_of(&clerk_id)];

    let requests: Vec<_> = (0..40)
        .map(|number| {
            let client = clients[number % 2].clone();
            tokio::spawn(async move { client.get(ME).await })
        })
        .collect();
    let mut ids = Vec::new();
    for request in requests {
        let answer = request.await.unwrap();
        assert_eq!(answer.status, 200, "{answer:?}");
        ids.push(answer.body["id"].as_i64().unwrap());
    }

    ids.dedup();
    assert_eq!(ids.len(), 1);
    for table in ["users", "user_profiles", "identity_links"] {
        assert_eq!(app.number(&format!("SELECT count(*) FROM {table}")).await, 1, "{table}");
    }
    let fresh = app.neighbour(Setup::default()).await;
    assert_eq!(fresh.sign_in(&clerk_id).await.id, ids[0], "a server without memory says the same");
    // Another name at Clerk changes nothing either.
    app.clerk.update_user(&clerk_id, serde_json::Map::from_iter([("first_name".into(), "Eve".into())])).unwrap();
    assert_eq!(app.neighbour(Setup::default()).await.sign_in(&clerk_id).await.id, ids[0]);
}

#[tokio::test]
async fn an_old_row_with_the_same_verified_address_is_linked_and_its_password_goes() {
    let app = TestApp::new().await;
    let old = app
        .old_row("email, hashed_password, is_active, onboarding_completed", "' ADA@Example.com ', 'x', true, true")
        .await;
    app.run(&format!("INSERT INTO user_profiles (user_id, name) VALUES ({old}, 'Ada of old')")).await;
    let ada = app.user("ada").await;

    assert_eq!(ada.id, old);
    assert_eq!(ada.get("/api/v1/profiles/me").await.body["name"], "Ada of old");
    assert_eq!(ada.get("/user/onboarding-status").await.body["onboarding_completed"], true);
    let row = format!(
        "SELECT clerk_user_id || '/' || coalesce(hashed_password, '-') || '/' || (last_clerk_sync IS NOT NULL) FROM users \
         WHERE id = {old}"
    );
    let row = app.texts(&row).await.remove(0);
    assert!(
        row == format!("{}/-/true", ada.clerk_id) || row == format!("{}/-/1", ada.clerk_id),
        "linked, without password, stamped: {row}"
    );
    assert_eq!(app.number("SELECT count(*) FROM users").await, 1);
}

#[tokio::test]
async fn an_unverified_address_links_nobody_and_occupies_nothing() {
    let app = TestApp::new().await;
    let old = app.old_row("email, is_active, onboarding_completed", "'ada@example.com', true, false").await;
    for standing in [Standing::Unverified, Standing::Reserved, Standing::ByAdmin] {
        let mut new = NewUser::with_email("mallory@example.org");
        new.emails = vec![Contact::new("ada@example.com", standing)];
        let clerk_id = app.clerk.create_user(new).unwrap();

        let mallory = app.sign_in(&clerk_id).await;

        assert_ne!(mallory.id, old, "{standing:?}");
        assert_eq!(mallory.get(ME).await.body["email"], Value::Null, "{standing:?}");
        app.clerk.delete_user(&clerk_id).unwrap();
    }
    assert_eq!(app.user("ada").await.id, old);
}

#[tokio::test]
async fn a_deactivated_user_is_refused_and_a_reactivated_one_let_in() {
    let app = TestApp::with(Setup { cache_for: Duration::ZERO, ..Setup::default() }).await;
    let ada = app.user("ada").await;

    app.run(&format!("UPDATE users SET is_active = false WHERE id = {}", ada.id)).await;
    let refused = ada.get(ME).await;
    assert_eq!(refused.error(), (403, "user_deactivated"));

    app.run(&format!("UPDATE users SET is_active = true WHERE id = {}", ada.id)).await;
    assert_eq!(ada.get(ME).await.status, 200);
    app.run("UPDATE identity_links SET state = 'blocked_by_clerk'").await;
    assert_eq!(ada.get(ME).await.error(), (403, "user_deactivated"));
}

#[tokio::test]
async fn a_tombstone_refuses_until_an_operator_takes_it_away() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    app.run(&format!(
        "DELETE FROM identity_links; INSERT INTO identity_tombstones (issuer, subject, reason) \
         VALUES ('{}', '{}', 'deleted')",
        app.clerk.issuer(),
        ada.clerk_id
    ))
    .await;

    let fresh = app.neighbour(Setup::default()).await;
    let refused = fresh.client_of(&ada.clerk_id.parse().unwrap()).get(ME).await;

    assert_eq!(refused.error(), (401, "identity_revoked"));
    assert_eq!(refused.header("www-authenticate"), "Bearer error=\"invalid_token\"");
    assert_eq!(app.number("SELECT count(*) FROM users").await, 1);
}

#[tokio::test]
async fn somebody_whom_clerk_no_longer_has_is_revoked_and_not_created() {
    let app = TestApp::new().await;
    let clerk_id = app.at_clerk("ada");
    let ada = app.client_of(&clerk_id);
    app.clerk.delete_user(&clerk_id).unwrap();

    assert_eq!(ada.get(ME).await.error(), (401, "identity_revoked"));
    assert_eq!(app.number("SELECT count(*) FROM users").await, 0);
}

#[tokio::test]
async fn contradicting_evidence_is_a_conflict_for_an_operator_and_changes_no_row() {
    let app = TestApp::new().await;
    // Two rows with one address; a row that is inactive; an address and an external id that disagree.
    for email in ["bob@example.com", " Bob@Example.com"] {
        app.old_row("email, is_active, onboarding_completed", &format!("'{email}', true, false")).await;
    }
    app.old_row("email, is_active, onboarding_completed", "'carol@example.com', false, false").await;
    let named = app.old_row("email, is_active, onboarding_completed", "'eve@example.com', true, false").await;
    app.old_row("email, is_active, onboarding_completed", "'dora@example.com', true, false").await;
    let mut dora = NewUser::with_email("dora@example.com");
    dora.external_id = Some(named.to_string());
    let dora = app.clerk.create_user(dora).unwrap();
    let rows = app.number("SELECT count(*) FROM users").await;
    for clerk_id in [app.at_clerk("bob"), app.at_clerk("carol"), dora] {
        let refused = app.client_of(&clerk_id).get(ME).await;

        assert_eq!(refused.error(), (409, "identity_conflict"));
        assert!(!refused.text.contains("example.com"), "{}", refused.text);
    }
    assert_eq!(app.number("SELECT count(*) FROM users").await, rows);
    assert_eq!(app.number("SELECT count(*) FROM identity_links").await, 0);
    assert_eq!(app.number("SELECT count(*) FROM identity_events WHERE what = 'conflict'").await, 3);
}

#[tokio::test]
async fn where_nobody_is_created_a_stranger_is_not_provisioned() {
    let policy = PolicySettings { create: false, ..PolicySettings::default() };
    let app = TestApp::with(Setup { policy, ..Setup::default() }).await;
    let stranger = app.client_of(&app.at_clerk("ada"));

    assert_eq!(stranger.get(ME).await.error(), (403, "user_not_provisioned"));
    assert_eq!(app.number("SELECT count(*) FROM users").await, 0);
}

#[tokio::test]
async fn a_token_that_was_verified_before_still_expires() {
    let clock = Arc::new(ManualClock::at(SystemClock.now().as_secs()));
    let app = TestApp::with(Setup { clock: clock.clone(), ..Setup::default() }).await;
    let mut ada = app.user("ada").await;
    let lifetime = Some(Duration::from_mins(1));
    let options = TokenOptions { lifetime, ..TokenOptions::default() };
    let token = app.clerk.session_token(&ada.clerk_id.parse().unwrap(), &options).unwrap();
    let expires_at = Duration::from_millis(u64::try_from(token.expires_at_ms).unwrap());
    ada.token = token.jwt;
    // The machine may have been slow: our clock takes up the time at which the token was minted.
    clock.advance(expires_at.saturating_sub(clock.now() + Duration::from_mins(1)));
    assert_eq!(ada.get(ME).await.status, 200);

    // Until five seconds after its end, for clocks that disagree.
    clock.advance((expires_at + Duration::from_secs(4)).saturating_sub(clock.now()));
    assert_eq!(ada.get(ME).await.status, 200);

    clock.advance(Duration::from_secs(1));
    let expired = ada.get(ME).await;
    assert_eq!(expired.error(), (401, "token_expired"));
    assert_eq!(expired.header("www-authenticate"), "Bearer error=\"invalid_token\"");
}

#[tokio::test]
async fn each_fault_of_a_token_has_its_code() {
    let app = TestApp::new().await;
    let mut ada = app.user("ada").await;
    let good = ada.token.clone();
    let now = SystemClock.now().as_secs();
    let claims = json!({
        "iss": app.clerk.issuer().as_str(), "sub": ada.clerk_id, "sid": "sess_2abc", "iat": now - 1, "nbf": now - 1,
        "exp": now + 60, "v": 2
    });
    let with = |name: &str, value: Value| {
        let mut claims = claims.clone();
        claims[name] = value;
        app.clerk.sign(&serde_json::Map::new(), &claims).unwrap()
    };
    ada.token = with("v", json!(2));
    assert_eq!(ada.get(ME).await.status, 200, "the claims are good");
    for (token, code) in [
        (with("sts", json!("pending")), "session_pending"),
        (with("exp", json!(now - 60)), "token_expired"),
        (with("iss", json!("https://clerk.example.com")), "token_invalid"),
        (with("sub", json!("42")), "token_invalid"),
        (with("sub", json!(ada.id)), "token_invalid"),
        (with("nbf", json!(now + 60)), "token_invalid"),
        (format!("{}x", &good[..good.len() - 1]), "token_invalid"),
        ("sess_2abc".to_owned(), "token_invalid"),
        ("x".repeat(20_000), "token_invalid"),
    ] {
        ada.token = token;
        let refused = ada.get(ME).await;
        assert_eq!(refused.error(), (401, code), "{}", refused.detail());
        assert!(refused.headers.contains_key("www-authenticate"));
    }
    let missing = app.get(ME).await;
    assert_eq!(missing.error(), (401, "token_missing"));
    assert_eq!(missing.header("www-authenticate"), "Bearer");
}
