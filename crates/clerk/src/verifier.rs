//! Verifies session tokens: credentials in, subject out.

mod cache;
mod settings;

use std::{fmt, sync::Arc, time::Duration};

use orientor_identity::{
    BoxFuture, Clock, Credentials, Issuer, Subject, TokenFault, VerifiedSession, VerifyError, VerifyToken,
};

use cache::{Entry, TokenCache, TokenDigest};
pub use settings::{InvalidSettings, VerifierSettings};

use crate::{
    credentials::{CookieRules, Presented, present},
    key_set::{KeySet, KeySetError, Lookup, NotFound, SigningKey, Why},
    token::{LastHeader, Parts, Value, judge},
};

/// Verifies Clerk session tokens of one or more instances.
///
/// A token is taken apart strictly, its signature checked against the keys of the
/// instance that its `iss` names, and only then are its claims judged. What has
/// been verified is remembered until the token expires or its key is gone; a token
/// that was refused is not.
pub struct SessionVerifier {
    settings: VerifierSettings,
    key_sets: Vec<KeySet>,
    /// `None` unless authorized parties are configured: cookies travel on their own.
    cookies: Option<CookieRules>,
    cache: TokenCache,
    last_header: LastHeader,
    clock: Arc<dyn Clock>,
}

/// Why there is no verified session (yet).
enum Halt<'v> {
    Refused(VerifyError),
    /// A fetch may change the answer, which otherwise is `or_else`.
    NeedsKeys {
        key_set: &'v KeySet,
        why: Why,
        or_else: VerifyError,
    },
}

impl From<TokenFault> for Halt<'_> {
    fn from(fault: TokenFault) -> Self {
        Self::Refused(VerifyError::Refused(fault))
    }
}

impl SessionVerifier {
    /// A verifier for the issuers of `key_sets`, which must differ.
    ///
    /// # Errors
    ///
    /// [`InvalidSettings`], a configuration fault.
    pub fn new(
        settings: VerifierSettings,
        key_sets: Vec<KeySet>,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, InvalidSettings> {
        settings.check()?;
        let issuers: Vec<_> = key_sets.iter().map(|keys| keys.issuer().clone()).collect();
        if issuers.is_empty() {
            return Err(InvalidSettings::NoIssuer);
        }
        if let Some((_, twice)) = issuers.iter().enumerate().find(|(at, issuer)| issuers[..*at].contains(issuer)) {
            return Err(InvalidSettings::RepeatedIssuer(twice.clone()));
        }
        let cookies = (!settings.authorized_parties.is_empty())
            .then(|| CookieRules::new(issuers, settings.publishable_key.as_ref()));
        let cache = TokenCache::new(settings.token_cache_entries);
        Ok(Self { settings, key_sets, cookies, cache, last_header: LastHeader::default(), clock })
    }

    /// The time by which tokens are judged, since the Unix epoch.
    #[must_use]
    pub fn now(&self) -> Duration {
        self.clock.now()
    }

    /// How many signing keys are at hand, over all issuers; for health checks. Fetches sets that were never fetched.
    ///
    /// # Errors
    ///
    /// The first issuer whose tokens cannot be verified now.
    pub async fn keys_ready(&self) -> Result<usize, Arc<KeySetError>> {
        let mut count = 0;
        for keys in &self.key_sets {
            count += keys.ready(self.clock.now()).await?;
        }
        Ok(count)
    }

    /// The names of the signing keys at hand, by issuer: Clerk calls them after the instance. Fetches sets that were
    /// never fetched.
    pub(crate) async fn key_names(&self) -> Vec<(Issuer, Result<Vec<Box<str>>, Arc<KeySetError>>)> {
        let mut named = Vec::with_capacity(self.key_sets.len());
        for keys in &self.key_sets {
            named.push((keys.issuer().clone(), keys.names(self.clock.now()).await));
        }
        named
    }

    /// Forgets what was verified for one session. Its tokens are verified anew; refusing them is the caller's part.
    pub fn forget_session(&self, session_id: &str) {
        self.cache.forget(|session| &*session.session_id == session_id);
    }

    /// Forgets what was verified for one person. Their tokens are verified anew; refusing them is the caller's part.
    pub fn forget_subject(&self, subject: &Subject) {
        self.cache.forget(|session| session.subject == *subject);
    }

    /// How many verified tokens are remembered, some of which may have expired; for metrics.
    #[must_use]
    pub fn remembered_tokens(&self) -> usize {
        self.cache.len()
    }

    fn present<'c>(&self, credentials: &Credentials<'c>) -> Result<Presented<'c>, VerifyError> {
        present(credentials, self.cookies.as_ref())
    }

    fn decide(
        &self,
        presented: Presented<'_>,
        credentials: &Credentials<'_>,
        now: Duration,
    ) -> Result<Arc<VerifiedSession>, Halt<'_>> {
        let session = self.session(presented.token, now)?;
        if presented.by_cookie && credentials.is_write && !self.is_from_party(credentials) {
            return Err(Halt::Refused(VerifyError::OriginNotAllowed));
        }
        Ok(session)
    }

    fn is_from_party(&self, credentials: &Credentials<'_>) -> bool {
        match credentials.origin.as_slice() {
            [origin] => self.settings.authorized_parties.iter().any(|party| party.as_bytes() == *origin),
            _ => false,
        }
    }

    fn session(&self, token: &[u8], now: Duration) -> Result<Arc<VerifiedSession>, Halt<'_>> {
        let digest = self.cache.digest(token);
        if let Some(session) = self.remembered(digest.as_ref(), now) {
            return Ok(session);
        }
        let parts = Parts::split(token)?;
        let header = self.last_header.read(&parts)?;
        let claims = parts.claims()?;
        // The issuer is needed to find the key, so it is read before the signature is checked.
        // That gives nothing away: which instances we accept is public.
        let issuer = claims.get("iss").and_then(Value::as_text).ok_or(TokenFault::Claims)?;
        let (at, key_set) = self
            .key_sets
            .iter()
            .enumerate()
            .find(|(_, keys)| keys.issuer().as_str() == issuer)
            .ok_or(TokenFault::Issuer)?;
        let key = signer(key_set, &header.kid, &parts, now)?;
        let (session, window) = judge(&header, &claims, key_set.issuer(), &self.settings, now)?;
        key_set.prove(&key);
        let session = Arc::new(session);
        self.last_header.remember(&parts, &header);
        if let Some(digest) = digest {
            self.cache.remember(digest, Entry { session: Arc::clone(&session), window, key, key_set: at });
        }
        Ok(session)
    }

    /// The session of a token that was verified before, if it would be accepted again.
    fn remembered(&self, digest: Option<&TokenDigest>, now: Duration) -> Option<Arc<VerifiedSession>> {
        let digest = digest?;
        let entry = self.cache.find(digest)?;
        let in_time = entry.window.check(now, self.settings.clock_skew).is_ok();
        if !in_time || !entry.key.is_live() {
            // Verified from the start again, the token gets the answer that it would get without a cache.
            self.cache.remove(digest);
            return None;
        }
        let current = self.key_sets.get(entry.key_set).is_some_and(|keys| keys.is_current(now));
        current.then(|| Arc::clone(&entry.session))
    }
}

/// The key of `key_set` that has signed the token.
fn signer<'v>(key_set: &'v KeySet, kid: &str, parts: &Parts<'_>, now: Duration) -> Result<Arc<SigningKey>, Halt<'v>> {
    let unfound = |not_found| match not_found {
        NotFound::Unknown => VerifyError::Refused(TokenFault::UnknownKey),
        NotFound::Unavailable(error) => VerifyError::KeysUnavailable(error),
    };
    let candidates = match key_set.look_up(kid, now) {
        Lookup::Found(keys) => keys,
        Lookup::Fetch(why, or_else) => return Err(Halt::NeedsKeys { key_set, why, or_else: unfound(or_else) }),
        Lookup::NotFound(not_found) => return Err(Halt::Refused(unfound(not_found))),
    };
    let signed = |key: &Arc<SigningKey>| key.has_signed(parts.signed, parts.signature());
    candidates.into_iter().find(signed).ok_or_else(|| {
        let or_else = VerifyError::Refused(TokenFault::Signature);
        if key_set.may_be_outdated(now) {
            Halt::NeedsKeys { key_set, why: Why::Demand, or_else }
        } else {
            Halt::Refused(or_else)
        }
    })
}

impl VerifyToken for SessionVerifier {
    fn verify_now(&self, credentials: &Credentials<'_>) -> Option<Result<Arc<VerifiedSession>, VerifyError>> {
        let decision = match self.present(credentials) {
            Ok(presented) => self.decide(presented, credentials, self.clock.now()),
            Err(error) => return Some(Err(error)),
        };
        match decision {
            Ok(session) => Some(Ok(session)),
            Err(Halt::Refused(error)) => Some(Err(error)),
            Err(Halt::NeedsKeys { .. }) => None,
        }
    }

    fn verify<'a>(
        &'a self,
        credentials: &'a Credentials<'a>,
    ) -> BoxFuture<'a, Result<Arc<VerifiedSession>, VerifyError>> {
        Box::pin(async move {
            let presented = self.present(credentials)?;
            let now = self.clock.now();
            match self.decide(presented, credentials, now) {
                Ok(session) => return Ok(session),
                Err(Halt::Refused(error)) => return Err(error),
                Err(Halt::NeedsKeys { key_set, why, .. }) => key_set.fetch(why, now).await,
            }
            self.decide(presented, credentials, self.clock.now()).map_err(|halt| match halt {
                Halt::Refused(error) | Halt::NeedsKeys { or_else: error, .. } => error,
            })
        })
    }
}

impl fmt::Debug for SessionVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionVerifier")
            .field("settings", &self.settings)
            .field("key_sets", &self.key_sets)
            .field("remembered_tokens", &self.remembered_tokens())
            .finish_non_exhaustive()
    }
}
