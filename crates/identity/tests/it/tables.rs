//! Users tables that are not Orientor's.

use orientor_identity::{
    Verification,
    sqlx::{IdWidth, UsersTable},
};

use crate::support::{World, session, subject};

#[tokio::test]
async fn a_table_with_nothing_but_a_key_will_do() {
    let world = World::with_table(UsersTable::named("accounts", "account_no"), "note text").await;
    world.clerk.add("ada", "ada@example.com", Verification::ByPerson);

    let ada = world.ensure("ada").await.unwrap();

    assert_eq!(world.ensure("ada").await.unwrap(), ada);
    assert_eq!(world.number("SELECT count(*) FROM accounts").await, 1);
    let users = world.bridge().resolve_many(&[subject("ada").id]).await.unwrap();
    assert_eq!(world.bridge().subjects_of(&[users[0].unwrap()]).await.unwrap().len(), 1);
}

#[tokio::test]
async fn names_may_be_odd_and_keys_wide() {
    let users = UsersTable {
        id_width: IdWidth::BigInt,
        email: Some("E \"Mail\"".to_owned()),
        subject: Some("select".to_owned()),
        active: None,
        ..UsersTable::named("The Users", "Id")
    };
    let world = World::with_table(users, "\"E \"\"Mail\"\"\" text, \"select\" text").await;
    world.sql("INSERT INTO \"The Users\" (\"Id\", \"E \"\"Mail\"\"\") VALUES (3000000000, 'Ada@example.com')").await;
    world.clerk.add("ada", "ada@example.com", Verification::ByPerson);

    assert_eq!(world.ensure("ada").await.unwrap(), 3_000_000_000);

    assert_eq!(world.text("SELECT \"select\" FROM \"The Users\"").await.as_deref(), Some("user_ada"));
    let bridge = world.bridge();
    assert_eq!(bridge.resolve_ref(&"3000000000".parse().unwrap()).await.unwrap().get(), 3_000_000_000);
    assert!(bridge.resolve_ref(&"3".parse().unwrap()).await.is_err());
}

#[tokio::test]
async fn a_table_without_ours_beside_it_is_an_outage_and_not_an_unknown_user() {
    let world = World::new().await;
    world.clerk.add("ada", "ada@example.com", Verification::ByPerson);
    world.sql("DROP TABLE identity_links").await;

    let answer = world.bridge().ensure(&session(subject("ada"))).await;

    assert!(matches!(answer, Err(orientor_identity::ResolveError::Directory(_))), "{answer:?}");
    assert_eq!(world.number("SELECT count(*) FROM users").await, 0);
}
