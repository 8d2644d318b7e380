//! Finds the programs of an installed PostgreSQL.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What we promise to work with, so what we test with.
const OLDEST: u32 = 15;
/// Debian keeps the server's programs out of `PATH`, in `<version>/bin` below this folder.
const DEBIAN: &str = "/usr/lib/postgresql";

/// An installed PostgreSQL, new enough for us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installation {
    bin: PathBuf,
    major: u32,
}

/// No PostgreSQL that is new enough.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("PostgreSQL {OLDEST} or later is neither in PATH nor in {DEBIAN}; Debian has it as `postgresql`")]
pub struct NotInstalled;

impl Installation {
    /// Takes the first in `PATH` that is new enough, else the newest of Debian's.
    pub fn find() -> Result<Self, NotInstalled> {
        let path = env::var_os("PATH").unwrap_or_default();
        let in_path = env::split_paths(&path).filter_map(Self::at);
        let mut of_debian: Vec<_> = fs::read_dir(DEBIAN)
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|it| Self::at(it.path().join("bin")))
            .collect();
        of_debian.sort_by_key(|it| std::cmp::Reverse(it.major));
        in_path.chain(of_debian).find(|it| it.major >= OLDEST).ok_or(NotInstalled)
    }

    /// The folder with `initdb` and `pg_ctl`.
    #[must_use]
    pub fn bin(&self) -> &Path {
        &self.bin
    }

    /// The major version, such as 17.
    #[must_use]
    pub fn major(&self) -> u32 {
        self.major
    }

    fn at(bin: PathBuf) -> Option<Self> {
        if !bin.join("pg_ctl").is_file() {
            return None;
        }
        let said = Command::new(bin.join("initdb")).arg("--version").output().ok()?;
        let major = major_version(&String::from_utf8_lossy(&said.stdout))?;
        Some(Self { bin, major })
    }
}

/// Reads `initdb (PostgreSQL) 17.5 (Debian …)`; a beta says `18beta1`.
fn major_version(said: &str) -> Option<u32> {
    let (_, version) = said.split_once("(PostgreSQL) ")?;
    let digits = version.find(|it: char| !it.is_ascii_digit()).unwrap_or(version.len());
    version[..digits].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major_version;

    #[test]
    fn the_major_version_is_read_from_what_initdb_says() {
        assert_eq!(major_version("initdb (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"), Some(15));
        assert_eq!(major_version("initdb (PostgreSQL) 18beta1\n"), Some(18));
        assert_eq!(major_version("initdb (PostgreSQL) 19"), Some(19));
        assert_eq!(major_version("initdb (PostgreSQL) devel\n"), None);
        assert_eq!(major_version(""), None);
    }
}
