//! A clean release build, as after a first checkout.

use std::{
    env, fs,
    path::PathBuf,
    process,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, ensure};

use super::table::Row;
use crate::workspace::cargo;

const MINUTES: f64 = 8.0;
/// As promised, whatever this machine has.
const JOBS: u32 = 2;
/// `/proc` counts processor time in hundredths of a second.
const TICK: Duration = Duration::from_millis(10);

/// Builds `orientor` into a folder of its own, which is deleted afterwards.
pub(super) fn run() -> Result<Vec<Row>> {
    // Not an ancestor of our own target folder, and on a disk that has room.
    let target = env::temp_dir().join(format!("orientor-bench-build-{}", process::id()));
    let measured = build(&target);
    // Nothing was built there if it is missing.
    fs::remove_dir_all(&target).ok();
    let (took, used) = measured?;
    let minutes = |time: Duration| format!("{:.1} min", time.as_secs_f64() / 60.0);
    let share = took.as_secs_f64() / 60.0 / MINUTES;
    Ok(vec![
        Row {
            what: format!("clean release build, {JOBS} jobs"),
            measured: minutes(took),
            against: format!("limit: {MINUTES} min"),
            ratio: format!("{share:.2}"),
            promise: "< 1".to_owned(),
            kept: Some(share < 1.0),
        },
        Row {
            what: "  its processor time on each of two cores".to_owned(),
            measured: minutes(used / JOBS),
            ..Row::default()
        },
    ])
}

/// Wall-clock time and processor time.
fn build(target: &PathBuf) -> Result<(Duration, Duration)> {
    let before = cpu_time_of_children()?;
    let start = Instant::now();
    let mut cargo = cargo();
    cargo.args(["build", "--quiet", "--release", "--package", "orientor-cli", "--jobs", &JOBS.to_string()]);
    let built = cargo.env("CARGO_TARGET_DIR", target).status()?;
    ensure!(built.success(), "cargo build: {built}");
    Ok((start.elapsed(), cpu_time_of_children()?.saturating_sub(before)))
}

/// Processor time of all processes that we and our descendants have waited for.
fn cpu_time_of_children() -> Result<Duration> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let (_, fields) = stat.rsplit_once(')').context("/proc/self/stat has another shape than expected")?;
    let ticks = fields.split_ascii_whitespace().skip(13).take(2).filter_map(|it| it.parse::<u32>().ok());
    Ok(TICK * ticks.sum())
}
