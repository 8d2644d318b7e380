//! Taking a migration back.

use orientor_store::migrate::{Loss, RevertOptions, RevertOutcome, Reverted, pending, revert};

use crate::support::Home;

async fn take_back(home: &Home, discard_new_rows: bool) -> RevertOutcome {
    revert(&home.db, RevertOptions { discard_new_rows, ..RevertOptions::default() }).await.unwrap()
}

async fn done(home: &Home, discard_new_rows: bool) -> Reverted {
    match take_back(home, discard_new_rows).await {
        RevertOutcome::Done(reverted) => reverted,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_damaged_database_is_afterwards_what_it_was() {
    let home = Home::legacy().await;
    let (before, contents) = (home.fingerprint().await, home.contents().await);
    let added = home.migrate().await;
    assert_ne!(home.fingerprint().await, before);

    let reverted = done(&home, false).await;

    assert_eq!(reverted.undone.len(), added.len());
    assert_eq!((reverted.lost, reverted.left_relaxed, reverted.left_advanced), (vec![], vec![], vec![]));
    assert_eq!(home.fingerprint().await, before);
    assert_eq!(home.contents().await.sums, contents.sums);
}

#[tokio::test]
async fn an_empty_database_is_empty_again() {
    let home = Home::empty().await;
    let before = home.fingerprint().await;
    home.migrate().await;

    done(&home, false).await;

    assert_eq!(home.fingerprint().await, before);
    assert_eq!(take_back(&home, false).await, RevertOutcome::Nothing);
}

#[tokio::test]
async fn migrating_again_after_that_works() {
    let home = Home::legacy().await;
    home.migrate().await;
    let once = home.fingerprint().await;
    done(&home, false).await;

    home.migrate().await;

    assert_eq!(home.fingerprint().await, once);
}

#[tokio::test]
async fn rows_written_since_are_named_and_not_lost() {
    let home = Home::legacy().await;
    home.migrate().await;
    home.run(
        "INSERT INTO peer_blocks (blocker_id, blocked_id) VALUES (61, 62), (61, 63);
         INSERT INTO peer_inputs (user_id, inputs, source) VALUES (61, '{}', 'rules');
         INSERT INTO peer_changes (whose) VALUES (61), (9001);
         UPDATE user_skills SET adaptability = 4 WHERE user_id = 70",
    )
    .await;
    let migrated = home.fingerprint().await;

    let refused = take_back(&home, false).await;

    // Derived inputs are no loss.
    let expected = vec![
        Loss { table: "peer_blocks".into(), column: None, rows: 2 },
        Loss { table: "user_skills".into(), column: Some("adaptability".into()), rows: 1 },
    ];
    assert_eq!(refused, RevertOutcome::Refused(expected.clone()));
    assert_eq!(home.fingerprint().await, migrated);
    assert_eq!(done(&home, true).await.lost, expected);
}

#[tokio::test]
async fn null_stays_allowed_where_newer_rows_hold_it() {
    let home = Home::legacy().await;
    let before = home.fingerprint().await;
    home.migrate().await;
    home.run("INSERT INTO users (email, clerk_user_id) VALUES ('new@example.com', 'user_2new')").await;

    let reverted = done(&home, false).await;

    assert_eq!(reverted.left_relaxed, ["users.hashed_password"]);
    assert_eq!(reverted.left_advanced, ["users_id_seq"]);
    let after = home.fingerprint().await;
    let changed: Vec<&String> = after.iter().filter(|line| !before.contains(line)).collect();
    assert_eq!(changed.len(), 2, "{changed:?}");
    assert_eq!(home.number("SELECT count(*) FROM users WHERE clerk_user_id = 'user_2new'").await, 1);
}

#[tokio::test]
async fn what_somebody_has_dropped_since_is_no_obstacle() {
    let home = Home::migrated().await;
    home.run("DROP TABLE message_reads; DROP TABLE peer_blocks").await;
    home.migrate().await;
    home.run("DROP TABLE message_reads").await;

    done(&home, false).await;

    let left = pending(&home.db, &[]).await.unwrap();
    assert_eq!(left, pending(&Home::empty().await.db, &[]).await.unwrap());
}

#[tokio::test]
async fn a_sequence_moved_twice_goes_back_to_where_it_began() {
    let home = Home::legacy().await;
    let before = home.fingerprint().await;
    home.migrate().await;
    home.run("INSERT INTO users (id, email, hashed_password) VALUES (400, 'late@example.com', 'h')").await;
    assert_eq!(home.migrate().await.len(), 1);
    home.run("DELETE FROM users WHERE id = 400").await;

    done(&home, false).await;

    assert_eq!(home.fingerprint().await, before);
}
