//! What can go wrong with a row, by what the caller can do about it.

use sqlx::error::ErrorKind;

/// Why the database did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// We could not look, or lost a race that a second attempt wins. Try again.
    #[error("the database could not be asked")]
    Unavailable(#[source] sqlx::Error),
    /// There is no such row among the caller's rows. Someone else may have it.
    #[error("there is no such row")]
    Missing,
    /// Another row has the same key. Holds the rule's name, or with SQLite its columns.
    #[error("another row stands against it: {0}")]
    Conflict(String),
    /// It refers to a row that does not exist (any more), or a row that others refer to would go.
    #[error("a reference would lead nowhere: {0}")]
    Dangling(String),
    /// A value does not fit.
    #[error("{path:?} does not fit: {reason}")]
    Invalid {
        /// The member of the body, or nothing when it cannot be told.
        path: String,
        /// Why, for people.
        reason: String,
    },
    /// A stored row is not what its table declares, which `orientor audit` explains.
    #[error("a row of {table} does not have the declared shape")]
    Damaged {
        /// The table.
        table: &'static str,
        /// What does not fit.
        #[source]
        source: serde_json::Error,
    },
    /// A fault of ours.
    #[error("the database refused a statement")]
    Failed(#[source] sqlx::Error),
}

impl StoreError {
    /// Whether the transaction was given up in favour of another one, as after a deadlock: tried again, it finds what
    /// the other one has left.
    pub fn is_lost_race(&self) -> bool {
        let Self::Unavailable(error) = self else { return false };
        let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
        matches!(code.as_deref(), Some("40001" | "40P01"))
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        if is_unavailable(&error) {
            return Self::Unavailable(error);
        }
        let Some(database) = error.as_database_error() else { return Self::Failed(error) };
        let code = database.code().unwrap_or_default();
        match database.kind() {
            ErrorKind::UniqueViolation => Self::Conflict(rule_name(database)),
            ErrorKind::ForeignKeyViolation => Self::Dangling(rule_name(database)),
            ErrorKind::NotNullViolation | ErrorKind::CheckViolation => {
                Self::Invalid { path: String::new(), reason: rule_name(database) }
            }
            // Class 22 is "data exception": too long, out of range, not of the type.
            _ if code.len() == 5 && code.starts_with("22") => {
                Self::Invalid { path: String::new(), reason: "the database cannot store the value".to_owned() }
            }
            _ => Self::Failed(error),
        }
    }
}

/// Whether the statement may work if it is sent once more, perhaps on another connection.
pub(crate) fn is_unavailable(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed => true,
        sqlx::Error::Database(database) => {
            let code = database.code().unwrap_or_default();
            // PostgreSQL: connection, rollback by the server, resources, operator, lock not available.
            // SQLite: busy and locked, in the low byte of the extended code.
            let postgres =
                code.len() == 5 && ["08", "40", "53", "55P03", "57"].iter().any(|class| code.starts_with(class));
            let sqlite = code.len() < 5 && code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6));
            postgres || sqlite
        }
        _ => false,
    }
}

/// Whether the connection died, rather than the statement.
pub(crate) fn is_lost_connection(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) => true,
        sqlx::Error::Database(database) => {
            let code = database.code().unwrap_or_default();
            code.len() == 5 && (code.starts_with("08") || code.starts_with("57P"))
        }
        _ => false,
    }
}

/// The name of the violated constraint; with SQLite, which has no names, the columns.
fn rule_name(error: &dyn sqlx::error::DatabaseError) -> String {
    let named = error.constraint().map(str::to_owned);
    let listed = || error.message().split_once("failed: ").map(|(_, columns)| columns.to_owned());
    named.or_else(listed).unwrap_or_default()
}
