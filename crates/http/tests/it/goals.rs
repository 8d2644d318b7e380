//! `/api/v1/career-goals`.

use futures_util::future::join_all;
use orientor_devclerk::NewUser;
use orientor_identity::ClerkUserId;
use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    answer::Answer,
    statements::Statements,
    support::{TestApp, User, send, shape},
};

const GOALS: &str = "/api/v1/career-goals";

/// Sets a goal and says its key.
async fn set(user: &User, title: &str) -> i64 {
    let made = user.post(GOALS, &json!({ "title": title, "oasis_code": "31301.00" })).await;
    assert_eq!(made.status, 201, "{made:?}");
    made.body["goal"]["id"].as_i64().unwrap()
}

/// Gives a goal milestones as an older program made them, and says their keys in order.
async fn plant(app: &TestApp, goal: i64, milestones: &[(&str, i64, f64, i64)]) -> Vec<i64> {
    for (skill, tier, confidence, xp) in milestones {
        let insert =
            "INSERT INTO career_milestones (goal_id, skill_id, skill_name, tier_level, confidence_score, xp_value)";
        app.run(&format!("{insert} VALUES ({goal}, '{skill}', '{skill}', {tier}, {confidence}, {xp})")).await;
    }
    let keys = format!("SELECT CAST(id AS text) FROM career_milestones WHERE goal_id = {goal} ORDER BY id");
    app.texts(&keys).await.iter().map(|key| key.parse().unwrap()).collect()
}

async fn complete(user: &User, goal: i64, milestone: i64) -> Answer {
    user.post(&format!("{GOALS}/{goal}/milestones/{milestone}/complete"), &Value::Null).await
}

async fn active(app: &TestApp, user: &User) -> Vec<String> {
    app.texts(&format!("SELECT title FROM career_goals WHERE user_id = {} AND is_active IS TRUE", user.id)).await
}

#[tokio::test]
async fn a_goal_is_set_read_changed_and_deleted_by_its_owner_alone() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);

    let made = ada
        .post(
            "/career-goals/",
            &json!({ "title": "Nurse", "esco_occupation_id": "x", "source_metadata": { "page": 3 } }),
        )
        .await;

    assert_eq!(made.status, 201, "{made:?}");
    assert_eq!(shape(&made.body), [("goal", 'o'), ("message", 's')]);
    let url = made.header("location").to_owned();
    assert_eq!(url, format!("{GOALS}/{}", made.body["goal"]["id"]));
    let goal = ada.get(&url).await;
    assert_eq!(goal.body, made.body["goal"]);
    assert_eq!((&goal.body["is_active"], &goal.body["progress_percentage"]), (&json!(true), &json!(0.0)));
    assert_eq!((&goal.body["milestones_count"], &goal.body["source_metadata"]), (&json!(0), &json!(r#"{"page":3}"#)));
    let changed = ada.put(&url, &json!({ "title": "Midwife", "description": "soon", "target_date": null })).await;
    assert_eq!(changed.status, 200, "{changed:?}");
    assert_eq!((&changed.body["title"], &changed.body["target_date"]), (&json!("Midwife"), &json!(null)));
    let cleared = send(ada.request(Method::PATCH, &url).json(&json!({ "description": null }))).await;
    assert_eq!((&cleared.body["title"], &cleared.body["description"]), (&json!("Midwife"), &json!(null)));
    assert_eq!(ada.get(&url).await.body, cleared.body);
    for refused in [
        bob.get(&url).await,
        bob.put(&url, &json!({ "is_active": true })).await,
        bob.delete(&url).await,
        bob.get(&format!("{url}/milestones")).await,
        bob.post(&format!("{url}/milestones/1/complete"), &Value::Null).await,
    ] {
        assert_eq!(refused.error(), (404, "not_found"));
    }
    assert_eq!(bob.get(&format!("{GOALS}?include_inactive=true")).await.body, json!([]));
    assert_eq!(ada.get(&url).await.body, cleared.body);
    assert_eq!(ada.delete(&url).await.status, 204);
    assert_eq!(ada.get(&url).await.error(), (404, "not_found"));
}

#[tokio::test]
async fn a_goal_without_an_occupation_or_with_a_computed_member_is_refused() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let url = format!("{GOALS}/{}", set(&ada, "Nurse").await);
    for (body, path) in [
        (json!({ "title": "x" }), "esco_occupation_id"),
        (json!({ "title": "x", "oasis_code": " " }), "esco_occupation_id"),
        (json!({ "title": "", "oasis_code": "1" }), "title"),
        (json!({ "title": "x".repeat(256), "oasis_code": "1" }), "title"),
        (json!({ "title": "x", "oasis_code": "1", "progress_percentage": 100 }), "progress_percentage"),
        (json!({ "title": "x", "oasis_code": "1", "user_id": 1 }), "user_id"),
        (json!({ "title": "x", "oasis_code": "1", "source_metadata": "x".repeat(10_001) }), "source_metadata"),
    ] {
        let refused = ada.post(GOALS, &body).await;
        assert_eq!(refused.error(), (422, "body_invalid"), "{body}");
        assert!(refused.detail().contains(path), "{}", refused.detail());
    }
    for (body, path) in [
        (json!({ "title": null }), "title"),
        (json!({ "is_active": null }), "is_active"),
        (json!({ "achieved_at": "2030-01-31T12:00:00Z" }), "achieved_at"),
        (json!({ "progress_percentage": 100 }), "progress_percentage"),
    ] {
        let refused = ada.put(&url, &body).await;
        assert_eq!(refused.error(), (422, "body_invalid"), "{body}");
        assert!(refused.detail().contains(path), "{}", refused.detail());
    }
    assert_eq!(active(&app, &ada).await, ["Nurse"]);
}

#[tokio::test]
async fn a_new_goal_is_due_in_a_year_and_the_only_active_one() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    set(&bob, "Bob's").await;
    set(&ada, "first").await;
    set(&ada, "second").await;

    let listed = ada.get(GOALS).await;
    let all = ada.get(&format!("{GOALS}?include_inactive=true")).await;

    assert_eq!(listed.column("title"), [json!("second")]);
    assert_eq!(all.column("title"), [json!("second"), json!("first")]);
    let time =
        |name: &str| -> chrono::DateTime<chrono::Utc> { listed.body[0][name].as_str().unwrap().parse().unwrap() };
    let days = (time("target_date") - time("created_at")).num_hours();
    assert!((365 * 24 - 1..=365 * 24).contains(&days), "{days}");
    assert_eq!(active(&app, &bob).await, ["Bob's"]);
}

#[tokio::test]
async fn one_goal_at_most_is_active_after_twenty_activations_at_once() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let mut goals = Vec::new();
    for number in 0..20 {
        goals.push(set(&ada, &format!("goal {number}")).await);
    }

    let answers = join_all(goals.iter().map(|goal| {
        let (ada, url) = (ada.clone(), format!("{GOALS}/{goal}"));
        async move { ada.put(&url, &json!({ "is_active": true })).await }
    }))
    .await;

    assert!(answers.iter().all(|answer| answer.status == 200 && answer.body["is_active"] == true), "{answers:?}");
    assert_eq!(active(&app, &ada).await.len(), 1);
    join_all((0..20).map(|number| {
        let (ada, title) = (ada.clone(), format!("new {number}"));
        async move { set(&ada, &title).await }
    }))
    .await;
    assert_eq!(active(&app, &ada).await.len(), 1);
    let last = ada.get(&format!("{GOALS}/active")).await.body["goal"]["id"].clone();
    assert_eq!(ada.put(&format!("{GOALS}/{last}"), &json!({ "is_active": false })).await.body["is_active"], false);
    assert_eq!(active(&app, &ada).await.len(), 0);
}

#[tokio::test]
async fn a_completed_milestone_moves_the_goal_and_its_points_are_really_added_once() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let goal = set(&ada, "Nurse").await;
    let milestones = plant(&app, goal, &[("a", 1, 0.5, 100), ("b", 2, 0.5, 200), ("c", 3, 0.5, 300)]).await;

    let done = join_all((0..20).map(|_| complete(&ada, goal, milestones[1]))).await;

    let awarded: Vec<i64> = done.iter().map(|answer| answer.body["xp_awarded"].as_i64().unwrap()).collect();
    assert_eq!((awarded.iter().sum::<i64>(), awarded.iter().filter(|xp| **xp > 0).count()), (200, 1), "{awarded:?}");
    let again = complete(&ada, goal, milestones[1]).await.body;
    assert_eq!(shape(&again), [("goal_achieved", 'b'), ("goal_progress", 'n'), ("message", 's'), ("xp_awarded", 'n')]);
    assert_eq!((&again["xp_awarded"], &again["goal_achieved"]), (&json!(0), &json!(false)));
    assert!((again["goal_progress"].as_f64().unwrap() - 100.0 / 3.0).abs() < 1e-6);
    let progress = ada.get("/user-progress").await.body;
    assert_eq!((&progress["total_xp"], &progress["level"]), (&json!(200), &json!(3)), "one level rule");

    complete(&ada, goal, milestones[0]).await;
    let last = complete(&ada, goal, milestones[2]).await.body;

    assert_eq!((&last["goal_progress"], &last["goal_achieved"]), (&json!(100.0), &json!(true)));
    assert_eq!(ada.get("/user-progress").await.body["total_xp"], 600);
    let achieved = ada.get(&format!("{GOALS}/{goal}")).await.body;
    assert!(achieved["achieved_at"].is_string());
    assert_eq!((&achieved["milestones_count"], &achieved["completed_milestones"]), (&json!(3), &json!(3)));
    complete(&ada, goal, milestones[2]).await;
    assert_eq!(ada.get(&format!("{GOALS}/{goal}")).await.body, achieved, "achieved once");
}

#[tokio::test]
async fn milestones_completed_at_once_lose_neither_progress_nor_points() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let goal = set(&ada, "Nurse").await;
    let many: Vec<(&str, i64, f64, i64)> = (0..12).map(|_| ("a", 1, 0.5, 10)).collect();
    let milestones = plant(&app, goal, &many).await;

    let tick = json!({ "node_id": "n", "completed_actions": { "n": [true] } });
    let ticking = async { ada.post("/user-progress/update", &tick).await };
    let (done, ticked) =
        futures_util::future::join(join_all(milestones.iter().map(|it| complete(&ada, goal, *it))), ticking).await;

    assert!(done.iter().all(|answer| answer.status == 200) && ticked.status == 200);
    assert_eq!(ada.get("/user-progress").await.body["total_xp"], 130);
    let reached = ada.get(&format!("{GOALS}/active")).await.body;
    assert_eq!(reached["goal"]["progress_percentage"], 100.0);
    assert!(reached["goal"]["achieved_at"].is_string());
}

#[tokio::test]
async fn rewards_of_old_milestones_beyond_the_rules_are_brought_within_them() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let goal = set(&ada, "Nurse").await;
    let milestones = plant(&app, goal, &[("a", 1, 0.5, -500), ("b", 1, 0.5, 2_000_000_000), ("c", 1, 0.5, 50)]).await;
    app.run(&format!("UPDATE career_milestones SET xp_awarded = true WHERE id = {}", milestones[2])).await;

    let mut awarded = Vec::new();
    for milestone in milestones {
        awarded.push(complete(&ada, goal, milestone).await.body["xp_awarded"].clone());
    }

    assert_eq!(awarded, [json!(0), json!(1_000), json!(0)]);
    assert_eq!(ada.get("/user-progress").await.body["total_xp"], 1_000);
}

#[tokio::test]
async fn a_milestone_is_completed_under_its_own_goal_only() {
    let app = TestApp::new().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let (first, second, bobs) = (set(&ada, "first").await, set(&ada, "second").await, set(&bob, "Bob's").await);
    let milestone = plant(&app, first, &[("a", 1, 0.5, 100)]).await[0];

    for (user, goal) in [(&ada, second), (&bob, first), (&bob, bobs)] {
        assert_eq!(complete(user, goal, milestone).await.error(), (404, "not_found"));
    }

    assert_eq!(app.number("SELECT count(*) FROM user_progress").await, 0);
    assert_eq!(app.number("SELECT count(*) FROM career_milestones WHERE is_completed IS TRUE").await, 0);
    assert_eq!(complete(&ada, first, milestone).await.body["xp_awarded"], 100);
}

#[tokio::test]
async fn milestones_go_by_tier_then_the_surest_first_in_pages_that_lead_to_each_other() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let goal = set(&ada, "Nurse").await;
    let planted = [("b2", 2, 0.1, 1), ("a2", 1, 0.4, 1), ("a1", 1, 0.9, 1), ("b1", 2, 0.8, 1), ("a3", 1, 0.4, 1)];
    let keys = plant(&app, goal, &planted).await;
    complete(&ada, goal, keys[3]).await;
    let list = format!("{GOALS}/{goal}/milestones");

    let mut seen = Vec::new();
    let mut next = Some(format!("{list}?limit=2"));
    while let Some(address) = next {
        let page = ada.get(&address).await;
        seen.extend(page.column("skill_id"));
        let link = page.headers.get("link").map(|link| link.to_str().unwrap().to_owned());
        next = link.map(|link| link.trim_start_matches('<').split_once(">; rel=\"next\"").unwrap().0.to_owned());
    }

    assert_eq!(seen, ["a1", "a2", "a3", "b1", "b2"]);
    assert_eq!(ada.get(&format!("{list}?tier_level=2")).await.column("skill_id"), ["b1", "b2"]);
    assert_eq!(ada.get(&format!("{list}?completed_only=true")).await.column("skill_id"), ["b1"]);
    assert_eq!(ada.get(&format!("{list}?offset=4")).await.column("skill_id"), ["b2"]);
    for wrong in ["limit=0", "limit=101", "offset=10001", "tier_level=x", "completed_only=maybe"] {
        assert_eq!(ada.get(&format!("{list}?{wrong}")).await.error(), (422, "query_invalid"), "{wrong}");
    }
    let shown = ada.get("/career-goals/active").await.body;
    assert_eq!(
        shown["milestones"].as_array().unwrap().iter().map(|it| &it["skill_id"]).collect::<Vec<_>>(),
        seen.iter().collect::<Vec<_>>()
    );
}

#[tokio::test]
async fn goals_are_listed_in_pages_with_the_number_of_their_milestones() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    for number in 0..5 {
        let goal = set(&ada, &format!("goal {number}")).await;
        let many: Vec<(&str, i64, f64, i64)> = (0..number).map(|_| ("a", 1, 0.5, 10)).collect();
        if let Some(milestone) = plant(&app, goal, &many).await.first() {
            complete(&ada, goal, *milestone).await;
        }
    }

    let mut counts = Vec::new();
    let mut next = Some(format!("{GOALS}?include_inactive=true&limit=2"));
    while let Some(address) = next {
        let page = ada.get(&address).await;
        assert_eq!(page.status, 200, "{page:?}");
        for goal in page.body.as_array().unwrap() {
            counts.push((goal["milestones_count"].as_i64().unwrap(), goal["completed_milestones"].as_i64().unwrap()));
        }
        let link = page.headers.get("link").map(|link| link.to_str().unwrap().to_owned());
        next = link.map(|link| link.trim_start_matches('<').split_once(">; rel=\"next\"").unwrap().0.to_owned());
    }

    assert_eq!(counts, [(4, 1), (3, 1), (2, 1), (1, 1), (0, 0)]);
    let skipped = ada.get(&format!("{GOALS}?include_inactive=true&offset=3")).await;
    assert_eq!(skipped.column("title"), ["goal 1", "goal 0"]);
}

#[tokio::test]
async fn goals_are_listed_in_one_statement_however_many_there_are() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let mut there = 0;
    for all in [1, 20] {
        for number in there..all {
            let goal = set(&ada, &format!("goal {number}")).await;
            plant(&app, goal, &[("a", 1, 0.5, 10), ("b", 2, 0.5, 10)]).await;
        }
        there = all;
        let statements = Statements::counted();

        let listed = ada.get(&format!("{GOALS}?include_inactive=true")).await;

        assert_eq!((listed.body.as_array().unwrap().len(), statements.taken()), (all, 1));
    }
}

#[tokio::test]
async fn reading_the_active_goal_writes_nothing() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let none = ada.get("/career-goals/active").await;
    assert_eq!((none.status, &none.body["goal"], &none.body["milestones"]), (200, &json!(null), &json!([])));
    let goal = set(&ada, "Nurse").await;
    plant(&app, goal, &[("a", 1, 0.5, 100), ("b", 1, 0.5, 100)]).await;
    app.run(&format!("UPDATE career_milestones SET is_completed = true WHERE goal_id = {goal} AND skill_id = 'a'"))
        .await;
    let row = "SELECT CAST(progress_percentage AS text) || ' ' || CAST(updated_at AS text) FROM career_goals";
    let before = app.texts(row).await;

    let read = ada.get("/career-goals/active").await.body;

    assert_eq!(read["goal"]["progress_percentage"], 50.0, "computed from what is there");
    assert_eq!(app.texts(row).await, before);
}

#[tokio::test]
async fn a_deleted_goal_takes_its_milestones_along_and_leaves_the_points() {
    let app = TestApp::new().await;
    let ada = app.user("ada").await;
    let goal = set(&ada, "Nurse").await;
    let milestones = plant(&app, goal, &[("a", 1, 0.5, 100), ("b", 1, 0.5, 100)]).await;
    complete(&ada, goal, milestones[0]).await;

    assert_eq!(ada.delete(&format!("{GOALS}/{goal}")).await.status, 204);

    assert_eq!(app.number("SELECT count(*) FROM career_milestones").await, 0);
    assert_eq!(ada.get("/user-progress").await.body["total_xp"], 100);
}

#[tokio::test]
async fn goals_of_the_older_shape_are_listed_activated_and_deleted() {
    let app = TestApp::legacy().await;
    let clerk_id: ClerkUserId =
        app.texts("SELECT clerk_user_id::text FROM users WHERE id = 64").await.remove(0).parse().unwrap();
    app.clerk.create_user(NewUser { id: Some(clerk_id.clone()), ..NewUser::default() }).unwrap();
    let user = app.sign_in(&clerk_id).await;
    assert_eq!(user.id, 64);

    let listed = user.get(&format!("{GOALS}?include_inactive=true")).await;
    assert_eq!((listed.status, listed.body.as_array().unwrap().len()), (200, 1), "{listed:?}");
    assert_eq!((&listed.body[0]["title"], &listed.body[0]["is_active"]), (&json!(""), &json!(false)));
    let old = listed.body[0]["id"].as_i64().unwrap();
    let new = set(&user, "Nurse").await;
    app.run(&format!("UPDATE career_goals SET previous_goal_id = {old} WHERE id = {new}")).await;
    let activated = user.put(&format!("{GOALS}/{old}"), &json!({ "is_active": true })).await;
    assert_eq!((activated.status, &activated.body["is_active"]), (200, &json!(true)), "{activated:?}");
    assert_eq!(user.get(GOALS).await.column("id"), [json!(old)]);
    let milestone = plant(&app, old, &[("a", 1, 0.5, 100)]).await[0];
    let done = complete(&user, old, milestone).await;
    assert_eq!((done.status, &done.body["goal_progress"]), (200, &json!(100.0)), "{done:?}");

    assert_eq!(user.delete(&format!("{GOALS}/{old}")).await.status, 204);

    assert_eq!(user.get(&format!("{GOALS}?include_inactive=true")).await.column("id"), [json!(new)]);
}
