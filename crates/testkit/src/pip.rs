//! Installs what tests run from Python wheels: a list in `pip/` into a folder of its own beside it.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// A copy of the list that was installed.
const STAMP: &str = ".orientor-installed.txt";

/// Installs the wheels of `pip/{name}.txt`, unless they are there as the list says; where they are.
///
/// `finish` is done once to a new folder.
///
/// # Panics
///
/// If Python with pip is missing, or the wheels cannot be installed.
#[expect(clippy::panic, reason = "tests alone call this, and a panic is how a test fails")]
pub(crate) fn installed(name: &str, finish: impl Fn(&Path) -> io::Result<()>) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("pip");
    let list = folder.join(format!("{name}.txt"));
    let programs = folder.join("programs").join(name);
    match install(&list, &programs, finish) {
        Ok(()) => programs,
        Err(fault) => panic!("{} is not installed: {fault}", list.display()),
    }
}

fn install(list: &Path, programs: &Path, finish: impl Fn(&Path) -> io::Result<()>) -> io::Result<()> {
    // Tests run in many processes; the list is there in any case, so it serves as the lock.
    let lock = File::open(list)?;
    lock.lock()?;
    let wanted = fs::read(list)?;
    let stamp = programs.join(STAMP);
    if fs::read(&stamp).ok().as_ref() == Some(&wanted) {
        return Ok(());
    }
    eprintln!("installing what tests run: pip install --requirement {}", list.display());
    if programs.exists() {
        fs::remove_dir_all(programs)?;
    }
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes"]);
    pip.args(["--disable-pip-version-check", "--root-user-action=ignore", "--target"]).arg(programs);
    let output = pip.arg("--requirement").arg(list).stdin(Stdio::null()).output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(io::Error::other(format!("pip install failed; it needs python3 with pip\n{said}")));
    }
    finish(programs)?;
    fs::write(stamp, wanted)
}
