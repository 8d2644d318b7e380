//! What a deployment decides about session tokens.

use std::time::Duration;

use orientor_identity::Issuer;

use crate::keys::PublishableKey;

/// A clock that is further off needs repair, not patience.
const MAX_SKEW: Duration = Duration::from_mins(1);

/// Claims whose meaning is fixed, so that no setting may name them.
const RESERVED: [&str; 20] = [
    "act",
    "aud",
    "azp",
    "exp",
    "fea",
    "fva",
    "iat",
    "iss",
    "jti",
    "nbf",
    "o",
    "org_id",
    "org_permissions",
    "org_role",
    "org_slug",
    "pla",
    "sid",
    "sts",
    "sub",
    "v",
];

/// Which session tokens are accepted, and what is read from them.
///
/// Issuers are not listed here: they are those of the key sets that the verifier is given.
#[derive(Clone, Debug)]
pub struct VerifierSettings {
    /// Origins that tokens may be minted for (`azp`), such as `https://app.example.com`: exact,
    /// lower case, without a trailing slash. While there is none, `azp` cannot be foreign and
    /// is not checked, and cookies do not count.
    pub authorized_parties: Vec<String>,
    /// Accepts tokens without `azp` although parties are configured: those of native
    /// applications, top-level navigations and the Backend API.
    pub allow_missing_azp: bool,
    /// Accepts sessions that still have a task to do, such as setting up a second factor.
    pub allow_pending: bool,
    /// How far our clock and Clerk's may be apart, at most a minute.
    pub clock_skew: Duration,
    /// Custom claim with the primary e-mail address.
    pub email_claim: Option<String>,
    /// Custom claim that is `true` if that address is verified.
    pub email_verified_claim: Option<String>,
    /// Custom claim with the external id.
    pub external_id_claim: Option<String>,
    /// Names the cookies of the instance; without it only the plain `__session` counts.
    pub publishable_key: Option<PublishableKey>,
    /// How many verified tokens are remembered; 0 for none. An entry takes about half a kilobyte.
    pub token_cache_entries: usize,
}

/// Accepts nothing unusual: no cookies, no pending sessions, 5 s of skew.
impl Default for VerifierSettings {
    fn default() -> Self {
        Self {
            authorized_parties: Vec::new(),
            allow_missing_azp: false,
            allow_pending: false,
            clock_skew: Duration::from_secs(5),
            email_claim: None,
            email_verified_claim: None,
            external_id_claim: None,
            publishable_key: None,
            token_cache_entries: 100_000,
        }
    }
}

/// Why a verifier cannot work like this. Each is a configuration fault.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidSettings {
    /// There is no key set, so no token could ever be accepted.
    #[error("no issuer is configured")]
    NoIssuer,
    /// Two key sets claim the same issuer.
    #[error("the issuer {0} is configured twice")]
    RepeatedIssuer(Issuer),
    /// Not an origin as browsers write it.
    #[error("{0:?} is not an origin: expected something like https://app.example.com, without a trailing slash")]
    Party(String),
    /// A claim name that is empty or has a fixed meaning.
    #[error("{0:?} cannot be a custom claim")]
    ClaimName(String),
    /// More than a minute.
    #[error("a clock skew of more than a minute would keep expired tokens alive")]
    Skew,
}

impl VerifierSettings {
    pub(super) fn check(&self) -> Result<(), InvalidSettings> {
        if let Some(party) = self.authorized_parties.iter().find(|party| !is_origin(party)) {
            return Err(InvalidSettings::Party(party.clone()));
        }
        let claims = [&self.email_claim, &self.email_verified_claim, &self.external_id_claim];
        let unfit = |name: &&String| name.is_empty() || RESERVED.contains(&name.as_str());
        if let Some(name) = claims.into_iter().flatten().find(unfit) {
            return Err(InvalidSettings::ClaimName(name.clone()));
        }
        if self.clock_skew > MAX_SKEW { Err(InvalidSettings::Skew) } else { Ok(()) }
    }
}

/// Scheme and authority as a browser writes them. Other schemes than https occur: native shells have their own.
fn is_origin(text: &str) -> bool {
    let Some((scheme, authority)) = text.split_once("://") else { return false };
    let scheme_fits = scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'+' | b'-' | b'.'));
    let authority_fits = !authority.is_empty()
        && authority
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b':' | b'[' | b']'));
    // Browsers leave the default port out, so such a party would never match.
    let default_port = match scheme {
        "https" => authority.ends_with(":443"),
        "http" => authority.ends_with(":80"),
        _ => false,
    };
    scheme_fits && authority_fits && !default_port && !authority.ends_with(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parties_are_origins_as_browsers_write_them() {
        let with = |party: &str| VerifierSettings {
            authorized_parties: vec!["https://app.example.com".to_owned(), party.to_owned()],
            ..VerifierSettings::default()
        };
        for party in [
            "https://example.com",
            "https://example.com:8443",
            "http://localhost:5173",
            "http://[::1]:3000",
            "capacitor://localhost",
            "chrome-extension://abcdefgh",
        ] {
            assert_eq!(with(party).check(), Ok(()), "{party}");
        }
        for party in [
            "",
            "null",
            "*",
            "example.com",
            "https://",
            "https://example.com/",
            "https://example.com/app",
            "https://Example.com",
            "HTTPS://example.com",
            "https://*.example.com",
            "https://user@example.com",
            "https://example.com?x",
            "https://example.com#x",
            "https://example.com ",
            " https://example.com",
            "https://example.com:443",
            "http://example.com:80",
            "https://example.com:",
            "https://a.example.com,https://b.example.com",
        ] {
            assert_eq!(with(party).check(), Err(InvalidSettings::Party(party.to_owned())), "{party:?}");
        }
    }

    #[test]
    fn custom_claims_cannot_take_the_place_of_fixed_ones() {
        for name in RESERVED.into_iter().chain([""]) {
            for settings in [
                VerifierSettings { email_claim: Some(name.to_owned()), ..VerifierSettings::default() },
                VerifierSettings { email_verified_claim: Some(name.to_owned()), ..VerifierSettings::default() },
                VerifierSettings { external_id_claim: Some(name.to_owned()), ..VerifierSettings::default() },
            ] {
                assert_eq!(settings.check(), Err(InvalidSettings::ClaimName(name.to_owned())));
            }
        }
    }

    #[test]
    fn the_skew_ends_at_a_minute() {
        let with = |clock_skew| VerifierSettings { clock_skew, ..VerifierSettings::default() };
        assert_eq!(with(MAX_SKEW).check(), Ok(()));
        assert_eq!(with(MAX_SKEW + Duration::from_millis(1)).check(), Err(InvalidSettings::Skew));
    }
}
