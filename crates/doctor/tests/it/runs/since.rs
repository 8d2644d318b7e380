//! What others have done since a run to what its rows refer to, and to what refers to them.

use orientor_doctor::{Hindrance, Obstacle, Quiet, RunError, UndoOptions, apply, plan_merge, undo, verify};
use orientor_testkit::state::{difference, state};

use super::{audit_options, consent, number, options, repair_plan, run, undo_options};
use crate::support::database;

/// Nine users; what follows refers to them.
pub const USERS: &str = "
CREATE TABLE users (id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY, email text, clerk_id text UNIQUE);
INSERT INTO users (email, clerk_id) SELECT 'u' || n || '@example.com', 'user_' || substr(md5(n::text), 1, 27) FROM generate_series(1, 9) AS n;
";

fn partly(url: &str) -> UndoOptions {
    UndoOptions { partial: true, ..undo_options(url) }
}

#[tokio::test]
async fn an_orphan_comes_back_as_one_but_not_a_row_whose_parent_was_deleted_since() {
    let home = database(&[
        USERS,
        "CREATE TABLE teams (id int PRIMARY KEY, name text);
         INSERT INTO teams VALUES (1, 'red'), (2, 'blue'), (3, 'green');
         CREATE TABLE keys (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users ON DELETE CASCADE,
            team_id int NOT NULL REFERENCES teams DEFERRABLE INITIALLY DEFERRED);
         SET session_replication_role = replica;
         INSERT INTO keys (user_id, team_id) VALUES (1, 3), (901, 1), (902, 2), (903, 99);
         RESET session_replication_role;",
    ])
    .await;
    let url = home.url();
    let before = state(url).await;
    let plan = repair_plan(url).await;
    let applied = apply(&plan, &options(url), &Quiet, consent()).await.unwrap();
    assert_eq!(number(url, "SELECT count(*) FROM keys").await, 1);
    run(url, "DELETE FROM teams WHERE id = 2").await;
    let since = state(url).await;

    let refused = undo(applied.run, &undo_options(url), &Quiet, consent()).await.unwrap();

    assert!(!refused.done, "{refused:?}");
    let [conflict] = &refused.conflicts[..] else { panic!("{refused:?}") };
    assert_eq!((conflict.table.as_str(), conflict.key.as_str()), ("public.keys", "{3}"));
    assert_eq!(conflict.why, Obstacle::ParentGone);
    assert!(state(url).await == since);

    let undone = undo(applied.run, &partly(url), &Quiet, consent()).await.unwrap();
    assert!(undone.done && undone.conflicts == refused.conflicts, "{undone:?}");
    assert_eq!(number(url, "SELECT string_agg(id::text, '' ORDER BY id)::bigint FROM keys").await, 124);
    assert_eq!(number(url, "SELECT count(*) FROM orientor_doctor.quarantine WHERE key = '{3}'").await, 1);
    assert_eq!(number(url, "SELECT count(*) FROM orientor_doctor.quarantine").await, 1);
    // Were they there again, nothing but the two would be missing.
    run(url, "INSERT INTO teams VALUES (2, 'blue'); SET session_replication_role = replica; INSERT INTO keys VALUES (3, 902, 2)")
        .await;
    let after = state(url).await;
    assert!(before == after, "{}", difference(&before, &after));
}

#[tokio::test]
async fn a_parent_that_goes_while_rows_are_put_back_is_noticed_too() {
    let home = database(&[
        USERS,
        "CREATE TABLE teams (id int PRIMARY KEY);
         INSERT INTO teams VALUES (1), (2);
         CREATE TABLE keys (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users ON DELETE CASCADE, team_id int REFERENCES teams);
         SET session_replication_role = replica;
         INSERT INTO keys (user_id, team_id) VALUES (901, 1), (902, 2);
         RESET session_replication_role;",
    ])
    .await;
    let url = home.url();
    let plan = repair_plan(url).await;
    let applied = apply(&plan, &options(url), &Quiet, consent()).await.unwrap();
    // As it is after a run that was cut off between looking and putting back.
    run(url, "DELETE FROM teams WHERE id = 2; UPDATE orientor_doctor.runs SET state = 'undoing'").await;

    let stopped = undo(applied.run, &undo_options(url), &Quiet, consent()).await;

    let Err(RunError::Stays { table, keys, why: Obstacle::ParentGone }) = &stopped else { panic!("{stopped:?}") };
    assert_eq!((table.as_str(), &keys[..]), ("public.keys", &["{2}".to_owned()][..]));
    let undone = undo(applied.run, &partly(url), &Quiet, consent()).await.unwrap();
    assert!(undone.done && undone.begun && undone.conflicts.len() == 1, "{undone:?}");
    assert_eq!(number(url, "SELECT (min(id) + max(id))::bigint FROM keys").await, 2);
}

#[tokio::test]
async fn a_row_that_was_added_stays_where_others_refer_to_it_since() {
    let home = database(&[
        USERS,
        "CREATE TABLE user_profiles (id serial PRIMARY KEY, user_id int NOT NULL UNIQUE REFERENCES users ON DELETE CASCADE);
         INSERT INTO user_profiles (user_id) SELECT id FROM users WHERE id < 8;
         CREATE TABLE badges (id serial PRIMARY KEY, profile_id int NOT NULL REFERENCES user_profiles ON DELETE CASCADE);",
    ])
    .await;
    let url = home.url();
    let plan = repair_plan(url).await;
    let applied = apply(&plan, &options(url), &Quiet, consent()).await.unwrap();
    assert_eq!(number(url, "SELECT count(*) FROM user_profiles").await, 9);
    run(url, "INSERT INTO badges (profile_id) SELECT id FROM user_profiles WHERE user_id = 9").await;

    let refused = undo(applied.run, &undo_options(url), &Quiet, consent()).await.unwrap();

    assert!(!refused.done && refused.conflicts.len() == 1, "{refused:?}");
    assert_eq!(refused.conflicts[0].why, Obstacle::Referred);
    let undone = undo(applied.run, &partly(url), &Quiet, consent()).await.unwrap();
    assert!(undone.done && undone.conflicts == refused.conflicts, "{undone:?}");
    assert_eq!(number(url, "SELECT count(*) FROM badges").await, 1);
    assert_eq!(number(url, "SELECT count(*) FROM user_profiles WHERE user_id > 7").await, 1);
}

/// Writes down elsewhere what happens to keys.
const AUDITED: &str = "
CREATE TABLE keys (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users ON DELETE CASCADE);
INSERT INTO keys (user_id) SELECT 1 + n % 3 FROM generate_series(1, 20) AS n;
CREATE TABLE audit_log (what text, at timestamptz DEFAULT now());
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO audit_log (what) VALUES (TG_OP); RETURN NULL; END $$;
";

#[tokio::test]
async fn a_trigger_that_writes_elsewhere_is_refused_even_if_triggers_are_allowed() {
    let home =
        database(&[USERS, AUDITED, "CREATE TRIGGER audit AFTER UPDATE ON keys FOR EACH ROW EXECUTE FUNCTION audit()"])
            .await;
    let url = home.url();
    let before = state(url).await;
    let plan = plan_merge(&audit_options(url), 1, 2).await.unwrap();
    let mut with = options(url);
    with.with_triggers = true;

    let refused = apply(&plan, &with, &Quiet, consent()).await;

    let Err(RunError::Elsewhere { table, others }) = &refused else { panic!("{refused:?}") };
    assert_eq!((table.as_str(), &others[..]), ("public.keys", &["public.audit_log".to_owned()][..]));
    assert!(state(url).await == before);
    let rehearsed = orientor_doctor::rehearse(&plan, &with, &Quiet).await.unwrap();
    assert!(
        rehearsed.iter().any(|it| it.why == Hindrance::Fails && it.said.contains("also writes to public.audit_log")),
        "{rehearsed:?}"
    );

    // Switched off by somebody, it is no longer in the way.
    run(url, "ALTER TABLE keys DISABLE TRIGGER audit").await;
    let applied = apply(&plan, &with, &Quiet, consent()).await.unwrap();
    assert!(!applied.resumed && verify(applied.run, &with, &Quiet).await.unwrap().holds());
    run(url, "ALTER TABLE keys ENABLE TRIGGER audit").await;
    undo(applied.run, &undo_options(url), &Quiet, consent()).await.unwrap();
    let after = state(url).await;
    assert!(before == after, "{}", difference(&before, &after));
}

#[tokio::test]
async fn what_statements_set_off_elsewhere_or_in_the_same_table_is_noticed_as_well() {
    for trigger in [
        "CREATE TRIGGER audit AFTER UPDATE ON keys FOR EACH STATEMENT EXECUTE FUNCTION audit()",
        "CREATE FUNCTION more() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
            IF pg_trigger_depth() = 1 THEN UPDATE keys SET user_id = user_id WHERE id = 1; END IF; RETURN NULL; END $$; \
         CREATE TRIGGER more AFTER UPDATE ON keys FOR EACH STATEMENT EXECUTE FUNCTION more()",
    ] {
        let home = database(&[USERS, AUDITED, trigger]).await;
        let url = home.url();
        let before = state(url).await;
        let plan = plan_merge(&audit_options(url), 1, 2).await.unwrap();

        let refused = apply(&plan, &options(url), &Quiet, consent()).await;

        assert!(matches!(refused, Err(RunError::Elsewhere { .. })), "{refused:?}");
        let after = state(url).await;
        assert!(before == after, "{}", difference(&before, &after));
        assert_eq!(number(url, "SELECT count(*) FROM orientor_doctor.runs WHERE state <> 'undone'").await, 0);
    }
}

#[tokio::test]
async fn a_key_that_the_plan_did_not_look_at_takes_no_row_along() {
    let home = database(&[
        USERS,
        "CREATE SCHEMA elsewhere; CREATE TABLE elsewhere.letters (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users ON DELETE CASCADE); \
         INSERT INTO elsewhere.letters (user_id) VALUES (2)",
    ])
    .await;
    let url = home.url();
    let before = state(url).await;
    let audit = orientor_doctor::AuditOptions { schemas: vec!["public".to_owned()], ..audit_options(url) };
    let plan = plan_merge(&audit, 1, 2).await.unwrap();

    let refused = apply(&plan, &options(url), &Quiet, consent()).await;

    let Err(RunError::Elsewhere { others, .. }) = &refused else { panic!("{refused:?}") };
    assert_eq!(others[..], ["elsewhere.letters".to_owned()]);
    assert!(state(url).await == before);
}
