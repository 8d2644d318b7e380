//! Joins the cluster of this build, and starts it if need be.

use std::{
    env,
    fs::{self, File},
    io::{self, BufRead, BufReader},
    net::{Ipv4Addr, TcpListener},
    os::unix::{fs::MetadataExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{Installation, NotInstalled};

const SUPERVISOR: &str = include_str!("supervise.sh");
/// Cargo puts this file into the target folder, whatever that is called.
const TARGET_MARK: &str = "CACHEDIR.TAG";
const STOP_WITHIN: Duration = Duration::from_secs(10);

/// A running cluster, at least until this value goes or its process ends.
#[derive(Debug)]
pub struct Cluster {
    running: Running,
    // Only held: the lock says that somebody uses the cluster.
    users: File,
    supervisor: Option<Child>,
}

/// Why there is no cluster.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    /// Nothing to start.
    #[error(transparent)]
    NotInstalled(#[from] NotInstalled),
    /// The folder that processes meet in cannot be used.
    #[error("could not use the lock files in {path}")]
    State {
        /// The folder.
        path: PathBuf,
        /// The cause.
        #[source]
        source: io::Error,
    },
    /// PostgreSQL did not come up.
    #[error("PostgreSQL did not start; it said:\n{said}")]
    Start {
        /// Its output, and its log if it got that far.
        said: String,
    },
}

impl Cluster {
    /// Joins the cluster that the processes of this target folder share, or starts it.
    /// Blocks for less than a second.
    pub fn join() -> Result<Self, ClusterError> {
        Self::join_in(&state_dir())
    }

    /// The same for the processes that meet in the folder `state`.
    pub fn join_in(state: &Path) -> Result<Self, ClusterError> {
        let at_state = |source| ClusterError::State { path: state.to_owned(), source };
        fs::create_dir_all(state).map_err(at_state)?;
        let starting = lock_file(state, "starting.lock").map_err(at_state)?;
        let users = lock_file(state, "users.lock").map_err(at_state)?;

        // One starter at a time. The second lock waits while a supervisor is busy stopping the last cluster.
        starting.lock().map_err(at_state)?;
        users.lock_shared().map_err(at_state)?;
        if let Some(running) = Running::read(state) {
            return Ok(Self { running, users, supervisor: None });
        }
        let (running, supervisor) = start(state)?;
        running.write(state).map_err(at_state)?;
        Ok(Self { running, users, supervisor: Some(supervisor) })
    }

    /// Where a superuser connects: `postgres://postgres@127.0.0.1:<port>/postgres`.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.running.url
    }

    /// The folder that holds everything of the cluster.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.running.data
    }

    /// Ends the server as a crash does, without a word to anybody.
    ///
    /// Only where nobody shares it, see [`join_in`](Self::join_in).
    pub fn crash(&self) -> Result<(), ClusterError> {
        self.control(&["stop", "--mode=immediate"])
    }

    /// Starts the server again after a [`crash`](Self::crash), and returns when it answers.
    pub fn start_again(&self) -> Result<(), ClusterError> {
        self.control(&["start", "--log=db/server.log"])
    }

    fn control(&self, what: &[&str]) -> Result<(), ClusterError> {
        let data = self.data();
        let at_data = |source| ClusterError::State { path: data.to_owned(), source };
        let owner = fs::metadata(data.join("db")).map_err(at_data)?;
        let mut control = Command::new(Installation::find()?.bin().join("pg_ctl"));
        control.args(what).args(["--pgdata=db", "--wait"]).current_dir(data);
        // PostgreSQL refuses to run as root.
        control.uid(owner.uid()).gid(owner.gid());
        // The server would keep a pipe open.
        let ended =
            control.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().map_err(at_data)?;
        if ended.success() {
            return Ok(());
        }
        Err(ClusterError::Start { said: fs::read_to_string(data.join("db/server.log")).unwrap_or_default() })
    }

    /// Gives the cluster up; whether it is gone. It stays while other processes use it.
    ///
    /// Dropping the value does the same without waiting for the server to end.
    #[must_use]
    pub fn leave(self) -> bool {
        let Self { running, users, supervisor } = self;
        drop(users);
        let Some(mut supervisor) = supervisor else { return !running.is_alive() };
        let deadline = Instant::now() + STOP_WITHIN;
        while Instant::now() < deadline {
            if !matches!(supervisor.try_wait(), Ok(None)) {
                return true;
            }
            thread::sleep(Duration::from_millis(10));
        }
        false
    }
}

/// What one process leaves for the next in the file `running`.
#[derive(Debug)]
struct Running {
    url: String,
    server: u32,
    data: PathBuf,
}

impl Running {
    fn read(state: &Path) -> Option<Self> {
        let text = fs::read_to_string(state.join("running")).ok()?;
        let mut lines = text.lines();
        let (url, server, data) = (lines.next()?, lines.next()?, lines.next()?);
        let running = Self { url: url.to_owned(), server: server.parse().ok()?, data: data.into() };
        running.is_alive().then_some(running)
    }

    fn write(&self, state: &Path) -> io::Result<()> {
        fs::write(state.join("running"), format!("{}\n{}\n{}\n", self.url, self.server, self.data.display()))
    }

    /// The file outlives a reboot and its pid may then be another program's, so the server's folder decides.
    fn is_alive(&self) -> bool {
        let folder = self.data.join("db");
        fs::read_link(format!("/proc/{}/cwd", self.server)).is_ok_and(|cwd| cwd == folder)
    }
}

fn start(state: &Path) -> Result<(Running, Child), ClusterError> {
    let installation = Installation::find()?;
    let mut attempts = 3;
    loop {
        attempts -= 1;
        let (said, mut supervisor, port) =
            supervise(&installation, state).map_err(|source| ClusterError::State { path: state.to_owned(), source })?;
        let ready = said.lines().last().and_then(|line| {
            let (server, data) = line.strip_prefix("ready ")?.split_once(' ')?;
            Some(Running {
                url: format!("postgres://postgres@127.0.0.1:{port}/postgres"),
                server: server.parse().ok()?,
                data: data.into(),
            })
        });
        match ready {
            Some(running) => return Ok((running, supervisor)),
            None => drop(supervisor.wait()),
        }
        // Somebody may have taken the port between our look and the server's.
        if attempts == 0 || !said.contains("could not bind") {
            return Err(ClusterError::Start { said });
        }
    }
}

/// Starts the supervisor and returns what it says until it is ready or gives up.
fn supervise(installation: &Installation, state: &Path) -> io::Result<(String, Child, u16)> {
    let state = fs::canonicalize(state)?;
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let mut supervisor = Command::new("sh")
        .args(["-c", SUPERVISOR, "supervise"])
        .arg(installation.bin())
        .arg(port.to_string())
        .arg(state)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        // Its own group: Ctrl-C ends us, and then it has to clean up.
        .process_group(0)
        .spawn()?;
    let mut said = String::new();
    if let Some(stdout) = supervisor.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            said += &line?;
            said.push('\n');
        }
    }
    Ok((said, supervisor, port))
}

fn lock_file(state: &Path, name: &str) -> io::Result<File> {
    File::options().create(true).truncate(false).read(true).write(true).open(state.join(name))
}

/// `pgcluster` in the target folder that this program was built into.
fn state_dir() -> PathBuf {
    let program = env::current_exe().unwrap_or_default();
    let target = program.ancestors().find(|dir| dir.join(TARGET_MARK).is_file());
    target.map_or_else(|| env::temp_dir().join("orientor"), Path::to_owned).join("pgcluster")
}
