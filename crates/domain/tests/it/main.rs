//! Promises of the domain that hold for all data, not for examples.

mod derive;
mod explain;
mod generate;
mod index;
#[path = "../../benches/support/people.rs"]
mod people;
mod rank;
mod score;
