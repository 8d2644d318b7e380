//! The database doctor: what is wrong in a live PostgreSQL database whose users have integer ids and a
//! provider's strings, and what to do about it.
//!
//! It reads the catalogue and the rows, never the application's source. Three promises, in this order: no
//! false green, the plan is what happens, provable undo.

mod audit;
mod catalogue;
mod checks;
mod directory;
mod error;
mod expected;
mod finding;
mod people;
mod references;
mod session;
mod sql;
mod words;

pub use audit::{AuditOptions, Progress, Quiet, audit};
pub use checks::codes;
pub use directory::{Directory, DirectoryUser};
pub use error::{Asking, DoctorError};
pub use expected::Expected;
pub use finding::{
    Audit, Chosen, Coverage, Disposition, Edge, Finding, Kind, NotLooked, Severity, Summary, TableHealth,
};
pub use people::Choices;
pub use session::ReadOptions;
