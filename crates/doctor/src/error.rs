//! Why the doctor could not do its work, told apart by what the operator can do about it.

use std::{error::Error as _, io};

use crate::finding::Chosen;

/// The doctor could not begin, or could not go on.
#[derive(Debug, thiserror::Error)]
pub enum DoctorError {
    /// The URL is none, or names another engine.
    #[error("this is not the address of a PostgreSQL database; it has to look like postgres://user@host/database")]
    Address,
    /// Nobody answers there, or we are not let in.
    #[error("the database cannot be reached")]
    Unreachable(#[source] sqlx::Error),
    /// The database answered one of the questions without which nothing can be said.
    #[error("the catalogue could not be read")]
    Catalogue(#[source] Asking),
    /// Somebody asked us to stop before the first check could ask.
    #[error("stopped before anything was looked at")]
    Stopped(
        /// What had been taken for the users by then.
        Box<Chosen>,
    ),
    /// No table looks like the one of the users.
    #[error("no table looks like the one of the users; name it with --users-table")]
    NoUsers,
    /// The operator named something that is not there.
    #[error("{0}")]
    NotThere(String),
    /// A file of the operator cannot be read or understood.
    #[error("{path} cannot be used: {reason}")]
    File {
        /// Which file.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A report could not be written.
    #[error("the report could not be written")]
    Report(#[source] io::Error),
}

/// What is wrong with a file in TOML, on one line.
pub(crate) fn toml_fault(text: &str, error: &toml::de::Error) -> String {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    format!("line {line}: {}", error.message().replace('\n', " "))
}

/// One question that the database did not answer.
#[derive(Debug, thiserror::Error)]
pub enum Asking {
    /// The role has no right to look.
    #[error("permission denied: {0}")]
    Forbidden(String),
    /// The statement took too long, or waited too long for a lock.
    #[error("took longer than allowed")]
    TimedOut,
    /// Somebody asked us to stop.
    #[error("stopped before it was done")]
    Stopped,
    /// The connection broke.
    #[error("the connection to the database broke")]
    Disconnected,
    /// Something that always has to hold would not: a key, a foreign key, a check.
    #[error("the database refused: {0}")]
    Rule(String),
    /// There is no room on the database's disk.
    #[error("the disk of the database is full: {0}")]
    Full(String),
    /// The database refused for another reason.
    #[error("the database refused: {0}")]
    Refused(String),
    /// The answer does not have the shape that we asked for.
    #[error("the answer could not be read: {0}")]
    Unreadable(String),
}

impl From<sqlx::Error> for Asking {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(refusal) => match refusal.code().as_deref() {
                Some("42501") => Self::Forbidden(refusal.message().to_owned()),
                Some("57014" | "55P03" | "25P03") => Self::TimedOut,
                Some("53100") => Self::Full(refusal.message().to_owned()),
                Some(code) if code.starts_with("23") => Self::Rule(refusal.message().to_owned()),
                Some("57P01" | "57P02" | "57P03" | "57P05" | "08006" | "08003" | "08000") => Self::Disconnected,
                _ => Self::Refused(refusal.message().to_owned()),
            },
            sqlx::Error::ColumnDecode { source, .. } | sqlx::Error::Decode(source) => {
                Self::Unreadable(source.to_string())
            }
            sqlx::Error::Io(_) | sqlx::Error::Protocol(_) | sqlx::Error::Tls(_) | sqlx::Error::WorkerCrashed => {
                Self::Disconnected
            }
            _ => Self::Refused(error.source().map_or_else(|| error.to_string(), ToString::to_string)),
        }
    }
}
