//! `orientor serve` behind a proxy, and how it ends.

use std::time::Duration;

use orientor_devclerk::{DevClerk, NewUser, TokenOptions};
use orientor_testkit::{database::TestDatabase, wait::until};
use reqwest::Client;
use serde_json::Value;

use crate::support::{ISSUER, Look, SECRET, Server, after, bash, clerk_of, migrate, migrated, run};

/// Clerk, and a token of somebody whom it knows.
async fn clerk() -> (DevClerk, String) {
    let clerk = clerk_of(Vec::new()).await;
    let ada = clerk.create_user(NewUser::with_email("ada@example.com")).unwrap();
    let token = clerk.session_token(&ada, &TokenOptions::default()).unwrap().jwt;
    (clerk, token)
}

#[tokio::test]
async fn a_key_that_the_program_made_signs_what_proxies_are_told() {
    let (current, next) = (run(&["identity-key"], &[]).await.success(), run(&["identity-key"], &[]).await.success());
    assert!(current.starts_with("-----BEGIN PRIVATE KEY-----\n") && current != next);
    let database = migrated().await;
    let (clerk, token) = clerk().await;
    let keys = format!("{}/.well-known/jwks.json", clerk.url());
    let server = Server::start(
        database.url(),
        &[
            ("CLERK_ISSUERS", ISSUER),
            ("CLERK_JWKS_URL", &keys),
            ("CLERK_API_URL", clerk.url()),
            SECRET,
            ("ORIENTOR_IDENTITY_KEY", &current),
            ("ORIENTOR_NEXT_IDENTITY_KEY", &next),
            ("ORIENTOR_FORWARD_AUTH_USER_HEADER", "Remote-User"),
        ],
    )
    .await;

    let url = format!("{}/auth/verify", server.url);
    let answer = Client::new().get(url).bearer_auth(&token).send().await.unwrap();

    assert_eq!((answer.status().as_u16(), answer.headers()["remote-user"].to_str().unwrap()), (200, "1"));
    assert!(answer.headers().contains_key("x-auth-identity"));
    let published = reqwest::get(format!("{}/.well-known/jwks.json", server.url)).await.unwrap();
    let published: Value = published.json().await.unwrap();
    assert_eq!(published["keys"].as_array().unwrap().len(), 2, "{published}");
    let line = current.lines().nth(1).unwrap();
    assert!(!server.program.so_far().contains(line), "a key was printed");
    assert!(server.program.end("TERM").await.0.success());
    clerk.shutdown().await.unwrap();
}

#[tokio::test]
async fn what_has_begun_is_given_up_at_the_deadline() {
    // Another program holds the table, so that a request waits for as long as it likes.
    let database = TestDatabase::postgres().await;
    migrate(database.url()).await;
    let (clerk, token) = clerk().await;
    let keys = format!("{}/.well-known/jwks.json", clerk.url());
    let server = Server::start(
        database.url(),
        &[
            ("CLERK_ISSUERS", ISSUER),
            ("CLERK_JWKS_URL", &keys),
            ("CLERK_API_URL", clerk.url()),
            SECRET,
            ("ORIENTOR_DRAIN_SECONDS", "1"),
        ],
    )
    .await;
    let look = Look::into(database.url()).await;
    let holder = sqlx::PgPool::connect(database.url()).await.unwrap();
    let mut held = holder.begin().await.unwrap();
    sqlx::query("LOCK TABLE identity_links IN ACCESS EXCLUSIVE MODE").execute(&mut *held).await.unwrap();
    let url = format!("{}/api/v1/users/me", server.url);
    let waiting = tokio::spawn(Client::new().get(url).bearer_auth(&token).send());
    let waits = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
    while look.number(waits).await == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }

    let (status, took) = server.program.end("TERM").await;

    assert!(status.success() && took >= Duration::from_secs(1), "{status} {took:?}");
    assert!(waiting.await.unwrap().is_err());
    held.rollback().await.unwrap();
    holder.close().await;
    look.close().await;
    clerk.shutdown().await.unwrap();
}

#[tokio::test]
async fn a_server_that_is_asked_to_end_tells_it_and_answers_on_until_a_second_signal_or_the_time_is_over() {
    let database = migrated().await;
    let (clerk, token) = clerk().await;
    let keys = format!("{}/.well-known/jwks.json", clerk.url());
    let server = Server::start(
        database.url(),
        &[
            ("CLERK_ISSUERS", ISSUER),
            ("CLERK_JWKS_URL", &keys),
            ("CLERK_API_URL", clerk.url()),
            SECRET,
            ("ORIENTOR_METRICS_BIND", "127.0.0.1:0"),
            ("ORIENTOR_DRAIN_NOTICE_SECONDS", "3600"),
        ],
    )
    .await;
    let said = server.program.until("counters are at ").await;
    let operator = after(&said, "counters are at ", "/metrics").to_owned();
    let status = async |url: String| reqwest::get(url).await.unwrap().status().as_u16();
    assert_eq!(status(format!("{}/health/ready", server.url)).await, 200);

    bash(&format!("kill -TERM {}", server.program.pid())).await;

    until("it says so", async || status(format!("{}/health/ready", server.url)).await == 503).await;
    let ready: Value = reqwest::get(format!("{operator}/health/ready")).await.unwrap().json().await.unwrap();
    assert_eq!(ready["failing"][0], "draining");
    // Each on a connection of its own.
    let me = Client::new().get(format!("{}/api/v1/users/me", server.url)).bearer_auth(&token).send().await.unwrap();
    assert_eq!(me.status(), 200);
    assert!(server.program.end("TERM").await.0.success());
    clerk.shutdown().await.unwrap();
}
