//! The doctor on real databases.

#![cfg(test)]

mod runs;
mod state;
