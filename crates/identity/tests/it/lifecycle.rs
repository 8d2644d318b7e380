//! Events over other users tables, and of other instances.

use orientor_identity::{
    Applied, Change, ClerkEmail, ClerkUser, Issuer, Lifecycle, LifecycleEvent, Verification,
    policy::PolicySettings,
    sqlx::{Pool, UsersTable},
};
use sqlx::AssertSqlSafe;

use crate::support::{OTHER_ISSUER, World, clerk_id, issuer, session, subject, until};

pub(crate) fn event(issuer: Issuer, message: &str, change: Change) -> LifecycleEvent {
    LifecycleEvent { issuer, message: message.parse().unwrap(), happened_at_ms: 1, change }
}

pub(crate) fn described(name: &str, first_name: &str, updated_at_ms: i64, created: bool) -> Change {
    let email = format!("{name}@example.com");
    let person = ClerkUser {
        id: clerk_id(name),
        external_id: None,
        first_name: Some(first_name.to_owned()),
        last_name: None,
        emails: vec![ClerkEmail { address: email, primary: true, verification: Verification::ByPerson }],
        blocked: false,
        updated_at_ms: Some(updated_at_ms),
    };
    Change::Described { person: Box::new(person), created }
}

pub(crate) async fn apply(world: &World, events: &[LifecycleEvent]) -> Vec<Applied> {
    let directory = world.directory(world.pool.clone());
    let applied = directory.apply(events, &PolicySettings::default()).await;
    applied.into_iter().map(Result::unwrap).collect()
}

#[tokio::test]
async fn a_table_with_nothing_but_a_key_will_do() {
    let world = World::with_table(UsersTable::named("accounts", "account_no"), "note text").await;

    let events = [
        event(issuer(), "m1", described("ada", "Ada", 1, true)),
        event(issuer(), "m2", described("ada", "Eve", 2, false)),
        event(issuer(), "m3", described("bob", "Bob", 1, true)),
        event(issuer(), "m4", Change::Deleted(clerk_id("bob"))),
    ];
    assert_eq!(apply(&world, &events).await, [Applied::Done, Applied::Done, Applied::Done, Applied::Done]);

    assert_eq!(world.number("SELECT count(*) FROM accounts").await, 2);
    assert_eq!(world.column("SELECT subject FROM identity_links", 0).await, ["user_ada"]);
    assert_eq!(world.column("SELECT subject FROM identity_tombstones", 0).await, ["user_bob"]);
    assert_eq!(apply(&world, &events[..1]).await, [Applied::Repeated]);
}

#[tokio::test]
async fn an_event_of_another_instance_is_about_another_person() {
    let world = World::new().await;
    let other: Issuer = OTHER_ISSUER.parse().unwrap();
    world.clerk.add("ada", "ada@example.com", Verification::ByPerson);
    let ada = world.ensure("ada").await.unwrap();

    apply(&world, &[event(other.clone(), "m1", Change::Deleted(clerk_id("ada")))]).await;
    assert_eq!(world.ensure("ada").await.unwrap(), ada);
    // The other instance knows somebody with the same verified address: the same user, by another subject.
    let mut second = described("second", "Ada", 1, true);
    if let Change::Described { person, .. } = &mut second {
        person.emails[0].address = "ada@example.com".to_owned();
    }
    apply(&world, &[event(other, "m2", second)]).await;

    let linked = world.number("SELECT user_id FROM identity_links WHERE subject = 'user_second'").await;
    assert_eq!(linked, ada);
}

#[tokio::test]
async fn what_was_told_before_the_first_sight_reaches_the_row_then() {
    let world = World::new().await;
    world.clerk.add("ada", "ada@example.com", Verification::ByPerson);
    // Newer than what Clerk answers when it is asked.
    let mut change = described("ada", "Augusta", 1_900_000_000_000, false);
    if let Change::Described { person, .. } = &mut change {
        person.blocked = true;
    }
    apply(&world, &[event(issuer(), "m1", change)]).await;
    assert_eq!(world.number("SELECT count(*) FROM users").await, 0);

    let refused = world.bridge().ensure(&session(subject("ada"))).await;

    assert!(matches!(refused, Err(orientor_identity::ResolveError::Deactivated)), "{refused:?}");
    assert_eq!(world.column("SELECT first_name FROM users", 0).await, ["Augusta"]);
}

#[tokio::test]
async fn what_was_told_before_a_row_carried_the_person_reaches_it_with_the_link() {
    let world = World::new().await;
    let mut change = described("ada", "Augusta", 2_000, false);
    if let Change::Described { person, .. } = &mut change {
        person.blocked = true;
    }
    apply(&world, &[event(issuer(), "m1", change)]).await;
    // The older application writes the row; nobody asks Clerk about whom it names.
    world.user("clerk_user_id, first_name, is_active", "'user_ada', 'Ada', true").await;

    let refused = world.bridge().ensure(&session(subject("ada"))).await;

    assert!(matches!(refused, Err(orientor_identity::ResolveError::Deactivated)), "{refused:?}");
    let row = world.text("SELECT first_name || ' ' || email FROM users").await;
    assert_eq!(row.as_deref(), Some("Augusta ada@example.com"));
    assert_eq!(world.column("SELECT state FROM identity_links", 0).await, ["blocked_by_clerk"]);
    assert_eq!(world.clerk.asked(), 0);
}

#[tokio::test]
async fn many_people_in_one_call_are_taken_in_together() {
    let world = World::new().await;
    let events: Vec<_> = (0..600)
        .map(|number| event(issuer(), &format!("m{number}"), described(&format!("p{number}"), "P", 1, true)))
        .collect();

    let applied = apply(&world, &events).await;

    assert!(applied.iter().all(|one| *one == Applied::Done));
    assert_eq!(world.number("SELECT count(DISTINCT email) FROM users").await, 600);
    // Two who want one address: the first has it.
    let rivals = [
        event(issuer(), "r1", described("p1", "P", 2, false)),
        event(issuer(), "r2", described("x1", "X", 1, true)),
        event(issuer(), "r3", {
            let mut change = described("y1", "Y", 1, true);
            if let Change::Described { person, .. } = &mut change {
                person.emails[0].address = "x1@example.com".to_owned();
            }
            change
        }),
    ];
    let applied = apply(&world, &rivals).await;
    assert!(matches!(applied[2], Applied::Refused(_)), "{applied:?}");
    assert_eq!(world.number("SELECT count(*) FROM users WHERE email = 'x1@example.com'").await, 1);
}

#[tokio::test]
async fn deliveries_read_no_table_whole_however_it_has_grown() {
    const THERE: i64 = 3_000;
    let world = World::on_postgres().await;
    // Plans are kept by a connection, and this one makes them while the tables are empty.
    let pool = world.neighbour_pool().await;
    let directory = world.directory(pool.clone());
    let deliver = async |batch: i64| {
        let person = |number| format!("b{batch}p{number}");
        let told = |what: &str, number, change| event(issuer(), &format!("{what}{}", person(number)), change);
        let new = (0..8).map(|number| told("new", number, described(&person(number), "P", 1, true)));
        let changed = (0..8).map(|number| told("changed", number, described(&person(number), "Q", 2, false)));
        let gone = [told("gone", 0, Change::Deleted(clerk_id(&person(0))))];
        for events in [new.collect::<Vec<_>>(), changed.collect(), gone.into()] {
            let applied = directory.apply(&events, &PolicySettings::default()).await;
            assert!(applied.iter().all(|one| matches!(one, Ok(Applied::Done))), "{applied:?}");
        }
    };
    for batch in 0..8 {
        deliver(batch).await;
    }
    let there = format!("FROM generate_series(100000, 100000 + {THERE} - 1) AS g");
    let (ours, old) = (format!("'{}'", issuer()), "'user_old' || g");
    let mut grown = vec![format!(
        "INSERT INTO users (id, email, clerk_user_id) SELECT g, 'old.' || g || '@example.com', 'user_old' || g {there}"
    )];
    for (table, columns, values) in [
        ("links", "issuer, subject, user_id, evidence", format!("{ours}, {old}, g, 'created'")),
        ("tombstones", "issuer, subject, reason", format!("{ours}, 'user_gone' || g, 'deleted'")),
        ("subjects", "issuer, subject, seen, blocked", format!("{ours}, {old}, '', false")),
        ("messages", "id", "'old' || g".to_owned()),
    ] {
        grown.push(format!("INSERT INTO identity_{table} ({columns}) SELECT {values} {there}"));
    }
    // Foreign keys look at each row that is put there. A connection tells what it has read when it ends.
    let Pool::Postgres(filler) = world.neighbour_pool().await else { unreachable!() };
    for sql in grown {
        sqlx::query(AssertSqlSafe(sql)).execute(&filler).await.unwrap();
    }
    filler.close().await;
    let told = "SELECT CAST(n_tup_ins AS bigint) FROM pg_stat_user_tables WHERE relname = 'identity_messages'";
    until("the filling connection has told what it read", async || world.number(told).await >= THERE).await;
    let read = "SELECT relname AS what, seq_tup_read AS rows FROM pg_stat_user_tables \
                UNION ALL SELECT indexrelname, idx_tup_read FROM pg_stat_user_indexes";
    world.sql(&format!("CREATE TABLE read_before AS {read}")).await;

    for batch in 8..16 {
        deliver(batch).await;
    }

    // The counts are complete when the connection has ended.
    let Pool::Postgres(pool) = pool else { unreachable!() };
    pool.close().await;
    let counted = "SELECT CAST(n_tup_del AS bigint) FROM pg_stat_user_tables WHERE relname = 'identity_links'";
    until("the connection has told what it read", async || world.number(counted).await == 16).await;
    let whole = format!(
        "SELECT r.what || ' read in full' FROM ({read}) AS r JOIN read_before AS b USING (what) WHERE r.rows - b.rows >= {THERE}"
    );
    assert_eq!(world.column(&whole, 0).await, [""; 0]);
}

/// After another address and back it would be spelled so, and the end must not depend on what came between.
#[tokio::test]
async fn an_old_rows_address_is_spelled_as_clerk_tells_it() {
    let world = World::new().await;
    world.sql("INSERT INTO users (email) VALUES ('Ada@Example.com')").await;

    let applied = apply(&world, &[event(issuer(), "m1", described("ada", "Ada", 1, true))]).await;

    assert_eq!(applied, [Applied::Done]);
    assert_eq!(world.column("SELECT email FROM users", 0).await, ["ada@example.com"]);
}

#[tokio::test]
async fn an_address_that_is_too_long_for_any_column_is_nobodys() {
    let world = World::new().await;
    let address = |letter: &str| format!("{}@example.com", letter.repeat(5_000));
    let told = |name: &str, updated_at_ms, created| {
        let mut change = described(name, "Ada", updated_at_ms, created);
        if let Change::Described { person, .. } = &mut change {
            person.emails[0].address = address(name);
        }
        event(issuer(), &format!("m{updated_at_ms}"), change)
    };
    world.clerk.add("b", &address("b"), Verification::ByPerson);

    assert_eq!(apply(&world, &[told("a", 1, true), told("a", 2, false)]).await, [Applied::Done, Applied::Done]);
    world.ensure("b").await.unwrap();

    assert_eq!(world.number("SELECT count(*) FROM users WHERE email IS NULL").await, 2);
}

#[tokio::test]
async fn what_is_of_no_use_any_more_is_forgotten_piece_by_piece() {
    let world = World::new().await;
    let numbers = "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 10001)";
    world
        .sql(&format!(
            "{numbers} INSERT INTO identity_messages (id, received_at) SELECT 'm' || n, '2020-01-01T00:00:00Z' FROM numbers"
        ))
        .await;
    let ended = "INSERT INTO identity_sessions (issuer, session_id, until)";
    world.sql(&format!("{numbers} {ended} SELECT '{}', 'sess_' || n, 1 FROM numbers", issuer())).await;
    world.sql("INSERT INTO identity_messages (id) VALUES ('new')").await;
    world.sql(&format!("{ended} VALUES ('{}', 'sess_new', 4000000000)", issuer())).await;
    let directory = world.directory(world.pool.clone());

    assert!(directory.sweep().await.unwrap());
    assert!(!directory.sweep().await.unwrap());

    assert_eq!(world.column("SELECT id FROM identity_messages", 0).await, ["new"]);
    assert_eq!(world.column("SELECT session_id FROM identity_sessions", 0).await, ["sess_new"]);
}
