//! What events make of a subject: a function of what has been told, whatever came first.
//!
//! The newest description counts, by [`Version`]. A name or a verified primary address counts until a newer
//! description has another, and an address that is somebody else's counts for nothing. What is told before there is a
//! row waits for it. A deletion cuts the subject off for good; descriptions that come late still reach the row that
//! was retired, and a creation that comes late makes or finds that row, retired.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{
    Holders,
    standing::{Account, Grave, Link, RecordRow, Standing, stored_name},
};
use crate::{
    Change, ClerkUser, EmailKey, LifecycleEvent, Version,
    policy::{Decision, Facts, Person, PolicySettings, decide},
};

/// Rows to be written, of many subjects.
#[derive(Debug, Default)]
pub(super) struct Writes {
    pub(super) records: Vec<serde_json::Value>,
    pub(super) links: Vec<NewLink>,
    pub(super) link_states: Vec<LinkState>,
    pub(super) users: Vec<UserChange>,
    pub(super) burials: Vec<Burial>,
    pub(super) grave_emails: Vec<GraveEmail>,
    pub(super) sessions: Vec<SessionRow>,
    pub(super) events: Vec<EventRow>,
}

#[derive(Debug, Serialize)]
pub(super) struct NewLink {
    subject: String,
    user_id: i64,
    clerk_updated_at: Option<i64>,
}

#[derive(Debug, Serialize)]
pub(super) struct LinkState {
    subject: String,
    state: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct UserChange {
    id: i64,
    set_email: bool,
    email: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
}

#[derive(Debug)]
pub(super) struct Burial {
    pub(super) subject: String,
    pub(super) user: Option<i64>,
    pub(super) email: Option<String>,
    /// Whether there is a link to cut.
    pub(super) cut: bool,
    /// Whether the user has no other subject, and so is not active any more.
    pub(super) retire: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct GraveEmail {
    subject: String,
    email: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct SessionRow {
    session_id: String,
    until: u64,
}

#[derive(Debug, Serialize)]
pub(super) struct EventRow {
    what: &'static str,
    subject: String,
    user_id: Option<i64>,
    evidence: Option<String>,
    actor: String,
    reason: Option<String>,
}

/// One subject while events are taken in.
#[derive(Debug)]
pub(super) struct Folding {
    subject: String,
    before: Standing,
    now: Standing,
    /// Characters of a name.
    names: usize,
    /// Whether the subject has to be buried with what is known of it now.
    buries: bool,
}

impl Folding {
    pub(super) fn new(subject: &str, standing: Standing, names: usize) -> Self {
        Self { subject: subject.to_owned(), before: standing.clone(), now: standing, names, buries: false }
    }

    pub(super) fn subject(&self) -> &str {
        &self.subject
    }

    pub(super) fn is_blocked(&self) -> bool {
        self.now.link.as_ref().is_some_and(|link| link.blocked)
    }

    fn is_erased(&self) -> bool {
        self.now.grave.as_ref().is_some_and(|grave| grave.erased)
    }

    /// The addresses that wait for a row.
    pub(super) fn waiting_addresses(&self) -> BTreeSet<String> {
        self.now.record.emails.values().cloned().collect()
    }

    pub(super) fn learn(&mut self, person: &ClerkUser, version: &Version, settings: &PolicySettings) {
        if !self.is_erased() {
            self.now.record.learn(person, version, self.names, settings);
        }
    }

    /// Takes what Clerk answered when it was asked, which the provisioning policy has used already.
    pub(super) fn witness(&mut self, person: &ClerkUser, version: &Version) {
        let record = &mut self.now.record;
        let is_newer = |seen: &Option<Version>| seen.as_ref().is_none_or(|seen| seen < version);
        if is_newer(&record.seen) {
            record.seen = Some(version.clone());
            record.blocked = person.blocked;
        }
        for name in [&mut record.first_name, &mut record.last_name] {
            if is_newer(&name.seen) {
                name.waiting = None;
                name.seen = Some(version.clone());
            }
        }
        if is_newer(&record.email_seen) {
            record.email_seen = Some(version.clone());
        }
        record.emails.retain(|seen, _| seen.as_str() > version.as_str());
    }

    /// Whether the provisioning policy has to say whose the subject is.
    ///
    /// * `created`, whether the event announces the person. Others ask only for whom a row carries already.
    pub(super) fn wants_a_row(&self, created: bool) -> bool {
        let now = &self.now;
        now.link.is_none() && !now.is_barred() && (created || (now.carried == 1 && now.grave.is_none()))
    }

    /// A user has been created for the person, and nothing else written yet.
    pub(super) fn created(&mut self, account: Account, updated_at_ms: Option<i64>, actor: &str, writes: &mut Writes) {
        let subject = self.subject.clone();
        writes.links.push(NewLink { subject: subject.clone(), user_id: account.id, clerk_updated_at: updated_at_ms });
        writes.events.push(EventRow {
            what: "created",
            subject,
            user_id: Some(account.id),
            evidence: None,
            actor: actor.to_owned(),
            reason: None,
        });
        self.linked(Some(account), actor, writes);
    }

    /// The policy has linked the subject to this row. If it was deleted before, that catches up.
    pub(super) fn linked(&mut self, account: Option<Account>, actor: &str, writes: &mut Writes) {
        let Some(account) = account else { return };
        self.now.link = Some(Link { user: account.id, blocked: false });
        self.now.account = Some(account);
        self.now.carried = 0;
        // The row is as it is: what is written later is the difference from here on.
        self.before.link = self.now.link.clone();
        self.before.account = self.now.account.clone();
        if self.now.grave.is_some() {
            self.bury(actor, writes);
        }
    }

    pub(super) fn deleted(&mut self, actor: &str, writes: &mut Writes) {
        if self.now.grave.is_none() {
            self.bury(actor, writes);
        }
    }

    fn bury(&mut self, actor: &str, writes: &mut Writes) {
        let account = self.now.account.as_mut().filter(|_| self.now.link.is_some() || self.now.carried == 1);
        let mut grave = Grave { deleted: true, ..Grave::default() };
        if let Some(account) = account {
            grave.user = Some(account.id);
            if account.other_links == 0 {
                grave.email = account.email.take();
            }
        }
        self.event(writes, "deleted", grave.user, actor, None);
        self.now.link = None;
        self.now.grave = Some(grave);
        self.buries = true;
    }

    pub(super) fn session_ended(&mut self, session: &str, until: u64, actor: &str, writes: &mut Writes) {
        writes.sessions.push(SessionRow { session_id: session.to_owned(), until });
        if self.is_erased() {
            return;
        }
        let user = self.now.link.as_ref().map(|link| link.user);
        self.event(writes, "session_revoked", user, actor, Some(session.to_owned()));
    }

    /// Brings what waits to the row, if there is one.
    pub(super) fn apply_waiting(&mut self, holders: &mut Holders, actor: &str, writes: &mut Writes) {
        if !self.now.has_row() {
            return;
        }
        let mut changed = Vec::new();
        let Standing { record, account: Some(account), link, grave, .. } = &mut self.now else { return };
        let id = account.id;
        for (name, own, what) in [
            (&mut record.first_name, &mut account.first_name, "first name"),
            (&mut record.last_name, &mut account.last_name, "last name"),
        ] {
            if let Some(told) = name.waiting.take()
                && own.as_deref() != Some(told.as_str())
            {
                *own = Some(told);
                changed.push(what);
            }
        }
        let mut conflicts = 0;
        let address = match grave {
            Some(grave) if link.is_none() => &mut grave.email,
            _ => &mut account.email,
        };
        for (version, key) in std::mem::take(&mut record.emails) {
            let version = Version::stored(&version);
            if record.email_seen.as_ref().is_some_and(|seen| *seen >= version) {
                continue;
            }
            if holders.get(&key).is_some_and(|users| users.iter().any(|user| *user != id)) {
                conflicts += 1;
                continue;
            }
            record.email_seen = Some(version);
            // Also where only the spelling differs: after another address and back, it would be this one.
            if address.as_deref() != Some(key.as_str()) {
                if link.is_some() {
                    holders.entry(key.clone()).or_default().push(id);
                }
                *address = Some(key);
                changed.push("e-mail");
            }
        }
        let mut blocking = None;
        if let Some(link) = link
            && link.blocked != record.blocked
        {
            link.blocked = record.blocked;
            blocking = Some(if record.blocked { "blocked" } else { "unblocked" });
        }
        changed.dedup();
        if !changed.is_empty() {
            self.event(writes, "updated", Some(id), actor, Some(changed.join(", ")));
        }
        for _ in 0..conflicts {
            self.event(writes, "conflict", Some(id), actor, Some("email_taken".to_owned()));
        }
        if let Some(what) = blocking {
            self.event(writes, what, Some(id), actor, None);
        }
    }

    fn event(&self, writes: &mut Writes, what: &'static str, user: Option<i64>, actor: &str, reason: Option<String>) {
        writes.events.push(EventRow {
            what,
            subject: self.subject.clone(),
            user_id: user,
            evidence: Some("webhook".to_owned()),
            actor: actor.to_owned(),
            reason,
        });
    }

    /// What has to be written for all of it.
    pub(super) fn finish(self, writes: &mut Writes) {
        let Self { subject, before, now, buries, .. } = self;
        if now.record != before.record {
            let row: RecordRow<'_> = now.record.to_row(&subject);
            writes.records.push(serde_json::to_value(row).unwrap_or_default());
        }
        if let (Some(link), Some(old)) = (&now.link, &before.link)
            && link != old
        {
            let state = if link.blocked { "blocked_by_clerk" } else { "active" };
            writes.link_states.push(LinkState { subject: subject.clone(), state });
        }
        if let (Some(account), Some(old)) = (&now.account, &before.account) {
            let set_email = account.email != old.email && !buries;
            let changed = |new: &Option<String>, old: &Option<String>| new.clone().filter(|_| new != old);
            let first_name = changed(&account.first_name, &old.first_name);
            let last_name = changed(&account.last_name, &old.last_name);
            if set_email || first_name.is_some() || last_name.is_some() {
                let email = account.email.clone();
                writes.users.push(UserChange { id: account.id, set_email, email, first_name, last_name });
            }
        }
        if let Some(grave) = &now.grave {
            if buries {
                writes.burials.push(Burial {
                    subject,
                    user: grave.user,
                    email: grave.email.clone(),
                    cut: before.link.is_some(),
                    retire: now.account.as_ref().is_some_and(|account| account.other_links == 0),
                });
            } else if Some(grave) != before.grave.as_ref() {
                writes.grave_emails.push(GraveEmail { subject, email: grave.email.clone() });
            }
        }
    }
}

/// Whether the events can be taken in together with those of others: no row has to be looked for.
pub(super) fn is_simple(
    standing: &Standing,
    events: &[&LifecycleEvent],
    holders: &Holders,
    settings: &PolicySettings,
) -> bool {
    if standing.link.is_some() || standing.is_barred() {
        return true;
    }
    if standing.carried > 0 {
        return false;
    }
    let mut created = events.iter().filter_map(|event| match &event.change {
        Change::Described { person, created: true } => Some(person),
        _ => None,
    });
    let Some(person) = created.next() else { return true };
    if created.next().is_some() || standing.grave.is_some() {
        return false;
    }
    if events.iter().any(|event| matches!(event.change, Change::Deleted(_))) {
        return false;
    }
    if settings.external_number(person).is_some() {
        return false;
    }
    let key = settings.primary_key(person);
    if key.as_ref().is_some_and(|key| holders.contains_key(key.as_str())) {
        return false;
    }
    let facts = Facts {
        tombstoned: false,
        own_rows: Vec::new(),
        person: Person::Known(person),
        external_row: None,
        email_rows: Vec::new(),
    };
    matches!(decide(settings, &facts), Decision::Create(_))
}

/// The person for whom a user has to be created, if the events are [simple](is_simple) and there is one.
pub(super) fn newborn<'e>(standing: &Standing, events: &[&'e LifecycleEvent]) -> Option<&'e ClerkUser> {
    if standing.link.is_some() || standing.grave.is_some() {
        return None;
    }
    events.iter().find_map(|event| match &event.change {
        Change::Described { person, created: true } => Some(person.as_ref()),
        _ => None,
    })
}

/// The row of a user who has just been created for `person`.
pub(super) fn created_account(id: i64, person: &ClerkUser, settings: &PolicySettings, names: usize) -> Account {
    let name = |name: &Option<String>| name.as_deref().and_then(|text| stored_name(text, names));
    Account {
        id,
        email: settings.primary_key(person).as_ref().map(EmailKey::as_str).map(str::to_owned),
        first_name: name(&person.first_name),
        last_name: name(&person.last_name),
        other_links: 0,
    }
}
