//! The two ids read from and written to columns.

use orientor_identity::{ClerkUserId, UserId, sqlx::Pool};

use crate::support::World;

#[tokio::test]
async fn ids_are_checked_when_they_are_read_from_a_column() {
    let world = World::new().await;
    world.user("clerk_user_id", "'user_ada'").await;
    world.user("clerk_user_id", "''").await;
    world.user("clerk_user_id", "'sess_ada'").await;
    let sql = "SELECT id, clerk_user_id FROM users ORDER BY id";

    let read: Vec<(UserId, Result<ClerkUserId, sqlx::Error>)> = match &world.pool {
        Pool::Postgres(pool) => {
            use sqlx::Row;
            let rows = sqlx::query(sql).fetch_all(pool).await.unwrap();
            rows.iter().map(|row| (row.get(0), row.try_get(1))).collect()
        }
        Pool::Sqlite { readers, .. } => {
            use sqlx::Row;
            let rows = sqlx::query(sql).fetch_all(readers).await.unwrap();
            rows.iter().map(|row| (row.get(0), row.try_get(1))).collect()
        }
    };

    assert_eq!(read.len(), 3);
    assert!(read[0].1.is_ok());
    assert!(read[1].1.is_err() && read[2].1.is_err());
}

#[tokio::test]
async fn numbers_that_cannot_be_ids_are_refused_from_both_widths() {
    let world = World::new().await;
    let Pool::Postgres(pool) = &world.pool else {
        let Pool::Sqlite { readers, .. } = &world.pool else { unreachable!() };
        assert!(sqlx::query_scalar::<_, UserId>("SELECT 0").fetch_one(readers).await.is_err());
        let large: UserId = sqlx::query_scalar("SELECT 9223372036854775807").fetch_one(readers).await.unwrap();
        assert_eq!(large.get(), i64::MAX);
        return;
    };
    for sql in ["SELECT 0::integer", "SELECT (-1)::bigint", "SELECT 'user_1'::text", "SELECT NULL::integer"] {
        assert!(sqlx::query_scalar::<_, UserId>(sql).fetch_one(pool).await.is_err(), "{sql}");
    }
    for sql in ["SELECT 7::integer", "SELECT 7::bigint"] {
        assert_eq!(sqlx::query_scalar::<_, UserId>(sql).fetch_one(pool).await.unwrap().get(), 7);
    }
    let large: UserId = sqlx::query_scalar("SELECT 2147483648::bigint").fetch_one(pool).await.unwrap();
    let outside =
        sqlx::query("INSERT INTO identity_links (issuer, subject, user_id, evidence) VALUES ('i', 's', $1, 'e')")
            .bind(large)
            .execute(pool)
            .await;
    assert!(outside.unwrap_err().to_string().contains("out of range"));
}
