//! The page in a real browser. Each test starts a server of its own with the same people, and
//! leaves the rest to a script beside this file.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail their test")]

mod people;
mod server;

use std::{env, path::Path, path::PathBuf};

use orientor_testkit::node;

use self::server::Server;

/// Runs a script against a new server; what goes wrong there fails the test.
async fn in_browser(script: &str, more: &[(&str, &str)]) -> String {
    let server = Server::start().await;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser").join(script);
    let mut environment = vec![("ORIENTOR_APP".to_owned(), server.url.clone())];
    environment.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    tokio::task::spawn_blocking(move || node::run::<&str, _, _>(&file, &[], &environment).stdout).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_signs_in_edits_their_profile_writes_to_a_peer_and_is_answered() {
    in_browser("journey.mjs", &[]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_expired_token_is_replaced_without_losing_what_was_typed() {
    in_browser("session.mjs", &[]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_hides_or_is_blocked_is_gone_at_once_and_comes_back() {
    in_browser("privacy.mjs", &[]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_can_be_done_with_the_keyboard_alone() {
    in_browser("keyboard.mjs", &[]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn axe_finds_no_violation_on_a_phone() {
    in_browser("axe.mjs", &[("ORIENTOR_WIDTH", "phone")]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn axe_finds_no_violation_on_a_desktop() {
    in_browser("axe.mjs", &[("ORIENTOR_WIDTH", "desktop")]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_load_is_below_60_kb_and_nothing_blocks_it() {
    println!("{}", in_browser("load.mjs", &[]).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn clerks_own_script_signs_people_in_where_a_publishable_key_is_set() {
    let server = Server::at_clerk("pk_test_Y2xlcmsuZXhhbXBsZS5jb20k").await;
    let token = server.token_of_ada();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/clerk.mjs");
    let environment = [("ORIENTOR_APP", server.url.clone()), ("ORIENTOR_TOKEN", token)];
    tokio::task::spawn_blocking(move || node::run::<&str, _, _>(&file, &[], &environment)).await.unwrap();
}

/// `cargo xtask screenshots` names the folder.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn screenshots_are_pictures_below_200_kb() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = env::var_os("ORIENTOR_SCREENSHOTS").map_or(temporary.path().to_owned(), PathBuf::from);
    in_browser("screenshots.mjs", &[("ORIENTOR_FOLDER", folder.to_str().unwrap())]).await;

    let pictures: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(pictures.len() >= 8, "{pictures:?}");
    for picture in pictures {
        let bytes = std::fs::read(&picture).unwrap();
        assert!(bytes.starts_with(b"\x89PNG") && bytes.len() < 200_000, "{}: {} bytes", picture.display(), bytes.len());
    }
}
