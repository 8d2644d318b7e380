//! Tokens that our own instance has signed and that are refused for what they say.

use std::time::Duration;

use orientor_identity::TokenFault;
use serde_json::{Value, json};

use crate::instance::{
    ISSUER, KID, NOW, OURS, PARTY, changed, claims, clock, fault_now, fixed_verifier, header, seconds, settings,
};

type Case = (String, String, TokenFault);

/// One case for every value of one claim.
fn each(name: &str, fault: TokenFault, values: &[Value]) -> Vec<Case> {
    values.iter().map(|value| (format!("{name}: {value}"), OURS.token(json!({name: value})), fault)).collect()
}

/// One case for a claim that is there and JSON `null`.
fn null(name: &str, fault: TokenFault) -> Case {
    let mut claims = claims();
    claims[name] = Value::Null;
    (format!("{name} is null"), OURS.sign(&header(KID), &claims), fault)
}

fn one(name: &str, changes: Value, fault: TokenFault) -> Case {
    (name.to_owned(), OURS.token(changes), fault)
}

/// A number as it is written, which `serde_json` would not write.
fn written(claim: &str, number: &str, fault: TokenFault) -> Case {
    let text = changed(claims(), json!({claim: "@"})).to_string().replace("\"@\"", number);
    (format!("{claim} written {number}"), OURS.sign_bytes(header(KID).to_string().as_bytes(), text.as_bytes()), fault)
}

fn instances_and_people() -> Vec<Case> {
    use TokenFault::{BadSubject, Claims, Issuer, NotASession};
    let foreign = [
        format!("{ISSUER}/"),
        format!("{ISSUER}."),
        format!("{ISSUER} "),
        format!(" {ISSUER}"),
        format!("{ISSUER}:443"),
        format!("{ISSUER}.example.com"),
        format!("{ISSUER}@evil.example.com"),
        format!("{ISSUER}\0"),
        format!("{ISSUER}/path"),
        ISSUER.replace("https", "http"),
        ISSUER.replace("https", "HTTPS"),
        ISSUER.replace("example", "Example"),
        ISSUER.replace("https://", ""),
        ISSUER.replace("example.", "evil.example."),
        ISSUER[..ISSUER.len() - 1].to_owned(),
        "https://other.accounts.dev".to_owned(),
        String::new(),
    ];
    let mut cases = each("iss", Issuer, &foreign.map(Value::String));
    cases.extend(each("iss", Claims, &[json!([ISSUER]), json!(1), json!({"a": ISSUER}), json!(true)]));
    cases.extend([one("iss missing", json!({"iss": null}), Claims), null("iss", Claims)]);

    let nobody = [
        "",
        "user_",
        "USER_2abc",
        "user-2abc",
        "user_2ab c",
        " user_2abc",
        "user_2abc ",
        "user_2abc\n",
        "user_2abc\0",
        "user_2abc'--",
        "user_2ab\u{e9}",
        "42",
        "1",
        "sess_2abc",
        "org_2abc",
        "client_2abc",
        "user_2abc/../user_2evil",
        "\u{feff}user_2abc",
    ];
    cases.extend(each("sub", BadSubject, &nobody.map(|text| json!(text))));
    cases.push(one("sub of 65 characters", json!({"sub": format!("user_{}", "a".repeat(65))}), BadSubject));
    cases.push(one("sub of 10,000 characters", json!({"sub": format!("user_{}", "a".repeat(10_000))}), BadSubject));
    cases.extend(each("sub", Claims, &[json!(42), json!(["user_2abc"]), json!({"id": "user_2abc"}), json!(true)]));
    cases.extend([one("sub missing", json!({"sub": null}), Claims), null("sub", Claims)]);

    let no_session =
        ["", "sess_", "SESS_2def", "2def", "sess_2d-f", "sess_2def ", "user_2def", "sess_2def\0", "sess_sess_2"];
    cases.extend(each("sid", Claims, &no_session.map(|text| json!(text))));
    cases.push(one("sid of 65 characters", json!({"sid": format!("sess_{}", "a".repeat(65))}), Claims));
    cases.extend(each("sid", Claims, &[json!(1), json!(["sess_2def"]), json!(false)]));
    cases.extend([one("sid missing", json!({"sid": null}), NotASession), null("sid", Claims)]);
    cases
}

fn classes() -> Vec<Case> {
    use TokenFault::NotASession;
    let tagged = |name: &str, cat: Value| {
        (name.to_owned(), OURS.sign(&changed(header(KID), json!({"cat": cat})), &claims()), NotASession)
    };
    let untagged = |name: &str, claims: Value| {
        (name.to_owned(), OURS.sign(&changed(header(KID), json!({"cat": null})), &claims), NotASession)
    };
    let machine = json!({
        "aud": ["mch_2other"], "exp": NOW + 60, "iat": NOW, "iss": ISSUER, "jti": "mt_0123", "scopes": "mch_2other",
        "sub": "mch_2abc",
    });
    let template =
        json!({"exp": NOW + 3600, "iat": NOW, "iss": ISSUER, "jti": "0a1b", "sub": "user_2abc", "role": "x"});
    let mut cases = vec![
        tagged("cat of a template", json!("cl_B7d4PD222AAA")),
        tagged("cat of a machine", json!("cl_B7d4PD333AAA")),
        tagged("cat unknown", json!("cl_B7d4PD444AAA")),
        tagged("cat in other letters", json!("CL_B7D4PD111AAA")),
        tagged("cat with a tail", json!("cl_B7d4PD111AAA ")),
        tagged("cat empty", json!("")),
        tagged("cat array", json!(["cl_B7d4PD111AAA"])),
        tagged("cat number", json!(111)),
        untagged("a machine token without its tag", machine.clone()),
        untagged("a template token without its tag", template.clone()),
        untagged("a handshake without its tag", json!({"handshake": ["__session=x"], "iss": ISSUER, "exp": NOW + 60})),
        untagged("a client token", json!({"id": "client_2abc", "rotating_token": "x", "iss": ISSUER, "exp": NOW + 60})),
        (
            "a template token of an instance without tags".to_owned(),
            OURS.sign(&changed(header(KID), json!({"cat": "cl_I7d4PD111III"})), &template),
            NotASession,
        ),
        ("a machine token tagged as a session".to_owned(), OURS.sign(&header(KID), &machine), NotASession),
        one("a handshake with everything else", json!({"handshake": ["__session=x"]}), NotASession),
        one("a rotating token with everything else", json!({"rotating_token": "x"}), NotASession),
        one("an OAuth token of a real user", json!({"client_id": "x", "scope": "email"}), NotASession),
        one("an OAuth token with scp", json!({"client_id": "x", "scp": ["email"]}), NotASession),
        one("jti of an OAuth token", json!({"jti": "oat_0123"}), NotASession),
        one("jti of a machine token", json!({"jti": "mt_0123"}), NotASession),
        one("jti of an old machine token", json!({"jti": "m2m_0123"}), NotASession),
        one("sub of a machine", json!({"sub": "mch_2abc"}), NotASession),
    ];
    cases.extend(each("v", TokenFault::Claims, &[json!(0), json!(3), json!(-1), json!("2"), json!([2]), json!(2.5)]));
    cases.push(null("v", TokenFault::Claims));
    cases
}

fn times() -> Vec<Case> {
    use TokenFault::{Claims, Expired, IssuedInFuture, NotYetValid};
    let mut cases = vec![
        one("expired an hour ago", json!({"exp": NOW - 3600}), Expired),
        one("expired as long ago as the skew", json!({"exp": NOW - 5}), Expired),
        one("expired at the epoch", json!({"exp": 0}), Expired),
        one("not yet valid beyond the skew", json!({"nbf": NOW + 6}), NotYetValid),
        one("valid next year", json!({"nbf": NOW + 31_536_000}), NotYetValid),
        one("issued beyond the skew", json!({"iat": NOW + 6}), IssuedInFuture),
        one("issued next year", json!({"iat": NOW + 31_536_000}), IssuedInFuture),
        one("milliseconds for seconds in nbf", json!({"nbf": NOW * 1000}), NotYetValid),
        one("exp missing", json!({"exp": null}), Claims),
        written("exp", "1e400", TokenFault::Malformed),
        written("nbf", "-1e400", TokenFault::Malformed),
        written("exp", "1800000060.5", Claims),
        written("exp", "1e-400", Expired),
        written("iat", "-0", Claims),
    ];
    for claim in ["exp", "nbf", "iat"] {
        for number in ["1e308", "9007199254740992", "18446744073709551615", "18446744073709551616", "-1", "-0.0"] {
            cases.push(written(claim, number, Claims));
        }
        cases.extend(each(
            claim,
            Claims,
            &[json!("1800000060"), json!(""), json!([NOW + 60]), json!({"n": 1}), json!(true), json!("never")],
        ));
        cases.push(null(claim, Claims));
    }
    cases
}

fn parties_and_states() -> Vec<Case> {
    use TokenFault::{Claims, Party, Pending};
    let foreign = [
        "https://evil.example.com".to_owned(),
        format!("{PARTY}/"),
        format!("{PARTY}:443"),
        format!("{PARTY} "),
        format!("{PARTY}.evil.example.com"),
        PARTY.replace("https", "http"),
        PARTY.to_uppercase(),
        PARTY.replace("https://", ""),
        "https://example.com".to_owned(),
        "null".to_owned(),
        "*".to_owned(),
        String::new(),
    ];
    let mut cases = each("azp", Party, &foreign.map(Value::String));
    cases.push(one("azp missing", json!({"azp": null}), Party));
    cases.push(one("azp foreign, and expired", json!({"azp": "https://evil.example.com", "exp": 1}), Party));
    cases.extend(each("azp", Claims, &[json!([PARTY]), json!(1), json!({}), json!(true)]));
    cases.push(null("azp", Claims));
    cases.extend(each(
        "sts",
        Pending,
        &[json!("pending"), json!("Active"), json!("active "), json!(""), json!("ended")],
    ));
    cases.extend(each("sts", Claims, &[json!(1), json!(["active"]), json!(true)]));
    cases.push(null("sts", Claims));
    cases.extend(each(
        "act",
        Claims,
        &[
            json!("user_2admin"),
            json!([]),
            json!({}),
            json!({"sub": 1}),
            json!({"sub": ""}),
            json!({"sub": "a b"}),
            json!({"sub": "a\nb"}),
            json!({"iss": ISSUER}),
            json!({"sub": "a".repeat(129)}),
        ],
    ));
    cases.push(null("act", Claims));
    cases
}

pub(crate) fn table() -> Vec<Case> {
    [instances_and_people(), classes(), times(), parties_and_states()].concat()
}

#[test]
fn times_are_judged_to_the_second() {
    let clock = clock();
    let verifier = fixed_verifier(settings(), &clock);
    let expiring = OURS.token(json!({"exp": NOW + 60}));
    let starting = OURS.token(json!({"nbf": NOW + 70, "exp": NOW + 3600}));
    let issued = OURS.token(json!({"iat": NOW + 70, "exp": NOW + 3600}));
    let faults = || [&expiring, &starting, &issued].map(|token| fault_now(&verifier, token));

    // 5 s of skew: `exp` ends at 65 s, `nbf` and `iat` begin at 65 s.
    clock.advance(Duration::from_millis(64_999));
    assert_eq!(faults(), [None, Some(TokenFault::NotYetValid), Some(TokenFault::IssuedInFuture)]);

    clock.advance(Duration::from_millis(1));
    assert_eq!(faults(), [Some(TokenFault::Expired), None, None]);
}

#[test]
fn without_skew_the_edges_are_the_claims_themselves() {
    let clock = clock();
    let settings = orientor_clerk::VerifierSettings { clock_skew: seconds(0), ..settings() };
    let verifier = fixed_verifier(settings, &clock);

    assert_eq!(fault_now(&verifier, &OURS.token(json!({"exp": NOW}))), Some(TokenFault::Expired));
    assert_eq!(fault_now(&verifier, &OURS.token(json!({"exp": NOW + 1}))), None);
    assert_eq!(fault_now(&verifier, &OURS.token(json!({"nbf": NOW + 1}))), Some(TokenFault::NotYetValid));
    assert_eq!(fault_now(&verifier, &OURS.token(json!({"nbf": NOW, "iat": NOW}))), None);
    assert_eq!(fault_now(&verifier, &OURS.token(json!({"iat": NOW + 1}))), Some(TokenFault::IssuedInFuture));
}
