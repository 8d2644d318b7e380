//! Very many first requests of people whom the database has never seen, at several servers at once.

use std::{
    net::SocketAddr,
    process::Stdio,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, ensure};
use orientor_testkit::database::TestDatabase;
use serde_json::Value;
use sqlx::{Connection as _, PgConnection};
use tokio::task::JoinSet;

use crate::{
    clerk::People,
    client::{Connection, get},
    process::{Process, free_addresses, orientor},
    report::{Row, commas, print},
    start::until_healthy,
};

const PEOPLE: u32 = 1_000;
const SERVERS: u32 = 4;
/// First requests of one person at one server, all sent before the first is answered.
const AT_ONCE: u32 = 10;
/// How many people come at the same time.
const LANES: usize = 4;

const PATH: &str = "/api/v1/users/me";

/// Measures; whether nobody was created twice, or not at all.
pub(crate) async fn run() -> Result<bool> {
    let database = TestDatabase::postgres().await;
    let migrated = orientor()?.arg("migrate").env("DATABASE_URL", database.url()).stdout(Stdio::null()).status()?;
    ensure!(migrated.success(), "orientor migrate: {migrated}");

    let people = People::start(usize::try_from(PEOPLE)?).await?;
    let addresses = free_addresses(usize::try_from(SERVERS)?)?;
    let mut servers = Vec::new();
    for address in &addresses {
        let mut serve = orientor()?;
        people.configure(&mut serve);
        serve.args(["serve", "--bind", &address.to_string()]).env("DATABASE_URL", database.url());
        // What goes wrong is told; that somebody was created is not.
        serve.env("ORIENTOR_LOG", "error");
        servers.push(Process::start(&mut serve)?);
    }
    for address in &addresses {
        until_healthy(*address).await?;
    }

    eprintln!("{PEOPLE} people, {AT_ONCE} requests of each at {SERVERS} servers, {LANES} people at a time");
    let start = Instant::now();
    let seen = visit(&people.tokens, &addresses).await?;
    let took = start.elapsed();
    let calls = people.clerk.backend_calls();
    for server in servers {
        server.end()?;
    }

    let mut connection = PgConnection::connect(database.url()).await?;
    let mut counts = Vec::new();
    for table in ["users", "user_profiles", "identity_links"] {
        let sql = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
        let count: i64 = sqlx::query_scalar(sql).fetch_one(&mut connection).await?;
        counts.push((table, u32::try_from(count)?));
    }
    connection.close().await?;
    Ok(print(&rows(&seen, &counts, u32::try_from(calls)?, took)))
}

fn rows(seen: &Seen, counts: &[(&str, u32)], calls: u32, took: Duration) -> Vec<Row> {
    let requests = PEOPLE * SERVERS * AT_ONCE;
    let ratio = |count: u32, of: u32| Some(f64::from(count) / f64::from(of));
    let mut rows: Vec<Row> = counts
        .iter()
        .map(|(table, count)| {
            Row::new(format!("first sight: rows in {table}"), commas(*count))
                .against(format!("people: {}", commas(PEOPLE)), ratio(*count, PEOPLE))
                .promised("= 1", *count == PEOPLE)
        })
        .collect();
    let against_requests = format!("requests: {}", commas(requests));
    rows.push(
        Row::new("  errors", commas(seen.errors))
            .against(&against_requests, ratio(seen.errors, requests))
            .promised("= 0", seen.errors == 0 && seen.answers == requests),
    );
    rows.push(
        Row::new("  people who were told two ids", commas(seen.confused))
            .against(format!("people: {}", commas(PEOPLE)), ratio(seen.confused, PEOPLE))
            .promised("= 0", seen.confused == 0),
    );
    let first_looks = PEOPLE * SERVERS;
    rows.push(
        Row::new("  calls of Clerk's Backend API", commas(calls))
            .against(format!("people × servers: {}", commas(first_looks)), ratio(calls, first_looks)),
    );
    let seconds = took.as_secs_f64();
    rows.push(
        Row::new("  time", format!("{seconds:.1} s"))
            .against(format!("{} requests/s", commas(f64::from(requests) / seconds)), None),
    );
    rows
}

/// What all people together were told.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    answers: u32,
    errors: u32,
    confused: u32,
}

/// Everybody comes once, [`LANES`] at a time.
async fn visit(tokens: &[String], addresses: &[SocketAddr]) -> Result<Seen> {
    let requests: Arc<[Vec<u8>]> = tokens.iter().map(|token| get(PATH, token)).collect::<Vec<_>>().into();
    let next = Arc::new(AtomicUsize::new(0));
    let mut lanes = JoinSet::new();
    for _ in 0..LANES {
        let mut connections = Vec::new();
        for address in addresses {
            for _ in 0..AT_ONCE {
                connections.push(Connection::open(*address).await?);
            }
        }
        let (requests, next) = (Arc::clone(&requests), Arc::clone(&next));
        lanes.spawn(async move {
            let mut seen = Seen::default();
            while let Some(request) = requests.get(next.fetch_add(1, Ordering::Relaxed)) {
                one_person(request, &mut connections, &mut seen).await?;
            }
            Ok::<_, anyhow::Error>(seen)
        });
    }
    let mut sum = Seen::default();
    while let Some(seen) = lanes.join_next().await {
        let Seen { answers, errors, confused } = seen??;
        sum.answers += answers;
        sum.errors += errors;
        sum.confused += confused;
    }
    Ok(sum)
}

/// Sends the same request on all connections, then reads what comes back.
async fn one_person(request: &[u8], connections: &mut [Connection], seen: &mut Seen) -> Result<()> {
    for connection in connections.iter_mut() {
        connection.send(request).await?;
    }
    let mut ids = Vec::new();
    for connection in connections {
        let answer = connection.receive().await?;
        seen.answers += 1;
        if answer.status == 200 {
            let body: Value = serde_json::from_slice(answer.body)?;
            ids.push(body["id"].as_i64().context("an answer without an id")?);
        } else {
            seen.errors += 1;
            eprintln!("status {}: {}", answer.status, String::from_utf8_lossy(answer.body));
        }
    }
    ids.dedup();
    seen.confused += u32::from(ids.len() > 1);
    Ok(())
}
