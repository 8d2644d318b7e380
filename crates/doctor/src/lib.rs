//! The database doctor: what is wrong in a live PostgreSQL database whose users have integer ids and a
//! provider's strings, and what to do about it.
//!
//! It reads the catalogue and the rows, never the application's source. Three promises, in this order: no
//! false green, the plan is what happens, provable undo.

mod accounts;
mod audit;
mod catalogue;
mod checks;
mod compare;
mod directory;
mod error;
mod expected;
mod finding;
mod people;
mod plan;
mod references;
mod repairs;
pub mod report;
mod run;
mod session;
mod sql;
mod survey;
mod words;

pub use accounts::{Relinks, plan_merge, plan_relink};
pub use audit::{AuditOptions, Progress, Quiet, audit};
pub use checks::codes;
pub use compare::{Comparison, Rewrite, TableCost, Translate, compare};
pub use directory::{Directory, DirectoryUser};
pub use error::{Asking, DoctorError};
pub use expected::Expected;
pub use finding::{
    Audit, Chosen, Coverage, Disposition, Edge, Finding, Kind, NotLooked, Severity, Summary, TableHealth,
};
pub use people::Choices;
pub use plan::{
    Assign, DatabaseId, Given, GivenError, Named, Op, Part, Plan, RowWork, Statement, Step, Work, plan, plan_part,
};
pub use repairs::Decisions;
pub use run::{
    Applied, ApplyOptions, Conflict, Difference, Hindrance, HistoryEntry, Obstacle, RunError, UndoOptions, Undone,
    Untried, Verified, WriteConsent, apply, database_id, history, look, prune, rehearse, undo, verify,
};
pub use session::{Answered, ReadOptions};
pub use survey::{Survey, linked, strangers_among, survey};
