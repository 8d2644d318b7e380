//! The keys that one Clerk instance signs with, and how they are kept current.
//!
//! Keys belong to an issuer, never to a `kid` alone: two instances served by one
//! process must not vouch for each other.

mod fetched;
mod jwks;
mod signing_key;

use std::{sync::Arc, time::Duration};

use orientor_identity::Issuer;

use fetched::Fetched;
pub(crate) use fetched::Why;
pub(crate) use signing_key::SigningKey;

use crate::{
    endpoint::{CallError, Endpoint, EndpointError},
    keys::{InvalidJwtKey, JwtKey},
};

/// Time limit of one fetch, all of it.
const FETCH_TIMEOUT: Duration = Duration::from_secs(5);

/// The signing keys of one issuer.
///
/// Fetched sets behave as follows.
///
/// * All callers that wait for keys at one moment share one fetch of at most 5 s and 1 MiB.
/// * A set is fetched again in the background from 45 s on, when somebody asks for it;
///   after 60 s without that, the next caller waits. So a key that is removed while another stays dies within a minute.
/// * A set with none of the known keys is either another instance's, or the instance has changed all keys at once. A
///   token tells: once one of this issuer has been verified by a new key, the set counts and the known keys are dead.
///   Until then it counts as an outage.
/// * An unknown `kid`, or a signature that does not fit, causes one fetch per 10 s
///   at most; until then, nobody has signed such a token.
/// * While the endpoint is down, known keys go on working for an hour and nobody waits.
#[derive(Debug)]
pub struct KeySet {
    issuer: Issuer,
    source: Source,
}

#[derive(Debug)]
enum Source {
    Fixed(Arc<SigningKey>),
    Fetched(Arc<Fetched>),
}

/// Why a key set could not be had.
#[derive(Debug, thiserror::Error)]
pub enum KeySetError {
    /// Nobody has been asked yet, because no async runtime is at hand.
    #[error("the key set has not been fetched")]
    NotFetched,
    /// The server could not be reached, or sent too much.
    #[error("the key set could not be fetched")]
    Call(#[source] CallError),
    /// The server refused; a redirect is not followed.
    #[error("the server answered the request for the key set with status {0}")]
    Status(u16),
    /// The body is no key set: as a rule, the address is wrong.
    #[error("the answer is not a key set")]
    NotAKeySet(#[source] serde_json::Error),
    /// No entry is an RS256 signing key of 2048 to 8192 bits with a `kid`. An instance always has one.
    #[error("the key set has no key that can be used")]
    NoUsableKey,
    /// All keys are others than before, and no token of the issuer was signed by one yet.
    #[error("the key set has none of the keys that were known")]
    NoKnownKey,
}

/// Outcome of looking for the keys that may have signed a token.
pub(crate) enum Lookup {
    /// The keys that may have signed the token, at least one.
    Found(Vec<Arc<SigningKey>>),
    /// A fetch may change the answer, which otherwise is `or_else`.
    Fetch(Why, NotFound),
    NotFound(NotFound),
}

#[derive(Clone, Debug)]
pub(crate) enum NotFound {
    /// The set is at hand, and nobody in it has this `kid`.
    Unknown,
    /// There is no set to look into.
    Unavailable(Arc<KeySetError>),
}

impl KeySet {
    /// The keys that `url` publishes. Nothing is fetched before somebody needs it.
    ///
    /// `url` is https, or http on loopback. Redirects are not followed.
    pub fn fetched_from(issuer: Issuer, url: &str) -> Result<Self, EndpointError> {
        let endpoint = Endpoint::new(url, FETCH_TIMEOUT)?;
        let fetched = Arc::new(Fetched::new(issuer.clone(), endpoint));
        Ok(Self { issuer, source: Source::Fetched(fetched) })
    }

    /// One key from the configuration. There is no network and no rotation; a token
    /// of this issuer is checked against the key whatever its `kid` says, since the PEM has none.
    pub fn fixed(issuer: Issuer, key: &JwtKey) -> Result<Self, InvalidJwtKey> {
        let key = key.signing_key().ok_or(InvalidJwtKey::Unsuitable)?;
        Ok(Self { issuer, source: Source::Fixed(Arc::new(key)) })
    }

    /// Whose keys these are.
    #[must_use]
    pub fn issuer(&self) -> &Issuer {
        &self.issuer
    }

    /// How many keys are at hand, after a fetch if there are none yet.
    ///
    /// # Errors
    ///
    /// [`KeySetError`] when tokens of this issuer cannot be verified now.
    pub async fn ready(&self, now: Duration) -> Result<usize, Arc<KeySetError>> {
        match &self.source {
            Source::Fixed(_) => Ok(1),
            Source::Fetched(fetched) => fetched.ready(now).await,
        }
    }

    /// The names of the keys at hand, after a fetch if there are none yet. A key from the configuration has none.
    pub(crate) async fn names(&self, now: Duration) -> Result<Vec<Box<str>>, Arc<KeySetError>> {
        match &self.source {
            Source::Fixed(_) => Ok(Vec::new()),
            Source::Fetched(fetched) => {
                fetched.ready(now).await?;
                Ok(fetched.names())
            }
        }
    }

    pub(crate) fn look_up(&self, kid: &str, now: Duration) -> Lookup {
        match &self.source {
            Source::Fixed(key) => Lookup::Found(vec![Arc::clone(key)]),
            Source::Fetched(fetched) => fetched.look_up(kid, now),
        }
    }

    /// A token of this issuer, good in every respect, was signed by this key.
    pub(crate) fn prove(&self, key: &Arc<SigningKey>) {
        if let Source::Fetched(fetched) = &self.source {
            fetched.prove(key);
        }
    }

    /// Whether a fetch may show that the instance has changed a key under the same `kid`.
    pub(crate) fn may_be_outdated(&self, now: Duration) -> bool {
        match &self.source {
            Source::Fixed(_) => false,
            Source::Fetched(fetched) => fetched.may_be_outdated(now),
        }
    }

    /// Whether its keys may be used now, without waiting for a fetch first.
    pub(crate) fn is_current(&self, now: Duration) -> bool {
        match &self.source {
            Source::Fixed(_) => true,
            Source::Fetched(fetched) => fetched.is_current(now),
        }
    }

    /// Fetches, or waits for the fetch that is under way; does nothing if it is too early for another.
    pub(crate) async fn fetch(&self, why: Why, now: Duration) {
        if let Source::Fetched(fetched) = &self.source {
            fetched.fetch(why, now).await;
        }
    }
}
