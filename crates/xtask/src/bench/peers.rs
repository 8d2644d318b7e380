//! The index of peers against sorting everybody, in process.

use std::fs;

use anyhow::{Context as _, Result, ensure};

use super::{
    curve::{self, Series},
    output,
    table::Row,
};
use crate::workspace::{cargo, root};

/// Where the curve is drawn.
const PICTURE: &str = "docs/matching-curve.svg";

const LARGEST: f64 = 1e6;
const SMALLEST: f64 = 1e4;
const MEDIAN_MS: f64 = 2.0;
const P99_MS: f64 = 5.0;
const TIMES: f64 = 50.0;
const MEDIAN_OF_100K_MS: f64 = 0.7;
const BYTES: f64 = 200.0;
const BUILD_S: f64 = 2.0;
const CHANGE_MS: f64 = 1.0;

/// What one line of the benchmark says.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Measured {
    users: f64,
    build_s: f64,
    bytes: f64,
    median_ms: f64,
    p99_ms: f64,
    plain_ms: f64,
    change_us: f64,
}

/// Measures, and draws the curve.
pub(super) fn run() -> Result<Vec<Row>> {
    let mut bench = cargo();
    bench.args(["bench", "--quiet", "--package", "orientor-domain", "--bench", "index"]).env("BENCH_FULL", "1");
    let measured: Vec<Measured> = output(&mut bench)?.lines().filter_map(Measured::read).collect();
    ensure!(measured.len() >= 4, "the benchmark of the index printed {} lines of figures", measured.len());
    let points = |figure: fn(&Measured) -> f64| measured.iter().map(|it| (it.users, figure(it))).collect();
    let series = [
        Series { name: "sorting everybody", colour: "#b3261e", points: points(|it| it.plain_ms) },
        Series { name: "index, p99", colour: "#2456c8", points: points(|it| it.p99_ms) },
        Series { name: "index, median", colour: "#0b6b60", points: points(|it| it.median_ms) },
    ];
    fs::write(root().join(PICTURE), curve::draw("The ten best peers, one core", &series))?;
    rows(&measured)
}

impl Measured {
    /// Reads ten numbers; other lines are for people.
    fn read(line: &str) -> Option<Self> {
        let numbers: Vec<f64> = line.split_ascii_whitespace().map(|word| word.parse().ok()).collect::<Option<_>>()?;
        let [users, build_s, bytes, median_ms, p99_ms, _, plain_ms, _, change_us, _] = numbers.try_into().ok()?;
        Some(Self { users, build_s, bytes, median_ms, p99_ms, plain_ms, change_us })
    }
}

fn rows(measured: &[Measured]) -> Result<Vec<Row>> {
    let at = |users: f64| {
        let found = measured.iter().find(|it| (it.users - users).abs() < 0.5);
        found.with_context(|| format!("no figures for {users} users"))
    };
    let mut rows = Vec::new();
    for it in measured {
        let times = it.plain_ms / it.median_ms;
        let mut row = Row {
            what: format!("ten best of {} in process, median", it.users),
            measured: millis(it.median_ms),
            against: format!("everybody sorted: {}", millis(it.plain_ms)),
            ratio: format!("1/{times:.0}"),
            ..Row::default()
        };
        if (it.users - LARGEST).abs() < 0.5 {
            row.promise = format!("≤ {MEDIAN_MS} ms, ≥ {TIMES} times faster");
            row.kept = Some(it.median_ms <= MEDIAN_MS && times >= TIMES);
        } else if (it.users - 1e5).abs() < 0.5 {
            row.promise = format!("≤ {MEDIAN_OF_100K_MS} ms");
            row.kept = Some(it.median_ms <= MEDIAN_OF_100K_MS);
        }
        rows.push(row);
    }
    let (large, small) = (at(LARGEST)?, at(SMALLEST)?);
    let growth = large.median_ms / small.median_ms;
    let limited = |what: &str, measured: String, figure: f64, limit: f64, unit: &str| Row {
        what: what.to_owned(),
        measured,
        against: format!("limit: {limit}{unit}"),
        ratio: format!("{:.2}", figure / limit),
        promise: "≤ 1".to_owned(),
        kept: Some(figure <= limit),
    };
    rows.push(limited("  p99 of 1,000,000", millis(large.p99_ms), large.p99_ms, P99_MS, " ms"));
    rows.push(limited("  bytes a user", format!("{:.0}", large.bytes), large.bytes, BYTES, ""));
    rows.push(limited("  built", format!("{:.2} s", large.build_s), large.build_s, BUILD_S, " s"));
    rows.push(limited(
        "  a change, p99",
        format!("{:.0} µs", large.change_us),
        large.change_us / 1e3,
        CHANGE_MS,
        " ms",
    ));
    rows.push(Row {
        what: "  median of 1,000,000".to_owned(),
        measured: millis(large.median_ms),
        against: format!("of 10,000: {}", millis(small.median_ms)),
        ratio: format!("{growth:.1}"),
        promise: "< 100".to_owned(),
        kept: Some(growth < LARGEST / SMALLEST),
    });
    Ok(rows)
}

fn millis(ms: f64) -> String {
    format!("{ms:.2} ms")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = "
       users   build s  bytes/user  median ms    p99 ms    max ms  plain ms   times  change µs  compact s
       10000     0.005         177      0.060     0.230     0.300       3.3      54        9.0      0.004
             300 cells, 9 terms; a query: 1 cells, 2 lines, 3 looked at, 4 scored; with 1000 changes: median 0.1 ms
      100000     0.070         144      0.130     0.440     0.500      45.0     340        9.0      0.060
     1000000     0.900         135      0.230     0.900     1.000     400.0    1700       10.0      0.800
";

    #[test]
    fn only_lines_of_ten_numbers_are_figures() {
        let measured: Vec<Measured> = LINES.lines().filter_map(Measured::read).collect();

        assert_eq!(measured.len(), 3);
        let rows = rows(&measured).unwrap();
        assert!(rows.iter().filter(|row| row.kept.is_some()).count() >= 7);
        assert!(rows.iter().all(|row| row.kept != Some(false)), "{rows:?}");
    }

    #[test]
    fn a_curve_that_grows_as_fast_as_the_people_is_missed() {
        let mut measured: Vec<Measured> = LINES.lines().filter_map(Measured::read).collect();
        measured[2].median_ms = measured[0].median_ms * 100.0;

        let rows = rows(&measured).unwrap();

        assert_eq!(rows.last().unwrap().kept, Some(false));
    }
}
