//! Which events are sent, in which order, and how often.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::http::StatusCode;
use orientor_devclerk::{
    Delivery, DeliveryState, DevClerk, NewUser, SessionEnd, Settings, StartError, TokenOptions, WebhookSettings,
};
use orientor_identity::ManualClock;
use serde_json::{Value, json};

use crate::support::{Received, Receiver, Reply, WEBHOOK_SECRET, get, settings};

/// An instance whose retries follow each other at once.
async fn start(receiver: &Receiver, attempts: u8) -> DevClerk {
    let webhook = WebhookSettings {
        first_retry: Duration::from_micros(1),
        attempts,
        ..WebhookSettings::new(&receiver.url, WEBHOOK_SECRET)
    };
    DevClerk::start(Settings { webhook: Some(webhook), ..settings() }).await.unwrap()
}

/// The one delivery, as soon as it is no longer pending.
async fn settled(clerk: &DevClerk) -> Delivery {
    let wait = async {
        loop {
            if let Some(delivery) = clerk.deliveries().into_iter().find(|one| one.state != DeliveryState::Pending) {
                return delivery;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), wait).await.unwrap()
}

fn types(messages: &[Received]) -> Vec<String> {
    messages.iter().map(|one| one.json()["type"].as_str().unwrap().to_owned()).collect()
}

fn id(messages: &Received) -> &str {
    messages.headers["svix-id"].to_str().unwrap()
}

#[tokio::test]
async fn a_users_life_is_told_in_order() {
    let receiver = Receiver::start(&[]).await;
    let clerk = start(&receiver, 1).await;
    let changes = |value: Value| value.as_object().unwrap().clone();

    let ada = clerk.create_user(NewUser { external_id: Some("7".into()), ..NewUser::with_email("ada@example.com") });
    let ada = ada.unwrap();
    clerk.update_user(&ada, changes(json!({ "first_name": "Ada" }))).unwrap();
    // This changes nothing, so it is no event.
    clerk.update_user(&ada, changes(json!({ "first_name": "Ada" }))).unwrap();
    let token = || clerk.session_token(&ada, &TokenOptions::default()).unwrap();
    for end in [SessionEnd::Ended, SessionEnd::Removed] {
        clerk.end_session(&token().session_id, end).unwrap();
    }
    token();
    clerk.set_banned(&ada, true).unwrap();
    clerk.delete_user(&ada).unwrap();

    let messages = receiver.wait_for(10).await;
    assert_eq!(
        types(&messages),
        [
            "user.created",
            "user.updated",
            "session.created",
            "session.ended",
            "session.created",
            "session.removed",
            "session.created",
            "user.updated",
            "session.revoked",
            "user.deleted",
        ]
    );
    let updated: Vec<_> = messages.iter().map(|one| one.json()["data"]["updated_at"].as_i64()).collect();
    assert!(updated[0] < updated[1] && updated[1] < updated[7], "{updated:?}");
    assert_eq!(messages[7].json()["data"]["banned"], true);
    assert_eq!(messages[8].json()["data"]["status"], "revoked");
    assert_eq!(messages[9].json()["data"]["external_id"], "7");
}

#[tokio::test]
async fn changes_within_a_millisecond_are_told_apart() {
    let clock = Arc::new(ManualClock::at(1_800_000_000));
    let clerk = DevClerk::start(Settings { clock, ..settings() }).await.unwrap();
    let ada = clerk.create_user(NewUser::with_email("ada@example.com")).unwrap();
    let updated_at = || clerk.user(&ada).unwrap()["updated_at"].as_i64().unwrap();
    let mut times = vec![updated_at()];

    for banned in [true, false] {
        clerk.set_banned(&ada, banned).unwrap();
        times.push(updated_at());
    }

    assert_eq!(times, [1_800_000_000_000, 1_800_000_000_001, 1_800_000_000_002]);
}

#[tokio::test]
async fn a_failed_message_is_sent_again_under_its_id_and_signed_anew() {
    let elsewhere = Receiver::start(&[]).await;
    let busy = Reply(StatusCode::SERVICE_UNAVAILABLE, None);
    let moved = Reply(StatusCode::TEMPORARY_REDIRECT, Some(("location", elsewhere.url.clone())));
    let receiver = Receiver::start(&[moved, busy]).await;
    let clerk = start(&receiver, 4).await;
    clerk.create_user(NewUser::with_email("ada@example.com")).unwrap();

    let messages = receiver.wait_for(3).await;
    let delivery = settled(&clerk).await;

    assert!(messages.iter().all(|one| id(one) == id(&messages[0]) && one.body == messages[0].body));
    assert_eq!(delivery.id, id(&messages[0]));
    assert_eq!(delivery.state, DeliveryState::Delivered);
    let statuses: Vec<_> = delivery.attempts.iter().map(|attempt| attempt.status).collect();
    assert_eq!(statuses, [Some(503), Some(307), Some(204)]);
    assert_eq!(elsewhere.count(), 0, "redirects are not followed");
}

#[tokio::test]
async fn a_message_is_given_up_after_the_last_attempt() {
    let receiver = Receiver::start(&vec![Reply(StatusCode::BAD_REQUEST, None); 5]).await;
    let clerk = start(&receiver, 2).await;
    clerk.create_user(NewUser::with_email("ada@example.com")).unwrap();

    let delivery = settled(&clerk).await;

    assert_eq!((delivery.state, delivery.attempts.len()), (DeliveryState::Failed, 2));
    let shown = get(&clerk, "/dev/webhooks").await.body;
    assert_eq!(shown[0]["type"], "user.created");
    assert_eq!(shown[0]["state"], "failed");
    assert_eq!(shown[0]["attempts"][1]["status"], 400);
    assert!(!shown.to_string().contains("example.com"), "{shown}");
}

#[tokio::test]
async fn receivers_can_end_a_message_and_all_messages() {
    let wish = |wish: &str| Reply(StatusCode::INTERNAL_SERVER_ERROR, Some(("webhook-delivery", wish.to_owned())));
    let receiver = Receiver::start(&[wish("disable"), wish("abort-message")]).await;
    let clerk = start(&receiver, 8).await;
    let ada = clerk.create_user(NewUser::with_email("ada@example.com")).unwrap();
    let aborted = settled(&clerk).await;
    assert_eq!((aborted.state, aborted.attempts.len()), (DeliveryState::Failed, 1));

    clerk.set_banned(&ada, true).unwrap();
    clerk.set_banned(&ada, false).unwrap();

    let wait = async {
        while clerk.deliveries().iter().any(|one| one.state == DeliveryState::Pending) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), wait).await.unwrap();
    let attempts: Vec<_> = clerk.deliveries().iter().map(|one| one.attempts.len()).collect();
    assert_eq!(attempts, [0, 1, 1]);
}

#[tokio::test]
async fn a_receiver_that_never_answers_holds_nobody_up() {
    // Connections are accepted by the system, and nobody reads from them.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let webhook = WebhookSettings::new(url, WEBHOOK_SECRET);
    let clerk = DevClerk::start(Settings { webhook: Some(webhook), ..settings() }).await.unwrap();
    let start = Instant::now();

    for number in 0..200 {
        clerk.create_user(NewUser::with_email(format!("p{number}@example.com"))).unwrap();
    }
    let count = get(&clerk, "/v1/users/count").await;
    let deliveries = clerk.deliveries();
    clerk.shutdown().await.unwrap();

    assert_eq!(count.body["total_count"], 200);
    assert_eq!(deliveries.len(), 100);
    // One attempt alone waits for 15 s.
    assert!(start.elapsed() < Duration::from_secs(14), "{:?}", start.elapsed());
}

#[tokio::test]
async fn webhooks_stay_on_this_machine_and_are_signed_properly() {
    let good = || WebhookSettings::new("http://localhost:1/", WEBHOOK_SECRET);
    for webhook in [
        WebhookSettings { url: "https://example.com/".into(), ..good() },
        WebhookSettings { secret: "whsec_short".into(), ..good() },
        WebhookSettings { secret: WEBHOOK_SECRET.trim_start_matches("whsec_").into(), ..good() },
        WebhookSettings { attempts: 0, ..good() },
        WebhookSettings { attempts: 9, ..good() },
    ] {
        let started = DevClerk::start(Settings { webhook: Some(webhook), ..settings() }).await;
        assert!(matches!(started, Err(StartError::Webhook(_))));
    }
}
