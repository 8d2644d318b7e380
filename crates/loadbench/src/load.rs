//! Two kinds of load: as much as the server takes, and a constant rate.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Result, ensure};
use tokio::task::JoinSet;

use crate::client::Connection;

/// What is asked, one after the other and then from the start again, and what must be answered.
#[derive(Clone, Debug)]
pub(crate) struct Requests {
    pub(crate) bytes: Arc<[Vec<u8>]>,
    pub(crate) status: u16,
}

/// What came of it.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    /// Answers a second.
    pub(crate) rate: f64,
    /// Sorted.
    latencies: Vec<Duration>,
}

impl Outcome {
    /// The latency that `share` of all answers did not exceed, in microseconds.
    pub(crate) fn percentile_us(&self, share: f64) -> f64 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "an index into a list that fits into memory"
        )]
        let at = (self.latencies.len() as f64 * share) as usize;
        let last = self.latencies.len().saturating_sub(1);
        self.latencies.get(at.min(last)).map_or(0.0, |latency| latency.as_secs_f64() * 1e6)
    }

    /// How many answers there were.
    pub(crate) fn count(&self) -> f64 {
        f64::from(u32::try_from(self.latencies.len()).unwrap_or(u32::MAX))
    }

    /// Several as if they were one.
    pub(crate) fn together<'o>(outcomes: impl Iterator<Item = &'o Self>) -> Self {
        let (mut latencies, mut took) = (Vec::new(), 0.0);
        for outcome in outcomes {
            took += outcome.count() / outcome.rate;
            latencies.extend_from_slice(&outcome.latencies);
        }
        Self::of(latencies, Duration::from_secs_f64(took))
    }

    fn of(mut latencies: Vec<Duration>, took: Duration) -> Self {
        latencies.sort_unstable();
        let mut outcome = Self { rate: 0.0, latencies };
        outcome.rate = outcome.count() / took.as_secs_f64();
        outcome
    }
}

/// When a load ends.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Until {
    /// After this time.
    Time(Duration),
    /// After so many requests.
    Count(usize),
}

/// As much as the server takes: each of `connections` asks again as soon as it is answered.
pub(crate) async fn saturate(
    address: SocketAddr,
    requests: &Requests,
    connections: usize,
    until: Until,
) -> Result<Outcome> {
    let opened = open(address, connections).await?;
    let next = Arc::new(AtomicUsize::new(0));
    let start = Instant::now();
    let mut tasks = JoinSet::new();
    for mut connection in opened {
        let (requests, next) = (requests.clone(), Arc::clone(&next));
        tasks.spawn(async move {
            let mut latencies = Vec::new();
            let mut sent = Instant::now();
            loop {
                let turn = next.fetch_add(1, Ordering::Relaxed);
                if match until {
                    Until::Time(time) => sent.duration_since(start) >= time,
                    Until::Count(count) => turn >= count,
                } {
                    break;
                }
                ask(&mut connection, &requests, turn).await?;
                let answered = Instant::now();
                latencies.push(answered.duration_since(sent));
                sent = answered;
            }
            Ok(latencies)
        });
    }
    let latencies = gather(tasks).await?;
    Ok(Outcome::of(latencies, start.elapsed()))
}

/// A constant rate, whether the server keeps up or not.
///
/// A latency counts from when its request was due. So a request that had to wait because the
/// server was busy with others counts with its wait, as it would for a person.
pub(crate) async fn constant(
    address: SocketAddr,
    requests: &Requests,
    connections: usize,
    rate: f64,
    time: Duration,
) -> Result<Outcome> {
    let mut opened = open(address, connections).await?;
    // What a new connection costs the server is not what is measured.
    for connection in &mut opened {
        ask(connection, requests, 0).await?;
    }
    let next = Arc::new(AtomicU64::new(0));
    let interval = Duration::from_secs_f64(1.0 / rate);
    let start = Instant::now();
    let mut tasks = JoinSet::new();
    for mut connection in opened {
        let (requests, next) = (requests.clone(), Arc::clone(&next));
        tasks.spawn(async move {
            let mut latencies = Vec::new();
            loop {
                let turn = next.fetch_add(1, Ordering::Relaxed);
                let due = interval.mul_f64(f64::from(u32::try_from(turn)?));
                if due >= time {
                    return Ok(latencies);
                }
                // Timers are too coarse for this, and the client has its own core.
                while start.elapsed() < due {
                    tokio::task::yield_now().await;
                }
                ask(&mut connection, &requests, usize::try_from(turn)?).await?;
                latencies.push(start.elapsed().saturating_sub(due));
            }
        });
    }
    let latencies = gather(tasks).await?;
    Ok(Outcome::of(latencies, start.elapsed()))
}

async fn open(address: SocketAddr, connections: usize) -> Result<Vec<Connection>> {
    let mut opened = Vec::with_capacity(connections);
    for _ in 0..connections {
        opened.push(Connection::open(address).await?);
    }
    Ok(opened)
}

async fn ask(connection: &mut Connection, requests: &Requests, turn: usize) -> Result<()> {
    let answer = connection.ask(&requests.bytes[turn % requests.bytes.len()]).await?;
    let (status, expected) = (answer.status, requests.status);
    ensure!(status == expected, "status {status} instead of {expected}: {}", String::from_utf8_lossy(answer.body));
    Ok(())
}

async fn gather(mut tasks: JoinSet<Result<Vec<Duration>>>) -> Result<Vec<Duration>> {
    let mut all = Vec::new();
    while let Some(latencies) = tasks.join_next().await {
        all.append(&mut latencies??);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_read_off_the_sorted_latencies() {
        let latencies = (1..=100).rev().map(Duration::from_micros).collect();
        let outcome = Outcome::of(latencies, Duration::from_secs(10));

        assert!((outcome.rate - 10.0).abs() < 1e-9);
        assert!((outcome.percentile_us(0.5) - 51.0).abs() < 1e-9);
        assert!((outcome.percentile_us(0.99) - 100.0).abs() < 1e-9);
        assert!((outcome.percentile_us(1.0) - 100.0).abs() < 1e-9);
    }
}
