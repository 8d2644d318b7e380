//! Reading where subjects stand, and writing what follows.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{
    super::{
        NewUser, SqlxDirectory,
        engine::{Argument, Transaction},
    },
    Group, Holders, Task,
    fold::{Folding, Writes, created_account},
    standing::{Account, Standing},
};
use crate::{ClerkUser, Issuer, Subject, UserId, Version};

/// Where a subject stands, as far as an operator's wishes depend on it.
pub(in crate::sqlx) struct Reviewed {
    pub(in crate::sqlx) linked_to: Option<i64>,
    /// The only row that carries it, where there is no link.
    pub(in crate::sqlx) carried_by: Option<i64>,
    pub(in crate::sqlx) blocked: bool,
}

impl SqlxDirectory {
    /// Where a subject stands, for an operator.
    pub(in crate::sqlx) async fn reviewed(
        &self,
        transaction: &mut Transaction,
        subject: &Subject,
    ) -> Result<Reviewed, ::sqlx::Error> {
        let id = subject.id.as_str();
        let standing = self.standings(transaction, &subject.issuer, &[id]).await?.remove(id).unwrap_or_default();
        let carried = standing.account.as_ref().filter(|_| standing.link.is_none() && standing.carried == 1);
        Ok(Reviewed {
            linked_to: standing.link.as_ref().map(|link| link.user),
            carried_by: carried.map(|account| account.id),
            blocked: standing.record.blocked,
        })
    }

    /// Brings what has been told about a subject to the row that it has been given, unless what Clerk `answered`
    /// just now is newer. Whether Clerk blocks the person.
    pub(in crate::sqlx) async fn catch_up(
        &self,
        transaction: &mut Transaction,
        subject: &Subject,
        answered: Option<&ClerkUser>,
        actor: &str,
    ) -> Result<bool, ::sqlx::Error> {
        let id = subject.id.as_str();
        let standing = self.standings(transaction, &subject.issuer, &[id]).await?.remove(id).unwrap_or_default();
        let mut folding = Folding::new(id, standing, self.users.name_chars);
        if let Some(person) = answered {
            folding.witness(person, &Version::fetched(person.updated_at_ms));
        }
        let mut holders = self.holders(transaction, &subject.issuer, &folding.waiting_addresses()).await?;
        let mut writes = Writes::default();
        folding.apply_waiting(&mut holders, actor, &mut writes);
        let blocked = folding.is_blocked();
        folding.finish(&mut writes);
        self.write(transaction, &subject.issuer, &writes).await?;
        Ok(blocked)
    }

    /// Creates users for people whom nothing names, all in one statement where that can tell whose row is whose.
    pub(super) async fn bear(
        &self,
        transaction: &mut Transaction,
        task: Task<'_>,
        people: &[&ClerkUser],
    ) -> Result<HashMap<String, Account>, ::sqlx::Error> {
        let account = |id: i64, person: &ClerkUser| created_account(id, person, task.settings, self.users.name_chars);
        let mut born = HashMap::with_capacity(people.len());
        if people.is_empty() {
            return Ok(born);
        }
        if let Some(sql) = &self.lifecycle(task.issuer).births {
            let rows: Vec<_> = people
                .iter()
                .map(|person| {
                    let Account { email, first_name, last_name, .. } = account(0, person);
                    let subject = person.id.as_str();
                    serde_json::json!({
                        "subject": subject, "email": email, "first_name": first_name, "last_name": last_name
                    })
                })
                .collect();
            let by_subject: HashMap<&str, &ClerkUser> =
                people.iter().map(|person| (person.id.as_str(), *person)).collect();
            for row in transaction.rows(sql, &[Argument::Text(&json(&rows).unwrap_or_default())]).await? {
                if let (Some(id), Some(subject)) = (row.integer(0)?, row.text(1)?)
                    && let Some(person) = by_subject.get(subject.as_str())
                {
                    born.insert(subject, account(id, person));
                }
            }
        } else {
            for person in people {
                let Account { email, first_name, last_name, .. } = account(0, person);
                let arguments = [
                    Argument::Text(person.id.as_str()),
                    Argument::MaybeText(email.as_deref()),
                    Argument::MaybeText(first_name.as_deref()),
                    Argument::MaybeText(last_name.as_deref()),
                ];
                let rows = transaction.rows(&self.statements(task.issuer).insert_user, &arguments).await?;
                let id = rows.first().map(|row| row.integer(0)).transpose()?.flatten();
                let id = id.ok_or(::sqlx::Error::RowNotFound)?;
                born.insert(person.id.to_string(), account(id, person));
            }
        }
        if let Some(hook) = &self.on_create {
            let user = |account: &Account| {
                let id = UserId::from_row(account.id).map_err(|error| ::sqlx::Error::Decode(error.into()))?;
                let (first_name, last_name) = (account.first_name.clone(), account.last_name.clone());
                Ok::<_, ::sqlx::Error>(NewUser { id, first_name, last_name })
            };
            let users: Vec<NewUser> = born.values().map(user).collect::<Result<_, _>>()?;
            hook.on_create(transaction.connection(), &users).await?;
        }
        Ok(born)
    }

    /// Notes the messages of all groups; those that are new.
    pub(super) async fn note_messages(
        &self,
        transaction: &mut Transaction,
        task: Task<'_>,
        groups: &[Group],
    ) -> Result<HashSet<String>, ::sqlx::Error> {
        let places = groups.iter().flat_map(|group| &group.places);
        let mut ids: Vec<&str> = places.map(|at| task.events[*at].message.as_str()).collect();
        // In one order everywhere, so that two servers that take in the same messages do not wait for each other.
        ids.sort_unstable();
        ids.dedup();
        let sql = &self.lifecycle(task.issuer).messages;
        let rows = transaction.rows(sql, &[Argument::Texts(&ids)]).await?;
        rows.iter().filter_map(|row| row.text(0).transpose()).collect()
    }

    pub(super) async fn standings(
        &self,
        transaction: &mut Transaction,
        issuer: &Issuer,
        subjects: &[&str],
    ) -> Result<HashMap<String, Standing>, ::sqlx::Error> {
        if subjects.is_empty() {
            return Ok(HashMap::new());
        }
        let arguments = [Argument::Text(issuer.as_str()), Argument::Texts(subjects)];
        let rows = transaction.rows(&self.lifecycle(issuer).standing, &arguments).await?;
        rows.iter().map(Standing::read).collect()
    }

    pub(super) async fn holders(
        &self,
        transaction: &mut Transaction,
        issuer: &Issuer,
        keys: &BTreeSet<String>,
    ) -> Result<Holders, ::sqlx::Error> {
        let mut holders = Holders::new();
        let Some(sql) = &self.lifecycle(issuer).holders else { return Ok(holders) };
        if keys.is_empty() {
            return Ok(holders);
        }
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        for row in transaction.rows(sql, &[Argument::Texts(&keys)]).await? {
            // SQL only narrows the rows down; what compares addresses is ours.
            let key = row.text(1)?.as_deref().and_then(crate::EmailKey::new);
            if let (Some(id), Some(key)) = (row.integer(0)?, key) {
                holders.entry(key.as_str().to_owned()).or_default().push(id);
            }
        }
        Ok(holders)
    }

    pub(super) async fn write(
        &self,
        transaction: &mut Transaction,
        issuer: &Issuer,
        writes: &Writes,
    ) -> Result<(), ::sqlx::Error> {
        let statements = self.lifecycle(issuer);
        for (sql, rows) in [
            (Some(&statements.links), json(&writes.links)),
            (Some(&statements.records), json(&writes.records)),
            (Some(&statements.link_states), json(&writes.link_states)),
            (Some(&statements.sessions), json(&writes.sessions)),
            (Some(&statements.grave_emails), json(&writes.grave_emails)),
            (Some(&statements.events), json(&writes.events)),
        ] {
            if let (Some(sql), Some(rows)) = (sql, rows) {
                transaction.rows(sql, &[Argument::Text(&rows), Argument::Text(issuer.as_str())]).await?;
            }
        }
        if let (Some(sql), Some(rows)) = (&statements.users, json(&writes.users)) {
            transaction.rows(sql, &[Argument::Text(&rows)]).await?;
        }
        for burial in &writes.burials {
            let key = [Argument::Text(issuer.as_str()), Argument::Text(&burial.subject)];
            if burial.cut {
                transaction.rows(&statements.cut, &key).await?;
            }
            let arguments = [
                key[0],
                key[1],
                Argument::MaybeInteger(burial.user),
                Argument::MaybeText(burial.email.as_deref()),
                Argument::Text("deleted"),
            ];
            transaction.rows(&statements.bury, &arguments).await?;
            let change = if burial.retire { &statements.retire } else { &statements.uncarry };
            if let (Some(user), Some(sql)) = (burial.user, change) {
                transaction.rows(sql, &[Argument::Integer(user), Argument::Text(&burial.subject)]).await?;
            }
        }
        Ok(())
    }
}

fn json<T: serde::Serialize>(rows: &[T]) -> Option<String> {
    // Plain structs of texts and numbers always can be written.
    (!rows.is_empty()).then(|| serde_json::to_string(rows).unwrap_or_default())
}
