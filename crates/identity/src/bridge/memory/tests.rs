//! Reading again ahead of time. The clock is set by hand, and the time of the runtime stands still unless
//! everybody waits.

use std::{
    collections::{HashMap, HashSet},
    sync::atomic::{AtomicBool, AtomicUsize},
};

use proptest::{collection::vec, prelude::*};
use tokio::sync::Semaphore;

use super::*;
use crate::{
    BoxFuture, Bridge, Credentials, DirectoryError, ManualClock, PersonClaims, Provision, Provisioned, UserId,
    UserNumber, VerifiedSession, VerifyError, VerifyToken,
};

const LIMIT: Duration = Duration::from_secs(3);
/// Every entry is old enough to be read again, and none too old to be given.
const DUE: Duration = Duration::from_millis(2_600);
const MANY: usize = 1_000;
/// What the clock tells apart.
const MOMENT: Duration = Duration::from_millis(1);

/// Who has which user, and what was asked.
#[derive(Debug)]
struct Ledger {
    /// Nobody has those who are missing.
    users: Mutex<HashMap<Subject, UserState>>,
    /// A read in the background takes a permit after it has seen what it will tell.
    gate: Semaphore,
    is_away: AtomicBool,
    lookups: AtomicUsize,
    statements: AtomicUsize,
    reading: AtomicUsize,
    most_reading: AtomicUsize,
    provisions: AtomicUsize,
}

impl Ledger {
    fn set(&self, person: usize, user: Option<UserState>) {
        let mut users = self.users.lock().unwrap();
        match user {
            Some(user) => users.insert(subject(person), user),
            None => users.remove(&subject(person)),
        };
    }

    fn see(&self, subject: &Subject) -> Lookup {
        self.users.lock().unwrap().get(subject).map_or(Lookup::Unknown, |user| Lookup::Linked(*user))
    }

    fn asked(&self) -> (usize, usize) {
        (self.lookups.load(Ordering::SeqCst), self.statements.load(Ordering::SeqCst))
    }
}

impl Directory for Ledger {
    fn lookup<'a>(&'a self, subject: &'a Subject) -> BoxFuture<'a, Result<Lookup, DirectoryError>> {
        self.lookups.fetch_add(1, Ordering::SeqCst);
        Box::pin(async { Ok(self.see(subject)) })
    }

    fn lookup_many<'a>(&'a self, subjects: &'a [Subject]) -> BoxFuture<'a, Result<Vec<Lookup>, DirectoryError>> {
        Box::pin(async {
            self.statements.fetch_add(1, Ordering::SeqCst);
            let reading = self.reading.fetch_add(1, Ordering::SeqCst) + 1;
            self.most_reading.fetch_max(reading, Ordering::SeqCst);
            let seen = subjects.iter().map(|subject| self.see(subject)).collect();
            self.gate.acquire().await.unwrap().forget();
            self.reading.fetch_sub(1, Ordering::SeqCst);
            if self.is_away.load(Ordering::SeqCst) { Err(DirectoryError::new("away")) } else { Ok(seen) }
        })
    }

    fn provision<'a>(&'a self, _: Provision<'a>) -> BoxFuture<'a, Result<Provisioned, DirectoryError>> {
        self.provisions.fetch_add(1, Ordering::SeqCst);
        Box::pin(async { Ok(Provisioned::User { user: user(99), created: true }) })
    }

    fn users<'a>(&'a self, _: &'a [UserNumber]) -> BoxFuture<'a, Result<Vec<Option<UserState>>, DirectoryError>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn subjects_of<'a>(
        &'a self,
        _: &'a [UserId],
    ) -> BoxFuture<'a, Result<HashMap<UserId, Vec<Subject>>, DirectoryError>> {
        Box::pin(async { Ok(HashMap::new()) })
    }
}

#[derive(Debug)]
struct NoTokens;

impl VerifyToken for NoTokens {
    fn verify_now(&self, _: &Credentials<'_>) -> Option<Result<Arc<VerifiedSession>, VerifyError>> {
        None
    }

    fn verify<'a>(&'a self, _: &'a Credentials<'a>) -> BoxFuture<'a, Result<Arc<VerifiedSession>, VerifyError>> {
        Box::pin(async { Err(VerifyError::Missing) })
    }
}

fn subject(person: usize) -> Subject {
    Subject { issuer: "https://clerk.example.com".parse().unwrap(), id: format!("user_{person}").parse().unwrap() }
}

fn user(number: i64) -> UserState {
    UserState { id: UserId::from_row(number).unwrap(), active: true }
}

struct World {
    bridge: Bridge,
    ledger: Arc<Ledger>,
    clock: Arc<ManualClock>,
}

impl World {
    /// So many people, each of whom has the user 1.
    fn of(people: usize) -> Self {
        let ledger = Arc::new(Ledger {
            users: Mutex::new((0..people).map(|person| (subject(person), user(1))).collect()),
            gate: Semaphore::new(MANY),
            is_away: AtomicBool::new(false),
            lookups: AtomicUsize::new(0),
            statements: AtomicUsize::new(0),
            reading: AtomicUsize::new(0),
            most_reading: AtomicUsize::new(0),
            provisions: AtomicUsize::new(0),
        });
        let clock = Arc::new(ManualClock::at(1_800_000_000));
        let settings = BridgeSettings { cache_for: LIMIT, ..BridgeSettings::default() };
        let bridge = Bridge::new(Arc::new(NoTokens), ledger.clone(), subject(0).issuer, settings);
        Self { bridge: bridge.with_clock(clock.clone()), ledger, clock }
    }

    async fn ask(&self, person: usize) -> Result<i64, ResolveError> {
        let session = VerifiedSession {
            subject: subject(person),
            session_id: "sess_1".into(),
            expires_at: 0,
            actor: None,
            claims: PersonClaims::default(),
        };
        self.bridge.ensure(&session).await.map(UserId::get)
    }

    async fn ask_all(&self, people: usize) {
        for person in 0..people {
            assert_eq!(self.ask(person).await.unwrap(), 1);
        }
    }

    /// Until everything in the background is done, or waits at the gate.
    async fn background(&self) {
        tokio::time::sleep(GATHER * 3).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_thousand_people_who_came_together_are_read_again_in_few_statements_and_never_wait() {
    let world = World::of(MANY);
    world.ask_all(MANY).await;

    for _ in 0..4 {
        world.clock.advance(DUE);
        for _ in 0..3 {
            world.ask_all(MANY).await;
        }
        world.background().await;
    }

    let (lookups, statements) = world.ledger.asked();
    assert_eq!(lookups, MANY, "a request waited");
    assert!((4..=8).contains(&statements), "{statements} statements");
    assert_eq!(world.ledger.most_reading.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn a_change_is_seen_by_the_read_ahead() {
    let world = World::of(1);
    world.ask(0).await.unwrap();
    world.ledger.set(0, Some(UserState { active: false, ..user(1) }));

    world.clock.advance(DUE);
    assert_eq!(world.ask(0).await.unwrap(), 1);
    world.background().await;

    assert!(matches!(world.ask(0).await, Err(ResolveError::Deactivated)));
    assert_eq!(world.ledger.asked(), (1, 1));
}

#[tokio::test(start_paused = true)]
async fn what_is_forgotten_while_it_is_read_again_stays_forgotten() {
    for (forget_all, asks_meanwhile) in [(false, false), (false, true), (true, false), (true, true)] {
        let world = World::of(1);
        world.ask(0).await.unwrap();
        world.ledger.gate.forget_permits(MANY);
        world.clock.advance(DUE);
        world.ask(0).await.unwrap();
        world.background().await;
        assert_eq!(world.ledger.reading.load(Ordering::SeqCst), 1);

        world.ledger.set(0, Some(user(2)));
        if forget_all {
            world.bridge.forget_all();
        } else {
            world.bridge.forget(&subject(0));
        }
        if asks_meanwhile {
            assert_eq!(world.ask(0).await.unwrap(), 2);
        }
        world.ledger.gate.add_permits(1);
        world.background().await;

        assert_eq!(world.ledger.reading.load(Ordering::SeqCst), 0);
        assert_eq!(world.ask(0).await.unwrap(), 2, "forget_all: {forget_all}, asks_meanwhile: {asks_meanwhile}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_failure_in_the_background_leaves_an_entry_to_its_limit() {
    let world = World::of(1);
    world.ask(0).await.unwrap();
    world.ledger.is_away.store(true, Ordering::SeqCst);

    world.clock.advance(DUE);
    for _ in 0..3 {
        assert_eq!(world.ask(0).await.unwrap(), 1);
        world.background().await;
    }
    assert_eq!(world.ledger.asked(), (1, 1), "it is not tried again and again");

    world.clock.advance(LIMIT);
    world.ask(0).await.unwrap();
    assert_eq!(world.ledger.asked(), (2, 1));
}

#[tokio::test(start_paused = true)]
async fn the_background_never_provisions_and_leaves_that_to_a_request() {
    let world = World::of(1);
    world.ask(0).await.unwrap();
    world.ledger.set(0, None);

    world.clock.advance(DUE);
    world.ask(0).await.unwrap();
    world.background().await;
    assert_eq!(world.ledger.provisions.load(Ordering::SeqCst), 0);

    assert_eq!(world.ask(0).await.unwrap(), 99);
    assert_eq!(world.ledger.provisions.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn who_does_not_come_back_is_not_read_again() {
    let world = World::of(2);
    world.ask_all(2).await;

    world.clock.advance(LIMIT);
    world.background().await;

    assert_eq!(world.ledger.asked(), (2, 0));
}

#[test]
fn without_a_runtime_requests_read_for_themselves() {
    use futures_util::FutureExt as _;
    let world = World::of(1);
    world.ask(0).now_or_never().unwrap().unwrap();

    world.clock.advance(DUE);
    world.ask(0).now_or_never().unwrap().unwrap();
    world.clock.advance(LIMIT);
    world.ask(0).now_or_never().unwrap().unwrap();

    assert_eq!(world.ledger.asked(), (2, 0));
}

#[test]
fn renewals_are_spread_evenly_over_a_third_of_the_time() {
    let mut buckets = [0; 20];
    for stamp in 5_000..6_000 {
        let age = age_of_renewal(stamp, LIMIT);
        assert!(age >= LIMIT / 2 && age < LIMIT * 5 / 6, "{age:?}");
        buckets[(age.as_millis() - (LIMIT / 2).as_millis()) as usize / 50] += 1;
    }
    assert!(buckets.iter().all(|count| (45..=55).contains(count)), "{buckets:?}");
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Ask(usize),
    Change(usize),
    Forget(usize),
    ForgetAll,
    Advance(u64),
    /// Shuts the gate or opens it.
    Gate(bool),
    Away(bool),
    Background,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..3_usize).prop_map(Step::Ask),
        3 => (0..3_usize).prop_map(Step::Change),
        1 => (0..3_usize).prop_map(Step::Forget),
        1 => Just(Step::ForgetAll),
        4 => (1..1_400_u64).prop_map(Step::Advance),
        1 => any::<bool>().prop_map(Step::Gate),
        1 => any::<bool>().prop_map(Step::Away),
        4 => Just(Step::Background),
    ]
}

/// Whose user was which from when on, and what may not be answered any more.
#[derive(Default)]
struct Truth {
    now: Duration,
    /// Times ascend.
    users: HashMap<usize, Vec<(Duration, i64)>>,
    forgotten: HashMap<usize, Duration>,
}

impl Truth {
    /// The users that may be answered: all who were true at some time in the last three seconds, and since the
    /// last time when the person was forgotten.
    fn allowed(&self, person: usize) -> HashSet<i64> {
        let from = self.forgotten.get(&person).copied().unwrap_or_default();
        // At the very limit an answer may not be given any more.
        let from = from.max((self.now + MOMENT).saturating_sub(LIMIT));
        let changes = &self.users[&person];
        let begun_before = changes.iter().rposition(|(since, _)| *since <= from).unwrap_or_default();
        changes[begun_before..].iter().map(|(_, user)| *user).collect()
    }
}

proptest! {
    #[test]
    fn nothing_is_answered_past_its_limit_or_after_it_was_forgotten(steps in vec(step(), 1..120)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        runtime.block_on(async {
            let world = World::of(3);
            // Answers of the times before the first change are the user 1.
            let mut truth = Truth { now: LIMIT * 2, ..Truth::default() };
            truth.users.extend((0..3).map(|person| (person, vec![(Duration::ZERO, 1)])));
            for (at, step) in steps.into_iter().enumerate() {
                // No two things happen at one moment.
                world.clock.advance(MOMENT);
                truth.now += MOMENT;
                match step {
                    Step::Ask(person) => {
                        let answer = world.ask(person).await.unwrap();
                        let allowed = truth.allowed(person);
                        prop_assert!(allowed.contains(&answer), "step {at}: {answer} of {allowed:?}");
                    }
                    Step::Change(person) => {
                        let number = 100 + i64::try_from(at).unwrap();
                        world.ledger.set(person, Some(user(number)));
                        truth.users.get_mut(&person).unwrap().push((truth.now, number));
                    }
                    Step::Forget(person) => {
                        world.bridge.forget(&subject(person));
                        truth.forgotten.insert(person, truth.now);
                    }
                    Step::ForgetAll => {
                        world.bridge.forget_all();
                        truth.forgotten.extend((0..3).map(|person| (person, truth.now)));
                    }
                    Step::Advance(ms) => {
                        world.clock.advance(Duration::from_millis(ms));
                        truth.now += Duration::from_millis(ms);
                    }
                    Step::Gate(is_open) => {
                        world.ledger.gate.forget_permits(MANY);
                        world.ledger.gate.add_permits(if is_open { MANY } else { 0 });
                    }
                    Step::Away(is_away) => world.ledger.is_away.store(is_away, Ordering::SeqCst),
                    Step::Background => world.background().await,
                }
            }
            Ok(())
        })?;
    }
}
