//! From the headers of a request to the one token in them.

mod cookies;

use orientor_identity::{Credentials, TokenFault, VerifyError};

pub(crate) use cookies::CookieRules;

use crate::token::MAX_TOKEN;

/// The token of a request, and how it travelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Presented<'c> {
    pub(crate) token: &'c [u8],
    /// Sent by the browser on its own, so a write needs proof of where it comes from.
    pub(crate) by_cookie: bool,
}

/// Finds the token. A header wins, also a bad one: falling back to a cookie
/// would let a page with a broken header act as somebody else. Without `cookies` none counts.
pub(crate) fn present<'c>(
    credentials: &Credentials<'c>,
    cookies: Option<&CookieRules>,
) -> Result<Presented<'c>, VerifyError> {
    let presented = match (credentials.authorization.as_slice(), cookies) {
        ([], None) => None,
        ([], Some(rules)) => rules.choose(&credentials.cookies)?.map(|token| Presented { token, by_cookie: true }),
        ([header], _) => Some(Presented { token: bearer(header)?, by_cookie: false }),
        _ => return Err(VerifyError::Refused(TokenFault::Malformed)),
    };
    let presented = presented.ok_or(VerifyError::Missing)?;
    if presented.token.len() > MAX_TOKEN {
        return Err(VerifyError::Refused(TokenFault::TooLarge));
    }
    Ok(presented)
}

/// `Bearer`, in any case, blanks, and one token (RFC 9110 section 11.4, RFC 6750 section 2.1).
fn bearer(header: &[u8]) -> Result<&[u8], VerifyError> {
    const SCHEME: &[u8] = b"Bearer";
    let malformed = || VerifyError::Refused(TokenFault::Malformed);

    let (scheme, rest) = header.split_at_checked(SCHEME.len()).ok_or_else(malformed)?;
    let blanks = rest.iter().take_while(|byte| **byte == b' ').count();
    let token = &rest[blanks..];
    // Whether it is one token is left to its reader, which takes base64url and dots only.
    if scheme.eq_ignore_ascii_case(SCHEME) && blanks > 0 && !token.is_empty() { Ok(token) } else { Err(malformed()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from_headers<'c>(authorization: &[&'c [u8]]) -> Result<&'c [u8], VerifyError> {
        let credentials = Credentials { authorization: authorization.to_vec(), ..Credentials::default() };
        present(&credentials, None).map(|presented| {
            assert!(!presented.by_cookie);
            presented.token
        })
    }

    #[test]
    fn one_bearer_header_with_one_token_is_accepted() {
        for header in ["Bearer a.b.c", "bearer a.b.c", "BEARER a.b.c", "bEaReR   a.b.c"] {
            assert_eq!(from_headers(&[header.as_bytes()]).unwrap(), b"a.b.c", "{header}");
        }
    }

    #[test]
    fn every_other_header_is_malformed() {
        for header in [
            "",
            " ",
            "a.b.c",
            "Bearer",
            "Bearer ",
            "Bearera.b.c",
            "Bearer\ta.b.c",
            " Bearer a.b.c",
            "Basic YTpi",
            "Token a.b.c",
            "Bearers a.b.c",
        ] {
            let error = from_headers(&[header.as_bytes()]).unwrap_err();
            assert!(matches!(error, VerifyError::Refused(TokenFault::Malformed)), "{header:?}: {error:?}");
        }
        let twice = from_headers(&[b"Bearer a.b.c", b"Bearer a.b.c"]).unwrap_err();
        assert!(matches!(twice, VerifyError::Refused(TokenFault::Malformed)), "{twice:?}");
    }

    #[test]
    fn a_token_beyond_the_limit_is_too_large() {
        let fits = format!("Bearer {}", "a".repeat(MAX_TOKEN));
        let too_large = format!("{fits}a");

        assert_eq!(from_headers(&[fits.as_bytes()]).unwrap().len(), MAX_TOKEN);
        let error = from_headers(&[too_large.as_bytes()]).unwrap_err();
        assert!(matches!(error, VerifyError::Refused(TokenFault::TooLarge)), "{error:?}");
    }

    #[test]
    fn nothing_presented_is_missing() {
        assert!(matches!(from_headers(&[]), Err(VerifyError::Missing)));
    }
}
