//! Occupations and programmes that users put aside, and notes about them.

use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    statements::Statements,
    support::{TestApp, User, send},
};

pub(crate) const RECOMMENDATIONS: &str = "/api/v1/space/recommendations";
const NOTES: &str = "/api/v1/space/notes";

pub(crate) fn nurse() -> Value {
    json!({
        "oasis_code": "31301.00", "label": "Nurse", "description": "Cares.", "main_duties": "To care.",
        "role_creativity": 2, "role_leadership": 3, "role_digital_literacy": 2.5, "role_critical_thinking": 4,
        "role_problem_solving": 4, "analytical_thinking": 3, "stress_tolerance": 5, "all_fields": { "noc": "31301" }
    })
}

/// Puts an occupation aside and says its key.
pub(crate) async fn put_aside(user: &User, code: &str) -> i64 {
    let saved = user.post(RECOMMENDATIONS, &json!({ "oasis_code": code, "label": format!("Job {code}") })).await;
    assert_eq!(saved.status, 201, "{saved:?}");
    saved.body["id"].as_i64().unwrap()
}

async fn write_note(user: &User, about: Option<i64>, content: &str) -> i64 {
    let made = user.post(NOTES, &json!({ "content": content, "saved_recommendation_id": about })).await;
    assert_eq!(made.status, 201, "{made:?}");
    made.body["id"].as_i64().unwrap()
}

#[tokio::test]
async fn saved_occupations_are_listed_in_three_statements_however_many_there_are() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let mut there = 0;
    for all in [1, 40] {
        for number in there..all {
            let id = put_aside(&ada, &format!("c{number}")).await;
            write_note(&ada, Some(id), "one").await;
            write_note(&ada, Some(id), "two").await;
        }
        there = all;
        let statements = Statements::counted();

        let listed = ada.get(RECOMMENDATIONS).await;

        assert_eq!(statements.taken(), 3);
        let rows = listed.body.as_array().unwrap();
        assert_eq!(rows.len(), all);
        assert!(rows.iter().all(|row| row["notes"].as_array().unwrap().len() == 2));
    }
}

#[tokio::test]
async fn an_occupation_is_put_aside_once_and_read_at_its_address() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);

    let saved = ada.post(RECOMMENDATIONS, &nurse()).await;

    assert_eq!(saved.status, 201, "{saved:?}");
    for (name, value) in nurse().as_object().unwrap() {
        let same = saved.body[name] == *value || saved.body[name].as_f64() == value.as_f64() && value.is_number();
        assert!(same, "{name}: {}", saved.body[name]);
    }
    assert_eq!(saved.body["personal_analysis"], Value::Null);
    let address = saved.header("location").to_owned();
    assert_eq!(ada.get(&address).await.body, saved.body);
    assert_eq!(bob.get(&address).await.error(), (404, "not_found"));
    assert_eq!(ada.post(RECOMMENDATIONS, &nurse()).await.error(), (409, "conflict"));
    // What others have put aside stands against nothing.
    assert_eq!(bob.post(RECOMMENDATIONS, &nurse()).await.status, 201);
}

#[tokio::test]
async fn of_several_who_save_the_same_occupation_at_once_one_wins_and_the_others_are_told() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let body = nurse();

    let (a, b, c, d) = tokio::join!(
        ada.post(RECOMMENDATIONS, &body),
        ada.post(RECOMMENDATIONS, &body),
        ada.post(RECOMMENDATIONS, &body),
        ada.post(RECOMMENDATIONS, &body)
    );

    let mut statuses = [a.status, b.status, c.status, d.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409, 409]);
    assert_eq!(app.number("SELECT count(*) FROM saved_recommendations").await, 1);
}

#[tokio::test]
async fn an_occupation_with_ratings_beyond_the_scale_or_with_an_analysis_of_its_own_is_refused() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    for (member, value) in [
        ("role_creativity", json!(5.1)),
        ("stress_tolerance", json!(-1)),
        ("evaluation", json!("high")),
        ("personal_analysis", json!("I am great.")),
        ("user_id", json!(1)),
        ("saved_at", json!("2020-01-01T00:00:00Z")),
        ("label", json!(" ")),
    ] {
        let mut body = nurse();
        body[member] = value;
        for path in [RECOMMENDATIONS, "/api/v1/vector/search/save"] {
            let refused = ada.post(path, &body).await;
            assert_eq!(refused.error(), (422, "body_invalid"), "{path} {member}");
            assert!(refused.detail().contains(member), "{}", refused.detail());
        }
        body["swiped_right"] = json!(true);
        let refused = ada.post("/api/v1/recommendations/swipe", &body).await;
        assert_eq!(refused.error(), (422, "body_invalid"), "{member}");
        assert!(refused.detail().contains(member), "{}", refused.detail());
    }
    assert_eq!(app.number("SELECT count(*) FROM saved_recommendations").await, 0);
}

#[tokio::test]
async fn the_list_works_for_somebody_who_has_never_rated_themselves() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    ada.post(RECOMMENDATIONS, &nurse()).await;

    let listed = ada.get(RECOMMENDATIONS).await;

    assert_eq!(listed.status, 200, "{listed:?}");
    let row = &listed.body[0];
    assert_eq!(row["label"], "Nurse");
    assert_eq!((&row["user_stress_tolerance"], &row["skill_comparison"]), (&Value::Null, &Value::Null));
    assert!(row.as_object().unwrap().contains_key("user_stress_tolerance"));
    assert_eq!(row["notes"], json!([]));
}

#[tokio::test]
async fn the_list_holds_what_belongs_to_each_occupation_and_is_the_callers_alone() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    ada.update(&json!({ "creativity": 4, "stress_tolerance": 2 })).await;
    let nurse_key = ada.post(RECOMMENDATIONS, &nurse()).await.body["id"].as_i64().unwrap();
    let pilot = put_aside(&ada, "72600").await;
    write_note(&ada, Some(nurse_key), "first").await;
    write_note(&ada, Some(nurse_key), "second").await;
    write_note(&ada, Some(pilot), "wings").await;
    write_note(&ada, None, "by itself").await;
    let his = put_aside(&bob, "31301.00").await;
    write_note(&bob, Some(his), "secret").await;

    let listed = ada.get(RECOMMENDATIONS).await;

    assert_eq!(listed.column("oasis_code"), ["72600", "31301.00"]);
    assert!(!listed.text.contains("secret"));
    let row = &listed.body[1];
    let notes: Vec<_> = row["notes"].as_array().unwrap().iter().map(|note| note["content"].clone()).collect();
    assert_eq!(notes, ["second", "first"]);
    assert_eq!(row["user_stress_tolerance"], 2.0);
    assert_eq!(row["skill_comparison"]["creativity"], json!({ "user_skill": 4.0, "role_skill": 2.0 }));
    assert_eq!(row["skill_comparison"]["leadership"], json!({ "user_skill": null, "role_skill": 3.0 }));
    let page = ada.get(&format!("{RECOMMENDATIONS}?limit=1")).await;
    let next = page.header("link").trim_start_matches('<').split_once('>').unwrap().0.to_owned();
    assert_eq!(ada.get(&next).await.column("oasis_code"), ["31301.00"]);
}

#[tokio::test]
async fn skills_are_compared_with_the_callers_own_saved_occupation_only() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    ada.post(RECOMMENDATIONS, &nurse()).await;
    let path = format!("{RECOMMENDATIONS}/31301.00/skill-comparison");

    let of_ada = ada.get(&path).await;

    assert_eq!(of_ada.body["critical_thinking"], json!({ "user_skill": null, "role_skill": 4.0 }));
    assert_eq!(of_ada.body.as_object().unwrap().len(), 5);
    assert_eq!(bob.get(&path).await.error(), (404, "not_found"));
}

#[tokio::test]
async fn a_numeric_code_is_not_taken_for_somebody_elses_key_and_can_be_said_to_be_a_code() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let his = put_aside(&bob, "72600").await;
    // A code that looks like the key of a row of bob's, and one that looks like the key of one of ada's.
    let first = put_aside(&ada, &his.to_string()).await;
    let second = put_aside(&ada, &first.to_string()).await;

    assert_eq!(ada.get(&format!("{RECOMMENDATIONS}/{his}")).await.body["id"], first);
    assert_eq!(ada.get(&format!("{RECOMMENDATIONS}/{first}")).await.body["id"], first);
    assert_eq!(ada.delete(&format!("{RECOMMENDATIONS}/{first}?by=code")).await.status, 204);
    assert_eq!(ada.get(&format!("{RECOMMENDATIONS}/{second}?by=id")).await.error(), (404, "not_found"));
    assert_eq!(ada.get(&format!("{RECOMMENDATIONS}/{his}?by=id")).await.error(), (404, "not_found"));
    assert_eq!(ada.delete(&format!("{RECOMMENDATIONS}/{his}")).await.status, 204);
    assert_eq!(ada.delete(&format!("{RECOMMENDATIONS}/{his}")).await.error(), (404, "not_found"));
    assert_eq!(ada.get(&format!("{RECOMMENDATIONS}/1?by=x")).await.error(), (422, "query_invalid"));
    assert_eq!(bob.get(RECOMMENDATIONS).await.column("id"), [his]);
}

#[tokio::test]
async fn an_occupation_goes_with_its_notes_and_other_notes_stay() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let (nurse, pilot) = (put_aside(&ada, "31301").await, put_aside(&ada, "72600").await);
    write_note(&ada, Some(nurse), "goes").await;
    write_note(&ada, Some(pilot), "stays").await;
    write_note(&ada, None, "stays, too").await;

    assert_eq!(ada.delete(&format!("{RECOMMENDATIONS}/31301")).await.status, 204);

    assert_eq!(ada.get(NOTES).await.column("content"), ["stays, too", "stays"]);
}

#[tokio::test]
async fn a_note_can_be_changed_by_its_writer_and_then_says_so() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let nurse = put_aside(&ada, "31301").await;
    let note = write_note(&ada, Some(nurse), "before").await;
    write_note(&ada, None, "another").await;
    app.run("UPDATE user_notes SET updated_at = '2020-01-01T00:00:00Z', created_at = '2020-01-01T00:00:00Z'").await;
    let url = format!("{NOTES}/{note}");

    let changed = ada.put(&url, &json!({ "content": "after" })).await;

    assert_eq!((changed.status, &changed.body["content"]), (200, &json!("after")));
    assert_eq!(changed.body["saved_recommendation_id"], nurse);
    assert!(changed.body["updated_at"].as_str().unwrap() > changed.body["created_at"].as_str().unwrap());
    assert_eq!(bob.put(&url, &json!({ "content": "mine" })).await.error(), (404, "not_found"));
    assert_eq!(bob.delete(&url).await.error(), (404, "not_found"));
    let about = ada.get(&format!("{NOTES}?saved_recommendation_id={nurse}")).await;
    assert_eq!(about.column("content"), ["after"]);
    assert_eq!(ada.get(&format!("{NOTES}?limit=1")).await.column("content"), ["another"]);
    let foreign = bob.post(NOTES, &json!({ "content": "x", "saved_recommendation_id": nurse })).await;
    assert_eq!(foreign.error(), (422, "body_invalid"));
    assert!(foreign.detail().starts_with("`saved_recommendation_id`"), "{}", foreign.detail());
}

#[tokio::test]
async fn a_swipe_is_kept_once_for_each_occupation_with_the_ratings_that_came_with_it() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let mut body = nurse();
    let swipe = "/api/v1/recommendations/swipe";
    body["swiped_right"] = json!(false);

    let left = ada.post(swipe, &body).await;
    assert_eq!((left.status, &left.body["success"], &left.body["saved_id"]), (200, &json!(true), &Value::Null));
    assert_eq!(ada.get(RECOMMENDATIONS).await.body, json!([]));
    body["swiped_right"] = json!(true);
    let (one, two, three) = tokio::join!(ada.post(swipe, &body), ada.post(swipe, &body), ada.post(swipe, &body));

    for right in [&one, &two, &three] {
        assert_eq!((right.status, &right.body["saved_id"]), (200, &one.body["saved_id"]), "{right:?}");
    }
    let saved = ada.get(RECOMMENDATIONS).await;
    assert_eq!(saved.column("role_problem_solving"), [4.0]);
    assert_eq!(saved.column("id"), [one.body["saved_id"].clone()]);
    assert_eq!(app.texts("SELECT CAST(swiped_right AS text) FROM user_recommendations").await.len(), 1);
    body["swiped_right"] = json!("yes");
    let refused = ada.post(swipe, &body).await;
    assert!(refused.detail().starts_with("`swiped_right`"), "{refused:?}");
}

#[tokio::test]
async fn what_a_search_found_is_saved_with_201_once_and_with_200_after_that() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;

    let first = ada.post("/api/v1/vector/search/save", &nurse()).await;
    let second = ada.post("/api/v1/vector/search/save", &nurse()).await;

    assert_eq!((first.status, second.status), (201, 200));
    assert_eq!(first.body["id"], second.body["id"]);
}

#[tokio::test]
async fn a_saved_programme_and_what_was_done_with_one_are_really_stored() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let program = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
    app.run(&format!(
        "INSERT INTO programs (id, title, program_type, level, source_system, source_id) \
         VALUES ('{program}', 'Nursing', 'degree', 'bachelor', 'tests', '1')"
    ))
    .await;
    let path = "/api/v1/school-programs/users/saved-programs";
    let body = json!({ "program_id": program, "personal_notes": "near home", "priority_level": 2 });

    let (one, two) = tokio::join!(ada.post(path, &body), ada.post(path, &body));

    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
    assert_eq!(ada.get(path).await.column("personal_notes"), ["near home"]);
    assert_eq!(bob.get(path).await.body, json!([]));
    let unknown = json!({ "program_id": "6f9619ff-8b86-4d01-b42d-00cf4fc96400" });
    assert_eq!(ada.post(path, &unknown).await.error(), (422, "body_invalid"));
    let interactions = "/api/v1/school-programs/users/interactions";
    let seen = json!({ "program_id": program, "interaction_type": "viewed", "rating": 4 });
    assert_eq!(ada.post(interactions, &seen).await.status, 201);
    assert_eq!(ada.get(interactions).await.column("interaction_type"), ["viewed"]);
    assert_eq!(bob.get(interactions).await.body, json!([]));
    let refused = ada.post(interactions, &json!({ "interaction_type": "viewed", "rating": 6 })).await;
    assert_eq!(refused.error(), (422, "body_invalid"));
    let id = ada.get(path).await.column("id")[0].as_str().unwrap().to_owned();
    assert_eq!(send(bob.request(Method::DELETE, &format!("{path}/{id}"))).await.error(), (404, "not_found"));
    assert_eq!(ada.delete(&format!("{path}/{id}")).await.status, 204);
    assert_eq!(ada.get(path).await.body, json!([]));
}
