//! Runs the steps of a command one by one, a line each.

use std::{
    io::{self, Write as _},
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::Result;

use crate::workspace::root;

/// Runs `work` and prints how it went; whether it found no fault.
pub(crate) fn step(name: &str, work: impl FnOnce() -> Result<Vec<String>>) -> Result<bool> {
    print!("{name:<10} ");
    io::stdout().flush()?;
    let start = Instant::now();
    let faults = work()?;
    let took = start.elapsed().as_secs_f64();
    println!("{} {took:>6.1} s", if faults.is_empty() { "ok    " } else { "FAILED" });
    for fault in &faults {
        println!("  {fault}");
    }
    Ok(faults.is_empty())
}

/// Runs a command line at the root of the workspace. It tells its faults itself.
pub(crate) fn shell(line: &str) -> Result<Vec<String>> {
    let status = Command::new("sh").args(["-c", line]).current_dir(root()).stdin(Stdio::null()).status()?;
    Ok(if status.success() { Vec::new() } else { vec![status.to_string()] })
}
