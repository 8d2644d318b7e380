//! Databases, audits, and findings in a form that can be compared.

use std::{collections::BTreeMap, path::Path};

use orientor_doctor::{Audit, AuditOptions, Directory, DirectoryUser, Quiet, audit};
use orientor_testkit::database::TestDatabase;
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

/// A finding without the words: code, schema, table, column, count.
pub type Found = BTreeMap<(String, String, String, String), u64>;

/// A fresh database in which these scripts have run.
pub async fn database(scripts: &[&str]) -> TestDatabase {
    let database = TestDatabase::postgres().await;
    run(database.url(), scripts).await;
    database
}

/// Runs scripts one after another on one connection.
pub async fn run(url: &str, scripts: &[&str]) {
    let mut connection = PgConnection::connect(url).await.unwrap();
    for script in scripts {
        connection.execute(sqlx::raw_sql(AssertSqlSafe((*script).to_owned()))).await.unwrap();
    }
    connection.close().await.unwrap();
}

/// The first column of the only row, as text.
pub async fn ask(url: &str, sql: &str) -> String {
    let mut connection = PgConnection::connect(url).await.unwrap();
    let value = sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_one(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    value
}

/// What is asked by default.
pub fn options(url: &str) -> AuditOptions {
    AuditOptions { url: url.to_owned(), ..AuditOptions::default() }
}

pub async fn look(options: AuditOptions) -> Audit {
    audit(options, &Quiet).await.unwrap()
}

pub fn found(audit: &Audit) -> Found {
    let findings = audit.findings.iter().map(|it| {
        let column = it.column.clone().unwrap_or_default();
        ((it.check.clone(), it.schema.clone(), it.table.clone(), column), it.count)
    });
    findings.collect()
}

/// `D23 public.messages.sender_id 9`, one a line; what stands in quotes is one name.
pub fn planted(lines: &str) -> Found {
    let lines = lines.lines().map(str::trim).filter(|it| !it.is_empty());
    lines.map(planted_line).collect()
}

fn planted_line(line: &str) -> ((String, String, String, String), u64) {
    let (code, rest) = line.split_once(' ').unwrap();
    let (place, count) = rest.rsplit_once(' ').unwrap();
    let mut names = vec![String::new()];
    let mut quoted = false;
    for character in place.chars() {
        match character {
            '`' => quoted = !quoted,
            '.' if !quoted => names.push(String::new()),
            other => names.last_mut().unwrap().push(other),
        }
    }
    let [schema, table, column] = <[String; 3]>::try_from(names).unwrap();
    ((code.to_owned(), schema, table, column), count.parse().unwrap())
}

/// Compares in a way whose failure can be read.
#[track_caller]
pub fn assert_same(name: &str, found: &Found, expected: &Found) {
    let line = |(place, count): (&(String, String, String, String), &u64)| {
        format!("{} {}.{}.{} {count}", place.0, place.1, place.2, place.3)
    };
    let surplus: Vec<String> = found.iter().filter(|(at, n)| expected.get(*at) != Some(*n)).map(line).collect();
    let missing: Vec<String> = expected.iter().filter(|(at, n)| found.get(*at) != Some(*n)).map(line).collect();
    assert!(
        surplus.is_empty() && missing.is_empty(),
        "{name}\n  found and not planted:\n    {}\n  planted and not found:\n    {}",
        surplus.join("\n    "),
        missing.join("\n    ")
    );
}

/// The fixture's list of the provider's users.
pub fn fixture_directory() -> Directory {
    let listed = read_json(&orientor_testkit::database::fixtures().join("legacy_orientor.clerk_directory.json"));
    let users = listed["users"].as_array().unwrap().iter().map(|user| DirectoryUser {
        id: user["id"].as_str().unwrap().to_owned(),
        email: user["email"].as_str().map(str::to_owned),
        ..DirectoryUser::default()
    });
    Directory { users: users.collect(), trusted: true }
}

pub fn read_json(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}
