//! The rules of Orientor without input or output: who suits whom and why, which profile values are
//! possible, what points and progress come to, and what courses tell.
//!
//! Nothing here waits, reads a clock or knows a database, so the same data always gives the same answer.

mod billionths;
pub mod chat;
pub mod courses;
pub mod fit;
pub mod goal;
pub mod hexaco;
pub mod index;
pub mod peers;
pub mod personality;
pub mod profile;
pub mod progress;
pub mod reflection;
pub mod riasec;
pub mod tree;

pub use billionths::Share;
