//! Tokens and keys, where the official packages have nothing to say.

use std::{sync::Arc, time::Duration};

use orientor_devclerk::{DevClerk, NewUser, Refused, Rotation, SessionEnd, Settings, TokenOptions, TokenVersion};
use orientor_identity::ManualClock;
use serde_json::{Value, json};

use crate::support::{decode, get, post, settings, start};

fn kids(keys: &Value) -> Vec<&str> {
    keys["keys"].as_array().unwrap().iter().map(|key| key["kid"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn old_keys_stay_published_until_they_are_retired() {
    let clerk = start().await;
    let ada = clerk.create_user(NewUser::with_email("ada@example.com")).unwrap();
    let kid = || decode(&clerk.session_token(&ada, &TokenOptions::default()).unwrap().jwt).0["kid"].clone();
    let old = kid();

    clerk.rotate_key(Rotation::NewName).await.unwrap();
    let new = kid();
    let both = get(&clerk, "/v1/jwks").await.body;
    clerk.retire_old_keys();
    let one = get(&clerk, "/v1/jwks").await.body;

    assert_ne!(old, new);
    assert_eq!(kids(&both), [new.as_str().unwrap(), old.as_str().unwrap()]);
    assert_eq!(kids(&one), [new.as_str().unwrap()]);
    assert_eq!(old, clerk.instance_id());
}

#[tokio::test]
async fn a_key_can_be_replaced_under_its_name() {
    let clerk = start().await;
    let (before, pem) = (get(&clerk, "/v1/jwks").await.body, clerk.jwt_key());

    clerk.rotate_key(Rotation::SameName).await.unwrap();

    let after = get(&clerk, "/v1/jwks").await.body;
    assert_eq!(kids(&before), kids(&after));
    assert_ne!(before["keys"][0]["n"], after["keys"][0]["n"]);
    assert_ne!(pem, clerk.jwt_key());
}

#[tokio::test]
async fn tokens_of_version_one_lack_what_came_later() {
    let clerk = DevClerk::start(Settings { token_version: TokenVersion::V1, ..settings() }).await.unwrap();
    let ada = clerk.create_user(NewUser::with_email("ada@example.com")).unwrap();
    let claims = |version| {
        let options = TokenOptions { version, origin: Some("http://localhost:5173".into()), ..TokenOptions::default() };
        decode(&clerk.session_token(&ada, &options).unwrap().jwt).1
    };

    let (one, two) = (claims(None), claims(Some(TokenVersion::V2)));

    for name in ["v", "jti", "sts"] {
        assert!(one.get(name).is_none(), "{name}");
        assert!(two.get(name).is_some(), "{name}");
    }
    for name in ["azp", "exp", "fva", "iat", "iss", "nbf", "sid", "sub"] {
        assert!(one.get(name).is_some(), "{name}");
    }
    assert_eq!(one["azp"], "http://localhost:5173");
}

#[tokio::test]
async fn sessions_expire_and_a_new_one_is_started() {
    let clock = Arc::new(ManualClock::at(1_800_000_000));
    let clerk = DevClerk::start(Settings { clock: clock.clone(), ..settings() }).await.unwrap();
    let ada = clerk.create_user(NewUser::with_email("ada@example.com")).unwrap();
    let token = || clerk.session_token(&ada, &TokenOptions::default()).unwrap();
    let first = token();
    clock.advance(Duration::from_mins(5));
    let second = token();
    clock.advance(Duration::from_hours(7 * 24));
    let third = token();

    assert_eq!(first.session_id, second.session_id);
    assert_eq!(decode(&second.jwt).1["fva"], json!([5, -1]));
    assert_eq!(second.expires_at_ms, 1_800_000_360_000);
    assert_ne!(second.session_id, third.session_id);
    let path = format!("/v1/sessions/{}", first.session_id);
    assert_eq!(get(&clerk, &path).await.body["status"], "expired");
    let refused = post(&clerk, &format!("{path}/tokens"), &json!({})).await;
    assert_eq!((refused.status, refused.error_code()), (422, "session_not_active"));
}

#[tokio::test]
async fn whoever_may_not_sign_in_gets_no_token() {
    let clerk = start().await;
    let ada = clerk.create_user(NewUser::with_email("ada@example.com")).unwrap();
    let token = || clerk.session_token(&ada, &TokenOptions::default());
    let session = token().unwrap().session_id;

    clerk.end_session(&session, SessionEnd::Removed).unwrap();
    assert_ne!(token().unwrap().session_id, session);
    clerk.set_banned(&ada, true).unwrap();
    assert_eq!(token(), Err(Refused::Banned));
    clerk.set_banned(&ada, false).unwrap();
    assert!(token().is_ok());
    clerk.delete_user(&ada).unwrap();
    assert_eq!(token(), Err(Refused::NotFound("user")));
}

#[tokio::test]
async fn any_claims_can_be_signed_for_tests() {
    let clerk = start().await;
    let header = json!({ "typ": null, "crit": ["x"] });

    let jwt = clerk.sign(header.as_object().unwrap(), &json!({ "sub": "7" })).unwrap();

    let (header, claims) = decode(&jwt);
    assert_eq!(header, json!({ "alg": "RS256", "cat": "cl_B7d4PD111AAA", "crit": ["x"], "kid": clerk.instance_id() }));
    assert_eq!(claims, json!({ "sub": "7" }));
}

#[tokio::test]
async fn the_publishable_key_names_a_host_with_a_dot() {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    let local = start().await;
    let named = DevClerk::start(Settings { issuer: Some("https://a.b.example.com".parse().unwrap()), ..settings() });
    let named = named.await.unwrap();
    let host = |clerk: &DevClerk| {
        let encoded = clerk.publishable_key().strip_prefix("pk_test_").unwrap().to_owned();
        String::from_utf8(STANDARD.decode(encoded).unwrap()).unwrap()
    };

    assert_eq!(host(&local), format!("127.0.0.1:{}$", local.address().port()));
    assert_eq!(host(&named), "a.b.example.com$");
    assert_eq!(local.issuer().as_str(), format!("http://localhost:{}", local.address().port()));
}
