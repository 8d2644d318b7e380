//! The token's header, of which only one form is accepted.

use std::sync::Arc;

use arc_swap::ArcSwapOption;
use orientor_identity::TokenFault;

use super::{Object, Parts, Value};

/// Longest key id that is looked up. Clerk's have 31 characters.
const MAX_KID: usize = 128;

/// `cat` of session tokens.
const SESSION: &str = "cl_B7d4PD111AAA";
/// `cat` of instances that have switched the tag off.
const UNTAGGED: &str = "cl_I7d4PD111III";

/// What is left of a header that asks for nothing unusual: RS256, by a named key.
#[derive(Debug)]
pub(crate) struct Header {
    pub(crate) kid: Box<str>,
    /// Whether Clerk's class tag allows a session. Judged after the signature.
    pub(crate) may_be_session: bool,
}

impl Header {
    pub(crate) fn read(header: &Object<'_>) -> Result<Self, TokenFault> {
        match header.get("typ").map(Value::as_text) {
            None => {}
            Some(Some(typ)) if typ.eq_ignore_ascii_case("JWT") => {}
            Some(Some(typ)) if is_access_token(typ) => return Err(TokenFault::NotASession),
            Some(_) => return Err(TokenFault::Header),
        }
        let rs256 = header.get("alg").and_then(Value::as_text) == Some("RS256");
        let kid = header.get("kid").and_then(Value::as_text).filter(|kid| (1..=MAX_KID).contains(&kid.len()));
        let (true, false, Some(kid)) = (rs256, header.has("crit"), kid) else { return Err(TokenFault::Header) };
        let may_be_session = header.get("cat").is_none_or(|cat| matches!(cat.as_text(), Some(SESSION | UNTAGGED)));
        Ok(Self { kid: kid.into(), may_be_session })
    }
}

/// The header that was last found on a good token.
///
/// All tokens of one key have the same, byte for byte, and reading it is a pure function. So
/// it is read once, which spares a new token a tenth of what it costs beside its signature.
#[derive(Debug, Default)]
pub(crate) struct LastHeader(ArcSwapOption<Known>);

#[derive(Debug)]
struct Known {
    sent: Box<str>,
    header: Arc<Header>,
}

impl LastHeader {
    /// The header of a token, as [`Parts::header`] reads it.
    pub(crate) fn read(&self, parts: &Parts<'_>) -> Result<Arc<Header>, TokenFault> {
        match &*self.0.load() {
            Some(known) if *known.sent == *parts.header => Ok(Arc::clone(&known.header)),
            _ => parts.header().map(Arc::new),
        }
    }

    /// To be called once a token with this header has been found good: what strangers send displaces nothing.
    pub(crate) fn remember(&self, parts: &Parts<'_>, header: &Arc<Header>) {
        let is_known = self.0.load().as_ref().is_some_and(|known| Arc::ptr_eq(&known.header, header));
        if !is_known {
            self.0.store(Some(Arc::new(Known { sent: parts.header.into(), header: Arc::clone(header) })));
        }
    }
}

/// OAuth access tokens are signed by the same key and may name a real user.
fn is_access_token(typ: &str) -> bool {
    typ.eq_ignore_ascii_case("at+jwt") || typ.eq_ignore_ascii_case("application/at+jwt")
}

#[cfg(test)]
mod tests {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

    use super::*;

    fn token(header: &str) -> String {
        format!("{}.e30.AA", URL_SAFE_NO_PAD.encode(header))
    }

    #[test]
    fn a_remembered_header_answers_for_itself_only() {
        let last = LastHeader::default();
        let read = |token: &str| last.read(&Parts::split(token.as_bytes()).unwrap()).map(|header| header.kid.clone());
        let known = token(r#"{"alg":"RS256","kid":"a"}"#);
        let parts = Parts::split(known.as_bytes()).unwrap();

        last.remember(&parts, &last.read(&parts).unwrap());

        assert!(Arc::ptr_eq(&last.read(&parts).unwrap(), &last.read(&parts).unwrap()));
        assert_eq!(read(&known).as_deref(), Ok("a"));
        assert_eq!(read(&token(r#"{"alg":"RS256","kid":"b"}"#)).as_deref(), Ok("b"));
        assert_eq!(read(&token(r#"{"alg":"none","kid":"a"}"#)), Err(TokenFault::Header));
        assert_eq!(read(&format!("={known}")), Err(TokenFault::Malformed));
    }
}
