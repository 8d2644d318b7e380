//! Memory of a server over very many requests of very many people.
//!
//! Each person has a token of their own, and there are more of them than the server remembers, so that whoever asks has
//! been forgotten since they last did: all the time something is taken into memory and something else goes.

use std::process::Stdio;

use anyhow::{Result, ensure};

use crate::{
    clerk::People,
    client::get,
    load::{Requests, Until, saturate},
    process::{Process, free_addresses, orientor},
    report::{Row, commas, print},
    start::until_healthy,
};

/// Far fewer than there are people.
const REMEMBERED: u32 = 5_000;
const CONNECTIONS: usize = 16;
/// Memory is looked at after each.
const PARTS: u32 = 10;
/// Memory at the end beside that after the first part.
const FLAT: f64 = 1.05;

/// How much.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Requests in all
    #[arg(long, default_value_t = 1_000_000, value_parser = clap::value_parser!(u32).range(100..))]
    requests: u32,
    /// People who ask, each with a token
    #[arg(long, default_value_t = 20_000, value_parser = clap::value_parser!(u32).range(10..))]
    people: u32,
}

/// Measures; whether the promise was kept.
pub(crate) async fn run(Arguments { requests: count, people: crowd }: Arguments) -> Result<bool> {
    eprintln!("{} people", commas(crowd));
    let people = People::start(usize::try_from(crowd)?).await?;
    let folder = tempfile::tempdir()?;
    let url = format!("sqlite://{}", folder.path().join("bench.db").display());
    let migrated = orientor()?.arg("migrate").env("DATABASE_URL", &url).stdout(Stdio::null()).status()?;
    ensure!(migrated.success(), "orientor migrate: {migrated}");
    let address = free_addresses(1)?[0];
    let mut serve = orientor()?;
    people.configure(&mut serve);
    serve.args(["serve", "--bind", &address.to_string()]).env("DATABASE_URL", &url);
    serve.args(["--set", &format!("identity.cache_entries={REMEMBERED}")]);
    // Log lines are made as in production, and go nowhere.
    serve.stderr(Stdio::null());
    let server = Process::start(&mut serve)?;
    until_healthy(address).await?;
    let requests = people.tokens.iter().map(|token| get("/api/v1/users/me", token)).collect::<Vec<_>>();
    let requests = Requests { bytes: requests.into(), status: 200 };

    // Whoever is new is made, which is another request than the many that follow.
    eprintln!("everybody is seen for the first time");
    saturate(address, &requests, CONNECTIONS, Until::Count(requests.bytes.len())).await?;
    let before = server.resident_mb()?;
    let part = usize::try_from(count / PARTS)?;
    let mut resident = Vec::new();
    for at in 1..=PARTS {
        saturate(address, &requests, CONNECTIONS, Until::Count(part)).await?;
        resident.push(server.resident_mb()?);
        eprintln!("{} requests: {:.1} MB", commas(count / PARTS * at), resident[resident.len() - 1]);
    }
    let distinct = server.distinct_mb()?;
    server.end()?;

    let (first, half, last) = (resident[0], resident[resident.len() / 2 - 1], resident[resident.len() - 1]);
    let total = commas(count / PARTS * PARTS);
    Ok(print(&[
        Row::new("memory when everybody was seen", format!("{before:.1} MB"))
            .against(format!("{} people, {} remembered", commas(crowd), commas(REMEMBERED)), None),
        Row::new("memory after half of the requests", format!("{half:.1} MB"))
            .against(format!("after a tenth of them: {first:.1} MB"), Some(half / first)),
        Row::new(format!("memory after {total} requests"), format!("{last:.1} MB"))
            .against(format!("after a tenth of them: {first:.1} MB"), Some(last / first))
            .promised(format!("≤ {FLAT}"), last / first <= FLAT),
        Row::new(
            "  each page once, although every connection to SQLite maps the database",
            format!("{distinct:.1} MB"),
        )
        .against(format!("each as often as it is mapped: {last:.1} MB"), Some(distinct / last)),
    ]))
}
