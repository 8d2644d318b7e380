//! Asks a server what its description allows and forbids, and compares the answers with it.
//!
//! By schemathesis, from Python wheels (`pip/schemathesis.txt`), which are installed once.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use crate::pip;

/// A command that runs a Python script that may use what schemathesis uses; the arguments are still to be added.
///
/// # Panics
///
/// As [`command`].
pub fn script(file: &Path) -> Command {
    let mut command = python();
    command.arg(file);
    command
}

/// A command that runs schemathesis with the `hooks`, a Python file; the arguments are still to be added.
///
/// Blocks while it is installed; in an async test, call it by `spawn_blocking`.
///
/// # Panics
///
/// If Python with pip is missing, or schemathesis cannot be installed.
pub fn command(hooks: &Path) -> Command {
    let mut command = python();
    command.args(["-m", "schemathesis.cli"]).env("SCHEMATHESIS_HOOKS", hooks);
    command
}

fn python() -> Command {
    let programs = pip::installed("schemathesis", |_| Ok(()));
    let mut command = Command::new("python3");
    command.env("PYTHONPATH", programs).env("PYTHONDONTWRITEBYTECODE", "1").stdin(Stdio::null());
    command
}
