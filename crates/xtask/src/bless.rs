//! `cargo xtask bless`: writes what is generated and checked in anew.

use std::process::Stdio;

use anyhow::{Context as _, Result};

use crate::{tools, workspace::cargo};

/// Each test of a package compares a file with the code, or writes it. The last one reads what the one before has written.
const WRITERS: [(&str, &str, &str); 3] = [
    ("docs/tables.md", "orientor-store", "listed::the_list_of_tables_is_that_of_the_code"),
    ("docs/openapi.json", "orientor-http", "spellings::the_description_that_is_checked_in_is_that_of_the_code"),
    (
        "clients/typescript/src/schema.d.ts",
        "orientor-http",
        "client::the_types_of_the_client_are_those_of_the_description",
    ),
];

/// Writes all of them; whether that worked.
pub(crate) fn run() -> Result<bool> {
    tools::ensure_all()?;
    for (file, package, test) in WRITERS {
        let status = cargo()
            .args(["test", "--quiet", "--all-features", "--package", package, "--test", "it"])
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
