//! Many ids at once, both ways.

use orientor_identity::{ClerkUserId, Directory, UserId};

use crate::support::{ISSUER, OTHER_ISSUER, World, clerk_id, issuer, subject};

#[tokio::test]
async fn many_ids_are_answered_in_the_order_asked() {
    let world = World::new().await;
    for number in 1..=1_200 {
        world.user("clerk_user_id, is_active", &format!("'user_u{number}', true")).await;
    }
    world.sql(&format!(
        "INSERT INTO identity_links (issuer, subject, user_id, evidence) SELECT '{ISSUER}', 'user_moved', id, 'test' \
         FROM users WHERE clerk_user_id = 'user_u5'"
    )).await;
    let mut asked: Vec<ClerkUserId> = (1..=1_200).rev().map(|number| clerk_id(&format!("u{number}"))).collect();
    asked.push(clerk_id("nobody"));
    asked.push(clerk_id("moved"));
    asked.push(clerk_id("u7"));

    let users = world.bridge().resolve_many(&asked).await.unwrap();

    let numbers: Vec<Option<i64>> = users.into_iter().map(|user| user.map(UserId::get)).collect();
    let mut expected: Vec<Option<i64>> = (1..=1_200).rev().map(Some).collect();
    expected.extend([None, Some(5), Some(7)]);
    assert_eq!(numbers, expected);
}

#[tokio::test]
async fn what_is_cut_or_cannot_be_attributed_is_nobody() {
    let world = World::new().await;
    world.user("clerk_user_id", "'user_shared'").await;
    world.user("clerk_user_id", "'user_shared'").await;
    world.user("clerk_user_id", "'user_cut'").await;
    world
        .sql(&format!(
            "INSERT INTO identity_tombstones (issuer, subject, reason) VALUES ('{ISSUER}', 'user_cut', 'deleted')"
        ))
        .await;

    let users = world.bridge().resolve_many(&[clerk_id("shared"), clerk_id("cut")]).await.unwrap();
    let elsewhere = world.directory(world.pool.clone());
    let foreign = elsewhere.find_many(&OTHER_ISSUER.parse().unwrap(), &[clerk_id("cut")]).await.unwrap();

    assert_eq!(users, [None, None]);
    assert_eq!(foreign, [None]);
}

#[tokio::test]
async fn the_way_back_names_every_subject_and_no_damage() {
    let world = World::new().await;
    let ada = world.user("clerk_user_id", "'user_ada'").await;
    world.user("clerk_user_id", "'test_user_12345'").await;
    world.user("clerk_user_id", "NULL").await;
    let zoe = world.user("clerk_user_id", "'user_zoe'").await;
    world
        .sql(&format!(
            "INSERT INTO identity_links (issuer, subject, user_id, evidence) VALUES \
             ('{OTHER_ISSUER}', 'user_adadev', {ada}, 'test'), ('{ISSUER}', 'user_zoe', {zoe}, 'test')"
        ))
        .await;
    let everybody = world.bridge().resolve_many(&[clerk_id("ada"), clerk_id("zoe")]).await.unwrap();
    let users: Vec<UserId> = everybody.into_iter().flatten().collect();

    let subjects = world.bridge().subjects_of(&users).await.unwrap();

    let of = |number: i64| {
        let found = subjects.iter().find(|(user, _)| user.get() == number).map(|(_, subjects)| subjects.clone());
        found.unwrap_or_default()
    };
    assert_eq!(of(ada).len(), 2);
    assert!(of(ada).contains(&subject("ada")));
    assert_eq!(of(zoe), [subject("zoe")]);
    assert_eq!(of(zoe)[0].issuer, issuer());
}
