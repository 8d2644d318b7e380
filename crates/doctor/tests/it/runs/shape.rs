//! Keys and indexes that were begun and never finished, and those of partitions.

use orientor_doctor::{Quiet, apply, undo};
use orientor_testkit::state::{difference, state};
use sqlx::{Connection as _, Executor as _, PgConnection};

use super::{consent, number, options, repair_plan, since::USERS, undo_options};
use crate::support::database;

#[tokio::test]
async fn a_key_that_was_never_checked_is_checked_once_its_orphans_are_aside() {
    let home = database(&[
        USERS,
        "CREATE TABLE keys (id serial PRIMARY KEY, user_id int NOT NULL);
         CREATE INDEX ON keys (user_id);
         INSERT INTO keys (user_id) VALUES (1), (901), (2), (902);
         ALTER TABLE keys ADD CONSTRAINT keys_user FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE NOT VALID;
         COMMENT ON CONSTRAINT keys_user ON keys IS 'it''s; mine'",
    ])
    .await;
    let url = home.url();
    let before = state(url).await;
    let unchecked = "SELECT count(*) FROM pg_constraint WHERE NOT convalidated";
    let noted = "SELECT count(*) FROM pg_description WHERE classoid = 'pg_constraint'::regclass AND description = 'it''s; mine'";
    assert_eq!(number(url, unchecked).await, 1);
    let plan = repair_plan(url).await;
    assert!(plan.steps.iter().any(|it| it.check == "D73"), "{plan:?}");

    let applied = apply(&plan, &options(url), &Quiet, consent()).await.unwrap();

    assert_eq!((number(url, unchecked).await, number(url, noted).await), (0, 1));
    assert_eq!(number(url, "SELECT count(*) FROM keys").await, 2);
    undo(applied.run, &undo_options(url), &Quiet, consent()).await.unwrap();
    let after = state(url).await;
    assert!(before == after, "{}", difference(&before, &after));
    assert_eq!((number(url, unchecked).await, number(url, noted).await), (1, 1));
}

#[tokio::test]
async fn partitions_get_their_indexes_one_by_one_and_then_their_root() {
    let home = database(&[
        USERS,
        "CREATE TABLE letters (id int, user_id int NOT NULL REFERENCES users ON DELETE CASCADE, PRIMARY KEY (id)) PARTITION BY RANGE (id);
         CREATE TABLE letters_old PARTITION OF letters FOR VALUES FROM (0) TO (100);
         CREATE TABLE letters_new PARTITION OF letters FOR VALUES FROM (100) TO (1000) PARTITION BY RANGE (id);
         CREATE TABLE letters_newest PARTITION OF letters_new FOR VALUES FROM (100) TO (1000);
         INSERT INTO letters SELECT n, 1 + n % 9 FROM generate_series(1, 200) AS n",
    ])
    .await;
    let url = home.url();
    let before = state(url).await;
    let plan = repair_plan(url).await;
    assert!(plan.steps.iter().any(|it| it.check == "D54"), "{plan:?}");

    let applied = apply(&plan, &options(url), &Quiet, consent()).await.unwrap();

    let indexed = "SELECT count(*) FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0] \
                   WHERE i.indrelid::regclass::text LIKE 'letters%' AND a.attname = 'user_id' AND i.indisvalid";
    assert_eq!(number(url, indexed).await, 4);
    undo(applied.run, &undo_options(url), &Quiet, consent()).await.unwrap();
    let after = state(url).await;
    assert!(before == after, "{}", difference(&before, &after));
}

#[tokio::test]
async fn an_index_that_was_never_finished_is_unfinished_again_after_undo() {
    let home = database(&[
        USERS,
        "CREATE TABLE keys (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users ON DELETE CASCADE)",
    ])
    .await;
    let url = home.url();
    let mut writer = PgConnection::connect(url).await.unwrap();
    writer.execute("BEGIN; LOCK TABLE keys IN ROW EXCLUSIVE MODE").await.unwrap();
    let mut builder = PgConnection::connect(url).await.unwrap();
    builder.execute("SET lock_timeout = 1").await.unwrap();
    builder.execute("CREATE INDEX CONCURRENTLY keys_user ON keys (user_id)").await.unwrap_err();
    writer.execute("ROLLBACK").await.unwrap();
    let before = state(url).await;
    let broken = "SELECT count(*) FROM pg_index WHERE NOT indisvalid";
    assert_eq!(number(url, broken).await, 1);
    let plan = repair_plan(url).await;

    let applied = apply(&plan, &options(url), &Quiet, consent()).await.unwrap();

    assert_eq!(number(url, broken).await, 0);
    assert_eq!(number(url, "SELECT count(*) FROM pg_class WHERE relname = 'keys_user'").await, 1);
    undo(applied.run, &undo_options(url), &Quiet, consent()).await.unwrap();
    let after = state(url).await;
    assert!(before == after, "{}", difference(&before, &after));
    assert_eq!(number(url, broken).await, 1);
}
