//! What holds for every token, not only for those that somebody thought of.

use orientor_identity::{Credentials, VerifyToken};
use proptest::prelude::*;
use serde_json::json;

use crate::instance::{KID, OURS, clock, fault_now, fixed_verifier, header, settings, verify_now};

#[test]
fn no_changed_byte_goes_unnoticed() {
    let verifier = fixed_verifier(settings(), &clock());
    let token = OURS.token(json!({}));
    assert_eq!(fault_now(&verifier, &token), None);

    for at in 0..token.len() {
        for replacement in [b'A', b'B', b'-', b'.', b'='] {
            let mut bytes = token.clone().into_bytes();
            if bytes[at] != replacement {
                bytes[at] = replacement;
                let changed = String::from_utf8(bytes).unwrap();
                assert!(fault_now(&verifier, &changed).is_some(), "byte {at} as {}", char::from(replacement));
            }
        }
    }
}

proptest! {
    #[test]
    fn no_byte_can_be_changed_dropped_or_added(at in any::<prop::sample::Index>(), byte in 0x21u8..0x7f, how in 0..3) {
        let verifier = fixed_verifier(settings(), &clock());
        let token = OURS.token(json!({}));
        let at = at.index(token.len());
        let mut bytes = token.clone().into_bytes();
        match how {
            0 => bytes[at] = byte,
            1 => { bytes.remove(at); }
            _ => bytes.insert(at, byte),
        }
        let changed = String::from_utf8(bytes).unwrap();
        prop_assume!(changed != token);

        prop_assert!(fault_now(&verifier, &changed).is_some());
    }

    #[test]
    fn no_credentials_panic(
        authorization in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..300), 0..3),
        cookie in "(__session=)?[ -~]{0,200}",
        origin in prop::collection::vec("[ -~]{0,40}", 0..3),
        is_write in any::<bool>(),
    ) {
        let verifier = fixed_verifier(settings(), &clock());
        let credentials = Credentials {
            authorization: authorization.iter().map(Vec::as_slice).collect(),
            cookies: vec![cookie.as_bytes()],
            origin: origin.iter().map(String::as_bytes).collect(),
            is_write,
        };
        prop_assert!(verifier.verify_now(&credentials).unwrap().is_err());
    }

    #[test]
    fn no_signed_json_panics(payload in "[\\[\\]{}\":,0-9a-zE.+ -]{0,80}") {
        let verifier = fixed_verifier(settings(), &clock());
        let outcome = verify_now(&verifier, &OURS.sign_bytes(header(KID).to_string().as_bytes(), format!("{payload} ").as_bytes()));
        prop_assert!(outcome.unwrap().is_err());
    }
}
