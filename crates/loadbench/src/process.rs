//! Other processes: starting and ending them, and what Linux says of them.

use std::{
    env, fs,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, ensure};

/// `/proc` counts processor time in hundredths of a second, whatever the kernel does itself.
const TICK: Duration = Duration::from_millis(10);

/// A child that is ended when dropped.
#[derive(Debug)]
pub(crate) struct Process(Child);

impl Process {
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        Ok(Self(command.spawn().with_context(|| format!("could not run {}", command.get_program().display()))?))
    }

    pub(crate) fn child(&mut self) -> &mut Child {
        &mut self.0
    }

    /// Processor time that it has used, user and system together.
    pub(crate) fn cpu_time(&self) -> Result<Duration> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.0.id()))?;
        // The name may hold anything, so fields are counted from the parenthesis behind it.
        let fields = stat.rsplit_once(')').map(|(_, fields)| fields.split_ascii_whitespace());
        let ticks: Vec<u32> = fields.into_iter().flatten().skip(11).take(2).filter_map(|it| it.parse().ok()).collect();
        ensure!(ticks.len() == 2, "/proc/<pid>/stat has another shape than expected");
        Ok(TICK * ticks.iter().sum())
    }

    /// Memory that it occupies, in megabytes (10⁶ bytes).
    pub(crate) fn resident_mb(&self) -> Result<f64> {
        resident_mb(self.0.id())
    }

    /// Memory that it occupies, in megabytes (10⁶ bytes), with each page once: SQLite maps the database for every connection.
    pub(crate) fn distinct_mb(&self) -> Result<f64> {
        megabytes(&fs::read_to_string(format!("/proc/{}/smaps_rollup", self.0.id()))?, "Pss:")
    }

    /// The most memory that it ever occupied, in megabytes (10⁶ bytes).
    pub(crate) fn peak_mb(&self) -> Result<f64> {
        memory_mb(self.0.id(), "VmHWM:")
    }

    /// Asks it to end, and waits until it has.
    pub(crate) fn end(mut self) -> Result<()> {
        let asked = Command::new("kill").arg(self.0.id().to_string()).status()?;
        ensure!(asked.success(), "could not end process {}", self.0.id());
        self.0.wait()?;
        Ok(())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail only if it has ended already.
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// A program that ran to its end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Watched {
    pub(crate) code: Option<i32>,
    pub(crate) took: Duration,
    /// The most memory that it ever occupied, in megabytes (10⁶ bytes).
    pub(crate) peak_mb: f64,
}

impl Watched {
    /// Runs it and looks at its memory all the time.
    pub(crate) fn run(command: &mut Command) -> Result<Self> {
        let began = Instant::now();
        let mut process = Process::start(command)?;
        let mut peak_mb: f64 = 0.0;
        loop {
            if let Some(status) = process.child().try_wait()? {
                return Ok(Self { code: status.code(), took: began.elapsed(), peak_mb });
            }
            // Linux remembers the peak itself, so only the last moments can go unseen.
            peak_mb = memory_mb(process.0.id(), "VmHWM:").unwrap_or(peak_mb);
            thread::sleep(Duration::from_millis(10));
        }
    }
}

/// Memory that a process occupies, in megabytes (10⁶ bytes).
pub(crate) fn resident_mb(process: u32) -> Result<f64> {
    memory_mb(process, "VmRSS:")
}

fn memory_mb(process: u32, name: &str) -> Result<f64> {
    megabytes(&fs::read_to_string(format!("/proc/{process}/status"))?, name)
}

/// The figure of this name in a file of Linux.
fn megabytes(text: &str, name: &str) -> Result<f64> {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.trim().strip_suffix(" kB"));
    let kib: f64 = line.with_context(|| format!("/proc has no {name}"))?.parse()?;
    Ok(kib * 1024.0 / 1e6)
}

/// How long PostgreSQL's own client takes for a file of statements; the first that fails is an error.
pub(crate) fn time_psql(url: &str, file: &Path) -> Result<Duration> {
    let began = Instant::now();
    let mut command = Command::new("psql");
    command.args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null", "-f"]).arg(file).arg(url);
    let status = command.stdin(Stdio::null()).status().context("could not run psql")?;
    ensure!(status.success(), "psql: {status}");
    Ok(began.elapsed())
}

/// The program `orientor`, built beside this one, with none of our own settings around it.
pub(crate) fn orientor() -> Result<Command> {
    let program = beside_us("orientor")?;
    ensure!(program.is_file(), "{} is missing; build it with the same profile", program.display());
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        let ours = name
            .to_str()
            .is_some_and(|name| name == "DATABASE_URL" || name.starts_with("CLERK_") || name.starts_with("ORIENTOR_"));
        if ours {
            command.env_remove(name);
        }
    }
    // It ends when it is asked to: nobody spreads requests over servers here.
    command.env("ORIENTOR_DRAIN_NOTICE_SECONDS", "0");
    command.stdin(Stdio::null());
    Ok(command)
}

fn beside_us(name: &str) -> Result<PathBuf> {
    Ok(env::current_exe()?.with_file_name(name))
}

/// This program again, on one core of its own where there are two.
pub(crate) fn ourselves_on(core: usize) -> Result<Command> {
    let program = env::current_exe()?;
    if !can_pin() {
        return Ok(Command::new(program));
    }
    let mut command = Command::new("taskset");
    command.args(["-c", &core.to_string()]).arg(program);
    Ok(command)
}

/// Moves this process to one core, before it starts any thread.
pub(crate) fn pin_ourselves(core: usize) {
    if can_pin() {
        let us = std::process::id().to_string();
        let pinned = Command::new("taskset").args(["-cp", &core.to_string(), &us]).stdout(Stdio::null()).status();
        if pinned.is_ok_and(|status| status.success()) {
            return;
        }
    }
    eprintln!("client and server share the cores: there is only one, or no `taskset`");
}

fn can_pin() -> bool {
    // Asked of the system and not of our own affinity, which may be one core already.
    let cores = fs::read_to_string("/proc/cpuinfo").map(|text| text.matches("processor\t").count());
    cores.is_ok_and(|cores| cores >= 2) && Command::new("taskset").arg("-V").output().is_ok()
}

/// Addresses on loopback where nobody listens at the moment.
pub(crate) fn free_addresses(count: usize) -> Result<Vec<SocketAddr>> {
    // All are held until all are known, so that they differ.
    let held: Vec<_> = (0..count).map(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0))).collect::<Result<_, _>>()?;
    Ok(held.iter().map(TcpListener::local_addr).collect::<Result<_, _>>()?)
}
