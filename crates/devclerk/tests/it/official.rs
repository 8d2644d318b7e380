//! Clerk's and Svix's own JavaScript packages, as oracles of how Clerk behaves.

use std::path::Path;

use orientor_devclerk::{ClaimSource, DevClerk, NewUser, RateLimit, Settings, WebhookSettings};
use orientor_testkit::node;
use serde_json::{Value, json};

use crate::support::{Receiver, WEBHOOK_SECRET, call, get, send, settings, start};

/// Runs a script beside this file, and checks that it got to its end.
async fn run(script: &'static str, env: Vec<(&'static str, String)>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it").join(script);
    let output = tokio::task::spawn_blocking(move || node::run::<&str, _, _>(&path, &[], &env)).await.unwrap();
    assert_eq!(output.stdout, "done\n", "{}", output.stderr);
}

fn access(clerk: &DevClerk) -> Vec<(&'static str, String)> {
    vec![
        ("CLERK_API_URL", clerk.url().to_owned()),
        ("CLERK_SECRET_KEY", clerk.secret_key().to_owned()),
        ("CLERK_PUBLISHABLE_KEY", clerk.publishable_key().to_owned()),
        ("CLERK_JWT_KEY", clerk.jwt_key()),
        ("ISSUER", clerk.issuer().to_string()),
        ("CLERK_TELEMETRY_DISABLED", "1".to_owned()),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn clerks_client_manages_users() {
    let clerk = start().await;

    run("users.mjs", access(&clerk)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn clerks_client_reads_our_errors() {
    let limited = RateLimit { requests: 30, writes_per_user: 3 };
    let clerk = DevClerk::start(Settings { rate_limit: Some(limited), ..settings() }).await.unwrap();

    run("errors.mjs", access(&clerk)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn clerks_verifiers_accept_our_tokens_and_refuse_bent_ones() {
    let origin = "http://localhost:5173";
    let claims = [("email".to_owned(), ClaimSource::PrimaryEmail), ("ext".to_owned(), ClaimSource::ExternalIdOrId)];
    let settings =
        Settings { app_origins: vec![origin.to_owned()], session_claims: claims.into_iter().collect(), ..settings() };
    let clerk = DevClerk::start(settings).await.unwrap();
    let mut env = access(&clerk);
    env.push(("APP_ORIGIN", origin.to_owned()));

    run("tokens.mjs", env).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn svix_and_clerk_verify_our_webhooks() {
    let receiver = Receiver::start(&[]).await;
    let webhook = WebhookSettings::new(&receiver.url, WEBHOOK_SECRET);
    let clerk = DevClerk::start(Settings { webhook: Some(webhook), ..settings() }).await.unwrap();
    let ada = clerk.create_user(NewUser { first_name: Some("Zoë".into()), ..NewUser::with_email("ada@example.com") });
    let ada = ada.unwrap();
    let session = send(call(&clerk, reqwest::Method::POST, "/v1/sessions").json(&json!({ "user_id": ada }))).await;
    assert_eq!(session.status, 200);
    clerk.delete_user(&ada).unwrap();

    let requests = receiver.wait_for(3).await;
    let messages: Vec<Value> = requests
        .iter()
        .map(|request| {
            let header = |name| request.headers[name].to_str().unwrap().to_owned();
            json!({
                "headers": {
                    "svix-id": header("svix-id"),
                    "svix-timestamp": header("svix-timestamp"),
                    "svix-signature": header("svix-signature"),
                },
                "body": String::from_utf8(request.body.to_vec()).unwrap(),
            })
        })
        .collect();
    let mut env = access(&clerk);
    env.push(("WEBHOOK_SECRET", WEBHOOK_SECRET.to_owned()));
    env.push(("INSTANCE_ID", clerk.instance_id()));
    env.push(("USER_ID", ada.to_string()));
    env.push(("MESSAGES", Value::from(messages).to_string()));

    run("webhooks.mjs", env).await;
    assert_eq!(get(&clerk, "/v1/users/count").await.body["total_count"], 0);
}
