//! What tests may rely on when they ask for a database.

// Lets Clippy see that the helpers are test code, too.
#![cfg(test)]

use orientor_testkit::database::{TestDatabase, fixtures};
use sqlx::{Connection, Executor, PgConnection, SqliteConnection};

async fn count(database: &TestDatabase, query: &'static str) -> i64 {
    let mut connection = PgConnection::connect(database.url()).await.unwrap();
    sqlx::query_scalar(query).fetch_one(&mut connection).await.unwrap()
}

const TABLES: &str = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'";

#[tokio::test]
async fn the_variable_decides_the_engine_and_both_start_empty() {
    let (one, other) = (TestDatabase::new().await, TestDatabase::new().await);
    assert_ne!(one.url(), other.url());

    let create = "CREATE TABLE notes (id integer)";
    let tables_of_other = if std::env::var_os("TEST_DATABASE_URL").is_some() {
        PgConnection::connect(one.url()).await.unwrap().execute(create).await.unwrap();
        count(&other, TABLES).await
    } else {
        SqliteConnection::connect(one.url()).await.unwrap().execute(create).await.unwrap();
        let mut connection = SqliteConnection::connect(other.url()).await.unwrap();
        sqlx::query_scalar("SELECT count(*) FROM sqlite_schema").fetch_one(&mut connection).await.unwrap()
    };

    assert_eq!(tables_of_other, 0);
}

#[tokio::test]
async fn a_database_goes_with_its_value_although_a_connection_is_open() {
    let database = TestDatabase::postgres().await;
    let keeper = TestDatabase::postgres().await;
    let _open = PgConnection::connect(database.url()).await.unwrap();
    let (_, name) = database.url().split_once("orientor_test_").unwrap();
    let name = format!("orientor_test_{}", name.split('?').next().unwrap());
    let mut connection = PgConnection::connect(keeper.url()).await.unwrap();
    let mut left = async || -> i64 {
        let query = sqlx::query_scalar("SELECT count(*) FROM pg_database WHERE datname = $1");
        query.bind(&name).fetch_one(&mut connection).await.unwrap()
    };
    assert_eq!(left().await, 1);

    drop(database);

    assert_eq!(left().await, 0);
}

#[tokio::test]
async fn each_legacy_database_has_the_whole_fixture_and_is_its_own() {
    let expected = std::fs::read_to_string(fixtures().join("legacy_orientor.expected.json")).unwrap();
    let expected: serde_json::Value = serde_json::from_str(&expected).unwrap();
    let (one, other) = tokio::join!(TestDatabase::legacy(), TestDatabase::legacy());

    let mut connection = PgConnection::connect(one.url()).await.unwrap();
    connection.execute("DROP TABLE users CASCADE").await.unwrap();

    assert_eq!(count(&other, "SELECT count(*) FROM users").await, expected["users"]);
    assert_eq!(count(&other, TABLES).await, expected["tables"]);
}
