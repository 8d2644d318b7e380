//! The doctor against real databases: the damaged fixture, databases it has never seen, and hostile ones.
#![cfg(test)]

mod fixture;
mod promises;
mod strange;
mod support;
