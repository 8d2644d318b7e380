//! Runs scripts in Node, against the official JavaScript packages in `npm/`.
//!
//! The packages are installed once, by whichever test needs them first. Scripts
//! import them by name from anywhere in the workspace, because a link to them stands
//! in its root.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

/// A script that takes longer hangs.
const TIMEOUT: Duration = Duration::from_mins(2);
const POLL: Duration = Duration::from_millis(10);
/// A copy of the lock file that was installed.
const STAMP: &str = "node_modules/.orientor-installed.json";

/// What a script that succeeded has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Its standard output.
    pub stdout: String,
    /// Its standard error.
    pub stderr: String,
}

/// Runs `script` in Node with the arguments and additional environment, and waits for it.
///
/// Blocks; in an async test, call it by `spawn_blocking`.
///
/// # Panics
///
/// If Node or npm is missing, the packages cannot be installed, or the script fails or
/// takes longer than two minutes. A test that needs Node fails without it.
#[expect(clippy::panic, reason = "tests alone call this, and a panic is how a test fails")]
pub fn run<A, K, V>(script: &Path, args: &[A], env: &[(K, V)]) -> Output
where
    A: AsRef<OsStr>,
    K: AsRef<OsStr>,
    V: AsRef<OsStr>,
{
    install().unwrap_or_else(|fault| panic!("the npm packages in crates/testkit/npm are not installed: {fault}"));
    let mut command = Command::new("node");
    command.arg(script).args(args);
    for (name, value) in env {
        command.env(name, value);
    }
    match finish(command) {
        Err(fault) => panic!("node cannot be run (version 20.9 or later must be installed): {fault}"),
        Ok((None, output)) => panic!("{} hangs\n{}{}", script.display(), output.stdout, output.stderr),
        Ok((Some(status), output)) if !status.success() => {
            panic!("{} failed, {status}\n{}{}", script.display(), output.stdout, output.stderr)
        }
        Ok((Some(_), output)) => output,
    }
}

/// Waits for the command to end; no status if it had to be stopped.
fn finish(mut command: Command) -> io::Result<(Option<ExitStatus>, Output)> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let (stdout, stderr) = (collect(child.stdout.take()), collect(child.stderr.take()));
    let start = Instant::now();
    let status = loop {
        match child.try_wait()? {
            Some(status) => break Some(status),
            None if start.elapsed() < TIMEOUT => thread::sleep(POLL),
            None => {
                child.kill()?;
                child.wait()?;
                break None;
            }
        }
    };
    let text = |reader: thread::JoinHandle<String>| reader.join().unwrap_or_default();
    Ok((status, Output { stdout: text(stdout), stderr: text(stderr) }))
}

/// Reads a pipe to its end, on a thread of its own so that it never fills up.
fn collect(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // What could be read is shown, whatever ended the reading.
            pipe.read_to_end(&mut bytes).ok();
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// Installs the packages, unless they are there as the lock file says.
fn install() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("npm");
    // Tests run in many processes; the lock file is there in any case, so it serves as the lock.
    let lock = File::open(folder.join("package-lock.json"))?;
    lock.lock()?;
    let wanted = fs::read(folder.join("package-lock.json"))?;
    if fs::read(folder.join(STAMP)).ok().as_ref() != Some(&wanted) {
        eprintln!("installing the npm packages that tests compare with (npm ci in crates/testkit/npm)");
        let mut npm = Command::new("npm");
        npm.current_dir(&folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        let (status, output) = finish(npm)?;
        if !status.is_some_and(|status| status.success()) {
            return Err(io::Error::other(format!("npm ci failed\n{}{}", output.stdout, output.stderr)));
        }
        fs::write(folder.join(STAMP), wanted)?;
    }
    link(&folder.join("node_modules"), &workspace_root().join("node_modules"))
}

fn workspace_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Makes the modules known to every script below the root of the workspace.
fn link(modules: &Path, at: &Path) -> io::Result<()> {
    if fs::read_link(at).is_ok_and(|target| target == modules) {
        return Ok(());
    }
    if at.is_symlink() {
        fs::remove_file(at)?;
    }
    #[cfg(unix)]
    return std::os::unix::fs::symlink(modules, at);
    #[cfg(windows)]
    return std::os::windows::fs::symlink_dir(modules, at);
}
