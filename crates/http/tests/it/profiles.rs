//! `/api/v1/profiles`, `/api/v1/users/{id}/profile` and `/api/v1/space/skills`.

use serde_json::{Value, json};

use crate::support::TestApp;

const FIELDS: [&str; 22] = [
    "name",
    "age",
    "sex",
    "major",
    "year",
    "gpa",
    "hobbies",
    "country",
    "state_province",
    "unique_quality",
    "story",
    "favorite_movie",
    "favorite_book",
    "favorite_celebrities",
    "learning_style",
    "interests",
    "job_title",
    "industry",
    "years_experience",
    "education_level",
    "career_goals",
    "skills",
];

const RATINGS: [&str; 13] = [
    "creativity",
    "leadership",
    "digital_literacy",
    "critical_thinking",
    "problem_solving",
    "analytical_thinking",
    "attention_to_detail",
    "collaboration",
    "adaptability",
    "independence",
    "evaluation",
    "decision_making",
    "stress_tolerance",
];

fn names(value: &Value) -> Vec<String> {
    let mut names: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
    names.sort();
    names
}

fn sorted(names: impl IntoIterator<Item = &'static str>) -> Vec<String> {
    let mut names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_profile_comes_back_as_it_was_written() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let written = json!({
        "name": "Ada Example", "age": 21, "sex": "female", "major": "Mathematics", "year": 2, "gpa": 3.5,
        "hobbies": "chess", "country": "Canada", "state_province": "Québec", "unique_quality": "patience",
        "story": "It began with \"a loom\"\nand 'cards'.", "favorite_movie": "A film", "favorite_book": "A book",
        "favorite_celebrities": "none", "learning_style": "visual", "interests": "robotics, music",
        "job_title": "Assistant", "industry": "Research", "years_experience": 0, "education_level": "Bachelor",
        "career_goals": "Programmer", "skills": ["weaving", "a,b", "c\"d", "{e}"],
        "creativity": 4.5, "stress_tolerance": 0.0,
    });

    let updated = ada.put("/api/v1/profiles/update", &written).await;

    assert_eq!((updated.status, updated.body), (200, json!({ "message": "Profile updated" })));
    let read = ada.get("/api/v1/profiles/me").await;
    assert_eq!(read.status, 200);
    assert_eq!(names(&read.body), sorted(FIELDS.into_iter().chain(RATINGS).chain(["id", "user_id"])));
    for (name, value) in written.as_object().unwrap() {
        assert_eq!(&read.body[name], value, "{name}");
    }
    assert_eq!((read.body["id"].as_i64(), read.body["user_id"].as_i64()), (Some(ada.id), Some(ada.id)));
    assert_eq!(read.body["leadership"], Value::Null);
}

#[tokio::test]
async fn null_clears_what_is_left_out_stays_and_a_list_of_interests_becomes_text() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    ada.update(&json!({ "major": "Physics", "hobbies": "chess", "creativity": 3, "leadership": 2 })).await;

    ada.update(&json!({ "major": null, "creativity": null, "interests": ["robotics", "music"] })).await;

    let read = ada.get("/api/v1/profiles/me").await.body;
    assert_eq!((&read["major"], &read["hobbies"]), (&Value::Null, &json!("chess")));
    assert_eq!((&read["creativity"], &read["leadership"]), (&Value::Null, &json!(2.0)));
    assert_eq!(read["interests"], "robotics, music");
}

#[tokio::test]
async fn what_does_not_fit_is_named_by_its_path_and_nothing_is_changed() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    ada.update(&json!({ "name": "Ada" })).await;
    for (body, path) in [
        (json!({ "name": "Bob", "age": -1 }), "`age`"),
        (json!({ "name": "Bob", "age": "21" }), "`age`"),
        (json!({ "name": "Bob", "year": 0 }), "`year`"),
        (json!({ "name": "Bob", "gpa": 4.1 }), "`gpa`"),
        (json!({ "name": 7 }), "`name`"),
        (json!({ "name": "Bob", "skills": "weaving" }), "`skills`"),
        (json!({ "name": "Bob", "interests": ["a", 1] }), "`interests`"),
        (json!({ "name": "Bob", "creativity": 5.1 }), "`creativity`"),
        (json!({ "name": "Bob", "leadership": "high" }), "`leadership`"),
        (json!({ "name": "Bob", "user_id": 1 }), "`user_id`"),
        (json!({ "name": "Bob", "compatibility_vector": {} }), "`compatibility_vector`"),
        (json!({ "name": "a\u{0}b" }), "`name`"),
    ] {
        let refused = ada.put("/api/v1/profiles/update", &body).await;

        assert_eq!(refused.error(), (422, "body_invalid"), "{body}");
        assert!(refused.detail().starts_with(path), "{body}: {}", refused.detail());
        assert_eq!(ada.get("/api/v1/profiles/me").await.body["name"], "Ada", "{body}");
    }
}

#[tokio::test]
async fn ratings_are_read_and_written_by_themselves() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;

    let none = ada.get("/api/v1/space/skills").await;
    assert_eq!((none.status, names(&none.body)), (200, sorted(RATINGS)));
    assert!(none.body.as_object().unwrap().values().all(Value::is_null), "{}", none.text);

    let rated = ada.put("/api/v1/space/skills", &json!({ "creativity": 5, "evaluation": 0.5 })).await;
    assert_eq!((rated.status, names(&rated.body)), (200, sorted(RATINGS)));
    assert_eq!((&rated.body["creativity"], &rated.body["evaluation"]), (&json!(5.0), &json!(0.5)));
    assert_eq!(ada.get("/api/v1/space/skills").await.body, rated.body);

    let same = ada.put("/api/v1/space/skills", &json!({})).await;
    assert_eq!((same.status, same.body), (200, rated.body));
    let refused = ada.put("/api/v1/space/skills", &json!({ "creativity": 6 })).await;
    assert_eq!(refused.error(), (422, "body_invalid"));
    assert!(refused.detail().starts_with("`creativity`"), "{}", refused.detail());
    let unknown = ada.put("/api/v1/space/skills", &json!({ "name": "Bob" })).await;
    assert_eq!(unknown.error(), (422, "body_invalid"));
}

#[tokio::test]
async fn others_see_a_card_by_number_and_by_clerk_id() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    bob.update(&json!({
        "name": "Bob B", "major": "Law", "year": 3, "job_title": "Clerk", "industry": "Justice", "hobbies": "rowing",
        "interests": "history", "age": 30, "gpa": 3.0, "story": "secret", "creativity": 5
    }))
    .await;
    let card = json!({
        "id": bob.id, "user_id": bob.id, "name": "Bob B", "major": "Law", "year": 3, "job_title": "Clerk",
        "industry": "Justice", "hobbies": "rowing", "interests": "history"
    });
    let short = json!({
        "user_id": bob.id, "name": "Bob B", "major": "Law", "year": 3, "hobbies": "rowing", "interests": "history"
    });

    for who in [bob.id.to_string(), bob.clerk_id.clone()] {
        let one = ada.get(&format!("/api/v1/profiles/{who}")).await;
        assert_eq!((one.status, &one.body), (200, &card));
        let of_user = ada.get(&format!("/api/v1/users/{who}/profile")).await;
        assert_eq!((of_user.status, &of_user.body), (200, &short));
    }
    let users = app.number("SELECT count(*) FROM users").await;
    for nobody in ["999999", "user_2nobody", "0", "-1", "01", "1.0", "me2"] {
        assert_eq!(ada.get(&format!("/api/v1/profiles/{nobody}")).await.error(), (404, "user_not_found"), "{nobody}");
        let of_user = ada.get(&format!("/api/v1/users/{nobody}/profile")).await;
        assert_eq!(of_user.error(), (404, "user_not_found"), "{nobody}");
    }
    assert_eq!(app.number("SELECT count(*) FROM users").await, users, "asking creates nobody");
}
