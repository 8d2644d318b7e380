//! The damaged database of the older application: people sign in and use everything, and no damage grows.

use std::collections::{BTreeMap, BTreeSet};

use orientor_devclerk::NewUser;
use orientor_identity::ClerkUserId;
use serde_json::{Value, json};

use crate::support::{TestApp, User};

/// Counts damage, one query a kind, with the code that the fixture gives it.
const DAMAGE: [(&str, &str); 10] = [
    (
        "orphans (D23)",
        "SELECT (SELECT count(*) FROM user_profiles t WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = t.user_id) AND t.user_id IS NOT NULL) \
         + (SELECT count(*) FROM suggested_peers t WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = t.user_id)) \
         + (SELECT count(*) FROM suggested_peers t WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = t.suggested_id)) \
         + (SELECT count(*) FROM personality_profiles t WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = t.user_id)) \
         + (SELECT count(*) FROM messages t WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = t.sender_id) \
            OR NOT EXISTS (SELECT 1 FROM users u WHERE u.id = t.recipient_id)) \
         + (SELECT count(*) FROM peer_inputs t WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = t.user_id))",
    ),
    (
        "rows of nobody (D24)",
        "SELECT (SELECT count(*) FROM user_profiles WHERE user_id IS NULL) + (SELECT count(*) FROM user_skills WHERE user_id IS NULL) \
         + (SELECT count(*) FROM saved_recommendations WHERE user_id IS NULL) + (SELECT count(*) FROM holland_assessments WHERE user_id IS NULL)",
    ),
    (
        "second rows (D25)",
        "SELECT (SELECT count(user_id) - count(DISTINCT user_id) FROM user_skills) \
         + (SELECT count(user_id) - count(DISTINCT user_id) FROM user_profiles)",
    ),
    (
        "users without profile (D20)",
        "SELECT count(*) FROM users u WHERE NOT EXISTS (SELECT 1 FROM user_profiles p WHERE p.user_id = u.id)",
    ),
    (
        "links never stamped (D14)",
        "SELECT count(*) FROM users WHERE clerk_user_id LIKE 'user\\_%' AND last_clerk_sync IS NULL",
    ),
    (
        "passwords of linked users (D15)",
        "SELECT count(*) FROM users WHERE clerk_user_id LIKE 'user\\_%' AND hashed_password <> ''",
    ),
    ("names with None (D21)", "SELECT count(*) FROM user_profiles WHERE name ~ '\\mNone\\M'"),
    ("is_active NULL (D17)", "SELECT count(*) FROM users WHERE is_active IS NULL"),
    (
        "shared Clerk ids (D10)",
        "SELECT count(clerk_user_id) - count(DISTINCT clerk_user_id) FROM users WHERE clerk_user_id LIKE 'user\\_%'",
    ),
    ("shared keys (D41)", "SELECT count(*) - count(DISTINCT message_id) FROM messages"),
];

async fn damage(app: &TestApp) -> BTreeMap<&'static str, i64> {
    let mut counts = BTreeMap::new();
    for (name, sql) in DAMAGE {
        counts.insert(name, app.number(sql).await);
    }
    counts
}

/// Every row of the tables that the older application has, as table and JSON, with how often it is there.
async fn rows(app: &TestApp, tables: &BTreeSet<String>) -> BTreeMap<(String, String), usize> {
    let mut rows = BTreeMap::new();
    for table in tables {
        for row in app.texts(&format!("SELECT row_to_json(t)::text FROM \"{table}\" t")).await {
            *rows.entry((table.clone(), row)).or_default() += 1;
        }
    }
    rows
}

const TABLES: &str = "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()";

/// Ids and Clerk ids of the active users whose Clerk id is one, and nobody else's.
async fn healthy(app: &TestApp) -> Vec<(i64, ClerkUserId)> {
    let sql = "SELECT id || ' ' || clerk_user_id FROM users u WHERE clerk_user_id LIKE 'user\\_%' \
               AND is_active IS NOT FALSE AND NOT EXISTS (SELECT 1 FROM users o WHERE o.id <> u.id \
               AND o.clerk_user_id = u.clerk_user_id) ORDER BY id";
    let rows = app.texts(sql).await;
    let read = rows.iter().filter_map(|row| {
        let (id, clerk_id) = row.split_once(' ')?;
        Some((id.parse().unwrap(), clerk_id.parse().ok()?))
    });
    read.collect()
}

fn known_to_clerk(app: &TestApp, clerk_id: &ClerkUserId) {
    let new = NewUser { id: Some(clerk_id.clone()), ..NewUser::default() };
    app.clerk.create_user(new).unwrap();
}

/// Everything that somebody does here; `peer` is somebody to write to.
async fn journey(me: &User, peer: i64) {
    let ok = |what: &str, status: u16, text: &str| assert!((200..300).contains(&status), "{what} of {}: {text}", me.id);
    for path in [
        "/api/v1/users/me".to_owned(),
        "/user/profile".to_owned(),
        "/user/onboarding-status".to_owned(),
        "/api/v1/profiles/me".to_owned(),
        "/api/v1/space/skills".to_owned(),
        "/api/v1/peers/suggested".to_owned(),
        "/api/v1/messages/suggested-peers".to_owned(),
        "/api/v1/messages/conversations".to_owned(),
        "/api/v1/peers/visibility".to_owned(),
        "/api/v1/peers/blocked".to_owned(),
        "/api/v1/space/recommendations".to_owned(),
        "/api/v1/space/notes".to_owned(),
        "/api/v1/jobs/saved".to_owned(),
        "/api/v1/careers/saved".to_owned(),
        "/api/v1/reflection/responses".to_owned(),
        "/api/v1/onboarding/status".to_owned(),
        "/api/v1/onboarding/responses".to_owned(),
        "/api/v1/tests/hexaco/my-profile".to_owned(),
        "/api/v1/tests/holland".to_owned(),
        "/api/v1/tests/holland/questions".to_owned(),
        "/api/v1/tests/holland/user-results".to_owned(),
        "/api/v1/avatar/me".to_owned(),
        "/api/v1/school-programs/users/saved-programs".to_owned(),
        format!("/api/v1/profiles/{peer}"),
    ] {
        let answer = me.get(&path).await;
        ok(&path, answer.status, &answer.text);
    }
    let profile = me.get("/api/v1/profiles/me").await.body;
    assert_eq!((&profile["id"], &profile["user_id"]), (&json!(me.id), &json!(me.id)));

    let skills = me.put("/api/v1/space/skills", &json!({ "creativity": 4, "stress_tolerance": 1.5 })).await;
    ok("rating", skills.status, &skills.text);
    let read = me.get("/api/v1/space/skills").await.body;
    assert_eq!((&read["creativity"], &read["stress_tolerance"]), (&json!(4.0), &json!(1.5)));
    let updated = me.put("/api/v1/profiles/update", &json!({ "skills": ["weaving"], "hobbies": "chess" })).await;
    ok("update", updated.status, &updated.text);
    let after = me.get("/api/v1/profiles/me").await.body;
    assert_eq!((&after["skills"], &after["hobbies"]), (&json!(["weaving"]), &json!("chess")));
    for (name, value) in profile.as_object().unwrap() {
        let changed = ["skills", "hobbies", "creativity", "stress_tolerance"].contains(&name.as_str());
        assert!(changed || after[name] == *value, "{name} of {} was {value}, is {}", me.id, after[name]);
    }

    let refreshed = me.post("/api/v1/peers/refresh", &Value::Null).await;
    ok("refresh", refreshed.status, &refreshed.text);
    let suggested = me.get("/api/v1/peers/suggested").await.column("user_id");
    let compatible = me.get("/api/v1/peers/compatible?limit=5").await.column("user_id");
    assert_eq!(suggested, compatible, "user {}", me.id);

    let message = json!({ "recipient_id": peer, "body": format!("from {}", me.id) });
    let sent = me.post("/api/v1/messages", &message).await;
    ok("message", sent.status, &sent.text);
    let conversation = me.get(&format!("/api/v1/messages/conversation/{peer}")).await;
    assert_eq!(conversation.body[0], sent.body);
    assert_eq!(me.get("/api/v1/messages/conversations").await.body[0]["peer_id"], peer);
    let read = me.put(&format!("/api/v1/messages/conversation/{peer}/read"), &json!({})).await;
    ok("read state", read.status, &read.text);
}

/// Whether a journey of `users` may change or take away this row.
fn may_change(table: &str, row: &Value, users: &BTreeSet<i64>) -> bool {
    let owner = row["user_id"].as_i64();
    match table {
        "user_profiles" | "user_skills" | "suggested_peers" => owner.is_some_and(|owner| users.contains(&owner)),
        _ => false,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_who_was_linked_signs_in_and_does_everything_and_no_damage_grows() {
    let app = TestApp::legacy().await;
    let tables: BTreeSet<String> = app
        .texts(TABLES)
        .await
        .into_iter()
        .filter(|table| {
            !table.starts_with("identity_")
                && !table.starts_with("orientor_")
                && !["peer_inputs", "peer_changes", "peer_log", "peer_blocks", "peer_visibility", "message_reads"]
                    .contains(&table.as_str())
        })
        .collect();
    let (before, rows_before) = (damage(&app).await, rows(&app, &tables).await);
    let healthy = healthy(&app).await;
    assert!(healthy.len() > 120, "{}", healthy.len());
    for (_, clerk_id) in &healthy {
        known_to_clerk(&app, clerk_id);
    }

    let mut peer = healthy[healthy.len() - 1].0;
    for (id, clerk_id) in &healthy {
        let me = app.sign_in(clerk_id).await;
        assert_eq!(me.id, *id, "{clerk_id}");
        journey(&me, peer).await;
        peer = *id;
    }

    // Users are not changed at all: who they are was known.
    let users: BTreeSet<i64> = healthy.iter().map(|(id, _)| *id).collect();
    let after = damage(&app).await;
    for (name, count) in &after {
        assert!(count <= &before[name], "{name}: {} before, {count} after", before[name]);
    }
    let rows_after = rows(&app, &tables).await;
    for ((table, row), count) in &rows_before {
        if rows_after.get(&(table.clone(), row.clone())).is_none_or(|now| now < count) {
            let parsed = serde_json::from_str(row).unwrap();
            assert!(may_change(table, &parsed, &users), "a row of {table} was changed or is gone: {row}");
        }
    }
    for ((table, row), count) in &rows_after {
        if rows_before.get(&(table.clone(), row.clone())).is_none_or(|then| then < count) {
            let parsed: Value = serde_json::from_str(row).unwrap();
            let ours = may_change(table, &parsed, &users)
                || (table == "messages" && parsed["sender_id"].as_i64().is_some_and(|sender| users.contains(&sender)));
            assert!(ours, "a new or changed row of {table}: {row}");
        }
    }
}

#[tokio::test]
async fn those_who_share_a_clerk_id_are_a_conflict_and_a_new_person_does_everything() {
    let app = TestApp::legacy().await;
    let before = damage(&app).await;
    let shared = app.texts("SELECT DISTINCT clerk_user_id FROM users WHERE id IN (70, 71, 72, 181, 182, 183)").await;
    assert_eq!(shared.len(), 3);
    for clerk_id in shared {
        let clerk_id: ClerkUserId = clerk_id.parse().unwrap();
        known_to_clerk(&app, &clerk_id);
        let refused = app.client_of(&clerk_id).get("/api/v1/users/me").await;
        assert_eq!(refused.error(), (409, "identity_conflict"));
    }
    let highest = app.number("SELECT max(id)::bigint FROM users").await;

    let ada = app.user("ada.newcomer").await;

    assert!(ada.id > highest);
    assert_eq!(ada.get("/api/v1/profiles/me").await.body["name"], "Ada.newcomer");
    journey(&ada, 61).await;
    assert_eq!(damage(&app).await, before);
}

#[tokio::test]
async fn an_old_account_with_a_password_is_linked_by_its_verified_address() {
    let app = TestApp::legacy().await;
    let before = damage(&app).await;
    // Those without a Clerk id whose address, however written, nobody else has.
    let sql = "SELECT id || ' ' || trim(email) FROM users u WHERE clerk_user_id IS NULL AND is_active IS NOT FALSE \
               AND email IS NOT NULL AND NOT EXISTS (SELECT 1 FROM users o WHERE o.id <> u.id \
               AND lower(trim(o.email)) = lower(trim(u.email))) ORDER BY id";
    let mut linked = 0;
    for row in app.texts(sql).await {
        let (id, email) = row.split_once(' ').unwrap();
        let clerk_id = app.clerk.create_user(NewUser::with_email(email.to_lowercase())).unwrap();

        let me = app.sign_in(&clerk_id).await;

        assert_eq!(me.id.to_string(), id);
        linked += 1;
        let left = format!("SELECT count(*) FROM users WHERE id = {id} AND hashed_password <> ''");
        assert_eq!(app.number(&left).await, 0, "the password of {id} would stay a way in");
        if linked % 8 == 0 {
            journey(&me, 61).await;
        }
    }
    assert!(linked > 20, "{linked}");
    for (name, count) in damage(&app).await {
        assert!(count <= before[name], "{name}: {} before, {count} after", before[name]);
    }
}

#[tokio::test]
async fn a_new_person_saves_and_answers_in_the_tables_of_the_older_application() {
    let app = TestApp::legacy().await;
    let ada = app.user("ada.newcomer").await;
    let occupation = json!({ "oasis_code": "31301", "label": "Nurse", "role_creativity": 2, "swiped_right": true });
    let onboarding = json!({ "questionId": "hobbies", "question": "What?", "response": "kites" });
    for (path, body) in [
        ("/api/v1/recommendations/swipe", occupation),
        ("/api/v1/space/notes", json!({ "content": "ask my aunt" })),
        ("/api/v1/jobs/save", json!({ "esco_id": "e", "job_title": "Engineer", "skills_required": ["statics"] })),
        ("/api/v1/reflection/responses", json!({ "question_id": 101, "response": "teaching" })),
        ("/api/v1/onboarding/response", onboarding.clone()),
        ("/api/v1/onboarding/complete", json!({ "responses": [onboarding] })),
        ("/api/v1/tests/holland/answer", json!({ "attempt_id": "a-1", "question_id": 1, "choice_id": 1 })),
    ] {
        // Each a second time, because the tables have lost the rules that would refuse a second row.
        for _ in 0..2 {
            let answer = ada.post(path, &body).await;
            assert!((200..300).contains(&answer.status), "{path}: {}", answer.text);
        }
    }
    assert_eq!(ada.get("/api/v1/space/recommendations").await.column("oasis_code"), ["31301"]);
    assert_eq!(ada.get("/api/v1/jobs/saved").await.body["total"], 1);
    assert_eq!(ada.get("/api/v1/reflection/responses").await.column("response"), ["teaching"]);
    assert_eq!(ada.get("/api/v1/tests/holland/score/a-1").await.status, 200);
    assert_eq!(ada.get("/api/v1/tests/holland/user-results").await.body["top_3_code"].as_str().unwrap().len(), 3);
    assert_eq!(ada.delete("/api/v1/space/recommendations/31301").await.status, 204);
    assert_eq!(ada.delete("/api/v1/onboarding/reset").await.status, 204);
    assert_eq!(ada.get("/api/v1/onboarding/status").await.body["isComplete"], false);
}
