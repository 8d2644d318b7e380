//! The provisioning policy: what happens to a subject that has no link yet.
//!
//! A pure function over facts, so that each row of the table is a test. Whoever
//! loads the facts must hold the locks that keep them true until the decision is
//! carried out.

use crate::{ClerkUser, EmailKey, UserId, UserNumber, Verification};

/// How far a Clerk `external_id` is believed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TrustExternalId {
    /// If the row that it names has no e-mail, or one that is verified at Clerk for this user.
    #[default]
    Agree,
    /// Whatever the e-mail says.
    Always,
    /// Not at all.
    Never,
}

/// The switches of the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PolicySettings {
    /// How far external ids are believed.
    pub trust_external_id: TrustExternalId,
    /// Whether a verified primary e-mail links to the row that has it. Default true.
    pub link_verified_email: bool,
    /// Whether an address that an import or an administrator marked verified counts. Default false.
    pub trust_admin_verified: bool,
    /// Whether unknown subjects get a new user. Default true.
    pub create: bool,
}

impl Default for PolicySettings {
    fn default() -> Self {
        Self {
            trust_external_id: TrustExternalId::Agree,
            link_verified_email: true,
            trust_admin_verified: false,
            create: true,
        }
    }
}

impl PolicySettings {
    fn counts(&self, verification: Verification) -> bool {
        match verification {
            Verification::ByPerson => true,
            Verification::ByAdmin => self.trust_admin_verified,
            Verification::None => false,
        }
    }

    /// The keys of all addresses that count as verified.
    fn verified_keys(&self, person: &ClerkUser) -> Vec<EmailKey> {
        let counted = person.emails.iter().filter(|email| self.counts(email.verification));
        counted.filter_map(|email| EmailKey::new(&email.address)).collect()
    }

    /// The key of the primary address, if that counts as verified.
    #[must_use]
    pub fn primary_key(&self, person: &ClerkUser) -> Option<EmailKey> {
        let primary = person.emails.iter().find(|email| email.primary)?;
        self.counts(primary.verification).then(|| EmailKey::new(&primary.address)).flatten()
    }

    /// The row that the external id names, if external ids are believed and it is a canonical decimal.
    #[must_use]
    pub fn external_number(&self, person: &ClerkUser) -> Option<UserNumber> {
        if self.trust_external_id == TrustExternalId::Never {
            return None;
        }
        person.external_id.as_deref()?.parse().ok()
    }
}

/// What is known about the person at Clerk.
#[derive(Clone, Copy, Debug)]
pub enum Person<'a> {
    /// Nobody has asked yet.
    NotAsked,
    /// There is nobody to ask.
    NoSource,
    /// As Clerk, or the claims of the token, describe them.
    Known(&'a ClerkUser),
}

/// A row of the users table, as far as the policy cares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserRow {
    /// Its id.
    pub id: UserId,
    /// Whether it is active; a NULL flag counts as active.
    pub active: bool,
    /// Its e-mail as stored.
    pub email: Option<String>,
    /// Whether it belongs to another subject of this issuer: by a link, or by its own column.
    pub taken: bool,
}

/// Everything the policy looks at.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// The subject has a tombstone.
    pub tombstoned: bool,
    /// The rows that carry the subject in their own column.
    pub own_rows: Vec<UserRow>,
    /// The person.
    pub person: Person<'a>,
    /// The row that [`PolicySettings::external_number`] names.
    pub external_row: Option<UserRow>,
    /// The rows whose e-mail has the key [`PolicySettings::primary_key`].
    pub email_rows: Vec<UserRow>,
}

/// On what grounds a subject was linked to an existing row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The row carried the subject in its own column.
    LegacyColumn,
    /// Clerk's external id named the row.
    ExternalId,
    /// The verified primary e-mail is the row's.
    VerifiedEmail,
}

impl Evidence {
    /// The word in the event log.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LegacyColumn => "legacy_column",
            Self::ExternalId => "external_id",
            Self::VerifiedEmail => "verified_email",
        }
    }
}

/// Why a subject gets no user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A tombstone, or Clerk no longer has the user.
    Revoked,
    /// The row is deactivated, or Clerk blocks the person.
    Deactivated,
    /// The evidence contradicts itself; an operator has to decide.
    Conflict(Conflict),
    /// Nothing names a row, and new users are not created.
    NotProvisioned,
}

/// In which way the evidence contradicts itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// Several rows carry the subject.
    SharedSubject,
    /// External id and verified e-mail name different rows.
    ExternalIdAndEmailDiffer,
    /// The external id names a row of another subject.
    ExternalIdTaken,
    /// Several rows have the e-mail.
    EmailShared,
    /// The row with the e-mail belongs to another subject.
    EmailTaken,
    /// The row with the e-mail is inactive.
    EmailInactive,
    /// A link names a row that is not there.
    RowMissing,
}

impl Conflict {
    /// The word in the event log.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SharedSubject => "shared_subject",
            Self::ExternalIdAndEmailDiffer => "external_id_and_email_differ",
            Self::ExternalIdTaken => "external_id_taken",
            Self::EmailShared => "email_shared",
            Self::EmailTaken => "email_taken",
            Self::EmailInactive => "email_inactive",
            Self::RowMissing => "row_missing",
        }
    }
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Not decidable before somebody has asked Clerk.
    AskClerk,
    /// Link to this row.
    Link(UserId, Evidence),
    /// Create a user, with this e-mail if there is one to store.
    Create(Option<EmailKey>),
    /// Refuse.
    Refuse(Refusal),
}

/// The first row of the table that applies.
#[must_use]
pub fn decide(settings: &PolicySettings, facts: &Facts<'_>) -> Decision {
    if facts.tombstoned {
        return Decision::Refuse(Refusal::Revoked);
    }
    match facts.own_rows.as_slice() {
        [] => {}
        [row] if row.active => return Decision::Link(row.id, Evidence::LegacyColumn),
        [_] => return Decision::Refuse(Refusal::Deactivated),
        _ => return Decision::Refuse(Refusal::Conflict(Conflict::SharedSubject)),
    }
    match facts.person {
        Person::NotAsked => Decision::AskClerk,
        Person::NoSource => create(settings, None),
        Person::Known(person) if person.blocked => Decision::Refuse(Refusal::Deactivated),
        Person::Known(person) => decide_by_person(settings, facts, person),
    }
}

fn decide_by_person(settings: &PolicySettings, facts: &Facts<'_>, person: &ClerkUser) -> Decision {
    let conflict = |kind| Decision::Refuse(Refusal::Conflict(kind));

    if let Some(row) = &facts.external_row {
        if row.active && !row.taken && external_id_agrees(settings, row, person) {
            return Decision::Link(row.id, Evidence::ExternalId);
        }
        if row.taken {
            return conflict(Conflict::ExternalIdTaken);
        }
        if facts.email_rows.iter().any(|other| other.id != row.id) {
            return conflict(Conflict::ExternalIdAndEmailDiffer);
        }
    }
    match facts.email_rows.as_slice() {
        [] => create(settings, settings.primary_key(person)),
        [row] if row.taken => conflict(Conflict::EmailTaken),
        [row] if !row.active => conflict(Conflict::EmailInactive),
        [row] if settings.link_verified_email => Decision::Link(row.id, Evidence::VerifiedEmail),
        // The address occupies another row, which this person may not have.
        [_] => create(settings, None),
        _ => conflict(Conflict::EmailShared),
    }
}

fn external_id_agrees(settings: &PolicySettings, row: &UserRow, person: &ClerkUser) -> bool {
    match (settings.trust_external_id, &row.email) {
        (TrustExternalId::Never, _) => false,
        (TrustExternalId::Always, _) | (TrustExternalId::Agree, None) => true,
        (TrustExternalId::Agree, Some(email)) => {
            // A blank address is as good as none: nobody can claim it.
            email.trim_ascii().is_empty() || settings.verified_keys(person).iter().any(|key| key.matches(email))
        }
    }
}

fn create(settings: &PolicySettings, email: Option<EmailKey>) -> Decision {
    if settings.create { Decision::Create(email) } else { Decision::Refuse(Refusal::NotProvisioned) }
}

#[cfg(test)]
mod tests;
