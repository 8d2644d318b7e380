//! What a plan promises: prediction, refusal, verification, a journal that nobody can edit unseen.

use orientor_doctor::{
    AuditOptions, Hindrance, Quiet, RunError, apply, history, plan_merge, plan_relink, prune, rehearse, undo, verify,
};
use orientor_testkit::{
    database::TestDatabase,
    state::{difference, state},
};

use super::{audit_options, consent, number, options, relinks, repair_plan, run, undo_options};
use crate::{roles::Role, support::database};

#[tokio::test]
async fn what_was_planned_is_what_happens_and_can_be_taken_back() {
    let home = TestDatabase::legacy().await;
    let before = state(home.url()).await;
    let plan = repair_plan(home.url()).await;
    assert!(state(home.url()).await == before, "a plan has changed something");

    let applied = apply(&plan, &options(home.url()), &Quiet, consent()).await.unwrap();

    assert_eq!(applied.rows, plan.rows());
    assert!(!applied.resumed);
    let verified = verify(applied.run, &options(home.url()), &Quiet).await.unwrap();
    assert!(verified.holds(), "{verified:?}");
    assert_eq!(verified.rows, plan.rows());
    let undone = undo(applied.run, &undo_options(home.url()), &Quiet, consent()).await.unwrap();
    assert!(undone.done && undone.conflicts.is_empty() && undone.moved_sequences.is_empty(), "{undone:?}");
    assert_eq!(undone.rows, plan.rows());
    let after = state(home.url()).await;
    assert!(before == after, "{}", difference(&before, &after));
}

#[tokio::test]
async fn a_rehearsal_changes_nothing() {
    let home = TestDatabase::legacy().await;
    let before = state(home.url()).await;
    let plan = repair_plan(home.url()).await;

    let failed = rehearse(&plan, &options(home.url()), &Quiet).await.unwrap();

    assert!(state(home.url()).await == before);
    assert_eq!(number(home.url(), "SELECT count(*) FROM pg_namespace WHERE nspname = 'orientor_doctor'").await, 0);
    // What fails by itself needs an earlier step.
    assert!(failed.iter().all(|it| it.why != Hindrance::Fails), "{failed:#?}");
    assert!(
        failed.iter().any(|it| it.why == Hindrance::Prepared && it.said.contains("violates not-null")),
        "{failed:#?}"
    );
    assert!(failed.iter().any(|it| it.why == Hindrance::Outside), "{failed:#?}");
}

#[tokio::test]
async fn a_row_that_changed_since_the_plan_makes_apply_refuse() {
    for change in [
        "UPDATE gca_results SET top_3_code = 'AAA' WHERE user_id = 17",
        "INSERT INTO suggested_peers (user_id, suggested_id) VALUES (17, 70)",
        "DELETE FROM tree_paths WHERE user_id = 17",
        "UPDATE users SET first_name = 'Changed' WHERE id = 141",
    ] {
        let home = TestDatabase::legacy().await;
        let plan = repair_plan(home.url()).await;
        run(home.url(), change).await;
        let before = state(home.url()).await;

        let refused = apply(&plan, &options(home.url()), &Quiet, consent()).await;

        let Err(RunError::Moved(tables)) = refused else { panic!("{change}: {refused:?}") };
        let table = change
            .split_whitespace()
            .find(|word| ["gca_results", "suggested_peers", "tree_paths", "users"].contains(word));
        assert!(tables.iter().any(|it| it.contains(table.unwrap())), "{tables:?}");
        assert!(state(home.url()).await == before, "{change}");
    }
}

#[tokio::test]
async fn a_plan_is_for_one_database_and_for_once() {
    let (home, other) = (TestDatabase::legacy().await, TestDatabase::legacy().await);
    let plan = repair_plan(home.url()).await;

    assert!(matches!(apply(&plan, &options(other.url()), &Quiet, consent()).await, Err(RunError::NotThisPlan(_))));
    let applied = apply(&plan, &options(home.url()), &Quiet, consent()).await.unwrap();
    assert!(matches!(apply(&plan, &options(home.url()), &Quiet, consent()).await, Err(RunError::NotNow(_))));
    undo(applied.run, &undo_options(home.url()), &Quiet, consent()).await.unwrap();
    assert!(matches!(undo(applied.run, &undo_options(home.url()), &Quiet, consent()).await, Err(RunError::NotNow(_))));
    assert!(matches!(undo(99, &undo_options(home.url()), &Quiet, consent()).await, Err(RunError::NoRun(99))));
    // Undone, the database is as the plan saw it, and the plan is good again.
    apply(&plan, &options(home.url()), &Quiet, consent()).await.unwrap();
}

#[tokio::test]
async fn rows_that_somebody_changed_since_are_named_and_never_overwritten() {
    let home = TestDatabase::legacy().await;
    let plan = repair_plan(home.url()).await;
    let applied = apply(&plan, &options(home.url()), &Quiet, consent()).await.unwrap();
    run(home.url(), "UPDATE users SET last_name = 'Married' WHERE id = 3").await;
    let before = state(home.url()).await;

    let refused = undo(applied.run, &undo_options(home.url()), &Quiet, consent()).await.unwrap();

    assert!(!refused.done);
    assert_eq!(refused.conflicts.len(), 1, "{refused:?}");
    assert_eq!((refused.conflicts[0].table.as_str(), refused.conflicts[0].key.as_str()), ("public.users", "{3}"));
    assert!(state(home.url()).await == before);
    let found = verify(applied.run, &options(home.url()), &Quiet).await.unwrap();
    assert_eq!(found.differences.len(), 1, "{found:?}");

    let mut partial = undo_options(home.url());
    partial.partial = true;
    let undone = undo(applied.run, &partial, &Quiet, consent()).await.unwrap();
    assert!(undone.done);
    assert_eq!(number(home.url(), "SELECT count(*) FROM users WHERE id = 3 AND last_name = 'Married'").await, 1);
}

#[tokio::test]
async fn orphans_that_a_foreign_key_forbids_are_put_back_and_tell_what_that_needs() {
    let home = database(&["
        CREATE TABLE users (id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY, email text, clerk_id text UNIQUE);
        INSERT INTO users (email, clerk_id) SELECT 'u' || n || '@example.com', 'user_' || substr(md5(n::text), 1, 27) FROM generate_series(1, 9) AS n;
        CREATE TABLE keys (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users ON DELETE CASCADE);
        SET session_replication_role = replica;
        INSERT INTO keys (user_id) VALUES (1), (901), (902);
        RESET session_replication_role;"])
    .await;
    let before = state(home.url()).await;
    let plan = repair_plan(home.url()).await;
    let applied = apply(&plan, &options(home.url()), &Quiet, consent()).await.unwrap();
    let role = Role::new(&home).await;
    run(
        home.url(),
        &format!(
            "GRANT ALL ON SCHEMA public, orientor_doctor TO {0}; GRANT ALL ON ALL TABLES IN SCHEMA public, orientor_doctor TO {0}; \
             GRANT ALL ON ALL SEQUENCES IN SCHEMA public, orientor_doctor TO {0}; ALTER TABLE keys OWNER TO {0}; ALTER TABLE users OWNER TO {0}",
            role.name
        ),
    )
    .await;

    let refused = undo(applied.run, &undo_options(&role.url), &Quiet, consent()).await.unwrap_err();

    assert!(refused.to_string().contains("session_replication_role"), "{refused:?}");
    let undone = undo(applied.run, &undo_options(home.url()), &Quiet, consent()).await.unwrap();
    assert!(undone.done);
    let after = state(home.url()).await;
    assert!(before == after, "{}", difference(&before, &after));
}

#[tokio::test]
async fn one_flipped_cell_is_found_and_named() {
    let home = TestDatabase::legacy().await;
    let plan = plan_merge(&audit_options(home.url()), 61, 62).await.unwrap();
    let applied = apply(&plan, &options(home.url()), &Quiet, consent()).await.unwrap();
    run(home.url(), "UPDATE career_goals SET notes = notes || '.' WHERE id = 2").await;

    let found = verify(applied.run, &options(home.url()), &Quiet).await.unwrap();

    assert!(!found.holds());
    assert_eq!(
        (found.differences[0].table.as_str(), found.differences[0].key.as_str()),
        ("public.career_goals", "{2}")
    );
}

#[tokio::test]
async fn an_edited_journal_is_refused() {
    for edit in [
        "UPDATE orientor_doctor.journal SET before = replace(before, 'example.com', 'example.org') WHERE before LIKE '%example.com%'",
        "DELETE FROM orientor_doctor.journal WHERE (step, n) = (SELECT step, n FROM orientor_doctor.journal ORDER BY step, n LIMIT 1)",
        "UPDATE orientor_doctor.journal AS j SET before = i.before FROM orientor_doctor.journal AS i \
         WHERE (j.run, j.step) = (i.run, i.step) AND j.n = 3 - i.n AND j.before <> i.before",
        "UPDATE orientor_doctor.journal SET after = after + 1 WHERE (step, n) = (SELECT step, n FROM orientor_doctor.journal ORDER BY step DESC LIMIT 1)",
        "UPDATE orientor_doctor.journal SET k2 = k || '{7}'",
        "UPDATE orientor_doctor.journal SET n = 900 WHERE (step, n) IN (SELECT step, max(n) FROM orientor_doctor.journal GROUP BY step)",
        "INSERT INTO orientor_doctor.journal (run, step, n) SELECT run, step, upto + 1 FROM orientor_doctor.batches ORDER BY step DESC, upto DESC LIMIT 1",
        "INSERT INTO orientor_doctor.journal (run, step, n) SELECT run, step, 0 FROM orientor_doctor.batches LIMIT 1",
        "INSERT INTO orientor_doctor.orphans (run, step, n, reference) SELECT run, step, n, 'x' FROM orientor_doctor.journal LIMIT 1",
        "INSERT INTO orientor_doctor.journal (run, step, n) VALUES (1, 900, 1)",
        "UPDATE orientor_doctor.batches SET seal = '1' WHERE step = (SELECT max(step) FROM orientor_doctor.batches)",
        "DELETE FROM orientor_doctor.batches WHERE step = (SELECT max(step) FROM orientor_doctor.batches)",
        "UPDATE orientor_doctor.runs SET plan = replace(plan, 'public', 'publik')",
    ] {
        let home = TestDatabase::legacy().await;
        let plan = plan_merge(&audit_options(home.url()), 61, 62).await.unwrap();
        let applied = apply(&plan, &options(home.url()), &Quiet, consent()).await.unwrap();
        run(home.url(), edit).await;
        let before = state(home.url()).await;

        let refused = undo(applied.run, &undo_options(home.url()), &Quiet, consent()).await;

        assert!(matches!(refused, Err(RunError::Tampered { .. })), "{edit}: {refused:?}");
        assert!(
            matches!(verify(applied.run, &options(home.url()), &Quiet).await, Err(RunError::Tampered { .. })),
            "{edit}"
        );
        assert!(state(home.url()).await == before);
    }
}

#[tokio::test]
async fn history_lists_runs_and_prune_forgets_one() {
    let home = TestDatabase::legacy().await;
    assert!(history(&options(home.url())).await.unwrap().is_empty());
    let plan = repair_plan(home.url()).await;
    let applied = apply(&plan, &options(home.url()), &Quiet, consent()).await.unwrap();
    let merge = plan_merge(&audit_options(home.url()), 71, 73).await.unwrap();
    let merged = apply(&merge, &options(home.url()), &Quiet, consent()).await.unwrap();

    let listed = history(&options(home.url())).await.unwrap();

    assert_eq!(
        listed.iter().map(|it| (it.run, it.purpose.as_str(), it.state.as_str())).collect::<Vec<_>>(),
        [(applied.run, "repair", "applied"), (merged.run, "merge 71 73", "applied")]
    );
    assert_eq!(listed[1].rows, i64::try_from(merge.rows()).unwrap());
    prune(applied.run, &options(home.url()), consent()).await.unwrap();
    assert_eq!(history(&options(home.url())).await.unwrap().len(), 1);
    assert!(matches!(undo(applied.run, &undo_options(home.url()), &Quiet, consent()).await, Err(RunError::NoRun(_))));
    undo(merged.run, &undo_options(home.url()), &Quiet, consent()).await.unwrap();
}

#[tokio::test]
async fn a_relink_gives_subjects_for_subjects_and_to_users() {
    let home = TestDatabase::legacy().await;
    let before = state(home.url()).await;
    let new = |letter: char| format!("user_{}", letter.to_string().repeat(27));
    let old = "user_2CxNFujltGySctybCE0gbg5K2sC";
    let links = [(old.to_owned(), new('A')), ("62".to_owned(), new('B')), ("user_nobody".to_owned(), new('C'))];
    let plan = plan_relink(&audit_options(home.url()), relinks(&links)).await.unwrap();
    assert_eq!(plan.rows(), 2);

    let applied = apply(&plan, &options(home.url()), &Quiet, consent()).await.unwrap();

    let sql =
        format!("SELECT count(*) FROM users WHERE (id, clerk_user_id) IN ((61, '{}'), (62, '{}'))", new('A'), new('B'));
    assert_eq!(number(home.url(), &sql).await, 2);
    undo(applied.run, &undo_options(home.url()), &Quiet, consent()).await.unwrap();
    let after = state(home.url()).await;
    assert!(before == after, "{}", difference(&before, &after));
    for (twice, part) in [
        ([links[0].clone(), ("63".to_owned(), new('A'))], "is the new subject of several rows"),
        ([links[1].clone(), ("62".to_owned(), new('D'))], "62 gets several new subjects"),
    ] {
        let refused = plan_relink(&audit_options(home.url()), relinks(&twice)).await.unwrap_err();
        assert!(matches!(&refused, RunError::NotNow(why) if why.contains(part)), "{refused:?}");
    }
}

#[tokio::test]
async fn a_number_names_the_ids_of_the_provider_alone_and_no_two_of_them() {
    let home = database(&[include_str!("../strange/club.sql")]).await;
    let new = |letter: char| format!("user_{}", letter.to_string().repeat(27));
    let logins =
        |of: &str| format!("SELECT count(*) FROM \"Club House\".\"Member Logins\" WHERE \"memberNo\" = 3 AND {of}");
    let options = AuditOptions { schemas: vec!["Club House".to_owned()], ..audit_options(home.url()) };

    // Member 3 signs in with two providers.
    let plan = plan_relink(&options, relinks(&[("3".to_owned(), new('A'))])).await.unwrap();
    assert_eq!(plan.rows(), 1);
    apply(&plan, &super::options(home.url()), &Quiet, consent()).await.unwrap();

    assert_eq!(number(home.url(), &logins(&format!("provider = 'clerk' AND uid = '{}'", new('A')))).await, 1);
    assert_eq!(number(home.url(), &logins("provider = 'github' AND uid = '2799'")).await, 1);
    let second =
        "INSERT INTO \"Club House\".\"Member Logins\" (\"memberNo\", provider, uid) VALUES (3, 'clerk', 'user_";
    run(home.url(), &format!("{second}{}')", "B".repeat(27))).await;
    let refused = plan_relink(&options, relinks(&[("3".to_owned(), new('C'))])).await.unwrap_err();
    assert!(
        matches!(&refused, RunError::NotNow(why) if why.contains("has several ids in Member Logins")),
        "{refused:?}"
    );
    let plan = plan_relink(&options, relinks(&[(new('A'), new('C'))])).await.unwrap();
    assert_eq!(plan.rows(), 1);
}

#[tokio::test]
async fn a_row_trigger_of_somebody_else_makes_apply_refuse() {
    let home = TestDatabase::legacy().await;
    run(
        home.url(),
        "CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$; \
         CREATE TRIGGER stamp BEFORE UPDATE ON user_profiles FOR EACH ROW EXECUTE FUNCTION stamp()",
    )
    .await;
    let plan = repair_plan(home.url()).await;
    let before = state(home.url()).await;

    let refused = apply(&plan, &options(home.url()), &Quiet, consent()).await;

    assert!(matches!(&refused, Err(RunError::Trigger { trigger, .. }) if trigger == "stamp"), "{refused:?}");
    let mut with = options(home.url());
    with.with_triggers = true;
    let applied = apply(&plan, &with, &Quiet, consent()).await.unwrap();
    assert!(verify(applied.run, &with, &Quiet).await.unwrap().holds());
    undo(applied.run, &undo_options(home.url()), &Quiet, consent()).await.unwrap();
    // Also what the trigger wrote is as it was, and the trigger itself.
    let after = state(home.url()).await;
    assert!(before == after, "{}", difference(&before, &after));
}

#[tokio::test]
async fn users_who_refer_to_the_one_who_goes_refer_to_the_one_who_stays_and_back() {
    let home = database(&["
        CREATE TABLE users (id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY, email text, clerk_id text UNIQUE,
            referrer_id int REFERENCES users ON DELETE SET NULL);
        INSERT INTO users (email, clerk_id, referrer_id)
            SELECT 'u' || n || '@example.com', 'user_' || substr(md5(n::text), 1, 27), CASE WHEN n > 3 THEN 2 WHEN n = 1 THEN 2 END FROM generate_series(1, 9) AS n;"])
    .await;
    let before = state(home.url()).await;
    let plan = plan_merge(&audit_options(home.url()), 1, 2).await.unwrap();

    let applied = apply(&plan, &options(home.url()), &Quiet, consent()).await.unwrap();

    assert_eq!(number(home.url(), "SELECT count(*) FROM users WHERE referrer_id = 1").await, 7);
    undo(applied.run, &undo_options(home.url()), &Quiet, consent()).await.unwrap();
    let after = state(home.url()).await;
    assert!(before == after, "{}", difference(&before, &after));
    assert!(matches!(plan_merge(&audit_options(home.url()), 99, 2).await, Err(RunError::NotNow(_))));
}

#[tokio::test]
async fn what_only_the_one_who_goes_has_and_nobody_may_have_twice_moves_to_the_one_who_stays() {
    let home = database(&["
        CREATE TABLE users (id serial PRIMARY KEY, email text UNIQUE, clerk_user_id text UNIQUE);
        CREATE TABLE user_profiles (user_id integer PRIMARY KEY REFERENCES users, library_card text UNIQUE, town text);
        INSERT INTO users (email) VALUES ('ada@example.com'), ('ada@example.net');
        INSERT INTO user_profiles VALUES (1, NULL, 'Oslo'), (2, 'B 17', 'Bergen');
    "])
    .await;
    let before = state(home.url()).await;
    let plan = plan_merge(&audit_options(home.url()), 1, 2).await.unwrap();

    let applied = apply(&plan, &options(home.url()), &Quiet, consent()).await.unwrap();

    let filled = "SELECT count(*) FROM user_profiles WHERE user_id = 1 AND library_card = 'B 17' AND town = 'Oslo'";
    assert_eq!(number(home.url(), filled).await, 1);
    assert_eq!(number(home.url(), "SELECT count(*) FROM user_profiles").await, 1);
    assert_eq!(applied.rows, plan.rows());
    undo(applied.run, &undo_options(home.url()), &Quiet, consent()).await.unwrap();
    let after = state(home.url()).await;
    assert!(before == after, "{}", difference(&before, &after));
}
