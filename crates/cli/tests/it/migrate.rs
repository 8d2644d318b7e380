//! `orientor migrate`: what it prints, what it changes, and the way back.

use std::{collections::HashSet, process::Stdio};

use orientor_pgcluster::Installation;
use orientor_testkit::database::TestDatabase;
use tokio::process::Command;

use crate::support::{Ended, HUSH, Look, as_role, migrate, run};

async fn with(database: &TestDatabase, flags: &[&str]) -> Ended {
    run(&[&["migrate", "--database-url", database.url()], flags].concat(), &[]).await
}

/// Schema, rows in their order, and the positions of sequences.
async fn dump(database: &TestDatabase) -> String {
    if let Some(file) = database.url().strip_prefix("sqlite://") {
        let look = Look::into(&format!("sqlite://{file}")).await;
        let lines =
            look.texts("SELECT coalesce(sql, name) FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY 1");
        let lines = lines.await.join("\n");
        look.close().await;
        return lines;
    }
    let beside = Installation::find().unwrap().bin().join("pg_dump");
    let program = if beside.is_file() { beside } else { "pg_dump".into() };
    let output = Command::new(program).arg(database.url()).stdin(Stdio::null()).output().await.unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    // Newer versions guard the script with a random word.
    text.lines().filter(|line| !line.contains("restrict ")).map(next_number).collect::<Vec<_>>().join("\n")
}

/// Where a sequence stands can be said in two ways; its next number is what counts.
fn next_number(line: &str) -> String {
    let called = line.strip_prefix("SELECT pg_catalog.setval(").and_then(|rest| rest.strip_suffix(", true);"));
    let next = called.and_then(|called| called.rsplit_once(", ")).and_then(|(name, last)| {
        let last: i64 = last.parse().ok()?;
        Some(format!("SELECT pg_catalog.setval({name}, {}, false);", last + 1))
    });
    next.unwrap_or_else(|| line.to_owned())
}

/// Shows only what differs.
fn assert_same(now: &str, before: &str) {
    let without = |lines: &str, others: &str| -> Vec<String> {
        let others: HashSet<&str> = others.lines().collect();
        lines.lines().filter(|line| !others.contains(line)).map(str::to_owned).collect()
    };
    assert!(now == before, "new: {:#?}\ngone: {:#?}", without(now, before), without(before, now));
}

/// Looks first, then adds, then finds nothing to do, then takes away.
async fn there_and_back(database: &TestDatabase) {
    let before = dump(database).await;

    let dry = with(database, &["--dry-run"]).await;
    let (count, rest) = dry.stderr.split_once(' ').unwrap();
    assert_eq!((dry.code, rest), (Some(0), "additions; nothing was changed\n"));
    assert_same(&dump(database).await, &before);
    let script = dry.stdout;

    let added = with(database, &[]).await.success();
    assert!(added.ends_with(&format!("\n{count} additions\n")), "{added}");
    assert_eq!(added.lines().count(), count.parse::<usize>().unwrap() + 1);
    let look = Look::into(database.url()).await;
    let journal = look.texts("SELECT statement FROM orientor_migrations ORDER BY ordinal").await;
    look.close().await;
    // What was announced is what was done, in this order.
    let mut rest = script.as_str();
    for statement in &journal {
        (_, rest) =
            rest.split_once(&format!("\n{statement};\n")).unwrap_or_else(|| panic!("not announced: {statement}"));
    }
    assert_eq!(journal.len().to_string(), count);

    let after = dump(database).await;
    assert_eq!(with(database, &["--dry-run"]).await.stdout, "");
    assert_eq!(with(database, &[]).await.success(), "0 additions\n");
    assert_same(&dump(database).await, &after);

    let taken = with(database, &["--revert"]).await.success();
    assert!(taken.ends_with(&format!("\n{count} additions taken away\n")), "{taken}");
    assert_same(&dump(database).await, &before);
    let again = with(database, &["--revert"]).await.success();
    assert_eq!(again, "no migration is on record; nothing was changed\n");
}

#[tokio::test]
async fn an_empty_database_is_filled_and_emptied() {
    there_and_back(&TestDatabase::new().await).await;
}

#[tokio::test]
async fn a_damaged_database_of_the_older_application_is_completed_and_afterwards_what_it_was() {
    let database = TestDatabase::legacy().await;
    there_and_back(&database).await;
}

#[tokio::test]
async fn the_announced_script_can_be_run_by_hand() {
    let (database, legacy) = (TestDatabase::new().await, TestDatabase::legacy().await);
    for database in [&database, &legacy] {
        let script = with(database, &["--dry-run"]).await.success();
        let look = Look::into(database.url()).await;
        look.run(&script).await;
        look.close().await;
        assert_eq!(migrate(database.url()).await, "0 additions\n");
    }
}

#[tokio::test]
async fn rows_written_since_are_named_and_go_only_on_demand() {
    let database = TestDatabase::legacy().await;
    let before = dump(&database).await;
    migrate(database.url()).await;
    let look = Look::into(database.url()).await;
    look.run("INSERT INTO peer_blocks (blocker_id, blocked_id) VALUES (1, 2), (2, 3)").await;
    look.close().await;
    let written = dump(&database).await;

    let refused = with(&database, &["--revert"]).await;

    assert_eq!((refused.code, refused.stdout.as_str()), (Some(3), "peer_blocks: 2 rows written since\n"));
    assert!(refused.stderr.contains("nothing was changed") && refused.stderr.contains("--discard-new-rows"));
    assert_same(&dump(&database).await, &written);
    let discarded = with(&database, &["--revert", "--discard-new-rows"]).await.success();
    assert!(discarded.contains("\npeer_blocks: 2 rows written since\n"), "{discarded}");
    assert_same(&dump(&database).await, &before);
}

#[tokio::test]
async fn a_role_without_rights_may_look_and_is_told_whose_rights_are_needed() {
    let database = TestDatabase::legacy().await;
    let role = format!("orientor_reader_{}", std::process::id());
    let look = Look::into(database.url()).await;
    look.run(&format!(
        "CREATE ROLE {role} LOGIN PASSWORD '{HUSH}'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}"
    ))
    .await;
    look.run(&format!("GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}")).await;
    let url = as_role(database.url(), &role);

    let dry = run(&["migrate", "--dry-run", "--database-url", &url], &[]).await;
    let refused = run(&["migrate", "--database-url", &url], &[]).await;

    look.run(&format!("DROP OWNED BY {role}; DROP ROLE {role}")).await;
    look.close().await;
    // The statements differ: who does not own a table has to give away what is made for it.
    assert_eq!((dry.code, dry.stderr), (Some(0), with(&database, &["--dry-run"]).await.stderr));
    let sentence = refused.sentence(2);
    assert!(sentence.starts_with("nothing was changed: "), "{sentence}");
    assert!(sentence.contains("connect as the owner of the tables"), "{sentence}");
}
