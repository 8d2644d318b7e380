//! The token's header, of which only one form is accepted.

use orientor_identity::TokenFault;

use super::{Object, Value};

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
            None | Some(Some("JWT")) => {}
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

/// OAuth access tokens are signed by the same key and may name a real user.
fn is_access_token(typ: &str) -> bool {
    typ.eq_ignore_ascii_case("at+jwt") || typ.eq_ignore_ascii_case("application/at+jwt")
}
