//! `orientor serve` on a database of the older application.

use std::{
    collections::HashSet,
    time::{Duration, Instant},
};

use orientor_devclerk::{DevClerk, NewUser, TokenOptions};
use orientor_identity::ClerkUserId;
use orientor_testkit::database::{TestDatabase, fixtures};
use reqwest::{Client, Response};
use serde_json::Value;

use crate::support::{
    HUSH, ISSUER, Look, Running, SECRET, Server, after, as_role, clerk_of, migrate, migrated, orientor,
};

/// Somebody who has an account at Clerk and a row of the older application.
struct Known {
    number: i64,
    id: ClerkUserId,
}

/// Those whose row names them, alone and by a good id.
async fn known(database: &TestDatabase) -> Vec<Known> {
    let text = std::fs::read_to_string(fixtures().join("legacy_orientor.clerk_directory.json")).unwrap();
    let directory: Value = serde_json::from_str(&text).unwrap();
    let accounts: HashSet<&str> =
        directory["users"].as_array().unwrap().iter().map(|user| user["id"].as_str().unwrap()).collect();
    let look = Look::into(database.url()).await;
    let rows = "SELECT min(id) || ' ' || clerk_user_id FROM users WHERE is_active GROUP BY clerk_user_id \
                HAVING count(*) = 1 ORDER BY min(id)";
    let rows = look.texts(rows).await;
    look.close().await;
    let pairs = rows.iter().filter_map(|row| row.split_once(' ')).filter(|(_, id)| accounts.contains(id));
    pairs.map(|(number, id)| Known { number: number.parse().unwrap(), id: id.parse().unwrap() }).collect()
}

async fn clerk(people: &[Known]) -> DevClerk {
    let initial_users = people.iter().map(|known| NewUser {
        id: Some(known.id.clone()),
        ..NewUser::with_email(format!("moved{}@example.net", known.number))
    });
    clerk_of(initial_users.collect()).await
}

fn token(clerk: &DevClerk, id: &ClerkUserId) -> String {
    clerk.session_token(id, &TokenOptions::default()).unwrap().jwt
}

async fn ask(server: &Server, token: &str) -> Response {
    Client::new().get(format!("{}/api/v1/users/me", server.url)).bearer_auth(token).send().await.unwrap()
}

async fn number(server: &Server, token: &str) -> i64 {
    let answer = ask(server, token).await;
    assert_eq!(answer.status(), 200);
    answer.json::<Value>().await.unwrap()["id"].as_i64().unwrap()
}

#[tokio::test]
async fn old_users_keep_their_integers_and_new_ones_get_the_next() {
    let database = TestDatabase::legacy().await;
    migrate(database.url()).await;
    let people = known(&database).await;
    assert!(people.len() > 100, "only {}", people.len());
    let clerk = clerk(&people).await;
    let keys = format!("{}/.well-known/jwks.json", clerk.url());
    let role = format!("orientor_server_{}", std::process::id());
    let look = Look::into(database.url()).await;
    look.run(&format!("CREATE ROLE {role} LOGIN SUPERUSER PASSWORD '{HUSH}'")).await;
    let server = Server::start(
        &as_role(database.url(), &role),
        // Whatever is logged at most, no secret and no token is in it.
        &[
            ("CLERK_ISSUERS", ISSUER),
            ("CLERK_JWKS_URL", &keys),
            ("CLERK_API_URL", clerk.url()),
            SECRET,
            ("ORIENTOR_LOG", "trace"),
        ],
    )
    .await;

    let answer = reqwest::get(format!("{}/health", server.url)).await.unwrap();
    println!(
        "serve on an existing database, from start to first answer: {} ms",
        server.program.began.elapsed().as_millis()
    );
    assert_eq!(answer.status(), 200);
    for known in &people {
        assert_eq!(number(&server, &token(&clerk, &known.id)).await, known.number, "{}", known.id);
    }

    let highest = look.number("SELECT max(id)::bigint FROM users").await;
    let new = clerk.create_user(NewUser::with_email("new.person@example.com")).unwrap();
    let token_of_new = token(&clerk, &new);
    assert_eq!(number(&server, &token_of_new).await, highest + 1);
    assert_eq!(number(&server, &token_of_new).await, highest + 1);
    let stored = look.texts(&format!("SELECT email || ' ' || clerk_user_id FROM users WHERE id = {highest} + 1")).await;
    assert_eq!(stored, [format!("new.person@example.com {new}")]);
    assert_eq!(look.number(&format!("SELECT count(*) FROM user_profiles WHERE user_id = {highest} + 1")).await, 1);
    let said = server.program.so_far();
    assert!(said.contains("\"level\":\"TRACE\"") && !said.contains(&token_of_new) && !said.contains("new.person@"));
    assert!(server.program.end("TERM").await.0.success());
    look.run(&format!("DROP ROLE {role}")).await;
    look.close().await;
    clerk.shutdown().await.unwrap();
}

#[tokio::test]
async fn what_another_process_changes_is_seen() {
    let database = migrated().await;
    let clerk = clerk(&[]).await;
    let keys = format!("{}/.well-known/jwks.json", clerk.url());
    let settings = [("CLERK_ISSUERS", ISSUER), ("CLERK_JWKS_URL", &keys), ("CLERK_API_URL", clerk.url()), SECRET];
    let server = Server::start(database.url(), &settings).await;
    let ada = token(&clerk, &clerk.create_user(NewUser::with_email("ada@example.com")).unwrap());
    number(&server, &ada).await;
    let look = Look::into(database.url()).await;

    for (active, status) in [(false, 403), (true, 200), (false, 403)] {
        look.run(&format!("UPDATE users SET is_active = {active}")).await;
        let deadline = Instant::now() + Duration::from_secs(20);
        while ask(&server, &ada).await.status() != status {
            assert!(Instant::now() < deadline, "the change is not seen");
        }
    }

    look.close().await;
    assert!(server.program.end("TERM").await.0.success());
    clerk.shutdown().await.unwrap();
}

#[tokio::test]
async fn with_a_key_in_the_settings_known_users_need_no_clerk_and_new_ones_are_told_to_wait() {
    let database = TestDatabase::legacy().await;
    migrate(database.url()).await;
    let people = known(&database).await;
    let clerk = clerk(&people).await;
    let (key, api) = (clerk.jwt_key(), clerk.url().to_owned());
    let new = clerk.create_user(NewUser::with_email("new.person@example.com")).unwrap();
    let (token_of_known, token_of_new) = (token(&clerk, &people[0].id), token(&clerk, &new));
    clerk.shutdown().await.unwrap();

    let environment = [("CLERK_ISSUERS", ISSUER), ("CLERK_JWT_KEY", &key), ("CLERK_API_URL", &api), SECRET];
    let server = Server::start(database.url(), &environment).await;

    assert_eq!(reqwest::get(format!("{}/health", server.url)).await.unwrap().status(), 200);
    assert_eq!(number(&server, &token_of_known).await, people[0].number);
    let answer = ask(&server, &token_of_new).await;
    assert_eq!(answer.status(), 503);
    assert!(answer.headers().contains_key("retry-after"));
    assert_eq!(answer.json::<Value>().await.unwrap()["code"], "clerk_unavailable");
    let look = Look::into(database.url()).await;
    let made = format!("SELECT count(*) FROM users WHERE clerk_user_id = '{new}'");
    assert_eq!(look.number(&made).await, 0, "a look that failed must create nobody");
    look.close().await;
    assert!(server.program.end("TERM").await.0.success());
}

#[tokio::test]
async fn counters_have_an_address_of_their_own_and_only_if_one_is_set() {
    let database = migrated().await;
    let keys = ("CLERK_JWKS_URL", "http://127.0.0.1:9/jwks.json");
    let environment = [("CLERK_ISSUERS", ISSUER), keys, SECRET];
    let serve = ["serve", "--bind", "127.0.0.1:0", "--database-url", database.url()];
    let with_counters = [environment.as_slice(), &[("ORIENTOR_METRICS_BIND", "127.0.0.1:0")]].concat();
    let program = Running::start(orientor(&serve, &with_counters));
    let said = program.until("listening on ").await;
    let counters = after(&said, "counters are at ", "\"");
    let api = format!("http://{}", after(&said, "listening on ", "\""));

    let shown = Client::new().get(counters).send().await.unwrap().text().await.unwrap();

    assert!(shown.contains("\norientor_peer_index_enabled 1\n"), "{shown}");
    let only_counters = counters.replace("/metrics", "/openapi.json");
    assert_eq!(Client::new().get(only_counters).send().await.unwrap().status(), 404);
    assert_eq!(Client::new().get(format!("{api}/metrics")).send().await.unwrap().status(), 404);
    program.end("TERM").await;

    let without = [environment.as_slice(), &[("ORIENTOR_PEERS_INDEX", "false")]].concat();
    let server = Server::start(database.url(), &without).await;
    assert!(!server.program.so_far().contains("counters are at"));
}
