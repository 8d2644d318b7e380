//! Peer matching: what is known about a user.
//!
//! [`derive()`] turns stored rows into [`PeerInputs`].

mod derive;
mod inputs;
mod term;

pub use derive::{PersonalityDocument, ResultId, RiasecResult, Sources, derive};
pub use inputs::{Level, PeerInputs, Stage};
pub use term::{Term, TermSet};
