//! What the bridge remembers of subjects, and how long that is worth something.
//!
//! There are two kinds of time. Where nobody tells what changes, a user is answered for a few seconds after the
//! database was asked. Where a [`ChangeSource`](crate::ChangeSource) tells, they are answered until they change, as
//! long as the source has proved within the last [`TRUST`] that it hears; when it has not, every request reads the
//! database. `docs/invalidation.md` tells the whole.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use foldhash::fast::RandomState;
use quick_cache::{
    UnitWeighter,
    sync::{Cache, DefaultLifecycle, EntryAction, EntryResult, PlaceholderGuard},
};

use crate::{Clock, Subject, UserRef, UserState};

use super::{
    BridgeReport, BridgeSettings, ResolveError,
    generations::{Generations, Place},
};

/// How long a refusal is remembered, so that a retrying client does not become load.
pub(super) const REFUSAL_MEMORY: Duration = Duration::from_secs(10);
/// How long "could not look" is remembered: long enough for everybody who waited for the same look.
pub(super) const FAILURE_MEMORY: Duration = Duration::from_millis(250);
/// How long memory may answer after the source of changes was asked whether it hears, and heard. What is lost on
/// the way is lost for no longer than this.
pub(super) const TRUST: Duration = Duration::from_secs(2);
/// How long a database that did not answer is left alone by requests that have an older answer.
const OUTAGE_MEMORY: Duration = Duration::from_secs(1);
/// Looks that are under way or were refused, at the same time; users are kept elsewhere.
const LOOKS: usize = 10_000;
/// Instead of a time: no source of changes was ever attached.
const UNWATCHED: u64 = u64::MAX;

/// What is said of a subject.
pub(super) type Answer = Result<UserState, ResolveError>;

/// A user whom the directory has named. Times are steady nanoseconds.
#[derive(Clone, Copy)]
struct Known {
    state: UserState,
    asked_at: u64,
    generation: u64,
    places: [Place; 2],
}

/// The outcome of a look, for those who waited for it, and what was refused.
#[derive(Clone)]
pub(super) struct Look {
    answer: Answer,
    begun: Begun,
    place: Place,
    /// Until when a refusal or a failure may be given.
    until: u64,
}

/// When a look began.
#[derive(Clone, Copy)]
pub(super) struct Begun {
    /// Later than that of every request that had arrived.
    turn: u64,
    generation: u64,
    /// Before the directory was asked: what it says may have been outdated right afterwards.
    asked_at: u64,
}

/// A refusal that somebody got, and until when it is good.
#[derive(Clone)]
pub(super) struct Refusal {
    pub(super) error: ResolveError,
    until: u64,
}

type Looks = Cache<Subject, Look, UnitWeighter, RandomState>;
/// The right, and the duty, to look for others who wait.
pub(super) type Looking<'a> =
    PlaceholderGuard<'a, Subject, Look, UnitWeighter, RandomState, DefaultLifecycle<Subject, Look>>;

/// What a request finds that has to look.
pub(super) enum Turn<'a> {
    /// Somebody else has looked.
    Answered(Answer),
    /// It has to look itself. Where the policy would have to decide again, the refusal is still good.
    Look(Looking<'a>, Option<Refusal>),
}

pub(super) struct Memory {
    clock: Arc<dyn Clock>,
    known: Cache<Subject, Known, UnitWeighter, RandomState>,
    looks: Looks,
    generations: Generations,
    turns: AtomicU64,
    /// Until when the source of changes is trusted, or [`UNWATCHED`].
    trusted_until: AtomicU64,
    /// Every change that was made before this has been told.
    told_until: AtomicU64,
    /// Until when the database is taken for away.
    away_until: AtomicU64,
    cache_for: u64,
    watched_for: u64,
    stale_for: u64,
    counts: Counts,
}

#[derive(Default)]
struct Counts {
    stale_answers: AtomicU64,
    changes: AtomicU64,
    flushes: AtomicU64,
    losses: AtomicU64,
}

impl Memory {
    pub(super) fn new(clock: Arc<dyn Clock>, settings: &BridgeSettings) -> Arc<Self> {
        let entries = settings.cache_entries.max(1);
        let hasher = RandomState::default;
        Arc::new(Self {
            clock,
            known: Cache::with(entries, entries as u64, UnitWeighter, hasher(), DefaultLifecycle::default()),
            looks: Cache::with(LOOKS, LOOKS as u64, UnitWeighter, hasher(), DefaultLifecycle::default()),
            generations: Generations::new(),
            turns: AtomicU64::new(0),
            trusted_until: AtomicU64::new(UNWATCHED),
            told_until: AtomicU64::new(0),
            away_until: AtomicU64::new(0),
            cache_for: nanos(settings.cache_for),
            watched_for: nanos(settings.watched_for),
            stale_for: nanos(settings.stale_for),
            counts: Counts::default(),
        })
    }

    /// Who it is, if that may be answered from memory. Never waits.
    pub(super) fn get(&self, subject: &Subject) -> Option<UserState> {
        let known = self.known.get(subject)?;
        let now = self.steady();
        let lifetime = self.lifetime(now)?;
        // A change that is told while this goes on may or may not be seen, as if it had come a little later.
        (now < known.asked_at.saturating_add(lifetime) && self.is_current(&known)).then_some(known.state)
    }

    /// Who it was when that could last be known, if the setting still allows to say so.
    pub(super) fn stale(&self, subject: &Subject) -> Option<UserState> {
        let known = self.known.get(subject)?;
        let true_at = known.asked_at.max(self.told_until.load(Ordering::Acquire));
        (self.steady() < true_at.saturating_add(self.stale_for) && self.is_current(&known)).then_some(known.state)
    }

    /// To be taken when a request arrives that has to look.
    pub(super) fn arrive(&self) -> u64 {
        self.turns.fetch_add(1, Ordering::SeqCst)
    }

    /// To be taken right before the directory is asked.
    pub(super) fn begin_look(&self) -> Begun {
        let turn = self.turns.fetch_add(1, Ordering::SeqCst);
        Begun { turn, generation: self.generations.now(), asked_at: self.steady() }
    }

    /// Waits for whoever looks for the subject, and takes their answer if it is good for a request that arrived at
    /// this turn; else it is the caller's turn to look.
    pub(super) async fn join(&self, subject: &Subject, arrived: u64) -> Turn<'_> {
        let mut refused = None;
        let entry = self.looks.entry_async(subject, |_, look| {
            if self.is_good(look, arrived) {
                return EntryAction::Retain(look.answer.clone());
            }
            refused = self.still_refused(look);
            EntryAction::ReplaceWithGuard
        });
        match entry.await {
            EntryResult::Retained(answer) => Turn::Answered(answer),
            EntryResult::Vacant(looking) | EntryResult::Replaced(looking, _) => Turn::Look(looking, refused),
            // Nobody removes here, and nobody set a limit to waiting.
            EntryResult::Removed(..) | EntryResult::Timeout => unreachable!("an entry is kept or replaced"),
        }
    }

    /// Remembers what a look has found, and tells those who wait.
    pub(super) fn remember(
        &self,
        looking: Looking<'_>,
        subject: &Subject,
        begun: Begun,
        answer: &Answer,
        refused: Option<Refusal>,
    ) {
        let place = self.generations.of_subject(&subject.id);
        let until = match (answer, refused) {
            (Ok(state), _) => {
                let places = [place, self.generations.of_user(state.id)];
                let known = Known { state: *state, asked_at: begun.asked_at, generation: begun.generation, places };
                self.known.insert(subject.clone(), known);
                0
            }
            // It does not become longer by being given once more.
            (Err(_), Some(refusal)) => refusal.until,
            (Err(ResolveError::Directory(_) | ResolveError::Clerk { .. }), None) => {
                self.steady().saturating_add(nanos(FAILURE_MEMORY))
            }
            (Err(_), None) => self.steady().saturating_add(nanos(REFUSAL_MEMORY)),
        };
        // Fails if so many others looked that this place was needed; nobody waits then.
        let _ = looking.insert(Look { answer: answer.clone(), begun, place, until });
    }

    /// Whether a request that arrived at this turn may be given the outcome.
    fn is_good(&self, look: &Look, arrived: u64) -> bool {
        let now = self.steady();
        if !self.generations.is_current(look.begun.generation, look.place) {
            return false;
        }
        let lifetime = self.lifetime(now);
        let is_young = look.begun.turn > arrived;
        match &look.answer {
            Ok(state) => {
                // It was not known whose changes matter before it was known who it is.
                self.generations.is_current(look.begun.generation, self.generations.of_user(state.id))
                    && (is_young || lifetime.is_some_and(|lifetime| now < look.begun.asked_at.saturating_add(lifetime)))
            }
            // That nobody could look says nothing that could be outdated.
            Err(ResolveError::Directory(_) | ResolveError::Clerk { .. }) => now < look.until,
            Err(_) => now < look.until && (is_young || lifetime.is_some()),
        }
    }

    /// A refusal that is good as long as the directory, asked again, does not know better.
    fn still_refused(&self, look: &Look) -> Option<Refusal> {
        let failed = |error: &ResolveError| matches!(error, ResolveError::Directory(_) | ResolveError::Clerk { .. });
        let error = look.answer.as_ref().err().filter(|error| !failed(error))?;
        let is_good = self.steady() < look.until && self.generations.is_current(look.begun.generation, look.place);
        is_good.then(|| Refusal { error: error.clone(), until: look.until })
    }

    pub(super) fn forget(&self, subject: &Subject) {
        self.generations.change(self.generations.of_subject(&subject.id));
    }

    pub(super) fn forget_user(&self, user: crate::UserId) {
        self.generations.change(self.generations.of_user(user));
    }

    pub(super) fn forget_all(&self) {
        self.generations.change_all();
    }

    /// How long a user is answered who was asked for once; `None` if the database has to be asked each time.
    fn lifetime(&self, now: u64) -> Option<u64> {
        match self.trusted_until.load(Ordering::Acquire) {
            UNWATCHED => Some(self.cache_for),
            until if now < until => Some(self.watched_for),
            _ => None,
        }
    }

    fn is_current(&self, known: &Known) -> bool {
        known.places.iter().all(|place| self.generations.is_current(known.generation, *place))
    }

    /// Since the epoch.
    pub(super) fn now(&self) -> Duration {
        self.clock.now()
    }

    /// Steady nanoseconds.
    pub(super) fn steady(&self) -> u64 {
        nanos(self.clock.steady())
    }

    /// Whether the database has lately not answered.
    pub(super) fn is_away(&self) -> bool {
        self.steady() < self.away_until.load(Ordering::Relaxed)
    }

    /// Notes whether the database has answered.
    pub(super) fn note_answer(&self, has_answered: bool) {
        let until = if has_answered { 0 } else { self.steady().saturating_add(nanos(OUTAGE_MEMORY)) };
        self.away_until.store(until, Ordering::Relaxed);
    }

    pub(super) fn count_stale_answer(&self) {
        self.counts.stale_answers.fetch_add(1, Ordering::Relaxed);
    }

    /// From now on nothing is answered from memory before the source of changes has begun.
    pub(super) fn watch(&self) {
        self.trusted_until.store(0, Ordering::Release);
    }

    /// See [`Watch`](crate::Watch) for this and the following.
    pub(super) fn begin(&self, since: u64) {
        self.change_all();
        self.confirm(since);
    }

    pub(super) fn confirm(&self, since: u64) {
        self.told_until.store(since, Ordering::Release);
        self.trusted_until.store(since.saturating_add(nanos(TRUST)), Ordering::Release);
    }

    pub(super) fn change(&self, whose: &UserRef) {
        let place = match whose {
            UserRef::Number(number) => self.generations.of_number(*number),
            UserRef::Clerk(id) => self.generations.of_subject(id),
        };
        self.generations.change(place);
        self.counts.changes.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn change_all(&self) {
        self.generations.change_all();
        self.counts.flushes.fetch_add(1, Ordering::Relaxed);
    }

    /// Whether it had been trusted until now.
    pub(super) fn lose(&self) -> bool {
        let was_trusted = self.trusted_until.swap(0, Ordering::AcqRel) != 0;
        self.counts.losses.fetch_add(u64::from(was_trusted), Ordering::Relaxed);
        was_trusted
    }

    pub(super) fn report(&self) -> BridgeReport {
        let count = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let trusted_until = self.trusted_until.load(Ordering::Acquire);
        BridgeReport {
            entries: self.known.len(),
            is_watched: trusted_until != UNWATCHED,
            is_trusted: trusted_until != UNWATCHED && self.steady() < trusted_until,
            stale_answers: count(&self.counts.stale_answers),
            changes: count(&self.counts.changes),
            flushes: count(&self.counts.flushes),
            losses: count(&self.counts.losses),
        }
    }
}

fn nanos(time: Duration) -> u64 {
    // Enough for five centuries.
    time.as_secs().saturating_mul(1_000_000_000).saturating_add(time.subsec_nanos().into())
}
