//! Use cases: load with the store, decide with the domain, save.
//!
//! Everything here takes a [`UserId`](orientor_identity::UserId), which only the identity bridge
//! gives out, so no use case ever sees a Clerk string.

pub mod careers;
pub mod chat_analytics;
pub mod conversations;
pub mod courses;
mod error;
pub mod goals;
mod hex;
pub mod holland;
mod inputs;
pub mod insight;
pub mod jobs;
pub mod matching;
pub mod messages;
pub mod notes;
pub mod onboarding;
pub mod orientator;
pub mod passwords;
pub mod peers;
pub mod person;
pub mod personality;
pub mod profiles;
pub mod progress;
pub mod reflection;
pub mod saved;
pub mod shares;
pub mod trees;

pub use error::ServiceError;
