//! `orientor dev`: everything on this machine, as somebody meets it who has just cloned the repository.

use std::{fs, net::TcpListener, path::Path, time::Duration};

use reqwest::{Client, StatusCode, header};
use serde_json::{Deserializer, Value, json};

use crate::support::{Look, Running, after, bash, folder, migrate, migrated, orientor, run};

const ANY_PORT: [&str; 4] = ["--set", "http.bind=127.0.0.1:0", "--clerk-bind", "127.0.0.1:0"];

/// A development server, ready.
struct Dev {
    program: Running,
    said: String,
    url: String,
    clerk: String,
}

impl Dev {
    async fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = orientor(&[&["dev"], arguments].concat(), &[]);
        command.current_dir(folder);
        let program = Running::start(command);
        let said = program.until("Stop with Ctrl-C").await;
        let url = after(&said, "  application        ", "\n").to_owned();
        let clerk = after(&said, "  development Clerk  ", "\n").to_owned();
        Self { program, said, url, clerk }
    }

    /// Runs the commands that it prints, and returns their answers.
    async fn follow_instructions(&self) -> Vec<Value> {
        let printed = after(&self.said, "become anybody", "A token lives");
        let (_, commands) = printed.split_once("\n\n").unwrap();
        let answers = bash(commands).await;
        Deserializer::from_str(&answers).into_iter().collect::<Result<_, _>>().unwrap()
    }

    async fn token(&self) -> String {
        let asked = Client::new().post(format!("{}/dev/token", self.clerk));
        let answer = asked.json(&json!({ "email_address": "amara.aubrac@example.com" })).send().await.unwrap();
        answer.json::<Value>().await.unwrap()["jwt"].as_str().unwrap().to_owned()
    }

    async fn me(&self, token: &str) -> Value {
        let answer =
            Client::new().get(format!("{}/api/v1/users/me", self.url)).bearer_auth(token).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        answer.json().await.unwrap()
    }
}

#[tokio::test]
async fn an_empty_folder_is_enough_and_the_next_start_finds_what_was_left() {
    let folder = folder();
    let dev = Dev::start(folder.path(), &ANY_PORT).await;

    assert!(dev.said.starts_with("Orientor is ready after "), "{}", dev.said);
    println!("first start, with 1,000 users: {}", dev.said.lines().next().unwrap());
    for part in ["API description    http://localhost:", "(new, with 1000 invented users)", "`rm -r '.orientor'`"] {
        assert!(dev.said.contains(part), "{part:?}: {}", dev.said);
    }
    assert!(!dev.said.contains("WARN") && !dev.said.contains("ERROR"), "{}", dev.said);
    let health: Value = reqwest::get(format!("{}/health", dev.url)).await.unwrap().json().await.unwrap();
    assert_eq!(health["status"], "healthy");
    let answers = dev.follow_instructions().await;
    let [me, peers] = answers.as_slice() else { panic!("{answers:?}") };
    assert_eq!(me["email"], "amara.aubrac@example.com");
    assert_eq!(peers.as_array().map(Vec::len), Some(5), "{peers}");
    let (token, ports) =
        (dev.token().await, [&dev.url, &dev.clerk].map(|url| url.rsplit_once(':').unwrap().1.to_owned()));

    let (ended, after) = dev.program.end("TERM").await;
    assert!(ended.success() && after < Duration::from_secs(3), "{ended} after {after:?}");
    let look = Look::into(&format!("sqlite://{}", folder.path().join(".orientor/orientor.db").display())).await;
    assert_eq!(look.number("SELECT count(*) FROM users").await, 1_000);
    assert_eq!(look.number("SELECT count(*) FROM user_profiles").await, 1_000);
    look.close().await;

    // The same ports again: they have been let go of. The token of before is still good.
    let (bind, clerk) = (format!("http.bind=127.0.0.1:{}", ports[0]), format!("127.0.0.1:{}", ports[1]));
    let again = Dev::start(folder.path(), &["--set", &bind, "--clerk-bind", &clerk]).await;
    println!("second start, with 1,000 users, ready after {} ms", again.program.began.elapsed().as_millis());
    assert!(again.said.contains("(as it was left)"), "{}", again.said);
    assert_eq!(again.me(&token).await["id"], me["id"]);
    assert_eq!(again.me(&again.token().await).await["id"], me["id"]);
    assert!(again.program.end("TERM").await.0.success());
}

#[tokio::test]
async fn it_is_what_happens_without_a_command_and_ctrl_c_ends_it() {
    let folder = folder();
    // A name that would mean something else in an address.
    let own = folder.path().join("a b%20?c");
    let own = own.to_str().unwrap();
    let dev = Dev::start(folder.path(), &[&ANY_PORT[..], &["--users", "10", "--folder", own]].concat()).await;

    let (ended, after) = dev.program.end("INT").await;

    assert!(ended.success() && after < Duration::from_secs(3), "{ended} after {after:?}");
    assert!(Path::new(own).join("orientor.db").is_file() && Path::new(own).join("clerk.json").is_file());
    // Without a command the ports are the usual ones, which may be taken; a refusal needs none.
    let refused = run(&["--set", "http.bind=0.0.0.0:8000"], &[]).await;
    assert!(refused.sentence(2).contains("`orientor dev` listens on loopback only"), "{refused:?}");
}

#[tokio::test]
async fn it_cannot_be_reached_from_elsewhere() {
    let folder = folder();
    let in_folder = |arguments: &[&str]| {
        let path = folder.path().join("never").to_str().unwrap().to_owned();
        let arguments: Vec<String> =
            ["dev", "--folder", &path].iter().chain(arguments).map(ToString::to_string).collect();
        async move { run(&arguments.iter().map(String::as_str).collect::<Vec<_>>(), &[]).await }
    };
    let refused = in_folder(&["--set", "http.bind=0.0.0.0:0"]).await;
    assert!(refused.sentence(2).contains("loopback"), "{refused:?}");
    assert!(!folder.path().join("never").exists(), "nothing is made before a refusal");
    let refused = in_folder(&["--set", "http.bind=127.0.0.1:0", "--clerk-bind", "0.0.0.0:0", "--users", "1"]).await;
    assert!(refused.sentence(2).contains("give --clerk-bind something like 127.0.0.1:8001"), "{refused:?}");

    let dev = Dev::start(folder.path(), &[&ANY_PORT[..], &["--users", "10"]].concat()).await;
    let client = Client::new();
    for base in [&dev.url, &dev.clerk] {
        let path = if base == &dev.url { "/health" } else { "/.well-known/jwks.json" };
        for (name, value, status) in [
            (header::HOST, "rebound.example.com", StatusCode::FORBIDDEN),
            (header::HOST, "127.0.0.1.example.com:8000", StatusCode::FORBIDDEN),
            (header::ORIGIN, "https://evil.example.com", StatusCode::FORBIDDEN),
            (header::ORIGIN, "null", StatusCode::FORBIDDEN),
            (header::ORIGIN, dev.url.as_str(), StatusCode::OK),
            (header::ORIGIN, "http://localhost:3000", StatusCode::OK),
        ] {
            let asked = client.get(format!("{base}{path}")).header(&name, value);
            assert_eq!(asked.send().await.unwrap().status(), status, "{base} {name}: {value}");
        }
    }
    assert!(dev.program.end("TERM").await.0.success());
}

#[tokio::test]
async fn a_database_without_its_marker_is_refused() {
    let (folder, database) = (folder(), migrated().await);
    let path = folder.path().join("own");
    let arguments = [&["dev", "--folder", path.to_str().unwrap(), "--database-url", database.url()], &ANY_PORT[..]];

    let refused = run(&arguments.concat(), &[]).await;

    assert!(refused.sentence(3).contains("use `orientor serve`, or an empty database"), "{refused:?}");
    let look = Look::into(database.url()).await;
    assert_eq!(look.number("SELECT count(*) FROM users").await, 0);
    look.close().await;

    // As after a first start that was interrupted: nobody can tell, but the way out is named.
    let path = folder.path().join("half");
    fs::create_dir(&path).unwrap();
    migrate(&format!("sqlite://{}", path.join("orientor.db").display())).await;
    let refused = run(&[&["dev", "--folder", path.to_str().unwrap()], &ANY_PORT[..]].concat(), &[]).await;
    assert!(refused.sentence(3).contains(&format!("`rm -r '{}'`", path.display())), "{refused:?}");
}

#[tokio::test]
async fn ports_that_are_taken_are_named_and_nothing_is_made() {
    let (folder, taken) = (folder(), TcpListener::bind("127.0.0.1:0").unwrap());
    let address = taken.local_addr().unwrap().to_string();
    let path = folder.path().join("own");
    let dev = ["dev", "--users", "1", "--folder", path.to_str().unwrap()];

    let bind = format!("http.bind={address}");
    let refused = run(&[&dev[..], &["--clerk-bind", "127.0.0.1:0", "--set", &bind]].concat(), &[]).await;
    assert!(refused.sentence(2).contains(&address) && refused.stderr.contains("ORIENTOR_BIND"), "{refused:?}");
    assert!(!path.join("orientor.db").exists());

    let refused = run(&[&dev[..], &["--clerk-bind", &address, "--set", "http.bind=127.0.0.1:0"]].concat(), &[]).await;
    assert!(refused.sentence(2).contains(&address) && refused.stderr.contains("--clerk-bind"), "{refused:?}");
}

#[tokio::test]
async fn what_happens_at_the_development_clerk_happens_to_users() {
    let folder = folder();
    let dev = Dev::start(folder.path(), &[&ANY_PORT[..], &["--users", "3"]].concat()).await;
    let client = Client::new();
    let clerk = |method: reqwest::Method, path: &str| {
        client.request(method, format!("{}{path}", dev.clerk)).bearer_auth("sk_test_x")
    };
    let look = Look::into(&format!("sqlite://{}", folder.path().join(".orientor/orientor.db").display())).await;
    let happens = async |condition: &str| {
        let wait = async {
            while look.number(&format!("SELECT count(*) FROM {condition}")).await == 0 {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), wait).await.unwrap_or_else(|_| panic!("never: {condition}"));
    };

    let new = json!({ "email_address": ["zoe@example.com"], "first_name": "Zoe", "skip_password_requirement": true });
    let made: Value = clerk(reqwest::Method::POST, "/v1/users").json(&new).send().await.unwrap().json().await.unwrap();
    let id = made["id"].as_str().unwrap().to_owned();
    happens(&format!("users WHERE email = 'zoe@example.com' AND clerk_user_id = '{id}' AND is_active")).await;
    clerk(reqwest::Method::POST, &format!("/v1/users/{id}/ban")).send().await.unwrap();
    happens(&format!("identity_links WHERE subject = '{id}' AND state = 'blocked_by_clerk'")).await;
    clerk(reqwest::Method::DELETE, &format!("/v1/users/{id}")).send().await.unwrap();
    happens(&format!("identity_tombstones WHERE subject = '{id}' AND email = 'zoe@example.com'")).await;

    look.close().await;
    let (ended, _) = dev.program.end("TERM").await;
    assert!(ended.success());
}
