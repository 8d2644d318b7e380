//! What `orientor identity` prints about people and events.

use std::{fmt::Write as _, process::ExitCode};

use orientor_identity::{
    UserRef,
    sqlx::{Dossier, EventFilter, EventRecord},
};

use super::Desk;
use crate::{doctor, exit::Failure, out};

impl Desk {
    pub(super) async fn show(&self, id: &UserRef, json: bool) -> Result<ExitCode, Failure> {
        let dossier = self.directory.dossier(id, &self.issuer).await;
        let dossier = dossier.map_err(|error| Failure::because("nobody could be looked up", &error))?;
        if dossier.is_empty() {
            return Err(Failure::nobody(format!("{id} names nobody at {}", self.issuer)));
        }
        out::print(if json { doctor::json(&dossier)? } else { describe(&dossier) })?;
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn events(
        &self,
        filter: &EventFilter,
        after: i64,
        limit: u32,
        json: bool,
    ) -> Result<ExitCode, Failure> {
        // One more than wanted shows whether there are more.
        let events = self.directory.events(filter, after, limit + 1).await;
        let mut events = events.map_err(|error| Failure::because("the events could not be read", &error))?;
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = events.len() > wanted;
        events.truncate(wanted);
        let next = events.last().map(|event| event.id).filter(|_| more);
        if json {
            out::print(doctor::json(&serde_json::json!({ "events": events, "next_after": next }))?)?;
            return Ok(ExitCode::SUCCESS);
        }
        let lines: String = events.iter().map(line).collect();
        out::print(lines)?;
        if let Some(next) = next {
            eprintln!("there are more: --after {next}");
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn describe(dossier: &Dossier) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    if let Some(user) = dossier.user {
        let state = if dossier.active == Some(true) { "active" } else { "deactivated" };
        let _ = writeln!(text, "user {user}  {state}  {}", visible(dossier.email.as_deref()));
        if let Some(carries) = &dossier.carries {
            let _ = writeln!(text, "  the row carries {}", visible(Some(carries)));
        }
    }
    for link in &dossier.links {
        let user = link.user.map(|user| user.to_string()).unwrap_or_default();
        let _ = writeln!(
            text,
            "link  {} of {}  user {user}  {}  by {} since {}",
            link.subject, link.issuer, link.state, link.evidence, link.since
        );
    }
    for tombstone in &dossier.tombstones {
        let user = tombstone.user.map_or("nobody".to_owned(), |user| format!("user {user}"));
        let _ = writeln!(
            text,
            "tombstone  {} of {}  {user}  {}  {} {}",
            tombstone.subject,
            tombstone.issuer,
            visible(tombstone.email.as_deref()),
            tombstone.reason,
            tombstone.at
        );
    }
    text.extend(dossier.events.iter().map(line));
    text
}

fn line(event: &EventRecord) -> String {
    let or_dash = |text: Option<&str>| visible(text.filter(|text| !text.is_empty()));
    let user = event.user.map_or("-".to_owned(), |user| user.to_string());
    format!(
        "{}\t{}\t{}\t{user}\t{}\t{}\t{}\t{}\n",
        event.id,
        event.at,
        event.what,
        or_dash(Some(&event.subject)),
        or_dash(event.evidence.as_deref()),
        or_dash(Some(&event.actor)),
        or_dash(event.reason.as_deref())
    )
}

/// What came from outside, on one line and without control characters.
fn visible(text: Option<&str>) -> String {
    text.map_or("-".to_owned(), |text| {
        text.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
    })
}
