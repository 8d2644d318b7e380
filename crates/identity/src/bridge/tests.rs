//! The bridge over a directory that counts, waits and fails on command.

use std::sync::{
    Mutex,
    atomic::{AtomicUsize, Ordering},
};

use tokio::sync::Semaphore;

use crate::{BoxFuture, ManualClock, PersonClaims, UserNumber, VerifyError};

use super::{
    memory::{FAILURE_MEMORY, REFUSAL_MEMORY},
    *,
};

/// Answers what it was told to; every lookup takes a permit first.
#[derive(Debug)]
pub(super) struct FakeDirectory {
    answer: Mutex<Result<Lookup, ()>>,
    gate: Semaphore,
    lookups: AtomicUsize,
    provisions: AtomicUsize,
}

impl FakeDirectory {
    pub(super) fn new(answer: Result<Lookup, ()>) -> Arc<Self> {
        let gate = Semaphore::new(1_000);
        Arc::new(Self {
            answer: Mutex::new(answer),
            gate,
            lookups: AtomicUsize::new(0),
            provisions: AtomicUsize::new(0),
        })
    }

    fn set(&self, answer: Result<Lookup, ()>) {
        *self.answer.lock().unwrap() = answer;
    }

    fn lookups(&self) -> usize {
        self.lookups.load(Ordering::SeqCst)
    }
}

impl Directory for FakeDirectory {
    fn lookup<'a>(&'a self, _: &'a Subject) -> BoxFuture<'a, Result<Lookup, DirectoryError>> {
        Box::pin(async move {
            self.lookups.fetch_add(1, Ordering::SeqCst);
            // What is read is what stood there when the read began.
            let answer = self.answer.lock().unwrap().clone();
            self.gate.acquire().await.unwrap().forget();
            answer.map_err(|()| DirectoryError::new("the database is away"))
        })
    }

    fn provision<'a>(&'a self, request: Provision<'a>) -> BoxFuture<'a, Result<Provisioned, DirectoryError>> {
        Box::pin(async move {
            self.provisions.fetch_add(1, Ordering::SeqCst);
            Ok(match request.person {
                Person::NotAsked => Provisioned::AskClerk,
                _ => Provisioned::User { user: state(2), created: true },
            })
        })
    }

    fn users<'a>(&'a self, numbers: &'a [UserNumber]) -> BoxFuture<'a, Result<Vec<Option<UserState>>, DirectoryError>> {
        let known = |number: &UserNumber| UserState { active: number.get() != 13, ..state(number.get()) };
        Box::pin(async move { Ok(numbers.iter().map(|number| Some(known(number))).collect()) })
    }

    fn lookup_many<'a>(&'a self, subjects: &'a [Subject]) -> BoxFuture<'a, Result<Vec<Lookup>, DirectoryError>> {
        Box::pin(async move { Ok(vec![Lookup::Unknown; subjects.len()]) })
    }

    fn subjects_of<'a>(
        &'a self,
        _: &'a [UserId],
    ) -> BoxFuture<'a, Result<HashMap<UserId, Vec<Subject>>, DirectoryError>> {
        Box::pin(async { Ok(HashMap::new()) })
    }
}

#[derive(Debug)]
pub(super) struct NoTokens;

impl VerifyToken for NoTokens {
    fn verify_now(&self, _: &Credentials<'_>) -> Option<Result<Arc<VerifiedSession>, VerifyError>> {
        Some(Err(VerifyError::Missing))
    }

    fn verify<'a>(&'a self, _: &'a Credentials<'a>) -> BoxFuture<'a, Result<Arc<VerifiedSession>, VerifyError>> {
        Box::pin(async { Err(VerifyError::Missing) })
    }
}

/// Clerk, which answers with an error after the first call.
#[derive(Debug)]
struct FakeClerk(AtomicUsize, ClerkUsersError);

impl ClerkUsers for FakeClerk {
    fn user<'a>(&'a self, _: &'a Subject) -> BoxFuture<'a, Result<ClerkUser, ClerkUsersError>> {
        self.0.fetch_add(1, Ordering::SeqCst);
        Box::pin(async { Err(self.1.clone()) })
    }
}

fn state(number: i64) -> UserState {
    UserState { id: UserId::from_row(number).unwrap(), active: true }
}

fn session() -> VerifiedSession {
    let issuer: Issuer = "https://clerk.example.com".parse().unwrap();
    VerifiedSession {
        subject: Subject { issuer, id: "user_ada".parse().unwrap() },
        session_id: "sess_1".into(),
        expires_at: 0,
        issued_at: None,
        actor: None,
        claims: PersonClaims::default(),
    }
}

fn bridge(directory: &Arc<FakeDirectory>) -> (Arc<Bridge>, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::at(1_800_000_000));
    let issuer = session().subject.issuer;
    let bridge = Bridge::new(Arc::new(NoTokens), directory.clone(), issuer, BridgeSettings::default());
    (Arc::new(bridge.with_clock(clock.clone())), clock)
}

#[tokio::test]
async fn a_user_is_read_once_until_memory_runs_out() {
    let directory = FakeDirectory::new(Ok(Lookup::Linked(state(1))));
    let (bridge, clock) = bridge(&directory);

    for _ in 0..10 {
        assert_eq!(bridge.ensure(&session()).await.unwrap().get(), 1);
    }
    assert_eq!(directory.lookups(), 1);

    clock.advance(Duration::from_secs(3));
    bridge.ensure(&session()).await.unwrap();
    assert_eq!(directory.lookups(), 2);
}

#[tokio::test]
async fn concurrent_misses_share_one_read() {
    let directory = FakeDirectory::new(Ok(Lookup::Linked(state(1))));
    directory.gate.forget_permits(1_000);
    let (bridge, _) = bridge(&directory);
    let tasks: Vec<_> = (0..50)
        .map(|_| {
            let bridge = bridge.clone();
            tokio::spawn(async move { bridge.ensure(&session()).await })
        })
        .collect();
    while directory.lookups() == 0 {
        tokio::task::yield_now().await;
    }

    directory.gate.add_permits(1_000);
    for task in tasks {
        assert_eq!(task.await.unwrap().unwrap().get(), 1);
    }

    assert_eq!(directory.lookups(), 1);
}

#[tokio::test]
async fn a_read_that_was_under_way_when_the_subject_was_forgotten_is_not_remembered() {
    for forget_all in [false, true] {
        let directory = FakeDirectory::new(Ok(Lookup::Linked(state(1))));
        directory.gate.forget_permits(1_000);
        let (bridge, _) = bridge(&directory);
        let reader = tokio::spawn({
            let bridge = bridge.clone();
            async move { bridge.ensure(&session()).await }
        });
        while directory.lookups() == 0 {
            tokio::task::yield_now().await;
        }

        directory.set(Ok(Lookup::Linked(state(9))));
        if forget_all {
            bridge.forget_all();
        } else {
            bridge.forget(&session().subject);
        }
        directory.gate.add_permits(1_000);
        reader.await.unwrap().unwrap();

        assert_eq!(bridge.ensure(&session()).await.unwrap().get(), 9, "forget_all: {forget_all}");
    }
}

#[tokio::test]
async fn could_not_look_is_not_unknown_and_never_provisions() {
    let directory = FakeDirectory::new(Err(()));
    let (bridge, clock) = bridge(&directory);

    assert!(matches!(bridge.ensure(&session()).await, Err(ResolveError::Directory(_))));
    assert!(matches!(bridge.find(&session().subject).await, Err(ResolveError::Directory(_))));
    assert_eq!(directory.provisions.load(Ordering::SeqCst), 0);

    directory.set(Ok(Lookup::Linked(state(1))));
    clock.advance(FAILURE_MEMORY);
    assert_eq!(bridge.ensure(&session()).await.unwrap().get(), 1);
}

#[tokio::test]
async fn refusals_are_remembered_and_can_be_cleared() {
    let directory = FakeDirectory::new(Ok(Lookup::Tombstoned));
    let (bridge, clock) = bridge(&directory);

    for _ in 0..5 {
        assert!(matches!(bridge.ensure(&session()).await, Err(ResolveError::Revoked)));
    }
    assert_eq!(directory.lookups(), 1);

    directory.set(Ok(Lookup::Linked(state(1))));
    assert!(matches!(bridge.ensure(&session()).await, Err(ResolveError::Revoked)));
    bridge.forget(&session().subject);
    assert_eq!(bridge.ensure(&session()).await.unwrap().get(), 1);

    directory.set(Ok(Lookup::Tombstoned));
    clock.advance(Duration::from_secs(3));
    assert!(matches!(bridge.ensure(&session()).await, Err(ResolveError::Revoked)));
    clock.advance(REFUSAL_MEMORY);
    directory.set(Ok(Lookup::Linked(state(1))));
    assert_eq!(bridge.ensure(&session()).await.unwrap().get(), 1);
}

#[tokio::test]
async fn clerk_is_asked_once_and_its_two_kinds_of_no_stay_apart() {
    let unavailable = ClerkUsersError::Unavailable {
        retry_after: Some(Duration::from_secs(7)),
        source: Arc::from(Box::<dyn std::error::Error + Send + Sync>::from("down")),
    };
    for (error, revoked) in [(ClerkUsersError::Gone, true), (unavailable, false)] {
        let directory = FakeDirectory::new(Ok(Lookup::Unknown));
        let clerk = Arc::new(FakeClerk(AtomicUsize::new(0), error));
        let issuer = session().subject.issuer;
        let bridge = Bridge::new(Arc::new(NoTokens), directory.clone(), issuer, BridgeSettings::default())
            .with_clerk_users(clerk.clone())
            .with_clock(Arc::new(ManualClock::at(1)));

        for _ in 0..3 {
            match bridge.ensure(&session()).await {
                Err(ResolveError::Revoked) => assert!(revoked),
                Err(ResolveError::Clerk { retry_after, .. }) => {
                    assert!(!revoked);
                    assert_eq!(retry_after, Some(Duration::from_secs(7)));
                }
                other => panic!("{other:?}"),
            }
        }

        assert_eq!(clerk.0.load(Ordering::SeqCst), 1);
    }
}

#[tokio::test]
async fn claims_of_the_token_spare_the_call_to_clerk() {
    let directory = FakeDirectory::new(Ok(Lookup::Unknown));
    let clerk = Arc::new(FakeClerk(AtomicUsize::new(0), ClerkUsersError::Gone));
    let bridge =
        Bridge::new(Arc::new(NoTokens), directory.clone(), session().subject.issuer, BridgeSettings::default())
            .with_clerk_users(clerk.clone());
    let claims = PersonClaims { email: Some("ada@example.com".into()), email_verified: true, external_id: None };

    let user = bridge.ensure(&VerifiedSession { claims, ..session() }).await.unwrap();

    assert_eq!(user.get(), 2);
    assert_eq!(clerk.0.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn other_people_are_found_and_never_made() {
    let directory = FakeDirectory::new(Ok(Lookup::Unknown));
    let (bridge, _) = bridge(&directory);
    let reference = |text: &str| text.parse::<UserRef>().unwrap();

    assert_eq!(bridge.resolve_ref(&reference("5")).await.unwrap().get(), 5);
    // 13 is deactivated; to a stranger that is the same as absent.
    assert!(matches!(bridge.resolve_ref(&reference("13")).await, Err(ResolveError::Unknown)));
    assert!(matches!(bridge.resolve_ref(&reference("user_bob")).await, Err(ResolveError::Unknown)));
    directory.set(Ok(Lookup::Carried(state(6))));
    assert_eq!(bridge.resolve_ref(&reference("user_bob")).await.unwrap().get(), 6);
    directory.set(Ok(Lookup::Conflict(crate::policy::Conflict::SharedSubject)));
    assert!(matches!(bridge.resolve_ref(&reference("user_bob")).await, Err(ResolveError::Unknown)));
    assert_eq!(directory.provisions.load(Ordering::SeqCst), 0);
}
