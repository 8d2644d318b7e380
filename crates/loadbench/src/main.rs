//! Loads real servers and measures them; `cargo xtask bench` runs it.
//!
//! The load comes from this process and the servers are others, so that neither's work is
//! counted as the other's. Progress goes to stderr, and every result to stdout as one line
//! that begins with `result` (see [`report`]).

// A user as Clerk sends it has more members than `json!` takes otherwise.
#![recursion_limit = "256"]

mod audit;
mod clerk;
mod client;
mod doctor;
mod first_sight;
mod http;
mod load;
mod memory;
mod overload;
mod owned;
mod peers;
mod plain;
mod process;
mod report;
mod resolve;
mod sample;
mod server;
mod start;
mod webhooks;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

/// Measures what a running server costs. Exit code 1 if a promise is missed.
#[derive(Debug, Parser)]
#[command(name = "orientor-loadbench")]
enum Command {
    /// A handler that wants the current user beside an empty one, over HTTP.
    Http,
    /// Very many first requests of new people, at four servers at once.
    FirstSight,
    /// The best peers of 10,000 people, from the index and by comparing everybody.
    Peers,
    /// More requests than a server can answer.
    Overload,
    /// The audit of a large database beside its own statements.
    Audit(Size),
    /// Memory over very many subjects, and a thousand Clerk ids at once beside the bare statement.
    Resolve,
    /// Memory of a server over very many requests of very many people.
    Memory(memory::Arguments),
    /// As many webhooks as a server takes, on PostgreSQL.
    Webhooks,
    /// A relink, its undo, a merge and a verify in large databases, beside the same by hand.
    Doctor(Size),
    /// Rows of users over HTTP beside handlers written by hand, pages far behind, and an export.
    Owned,
    /// How long a server takes to start, and how much memory it has.
    Start,
    /// The server that `http` measures; ends when its standard input does.
    #[command(hide = true)]
    Serve(server::Arguments),
    /// The server written by hand that `owned` compares with; ends when its standard input does.
    #[command(hide = true)]
    ServePlain(plain::Arguments),
}

/// How large a database.
#[derive(Clone, Copy, Debug, clap::Args)]
struct Size {
    /// Users; each has ten rows
    #[arg(long, default_value_t = 1_000_000, value_parser = clap::value_parser!(u32).range(10_000..=10_000_000))]
    users: u32,
}

fn main() -> Result<ExitCode> {
    let command = Command::parse();
    if matches!(command, Command::Http) {
        // The server is given the other core.
        process::pin_ourselves(1);
    }
    let runtime = match command {
        // As the real server: one worker a core.
        Command::Serve(_) | Command::ServePlain(_) => {
            tokio::runtime::Builder::new_multi_thread().enable_all().build()?
        }
        _ => tokio::runtime::Builder::new_current_thread().enable_all().build()?,
    };
    runtime.block_on(async {
        let kept = match command {
            Command::Http => http::run().await?,
            Command::FirstSight => first_sight::run().await?,
            Command::Peers => peers::run().await?,
            Command::Overload => overload::run().await?,
            Command::Audit(size) => audit::run(size.users).await?,
            Command::Resolve => resolve::run().await?,
            Command::Memory(arguments) => memory::run(arguments).await?,
            Command::Webhooks => webhooks::run().await?,
            Command::Doctor(size) => doctor::run(size.users).await?,
            Command::Owned => owned::run().await?,
            Command::Start => start::run().await?,
            Command::Serve(arguments) => {
                server::run(arguments).await?;
                true
            }
            Command::ServePlain(arguments) => {
                plain::run(arguments).await?;
                true
            }
        };
        Ok(if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    })
}
