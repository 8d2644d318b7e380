//! What can be chosen about a bridge, and what it reports.

use std::time::Duration;

use crate::{UserId, policy::PolicySettings};

/// Switches and sizes of a [`Bridge`](crate::Bridge).
#[derive(Clone, Debug)]
pub struct BridgeSettings {
    /// The provisioning policy.
    pub policy: PolicySettings,
    /// How many subjects are kept in memory. Default 100,000, about 20 MB.
    pub cache_entries: usize,
    /// How long a user may be answered from memory after the database was asked, where nobody tells what changes:
    /// this bounds how late a change by another program is seen. Default 3 s.
    pub cache_for: Duration,
    /// The same where a [`ChangeSource`](crate::ChangeSource) tells. Changes are seen when they are made, so this only bounds for how
    /// long one would go unseen that could not be told, such as of a table whose triggers were switched off. Default 10 minutes.
    pub watched_for: Duration,
    /// How long [`Bridge::ensure_or_stale`](crate::Bridge::ensure_or_stale) answers from memory when the database does not answer, counted from the last
    /// moment at which the answer was known to be true. Zero never does. Default 30 s.
    pub stale_for: Duration,
}

impl Default for BridgeSettings {
    fn default() -> Self {
        Self {
            policy: PolicySettings::default(),
            cache_entries: 100_000,
            cache_for: Duration::from_secs(3),
            watched_for: Duration::from_mins(10),
            stale_for: Duration::from_secs(30),
        }
    }
}

/// A user, and how far that can be relied upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The application's own id.
    pub user: UserId,
    /// Whether the database did not answer, so that this is what it last said.
    pub is_stale: bool,
}

/// What a bridge has seen, to be watched by an operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BridgeReport {
    /// Subjects in memory, some of them outdated.
    pub entries: usize,
    /// Whether a source of changes was attached.
    pub is_watched: bool,
    /// Whether it is trusted at this moment; otherwise every request reads the database.
    pub is_trusted: bool,
    /// Answers for which the database could not be asked.
    pub stale_answers: u64,
    /// Users and Clerk ids that were told to have changed.
    pub changes: u64,
    /// How often everything was forgotten because of what was told, the beginnings included.
    pub flushes: u64,
    /// How often the source was lost.
    pub losses: u64,
}
