//! Showing a conversation to others by a link, over HTTP.

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    answer::Answer,
    conversations::{begin, say},
    statements::Statements,
    support::{TestApp, User, send},
};

const AT: &str = "/api/v1/chat/share";

/// Shares a conversation; its key and token.
async fn share(user: &User, conversation: i64, options: &Value) -> (i64, String) {
    let made = user.post(&format!("{AT}/conversations/{conversation}"), options).await;
    assert_eq!(made.status, 201, "{made:?}");
    (made.body["share_id"].as_i64().unwrap(), made.body["share_token"].as_str().unwrap().to_owned())
}

async fn open(app: &TestApp, token: &str, password: &str) -> Answer {
    let request = app.request(Method::POST, &format!("{AT}/shared/{token}"));
    send(request.json(&json!({ "password": password }))).await
}

async fn look(app: &TestApp, token: &str) -> Answer {
    app.get(&format!("{AT}/shared/{token}")).await
}

#[tokio::test]
async fn a_shared_conversation_shows_what_was_said_and_nothing_about_its_owner_but_a_first_name() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let id = begin(&ada, "How do I become a nurse?").await;
    say(&app, id, "system", "be kind").await;
    say(&app, id, "assistant", "By learning").await;

    let made =
        ada.post(&format!("{AT}/conversations/{id}"), &json!({ "is_public": true, "expires_in_hours": 24 })).await;

    let token = made.body["share_token"].as_str().unwrap();
    assert_eq!((made.status, token.len()), (201, 43));
    assert!(token.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter)), "{token}");
    assert_eq!(made.header("location"), format!("{AT}/shares/{}", made.body["share_id"]));
    let seen = look(&app, token).await;
    assert_eq!((seen.status, seen.header("cache-control")), (200, "no-store"));
    assert_eq!(seen.body["conversation"]["title"], "How do I become a nurse?");
    assert_eq!(
        (&seen.body["conversation"]["shared_by"], &seen.body["conversation"]["message_count"]),
        (&json!("Ada"), &json!(2))
    );
    assert_eq!(seen.body["messages"].as_array().unwrap().len(), 2);
    assert_eq!(seen.body["share_info"]["view_count"], 1);
    assert!(seen.body["share_info"]["expires_at"].is_string());
    for secret in ["example.com", "be kind", "user_", "tokens"] {
        assert!(!seen.text.contains(secret), "{secret}: {}", seen.text);
    }
    let next = look(&app, &format!("{token}?limit=1")).await.body;
    assert_eq!(next["messages"][0]["content"], "How do I become a nurse?");
    let rest = look(&app, &format!("{token}?limit=1&after={}", next["next"])).await.body;
    assert_eq!((&rest["messages"][0]["content"], rest.get("next")), (&json!("By learning"), None));
    assert_eq!(rest["share_info"]["view_count"], 2, "only first pages are counted");
}

#[tokio::test]
async fn a_token_is_stored_as_a_digest_which_opens_nothing_and_clear_ones_go_on_to_work() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let id = begin(&ada, "Hello").await;
    let (_, token) = share(&ada, id, &json!({ "is_public": true })).await;
    let stored = app.texts("SELECT share_token FROM conversation_shares").await.remove(0);
    app.run(&format!(
        "INSERT INTO conversation_shares (conversation_id, shared_by, share_token, is_public) \
         VALUES ({id}, {}, 'an-old-token-in-clear', true)",
        ada.id
    ))
    .await;

    assert!(stored.starts_with("sha256:") && !stored.contains(&token), "{stored}");
    assert_eq!(look(&app, &stored).await.error(), (404, "not_found"));
    assert_eq!(look(&app, "an-old-token-in-clear").await.status, 200);
    assert_eq!(look(&app, &token).await.status, 200);
    assert_eq!(look(&app, "nonsense").await.error(), (404, "not_found"));
    let list = ada.get(&format!("{AT}/user/shares")).await;
    assert!(!list.text.contains("an-old-token") && !list.text.contains("sha256"), "{}", list.text);
}

#[tokio::test]
async fn what_is_neither_public_nor_has_a_password_is_for_its_owner_alone() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let id = begin(&ada, "Hello").await;
    let (_, token) = share(&ada, id, &json!({})).await;
    let url = format!("{AT}/shared/{token}");

    assert_eq!(look(&app, &token).await.error(), (404, "not_found"));
    assert_eq!(bob.get(&url).await.error(), (404, "not_found"));
    let own = ada.get(&url).await;
    assert_eq!((own.status, &own.body["share_info"]["view_count"]), (200, &json!(0)), "an own look is not counted");
}

#[tokio::test]
async fn a_password_comes_in_a_body_or_a_header_and_never_in_the_body_of_a_get() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let id = begin(&ada, "Hello").await;
    let (_, token) = share(&ada, id, &json!({ "password": "sésame & co" })).await;
    let url = format!("{AT}/shared/{token}");
    let in_header = async |value: &str| send(app.request(Method::GET, &url).header("x-share-password", value)).await;

    for (refused, code) in [
        (look(&app, &token).await, "password_required"),
        (open(&app, &token, "").await, "password_required"),
        (open(&app, &token, "wrong").await, "password_wrong"),
        (in_header("wrong").await, "password_wrong"),
    ] {
        assert_eq!(refused.error(), (401, code));
        assert_eq!(refused.header("x-requires-password"), "true");
        assert_eq!(refused.header("www-authenticate"), "", "no session is asked for");
    }
    assert_eq!(open(&app, &token, "sésame & co").await.status, 200);
    assert_eq!(in_header("s%C3%A9same & co").await.status, 200);
    assert_eq!(ada.get(&url).await.status, 200, "the owner needs none");
    let stored = app.texts("SELECT password_hash FROM conversation_shares").await.remove(0);
    assert!(stored.starts_with("$argon2id$"), "{stored}");
}

#[tokio::test]
async fn a_password_of_the_older_application_works_and_is_hashed_anew() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let id = begin(&ada, "Hello").await;
    let (_, token) = share(&ada, id, &json!({ "password": "other" })).await;
    let old = bcrypt::hash("sesame", 4).unwrap();
    app.run(&format!("UPDATE conversation_shares SET password_hash = '{old}'")).await;

    assert_eq!(open(&app, &token, "other").await.error(), (401, "password_wrong"));
    assert_eq!(open(&app, &token, "sesame").await.status, 200);
    let stored = app.texts("SELECT password_hash FROM conversation_shares").await.remove(0);
    assert!(stored.starts_with("$argon2id$"), "{stored}");
    assert_eq!(open(&app, &token, "sesame").await.status, 200);
}

#[tokio::test]
async fn passwords_cannot_be_guessed_at_will() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let id = begin(&ada, "Hello").await;
    let (_, token) = share(&ada, id, &json!({ "password": "sesame" })).await;
    let (_, other) = share(&ada, id, &json!({ "password": "sesame" })).await;
    for _ in 0..12 {
        assert_eq!(open(&app, &token, "sesame").await.status, 200, "the right one does not count");
    }

    let tried = join_all((0..20).map(|number| {
        let guess = number.to_string();
        let (app, token) = (&app, &token);
        async move { open(app, token, &guess).await }
    }))
    .await;

    let refused: Vec<_> = tried.iter().filter(|answer| answer.status == 429).collect();
    assert!(refused.len() >= 9, "ten guesses at once, and then one in twelve seconds: {}", refused.len());
    assert_eq!(refused[0].error(), (429, "too_many_attempts"));
    assert!(refused[0].header("retry-after").parse::<u32>().unwrap() > 0);
    assert_eq!(open(&app, &token, "sesame").await.status, 429, "nor does the right one help now");
    assert_eq!(open(&app, &other, "sesame").await.status, 200, "another share is another matter");
}

#[tokio::test]
async fn looks_at_the_same_time_are_all_counted() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let id = begin(&ada, "Hello").await;
    let (share_id, token) = share(&ada, id, &json!({ "is_public": true })).await;

    let seen = join_all((0..50).map(|_| look(&app, &token))).await;

    assert!(seen.iter().all(|answer| answer.status == 200));
    let told = ada.get(&format!("{AT}/shares/{share_id}/analytics")).await.body;
    assert_eq!((&told["total_views"], &told["is_active"]), (&json!(50), &json!(true)));
    assert!(told["last_viewed"].as_str() > told["created_at"].as_str(), "{told}");
}

#[tokio::test]
async fn a_share_ends_when_it_was_said_to() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let id = begin(&ada, "Hello").await;
    let (share_id, token) = share(&ada, id, &json!({ "is_public": true, "expires_in_hours": 1 })).await;
    let url = format!("{AT}/shares/{share_id}");
    assert_eq!(look(&app, &token).await.status, 200);

    app.run("UPDATE conversation_shares SET expires_at = '2026-01-01T00:00:00Z'").await;

    assert_eq!(look(&app, &token).await.error(), (404, "not_found"));
    let told = ada.get(&format!("{url}/analytics")).await;
    assert_eq!((told.status, &told.body["is_active"]), (200, &json!(false)));
    for never in [json!(null), json!(0)] {
        app.run("UPDATE conversation_shares SET expires_at = '2026-01-01T00:00:00Z'").await;
        let changed = ada.put(&url, &json!({ "expires_in_hours": never })).await;
        assert_eq!(changed.body["expires_at"], json!(null));
        assert_eq!(look(&app, &token).await.status, 200);
    }
}

#[tokio::test]
async fn a_change_of_a_share_keeps_what_it_does_not_name() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let id = begin(&ada, "Hello").await;
    let options = json!({ "is_public": true, "password": "sesame", "expires_in_hours": 24 });
    let (share_id, token) = share(&ada, id, &options).await;
    let url = format!("{AT}/shares/{share_id}");

    let same = ada.put(&url, &json!({})).await;
    assert_eq!((same.status, &same.body["is_public"], &same.body["has_password"]), (200, &json!(true), &json!(true)));
    assert!(same.body["expires_at"].is_string());
    let open = ada.put(&url, &json!({ "password": null })).await.body;
    assert_eq!((&open["is_public"], &open["has_password"]), (&json!(true), &json!(false)));
    assert_eq!(look(&app, &token).await.status, 200);
    let closed = ada.put(&url, &json!({ "is_public": false })).await.body;
    assert_eq!(closed["is_public"], false);
    assert_eq!(look(&app, &token).await.status, 404);
    for body in [
        json!({ "password": "" }),
        json!({ "password": "x".repeat(129) }),
        json!({ "expires_in_hours": -1 }),
        json!({ "expires_in_hours": 87_601 }),
        json!({ "view_count": 0 }),
    ] {
        assert_eq!(ada.put(&url, &body).await.error(), (422, "body_invalid"), "{body}");
    }
    for refused in [
        bob.put(&url, &json!({ "is_public": true })).await,
        bob.delete(&url).await,
        bob.get(&format!("{url}/analytics")).await,
    ] {
        assert_eq!(refused.error(), (404, "not_found"));
    }
    assert_eq!(ada.delete(&url).await.status, 204);
    assert_eq!(app.number("SELECT count(*) FROM conversation_shares").await, 0, "for good");
}

#[tokio::test]
async fn a_link_leads_where_the_server_says_and_not_where_a_client_wants() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let id = begin(&ada, "Hello").await;

    let options = json!({ "is_public": true, "base_url": "https://evil.example.org" });
    let made = ada.post(&format!("{AT}/conversations/{id}"), &options).await.body;

    let expected = format!("https://app.example.com/shared/{}", made["share_token"].as_str().unwrap());
    assert_eq!(made["full_url"], expected);
}

#[tokio::test]
async fn shares_are_listed_with_one_statement_and_end_with_their_owner() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let mut made = Vec::new();
    for number in 0..5 {
        let id = begin(&ada, &format!("Question {number}")).await;
        made.push(share(&ada, id, &json!({ "is_public": true })).await);
    }
    made.reverse();
    let statements = Statements::counted();

    let listed = ada.get(&format!("{AT}/user/shares?limit=3")).await;

    assert_eq!(statements.taken(), 1);
    let ids: Vec<Value> = made.iter().map(|(id, _)| json!(id)).collect();
    assert_eq!(listed.column("share_id"), ids[..3]);
    assert_eq!(listed.body[0]["conversation_title"], "Question 4");
    let rest = ada.get(&format!("{AT}/user/shares?limit=3&after={}", ids[2])).await;
    assert_eq!(rest.column("share_id"), ids[3..]);
    assert_eq!(bob.get(&format!("{AT}/user/shares")).await.body, json!([]));
    app.run(&format!("UPDATE users SET is_active = false WHERE id = {}", ada.id)).await;
    assert_eq!(look(&app, &made[0].1).await.error(), (404, "not_found"));
}
