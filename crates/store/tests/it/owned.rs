//! The door to user-owned rows.

use orientor_store::{
    Listing, Owned, OwnedTable, Patch, RowKey, StoreError,
    tables::{
        user_profile::{self, UserProfile},
        user_skill::{self, UserSkill},
    },
    value::Rating,
};
use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::json;

use crate::support::Home;

fn patch(value: serde_json::Value) -> Patch {
    serde_json::from_value(value).unwrap()
}

#[tokio::test]
async fn a_page_ends_where_the_next_one_starts() {
    let home = Home::migrated().await;
    let ada = home.user("ada").await;
    // The rule that keeps one row a user is lost in old databases.
    drop_unique(&home, "user_skills").await;
    let mut skills = Owned::<UserSkill>::by(ada, &home.db);
    let mut made = Vec::new();
    for _ in 0..5 {
        made.push(skills.create(&user_skill::Draft::default()).await.unwrap().id);
    }

    let mut seen = Vec::new();
    let mut after: Option<RowKey> = None;
    let mut pages = 0;
    loop {
        let page = skills.list(&Listing { after: after.as_ref(), limit: 2, ..Listing::default() }).await.unwrap();
        pages += 1;
        seen.extend(page.rows.iter().map(|row| row.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }

    assert_eq!((seen, pages), (made, 3));
}

async fn drop_unique(home: &Home, table: &str) {
    if home.is_postgres() {
        home.run(&format!("ALTER TABLE {table} DROP CONSTRAINT uq_{table}_user_id")).await;
        return;
    }
    // SQLite cannot drop a constraint, so the table is made again without it.
    let sql = home.texts(&format!("SELECT sql FROM sqlite_schema WHERE name = '{table}'")).await.remove(0);
    let bare: Vec<&str> = sql.lines().filter(|line| !line.contains(" UNIQUE ")).collect();
    home.run(&format!("DROP TABLE {table}; {}", bare.join("\n"))).await;
}

#[tokio::test]
async fn of_several_rows_in_a_one_row_table_the_one_changed_last_counts() {
    let home = Home::migrated().await;
    let ada = home.user("ada").await;
    drop_unique(&home, "user_skills").await;
    home.run(&format!(
        "INSERT INTO user_skills (user_id, creativity, last_updated) VALUES \
         ({ada}, 1, '2025-07-01T00:00:00Z'), ({ada}, 2, '2025-07-01T00:00:00.500Z'), ({ada}, 3, '2024-01-01T00:00:00Z'), \
         ({ada}, 4, NULL), (NULL, 5, '2026-01-01T00:00:00Z')"
    ))
    .await;

    let mut skills = Owned::<UserSkill>::by(ada, &home.db);
    let found = skills.find_single().await.unwrap().unwrap();
    let patched = skills.patch_single(&patch(json!({"leadership": 2.5}))).await.unwrap();

    assert_eq!(found.creativity, Some(2.0));
    assert_eq!((patched.id, patched.creativity, patched.leadership), (found.id, Some(2.0), Some(2.5)));
    assert_eq!(home.number("SELECT count(*) FROM user_skills").await, 5);
}

#[tokio::test]
async fn a_patch_changes_what_it_names_and_makes_the_row_if_need_be() {
    let home = Home::migrated().await;
    let ada = home.user("ada").await;
    let mut profile = Owned::<UserProfile>::by(ada, &home.db);

    let made = profile.patch_single(&patch(json!({"name": "Ada", "skills": ["a", "b,c"]}))).await.unwrap();
    let changed = profile.patch_single(&patch(json!({"skills": null, "age": 21}))).await.unwrap();

    assert_eq!(made.skills, Some(vec!["a".to_owned(), "b,c".to_owned()]));
    assert_eq!((changed.name.as_deref(), changed.skills, changed.age), (Some("Ada"), None, Some(21)));
    assert!(made.created_at.is_some() && changed.created_at == made.created_at);
    assert!(changed.updated_at >= made.updated_at);
}

#[tokio::test]
async fn a_value_that_does_not_fit_is_refused_with_the_name_of_its_member() {
    let home = Home::migrated().await;
    let ada = home.user("ada").await;
    let mut profile = Owned::<UserProfile>::by(ada, &home.db);
    profile.patch_single(&patch(json!({"name": "Ada"}))).await.unwrap();
    for (body, member) in [
        (json!({"name": "Bob", "gpa": 4.5}), "gpa"),
        (json!({"age": -1}), "age"),
        (json!({"year": 0}), "year"),
        (json!({"sex": "x".repeat(51)}), "sex"),
        (json!({"story": "a\u{0}b"}), "story"),
        (json!({"skills": "weaving"}), "skills"),
        (json!({"user_id": 1}), "user_id"),
        (json!({"id": 1}), "id"),
        (json!({"compatibility_vector": {}}), "compatibility_vector"),
    ] {
        let refused = profile.patch_single(&patch(body.clone())).await;

        let Err(StoreError::Invalid { path, .. }) = refused else { panic!("{body}: {refused:?}") };
        assert_eq!(path, member);
    }
    assert_eq!(profile.find_single().await.unwrap().unwrap().name.as_deref(), Some("Ada"));
}

#[tokio::test]
async fn old_values_that_would_not_pass_today_do_not_lock_the_row() {
    let home = Home::migrated().await;
    let ada = home.user("ada").await;
    home.run(&format!("INSERT INTO user_profiles (user_id, gpa, age) VALUES ({ada}, 7.5, -3)")).await;

    let row = Owned::<UserProfile>::by(ada, &home.db).patch_single(&patch(json!({"name": "Ada"}))).await.unwrap();

    assert_eq!((row.name.as_deref(), row.gpa, row.age), (Some("Ada"), Some(7.5), Some(-3)));
}

#[tokio::test]
async fn many_at_once_make_one_row() {
    let home = Home::migrated().await;
    let ada = home.user("ada").await;
    drop_unique(&home, "user_skills").await;
    let calls = (0..8).map(|n| {
        let db = home.db.clone();
        tokio::spawn(async move {
            let draft = user_skill::Draft { creativity: Rating::new(f64::from(n % 6)).ok(), ..Default::default() };
            Owned::<UserSkill>::by(ada, &db).upsert_single(&draft).await
        })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }

    assert_eq!(home.number("SELECT count(*) FROM user_skills").await, 1);
}

#[tokio::test]
async fn writes_within_a_transaction_happen_together_or_not_at_all() {
    let home = Home::migrated().await;
    let ada = home.user("ada").await;
    let write = async |commit: bool| {
        let mut tx = home.db.begin().await.unwrap();
        Owned::<UserProfile>::within(ada, &mut tx).upsert_single(&user_profile::Draft::default()).await.unwrap();
        Owned::<UserSkill>::within(ada, &mut tx).upsert_single(&user_skill::Draft::default()).await.unwrap();
        if commit {
            tx.commit().await.unwrap();
        }
    };
    let rows = "SELECT (SELECT count(*) FROM user_profiles) + (SELECT count(*) FROM user_skills)";

    write(false).await;
    assert_eq!(home.number(rows).await, 0);
    write(true).await;
    assert_eq!(home.number(rows).await, 2);
}

#[tokio::test]
async fn a_row_for_nobody_is_refused() {
    let home = Home::migrated().await;
    let ada = home.user("ada").await;
    home.run("DELETE FROM users").await;

    let refused = Owned::<UserProfile>::by(ada, &home.db).create(&user_profile::Draft::default()).await;

    assert!(matches!(refused, Err(StoreError::Dangling(_))), "{refused:?}");
}

#[tokio::test]
async fn a_second_row_in_a_one_row_table_is_a_conflict() {
    let home = Home::migrated().await;
    let ada = home.user("ada").await;
    let mut profile = Owned::<UserProfile>::by(ada, &home.db);
    profile.create(&user_profile::Draft::default()).await.unwrap();

    let refused = profile.create(&user_profile::Draft::default()).await;

    assert!(matches!(refused, Err(StoreError::Conflict(_))), "{refused:?}");
}

#[tokio::test]
async fn keys_beyond_the_column_are_absent_rows() {
    let home = Home::migrated().await;
    let ada = home.user("ada").await;
    let mut skills = Owned::<UserSkill>::by(ada, &home.db);

    for key in [i64::MAX, i64::MIN, 0, 1 << 40] {
        assert!(skills.find(RowKey::Number(key)).await.unwrap().is_none());
        assert!(!skills.delete(RowKey::Number(key)).await.unwrap());
    }
    assert!(skills.find(RowKey::Text("x' OR '1'='1".into())).await.unwrap().is_none());
}

#[tokio::test]
async fn times_leave_as_rfc_3339_in_utc() {
    let home = Home::migrated().await;
    let ada = home.user("ada").await;

    let row = Owned::<UserProfile>::by(ada, &home.db).upsert_single(&user_profile::Draft::default()).await.unwrap();

    let shown = serde_json::to_value(row).unwrap()["created_at"].as_str().unwrap().to_owned();
    assert!(shown.ends_with('Z') && chrono::DateTime::parse_from_rfc3339(&shown).is_ok(), "{shown}");
}

#[test]
fn ratings_come_back_bit_for_bit() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (home, ada) = runtime.block_on(async {
        let home = Home::migrated().await;
        let ada = home.user("ada").await;
        (home, ada)
    });
    let config = ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new(config)
        .run(&(0.0_f64..=5.0), |value| {
            let draft = user_skill::Draft { creativity: Rating::new(value).ok(), ..Default::default() };
            let row = runtime.block_on(Owned::<UserSkill>::by(ada, &home.db).upsert_single(&draft)).unwrap();
            prop_assert_eq!(row.creativity, Some(value));
            Ok(())
        })
        .unwrap();
    runtime.block_on(async { drop(home) });
}

#[test]
fn text_comes_back_as_it_was_written() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (home, ada) = runtime.block_on(async {
        let home = Home::migrated().await;
        let ada = home.user("ada").await;
        (home, ada)
    });
    let config = ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() };
    let texts = ("[^\\x00]{0,40}", proptest::collection::vec("[^\\x00]{0,10}", 0..5));
    TestRunner::new(config)
        .run(&texts, |(story, skills)| {
            let written = patch(json!({"story": story, "skills": skills}));
            let row = runtime.block_on(Owned::<UserProfile>::by(ada, &home.db).patch_single(&written)).unwrap();
            prop_assert_eq!(row.story, Some(story));
            prop_assert_eq!(row.skills, Some(skills));
            Ok(())
        })
        .unwrap();
    runtime.block_on(async { drop(home) });
}

#[tokio::test]
async fn every_row_of_a_damaged_database_can_be_read() {
    let home = Home::legacy().await;
    home.migrate().await;
    home.run(
        "ALTER TABLE user_profiles ALTER user_id TYPE bigint;
         UPDATE user_profiles SET skills = '{a,NULL,b}', gpa = 'NaN', created_at = 'infinity', updated_at = '12000-01-01'
         WHERE user_id = 61;
         UPDATE user_profiles SET gpa = '-Infinity', created_at = '-infinity', updated_at = '0044-03-15 BC' WHERE user_id = 62;
         ALTER TABLE user_skills ALTER last_updated TYPE timestamp, ALTER creativity TYPE numeric",
    )
    .await;
    for user in 1..=208 {
        let user = orientor_identity::UserId::from_row(user).unwrap();
        Owned::<UserProfile>::by(user, &home.db).find_single().await.unwrap();
        Owned::<UserSkill>::by(user, &home.db).find_single().await.unwrap();
        Owned::<UserSkill>::by(user, &home.db).list(&Listing::default()).await.unwrap();
    }
    let user = orientor_identity::UserId::from_row(61).unwrap();
    let profile = Owned::<UserProfile>::by(user, &home.db).find_single().await.unwrap().unwrap();
    let skills = Owned::<UserSkill>::by(user, &home.db).find_single().await.unwrap().unwrap();
    let sample: user_skill::Draft = serde_json::from_value(UserSkill::sample()).unwrap();
    let written = Owned::<UserSkill>::by(user, &home.db).upsert_single(&sample).await.unwrap();

    assert_eq!(profile.skills, Some(vec!["a".to_owned(), "b".to_owned()]));
    assert_eq!((profile.gpa, profile.created_at, profile.updated_at), (None, None, None));
    assert_eq!(skills.last_updated.unwrap().to_rfc3339(), "2025-07-03T13:00:00+00:00");
    assert_eq!((written.id, written.creativity), (skills.id, Some(4.5)));
}
