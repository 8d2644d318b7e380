//! The example in `examples/own_table.rs`, run as its reader would.

use std::{
    env,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use orientor_devclerk::{DevClerk, NewUser, Settings, TokenOptions};

/// Ends the example with the test, also when that fails.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn example() -> PathBuf {
    let test = env::current_exe().unwrap();
    let built = test.ancestors().nth(2).unwrap().join("examples/own_table");
    assert!(built.exists(), "run `cargo build -p orientor-identity --all-features --examples` first");
    built
}

#[tokio::test]
async fn a_stranger_becomes_an_account_of_another_programs_own_table() {
    let settings = Settings { bind: ([127, 0, 0, 1], 0).into(), ..Settings::default() };
    let clerk = DevClerk::start(settings).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(example())
        .env("CLERK_ISSUER", clerk.issuer().as_str())
        .env("CLERK_API_URL", clerk.url())
        .env("CLERK_SECRET_KEY", clerk.secret_key())
        .env("DATABASE_URL", format!("sqlite://{}?mode=rwc", folder.path().join("accounts.db").display()))
        .env("BIND", "127.0.0.1:0")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let _running = Running(child);
    let url = line.trim();
    let ada = clerk.create_user(NewUser::with_email("ada@example.com")).unwrap();
    let bob = clerk.create_user(NewUser::with_email("bob@example.com")).unwrap();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let ask = async |user| {
        let token = clerk.session_token(user, &TokenOptions::default()).unwrap();
        client.get(url).bearer_auth(token.jwt).send().await.unwrap().text().await.unwrap()
    };

    assert_eq!(ask(&ada).await, "You are account 1.\n");
    assert_eq!(ask(&bob).await, "You are account 2.\n");
    assert_eq!(ask(&ada).await, "You are account 1.\n");
    let stranger = client.get(url).send().await.unwrap();
    assert_eq!(stranger.status(), 401);
    assert_eq!(stranger.headers()["www-authenticate"], "Bearer");
}
