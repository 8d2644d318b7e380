//! Programs that the tests need beside Cargo, installed where we may.

use std::{
    env,
    os::unix::fs::MetadataExt as _,
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Result, bail, ensure};
use orientor_pgcluster::Installation;

/// Makes sure that everything is there, and says what is.
pub(crate) fn ensure_all() -> Result<()> {
    let postgres = ensure("PostgreSQL 15 or later", &["postgresql"], || Installation::find().ok())?;
    println!("PostgreSQL {}: {}", postgres.major(), postgres.bin().display());
    let node = ensure("Node with npm", &["nodejs", "npm"], || in_path("npm").and(in_path("node")))?;
    println!("Node, with npm: {}", node.display());
    let nginx = ensure("nginx", &["nginx-light"], || in_path("nginx").or_else(|| file("/usr/sbin/nginx")))?;
    println!("nginx: {}", nginx.display());
    let python = ensure("Python with pip", &["python3", "python3-pip"], python_with_pip)?;
    println!("Python, for pip, which brings Traefik, Envoy, Caddy and schemathesis: {}", python.display());
    ensure_browser()
}

/// What the tests of the page need beside Node.
pub(crate) fn ensure_browser() -> Result<()> {
    let chromium = ensure("Chromium", &["chromium"], || in_path("chromium"))?;
    println!("Chromium: {}", chromium.display());
    Ok(())
}

/// What honggfuzz is built with.
pub(crate) fn ensure_fuzzer() -> Result<()> {
    let header = |name: &str| {
        let folders = ["/usr/include".to_owned(), format!("/usr/include/{}-linux-gnu", env::consts::ARCH)];
        folders.into_iter().map(|folder| PathBuf::from(folder).join(name)).find(|file| file.is_file())
    };
    ensure("make and a C compiler", &["build-essential"], || in_path("make").and(in_path("cc")))?;
    ensure("the header bfd.h", &["binutils-dev"], || header("bfd.h"))?;
    ensure("the header libunwind.h", &["libunwind-dev"], || header("libunwind.h"))?;
    Ok(())
}

/// A typeface for pictures, so that they look the same on every machine.
pub(crate) fn ensure_typeface() -> Result<()> {
    let inter = || Some(PathBuf::from("/usr/share/fonts/opentype/inter")).filter(|folder| folder.is_dir());
    ensure("the typeface Inter", &["fonts-inter"], inter)?;
    Ok(())
}

fn ensure<T>(what: &str, packages: &[&str], find: impl Fn() -> Option<T>) -> Result<T> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let packages = packages.join(" ");
    if !is_root()? {
        bail!("the tests need {what}; run: sudo apt-get update && sudo apt-get install -y {packages}");
    }
    println!("{what} is missing; installing it: apt-get install -y {packages}");
    apt_get("update")?;
    apt_get(&format!("install -y {packages}"))?;
    match find() {
        Some(found) => Ok(found),
        None => bail!("the tests need {what}, and apt-get install {packages} did not bring it"),
    }
}

fn apt_get(arguments: &str) -> Result<()> {
    let mut apt_get = Command::new("apt-get");
    apt_get.arg("-qq").args(arguments.split(' ')).env("DEBIAN_FRONTEND", "noninteractive");
    // What is left to say goes to stderr.
    let status = apt_get.stdin(Stdio::null()).stdout(Stdio::null()).status()?;
    ensure!(status.success(), "apt-get {arguments}: {status}");
    Ok(())
}

fn in_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(program)).find(|file| file.is_file())
}

fn file(path: &str) -> Option<PathBuf> {
    Some(PathBuf::from(path)).filter(|file| file.is_file())
}

fn python_with_pip() -> Option<PathBuf> {
    let python = in_path("python3")?;
    let asked = Command::new(&python).args(["-m", "pip", "--version"]).stdin(Stdio::null()).output().ok()?;
    asked.status.success().then_some(python)
}

fn is_root() -> Result<bool> {
    Ok(std::fs::metadata("/proc/self")?.uid() == 0)
}
