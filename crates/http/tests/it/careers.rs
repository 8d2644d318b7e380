//! Jobs that users put aside, and how well what they have put aside fits them.

use serde_json::{Value, json};

use crate::{
    saved::{RECOMMENDATIONS, nurse, put_aside},
    support::{Answer, TestApp, User},
};

fn engineer() -> Value {
    json!({
        "esco_id": "occupation::1", "job_title": "Engineer", "skills_required": ["statics", "drawing"],
        "discovery_source": "tree", "relevance_score": 0.75, "metadata": { "depth": 2 }
    })
}

#[tokio::test]
async fn a_job_is_saved_once_however_often_and_at_once_it_is_sent() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let body = engineer();
    let path = "/v1/jobs/save";

    let (a, b, c) = tokio::join!(ada.post(path, &body), ada.post(path, &body), ada.post(path, &body));

    let mut told = [&a, &b, &c].map(|saved| (saved.status, saved.body["already_saved"].as_bool().unwrap()));
    told.sort_unstable();
    assert_eq!(told, [(200, true), (200, true), (201, false)]);
    assert_eq!([&a.body["id"], &b.body["id"]], [&c.body["id"]; 2]);
    for (name, value) in body.as_object().unwrap() {
        assert_eq!(&a.body[name], value, "{name}");
    }
    let listed = ada.get("/v1/jobs/saved").await;
    assert_eq!((&listed.body["total"], listed.body["jobs"].as_array().unwrap().len()), (&json!(1), 1));
    let url = format!("/api/v1/jobs/{}", a.body["id"]);
    assert_eq!(a.header("location"), url);
    for refused in [bob.get(&url).await, bob.delete(&url).await, ada.delete("/api/v1/jobs/x").await] {
        assert_eq!(refused.error(), (404, "not_found"));
    }
    assert_eq!(bob.get("/api/v1/jobs/saved").await.body, json!({ "jobs": [], "total": 0 }));
    assert_eq!(ada.delete(&url).await.status, 204);
    assert_eq!(ada.get(&url).await.error(), (404, "not_found"));
}

#[tokio::test]
async fn saved_jobs_come_in_pages_the_last_first_and_by_where_they_were_found() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    for (number, source) in ["tree", "search", "tree"].into_iter().enumerate() {
        let job = json!({ "esco_id": format!("e{number}"), "job_title": "Job", "discovery_source": source });
        assert_eq!(ada.post("/api/v1/jobs/save", &job).await.status, 201);
    }
    let ids = |body: &Value| -> Vec<Value> {
        body["jobs"].as_array().unwrap().iter().map(|job| job["esco_id"].clone()).collect()
    };

    assert_eq!(ids(&ada.get("/api/v1/jobs/saved").await.body), ["e2", "e1", "e0"]);
    let page = ada.get("/api/v1/jobs/saved?discovery_source=tree&limit=1").await;
    assert_eq!((ids(&page.body), &page.body["total"]), (vec![json!("e2")], &json!(2)));
    let next = page.header("link").trim_start_matches('<').split_once('>').unwrap().0.to_owned();
    let last = ada.get(&next).await;
    assert_eq!((ids(&last.body), last.header("link")), (vec![json!("e0")], ""));
    for wrong in ["relevance_score", "skills_required", "metadata", "esco_id"] {
        let mut job = engineer();
        job[wrong] = json!(7);
        assert_eq!(ada.post("/api/v1/jobs/save", &job).await.error(), (422, "body_invalid"), "{wrong}");
    }
}

#[tokio::test]
async fn everything_saved_is_listed_with_the_skills_that_jobs_ask_for() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    put_aside(&ada, "31301").await;
    put_aside(&ada, "72600").await;
    ada.post("/api/v1/jobs/save", &engineer()).await;
    put_aside(&bob, "99").await;

    let saved = ada.get("/api/v1/careers/saved").await;

    assert_eq!(saved.column("source_type"), ["esco", "esco", "oasis"]);
    assert_eq!(saved.column("title"), ["Job 72600", "Job 31301", "Engineer"]);
    assert_eq!(saved.body[2]["skills_required"], json!(["statics", "drawing"]));
    assert!(saved.body[2]["id"].as_str().unwrap().starts_with("job_"), "{}", saved.text);
}

async fn fit(user: &User, id: &Value, source: &str) -> Answer {
    user.post("/api/v1/careers/fit-analysis", &json!({ "job_id": id, "job_source": source })).await
}

#[tokio::test]
async fn the_fit_compares_what_is_rated_on_both_sides_and_tells_gaps() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let key = ada.post(RECOMMENDATIONS, &nurse()).await.body["id"].clone();
    assert_eq!(fit(&ada, &key, "esco").await.error(), (422, "skills_not_rated"));
    // 100, 100, missing, 50, 75; and 100 and 60 of the traits.
    ada.update(&json!({
        "creativity": 4, "leadership": 3, "critical_thinking": 2, "problem_solving": 3, "analytical_thinking": 3,
        "stress_tolerance": 3, "years_experience": 1
    }))
    .await;

    let found = fit(&ada, &key, "esco").await;

    assert_eq!(found.status, 200, "{found:?}");
    assert_eq!(found.body["fit_score"], 80.75);
    assert_eq!(
        found.body["skill_match"]["critical_thinking"],
        json!({ "skill_name": "critical_thinking", "user_level": 2.0, "required_level": 4.0, "match_percentage": 50.0 })
    );
    assert_eq!(found.body["skill_match"].get("digital_literacy"), None);
    assert_eq!(found.body["trait_match"]["stress_tolerance"]["match_percentage"], 60.0);
    let names = |list: &str| -> Vec<Value> {
        let list = found.body["gap_analysis"][list].as_array().unwrap();
        list.iter().map(|skill| skill["skill_name"].clone()).collect()
    };
    assert_eq!(names("skill_gaps"), ["critical_thinking"]);
    assert_eq!(names("improvement_areas"), ["problem_solving"]);
    assert_eq!(names("strength_areas"), ["creativity", "leadership"]);
    assert_eq!(found.body["recommendations"].as_array().unwrap().len(), 1);
    assert_eq!(fit(&ada, &json!("31301.00"), "esco").await.body, found.body);
}

#[tokio::test]
async fn nobody_learns_anything_from_what_somebody_else_has_saved() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    bob.update(&json!({ "creativity": 4 })).await;
    let key = ada.post(RECOMMENDATIONS, &nurse()).await.body["id"].clone();
    let job = ada.post("/api/v1/jobs/save", &engineer()).await.body["id"].clone();

    for (id, source) in [
        (&key, "esco"),
        (&json!("31301.00"), "esco"),
        (&job, "oasis"),
        (&json!(format!("job_{job}")), "oasis"),
        (&json!("occupation::1"), "oasis"),
    ] {
        assert_eq!(fit(&bob, id, source).await.error(), (404, "not_found"), "{source} {id}");
    }
}

#[tokio::test]
async fn a_job_is_compared_as_far_as_its_list_tells_levels() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    ada.update(&json!({ "creativity": 2 })).await;
    let mut levels = engineer();
    levels["esco_id"] = json!("with-levels");
    levels["skills_required"] = json!([{ "name": "Creativity", "level": 4 }, "drawing"]);
    let names = ada.post("/api/v1/jobs/save", &engineer()).await.body["id"].clone();
    let levels = ada.post("/api/v1/jobs/save", &levels).await.body["id"].clone();

    assert_eq!(fit(&ada, &json!(format!("job_{names}")), "oasis").await.error(), (422, "nothing_to_compare"));
    assert_eq!(fit(&ada, &json!(format!("job_{levels}")), "oasis").await.body["fit_score"], 50.0);
    assert_eq!(fit(&ada, &json!("with-levels"), "oasis").await.body["fit_score"], 50.0);
}
