//! Changes of accounts: merge and relink.

use super::Case;
use crate::support::{Look, write};

#[tokio::test]
async fn two_users_become_one_and_two_again() {
    let case = Case::legacy().await;
    let before = case.audit().await;

    let planned = case.run(&["merge", "1", "141"]).await.success();
    assert!(planned.starts_with("merge 1 141 of "), "{planned}");
    case.run(&["apply", "plan.json", "--apply"]).await.success();
    assert_eq!(case.number("SELECT count(*) FROM users WHERE id = 141").await, 0);
    case.run(&["verify"]).await.success();
    case.run(&["undo", "1", "--apply"]).await.success();
    assert_eq!(case.audit().await, before);

    for (pair, part) in [
        (["1", "1"], "cannot be merged with themselves"),
        (["1", "9999"], "there is no user 9999"),
        (["9999", "1"], "there is no user 9999"),
    ] {
        let ended = case.run(&[&["merge"], &pair[..]].concat()).await;
        assert!(ended.sentence(3).contains(part), "{ended:?}");
    }
}

#[tokio::test]
async fn users_get_other_ids_from_a_file_with_a_heading() {
    let case = Case::legacy().await;
    let new = |at: u32| format!("user_{at:027}");
    let look = Look::into(case.database.url()).await;
    let old = look.texts("SELECT clerk_user_id::text FROM users WHERE id = 62").await.remove(0);
    look.close().await;
    let pairs = format!("old,new\n61,{}\n\"{old}\", {}\n9999,{}\n", new(1), new(2), new(3));
    write(case.folder.path(), "pairs.csv", &pairs);

    let planned = case.run(&["relink", "pairs.csv"]).await;
    assert!(planned.stderr.ends_with("1 of 3 rows of the file name nobody here, or change nothing\n"), "{planned:?}");
    planned.success();
    case.run(&["apply", "plan.json", "--apply"]).await.success();
    let linked = format!(
        "SELECT count(*) FROM users WHERE (id = 61 AND clerk_user_id = '{}') OR clerk_user_id = '{}'",
        new(1),
        new(2)
    );
    assert_eq!(case.number(&linked).await, 2);
    case.run(&["undo", "1", "--apply"]).await.success();
    assert_eq!(case.number(&linked).await, 0);
}

#[tokio::test]
async fn a_line_that_cannot_be_used_is_named() {
    let case = Case::legacy().await;
    let twice = format!("61,user_{n}\n62,user_{n}\n", n = "1".repeat(27));
    for (text, code, part) in [
        ("old,new\n61\n", 2, "pairs.csv, line 2: two cells are wanted"),
        ("61,user_1\n\n62,sess_1\n", 2, "pairs.csv, line 3: the new id is not one that Clerk issues"),
        ("old,new\n", 2, "there are no rows in it"),
        (&twice, 3, "is the new subject of several rows"),
    ] {
        write(case.folder.path(), "pairs.csv", text);
        let ended = case.run(&["relink", "pairs.csv"]).await;
        assert!(ended.sentence(code).contains(part), "{text}: {ended:?}");
    }
    let ended = case.run(&["relink", "nowhere.csv"]).await;
    assert!(ended.sentence(2).contains("cannot read nowhere.csv"), "{ended:?}");
}
