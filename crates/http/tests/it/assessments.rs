//! Results of tests as they are stored, and the Holland test.

use serde_json::{Value, json};

use crate::support::{TestApp, User};

const MINE: &str = "/api/v1/tests/hexaco/my-profile";

async fn profile(app: &TestApp, user: &User, scores: &Value, version: &str, at: &str) {
    app.run(&format!(
        "INSERT INTO personality_profiles (user_id, profile_type, scores, percentile_ranks, assessment_version, \
         computed_at) VALUES ({}, 'hexaco', '{scores}', '{{\"Openness\": 61.3}}', '{version}', '{at}')",
        user.id
    ))
    .await;
}

#[tokio::test]
async fn a_result_of_the_test_and_what_onboarding_stored_are_told_apart() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    assert_eq!((ada.get(MINE).await.status, ada.get(MINE).await.body), (200, Value::Null));
    let test = json!({ "domains": { "Openness": 3.5 }, "facets": { "Creativity": 4.0 } });
    let older = json!({ "domains": { "Openness": 2.0 }, "facets": {} });
    let onboarding = json!({ "hexaco": { "openness": 0.5 }, "riasec": {}, "description": "of onboarding" });
    profile(&app, &ada, &older, "hexaco_100_en", "2025-01-01T00:00:00Z").await;
    profile(&app, &ada, &test, "hexaco_60_en", "2025-02-01T00:00:00Z").await;
    profile(&app, &ada, &onboarding, "v1.0", "2025-03-01T00:00:00Z").await;
    profile(&app, &ada, &json!({ "openness": 0.5 }), "v1.0", "2025-04-01T00:00:00Z").await;

    let found = ada.get(MINE).await.body;

    assert_eq!((&found["domains"], &found["facets"]), (&test["domains"], &test["facets"]));
    assert_eq!(found["percentiles"], json!({ "Openness": 61.3 }));
    assert_eq!((&found["total_responses"], &found["completion_rate"]), (&Value::Null, &Value::Null));
    assert_eq!(ada.get("/api/v1/onboarding/profile").await.body["profile"], onboarding);
    let of_version = ada.get(&format!("{MINE}?assessment_version=hexaco_100_en")).await;
    assert_eq!(of_version.body["domains"], older["domains"]);
    for named in [ada.id.to_string(), ada.clerk_id.clone()] {
        let path = format!("/api/v1/tests/hexaco/profile/{named}");
        assert_eq!(ada.get(&path).await.body, found);
        assert_eq!(bob.get(&path).await.error(), (404, "user_not_found"));
    }
    assert_eq!(bob.get(MINE).await.body, Value::Null);
}

#[tokio::test]
async fn the_progress_of_a_sitting_is_told_to_its_owner_and_no_other_and_odd_ids_are_missing() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let session = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
    app.run(&format!(
        "INSERT INTO personality_assessments (user_id, assessment_type, assessment_version, session_id, status, \
         total_items, completed_items) VALUES ({}, 'hexaco', 'hexaco_60_en', '{session}', 'in_progress', 60, 7)",
        ada.id
    ))
    .await;
    let path = format!("/api/v1/tests/hexaco/progress/{session}");

    let progress = ada.get(&path).await;

    assert_eq!(
        progress.body,
        json!({
            "total_items": 60, "completed_items": 7, "progress_percentage": 11.7, "status": "in_progress",
            "assessment_version": "hexaco_60_en"
        })
    );
    assert_eq!(bob.get(&path).await.error(), (404, "not_found"));
    for odd in ["x", "6f9619ff", "%00", "6f9619ff-8b86-4d01-b42d-00cf4fc96400", "'"] {
        let refused = ada.get(&format!("/api/v1/tests/hexaco/progress/{odd}")).await;
        assert_eq!(refused.error(), (404, "not_found"), "{odd}");
    }
}

/// A test with two questions of two choices each.
async fn with_bank(app: &TestApp) {
    app.run(
        "INSERT INTO gca_tests (id, title, seo_code, chapter_count, question_count) VALUES (1, 'Types', 'types', 1, 2); \
         INSERT INTO gca_questions (id, test_id, title, chapter_number, sort_idx) \
         VALUES (1, 1, 'Second', 1, 2), (2, 1, 'First', 1, 1); \
         INSERT INTO gca_choices (id, question_id, title, sort_idx, r, i, a, s, e, c) VALUES \
         (1, 1, 'Wood', 1, 3, 0, 0, 0, 0, 0), (2, 1, 'People', 2, 0, 0, 0, 5, 0, 0), \
         (3, 2, 'Stars', 1, 0, 2, 0, 1, 0, 0), (4, 2, 'Money', 2, 0, 0, 0, 0, 2, 1); \
         INSERT INTO gca_personalities (id, initial, title, description) VALUES (1, 'S', 'Social', 'Helps people.')",
    )
    .await;
}

async fn choose(user: &User, attempt: &str, question: i64, choice: i64) -> crate::support::Answer {
    let body = json!({ "attempt_id": attempt, "question_id": question, "choice_id": choice });
    user.post("/api/v1/tests/holland/answer", &body).await
}

#[tokio::test]
async fn the_holland_test_comes_from_the_database_and_keeps_its_weights() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    assert_eq!(ada.get("/api/v1/tests/holland").await.error(), (404, "not_found"));
    assert_eq!(ada.get("/api/v1/tests/holland/questions").await.body, json!([]));
    with_bank(&app).await;

    let test = ada.get("/api/v1/tests/holland/").await;
    let questions = ada.get("/api/v1/tests/holland/questions").await;

    assert_eq!((&test.body["title"], &test.body["active"]), (&json!("Types"), &json!(true)));
    assert_eq!(questions.column("title"), ["First", "Second"]);
    assert_eq!(questions.body[0]["choices"][0], json!({ "id": 3, "title": "Stars", "question_id": 2, "sort_idx": 1 }));
    assert_eq!(questions.body[1]["choices"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn an_answer_given_again_counts_once_and_the_result_is_kept_once() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    with_bank(&app).await;
    let none = ada.get("/api/v1/tests/holland/user-results").await.body;
    assert_eq!((&none["s_score"], &none["top_3_code"]), (&json!(0.0), &json!("")));

    let first = choose(&ada, "a-1", 1, 1).await;
    let again = choose(&ada, "a-1", 1, 2).await;
    choose(&ada, "a-1", 2, 3).await;

    assert_eq!((first.status, &first.body["id"]), (201, &again.body["id"]), "{first:?}");
    let (one, two) = tokio::join!(
        ada.get("/api/v1/tests/holland/score/a-1?include_description=true"),
        ada.get("/api/v1/tests/holland/score/a-1?include_description=true")
    );
    assert_eq!(
        one.body,
        json!({
            "r_score": 0.0, "i_score": 2.0, "a_score": 0.0, "s_score": 6.0, "e_score": 0.0, "c_score": 0.0,
            "top_3_code": "SIR", "personality_description": "Helps people."
        })
    );
    assert_eq!(two.body, one.body);
    assert_eq!(app.number("SELECT count(*) FROM gca_results").await, 1);
    let newest = ada.get("/api/v1/tests/holland/user-results").await.body;
    assert_eq!((&newest["s_score"], &newest["top_3_code"]), (&json!(6.0), &json!("SIR")));
    choose(&ada, "a-1", 1, 1).await;
    assert_eq!(ada.get("/api/v1/tests/holland/score/a-1").await.body["r_score"], 3.0);
    assert_eq!(app.number("SELECT count(*) FROM gca_results").await, 1);
    assert_eq!(ada.get("/api/v1/tests/holland/user-results").await.body["r_score"], 3.0);
}

#[tokio::test]
async fn an_attempt_is_whose_who_answers_first_in_it() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    with_bank(&app).await;

    let (one, two) = tokio::join!(choose(&ada, "shared", 1, 1), choose(&bob, "shared", 1, 2));

    let (owner, other) = if one.status == 201 { (&ada, &bob) } else { (&bob, &ada) };
    let refused = if one.status == 201 { &two } else { &one };
    assert_eq!(refused.error(), (404, "not_found"));
    assert_eq!(choose(other, "shared", 2, 3).await.error(), (404, "not_found"));
    assert_eq!(other.get("/api/v1/tests/holland/score/shared").await.error(), (404, "not_found"));
    assert_eq!(owner.get("/api/v1/tests/holland/score/shared").await.status, 200);
    assert_eq!(other.get("/api/v1/tests/holland/user-results").await.body["top_3_code"], "");
}

#[tokio::test]
async fn a_choice_that_a_question_does_not_have_is_refused_and_an_unknown_attempt_is_missing() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    with_bank(&app).await;

    for (question, choice) in [(1, 3), (1, 99), (99, 1)] {
        assert_eq!(choose(&ada, "a", question, choice).await.error(), (422, "body_invalid"), "{question} {choice}");
    }
    for attempt in ["", "a b", "a/b", "\u{e9}"] {
        assert_eq!(choose(&ada, attempt, 1, 1).await.error(), (422, "body_invalid"), "{attempt:?}");
    }
    assert_eq!(ada.get("/api/v1/tests/holland/score/unknown").await.error(), (404, "not_found"));
    assert_eq!(app.number("SELECT count(*) FROM gca_users_answers").await, 0);
    assert_eq!(app.number("SELECT count(*) FROM gca_results").await, 0);
}

#[tokio::test]
async fn answers_that_an_older_program_stored_twice_count_once() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    with_bank(&app).await;
    app.run(&format!(
        "INSERT INTO gca_users_answers (id, attempt_id, user_id, test_id, question_id, choice_id, created_at) VALUES \
         ('x1', 'old', {0}, 1, 1, 1, '2025-01-01 10:00:00'), ('x2', 'old', {0}, 1, 1, 2, '2025-01-01 11:00:00')",
        ada.id
    ))
    .await;

    let score = ada.get("/api/v1/tests/holland/score/old").await.body;

    assert_eq!((&score["r_score"], &score["s_score"]), (&json!(0.0), &json!(5.0)));
}

#[tokio::test]
async fn answers_whose_owner_stands_as_text_are_found() {
    let app = TestApp::new().await;
    if !app.is_postgres() {
        // SQLite compares what is stored, whatever the column is called.
        return;
    }
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    with_bank(&app).await;
    app.run(
        "ALTER TABLE gca_users_answers DROP CONSTRAINT IF EXISTS fk_gca_users_answers_user_id, \
         DROP CONSTRAINT IF EXISTS gca_users_answers_user_id_fkey",
    )
    .await;
    app.run("ALTER TABLE gca_users_answers ALTER COLUMN user_id TYPE varchar(255)").await;

    assert_eq!(choose(&ada, "text", 1, 2).await.status, 201);
    assert_eq!(choose(&bob, "text", 1, 1).await.error(), (404, "not_found"));
    assert_eq!(ada.get("/api/v1/tests/holland/score/text").await.body["s_score"], 5.0);
}
