//! The best peers over HTTP: `orientor dev` with 10,000 people, from the index and by comparing everybody.

use std::{net::SocketAddr, path::Path, process::Stdio, time::Duration};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};
use sqlx::{Connection as _, SqliteConnection};

use crate::{
    client::{Connection, get, post},
    load::{Outcome, Requests, Until, saturate},
    process::{Process, free_addresses, orientor},
    report::{Row, commas, median, print},
    start::until_healthy,
};

const PEOPLE: u32 = 10_000;
/// People who ask, spread over all of them.
const ASKERS: u32 = 500;
const CONNECTIONS: usize = 32;
const ROUNDS: usize = 5;
const ROUND: Duration = Duration::from_secs(2);
const PLAIN_ROUND: Duration = Duration::from_secs(4);
/// Longer than the benchmark, in seconds.
const LIFETIME: u32 = 3_600;
const BEST: &str = "/api/v1/peers/compatible?limit=10";
const COUNTERS: &str = "/metrics";
const READY: &str = "orientor_peer_index_ready 1";
/// How often and how long is waited for the index.
const POLL: Duration = Duration::from_millis(50);
const POLLS: u32 = 1_200;

const RATE: f64 = 5_000.0;

/// Measures; whether the promise was kept.
pub(crate) async fn run() -> Result<bool> {
    let folder = tempfile::tempdir()?;
    eprintln!("{} people, from the index: {ROUNDS} rounds", commas(PEOPLE));
    let server = Server::start(folder.path(), PEOPLE, &["peers.index=true"]).await?;
    until_ready(server.address).await?;
    let requests = server.requests(folder.path(), PEOPLE).await?;
    saturate(server.address, &requests, CONNECTIONS, Until::Time(ROUND)).await?;
    let mut rounds = Vec::new();
    let before = server.process.cpu_time()?;
    for _ in 0..ROUNDS {
        rounds.push(saturate(server.address, &requests, CONNECTIONS, Until::Time(ROUND)).await?);
    }
    let cpu = server.process.cpu_time()?.saturating_sub(before);
    let cpu_us = cpu.as_secs_f64() * 1e6 / rounds.iter().map(Outcome::count).sum::<f64>();
    let first = first_answers(server.address, &requests).await?;
    server.process.end()?;

    eprintln!("{} people, by comparing everybody", commas(PEOPLE));
    let server = Server::start(folder.path(), PEOPLE, &["peers.index=false"]).await?;
    let requests = server.requests(folder.path(), PEOPLE).await?;
    let plain = saturate(server.address, &requests, 2, Until::Time(PLAIN_ROUND)).await?;
    ensure!(first == first_answers(server.address, &requests).await?, "index and definition differ");
    server.process.end()?;

    let of = |figure: fn(&Outcome) -> f64| median(rounds.iter().map(figure));
    let (rate, p50, p99) = (of(|it| it.rate), of(|it| it.percentile_us(0.5)), of(|it| it.percentile_us(0.99)));
    let (plain_p50, plain_p99) = (plain.percentile_us(0.5), plain.percentile_us(0.99));
    let micros = |us: f64| format!("{} µs", commas(us));
    Ok(print(&[
        Row::new(format!("peers over HTTP, {} users: rate", commas(PEOPLE)), format!("{}/s", commas(rate)))
            .against(format!("everybody compared: {:.1}/s", plain.rate), Some(rate / plain.rate))
            .promised(format!("≥ {}/s", commas(RATE)), rate >= RATE),
        // What neighbours on the same cores disturb least.
        Row::new("  server's processor time a request", micros(cpu_us)),
        Row::new(format!("  p50, {CONNECTIONS} connections"), micros(p50))
            .against(format!("everybody compared, 2 connections: {}", micros(plain_p50)), Some(p50 / plain_p50)),
        Row::new(format!("  p99, {CONNECTIONS} connections"), micros(p99))
            .against(format!("everybody compared, 2 connections: {}", micros(plain_p99)), Some(p99 / plain_p99)),
    ]))
}

/// `orientor dev`.
pub(crate) struct Server {
    pub(crate) process: Process,
    pub(crate) address: SocketAddr,
    clerk: SocketAddr,
}

impl Server {
    /// With its data in `folder`, and settings beside the defaults. Both cores are free for it, as for us.
    pub(crate) async fn start(folder: &Path, people: u32, settings: &[&str]) -> Result<Self> {
        let addresses = free_addresses(2)?;
        let (address, clerk) = (addresses[0], addresses[1]);
        let mut dev = orientor()?;
        dev.args(["--set", &format!("http.bind={address}")]);
        for setting in settings {
            dev.args(["--set", setting]);
        }
        dev.args(["dev", "--users", &people.to_string(), "--clerk-bind", &clerk.to_string(), "--folder"]).arg(folder);
        // Log lines are made as in production, and go nowhere.
        let process = Process::start(dev.stdout(Stdio::null()).stderr(Stdio::null()))?;
        until_healthy(address).await?;
        Ok(Self { process, address, clerk })
    }

    /// The question of each asker.
    pub(crate) async fn requests(&self, folder: &Path, people: u32) -> Result<Requests> {
        let url = format!("sqlite://{}?mode=ro", folder.join("orientor.db").display());
        let mut database = SqliteConnection::connect(&url).await?;
        let sql = "SELECT email FROM users WHERE id % $1 = 0 ORDER BY id";
        let emails: Vec<String> = sqlx::query_scalar(sql).bind(people / ASKERS).fetch_all(&mut database).await?;
        database.close().await?;
        let mut clerk = Connection::open(self.clerk).await?;
        let mut bytes = Vec::with_capacity(emails.len());
        for email in emails {
            let body = json!({ "email_address": email, "expires_in_seconds": LIFETIME }).to_string();
            let answer = clerk.ask(&post("/dev/token", &body)).await?;
            let said: Value = serde_json::from_slice(answer.body)?;
            bytes.push(get(BEST, said["jwt"].as_str().with_context(|| format!("no token: {said}"))?));
        }
        Ok(Requests { bytes: bytes.into(), status: 200 })
    }
}

async fn until_ready(address: SocketAddr) -> Result<()> {
    let mut connection = Connection::open(address).await?;
    for _ in 0..POLLS {
        let answer = connection.ask(&get(COUNTERS, "")).await?;
        if String::from_utf8_lossy(answer.body).contains(READY) {
            return Ok(());
        }
        tokio::time::sleep(POLL).await;
    }
    bail!("the index does not get ready")
}

/// Who is answered to the first few askers, and with which scores.
async fn first_answers(address: SocketAddr, requests: &Requests) -> Result<Vec<Value>> {
    let mut connection = Connection::open(address).await?;
    let mut answers = Vec::new();
    for request in requests.bytes.iter().take(10) {
        let mut peers: Value = serde_json::from_slice(connection.ask(request).await?.body)?;
        let peers = peers.as_array_mut().context("not a list of peers")?;
        for peer in peers.iter_mut() {
            // It says when the answer was made.
            peer["score_details"]["timestamp"].take();
        }
        ensure!(!peers.is_empty(), "nobody fits");
        answers.extend(peers.iter().cloned());
    }
    Ok(answers)
}
