//! What the headers are called.

use axum::http::HeaderName;

/// Names of the headers that tell an application who its user is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdentityHeaders {
    /// The integer.
    pub user: HeaderName,
    /// The id at Clerk.
    pub subject: HeaderName,
    /// The session at Clerk.
    pub session: HeaderName,
    /// The signed token.
    pub identity: HeaderName,
}

impl Default for IdentityHeaders {
    fn default() -> Self {
        Self {
            user: HeaderName::from_static("x-auth-user-id"),
            subject: HeaderName::from_static("x-auth-subject"),
            session: HeaderName::from_static("x-auth-session-id"),
            identity: HeaderName::from_static("x-auth-identity"),
        }
    }
}

/// A name that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidHeader {
    /// A proxy drops it, or it means something else already.
    #[error("{0:?} is no name for it: expected X- or Remote-, and then letters, digits and dashes")]
    Name(String),
    /// Two things in one header.
    #[error("{0:?} is the name of two of them")]
    Twice(String),
}

impl IdentityHeaders {
    /// Headers of these names, in any case, for user, subject, session and signed token.
    ///
    /// # Errors
    ///
    /// [`InvalidHeader`], a configuration fault.
    pub fn named(names: [&str; 4]) -> Result<Self, InvalidHeader> {
        let lower = names.map(str::to_ascii_lowercase);
        for (at, name) in lower.iter().enumerate() {
            let rest = name.strip_prefix("x-").or_else(|| name.strip_prefix("remote-")).unwrap_or_default();
            let fits = !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            if !fits || name.starts_with("x-forwarded-") || name.starts_with("x-original-") {
                return Err(InvalidHeader::Name(names[at].to_owned()));
            }
            if lower[..at].contains(name) {
                return Err(InvalidHeader::Twice(names[at].to_owned()));
            }
        }
        let parse = |at: usize| {
            HeaderName::from_bytes(lower[at].as_bytes()).map_err(|_| InvalidHeader::Name(names[at].to_owned()))
        };
        Ok(Self { user: parse(0)?, subject: parse(1)?, session: parse(2)?, identity: parse(3)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_of_ones_own_and_differ() {
        let defaults = ["X-Auth-User-Id", "X-Auth-Subject", "X-Auth-Session-Id", "X-Auth-Identity"];
        assert_eq!(IdentityHeaders::named(defaults), Ok(IdentityHeaders::default()));
        let with = |name| IdentityHeaders::named([name, "X-B", "X-C", "X-D"]);
        assert_eq!(with("Remote-User").unwrap().user, "remote-user");
        for name in
            ["", "X-", "User", "X_User", "X-User_Id", "X-User Id", "Connection", "X-Forwarded-For", "X-Ü", "X-A:"]
        {
            assert_eq!(with(name), Err(InvalidHeader::Name(name.to_owned())), "{name:?}");
        }
        assert_eq!(IdentityHeaders::named(["X-A", "X-B", "x-a", "X-D"]), Err(InvalidHeader::Twice("x-a".to_owned())));
    }
}
