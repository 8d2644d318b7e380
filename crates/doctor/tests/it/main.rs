//! The doctor against real databases: the damaged fixture, databases it has never seen, and hostile ones.
#![cfg(test)]

mod fixture;
mod hostile;
mod promises;
mod proxy;
mod random;
mod reads;
mod roles;
mod strange;
mod support;
