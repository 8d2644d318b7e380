//! The rules of Orientor without input or output: who suits whom and why, and which profile values are possible.
//!
//! Nothing here waits, reads a clock or knows a database, so the same data always gives the same answer.

mod billionths;
pub mod chat;
pub mod hexaco;
pub mod index;
pub mod peers;
pub mod profile;
pub mod riasec;

pub use billionths::Share;
