//! Many ids at once, both ways.

use std::collections::HashSet;

use orientor_identity::{ClerkUserId, Directory, Issuer, Lookup, Subject, UserId};

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
    let foreign = Subject { issuer: OTHER_ISSUER.parse().unwrap(), id: clerk_id("cut") };
    let foreign = elsewhere.lookup_many(&[foreign]).await.unwrap();

    assert_eq!(users, [None, None]);
    assert_eq!(foreign, [Lookup::Unknown]);
}

/// The bridge reads people again in batches, and trusts that this is the same.
#[tokio::test]
async fn a_batch_says_of_everybody_what_looking_them_up_says() {
    let world = World::new().await;
    let active = world.user("clerk_user_id, is_active", "NULL, true").await;
    let inactive = world.user("clerk_user_id, is_active", "NULL, false").await;
    let unset = world.user("clerk_user_id, is_active", "'user_other', NULL").await;
    for carried in ["shared", "shared", "carried"] {
        world.user("clerk_user_id", &format!("'user_{carried}'")).await;
    }
    world.user("clerk_user_id, is_active", "'user_gone', false").await;
    world.sql(&format!(
        "INSERT INTO identity_links (issuer, subject, user_id, evidence, state) VALUES \
         ('{ISSUER}', 'user_active', {active}, 'test', 'active'), ('{ISSUER}', 'user_inactive', {inactive}, 'test', 'active'), \
         ('{ISSUER}', 'user_blocked', {unset}, 'test', 'blocked_by_clerk'), \
         ('{OTHER_ISSUER}', 'user_active', {unset}, 'test', 'active'), ('{ISSUER}', 'user_carried', {active}, 'test', 'active')"
    )).await;
    world
        .sql(&format!(
            "INSERT INTO identity_tombstones (issuer, subject, reason) VALUES ('{ISSUER}', 'user_cut', 'deleted')"
        ))
        .await;
    let names = ["active", "inactive", "blocked", "other", "shared", "carried", "gone", "cut", "nobody", "active"];
    let mut subjects: Vec<Subject> = names.into_iter().map(subject).collect();
    let elsewhere: Issuer = OTHER_ISSUER.parse().unwrap();
    subjects.extend(["active", "other", "cut"].map(|name| Subject { issuer: elsewhere.clone(), ..subject(name) }));
    let directory = world.directory(world.pool.clone());

    let batch = directory.lookup_many(&subjects).await.unwrap();

    for (subject, of_batch) in subjects.iter().zip(&batch) {
        assert_eq!(*of_batch, directory.lookup(subject).await.unwrap(), "{subject:?}");
    }
    let kinds: HashSet<_> = batch.iter().map(std::mem::discriminant).collect();
    assert_eq!(kinds.len(), 5, "every kind of answer is among them: {batch:?}");
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
