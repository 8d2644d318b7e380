//! Tokens that travel in cookies: when they count, and what writes need.

use orientor_clerk::{PublishableKey, SessionVerifier, VerifierSettings};
use orientor_identity::{Credentials, TokenFault, VerifyError, VerifyToken};
use serde_json::json;

use crate::instance::{NOW, OTHER, OURS, PARTY, clock, fixed_verifier, settings};

/// Names the instance of the tests, `example.accounts.dev`.
const PUBLISHABLE_KEY: &str = "pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk";

fn verifier() -> SessionVerifier {
    let publishable_key = Some(PUBLISHABLE_KEY.parse().unwrap());
    fixed_verifier(VerifierSettings { publishable_key, ..settings() }, &clock())
}

fn suffix() -> String {
    PUBLISHABLE_KEY.parse::<PublishableKey>().unwrap().cookie_suffix().to_owned()
}

/// Session id of the accepted token, or what was wrong.
fn outcome(verifier: &SessionVerifier, credentials: &Credentials<'_>) -> Result<String, String> {
    match verifier.verify_now(credentials).expect("no network is needed") {
        Ok(session) => Ok(session.session_id.to_string()),
        Err(VerifyError::Refused(fault)) => Err(format!("{fault:?}")),
        Err(error) => Err(format!("{error:?}")),
    }
}

fn with_cookie(verifier: &SessionVerifier, cookie: &str) -> Result<String, String> {
    outcome(verifier, &Credentials { cookies: vec![cookie.as_bytes()], ..Credentials::default() })
}

fn session(id: &str, issued_at: u64) -> String {
    OURS.token(json!({"sid": id, "iat": issued_at}))
}

#[test]
fn cookies_count_only_when_parties_are_configured() {
    let cookie = format!("__session={}", session("sess_plain", NOW));

    assert_eq!(with_cookie(&verifier(), &cookie), Ok("sess_plain".to_owned()));
    let without_parties = fixed_verifier(VerifierSettings::default(), &clock());
    assert_eq!(with_cookie(&without_parties, &cookie), Err("Missing".to_owned()));
}

#[test]
fn a_header_wins_over_cookies_even_when_it_is_bad() {
    let verifier = verifier();
    let cookie = format!("__session={}", session("sess_cookie", NOW));
    let header = format!("Bearer {}", session("sess_header", NOW));
    let expired = format!("Bearer {}", OURS.token(json!({"exp": 1})));
    let both = |authorization: &[&str]| {
        let authorization = authorization.iter().map(|header| header.as_bytes()).collect();
        let cookies = vec![cookie.as_bytes()];
        outcome(&verifier, &Credentials { authorization, cookies, ..Credentials::default() })
    };

    assert_eq!(both(&[]), Ok("sess_cookie".to_owned()));
    assert_eq!(both(&[&header]), Ok("sess_header".to_owned()));
    assert_eq!(both(&[&expired]), Err("Expired".to_owned()));
    for bad in ["", "Bearer", "Bearer x", "Basic YTpi", "Bearer undefined"] {
        assert_eq!(both(&[bad]), Err("Malformed".to_owned()), "{bad}");
    }
    for tail in [" ", "\t", " extra", ", Bearer x", ",", "\n", "\0", "\u{e9}", "; charset=utf-8"] {
        assert_eq!(both(&[&format!("{header}{tail}")]), Err("Malformed".to_owned()), "{tail:?}");
    }
    assert_eq!(both(&[&format!("Bearer {header}")]), Err("Malformed".to_owned()));
    assert_eq!(both(&[&header, &header]), Err("Malformed".to_owned()));
    assert_eq!(both(&["Bearer x", &header]), Err("Malformed".to_owned()));
}

#[test]
fn the_chosen_cookie_is_judged_like_any_token() {
    let verifier = verifier();
    let suffix = suffix();
    let both = |plain: &str, suffixed: &str| {
        let cookie = format!("__session={plain}; __session_{suffix}={suffixed}; __client_uat_{suffix}=1");
        with_cookie(&verifier, &cookie)
    };
    let foreign = OTHER.token(json!({"iss": "https://other.accounts.dev"}));
    let (plain, suffixed) = (session("sess_plain", NOW), session("sess_suffixed", NOW));

    assert_eq!(both(&session("sess_plain", NOW - 1), &suffixed), Ok("sess_suffixed".to_owned()));
    assert_eq!(both(&plain, &session("sess_suffixed", NOW - 1)), Ok("sess_plain".to_owned()));
    assert_eq!(both(&foreign, &suffixed), Ok("sess_suffixed".to_owned()));
    // The choice is made before anything is verified, and it is final.
    let forged = OTHER.token(json!({"iat": NOW + 1}));
    assert_eq!(both(&forged, &suffixed), Err("Signature".to_owned()));
    assert_eq!(both("damaged", &suffixed), Err("Malformed".to_owned()));

    let alone = format!("__session_{suffix}={suffixed}");
    assert_eq!(with_cookie(&verifier, &alone), Ok("sess_suffixed".to_owned()));
    let without_key = fixed_verifier(settings(), &clock());
    assert_eq!(with_cookie(&without_key, &alone), Err("Missing".to_owned()));
    let of_another_instance = format!("__session_AAAAAAAA={plain}");
    assert_eq!(with_cookie(&verifier, &of_another_instance), Err("Missing".to_owned()));
    let twice = format!("__session={plain}; __session={plain}");
    assert_eq!(with_cookie(&verifier, &twice), Err("Malformed".to_owned()));
    assert_eq!(with_cookie(&verifier, "__session="), Err("Missing".to_owned()));
    let too_large = format!("__session={}", "a".repeat(16 * 1024 + 1));
    assert_eq!(with_cookie(&verifier, &too_large), Err("TooLarge".to_owned()));
}

#[test]
fn a_write_by_cookie_needs_one_origin_that_is_a_party() {
    let verifier = verifier();
    let token = session("sess_plain", NOW);
    let cookie = format!("__session={token}");
    let write = |cookie: &str, origin: &[&str], is_write| {
        let origin = origin.iter().map(|origin| origin.as_bytes()).collect();
        outcome(
            &verifier,
            &Credentials { cookies: vec![cookie.as_bytes()], origin, is_write, ..Credentials::default() },
        )
    };
    let (accepted, refused) = (Ok("sess_plain".to_owned()), Err("OriginNotAllowed".to_owned()));

    assert_eq!(write(&cookie, &[PARTY], true), accepted);
    assert_eq!(write(&cookie, &[], true), refused);
    assert_eq!(write(&cookie, &[PARTY, PARTY], true), refused);
    for foreign in ["", "null", "https://evil.example.com", "https://APP.example.com", "https://app.example.com/"] {
        assert_eq!(write(&cookie, &[foreign], true), refused, "{foreign}");
        assert_eq!(write(&cookie, &[PARTY, foreign], true), refused, "{foreign}");
        assert_eq!(write(&cookie, &[foreign], false), accepted, "{foreign}");
    }
    assert_eq!(write(&cookie, &[], false), accepted);
    // A bad token is a bad token first: nothing is said about origins.
    let expired = format!("__session={}", OURS.token(json!({"exp": 1})));
    assert_eq!(write(&expired, &[], true), Err("Expired".to_owned()));

    // A header is sent by code, not by the browser on its own.
    let header = format!("Bearer {token}");
    let by_header = Credentials { authorization: vec![header.as_bytes()], is_write: true, ..Credentials::default() };
    assert_eq!(outcome(&verifier, &by_header), accepted);
}

#[test]
fn nothing_is_missing_and_not_refused() {
    assert_eq!(outcome(&verifier(), &Credentials::default()), Err("Missing".to_owned()));
    assert_eq!(with_cookie(&verifier(), "theme=dark"), Err("Missing".to_owned()));
    let refused = VerifyError::Refused(TokenFault::Expired).to_string();
    assert_eq!(refused, "the session token was refused: it has expired");
}
