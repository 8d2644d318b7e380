//! A plan on a database that others use.

use std::time::Duration;

use orientor_doctor::{Quiet, RunError, apply, undo, verify};
use orientor_testkit::{
    database::TestDatabase,
    state::{difference, state},
};
use sqlx::{Connection as _, Executor as _, PgConnection};

use super::{consent, options, repair_plan, undo_options};

#[tokio::test]
async fn two_doctors_never_work_at_once() {
    let home = TestDatabase::legacy().await;
    let plan = repair_plan(home.url()).await;
    let options = options(home.url());

    let (one, other) =
        tokio::join!(apply(&plan, &options, &Quiet, consent()), apply(&plan, &options, &Quiet, consent()));

    let outcomes = [&one, &other];
    assert_eq!(outcomes.iter().filter(|it| it.is_ok()).count(), 1, "{outcomes:?}");
    assert!(outcomes.iter().any(|it| matches!(it, Err(RunError::Busy | RunError::NotNow(_)))), "{outcomes:?}");
}

#[tokio::test]
async fn a_plan_that_waited_too_long_for_a_lock_can_be_continued() {
    let home = TestDatabase::legacy().await;
    let before = state(home.url()).await;
    let plan = repair_plan(home.url()).await;
    let mut options = options(home.url());
    options.lock_timeout = Duration::from_millis(50);
    let mut other = PgConnection::connect(home.url()).await.unwrap();
    other.execute("BEGIN; LOCK TABLE tree_paths IN EXCLUSIVE MODE").await.unwrap();

    let waited = apply(&plan, &options, &Quiet, consent()).await;

    assert!(matches!(waited, Err(RunError::Locked(_))), "{waited:?}");
    other.execute("ROLLBACK").await.unwrap();
    let applied = apply(&plan, &options, &Quiet, consent()).await.unwrap();
    assert!(applied.resumed);
    assert!(verify(applied.run, &options, &Quiet).await.unwrap().holds());
    undo(applied.run, &undo_options(home.url()), &Quiet, consent()).await.unwrap();
    let after = state(home.url()).await;
    assert!(before == after, "{}", difference(&before, &after));
}

#[tokio::test]
async fn readers_and_writers_go_on_while_a_plan_is_applied() {
    let home = TestDatabase::legacy().await;
    let plan = repair_plan(home.url()).await;
    let url = home.url().to_owned();
    let (done, mut over) = tokio::sync::oneshot::channel::<()>();
    let application = tokio::spawn(async move {
        let mut connection = PgConnection::connect(&url).await.unwrap();
        // Nobody waits longer than the doctor may.
        connection.execute("SET statement_timeout = 4000").await.unwrap();
        let mut rounds = 0_u32;
        while matches!(over.try_recv(), Err(tokio::sync::oneshot::error::TryRecvError::Empty)) {
            connection.execute("SELECT count(*) FROM users").await.unwrap();
            connection.execute("UPDATE messages SET body = body || '.' WHERE message_id = 7").await.unwrap();
            connection.execute("UPDATE conversations SET is_favorite = true WHERE id = 20").await.unwrap();
            rounds += 1;
        }
        rounds
    });

    let applied = apply(&plan, &options(home.url()), &Quiet, consent()).await;

    drop(done);
    assert!(application.await.unwrap() > 0);
    assert_eq!(applied.unwrap().rows, plan.rows());
}
