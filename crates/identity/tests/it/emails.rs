//! The indexed key in the database is the key that Rust computes.

use orientor_identity::{
    EmailKey, Verification,
    sqlx::{Dialect, Pool, email_key_sql},
};
use sqlx::AssertSqlSafe;

use crate::support::World;

#[tokio::test]
async fn database_and_program_compare_addresses_alike() {
    let world = World::new().await;
    let mut addresses: Vec<String> =
        vec!["İ@example.com".into(), "ß@EXAMPLE.com".into(), "\u{212a}@x".into(), "\u{3a3}\u{301}@x".into()];
    for letter in (0x20_u32..0x250).filter_map(char::from_u32) {
        addresses.push(format!(" \t{letter}A{letter}@Example.com{letter}\n\r\u{c}"));
    }
    let key = email_key_sql(world.pool.dialect(), "one.email");
    let sql = format!("SELECT {key} FROM (SELECT CAST($1 AS text) AS email) AS one");
    for address in addresses {
        let Some(expected) = EmailKey::new(&address) else { continue };
        let sql = AssertSqlSafe(sql.clone());

        let computed: String = match &world.pool {
            Pool::Postgres(pool) => sqlx::query_scalar(sql).bind(&address).fetch_one(pool).await.unwrap(),
            Pool::Sqlite { readers, .. } => sqlx::query_scalar(sql).bind(&address).fetch_one(readers).await.unwrap(),
        };

        assert_eq!(computed, expected.as_str(), "{address:?}");
    }
}

#[tokio::test]
async fn a_lookup_by_address_uses_the_index() {
    let world = World::new().await;
    world.clerk.add("ada", "ada@example.com", Verification::ByPerson);
    let numbers = "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 5000)";
    let sql = format!("{numbers} INSERT INTO users (email) SELECT 'Person' || n || '@example.com' FROM numbers");
    world.sql(&sql).await;
    world.sql("ANALYZE").await;
    let key = email_key_sql(world.pool.dialect(), "u.email");
    let (explain, column) = match world.pool.dialect() {
        Dialect::Postgres => ("EXPLAIN", 0),
        Dialect::Sqlite => ("EXPLAIN QUERY PLAN", 3),
    };

    let plan =
        world.column(&format!("{explain} SELECT id FROM users u WHERE {key} = 'person7@example.com'"), column).await;

    assert!(plan.join("\n").contains("identity_users_email"), "{plan:?}");
}
