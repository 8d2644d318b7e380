//! A key set behind an address: when it is fetched, by whom, and for how long it counts.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use arc_swap::ArcSwap;
use orientor_identity::Issuer;
use tokio::{runtime::Handle, sync::watch};

use super::{KeySetError, Lookup, NotFound, SigningKey, jwks::read_keys};
use crate::endpoint::Endpoint;

/// From this age on, a set in use is fetched again in the background.
const REFRESH_AFTER: Duration = Duration::from_secs(45);
/// From this age on, callers wait for the fetch, unless the endpoint is known to be down.
const WAIT_AFTER: Duration = Duration::from_mins(1);
/// How long known keys go on counting while the endpoint is down.
const OUTAGE_LIMIT: Duration = Duration::from_hours(1);
/// Least time between two fetches that tokens with an unknown key or a bad signature can cause.
const DEMAND_INTERVAL: Duration = Duration::from_secs(10);
/// Least time between two background fetches, which matters while they fail.
const BACKGROUND_INTERVAL: Duration = Duration::from_secs(10);
/// Least time between two fetches while there are no keys at all.
const COLD_INTERVAL: Duration = Duration::from_secs(1);

/// What a fetch is for, which decides how often it may happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// There are no keys, or they have outlived an outage.
    Cold,
    /// Nobody has asked for a while, so the keys may have been removed.
    Stale,
    /// A key is unknown, or a signature does not fit.
    Demand,
    /// The set is due; nobody waits.
    Background,
}

#[derive(Debug)]
pub(super) struct Fetched {
    issuer: Issuer,
    endpoint: Endpoint,
    snapshot: ArcSwap<Snapshot>,
    /// Held by whoever replaces the snapshot, from reading it on. Never across an await.
    replacing: Mutex<()>,
    gate: Mutex<Gate>,
    /// Counts finished fetches; waiting for a fetch is waiting for a change.
    landed: watch::Sender<u64>,
}

/// The keys, and what the last fetch brought.
#[derive(Debug, Default)]
struct Snapshot {
    keys: Vec<Arc<SigningKey>>,
    /// Start of the last fetch that succeeded.
    loaded_at: Option<Duration>,
    /// A set with none of `keys`, and the start of the fetch that brought it: believed as soon as one of them has
    /// signed a token.
    offered: Option<(Vec<Arc<SigningKey>>, Duration)>,
    /// Set while the last fetch has failed.
    failure: Option<Arc<KeySetError>>,
}

/// Who may fetch. Held for moments, never across an await.
#[derive(Debug, Default)]
struct Gate {
    in_flight: bool,
    started_at: Option<Duration>,
    demanded_at: Option<Duration>,
}

/// Whether `interval` has passed since `then`. A clock that was set back counts as passed.
fn has_passed(then: Option<Duration>, interval: Duration, now: Duration) -> bool {
    then.and_then(|then| now.checked_sub(then)).is_none_or(|age| age >= interval)
}

impl Snapshot {
    /// Whether the keys may be used at all. A clock that was set back does not end that.
    fn is_usable(&self, now: Duration) -> bool {
        self.loaded_at.is_some_and(|at| now.saturating_sub(at) < OUTAGE_LIMIT)
    }

    fn is_due(&self, now: Duration) -> bool {
        has_passed(self.loaded_at, REFRESH_AFTER, now)
    }

    fn is_stale(&self, now: Duration) -> bool {
        self.failure.is_none() && has_passed(self.loaded_at, WAIT_AFTER, now)
    }

    /// What this becomes when a fetch that was started at `now` has brought `keys`.
    fn after(&self, keys: Vec<Arc<SigningKey>>, now: Duration) -> Self {
        let is_known = |key: &Arc<SigningKey>| self.keys.iter().any(|old| Arc::ptr_eq(old, key));
        if self.keys.is_empty() || !self.is_usable(now) || keys.iter().any(is_known) {
            return Self { keys, loaded_at: Some(now), offered: None, failure: None };
        }
        let failure = Some(Arc::new(KeySetError::NoKnownKey));
        Self { keys: self.keys.clone(), loaded_at: self.loaded_at, offered: Some((keys, now)), failure }
    }

    fn after_failure(&self, error: KeySetError) -> Self {
        let (keys, offered) = (self.keys.clone(), self.offered.clone());
        Self { keys, loaded_at: self.loaded_at, offered, failure: Some(Arc::new(error)) }
    }

    /// All keys that may have signed a token.
    fn all(&self) -> impl Iterator<Item = &Arc<SigningKey>> {
        self.keys.iter().chain(self.offered.iter().flat_map(|(keys, _)| keys))
    }

    /// Why there are no keys.
    fn reason(&self) -> Arc<KeySetError> {
        self.failure.clone().unwrap_or_else(|| Arc::new(KeySetError::NotFetched))
    }

    fn unavailable(&self) -> NotFound {
        NotFound::Unavailable(self.reason())
    }
}

impl Gate {
    fn admits(&self, why: Why, snapshot: &Snapshot, now: Duration) -> bool {
        match why {
            Why::Cold => !snapshot.is_usable(now) && has_passed(self.started_at, COLD_INTERVAL, now),
            Why::Stale => snapshot.is_stale(now),
            Why::Demand => has_passed(self.demanded_at, DEMAND_INTERVAL, now),
            Why::Background => snapshot.is_due(now) && has_passed(self.started_at, BACKGROUND_INTERVAL, now),
        }
    }
}

impl Fetched {
    pub(super) fn new(issuer: Issuer, endpoint: Endpoint) -> Self {
        let (snapshot, replacing, gate) = (ArcSwap::default(), Mutex::default(), Mutex::default());
        Self { issuer, endpoint, snapshot, replacing, gate, landed: watch::Sender::new(0) }
    }

    pub(super) fn look_up(self: &Arc<Self>, kid: &str, now: Duration) -> Lookup {
        let snapshot = self.snapshot.load();
        let fetch_or = |why, otherwise| {
            if self.may_fetch(why, &snapshot, now) {
                Lookup::Fetch(why, otherwise)
            } else {
                Lookup::NotFound(otherwise)
            }
        };
        if !snapshot.is_usable(now) {
            return fetch_or(Why::Cold, snapshot.unavailable());
        }
        if snapshot.is_stale(now) {
            return fetch_or(Why::Stale, snapshot.unavailable());
        }
        let keys: Vec<_> = snapshot.all().filter(|key| key.is_named(kid)).map(Arc::clone).collect();
        if keys.is_empty() {
            let otherwise = if snapshot.failure.is_some() { snapshot.unavailable() } else { NotFound::Unknown };
            return fetch_or(Why::Demand, otherwise);
        }
        self.refresh_if_due(&snapshot, now);
        Lookup::Found(keys)
    }

    pub(super) fn may_be_outdated(&self, now: Duration) -> bool {
        let snapshot = self.snapshot.load();
        has_passed(snapshot.loaded_at, DEMAND_INTERVAL, now) && self.may_fetch(Why::Demand, &snapshot, now)
    }

    /// Whether the set can be used as it is, without waiting.
    pub(super) fn is_current(self: &Arc<Self>, now: Duration) -> bool {
        let snapshot = self.snapshot.load();
        self.refresh_if_due(&snapshot, now);
        snapshot.is_usable(now) && !snapshot.is_stale(now)
    }

    pub(super) async fn ready(self: &Arc<Self>, now: Duration) -> Result<usize, Arc<KeySetError>> {
        if !self.snapshot.load().is_usable(now) {
            self.fetch(Why::Cold, now).await;
        }
        let snapshot = self.snapshot.load();
        if snapshot.is_usable(now) { Ok(snapshot.keys.len()) } else { Err(snapshot.reason()) }
    }

    /// The names of the keys at hand.
    pub(super) fn names(&self) -> Vec<Box<str>> {
        self.snapshot.load().keys.iter().filter_map(|key| key.name().map(Into::into)).collect()
    }

    pub(super) async fn fetch(self: &Arc<Self>, why: Why, now: Duration) {
        if let Some(mut landing) = self.begin(why, now) {
            // The sender lives in `self`, so this ends by a landing only.
            let _ = landing.changed().await;
        }
    }

    fn refresh_if_due(self: &Arc<Self>, snapshot: &Snapshot, now: Duration) {
        if snapshot.is_due(now) {
            self.begin(Why::Background, now);
        }
    }

    fn may_fetch(&self, why: Why, snapshot: &Snapshot, now: Duration) -> bool {
        let gate = self.gate();
        gate.in_flight || gate.admits(why, snapshot, now)
    }

    /// Starts a fetch or joins the one under way; `None` if it is too early for another.
    ///
    /// The fetch runs as a task of its own, so it outlives the caller who gave up first.
    fn begin(self: &Arc<Self>, why: Why, now: Duration) -> Option<watch::Receiver<u64>> {
        let runtime = Handle::try_current().ok()?;
        let landing = {
            let mut gate = self.gate();
            if !gate.in_flight && !gate.admits(why, &self.snapshot.load(), now) {
                return None;
            }
            if matches!(why, Why::Cold | Why::Demand) {
                gate.demanded_at = Some(now);
            }
            let landing = self.landed.subscribe();
            if gate.in_flight {
                return Some(landing);
            }
            gate.in_flight = true;
            gate.started_at = Some(now);
            landing
        };
        // The gate is open again here: a runtime that is shutting down drops the task at once.
        let flight = Flight(Arc::clone(self));
        runtime.spawn(async move { flight.0.fly(now).await });
        Some(landing)
    }

    async fn fly(&self, started_at: Duration) {
        let body = self.load().await;
        self.replace(|before| {
            let known: Vec<_> = before.all().map(Arc::clone).collect();
            let after = match body.and_then(|body| read_keys(&body, &known)) {
                Ok(keys) => before.after(keys, started_at),
                Err(error) => before.after_failure(error),
            };
            if let Some(error) = &after.failure {
                tracing::warn!(
                    issuer = %self.issuer,
                    error = &**error as &dyn std::error::Error,
                    known = after.keys.len(),
                    "the signing keys could not be fetched",
                );
            }
            Some(after)
        });
    }

    async fn load(&self) -> Result<Vec<u8>, KeySetError> {
        let answer = self.endpoint.get().await.map_err(KeySetError::Call)?;
        if answer.status == 200 { Ok(answer.body) } else { Err(KeySetError::Status(answer.status)) }
    }

    /// A token was signed by this key: the set that it was offered in is the instance's.
    pub(super) fn prove(&self, key: &Arc<SigningKey>) {
        let is_in = |keys: &[Arc<SigningKey>]| keys.iter().any(|one| Arc::ptr_eq(one, key));
        // Almost always nothing is offered.
        if self.snapshot.load().offered.is_none() {
            return;
        }
        self.replace(|before| {
            let (keys, at) = before.offered.as_ref().filter(|(keys, _)| is_in(keys))?;
            Some(Snapshot { keys: keys.clone(), loaded_at: Some(*at), offered: None, failure: None })
        });
    }

    /// Makes `change` of the snapshot, which nobody else changes meanwhile; keys that leave it die.
    fn replace(&self, change: impl FnOnce(&Snapshot) -> Option<Snapshot>) {
        let _replacing = self.replacing.lock().unwrap_or_else(PoisonError::into_inner);
        let before = self.snapshot.load_full();
        let Some(after) = change(&before) else { return };
        let left = |key: &&Arc<SigningKey>| !after.all().any(|kept| Arc::ptr_eq(kept, key));
        let gone = before.all().filter(left).inspect(|key| key.retire()).count();
        let (keys, had) = (after.keys.len(), before.keys.len());
        if gone > 0 || keys != had {
            tracing::info!(issuer = %self.issuer, keys, gone, "the signing keys have changed");
        }
        self.snapshot.store(Arc::new(after));
    }

    fn gate(&self) -> MutexGuard<'_, Gate> {
        // Nothing between lock and unlock can leave the gate half changed.
        self.gate.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Opens the gate and wakes everybody when a fetch ends, however it ends.
struct Flight(Arc<Fetched>);

impl Drop for Flight {
    fn drop(&mut self) {
        self.0.gate().in_flight = false;
        self.0.landed.send_modify(|count| *count += 1);
    }
}
