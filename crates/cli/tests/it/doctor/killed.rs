//! Ended in the middle, and two at once.

use super::Case;
use crate::support::{Look, Running};

/// It is killed once the journal has so many rows; each time it gets a little further.
const KILLED_AT: [i64; 6] = [0, 1, 50, 51, 250, 600];

#[tokio::test]
async fn an_apply_that_is_killed_goes_on_and_can_be_undone() {
    let case = Case::legacy().await;
    let before = case.audit().await;
    case.plan().await;
    let apply = ["apply", "plan.json", "--apply", "--batch", "2"];
    let look = Look::into(case.database.url()).await;

    for rows in KILLED_AT {
        let running = Running::start(case.command(&apply));
        while journaled(&look).await.is_none_or(|journaled| journaled < rows) {
            tokio::task::yield_now().await;
        }
        let (ended, _) = running.end("KILL").await;
        assert!(!ended.success(), "it was done before it could be killed");
    }
    look.close().await;
    let applied = case.run(&apply).await.success();

    assert!(applied.starts_with("run 1: ") && applied.contains("going on where it had stopped"), "{applied}");
    case.run(&["verify", "1"]).await.success();
    case.run(&["undo", "1", "--apply"]).await.success();
    assert_eq!(case.audit().await, before);
}

/// How many rows the journal of run 1 has; none before there is such a run.
async fn journaled(look: &Look) -> Option<i64> {
    let tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'orientor_doctor' AND tablename = 'journal'";
    let runs = "SELECT count(*) FROM orientor_doctor.runs WHERE id = 1";
    if look.number(tables).await == 0 || look.number(runs).await == 0 {
        return None;
    }
    Some(look.number("SELECT count(*) FROM orientor_doctor.journal").await)
}

#[tokio::test]
async fn two_doctors_never_work_at_once() {
    let case = Case::legacy().await;
    case.plan().await;
    let look = Look::into(case.database.url()).await;
    let Look::Postgres(pool) = &look else { panic!("the fixture is for PostgreSQL") };
    let mut reader = pool.begin().await.unwrap();
    sqlx::query("LOCK TABLE user_profiles IN ACCESS SHARE MODE").execute(&mut *reader).await.unwrap();
    sqlx::query("LOCK TABLE users IN SHARE MODE").execute(&mut *reader).await.unwrap();
    let first = Running::start(case.command(&["apply", "plan.json", "--apply", "--lock-timeout-ms", "60000"]));
    while look.number("SELECT count(*) FROM pg_locks WHERE NOT granted").await == 0 {
        tokio::task::yield_now().await;
    }

    let second = case.run(&["apply", "plan.json", "--apply"]).await;
    assert!(second.sentence(3).contains("another doctor is at work"), "{second:?}");
    reader.commit().await.unwrap();
    assert!(first.wait().await.success());
    look.close().await;
    case.run(&["verify", "1"]).await.success();
}
