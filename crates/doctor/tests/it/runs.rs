//! Plans are what happens, and what happened can be taken back.

mod concurrency;
mod cut;
mod hostile;
mod promises;
mod random;
mod sequences;
mod shape;
mod since;
mod triggers;
mod verified;

use orientor_doctor::{ApplyOptions, AuditOptions, Decisions, Plan, Quiet, Relinks, UndoOptions, WriteConsent};
use orientor_testkit::database::TestDatabase;
use sqlx::{Connection as _, Executor as _, PgConnection, Row as _};

/// Options for this database, with small batches so that there are many places to be killed at.
pub fn options(url: &str) -> ApplyOptions {
    ApplyOptions { url: url.to_owned(), batch: 3, ..ApplyOptions::default() }
}

pub fn undo_options(url: &str) -> UndoOptions {
    UndoOptions { apply: options(url), partial: false }
}

pub fn audit_options(url: &str) -> AuditOptions {
    AuditOptions { url: url.to_owned(), ..AuditOptions::default() }
}

pub async fn repair_plan(url: &str) -> Plan {
    orientor_doctor::plan(audit_options(url), &Decisions::default(), &Quiet).await.unwrap()
}

pub fn relinks(pairs: &[(String, String)]) -> Relinks {
    let mut relinks = Relinks::new().unwrap();
    for (from, to) in pairs {
        relinks.push(from, to).unwrap();
    }
    relinks
}

pub fn consent() -> WriteConsent {
    WriteConsent::given_by_operator()
}

pub async fn run(url: &str, sql: &str) {
    let mut connection = PgConnection::connect(url).await.unwrap();
    connection.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(sql))).await.unwrap();
}

pub async fn number(url: &str, sql: &str) -> i64 {
    let mut connection = PgConnection::connect(url).await.unwrap();
    connection.fetch_one(sqlx::AssertSqlSafe(sql)).await.unwrap().get(0)
}

/// Waits until the server has noticed that the doctor is gone.
pub async fn released(home: &TestDatabase) {
    let held = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'orientor doctor' AND datname = current_database()";
    while number(home.url(), held).await > 0 {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}
