//! The audit only reads, in one snapshot, with no more rights than to read.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

use orientor_doctor::{AuditOptions, Progress, audit};
use orientor_testkit::database::TestDatabase;

use crate::{
    proxy::{Cut, Proxy},
    roles::Role,
    support::{ask, assert_same, fixture_directory, found, look, options, run},
};

/// Everything in the database: the catalogue's rows that matter and every row of every table, as one text.
const CONTENT: &str = "
SELECT md5(string_agg(part, '|' ORDER BY part)) FROM (
    SELECT c.relname || md5(query_to_xml(format(
        CASE c.relkind WHEN 'S' THEN 'SELECT last_value, is_called FROM %I.%I' ELSE 'SELECT * FROM %I.%I AS t ORDER BY t::text' END,
        n.nspname, c.relname), true, true, '')::text) AS part
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'S', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    UNION ALL SELECT 'class' || md5(string_agg(c.oid || c.relname || c.relfilenode || c.relkind::text, ',' ORDER BY c.oid)) FROM pg_class AS c
    UNION ALL SELECT 'constraint' || md5(string_agg(k.oid || pg_get_constraintdef(k.oid), ',' ORDER BY k.oid)) FROM pg_constraint AS k
    UNION ALL SELECT 'trigger' || md5(string_agg(t.oid || t.tgenabled::text, ',' ORDER BY t.oid)) FROM pg_trigger AS t
    UNION ALL SELECT 'default' || md5(string_agg(d.oid || pg_get_expr(d.adbin, d.adrelid), ',' ORDER BY d.oid)) FROM pg_attrdef AS d
) AS parts";

#[tokio::test]
async fn a_role_that_may_only_read_finds_the_same_and_changes_nothing() {
    let database = TestDatabase::legacy().await;
    let role = Role::that_reads(&database).await;
    let before = ask(database.url(), CONTENT).await;
    let all = AuditOptions { directory: Some(fixture_directory()), ..options(database.url()) };

    let owners = look(all).await;
    let readers = look(AuditOptions { directory: Some(fixture_directory()), ..options(&role.url) }).await;

    assert_same("as a reader", &found(&readers), &found(&owners));
    assert_eq!(readers.findings, owners.findings);
    assert_eq!(readers.coverage.could_not_look, []);
    assert_eq!(ask(database.url(), CONTENT).await, before);
}

#[tokio::test]
async fn every_statement_reads_in_a_read_only_transaction() {
    let database = TestDatabase::legacy().await;
    let proxy = Proxy::before(database.url(), Cut::Never).await;

    look(AuditOptions { directory: Some(fixture_directory()), ..options(&proxy.url) }).await;

    let connections = proxy.statements();
    assert!(connections.len() >= 3, "one that holds the snapshot, and workers");
    for statements in connections {
        let mut open = false;
        for statement in statements {
            match statement.split_whitespace().next().unwrap() {
                "BEGIN" => {
                    assert_eq!(statement, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
                    open = true;
                }
                "ROLLBACK" => open = false,
                "SET" => assert!(!open || statement.starts_with("SET TRANSACTION SNAPSHOT"), "{statement}"),
                "SELECT" | "WITH" | "--" => assert!(open, "outside of a transaction: {statement}"),
                other => panic!("{other} in {statement}"),
            }
        }
    }
}

/// Adds an orphan, once something has been answered.
struct Meddler {
    url: String,
    done: AtomicBool,
}

impl Progress for Meddler {
    fn begin(&self, _: usize) {}

    fn answered(&self, _: &str) {
        if self.done.swap(true, SeqCst) {
            return;
        }
        let url = self.url.clone();
        // The audit waits for us here, so that the row is there before its next question.
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            let more = "SET session_replication_role = replica; \
                INSERT INTO users (id, email, hashed_password) SELECT 900000 + n, NULL, '' FROM generate_series(1, 50) AS n; \
                INSERT INTO saved_recommendations (id, user_id, oasis_code, label) SELECT 900000 + n, 999999, 'x' || n, 'x' FROM generate_series(1, 50) AS n";
            runtime.block_on(run(&url, &[more]));
        })
        .join()
        .unwrap();
    }
}

#[tokio::test]
async fn what_others_commit_meanwhile_is_not_seen() {
    let database = TestDatabase::legacy().await;
    let before = look(options(database.url())).await;
    let meddler = Meddler { url: database.url().to_owned(), done: AtomicBool::new(false) };

    let meanwhile = audit(options(database.url()), &meddler).await.unwrap();

    assert!(meddler.done.load(SeqCst));
    assert_eq!(meanwhile.findings, before.findings);
    assert_eq!(meanwhile.summary, before.summary);
    let after = look(options(database.url())).await;
    assert_ne!(found(&after), found(&before), "the rows are there, and are seen by the next audit");
}
