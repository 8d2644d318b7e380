//! When keys are fetched, by how many, and how soon a change is seen.

use std::{sync::Arc, time::Duration};

use orientor_identity::{TokenFault, VerifyError};
use serde_json::json;
use tokio::sync::Semaphore;

use crate::{
    instance::{
        KID, NOW, OTHER, OURS, changed, claims, clock, fault, fault_now, fetching_verifier, header, key_set_of,
        seconds, settings, verify, verify_now,
    },
    server::{Reply, Server},
};

/// A token that is still good in an hour, so that only keys matter.
fn lasting() -> String {
    OURS.token(json!({"exp": NOW + 7200}))
}

fn signed_by_nobody(n: usize) -> String {
    OURS.sign(&header(&format!("ins_2nobody{n}")), &changed(claims(), json!({"exp": NOW + 7200})))
}

async fn wait_until(what: impl Fn() -> bool) {
    while !what() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn nothing_is_fetched_before_somebody_asks_and_then_once() {
    let server = Server::start(Reply::ok(OURS.jwks())).await;
    let verifier = fetching_verifier(settings(), &server.url, &clock());
    let token = lasting();
    assert_eq!(server.hits(), 0);

    assert!(verify_now(&verifier, &token).is_none());
    assert_eq!(server.hits(), 0);
    for _ in 0..3 {
        assert_eq!(fault(verify(&verifier, &token).await), None);
    }
    assert_eq!(fault_now(&verifier, &token), None);
    assert_eq!(server.hits(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_callers_with_unknown_keys_cause_one_fetch() {
    let server = Server::start(Reply::ok(OURS.jwks())).await;
    let clock = clock();
    let verifier = Arc::new(fetching_verifier(settings(), &server.url, &clock));

    for round in 1..=3 {
        let callers: Vec<_> = (0..50)
            .map(|n| {
                let verifier = Arc::clone(&verifier);
                tokio::spawn(async move { fault(verify(&verifier, &signed_by_nobody(n)).await) })
            })
            .collect();
        for caller in callers {
            assert_eq!(caller.await.unwrap(), Some(TokenFault::UnknownKey));
        }
        assert_eq!(server.hits(), round);

        clock.advance(Duration::from_millis(9_999));
        assert_eq!(fault_now(&verifier, &signed_by_nobody(0)), Some(TokenFault::UnknownKey));
        assert_eq!(server.hits(), round);
        clock.advance(Duration::from_millis(1));
    }
}

#[tokio::test]
async fn a_caller_who_gives_up_does_not_take_the_fetch_along() {
    let gate = Arc::new(Semaphore::new(0));
    let server = Server::start(Reply::Gated(Arc::clone(&gate), OURS.jwks())).await;
    let verifier = Arc::new(fetching_verifier(settings(), &server.url, &clock()));
    let call = || {
        let verifier = Arc::clone(&verifier);
        tokio::spawn(async move { fault(verify(&verifier, &lasting()).await) })
    };

    let first = call();
    wait_until(|| server.hits() == 1).await;
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    let second = call();
    tokio::task::yield_now().await;
    gate.add_permits(10);

    assert_eq!(second.await.unwrap(), None);
    assert_eq!(server.hits(), 1);
}

#[tokio::test]
async fn a_new_key_is_seen_at_once() {
    let server = Server::start(Reply::ok(OURS.jwks())).await;
    let clock = clock();
    let verifier = fetching_verifier(settings(), &server.url, &clock);
    assert_eq!(fault(verify(&verifier, &lasting()).await), None);
    let rotated = OTHER.token(json!({"exp": NOW + 7200}));

    server.answer(Reply::ok(key_set_of(&[OURS.jwk(KID), OTHER.jwk(OTHER.kid)])));
    clock.advance(seconds(10));

    assert_eq!(fault(verify(&verifier, &rotated).await), None);
    assert_eq!(fault_now(&verifier, &lasting()), None);
    assert_eq!(server.hits(), 2);
}

#[tokio::test]
async fn a_changed_key_under_the_same_name_is_seen_at_once() {
    let server = Server::start(Reply::ok(OURS.jwks())).await;
    let clock = clock();
    let verifier = fetching_verifier(settings(), &server.url, &clock);
    let old = lasting();
    assert_eq!(fault(verify(&verifier, &old).await), None);
    let rekeyed = OTHER.sign(&header(KID), &changed(claims(), json!({"exp": NOW + 7200})));

    server.answer(Reply::ok(key_set_of(&[OTHER.jwk(KID)])));
    // Within the limit a bad signature is a bad signature.
    assert_eq!(fault_now(&verifier, &rekeyed), Some(TokenFault::Signature));
    clock.advance(seconds(10));

    assert!(verify_now(&verifier, &rekeyed).is_none());
    assert_eq!(fault(verify(&verifier, &rekeyed).await), None);
    assert_eq!(fault(verify(&verifier, &old).await), Some(TokenFault::Signature));
    assert_eq!(server.hits(), 2);
}

#[tokio::test]
async fn bad_signatures_cause_one_fetch_in_ten_seconds() {
    let server = Server::start(Reply::ok(OURS.jwks())).await;
    let clock = clock();
    let verifier = fetching_verifier(settings(), &server.url, &clock);
    assert_eq!(fault(verify(&verifier, &lasting()).await), None);
    let forged = OTHER.sign(&header(KID), &claims());
    clock.advance(seconds(10));

    for _ in 0..20 {
        assert_eq!(fault(verify(&verifier, &forged).await), Some(TokenFault::Signature));
        assert_eq!(fault(verify(&verifier, &signed_by_nobody(0)).await), Some(TokenFault::UnknownKey));
    }
    assert_eq!(server.hits(), 2);

    // An endpoint that is down does not turn a bad signature into an outage.
    server.answer(Reply::status(500, ""));
    clock.advance(seconds(10));
    assert_eq!(fault(verify(&verifier, &forged).await), Some(TokenFault::Signature));
    assert_eq!(server.hits(), 3);
}

#[tokio::test]
async fn a_bad_signature_against_a_fresh_set_is_final() {
    let server = Server::start(Reply::ok(OURS.jwks())).await;
    let clock = clock();
    let verifier = fetching_verifier(settings(), &server.url, &clock);
    assert_eq!(fault(verify(&verifier, &lasting()).await), None);
    clock.advance(seconds(60));
    assert_eq!(fault(verify(&verifier, &lasting()).await), None);
    assert_eq!(server.hits(), 2);

    // Nobody has demanded a fetch for a minute, but this set is as new as can be.
    let forged = OTHER.sign(&header(KID), &claims());
    assert_eq!(fault_now(&verifier, &forged), Some(TokenFault::Signature));
    assert_eq!(server.hits(), 2);
}

#[tokio::test]
async fn a_set_in_use_is_fetched_again_in_the_background() {
    let server = Server::start(Reply::ok(key_set_of(&[OURS.jwk(KID), OTHER.jwk("ins_2next")]))).await;
    let clock = clock();
    let verifier = fetching_verifier(settings(), &server.url, &clock);
    let token = lasting();
    assert_eq!(fault(verify(&verifier, &token).await), None);

    server.answer(Reply::ok(key_set_of(&[OTHER.jwk("ins_2next")])));
    clock.advance(seconds(44));
    assert_eq!(fault_now(&verifier, &token), None);
    assert_eq!(server.hits(), 1);
    clock.advance(seconds(1));
    // This caller is served at once and starts the fetch that ends the key.
    assert_eq!(fault_now(&verifier, &token), None);

    // Without its key the token would have to be looked up again, by a fetch on demand.
    wait_until(|| verify_now(&verifier, &token).is_none()).await;
    assert_eq!(server.hits(), 2);
    assert_eq!(fault(verify(&verifier, &token).await), Some(TokenFault::UnknownKey));
    assert_eq!(server.hits(), 3);
}

#[tokio::test]
async fn a_removed_key_is_refused_a_minute_later_even_if_nobody_came_by() {
    for idle in [60, 600, 3599, 3600, 86_400] {
        let server = Server::start(Reply::ok(key_set_of(&[OURS.jwk(KID), OTHER.jwk("ins_2next")]))).await;
        let clock = clock();
        let verifier = fetching_verifier(settings(), &server.url, &clock);
        let token = OURS.token(json!({"exp": NOW + 100_000}));
        assert_eq!(fault(verify(&verifier, &token).await), None);

        server.answer(Reply::ok(key_set_of(&[OTHER.jwk("ins_2next")])));
        clock.advance(seconds(idle));

        assert!(verify_now(&verifier, &token).is_none(), "after {idle} s");
        assert_eq!(fault(verify(&verifier, &token).await), Some(TokenFault::UnknownKey), "after {idle} s");
    }
}

#[tokio::test]
async fn health_counts_keys_and_says_why_there_are_none() {
    let server = Server::start(Reply::ok(key_set_of(&[OURS.jwk(KID), OTHER.jwk(OTHER.kid)]))).await;
    let clock = clock();
    let verifier = fetching_verifier(settings(), &server.url, &clock);
    assert_eq!(verifier.keys_ready().await.unwrap(), 2);
    assert_eq!(verifier.keys_ready().await.unwrap(), 2);
    assert_eq!(server.hits(), 1);

    let empty = Server::start(Reply::ok(key_set_of(&[]))).await;
    let verifier = fetching_verifier(settings(), &empty.url, &clock);
    assert_eq!(verifier.keys_ready().await.unwrap_err().to_string(), "the key set has no key that can be used");
    // An instance always has a key, so this says nothing about anybody's token.
    assert!(matches!(verify(&verifier, &lasting()).await, Err(VerifyError::KeysUnavailable(_))));

    let broken = Server::start(Reply::status(503, "")).await;
    let verifier = fetching_verifier(settings(), &broken.url, &clock);
    let error = verifier.keys_ready().await.unwrap_err();
    assert_eq!(error.to_string(), "the server answered the request for the key set with status 503");
    assert!(matches!(verify(&verifier, &lasting()).await, Err(VerifyError::KeysUnavailable(_))));
}
