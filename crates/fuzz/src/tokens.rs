//! Session tokens: signed by us around any bytes, and not signed at all.

use orientor_identity::{Credentials, VerifiedSession, VerifyError, VerifyToken as _};
use serde_json::Value;

use crate::instance::{ISSUER, NOW, PARTY, VERIFIER, sign};

/// Clocks may differ so much, in seconds.
const SKEW: u64 = 5;

/// The bytes up to the first line feed are the header, the others the claims; without a line feed they are a token.
pub(crate) fn run(data: &[u8]) {
    let Some(line) = data.iter().position(|byte| *byte == b'\n') else {
        assert!(verify(data).is_err(), "accepted without a signature of ours");
        return;
    };
    let (header, claims) = (&data[..line], &data[line + 1..]);
    if let Ok(session) = verify(sign(header, claims).as_bytes()) {
        is_sound(header, claims, &session);
    }
}

fn verify(token: &[u8]) -> Result<std::sync::Arc<VerifiedSession>, VerifyError> {
    let header = [b"Bearer ", token].concat();
    let credentials = Credentials { authorization: vec![&header], ..Credentials::default() };
    VERIFIER.verify_now(&credentials).expect("nothing has to be fetched")
}

/// What an accepted token must say, as another parser reads it.
fn is_sound(header: &[u8], claims: &[u8], session: &VerifiedSession) {
    let header: Value = serde_json::from_slice(header).expect("an accepted header is JSON");
    assert_eq!(header["alg"], "RS256");
    assert_eq!(header.get("crit"), None);

    let claims: Value = serde_json::from_slice(claims).expect("accepted claims are JSON");
    assert_eq!(claims["iss"], ISSUER);
    assert_eq!(claims["azp"], PARTY);
    assert_eq!(claims["sub"], session.subject.id.as_str());
    assert_eq!(claims["sid"], &*session.session_id);
    assert!(claims["exp"].as_f64().is_some_and(|end| end + as_f64(SKEW) >= as_f64(NOW)), "{}", claims["exp"]);
    assert!(claims["nbf"].as_f64().is_none_or(|start| start <= as_f64(NOW + SKEW)), "{}", claims["nbf"]);
    assert!(matches!(claims["sts"].as_str(), None | Some("active")), "{}", claims["sts"]);
}

#[expect(clippy::cast_precision_loss, reason = "seconds are below 2^53")]
fn as_f64(seconds: u64) -> f64 {
    seconds as f64
}
