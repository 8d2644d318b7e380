//! `orientor audit`, from the command line to the exit code.

use std::{fs, net::TcpListener, path::Path, process::Command as Blocking};

use orientor_testkit::{
    database::{TestDatabase, fixtures},
    node,
};
use serde_json::Value;
use tokio::net::TcpListener as AsyncListener;

use crate::support::{Look, Running, as_role, folder, orientor, run, write};

/// What the validator of the reports says, `valid` or the first fault.
async fn validated(arguments: &[&str]) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../doctor/tests/validate.mjs");
    let arguments: Vec<String> = arguments.iter().map(|it| (*it).to_owned()).collect();
    let running = tokio::task::spawn_blocking(move || node::run(&script, &arguments, &[] as &[(&str, &str)]));
    running.await.unwrap().stdout.trim().split('\t').nth(1).unwrap().to_owned()
}

#[tokio::test]
async fn every_form_of_the_report_tells_of_the_damage() {
    let (database, folder) = (TestDatabase::legacy().await, folder());
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let directory = fixtures().join("legacy_orientor.clerk_directory.json");
    let directory = directory.to_str().unwrap();
    let schema = write(folder.path(), "schema.json", &run(&["audit", "--print-schema"], &[]).await.success());
    let common = ["audit", "--database-url", database.url(), "--clerk-directory", directory];

    let text = run(&common, &[]).await;
    assert_eq!(text.code, Some(1), "{text:?}");
    assert!(text.stdout.contains("ERRORS") && text.stdout.contains("D23"), "{text:?}");
    assert!(!text.stdout.contains('\u{1b}') && text.stderr.is_empty(), "{text:?}");

    for (name, kind) in [("a.json", vec!["audit", &schema]), ("a.sarif", vec!["sarif"])] {
        let path = file(name);
        let written = run(&[&common[..], &["--output", &path]].concat(), &[]).await;
        assert_eq!((written.code, written.stdout.as_str()), (Some(1), ""), "{written:?}");
        assert!(written.stderr.contains(&format!("the report is in {path}")), "{written:?}");
        assert_eq!(validated(&[kind, vec![path.as_str()]].concat()).await, "valid", "{name}");
    }
    let json = run(&[&common[..], &["--format", "json"]].concat(), &[]).await;
    assert_eq!(json.stdout, fs::read_to_string(file("a.json")).unwrap());
    let audit: Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!((&audit["complete"], &audit["summary"]["users"]), (&Value::Bool(true), &Value::from(205)));

    let path = file("a.html");
    run(&[&common[..], &["-o", &path]].concat(), &[]).await;
    let page = fs::read_to_string(&path).unwrap();
    assert!(page.starts_with("<!doctype html>") && page.contains("<svg class=\"graph\""));
    assert!(!page.contains("http://") && !page.contains("https://") && !page.contains("<script"));
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(left.len(), 4, "something was left behind: {left:?}");
}

#[tokio::test]
async fn what_cannot_be_looked_at_wins_over_what_was_found() {
    let database = TestDatabase::legacy().await;
    let role = format!("audit_{}", std::process::id());
    let look = Look::into(database.url()).await;
    look.run(&format!(
        "CREATE ROLE {role} LOGIN PASSWORD 'hush'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}; \
         REVOKE SELECT ON messages FROM {role}"
    ))
    .await;

    let ended = run(&["audit", "--database-url", &as_role(database.url(), &role), "--format", "json"], &[]).await;

    look.run(&format!("DROP OWNED BY {role}; DROP ROLE {role}")).await;
    look.close().await;
    assert_eq!(ended.code, Some(2), "{ended:?}");
    let audit: Value = serde_json::from_str(&ended.stdout).unwrap();
    let blind = audit["coverage"]["could_not_look"].as_array().unwrap();
    assert!(blind.iter().any(|it| it["place"].as_str().unwrap().contains("messages")), "{blind:?}");
    assert!(!audit["findings"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn a_database_that_cannot_be_audited_is_one_sentence() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let away = format!("postgres://ada:hush@127.0.0.1:{port}/orientor");
    for (url, part) in [
        ("", "no database is configured"),
        ("sqlite::memory:", "the doctor looks at PostgreSQL only, and this is SQLite"),
        ("mysql://ada:hush@localhost/orientor", "not the address of a PostgreSQL database"),
        (away.as_str(), "the database cannot be reached"),
    ] {
        let ended = run(&["audit"], &[("DATABASE_URL", url)]).await;
        assert!(ended.sentence(2).contains(part), "{url}: {ended:?}");
    }
    let empty = TestDatabase::postgres().await;
    let ended = run(&["audit", "--database-url", empty.url()], &[]).await;
    assert!(ended.sentence(2).contains("--users-table"), "{ended:?}");
}

#[tokio::test]
async fn choices_and_lists_that_cannot_be_used_are_one_sentence() {
    let (database, folder) = (TestDatabase::legacy().await, folder());
    let file = |name: &str, text: &str| write(folder.path(), name, text);
    let unknown = file("unknown.toml", "users-table = \"users\"\nusers-tabel = \"x\"\n");
    let table = file("table.toml", "users-table = \"nobody\"\n");
    let part = file("part.json", "{\"data\": [{\"object\": \"user\", \"id\": \"user_1\"}], \"total_count\": 2}");
    for (arguments, sentence) in [
        (&["--doctor-config", &unknown][..], "unknown.toml cannot be used, line 2: unknown field `users-tabel`"),
        (&["--doctor-config", "/absent.toml"], "cannot read /absent.toml"),
        (&["--doctor-config", &table], "nobody"),
        (&["--users-table", "nobody"], "nobody"),
        (&["--clerk-directory", &part], "has to be the whole list"),
        (&["--clerk-directory", "/absent.json"], "/absent.json cannot be used"),
        (&["--directory-is-trusted"], "needs --clerk-directory or --from-clerk"),
        (&["--from-clerk"], "CLERK_SECRET_KEY"),
        (&["--output", "/absent/a.json"], "the report was not written to /absent/a.json"),
    ] {
        let ended = run(&[&["audit", "--database-url", database.url()], arguments].concat(), &[]).await;
        assert!(ended.sentence(2).contains(sentence), "{arguments:?}: {ended:?}");
    }
}

#[tokio::test]
async fn doctor_toml_counts_where_the_command_runs_and_flags_win() {
    let (database, folder) = (TestDatabase::legacy().await, folder());
    write(folder.path(), "doctor.toml", "users-table = \"nobody\"\n");
    let in_folder = async |arguments: &[&str]| {
        let mut command = orientor(&[&["audit", "--database-url", database.url()], arguments].concat(), &[]);
        command.current_dir(folder.path());
        crate::support::finish(command).await
    };

    assert!(in_folder(&[]).await.sentence(2).contains("nobody"));
    assert_eq!(in_folder(&["--users-table", "public.users"]).await.code, Some(1));
}

#[tokio::test]
async fn the_users_of_clerk_are_asked_for_with_the_secret_key() {
    let database = TestDatabase::legacy().await;
    let clerk = Running::start(orientor(&["clerk", "--bind", "127.0.0.1:0"], &[]));
    let said = clerk.until("a token").await;
    let url = crate::support::after(&said, "Development Clerk on ", "\n").to_owned();
    let environment = [("CLERK_SECRET_KEY", "sk_test_hush"), ("CLERK_API_URL", url.as_str())];
    let ended =
        run(&["audit", "--database-url", database.url(), "--from-clerk", "--format", "json"], &environment).await;

    let audit: Value = serde_json::from_str(&ended.stdout).unwrap_or_else(|_| panic!("{ended:?}"));
    assert_eq!(audit["coverage"]["needs_clerk_directory"], Value::Array(Vec::new()));
    assert!(clerk.end("TERM").await.0.success());
    let refused = run(&["audit", "--database-url", database.url(), "--from-clerk"], &environment).await;
    assert!(refused.sentence(2).contains("the users of Clerk could not be listed"), "{refused:?}");
}

#[tokio::test]
async fn the_first_signal_ends_it_with_what_is_known_and_the_second_at_once() {
    let database = TestDatabase::legacy().await;
    // Somebody else's lock keeps the audit waiting for as long as this transaction is open.
    let look = Look::into(database.url()).await;
    let Look::Postgres(pool) = &look else { unreachable!() };
    let mut transaction = pool.begin().await.unwrap();
    sqlx::raw_sql("LOCK TABLE messages IN ACCESS EXCLUSIVE MODE").execute(&mut *transaction).await.unwrap();

    let program = Running::start(orientor(&["audit", "--database-url", database.url(), "--format", "json"], &[]));
    let waiting =
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
    while look.number(waiting).await == 0 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    signal(&program, "INT").await;
    program.until("\"complete\": false").await;
    program.until("stopped before it was done").await;
    transaction.rollback().await.unwrap();
    look.close().await;
    assert_eq!(program.wait().await.code(), Some(2));

    // A server that never answers is not waited for either.
    let silent = AsyncListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("postgres://ada:hush@{}/orientor", silent.local_addr().unwrap());
    let program = Running::start(orientor(&["audit", "--database-url", &url], &[]));
    let held = silent.accept().await.unwrap();
    signal(&program, "INT").await;
    program.until("once more ends it at once").await;
    signal(&program, "INT").await;
    assert_eq!(program.wait().await.code(), Some(130));
    drop(held);
}

async fn signal(program: &Running, signal: &str) {
    let (pid, signal) = (program.pid().to_string(), format!("-{signal}"));
    let sent = tokio::task::spawn_blocking(move || Blocking::new("kill").args([signal, pid]).status());
    assert!(sent.await.unwrap().unwrap().success());
}
