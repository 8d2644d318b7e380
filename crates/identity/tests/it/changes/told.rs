//! What PostgreSQL is told, word by word.

use std::collections::HashSet;

use orientor_identity::sqlx::{IdWidth, Pool, UsersTable};
use sqlx::postgres::PgListener;

use crate::support::{ISSUER, World};

/// Hears what is told on a channel.
struct Ear<'a> {
    world: &'a World,
    listener: PgListener,
    channel: &'a str,
}

impl<'a> Ear<'a> {
    async fn on(world: &'a World, channel: &'a str) -> Self {
        let mut listener = PgListener::connect(world.url()).await.unwrap();
        listener.listen(channel).await.unwrap();
        Self { world, listener, channel }
    }

    /// The payloads that the statements lead to, in order.
    async fn hears(&mut self, sql: &str) -> Vec<String> {
        let Pool::Postgres(pool) = &self.world.pool else { unreachable!() };
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(pool).await.unwrap_or_else(|error| panic!("{error}\n{sql}"));
        self.world.sql(&format!("NOTIFY \"{}\", 'end'", self.channel)).await;
        let mut heard = Vec::new();
        loop {
            let told = self.listener.recv().await.unwrap();
            if told.payload() == "end" {
                return heard;
            }
            heard.push(told.payload().to_owned());
        }
    }
}

#[tokio::test]
async fn each_change_of_interest_is_told_and_no_other() {
    let world = World::on_postgres().await;
    let mut ear = Ear::on(&world, "identity_users").await;
    let link = format!(
        "INSERT INTO identity_links (issuer, subject, user_id, evidence) VALUES ('{ISSUER}', 'user_ada', 1, 'test')"
    );
    for (sql, words) in [
        // Nobody can remember somebody new.
        ("INSERT INTO users (email) VALUES ('ada@example.com')", &[][..]),
        ("INSERT INTO users (clerk_user_id) VALUES ('user_bob'), (NULL), ('user_carol')", &["user_bob,user_carol"]),
        ("UPDATE users SET first_name = 'Ada', email = 'ada@example.org' WHERE id = 1", &[]),
        ("UPDATE users SET is_active = true", &["1,2,3,4,user_bob,user_carol"]),
        ("UPDATE users SET is_active = true, last_name = 'L'", &[]),
        ("UPDATE users SET is_active = NULL WHERE id = 3", &["3"]),
        ("UPDATE users SET clerk_user_id = 'user_dora' WHERE clerk_user_id = 'user_bob'", &["2,user_bob,user_dora"]),
        ("UPDATE users SET id = 9 WHERE id = 3", &["3,9"]),
        ("UPDATE users SET is_active = false WHERE id = 77", &[]),
        (&link, &["user_ada"]),
        ("UPDATE identity_links SET clerk_updated_at = 7", &[]),
        ("UPDATE identity_links SET user_id = 2", &["user_ada"]),
        ("UPDATE identity_links SET subject = 'user_eve'", &["user_ada,user_eve"]),
        ("DELETE FROM users WHERE id = 2", &["user_eve", "2,user_dora"]),
        ("INSERT INTO identity_tombstones VALUES ('i', 'user_eve', NULL, NULL, 'test')", &["user_eve"]),
        ("DELETE FROM identity_tombstones", &["user_eve"]),
        ("TRUNCATE users CASCADE", &["*"]),
    ] {
        let heard = ear.hears(sql).await;
        let (heard, words): (HashSet<_>, HashSet<_>) =
            (heard.into_iter().collect(), words.iter().map(|word| (*word).to_owned()).collect());
        assert_eq!(heard, words, "{sql}");
    }
}

#[tokio::test]
async fn the_same_is_told_once_in_a_transaction_and_nothing_of_one_that_is_taken_back() {
    let world = World::on_postgres().await;
    let mut ear = Ear::on(&world, "identity_users").await;
    ear.hears("INSERT INTO users (is_active) VALUES (true)").await;

    let flip = "UPDATE users SET is_active = NOT is_active";
    let twice = ear.hears(&format!("BEGIN; {flip}; {flip}; COMMIT")).await;
    let never = ear.hears(&format!("BEGIN; {flip}; ROLLBACK")).await;

    assert_eq!(twice, ["1"]);
    assert!(never.is_empty());
}

#[tokio::test]
async fn a_thousand_rows_are_told_in_several_notifications_and_more_in_one_word() {
    let world = World::on_postgres().await;
    let mut ear = Ear::on(&world, "identity_users").await;
    // As long as a Clerk id can be.
    let ids = |first: i32, last: i32| {
        format!(
            "INSERT INTO users (clerk_user_id) SELECT 'user_' || lpad(n::text, 64, 'x') FROM generate_series({first}, {last}) AS n"
        )
    };

    let thousand = ear.hears(&ids(1, 1_000)).await;
    let changed = ear.hears("UPDATE users SET is_active = true").await;
    let more = ear.hears(&ids(1_001, 2_001)).await;
    let all_changed = ear.hears("UPDATE users SET is_active = false").await;
    let gone = ear.hears("DELETE FROM users").await;

    for payload in thousand.iter().chain(&changed) {
        assert!(payload.len() < 8_000, "{}", payload.len());
    }
    let words = |payloads: &[String]| {
        let words: HashSet<String> = payloads.iter().flat_map(|it| it.split(',').map(str::to_owned)).collect();
        words.len()
    };
    assert!((9..=12).contains(&thousand.len()), "{}", thousand.len());
    assert_eq!((words(&thousand), words(&changed)), (1_000, 2_000));
    assert_eq!(
        (more.as_slice(), all_changed.as_slice(), gone.as_slice()),
        (&["*".to_owned()][..], &["*".to_owned()][..], &["*".to_owned()][..])
    );
}

#[tokio::test]
async fn no_text_however_odd_makes_a_statement_fail_or_tells_something_else() {
    let world = World::on_postgres().await;
    let mut ear = Ear::on(&world, "identity_users").await;

    let odd = ["''", "'*'", "'user_a,user_b'", "'user_'", "E'user_a\\n'", "'user_ä'", "' user_a'", "repeat('x', 255)"];
    for text in odd {
        let heard = ear.hears(&format!("INSERT INTO users (clerk_user_id) VALUES ({text})")).await;
        assert!(heard.is_empty(), "{text}: {heard:?}");
    }
    // What the triggers look at is gone; so is our knowledge of what changes.
    let heard =
        ear.hears("ALTER TABLE users DROP COLUMN is_active; UPDATE users SET first_name = 'x' WHERE id = 1").await;
    assert_eq!(heard, ["*"]);
}

#[tokio::test]
async fn a_role_that_may_do_little_is_heard_as_well() {
    let world = World::on_postgres().await;
    world.user("is_active", "true").await;
    let mut ear = Ear::on(&world, "identity_users").await;
    let role = world.text("SELECT 'writer_' || substr(md5(current_database()), 1, 12)").await.unwrap();
    world.sql(&format!("CREATE ROLE {role}")).await;
    world.sql(&format!("GRANT SELECT, UPDATE ON users TO {role}")).await;

    let heard = ear.hears(&format!("BEGIN; SET LOCAL ROLE {role}; UPDATE users SET is_active = false; COMMIT")).await;

    world.sql(&format!("DROP OWNED BY {role}")).await;
    world.sql(&format!("DROP ROLE {role}")).await;
    assert_eq!(heard, ["1"]);
}

#[tokio::test]
async fn names_may_be_odd_and_the_schema_another() {
    let users = UsersTable {
        id_width: IdWidth::BigInt,
        schema: Some("The \"Firm\"".to_owned()),
        subject: Some("select".to_owned()),
        active: Some("is it".to_owned()),
        ..UsersTable::named("The User's", "Id")
    };
    let world = World::on_postgres_with(users, "\"select\" text, \"is it\" boolean").await;
    let mut ear = Ear::on(&world, "identity_The User's").await;
    let table = "\"The \"\"Firm\"\"\".\"The User's\"";

    let new = ear.hears(&format!("INSERT INTO {table} VALUES (3000000000, 'user_ada', true)")).await;
    let changed = ear.hears(&format!("UPDATE {table} SET \"is it\" = false")).await;

    assert_eq!(new, ["user_ada"]);
    assert_eq!(changed, ["3000000000,user_ada"]);
}
