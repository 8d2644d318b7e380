//! The audit: one snapshot, the catalogue, the people, the checks, and what they found.

use crate::{
    directory::Directory, error::DoctorError, expected::Expected, finding::Audit, people::Choices, session::ReadOptions,
};

/// What to audit, and how.
#[derive(Debug, Default)]
pub struct AuditOptions {
    /// `postgres://…`.
    pub url: String,
    /// How to read.
    pub read: ReadOptions,
    /// The schemas to look at; all but the system's if empty.
    pub schemas: Vec<String>,
    /// What the operator has chosen.
    pub choices: Choices,
    /// What the schema should look like. Without one, that of Orientor is used where its tables are found.
    pub expected: Option<Expected>,
    /// Leaves out what is known about Orientor's own tables.
    pub generic_only: bool,
    /// The provider's list of users.
    pub directory: Option<Directory>,
}

/// Is told how far the audit has come.
pub trait Progress: Send + Sync {
    /// How many questions there are, once it is known.
    fn begin(&self, questions: usize);
    /// A question about this place has been answered.
    fn answered(&self, place: &str);
}

/// Tells nobody.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quiet;

impl Progress for Quiet {
    fn begin(&self, _: usize) {}
    fn answered(&self, _: &str) {}
}

/// Looks at the whole database, and writes nothing.
pub async fn audit(options: AuditOptions, progress: &dyn Progress) -> Result<Audit, DoctorError> {
    let _ = (options, progress);
    Err(DoctorError::NoUsers)
}
