//! A line that is cut while something is changed, and a role that may not change anything.

use orientor_doctor::{Quiet, RunError, apply, plan_merge, undo, verify};
use orientor_testkit::state::{difference, state};

use super::{audit_options, consent, number, options, released, undo_options};
use crate::{
    proxy::{Cut, Proxy},
    roles::Role,
    support::database,
};

const SMALL: &str = "
CREATE TABLE users (id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY, email text, clerk_id text UNIQUE);
INSERT INTO users (email, clerk_id) SELECT 'u' || n || '@example.com', 'user_' || substr(md5(n::text), 1, 27) FROM generate_series(1, 9) AS n;
CREATE TABLE letters (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users ON DELETE CASCADE);
INSERT INTO letters (user_id) SELECT 1 + n % 3 FROM generate_series(1, 20) AS n;
";

#[tokio::test]
async fn a_line_that_is_cut_anywhere_costs_nothing_but_another_try() {
    let home = database(&[SMALL]).await;
    let before = state(home.url()).await;
    // At every message where everything is to be proved, else at one in seven.
    let step = if orientor_testkit::proof::is_proof() { 1 } else { 7 };
    let mut n = 1;
    // As long as the cut is before the last message of a whole apply and undo.
    loop {
        let plan = plan_merge(&audit_options(home.url()), 1, 2).await.unwrap();
        let proxy = Proxy::before(home.url(), Cut::ForGood(n)).await;
        let cut = apply(&plan, &options(&proxy.url), &Quiet, consent()).await;
        let applied_uncut = cut.is_ok();
        released(&home).await;
        let run = match (cut, apply(&plan, &options(home.url()), &Quiet, consent()).await) {
            (_, Ok(applied)) | (Ok(applied), Err(RunError::NotNow(_))) => applied.run,
            // Only the goodbye was cut off, or the answer to the last statement.
            (Err(_), Err(RunError::NotNow(_))) => number(home.url(), "SELECT max(id) FROM orientor_doctor.runs").await,
            (_, Err(error)) => panic!("cut before message {n}: {error:?}"),
        };
        let verified = verify(run, &options(home.url()), &Quiet).await.unwrap();
        assert!(verified.holds() && verified.rows == plan.rows(), "cut before message {n}: {verified:?}");

        let proxy = Proxy::before(home.url(), Cut::ForGood(n)).await;
        let cut = undo(run, &undo_options(&proxy.url), &Quiet, consent()).await;
        released(&home).await;
        match undo(run, &undo_options(home.url()), &Quiet, consent()).await {
            Ok(undone) => assert!(undone.done, "cut before message {n}: {undone:?}"),
            Err(RunError::NotNow(why)) => assert!(why.contains("undone already"), "cut before message {n}: {why}"),
            Err(error) => panic!("cut before message {n}: {error:?}"),
        }
        let after = state(home.url()).await;
        assert!(before == after, "cut before message {n}: {}", difference(&before, &after));
        if applied_uncut && cut.is_ok() {
            assert!(n > 30, "a whole run has more than {n} messages");
            println!("prove\tapply and undo, the line cut at a message, and again\t{}\t", n.div_ceil(step));
            return;
        }
        n += step;
    }
}

#[tokio::test]
async fn a_role_that_may_not_make_the_doctors_tables_changes_nothing() {
    let home = database(&[SMALL]).await;
    let plan = plan_merge(&audit_options(home.url()), 1, 2).await.unwrap();
    let before = state(home.url()).await;
    let role = Role::that_reads(&home).await;

    let refused = apply(&plan, &options(&role.url), &Quiet, consent()).await.unwrap_err();

    assert_eq!(refused.to_string(), "making the doctor's own tables failed");
    let RunError::Failed { source, .. } = refused else { panic!("{refused:?}") };
    assert!(source.to_string().contains("permission denied for database"), "{source}");
    assert!(state(home.url()).await == before);
    assert_eq!(number(home.url(), "SELECT count(*) FROM pg_namespace WHERE nspname = 'orientor_doctor'").await, 0);
}
