//! PostgreSQL crashes and comes back while people work.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering::SeqCst},
    },
    time::{Duration, Instant},
};

use orientor_identity::{ClerkUserId, PersonClaims, ResolveError, Subject, VerifiedSession};
use orientor_testkit::{
    dice::Dice,
    proof::{cases, is_proof, proved},
};
use tokio::task::JoinSet;

use crate::support::{MAX_CONNECTIONS, TestApp, until};

const ME: &str = "/api/v1/users/me";
/// Who works all the time, beside those who come for the first time.
const PEOPLE: usize = 10;
const CLIENTS: u64 = 8;
/// Programs that ask only who it is, as a gateway does.
const GATEWAYS: u64 = 2;
/// When everything has to work again.
const NORMAL: Duration = Duration::from_secs(2);

/// Who is who, as the first answer said.
#[derive(Default)]
struct Known {
    users: Mutex<HashMap<ClerkUserId, i64>>,
    good: AtomicU64,
    refused: AtomicU64,
    stale: AtomicU64,
    is_over: AtomicBool,
}

impl Known {
    fn check(&self, clerk_id: &ClerkUserId, user: i64) {
        let mut users = self.users.lock().unwrap();
        let first = *users.entry(clerk_id.clone()).or_insert(user);
        assert_eq!(user, first, "{clerk_id} has become somebody else");
        self.good.fetch_add(1, SeqCst);
    }
}

/// Somebody with a browser, by turns on each server; now and then for the first time.
async fn client(servers: Arc<[TestApp; 2]>, people: Arc<Vec<ClerkUserId>>, known: Arc<Known>, mut dice: Dice, n: u64) {
    let mut newcomers = 0;
    while !known.is_over.load(SeqCst) {
        let server = &servers[dice.below(2)];
        let clerk_id = if dice.once_in(10) {
            newcomers += 1;
            server.at_clerk(&format!("new{n}x{newcomers}"))
        } else {
            people[dice.below(people.len())].clone()
        };
        let answer = server.client_of(&clerk_id).get(ME).await;
        match answer.status {
            200 => known.check(&clerk_id, answer.body["id"].as_i64().unwrap()),
            503 => {
                assert_eq!(answer.error().1, "database_unavailable");
                known.refused.fetch_add(1, SeqCst);
            }
            _ => panic!("{answer:?}"),
        }
        tokio::task::yield_now().await;
    }
}

async fn gateway(servers: Arc<[TestApp; 2]>, people: Arc<Vec<ClerkUserId>>, known: Arc<Known>, mut dice: Dice) {
    while !known.is_over.load(SeqCst) {
        let server = &servers[dice.below(2)];
        let clerk_id = &people[dice.below(people.len())];
        let session = VerifiedSession {
            subject: Subject { issuer: server.clerk.issuer().clone(), id: clerk_id.clone() },
            session_id: "sess_1".into(),
            expires_at: u64::MAX,
            issued_at: None,
            actor: None,
            claims: PersonClaims::default(),
        };
        match server.bridge.ensure_or_stale(&session).await {
            Ok(resolved) => {
                known.check(clerk_id, resolved.user.get());
                known.stale.fetch_add(u64::from(resolved.is_stale), SeqCst);
            }
            Err(ResolveError::Directory(_)) => {}
            Err(error) => panic!("{error:?}"),
        }
        // A gateway that does nothing else would take the processor from everybody.
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgresql_crashes_under_load_and_nobody_becomes_somebody_else() {
    let first = TestApp::on_own_server().await;
    let second = first.neighbour_by(first.place.url()).await;
    let servers = Arc::new([first.listening().await, second.listening().await]);
    let known = Arc::new(Known::default());
    let mut people = Vec::new();
    for n in 0..PEOPLE {
        let user = servers[0].user(&format!("p{n}")).await;
        let clerk_id: ClerkUserId = user.clerk_id.parse().unwrap();
        servers[1].sign_in(&clerk_id).await;
        known.check(&clerk_id, user.id);
        people.push(clerk_id);
    }
    let people = Arc::new(people);
    let mut load = JoinSet::new();
    for n in 0..CLIENTS {
        load.spawn(client(Arc::clone(&servers), Arc::clone(&people), Arc::clone(&known), Dice::new(n), n));
    }
    for n in 0..GATEWAYS {
        load.spawn(gateway(Arc::clone(&servers), Arc::clone(&people), Arc::clone(&known), Dice::new(100 + n)));
    }

    let cases = cases(1, 20);
    let mut slowest = Duration::ZERO;
    for seed in cases.clone() {
        let more = async |counter: &AtomicU64| {
            let before = counter.load(SeqCst);
            until("there is more of it", async || counter.load(SeqCst) > before + 20).await;
        };
        more(&known.good).await;
        tokio::task::block_in_place(|| servers[0].place.crash());
        more(&known.stale).await;
        tokio::time::sleep(Duration::from_millis(Dice::new(seed).between(0, 1_500) as u64)).await;
        tokio::task::block_in_place(|| servers[0].place.start_again());

        let back = Instant::now();
        for server in servers.iter() {
            until("changes are heard again", async || server.bridge.report().is_trusted).await;
            for clerk_id in people.iter() {
                until("everybody is let in", async || server.client_of(clerk_id).get(ME).await.status == 200).await;
            }
        }
        slowest = slowest.max(back.elapsed());
        let stale = known.stale.load(SeqCst);
        more(&known.good).await;
        assert_eq!(known.stale.load(SeqCst), stale, "old answers when there are new ones");
        // Two servers, each with one that listens, and ours.
        let most = i64::from(2 * (MAX_CONNECTIONS + 1) + 1);
        let open = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()";
        until("nobody is left behind", async || servers[0].number(open).await <= most).await;
        while let Some(ended) = load.try_join_next() {
            ended.unwrap();
        }
    }
    known.is_over.store(true, SeqCst);
    while let Some(ended) = load.join_next().await {
        ended.unwrap();
    }

    let linked = servers[0].number("SELECT count(DISTINCT subject) FROM identity_links").await;
    for table in ["users", "user_profiles", "identity_links"] {
        assert_eq!(servers[0].number(&format!("SELECT count(*) FROM {table}")).await, linked, "{table}");
    }
    let counts = [&known.good, &known.stale, &known.refused].map(|counter| counter.load(SeqCst));
    let how = format!(
        "seeds {cases:?}; {} good answers, {} of them old, {} refused; normal {slowest:.1?} after its return at the latest",
        counts[0], counts[1], counts[2]
    );
    proved("PostgreSQL crashed and restarted under load", cases.count() as u64, &how);
    if is_proof() {
        assert!(slowest <= NORMAL, "{how}");
    }
}
