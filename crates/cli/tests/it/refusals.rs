//! `orientor serve` says what is missing or contradictory: exit code 2 and one sentence with the remedy.

use std::net::TcpListener;

use orientor_testkit::database::TestDatabase;

use crate::support::{PUBLISHABLE, SECRET, Server, folder, migrated, run, write};

/// Runs `orientor serve`, and returns its one sentence.
async fn refused(arguments: &[&str], environment: &[(&str, &str)]) -> String {
    let arguments = [&["serve"], arguments].concat();
    run(&arguments, environment).await.sentence(2).to_owned()
}

#[tokio::test]
async fn settings_that_are_missing_or_contradict_each_other_are_named() {
    let memory = ("DATABASE_URL", "sqlite::memory:");
    for (environment, part) in [
        (&[PUBLISHABLE, SECRET][..], "DATABASE_URL"),
        (&[memory], "set CLERK_PUBLISHABLE_KEY, or CLERK_ISSUERS"),
        (&[memory, PUBLISHABLE], "set CLERK_SECRET_KEY, or CLERK_EMAIL_CLAIM"),
        (&[memory, PUBLISHABLE, ("CLERK_SECRET_KEY", "sk_live_hush")], "take both from the same instance"),
        (&[memory, PUBLISHABLE, ("CLERK_SECRET_KEY", "hush")], "CLERK_SECRET_KEY"),
        (&[memory, ("CLERK_PUBLISHABLE_KEY", "sk_live_hush"), SECRET], "CLERK_PUBLISHABLE_KEY"),
        (&[memory, ("CLERK_ISSUERS", "http://localhost:8001"), SECRET], "run `orientor dev`"),
        (&[memory, ("CLERK_ISSUERS", "http://127.0.0.1:8001"), SECRET], "run `orientor dev`"),
        (&[memory, PUBLISHABLE, SECRET, ("ORIENTOR_BIND", "8000")], "127.0.0.1:8000"),
        (&[memory, PUBLISHABLE, SECRET, ("ORIENTOR_LOG", "a=b=c")], "log.filter"),
        (&[memory, PUBLISHABLE, SECRET, ("ORIENTOR_ALLOWED_ORIGINS", "*")], "ORIENTOR_ALLOWED_ORIGINS"),
        (&[memory, PUBLISHABLE, SECRET, ("ORIENTOR_TRUSTED_PROXIES", "10.0.0.1/8")], "such as 10.0.0.0/8"),
        (&[memory, PUBLISHABLE, SECRET, ("ORIENTOR_MAX_REQUESTS", "0")], "a setting does not fit"),
        (&[memory, PUBLISHABLE, SECRET, ("ORIENTOR_IDENTITY_KEY", "hush")], "`orientor identity-key` makes one"),
        (&[PUBLISHABLE, SECRET, ("DATABASE_URL", "mysql://u:hush@h/x")], "expected postgres://"),
        (&[PUBLISHABLE, SECRET, ("DATABASE_URL", "postgres://u:hu/hush@h:x/x")], "DATABASE_URL"),
    ] {
        let sentence = refused(&[], environment).await;
        assert!(sentence.contains(part), "{environment:?}: {sentence}");
    }
}

#[tokio::test]
async fn what_is_not_a_setting_is_named_wherever_it_comes_from() {
    let folder = folder();
    let unknown = write(folder.path(), "unknown.toml", "[http]\nport = 1\n");
    let broken = write(folder.path(), "broken.toml", "[clerk]\nsecret_key = sk_live_hush\n");
    let absent = folder.path().join("absent.toml");
    for (arguments, environment, part) in [
        (&["--config", &unknown][..], &[][..], "there is no setting http.port"),
        (&[], &[("ORIENTOR_CONFIG", unknown.as_str())], "there is no setting http.port"),
        (&["--config", &broken], &[], "not TOML, line 2"),
        (&["--config", absent.to_str().unwrap()], &[], "cannot read"),
        (&[], &[("ORIENTOR_BINDD", "x")], "ORIENTOR_BINDD is not a setting; `orientor settings` lists them"),
        (&["--set", "http.prot=1"], &[], "there is no setting \"http.prot\""),
        (&["--set", "clerk.secret_key:sk_live_hush"], &[], "--set takes KEY=VALUE"),
    ] {
        let sentence = refused(arguments, environment).await;
        assert!(sentence.contains(part), "{arguments:?} {environment:?}: {sentence}");
    }
}

#[tokio::test]
async fn a_database_that_does_not_answer_is_named_without_its_password() {
    // Nobody listens on a port that was free a moment ago.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let url = format!("postgres://ada:hush@127.0.0.1:{port}/orientor");
    let sentence = refused(&[], &[PUBLISHABLE, SECRET, ("DATABASE_URL", &url)]).await;
    assert!(sentence.contains(&format!("postgres://ada:***@127.0.0.1:{port}/orientor")), "{sentence}");
    assert!(sentence.contains("correct DATABASE_URL"), "{sentence}");

    let server = TestDatabase::postgres().await;
    let absent = format!("{}_absent", server.url());
    let sentence = refused(&["--database-url", &absent], &[PUBLISHABLE, SECRET]).await;
    assert_eq!(sentence.matches("does not exist").count(), 1, "{sentence}");

    let folder = folder();
    let absent = format!("sqlite://{}", folder.path().join("no/such/folder.db").display());
    let sentence = refused(&["--database-url", &absent], &[PUBLISHABLE, SECRET]).await;
    assert!(sentence.contains("make its folder"), "{sentence}");
}

#[tokio::test]
async fn a_database_that_lacks_something_is_refused_with_the_number_and_the_command() {
    let database = TestDatabase::new().await;
    let dry = run(&["migrate", "--dry-run", "--database-url", database.url()], &[]).await;
    let count = dry.stderr.split(' ').next().unwrap();
    assert!(count.parse::<u32>().unwrap() > 10, "{dry:?}");

    let sentence = refused(&["--database-url", database.url()], &[PUBLISHABLE, SECRET]).await;

    assert!(sentence.contains(&format!("lacks {count} additions; run `orientor migrate`")), "{sentence}");
}

#[tokio::test]
async fn a_second_server_on_one_file_is_refused_and_a_short_command_is_not() {
    let folder = folder();
    let url = format!("sqlite://{}", folder.path().join("orientor.db").display());
    crate::support::migrate(&url).await;
    let first = Server::start(&url, &[PUBLISHABLE, SECRET]).await;

    let sentence = refused(&["--bind", "127.0.0.1:0", "--database-url", &url], &[PUBLISHABLE, SECRET]).await;
    assert!(sentence.contains("in use by another server; stop that server"), "{sentence}");
    assert_eq!(crate::support::migrate(&url).await, "0 additions\n");

    assert!(first.program.end("TERM").await.0.success());
    let next = Server::start(&url, &[PUBLISHABLE, SECRET]).await;
    assert!(next.program.end("TERM").await.0.success());
}

#[tokio::test]
async fn a_port_in_use_is_named() {
    let (database, taken) = (migrated().await, TcpListener::bind("127.0.0.1:0").unwrap());
    let address = taken.local_addr().unwrap().to_string();

    let ended = run(&["serve", "--bind", &address, "--database-url", database.url()], &[PUBLISHABLE, SECRET]).await;

    let sentence = ended.sentence(2);
    assert!(sentence.contains(&address) && sentence.contains("ORIENTOR_BIND"), "{sentence}");
}
