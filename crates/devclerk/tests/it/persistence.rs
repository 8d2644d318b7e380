//! What survives a restart.

use std::{fs, path::Path};

use orientor_devclerk::{DevClerk, NewUser, Rotation, SessionEnd, Settings, StartError, StateError, TokenOptions};
use reqwest::Method;
use serde_json::json;

use crate::support::{call, decode, get, send, settings};

async fn start_on(path: &Path) -> DevClerk {
    start_with(path, Vec::new()).await
}

async fn start_with(path: &Path, initial_users: Vec<NewUser>) -> DevClerk {
    let state_file = Some(path.to_owned());
    DevClerk::start(Settings { state_file, initial_users, ..settings() }).await.unwrap()
}

#[tokio::test]
async fn users_keys_and_sessions_survive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new/clerk.json");
    let first = start_on(&path).await;
    let ada = first.create_user(NewUser { external_id: Some("7".into()), ..NewUser::with_email("ada@example.com") });
    let ada = ada.unwrap();
    let bob = first.create_user(NewUser::with_email("bob@example.com")).unwrap();
    let token = first.session_token(&ada, &TokenOptions::default()).unwrap();
    let ended = first.session_token(&bob, &TokenOptions::default()).unwrap();
    first.end_session(&ended.session_id, SessionEnd::Revoked).unwrap();
    first.rotate_key(Rotation::NewName).await.unwrap();
    let keys = get(&first, "/v1/jwks").await.body;
    let users = get(&first, "/v1/users").await.body;
    let (id, pem) = (first.instance_id(), first.jwt_key());
    first.shutdown().await.unwrap();

    let second = start_on(&path).await;

    assert_eq!(get(&second, "/v1/jwks").await.body, keys);
    assert_eq!(get(&second, "/v1/users").await.body, users);
    assert_eq!((second.instance_id(), second.jwt_key()), (id, pem));
    assert_eq!(get(&second, &format!("/v1/sessions/{}", token.session_id)).await.body["status"], "active");
    assert_eq!(get(&second, &format!("/v1/sessions/{}", ended.session_id)).await.body["status"], "revoked");
    let again = second.session_token(&ada, &TokenOptions::default()).unwrap();
    assert_eq!(again.session_id, token.session_id);
    assert_eq!(decode(&again.jwt).0["kid"], keys["keys"][0]["kid"]);
    assert!(second.create_user(NewUser::with_email("ada@example.com")).is_err());
}

#[tokio::test]
async fn changes_reach_the_file_while_the_server_runs() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clerk.json");
    let clerk = start_on(&path).await;
    let body = json!({ "email_address": ["ada@example.com"] });

    let made = send(call(&clerk, Method::POST, "/v1/users").json(&body)).await.body;

    let id = made["id"].as_str().unwrap();
    let written = async {
        while !fs::read_to_string(&path).unwrap().contains(id) {
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(10), written).await.unwrap();
}

#[tokio::test]
async fn a_write_that_was_broken_off_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clerk.json");
    fs::write(folder.path().join("clerk.json.new"), "x".repeat(100_000)).unwrap();

    let first = start_on(&path).await;
    let id = first.instance_id();
    first.shutdown().await.unwrap();

    assert_eq!(start_on(&path).await.instance_id(), id);
}

#[tokio::test]
async fn initial_users_are_created_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clerk.json");
    let people = || {
        let fixed = NewUser { id: Some("user_2fixed".parse().unwrap()), ..NewUser::default() };
        vec![NewUser::with_email("ada@example.com"), fixed]
    };
    let first = start_with(&path, people()).await;
    let before = get(&first, "/v1/users").await.body;
    assert_eq!(before.as_array().unwrap().len(), 2);
    first.shutdown().await.unwrap();

    let mut more = people();
    more.push(NewUser::with_email("bob@example.com"));
    let second = start_with(&path, more).await;

    let after = get(&second, "/v1/users?order_by=%2Bcreated_at").await.body;
    assert_eq!(after.as_array().unwrap().len(), 3);
    let former = before.as_array().unwrap();
    assert!(former.iter().all(|user| after.as_array().unwrap().contains(user)));
}

#[tokio::test]
async fn a_state_file_serves_one_instance_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clerk.json");
    let first = start_on(&path).await;
    let again = || DevClerk::start(Settings { state_file: Some(path.clone()), ..settings() });

    assert!(matches!(again().await, Err(StartError::State(StateError::InUse(_)))));

    first.shutdown().await.unwrap();
    assert!(again().await.is_ok());
}

#[tokio::test]
async fn a_file_of_another_kind_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clerk.json");
    let other_format = r#"{"format":2,"instance_id":"ins_x","keys":[],"users":[],"sessions":[]}"#;

    for content in ["", "{}", "not json", other_format] {
        fs::write(&path, content).unwrap();
        let started = DevClerk::start(Settings { state_file: Some(path.clone()), ..settings() }).await;
        assert!(matches!(started, Err(StartError::State(StateError::Content { .. }))), "{content}");
        assert_eq!(fs::read_to_string(&path).unwrap(), content);
    }
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_may_read_the_keys() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clerk.json");
    start_on(&path).await.shutdown().await.unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();

    let clerk = start_on(&path).await;
    clerk.create_user(NewUser::with_email("ada@example.com")).unwrap();
    clerk.shutdown().await.unwrap();

    for entry in fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", entry.file_name());
    }
}
