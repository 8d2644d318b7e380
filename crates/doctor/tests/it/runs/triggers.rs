//! Triggers of somebody else on tables whose rows a plan changes.

use orientor_doctor::{ApplyOptions, Hindrance, Quiet, RunError, apply, plan_merge, rehearse, undo, verify};
use orientor_testkit::state::{difference, state};

use super::{audit_options, consent, number, options, released, run, since::USERS, undo_options};
use crate::{
    proxy::{Cut, Proxy},
    support::database,
};

/// Letters of the users, and a function that notes in a row that it was changed.
const LETTERS: &str = "
CREATE TABLE letters (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users ON DELETE CASCADE, note text DEFAULT 'new');
CREATE INDEX ON letters (user_id);
INSERT INTO letters (user_id) SELECT 1 + n % 3 FROM generate_series(1, 20) AS n;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note := 'changed'; RETURN NEW; END $$;
";

const STAMP: &str = "CREATE TRIGGER stamp BEFORE UPDATE ON letters FOR EACH ROW EXECUTE FUNCTION stamp()";

fn with_triggers(url: &str) -> ApplyOptions {
    ApplyOptions { with_triggers: true, ..options(url) }
}

#[tokio::test]
async fn what_a_trigger_wrote_goes_back_even_if_the_trigger_is_gone() {
    let home = database(&[USERS, LETTERS, STAMP]).await;
    let url = home.url();
    let before = state(url).await;
    let plan = plan_merge(&audit_options(url), 1, 2).await.unwrap();
    let applied = apply(&plan, &with_triggers(url), &Quiet, consent()).await.unwrap();
    assert!(number(url, "SELECT count(*) FROM letters WHERE note = 'changed'").await > 0);
    run(url, "DROP TRIGGER stamp ON letters").await;

    let undone = undo(applied.run, &undo_options(url), &Quiet, consent()).await.unwrap();

    assert!(undone.done && undone.conflicts.is_empty(), "{undone:?}");
    run(url, STAMP).await;
    let after = state(url).await;
    assert!(before == after, "{}", difference(&before, &after));
}

#[tokio::test]
async fn a_trigger_of_a_partition_is_one_of_its_table() {
    let home = database(&[
        USERS,
        "CREATE TABLE letters (id int, user_id int NOT NULL REFERENCES users ON DELETE CASCADE, note text DEFAULT 'new', PRIMARY KEY (id)) PARTITION BY RANGE (id);
         CREATE TABLE letters_old PARTITION OF letters FOR VALUES FROM (0) TO (10);
         CREATE TABLE letters_new PARTITION OF letters FOR VALUES FROM (10) TO (100);
         CREATE INDEX ON letters (user_id);
         INSERT INTO letters (id, user_id) SELECT n, 1 + n % 3 FROM generate_series(1, 20) AS n;
         CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note := coalesce(NEW.note, '') || '.'; RETURN NEW; END $$;
         CREATE TRIGGER stamp BEFORE UPDATE ON letters_new FOR EACH ROW EXECUTE FUNCTION stamp();
         CREATE TRIGGER all_of_them BEFORE UPDATE ON letters FOR EACH ROW EXECUTE FUNCTION stamp();
         ALTER TABLE letters_old DISABLE TRIGGER all_of_them;
         ALTER TABLE letters DISABLE TRIGGER all_of_them",
    ])
    .await;
    let url = home.url();
    let before = state(url).await;
    let plan = plan_merge(&audit_options(url), 1, 2).await.unwrap();

    let refused = apply(&plan, &options(url), &Quiet, consent()).await;

    assert!(matches!(&refused, Err(RunError::Trigger { trigger, .. }) if trigger == "stamp"), "{refused:?}");
    assert!(state(url).await == before);
    let applied = apply(&plan, &with_triggers(url), &Quiet, consent()).await.unwrap();
    assert!(verify(applied.run, &options(url), &Quiet).await.unwrap().holds());
    // A root whose trigger is on, and a partition where it is not, stay so.
    run(url, "ALTER TABLE ONLY letters ENABLE TRIGGER all_of_them").await;
    let undone = undo(applied.run, &undo_options(url), &Quiet, consent()).await.unwrap();
    assert!(undone.done && undone.conflicts.is_empty(), "{undone:?}");
    run(url, "ALTER TABLE ONLY letters DISABLE TRIGGER all_of_them").await;
    let after = state(url).await;
    assert!(before == after, "{}", difference(&before, &after));
}

#[tokio::test]
async fn a_trigger_that_writes_to_a_table_that_refers_to_its_own_is_noticed() {
    let home = database(&[
        USERS,
        LETTERS,
        "CREATE TABLE stamps (id serial PRIMARY KEY, letter_id int NOT NULL REFERENCES letters ON UPDATE CASCADE ON DELETE CASCADE, text text);
         CREATE INDEX ON stamps (letter_id);
         INSERT INTO stamps (letter_id, text) SELECT id, 'red' FROM letters;
         CREATE FUNCTION paint() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE stamps SET text = 'blue' WHERE letter_id = NEW.id; RETURN NULL; END $$;
         CREATE TRIGGER paint AFTER UPDATE ON letters FOR EACH ROW EXECUTE FUNCTION paint()",
    ])
    .await;
    let url = home.url();
    let before = state(url).await;
    let plan = plan_merge(&audit_options(url), 1, 2).await.unwrap();

    let refused = apply(&plan, &with_triggers(url), &Quiet, consent()).await;

    let Err(RunError::Elsewhere { table, others }) = &refused else { panic!("{refused:?}") };
    assert_eq!((table.as_str(), &others[..]), ("public.letters", &["public.stamps".to_owned()][..]));
    let after = state(url).await;
    assert!(before == after, "{}", difference(&before, &after));
}

#[tokio::test]
async fn rows_of_its_own_table_that_go_along_are_an_earlier_steps_affair() {
    let home = database(&["
        CREATE TABLE users (id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY, email text, clerk_id text UNIQUE,
            referrer_id int REFERENCES users ON DELETE SET NULL);
        INSERT INTO users (email, clerk_id, referrer_id)
            SELECT 'u' || n || '@example.com', 'user_' || substr(md5(n::text), 1, 27), CASE WHEN n > 3 THEN 2 END FROM generate_series(1, 9) AS n;
        CREATE FUNCTION same() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
        CREATE TRIGGER same BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION same()"])
    .await;
    let url = home.url();
    let before = state(url).await;
    let plan = plan_merge(&audit_options(url), 1, 2).await.unwrap();

    let rehearsed = rehearse(&plan, &with_triggers(url), &Quiet).await.unwrap();

    assert!(!rehearsed.is_empty() && rehearsed.iter().all(|it| it.why == Hindrance::Prepared), "{rehearsed:?}");
    let applied = apply(&plan, &with_triggers(url), &Quiet, consent()).await.unwrap();
    undo(applied.run, &undo_options(url), &Quiet, consent()).await.unwrap();
    let after = state(url).await;
    assert!(before == after, "{}", difference(&before, &after));
}

#[tokio::test]
async fn triggers_are_tried_even_if_the_line_was_cut_before_they_were() {
    let home = database(&[
        USERS,
        LETTERS,
        "CREATE TABLE early (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users ON DELETE CASCADE);
         CREATE INDEX ON early (user_id);
         INSERT INTO early (user_id) VALUES (2);
         CREATE TABLE audit_log (what text);
         CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO audit_log VALUES (TG_OP); RETURN NULL; END $$;
         CREATE TRIGGER audit AFTER UPDATE ON letters FOR EACH ROW EXECUTE FUNCTION audit()",
    ])
    .await;
    let url = home.url();
    let before = state(url).await;
    let plan = plan_merge(&audit_options(url), 1, 2).await.unwrap();
    assert_eq!(plan.steps.iter().find(|it| it.rows() > 0).unwrap().table, "early");
    let mut n = 1;
    loop {
        let proxy = Proxy::before(url, Cut::ForGood(n)).await;
        let cut = apply(&plan, &with_triggers(&proxy.url), &Quiet, consent()).await;
        released(&home).await;

        let refused = apply(&plan, &with_triggers(url), &Quiet, consent()).await;

        assert!(matches!(refused, Err(RunError::Elsewhere { .. })), "cut before message {n}: {refused:?}");
        let after = state(url).await;
        assert!(before == after, "cut before message {n}: {}", difference(&before, &after));
        if matches!(cut, Err(RunError::Elsewhere { .. })) {
            assert!(n > 15, "a trial has more than {n} messages");
            return;
        }
        n += 1;
    }
}
