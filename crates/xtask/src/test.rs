//! `cargo xtask test`: all tests on SQLite, then the integration tests again on PostgreSQL.

use std::{
    fmt,
    io::{self, BufRead as _, BufReader, Write as _},
    ops::AddAssign,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result};
use orientor_pgcluster::Cluster;

use crate::{tools, workspace::cargo};

/// Every `cargo test` gets the same packages and features, so the second builds nothing.
const ALL: &[&str] = &["test", "--workspace", "--all-features", "--no-fail-fast"];
/// The tests that mean something else on another engine. The doctor knows PostgreSQL only, and has been tested on it.
const PER_ENGINE: &[&str] = &["--test", "it", "--exclude", "orientor-doctor"];
/// Names the server under test; see the test kit.
const SERVER_VARIABLE: &str = "TEST_DATABASE_URL";

/// Runs everything; whether all of it passed. The last line printed is the sum.
pub(crate) fn run(filter: &[String]) -> Result<bool> {
    tools::ensure_all()?;
    let cluster = Cluster::join()?;
    println!("PostgreSQL listens at {} and ends with this command", cluster.url());

    let on_sqlite = Pass::run("all tests, SQLite", cargo().args(ALL).env_remove(SERVER_VARIABLE), filter)?;
    let mut passes = vec![on_sqlite];
    // Otherwise nothing was built, and the second pass would only say so again.
    if !passes[0].results.is_empty() {
        let mut cargo = cargo();
        cargo.args(ALL).args(PER_ENGINE).env(SERVER_VARIABLE, cluster.url());
        passes.push(Pass::run("integration tests, PostgreSQL", &mut cargo, filter)?);
    }

    let stopped = cluster.leave();
    Ok(report(&passes, stopped, !filter.is_empty()))
}

/// One run of `cargo test`.
struct Pass {
    title: &'static str,
    /// The `test result:` line of each test program.
    results: Vec<String>,
    /// What Cargo says; it knows of programs that did not build or crashed.
    succeeded: bool,
    took: Duration,
}

impl Pass {
    /// Shows the output as it comes, and keeps the results.
    fn run(title: &'static str, cargo: &mut Command, filter: &[String]) -> Result<Self> {
        println!("\n== {title}");
        let start = Instant::now();
        let mut running = cargo
            .arg("--")
            .args(filter)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .context("could not run cargo test")?;
        let output = running.stdout.take().context("cargo test has no output")?;
        let mut results = Vec::new();
        for line in BufReader::new(output).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            writeln!(io::stdout(), "{line}")?;
            if line.starts_with(RESULT) {
                results.push(line.into_owned());
            }
        }
        let succeeded = running.wait()?.success();
        Ok(Self { title, results, succeeded, took: start.elapsed() })
    }

    fn counts(&self) -> Counts {
        let mut sum = Counts::default();
        self.results.iter().for_each(|line| sum += Counts::read(line));
        sum
    }
}

const RESULT: &str = "test result: ";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    passed: u64,
    failed: u64,
    ignored: u64,
}

impl Counts {
    /// Reads `test result: ok. 3 passed; 1 failed; 0 ignored; …`.
    fn read(line: &str) -> Self {
        let words: Vec<_> = line.split([' ', ';']).filter(|it| !it.is_empty()).collect();
        let before = |name: &str| {
            let number = words.windows(2).find(|pair| pair[1] == name).and_then(|pair| pair[0].parse().ok());
            number.unwrap_or_default()
        };
        Self { passed: before("passed"), failed: before("failed"), ignored: before("ignored") }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Prints what every pass came to, and the sum; whether all is well.
fn report(passes: &[Pass], stopped: bool, filtered: bool) -> bool {
    let mut sum = Counts::default();
    let mut well = true;
    for pass in passes {
        let counts = pass.counts();
        println!("\n== {}: {counts}, {:.0} s", pass.title, pass.took.as_secs_f64());
        let not_empty = |line: &&String| Counts::read(line) != Counts::default();
        pass.results.iter().filter(not_empty).for_each(|line| println!("{line}"));
        if !pass.succeeded && counts.failed == 0 {
            println!("cargo test failed without a failed test: see above");
        }
        if counts.passed == 0 && !filtered {
            println!("no test ran");
        }
        if counts.ignored > 0 {
            println!("{} tests are marked #[ignore] and did not run", counts.ignored);
        }
        well &= pass.succeeded && (counts.passed > 0 || filtered);
        sum += counts;
    }
    println!(
        "\nPostgreSQL {}",
        if stopped { "has ended" } else { "is still used by another process and ends with it" }
    );
    println!("{sum}");
    well
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pass(results: &[&str], succeeded: bool) -> Pass {
        let results = results.iter().map(|&it| it.to_owned()).collect();
        Pass { title: "a pass", results, succeeded, took: Duration::ZERO }
    }

    const OK: &str = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.05s";
    const FAILED: &str = "test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out";

    #[test]
    fn results_of_all_programs_are_summed() {
        assert_eq!(pass(&[OK, FAILED], false).counts(), Counts { passed: 16, failed: 2, ignored: 1 });
    }

    #[test]
    fn a_run_is_green_only_if_tests_ran_and_cargo_agrees() {
        assert!(report(&[pass(&[OK], true)], true, false));
        assert!(!report(&[pass(&[OK], true), pass(&[FAILED], false)], true, false));
        // A test program that crashed prints no result.
        assert!(!report(&[pass(&[OK], false)], true, false));
        assert!(!report(&[pass(&[OK], true), pass(&[], true)], true, false));
        assert!(report(&[pass(&[OK], true), pass(&[], true)], true, true));
    }
}
