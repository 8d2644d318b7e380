//! Which Clerk instance a subject belongs to.

use std::{
    fmt,
    hash::{Hash, Hasher},
    str::FromStr,
    sync::Arc,
};

use serde::Serialize;

use crate::ClerkUserId;

/// The `iss` of one Clerk instance: `https://` and a host name, or `http://` on loopback.
///
/// Comes from configuration only. Compared byte for byte with the claim of a
/// token, so it has no trailing slash, no path and no capitals.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Issuer(Arc<str>);

/// The text is not an issuer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is not an issuer: expected https:// and a host name, without a trailing slash (http:// only on loopback)"
)]
pub struct InvalidIssuer(String);

impl Issuer {
    /// The issuer as it stands in tokens.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a development issuer on this machine, which a production server refuses.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        self.0.starts_with("http://")
    }
}

impl FromStr for Issuer {
    type Err = InvalidIssuer;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let invalid = || InvalidIssuer(text.to_owned());
        let (authority, plain) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
            (Some(rest), _) => (rest, false),
            (_, Some(rest)) => (rest, true),
            _ => return Err(invalid()),
        };
        let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
        let port_fits = port.is_none_or(|port| !port.starts_with(['0', '+']) && port.parse::<u16>().is_ok());
        let host_fits = if plain { matches!(host, "localhost" | "127.0.0.1") } else { is_dns_name(host) };
        if port_fits && host_fits { Ok(Self(text.into())) } else { Err(invalid()) }
    }
}

impl fmt::Display for Issuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether `host` is a bare, lower-case DNS name with at least one dot, and not an IP address.
///
/// The string decides where signing keys come from, so nothing lenient passes.
#[must_use]
pub fn is_dns_name(host: &str) -> bool {
    let label_fits = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    host.len() <= 253
        && host.contains('.')
        && host.split('.').all(label_fits)
        && !last.bytes().all(|byte| byte.is_ascii_digit())
}

/// A person as one Clerk instance names them; the key of a link.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The instance.
    pub issuer: Issuer,
    /// The `sub` of its tokens.
    pub id: ClerkUserId,
}

/// By the id alone: hardly ever do two instances share one, and then the comparison parts them.
impl Hash for Subject {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}", self.id, self.issuer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issuers_are_bare_hosts() {
        for text in
            ["https://example.accounts.dev", "https://clerk.example.com", "http://localhost:8001", "http://127.0.0.1:9"]
        {
            assert_eq!(text.parse::<Issuer>().unwrap().as_str(), text);
        }
        for text in [
            "",
            "clerk.example.com",
            "https://",
            "https://example",
            "https://example.com/",
            "https://Example.com",
            "https://user@example.com",
            "https://example.com/path",
            "https://example..com",
            "https://-a.example.com",
            "https://10.0.0.1",
            "https://example.com:0",
            "https://example.com:+1",
            "https://example.com\n",
            "http://clerk.example.com",
            "http://127.0.0.2.example.com",
            "ftp://example.com",
        ] {
            assert!(text.parse::<Issuer>().is_err(), "{text:?}");
        }
    }
}
