//! Tokens that have been verified, so that the next request costs a hash instead of a signature.

use std::sync::Arc;

use aws_lc_rs::digest::{SHA256, SHA256_OUTPUT_LEN, digest};
use orientor_identity::VerifiedSession;
use quick_cache::sync::Cache;

use crate::{key_set::SigningKey, token::Window};

/// SHA-256 of the whole token, signature included. Anything less would let a
/// token with another signature pass for a verified one.
pub(super) type TokenDigest = [u8; SHA256_OUTPUT_LEN];

/// A bounded memory of successes.
pub(super) struct TokenCache(Option<Cache<TokenDigest, Arc<Entry>>>);

/// What was verified, by which key, and for how long it holds.
pub(super) struct Entry {
    pub(super) session: Arc<VerifiedSession>,
    pub(super) window: Window,
    pub(super) key: Arc<SigningKey>,
    /// Index of the key set that `key` is from.
    pub(super) key_set: usize,
}

impl TokenCache {
    pub(super) fn new(entries: usize) -> Self {
        Self((entries > 0).then(|| Cache::new(entries)))
    }

    /// What to look for; `None` if nothing is ever remembered.
    pub(super) fn digest(&self, token: &[u8]) -> Option<TokenDigest> {
        self.0.as_ref()?;
        digest(&SHA256, token).as_ref().try_into().ok()
    }

    pub(super) fn find(&self, digest: &TokenDigest) -> Option<Arc<Entry>> {
        self.0.as_ref()?.get(digest)
    }

    pub(super) fn remember(&self, digest: TokenDigest, entry: Entry) {
        if let Some(cache) = &self.0 {
            cache.insert(digest, Arc::new(entry));
        }
    }

    pub(super) fn remove(&self, digest: &TokenDigest) {
        if let Some(cache) = &self.0 {
            cache.remove(digest);
        }
    }

    /// Looks at every entry, which takes milliseconds for 100,000 of them.
    pub(super) fn forget(&self, which: impl Fn(&VerifiedSession) -> bool) {
        if let Some(cache) = &self.0 {
            cache.retain(|_, entry| !which(&entry.session));
        }
    }

    pub(super) fn len(&self) -> usize {
        self.0.as_ref().map_or(0, Cache::len)
    }
}
