//! `cargo xtask bless`: writes what is generated and checked in anew.

use std::process::Stdio;

use anyhow::{Context as _, Result};

use crate::{tools, workspace::cargo};

/// Each compares a file with the code, or writes it. The second reads what the first has written.
const WRITERS: [(&str, &str); 2] = [
    ("docs/openapi.json", "spellings::the_description_that_is_checked_in_is_that_of_the_code"),
    ("clients/typescript/src/schema.d.ts", "client::the_types_of_the_client_are_those_of_the_description"),
];

/// Writes all of them; whether that worked.
pub(crate) fn run() -> Result<bool> {
    tools::ensure_all()?;
    for (file, test) in WRITERS {
        let status = cargo()
            .args(["test", "--quiet", "--all-features", "--package", "orientor-http", "--test", "it"])
            .args(["--", "--exact", test])
            .env("ORIENTOR_BLESS", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status()
            .context("could not run cargo test")?;
        println!(
            "{file} {}",
            if status.success() { "is written; read the difference" } else { "could NOT be written" }
        );
        if !status.success() {
            return Ok(false);
        }
    }
    Ok(true)
}
