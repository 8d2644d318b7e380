//! Cookie headers, with tokens that nobody has signed.

use orientor_identity::{Credentials, VerifyToken as _};

use crate::instance::{PARTY, VERIFIER};

/// Each line is a `Cookie` header.
pub(crate) fn run(data: &[u8]) {
    let cookies: Vec<&[u8]> = data.split(|byte| *byte == b'\n').collect();
    for is_write in [false, true] {
        let credentials = Credentials {
            cookies: cookies.clone(),
            origin: vec![PARTY.as_bytes()],
            is_write,
            ..Credentials::default()
        };
        let verified = VERIFIER.verify_now(&credentials).expect("nothing has to be fetched");
        assert!(verified.is_err(), "accepted without a signature of ours");
    }
}
