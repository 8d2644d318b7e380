//! Why a migration did not happen. In every case nothing has changed.

use sqlx::error::DatabaseError;

use crate::error::is_unavailable;

/// Why a migration, or taking it back, did not happen.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// We could not look, or the connection was lost. Try again.
    #[error("the database could not be asked")]
    Unavailable(#[source] sqlx::Error),
    /// Somebody holds a lock that is needed. Try again when they are done.
    #[error("{what}: somebody else holds a lock on it")]
    Locked {
        /// What was to be done.
        what: String,
        /// The cause.
        #[source]
        source: sqlx::Error,
    },
    /// The role lacks a right. Connect as the owner of the tables.
    #[error("{what}: the database role lacks the right to do this; connect as the owner of the tables")]
    NotAllowed {
        /// What was to be done.
        what: String,
        /// The cause.
        #[source]
        source: sqlx::Error,
    },
    /// The catalogue is not one that additions can bring into shape.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// The answer of the catalogue, or an entry of the journal, could not be read.
    #[error("{what} could not be read")]
    Unreadable {
        /// Which.
        what: &'static str,
        /// The cause.
        #[source]
        source: serde_json::Error,
    },
    /// The database refused a statement.
    #[error("{what}: the database refused")]
    Failed {
        /// What was to be done.
        what: String,
        /// The cause.
        #[source]
        source: sqlx::Error,
    },
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// No schema of the search path exists.
    #[error("the search path names no schema that exists")]
    NoSchema,
    /// A view or the like has the name of one of our tables.
    #[error("{0} is not an ordinary table")]
    NotATable(String),
}

impl MigrateError {
    /// Sorts `source` by what the caller can do; `what` was being done.
    pub(super) fn new(what: impl Into<String>, source: sqlx::Error) -> Self {
        let what = what.into();
        let code = source.as_database_error().and_then(DatabaseError::code).unwrap_or_default().into_owned();
        match code.as_str() {
            "55P03" | "40P01" => Self::Locked { what, source },
            // 8 and 1544 are SQLite's "read-only database".
            "42501" | "25006" | "8" | "1544" => Self::NotAllowed { what, source },
            _ if code.len() < 5 && is_unavailable(&source) && !code.is_empty() => Self::Locked { what, source },
            _ if is_unavailable(&source) => Self::Unavailable(source),
            _ => Self::Failed { what, source },
        }
    }
}
