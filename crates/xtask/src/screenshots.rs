//! `cargo xtask screenshots`: the pictures of the page that the README shows.

use std::fs;

use anyhow::{Context as _, Result};

use crate::{
    tools,
    workspace::{cargo, root},
};

/// The test that takes the pictures, so that taking them cannot break unseen.
const TEST: &[&str] = &["test", "--package=orientor-http", "--test=browser", "screenshots_are_pictures_below_200_kb"];

/// Takes them; whether that went well.
pub(crate) fn run() -> Result<bool> {
    tools::ensure_browser()?;
    tools::ensure_typeface()?;
    let folder = root().join("docs/screenshots");
    fs::create_dir_all(&folder)?;
    let status =
        cargo().args(TEST).env("ORIENTOR_SCREENSHOTS", &folder).status().context("could not run cargo test")?;
    if status.success() {
        println!("the pictures are in {}", folder.display());
    }
    Ok(status.success())
}
