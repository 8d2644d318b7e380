//! The program as its users run it: real processes, a clean environment, loopback only.

// Lets Clippy see that the helpers are test code, too.
#![cfg(test)]

mod audit;
mod clerk;
mod dev;
mod doctor;
mod help;
mod identity;
mod killed;
mod migrate;
mod race;
mod refusals;
mod resolve;
mod runbook;
mod serve;
mod serve_proxied;
mod support;
#[cfg(feature = "otel")]
mod traces;
