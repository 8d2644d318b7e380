//! What is answered from memory while somebody tells of changes. The clock is set by hand.

mod random;

use std::{
    collections::HashMap,
    future::pending,
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::sync::Semaphore;

use super::*;
use crate::{
    Bridge, BridgeSettings, Directory, DirectoryError, Lookup, ManualClock, PersonClaims, Provision, Provisioned,
    ResolveError, Resolved, Subject, UserId, UserNumber, UserState, VerifiedSession,
    bridge::{
        memory::{REFUSAL_MEMORY, TRUST},
        tests::NoTokens,
    },
    policy::Conflict,
};

const MANY: usize = 10_000;
/// What the clock tells apart.
const MOMENT: Duration = Duration::from_millis(1);

/// Who has which user, and how often that was asked.
#[derive(Debug)]
struct Ledger {
    says: Mutex<HashMap<Subject, Lookup>>,
    /// A read takes a permit after it has seen what it will tell.
    gate: Semaphore,
    is_away: AtomicBool,
    lookups: AtomicUsize,
    provisions: AtomicUsize,
}

impl Ledger {
    fn set(&self, person: usize, says: Lookup) {
        self.says.lock().unwrap().insert(subject(person), says);
    }

    fn lookups(&self) -> usize {
        self.lookups.load(Ordering::SeqCst)
    }
}

impl Directory for Ledger {
    fn lookup<'a>(&'a self, subject: &'a Subject) -> BoxFuture<'a, Result<Lookup, DirectoryError>> {
        Box::pin(async {
            self.lookups.fetch_add(1, Ordering::SeqCst);
            let says = self.says.lock().unwrap().get(subject).cloned();
            self.gate.acquire().await.unwrap().forget();
            if self.is_away.load(Ordering::SeqCst) {
                return Err(DirectoryError::new("away"));
            }
            Ok(says.unwrap_or(Lookup::Unknown))
        })
    }

    fn lookup_many<'a>(&'a self, _: &'a [Subject]) -> BoxFuture<'a, Result<Vec<Lookup>, DirectoryError>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn provision<'a>(&'a self, _: Provision<'a>) -> BoxFuture<'a, Result<Provisioned, DirectoryError>> {
        self.provisions.fetch_add(1, Ordering::SeqCst);
        Box::pin(async { Ok(Provisioned::Refused(crate::policy::Refusal::NotProvisioned)) })
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

/// Hands the memory over to the test.
#[derive(Debug)]
struct Handed(Mutex<Option<tokio::sync::oneshot::Sender<Watch>>>);

impl ChangeSource for Handed {
    fn tell<'a>(&'a self, watch: &'a Watch) -> BoxFuture<'a, ()> {
        let sender = self.0.lock().unwrap().take();
        sender.unwrap().send(watch.clone()).unwrap();
        Box::pin(pending())
    }
}

fn subject(person: usize) -> Subject {
    Subject { issuer: "https://clerk.example.com".parse().unwrap(), id: format!("user_{person}").parse().unwrap() }
}

fn session(person: usize) -> VerifiedSession {
    VerifiedSession {
        subject: subject(person),
        session_id: "sess_1".into(),
        expires_at: 0,
        issued_at: None,
        actor: None,
        claims: PersonClaims::default(),
    }
}

fn user(number: i64) -> UserState {
    UserState { id: UserId::from_row(number).unwrap(), active: true }
}

fn named(text: &str) -> UserRef {
    text.parse().unwrap()
}

struct World {
    bridge: Arc<Bridge>,
    watch: Watch,
    ledger: Arc<Ledger>,
    clock: Arc<ManualClock>,
}

impl World {
    /// So many people, each of whom has the user 1; nobody has begun to tell.
    async fn of(people: usize) -> Self {
        let ledger = Arc::new(Ledger {
            says: Mutex::new((0..people).map(|person| (subject(person), Lookup::Linked(user(1)))).collect()),
            gate: Semaphore::new(MANY),
            is_away: AtomicBool::new(false),
            lookups: AtomicUsize::new(0),
            provisions: AtomicUsize::new(0),
        });
        let clock = Arc::new(ManualClock::at(1_800_000_000));
        let (sender, handed) = tokio::sync::oneshot::channel();
        let settings = BridgeSettings { stale_for: Duration::from_secs(30), ..BridgeSettings::default() };
        let bridge = Bridge::new(Arc::new(NoTokens), ledger.clone(), subject(0).issuer, settings)
            .with_clock(clock.clone())
            .watching(Handed(Mutex::new(Some(sender))));
        Self { bridge: Arc::new(bridge), watch: handed.await.unwrap(), ledger, clock }
    }

    async fn begun(people: usize) -> Self {
        let world = Self::of(people).await;
        world.watch.begin(world.watch.now());
        world
    }

    async fn ask(&self, person: usize) -> Result<i64, ResolveError> {
        self.bridge.ensure(&session(person)).await.map(UserId::get)
    }

    async fn ask_or_stale(&self, person: usize) -> Result<(i64, bool), ResolveError> {
        let answer = self.bridge.ensure_or_stale(&session(person)).await;
        answer.map(|Resolved { user, is_stale }| (user.get(), is_stale))
    }

    /// Time passes, and all the while the source is heard.
    fn live(&self, time: Duration) {
        for _ in 0..time.as_secs() {
            self.clock.advance(Duration::from_secs(1));
            self.watch.confirm(self.watch.now());
        }
    }
}

#[tokio::test]
async fn a_user_who_does_not_change_is_read_once_and_again_after_ten_minutes() {
    let world = World::begun(1).await;
    world.ask(0).await.unwrap();

    world.live(Duration::from_secs(599));
    world.ask(0).await.unwrap();
    assert_eq!(world.ledger.lookups(), 1);

    world.live(Duration::from_secs(1));
    world.ask(0).await.unwrap();
    assert_eq!(world.ledger.lookups(), 2);
}

#[tokio::test]
async fn before_a_source_has_begun_and_after_it_was_lost_every_request_reads() {
    let world = World::of(1).await;
    for lookups in 1..=3 {
        world.ask(0).await.unwrap();
        assert_eq!(world.ledger.lookups(), lookups);
    }

    world.watch.begin(world.watch.now());
    world.ask(0).await.unwrap();
    world.ask(0).await.unwrap();
    assert_eq!(world.ledger.lookups(), 4, "and what was read before it began is forgotten");

    assert!(world.watch.lose());
    assert!(!world.watch.lose(), "it is lost once");
    for lookups in 5..=7 {
        world.ask(0).await.unwrap();
        assert_eq!(world.ledger.lookups(), lookups);
    }
    assert_eq!(world.bridge.report().losses, 1);
}

#[tokio::test]
async fn a_source_that_falls_silent_is_trusted_for_two_seconds() {
    let world = World::begun(1).await;
    world.ask(0).await.unwrap();
    world.ledger.set(0, Lookup::Linked(user(2)));

    world.clock.advance(TRUST.saturating_sub(MOMENT));
    assert_eq!(world.ask(0).await.unwrap(), 1);
    assert!(world.bridge.report().is_trusted);

    world.clock.advance(MOMENT);
    assert_eq!(world.ask(0).await.unwrap(), 2);
    assert!(!world.bridge.report().is_trusted);
}

#[tokio::test]
async fn a_change_is_told_by_clerk_id_by_number_or_of_all() {
    for (told, seen) in [("user_0", true), ("1", true), ("*", true), ("user_1", false), ("2", false)] {
        let world = World::begun(1).await;
        world.ask(0).await.unwrap();
        world.ledger.set(0, Lookup::Linked(UserState { active: false, ..user(1) }));

        match told.parse::<UserRef>() {
            Ok(whose) => world.watch.changed(&whose),
            Err(_) => world.watch.all_changed(),
        }

        assert_eq!(matches!(world.ask(0).await, Err(ResolveError::Deactivated)), seen, "{told}");
        let report = world.bridge.report();
        assert_eq!(report.changes + report.flushes, 2, "the beginning, and {told}");
    }
}

#[tokio::test]
async fn whoever_waits_for_a_read_that_a_change_has_overtaken_reads_anew() {
    for told in ["user_0", "1"] {
        let world = World::begun(1).await;
        world.ledger.gate.forget_permits(MANY);
        let ask = || {
            let bridge = Arc::clone(&world.bridge);
            tokio::spawn(async move { bridge.ensure(&session(0)).await.map(UserId::get) })
        };
        let early = ask();
        while world.ledger.lookups() == 0 {
            tokio::task::yield_now().await;
        }
        world.ledger.set(0, Lookup::Linked(user(2)));
        world.watch.changed(&named(told));
        let late = ask();
        tokio::task::yield_now().await;

        world.ledger.gate.add_permits(MANY);

        assert_eq!(early.await.unwrap().unwrap(), 1, "it came before the change");
        assert_eq!(late.await.unwrap().unwrap(), 2, "{told}");
        assert_eq!(world.ask(0).await.unwrap(), 2);
        assert_eq!(world.ledger.lookups(), 2);
    }
}

#[tokio::test]
async fn a_refusal_is_not_decided_again_while_nobody_tells_unless_the_directory_knows_better() {
    let world = World::of(0).await;
    for _ in 0..3 {
        assert!(matches!(world.ask(0).await, Err(ResolveError::NotProvisioned)));
    }
    assert_eq!((world.ledger.lookups(), world.ledger.provisions.load(Ordering::SeqCst)), (3, 1));

    world.ledger.set(0, Lookup::Tombstoned);
    assert!(matches!(world.ask(0).await, Err(ResolveError::Revoked)));
    world.ledger.set(0, Lookup::Linked(user(1)));
    assert_eq!(world.ask(0).await.unwrap(), 1);

    world.ledger.set(0, Lookup::Conflict(Conflict::SharedSubject));
    world.ask(0).await.unwrap_err();
    world.clock.advance(REFUSAL_MEMORY);
    world.ask(0).await.unwrap_err();
    assert_eq!(
        world.ledger.provisions.load(Ordering::SeqCst),
        3,
        "it was not remembered for longer by being given again"
    );
}

#[tokio::test(start_paused = true)]
async fn without_a_database_old_answers_are_given_for_a_while_to_those_who_want_them() {
    let world = World::begun(2).await;
    world.ask(0).await.unwrap();
    world.live(Duration::from_secs(100));
    world.watch.lose();
    world.ledger.is_away.store(true, Ordering::SeqCst);

    for _ in 0..2 {
        assert!(matches!(world.ask(0).await, Err(ResolveError::Directory(_))), "others get no old answers");
        assert_eq!(world.ask_or_stale(0).await.unwrap(), (1, true));
        assert!(matches!(world.ask_or_stale(1).await, Err(ResolveError::Directory(_))), "nobody knows who that is");
        world.clock.advance(Duration::from_millis(14_999));
    }
    assert_eq!(world.ask_or_stale(0).await.unwrap(), (1, true), "30 s since it could last be known, less 2 ms");
    world.clock.advance(2 * MOMENT);
    assert!(matches!(world.ask_or_stale(0).await, Err(ResolveError::Directory(_))));
    assert_eq!(world.bridge.report().stale_answers, 3);

    world.ledger.is_away.store(false, Ordering::SeqCst);
    world.clock.advance(Duration::from_secs(1));
    assert_eq!(world.ask_or_stale(0).await.unwrap(), (1, false));
}

#[tokio::test(start_paused = true)]
async fn a_database_that_hangs_costs_an_old_answer_one_second_and_the_next_ones_nothing() {
    let world = World::begun(1).await;
    world.ask(0).await.unwrap();
    world.watch.lose();
    world.ledger.gate.forget_permits(MANY);

    let began = tokio::time::Instant::now();
    for _ in 0..5 {
        assert_eq!(world.ask_or_stale(0).await.unwrap(), (1, true));
    }

    assert_eq!(began.elapsed().as_secs(), 1);
    assert_eq!(world.ledger.lookups(), 2);
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_was_told_to_be_outdated_is_not_given_as_an_old_one() {
    let world = World::begun(1).await;
    world.ask(0).await.unwrap();
    world.watch.changed(&named("1"));
    world.watch.lose();
    world.ledger.is_away.store(true, Ordering::SeqCst);

    assert!(matches!(world.ask_or_stale(0).await, Err(ResolveError::Directory(_))));
}
