//! The workspace as `cargo metadata` describes it, reduced to what the checks ask.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

/// One package of the dependency graph, ours or not.
#[derive(Clone, Debug, Default)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    /// The SPDX expression of its manifest.
    pub(crate) licence: Option<String>,
    /// Whether it is a member of this workspace.
    pub(crate) is_ours: bool,
    /// What its manifest names, including what no enabled feature asks for.
    pub(crate) dependencies: Vec<Dependency>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    pub(crate) is_dev: bool,
    /// Behind a feature.
    pub(crate) is_optional: bool,
}

/// Every package that a build on this machine uses, with all features and for the tests, too.
pub(crate) fn packages() -> Result<Vec<Package>> {
    // Without the platform, Cargo would download what only other systems need.
    let platform = format!("--filter-platform={}", host()?);
    let described =
        cargo().args(["metadata", "--format-version=1", "--all-features", "--locked"]).arg(platform).output()?;
    ensure!(described.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&described.stderr));
    let described: Value = serde_json::from_slice(&described.stdout)?;
    read(&described).context("cargo metadata has another shape than expected")
}

/// The Cargo that runs us, else the one in `PATH`, at the root of the workspace.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    cargo
}

/// The folder that Cargo builds into.
pub(crate) fn target() -> Result<PathBuf> {
    let described = cargo().args(["metadata", "--format-version=1", "--no-deps", "--locked"]).output()?;
    ensure!(described.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&described.stderr));
    let described: Value = serde_json::from_slice(&described.stdout)?;
    let target = described["target_directory"].as_str();
    Ok(target.context("cargo metadata names no target folder")?.into())
}

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.ancestors().nth(2).unwrap_or(package).to_owned()
}

fn host() -> Result<String> {
    let said = cargo().arg("-vV").output()?;
    let said = String::from_utf8(said.stdout)?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("cargo -vV names no host")?.to_owned())
}

fn read(described: &Value) -> Option<Vec<Package>> {
    let members = described["workspace_members"].as_array()?;
    let package = |package: &Value| {
        Some(Package {
            name: package["name"].as_str()?.to_owned(),
            version: package["version"].as_str()?.to_owned(),
            licence: package["license"].as_str().map(str::to_owned),
            is_ours: members.contains(&package["id"]),
            dependencies: package["dependencies"].as_array()?.iter().map(dependency).collect::<Option<_>>()?,
        })
    };
    described["packages"].as_array()?.iter().map(package).collect()
}

fn dependency(dependency: &Value) -> Option<Dependency> {
    Some(Dependency {
        name: dependency["name"].as_str()?.to_owned(),
        is_dev: dependency["kind"] == "dev",
        is_optional: dependency["optional"].as_bool()?,
    })
}
