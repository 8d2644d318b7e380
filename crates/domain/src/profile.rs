//! Profile values: which are possible, and how a person is called.

mod name;
mod number;

pub use name::{display_name, name_from_parts};
pub use number::{Age, Gpa, OutOfRange, Rating, StudyYear, UpTo, Whole, YearsOfExperience};
