//! `cargo xtask runbook`: whether the commands of `docs/runbook.md` print what it says.

use anyhow::{Context as _, Result};

use crate::workspace::cargo;

/// The test that runs the page, so that it cannot rot unseen.
const TEST: &[&str] = &["test", "--package=orientor-cli", "--test=it", "the_runbook_prints_what_it_says"];

/// Runs the page, or rewrites it with what its commands print; whether that went well.
pub(crate) fn run(bless: bool) -> Result<bool> {
    let mut cargo = cargo();
    cargo.args(TEST).env_remove("ORIENTOR_BLESS");
    if bless {
        cargo.env("ORIENTOR_BLESS", "1");
    }
    let status = cargo.status().context("could not run cargo test")?;
    if status.success() {
        println!(
            "docs/runbook.md {}",
            if bless { "says what its commands print; read the difference" } else { "is true" }
        );
    }
    Ok(status.success())
}
