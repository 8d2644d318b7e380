//! The rows that a plan is given, in a file beside it.

use std::fs;

use orientor_testkit::{
    database::TestDatabase,
    state::{difference, state},
};

use super::Case;
use crate::support::{Look, Running, folder, write};

/// So many users, some of whose ids are anything but ids.
const USERS: i64 = 3_000;

/// Ids that could break out of a file or a statement.
const HOSTILE: [&str; 6] = ["it's", "a \"quoted\" id", "two\nlines", "\\.", "comma, and \ttab", "{given} \\N %s $1"];

impl Case {
    async fn of_many() -> Self {
        let case = Self { database: TestDatabase::postgres().await, folder: folder() };
        case.sql("CREATE TABLE users (id serial PRIMARY KEY, email text, clerk_user_id text UNIQUE)").await;
        case.sql(&format!(
            "INSERT INTO users (email, clerk_user_id) SELECT 'u' || n || '@example.com', 'user_' || substr(md5(n::text), 1, 27) \
             FROM generate_series(1, {USERS}) AS n"
        ))
        .await;
        case
    }

    /// A new id for every user, as CSV that has been through a spreadsheet.
    async fn pairs(&self) -> String {
        let look = Look::into(self.database.url()).await;
        let old = look.texts("SELECT clerk_user_id FROM users ORDER BY id").await;
        look.close().await;
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let lines = old.iter().enumerate().map(|(at, old)| format!("{}, {}\r\n", quoted(old), new(at)));
        let text = format!("\u{feff}old,new\r\n{}", lines.collect::<String>());
        write(self.folder.path(), "pairs.csv", &text)
    }

    async fn linked_anew(&self) -> i64 {
        self.number("SELECT count(*) FROM users WHERE clerk_user_id LIKE 'user_0000000%'").await
    }
}

fn new(at: usize) -> String {
    format!("user_{at:027}")
}

#[tokio::test]
async fn hostile_ids_are_what_they_are_on_the_way_there_and_back() {
    let case = Case::of_many().await;
    for (at, id) in HOSTILE.iter().enumerate() {
        let id = id.replace('\'', "''");
        case.sql(&format!("UPDATE users SET clerk_user_id = '{id}' WHERE id = {}", at + 1)).await;
    }
    let before = state(case.database.url()).await;

    case.pairs().await;
    let planned = case.run(&["relink", "pairs.csv"]).await.success();

    assert!(planned.contains(&format!("with the {USERS} rows of plan.given.csv\n")), "{planned}");
    assert!(!case.read("plan.json").contains("quoted"), "the plan itself holds rows");
    case.run(&["apply", "plan.json"]).await.success();
    case.run(&["apply", "plan.json", "--apply"]).await.success();
    assert_eq!(case.linked_anew().await, USERS);
    let held = "SELECT count(*) FROM orientor_doctor.runs WHERE plan LIKE '%user\\_0000%' OR plan LIKE '%quoted%'";
    assert_eq!(case.number(held).await, 0, "the run itself holds rows");
    case.run(&["undo", "1", "--apply"]).await.success();
    let after = state(case.database.url()).await;
    assert!(before == after, "{}", difference(&before, &after));
}

#[tokio::test]
async fn a_plan_without_its_rows_or_with_others_is_refused() {
    let case = Case::of_many().await;
    case.pairs().await;
    case.run(&["relink", "pairs.csv"]).await.success();
    let given = case.folder.path().join("plan.given.csv");
    let whole = fs::read(&given).unwrap();
    let one_digit = String::from_utf8(whole.clone()).unwrap().replacen(&new(7), &new(9_999_999), 1).into_bytes();

    for (bytes, part) in [
        (Some(&one_digit[..]), "plan.given.csv belongs to the plan and has been changed since; make a new plan"),
        (Some(&whole[..whole.len() / 2]), "has been changed since"),
        (Some(&[&whole[..], b"\"a\",\"b\",,\n"].concat()), "has been changed since"),
        (Some(b"\"never closed"), "has been changed since"),
        (Some(b"\xff\0,,,\n"), "has been changed since"),
        (Some(b""), "has been changed since"),
        (None, "cannot be read: No such file or directory"),
    ] {
        match bytes {
            Some(bytes) => fs::write(&given, bytes).unwrap(),
            None => fs::remove_file(&given).unwrap(),
        }
        for arguments in [&["apply", "plan.json"][..], &["apply", "plan.json", "--apply"]] {
            let refused = case.run(arguments).await;
            assert!(refused.sentence(3).contains(part), "{part}: {refused:?}");
        }
    }
    assert_eq!(case.linked_anew().await, 0);

    // As it was, and in another folder together with its plan.
    let elsewhere = case.folder.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    fs::write(elsewhere.join("plan.given.csv"), whole).unwrap();
    fs::rename(case.folder.path().join("plan.json"), elsewhere.join("mine.json")).unwrap();
    case.run(&["apply", "elsewhere/mine.json", "--apply"]).await.success();
    assert_eq!(case.linked_anew().await, USERS);
}

#[tokio::test]
async fn a_file_that_cannot_be_used_is_refused_with_its_line() {
    let case = Case::of_many().await;
    let good = format!("61,{}\n", new(1));
    for (text, said) in [
        (format!("{good}62,{}\0\n", new(2)), "pairs.csv, line 2: the character NUL is in it"),
        (format!("{good}\"62,{}\n", new(2)), "pairs.csv, line 2: a quote is never closed"),
        (format!("{good}\n\"62\" x,{}\n", new(2)), "pairs.csv, line 3: something stands between a closing quote"),
        (format!("{good}{},{}\n", "x".repeat(10_000_000), new(2)), "pairs.csv, line 2: it is longer than 64 KiB"),
        (format!("{good}\"{}", "x\n".repeat(5_000_000)), "pairs.csv, line 2: it is longer than 64 KiB"),
        (format!("{good}61,{}\n", new(2)), "61 gets several new subjects"),
    ] {
        write(case.folder.path(), "pairs.csv", &text);
        let ended = case.run(&["relink", "pairs.csv"]).await;
        let code = if said.starts_with("61") { 3 } else { 2 };
        assert!(ended.sentence(code).contains(said), "{said}: {:?}", ended.stderr);
    }
    let latin = [good.as_bytes(), b"62,user_\xe9\n"].concat();
    fs::write(case.folder.path().join("pairs.csv"), latin).unwrap();
    let ended = case.run(&["relink", "pairs.csv"]).await;
    assert!(ended.sentence(2).contains("pairs.csv, line 2: it is not UTF-8"), "{ended:?}");
    assert!(!case.folder.path().join("plan.json").exists() && !case.folder.path().join("plan.given.csv").exists());
}

#[tokio::test]
async fn a_relink_that_is_killed_goes_on_without_its_file_and_leads_back_from_anywhere() {
    let case = Case::of_many().await;
    let before = state(case.database.url()).await;
    case.pairs().await;
    case.run(&["relink", "pairs.csv"]).await.success();
    let apply = ["apply", "plan.json", "--apply", "--batch", "20", "--lock-timeout-ms", "60000"];

    case.killed_at(&apply, 200).await;
    // Its rows are staged with the run.
    let given = fs::read(case.folder.path().join("plan.given.csv")).unwrap();
    fs::remove_file(case.folder.path().join("plan.given.csv")).unwrap();
    case.killed_at(&apply, 1_000).await;
    let applied = case.run(&apply).await.success();

    assert!(applied.contains("going on where it had stopped"), "{applied}");
    assert_eq!(case.linked_anew().await, USERS);
    let staged = "SELECT count(*) FROM pg_tables WHERE schemaname = 'orientor_doctor' AND tablename LIKE 'staged%'";
    assert_eq!(case.number(staged).await, 0);
    case.run(&["verify", "1"]).await.success();
    case.run(&["undo", "1", "--apply"]).await.success();

    fs::write(case.folder.path().join("plan.given.csv"), given).unwrap();
    case.killed_at(&apply, 1_000).await;
    assert!((1..USERS).contains(&case.linked_anew().await));
    case.run(&["undo", "2", "--apply"]).await.success();
    assert_eq!(case.number(staged).await, 0);
    let after = state(case.database.url()).await;
    assert!(before == after, "{}", difference(&before, &after));
}

impl Case {
    /// Runs a command and kills it while it waits for the row of this user.
    async fn killed_at(&self, arguments: &[&str], user: i64) {
        let look = Look::into(self.database.url()).await;
        let Look::Postgres(pool) = &look else { panic!("the doctor is for PostgreSQL") };
        let mut holder = pool.begin().await.unwrap();
        let held = format!("SELECT id FROM users WHERE id = {user} FOR UPDATE");
        sqlx::query(sqlx::AssertSqlSafe(held)).execute(&mut *holder).await.unwrap();
        let doctors = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'orientor doctor' AND datname = current_database()";
        let running = Running::start(self.command(arguments));
        while look.number(&format!("{doctors} AND wait_event_type = 'Lock'")).await == 0 {
            tokio::task::yield_now().await;
        }

        let (ended, _) = running.end("KILL").await;

        assert!(!ended.success());
        holder.rollback().await.unwrap();
        // The server looks once a second whether anybody is there.
        while look.number(doctors).await > 0 {
            tokio::task::yield_now().await;
        }
        look.close().await;
    }
}
