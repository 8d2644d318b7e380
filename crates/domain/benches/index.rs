//! The index against sorting everybody with the plain function, in one run: time to build, bytes a user, time of a query.
//! Changes are given by their 99th percentile.
//!
//! 1,000 to 100,000 users; 1,000,000 as well with `BENCH_FULL=1`. One thread. `cargo xtask bench peers` reads the lines
//! of ten numbers.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use orientor_domain::{
    index::{Effort, PeerIndex},
    peers::{PeerInputs, rank_all},
};

#[path = "support/people.rs"]
mod people;

const LIMIT: usize = 10;
const ASKERS: usize = 400;
/// Sorting everybody takes long; a few show how long.
const PLAIN_ASKERS: usize = 5;
const CHANGES: usize = 1000;

fn main() {
    // As a test there is nothing to see here.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let is_full = std::env::var("BENCH_FULL").is_ok_and(|value| value == "1");
    println!(
        "       users   build s  bytes/user  median ms    p99 ms    max ms  plain ms   times  change µs  compact s"
    );
    for users in [1_000, 10_000, 100_000].into_iter().chain(is_full.then_some(1_000_000)) {
        measure(users);
    }
}

fn measure(users: usize) {
    let everybody: Vec<PeerInputs> = people::people(1).take(users).collect();
    let identified = || (1..).zip(&everybody);

    let (index, build) = timed(|| PeerIndex::build(identified()));
    let statistics = index.statistics();

    // Askers are users, spread over all of them.
    let askers: Vec<(i64, &PeerInputs)> = identified().step_by(users / ASKERS).take(ASKERS).collect();
    let mut times = Vec::with_capacity(ASKERS);
    let mut effort = Effort::default();
    for (id, me) in &askers {
        let (_, took) = index.top_with_effort(me, *id, LIMIT, &[]);
        times.push(best_of_three(|| index.top(black_box(me), *id, LIMIT, &[])));
        effort.cells += took.cells;
        effort.lines += took.lines;
        effort.looked_at += took.looked_at;
        effort.scored += took.scored;
    }
    times.sort_unstable();

    let mut plain = Vec::with_capacity(PLAIN_ASKERS);
    for (id, me) in askers.iter().step_by(ASKERS / PLAIN_ASKERS) {
        let (sorted, time) = timed(|| rank_all(black_box(me), identified().filter(|(other, _)| other != id)));
        plain.push(time);
        let first: Vec<_> = sorted.into_iter().take(LIMIT).collect();
        assert_eq!(index.top(me, *id, LIMIT, &[]), first, "user {id}");
    }
    plain.sort_unstable();

    let mut changing = index.clone();
    let newcomers = people::people(2).take(CHANGES);
    let mut changes: Vec<Duration> = (1..)
        .zip(newcomers)
        .map(|(number, inputs)| {
            let (next, time) = timed(|| changing.with(number * 7, inputs));
            changing = next;
            time
        })
        .collect();
    changes.sort_unstable();
    let (_, compact) = timed(|| changing.compact());
    let mut delta_times: Vec<Duration> =
        askers.iter().map(|(id, me)| best_of_three(|| changing.top(black_box(me), *id, LIMIT, &[]))).collect();
    delta_times.sort_unstable();

    let (median, slow, slowest) = (times[ASKERS / 2], times[ASKERS * 99 / 100], times[ASKERS - 1]);
    let plain = plain[PLAIN_ASKERS / 2];
    println!(
        "{users:>12} {:>9.3} {:>11} {:>10.3} {:>9.3} {:>9.3} {:>9.1} {:>7.0} {:>10.1} {:>10.3}",
        build.as_secs_f64(),
        statistics.bytes / users,
        millis(median),
        millis(slow),
        millis(slowest),
        millis(plain),
        plain.as_secs_f64() / median.as_secs_f64(),
        changes[CHANGES * 99 / 100].as_secs_f64() * 1e6,
        compact.as_secs_f64(),
    );
    println!(
        "             {} cells, {} terms; a query: {} cells, {} lines, {} looked at, {} scored; with {CHANGES} changes: median {:.3} ms",
        statistics.cells,
        statistics.terms,
        effort.cells / ASKERS,
        effort.lines / ASKERS,
        effort.looked_at / ASKERS,
        effort.scored / ASKERS,
        millis(delta_times[ASKERS / 2]),
    );
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

/// The shortest of three times, so that what else the machine does counts less.
fn best_of_three<T>(work: impl Fn() -> T) -> Duration {
    (0..3).map(|_| timed(|| black_box(work())).1).min().unwrap_or_default()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
