//! Migrations that cannot go on, or are not alone.

use std::time::Duration;

use orientor_store::{
    ConnectOptions, Database,
    migrate::{MigrateError, MigrateOptions, PlanError, migrate, pending},
    schema::{ObjectKind, SchemaObject},
};
use orientor_testkit::database::TestDatabase;

use crate::support::Home;

fn broken() -> SchemaObject {
    SchemaObject {
        kind: ObjectKind::Table,
        name: "broken".into(),
        on_table: None,
        create: "CREATE TABLE broken (id nonsense REFERENCES nowhere (id), id integer)".into(),
        drop: "DROP TABLE broken".into(),
        derived: false,
    }
}

#[tokio::test]
async fn a_statement_that_fails_leaves_nothing() {
    let home = Home::empty().await;
    let before = home.fingerprint().await;

    let failed = migrate(&home.db, &[broken()], MigrateOptions::default()).await;

    let Err(MigrateError::Failed { what, .. }) = failed else { panic!("{failed:?}") };
    assert_eq!(what, "table broken");
    assert_eq!(home.fingerprint().await, before);
}

#[tokio::test]
async fn being_stopped_half_way_leaves_nothing() {
    let home = Home::legacy().await;
    let before = home.fingerprint().await;
    let mut reader = home.pool().begin().await.unwrap();
    sqlx::query("LOCK TABLE messages IN ACCESS SHARE MODE").execute(&mut *reader).await.unwrap();
    let db = home.db.clone();
    let options = MigrateOptions { lock_timeout: Duration::from_mins(1), ..MigrateOptions::default() };
    let running = tokio::spawn(async move { migrate(&db, &[], options).await });
    let waiting =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while home.number(waiting).await == 0 {
        tokio::task::yield_now().await;
    }

    running.abort();
    assert!(running.await.unwrap_err().is_cancelled());
    reader.rollback().await.unwrap();

    let held = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' \
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    while home.number(held).await > 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(home.fingerprint().await, before);
    assert!(!home.migrate().await.is_empty());
}

#[tokio::test]
async fn a_table_in_use_is_waited_for_only_so_long() {
    let home = Home::legacy().await;
    let mut reader = home.pool().begin().await.unwrap();
    sqlx::query("LOCK TABLE users IN ACCESS SHARE MODE").execute(&mut *reader).await.unwrap();
    let options = MigrateOptions { lock_timeout: Duration::from_millis(50), ..MigrateOptions::default() };

    let failed = migrate(&home.db, &[], options).await;

    let Err(error @ MigrateError::Locked { .. }) = failed else { panic!("{failed:?}") };
    assert!(error.to_string().contains("users"), "{error}");
}

#[tokio::test]
async fn of_two_migrations_at_once_one_does_the_work() {
    for home in [Home::empty().await, Home::legacy().await] {
        let other = Database::connect(home.place.url(), &ConnectOptions::default()).await.unwrap();
        let options = MigrateOptions::default();

        let (one, two) = tokio::join!(migrate(&home.db, &[], options), migrate(&other, &[], options));

        let added = [one.unwrap().len(), two.unwrap().len()];
        assert!(added.contains(&0) && added.iter().sum::<usize>() > 0, "{added:?}");
        assert_eq!(pending(&other, &[]).await.unwrap(), []);
    }
}

#[tokio::test]
async fn odd_names_of_databases_schemas_and_roles_are_quoted() {
    let home = Home::of(TestDatabase::legacy().await).await;
    home.run(
        "CREATE SCHEMA \"Odd 'Schema\"\"\"; CREATE SCHEMA empty; CREATE TABLE empty.message_reads (x integer);
         DO $$ DECLARE r record; BEGIN
           FOR r IN SELECT c.oid::regclass AS name, c.relkind FROM pg_class AS c
                    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S')
                      AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.objid = c.oid AND d.deptype = 'a') LOOP
             EXECUTE format('ALTER %s %s SET SCHEMA %I', CASE r.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
                            r.name, 'Odd ''Schema\"');
           END LOOP;
           EXECUTE format('ALTER DATABASE %I SET search_path = empty, %I', current_database(), 'Odd ''Schema\"');
         END $$",
    )
    .await;
    let odd = Database::connect(home.place.url(), &ConnectOptions::default()).await.unwrap();

    let added = migrate(&odd, &[], MigrateOptions::default()).await.unwrap();

    assert!(added.iter().any(|addition| addition.what.to_string() == "table message_reads"));
    assert_eq!(pending(&odd, &[]).await.unwrap(), []);
    let Database::Postgres(pool) = &odd else { panic!("it is PostgreSQL") };
    sqlx::query("UPDATE user_profiles SET name = 'New' WHERE user_id = 61").execute(pool).await.unwrap();
    let marked: i64 = sqlx::query_scalar("SELECT count(*) FROM peer_changes").fetch_one(pool).await.unwrap();
    assert_eq!(marked, 1, "the trigger finds its table");
}

#[tokio::test]
async fn a_search_path_without_a_schema_is_said() {
    let home = Home::of(TestDatabase::postgres().await).await;
    home.run("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = nowhere', current_database()); END $$")
        .await;
    let db = Database::connect(home.place.url(), &ConnectOptions::default()).await.unwrap();

    let failed = pending(&db, &[]).await;

    assert!(matches!(failed, Err(MigrateError::Plan(PlanError::NoSchema))), "{failed:?}");
}

#[tokio::test]
async fn a_view_in_the_place_of_a_table_is_said() {
    let home = Home::empty().await;
    home.run("CREATE VIEW messages AS SELECT 1 AS message_id").await;

    let failed = pending(&home.db, &[]).await;

    let Err(MigrateError::Plan(PlanError::NotATable(name))) = failed else { panic!("{failed:?}") };
    assert_eq!(name, "messages");
}

#[tokio::test]
async fn a_role_that_may_only_read_is_told_so() {
    let home = Home::legacy().await;
    // Roles belong to the whole cluster, so it needs a name of its own.
    let role = home.texts("SELECT 'reader_' || substr(md5(current_database()), 1, 12)").await.remove(0);
    home.run(&format!(
        "CREATE ROLE {role} LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role};
         GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}"
    ))
    .await;
    let before = home.fingerprint().await;
    let options: sqlx::postgres::PgConnectOptions = home.place.url().parse().unwrap();
    let pool = sqlx::PgPool::connect_with(options.username(&role)).await.unwrap();
    let reader = Database::Postgres(pool);

    let planned = pending(&reader, &[]).await.unwrap();
    let failed = migrate(&reader, &[], MigrateOptions::default()).await;

    assert!(!planned.is_empty());
    assert!(matches!(failed, Err(MigrateError::NotAllowed { .. })), "{failed:?}");
    assert_eq!(home.fingerprint().await, before);
    reader.close().await;
    home.run(&format!("DROP OWNED BY {role}; DROP ROLE {role}")).await;
}
