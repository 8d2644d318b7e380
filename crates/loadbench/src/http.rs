//! What the current user costs a request: `/me-only` beside `/empty`, same server, same client, same requests.

use std::{
    io::{BufRead as _, BufReader},
    net::SocketAddr,
    process::Stdio,
    time::Duration,
};

use anyhow::{Context as _, Result};

use crate::{
    clerk::People,
    client::get,
    load::{Outcome, Requests, Until, constant, saturate},
    process::{Process, ourselves_on},
    report::{Row, commas, median, print},
    server::{EMPTY, ME_ONLY},
};

/// Each with a token and a user.
const PEOPLE: usize = 1_000;
/// Enough that the server always has a request waiting.
const CONNECTIONS: usize = 16;
/// More, so that a request that is due finds one free.
const OPEN_LOOP_CONNECTIONS: usize = 64;
const ROUNDS: usize = 15;
/// Many and short: a hiccup of the machine spoils the rounds that it falls into, and the median is one of the others.
/// A stall of our own in every fifth of a second would be in all of them.
const SHORT_ROUNDS: usize = 120;
/// Longer than any run: what is promised is what a request costs whose user is in memory.
const LASTING_SECONDS: u64 = 3_600;
/// As deployed: the bridge reads each user again after this.
const DEFAULT_SECONDS: u64 = 3;
const SATURATED: Duration = Duration::from_secs(1);
const CONSTANT: Duration = Duration::from_millis(200);

const SHARE: f64 = 0.75;
const MORE_MS: f64 = 1.0;

/// Measures; whether both promises were kept.
pub(crate) async fn run() -> Result<bool> {
    let people = People::start(PEOPLE).await?;
    let mut rows = on(&people, LASTING_SECONDS, "user in memory").await?;
    // What is promised is promised of memory alone; the price of keeping it fresh is shown beside it.
    let title = format!("user read again every {DEFAULT_SECONDS} s");
    rows.extend(on(&people, DEFAULT_SECONDS, &title).await?.into_iter().map(|row| row.promised("", true)));
    Ok(print(&rows))
}

async fn on(people: &People, cache_seconds: u64, title: &str) -> Result<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let url = format!("sqlite://{}", folder.path().join("bench.db").display());
    let mut server = ourselves_on(0)?;
    // With `=`, because a PEM begins with hyphens.
    server.args(["serve", "--database-url", &url]).arg(format!("--jwt-key={}", people.clerk.jwt_key()));
    server.args(["--cache-seconds", &cache_seconds.to_string()]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut server = Process::start(&mut server)?;
    let said = server.child().stdout.take().context("the server has no output")?;
    let mut address = String::new();
    BufReader::new(said).read_line(&mut address)?;
    let address: SocketAddr = address.trim().parse().context("the server said no address")?;

    // The same headers for both, so that only the handler differs.
    let requests = |path: &str| Requests {
        bytes: people.tokens.iter().map(|token| get(path, token)).collect::<Vec<_>>().into(),
        status: 204,
    };
    let (empty, me) = (requests(EMPTY), requests(ME_ONLY));

    eprintln!("{title}: creating {PEOPLE} users, and warming up");
    saturate(address, &me, CONNECTIONS, Until::Time(SATURATED)).await?;
    saturate(address, &empty, CONNECTIONS, Until::Time(SATURATED)).await?;

    let saturated = Pairs::measure("as much as the server takes", ROUNDS, &server, &empty, &me, |requests| {
        saturate(address, requests, CONNECTIONS, Until::Time(SATURATED))
    })
    .await?;
    let rate = median(saturated.me.iter().map(|it| it.outcome.rate)) / 2.0;
    let title_of_rate = format!("a constant {} a second", commas(rate));
    let constant = Pairs::measure(&title_of_rate, SHORT_ROUNDS, &server, &empty, &me, |requests| {
        constant(address, requests, OPEN_LOOP_CONNECTIONS, rate, CONSTANT)
    })
    .await?;
    Ok(rows(title, &saturated, &constant, rate))
}

fn rows(title: &str, saturated: &Pairs, constant: &Pairs, rate: f64) -> Vec<Row> {
    let micros = |us: f64| format!("{us:.0} µs");
    let compared = |what: &str, pairs: &Pairs, figure: fn(&Measured) -> f64, unit: &dyn Fn(f64) -> String| {
        let (me, empty) = (median(pairs.me.iter().map(figure)), median(pairs.empty.iter().map(figure)));
        Row::new(what, unit(me)).against(format!("empty: {}", unit(empty)), Some(pairs.ratio(figure)))
    };
    let per_second = |rate: f64| format!("{}/s", commas(rate));
    let cpu = |us: f64| format!("{us:.2} µs");

    let share = saturated.ratio(|it| it.outcome.rate);
    let p99 = |it: &Measured| it.outcome.percentile_us(0.99);
    // The promise is judged by the median of the rounds. What all of them together show is beside it, with whatever
    // else ran on the machine.
    let (me, empty) = (median(constant.me.iter().map(p99)), median(constant.empty.iter().map(p99)));
    let (all_me, all_empty) = (together(&constant.me), together(&constant.empty));
    let at_half = format!("at {}", per_second(rate));
    vec![
        compared(&format!("{title}: rate"), saturated, |it| it.outcome.rate, &per_second)
            .promised(format!("≥ {SHARE}"), share >= SHARE),
        compared("  server's processor time", saturated, |it| it.cpu_us, &cpu),
        compared("  p50, saturated", saturated, |it| it.outcome.percentile_us(0.5), &micros),
        compared("  p99, saturated", saturated, |it| it.outcome.percentile_us(0.99), &micros),
        compared(&format!("  p50 {at_half}"), constant, |it| it.outcome.percentile_us(0.5), &micros),
        compared(&format!("  p99 {at_half}"), constant, |it| it.outcome.percentile_us(0.99), &micros)
            .promised(tail_promise(me, empty), tail_is_kept(me, empty)),
        Row::new(format!("  p99 {at_half}, all rounds together"), micros(all_me))
            .against(format!("empty: {}", micros(all_empty)), Some(all_me / all_empty)),
    ]
}

/// One run against one of the handlers.
struct Measured {
    outcome: Outcome,
    /// The server's processor time for one request, in microseconds.
    cpu_us: f64,
}

/// Runs against both handlers, in turn.
struct Pairs {
    empty: Vec<Measured>,
    me: Vec<Measured>,
}

impl Pairs {
    async fn measure<'r, Running>(
        title: &str,
        rounds: usize,
        server: &Process,
        empty: &'r Requests,
        me: &'r Requests,
        run: impl Fn(&'r Requests) -> Running,
    ) -> Result<Self>
    where
        Running: Future<Output = Result<Outcome>>,
    {
        eprintln!("{title}, {rounds} rounds");
        let mut pairs = Self { empty: Vec::new(), me: Vec::new() };
        for round in 0..rounds {
            // Who goes first alternates, so that a trend in what else runs here favours neither.
            for is_me in [round % 2 == 0, round % 2 == 1] {
                let before = server.cpu_time()?;
                let outcome = run(if is_me { me } else { empty }).await?;
                let cpu = server.cpu_time()?.saturating_sub(before);
                let cpu_us = cpu.as_secs_f64() * 1e6 / outcome.count();
                let list = if is_me { &mut pairs.me } else { &mut pairs.empty };
                list.push(Measured { outcome, cpu_us });
            }
        }
        Ok(pairs)
    }

    /// The median of the ratios of neighbours, which what else runs here disturbs alike.
    fn ratio(&self, figure: fn(&Measured) -> f64) -> f64 {
        median(self.me.iter().zip(&self.empty).map(|(me, empty)| figure(me) / figure(empty)))
    }
}

/// Whether the difference of two p99s, in microseconds, is shown to be small enough. Where even the
/// empty handler's is as long as the difference may be, the machine was too busy to show anything.
fn tail_is_kept(me: f64, empty: f64) -> bool {
    empty < MORE_MS * 1e3 && me - empty < MORE_MS * 1e3
}

fn tail_promise(me: f64, empty: f64) -> String {
    let more = (me - empty) / 1e3;
    let busy = if empty < MORE_MS * 1e3 { "" } else { "; machine too busy to tell" };
    format!("< {MORE_MS} ms more: {more:+.3} ms{busy}")
}

/// The p99 of all answers of all rounds, in microseconds.
fn together(runs: &[Measured]) -> f64 {
    Outcome::together(runs.iter().map(|it| &it.outcome)).percentile_us(0.99)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_machine_shows_nothing() {
        assert!(tail_is_kept(700.0, 300.0));
        assert!(!tail_is_kept(1_400.0, 300.0));
        // Less than the empty handler's, but both measure what else ran.
        assert!(!tail_is_kept(4_700.0, 8_600.0));
        assert!(tail_promise(4_700.0, 8_600.0).contains("too busy"));
    }
}
