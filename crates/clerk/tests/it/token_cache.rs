//! What has been verified is remembered, and never for a second too long.

use std::{sync::Arc, time::Duration};

use orientor_clerk::VerifierSettings;
use orientor_identity::{Subject, TokenFault};
use serde_json::json;

use crate::{
    instance::{
        KID, NOW, OTHER, OURS, changed, claims, clock, fault, fault_now, fetching_verifier, fixed_verifier, header,
        issuer, key_set_of, seconds, settings, verify, verify_now,
    },
    server::{Reply, Server},
};

#[test]
fn a_second_look_finds_the_same_session() {
    let verifier = fixed_verifier(settings(), &clock());
    let token = OURS.token(json!({}));

    let first = verify_now(&verifier, &token).unwrap().unwrap();
    let second = verify_now(&verifier, &token).unwrap().unwrap();

    assert!(Arc::ptr_eq(&first, &second));
    assert_eq!(verifier.remembered_tokens(), 1);
}

#[test]
fn refusals_are_not_remembered() {
    let clock = clock();
    let verifier = fixed_verifier(settings(), &clock);
    let token = OURS.token(json!({"nbf": NOW + 10}));

    assert_eq!(fault_now(&verifier, &token), Some(TokenFault::NotYetValid));
    assert_eq!(verifier.remembered_tokens(), 0);
    clock.advance(seconds(5));
    assert_eq!(fault_now(&verifier, &token), None);
}

#[test]
fn a_remembered_token_expires_on_time() {
    let clock = clock();
    let verifier = fixed_verifier(settings(), &clock);
    let token = OURS.token(json!({"exp": NOW + 60}));
    assert_eq!(fault_now(&verifier, &token), None);

    clock.advance(Duration::from_millis(64_999));
    assert_eq!(fault_now(&verifier, &token), None);
    clock.advance(Duration::from_millis(1));
    assert_eq!(fault_now(&verifier, &token), Some(TokenFault::Expired));
    assert_eq!(verifier.remembered_tokens(), 0);
}

#[test]
fn the_memory_is_bounded_and_can_be_switched_off() {
    let with = |token_cache_entries| {
        let settings = VerifierSettings { token_cache_entries, ..settings() };
        let verifier = fixed_verifier(settings, &clock());
        for n in 0..300 {
            assert_eq!(fault_now(&verifier, &OURS.token(json!({"jti": n.to_string()}))), None);
        }
        verifier.remembered_tokens()
    };

    assert_eq!(with(0), 0);
    assert!((1..=100).contains(&with(100)));
    assert_eq!(with(10_000), 300);
}

#[test]
fn sessions_and_people_can_be_forgotten() {
    let verifier = fixed_verifier(settings(), &clock());
    let session = |sub: &str, sid: &str| {
        let token = OURS.token(json!({"sub": sub, "sid": sid}));
        verify_now(&verifier, &token).unwrap().unwrap().subject.clone()
    };
    let ada = session("user_2ada", "sess_1");
    session("user_2ada", "sess_2");
    session("user_2bob", "sess_3");
    assert_eq!(verifier.remembered_tokens(), 3);

    verifier.forget_session("sess_2");
    assert_eq!(verifier.remembered_tokens(), 2);
    let same_id_elsewhere = Subject { issuer: "https://other.accounts.dev".parse().unwrap(), id: ada.id.clone() };
    verifier.forget_subject(&same_id_elsewhere);
    assert_eq!(verifier.remembered_tokens(), 2);
    verifier.forget_subject(&ada);
    assert_eq!(verifier.remembered_tokens(), 1);
    assert_eq!(ada.issuer, issuer());
}

#[tokio::test]
async fn a_token_dies_with_its_key() {
    let next = || OTHER.jwk("ins_2next");
    for (before, after, dead) in [
        (vec![OURS.jwk(KID), next()], next(), TokenFault::UnknownKey),
        (vec![OURS.jwk(KID)], next(), TokenFault::UnknownKey),
        (vec![OURS.jwk(KID)], OTHER.jwk(KID), TokenFault::Signature),
    ] {
        let server = Server::start(Reply::ok(key_set_of(&before))).await;
        let clock = clock();
        let verifier = fetching_verifier(settings(), &server.url, &clock);
        let token = OURS.token(json!({"exp": NOW + 3600}));
        assert_eq!(fault(verify(&verifier, &token).await), None);
        assert_eq!(fault_now(&verifier, &token), None);

        server.answer(Reply::ok(key_set_of(std::slice::from_ref(&after))));
        clock.advance(seconds(60));
        // A token of the next key says that it is the instance's.
        let next = OTHER.sign(&header(after["kid"].as_str().unwrap()), &changed(claims(), json!({"exp": NOW + 3600})));
        assert_eq!(fault(verify(&verifier, &next).await), None);

        assert_eq!(fault(verify(&verifier, &token).await), Some(dead), "{after}");
    }
}

#[tokio::test]
async fn a_token_outlives_the_fetches_that_keep_its_key() {
    let server = Server::start(Reply::ok(OURS.jwks())).await;
    let clock = clock();
    let verifier = fetching_verifier(settings(), &server.url, &clock);
    let token = OURS.token(json!({"exp": NOW + 3600}));
    let first = verify(&verifier, &token).await.unwrap();

    server.answer(Reply::ok(key_set_of(&[OTHER.jwk("ins_2next"), OURS.jwk(KID)])));
    clock.advance(seconds(60));
    let second = verify(&verifier, &token).await.unwrap();

    assert_eq!(server.hits(), 2);
    assert!(Arc::ptr_eq(&first, &second));
}
