//! `orientor clerk`: the development Clerk by itself.

use reqwest::Client;
use serde_json::{Deserializer, Value, json};

use crate::support::{ISSUER, Running, SECRET, Server, after, bash, folder, migrated, orientor, run, write};

/// A development Clerk, ready.
struct Clerk {
    program: Running,
    said: String,
    url: String,
}

impl Clerk {
    async fn start(arguments: &[&str]) -> Self {
        let arguments = [&["clerk", "--bind", "127.0.0.1:0"], arguments].concat();
        let program = Running::start(orientor(&arguments, &[]));
        let said = program.until("/dev/token --json").await;
        let url = after(&said, "Development Clerk on ", "\n").to_owned();
        Self { program, said, url }
    }

    /// Runs the commands that it prints, and returns their answers.
    async fn follow_instructions(&self) -> Vec<Value> {
        let (_, user) = self.said.split_once("  a new user   ").unwrap();
        let (user, token) = user.split_once("  a token      ").unwrap();
        let answers = bash(&format!("{user}{token}")).await;
        Deserializer::from_str(&answers).into_iter().collect::<Result<_, _>>().unwrap()
    }
}

#[tokio::test]
async fn what_it_prints_works_and_is_there_after_a_restart() {
    let folder = folder();
    let state = folder.path().join("clerk.json");
    let state = ["--state", state.to_str().unwrap()];
    let clerk = Clerk::start(&state).await;
    assert!(clerk.said.contains(&format!("  keys         {}/.well-known/jwks.json\n", clerk.url)), "{}", clerk.said);
    assert!(!clerk.said.contains("\"level\""), "log lines are for servers: {}", clerk.said);
    let answers = clerk.follow_instructions().await;
    let [user, token] = answers.as_slice() else { panic!("{answers:?}") };
    assert_eq!((&token["user_id"], user["object"].as_str()), (&user["id"], Some("user")));
    assert!(token["jwt"].as_str().is_some_and(|jwt| jwt.split('.').count() == 3));
    let keys = |url: &str| reqwest::get(format!("{url}/.well-known/jwks.json"));
    let before: Value = keys(&clerk.url).await.unwrap().json().await.unwrap();
    assert!(clerk.program.end("TERM").await.0.success());

    let again = Clerk::start(&state).await;
    let asked = Client::new().post(format!("{}/dev/token", again.url));
    let token: Value =
        asked.json(&json!({ "email_address": "ada@example.com" })).send().await.unwrap().json().await.unwrap();
    assert_eq!(token["user_id"], user["id"]);
    assert_eq!(keys(&again.url).await.unwrap().json::<Value>().await.unwrap(), before);
    assert!(again.program.end("INT").await.0.success());
}

#[tokio::test]
async fn a_server_that_is_pointed_at_it_signs_its_people_up() {
    let (database, clerk) = (migrated().await, Clerk::start(&["--issuer", ISSUER]).await);
    let keys = format!("{}/.well-known/jwks.json", clerk.url);
    let environment = [
        ("CLERK_ISSUERS", ISSUER),
        ("CLERK_JWKS_URL", &keys),
        ("CLERK_API_URL", &clerk.url),
        // Whoever the Backend API makes is verified by nobody but the administrator.
        ("ORIENTOR_IDENTITY_TRUST_ADMIN_VERIFIED", "true"),
        SECRET,
    ];
    let server = Server::start(database.url(), &environment).await;
    let answers = clerk.follow_instructions().await;
    let me = format!("{}/api/v1/users/me", server.url);

    let asked = Client::new().get(me).bearer_auth(answers[1]["jwt"].as_str().unwrap()).send().await.unwrap();

    assert_eq!(asked.status(), 200);
    let me: Value = asked.json().await.unwrap();
    assert_eq!((me["id"].as_i64(), me["email"].as_str()), (Some(1), Some("ada@example.com")));
    // And back, from a shell.
    let id = answers[0]["id"].as_str().unwrap();
    let resolved = run(&["resolve", "1", "--issuer", ISSUER, "--database-url", database.url()], &[]).await.success();
    assert_eq!(resolved, format!("1\t1\t{id}\n"));
    for program in [server.program, clerk.program] {
        assert!(program.end("TERM").await.0.success());
    }
}

#[tokio::test]
async fn what_would_be_dangerous_or_useless_is_refused() {
    let refused = run(&["clerk", "--bind", "0.0.0.0:0"], &[]).await;
    assert!(refused.sentence(2).contains("not a loopback address"), "{refused:?}");

    let refused = run(&["clerk", "--bind", "127.0.0.1:0", "--webhook-url", "http://127.0.0.1:9/hook"], &[]).await;
    assert!(refused.sentence(2).contains("set CLERK_WEBHOOK_SIGNING_SECRET"), "{refused:?}");

    let secret = ("CLERK_WEBHOOK_SIGNING_SECRET", "whsec_aHVzaGh1c2hodXNoaHVzaGh1c2hodXNo");
    let elsewhere = ["clerk", "--bind", "127.0.0.1:0", "--webhook-url", "https://hooks.example.com/"];
    let refused = run(&elsewhere, &[secret]).await;
    assert!(refused.sentence(2).contains("loopback"), "{refused:?}");
    assert!(!refused.stderr.contains("whsec_aHV"), "{refused:?}");

    let folder = folder();
    let state = write(folder.path(), "clerk.json", "not a state");
    let refused = run(&["clerk", "--bind", "127.0.0.1:0", "--state", &state], &[]).await;
    assert!(refused.sentence(2).contains(&state), "{refused:?}");
    assert_eq!(std::fs::read_to_string(&state).unwrap(), "not a state", "what is not ours stays as it is");

    let origin = ["clerk", "--bind", "127.0.0.1:0", "--app-origins", "localhost:3000"];
    let refused = run(&origin, &[]).await;
    assert!(refused.sentence(2).contains("is not an origin"), "{refused:?}");

    let issuer = run(&["clerk", "--issuer", "http://clerk.example.com"], &[]).await;
    assert_eq!(issuer.code, Some(2), "{issuer:?}");
    assert!(issuer.stderr.contains("--issuer"), "{issuer:?}");
}
