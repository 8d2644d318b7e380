//! Tokens of the classes that Clerk issues.

use std::{fmt, time::Duration};

use aws_lc_rs::error::Unspecified;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use orientor_identity::Issuer;
use serde_json::{Map, Value, json};

use crate::{
    ids::new_trace_id,
    instance::{
        session::Session,
        user::{EmailAddress, User},
    },
    keys::SigningKey,
    settings::{ClaimSource, TokenVersion},
};

/// The class tag of session tokens.
const CLASS_SESSION: &str = "cl_B7d4PD111AAA";
/// The class tag of JWT-template tokens.
const CLASS_TEMPLATE: &str = "cl_B7d4PD222AAA";
/// `nbf` lies this long before `iat`.
const BACKDATED_SECONDS: u64 = 10;
/// Claims of Clerk's own, which additional ones cannot replace.
pub(crate) const RESERVED_CLAIMS: &[&str] = &[
    "act",
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

/// How a token should be. The default is a browser's: 60 seconds, of the instance's version.
#[derive(Clone, Debug, Default)]
pub struct TokenOptions {
    /// How long it is valid, to the second; 60 s if absent.
    pub lifetime: Option<Duration>,
    /// The origin it is minted for (`azp`); none if absent.
    pub origin: Option<String>,
    /// Which claims it has; those of the settings if absent.
    pub version: Option<TokenVersion>,
}

/// A token that was minted.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    /// The token itself, in compact form.
    pub jwt: String,
    /// The session it belongs to.
    pub session_id: String,
    /// Its `exp`, in Unix milliseconds.
    pub expires_at_ms: i64,
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { jwt: _, session_id, expires_at_ms } = self;
        f.debug_struct("Token")
            .field("session_id", session_id)
            .field("expires_at_ms", expires_at_ms)
            .finish_non_exhaustive()
    }
}

/// Whom a token speaks about, and for whom.
pub(crate) struct Subject<'a> {
    pub(crate) issuer: &'a Issuer,
    pub(crate) user: &'a User,
    pub(crate) session: &'a Session,
    pub(crate) origin: Option<&'a str>,
}

/// From when to when a token is valid, in Unix seconds.
#[derive(Clone, Copy)]
pub(crate) struct Validity {
    pub(crate) from: u64,
    pub(crate) until: u64,
}

impl Validity {
    pub(crate) fn new(now: Duration, lifetime: Duration) -> Self {
        Self { from: now.as_secs(), until: now.as_secs().saturating_add(lifetime.as_secs()) }
    }
}

/// The claims of a session token.
pub(crate) fn session_claims<'a>(
    subject: &Subject<'_>,
    validity: Validity,
    version: TokenVersion,
    extra: impl IntoIterator<Item = (&'a String, &'a ClaimSource)>,
) -> Map<String, Value> {
    let mut claims = common_claims(subject, validity);
    let since_sign_in_ms = u64::try_from(subject.session.created_at).unwrap_or_default();
    let minutes = validity.from.saturating_sub(since_sign_in_ms / 1000) / 60;
    claims.insert("fva".into(), json!([minutes, -1]));
    claims.insert("sid".into(), json!(subject.session.id));
    if version == TokenVersion::V2 {
        claims.insert("jti".into(), json!(new_trace_id()));
        claims.insert("sts".into(), json!("active"));
        claims.insert("v".into(), json!(2));
    }
    for (name, source) in extra {
        claims.insert(name.clone(), source.value_of(subject.user));
    }
    claims
}

/// The claims of a JWT-template token: no session, no state.
pub(crate) fn template_claims(subject: &Subject<'_>, validity: Validity) -> Map<String, Value> {
    let mut claims = common_claims(subject, validity);
    claims.insert("jti".into(), json!(new_trace_id()));
    claims
}

fn common_claims(subject: &Subject<'_>, validity: Validity) -> Map<String, Value> {
    let mut claims = Map::new();
    if let Some(origin) = subject.origin {
        claims.insert("azp".into(), json!(origin));
    }
    claims.insert("exp".into(), json!(validity.until));
    claims.insert("iat".into(), json!(validity.from));
    claims.insert("iss".into(), json!(subject.issuer));
    claims.insert("nbf".into(), json!(validity.from.saturating_sub(BACKDATED_SECONDS)));
    claims.insert("sub".into(), json!(subject.user.id));
    claims
}

impl ClaimSource {
    fn value_of(self, user: &User) -> Value {
        match self {
            Self::PrimaryEmail => json!(user.primary_email().map(|email| &email.email_address)),
            Self::EmailVerified => json!(user.primary_email().is_some_and(EmailAddress::is_verified)),
            Self::ExternalId => json!(user.external_id),
            Self::ExternalIdOrId => json!(user.external_id.as_deref().unwrap_or(user.id.as_str())),
            Self::FirstName => json!(user.first_name),
            Self::LastName => json!(user.last_name),
        }
    }
}

/// The header of a session token.
pub(crate) fn session_header(key: &SigningKey) -> Value {
    header(key, CLASS_SESSION)
}

/// The header of a JWT-template token.
pub(crate) fn template_header(key: &SigningKey) -> Value {
    header(key, CLASS_TEMPLATE)
}

fn header(key: &SigningKey, class: &str) -> Value {
    json!({ "alg": "RS256", "cat": class, "kid": key.kid(), "typ": "JWT" })
}

/// Header, claims and signature in compact form (RFC 7515).
pub(crate) fn sign(key: &SigningKey, header: &Value, claims: &Value) -> Result<String, Unspecified> {
    let encode = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let text = format!("{}.{}", encode(header), encode(claims));
    let signature = key.sign(text.as_bytes())?;
    Ok(format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature)))
}
