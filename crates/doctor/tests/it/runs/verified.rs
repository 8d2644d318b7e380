//! What `verify` says of runs without rows, of other versions, and of several steps on one table.

use orientor_doctor::{Quiet, RunError, apply, plan_merge, undo, verify};

use super::{audit_options, consent, number, options, repair_plan, run, since::USERS, undo_options};
use crate::support::database;

/// Nine users, all invited by the second one.
const INVITED: &str = "
ALTER TABLE users ADD COLUMN inviter_id int REFERENCES users ON DELETE SET NULL;
CREATE INDEX ON users (inviter_id);
UPDATE users SET inviter_id = 2 WHERE id <> 2;
";

#[tokio::test]
async fn a_run_that_changed_no_row_is_as_it_left_everything() {
    let home = database(&[
        USERS,
        "CREATE TABLE letters (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users ON DELETE CASCADE)",
    ])
    .await;
    let url = home.url();
    let plan = repair_plan(url).await;
    assert!(!plan.steps.is_empty() && plan.rows() == 0, "{plan:?}");
    let applied = apply(&plan, &options(url), &Quiet, consent()).await.unwrap();
    assert_eq!(number(url, "SELECT count(*) FROM orientor_doctor.batches").await, 0);

    let verified = verify(applied.run, &options(url), &Quiet).await.unwrap();

    assert!(verified.holds() && verified.rows == 0, "{verified:?}");
    run(url, &format!("INSERT INTO orientor_doctor.journal (run, step, n) VALUES ({}, 0, 1)", applied.run)).await;
    let edited = verify(applied.run, &options(url), &Quiet).await;
    assert!(matches!(edited, Err(RunError::Tampered { .. })), "{edited:?}");
}

#[tokio::test]
async fn of_several_steps_on_one_table_the_last_one_is_right_about_a_row() {
    let home = database(&[USERS, INVITED]).await;
    let url = home.url();
    let plan = plan_merge(&audit_options(url), 1, 2).await.unwrap();
    let steps = plan.steps.iter().filter(|it| it.table == "users" && it.rows() > 0);
    assert!(steps.count() > 1, "{plan:?}");
    let applied = apply(&plan, &options(url), &Quiet, consent()).await.unwrap();
    assert!(verify(applied.run, &options(url), &Quiet).await.unwrap().holds());

    // Changed, taken away, and there again.
    for (id, change, back) in [
        (5, "UPDATE users SET email = 'x' WHERE id = 5", "UPDATE users SET email = 'u5@example.com' WHERE id = 5"),
        (1, "UPDATE users SET email = 'x' WHERE id = 1", "UPDATE users SET email = 'u1@example.com' WHERE id = 1"),
        (
            9,
            "DELETE FROM users WHERE id = 9",
            "INSERT INTO users OVERRIDING SYSTEM VALUE SELECT 9, 'u9@example.com', 'user_' || substr(md5('9'), 1, 27), 1",
        ),
        (2, "INSERT INTO users OVERRIDING SYSTEM VALUE VALUES (2, 'x')", "DELETE FROM users WHERE id = 2"),
    ] {
        run(url, change).await;
        let found = verify(applied.run, &options(url), &Quiet).await.unwrap();
        let keys: Vec<&str> = found.differences.iter().map(|it| it.key.as_str()).collect();
        assert_eq!(keys, [format!("{{{id}}}")], "{change}");
        run(url, back).await;
        let found = verify(applied.run, &options(url), &Quiet).await.unwrap();
        assert!(found.holds(), "{back}: {found:?}");
    }
    // Who comes since is nobody of the run's.
    run(url, "INSERT INTO users OVERRIDING SYSTEM VALUE VALUES (0, 'x'), (10, 'y')").await;
    assert!(verify(applied.run, &options(url), &Quiet).await.unwrap().holds());
}

#[tokio::test]
async fn a_journal_of_another_version_is_refused_and_can_be_forgotten() {
    let home = database(&[USERS, INVITED]).await;
    let url = home.url();
    let plan = plan_merge(&audit_options(url), 1, 2).await.unwrap();
    let applied = apply(&plan, &options(url), &Quiet, consent()).await.unwrap();
    run(
        url,
        "UPDATE orientor_doctor.runs SET plan = replace(plan, '\"format\":3', '\"format\":2');
         UPDATE orientor_doctor.runs SET digest = encode(sha256(convert_to(plan, 'UTF8')), 'hex')",
    )
    .await;

    for refused in [
        verify(applied.run, &options(url), &Quiet).await.err(),
        undo(applied.run, &undo_options(url), &Quiet, consent()).await.err(),
    ] {
        let Some(RunError::NotThisPlan(why)) = refused else { panic!("{refused:?}") };
        assert!(why.contains("form 2") && why.contains("use the version that wrote it"), "{why}");
    }
    orientor_doctor::prune(applied.run, &options(url), consent()).await.unwrap();
}
