//! Tokens that are refused for what they look like, or for who signed them.

use std::collections::HashSet;

use aws_lc_rs::{
    hmac,
    signature::{RSA_PKCS1_SHA384, RSA_PKCS1_SHA512, RSA_PSS_SHA256},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD},
};
use orientor_identity::TokenFault;
use serde_json::{Value, json};

use crate::{
    instance::{
        ISSUER, KID, OTHER, OURS, changed, claims, clock, fault, fault_now, fetching_verifier, fixed_verifier, header,
        key_set_of, settings, verify,
    },
    server::{Reply, Server},
};

type Case = (String, String, TokenFault);

fn good() -> String {
    OURS.token(json!({}))
}

fn parts(token: &str) -> [String; 3] {
    let parts: Vec<_> = token.split('.').map(str::to_owned).collect();
    parts.try_into().unwrap()
}

/// A token signed by our key with another header: `null` removes a member.
fn with_header(changes: Value) -> String {
    OURS.sign(&changed(header(KID), changes), &claims())
}

fn with_payload(payload: &[u8]) -> String {
    OURS.sign_bytes(header(KID).to_string().as_bytes(), payload)
}

fn framing() -> Vec<(&'static str, String, TokenFault)> {
    use TokenFault::{Malformed, NotASession, TooLarge};
    let [header, payload, signature] = parts(&good());
    let encoded = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    let padded_payload = URL_SAFE.encode(format!("{} ", claims()));
    // The last character of 256 bytes carries four unused bits.
    let (most, last) = signature.split_at(signature.len() - 1);
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let at = alphabet.iter().position(|byte| *byte == last.as_bytes()[0]).unwrap();
    let noncanonical = format!("{most}{}", char::from(alphabet[at + 1]));
    vec![
        ("one part", header.clone(), Malformed),
        ("two parts", format!("{header}.{payload}"), Malformed),
        ("four parts", format!("{header}.{payload}.{signature}.{signature}"), Malformed),
        ("five parts, as encrypted tokens have", format!("{header}.{payload}.{signature}.AA.AA"), Malformed),
        ("only dots", "..".to_owned(), Malformed),
        ("a single dot", ".".to_owned(), Malformed),
        ("a word", "undefined".to_owned(), Malformed),
        ("null as text", "null".to_owned(), Malformed),
        ("empty header", format!(".{payload}.{signature}"), Malformed),
        ("empty payload", format!("{header}..{signature}"), Malformed),
        ("empty signature", format!("{header}.{payload}."), Malformed),
        ("leading dot", format!(".{header}.{payload}.{signature}"), Malformed),
        ("trailing dot", format!("{header}.{payload}.{signature}."), Malformed),
        ("padding after the signature", format!("{header}.{payload}.{signature}=="), Malformed),
        ("one padding character", format!("{header}.{payload}.{signature}="), Malformed),
        ("padded payload", format!("{header}.{padded_payload}=.{signature}"), Malformed),
        ("non-canonical last character", format!("{header}.{payload}.{noncanonical}"), Malformed),
        ("signature cut by one character", format!("{header}.{payload}.{most}"), Malformed),
        ("impossible base64 length", format!("{header}.{payload}.{signature}AAA"), Malformed),
        ("standard base64 alphabet", format!("{header}.{payload}.{}", STANDARD_NO_PAD.encode([0xff; 256])), Malformed),
        ("plus sign in the payload", format!("{header}.{payload}+.{signature}"), Malformed),
        ("a character outside every alphabet", format!("{header}.{payload}.{signature}!"), Malformed),
        ("percent-encoded dot", format!("{header}%2E{payload}.{signature}"), Malformed),
        ("header is not base64", format!("{{}}.{payload}.{signature}"), Malformed),
        ("header as plain JSON bytes", format!("{}.{payload}.{signature}", encoded(b"not json")), Malformed),
        ("one byte too long", "a".repeat(16 * 1024 + 1), TooLarge),
        ("a megabyte", format!("{header}.{}.{signature}", "A".repeat(1 << 20)), TooLarge),
        ("an API key", "ak_0123456789abcdef0123456789abcdef".to_owned(), NotASession),
        ("an opaque OAuth token", "oat_0123456789abcdef0123456789abcdef".to_owned(), NotASession),
        ("an opaque machine token", "mt_0123456789abcdef0123456789abcdef".to_owned(), NotASession),
        ("an old machine token", "m2m_0123456789abcdef0123456789abcdef".to_owned(), NotASession),
        ("a development browser", "dvb_2abcdefghijklmnopqrstuvwxyz".to_owned(), NotASession),
    ]
}

fn bodies() -> Vec<(&'static str, String, TokenFault)> {
    use TokenFault::Malformed;
    let text = claims().to_string();
    let header_text = header(KID).to_string();
    let with = |extra: &str| with_payload(format!("{}{extra}}}", text.trim_end_matches('}')).as_bytes());
    let header_with = |extra: &str| {
        OURS.sign_bytes(format!("{}{extra}}}", header_text.trim_end_matches('}')).as_bytes(), text.as_bytes())
    };
    let bytes_header = |bytes: &[u8]| OURS.sign_bytes(bytes, text.as_bytes());
    let deep =
        |open: &str, close: &str, depth: usize| with(&format!(",\"x\":{}1{}", open.repeat(depth), close.repeat(depth)));
    vec![
        ("payload is null", with_payload(b"null"), Malformed),
        ("payload is an array", with_payload(format!("[{text}]").as_bytes()), Malformed),
        ("payload is a string", with_payload(b"\"user_2abc\""), Malformed),
        ("payload is a number", with_payload(b"42"), Malformed),
        ("payload is true", with_payload(b"true"), Malformed),
        ("payload is white space", with_payload(b"  "), Malformed),
        ("payload is cut", with_payload(&text.as_bytes()[..text.len() - 1]), Malformed),
        ("payload has a tail", with_payload(format!("{text}x").as_bytes()), Malformed),
        ("two payloads", with_payload(format!("{text}{text}").as_bytes()), Malformed),
        ("payload with a byte order mark", with_payload(format!("\u{feff}{text}").as_bytes()), Malformed),
        (
            "payload in UTF-16",
            with_payload(&text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()),
            Malformed,
        ),
        ("payload with invalid UTF-8", with_payload(&[b"{\"x\":\"\xff\",", &text.as_bytes()[1..]].concat()), Malformed),
        (
            "payload with an overlong slash",
            with_payload(&[b"{\"x\":\"\xc0\xaf\",", &text.as_bytes()[1..]].concat()),
            Malformed,
        ),
        ("payload with half a surrogate pair", with(r#","x":"\ud800""#), Malformed),
        ("payload with a raw line break in a string", with(",\"x\":\"a\nb\""), Malformed),
        ("payload with a raw NUL", with(",\"x\":\"\0\""), Malformed),
        ("payload with a comment", with("/* */"), Malformed),
        ("payload with a trailing comma", with(","), Malformed),
        ("payload with NaN", with(",\"x\":NaN"), Malformed),
        ("payload with Infinity", with(",\"x\":Infinity"), Malformed),
        ("payload with a hexadecimal number", with(",\"x\":0x10"), Malformed),
        ("payload with a leading zero", with(",\"x\":01"), Malformed),
        ("repeated sub", with(r#","sub":"user_2evil""#), Malformed),
        ("repeated sub, same value", with(r#","sub":"user_2abc""#), Malformed),
        ("repeated sub, escaped", with(r#","\u0073ub":"user_2evil""#), Malformed),
        ("repeated exp", with(",\"exp\":9999999999"), Malformed),
        ("repeated iss", with(&format!(",\"iss\":\"{ISSUER}\"")), Malformed),
        ("repeated unknown member", with(",\"x\":1,\"x\":1"), Malformed),
        ("repeated member in act", with(r#","act":{"sub":"user_2a","sub":"user_2b"}"#), Malformed),
        ("repeated member deep inside", with(r#","x":[{"y":{"z":1,"z":2}}]"#), Malformed),
        ("a thousand nested arrays", deep("[", "]", 1000), Malformed),
        ("a thousand nested objects", deep("{\"a\":", "}", 1000), Malformed),
        ("five thousand unclosed arrays", with_payload("[".repeat(5000).as_bytes()), Malformed),
        (
            "nested arrays in the header",
            header_with(&format!(",\"x\":{}{}", "[".repeat(500), "]".repeat(500))),
            Malformed,
        ),
        ("a number beyond every range", with(",\"x\":1e400"), Malformed),
        ("header is null", bytes_header(b"null"), Malformed),
        ("header is an array", bytes_header(format!("[{header_text}]").as_bytes()), Malformed),
        ("header is a string", bytes_header(b"\"RS256\""), Malformed),
        ("header is a number", bytes_header(b"256"), Malformed),
        ("header with a byte order mark", bytes_header(format!("\u{feff}{header_text}").as_bytes()), Malformed),
        (
            "header with invalid UTF-8",
            bytes_header(&[b"{\"x\":\"\xff\",", &header_text.as_bytes()[1..]].concat()),
            Malformed,
        ),
        ("repeated alg", header_with(r#","alg":"none""#), Malformed),
        ("repeated alg, same value", header_with(r#","alg":"RS256""#), Malformed),
        ("repeated kid", header_with(r#","kid":"ins_2other""#), Malformed),
        ("repeated alg, escaped", header_with(r#","\u0061lg":"none""#), Malformed),
    ]
}

fn headers() -> Vec<(&'static str, String, TokenFault)> {
    use TokenFault::{Header, NotASession, UnknownKey};
    let mut cases: Vec<_> = [
        ("alg none", json!("none")),
        ("alg None", json!("None")),
        ("alg NONE", json!("NONE")),
        ("alg nOnE", json!("nOnE")),
        ("alg HS256", json!("HS256")),
        ("alg HS384", json!("HS384")),
        ("alg ES256", json!("ES256")),
        ("alg EdDSA", json!("EdDSA")),
        ("alg RS256 in lower case", json!("rs256")),
        ("alg with a blank", json!("RS256 ")),
        ("alg with a NUL", json!("RS256\0")),
        ("alg empty", json!("")),
        ("alg number", json!(256)),
        ("alg array", json!(["RS256"])),
        ("alg object", json!({"RS256": true})),
        ("alg true", json!(true)),
        ("alg missing", Value::Null),
    ]
    .map(|(name, alg)| (name, with_header(json!({"alg": alg})), Header))
    .into();
    let alg = |alg: &str| changed(header(KID), json!({"alg": alg})).to_string();
    let payload = claims().to_string();
    let sign = |name: &str, encoding| OURS.sign_with(alg(name).as_bytes(), payload.as_bytes(), encoding);
    cases.extend([
        ("RS384 with a fitting signature", sign("RS384", &RSA_PKCS1_SHA384), Header),
        ("RS512 with a fitting signature", sign("RS512", &RSA_PKCS1_SHA512), Header),
        ("PS256 with a fitting signature", sign("PS256", &RSA_PSS_SHA256), Header),
        ("typ of another kind", with_header(json!({"typ": "JWE"})), Header),
        ("typ of a logout token", with_header(json!({"typ": "logout+jwt"})), Header),
        ("typ in small letters", with_header(json!({"typ": "jwt"})), Header),
        ("typ empty", with_header(json!({"typ": ""})), Header),
        ("typ number", with_header(json!({"typ": 1})), Header),
        ("typ array", with_header(json!({"typ": ["JWT"]})), Header),
        ("typ of an OAuth token", with_header(json!({"typ": "at+jwt"})), NotASession),
        ("typ of an OAuth token, capitals", with_header(json!({"typ": "AT+JWT"})), NotASession),
        ("typ of an OAuth token, long", with_header(json!({"typ": "application/at+jwt"})), NotASession),
        ("crit with an unknown extension", with_header(json!({"crit": ["x"], "x": 1})), Header),
        ("crit with a known member", with_header(json!({"crit": ["kid"]})), Header),
        ("crit for unencoded payloads", with_header(json!({"crit": ["b64"], "b64": false})), Header),
        ("crit empty", with_header(json!({"crit": []})), Header),
        ("crit text", with_header(json!({"crit": "exp"})), Header),
        ("kid missing", with_header(json!({"kid": null})), Header),
        ("kid array", with_header(json!({"kid": [KID]})), Header),
        ("kid number", with_header(json!({"kid": 7})), Header),
        ("kid object", with_header(json!({"kid": {"a": 1}})), Header),
        ("kid empty", with_header(json!({"kid": ""})), Header),
        ("kid of 10,000 characters", with_header(json!({"kid": "k".repeat(10_000)})), Header),
        ("kid unknown", with_header(json!({"kid": "ins_2nobody"})), UnknownKey),
        ("kid in other letters", with_header(json!({"kid": KID.to_uppercase()})), UnknownKey),
        ("kid with a blank", with_header(json!({"kid": format!("{KID} ")})), UnknownKey),
        ("kid as a path", with_header(json!({"kid": "../../../../dev/null"})), UnknownKey),
        ("kid as SQL", with_header(json!({"kid": "' OR 1=1 --"})), UnknownKey),
        ("kid of a weak key in our set", with_header(json!({"kid": "ins_2weak"})), UnknownKey),
        ("kid of an encryption key in our set", with_header(json!({"kid": "ins_2enc"})), UnknownKey),
    ]);
    cases
}

fn signatures() -> Vec<(&'static str, String, TokenFault)> {
    use TokenFault::{Signature, UnknownKey};
    let [header_part, payload, signature] = parts(&good());
    let own_key = changed(header(KID), json!({"jwk": OTHER.jwk(KID), "jku": "https://evil.example.com/jwks.json"}));
    let hmac_by = |secret: &[u8], alg: &str| {
        let head = changed(header(KID), json!({"alg": alg})).to_string();
        let signed = format!("{}.{payload}", URL_SAFE_NO_PAD.encode(head));
        let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret), signed.as_bytes());
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(tag))
    };
    let swapped = URL_SAFE_NO_PAD.encode(changed(claims(), json!({"sub": "user_2evil"})).to_string());
    let raw = header(KID).to_string();
    let text = claims().to_string();
    vec![
        ("payload swapped", format!("{header_part}.{swapped}.{signature}"), Signature),
        (
            "signature of another token",
            format!("{header_part}.{payload}.{}", parts(&OURS.token(json!({"v": 1})))[2]),
            Signature,
        ),
        ("signature of zeros", format!("{header_part}.{payload}.{}", URL_SAFE_NO_PAD.encode([0; 256])), Signature),
        ("signature of ones", format!("{header_part}.{payload}.{}", URL_SAFE_NO_PAD.encode([0xff; 256])), Signature),
        ("signature of one byte", format!("{header_part}.{payload}.AA"), Signature),
        (
            "signature with a byte more",
            format!("{header_part}.{payload}.{}", {
                let mut bytes = URL_SAFE_NO_PAD.decode(&signature).unwrap();
                bytes.push(0);
                URL_SAFE_NO_PAD.encode(bytes)
            }),
            Signature,
        ),
        (
            "signature with a leading zero",
            format!("{header_part}.{payload}.{}", {
                let mut bytes = URL_SAFE_NO_PAD.decode(&signature).unwrap();
                bytes.insert(0, 0);
                URL_SAFE_NO_PAD.encode(bytes)
            }),
            Signature,
        ),
        (
            "RS512 signature under an RS256 header",
            OURS.sign_with(raw.as_bytes(), text.as_bytes(), &RSA_PKCS1_SHA512),
            Signature,
        ),
        (
            "PSS signature under an RS256 header",
            OURS.sign_with(raw.as_bytes(), text.as_bytes(), &RSA_PSS_SHA256),
            Signature,
        ),
        ("HMAC with our PEM, as HS256", hmac_by(OURS.pem().as_bytes(), "HS256"), TokenFault::Header),
        ("HMAC with our PEM, as RS256", hmac_by(OURS.pem().as_bytes(), "RS256"), Signature),
        (
            "HMAC with our modulus, as HS256",
            hmac_by(OURS.jwk(KID)["n"].as_str().unwrap().as_bytes(), "HS256"),
            TokenFault::Header,
        ),
        ("HMAC with nothing, as HS256", hmac_by(b"", "HS256"), TokenFault::Header),
        ("another instance's key under our kid", OTHER.sign(&header(KID), &claims()), Signature),
        ("another instance's key under its own kid", OTHER.token(json!({})), UnknownKey),
        ("another instance's key sent along", OTHER.sign(&own_key, &claims()), Signature),
        ("expired, and signed by nobody", OTHER.sign(&header(KID), &changed(claims(), json!({"exp": 1}))), Signature),
        (
            "no session, and signed by nobody",
            OTHER.sign(&header(KID), &changed(claims(), json!({"sid": null}))),
            Signature,
        ),
        (
            "pending, and signed by nobody",
            OTHER.sign(&header(KID), &changed(claims(), json!({"sts": "pending"}))),
            Signature,
        ),
        (
            "foreign party, and signed by nobody",
            OTHER.sign(&header(KID), &changed(claims(), json!({"azp": "null"}))),
            Signature,
        ),
    ]
}

pub(crate) fn table() -> Vec<Case> {
    [framing(), bodies(), headers(), signatures()]
        .into_iter()
        .flatten()
        .map(|(name, token, fault)| (name.to_owned(), token, fault))
        .chain(crate::hostile_claims::table())
        .collect()
}

#[test]
fn the_table_has_no_case_twice() {
    let table = table();
    let names: HashSet<_> = table.iter().map(|(name, ..)| name).collect();
    let tokens: HashSet<_> = table.iter().map(|(_, token, _)| token).collect();

    assert!(table.len() > 250, "{}", table.len());
    assert_eq!((names.len(), tokens.len()), (table.len(), table.len()));
}

#[tokio::test]
async fn every_hostile_token_is_refused_for_its_own_reason() {
    let weak = json!({"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "ins_2weak", "n": URL_SAFE_NO_PAD.encode([0xff; 128]), "e": "AQAB"});
    let mut encryption = OURS.jwk("ins_2enc");
    encryption["use"] = json!("enc");
    let server = Server::start(Reply::ok(key_set_of(&[weak, encryption, OURS.jwk(KID)]))).await;
    let verifier = fetching_verifier(settings(), &server.url, &clock());
    let warm = good();
    assert_eq!(fault(verify(&verifier, &warm).await), None);

    for (name, token, expected) in table() {
        assert_eq!(fault(verify(&verifier, &token).await), Some(expected), "{name}");
        // Also the second time, when a good token has been remembered, and without waiting.
        assert_eq!(fault_now(&verifier, &token), Some(expected), "{name}");
    }
    assert_eq!(fault_now(&verifier, &warm), None);
    assert_eq!(verifier.remembered_tokens(), 1);
}

#[test]
fn a_fixed_key_refuses_the_same_tokens() {
    let verifier = fixed_verifier(settings(), &clock());

    for (name, token, expected) in table() {
        // A PEM has no name, so any `kid` leads to it, and then only the signature counts.
        let kid_does_not_matter = expected == TokenFault::UnknownKey;
        let fault = fault_now(&verifier, &token);
        if kid_does_not_matter && name.starts_with("kid") {
            assert_eq!(fault, None, "{name}");
        } else {
            let expected = if kid_does_not_matter { TokenFault::Signature } else { expected };
            assert_eq!(fault, Some(expected), "{name}");
        }
    }
}
