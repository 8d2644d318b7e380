//! The database doctor from the command line: plan, apply, verify, undo, and what each of them refuses.

mod accounts;
mod full;
mod given;
mod killed;
mod people;
mod refused;
mod verified;

use std::{fs, path::PathBuf};

use orientor_testkit::database::{TestDatabase, fixtures};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::process::Command;

use crate::support::{Ended, Look, finish, folder, orientor, run, write};

/// A damaged database, and a folder in which the program is run.
struct Case {
    database: TestDatabase,
    folder: TempDir,
}

impl Case {
    async fn legacy() -> Self {
        Self { database: TestDatabase::legacy().await, folder: folder() }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = orientor(arguments, &[("DATABASE_URL", self.database.url())]);
        command.current_dir(self.folder.path());
        command
    }

    async fn run(&self, arguments: &[&str]) -> Ended {
        finish(self.command(arguments)).await
    }

    /// With Clerk's list of users.
    async fn run_with_list(&self, arguments: &[&str]) -> Ended {
        let list = directory();
        let list = ["--clerk-directory", list.to_str().unwrap(), "--directory-is-trusted"];
        self.run(&[arguments, &list].concat()).await
    }

    /// What is found, and the numbers of people.
    async fn audit(&self) -> Value {
        let ended = self.run_with_list(&["audit", "--format", "json"]).await;
        let mut audit: Value = serde_json::from_str(&ended.stdout).unwrap_or_else(|error| panic!("{error}: {ended:?}"));
        for finding in audit["findings"].as_array_mut().unwrap() {
            // A row without a key is named by its place, and comes back to another one.
            finding["samples"].as_array_mut().unwrap().retain(|it| !it.as_str().unwrap().starts_with("at ("));
        }
        json!({ "findings": audit["findings"], "summary": audit["summary"] })
    }

    /// Plans the whole repair, as `plan.json`.
    async fn plan(&self) -> Value {
        self.run_with_list(&["plan"]).await.success();
        serde_json::from_str(&self.read("plan.json")).unwrap()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap()
    }

    async fn sql(&self, sql: &str) {
        let look = Look::into(self.database.url()).await;
        look.run(sql).await;
        look.close().await;
    }

    async fn number(&self, sql: &str) -> i64 {
        let look = Look::into(self.database.url()).await;
        let number = look.number(sql).await;
        look.close().await;
        number
    }
}

fn directory() -> PathBuf {
    fixtures().join("legacy_orientor.clerk_directory.json")
}

/// How many findings of a check there are.
fn count(audit: &Value, check: &str) -> u64 {
    let findings = audit["findings"].as_array().unwrap().iter().filter(|it| it["check"] == check);
    findings.map(|it| it["count"].as_u64().unwrap()).sum()
}

#[tokio::test]
async fn a_repair_is_planned_rehearsed_applied_verified_and_undone() {
    let case = Case::legacy().await;
    let before = case.audit().await;

    let planned = case.run_with_list(&["plan"]).await;
    assert!(planned.stderr.contains("the plan is in plan.json; nothing was changed."), "{planned:?}");
    let planned = planned.success();
    assert_eq!(case.run(&["plan", "show", "plan.json"]).await.success(), planned);
    assert!(planned.contains("assumes that the list of users is complete"), "{planned}");
    let shown = case.run(&["plan", "show", "plan.json", "--sql"]).await.success();
    assert!(shown.contains("undone by: ALTER TABLE") && !planned.contains("undone by"), "{shown}");

    let rehearsed = case.run(&["apply", "plan.json"]).await.success();
    assert!(rehearsed.contains(" 0 failed; nothing was changed. Add --apply to do it"), "{rehearsed}");
    assert_eq!(case.audit().await, before);
    assert_eq!(case.run(&["history"]).await.success(), "the doctor has changed nothing here\n");

    let applied = case.run(&["apply", "plan.json", "--apply"]).await.success();
    assert!(applied.starts_with("run 1: ") && applied.contains("rows changed as planned. Check it"), "{applied}");
    let after = case.audit().await;
    assert_eq!((count(&before, "D23"), count(&after, "D23")), (55, 0));
    assert_eq!((count(&before, "D24"), count(&after, "D24")), (10, 10));

    let verified = case.run(&["verify"]).await.success();
    assert!(verified.contains("run 1: ") && verified.contains("rows are as it has left them"), "{verified}");
    let history: Value = serde_json::from_str(&case.run(&["history", "--json"]).await.success()).unwrap();
    assert_eq!((&history[0]["run"], &history[0]["state"]), (&Value::from(1), &Value::from("applied")));
    assert_eq!(history[0]["purpose"], "repair");

    let looked = case.run(&["undo", "1"]).await.success();
    assert!(looked.contains("nothing was changed. Add --apply to undo it."), "{looked}");
    assert_eq!(case.audit().await, after);
    let undone = case.run(&["undo", "1", "--apply"]).await.success();
    assert!(undone.ends_with(" rows are as they were\n"), "{undone}");
    assert_eq!(case.audit().await, before);
    let history = case.run(&["history"]).await.success();
    assert!(history.contains(" undone ") && history.contains(" repair "), "{history}");
}

#[tokio::test]
async fn what_has_to_be_decided_is_explained_in_a_file_and_taken_from_it() {
    let case = Case::legacy().await;

    let told = case.run_with_list(&["plan", "--decisions-template", "decisions.toml"]).await.success();
    assert!(told.contains("take the comments off what you choose"), "{told}");
    let template = case.read("decisions.toml");
    let line = "\"D11 public.users.clerk_user_id\" = \"deactivate\"";
    assert!(template.contains(&format!("\n# {line}\n")), "{template}");
    write(case.folder.path(), "decisions.toml", &template.replace(&format!("# {line}"), line));
    case.run_with_list(&["plan", "--decisions", "decisions.toml"]).await.success();
    case.run(&["apply", "plan.json", "--apply"]).await.success();
    assert_eq!(case.number("SELECT count(*) FROM users WHERE id BETWEEN 134 AND 140 AND is_active").await, 0);

    for (text, part) in [
        ("\"D99 public.users.id\" = \"leave\"", "there is nothing to decide about `D99`"),
        ("\"D11 public.users.clerk_user_id\" = \"shoot\"", "`shoot` is no choice for D11"),
        ("\"D08 public.users.email\" = \"unlink\"", "take the line out"),
        ("D11", "decisions.toml"),
    ] {
        write(case.folder.path(), "decisions.toml", text);
        let ended = case.run_with_list(&["plan", "--decisions", "decisions.toml"]).await;
        assert!(ended.sentence(2).contains(part), "{text}: {ended:?}");
    }
}

#[tokio::test]
async fn the_other_way_is_computed_and_not_asserted() {
    let case = Case::legacy().await;

    let table = case.run(&["plan", "--compare-options"]).await.success();
    for part in ["translate ids", "rewrite keys", "rows rewritten", "seconds under an exclusive lock", "public.users"] {
        assert!(table.contains(part), "{part}: {table}");
    }
    let json = case.run(&["plan", "--compare-options", "--format", "json"]).await.success();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["translate"]["rewritten_rows"], 0);
    assert!(json["rewrite"]["rows"].as_u64().unwrap() > 1_000, "{json}");
    assert!(!case.folder.path().join("plan.json").exists());
}

#[tokio::test]
async fn every_command_says_what_it_takes() {
    for (command, parts) in [
        (
            "plan",
            &["DATABASE_URL", "--decisions-template", "--compare-options", "--clerk-directory", "[default: plan.json]"]
                [..],
        ),
        ("apply", &["exit code 3", "--apply", "--rehearse", "--with-triggers", "--lock-timeout-ms", "--batch"]),
        ("verify", &["Exit code 1", "[RUN]"]),
        ("undo", &["<RUN>", "--apply", "--partial", "exit code 3"]),
        ("history", &["prune", "--json"]),
        ("import", &["DATABASE_URL", "--from-clerk", "--write-external-id", "CLERK_SECRET_KEY"]),
        ("reconcile", &["--deletions", "a tenth", "--clerk-directory", "exit code 3"]),
        ("merge", &["<STAYS>", "<GOES>", "--output"]),
        ("relink", &["<FILE>", "CSV", "--output"]),
    ] {
        let help = run(&[command, "--help"], &[]).await.success();
        for part in parts {
            assert!(help.contains(part), "`{command} --help` lacks {part:?}: {help}");
        }
    }
}
