//! What changes for peer matching is noted, whoever changes it, and read once.

use orientor_store::{Database, queries::peer_log};

use crate::support::Home;

async fn news_of(home: &Home, change: &str) -> Vec<i64> {
    let before = peer_log::end(&home.db).await.unwrap();
    home.run(change).await;
    let mut news = peer_log::since(&home.db, &before).await.unwrap();
    assert!(peer_log::since(&home.db, &news.position).await.unwrap().users.is_empty(), "read twice: {change}");
    news.users.sort_unstable();
    news.users
}

#[tokio::test]
async fn whatever_decides_who_meets_whom_is_noted_for_everybody_concerned() {
    let home = Home::migrated().await;
    for name in ["ada", "bob", "carol", "dov"] {
        home.user(name).await;
    }

    for (change, expected) in [
        ("INSERT INTO users (email) VALUES ('eve@example.com')", vec![5]),
        ("UPDATE users SET is_active = false WHERE id IN (2, 3)", vec![2, 3]),
        ("UPDATE users SET first_name = 'Ada' WHERE id = 1", vec![1]),
        ("UPDATE users SET hashed_password = NULL WHERE id = 1", vec![]),
        ("INSERT INTO peer_visibility (user_id, discoverable) VALUES (1, false)", vec![1]),
        ("UPDATE peer_visibility SET discoverable = true", vec![1]),
        ("DELETE FROM peer_visibility", vec![1]),
        ("INSERT INTO peer_blocks (blocker_id, blocked_id) VALUES (1, 4)", vec![1, 4]),
        ("UPDATE peer_blocks SET blocked_id = 3", vec![1, 3, 4]),
        ("DELETE FROM peer_blocks", vec![1, 3]),
        ("INSERT INTO user_profiles (user_id, industry) VALUES (4, 'Software')", vec![4]),
        ("INSERT INTO peer_inputs (user_id, inputs, source) VALUES (3, '{}', 'rules')", vec![3]),
        ("UPDATE peer_inputs SET inputs = '{\"stage\": \"student\"}'", vec![3]),
        ("DELETE FROM users WHERE id = 3", vec![3]),
        ("INSERT INTO career_goals (user_id, title) VALUES (1, 'a'), (2, 'b')", vec![1, 2]),
    ] {
        assert_eq!(news_of(&home, change).await, expected, "{change}");
    }
}

#[tokio::test]
async fn a_change_is_news_when_it_is_committed_whatever_was_read_meanwhile() {
    let home = Home::migrated().await;
    let Database::Postgres(pool) = &home.db else {
        // SQLite has one writer at a time.
        return;
    };
    for name in ["ada", "bob"] {
        home.user(name).await;
    }
    let before = peer_log::end(&home.db).await.unwrap();
    let hide = "INSERT INTO peer_visibility (user_id, discoverable) VALUES ";

    let mut slow = pool.begin().await.unwrap();
    sqlx::raw_sql("INSERT INTO peer_visibility (user_id, discoverable) VALUES (1, false)")
        .execute(&mut *slow)
        .await
        .unwrap();
    home.run(&format!("{hide}(2, false)")).await;
    let early = peer_log::since(&home.db, &before).await.unwrap();
    slow.commit().await.unwrap();
    let late = peer_log::since(&home.db, &early.position).await.unwrap();

    assert_eq!((early.users, late.users), (vec![2], vec![1]));
    assert!(peer_log::since(&home.db, &late.position).await.unwrap().users.is_empty());
}

#[tokio::test]
async fn what_is_removed_had_been_committed_at_that_position() {
    let home = Home::migrated().await;
    home.user("ada").await;
    let read = peer_log::end(&home.db).await.unwrap();
    home.user("bob").await;

    peer_log::remove(&home.db, &read).await.unwrap();

    assert_eq!(home.texts("SELECT CAST(whose AS text) FROM peer_log").await, ["2"]);
    let news = peer_log::since(&home.db, &read).await.unwrap();
    assert_eq!(news.users, [2]);
    peer_log::remove(&home.db, &news.position).await.unwrap();
    home.user("carol").await;
    assert_eq!(peer_log::since(&home.db, &news.position).await.unwrap().users, [3], "an empty log counts on");
}

#[tokio::test]
async fn a_lost_log_does_not_stop_the_older_application() {
    let home = Home::legacy().await;
    home.migrate().await;
    home.run("DROP TABLE peer_log").await;

    home.run("UPDATE users SET is_active = false WHERE id = 61").await;

    assert_eq!(home.number("SELECT count(*) FROM users WHERE id = 61 AND NOT is_active").await, 1);
}
