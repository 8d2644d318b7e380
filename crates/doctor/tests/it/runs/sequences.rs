//! Numbers that somebody else draws from a sequence while a run draws from it, too.

use orientor_doctor::{Quiet, RunError, apply, undo};
use orientor_testkit::state::{difference, state};
use sqlx::{Connection as _, Executor as _, PgConnection};

use super::{consent, number, options, repair_plan, run, since::USERS, undo_options};
use crate::support::database;

/// Eight users of eighteen without a profile: three batches of rows that are added.
const PROFILES: &str = "
INSERT INTO users (email, clerk_id) SELECT 'u' || n || '@example.com', 'user_' || substr(md5(n::text), 1, 27) FROM generate_series(10, 18) AS n;
CREATE TABLE user_profiles (id serial PRIMARY KEY, user_id int NOT NULL UNIQUE REFERENCES users ON DELETE CASCADE);
INSERT INTO user_profiles (user_id) SELECT id FROM users WHERE id NOT BETWEEN 2 AND 9;
";

const NEWCOMER: &str = "
INSERT INTO users (email) VALUES ('new@example.com');
INSERT INTO user_profiles (user_id) SELECT max(id) FROM users;
";

#[tokio::test]
async fn a_number_drawn_between_two_batches_is_not_given_out_again_after_undo() {
    let home = database(&[USERS, PROFILES]).await;
    let url = home.url();
    let plan = repair_plan(url).await;
    assert_eq!(plan.rows(), 8);
    let mut quick = options(url);
    quick.lock_timeout = std::time::Duration::from_millis(50);
    // Somebody is about to add the profile of a user of the second batch.
    let mut other = PgConnection::connect(url).await.unwrap();
    other.execute("BEGIN; INSERT INTO user_profiles (id, user_id) VALUES (1000, 6)").await.unwrap();
    let waited = apply(&plan, &quick, &Quiet, consent()).await;
    assert!(matches!(waited, Err(RunError::Locked(_))), "{waited:?}");
    other.execute("ROLLBACK").await.unwrap();
    assert_eq!(number(url, "SELECT count(*) FROM user_profiles").await, 13);
    run(url, NEWCOMER).await;
    let applied = apply(&plan, &options(url), &Quiet, consent()).await.unwrap();
    assert!(applied.resumed);

    let undone = undo(applied.run, &undo_options(url), &Quiet, consent()).await.unwrap();

    assert!(undone.done && undone.conflicts.is_empty(), "{undone:?}");
    let [moved] = &undone.moved_sequences[..] else { panic!("{undone:?}") };
    assert!(moved.contains("user_profiles_id_seq"), "{moved}");
    assert_eq!(number(url, "SELECT count(*) FROM user_profiles").await, 11);
    let next = number(url, "SELECT nextval('user_profiles_id_seq')").await;
    assert!(next > number(url, "SELECT max(id)::bigint FROM user_profiles").await, "{next}");
}

#[tokio::test]
async fn a_number_drawn_while_a_batch_waits_for_the_sequence_is_not_drawn_twice() {
    let home = database(&[USERS, PROFILES]).await;
    let url = home.url();
    let plan = repair_plan(url).await;
    assert_eq!(plan.rows(), 8);
    // Who has drawn a number holds the sequence until the end of the transaction.
    let mut other = PgConnection::connect(url).await.unwrap();
    other.execute("BEGIN").await.unwrap();
    other.execute(sqlx::raw_sql(NEWCOMER)).await.unwrap();
    let patient = orientor_doctor::ApplyOptions { lock_timeout: std::time::Duration::from_mins(1), ..options(url) };
    let application = async {
        let waits = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'user_profiles_id_seq'::regclass";
        while number(url, waits).await == 0 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        other.execute(sqlx::raw_sql(NEWCOMER)).await.unwrap();
        other.execute("COMMIT").await.unwrap();
    };

    let (applied, ()) = tokio::join!(apply(&plan, &patient, &Quiet, consent()), application);

    let applied = applied.unwrap();
    assert_eq!(number(url, "SELECT count(*) FROM user_profiles").await, 20);
    let undone = undo(applied.run, &undo_options(url), &Quiet, consent()).await.unwrap();
    assert!(undone.done && undone.moved_sequences.is_empty(), "{undone:?}");
    assert_eq!(
        number(url, "SELECT nextval('user_profiles_id_seq')").await,
        1 + number(url, "SELECT max(id)::bigint FROM user_profiles").await
    );
}

#[tokio::test]
async fn a_sequence_that_hands_out_numbers_by_the_dozen_goes_back_to_where_it_was() {
    let home = database(&[USERS, PROFILES, "ALTER SEQUENCE user_profiles_id_seq CACHE 12"]).await;
    let url = home.url();
    // The numbers that a session keeps for itself are drawn: where it stands is not the last one that anybody has.
    run(url, "INSERT INTO user_profiles (user_id) VALUES (2)").await;
    let before = state(url).await;
    assert_eq!(
        number(url, "SELECT last_value - (SELECT max(id) FROM user_profiles) FROM user_profiles_id_seq").await,
        11
    );
    let plan = repair_plan(url).await;
    assert_eq!(plan.rows(), 7);
    let applied = apply(&plan, &options(url), &Quiet, consent()).await.unwrap();
    assert!(state(url).await != before);

    let undone = undo(applied.run, &undo_options(url), &Quiet, consent()).await.unwrap();

    assert!(undone.done && undone.conflicts.is_empty() && undone.moved_sequences.is_empty(), "{undone:?}");
    let after = state(url).await;
    assert!(before == after, "{}", difference(&before, &after));
}
