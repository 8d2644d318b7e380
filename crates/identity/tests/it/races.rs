//! Many first requests at once, from several servers.

use std::{collections::HashSet, sync::Arc};

use orientor_identity::{
    BoxFuture, UserId, Verification,
    policy::PolicySettings,
    sqlx::{Connection, NewUser, OnCreate, Pool},
};

use crate::support::{World, session, subject};

/// A profile for each new user, without any rule in the database that forbids a second one.
#[derive(Debug)]
struct Profile;

impl OnCreate for Profile {
    fn on_create<'a>(
        &'a self,
        connection: Connection<'a>,
        users: &'a [NewUser],
    ) -> BoxFuture<'a, Result<(), sqlx::Error>> {
        Box::pin(async move {
            let sql = "INSERT INTO profiles (user_id) VALUES ($1)";
            match connection {
                Connection::Postgres(connection) => {
                    for user in users {
                        sqlx::query(sql).bind(user.id).execute(&mut *connection).await?;
                    }
                }
                Connection::Sqlite(connection) => {
                    for user in users {
                        sqlx::query(sql).bind(user.id).execute(&mut *connection).await?;
                    }
                }
            }
            Ok(())
        })
    }
}

async fn world_with_profiles() -> World {
    let world = World::new().await;
    world.sql("CREATE TABLE profiles (user_id integer NOT NULL)").await;
    world
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn first_requests_of_one_person_to_many_servers_make_one_user_and_one_profile() {
    const SUBJECTS: usize = 50;
    let world = world_with_profiles().await;
    let mut bridges = Vec::new();
    for _ in 0..4 {
        let directory = world.directory(world.neighbour_pool().await).with_on_create(Arc::new(Profile));
        bridges.push(Arc::new(world.bridge_over(directory, PolicySettings::default())));
    }
    for number in 0..SUBJECTS {
        world.clerk.add(&format!("u{number}"), &format!("u{number}@example.com"), Verification::ByPerson);
    }

    let mut requests = tokio::task::JoinSet::new();
    for number in 0..SUBJECTS {
        for bridge in &bridges {
            for _ in 0..10 {
                let bridge = Arc::clone(bridge);
                let caller = session(subject(&format!("u{number}")));
                requests.spawn(async move { (number, bridge.ensure(&caller).await.map(UserId::get)) });
            }
        }
    }
    let mut answers = HashSet::new();
    while let Some(answer) = requests.join_next().await {
        let (number, user) = answer.unwrap();
        answers.insert((number, user.unwrap()));
    }

    assert_eq!(answers.len(), SUBJECTS, "each subject has one user");
    for table in ["users", "profiles", "identity_links", "identity_events"] {
        let rows = world.number(&format!("SELECT count(*) FROM {table}")).await;
        assert_eq!(rows, i64::try_from(SUBJECTS).unwrap(), "{table}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_subjects_that_want_the_same_row_do_not_both_get_it() {
    for _ in 0..20 {
        let world = World::new().await;
        let row = world.user("email, is_active", "'ada@example.com', true").await;
        world.clerk.add("a", "ada@example.com", Verification::ByPerson);
        world.clerk.add_with("b", |person| {
            person.external_id = Some(row.to_string());
            person.emails.push(orientor_identity::ClerkEmail {
                address: "ada@example.com".into(),
                primary: false,
                verification: Verification::ByPerson,
            });
        });
        let (first, second) = (world.bridge(), world.bridge());

        let (caller_a, caller_b) = (session(subject("a")), session(subject("b")));
        let (a, b) = tokio::join!(first.ensure(&caller_a), second.ensure(&caller_b));

        let winners = [&a, &b].into_iter().filter(|answer| matches!(answer, Ok(user) if user.get() == row)).count();
        assert_eq!(winners, 1, "{a:?} {b:?}");
        assert_eq!(world.number(&format!("SELECT count(*) FROM identity_links WHERE user_id = {row}")).await, 1);
    }
}

/// The old application knows none of our locks. SQLite lets one writer in at a
/// time, so there is nothing to collide with.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_strangers_insert_of_the_same_address_is_found_on_the_second_try() {
    let world = World::on_postgres().await;
    world.clerk.add("ada", "ada@example.com", Verification::ByPerson);
    let Pool::Postgres(pool) = &world.pool else { unreachable!() };
    let mut stranger = pool.begin().await.unwrap();
    sqlx::query("INSERT INTO users (email, is_active) VALUES ('ada@example.com', true)")
        .execute(&mut *stranger)
        .await
        .unwrap();
    let bridge = Arc::new(world.bridge());
    let caller = session(subject("ada"));
    let waiting = tokio::spawn(async move { bridge.ensure(&caller).await });
    // Until the insert of the bridge waits for the stranger's.
    while world.number("SELECT count(*) FROM pg_locks WHERE NOT granted").await == 0 {
        tokio::task::yield_now().await;
    }

    stranger.commit().await.unwrap();

    let user = waiting.await.unwrap().unwrap().get();
    assert_eq!(world.number("SELECT id FROM users").await, user);
    assert_eq!(world.last_event().await, "linked/verified_email/");
}

#[tokio::test]
async fn a_profile_that_cannot_be_made_leaves_no_user_behind() {
    let world = World::new().await;
    world.clerk.add("ada", "ada@example.com", Verification::ByPerson);
    // There is no table `profiles`.
    let directory = world.directory(world.pool.clone()).with_on_create(Arc::new(Profile));
    let bridge = world.bridge_over(directory, PolicySettings::default());

    assert!(bridge.ensure(&session(subject("ada"))).await.is_err());

    for table in ["users", "identity_links", "identity_events"] {
        assert_eq!(world.number(&format!("SELECT count(*) FROM {table}")).await, 0, "{table}");
    }
}
