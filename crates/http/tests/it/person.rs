//! `GET /api/v1/users/me/export` and `DELETE /api/v1/users/me`.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _},
    sync::Arc,
    time::Duration,
};

use orientor_identity::{Clock, SystemClock};
use orientor_store::{TABLES, schema::Ownership};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Setup, TestApp, User, until};

/// The files of an archive by name, each a list of rows.
async fn archive_of(user: &User) -> BTreeMap<String, Vec<Value>> {
    let answer = user.request(Method::GET, "/api/v1/users/me/export").send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "application/zip");
    assert_eq!(answer.headers()["content-disposition"], format!("attachment; filename=\"orientor-{}.zip\"", user.id));
    let bytes = answer.bytes().await.unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        let name = file.name().unwrap().into_owned();
        let rows = match name.strip_suffix(".jsonl") {
            Some(_) => text.lines().map(|line| serde_json::from_str(line).unwrap()).collect(),
            None => vec![serde_json::from_str(&text).unwrap()],
        };
        files.insert(name, rows);
    }
    files
}

/// Gives a user a row in every table that can hold one, with a word of theirs in every text.
async fn fill(app: &TestApp, user: &User, word: &str) {
    for table in TABLES {
        let owner = match table.ownership {
            Ownership::User(column) | Ownership::Through { column, .. } => column,
            // They have written to each other already.
            Ownership::Pair { .. } | Ownership::Nobody | Ownership::Person => continue,
        };
        let number = format!("SELECT CAST(count(*) AS bigint) FROM {} WHERE {owner} = {}", table.name, user.id);
        if matches!(table.ownership, Ownership::User(_)) && app.number(&number).await > 0 {
            continue;
        }
        let value = |column: &orientor_store::schema::Column| -> Option<String> {
            use orientor_store::schema::{Fill, Kind};
            if column.name == owner {
                return Some(match table.ownership {
                    Ownership::Through { parent, .. } => format!("(SELECT max(id) FROM {})", parent.name),
                    _ => user.id.to_string(),
                });
            }
            if let Some(key) = table.foreign_keys.iter().find(|key| key.column == column.name) {
                let other = format!("(SELECT max(id) FROM {} WHERE id <> {})", key.table, user.id);
                let any = format!("(SELECT max(id) FROM {})", key.table);
                return column.required.then_some(if key.table == "users" { other } else { any });
            }
            if column.fill != Fill::Nothing && !matches!(column.fill, Fill::Value(_)) {
                return None;
            }
            let is_unique = table.uniques.iter().any(|unique| unique.columns == [column.name]);
            let word = if is_unique { format!("{word}{}", user.id) } else { word.to_owned() };
            let limit = |length: u16| word.chars().take(length.into()).collect::<String>();
            let check = table.checks.iter().find(|check| check.sql.starts_with(column.name));
            if let Some(check) = check {
                let first = check.sql.split('\'').nth(1);
                return Some(first.map_or_else(|| "1".to_owned(), |first| format!("'{first}'")));
            }
            Some(match column.kind {
                Kind::Text | Kind::String => format!("'{word}'"),
                Kind::Varchar(length) => format!("'{}'", limit(length)),
                Kind::Integer | Kind::Bigint | Kind::Real | Kind::Numeric | Kind::Decimal(..) => "1".to_owned(),
                Kind::Boolean => "true".to_owned(),
                Kind::Json | Kind::Jsonb => format!("'{{\"said\": \"{word}\"}}'"),
                Kind::Date => "'2030-01-31'".to_owned(),
                Kind::Uuid if column.required => format!("'6f9619ff-8b86-4d01-b42d-{:012}'", user.id),
                _ => return None,
            })
        };
        let columns: Vec<(String, String)> =
            table.columns.iter().filter_map(|column| Some((column.name.to_owned(), value(column)?))).collect();
        let names: Vec<String> = columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
        let values: Vec<&str> = columns.iter().map(|(_, value)| value.as_str()).collect();
        app.run(&format!("INSERT INTO {} ({}) SELECT {}", table.name, names.join(", "), values.join(", "))).await;
    }
}

/// Something to refer to where rows need it.
const CATALOGUE: &str = "
INSERT INTO institutions (name, institution_type, source_system, source_id) VALUES ('x', 'college', 'tests', '1');
INSERT INTO programs (title, program_type, level, source_system, source_id) VALUES ('x', 'degree', 'bachelor', 'tests', '1');
INSERT INTO gca_tests (title) VALUES ('x');
INSERT INTO gca_questions (test_id) SELECT max(id) FROM gca_tests;
INSERT INTO gca_choices (question_id) SELECT max(id) FROM gca_questions;
";

#[tokio::test]
async fn everything_in_every_table_is_exported_and_nothing_of_anybody_elses() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    ada.write_to(&bob, "To bob").await;
    bob.write_to(&ada, "To ada").await;
    app.run(CATALOGUE).await;
    fill(&app, &bob, "BOBS").await;
    fill(&app, &ada, "ADAS").await;
    app.run(&format!("UPDATE users SET hashed_password = 'SECRET' WHERE id = {}", ada.id)).await;

    let files = archive_of(&ada).await;

    assert_eq!(files["manifest.json"][0]["user_id"], json!(ada.id));
    for table in TABLES.iter().filter(|table| !table.derived && !matches!(table.ownership, Ownership::Nobody)) {
        assert!(files.contains_key(&format!("{}.jsonl", table.name)), "{} is exported", table.name);
    }
    let text = format!("{files:?}");
    assert!(text.contains("ADAS") && !text.contains("BOBS"), "{text}");
    assert!(!text.contains("SECRET"), "a password does not leave");
    let said: Vec<&Value> = files["messages.jsonl"].iter().map(|row| &row["body"]).collect();
    assert!(said.contains(&&json!("To bob")) && said.contains(&&json!("To ada")), "both halves of a conversation");
    assert_eq!(files["users.jsonl"].len(), 1);
}

#[tokio::test]
async fn a_long_export_holds_every_row_once() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let many = if app.is_postgres() {
        format!(
            "INSERT INTO courses (user_id, course_name) SELECT {}, 'c' || n FROM generate_series(1, 2300) n",
            ada.id
        )
    } else {
        format!(
            "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 2300) \
             INSERT INTO courses (user_id, course_name) SELECT {}, 'c' || n FROM n",
            ada.id
        )
    };
    app.run(&many).await;

    let files = archive_of(&ada).await;

    let mut ids: Vec<i64> = files["courses.jsonl"].iter().map(|row| row["id"].as_i64().unwrap()).collect();
    let in_order = ids.is_sorted();
    ids.dedup();
    assert!(in_order && ids.len() == 2300, "{}", ids.len());
}

#[tokio::test]
async fn rows_that_have_lost_their_key_are_exported_too() {
    let app = TestApp::on_postgres().await;
    let ada = app.user("ada").await;
    let id = ada.id;
    app.run(&format!(
        "ALTER TABLE courses DROP CONSTRAINT courses_pkey CASCADE, ALTER id DROP NOT NULL, ALTER id DROP DEFAULT; \
         INSERT INTO courses (user_id, course_name) VALUES ({id}, 'lost'), ({id}, 'too'); \
         INSERT INTO courses (id, user_id, course_name) SELECT n, {id}, 'kept' FROM generate_series(1, 600) AS n"
    ))
    .await;

    let files = archive_of(&ada).await;

    let keys = files["courses.jsonl"].iter().map(|row| row["id"].as_i64());
    let (kept, lost): (Vec<_>, Vec<_>) = keys.partition(Option::is_some);
    assert_eq!((kept.len(), lost.len()), (600, 2));
}

#[tokio::test]
async fn erasure_leaves_a_number_and_what_others_wrote() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    ada.write_to(&bob, "ADAS words").await;
    bob.write_to(&ada, "Dear Ada").await;
    app.run(CATALOGUE).await;
    fill(&app, &bob, "BOBS").await;
    fill(&app, &ada, "ADAS").await;
    let before = archive_of(&bob).await;

    let erased = ada.delete("/api/v1/users/me").await;

    assert_eq!(erased.status, 200, "{}", erased.body);
    assert_eq!((&erased.body["clerk"], &erased.body["kept"]), (&json!("deleted"), &json!([])));
    assert!(erased.body["erased"].as_array().unwrap().contains(&json!({ "table": "courses", "rows": 1 })));
    // Nothing is left of her but the number.
    for table in TABLES.iter().filter(|table| !table.derived) {
        let named = table
            .columns
            .iter()
            .filter(|column| table.foreign_keys.iter().any(|key| key.table == "users" && key.column == column.name));
        for column in named.filter(|column| column.name != "recipient_id") {
            let left =
                format!("SELECT CAST(count(*) AS bigint) FROM {} WHERE {} = {}", table.name, column.name, ada.id);
            assert_eq!(app.number(&left).await, 0, "{}.{}", table.name, column.name);
        }
    }
    let row = format!(
        "SELECT coalesce(email, '') || coalesce(first_name, '') || coalesce(last_name, '') || coalesce(clerk_user_id, '') \
         || CAST(is_active AS text) FROM users WHERE id = {}",
        ada.id
    );
    assert!(["deleteduserfalse", "deleteduser0"].contains(&app.texts(&row).await[0].as_str()));
    // Nobody signs in as her, neither with the token that she has nor with a new one.
    until("it is known that she is gone", async || ada.get("/api/v1/users/me").await.status == 401).await;
    assert_eq!(ada.get("/api/v1/users/me").await.error(), (401, "identity_revoked"));
    let mut subjects = app.texts("SELECT subject FROM identity_events WHERE subject LIKE 'user%'").await;
    subjects.retain(|subject| *subject == ada.clerk_id);
    assert_eq!(subjects, [""; 0], "events name nobody");
    assert!(app.number("SELECT CAST(count(*) AS bigint) FROM identity_events WHERE subject LIKE 'erased:%'").await > 0);
    // Bob has what was his, and his half of the conversation.
    let after = archive_of(&bob).await;
    let mine = |files: &BTreeMap<String, Vec<Value>>| {
        let rows = files["messages.jsonl"].iter().filter(|row| row["sender_id"] == json!(bob.id));
        rows.cloned().collect::<Vec<_>>()
    };
    assert_eq!(mine(&after), mine(&before));
    assert_eq!(after["courses.jsonl"], before["courses.jsonl"]);
    let conversation = bob.get(&format!("/api/v1/messages/conversation/{}", ada.id)).await;
    assert_eq!(conversation.column("body"), ["Dear Ada"]);
    let listed = bob.get("/api/v1/messages/conversations").await;
    assert_eq!(listed.body[0]["peer_name"], json!("deleted user"));
}

#[derive(Debug)]
struct Ahead(Duration);

impl Clock for Ahead {
    fn now(&self) -> Duration {
        SystemClock.now() + self.0
    }
}

#[tokio::test]
async fn a_token_that_is_not_fresh_erases_nobody() {
    // A server whose clock is a minute and a half ahead sees every token as so old.
    let app = TestApp::with(Setup { clock: Arc::new(Ahead(Duration::from_secs(90))), ..Setup::default() }).await;
    let ada = app.user("ada").await;

    let refused = ada.delete("/api/v1/users/me").await;

    assert_eq!(refused.error(), (403, "token_not_fresh"));
    assert_eq!(ada.get("/api/v1/users/me").await.status, 200);
}
