//! Three servers, random changes, random faults: no answer is older than was promised.

use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use orientor_identity::{Bridge, ResolveError, UserId};
use orientor_testkit::{
    dice::Dice,
    line::{Cut, Proxy},
    proof::{cases, is_proof, proved},
};
use tokio::sync::Semaphore;

use super::server_behind;
use crate::support::{ISSUER, World, session, subject, until};

const SERVERS: usize = 3;
const PEOPLE: usize = 30;
const USERS: usize = 12;
/// Enough that a statement over all of them is told in one word.
const OTHERS: usize = 1_100;
/// Changes and faults in a case.
const STEPS: u64 = 100;
/// Requests to each server for each of them.
const REQUESTS: usize = 3;
/// What silent network loss may cost; see `docs/invalidation.md`.
const TRUST: Duration = Duration::from_secs(2);

/// What is to be answered about somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Truth {
    User(i64),
    Deactivated,
    Revoked,
}

/// What was true from when on. It may be seen as soon as it was begun, and must be once it was acknowledged.
#[derive(Clone, Copy, Debug)]
struct Version {
    truth: Truth,
    acknowledged: Option<Instant>,
}

/// Everybody's past, and how late it was seen.
#[derive(Default)]
struct History {
    people: Vec<Vec<Version>>,
    late: Vec<Duration>,
    latest_in_silence: Duration,
}

impl History {
    /// Checks the answer to a request that was sent at `sent`.
    fn check(&mut self, person: usize, sent: Instant, was_trusted: bool, is_silent: bool, answer: Truth) {
        let allowed = if was_trusted { TRUST } else { Duration::ZERO };
        let versions = &self.people[person];
        let found = versions.iter().rposition(|version| version.truth == answer);
        let Some(found) = found else { panic!("person {person}: {answer:?} was never true: {versions:?}") };
        let Some(next) = versions.get(found + 1).and_then(|next| next.acknowledged) else { return };
        let late = sent.saturating_duration_since(next);
        assert!(late <= allowed, "person {person}: {answer:?}, {late:?} late, trusted: {was_trusted}");
        if is_silent {
            self.latest_in_silence = self.latest_in_silence.max(late);
        } else if !late.is_zero() {
            self.late.push(late);
        }
    }
}

/// Who is whose, and who is active.
struct Model {
    links: Vec<Option<usize>>,
    active: Vec<bool>,
    /// The numbers of the users.
    users: Vec<i64>,
}

impl Model {
    fn truth(&self, person: usize) -> Truth {
        match self.links[person] {
            None => Truth::Revoked,
            Some(user) if self.active[user] => Truth::User(self.users[user]),
            Some(_) => Truth::Deactivated,
        }
    }

    /// A change, as SQL.
    fn change(&mut self, dice: &mut Dice) -> String {
        let (person, user, other) = (dice.below(PEOPLE), dice.below(USERS), dice.below(USERS));
        let (number, other_number) = (self.users[user], self.users[other]);
        let key = format!("issuer = '{ISSUER}' AND subject = 'user_p{person}'");
        match dice.below(10) {
            0..3 => {
                self.links[person] = Some(user);
                format!(
                    "BEGIN; DELETE FROM identity_tombstones WHERE {key}; \
                     INSERT INTO identity_links (issuer, subject, user_id, evidence) VALUES ('{ISSUER}', 'user_p{person}', {number}, 'test') \
                     ON CONFLICT (issuer, subject) DO UPDATE SET user_id = excluded.user_id; COMMIT"
                )
            }
            3 => {
                self.links[person] = None;
                format!(
                    "BEGIN; DELETE FROM identity_links WHERE {key}; INSERT INTO identity_tombstones (issuer, subject, reason) \
                     VALUES ('{ISSUER}', 'user_p{person}', 'test') ON CONFLICT DO NOTHING; COMMIT"
                )
            }
            4 => {
                self.links.iter_mut().filter(|link| **link == Some(user)).for_each(|link| *link = Some(other));
                self.active[user] = user == other && self.active[user];
                let active = self.active[user];
                format!(
                    "BEGIN; UPDATE identity_links SET user_id = {other_number} WHERE user_id = {number}; \
                     UPDATE users SET is_active = {active} WHERE id = {number}; COMMIT"
                )
            }
            5..8 => {
                self.active[user] = !self.active[user];
                format!("UPDATE users SET is_active = {} WHERE id = {number}", self.active[user])
            }
            8 => {
                // Together with so many others that nobody is named.
                self.active[user] = !self.active[user];
                let set = format!("CASE id WHEN {number} THEN {} ELSE NOT is_active END", self.active[user]);
                format!("UPDATE users SET is_active = {set} WHERE id = {number} OR email IS NOT NULL")
            }
            _ => format!("UPDATE users SET first_name = 'x' WHERE id = {number}"),
        }
    }
}

struct Server {
    bridge: Bridge,
    line: Proxy,
    /// Since when the line is silent.
    silent: Mutex<Option<Instant>>,
    requests: Semaphore,
}

/// Asks as often as it may.
async fn ask(server: Arc<Server>, history: Arc<Mutex<History>>, mut dice: Dice) {
    loop {
        let Ok(permit) = server.requests.acquire().await else { return };
        permit.forget();
        let person = dice.below(PEOPLE);
        let is_silent = server.silent.lock().unwrap().is_some();
        let was_trusted = server.bridge.report().is_trusted;
        let sent = Instant::now();
        let answer = match server.bridge.ensure(&session(subject(&format!("p{person}")))).await.map(UserId::get) {
            Ok(user) => Truth::User(user),
            Err(ResolveError::Deactivated) => Truth::Deactivated,
            Err(ResolveError::Revoked) => Truth::Revoked,
            Err(error) => panic!("the database was there all the time: {error:?}"),
        };
        let was_silent = is_silent || server.silent.lock().unwrap().is_some();
        history.lock().unwrap().check(person, sent, was_trusted, was_silent, answer);
        tokio::task::yield_now().await;
    }
}

/// Something happens to a line.
fn disturb(server: &Server, dice: &mut Dice) {
    let mut silent = server.silent.lock().unwrap();
    match *silent {
        None if dice.once_in(3) => {
            server.line.silence(true);
            *silent = Some(Instant::now());
        }
        None if dice.once_in(3) => server.line.hang_up(),
        // Long enough that the server must notice, and sometimes that it gives the connection up.
        Some(since) if since.elapsed() > TRUST && dice.once_in(8) => {
            if dice.once_in(2) {
                server.line.hang_up();
            }
            server.line.silence(false);
            *silent = None;
        }
        _ => {}
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_server_answers_with_what_was_outdated_for_longer_than_promised() {
    let world = World::on_postgres().await;
    world
        .sql(&format!(
            "INSERT INTO users (email, is_active) SELECT CASE WHEN n > {USERS} THEN n || '@example.com' END, true \
             FROM generate_series(1, {}) AS n",
            USERS + OTHERS
        ))
        .await;
    let users: Vec<i64> = (1..=i64::try_from(USERS).unwrap()).collect();
    let mut model = Model { links: vec![None; PEOPLE], active: vec![true; USERS], users };
    let nobody = vec![Version { truth: Truth::Revoked, acknowledged: Some(Instant::now()) }];
    let history = Arc::new(Mutex::new(History { people: vec![nobody; PEOPLE], ..History::default() }));
    let mut servers = Vec::new();
    for _ in 0..SERVERS {
        let line = Proxy::before(world.url(), Cut::Never).await;
        let bridge = server_behind(&world, &line).await;
        servers.push(Arc::new(Server { bridge, line, silent: Mutex::new(None), requests: Semaphore::new(0) }));
    }
    let cases = cases(10, 200);
    let askers: Vec<_> = (0..SERVERS)
        .map(|n| tokio::spawn(ask(Arc::clone(&servers[n]), Arc::clone(&history), Dice::new(1_000 + n as u64))))
        .collect();

    let mut steps = 0;
    for seed in cases.clone() {
        let mut dice = Dice::new(seed);
        for _ in 0..STEPS {
            steps += 1;
            if dice.once_in(25) {
                disturb(&servers[dice.below(SERVERS)], &mut dice);
            }
            let sql = model.change(&mut dice);
            let mut changed = Vec::new();
            for (person, versions) in history.lock().unwrap().people.iter_mut().enumerate() {
                let truth = model.truth(person);
                if versions.last().unwrap().truth != truth {
                    versions.push(Version { truth, acknowledged: None });
                    changed.push(person);
                }
            }
            world.script(&sql).await;
            let acknowledged = Some(Instant::now());
            for person in changed {
                history.lock().unwrap().people[person].last_mut().unwrap().acknowledged = acknowledged;
            }
            for server in &servers {
                server.requests.add_permits(REQUESTS);
            }
            assert!(askers.iter().all(|asker| !asker.is_finished()), "an answer was wrong, ORIENTOR_SEED={seed}");
            tokio::task::yield_now().await;
        }
        let is_idle = async || servers.iter().all(|server| server.requests.available_permits() == 0);
        until("everybody has asked", is_idle).await;
    }
    for server in &servers {
        server.requests.close();
    }
    for asker in askers {
        asker.await.unwrap();
    }

    let mut history = history.lock().unwrap();
    history.late.sort_unstable();
    let (count, silence) = (history.late.len(), history.latest_in_silence);
    let at = |permille: usize| history.late.get(count * permille / 1_000).copied().unwrap_or_default();
    let losses: u64 = servers.iter().map(|server| server.bridge.report().losses).sum();
    let requests = steps * (REQUESTS * SERVERS) as u64;
    let how = format!(
        "seeds {cases:?}; {losses} losses; late by {:?} at p50, {:?} at p99, {:?} at most; in silence {silence:?}",
        at(500),
        at(990),
        history.late.last().copied().unwrap_or_default()
    );
    proved("operations on three servers: no answer older than promised", steps + requests, &how);
    if is_proof() {
        assert!(at(990) < Duration::from_millis(100), "{how}");
    }
}
