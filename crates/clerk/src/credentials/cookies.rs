//! Which of an instance's cookies holds the session.
//!
//! Newer front ends set `__session` and `__session_<suffix>` side by side, and
//! several applications under one domain overwrite each other's plain one.

use std::cmp::Ordering;

use orientor_identity::{Issuer, TokenFault, VerifyError};

use crate::{keys::PublishableKey, token::Peek};

const SESSION: &str = "__session";
/// Unix seconds of the last change of the sign-in state; `0` is signed out.
const CLIENT_UAT: &str = "__client_uat";

/// How to choose between plain and suffixed cookies.
#[derive(Debug)]
pub(crate) struct CookieRules {
    issuers: Vec<Issuer>,
    /// The suffixed names; `None` without a publishable key, when only plain cookies count.
    suffixed: Option<SuffixedNames>,
}

#[derive(Debug)]
struct SuffixedNames {
    session: Box<[u8]>,
    client_uat: Box<[u8]>,
}

impl CookieRules {
    pub(crate) fn new(issuers: Vec<Issuer>, publishable_key: Option<&PublishableKey>) -> Self {
        let suffixed = publishable_key.map(|key| {
            let named = |name: &str| format!("{name}_{}", key.cookie_suffix()).into_bytes().into();
            SuffixedNames { session: named(SESSION), client_uat: named(CLIENT_UAT) }
        });
        Self { issuers, suffixed }
    }

    /// The session token among `headers`, if there is one.
    ///
    /// With one of the two cookies, that one. With both, in this order:
    ///
    /// 1. plain, if its token does not say who issued it (it is then refused later);
    /// 2. suffixed, if another instance issued the plain one;
    /// 3. plain, if there is no suffixed `__client_uat`;
    /// 4. the one issued later;
    /// 5. the one with the later `__client_uat`;
    /// 6. suffixed.
    ///
    /// Cookies of other instances are ignored. One name twice is refused: which
    /// of the two a browser means depends on paths that we do not see.
    pub(crate) fn choose<'c>(&self, headers: &[&'c [u8]]) -> Result<Option<&'c [u8]>, VerifyError> {
        let plain = find(headers, SESSION.as_bytes())?;
        let Some(names) = &self.suffixed else { return Ok(plain) };
        let suffixed = find(headers, &names.session)?;
        let (Some(plain), Some(suffixed)) = (plain, suffixed) else { return Ok(plain.or(suffixed)) };

        let plain_uat = client_uat(find(headers, CLIENT_UAT.as_bytes())?);
        let suffixed_uat = client_uat(find(headers, &names.client_uat)?);
        let peek = Peek::at(plain);
        let take_plain = match &peek.issuer {
            None => true,
            Some(issuer) if !self.issuers.iter().any(|ours| ours.as_str() == issuer) => false,
            Some(_) if suffixed_uat.is_none() => true,
            Some(_) => {
                let by_issue = peek.issued_at.cmp(&Peek::at(suffixed).issued_at);
                by_issue.then(plain_uat.cmp(&suffixed_uat)) == Ordering::Greater
            }
        };
        Ok(Some(if take_plain { plain } else { suffixed }))
    }
}

/// The value of the cookie called `name`; an empty one is as good as none.
fn find<'c>(headers: &[&'c [u8]], name: &[u8]) -> Result<Option<&'c [u8]>, VerifyError> {
    let mut values = headers.iter().flat_map(|header| header.split(|byte| *byte == b';')).filter_map(|pair| {
        let pair = pair.trim_ascii();
        let equals = pair.iter().position(|byte| *byte == b'=')?;
        (&pair[..equals] == name).then_some(&pair[equals + 1..])
    });
    match (values.next(), values.next()) {
        (value, None) => Ok(value.filter(|value| !value.is_empty())),
        _ => Err(VerifyError::Refused(TokenFault::Malformed)),
    }
}

fn client_uat(value: Option<&[u8]>) -> Option<u64> {
    std::str::from_utf8(value?).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    use proptest::prelude::*;

    use super::*;

    const OURS: &str = "https://example.accounts.dev";
    const FOREIGN: &str = "https://other.accounts.dev";

    fn key() -> PublishableKey {
        format!("pk_test_{}", base64::engine::general_purpose::STANDARD.encode("example.accounts.dev$"))
            .parse()
            .unwrap()
    }

    fn rules() -> CookieRules {
        CookieRules::new(vec![OURS.parse().unwrap()], Some(&key()))
    }

    fn token(issuer: Option<&str>, issued_at: u64) -> String {
        let payload = serde_json::json!({"iss": issuer, "iat": issued_at}).to_string();
        ["{}", &payload, "signature"].map(|part| URL_SAFE_NO_PAD.encode(part)).join(".")
    }

    #[derive(Default)]
    struct Jar {
        plain: Option<String>,
        suffixed: Option<String>,
        plain_uat: Option<&'static str>,
        suffixed_uat: Option<&'static str>,
    }

    impl Jar {
        fn chosen(&self) -> Option<&'static str> {
            let suffix = key().cookie_suffix().to_owned();
            let cookies = [
                ("__session".to_owned(), self.plain.as_deref()),
                (format!("__session_{suffix}"), self.suffixed.as_deref()),
                ("__client_uat".to_owned(), self.plain_uat),
                (format!("__client_uat_{suffix}"), self.suffixed_uat),
            ];
            let header: Vec<_> =
                cookies.iter().filter_map(|(name, value)| value.map(|value| format!("{name}={value}"))).collect();
            let header = header.join("; ");
            let chosen = rules().choose(&[header.as_bytes()]).unwrap()?;
            if Some(chosen) == self.plain.as_deref().map(str::as_bytes) { Some("plain") } else { Some("suffixed") }
        }
    }

    #[test]
    fn the_documented_order_decides_between_the_two() {
        let ours = |issued_at| Some(token(Some(OURS), issued_at));
        let foreign = |issued_at| Some(token(Some(FOREIGN), issued_at));
        let nameless = |issued_at| Some(token(None, issued_at));
        let damaged = || Some("damaged".to_owned());
        let cases = [
            ("none", (None, None, Some("5"), Some("5")), None),
            ("plain alone", (ours(10), None, None, None), Some("plain")),
            ("plain alone beside a suffixed time", (ours(10), None, None, Some("9")), Some("plain")),
            ("suffixed alone", (None, ours(10), None, Some("9")), Some("suffixed")),
            ("suffixed alone without its time", (None, ours(10), None, None), Some("suffixed")),
            ("empty plain", (Some(String::new()), ours(10), None, None), Some("suffixed")),
            ("empty suffixed", (ours(10), Some(String::new()), None, Some("9")), Some("plain")),
            ("plain without issuer", (nameless(10), ours(20), Some("1"), Some("9")), Some("plain")),
            ("damaged plain", (damaged(), ours(20), Some("1"), Some("9")), Some("plain")),
            ("foreign plain", (foreign(30), ours(20), Some("30"), Some("9")), Some("suffixed")),
            ("foreign plain, no time", (foreign(30), ours(20), None, None), Some("suffixed")),
            ("no suffixed time", (ours(10), ours(20), Some("1"), None), Some("plain")),
            ("unreadable suffixed time", (ours(10), ours(20), Some("1"), Some("x")), Some("plain")),
            ("suffixed is newer", (ours(10), ours(20), Some("30"), Some("9")), Some("suffixed")),
            ("plain is newer", (ours(30), ours(20), Some("1"), Some("9")), Some("plain")),
            ("as old, plain changed later", (ours(20), ours(20), Some("10"), Some("9")), Some("plain")),
            ("as old, suffixed changed later", (ours(20), ours(20), Some("8"), Some("9")), Some("suffixed")),
            ("as old, suffixed signed out", (ours(20), ours(20), Some("8"), Some("0")), Some("plain")),
            ("as old, plain signed out", (ours(20), ours(20), Some("0"), Some("9")), Some("suffixed")),
            ("all equal", (ours(20), ours(20), Some("9"), Some("9")), Some("suffixed")),
            ("damaged suffixed", (ours(20), damaged(), Some("9"), Some("9")), Some("plain")),
        ];
        for (name, (plain, suffixed, plain_uat, suffixed_uat), expected) in cases {
            // Equal tokens would make the two indistinguishable.
            let suffixed = suffixed.map(|token| if token.contains('.') { format!("{token}AAAA") } else { token });
            let jar = Jar { plain, suffixed, plain_uat, suffixed_uat };
            assert_eq!(jar.chosen(), expected, "{name}");
        }
    }

    #[test]
    fn cookies_of_other_instances_and_similar_names_are_ignored() {
        for header in [
            "__session_AAAAAAAA=a.b.c",
            "__sessions=a.b.c",
            "__Session=a.b.c",
            "__session",
            "x=__session=a.b.c",
            "__client=a.b.c; __refresh=a.b.c",
            "",
            ";;;=",
        ] {
            assert_eq!(rules().choose(&[header.as_bytes()]).unwrap(), None, "{header}");
        }
        let bare = CookieRules::new(vec![OURS.parse().unwrap()], None);
        let suffixed = format!("__session_{}=a.b.c", key().cookie_suffix());
        assert_eq!(bare.choose(&[suffixed.as_bytes()]).unwrap(), None);
    }

    #[test]
    fn a_name_that_comes_twice_is_refused() {
        let suffix = key().cookie_suffix().to_owned();
        let uat = format!("__session=a; __session_{suffix}=b; __client_uat=1; __client_uat=2");
        for headers in [
            vec!["__session=a; __session=a"],
            vec!["__session=a", "__session=b"],
            vec!["__session=; __session=b"],
            vec![uat.as_str()],
        ] {
            let headers: Vec<_> = headers.iter().map(|header| header.as_bytes()).collect();
            let error = rules().choose(&headers).unwrap_err();
            assert!(matches!(error, VerifyError::Refused(TokenFault::Malformed)), "{error:?}");
        }
        let twice = format!("__session_{suffix}=a; __session_{suffix}=b");
        rules().choose(&[twice.as_bytes()]).unwrap_err();
    }

    #[test]
    fn a_cookie_is_found_in_any_header_and_between_any_blanks() {
        for headers in [
            vec!["__session=t"],
            vec!["a=b;__session=t;c=d"],
            vec![" a=b ;  __session=t ; c=d"],
            vec!["a=b", "__session=t"],
            vec!["a=\u{e9}\u{fffd}; __session=t"],
        ] {
            let headers: Vec<_> = headers.iter().map(|header| header.as_bytes()).collect();
            assert_eq!(rules().choose(&headers).unwrap(), Some(&b"t"[..]), "{headers:?}");
        }
        assert_eq!(rules().choose(&[b"\xff\xfe=1; __session=t"]).unwrap(), Some(&b"t"[..]));
    }

    proptest! {
        #[test]
        fn nothing_panics(header in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = rules().choose(&[&header]);
        }
    }
}
