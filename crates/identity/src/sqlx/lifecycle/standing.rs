//! Where a subject stands: what is known of it, whose it is, and what the row says.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::engine::Row;
use crate::{ClerkUser, Version, policy::PolicySettings};

/// A name, as the newest description that has one says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Name {
    /// What has not reached a row yet.
    pub(super) waiting: Option<String>,
    pub(super) seen: Option<Version>,
}

/// What has been told about a subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    /// The newest description.
    pub(super) seen: Option<Version>,
    /// Whether it says that Clerk blocks the person.
    pub(super) blocked: bool,
    pub(super) first_name: Name,
    pub(super) last_name: Name,
    /// Verified primary addresses that have not reached a row yet. All of them: the newest may be somebody else's,
    /// and then the one before it counts.
    pub(super) emails: BTreeMap<String, String>,
    /// The description that the address in the row is from.
    pub(super) email_seen: Option<Version>,
}

/// A row of the users table, as far as descriptions change it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Account {
    pub(super) id: i64,
    pub(super) email: Option<String>,
    pub(super) first_name: Option<String>,
    pub(super) last_name: Option<String>,
    /// Links of other subjects to it.
    pub(super) other_links: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) user: i64,
    pub(super) blocked: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Grave {
    /// Whether the person was deleted at Clerk. If not, an operator cut them off, and `user` is somebody else.
    pub(super) deleted: bool,
    /// Whether the person had everything about them erased. Nothing that is told about them is kept.
    pub(super) erased: bool,
    pub(super) user: Option<i64>,
    pub(super) email: Option<String>,
}

/// Everything about one subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) record: Record,
    pub(super) link: Option<Link>,
    pub(super) grave: Option<Grave>,
    /// The row of the link, of the grave, or the only one that carries the subject.
    pub(super) account: Option<Account>,
    /// Rows that carry the subject although there is no link.
    pub(super) carried: i64,
}

/// Addresses that wait for a row, at most; older ones are dropped.
const WAITING_EMAILS: usize = 16;

impl Record {
    /// Takes a description in.
    pub(super) fn learn(&mut self, person: &ClerkUser, version: &Version, names: usize, settings: &PolicySettings) {
        if self.seen.as_ref().is_none_or(|seen| seen < version) {
            self.seen = Some(version.clone());
            self.blocked = person.blocked;
        }
        for (name, told) in [(&mut self.first_name, &person.first_name), (&mut self.last_name, &person.last_name)] {
            if let Some(told) = told.as_deref().and_then(|text| stored_name(text, names))
                && name.seen.as_ref().is_none_or(|seen| seen < version)
            {
                *name = Name { waiting: Some(told), seen: Some(version.clone()) };
            }
        }
        if let Some(key) = settings.primary_key(person)
            && self.email_seen.as_ref().is_none_or(|seen| seen < version)
        {
            self.emails.insert(version.as_str().to_owned(), key.as_str().to_owned());
            if self.emails.len() > WAITING_EMAILS {
                self.emails.pop_first();
            }
        }
    }

    /// As a row of the table; texts that wait only while they do.
    pub(super) fn to_row(&self, subject: &str) -> RecordRow<'_> {
        let seen = |version: &Option<Version>| version.as_ref().map(|version| version.as_str().to_owned());
        RecordRow {
            subject: subject.to_owned(),
            seen: seen(&self.seen).unwrap_or_default(),
            blocked: self.blocked,
            first_name: self.first_name.waiting.as_deref(),
            first_name_seen: seen(&self.first_name.seen),
            last_name: self.last_name.waiting.as_deref(),
            last_name_seen: seen(&self.last_name.seen),
            emails: (!self.emails.is_empty()).then(|| serde_json::to_string(&self.emails).unwrap_or_default()),
            email_seen: seen(&self.email_seen),
        }
    }
}

/// A row of `identity_subjects`.
#[derive(Debug, Serialize)]
pub(super) struct RecordRow<'a> {
    subject: String,
    seen: String,
    blocked: bool,
    first_name: Option<&'a str>,
    first_name_seen: Option<String>,
    last_name: Option<&'a str>,
    last_name_seen: Option<String>,
    emails: Option<String>,
    email_seen: Option<String>,
}

impl Standing {
    /// Reads a row of the statement `standing`, whose first column is the subject.
    pub(super) fn read(row: &Row) -> Result<(String, Self), ::sqlx::Error> {
        let version = |column| Ok::<_, ::sqlx::Error>(row.text(column)?.map(|text| Version::stored(&text)));
        let record = Record {
            // A record without a description has an empty one.
            seen: version(1)?.filter(|seen| !seen.as_str().is_empty()),
            blocked: row.integer(2)? == Some(1),
            first_name: Name { waiting: row.text(3)?, seen: version(4)? },
            last_name: Name { waiting: row.text(5)?, seen: version(6)? },
            emails: row.text(7)?.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default(),
            email_seen: version(8)?,
        };
        let link = match row.integer(9)? {
            Some(user) => Some(Link { user, blocked: row.text(10)?.as_deref() != Some("active") }),
            None => None,
        };
        let grave = if row.integer(11)? == Some(1) {
            let (why, user, email) = (row.integer(20)?, row.integer(12)?, row.text(13)?);
            Some(Grave { deleted: why == Some(1), erased: why == Some(2), user, email })
        } else {
            None
        };
        let account = match row.integer(14)? {
            Some(id) => Some(Account {
                id,
                email: row.text(15)?,
                first_name: row.text(16)?,
                last_name: row.text(17)?,
                other_links: row.integer(19)?.unwrap_or(0),
            }),
            None => None,
        };
        let carried = row.integer(18)?.unwrap_or(0);
        let subject = row.text(0)?.unwrap_or_default();
        Ok((subject, Self { record, link, grave, account, carried }))
    }

    /// Whether descriptions reach a row: the linked one, or the one that the person had until they were deleted.
    pub(super) fn has_row(&self) -> bool {
        let had_one = |grave: &Grave| grave.deleted && grave.user.is_some();
        self.account.is_some() && (self.link.is_some() || self.grave.as_ref().is_some_and(had_one))
    }

    /// Whether nothing gives the subject a row any more but an operator.
    pub(super) fn is_barred(&self) -> bool {
        self.grave.as_ref().is_some_and(|grave| !grave.deleted || grave.user.is_some())
    }
}

/// A name as it is stored: without blanks around it and without control characters, as long as the column is.
/// `None` if nothing is left.
///
/// * `limit`, in characters.
pub(in crate::sqlx) fn stored_name(text: &str, limit: usize) -> Option<String> {
    let plain: String = text.chars().filter(|letter| !letter.is_control()).collect();
    let short: String = plain.trim().chars().take(limit).collect();
    let short = short.trim_end();
    (!short.is_empty()).then(|| short.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_into_their_column() {
        assert_eq!(stored_name(" Ada\u{0}\n ", 100).as_deref(), Some("Ada"));
        assert_eq!(stored_name("éé éé", 3).as_deref(), Some("éé"));
        assert_eq!(stored_name(" \u{0} ", 100), None);
        assert_eq!(stored_name("", 100), None);
    }
}
