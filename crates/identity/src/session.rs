//! What a caller presents, and what is left once it has been verified.

use std::{error::Error, fmt, future::Future, pin::Pin, sync::Arc};

use crate::Subject;

/// A boxed future, so that the traits of this crate can be used as `dyn`.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The parts of a request that can carry or qualify a session token.
///
/// Raw bytes, as they came: deciding what is well formed is the verifier's part.
#[derive(Clone, Debug, Default)]
pub struct Credentials<'a> {
    /// Every `Authorization` header, in order.
    pub authorization: Vec<&'a [u8]>,
    /// Every `Cookie` header, in order.
    pub cookies: Vec<&'a [u8]>,
    /// Every `Origin` header, in order.
    pub origin: Vec<&'a [u8]>,
    /// Whether the method may change state, that is, is none of GET, HEAD and OPTIONS.
    pub is_write: bool,
}

/// A session token that has been verified, reduced to what identity needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedSession {
    /// Who signed in, at which instance.
    pub subject: Subject,
    /// The `sid`: `sess_…`.
    pub session_id: Box<str>,
    /// The `exp`, in Unix seconds.
    pub expires_at: u64,
    /// The `iat`, in Unix seconds, if the token says it.
    pub issued_at: Option<u64>,
    /// The `act.sub`, when somebody else is driving.
    pub actor: Option<Box<str>>,
    /// The claims that the deployment named for e-mail and external id; see [`PersonClaims`].
    pub claims: PersonClaims,
}

/// Facts about the person that the deployment put into its session tokens.
///
/// Only claims that the settings name are read. `email` without `email_verified`
/// counts as unverified.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonClaims {
    /// The primary address.
    pub email: Option<Box<str>>,
    /// Whether Clerk has verified it.
    pub email_verified: bool,
    /// The external id.
    pub external_id: Option<Box<str>>,
}

/// Verifies session tokens. Filled by `orientor-clerk`.
pub trait VerifyToken: fmt::Debug + Send + Sync {
    /// Verifies without waiting: everything that needs no key that is not at hand.
    /// `None` means that a key has to be fetched first, by [`VerifyToken::verify`].
    fn verify_now(&self, credentials: &Credentials<'_>) -> Option<Result<Arc<VerifiedSession>, VerifyError>>;

    /// Verifies, fetching keys where necessary.
    fn verify<'a>(
        &'a self,
        credentials: &'a Credentials<'a>,
    ) -> BoxFuture<'a, Result<Arc<VerifiedSession>, VerifyError>>;
}

/// Why a caller is not signed in. The variants differ in what the caller can do.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// Nothing was presented. Sign in.
    #[error("no session token was sent")]
    Missing,
    /// Something was presented and it is no good. Get a new token.
    #[error("the session token was refused: {0}")]
    Refused(TokenFault),
    /// A cookie was good, but the write comes from a page of another origin.
    #[error("a write with a session cookie needs an Origin header that is an authorized party")]
    OriginNotAllowed,
    /// We could not look: no key set could be had. Try again.
    #[error("the signing keys could not be loaded")]
    KeysUnavailable(#[source] Arc<dyn Error + Send + Sync>),
}

/// What is wrong with a token. For logs and for people; programs need only
/// [`TokenFault::Expired`], which a fresh token cures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum TokenFault {
    /// Not one `Authorization: Bearer` header with one token of three parts.
    #[error("it is malformed")]
    Malformed,
    /// More than 16 KiB.
    #[error("it is longer than 16 KiB")]
    TooLarge,
    /// Not RS256, a foreign `typ`, or a `crit` member.
    #[error("its header asks for something that session tokens do not use")]
    Header,
    /// No key of ours has this `kid`.
    #[error("no key of this instance signed it")]
    UnknownKey,
    /// The signature does not fit.
    #[error("its signature does not fit")]
    Signature,
    /// Another instance's token.
    #[error("its issuer is not accepted here")]
    Issuer,
    /// Minted for another origin, or without one where one is required.
    #[error("its authorized party is not accepted here")]
    Party,
    /// Past `exp`.
    #[error("it has expired")]
    Expired,
    /// Before `nbf`.
    #[error("it is not valid yet")]
    NotYetValid,
    /// `iat` lies in the future.
    #[error("it was issued in the future")]
    IssuedInFuture,
    /// Machine, OAuth, template or other token; or no `sid`.
    #[error("it is not a session token")]
    NotASession,
    /// `sts` is not `active`.
    #[error("the sign-in is not complete")]
    Pending,
    /// `sub` is not a Clerk user id.
    #[error("its subject is not a Clerk user")]
    BadSubject,
    /// A claim is missing or has the wrong type.
    #[error("a claim is missing or malformed")]
    Claims,
}
