//! Use cases: load with the store, decide with the domain, save.
//!
//! Everything here takes a [`UserId`](orientor_identity::UserId), which only the identity bridge
//! gives out, so no use case ever sees a Clerk string.

pub mod chat_analytics;
pub mod conversations;
mod error;
mod inputs;
pub mod matching;
pub mod messages;
pub mod orientator;
pub mod passwords;
pub mod peers;
pub mod person;
pub mod profiles;
pub mod shares;

pub use error::ServiceError;
