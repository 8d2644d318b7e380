//! `cargo xtask`: every command that we type to check, test and measure the project.
//!
//! A new command is a variant of [`Command`] and a module with a `run`.

mod arrows;
mod bench;
mod bless;
mod check;
mod forbidden;
mod fuzz;
mod fuzz_api;
mod licences;
mod prove;
mod runbook;
mod screenshots;
mod spdx;
mod step;
mod test;
mod tools;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

/// Checks, tests and measurements of the whole workspace.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Command {
    /// Everything a change must pass but the tests: format, arrows, licences, forbidden text, Clippy, docs.
    ///
    /// Prints a line for each step and stops at the first that fails, with the command that repeats it.
    Check,
    /// Runs all tests on SQLite, then the integration tests again on PostgreSQL.
    ///
    /// Installs PostgreSQL, Node, npm, Chromium, nginx and pip with apt-get where they are missing and we are root; else says what to install.
    /// The PostgreSQL server is a private one that ends with this command, however it ends.
    #[command(override_usage = "cargo xtask test [-- <FILTER>...]")]
    Test {
        /// Passed on to the test programs: a part of the names of the tests to run, or their options
        #[arg(last = true)]
        filter: Vec<String>,
    },
    /// Measures what was promised about speed and memory, in release builds, and prints one table.
    ///
    /// Exit code 1 if a promise is missed. What else runs on the machine disturbs every figure.
    Bench {
        /// What to measure; everything but `build`, `audit`, `doctor` and `memory` if nothing is named
        names: Vec<bench::Name>,
        /// Users of the databases that `audit` and `doctor` make; promised is a million
        #[arg(long, default_value_t = 1_000_000)]
        users: u32,
    },
    /// Tries on hundreds of random databases and runs what the tests try on a few, and prints one table.
    ///
    /// Takes tens of minutes. Exit code 1 if anything fails; the failure names the variable that repeats it.
    Prove {
        /// How many of each
        #[arg(long, default_value_t = 300)]
        count: u32,
        /// Only those of this crate, or with this in their name
        #[arg(value_name = "NAME")]
        only: Option<String>,
    },
    /// Looks for bytes that break a promise: tokens, cookies, webhooks, ids and keys, guided by coverage.
    ///
    /// Installs honggfuzz below the target folder, and what it is built with. What is found is put into
    /// crates/fuzz/corpus, which the tests replay. Exit code 1 if anything is.
    Fuzz {
        /// The targets; all of them if none is named
        targets: Vec<String>,
        /// How long each, in seconds
        #[arg(long, default_value_t = 60)]
        seconds: u32,
    },
    /// Asks the API, as somebody who is signed in, whatever its description allows and forbids, on both databases.
    ///
    /// By schemathesis, which pip installs. Exit code 1 if the server is at fault, or an answer is other than described.
    FuzzApi {
        /// How long on each database, in seconds
        #[arg(long, default_value_t = 300)]
        seconds: u32,
        /// Begins where a run began that has failed; it prints the number
        #[arg(long)]
        seed: Option<u64>,
    },
    /// Runs every command of docs/runbook.md on a fresh copy of the damaged database, and compares what it prints.
    Runbook {
        /// Rewrites the page with what the commands print
        #[arg(long)]
        bless: bool,
    },
    /// Writes what is generated from the code anew: docs/tables.md, docs/openapi.json, and the types of the client for TypeScript.
    ///
    /// The tests fail while one of them is not what the code says.
    Bless,
    /// Takes the pictures of the page that the README shows, into docs/screenshots/.
    Screenshots,
    /// Which crate may depend on which, and which crates know axum and sqlx.
    Arrows,
    /// Whether every dependency has a licence that we accept.
    Licences,
    /// Text that must not be in the repository: machine paths, registry hosts, e-mail addresses, left-over macros.
    Forbidden,
}

fn main() -> ExitCode {
    let passed = match Command::parse() {
        Command::Check => check::run(),
        Command::Test { filter } => test::run(&filter),
        Command::Bench { names, users } => bench::run(&names, users),
        Command::Prove { count, only } => prove::run(count, only.as_deref().unwrap_or_default()),
        Command::Fuzz { targets, seconds } => fuzz::run(&targets, seconds),
        Command::FuzzApi { seconds, seed } => fuzz_api::run(seconds, seed),
        Command::Runbook { bless } => runbook::run(bless),
        Command::Bless => bless::run(),
        Command::Screenshots => screenshots::run(),
        Command::Arrows => arrows::run().map(print),
        Command::Licences => licences::run().map(print),
        Command::Forbidden => forbidden::run().map(print),
    };
    match passed {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Prints what a single check found; whether that is nothing.
fn print(faults: Vec<String>) -> bool {
    for fault in &faults {
        println!("{fault}");
    }
    println!("{} found", if faults.is_empty() { "nothing".to_owned() } else { faults.len().to_string() });
    faults.is_empty()
}
