//! The doctor against real databases: the damaged fixture, databases it has never seen, and hostile ones; and its reports
//! against their schemas.

// Lets Clippy see that the helpers are test code, too.
#![cfg(test)]

mod common;
mod decisions;
mod fixture;
mod hostile;
mod json;
mod page;
mod promises;
mod random;
mod reads;
mod repair;
mod report;
mod roles;
mod runs;
mod sarif;
mod specimen;
mod strange;
mod support;

use orientor_testkit::line as proxy;
