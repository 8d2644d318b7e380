//! Peer matching: what is known about a user, how well two users match, and who comes first.
//!
//! [`derive()`] turns stored rows into [`PeerInputs`]; [`score()`] compares two of them; [`rank()`] orders many.
//! Every float operation has a stated order, so that another implementation can agree bit for bit.

mod derive;
mod inputs;
mod rank;
mod score;
mod term;

pub use derive::{PersonalityDocument, ResultId, RiasecResult, Sources, derive};
pub use inputs::{Level, PeerInputs, Stage};
pub use rank::{RankKey, Ranked, rank, rank_all};
pub use score::{Compatibility, Component, fit, jaccard, personality_score, score, share_of_larger, stage_score};
pub use term::{Term, TermSet};
