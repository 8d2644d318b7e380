//! The Svix scheme: HMAC-SHA256 over `<id>.<timestamp>.<body>`.

use std::{fmt, str::FromStr, time::Duration};

use aws_lc_rs::{constant_time::verify_slices_are_equal, hmac};
use base64::{
    Engine as _, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig, general_purpose::STANDARD},
};
use orientor_identity::MessageId;

/// How far the clock of the sender may be off, either way, limits included.
const TOLERANCE_SECONDS: u64 = 300;
/// Signatures in one header that are looked at. Svix sends eleven at most, one for each secret in rotation.
const MAX_SIGNATURES: usize = 32;
/// What a secret begins with, as a rule.
const PREFIX: &str = "whsec_";
/// The version of a symmetric signature.
const VERSION: &str = "v1,";

/// Base64 of secrets: people lose the padding when they copy.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The secrets that deliveries may be signed with: one, or the old and the new one during a rotation.
///
/// Written `whsec_…`, several with commas between them. `Debug` shows none of it.
#[derive(Clone)]
pub struct WebhookSecrets(Vec<hmac::Key>);

/// The text is no signing secret. It does not repeat the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a signing secret: expected `whsec_` and base64 of 16 to 96 bytes, several with commas in between")]
pub struct InvalidWebhookSecret;

impl FromStr for WebhookSecrets {
    type Err = InvalidWebhookSecret;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let secret = |text: &str| {
            let text = text.trim();
            let bytes = LENIENT.decode(text.strip_prefix(PREFIX).unwrap_or(text)).map_err(|_| InvalidWebhookSecret)?;
            if (16..=96).contains(&bytes.len()) {
                Ok(hmac::Key::new(hmac::HMAC_SHA256, &bytes))
            } else {
                Err(InvalidWebhookSecret)
            }
        };
        text.split(',').map(secret).collect::<Result<_, _>>().map(Self)
    }
}

impl fmt::Debug for WebhookSecrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WebhookSecrets({})", self.0.len())
    }
}

/// The three headers of a delivery, every line of each.
#[derive(Clone, Debug)]
pub struct SignedHeaders<'a> {
    id: Vec<&'a [u8]>,
    timestamp: Vec<&'a [u8]>,
    signature: Vec<&'a [u8]>,
}

impl<'a> SignedHeaders<'a> {
    /// Takes the headers that begin with `svix-`, or, where there is none of them, those with `webhook-`, which are
    /// the same under the names of the standard.
    ///
    /// * `lines`, the values of all lines of a header, in order.
    pub fn of(lines: impl Fn(&'static str) -> Vec<&'a [u8]>) -> Self {
        let svix =
            Self { id: lines("svix-id"), timestamp: lines("svix-timestamp"), signature: lines("svix-signature") };
        if !(svix.id.is_empty() && svix.timestamp.is_empty() && svix.signature.is_empty()) {
            return svix;
        }
        Self { id: lines("webhook-id"), timestamp: lines("webhook-timestamp"), signature: lines("webhook-signature") }
    }
}

/// What is wrong with a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureFault {
    /// One of the three headers is not there.
    #[error("one of the headers svix-id, svix-timestamp and svix-signature is missing")]
    Missing,
    /// Two lines of one header: readers disagree on which counts.
    #[error("one of its headers is repeated")]
    Repeated,
    /// The id is no id.
    #[error("its id is malformed")]
    Id,
    /// The timestamp is not a plain decimal.
    #[error("its timestamp is malformed")]
    Timestamp,
    /// Signed more than five minutes ago, or in the future.
    #[error("its timestamp is more than five minutes from now")]
    Time,
    /// No signature in it is one of ours.
    #[error("no signature fits")]
    Mismatch,
}

impl WebhookSecrets {
    /// The id of the message, if one of the secrets has signed it with this body within the last five minutes.
    pub(super) fn verify(
        &self,
        headers: &SignedHeaders<'_>,
        body: &[u8],
        now: Duration,
    ) -> Result<MessageId, SignatureFault> {
        let id = only(&headers.id)?;
        let timestamp = only(&headers.timestamp)?;
        let signatures = only(&headers.signature)?;
        let message: MessageId = id.parse().map_err(|_| SignatureFault::Id)?;
        if !((1..=12).contains(&timestamp.len()) && timestamp.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err(SignatureFault::Timestamp);
        }
        let seconds: u64 = timestamp.parse().map_err(|_| SignatureFault::Timestamp)?;
        if seconds.abs_diff(now.as_secs()) > TOLERANCE_SECONDS {
            return Err(SignatureFault::Time);
        }
        let tags: Vec<hmac::Tag> = self.0.iter().map(|key| sign(key, id, timestamp, body)).collect();
        let presented = signatures.split(' ').filter_map(|item| STANDARD.decode(item.strip_prefix(VERSION)?).ok());
        let fits = presented
            .take(MAX_SIGNATURES)
            .any(|one| tags.iter().any(|tag| verify_slices_are_equal(tag.as_ref(), &one).is_ok()));
        if fits { Ok(message) } else { Err(SignatureFault::Mismatch) }
    }
}

fn sign(key: &hmac::Key, id: &str, timestamp: &str, body: &[u8]) -> hmac::Tag {
    let mut context = hmac::Context::with_key(key);
    for part in [id.as_bytes(), b".", timestamp.as_bytes(), b".", body] {
        context.update(part);
    }
    context.sign()
}

/// The one line of a header. What is not ASCII fits nowhere below.
fn only<'a>(lines: &[&'a [u8]]) -> Result<&'a str, SignatureFault> {
    match lines {
        [] => Err(SignatureFault::Missing),
        [line] => std::str::from_utf8(line).map_err(|_| SignatureFault::Mismatch),
        _ => Err(SignatureFault::Repeated),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const NOW: u64 = 1_800_000_000;
    const BODY: &[u8] = b"{\"type\":\"user.created\"}";

    fn signed(secret: &str, id: &str, timestamp: &str, body: &[u8]) -> String {
        let secrets: WebhookSecrets = secret.parse().unwrap();
        format!("v1,{}", STANDARD.encode(sign(&secrets.0[0], id, timestamp, body)))
    }

    fn verify(secrets: &str, id: &str, timestamp: &str, signature: &str, body: &[u8]) -> Result<(), SignatureFault> {
        let headers = SignedHeaders::of(|name| match name {
            "svix-id" => vec![id.as_bytes()],
            "svix-timestamp" => vec![timestamp.as_bytes()],
            "svix-signature" => vec![signature.as_bytes()],
            _ => vec![],
        });
        let secrets: WebhookSecrets = secrets.parse().unwrap();
        secrets.verify(&headers, body, Duration::from_secs(NOW)).map(drop)
    }

    #[test]
    fn the_example_of_svix_verifies() {
        let headers = SignedHeaders::of(|name| match name {
            "webhook-id" => vec![b"msg_p5jXN8AQM9LWM0D4loKWxJek"],
            "webhook-timestamp" => vec![b"1614265330"],
            "webhook-signature" => vec![b"v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="],
            _ => vec![],
        });
        let secrets: WebhookSecrets = SECRET.parse().unwrap();

        let verified = secrets.verify(&headers, b"{\"test\": 2432232314}", Duration::from_secs(1_614_265_330));

        assert_eq!(verified.unwrap().as_str(), "msg_p5jXN8AQM9LWM0D4loKWxJek");
    }

    #[test]
    fn the_clock_may_be_off_by_five_minutes_either_way() {
        for (seconds, expected) in [
            (NOW - 301, Err(SignatureFault::Time)),
            (NOW - 300, Ok(())),
            (NOW, Ok(())),
            (NOW + 300, Ok(())),
            (NOW + 301, Err(SignatureFault::Time)),
        ] {
            let at = seconds.to_string();
            let verified = verify(SECRET, "msg_1", &at, &signed(SECRET, "msg_1", &at, BODY), BODY);
            assert_eq!(verified, expected, "{seconds}");
        }
    }

    #[test]
    fn a_timestamp_is_a_plain_decimal() {
        for at in
            ["", "1800000000abc", "1800000000.9", "+1800000000", "-1", " 1800000000", "0x6b49d200", "1800000000000"]
        {
            let verified = verify(SECRET, "msg_1", at, &signed(SECRET, "msg_1", at, BODY), BODY);
            assert_eq!(verified, Err(SignatureFault::Timestamp), "{at:?}");
        }
        // Zeros before it are part of what was signed.
        let at = "001800000000";
        assert_eq!(verify(SECRET, "msg_1", at, &signed(SECRET, "msg_1", at, BODY), BODY), Ok(()));
    }

    #[test]
    fn one_good_signature_among_others_is_enough() {
        let at = NOW.to_string();
        let good = signed(SECRET, "msg_1", &at, BODY);
        let other = signed("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "msg_1", &at, BODY);
        for list in [format!("{other} {good}"), format!("v1a,{} {good}", &good[3..]), format!("v1, {good} v2,x")] {
            assert_eq!(verify(SECRET, "msg_1", &at, &list, BODY), Ok(()), "{list}");
        }
        let bare = &good[3..];
        let unpadded = good.trim_end_matches('=');
        for list in [&other, "", "v1,", bare, unpadded, &format!("v2{}", &good[2..]), &format!("V1{}", &good[2..])] {
            assert_eq!(verify(SECRET, "msg_1", &at, list, BODY), Err(SignatureFault::Mismatch), "{list}");
        }
    }

    #[test]
    fn both_secrets_of_a_rotation_sign() {
        let at = NOW.to_string();
        let (old, new) = ("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", SECRET.trim_start_matches("whsec_"));
        let both = format!("{old}, {new}");
        for secret in [old, new] {
            assert_eq!(verify(&both, "msg_1", &at, &signed(secret, "msg_1", &at, BODY), BODY), Ok(()));
        }
        let third = signed("whsec_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB", "msg_1", &at, BODY);
        assert_eq!(verify(&both, "msg_1", &at, &third, BODY), Err(SignatureFault::Mismatch));
    }

    #[test]
    fn every_byte_counts() {
        let at = NOW.to_string();
        let good = signed(SECRET, "msg_1", &at, BODY);
        let later = (NOW + 1).to_string();
        assert_eq!(verify(SECRET, "msg_2", &at, &good, BODY), Err(SignatureFault::Mismatch));
        assert_eq!(verify(SECRET, "msg_1", &later, &good, BODY), Err(SignatureFault::Mismatch));
        for place in 0..BODY.len() {
            let mut body = BODY.to_vec();
            body[place] ^= 1;
            assert_eq!(verify(SECRET, "msg_1", &at, &good, &body), Err(SignatureFault::Mismatch), "{place}");
        }
        let mut marked = vec![0xef, 0xbb, 0xbf];
        marked.extend(BODY);
        assert_eq!(verify(SECRET, "msg_1", &at, &good, &marked), Err(SignatureFault::Mismatch));
    }

    #[test]
    fn secrets_have_a_shape_and_do_not_show() {
        let secrets: WebhookSecrets = SECRET.parse().unwrap();
        assert_eq!(format!("{secrets:?}"), "WebhookSecrets(1)");
        for text in
            ["", "whsec_", "whsec_c2hvcnQ=", "whsec_!", "sk_test_x", &format!("{SECRET},"), &format!("x,{SECRET}")]
        {
            assert!(text.parse::<WebhookSecrets>().is_err(), "{text:?}");
        }
    }
}
