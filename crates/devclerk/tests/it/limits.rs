//! Rate limits over HTTP.

use std::{sync::Arc, time::Duration};

use orientor_devclerk::{DevClerk, NewUser, RateLimit, Settings};
use orientor_identity::ManualClock;
use reqwest::Method;
use serde_json::json;

use crate::support::{call, client, get, send, settings};

async fn limited(requests: u32, writes_per_user: u32) -> (DevClerk, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::at(1_800_000_000));
    let rate_limit = Some(RateLimit { requests, writes_per_user });
    let settings = Settings { rate_limit, clock: clock.clone(), ..settings() };
    (DevClerk::start(settings).await.unwrap(), clock)
}

#[tokio::test]
async fn too_many_calls_are_told_when_to_come_back() {
    let (clerk, clock) = limited(3, 10).await;
    for _ in 0..3 {
        assert_eq!(get(&clerk, "/v1/users").await.status, 200);
    }
    clock.advance(Duration::from_millis(2500));

    let refused = get(&clerk, "/v1/users/count").await;
    let keys = get(&clerk, "/v1/jwks").await;
    let public = send(client().get(format!("{}/.well-known/jwks.json", clerk.url()))).await;

    assert_eq!((refused.status, refused.error_code()), (429, "too_many_requests"));
    assert_eq!(refused.headers["retry-after"], "8");
    assert_eq!((keys.status, public.status), (200, 200));
    clock.advance(Duration::from_secs(8));
    assert_eq!(get(&clerk, "/v1/users/count").await.status, 200);
}

#[tokio::test]
async fn calls_without_a_key_do_not_use_up_the_limit() {
    let (clerk, _) = limited(1, 10).await;

    for _ in 0..5 {
        assert_eq!(send(client().get(format!("{}/v1/users", clerk.url()))).await.status, 401);
    }

    assert_eq!(get(&clerk, "/v1/users").await.status, 200);
}

#[tokio::test]
async fn writes_to_one_user_do_not_block_another() {
    let (clerk, clock) = limited(100, 2).await;
    let ada = clerk.create_user(NewUser::with_email("ada@example.com")).unwrap();
    let bob = clerk.create_user(NewUser::with_email("bob@example.com")).unwrap();
    let rename = |path: String| send(call(&clerk, Method::PATCH, &path).json(&json!({})));

    assert_eq!(rename(format!("/v1/users/{ada}")).await.status, 200);
    assert_eq!(rename(format!("/v1/users/{ada}/metadata")).await.status, 200);
    assert_eq!(rename(format!("/v1/users/{ada}")).await.status, 429);
    assert_eq!(rename(format!("/v1/users/{bob}")).await.status, 200);
    clock.advance(Duration::from_secs(10));
    assert_eq!(rename(format!("/v1/users/{ada}")).await.status, 200);
}
