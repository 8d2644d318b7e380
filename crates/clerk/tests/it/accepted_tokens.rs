//! Tokens that are accepted, and what is read from them.

use std::{
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};

use orientor_clerk::{KeySet, SessionVerifier, VerifierSettings};
use orientor_identity::{ClerkUserId, Clock, ManualClock, PersonClaims, Subject, TokenFault};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::instance::{
    ISSUER, KID, NOW, OTHER, OURS, changed, claims, clock, fault_now, fixed_verifier, header, issuer, settings,
    verify_now,
};

#[test]
fn a_session_is_reduced_to_what_identity_needs() {
    let verifier = fixed_verifier(settings(), &clock());

    let session = verify_now(&verifier, &OURS.token(json!({}))).unwrap().unwrap();

    let id: ClerkUserId = "user_2abc".parse().unwrap();
    assert_eq!(session.subject, Subject { issuer: issuer(), id });
    assert_eq!(&*session.session_id, "sess_2def");
    assert_eq!(session.expires_at, NOW + 60);
    assert_eq!(session.actor, None);
    assert_eq!(session.claims, PersonClaims::default());
}

/// Tokens as instances of different age and configuration issue them.
pub(crate) fn harmless() -> Vec<(&'static str, String)> {
    let version_1 = json!({
        "azp": "https://app.example.com", "exp": NOW + 60, "iat": NOW, "iss": ISSUER, "nbf": NOW - 10,
        "org_id": "org_2abc", "org_permissions": ["a", "b"], "org_role": "org:admin", "org_slug": "school",
        "sid": "sess_2def", "sub": "user_2abc",
    });
    let head = |changes: Value| changed(header(KID), changes);
    let spaced = format!(" \n{}\t ", serde_json::to_string_pretty(&claims()).unwrap());
    vec![
        ("version 1", OURS.sign(&head(json!({"cat": null})), &version_1)),
        ("explicit version 1", OURS.token(json!({"v": 1}))),
        ("no typ", OURS.sign(&head(json!({"typ": null})), &claims())),
        ("tag switched off", OURS.sign(&head(json!({"cat": "cl_I7d4PD111III"})), &claims())),
        ("unknown header members", OURS.sign(&head(json!({"oiat": NOW, "x5t": "x", "jku": "https://x"})), &claims())),
        ("white space in the JSON", OURS.sign_bytes(header(KID).to_string().as_bytes(), spaced.as_bytes())),
        ("whole numbers as floats", OURS.token(json!({"exp": 1_800_000_060.0, "v": 2.0}))),
        ("no nbf and iat", OURS.token(json!({"nbf": null, "iat": null}))),
        ("an audience", OURS.token(json!({"aud": "somebody else"}))),
        ("odd audiences", OURS.token(json!({"aud": [1, {}]}))),
        ("no state", OURS.token(json!({"sts": null}))),
        ("client_id without a scope", OURS.token(json!({"client_id": "x"}))),
        ("scope without client_id", OURS.token(json!({"scope": "x"}))),
        ("unknown claims", OURS.token(json!({"x": [[{"y": [1.5, -3, "\u{1f980}"]}]], "fpm": "340282366920938463463"}))),
        (
            "the longest ids",
            OURS.token(json!({
                "sub": format!("user_{}", "a".repeat(64)), "sid": format!("sess_{}", "Z".repeat(64)),
            })),
        ),
        ("ten years", OURS.token(json!({"exp": NOW + 315_360_000}))),
        ("the last exact second", OURS.token(json!({"exp": (1_u64 << 53) - 1}))),
    ]
}

#[test]
fn harmless_variety_is_accepted() {
    let verifier = fixed_verifier(settings(), &clock());

    for (name, token) in harmless() {
        assert_eq!(fault_now(&verifier, &token), None, "{name}");
    }
}

#[test]
fn an_impersonator_becomes_the_actor() {
    let verifier = fixed_verifier(settings(), &clock());
    let act = json!({"sub": "user_2admin", "iss": "https://dashboard.example.com", "sid": "sess_2x", "type": "agent"});

    let session = verify_now(&verifier, &OURS.token(json!({"act": act}))).unwrap().unwrap();

    assert_eq!(session.actor.as_deref(), Some("user_2admin"));
    assert_eq!(session.subject.id.as_str(), "user_2abc");
}

#[test]
fn pending_and_partyless_sessions_need_a_switch() {
    let pending = OURS.token(json!({"sts": "pending"}));
    let partyless = OURS.token(json!({"azp": null}));
    let foreign = OURS.token(json!({"azp": "https://evil.example.com"}));
    let verify_all = |settings| {
        let verifier = fixed_verifier(settings, &clock());
        [&pending, &partyless, &foreign].map(|token| fault_now(&verifier, token))
    };
    let (bad_party, not_complete) = (Some(TokenFault::Party), Some(TokenFault::Pending));

    assert_eq!(verify_all(settings()), [not_complete, bad_party, bad_party]);
    let settings_with =
        |allow_pending, allow_missing_azp| VerifierSettings { allow_pending, allow_missing_azp, ..settings() };
    assert_eq!(verify_all(settings_with(true, false)), [None, bad_party, bad_party]);
    assert_eq!(verify_all(settings_with(false, true)), [not_complete, None, bad_party]);
    // Without parties no origin is foreign.
    assert_eq!(verify_all(VerifierSettings::default()), [not_complete, None, None]);

    let verifier = fixed_verifier(settings_with(true, true), &clock());
    assert_eq!(fault_now(&verifier, &OURS.token(json!({"sts": "Pending"}))), not_complete);
}

#[test]
fn only_named_claims_tell_about_the_person() {
    let named = VerifierSettings {
        email_claim: Some("mail".to_owned()),
        email_verified_claim: Some("mail_ok".to_owned()),
        external_id_claim: Some("legacy".to_owned()),
        ..settings()
    };
    let read = |settings: &VerifierSettings, changes: Value| {
        let verifier = fixed_verifier(settings.clone(), &clock());
        verify_now(&verifier, &OURS.token(changes)).unwrap().unwrap().claims.clone()
    };
    let full = json!({"mail": "ada@example.com", "mail_ok": true, "legacy": "42"});

    let person =
        PersonClaims { email: Some("ada@example.com".into()), email_verified: true, external_id: Some("42".into()) };
    assert_eq!(read(&named, full.clone()), person);
    assert_eq!(read(&settings(), full), PersonClaims::default());
    assert_eq!(read(&named, json!({"email": "ada@example.com", "external_id": "42"})), PersonClaims::default());
    for odd in [json!(1), json!(""), json!(["x"]), json!({"x": 1}), json!(false)] {
        let changes = json!({"mail": odd, "mail_ok": "true", "legacy": odd});
        assert_eq!(read(&named, changes), PersonClaims::default(), "{odd}");
    }
}

#[test]
fn each_instance_has_its_own_keys() {
    let other_issuer = "https://other.accounts.dev";
    let ours = KeySet::fixed(issuer(), &OURS.pem().parse().unwrap()).unwrap();
    let other = KeySet::fixed(other_issuer.parse().unwrap(), &OTHER.pem().parse().unwrap()).unwrap();
    let verifier = SessionVerifier::new(settings(), vec![ours, other], clock()).unwrap();
    let of_other = json!({"iss": other_issuer});

    let session = verify_now(&verifier, &OTHER.token(of_other.clone())).unwrap().unwrap();
    assert_eq!(session.subject.issuer.as_str(), other_issuer);
    assert_eq!(fault_now(&verifier, &OURS.token(json!({}))), None);
    // Either key is good, but not for the other's issuer, and under no name.
    assert_eq!(fault_now(&verifier, &OURS.token(of_other)), Some(TokenFault::Signature));
    assert_eq!(fault_now(&verifier, &OTHER.token(json!({}))), Some(TokenFault::Signature));
    assert_eq!(fault_now(&verifier, &OTHER.sign(&header(KID), &claims())), Some(TokenFault::Signature));
}

#[test]
fn a_verifier_needs_issuers_that_differ() {
    let keys = || KeySet::fixed(issuer(), &OURS.pem().parse().unwrap()).unwrap();
    let new = |key_sets| SessionVerifier::new(settings(), key_sets, clock()).map(|_| ());

    assert_eq!(new(vec![]), Err(orientor_clerk::InvalidSettings::NoIssuer));
    assert_eq!(new(vec![keys(), keys()]), Err(orientor_clerk::InvalidSettings::RepeatedIssuer(issuer())));
}

/// Whether an independent library accepts the token as well.
fn is_accepted_elsewhere(token: &str) -> bool {
    let jwk = OURS.jwk(KID);
    let key = jsonwebtoken::DecodingKey::from_rsa_components(jwk["n"].as_str().unwrap(), jwk["e"].as_str().unwrap());
    let mut validation = jsonwebtoken::Validation::new(jsonwebtoken::Algorithm::RS256);
    validation.leeway = 6;
    validation.validate_nbf = true;
    validation.validate_aud = false;
    validation.set_issuer(&[ISSUER]);
    validation.set_required_spec_claims(&["exp", "iss", "sub"]);
    jsonwebtoken::decode::<Value>(token, &key.unwrap(), &validation).is_ok()
}

proptest! {
    // The library has no clock of ours, so these tokens are of today.
    #[test]
    fn what_is_accepted_here_is_accepted_elsewhere(
        exp in -20_i64..100,
        nbf in prop::option::of(-20_i64..20),
        foreign_issuer in prop::bool::weighted(0.1),
        foreign_key in prop::bool::weighted(0.1),
        aud in prop::option::of("[a-z]{1,5}"),
        extra in "\\PC{0,20}",
    ) {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let at = |offset: i64| now.saturating_add_signed(offset);
        let issuer = if foreign_issuer { "https://other.accounts.dev" } else { ISSUER };
        let changes = json!({"exp": at(exp), "nbf": nbf.map(at), "iat": now, "iss": issuer, "aud": aud, "x": extra});
        let claims = changed(claims(), changes);
        let token = if foreign_key { OTHER.sign(&header(KID), &claims) } else { OURS.sign(&header(KID), &claims) };
        let clock: Arc<dyn Clock> = Arc::new(ManualClock::at(now));
        let keys = KeySet::fixed(crate::instance::issuer(), &OURS.pem().parse().unwrap()).unwrap();
        let verifier = SessionVerifier::new(settings(), vec![keys], clock).unwrap();

        let accepted = fault_now(&verifier, &token).is_none();

        let expected = !foreign_issuer && !foreign_key && exp > -5 && nbf.unwrap_or(0) <= 5;
        prop_assert_eq!(accepted, expected);
        prop_assert!(!accepted || is_accepted_elsewhere(&token));
    }
}
