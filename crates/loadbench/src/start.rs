//! From starting the program to its first answer, and the memory it has then and later.

use std::{
    net::SocketAddr,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Result, bail, ensure};
use orientor_testkit::database::TestDatabase;

use crate::{
    clerk::People,
    client::{Connection, get},
    load::{Requests, Until, saturate},
    process::{Process, free_addresses, orientor},
    report::{Row, commas, median, print},
};

const PEOPLE: usize = 1_000;
const REQUESTS: usize = 10_000;
const CONNECTIONS: usize = 16;
const STARTS: usize = 15;
const IDLE: Duration = Duration::from_secs(2);
/// A server that is not there by then will not come.
const GIVE_UP: Duration = Duration::from_secs(20);

const START_MS: f64 = 300.0;
const IDLE_MB: f64 = 60.0;

/// Measures on both engines; whether all promises were kept.
pub(crate) async fn run() -> Result<bool> {
    let people = People::start(PEOPLE).await?;
    let folder = tempfile::tempdir()?;
    let sqlite = format!("sqlite://{}", folder.path().join("bench.db").display());
    let postgres = TestDatabase::postgres().await;
    let mut rows = Vec::new();
    for (engine, url) in [("SQLite", sqlite.as_str()), ("PostgreSQL", postgres.url())] {
        eprintln!("{engine}: memory, then {STARTS} starts");
        rows.append(&mut on(engine, url, &people).await?);
    }
    Ok(print(&rows))
}

async fn on(engine: &str, url: &str, people: &People) -> Result<Vec<Row>> {
    let migrated = orientor()?.arg("migrate").env("DATABASE_URL", url).stdout(Stdio::null()).status()?;
    ensure!(migrated.success(), "orientor migrate: {migrated}");
    let address = free_addresses(1)?[0];
    let serve = || -> Result<Command> {
        let mut serve = orientor()?;
        people.configure(&mut serve);
        serve.args(["serve", "--bind", &address.to_string()]).env("DATABASE_URL", url);
        // Log lines are made as in production, and go nowhere.
        serve.stderr(Stdio::null());
        Ok(serve)
    };

    // This run also makes the database one with users in it.
    let server = Process::start(&mut serve()?)?;
    until_healthy(address).await?;
    tokio::time::sleep(IDLE).await;
    let idle_mb = server.resident_mb()?;
    let requests = people.tokens.iter().map(|token| get("/api/v1/users/me", token)).collect::<Vec<_>>();
    let requests = Requests { bytes: requests.into(), status: 200 };
    saturate(address, &requests, CONNECTIONS, Until::Count(REQUESTS)).await?;
    let loaded_mb = server.resident_mb()?;
    server.end()?;

    let mut starts = Vec::new();
    for _ in 0..STARTS {
        let start = Instant::now();
        let server = Process::start(&mut serve()?)?;
        until_healthy(address).await?;
        starts.push(start.elapsed().as_secs_f64() * 1e3);
        server.end()?;
    }
    let (start_ms, slowest_ms) = (median(starts.iter().copied()), starts.iter().copied().fold(0.0, f64::max));

    Ok(vec![
        Row::new(format!("{engine}: start to first answer"), format!("{start_ms:.0} ms"))
            .against(
                format!("limit: {START_MS} ms; slowest of {STARTS}: {slowest_ms:.0} ms"),
                Some(start_ms / START_MS),
            )
            .promised("< 1", start_ms < START_MS),
        Row::new(format!("{engine}: memory, idle"), format!("{idle_mb:.1} MB"))
            .against(format!("limit: {IDLE_MB} MB"), Some(idle_mb / IDLE_MB))
            .promised("< 1", idle_mb < IDLE_MB),
        Row::new(
            format!("{engine}: memory after {} requests", commas(u32::try_from(REQUESTS)?)),
            format!("{loaded_mb:.1} MB"),
        )
        .against(format!("idle: {idle_mb:.1} MB"), Some(loaded_mb / idle_mb)),
    ])
}

/// Asks until the server answers that it is healthy.
pub(crate) async fn until_healthy(address: SocketAddr) -> Result<()> {
    let request = get("/health", "");
    let start = Instant::now();
    while start.elapsed() < GIVE_UP {
        if let Ok(mut connection) = Connection::open(address).await
            && let Ok(answer) = connection.ask(&request).await
            && answer.status == 200
        {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    bail!("the server at {address} is not healthy after {} s", GIVE_UP.as_secs())
}
