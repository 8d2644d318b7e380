//! More than a server can do: once, four times and sixteen times as many requests as it answers.
//!
//! What is promised is that the accepted ones notice nothing of it: there are as many as before, and they take no longer
//! than the work that is let in at the same time.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
use tokio::task::JoinSet;

use crate::{
    client::Connection,
    load::{Outcome, Requests, Until, saturate},
    peers::Server,
    report::{Row, commas, print},
};

const PEOPLE: u32 = 2_000;
/// Each request compares everybody, so that refusing one costs far less than answering it.
const SETTINGS: [&str; 3] = ["peers.index=false", "http.max_requests=64", "http.user_rate=0"];
const AT_ONCE: f64 = 64.0;
/// Far more than what is let in, and than the 80 at which the older application collapsed.
const CONNECTIONS: u32 = 512;
const TIME: Duration = Duration::from_secs(6);
/// Before that: a burst is let wait, and this is not one.
const WARM_UP: Duration = Duration::from_secs(4);
const FACTORS: [u32; 3] = [1, 4, 16];

const SHARE: f64 = 0.75;
/// Of the time that everything takes which is let in at the same time, with the moment that a request may wait for that.
const SLACK: f64 = 1.5;
const MOMENT_US: f64 = 10_000.0;

/// Measures; whether the promises were kept.
pub(crate) async fn run() -> Result<bool> {
    let folder = tempfile::tempdir()?;
    let server = Server::start(folder.path(), PEOPLE, &SETTINGS).await?;
    let requests = server.requests(folder.path(), PEOPLE).await?;
    saturate(server.address, &requests, 8, Until::Time(Duration::from_secs(1))).await?;
    let capacity = saturate(server.address, &requests, 8, Until::Time(TIME)).await?.rate;
    let bound_us = SLACK * (AT_ONCE / capacity * 1e6 + MOMENT_US);
    let per_second = |rate: f64| format!("{}/s", commas(rate));
    let micros = |us: f64| format!("{} µs", commas(us));
    let mut rows = vec![Row::new("overload: what the server can do", per_second(capacity))];
    for factor in FACTORS {
        let rate = capacity * f64::from(factor);
        eprintln!("{factor} times as much: {} for {} s", per_second(rate), TIME.as_secs());
        let flood = flood(server.address, &requests, rate).await?;
        let share = flood.accepted.rate / capacity;
        let p99 = flood.accepted.percentile_us(0.99);
        rows.push(
            Row::new(format!("  {factor} × as many: accepted"), per_second(flood.accepted.rate))
                .against(format!("refused: {}", per_second(flood.refused.rate)), Some(share))
                .promised(format!("≥ {SHARE}"), share >= SHARE),
        );
        rows.push(
            Row::new("  p99 of the accepted", micros(p99))
                .against(
                    format!("{AT_ONCE} at once, and 10 ms: {}", micros(bound_us / SLACK)),
                    Some(p99 * SLACK / bound_us),
                )
                .promised(format!("≤ {SLACK}"), p99 <= bound_us),
        );
        rows.push(Row::new("  p50 of the refused", micros(flood.refused.percentile_us(0.5))));
    }
    server.process.end()?;
    Ok(print(&rows))
}

struct Flood {
    accepted: Outcome,
    refused: Outcome,
}

/// A constant rate on many connections, whatever comes back. A latency counts from when the request was sent: what
/// waits here for a free connection has not reached the server.
async fn flood(address: SocketAddr, requests: &Requests, rate: f64) -> Result<Flood> {
    let mut connections = Vec::new();
    for _ in 0..CONNECTIONS {
        connections.push(Connection::open(address).await?);
    }
    let next = Arc::new(AtomicU32::new(0));
    let interval = Duration::from_secs_f64(1.0 / rate);
    let start = Instant::now();
    let mut tasks = JoinSet::new();
    for mut connection in connections {
        let (requests, next) = (requests.clone(), Arc::clone(&next));
        tasks.spawn(async move {
            let (mut accepted, mut refused) = (Vec::new(), Vec::new());
            loop {
                let turn = next.fetch_add(1, Ordering::Relaxed);
                let due = interval * turn;
                if due >= WARM_UP + TIME || start.elapsed() >= WARM_UP + TIME {
                    return Ok((accepted, refused));
                }
                tokio::time::sleep(due.saturating_sub(start.elapsed())).await;
                let sent = Instant::now();
                let at = usize::try_from(turn)? % requests.bytes.len();
                let status = connection.ask(&requests.bytes[at]).await?.status;
                match status {
                    200 | 503 if sent < start + WARM_UP => {}
                    200 => accepted.push(sent.elapsed()),
                    503 => refused.push(sent.elapsed()),
                    other => bail!("status {other}"),
                }
            }
        });
    }
    let (mut accepted, mut refused) = (Vec::new(), Vec::new());
    while let Some(done) = tasks.join_next().await {
        let (mut more, mut fewer) = done??;
        accepted.append(&mut more);
        refused.append(&mut fewer);
    }
    let took = start.elapsed().saturating_sub(WARM_UP);
    Ok(Flood { accepted: Outcome::of(accepted, took), refused: Outcome::of(refused, took) })
}
