//! First requests of new people, at several servers at once.

use std::collections::{HashMap, HashSet};

use orientor_devclerk::{NewUser, TokenOptions};
use orientor_testkit::database::TestDatabase;
use reqwest::Client;
use serde_json::Value;
use tokio::task::JoinSet;

use crate::support::{ISSUER, Look, SECRET, Server, clerk_of, migrate};

const SERVERS: usize = 4;
const PEOPLE: usize = 50;
const REQUESTS: usize = 10;

#[tokio::test]
async fn four_servers_make_one_user_of_each_new_person() {
    let database = TestDatabase::postgres().await;
    migrate(database.url()).await;
    let clerk = clerk_of(Vec::new()).await;
    let keys = format!("{}/.well-known/jwks.json", clerk.url());
    let environment = [
        ("CLERK_ISSUERS", ISSUER),
        ("CLERK_JWKS_URL", keys.as_str()),
        ("CLERK_API_URL", clerk.url()),
        SECRET,
        ("ORIENTOR_DATABASE_MAX_CONNECTIONS", "4"),
        ("ORIENTOR_LOG", "warn,orientor=info"),
    ];
    let mut servers = Vec::new();
    for _ in 0..SERVERS {
        servers.push(Server::start(database.url(), &environment).await);
    }

    let client = Client::new();
    let mut requests = JoinSet::new();
    for person in 0..PEOPLE {
        let id = clerk.create_user(NewUser::with_email(format!("person{person}@example.com"))).unwrap();
        let token = clerk.session_token(&id, &TokenOptions::default()).unwrap().jwt;
        for server in &servers {
            for _ in 0..REQUESTS {
                let request = client.get(format!("{}/api/v1/users/me", server.url)).bearer_auth(&token);
                requests.spawn(async move {
                    let answer = request.send().await.unwrap();
                    let status = answer.status();
                    let body = answer.text().await.unwrap();
                    assert_eq!(status, 200, "{body}");
                    let me: Value = serde_json::from_str(&body).unwrap();
                    (person, me["id"].as_i64().unwrap())
                });
            }
        }
    }
    let mut numbers: HashMap<usize, HashSet<i64>> = HashMap::new();
    let answers = requests.join_all().await;
    assert_eq!(answers.len(), PEOPLE * SERVERS * REQUESTS);
    for (person, number) in answers {
        numbers.entry(person).or_default().insert(number);
    }

    assert!(numbers.values().all(|numbers| numbers.len() == 1), "somebody has two numbers: {numbers:?}");
    assert_eq!(numbers.values().flatten().collect::<HashSet<_>>().len(), PEOPLE);
    let look = Look::into(database.url()).await;
    for (table, owner) in [("users", "id"), ("user_profiles", "user_id"), ("identity_links", "user_id")] {
        let sql = format!("SELECT count(*) * 1000 + count(DISTINCT {owner}) FROM {table}");
        assert_eq!(look.number(&sql).await, 50_050, "{table}");
    }
    look.close().await;
    for server in servers {
        let said = server.program.so_far();
        // How long a request waits for a connection is the machine's affair.
        let trouble = |line: &&str| {
            (line.contains("\"WARN\"") || line.contains("\"ERROR\"")) && !line.contains("sqlx::pool::acquire")
        };
        assert_eq!(said.lines().filter(trouble).collect::<Vec<_>>(), Vec::<&str>::new());
        assert!(server.program.end("TERM").await.0.success());
    }
    clerk.shutdown().await.unwrap();
}
