//! Reads a JWK set (RFC 7517), taking from it what can sign a session token.

use std::sync::Arc;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::Deserialize;
use serde_json::Value;

use super::{KeySetError, SigningKey};

/// Most keys that are kept. Instances have one, two during a rotation.
const MAX_KEYS: usize = 16;
const MAX_KID: usize = 128;

#[derive(Deserialize)]
struct Jwks {
    keys: Vec<Value>,
}

/// The usable keys of `body`, at most 16.
///
/// A key that is in `known` comes back as the same `Arc`. Entries that are of no
/// use here are skipped, whatever they look like. A set in which nothing can be
/// used, or nothing is, is a fault.
pub(super) fn read_keys(body: &[u8], known: &[Arc<SigningKey>]) -> Result<Vec<Arc<SigningKey>>, KeySetError> {
    let jwks: Jwks = serde_json::from_slice(body).map_err(KeySetError::NotAKeySet)?;
    let keys: Vec<_> = jwks
        .keys
        .iter()
        .filter_map(read_key)
        .take(MAX_KEYS)
        .map(|key| known.iter().find(|old| old.is_same(&key)).map_or_else(|| Arc::new(key), Arc::clone))
        .collect();
    if keys.is_empty() { Err(KeySetError::NoUsableKey) } else { Ok(keys) }
}

fn read_key(entry: &Value) -> Option<SigningKey> {
    let text = |name| entry.get(name).and_then(Value::as_str);
    let is_or_absent = |name, expected| entry.get(name).is_none_or(|value| value == expected);
    let number = |name| {
        let bytes = URL_SAFE_NO_PAD.decode(text(name)?).ok()?;
        let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
        Some(bytes[zeros..].to_vec())
    };

    let kid = text("kid").filter(|kid| (1..=MAX_KID).contains(&kid.len()))?;
    let fits = text("kty") == Some("RSA") && is_or_absent("use", "sig") && is_or_absent("alg", "RS256");
    if fits { SigningKey::new(Some(kid), &number("n")?, &number("e")?) } else { None }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// An entry with a modulus of `bytes` bytes, all of them set.
    fn entry(kid: &str, bytes: usize) -> Value {
        let n = URL_SAFE_NO_PAD.encode(vec![0xff; bytes]);
        json!({"kty": "RSA", "use": "sig", "alg": "RS256", "kid": kid, "n": n, "e": "AQAB"})
    }

    fn with(mut entry: Value, name: &str, value: Value) -> Value {
        entry[name] = value;
        entry
    }

    fn without(mut entry: Value, name: &str) -> Value {
        entry.as_object_mut().unwrap().remove(name);
        entry
    }

    fn read(keys: &[Value]) -> Result<Vec<Arc<SigningKey>>, KeySetError> {
        read_keys(json!({"keys": keys}).to_string().as_bytes(), &[])
    }

    #[test]
    fn entries_of_no_use_are_skipped() {
        let good = || entry("ins_1", 256);
        for junk in [
            json!(null),
            json!(7),
            json!("key"),
            json!([]),
            json!({}),
            json!({"kty": "EC", "crv": "P-256", "kid": "ins_1", "x": "AA", "y": "AA"}),
            json!({"kty": "oct", "kid": "ins_1", "k": "AA"}),
            with(good(), "use", json!("enc")),
            with(good(), "use", json!(null)),
            with(good(), "alg", json!("RS512")),
            with(good(), "alg", json!("PS256")),
            with(good(), "kty", json!("rsa")),
            with(good(), "kid", json!(["ins_1"])),
            with(good(), "kid", json!("")),
            with(good(), "kid", json!("k".repeat(129))),
            without(good(), "kid"),
            without(good(), "n"),
            without(good(), "e"),
            with(good(), "n", json!("AQAB")),
            with(good(), "n", json!("not base64!")),
            with(good(), "n", json!("")),
            with(good(), "n", json!(URL_SAFE_NO_PAD.encode([0xfe; 256]))),
            with(good(), "e", json!("AQ")),
            with(good(), "e", json!("AQAA")),
            with(good(), "e", json!("")),
            with(good(), "e", json!("AQAAAAAAAAAB")),
            entry("ins_1", 128),
            entry("ins_1", 255),
            entry("ins_1", 1025),
        ] {
            assert!(matches!(read(std::slice::from_ref(&junk)), Err(KeySetError::NoUsableKey)), "{junk}");

            let keys = read(&[junk.clone(), entry("ins_2", 256)]).unwrap();
            assert_eq!(keys.len(), 1, "{junk}");
            assert!(keys[0].is_named("ins_2") && !keys[0].is_named("ins_1"));
        }
    }

    #[test]
    fn use_and_alg_may_be_absent_and_leading_zeros_do_no_harm() {
        let zeros = URL_SAFE_NO_PAD.encode([&[0, 0][..], &[0xff; 256]].concat());
        for entry in [
            without(entry("ins_1", 256), "use"),
            without(entry("ins_1", 256), "alg"),
            with(entry("ins_1", 256), "n", json!(zeros)),
            with(entry("ins_1", 256), "x5c", json!(["AA"])),
            entry("ins_1", 1024),
        ] {
            assert_eq!(read(std::slice::from_ref(&entry)).unwrap().len(), 1, "{entry}");
        }
    }

    #[test]
    fn the_number_of_keys_is_limited() {
        let entries: Vec<_> = (0..100).map(|n| entry(&format!("ins_{n}"), 256)).collect();
        assert_eq!(read(&entries).unwrap().len(), MAX_KEYS);
    }

    #[test]
    fn an_empty_set_is_no_answer_and_neither_are_other_shapes() {
        assert!(matches!(read(&[]), Err(KeySetError::NoUsableKey)));
        for body in ["", "null", "{}", "[]", "{\"keys\":{}}", "{\"keys\":null}", "<!doctype html>", "{\"keys\":[}"] {
            assert!(matches!(read_keys(body.as_bytes(), &[]), Err(KeySetError::NotAKeySet(_))), "{body}");
        }
    }

    #[test]
    fn a_key_that_stays_is_the_same_key() {
        let before = read(&[entry("ins_1", 256), entry("ins_2", 256)]).unwrap();
        let body = json!({"keys": [entry("ins_2", 256), entry("ins_1", 384)]}).to_string();
        let after = read_keys(body.as_bytes(), &before).unwrap();

        assert!(Arc::ptr_eq(&after[0], &before[1]));
        assert!(!Arc::ptr_eq(&after[1], &before[0]));
    }

    proptest! {
        #[test]
        fn nothing_panics(body in prop::collection::vec(any::<u8>(), 0..300), n in "\\PC*", e in "\\PC*") {
            let _ = read_keys(&body, &[]).is_ok();
            let _ = read(&[json!({"kty": "RSA", "kid": "k", "n": n, "e": e})]).is_ok();
        }
    }
}
