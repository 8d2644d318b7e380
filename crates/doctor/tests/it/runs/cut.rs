//! A run that is cut off and not gone on with: undo leads back from wherever it was.

use std::time::Duration;

use orientor_doctor::{ApplyOptions, Quiet, RunError, apply, history, undo};
use orientor_testkit::{
    database::TestDatabase,
    state::{difference, state},
};
use sqlx::{Connection as _, Executor as _, PgConnection};

use super::{consent, number, options, random::released, repair_plan, undo_options};

#[tokio::test]
async fn a_run_that_was_cut_off_can_be_undone_at_once() {
    let home = TestDatabase::legacy().await;
    let url = home.url();
    let before = state(url).await;
    let plan = repair_plan(url).await;
    // Large batches bring the cuts into the last phase, where indexes are built outside of transactions.
    let options = ApplyOptions { batch: 1_000, ..options(url) };
    let mut cut = 0;
    for patience in [60, 150, 300, 600, 900, 1_300].map(Duration::from_millis) {
        let applied = tokio::time::timeout(patience, apply(&plan, &options, &Quiet, consent())).await;
        released(url).await;
        let begun = history(&options).await.unwrap().into_iter().rev().find(|it| it.state != "undone");
        // It may have been cut off before there was a run at all.
        let Some(run) = begun else { continue };
        cut += u32::from(applied.is_err());

        let undone = undo(run.run, &undo_options(url), &Quiet, consent()).await.unwrap();

        assert!(undone.done && undone.conflicts.is_empty(), "after {patience:?}: {undone:?}");
        let after = state(url).await;
        assert!(before == after, "after {patience:?}: {}", difference(&before, &after));
    }
    assert!(cut > 0, "no run was cut off");
}

#[tokio::test]
async fn an_index_that_was_only_begun_is_taken_back_as_well() {
    let home = TestDatabase::legacy().await;
    let url = home.url();
    let before = state(url).await;
    let plan = repair_plan(url).await;
    let impatient = ApplyOptions { batch: 1_000, lock_timeout: Duration::from_millis(200), ..options(url) };
    // A writer that does not come to its end: an index of its table is begun, and never finished.
    let mut writer = PgConnection::connect(url).await.unwrap();
    writer.execute("BEGIN; UPDATE llm_descriptions SET description = 'x' WHERE id = 1").await.unwrap();

    let waited = apply(&plan, &impatient, &Quiet, consent()).await;

    assert!(matches!(waited, Err(RunError::Locked(_))), "{waited:?}");
    writer.execute("ROLLBACK").await.unwrap();
    assert_eq!(number(url, "SELECT count(*) FROM pg_index WHERE NOT indisvalid").await, 1);
    let run = history(&impatient).await.unwrap().last().unwrap().run;
    let undone = undo(run, &undo_options(url), &Quiet, consent()).await.unwrap();
    assert!(undone.done && undone.conflicts.is_empty(), "{undone:?}");
    let after = state(url).await;
    assert!(before == after, "{}", difference(&before, &after));
}
