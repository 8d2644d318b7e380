//! `cargo xtask fuzz-api`: asks the API whatever its description allows and forbids, and compares the answers with it.

use std::process::Stdio;

use anyhow::{Context as _, Result};
use orientor_pgcluster::Cluster;

use crate::{tools, workspace::cargo};

const TEST: &str = "schemathesis::whatever_is_asked_every_answer_is_as_described";
/// What the test takes its time and its beginning from.
const SECONDS: &str = "ORIENTOR_FUZZ_API_SECONDS";
const SEED: &str = "ORIENTOR_SEED";
/// Names the server under test; see the test kit.
const SERVER_VARIABLE: &str = "TEST_DATABASE_URL";

/// Asks so many seconds on either engine; whether every answer was as described.
pub(crate) fn run(seconds: u32, seed: Option<u64>) -> Result<bool> {
    tools::ensure_all()?;
    let cluster = Cluster::join()?;
    let mut well = true;
    for (engine, server) in [("SQLite", None), ("PostgreSQL", Some(cluster.url()))] {
        println!("\n== {engine}, {seconds} s");
        let mut cargo = cargo();
        cargo.args(["test", "--quiet", "--all-features", "--package", "orientor-http", "--test", "it"]);
        cargo.args(["--", "--exact", TEST, "--nocapture"]).env(SECONDS, seconds.to_string()).stdin(Stdio::null());
        match server {
            Some(url) => cargo.env(SERVER_VARIABLE, url),
            None => cargo.env_remove(SERVER_VARIABLE),
        };
        if let Some(seed) = seed {
            cargo.env(SEED, seed.to_string());
        }
        well &= cargo.status().context("could not run cargo test")?.success();
    }
    well &= cluster.leave();
    Ok(well)
}
