//! `cargo xtask fuzz`: looks for bytes that break a promise, guided by coverage.

use std::{
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context as _, Result, ensure};

use crate::{
    tools,
    workspace::{cargo, root, target},
};

/// Must be the version of the library that the targets are linked with; see Cargo.lock.
const HONGGFUZZ: &str = "0.5.62";
/// Names the target to the program; see `orientor-fuzz`.
const TARGET: &str = "ORIENTOR_FUZZ_TARGET";
/// Longest input, in bytes: beyond the limits of tokens, and still many tries a second.
const LONGEST: &str = "20000";
/// What an input may take, in seconds.
const PATIENCE: &str = "10";

/// Fuzzes `names`, or every target, for so many seconds each; whether nothing was found.
pub(crate) fn run(names: &[String], seconds: u32) -> Result<bool> {
    tools::ensure_fuzzer()?;
    let corpora = root().join("crates/fuzz/corpus");
    let known = folders(&corpora)?;
    for name in names {
        ensure!(known.contains(name), "there is no fuzz target {name}; there are {}", known.join(", "));
    }
    let folder = target()?.join("fuzz");
    let program = build(&folder)?;
    let mut well = true;
    for name in if names.is_empty() { &known } else { names } {
        println!("\n== {name}, {seconds} s");
        well &= one(name, seconds, &folder, &program, &corpora.join(name))?;
    }
    Ok(well)
}

/// Builds the fuzzer and the targets with instrumentation; where the targets are.
fn build(folder: &Path) -> Result<PathBuf> {
    let tools = folder.join("tools");
    if !tools.join("bin/cargo-hfuzz").is_file() {
        println!("honggfuzz is missing; installing it: cargo install honggfuzz --version {HONGGFUZZ}");
        let mut install = cargo();
        install.args(["install", "--quiet", "--locked", "honggfuzz", "--version", HONGGFUZZ, "--root"]).arg(&tools);
        let status = install.env("CARGO_TARGET_DIR", folder.join("tools-target")).status()?;
        ensure!(status.success(), "cargo install honggfuzz: {status}");
    }
    println!("building the targets with instrumentation");
    let status = Command::new(tools.join("bin/cargo-hfuzz"))
        .args(["hfuzz", "build", "--package", "orientor-fuzz", "--bin", "fuzz"])
        .current_dir(root())
        // Optimising across crates takes minutes and finds nothing.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_TARGET_DIR", folder)
        .status()?;
    ensure!(status.success(), "cargo hfuzz build: {status}");
    let builds = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path().join("release/fuzz")));
    builds.into_iter().find(|program| program.is_file()).context("cargo hfuzz has built no program")
}

/// Fuzzes one target. What breaks a promise is put into its corpus, where the tests try it from then on.
fn one(name: &str, seconds: u32, folder: &Path, program: &Path, corpus: &Path) -> Result<bool> {
    let (work, found) = (folder.join("work").join(name), folder.join("found").join(name));
    if work.exists() {
        fs::remove_dir_all(&work)?;
    }
    fs::create_dir_all(&work)?;
    fs::create_dir_all(&found)?;
    let mut fuzzer = Command::new(folder.join("honggfuzz"))
        .args(["--persistent", "--exit_upon_crash", "--verbose", "--run_time", &seconds.to_string()])
        .args(["--max_file_size", LONGEST, "--timeout", PATIENCE, "--input"])
        .arg(corpus)
        .arg("--output")
        .arg(&found)
        .arg("--workspace")
        .arg(&work)
        .arg("--")
        .arg(program)
        .env(TARGET, name)
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .context("could not run honggfuzz")?;
    for line in BufReader::new(fuzzer.stderr.take().context("honggfuzz has no output")?).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        if line.contains("Summary ") {
            println!("{}", line.trim());
        }
    }
    let status = fuzzer.wait()?;
    let mut broken = 0;
    for entry in fs::read_dir(&work)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "fuzz") {
            broken += 1;
            // By its content, so that a later find does not take the place of this one.
            let mut hasher = DefaultHasher::new();
            fs::read(&path)?.hash(&mut hasher);
            let kept = corpus.join(format!("broken-{:016x}", hasher.finish()));
            fs::copy(&path, &kept)?;
            println!("a promise is broken by {}: see it with cargo test -p orientor-fuzz", kept.display());
        }
    }
    ensure!(status.success() || broken > 0, "honggfuzz: {status}");
    println!("{} inputs that reach new code are in {}", fs::read_dir(&found)?.count(), found.display());
    Ok(broken == 0)
}

fn folders(of: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(of).with_context(|| format!("could not read {}", of.display()))? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort_unstable();
    Ok(names)
}
