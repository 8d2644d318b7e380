//! `docs/runbook.md` is true: its commands are run, one block after another, on the damaged database.
//!
//! With `ORIENTOR_BLESS=1` the page is rewritten with what they print.

use std::{env, fmt::Write as _, fs, path::Path};

use orientor_testkit::database::{TestDatabase, fixtures};
use tempfile::TempDir;
use tokio::process::Command;

use crate::support::{Running, clean, finish, folder};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/runbook.md");
/// What stands on the page for the name of the database.
const NAME: &str = "orientor_production";

#[tokio::test]
async fn the_runbook_prints_what_it_says() {
    let (database, folder) = (TestDatabase::legacy().await, folder());
    fs::copy(fixtures().join("legacy_orientor.clerk_directory.json"), folder.path().join("clerk_users.json")).unwrap();
    let page = fs::read_to_string(PAGE).unwrap();

    let run = with_outputs(&page, &database, &folder).await;

    if env::var_os("ORIENTOR_BLESS").is_some() {
        fs::write(PAGE, &run).unwrap();
    } else if let Some((said, is)) = page.lines().zip(run.lines()).find(|(said, is)| said != is) {
        panic!(
            "docs/runbook.md is no longer true; see `cargo xtask runbook --bless`\n says {said}\n is   {is}\n\n{run}"
        );
    }
    assert!(env::var_os("ORIENTOR_BLESS").is_some() || page == run, "docs/runbook.md is no longer true:\n{run}");
}

/// The page with what its commands print now in place of what it says that they print.
async fn with_outputs(page: &str, database: &TestDatabase, folder: &TempDir) -> String {
    let mut run = String::new();
    let mut rest = page;
    while let Some((before, block)) = rest.split_once("```sh\n") {
        let (commands, after) = block.split_once("```\n").unwrap();
        write!(run, "{before}```sh\n{commands}```\n").unwrap();
        rest = after;
        if let Some(setting) = commands.trim_end().strip_suffix("orientor serve") {
            serve(setting, database, folder).await;
            continue;
        }
        let printed = finish(shell(commands, database, folder)).await;
        let (_, after) =
            after.strip_prefix("\n```text\n").expect("a block without output").split_once("```\n").unwrap();
        write!(run, "\n```text\n{}```\n", masked(&printed.stdout, database)).unwrap();
        rest = after;
    }
    run + rest
}

/// The commands, with both streams in the order in which they print.
fn shell(commands: &str, database: &TestDatabase, folder: &TempDir) -> Command {
    let program = Path::new(env!("CARGO_BIN_EXE_orientor")).parent().unwrap();
    let path = format!("{}:{}", program.display(), env::var("PATH").unwrap());
    let mut command = clean("bash");
    command.args(["-c", &format!("exec 2>&1\n{commands}")]).current_dir(folder.path());
    command.env("PATH", path).env("DATABASE_URL", database.url());
    command
}

/// Serves on a free port until it listens, and ends it as a service manager does.
async fn serve(setting: &str, database: &TestDatabase, folder: &TempDir) {
    let commands = format!("{setting}exec orientor serve --bind 127.0.0.1:0");
    let server = Running::start(shell(&commands, database, folder));
    server.until("listening on ").await;
    assert!(server.end("TERM").await.0.success());
}

/// Without what differs from run to run: the name and address of the database, the role, and times.
fn masked(text: &str, database: &TestDatabase) -> String {
    let (server, name) = database.url().rsplit_once('/').unwrap();
    let address = server.rsplit(['@', '/']).next().unwrap();
    let role = server.split_once("://").and_then(|(_, rest)| rest.split([':', '@']).next()).unwrap();
    let text = text.replace(name, NAME).replace(address, "db.example.com").replace(&format!("({role})"), "(operator)");
    let mut masked = String::new();
    let mut rest = text.as_str();
    // 2026-01-31T12:00:00Z
    while let Some(at) = rest.find('T') {
        let stamp = at.checked_sub(10).and_then(|from| rest.get(from..at + 10));
        let is_stamp = stamp.is_some_and(|stamp| {
            stamp
                .bytes()
                .zip(*b"0000-00-00T00:00:00Z")
                .all(|(is, like)| if like == b'0' { is.is_ascii_digit() } else { is == like })
        });
        let end = if is_stamp { at + 10 } else { at + 1 };
        masked += if is_stamp { &rest[..at - 10] } else { &rest[..end] };
        masked += if is_stamp { "2026-01-31T12:00:00Z" } else { "" };
        rest = &rest[end..];
    }
    masked + rest
}
