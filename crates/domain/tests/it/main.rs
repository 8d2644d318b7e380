//! Promises of the domain that hold for all data, not for examples.

mod derive;
mod explain;
mod generate;
mod rank;
mod score;
