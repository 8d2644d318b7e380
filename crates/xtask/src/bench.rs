//! `cargo xtask bench`: what was promised about speed and memory, measured, as one table.
//!
//! Wherever a machine's speed matters, the promise is a ratio of two figures of the same run.

mod build;
mod curve;
mod divan;
mod peers;
mod table;

use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use clap::ValueEnum;

use self::table::Row;
use crate::workspace::{cargo, target};

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Name {
    /// From a token to a user id, in memory
    Bridge,
    /// A token beside its bare signature
    Verify,
    /// A handler that wants the current user beside an empty one, over HTTP
    Http,
    /// Very many first requests of new people at four servers
    FirstSight,
    /// As many webhooks as a server takes, on PostgreSQL
    Webhooks,
    /// The best peers, in process up to a million users and over HTTP; draws the curve
    Peers,
    /// More requests than a server can answer, and what becomes of those that it takes on
    Overload,
    /// The audit of ten million rows beside its own statements; takes minutes and is left out unless named
    Audit,
    /// A relink of a million users, its undo, a merge, and a verify of ten million rows; takes a quarter of an hour and is left out
    /// unless named
    Doctor,
    /// Memory over ten million resolves, and a thousand Clerk ids at once beside the bare statement
    Resolve,
    /// Memory of a server over a million requests of very many people; takes minutes and is left out unless named
    Memory,
    /// Rows of users over HTTP beside handlers written by hand, a page behind a million rows, and an export
    Owned,
    /// Start and memory of the server
    Start,
    /// A clean release build; takes minutes and is left out unless named
    Build,
}

const USUAL: &[Name] = &[
    Name::Bridge,
    Name::Verify,
    Name::Http,
    Name::FirstSight,
    Name::Resolve,
    Name::Webhooks,
    Name::Peers,
    Name::Overload,
    Name::Owned,
    Name::Start,
];

/// Measures what is named, or all but what takes very long, and prints the table; whether every promise was kept.
///
/// `users` is the size of the databases that are made for the doctor.
pub(crate) fn run(names: &[Name], users: u32) -> Result<bool> {
    let names = if names.is_empty() { USUAL } else { names };
    // First, so that nothing is compiled between the measurements.
    let loads: Vec<&str> = names.iter().filter_map(|name| name.load()).collect();
    if !loads.is_empty() {
        let programs = ["--package", "orientor-cli", "--package", "orientor-loadbench"];
        let built = cargo().args(["build", "--release"]).args(programs).status()?;
        ensure!(built.success(), "cargo build: {built}");
    }
    let mut rows = Vec::new();
    for name in names {
        let mut measured = match name {
            Name::Bridge => divan::bridge()?,
            Name::Verify => divan::verify()?,
            Name::Build => build::run()?,
            Name::Peers => peers::run()?.into_iter().chain(load("peers", &[])?).collect(),
            Name::Audit | Name::Doctor => load(name.load().unwrap_or_default(), &["--users", &users.to_string()])?,
            Name::Http
            | Name::FirstSight
            | Name::Resolve
            | Name::Webhooks
            | Name::Overload
            | Name::Memory
            | Name::Owned
            | Name::Start => load(name.load().unwrap_or_default(), &[])?,
        };
        rows.append(&mut measured);
    }
    table::print(&rows);
    Ok(rows.iter().all(|row| row.kept != Some(false)))
}

impl Name {
    /// The command of the load generator, where it does the measuring.
    fn load(self) -> Option<&'static str> {
        match self {
            Self::Http => Some("http"),
            Self::FirstSight => Some("first-sight"),
            Self::Webhooks => Some("webhooks"),
            Self::Peers => Some("peers"),
            Self::Overload => Some("overload"),
            Self::Audit => Some("audit"),
            Self::Doctor => Some("doctor"),
            Self::Resolve => Some("resolve"),
            Self::Memory => Some("memory"),
            Self::Owned => Some("owned"),
            Self::Start => Some("start"),
            Self::Bridge | Self::Verify | Self::Build => None,
        }
    }
}

fn load(command: &str, arguments: &[&str]) -> Result<Vec<Row>> {
    // Not by `cargo run`: for one package alone Cargo chooses other features, and builds all again.
    let output = output(Command::new(target()?.join("release/orientor-loadbench")).arg(command).args(arguments))?;
    let rows = output.lines().filter_map(|line| line.strip_prefix("result\t")).map(Row::read);
    let rows: Vec<Row> = rows.collect::<Option<_>>().context("a result has another shape than expected")?;
    // A missed promise is in the rows; without any, the run itself failed and has said why.
    ensure!(!rows.is_empty(), "orientor-loadbench {command} measured nothing");
    Ok(rows)
}

/// What a command writes to standard output, whatever its exit code.
fn output(command: &mut Command) -> Result<String> {
    let ended = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output()?;
    Ok(String::from_utf8(ended.stdout)?)
}
