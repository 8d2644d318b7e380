//! `/api/v1/courses`.

use orientor_devclerk::NewUser;
use orientor_identity::ClerkUserId;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, User, send, shape};

async fn course(user: &User, name: &str) -> i64 {
    let made = user.post("/api/v1/courses/", &json!({ "course_name": name })).await;
    assert_eq!(made.status, 201, "{made:?}");
    assert_eq!(made.header("location"), format!("/api/v1/courses/{}", made.body["id"]));
    made.body["id"].as_i64().unwrap()
}

async fn insight(app: &TestApp, user: &User, course: i64, kind: &str, value: &Value, confidence: &str) {
    app.run(&format!(
        "INSERT INTO psychological_insights (user_id, course_id, insight_type, insight_value, confidence_score) \
         VALUES ({}, {course}, '{kind}', '{value}', {confidence})",
        user.id
    ))
    .await;
}

async fn signal(app: &TestApp, user: &User, course: i64, kind: &str, strength: f64) {
    app.run(&format!(
        "INSERT INTO career_signals (user_id, course_id, signal_type, strength_score, evidence_source) \
         VALUES ({}, {course}, '{kind}', {strength}, 'a conversation')",
        user.id
    ))
    .await;
}

#[tokio::test]
async fn a_category_is_told_from_whole_words_unless_it_is_given() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    for (body, expected) in [
        (json!({ "course_name": "Linear algebra" }), "STEM"),
        (json!({ "course_name": "Getting started" }), "other"),
        (json!({ "course_name": "Seminar", "description": "marketing and sales" }), "business"),
        (json!({ "course_name": "Psychologie" }), "social_sciences"),
        (json!({ "course_name": "Linear algebra", "subject_category": "arts" }), "arts"),
    ] {
        let made = ada.post("/api/v1/courses", &body).await;

        assert_eq!((made.status, &made.body["subject_category"]), (201, &json!(expected)), "{body}");
    }
}

#[tokio::test]
async fn a_course_is_changed_and_deleted_by_its_owner_alone() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let url = format!("/api/v1/courses/{}", course(&ada, "Algebra").await);

    let changed = ada.put(&url, &json!({ "grade": "A-", "year": 2024 })).await;
    let cleared = send(ada.request(Method::PATCH, &url).json(&json!({ "year": null }))).await;

    assert_eq!((changed.status, &changed.body["grade"], &changed.body["year"]), (200, &json!("A-"), &json!(2024)));
    assert_eq!((&cleared.body["grade"], &cleared.body["year"]), (&json!("A-"), &json!(null)));
    assert_eq!(ada.get(&url).await.body, cleared.body);
    for (body, path) in [
        (json!({ "course_name": null }), "course_name"),
        (json!({ "course_name": " " }), "course_name"),
        (json!({ "credits": 21 }), "credits"),
        (json!({ "subject_category": "magic" }), "subject_category"),
        (json!({ "user_id": bob.id }), "user_id"),
        (json!({ "surprise": 1 }), "surprise"),
    ] {
        let refused = ada.put(&url, &body).await;
        assert_eq!(refused.error(), (422, "body_invalid"), "{body}");
        assert!(refused.detail().contains(path), "{}", refused.detail());
        if path != "credits" {
            let mut new = json!({ "course_name": "x" });
            new.as_object_mut().unwrap().extend(body.as_object().unwrap().clone());
            assert_eq!(ada.post("/api/v1/courses", &new).await.error(), (422, "body_invalid"), "{new}");
        }
    }
    let insights = format!("{url}/insights");
    for refused in [
        bob.get(&url).await,
        bob.put(&url, &json!({ "grade": "F" })).await,
        bob.delete(&url).await,
        bob.get(&insights).await,
        ada.get("/api/v1/courses/x/insights").await,
    ] {
        assert_eq!(refused.error(), (404, "not_found"));
    }
    assert_eq!(bob.get("/api/v1/courses").await.body, json!([]));
    assert_eq!(ada.get(&url).await.body, cleared.body);
    assert_eq!(ada.delete(&url).await.status, 204);
    assert_eq!(ada.delete(&url).await.error(), (404, "not_found"));
}

#[tokio::test]
async fn an_old_category_that_is_none_today_can_be_read_and_kept() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let url = format!("/api/v1/courses/{}", course(&ada, "Algebra").await);
    app.run("UPDATE courses SET subject_category = 'wizardry', credits = 77").await;

    let read = ada.get(&url).await;
    let changed = ada.put(&url, &json!({ "grade": "B" })).await;

    assert_eq!((read.status, &read.body["subject_category"]), (200, &json!("wizardry")));
    assert_eq!(
        (changed.status, &changed.body["subject_category"], &changed.body["credits"]),
        (200, &json!("wizardry"), &json!(77))
    );
    assert_eq!(ada.get("/api/v1/courses?subject_category=wizardry").await.column("grade"), [json!("B")]);
}

#[tokio::test]
async fn a_deleted_course_takes_insights_and_conversations_along_and_signals_forget_it() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let (gone, kept) = (course(&ada, "gone").await, course(&ada, "kept").await);
    for id in [gone, kept] {
        insight(&app, &ada, id, "work_style", &json!({ "value": "team" }), "0.7").await;
        signal(&app, &ada, id, "leadership_potential", 0.8).await;
        app.run(&format!(
            "INSERT INTO conversation_logs (user_id, course_id, session_id, question_intent, question_text) \
             VALUES ({}, {id}, 's', 'i', 'q')",
            ada.id
        ))
        .await;
    }

    assert_eq!(ada.delete(&format!("/api/v1/courses/{gone}")).await.status, 204);

    for table in ["psychological_insights", "conversation_logs"] {
        let left = app.texts(&format!("SELECT CAST(course_id AS text) FROM {table}")).await;
        assert_eq!(left, [kept.to_string()], "{table}");
    }
    let signals = ada.get(&format!("/api/v1/courses/career-signals/{}", ada.id)).await.body;
    let courses: Vec<&Value> = signals["signals"].as_array().unwrap().iter().map(|it| &it["course_id"]).collect();
    assert_eq!(courses, [&json!(kept), &json!(null)]);
}

#[tokio::test]
async fn insights_are_those_of_one_course_newest_first_whatever_an_older_program_stored() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let (one, other) = (course(&ada, "one").await, course(&ada, "other").await);
    insight(&app, &ada, one, "work_style", &json!({ "value": "team" }), "0.7").await;
    insight(&app, &ada, other, "work_style", &json!({ "value": "solo" }), "0.7").await;
    insight(&app, &ada, one, "horoscope", &json!("anything"), "17").await;

    let insights = ada.get(&format!("/api/v1/courses/{one}/insights?limit=1")).await;

    assert_eq!(insights.column("insight_type"), [json!("horoscope")]);
    assert_eq!(insights.body[0]["confidence_score"], 17.0);
    let link = insights.header("link").trim_start_matches('<').split_once(">; rel=\"next\"").unwrap().0.to_owned();
    assert_eq!(ada.get(&link).await.column("insight_type"), [json!("work_style")]);
    let profile = ada.get(&format!("/api/v1/courses/psychological-profile/{}", ada.id)).await;
    assert_eq!(profile.status, 200, "{profile:?}");
}

#[tokio::test]
async fn somebody_without_courses_has_an_empty_profile() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    for reference in [ada.id.to_string(), ada.clerk_id.clone()] {
        let profile = ada.get(&format!("/api/v1/courses/psychological-profile/{reference}")).await;
        let signals = ada.get(&format!("/api/v1/courses/career-signals/{reference}")).await;

        assert_eq!((profile.status, signals.status), (200, 200), "{profile:?} {signals:?}");
        assert_eq!(
            shape(&profile.body),
            [
                ("career_signals", 'a'),
                ("confidence_score", 'n'),
                ("esco_recommendations", 'o'),
                ("insights_by_course", 'o'),
                ("last_updated", 'z'),
                ("profile_summary", 'o'),
                ("user_id", 'n'),
            ]
        );
        assert_eq!(profile.body["profile_summary"]["career_readiness"]["overall"], json!(null));
        assert_eq!(
            signals.body,
            json!({
                "user_id": ada.id, "signals": [], "pattern_analysis": {}, "esco_tree_paths": [], "trend_indicators": [],
                "recommendations": [],
            })
        );
    }
}

#[tokio::test]
async fn a_profile_comes_from_ones_own_insights_and_signals() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let id = course(&ada, "Algebra").await;
    insight(&app, &ada, id, "work_style", &json!({ "value": "team" }), "0.8").await;
    insight(&app, &ada, id, "cognitive_preference", &json!({ "mode": "analytical" }), "0.6").await;
    for strength in [0.9, 0.6, 0.35] {
        signal(&app, &ada, id, "stress_tolerance", strength).await;
    }
    signal(&app, &ada, id, "analytical_thinking", 0.9).await;
    let bobs = course(&bob, "Bob's").await;
    signal(&app, &bob, bobs, "leadership_potential", 1.0).await;

    let profile = ada.get(&format!("/api/v1/courses/psychological-profile/{}", ada.id)).await.body;
    let signals = ada.get(&format!("/api/v1/courses/career-signals/{}", ada.id)).await.body;

    let summary = &profile["profile_summary"];
    assert_eq!((&summary["insights"], &summary["work_style"]["collaboration"]), (&json!(2), &json!(0.9)));
    assert_eq!(summary["cognitive_preferences"]["analytical"], 0.6);
    assert_eq!(summary["career_readiness"]["strongest"], json!(["analytical_thinking"]));
    assert_eq!(profile["insights_by_course"][id.to_string()].as_array().unwrap().len(), 2);
    assert_eq!(profile["career_signals"].as_array().unwrap().len(), 4);
    assert!((profile["confidence_score"].as_f64().unwrap() - 0.8).abs() < 1e-9);
    assert!(profile["last_updated"].is_string());
    assert_eq!(profile["esco_recommendations"]["development_areas"][0]["signal_type"], "stress_tolerance");
    assert_eq!(signals["pattern_analysis"]["stress_tolerance"]["direction"], "declining");
    assert_eq!(signals["pattern_analysis"].as_object().unwrap().len(), 2);
    assert_eq!(signals["trend_indicators"][0]["trend"], "declining");
    let advice = &signals["recommendations"][0];
    assert_eq!((&advice["priority"], &advice["signal_type"]), (&json!("high"), &json!("stress_tolerance")));
    assert_eq!(signals["esco_tree_paths"][0]["signal_types"], json!(["analytical_thinking"]));
}

#[tokio::test]
async fn the_profile_of_somebody_else_is_as_absent_as_that_of_nobody() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    for kind in ["psychological-profile", "career-signals"] {
        for reference in [bob.id.to_string(), bob.clerk_id.clone(), "999999".to_owned(), "nobody".to_owned()] {
            let refused = ada.get(&format!("/api/v1/courses/{kind}/{reference}")).await;

            assert_eq!(refused.error(), (404, "user_not_found"), "{kind}/{reference}");
        }
    }
}

#[tokio::test]
async fn a_course_of_an_older_database_is_deleted_with_its_parts() {
    let app = TestApp::legacy().await;
    let clerk_id: ClerkUserId =
        app.texts("SELECT clerk_user_id::text FROM users WHERE id = 105").await.remove(0).parse().unwrap();
    app.clerk.create_user(NewUser { id: Some(clerk_id.clone()), ..NewUser::default() }).unwrap();
    let user = app.sign_in(&clerk_id).await;
    assert_eq!(user.get("/api/v1/courses").await.column("id"), [json!(5)]);
    assert_eq!(user.get("/api/v1/courses/5/insights").await.body.as_array().unwrap().len(), 1);

    assert_eq!(user.delete("/api/v1/courses/5").await.status, 204);

    let left = "SELECT (SELECT count(*) FROM psychological_insights WHERE course_id = 5) \
                + (SELECT count(*) FROM conversation_logs WHERE course_id = 5)";
    assert_eq!(app.number(left).await, 0);
    assert_eq!(app.number("SELECT count(*) FROM career_signals WHERE user_id = 105 AND course_id IS NULL").await, 1);
    assert_eq!(app.number("SELECT count(*) FROM courses").await, 30, "nothing else is gone");
}
