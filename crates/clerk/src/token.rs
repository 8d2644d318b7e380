//! Session tokens: a strict reader of our own.
//!
//! It takes a token apart without trusting it. What the parts say is judged in
//! [`claims`], and only once the signature has been found good.

mod claims;
mod header;
mod json;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use orientor_identity::TokenFault;

pub(crate) use claims::{Window, judge};
pub(crate) use header::{Header, LastHeader};
pub(crate) use json::{Object, Value};

/// Longest token that is looked at. Cookies end at 4 kB, so this is generous.
pub(crate) const MAX_TOKEN: usize = 16 * 1024;

/// Beginnings of Clerk's opaque credentials, none of which is a session.
const OPAQUE: [&str; 5] = ["ak_", "oat_", "mt_", "m2m_", "dvb_"];

/// The three parts of a token, not yet read.
#[derive(Debug)]
pub(crate) struct Parts<'t> {
    /// What the signature covers: the first two parts as they were sent.
    pub(crate) signed: &'t [u8],
    /// As it was sent: as a rule it is known already, and need not be decoded.
    header: &'t str,
    /// Payload and signature in one piece, which saves an allocation a token.
    decoded: Vec<u8>,
    payload_end: usize,
}

impl<'t> Parts<'t> {
    /// Splits a token into three parts, of which payload and signature must be base64url
    /// without padding, in the one canonical spelling. So must the header when it is read.
    pub(crate) fn split(token: &'t [u8]) -> Result<Self, TokenFault> {
        if token.len() > MAX_TOKEN {
            return Err(TokenFault::TooLarge);
        }
        let text = std::str::from_utf8(token).map_err(|_| TokenFault::Malformed)?;
        let mut parts = text.split('.');
        let (Some(header), Some(payload), Some(signature), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            let opaque = OPAQUE.iter().any(|prefix| text.starts_with(prefix));
            return Err(if opaque { TokenFault::NotASession } else { TokenFault::Malformed });
        };
        let mut decoded = Vec::with_capacity(token.len());
        decode(payload, &mut decoded)?;
        let payload_end = decoded.len();
        decode(signature, &mut decoded)?;
        let signed = &token[..=header.len() + payload.len()];
        Ok(Self { signed, header, decoded, payload_end })
    }

    pub(crate) fn signature(&self) -> &[u8] {
        &self.decoded[self.payload_end..]
    }

    pub(crate) fn header(&self) -> Result<Header, TokenFault> {
        let mut decoded = Vec::with_capacity(self.header.len());
        decode(self.header, &mut decoded)?;
        Header::read(&read_object(&decoded)?)
    }

    /// The claims, which nobody may believe yet.
    pub(crate) fn claims(&self) -> Result<Object<'_>, TokenFault> {
        read_object(&self.decoded[..self.payload_end])
    }
}

/// Appends what `part`, which must not be empty, says in base64url.
fn decode(part: &str, decoded: &mut Vec<u8>) -> Result<(), TokenFault> {
    match URL_SAFE_NO_PAD.decode_vec(part, decoded) {
        Ok(()) if !part.is_empty() => Ok(()),
        _ => Err(TokenFault::Malformed),
    }
}

fn read_object(bytes: &[u8]) -> Result<Object<'_>, TokenFault> {
    std::str::from_utf8(bytes).ok().and_then(Object::parse).ok_or(TokenFault::Malformed)
}

/// Issuer and time of issue as an unverified token states them, to choose between two cookies.
#[derive(Debug, Default)]
pub(crate) struct Peek {
    pub(crate) issuer: Option<String>,
    pub(crate) issued_at: Option<u64>,
}

impl Peek {
    pub(crate) fn at(token: &[u8]) -> Self {
        let Ok(parts) = Parts::split(token) else { return Self::default() };
        if decode(parts.header, &mut Vec::new()).is_err() {
            return Self::default();
        }
        let Ok(claims) = parts.claims() else { return Self::default() };
        Self {
            issuer: claims.get("iss").and_then(Value::as_text).map(str::to_owned),
            issued_at: claims.get("iat").and_then(Value::as_integer),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_token_beyond_the_limit_is_not_looked_at() {
        let token = |length: usize| format!("AA.AA.{}", "A".repeat(length - 6));
        assert!(Parts::split(token(MAX_TOKEN).as_bytes()).is_ok());
        assert_eq!(Parts::split(token(MAX_TOKEN + 1).as_bytes()).unwrap_err(), TokenFault::TooLarge);
    }

    proptest! {
        #[test]
        fn no_input_panics(token in prop::collection::vec(any::<u8>(), 0..2_000)) {
            let _ = Peek::at(&token);
        }

        #[test]
        fn no_json_panics(header in ".*", payload in "\\PC*|[\\[\\]{}\":,0-9eE.+-]*", signature in prop::collection::vec(any::<u8>(), 1..300)) {
            let token = [header.as_bytes(), payload.as_bytes(), &signature].map(|part| URL_SAFE_NO_PAD.encode(part)).join(".");
            if let Ok(parts) = Parts::split(token.as_bytes()) {
                let _ = (parts.header().is_ok(), parts.claims().is_ok());
                prop_assert_eq!(parts.signature(), signature);
            }
        }

        #[test]
        fn a_token_has_one_spelling_only(payload in prop::collection::vec(any::<u8>(), 1..100)) {
            // Anything that decodes encodes to itself, so no two texts carry the same bytes.
            let text = URL_SAFE_NO_PAD.encode(&payload);
            let token = format!("AA.AA.{text}");
            let parts = Parts::split(token.as_bytes()).unwrap();
            prop_assert_eq!(parts.signature(), payload.as_slice());
            let last = token.len() - 1;
            for other in (0x20..0x7f).filter(|byte| *byte != token.as_bytes()[last]) {
                let mut changed = token.clone().into_bytes();
                changed[last] = other;
                let same = Parts::split(&changed).is_ok_and(|parts| parts.signature() == payload);
                prop_assert!(!same, "{}", char::from(other));
            }
            let padded = format!("{token}=");
            prop_assert!(Parts::split(padded.as_bytes()).is_err());
        }
    }
}
