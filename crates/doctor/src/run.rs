//! Runs: what was applied, by whom, how far it has come, and all that is needed to take it back.
//!
//! Everything lives in the schema `orientor_doctor`, outside all checksums. A batch of rows and its journal are
//! one transaction, and so is a statement and the mark that it has been executed; so a run that is killed anywhere goes
//! on where it died.

mod apply;
mod batch;
mod begin;
mod chain;
mod elsewhere;
mod history;
mod journal;
mod known;
mod parents;
mod ready;
mod record;
mod rehearse;
mod rows;
mod sequences;
mod statement;
mod target;
mod triggers;
mod undo;
mod verify;
mod writer;

pub use apply::{Applied, ApplyOptions, WriteConsent, apply};
pub(crate) use chain::hex;
pub use history::{HistoryEntry, history, prune};
pub use ready::database_id;
pub(crate) use ready::identify;
pub use rehearse::{Hindrance, Untried, rehearse};
pub use undo::{Conflict, Obstacle, UndoOptions, Undone, look, undo};
pub use verify::{Difference, Verified, verify};
pub(crate) use writer::{Limits, Writer, unreadable};

/// How a run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Being applied, or killed while it was.
    Applying,
    /// Applied whole.
    Applied,
    /// Being undone, or killed while it was.
    Undoing,
    /// Undone whole.
    Undone,
}

impl State {
    pub fn word(self) -> &'static str {
        match self {
            Self::Applying => "applying",
            Self::Applied => "applied",
            Self::Undoing => "undoing",
            Self::Undone => "undone",
        }
    }

    pub fn of(word: &str) -> Option<Self> {
        [Self::Applying, Self::Applied, Self::Undoing, Self::Undone].into_iter().find(|it| it.word() == word)
    }
}

/// Why a run could not go on.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Not a database that we can reach.
    #[error(transparent)]
    Doctor(#[from] crate::DoctorError),
    /// The rows that a plan is given cannot be kept.
    #[error(transparent)]
    Given(#[from] crate::GivenError),
    /// Another doctor is at work.
    #[error("another doctor is at work on this database; wait until it is done")]
    Busy,
    /// The plan is for another database, or in a form of another version.
    #[error("{0}")]
    NotThisPlan(String),
    /// There is no such run.
    #[error("there is no run {0}; `orientor history` lists all")]
    NoRun(i64),
    /// The run is not in a state for this.
    #[error("{0}")]
    NotNow(String),
    /// Rows have changed since the plan was made.
    #[error("rows have changed since the plan was made, in {}; make a new plan", .0.join(", "))]
    Moved(Vec<String>),
    /// A row trigger would change what a step changes.
    #[error(
        "{table} has the row trigger {trigger}, which may change data on its own; look at it, and allow it with --with-triggers"
    )]
    Trigger {
        /// The table.
        table: String,
        /// The trigger.
        trigger: String,
    },
    /// Changing rows has changed others, too.
    #[error(
        "changing rows of {table} also writes to {}, which no undo could take back, so this part was given up; switch off the triggers and foreign keys that do it while the plan is applied",
        .others.iter().map(|it| if it == table { "others of its rows" } else { it.as_str() }).collect::<Vec<_>>().join(", ")
    )]
    Elsewhere {
        /// The table.
        table: String,
        /// Where else something was written; the table itself, if others of its rows were.
        others: Vec<String>,
    },
    /// Rows cannot be as they were any more.
    #[error(
        "rows of {table} cannot be as they were, because of what somebody has done meanwhile{}; with --partial they stay as they are, and the rest is undone",
        if .keys.is_empty() { String::new() } else { format!(", such as {}", .keys[0]) }
    )]
    Stays {
        /// The table.
        table: String,
        /// Their keys, as PostgreSQL writes an array.
        keys: Vec<String>,
        /// What stands in the way.
        why: Obstacle,
    },
    /// Somebody has edited the journal.
    #[error(
        "the journal of run {run} has been changed since it was written, at step {step}; nothing is undone with it"
    )]
    Tampered {
        /// The run.
        run: i64,
        /// The step.
        step: usize,
    },
    /// The database did not do what was asked; what is committed stays, and the next run goes on from there.
    #[error("{what} failed")]
    Failed {
        /// What was being done.
        what: String,
        /// Why.
        #[source]
        source: crate::error::Asking,
    },
    /// A lock was not given in time.
    #[error("{0} waited too long for somebody else's lock; run the same command again, it goes on from there")]
    Locked(String),
    /// The disk is full; what is committed stays, and the next run goes on from there.
    #[error(
        "{what} found no room on the disk of the database ({why}); make room, and run the same command again, it goes on from there"
    )]
    Full {
        /// What was being done.
        what: String,
        /// What the database says.
        why: String,
    },
    /// Asked to stop; what is committed stays.
    #[error("stopped between two batches; run the same command again to go on")]
    Stopped,
}
