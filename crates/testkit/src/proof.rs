//! How often a test tries what was promised for a number of times.

use std::{env, ops::RangeInclusive};

/// How many cases; set by `cargo xtask prove`.
const COUNT: &str = "ORIENTOR_PROVE";
/// Tries one case only, the one of this seed, to see again what has failed.
const SEED: &str = "ORIENTOR_SEED";

/// The seeds of so many cases: a few usually, and as many as were `promised` for `cargo xtask prove`, or as it asks for
/// if that is less.
pub fn cases(usual: u64, promised: u64) -> RangeInclusive<u64> {
    if let Some(seed) = only() {
        return seed..=seed;
    }
    1..=asked().map_or(usual, |count| count.min(promised))
}

/// Whether this is `cargo xtask prove`, where times count as well.
pub fn is_proof() -> bool {
    asked().is_some()
}

/// How many cases `cargo xtask prove` asks for.
pub(crate) fn asked() -> Option<u64> {
    number(COUNT)
}

/// The only case to try.
pub(crate) fn only() -> Option<u64> {
    number(SEED)
}

fn number(variable: &str) -> Option<u64> {
    env::var(variable).ok()?.parse().ok()
}

/// Prints a line for the table of `cargo xtask prove`.
pub fn proved(what: &str, count: u64, how: &str) {
    println!("prove\t{what}\t{count}\t{how}");
}
