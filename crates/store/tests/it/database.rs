//! Opening a database.

use orientor_store::{ConnectError, ConnectOptions, Database};
use orientor_testkit::database::TestDatabase;

use crate::support::Home;

#[tokio::test]
async fn an_open_database_answers() {
    let home = Home::empty().await;

    home.db.ping().await.unwrap();
}

#[tokio::test]
async fn a_private_database_is_gone_when_it_is_closed() {
    let db = Database::connect("sqlite::memory:", &ConnectOptions::default()).await.unwrap();
    let Database::Sqlite { file, .. } = &db else { panic!("it is SQLite") };
    let path = file.path().to_path_buf();
    db.ping().await.unwrap();
    assert!(path.exists());

    db.close().await;
    drop(db);

    assert!(!path.exists());
}

#[tokio::test]
async fn a_second_server_on_one_file_is_refused_until_the_first_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("orientor.db").display());
    let server = ConnectOptions { exclusive: true, ..ConnectOptions::default() };
    let first = Database::connect(&url, &server).await.unwrap();

    let second = Database::connect(&url, &server).await;
    let command = Database::connect(&url, &ConnectOptions::default()).await;

    assert!(matches!(second, Err(ConnectError::InUse(_))), "{second:?}");
    assert!(command.is_ok(), "a short command works beside a server");
    drop(first);
    assert!(Database::connect(&url, &server).await.is_ok());
}

#[tokio::test]
async fn sqlite_readers_cannot_write() {
    let db = Database::connect("sqlite::memory:", &ConnectOptions::default()).await.unwrap();
    let Database::Sqlite { readers, .. } = &db else { panic!("it is SQLite") };

    let written = sqlx::query("CREATE TABLE t (x)").execute(readers).await;

    assert!(written.is_err());
}

#[tokio::test]
async fn errors_name_the_address_without_its_password() {
    let unreachable = "postgres://ada:hunter2@127.0.0.1:1/orientor";
    for url in [unreachable, "mysql://ada:hunter2@127.0.0.1/orientor", "postgres://ada:hunter2@127.0.0.1:port/orientor"]
    {
        let error = Database::connect(url, &ConnectOptions::default()).await.unwrap_err();

        let shown = format!("{error} {error:?}");
        assert!(shown.contains("ada:***@"), "{shown}");
        assert!(!shown.contains("hunter2"), "{shown}");
    }
}

#[tokio::test]
async fn postgres_sessions_run_in_utc_and_say_who_they_are() {
    let place = TestDatabase::postgres().await;
    let options =
        ConnectOptions { statement_timeout: Some(std::time::Duration::from_millis(1500)), ..ConnectOptions::default() };
    let plain = Home::of(place).await;
    plain.run("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET timezone TO ''Asia/Tokyo''', current_database()); END $$").await;

    let db = Database::connect(plain.place.url(), &options).await.unwrap();
    let home = Home { db, place: plain.place };

    let settings = "SELECT current_setting('TimeZone') || ' ' || current_setting('application_name') || ' ' \
                    || current_setting('statement_timeout')";
    assert_eq!(home.texts(settings).await, ["UTC orientor 1500ms"]);
}

#[tokio::test]
async fn a_connection_that_the_server_closed_is_replaced() {
    use orientor_store::{Owned, tables::user_skill::UserSkill};
    let home = Home::of(TestDatabase::postgres().await).await;
    home.migrate().await;
    let ada = home.user("ada").await;
    Owned::<UserSkill>::by(ada, &home.db).find_single().await.unwrap();
    let other = Database::connect(home.place.url(), &ConnectOptions::default()).await.unwrap();
    let Database::Postgres(other) = &other else { panic!("it is PostgreSQL") };
    let kill = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity \
                WHERE datname = current_database() AND pid <> pg_backend_pid()";
    sqlx::query(kill).execute(other).await.unwrap();

    let found = Owned::<UserSkill>::by(ada, &home.db).find_single().await;

    assert!(found.is_ok(), "{found:?}");
}
