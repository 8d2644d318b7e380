//! The promises of a shared cluster, kept on real processes.

// Lets Clippy see that the helpers are test code, too.
#![cfg(test)]

use std::{
    fs,
    net::TcpStream,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use orientor_pgcluster::Cluster;

/// Whether something answers where `url` points.
fn answers(url: &str) -> bool {
    let (_, authority) = url.split_once('@').unwrap();
    TcpStream::connect(authority.trim_end_matches("/postgres")).is_ok()
}

fn wait_until(what: &str, fact: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !fact() {
        assert!(Instant::now() < deadline, "{what}: not within 20 s");
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn the_second_user_gets_the_server_of_the_first_and_the_last_one_ends_it() {
    let state = tempfile::tempdir().unwrap();
    let first = Cluster::join_in(state.path()).unwrap();
    let second = Cluster::join_in(state.path()).unwrap();
    let (url, data) = (first.url().to_owned(), first.data().to_owned());
    assert_eq!(second.url(), url);

    drop(first);
    let third = Cluster::join_in(state.path()).unwrap();
    assert_eq!(third.url(), url);
    assert!(answers(&url));

    drop((second, third));
    wait_until("the server ends", || !answers(&url) && !data.exists());
}

#[test]
fn leaving_returns_when_the_server_and_its_files_are_gone() {
    let state = tempfile::tempdir().unwrap();
    let cluster = Cluster::join_in(state.path()).unwrap();
    let (url, data) = (cluster.url().to_owned(), cluster.data().to_owned());

    assert!(cluster.leave());

    assert!(!answers(&url));
    assert!(!data.exists());
    let next = Cluster::join_in(state.path()).unwrap();
    assert!(answers(next.url()));
}

#[test]
fn a_killed_user_leaves_no_server_behind() {
    let state = tempfile::tempdir().unwrap();
    let cluster = Cluster::join_in(state.path()).unwrap();
    let (url, data) = (cluster.url().to_owned(), cluster.data().to_owned());
    let mut other = other_user(state.path());

    drop(cluster);
    assert_eq!(Cluster::join_in(state.path()).unwrap().url(), url, "the other user keeps it");
    other.kill().unwrap();
    other.wait().unwrap();

    wait_until("the server ends", || !answers(&url) && !data.exists());
}

#[test]
fn a_note_left_by_a_dead_server_is_not_believed() {
    let state = tempfile::tempdir().unwrap();
    let nobody = "postgres://postgres@127.0.0.1:1/postgres";
    let note = format!("{nobody}\n{}\n{}\n", std::process::id(), state.path().display());
    fs::write(state.path().join("running"), note).unwrap();

    let cluster = Cluster::join_in(state.path()).unwrap();

    assert_ne!(cluster.url(), nobody);
    assert!(answers(cluster.url()));
}

/// Another process that holds the lock of a user, and has it when this returns.
fn other_user(state: &Path) -> std::process::Child {
    let lock = state.join("users.lock");
    let mut child = Command::new("sh")
        .args(["-c", "exec 9<\"$0\"; flock --shared 9; echo held; exec sleep 600"])
        .arg(&lock)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(child.stdout.as_mut().unwrap()), &mut said).unwrap();
    assert_eq!(said, "held\n");
    child
}
