//! An empty database.

use orientor_store::{
    TABLES,
    migrate::{MigrateOptions, RevertOptions, RevertOutcome, migrate, pending, revert, script},
    schema::{ObjectKind, SchemaObject},
};

use crate::support::Home;

#[tokio::test]
async fn an_empty_database_gets_every_table_and_then_nothing_is_missing() {
    let home = Home::empty().await;
    let planned = pending(&home.db, &[]).await.unwrap();

    let added = home.migrate().await;

    assert_eq!(added, planned);
    assert_eq!(pending(&home.db, &[]).await.unwrap(), []);
    assert_eq!(home.migrate().await, []);
    for table in TABLES {
        assert_eq!(home.number(&format!("SELECT count(*) FROM {}", table.name)).await, 0, "{}", table.name);
    }
}

#[tokio::test]
async fn planning_writes_nothing() {
    let home = Home::empty().await;
    let before = home.fingerprint().await;

    let planned = pending(&home.db, &[]).await.unwrap();

    assert!(script(&planned).contains("CREATE TABLE \"users\""));
    assert_eq!(home.fingerprint().await, before);
}

#[tokio::test]
async fn a_user_id_is_never_given_twice() {
    let home = Home::migrated().await;
    home.user("ada").await;
    let bob = home.user("bob").await;
    home.run("DELETE FROM users WHERE email = 'bob@example.com'").await;

    let carol = home.user("carol").await;

    assert!(carol > bob, "{carol} after {bob}");
}

#[tokio::test]
async fn what_belongs_to_a_deleted_user_in_our_tables_goes_with_them() {
    let home = Home::migrated().await;
    let (ada, bob) = (home.user("ada").await, home.user("bob").await);
    home.run(&format!(
        "INSERT INTO peer_inputs (user_id, inputs, source) VALUES ({ada}, '{{}}', 'rules');
         INSERT INTO peer_visibility (user_id, discoverable) VALUES ({ada}, false);
         INSERT INTO peer_blocks (blocker_id, blocked_id) VALUES ({ada}, {bob}), ({bob}, {ada});
         INSERT INTO message_reads (user_id, peer_id, last_read_message_id) VALUES ({ada}, {bob}, 1), ({bob}, {ada}, 1)"
    ))
    .await;

    home.run(&format!("DELETE FROM users WHERE id = {ada}")).await;

    for table in ["peer_inputs", "peer_visibility", "peer_blocks", "message_reads"] {
        assert_eq!(home.number(&format!("SELECT count(*) FROM {table}")).await, 0, "{table}");
    }
}

#[tokio::test]
async fn nobody_blocks_themselves() {
    let home = Home::migrated().await;
    let ada = home.user("ada").await;

    let blocked =
        home.try_run(&format!("INSERT INTO peer_blocks (blocker_id, blocked_id) VALUES ({ada}, {ada})")).await;

    assert!(blocked.is_err());
}

#[tokio::test]
async fn objects_of_other_crates_are_added_where_they_are_absent_and_taken_back() {
    let home = Home::empty().await;
    let before = home.fingerprint().await;
    let object = |kind, name: &str, on_table: Option<&str>, create: &str, drop: &str| SchemaObject {
        kind,
        name: name.into(),
        on_table: on_table.map(str::to_owned),
        create: create.into(),
        drop: drop.into(),
        derived: false,
    };
    let mut extra = vec![
        object(
            ObjectKind::Table,
            "links",
            None,
            "CREATE TABLE links (subject text PRIMARY KEY, user_id integer NOT NULL REFERENCES users (id))",
            "DROP TABLE links",
        ),
        object(
            ObjectKind::Index,
            "ix_links",
            Some("links"),
            "CREATE INDEX ix_links ON links (user_id)",
            "DROP INDEX ix_links",
        ),
    ];
    if home.is_postgres() {
        extra.push(object(
            ObjectKind::Function,
            "links_changed",
            None,
            "CREATE FUNCTION links_changed() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
            "DROP FUNCTION links_changed()",
        ));
        extra.push(object(
            ObjectKind::Trigger,
            "links_changed",
            Some("links"),
            "CREATE TRIGGER links_changed AFTER UPDATE ON links EXECUTE FUNCTION links_changed()",
            "DROP TRIGGER links_changed ON links",
        ));
    } else {
        extra.push(object(
            ObjectKind::Trigger,
            "links_changed",
            Some("links"),
            "CREATE TRIGGER links_changed AFTER UPDATE ON links BEGIN SELECT 1; END",
            "DROP TRIGGER links_changed",
        ));
    }

    let added = migrate(&home.db, &extra, MigrateOptions::default()).await.unwrap();

    let names: Vec<String> = added.iter().rev().take(extra.len()).map(|addition| addition.what.to_string()).collect();
    assert!(names.contains(&"table links".to_owned()), "{names:?}");
    assert_eq!(pending(&home.db, &extra).await.unwrap(), []);
    home.run(&extra.last().unwrap().drop).await;
    let missing: Vec<String> = pending(&home.db, &extra).await.unwrap().iter().map(|a| a.what.to_string()).collect();
    assert_eq!(missing, ["trigger links_changed"]);
    migrate(&home.db, &extra, MigrateOptions::default()).await.unwrap();
    // The journal holds the trigger twice now, and there is one to drop.
    let reverted = revert(&home.db, RevertOptions::default()).await.unwrap();
    assert!(matches!(reverted, RevertOutcome::Done(_)), "{reverted:?}");
    assert_eq!(home.fingerprint().await, before);
}
