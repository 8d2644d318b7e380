//! What the bridge remembers of subjects, and how it reads them again ahead of time.
//!
//! A user is answered from memory until a hard limit. Some time before it, at an age that differs from entry to
//! entry, the first request that comes by hands the subject to one task in the background, which reads many of them
//! in one statement. So people who came together do not leave memory together, and nobody who keeps coming waits.

use std::{
    mem,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use foldhash::fast::RandomState;
use quick_cache::{
    UnitWeighter,
    sync::{Cache, DefaultLifecycle, EntryAction, EntryResult, PlaceholderGuard},
};
use tokio::{runtime::Handle, task::JoinHandle};

use crate::{Clock, Directory, Lookup, Subject, UserState};

use super::{BridgeSettings, ResolveError};

/// How long a refusal is remembered, so that a retrying client does not become load.
pub(super) const REFUSAL_MEMORY: Duration = Duration::from_secs(10);
/// How long "could not look" is remembered: long enough for everybody who waited for the same look.
pub(super) const FAILURE_MEMORY: Duration = Duration::from_millis(250);
/// How long subjects gather before they are read again: far less than is left of their time, and enough
/// that a thousand of them cost a few statements.
const GATHER: Duration = Duration::from_millis(20);
/// Subjects in one statement.
const BATCH: usize = 1_000;
/// Later than any time.
const NEVER: Duration = Duration::MAX;

/// What is remembered of a subject.
pub(super) type Answer = Result<UserState, ResolveError>;

/// An answer, and when it may be given. Times are since the epoch.
#[derive(Clone)]
pub(super) struct Entry {
    answer: Answer,
    /// From when on it should be read again; [`NEVER`] if it need not, or is being read.
    renew: Duration,
    /// Until when it may be given.
    until: Duration,
    /// Tells it from every other entry, so that what is read for it replaces nothing else.
    stamp: u64,
}

impl Entry {
    pub(super) fn into_answer(self) -> Answer {
        self.answer
    }
}

type SubjectCache = Cache<Subject, Entry, UnitWeighter, RandomState>;
/// The right, and the duty, to load what others wait for.
pub(super) type Loading<'a> =
    PlaceholderGuard<'a, Subject, Entry, UnitWeighter, RandomState, DefaultLifecycle<Subject, Entry>>;

pub(super) struct Memory {
    directory: Arc<dyn Directory>,
    clock: Arc<dyn Clock>,
    cache: SubjectCache,
    cache_for: Duration,
    stamps: AtomicU64,
    due: Mutex<Due>,
}

/// Who should be read again.
#[derive(Default)]
struct Due {
    waiting: Vec<(Subject, u64)>,
    /// Reads them; `None` when it has found nobody left.
    reader: Option<JoinHandle<()>>,
}

impl Memory {
    pub(super) fn new(directory: &Arc<dyn Directory>, clock: Arc<dyn Clock>, settings: &BridgeSettings) -> Arc<Self> {
        let entries = settings.cache_entries.max(1);
        let cache =
            Cache::with(entries, entries as u64, UnitWeighter, RandomState::default(), DefaultLifecycle::default());
        Arc::new(Self {
            directory: Arc::clone(directory),
            clock,
            cache,
            cache_for: settings.cache_for,
            stamps: AtomicU64::new(0),
            due: Mutex::default(),
        })
    }

    /// What may still be answered. Never waits.
    pub(super) fn get(self: &Arc<Self>, subject: &Subject) -> Option<Answer> {
        let entry = self.cache.get(subject)?;
        let now = self.clock.now();
        if now >= entry.until {
            // Only the entry that was seen: another request may have renewed it.
            self.cache.remove_if(subject, |other| other.stamp == entry.stamp);
            return None;
        }
        if now >= entry.renew {
            self.renew(subject, entry.stamp);
        }
        Some(entry.answer)
    }

    /// What somebody else loads at this moment, or the duty to load it.
    pub(super) async fn join(&self, subject: &Subject) -> Result<Answer, Loading<'_>> {
        self.cache.get_value_or_guard_async(subject).await.map(Entry::into_answer)
    }

    pub(super) fn forget(&self, subject: &Subject) {
        self.cache.remove(subject);
    }

    pub(super) fn forget_all(&self) {
        self.cache.clear();
    }

    pub(super) fn now(&self) -> Duration {
        self.clock.now()
    }

    /// Remembers an answer.
    ///
    /// * `asked_at`, when the directory was asked: what it says may have been outdated right afterwards.
    pub(super) fn entry(&self, answer: Answer, asked_at: Duration) -> Entry {
        let stamp = self.stamps.fetch_add(1, Ordering::Relaxed);
        let (renew, until) = match &answer {
            // A deactivated user is a refusal, but the database may undo it at any time.
            Ok(_) => (asked_at + age_of_renewal(stamp, self.cache_for), asked_at + self.cache_for),
            Err(ResolveError::Directory(_) | ResolveError::Clerk { .. }) => (NEVER, self.clock.now() + FAILURE_MEMORY),
            Err(_) => (NEVER, self.clock.now() + REFUSAL_MEMORY),
        };
        Entry { answer, renew, until, stamp }
    }

    /// Has the entry of this stamp read again, unless it is being read already.
    fn renew(self: &Arc<Self>, subject: &Subject, stamp: u64) {
        // Where nothing runs in the background the entry lives to its end.
        let Ok(runtime) = Handle::try_current() else { return };
        let claimed = self.cache.entry(subject, Some(Duration::ZERO), |_, entry| {
            let is_ours = entry.stamp == stamp && entry.renew != NEVER;
            if is_ours {
                entry.renew = NEVER;
            }
            EntryAction::Retain(is_ours)
        });
        if !matches!(claimed, EntryResult::Retained(true)) {
            return;
        }
        let mut due = self.due.lock().unwrap_or_else(PoisonError::into_inner);
        due.waiting.push((subject.clone(), stamp));
        // One that has ended otherwise than by its own decision is replaced.
        if due.reader.as_ref().is_none_or(JoinHandle::is_finished) {
            due.reader = Some(runtime.spawn(Arc::clone(self).read_due()));
        }
    }

    /// Reads whoever is due, until nobody is.
    async fn read_due(self: Arc<Self>) {
        loop {
            tokio::time::sleep(GATHER).await;
            let waiting = {
                let mut due = self.due.lock().unwrap_or_else(PoisonError::into_inner);
                if due.waiting.is_empty() {
                    due.reader = None;
                    return;
                }
                mem::take(&mut due.waiting)
            };
            // One statement after the other: the database has requests to answer as well.
            for batch in waiting.chunks(BATCH) {
                self.read_again(batch).await;
            }
        }
    }

    async fn read_again(&self, batch: &[(Subject, u64)]) {
        let subjects: Vec<Subject> = batch.iter().map(|(subject, _)| subject.clone()).collect();
        let asked_at = self.clock.now();
        let lookups = match self.directory.lookup_many(&subjects).await {
            Ok(lookups) => lookups,
            Err(error) => {
                // They are answered until their time is up; then a request finds out, and tells.
                tracing::debug!(%error, "{} users could not be read again", batch.len());
                return;
            }
        };
        for ((subject, stamp), lookup) in batch.iter().zip(lookups) {
            if let Lookup::Linked(state) = lookup {
                let fresh = self.entry(Ok(state), asked_at);
                // What was forgotten or loaded meanwhile has another stamp or none, and stays as it is.
                self.cache.entry(subject, Some(Duration::ZERO), |_, entry| {
                    if entry.stamp == *stamp {
                        *entry = fresh;
                    }
                    EntryAction::Retain(())
                });
            } else {
                // What else there is to say takes locks and the policy, so it is left to the next request.
                self.cache.remove_if(subject, |entry| entry.stamp == *stamp);
            }
        }
    }
}

/// At which age an entry is read again: between a half and five sixths of its time. Multiples of the golden ratio
/// fall evenly over it, whoever comes together.
fn age_of_renewal(stamp: u64, cache_for: Duration) -> Duration {
    const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
    let share = u32::try_from(stamp.wrapping_mul(GOLDEN) >> 48).unwrap_or_default();
    cache_for / 2 + cache_for / 3 / 65_536 * share
}

#[cfg(test)]
mod tests;
