//! How a person is called.

mod name;

pub use name::{display_name, name_from_parts};
