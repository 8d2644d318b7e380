//! Use cases: load with the store, decide with the domain, save.
//!
//! Everything here takes a [`UserId`](orientor_identity::UserId), which only the identity bridge
//! gives out, so no use case ever sees a Clerk string.

pub mod courses;
mod error;
pub mod goals;
mod inputs;
pub mod matching;
pub mod messages;
pub mod notes;
pub mod peers;
pub mod person;
pub mod profiles;
pub mod progress;
pub mod trees;

pub use error::ServiceError;
