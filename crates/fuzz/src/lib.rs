//! Fuzz targets: what must hold whatever bytes come from outside.
//!
//! A target takes any bytes and panics where a promise is broken. `cargo xtask fuzz` looks for such bytes, guided by
//! coverage; the tests replay what it has collected in `corpus/`.

#![allow(clippy::expect_used, clippy::panic, reason = "a panic is how a target says that a promise is broken")]

mod cookies;
mod ids;
mod instance;
mod keys;
mod tokens;
mod webhooks;

/// The environment variable that names the target.
pub const TARGET: &str = "ORIENTOR_FUZZ_TARGET";

/// Panics if a promise does not hold for these bytes.
pub type Target = fn(&[u8]);

/// Every target by name, which is also the name of its corpus.
pub const TARGETS: &[(&str, Target)] = &[
    ("cookies", cookies::run),
    ("ids", ids::run),
    ("keys", keys::run),
    ("tokens", tokens::run),
    ("webhooks", webhooks::run),
];

/// The target of a name.
pub fn target(name: &str) -> Option<Target> {
    TARGETS.iter().find(|(known, _)| *known == name).map(|(_, target)| *target)
}
