//! Carrying the provisioning policy out, in one transaction.
//!
//! Every process that provisions a subject takes the advisory lock of the subject,
//! then of the e-mail, then locks the rows in question, and only then reads the
//! facts. So whoever comes second finds what the first one wrote. SQLite has one
//! writer at a time, which is the same thing.

use crate::{
    ClerkUserId, EmailKey, Lookup, Provision, Provisioned, UserId, UserNumber, UserState,
    policy::{Decision, Evidence, Facts, Person, Refusal, UserRow, decide},
};

use super::{
    NewUser, SqlxDirectory,
    directory::{read_lookup, user_state},
    engine::{Argument, Transaction},
    lifecycle::stored_name,
    statements::Statements,
};

/// How often a transaction is tried that a stranger's write broke: another program
/// may insert the same address without knowing our locks.
pub(super) const TRIES: usize = 4;

/// A row, and the text in its subject column.
struct Candidate {
    row: UserRow,
    carries: Option<String>,
}

impl SqlxDirectory {
    pub(super) async fn provision_with_retries(&self, request: Provision<'_>) -> Result<Provisioned, ::sqlx::Error> {
        let mut tries = 1;
        loop {
            match self.provision_once(request).await {
                Err(error) if tries < TRIES && is_worth_a_retry(&error) => tries += 1,
                settled => return settled,
            }
        }
    }

    async fn provision_once(&self, request: Provision<'_>) -> Result<Provisioned, ::sqlx::Error> {
        let subject = request.subject;
        let statements = self.statements(&subject.issuer);
        let mut transaction = self.pool.begin().await?;
        lock(&mut transaction, statements, &format!("orientor identity subject {subject}")).await?;

        let arguments = [Argument::Text(subject.issuer.as_str()), Argument::Text(subject.id.as_str())];
        match read_lookup(&transaction.rows(&statements.lookup, &arguments).await?)? {
            Lookup::Linked(user) => return Ok(Provisioned::User { user, created: false }),
            Lookup::Tombstoned => return Ok(Provisioned::Refused(Refusal::Revoked)),
            Lookup::Carried(_) | Lookup::Conflict(_) | Lookup::Unknown => {}
        }
        let mut settled = self.settle(&mut transaction, request).await?;
        if let Provisioned::User { user, .. } = &mut settled {
            let answered = match request.person {
                Person::Known(person) => Some(person),
                Person::NotAsked | Person::NoSource => None,
            };
            let actor = request.actor.unwrap_or("bridge");
            user.active = !self.catch_up(&mut transaction, subject, answered, actor).await?;
        }
        // Where nothing was decided, nothing was written.
        transaction.commit().await?;
        Ok(settled)
    }

    /// Asks the policy about a subject without a link, whose lock is held, and carries out what it says.
    pub(super) async fn settle(
        &self,
        transaction: &mut Transaction,
        request: Provision<'_>,
    ) -> Result<Provisioned, ::sqlx::Error> {
        let mut candidates = self.candidates(transaction, request).await?;
        let facts = Facts {
            tombstoned: false,
            own_rows: rows_of(&candidates.own),
            person: request.person,
            external_row: candidates.external.take().map(|candidate| candidate.row),
            email_rows: rows_of(&candidates.email),
        };
        match decide(request.settings, &facts) {
            Decision::AskClerk => Ok(Provisioned::AskClerk),
            Decision::Refuse(refusal) => {
                self.record_refusal(transaction, request, refusal).await?;
                Ok(Provisioned::Refused(refusal))
            }
            Decision::Link(user, evidence) => {
                self.link(transaction, request, user, evidence).await?;
                Ok(Provisioned::User { user: UserState { id: user, active: true }, created: false })
            }
            Decision::Create(email) => {
                let user = self.create(transaction, request, email.as_ref()).await?;
                Ok(Provisioned::User { user: UserState { id: user, active: true }, created: true })
            }
        }
    }

    async fn candidates(
        &self,
        transaction: &mut Transaction,
        request: Provision<'_>,
    ) -> Result<Candidates, ::sqlx::Error> {
        let statements = self.statements(&request.subject.issuer);
        let (email_key, external) = match request.person {
            Person::Known(person) => (request.settings.primary_key(person), request.settings.external_number(person)),
            Person::NotAsked | Person::NoSource => (None, None),
        };
        if let Some(key) = &email_key {
            lock(transaction, statements, &format!("orientor identity e-mail {}", key.as_str())).await?;
        }
        let own = match &statements.rows_by_subject {
            Some(sql) => ids(transaction, sql, &[Argument::Text(request.subject.id.as_str())]).await?,
            None => Vec::new(),
        };
        let email = match (&statements.rows_by_email, &email_key) {
            (Some(sql), Some(key)) => ids(transaction, sql, &[Argument::Text(key.as_str())]).await?,
            _ => Vec::new(),
        };
        let external = external.map(UserNumber::get);
        let mut all: Vec<i64> = own.iter().chain(&email).copied().chain(external).collect();
        all.sort_unstable();
        all.dedup();
        if all.is_empty() {
            return Ok(Candidates::default());
        }
        if let Some(sql) = &statements.lock_rows {
            transaction.rows(sql, &[Argument::Integers(&all)]).await?;
        }
        let rows = self.facts(transaction, request, &all).await?;
        let pick = |wanted: &[i64]| -> Vec<Candidate> {
            rows.iter().filter(|candidate| wanted.contains(&candidate.row.id.get())).map(Candidate::clone).collect()
        };
        Ok(Candidates {
            own: pick(&own),
            // SQL only narrows the rows down; what compares addresses is ours.
            email: pick(&email).into_iter().filter(|candidate| has_key(&candidate.row, email_key.as_ref())).collect(),
            external: external.and_then(|number| pick(&[number]).pop()),
        })
    }

    async fn facts(
        &self,
        transaction: &mut Transaction,
        request: Provision<'_>,
        users: &[i64],
    ) -> Result<Vec<Candidate>, ::sqlx::Error> {
        let subject = request.subject;
        let statements = self.statements(&subject.issuer);
        let arguments = [Argument::Integers(users), Argument::Text(subject.issuer.as_str())];
        let mut candidates = Vec::new();
        for row in transaction.rows(&statements.facts, &arguments).await? {
            let Some(UserState { id, active }) = user_state(&row, 0, 1)? else { continue };
            let carries = row.text(3)?.filter(|text| !text.is_empty());
            let linked = row.integer(4)?.unwrap_or(0) > 0;
            let taken = linked || carries.as_deref().is_some_and(|text| is_another_subject(text, &subject.id));
            candidates.push(Candidate { row: UserRow { id, active, email: row.text(2)?, taken }, carries });
        }
        Ok(candidates)
    }

    async fn link(
        &self,
        transaction: &mut Transaction,
        request: Provision<'_>,
        user: UserId,
        evidence: Evidence,
    ) -> Result<(), ::sqlx::Error> {
        let statements = self.statements(&request.subject.issuer);
        self.insert_link(transaction, request, user, evidence.as_str()).await?;
        let mut reason = None;
        if evidence != Evidence::LegacyColumn {
            let before = self.facts(transaction, request, &[user.get()]).await?;
            reason = before.into_iter().find_map(|row| row.carries).map(|text| format!("replaced {text:?} in the row"));
            if let Some(sql) = &statements.carry {
                let arguments = [Argument::Integer(user.get()), Argument::Text(request.subject.id.as_str())];
                transaction.rows(sql, &arguments).await?;
            }
        }
        record(transaction, statements, request, "linked", Some(user), Some(evidence.as_str()), reason.as_deref()).await
    }

    async fn create(
        &self,
        transaction: &mut Transaction,
        request: Provision<'_>,
        email: Option<&EmailKey>,
    ) -> Result<UserId, ::sqlx::Error> {
        let statements = self.statements(&request.subject.issuer);
        let person = match request.person {
            Person::Known(person) => Some(person),
            Person::NotAsked | Person::NoSource => None,
        };
        let named = |name: Option<&String>| name.and_then(|text| stored_name(text, self.users.name_chars));
        let first_name = named(person.and_then(|person| person.first_name.as_ref()));
        let last_name = named(person.and_then(|person| person.last_name.as_ref()));
        let arguments = [
            Argument::Text(request.subject.id.as_str()),
            Argument::MaybeText(email.map(EmailKey::as_str)),
            Argument::MaybeText(first_name.as_deref()),
            Argument::MaybeText(last_name.as_deref()),
        ];
        let created = ids(transaction, &statements.insert_user, &arguments).await?;
        let number = created.first().copied().ok_or(::sqlx::Error::RowNotFound)?;
        let id = UserId::from_row(number).map_err(|error| ::sqlx::Error::Decode(error.into()))?;
        self.insert_link(transaction, request, id, "created").await?;
        if let Some(hook) = &self.on_create {
            hook.on_create(transaction.connection(), &[NewUser { id, first_name, last_name }]).await?;
        }
        record(transaction, statements, request, "created", Some(id), None, None).await?;
        Ok(id)
    }

    async fn insert_link(
        &self,
        transaction: &mut Transaction,
        request: Provision<'_>,
        user: UserId,
        evidence: &str,
    ) -> Result<(), ::sqlx::Error> {
        let subject = request.subject;
        let watermark = match request.person {
            Person::Known(person) => person.updated_at_ms,
            Person::NotAsked | Person::NoSource => None,
        };
        let arguments = [
            Argument::Text(subject.issuer.as_str()),
            Argument::Text(subject.id.as_str()),
            Argument::Integer(user.get()),
            Argument::Text(evidence),
            Argument::MaybeInteger(watermark),
        ];
        transaction.rows(&self.statements(&subject.issuer).insert_link, &arguments).await?;
        Ok(())
    }

    async fn record_refusal(
        &self,
        transaction: &mut Transaction,
        request: Provision<'_>,
        refusal: Refusal,
    ) -> Result<(), ::sqlx::Error> {
        let statements = self.statements(&request.subject.issuer);
        let (what, reason) = match refusal {
            Refusal::Conflict(conflict) => ("conflict", Some(conflict.as_str())),
            Refusal::Revoked => ("refused", Some("tombstone")),
            Refusal::Deactivated => ("refused", Some("deactivated")),
            Refusal::NotProvisioned => ("refused", Some("not_provisioned")),
        };
        record(transaction, statements, request, what, None, None, reason).await
    }
}

#[derive(Default)]
struct Candidates {
    own: Vec<Candidate>,
    email: Vec<Candidate>,
    external: Option<Candidate>,
}

impl Clone for Candidate {
    fn clone(&self) -> Self {
        Self { row: self.row.clone(), carries: self.carries.clone() }
    }
}

fn rows_of(candidates: &[Candidate]) -> Vec<UserRow> {
    candidates.iter().map(|candidate| candidate.row.clone()).collect()
}

fn has_key(row: &UserRow, key: Option<&EmailKey>) -> bool {
    match (key, &row.email) {
        (Some(key), Some(email)) => key.matches(email),
        _ => false,
    }
}

/// Whether the text in a subject column is somebody else's id. Text that no
/// provider issued claims nothing; padding does not free a row.
fn is_another_subject(text: &str, subject: &ClerkUserId) -> bool {
    text.trim().parse::<ClerkUserId>().is_ok_and(|other| other != *subject)
}

pub(super) async fn lock(
    transaction: &mut Transaction,
    statements: &Statements,
    name: &str,
) -> Result<(), ::sqlx::Error> {
    if let Some(sql) = &statements.lock {
        transaction.rows(sql, &[Argument::Text(name)]).await?;
    }
    Ok(())
}

async fn ids(
    transaction: &mut Transaction,
    sql: &std::sync::Arc<str>,
    arguments: &[Argument<'_>],
) -> Result<Vec<i64>, ::sqlx::Error> {
    let rows = transaction.rows(sql, arguments).await?;
    rows.iter().filter_map(|row| row.integer(0).transpose()).collect()
}

async fn record(
    transaction: &mut Transaction,
    statements: &Statements,
    request: Provision<'_>,
    what: &str,
    user: Option<UserId>,
    evidence: Option<&str>,
    reason: Option<&str>,
) -> Result<(), ::sqlx::Error> {
    let subject = request.subject;
    let arguments = [
        Argument::Text(what),
        Argument::Text(subject.issuer.as_str()),
        Argument::Text(subject.id.as_str()),
        Argument::MaybeInteger(user.map(UserId::get)),
        Argument::MaybeText(evidence),
        Argument::Text(request.actor.unwrap_or("bridge")),
        Argument::MaybeText(reason),
    ];
    transaction.rows(&statements.insert_event, &arguments).await?;
    Ok(())
}

/// Whether the same transaction may succeed when tried again: a unique violation by a
/// program that does not take our locks, a deadlock, a failed serialization.
pub(super) fn is_worth_a_retry(error: &::sqlx::Error) -> bool {
    let ::sqlx::Error::Database(error) = error else { return false };
    error.is_unique_violation() || matches!(error.code().as_deref(), Some("40001" | "40P01" | "5" | "517"))
}
