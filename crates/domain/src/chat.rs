//! Rules about conversations with the assistant: what one is called, where a word is found, and figures about a user's
//! own use.

mod figures;
mod title;
mod topics;

pub use figures::{Day, Trends, Usage, trends, usage};
pub use title::{excerpt, title_of};
pub use topics::{Topic, topics};
