//! What is refused, with which exit code, and that it is one sentence.

use std::net::TcpListener;

use super::Case;
use crate::support::{as_role, run, write};

#[tokio::test]
async fn a_plan_that_the_database_has_moved_away_from_is_refused() {
    let case = Case::legacy().await;
    case.plan().await;
    case.sql("UPDATE users SET first_name = 'Ada' WHERE id = 50").await;

    for arguments in [&["apply", "plan.json"][..], &["apply", "plan.json", "--apply"]] {
        let ended = case.run(arguments).await;
        let sentence = ended.sentence(3);
        assert!(sentence.contains("users") && sentence.ends_with("make a new plan"), "{ended:?}");
    }
    assert_eq!(case.number("SELECT count(*) FROM users WHERE id = 50 AND is_active IS NULL").await, 1);
}

#[tokio::test]
async fn a_trigger_that_changes_rows_is_named_and_can_be_allowed() {
    let case = Case::legacy().await;
    case.sql(
        "CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; \
         CREATE TRIGGER meddler BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION meddle()",
    )
    .await;
    case.plan().await;

    let refused = case.run(&["apply", "plan.json", "--apply"]).await;
    assert!(refused.sentence(3).contains("meddler") && refused.stderr.contains("--with-triggers"), "{refused:?}");
    case.run(&["apply", "plan.json", "--apply", "--with-triggers"]).await.success();
    case.run(&["undo", "1", "--apply"]).await.success();
}

#[tokio::test]
async fn an_undo_leaves_what_somebody_has_changed_since() {
    let case = Case::legacy().await;
    case.plan().await;
    case.run(&["apply", "plan.json", "--apply"]).await.success();
    case.sql("UPDATE users SET first_name = 'Ada' WHERE id = 50").await;

    let verified = case.run(&["verify", "1"]).await;
    assert_eq!(verified.code, Some(1), "{verified:?}");
    assert!(verified.stdout.contains("users {50}: not as run 1 has left it"), "{verified:?}");
    for arguments in [&["undo", "1"][..], &["undo", "1", "--apply"]] {
        let ended = case.run(arguments).await;
        assert_eq!(ended.code, Some(3), "{ended:?}");
        assert!(ended.stdout.contains("users {50}: changed since"), "{ended:?}");
        assert!(ended.stderr.lines().count() == 1 && ended.stderr.contains("--partial"), "{ended:?}");
    }
    let undone = case.run(&["undo", "1", "--apply", "--partial"]).await.success();
    assert!(undone.contains("rows are as they were"), "{undone}");
    assert_eq!(case.number("SELECT count(*) FROM users WHERE id = 50 AND first_name = 'Ada'").await, 1);
    assert_eq!(case.number("SELECT count(*) FROM users WHERE id = 51 AND is_active IS NULL").await, 1);
}

#[tokio::test]
async fn a_run_that_a_later_one_was_built_on_is_not_undone_before_it() {
    let case = Case::legacy().await;
    case.plan().await;
    case.run(&["apply", "plan.json", "--apply"]).await.success();
    case.run(&["merge", "61", "62", "--output", "merge.json"]).await.success();
    case.run(&["apply", "merge.json", "--apply"]).await.success();

    let refused = case.run(&["undo", "1", "--apply"]).await;

    assert_eq!(refused.code, Some(3), "{refused:?}");
    assert!(refused.stderr.contains("run 2 is later") && refused.stderr.ends_with("orientor undo 2\n"), "{refused:?}");
    case.run(&["undo", "2", "--apply"]).await.success();
    case.run(&["undo", "1", "--apply"]).await.success();
}

#[tokio::test]
async fn a_run_is_forgotten_only_on_demand() {
    let case = Case::legacy().await;
    case.plan().await;
    case.run(&["apply", "plan.json", "--apply"]).await.success();

    let refused = case.run(&["history", "prune", "1"]).await;
    assert!(refused.sentence(3).contains("could not be undone afterwards"), "{refused:?}");
    case.run(&["history", "prune", "1", "--apply"]).await.success();
    let gone = case.run(&["undo", "1", "--apply"]).await;
    assert!(gone.sentence(2).contains("there is no run 1"), "{gone:?}");
}

#[tokio::test]
async fn where_there_is_nothing_to_be_done_it_says_so_in_one_sentence() {
    let case = Case::legacy().await;
    for (arguments, part) in [
        (&["verify", "7"][..], "there is no run 7"),
        (&["undo", "7"], "there is no run 7"),
        (&["undo", "7", "--apply"], "there is no run 7"),
        (&["history", "prune", "7", "--apply"], "there is no run 7"),
        (&["verify"], "no run has been applied here"),
        (&["apply", "nowhere.json"], "cannot read nowhere.json"),
        (&["plan", "show", "nowhere.json"], "cannot read nowhere.json"),
        (&["plan", "--output", "nowhere/plan.json"], "cannot write nowhere/plan.json"),
        (&["merge", "1", "2", "--users-table", "nobody"], "nobody"),
    ] {
        let ended = case.run(arguments).await;
        assert!(ended.sentence(2).contains(part), "{arguments:?}: {ended:?}");
    }
    write(case.folder.path(), "no.json", "{\"format\": 1}");
    let ended = case.run(&["apply", "no.json"]).await;
    assert!(ended.sentence(2).contains("no.json is no plan"), "{ended:?}");
    assert!(ended.stderr.contains("make one with `orientor plan`"), "{ended:?}");
}

#[tokio::test]
async fn a_plan_is_for_one_database_only() {
    let (case, other) = (Case::legacy().await, Case::legacy().await);
    case.plan().await;
    let plan = case.folder.path().join("plan.json");
    let plan = plan.to_str().unwrap();

    let refused = other.run(&["apply", plan, "--apply"]).await;
    assert!(refused.sentence(3).contains("plan"), "{refused:?}");
    // Its copy is another matter.
    case.run(&["apply", plan, "--rehearse", other.database.url()]).await.success();
    assert_eq!(other.number("SELECT count(*) FROM users WHERE is_active IS NULL").await, 0);
    assert_eq!(case.number("SELECT count(*) FROM users WHERE is_active IS NULL").await, 4);
}

#[tokio::test]
async fn a_database_that_is_not_there_or_not_postgresql_is_one_sentence() {
    let case = Case::legacy().await;
    case.plan().await;
    write(case.folder.path(), "pairs.csv", "1,user_1\n");
    let file = |name: &str| case.folder.path().join(name).to_str().unwrap().to_owned();
    let (plan, pairs, out) = (file("plan.json"), file("pairs.csv"), file("out.json"));
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let away = format!("postgres://ada:hush@127.0.0.1:{port}/orientor");
    let locked = as_role(case.database.url(), "nobody_at_all");
    for command in [
        &["plan", "--output", &out][..],
        &["apply", &plan],
        &["apply", &plan, "--apply"],
        &["verify"],
        &["undo", "1"],
        &["history"],
        &["merge", "1", "2", "--output", &out],
        &["relink", &pairs, "--output", &out],
    ] {
        for (url, part) in [
            ("", "no database is configured; set DATABASE_URL"),
            ("sqlite::memory:", "the doctor looks at PostgreSQL only, and this is SQLite"),
            ("mysql://ada:hush@localhost/orientor", "not the address of a PostgreSQL database"),
            (away.as_str(), "cannot be reached"),
            (locked.as_str(), "cannot be reached"),
        ] {
            let ended = run(command, &[("DATABASE_URL", url)]).await;
            assert!(ended.sentence(2).contains(part), "{command:?} {url}: {ended:?}");
            assert!(ended.stderr.contains("DATABASE_URL"), "no remedy: {command:?} {url}: {ended:?}");
        }
    }
}

#[tokio::test]
async fn a_role_that_may_not_make_the_doctors_tables_is_told_so() {
    let case = Case::legacy().await;
    case.plan().await;
    let role = format!("reader_of_{}", case.database.url().rsplit_once('/').unwrap().1);
    case.sql(&format!("CREATE ROLE {role}; GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}")).await;
    // Becomes the role at once, so that no server has to let it in.
    let url = format!("{}?options=-c%20role%3D{role}", case.database.url());
    let plan = case.folder.path().join("plan.json");

    let refused = run(&["apply", plan.to_str().unwrap(), "--apply"], &[("DATABASE_URL", &url)]).await;

    let sentence = refused.sentence(2);
    assert!(sentence.contains("making the doctor's own tables failed: permission denied"), "{sentence}");
    assert!(sentence.ends_with("; connect as a role that may, such as the owner of the tables"), "{sentence}");
    assert_eq!(case.run(&["history"]).await.success(), "the doctor has changed nothing here\n");
    case.sql(&format!("DROP OWNED BY {role}; DROP ROLE {role}")).await;
}
