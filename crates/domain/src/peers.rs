//! Peer matching: what is known about a user, how well two users match, who comes first, and why.
//!
//! [`derive()`] turns stored rows into [`PeerInputs`]; [`score()`] compares two of them; [`rank()`] orders many;
//! [`explain()`] says why. Every float operation has a stated order, so that another implementation
//! can agree bit for bit.

mod derive;
mod explain;
mod inputs;
mod rank;
mod score;
mod term;
mod words;

pub use derive::{PersonalityDocument, ResultId, RiasecResult, Sources, derive};
pub use explain::{Explanation, Reason, Shared, explain};
pub use inputs::{Level, PeerInputs, Stage};
pub use rank::{RankKey, Ranked, rank, rank_all};
pub(crate) use score::fit_of_one;
pub use score::{Compatibility, Component, fit, jaccard, personality_score, score, share_of_larger, stage_score};
pub use term::{Term, TermSet};
pub use words::Language;
