//! Taking events in: many in one transaction, each with its effect or not at all.
//!
//! Whoever changes a subject holds its advisory lock, as provisioning does, then those of the addresses in question,
//! and only then reads. So at any number of servers the changes of one subject follow each other, and what they lead
//! to depends on what was told and not on the order (see [`fold`]).

mod fold;
mod rows;
mod standing;
mod statements;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::{
    Applied, BoxFuture, Change, DirectoryError, Issuer, Lifecycle, LifecycleEvent, Provision, Provisioned,
    RevokedSession, Subject, Version,
    policy::{Person, PolicySettings},
};

use super::{
    SqlxDirectory,
    engine::{Argument, Transaction},
    provision::{TRIES, is_worth_a_retry},
};
use fold::{Folding, Writes};
use standing::Account;
pub(super) use standing::stored_name;
pub(super) use statements::LifecycleStatements;

/// Events in one transaction.
const BATCH: usize = 256;

/// Addresses and the rows that have them.
type Holders = BTreeMap<String, Vec<i64>>;
/// The answers to events, by their place.
type Answers = HashMap<usize, Applied>;

/// The events about one subject, in the order in which they came.
#[derive(Clone, Debug)]
struct Group {
    /// The Clerk id; empty for events that name nobody.
    subject: String,
    places: Vec<usize>,
}

/// What all events of a call have in common.
#[derive(Clone, Copy)]
struct Task<'a> {
    issuer: &'a Issuer,
    events: &'a [LifecycleEvent],
    settings: &'a PolicySettings,
    /// Whether only one subject is concerned, so that everything is allowed that takes long.
    alone: bool,
}

/// What folding an event reads and fills beside the subject's own standing.
struct AtHand<'a> {
    holders: &'a mut Holders,
    /// Users who have been created for people of this batch, by subject.
    born: &'a mut HashMap<String, Account>,
    writes: &'a mut Writes,
}

impl Lifecycle for SqlxDirectory {
    fn apply<'a>(
        &'a self,
        events: &'a [LifecycleEvent],
        settings: &'a PolicySettings,
    ) -> BoxFuture<'a, Vec<Result<Applied, DirectoryError>>> {
        Box::pin(async move {
            let mut by_issuer: HashMap<&Issuer, Vec<usize>> = HashMap::new();
            for (at, event) in events.iter().enumerate() {
                by_issuer.entry(&event.issuer).or_default().push(at);
            }
            let mut answers: HashMap<usize, Result<Applied, DirectoryError>> = HashMap::new();
            for (issuer, places) in by_issuer {
                let task = Task { issuer, events, settings, alone: false };
                for batch in places.chunks(BATCH) {
                    self.take_in(task, batch, &mut answers).await;
                }
            }
            let missing = || Err(DirectoryError::new("the event was not looked at"));
            (0..events.len()).map(|at| answers.remove(&at).unwrap_or_else(missing)).collect()
        })
    }

    fn revoked_sessions(&self, seconds: Option<u32>) -> BoxFuture<'_, Result<Vec<RevokedSession>, DirectoryError>> {
        Box::pin(async move {
            // Longer than any session may last.
            let seconds = i64::from(seconds.unwrap_or(u32::MAX));
            let sql = &self.primary_lifecycle.revoked;
            let rows = self.pool.read(sql, &[Argument::Integer(seconds)]).await.map_err(DirectoryError::new)?;
            let mut sessions = Vec::with_capacity(rows.len());
            for row in rows {
                let columns = (|| Ok::<_, ::sqlx::Error>((row.text(0)?, row.text(1)?, row.integer(2)?)))();
                let (issuer, session, until) = columns.map_err(DirectoryError::new)?;
                // What is no issuer of anybody's cannot have tokens either.
                if let (Some(Ok(issuer)), Some(session), Some(until)) =
                    (issuer.map(|text| text.parse()), session, until.and_then(|until| u64::try_from(until).ok()))
                {
                    sessions.push(RevokedSession { issuer, session: session.into(), until });
                }
            }
            Ok(sessions)
        })
    }

    fn sweep(&self) -> BoxFuture<'_, Result<bool, DirectoryError>> {
        Box::pin(async move { self.sweep_some().await.map_err(DirectoryError::new) })
    }
}

impl SqlxDirectory {
    async fn sweep_some(&self) -> Result<bool, ::sqlx::Error> {
        let mut more = false;
        for sql in &self.primary_lifecycle.sweep {
            let mut transaction = self.pool.begin().await?;
            more |= transaction.execute(sql).await? >= statements::SWEPT_AT_ONCE;
            transaction.commit().await?;
        }
        Ok(more)
    }

    /// One batch: together as far as that goes, and whoever is left by themselves.
    async fn take_in(
        &self,
        task: Task<'_>,
        places: &[usize],
        answers: &mut HashMap<usize, Result<Applied, DirectoryError>>,
    ) {
        let groups = group(task.events, places);
        let mut failure = None;
        if groups.len() > 1 {
            match self.attempt(task, &groups).await {
                Ok(done) => answers.extend(done.into_iter().map(|(at, answer)| (at, Ok(answer)))),
                // Somebody's write broke it for all of them; each gets another chance.
                Err(::sqlx::Error::Database(_)) => {}
                Err(error) => failure = Some(DirectoryError::new(error)),
            }
        }
        let alone = Task { alone: true, ..task };
        for group in groups {
            if group.places.iter().all(|at| answers.contains_key(at)) {
                continue;
            }
            let settled = match &failure {
                Some(error) => Err(error.clone()),
                None => self.attempt_alone(alone, &group).await,
            };
            match settled {
                Ok(done) => answers.extend(done.into_iter().map(|(at, answer)| (at, Ok(answer)))),
                Err(error) => {
                    answers.extend(group.places.iter().map(|at| (*at, Err(error.clone()))));
                    let lost =
                        error.0.downcast_ref::<::sqlx::Error>().is_some_and(|it| it.as_database_error().is_none());
                    // Without a database, the others need not wait for it one after the other.
                    failure = failure.or_else(|| lost.then_some(error));
                }
            }
        }
    }

    async fn attempt_alone(&self, task: Task<'_>, group: &Group) -> Result<Answers, DirectoryError> {
        let mut tries = 1;
        loop {
            match self.attempt(task, std::slice::from_ref(group)).await {
                Err(error) if tries < TRIES && is_worth_a_retry(&error) => tries += 1,
                settled => return settled.map_err(DirectoryError::new),
            }
        }
    }

    /// Takes groups in, in one transaction. What takes longer is left out unless there is one only.
    async fn attempt(&self, task: Task<'_>, groups: &[Group]) -> Result<Answers, ::sqlx::Error> {
        let statements = self.lifecycle(task.issuer);
        let mut transaction = self.pool.begin().await?;
        let subjects: Vec<&str> =
            groups.iter().map(|group| group.subject.as_str()).filter(|id| !id.is_empty()).collect();
        let mut keys: BTreeSet<String> = BTreeSet::new();
        for group in groups {
            keys.extend(group.places.iter().filter_map(|at| address(&task.events[*at].change, task.settings)));
        }
        if let Some(sql) = &statements.locks {
            let mut names: Vec<String> =
                subjects.iter().map(|id| format!("orientor identity subject {id} of {}", task.issuer)).collect();
            names.sort_unstable();
            names.extend(keys.iter().map(|key| format!("orientor identity e-mail {key}")));
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            transaction.rows(sql, &[Argument::Texts(&names)]).await?;
        }
        let fresh = self.note_messages(&mut transaction, task, groups).await?;
        let mut standings = self.standings(&mut transaction, task.issuer, &subjects).await?;
        for standing in standings.values() {
            keys.extend(standing.record.emails.values().cloned());
        }
        let mut holders = self.holders(&mut transaction, task.issuer, &keys).await?;

        let mut answers = Answers::new();
        let mut writes = Writes::default();
        let mut claimed: HashSet<String> = HashSet::new();
        let mut left_out: Vec<&str> = Vec::new();
        let mut known: HashSet<&str> = HashSet::new();
        let (mut kept, mut newborn) = (Vec::new(), Vec::new());
        for group in groups {
            let mut news = Vec::new();
            for at in &group.places {
                let message = task.events[*at].message.as_str();
                if fresh.contains(message) && known.insert(message) {
                    news.push(*at);
                } else {
                    answers.insert(*at, Applied::Repeated);
                }
            }
            let standing = standings.remove(&group.subject).unwrap_or_default();
            let events: Vec<&LifecycleEvent> = news.iter().map(|at| &task.events[*at]).collect();
            let wanted: HashSet<String> = events
                .iter()
                .filter_map(|event| address(&event.change, task.settings))
                .chain(standing.record.emails.values().cloned())
                .collect();
            if !task.alone {
                if !wanted.is_disjoint(&claimed) || !fold::is_simple(&standing, &events, &holders, task.settings) {
                    left_out.extend(events.iter().map(|event| event.message.as_str()));
                    continue;
                }
                claimed.extend(wanted);
            }
            if !task.alone {
                newborn.extend(fold::newborn(&standing, &events));
            }
            kept.push((group, standing, news));
        }
        let mut born = self.bear(&mut transaction, task, &newborn).await?;
        for (group, standing, news) in kept {
            let mut folding = Folding::new(&group.subject, standing, self.users.name_chars);
            for at in news {
                let mut at_hand = AtHand { holders: &mut holders, born: &mut born, writes: &mut writes };
                let answer = self.fold(&mut transaction, task, &mut folding, &task.events[at], &mut at_hand).await?;
                answers.insert(at, answer);
            }
            folding.finish(&mut writes);
        }
        if !left_out.is_empty() {
            transaction.rows(&statements.forget_messages, &[Argument::Texts(&left_out)]).await?;
        }
        self.write(&mut transaction, task.issuer, &writes).await?;
        transaction.commit().await?;
        Ok(answers)
    }

    /// One event of a group.
    async fn fold(
        &self,
        transaction: &mut Transaction,
        task: Task<'_>,
        folding: &mut Folding,
        event: &LifecycleEvent,
        at_hand: &mut AtHand<'_>,
    ) -> Result<Applied, ::sqlx::Error> {
        let AtHand { holders, born, writes } = at_hand;
        let actor = format!("webhook {}", event.message);
        match &event.change {
            Change::SessionEnded { session, until, .. } => {
                folding.session_ended(session, *until, &actor, writes);
                Ok(Applied::Done)
            }
            Change::Deleted(_) => {
                folding.deleted(&actor, writes);
                Ok(Applied::Done)
            }
            Change::Described { person, created } => {
                let version = Version::told(person.updated_at_ms, event.happened_at_ms, &event.message);
                folding.learn(person, &version, task.settings);
                let mut answer = Applied::Done;
                if folding.wants_a_row(*created) {
                    let Some(subject) = event.subject() else { return Ok(answer) };
                    let request = Provision {
                        subject: &subject,
                        person: Person::Known(person),
                        actor: Some(&actor),
                        settings: task.settings,
                    };
                    match born.remove(folding.subject()) {
                        Some(account) => {
                            holders.extend(account.email.clone().map(|key| (key, vec![account.id])));
                            folding.created(account, person.updated_at_ms, &actor, writes);
                        }
                        None => match self.settle(transaction, request).await? {
                            Provisioned::User { .. } => {
                                let id = [folding.subject()];
                                let mut now = self.standings(transaction, task.issuer, &id).await?;
                                let account = now.remove(folding.subject()).unwrap_or_default().account;
                                **holders =
                                    self.holders(transaction, task.issuer, &folding.waiting_addresses()).await?;
                                folding.linked(account, &actor, writes);
                            }
                            Provisioned::Refused(refusal) => answer = Applied::Refused(refusal),
                            // It has been told about the person, so it does not ask.
                            Provisioned::AskClerk => {}
                        },
                    }
                }
                folding.apply_waiting(holders, &actor, writes);
                Ok(answer)
            }
        }
    }

    pub(super) fn lifecycle(&self, issuer: &Issuer) -> &LifecycleStatements {
        if *issuer == self.primary { &self.primary_lifecycle } else { &self.other_lifecycle }
    }
}

/// The verified primary address that a change tells.
fn address(change: &Change, settings: &PolicySettings) -> Option<String> {
    match change {
        Change::Described { person, .. } => settings.primary_key(person).map(|key| key.as_str().to_owned()),
        Change::Deleted(_) | Change::SessionEnded { .. } => None,
    }
}

fn group(events: &[LifecycleEvent], places: &[usize]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut by_subject: HashMap<String, usize> = HashMap::new();
    for at in places {
        let subject = events[*at].subject().map(|subject: Subject| subject.id.to_string()).unwrap_or_default();
        let place = *by_subject.entry(subject.clone()).or_insert_with(|| {
            groups.push(Group { subject, places: Vec::new() });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(place) {
            group.places.push(*at);
        }
    }
    groups
}
