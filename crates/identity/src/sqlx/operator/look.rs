//! What an operator can look up: one person, or what has happened.

use std::sync::Arc;

use serde::Serialize;

use super::{super::Dialect, Argument, Row, SqlxDirectory, user_id};
use crate::{DirectoryError, Subject, UserId, UserNumber, UserRef};

/// Events of a dossier.
const LAST_EVENTS: u32 = 20;

/// Everything that is known about a user or a subject.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Dossier {
    /// The user, if there is one.
    pub user: Option<UserId>,
    /// Whether the row of the user is active.
    pub active: Option<bool>,
    /// The address in the row.
    pub email: Option<String>,
    /// The subject in the row's own column.
    pub carries: Option<String>,
    /// Links, also those of other subjects of the same user.
    pub links: Vec<DossierLink>,
    /// Subjects that were cut off.
    pub tombstones: Vec<Tombstone>,
    /// What has happened last, oldest first.
    pub events: Vec<EventRecord>,
}

impl Dossier {
    /// Whether nothing at all is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.user.is_none() && self.links.is_empty() && self.tombstones.is_empty() && self.events.is_empty()
    }
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DossierLink {
    /// The instance.
    pub issuer: String,
    /// The Clerk id.
    pub subject: String,
    /// Whose it is.
    pub user: Option<UserId>,
    /// `active` or `blocked_by_clerk`.
    pub state: String,
    /// On what grounds.
    pub evidence: String,
    /// Since when, in UTC.
    pub since: String,
    /// The newest description that has been told, as `updated_at.time.message`.
    pub seen: Option<String>,
}

/// A subject that was cut off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tombstone {
    /// The instance.
    pub issuer: String,
    /// The Clerk id.
    pub subject: String,
    /// Whose it was.
    pub user: Option<UserId>,
    /// The address that the user had.
    pub email: Option<String>,
    /// `deleted` at Clerk, or `unlinked` by an operator.
    pub reason: String,
    /// When, in UTC.
    pub at: String,
}

/// A line of the event log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EventRecord {
    /// Its number.
    pub id: i64,
    /// When, in UTC.
    pub at: String,
    /// What has happened, such as `linked`.
    pub what: String,
    /// The instance.
    pub issuer: String,
    /// The Clerk id; empty if it is about the user alone.
    pub subject: String,
    /// The user.
    pub user: Option<UserId>,
    /// On what grounds.
    pub evidence: Option<String>,
    /// Who.
    pub actor: String,
    /// Why.
    pub reason: Option<String>,
}

/// Whom events are about: a user or a subject, or everybody.
#[derive(Clone, Copy)]
struct About<'a> {
    user: Option<i64>,
    subject: Option<&'a str>,
    /// The instance of the subject, or any.
    issuer: Option<&'a str>,
}

/// Which events.
#[derive(Clone, Debug, Default)]
pub struct EventFilter {
    /// About this user or subject only.
    pub of: Option<UserRef>,
    /// Of this kind only.
    pub what: Option<String>,
}

impl SqlxDirectory {
    /// Everything about a user or a subject of an instance.
    pub async fn dossier(&self, of: &UserRef, issuer: &crate::Issuer) -> Result<Dossier, DirectoryError> {
        self.read_dossier(of, issuer).await.map_err(DirectoryError::new)
    }

    /// What has happened, oldest first, from behind the event `after`.
    pub async fn events(
        &self,
        filter: &EventFilter,
        after: i64,
        limit: u32,
    ) -> Result<Vec<EventRecord>, DirectoryError> {
        let (user, subject) = match &filter.of {
            Some(UserRef::Number(number)) => (Some(number.get()), None),
            Some(UserRef::Clerk(id)) => (None, Some(id.as_str())),
            None => (None, None),
        };
        let what = filter.what.as_deref();
        let of = About { user, subject, issuer: None };
        self.read_events(of, what, after, limit, false).await.map_err(DirectoryError::new)
    }

    async fn read_dossier(&self, of: &UserRef, issuer: &crate::Issuer) -> Result<Dossier, ::sqlx::Error> {
        let subject = match of {
            UserRef::Clerk(id) => Some(Subject { issuer: issuer.clone(), id: id.clone() }),
            UserRef::Number(_) => None,
        };
        let number = match (of, &subject) {
            (UserRef::Number(number), _) => Some(*number),
            (_, Some(subject)) => self.user_of(subject).await?,
            _ => None,
        };
        let mut dossier = Dossier::default();
        let sql = self.sql();
        if let Some(number) = number {
            let arguments = [Argument::Integers(&[number.get()]), Argument::Text(self.primary.as_str())];
            if let Some(row) = self.pool.read(&self.primary_statements.facts, &arguments).await?.first() {
                dossier.user = user_id(row, 0)?;
                dossier.active = Some(row.integer(1)? == Some(1));
                dossier.email = row.text(2)?;
                dossier.carries = row.text(3)?;
            }
        }
        let id = number.map(UserNumber::get);
        let name = subject.as_ref().map(|subject| subject.id.as_str());
        let arguments = [Argument::MaybeInteger(id), Argument::MaybeText(name), Argument::Text(issuer.as_str())];
        let links: Arc<str> = format!(
            "SELECT l.issuer, l.subject, CAST(l.user_id AS bigint), l.state, l.evidence, {}, r.seen FROM {} AS l LEFT JOIN {} AS r \
             ON r.issuer = l.issuer AND r.subject = l.subject WHERE l.user_id = $1 OR (l.subject = $2 AND l.issuer = $3) \
             ORDER BY 1, 2",
            self.utc("l.created_at"),
            sql.ours("identity_links"),
            sql.ours("identity_subjects")
        )
        .into();
        for row in self.pool.read(&links, &arguments).await? {
            dossier.links.push(DossierLink {
                issuer: text(&row, 0)?,
                subject: text(&row, 1)?,
                user: user_id(&row, 2)?,
                state: text(&row, 3)?,
                evidence: text(&row, 4)?,
                since: text(&row, 5)?,
                seen: row.text(6)?,
            });
        }
        let tombstones: Arc<str> = format!(
            "SELECT issuer, subject, CAST(user_id AS bigint), email, reason, {} FROM {} WHERE user_id = $1 OR (subject = $2 \
             AND issuer = $3) ORDER BY 1, 2",
            self.utc("deleted_at"),
            sql.ours("identity_tombstones")
        )
        .into();
        for row in self.pool.read(&tombstones, &arguments).await? {
            dossier.tombstones.push(Tombstone {
                issuer: text(&row, 0)?,
                subject: text(&row, 1)?,
                user: user_id(&row, 2)?,
                email: row.text(3)?,
                reason: text(&row, 4)?,
                at: text(&row, 5)?,
            });
        }
        let about = About { user: id, subject: name, issuer: Some(issuer.as_str()) };
        dossier.events = self.read_events(about, None, 0, LAST_EVENTS, true).await?;
        dossier.events.reverse();
        Ok(dossier)
    }

    /// The user of a subject: linked, carried, or of its tombstone.
    async fn user_of(&self, subject: &Subject) -> Result<Option<UserNumber>, ::sqlx::Error> {
        let arguments = [Argument::Text(subject.issuer.as_str()), Argument::Text(subject.id.as_str())];
        let rows = self.pool.read(&self.statements(&subject.issuer).lookup, &arguments).await?;
        let mut number = None;
        for row in &rows {
            number = number.or(row.integer(1)?);
        }
        if number.is_none() {
            let sql: Arc<str> = format!(
                "SELECT CAST(user_id AS bigint) FROM {} WHERE issuer = $1 AND subject = $2",
                self.sql().ours("identity_tombstones")
            )
            .into();
            number = match self.pool.read(&sql, &arguments).await?.first() {
                Some(row) => row.integer(0)?,
                None => None,
            };
        }
        Ok(number.and_then(|number| number.to_string().parse().ok()))
    }

    async fn read_events(
        &self,
        of: About<'_>,
        what: Option<&str>,
        after: i64,
        limit: u32,
        newest: bool,
    ) -> Result<Vec<EventRecord>, ::sqlx::Error> {
        let order = if newest { "DESC" } else { "ASC" };
        let sql: Arc<str> = format!(
            "SELECT CAST(id AS bigint), {}, what, issuer, subject, CAST(user_id AS bigint), evidence, actor, reason FROM {} \
             WHERE id > $1 AND (CAST($2 AS bigint) IS NULL AND CAST($3 AS text) IS NULL OR user_id = $2 \
             OR subject = $3 AND (CAST($5 AS text) IS NULL OR issuer = $5)) \
             AND (CAST($4 AS text) IS NULL OR what = $4) ORDER BY id {order} LIMIT {limit}",
            self.utc("happened_at"),
            self.sql().ours("identity_events")
        )
        .into();
        let arguments = [
            Argument::Integer(after),
            Argument::MaybeInteger(of.user),
            Argument::MaybeText(of.subject),
            Argument::MaybeText(what),
            Argument::MaybeText(of.issuer),
        ];
        let mut events = Vec::new();
        for row in self.pool.read(&sql, &arguments).await? {
            events.push(EventRecord {
                id: row.integer(0)?.unwrap_or(0),
                at: text(&row, 1)?,
                what: text(&row, 2)?,
                issuer: text(&row, 3)?,
                subject: text(&row, 4)?,
                user: user_id(&row, 5)?,
                evidence: row.text(6)?,
                actor: text(&row, 7)?,
                reason: row.text(8)?,
            });
        }
        Ok(events)
    }

    /// A time as text.
    fn utc(&self, column: &str) -> String {
        match self.pool.dialect() {
            Dialect::Postgres => format!("to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"),
            Dialect::Sqlite => column.to_owned(),
        }
    }
}

fn text(row: &Row, column: usize) -> Result<String, ::sqlx::Error> {
    Ok(row.text(column)?.unwrap_or_default())
}
