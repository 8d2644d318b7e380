//! Starting the program, reading what it says, and looking into its databases.

use std::{
    fs,
    path::Path,
    process::{ExitStatus, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use orientor_devclerk::{DevClerk, NewUser, Settings};
use orientor_testkit::database::TestDatabase;
use sqlx::{AssertSqlSafe, PgPool, SqlitePool};
use tempfile::TempDir;
use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _},
    process::{Child, Command},
    sync::Notify,
};

/// Every secret that a test gives to the program has this in it, and nothing may ever print it.
pub(crate) const HUSH: &str = "hush";
/// `clerk.example.com$` in base64.
pub(crate) const PUBLISHABLE: (&str, &str) = ("CLERK_PUBLISHABLE_KEY", "pk_test_Y2xlcmsuZXhhbXBsZS5jb20k");
pub(crate) const SECRET: (&str, &str) = ("CLERK_SECRET_KEY", "sk_test_hush");
/// The issuer of [`PUBLISHABLE`].
pub(crate) const ISSUER: &str = "https://clerk.example.com";

const PATIENCE: Duration = Duration::from_secs(30);

/// What a program said, and how it ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ended {
    /// Its standard output, if all went well.
    pub(crate) fn success(self) -> String {
        assert_eq!(self.code, Some(0), "{self:?}");
        self.stdout
    }

    /// The one sentence on the standard error stream, if there is nothing else.
    pub(crate) fn sentence(&self, code: i32) -> &str {
        assert_eq!((self.code, self.stdout.as_str()), (Some(code), ""), "{self:?}");
        let sentence = self.stderr.strip_prefix("orientor: ").unwrap_or_else(|| panic!("{self:?}"));
        let sentence = sentence.strip_suffix('\n').unwrap_or_else(|| panic!("{self:?}"));
        assert!(!sentence.is_empty() && !sentence.contains('\n'), "{self:?}");
        sentence
    }
}

/// A command line that sees nothing of our environment but `PATH`.
pub(crate) fn clean(program: &str) -> Command {
    let mut command = Command::new(program);
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).kill_on_drop(true);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// `orientor` with these arguments and this environment.
pub(crate) fn orientor(arguments: &[&str], environment: &[(&str, &str)]) -> Command {
    let mut command = clean(env!("CARGO_BIN_EXE_orientor"));
    // Nobody has to notice that it ends, except where a test says so.
    command.env("ORIENTOR_DRAIN_NOTICE_SECONDS", "0");
    command.args(arguments).envs(environment.iter().copied());
    command
}

/// Runs a command to its end.
pub(crate) async fn finish(mut command: Command) -> Ended {
    let output = tokio::time::timeout(PATIENCE, command.output()).await.expect("it does not end").unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let ended = Ended { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) };
    assert!(!format!("{ended:?}").contains(HUSH), "a secret was printed: {ended:?}");
    ended
}

pub(crate) async fn run(arguments: &[&str], environment: &[(&str, &str)]) -> Ended {
    finish(orientor(arguments, environment)).await
}

/// Runs a command that reads `input`.
pub(crate) async fn run_with_input(mut command: Command, input: &str) -> Ended {
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(input.as_bytes()).await.unwrap();
    drop(stdin);
    let output = child.wait_with_output().await.unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ended { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// Runs `script` with bash, which stops at the first command that fails.
pub(crate) async fn bash(script: &str) -> String {
    let mut command = clean("bash");
    command.args(["-euo", "pipefail", "-c", script]);
    finish(command).await.success()
}

/// A program that runs until it is told to end; killed when this value goes.
#[derive(Debug)]
pub(crate) struct Running {
    child: Child,
    said: Arc<Said>,
    pub(crate) began: Instant,
}

#[derive(Debug, Default)]
struct Said {
    text: Mutex<String>,
    more: Notify,
}

impl Running {
    pub(crate) fn start(mut command: Command) -> Self {
        let began = Instant::now();
        let mut child = command.spawn().unwrap();
        let said = Arc::new(Said::default());
        tokio::spawn(collect(child.stdout.take().unwrap(), Arc::clone(&said)));
        tokio::spawn(collect(child.stderr.take().unwrap(), Arc::clone(&said)));
        Self { child, said, began }
    }

    /// Everything that was said on both streams, once `part` is in it.
    pub(crate) async fn until(&self, part: &str) -> String {
        let deadline = tokio::time::Instant::now() + PATIENCE;
        loop {
            let more = self.said.more.notified();
            let text = self.so_far();
            if text.contains(part) {
                return text;
            }
            assert!(tokio::time::timeout_at(deadline, more).await.is_ok(), "it never said {part:?}, only: {text}");
        }
    }

    pub(crate) fn so_far(&self) -> String {
        let text = self.said.text.lock().unwrap().clone();
        assert!(!text.contains(HUSH), "a secret was printed: {text}");
        text
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.id().unwrap()
    }

    /// How the program ended, by itself or by a signal that was sent before.
    pub(crate) async fn wait(mut self) -> ExitStatus {
        let status = tokio::time::timeout(PATIENCE, self.child.wait()).await.expect("it does not end").unwrap();
        self.so_far();
        status
    }

    /// Sends a signal, such as `TERM`; how the program ended, and after how long.
    pub(crate) async fn end(mut self, signal: &str) -> (ExitStatus, Duration) {
        let (pid, asked) = (self.child.id().unwrap(), Instant::now());
        bash(&format!("kill -{signal} {pid}")).await;
        let status = tokio::time::timeout(PATIENCE, self.child.wait()).await.expect("it does not end").unwrap();
        self.so_far();
        (status, asked.elapsed())
    }
}

async fn collect(mut stream: impl AsyncRead + Unpin, said: Arc<Said>) {
    let mut buffer = vec![0; 8 * 1024];
    while let Ok(length @ 1..) = stream.read(&mut buffer).await {
        said.text.lock().unwrap().push_str(&String::from_utf8_lossy(&buffer[..length]));
        // There is one reader, and it comes back, so that none is missed.
        said.more.notify_one();
    }
}

/// A running `orientor serve`.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) program: Running,
    pub(crate) url: String,
}

impl Server {
    /// On a port of its own; listening when this returns.
    pub(crate) async fn start(database: &str, environment: &[(&str, &str)]) -> Self {
        let arguments = ["serve", "--bind", "127.0.0.1:0", "--database-url", database];
        let program = Running::start(orientor(&arguments, environment));
        let said = program.until("listening on ").await;
        Self { program, url: format!("http://{}", after(&said, "listening on ", "\"")) }
    }
}

/// The address for this role, whose password is [`HUSH`].
pub(crate) fn as_role(url: &str, role: &str) -> String {
    let (_, place) = url.rsplit_once('@').unwrap_or_else(|| url.split_once("://").unwrap());
    format!("postgres://{role}:{HUSH}@{place}")
}

/// What stands in `text` between `before` and the first `end` after it.
pub(crate) fn after<'a>(text: &'a str, before: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("no {before:?} in {text}"));
    rest.split(end).next().unwrap()
}

/// A folder of one test.
pub(crate) fn folder() -> TempDir {
    TempDir::with_prefix("orientor-cli-").unwrap()
}

pub(crate) fn write(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// An empty database on the engine under test, and then migrated.
pub(crate) async fn migrated() -> TestDatabase {
    let database = TestDatabase::new().await;
    migrate(database.url()).await;
    database
}

pub(crate) async fn migrate(url: &str) -> String {
    run(&["migrate", "--database-url", url], &[]).await.success()
}

/// A look into a database, beside the program.
pub(crate) enum Look {
    Postgres(PgPool),
    Sqlite(SqlitePool),
}

impl Look {
    pub(crate) async fn into(url: &str) -> Self {
        if url.starts_with("sqlite") {
            Self::Sqlite(SqlitePool::connect(url).await.unwrap())
        } else {
            Self::Postgres(PgPool::connect(url).await.unwrap())
        }
    }

    pub(crate) async fn run(&self, sql: &str) {
        match self {
            Self::Postgres(pool) => sqlx::raw_sql(AssertSqlSafe(sql)).execute(pool).await.map(drop),
            Self::Sqlite(pool) => sqlx::raw_sql(AssertSqlSafe(sql)).execute(pool).await.map(drop),
        }
        .unwrap_or_else(|error| panic!("{error}\n{sql}"));
    }

    pub(crate) async fn number(&self, sql: &str) -> i64 {
        match self {
            Self::Postgres(pool) => sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(pool).await,
            Self::Sqlite(pool) => sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(pool).await,
        }
        .unwrap_or_else(|error| panic!("{error}\n{sql}"))
    }

    /// The first column of every row, as text.
    pub(crate) async fn texts(&self, sql: &str) -> Vec<String> {
        match self {
            Self::Postgres(pool) => sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(pool).await,
            Self::Sqlite(pool) => sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(pool).await,
        }
        .unwrap_or_else(|error| panic!("{error}\n{sql}"))
    }

    pub(crate) async fn close(self) {
        match self {
            Self::Postgres(pool) => pool.close().await,
            Self::Sqlite(pool) => pool.close().await,
        }
    }
}

/// A Clerk with these people, as which the servers of the tests know [`ISSUER`], and which never asks to wait.
pub(crate) async fn clerk_of(initial_users: Vec<NewUser>) -> DevClerk {
    let settings = Settings {
        bind: "127.0.0.1:0".parse().unwrap(),
        issuer: Some(ISSUER.parse().unwrap()),
        initial_users,
        rate_limit: None,
        ..Settings::default()
    };
    DevClerk::start(settings).await.unwrap()
}
