//! How often a test tries what was promised for a number of times.

use std::{env, ops::RangeInclusive};

/// Set by `cargo xtask prove`.
const PROVE: &str = "ORIENTOR_PROVE";
/// Tries one case only, the one of this seed, to see again what has failed.
const SEED: &str = "ORIENTOR_SEED";

/// The seeds of so many cases: a few usually, and as many as were `promised` for `cargo xtask prove`.
pub fn cases(usual: u64, promised: u64) -> RangeInclusive<u64> {
    if let Some(seed) = env::var(SEED).ok().and_then(|it| it.parse().ok()) {
        return seed..=seed;
    }
    1..=if is_proof() { promised } else { usual }
}

/// Whether this is `cargo xtask prove`, where times count as well.
pub fn is_proof() -> bool {
    env::var_os(PROVE).is_some()
}

/// Prints a line for the table of `cargo xtask prove`.
pub fn proved(what: &str, count: u64, how: &str) {
    println!("prove\t{what}\t{count}\t{how}");
}
