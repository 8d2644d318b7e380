//! Proxies that tests put in front of an application: the programs, and where they are.
//!
//! nginx is the system's. The others come as Python wheels (`pip/proxies.txt`), which are installed once, by
//! whichever test needs them first.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use crate::pip;

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
        pip::installed("proxies", |programs| executable(&programs.join("envoy/_bin/envoy"))).join(below)
    }
}

/// In `PATH`, or where Debian has it for the administrator only.
fn nginx() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&path).chain([PathBuf::from("/usr/sbin")]);
    folders.map(|folder| folder.join("nginx")).find(|file| file.is_file())
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
