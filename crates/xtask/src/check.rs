//! `cargo xtask check`: what a change must pass besides the tests.

use anyhow::Result;

use crate::{
    arrows, forbidden, licences,
    step::{shell, step},
};

const FMT: &str = "cargo fmt --quiet --all --check";
const CLIPPY: &str = "cargo clippy --quiet --workspace --all-targets --all-features -- -D warnings";
/// With private items: who reads these pages works on the code, and most of it is private.
const DOC: &str =
    "RUSTDOCFLAGS=-Dwarnings cargo doc --quiet --workspace --all-features --no-deps --document-private-items";

/// Runs the steps, the quick ones first; whether all pass.
///
/// Clippy, the docs and the tests are all given the whole workspace with all features, so that none of
/// them compiles a dependency again that another has compiled.
pub(crate) fn run() -> Result<bool> {
    type Step = (&'static str, &'static str, fn() -> Result<Vec<String>>);
    let steps: [Step; 6] = [
        ("fmt", "cargo fmt --all", || shell(FMT)),
        ("arrows", "cargo xtask arrows", arrows::run),
        ("licences", "cargo xtask licences", licences::run),
        ("forbidden", "cargo xtask forbidden", forbidden::run),
        ("clippy", CLIPPY, || shell(CLIPPY)),
        ("doc", DOC, || shell(DOC)),
    ];
    for (name, again, work) in steps {
        if !step(name, work)? {
            println!("Try again with: {again}");
            return Ok(false);
        }
    }
    Ok(true)
}
