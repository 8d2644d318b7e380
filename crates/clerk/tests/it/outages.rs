//! Key sets that cannot be had: never the caller's fault, never for long.

use std::time::Duration;

use orientor_clerk::{KeySet, SessionVerifier};
use orientor_identity::{Issuer, TokenFault, VerifyError};
use serde_json::json;
use tokio::time::Instant;

use crate::{
    instance::{
        KID, NOW, OTHER, OURS, changed, claims, clock, fault, fault_now, fetching_verifier, header, issuer, key_set_of,
        seconds, settings, verify, verify_now,
    },
    server::{Reply, Server},
};

fn lasting() -> String {
    OURS.token(json!({"exp": NOW + 20_000}))
}

fn unknown() -> String {
    OURS.sign(&header("ins_2nobody"), &claims())
}

/// The cause of a 503, in one line.
async fn unavailable(verifier: &SessionVerifier, token: &str) -> String {
    let Err(VerifyError::KeysUnavailable(cause)) = verify(verifier, token).await else {
        panic!("the keys were available");
    };
    cause.to_string()
}

#[tokio::test]
async fn answers_that_are_no_key_set_are_outages() {
    let elsewhere = Server::start(Reply::ok(OURS.jwks())).await;
    let redirect = Reply::Full(302, format!("location: {}\r\n", elsewhere.url), String::new());
    let encryption_only = key_set_of(&[json!({"kty": "RSA", "use": "enc", "kid": KID, "n": "AQAB", "e": "AQAB"})]);
    let cases = [
        ("HTML", Reply::ok("<!doctype html><title>Welcome</title>"), "the answer is not a key set"),
        ("an empty body", Reply::ok(""), "the answer is not a key set"),
        ("another object", Reply::ok("{\"issuer\":\"x\"}"), "the answer is not a key set"),
        ("a broken set", Reply::ok("{\"keys\":["), "the answer is not a key set"),
        ("a string of keys", Reply::ok("{\"keys\":\"x\"}"), "the answer is not a key set"),
        ("an empty set", Reply::ok("{\"keys\":[]}"), "the key set has no key that can be used"),
        ("no usable key", Reply::ok(encryption_only), "the key set has no key that can be used"),
        ("a good body with status 500", Reply::status(500, OURS.jwks()), "with status 500"),
        ("a good body with status 404", Reply::status(404, OURS.jwks()), "with status 404"),
        ("a redirect to a good set", redirect, "with status 302"),
        ("20 MB, announced", Reply::Huge { announced: true }, "could not be fetched"),
        ("20 MB, unannounced", Reply::Huge { announced: false }, "could not be fetched"),
        ("a cut body", Reply::CutOff, "could not be fetched"),
        ("another protocol", Reply::Noise, "could not be fetched"),
    ];
    for (name, reply, cause) in cases {
        let server = Server::start(reply).await;
        let verifier = fetching_verifier(settings(), &server.url, &clock());

        let error = unavailable(&verifier, &lasting()).await;
        assert!(error.contains(cause), "{name}: {error}");
        // The next caller within a second gets the same answer without another call.
        assert!(matches!(verify_now(&verifier, &lasting()), Some(Err(VerifyError::KeysUnavailable(_)))), "{name}");
        assert_eq!(server.hits(), 1, "{name}");
    }
    assert_eq!(elsewhere.hits(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_slow_server_is_given_up_after_five_seconds() {
    for reply in [Reply::Silence, Reply::Drip] {
        let server = Server::start(reply).await;
        let verifier = fetching_verifier(settings(), &server.url, &clock());
        let start = Instant::now();

        assert!(unavailable(&verifier, &lasting()).await.contains("could not be fetched"));

        let waited = start.elapsed();
        assert!((seconds(5)..seconds(6)).contains(&waited), "{waited:?}");
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_an_outage() {
    let server = Server::start(Reply::Silence).await;
    let url = server.url.clone();
    drop(server);
    tokio::task::yield_now().await;
    let verifier = fetching_verifier(settings(), &url, &clock());

    assert!(unavailable(&verifier, &lasting()).await.contains("could not be fetched"));
}

#[tokio::test]
async fn a_cold_start_recovers_within_a_second() {
    let server = Server::start(Reply::status(500, "")).await;
    let clock = clock();
    let verifier = fetching_verifier(settings(), &server.url, &clock);
    unavailable(&verifier, &lasting()).await;
    server.answer(Reply::ok(OURS.jwks()));

    unavailable(&verifier, &lasting()).await;
    clock.advance(seconds(1));

    assert_eq!(fault(verify(&verifier, &lasting()).await), None);
    assert_eq!(server.hits(), 2);
}

#[tokio::test]
async fn known_keys_go_on_for_an_hour_while_the_endpoint_is_down() {
    let server = Server::start(Reply::ok(OURS.jwks())).await;
    let clock = clock();
    let verifier = fetching_verifier(settings(), &server.url, &clock);
    let token = lasting();
    assert_eq!(fault(verify(&verifier, &token).await), None);

    server.answer(Reply::ok("<h1>down for maintenance</h1>"));
    clock.advance(seconds(60));
    // One caller finds out; after that nobody waits.
    assert_eq!(fault(verify(&verifier, &token).await), None);
    assert_eq!(server.hits(), 2);
    clock.advance(seconds(3539));
    assert_eq!(fault_now(&verifier, &token), None);
    assert_eq!(fault_now(&verifier, &OURS.token(json!({"exp": NOW + 20_000, "jti": "cold"}))), None);
    // An unknown key may well be a new one, so this is no 401.
    assert_eq!(unavailable(&verifier, &unknown()).await, "the answer is not a key set");

    clock.advance(seconds(1));
    assert_eq!(unavailable(&verifier, &token).await, "the answer is not a key set");

    server.answer(Reply::ok(OURS.jwks()));
    clock.advance(seconds(1));
    assert_eq!(fault(verify(&verifier, &token).await), None);
}

#[tokio::test]
async fn a_set_without_any_known_key_is_an_outage_for_as_long_as_nobody_brings_a_token_of_it() {
    for foreign in [OTHER.jwk(OTHER.kid), OTHER.jwk(KID)] {
        let server = Server::start(Reply::ok(OURS.jwks())).await;
        let clock = clock();
        let verifier = fetching_verifier(settings(), &server.url, &clock);
        let token = lasting();
        assert_eq!(fault(verify(&verifier, &token).await), None);
        server.answer(Reply::ok(key_set_of(std::slice::from_ref(&foreign))));
        clock.advance(seconds(60));

        for _ in 0..3 {
            assert_eq!(fault(verify(&verifier, &token).await), None, "{foreign}");
            let cold = OURS.token(json!({"exp": NOW + 20_000, "jti": "cold"}));
            assert_eq!(fault(verify(&verifier, &cold).await), None, "{foreign}");
            assert_eq!(unavailable(&verifier, &unknown()).await, "the key set has none of the keys that were known");
            // A token that is not good in every respect proves nothing.
            for claim in [json!({"exp": NOW - 60}), json!({"iss": "https://other.accounts.dev"})] {
                let token = OTHER.sign(&header(foreign["kid"].as_str().unwrap()), &changed(claims(), claim));
                assert!(fault(verify(&verifier, &token).await).is_some(), "{foreign}");
            }
            clock.advance(seconds(1_000));
        }
        assert_eq!(verifier.keys_ready().await.unwrap(), 1);

        server.answer(Reply::ok(OURS.jwks()));
        clock.advance(seconds(10));
        while verify(&verifier, &unknown()).await.is_err_and(|error| matches!(error, VerifyError::KeysUnavailable(_))) {
            tokio::task::yield_now().await;
        }
        assert_eq!(fault(verify(&verifier, &token).await), None);
        assert_eq!(fault(verify(&verifier, &unknown()).await), Some(TokenFault::UnknownKey));
    }
}

#[tokio::test]
async fn keys_that_have_all_changed_count_from_the_first_token_and_the_old_ones_are_dead_then() {
    for (kid, dead) in [(OTHER.kid, TokenFault::UnknownKey), (KID, TokenFault::Signature)] {
        let server = Server::start(Reply::ok(OURS.jwks())).await;
        let clock = clock();
        let verifier = fetching_verifier(settings(), &server.url, &clock);
        let old = lasting();
        assert_eq!(fault(verify(&verifier, &old).await), None);
        server.answer(Reply::ok(key_set_of(&[OTHER.jwk(kid)])));
        clock.advance(seconds(60));
        assert_eq!(fault(verify(&verifier, &old).await), None);

        let new = OTHER.sign(&header(kid), &changed(claims(), json!({"exp": NOW + 20_000})));
        assert_eq!(fault_now(&verifier, &new), None);

        clock.advance(seconds(10));
        assert_eq!(fault(verify(&verifier, &old).await), Some(dead), "{kid}");
        assert_eq!(fault_now(&verifier, &new), None);
    }
}

#[tokio::test]
async fn after_an_hour_another_set_counts_as_at_the_start() {
    let server = Server::start(Reply::ok(OURS.jwks())).await;
    let clock = clock();
    let verifier = fetching_verifier(settings(), &server.url, &clock);
    let old = lasting();
    assert_eq!(fault(verify(&verifier, &old).await), None);
    server.answer(Reply::ok(key_set_of(&[OTHER.jwk(OTHER.kid)])));
    clock.advance(seconds(3_600));

    assert_eq!(fault(verify(&verifier, &old).await), Some(TokenFault::UnknownKey));
    assert_eq!(verifier.keys_ready().await.unwrap(), 1);
}

#[tokio::test]
async fn the_endpoint_is_asked_every_ten_seconds_while_it_is_down() {
    let server = Server::start(Reply::ok(key_set_of(&[OURS.jwk(KID), OTHER.jwk("ins_2next")]))).await;
    let clock = clock();
    let verifier = fetching_verifier(settings(), &server.url, &clock);
    let token = lasting();
    assert_eq!(fault(verify(&verifier, &token).await), None);
    server.answer(Reply::status(502, ""));
    clock.advance(seconds(60));
    assert_eq!(fault(verify(&verifier, &token).await), None);
    assert_eq!(server.hits(), 2);

    for _ in 0..100 {
        clock.advance(Duration::from_millis(90));
        assert_eq!(fault_now(&verifier, &token), None);
        tokio::task::yield_now().await;
    }
    assert_eq!(server.hits(), 2);

    server.answer(Reply::ok(key_set_of(&[OTHER.jwk("ins_2next")])));
    clock.advance(seconds(1));
    // Recovery is noticed by a background fetch: this caller does not wait, and the key is gone.
    while verify_now(&verifier, &token).is_some() {
        tokio::task::yield_now().await;
    }
    assert_eq!(server.hits(), 3);
    assert_eq!(fault(verify(&verifier, &token).await), Some(TokenFault::UnknownKey));
}

#[tokio::test]
async fn one_instance_being_down_does_not_touch_another() {
    let ours = Server::start(Reply::ok(OURS.jwks())).await;
    let other = Server::start(Reply::status(500, "")).await;
    let other_issuer: Issuer = "https://other.accounts.dev".parse().unwrap();
    let key_sets = vec![
        KeySet::fetched_from(issuer(), &ours.url).unwrap(),
        KeySet::fetched_from(other_issuer.clone(), &other.url).unwrap(),
    ];
    let verifier = SessionVerifier::new(settings(), key_sets, clock()).unwrap();

    assert_eq!(fault(verify(&verifier, &lasting()).await), None);
    unavailable(&verifier, &OTHER.token(json!({"iss": other_issuer.as_str()}))).await;
    assert_eq!(fault_now(&verifier, &lasting()), None);
    assert!(verifier.keys_ready().await.is_err());

    // The same kid at another instance is another key.
    other.answer(Reply::ok(key_set_of(&[OTHER.jwk(KID)])));
    let clock = clock();
    let key_sets = vec![
        KeySet::fetched_from(issuer(), &ours.url).unwrap(),
        KeySet::fetched_from(other_issuer.clone(), &other.url).unwrap(),
    ];
    let verifier = SessionVerifier::new(settings(), key_sets, clock).unwrap();
    let of_other = changed(claims(), json!({"iss": other_issuer.as_str()}));
    assert_eq!(fault(verify(&verifier, &OTHER.sign(&header(KID), &of_other)).await), None);
    assert_eq!(fault(verify(&verifier, &OURS.sign(&header(KID), &of_other)).await), Some(TokenFault::Signature));
    let ours_by_other = OTHER.sign(&header(KID), &claims());
    assert_eq!(fault(verify(&verifier, &ours_by_other).await), Some(TokenFault::Signature));
}

#[test]
fn key_sets_are_fetched_over_https_or_on_loopback_only() {
    for url in ["http://clerk.example.com/.well-known/jwks.json", "ftp://127.0.0.1", "", "clerk.example.com"] {
        assert!(KeySet::fetched_from(issuer(), url).is_err(), "{url}");
    }
    assert!(KeySet::fetched_from(issuer(), "https://clerk.example.com/.well-known/jwks.json").is_ok());
}
