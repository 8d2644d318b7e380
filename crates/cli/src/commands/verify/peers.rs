//! The functional check: peers are looked for as the server would, for some users of the same database.

use std::collections::HashMap;

use orientor_doctor::{AuditOptions, Survey, strangers_among};
use orientor_identity::UserId;
use orientor_services::{
    matching::Matching,
    peers::{Language, compatible},
};
use orientor_store::{identity_objects, migrate as migration};

use crate::{
    commands::{Purpose, open_database},
    doctor::run_failure,
    exit::Failure,
    settings::Settings,
};

/// How many peers are asked for.
const PEERS: usize = 20;
/// How many faults are named.
const NAMED: usize = 5;

/// What came of it.
#[derive(Debug)]
pub(super) struct Found {
    /// Whether nothing speaks against it.
    pub(super) holds: bool,
    /// For people.
    pub(super) said: String,
}

/// Looks for peers of each user of the sample. Writes what any request may: inputs that are derived and can be made again.
pub(super) async fn check(settings: &Settings, options: &AuditOptions, people: &Survey) -> Result<Found, Failure> {
    let not_checked = |why: &str| Ok(Found { holds: true, said: format!("not checked: {why}") });
    if !people.is_orientor {
        return not_checked("these are not Orientor's tables");
    }
    let database = open_database(settings, Purpose::Look).await?;
    let pending = migration::pending(&database, &identity_objects(database.dialect())).await;
    let pending = pending.map_err(|error| Failure::because("the database could not be looked at", &error))?;
    if !pending.is_empty() {
        return not_checked(&format!("the database lacks {} additions; run orientor migrate", pending.len()));
    }
    let matching = Matching::plain(database);
    let (mut faults, mut suggested) = (Vec::new(), HashMap::new());
    for number in &people.sample {
        let user = UserId::from_row(*number).map_err(|error| Failure::because("a user's number", &error))?;
        match compatible(&matching, user, PEERS, Language::English).await {
            Ok(peers) => suggested.extend(peers.iter().map(|peer| (peer.card.user_id.get(), *number))),
            Err(error) => faults.push(format!("user {number}: {}", in_full(&error))),
        }
    }
    let numbers: Vec<i64> = suggested.keys().copied().collect();
    for stranger in strangers_among(&numbers, options).await.map_err(run_failure)? {
        faults.push(format!("user {} is suggested user {stranger}, who does not exist", suggested[&stranger]));
    }
    let sample = people.sample.len();
    if faults.is_empty() {
        return Ok(Found {
            holds: true,
            said: format!("works for {sample} users, who are suggested {} others", numbers.len()),
        });
    }
    let named = faults.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join("; ");
    Ok(Found { holds: false, said: format!("{} faults with {sample} users: {named}", faults.len()) })
}

fn in_full(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
