//! What the database promises, on the engine under test; what concerns old databases, on PostgreSQL.

// Lets Clippy see that the helpers are test code, too.
#![cfg(test)]

mod database;
mod guards;
mod listed;
mod migrate_damaged;
mod migrate_fresh;
mod migrate_legacy;
mod migrate_trouble;
mod old_statements;
mod owned;
mod peer_log;
mod revert;
mod support;
mod triggers;
