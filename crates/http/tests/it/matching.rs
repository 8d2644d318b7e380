//! The peers that the API shows are those of the plain definition, whoever changed the data and however many at once.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use orientor_domain::peers::{PeerInputs, PersonalityDocument, ResultId, RiasecResult, Sources, derive, rank_all};
use orientor_identity::UserId;
use orientor_store::queries::sources;
use serde_json::{Value, json};

use crate::support::{TestApp, User};

/// The inputs of everybody, derived afresh from what is stored.
async fn fresh(app: &TestApp) -> BTreeMap<i64, PeerInputs> {
    let ids = app.texts("SELECT CAST(id AS text) FROM users").await;
    let users: Vec<UserId> = ids.iter().map(|id| UserId::from_row(id.parse().unwrap()).unwrap()).collect();
    let stored = sources::load(&app.db, &users).await.unwrap();
    let derived = stored.iter().map(|(user, stored)| {
        let riasec = stored.riasec.iter().map(|result| RiasecResult {
            at_us: result.at.map(|at| at.timestamp_micros()),
            id: match &result.id {
                Value::String(text) => ResultId::Text(text),
                number => ResultId::Number(number.as_i64().unwrap()),
            },
            scores: result.scores,
            code: result.code.as_deref(),
        });
        let personality = stored.personality.iter().filter_map(|profile| {
            let (at_us, id) = (profile.at.map(|at| at.timestamp_micros()), profile.id.unwrap_or_default());
            Some(PersonalityDocument { at_us, id, scores: profile.scores.as_ref()? })
        });
        let inputs = derive(&Sources {
            vector: stored.vector.as_ref(),
            profile_skills: &stored.skills,
            industry: stored.industry.as_deref(),
            active_goal_titles: &stored.goal_titles,
            riasec: riasec.collect(),
            personality: personality.collect(),
        });
        (user.get(), inputs)
    });
    derived.collect()
}

/// Asks for everybody's peers and compares them with the definition; says how many there were.
async fn agrees(app: &TestApp, users: &[User]) -> usize {
    let inputs = fresh(app).await;
    let mut peers = 0;
    for user in users {
        let others = inputs.iter().filter(|(id, _)| **id != user.id).map(|(id, inputs)| (*id, inputs));
        let ranked = rank_all(&inputs[&user.id], others);
        let expected: Vec<(Value, Value)> = ranked
            .iter()
            .take(100)
            .map(|ranked| {
                let score = (ranked.compatibility.compatibility * 10_000.0).round() / 10_000.0;
                (json!(ranked.user_id.to_string()), json!(score))
            })
            .collect();
        let shown = user.get("/api/v1/peers/compatible?limit=100").await;
        let shown: Vec<_> = shown.column("user_id").into_iter().zip(shown.column("compatibility_score")).collect();
        assert_eq!(shown, expected, "user {}", user.id);
        peers += expected.len();
    }
    peers
}

/// What is remembered and counts must be what would be derived now; says of how many it counts.
async fn remembers_only_the_truth(app: &TestApp) -> usize {
    let inputs = fresh(app).await;
    let remembered = app
        .texts(
            "SELECT CAST(user_id AS text) || ' ' || CAST(inputs AS text) FROM peer_inputs \
             WHERE NOT EXISTS (SELECT 1 FROM peer_changes WHERE whose = user_id) ORDER BY user_id",
        )
        .await;
    for row in &remembered {
        let (user, document) = row.split_once(' ').unwrap();
        let user: i64 = user.parse().unwrap();
        let document: PeerInputs = serde_json::from_str(document).unwrap();
        assert_eq!(document, inputs[&user], "user {user}");
    }
    remembered.len()
}

/// How many marks there are of changes that nobody has looked at.
async fn marks(app: &TestApp) -> i64 {
    app.number("SELECT count(*) FROM peer_changes").await
}

async fn people(app: &TestApp, count: usize) -> Vec<User> {
    let mut people = Vec::new();
    for number in 0..count {
        people.push(app.user(&format!("p{number}")).await);
    }
    people
}

#[tokio::test]
async fn the_order_is_that_of_the_definition_after_changes_from_every_side() {
    let app = TestApp::new().await;
    let users = people(&app, 8).await;
    let skills = ["Weaving", "law", "ÉTUDES", "chess", "c++"];
    let industries = ["Research", "research", "Justice", " arts "];
    for (number, user) in users.iter().enumerate() {
        let own: Vec<&str> = skills.iter().skip(number % 4).step_by(1 + number % 2).copied().collect();
        user.update(&json!({ "skills": own, "industry": industries[number % 4] })).await;
    }
    assert!(agrees(&app, &users).await > 20, "the test is worth something");
    assert_eq!(remembers_only_the_truth(&app).await, 8);

    // Through the API again.
    users[0].update(&json!({ "skills": ["chess", "c++"], "industry": null })).await;
    users[1].update(&json!({ "skills": null })).await;
    agrees(&app, &users).await;

    // By the older application, which knows nothing of us.
    let ids: Vec<i64> = users.iter().map(|user| user.id).collect();
    for statement in [
        format!("UPDATE user_profiles SET industry = 'Justice' WHERE user_id IN ({}, {})", ids[2], ids[3]),
        format!("INSERT INTO career_goals (user_id, title) VALUES ({}, 'Weaver'), ({}, 'weaver')", ids[0], ids[4]),
        format!("UPDATE career_goals SET is_active = false WHERE user_id = {}", ids[4]),
        format!(
            "INSERT INTO holland_assessments (user_id, holland_code, realistic_score, social_score) \
             VALUES ({}, 'RS', 5, 4), ({}, 'SR', 4, 5)",
            ids[0], ids[5]
        ),
        format!(
            "INSERT INTO personality_profiles (user_id, profile_type, scores, assessment_version) VALUES \
             ({}, 'hexaco', '{{\"hexaco\": {{\"openness\": 0.4, \"honesty\": 0.9}}}}', 'v1.0')",
            ids[6]
        ),
        format!(
            "UPDATE user_profiles SET compatibility_vector = '{{\"career_stage_preference\": \"any\", \
             \"goal_overlap_keywords\": [\"WEAVER\"], \"personality_compatibility\": {{\"hexaco_preferences\": \
             {{\"openness\": \"high\"}}}}}}' WHERE user_id IN ({}, {})",
            ids[7], ids[0]
        ),
        format!("DELETE FROM career_goals WHERE user_id = {}", ids[0]),
        format!("DELETE FROM user_profiles WHERE user_id = {}", ids[1]),
    ] {
        app.run(&statement).await;
        remembers_only_the_truth(&app).await;
        agrees(&app, &users).await;
    }
    assert_eq!(remembers_only_the_truth(&app).await, 8);
}

#[tokio::test]
async fn two_of_whom_nothing_is_known_do_not_meet() {
    let app = TestApp::new().await;
    let users = people(&app, 3).await;
    users[2].update(&json!({ "skills": ["weaving"] })).await;

    for user in &users {
        for path in ["/api/v1/peers/compatible", "/api/v1/peers/homepage", "/api/v1/peers/suggested"] {
            assert_eq!(user.get(path).await.body, json!([]), "{path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn however_many_write_at_once_what_is_remembered_is_true() {
    let app = Arc::new(TestApp::new().await);
    let users = people(&app, 4).await;
    app.run(&format!(
        "INSERT INTO career_goals (user_id, title) SELECT id, 'Weaver' FROM users WHERE id <= {}",
        users[3].id
    ))
    .await;
    for round in 0..6 {
        let mut tasks = Vec::new();
        for (number, user) in users.iter().enumerate() {
            for turn in 0..4 {
                // The API changes, another program changes, and somebody looks, all of the same people.
                let (client, index) = (user.clone(), (number + turn + round) % 5);
                tasks.push(tokio::spawn(async move {
                    let skills: Vec<String> = (0..=index).map(|skill| format!("skill {skill}")).collect();
                    client.update(&json!({ "skills": skills, "major": format!("m{turn}") })).await;
                }));
                let (app, id) = (Arc::clone(&app), user.id);
                tasks.push(tokio::spawn(async move {
                    let statement = match turn {
                        0 => format!("UPDATE user_profiles SET industry = 'i{index}' WHERE user_id = {id}"),
                        1 => format!("UPDATE career_goals SET title = 'goal {index}' WHERE user_id = {id}"),
                        // Sees nothing that is stored after it began.
                        2 => format!(
                            "{}; INSERT INTO career_goals (user_id, title) SELECT id, 'goal {index}' FROM users \
                             WHERE id = {id}; COMMIT",
                            if app.is_postgres() { "BEGIN ISOLATION LEVEL REPEATABLE READ" } else { "BEGIN IMMEDIATE" }
                        ),
                        // Two sources in one transaction, in the other order than the API reads them.
                        _ => format!(
                            "BEGIN; UPDATE career_goals SET title = 'late {index}' WHERE user_id = {id}; \
                             UPDATE user_profiles SET industry = 'j{index}' WHERE user_id = {id}; COMMIT"
                        ),
                    };
                    app.run(&statement).await;
                }));
                let client = user.clone();
                tasks.push(tokio::spawn(async move {
                    let peers = client.get("/api/v1/peers/compatible?limit=100").await;
                    assert_eq!(peers.status, 200, "{peers:?}");
                }));
            }
        }
        for task in tasks {
            task.await.unwrap();
        }
        remembers_only_the_truth(&app).await;
    }
    assert!(agrees(&app, &users).await > 0);
    assert_eq!((remembers_only_the_truth(&app).await, marks(&app).await), (4, 0));
}

#[tokio::test]
async fn a_writer_who_cannot_see_what_is_remembered_makes_it_count_no_more() {
    let app = TestApp::on_postgres().await;
    let users = people(&app, 3).await;
    for user in &users {
        user.update(&json!({ "skills": ["weaving"] })).await;
    }
    for level in ["REPEATABLE READ", "SERIALIZABLE"] {
        let mut writer = app.begin(&format!("SET TRANSACTION ISOLATION LEVEL {level}; SELECT 1 FROM users")).await;
        // Made after the writer's snapshot.
        users[0].update(&json!({ "skills": ["weaving", level] })).await;
        agrees(&app, &users).await;
        assert_eq!((remembers_only_the_truth(&app).await, marks(&app).await), (3, 0));

        let goal = format!("INSERT INTO career_goals (user_id, title) VALUES ({}, 'Weaver, {level}')", users[0].id);
        sqlx::raw_sql(sqlx::AssertSqlSafe(goal)).execute(&mut *writer).await.unwrap();
        writer.commit().await.unwrap();

        assert_eq!((remembers_only_the_truth(&app).await, marks(&app).await), (2, 1), "{level}");
        agrees(&app, &users).await;
        assert_eq!((remembers_only_the_truth(&app).await, marks(&app).await), (3, 0), "{level}");
    }
}

#[tokio::test]
async fn marks_of_people_who_do_not_exist_harm_nothing() {
    let app = TestApp::new().await;
    let mut users = people(&app, 3).await;
    for user in &users {
        user.update(&json!({ "skills": ["weaving"] })).await;
    }
    let gone = users.remove(1).id;
    for statement in [
        format!("DELETE FROM user_profiles WHERE user_id = {gone}"),
        format!("DELETE FROM users WHERE id = {gone}"),
        "INSERT INTO peer_changes (whose) VALUES (0), (-1), (987654)".to_owned(),
    ] {
        app.run(&statement).await;
    }
    let left = marks(&app).await;

    assert_eq!(agrees(&app, &users).await, 2);
    assert_eq!((remembers_only_the_truth(&app).await, marks(&app).await), (2, left));
}

/// Fails if `answer` does not come while others hold what they hold.
async fn at_once<T>(answer: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(10), answer).await.expect("nobody waits")
}

#[tokio::test]
async fn nobody_waits_or_fails_whatever_another_program_holds() {
    let app = TestApp::on_postgres().await;
    let users = people(&app, 2).await;
    let (ada, id) = (&users[0], users[0].id);
    for (round, held) in [
        format!("INSERT INTO career_goals (user_id, title) VALUES ({id}, 'Weaver')"),
        format!("SELECT 1 FROM users WHERE id = {id} FOR UPDATE"),
        // What somebody who makes Ada's inputs holds.
        format!("SELECT pg_advisory_xact_lock(731905, {id})"),
    ]
    .into_iter()
    .enumerate()
    {
        // The first time nothing is stored yet, later something is.
        let holder = app.begin(&held).await;
        at_once(ada.update(&json!({ "skills": [format!("skill {round}")] }))).await;
        for user in &users {
            assert_eq!(at_once(user.get("/api/v1/peers/compatible")).await.status, 200, "{held}");
        }
        at_once(app.run(&format!("UPDATE user_profiles SET industry = 'industry {round}' WHERE user_id = {id}"))).await;
        holder.commit().await.unwrap();

        let profile = ada.get("/api/v1/profiles/me").await.body;
        assert_eq!(profile["skills"], json!([format!("skill {round}")]));
        assert_eq!(profile["industry"], format!("industry {round}"));
        remembers_only_the_truth(&app).await;
        agrees(&app, &users).await;
        assert_eq!((remembers_only_the_truth(&app).await, marks(&app).await), (2, 0), "{held}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_change_the_same_rows_in_another_order_both_succeed() {
    let app = TestApp::on_postgres().await;
    let ada = app.user("ada").await;
    ada.update(&json!({ "skills": ["law"], "creativity": 1.0 })).await;
    let (leadership, industry) =
        ("UPDATE user_skills SET leadership = 2", "UPDATE user_profiles SET industry = 'Justice'");
    // PostgreSQL ends the wait of whoever finds the circle, a second after they began to wait. That is the API,
    // unless this machine is slow.
    for attempt in 0.. {
        assert!(attempt < 5, "the API has never lost");
        let mut other = app.begin(leadership).await;
        let client = ada.clone();
        let update =
            tokio::spawn(async move { client.update(&json!({ "skills": ["weaving"], "creativity": 3.0 })).await });
        wait_for(&app, 1).await;
        let won = sqlx::raw_sql(industry).execute(&mut *other).await.is_ok();
        if won {
            other.commit().await.unwrap();
        } else {
            other.rollback().await.unwrap();
        }
        update.await.unwrap();
        if won {
            break;
        }
    }

    let profile = ada.get("/api/v1/profiles/me").await.body;
    assert_eq!((&profile["skills"], &profile["industry"]), (&json!(["weaving"]), &json!("Justice")));
    assert_eq!(app.number("SELECT CAST(creativity * 10 + leadership AS bigint) FROM user_skills").await, 32);
    assert_eq!(remembers_only_the_truth(&app).await, 1);
}

/// Waits until so many sessions of this database wait for a lock.
async fn wait_for(app: &TestApp, number: i64) {
    let waiting =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while app.number(waiting).await < number {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_another_program_is_in_the_middle_of_a_change_nothing_is_remembered_that_it_makes_untrue() {
    let app = TestApp::on_postgres().await;
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    let goal = |title: &str| format!("INSERT INTO career_goals (user_id, title) VALUES ({}, '{title}')", ada.id);

    // Somebody looks meanwhile: they are answered at once.
    let change = app.begin(&goal("Weaver")).await;
    for user in [&ada, &bob] {
        assert_eq!(user.get("/api/v1/peers/compatible").await.status, 200);
    }
    change.commit().await.unwrap();
    remembers_only_the_truth(&app).await;

    // Ada changes something else meanwhile.
    let change = app.begin(&goal("Baker")).await;
    at_once(ada.update(&json!({ "skills": ["weaving"] }))).await;
    change.commit().await.unwrap();
    remembers_only_the_truth(&app).await;

    // A change that is taken back leaves everything as it was.
    bob.get("/api/v1/peers/compatible").await;
    app.begin(&goal("Smith")).await.rollback().await.unwrap();
    assert_eq!(remembers_only_the_truth(&app).await, 2);
}
