//! Everything that can be repaired without a decision, there and back.

use std::collections::BTreeMap;

use orientor_doctor::{ApplyOptions, Audit, Decisions, Quiet, WriteConsent, prune, verify};
use orientor_testkit::database::TestDatabase;

use crate::common::{apply_all, fixture, look, plan_with, state, tried, undo_all};

type Counts = BTreeMap<(String, String, Option<String>), u64>;

fn counts(audit: &Audit) -> Counts {
    audit.findings.iter().map(|it| ((it.check.clone(), it.table.clone(), it.column.clone()), it.count)).collect()
}

/// What the fixture says that is left; none where either will do.
fn left() -> BTreeMap<(String, String, Option<String>), Option<u64>> {
    let file = fixture("legacy_orientor.expected.json");
    let text = |it: &serde_json::Value| it.as_str().map(ToOwned::to_owned);
    let defects = file["defects"].as_array().unwrap().iter().map(|it| {
        let place = (text(&it["code"]).unwrap(), text(&it["table"]).unwrap(), text(&it["column"]));
        (place, it["count_after_auto_repair"].as_u64())
    });
    defects.collect()
}

/// What an application does, what it is told before the repair, and what then works instead, if not the same.
const SYMPTOMS: &[(&str, &str, Option<&str>)] = &[
    ("INSERT INTO user_skills (creativity) VALUES (1)", "null value in column \"id\"", None),
    ("INSERT INTO users (email, hashed_password) VALUES ('new@example.com', 'x')", "users_pkey", None),
    (
        "INSERT INTO users (id, email) VALUES (9999, 'new@example.com')",
        "null value in column \"hashed_password\"",
        None,
    ),
    (
        "INSERT INTO career_goals (id, user_id) VALUES (9999, 61)",
        "null value in column \"job_id\"",
        Some("INSERT INTO career_goals (id, user_id, title) VALUES (9999, 61, 'x')"),
    ),
    (
        "INSERT INTO user_representation (id, user_id, source) VALUES (9999, 61, 'x')",
        "null value in column \"content\"",
        Some("INSERT INTO user_representation (id, user_id, source, data) VALUES (9999, 61, 'x', '{}')"),
    ),
    ("SELECT compatibility_vector FROM user_profiles", "does not exist", None),
    ("SELECT analytical_thinking FROM user_skills", "does not exist", None),
    (
        "UPDATE user_profiles SET oasis_embedding = (SELECT jsonb_agg(random() / 3) FROM generate_series(1, 384)) WHERE id = 61",
        "maximum 2704",
        None,
    ),
    (
        "SELECT 1 FROM user_profiles p JOIN gca_users_answers a ON a.user_id = p.user_id",
        "operator does not exist: character varying = integer",
        Some("SELECT 1 FROM user_profiles p JOIN gca_users_answers a ON a.user_id_number = p.user_id"),
    ),
    (
        "SELECT 1 FROM gca_results WHERE user_id = 'user_2O15SLMkt6zRCpBNY1WNJaIbfem'",
        "invalid input syntax for type integer",
        Some(
            "SELECT 1 / count(*) FROM gca_results r JOIN users u ON u.id = r.user_id WHERE u.clerk_user_id = 'user_2O15SLMkt6zRCpBNY1WNJaIbfem'",
        ),
    ),
];

/// What becomes of a deleted user's rows is a matter of policy, so this is told before and after.
const DELETES_A_USER: &str = "DELETE FROM users WHERE id = 61";

#[tokio::test]
async fn what_is_planned_happens_helps_and_can_be_taken_back() {
    let place = TestDatabase::legacy().await;
    let url = place.url();
    let before = state(url).await;

    let plan = plan_with(url, &Decisions::default()).await;
    let run = apply_all(url, &plan).await;

    let options = ApplyOptions { url: url.to_owned(), ..ApplyOptions::default() };
    let verified = verify(run, &options, &Quiet).await.unwrap();
    assert_eq!((verified.rows, verified.miscounted.len(), verified.differences.len()), (plan.rows(), 0, 0));
    let (found, wanted) = (counts(&look(url).await), left());
    for (place, count) in &found {
        // A key that the repair has added is as lenient as the file says, and whether that is right is not its affair.
        let is_new_key = place.0 == "D50" && !wanted.contains_key(place);
        let either = wanted.get(place) == Some(&None);
        assert!(is_new_key || either || wanted.get(place) == Some(&Some(*count)), "{place:?}: {count}");
    }
    for (place, count) in wanted.iter().filter_map(|(place, count)| Some((place, (*count)?))) {
        assert_eq!(found.get(place).copied().unwrap_or_default(), count, "{place:?}");
    }
    assert!(plan_with(url, &Decisions::default()).await.steps.is_empty(), "nothing is left to repair");

    undo_all(url, run).await;
    assert_eq!(state(url).await, before);
}

#[tokio::test]
async fn what_an_application_was_refused_works_after_the_repair() {
    let place = TestDatabase::legacy().await;
    let url = place.url();
    for (statement, refused, _) in SYMPTOMS {
        let answer = tried(url, statement).await.unwrap_err();
        assert!(answer.contains(refused), "{statement}: {answer}");
    }
    assert!(tried(url, DELETES_A_USER).await.is_err());

    apply_all(url, &plan_with(url, &Decisions::default()).await).await;

    for (statement, _, instead) in SYMPTOMS {
        let statement = instead.unwrap_or(statement);
        assert_eq!(tried(url, statement).await.err(), None, "{statement}");
    }
    assert!(tried(url, DELETES_A_USER).await.is_err());
}

#[tokio::test]
async fn a_text_that_converts_comes_back_as_it_was_written() {
    let place = TestDatabase::legacy().await;
    let url = place.url();
    // The two that are no UUIDs are given one, in capitals, and a comment that has to survive.
    let mut connection = <sqlx::PgConnection as sqlx::Connection>::connect(url).await.unwrap();
    sqlx::raw_sql(
        "UPDATE personality_assessments SET session_id = upper(md5(id::text)::uuid::text) WHERE session_id !~ '^[0-9a-f]{8}-';
         COMMENT ON CONSTRAINT chat_messages_conversation_id_fkey ON chat_messages IS 'it''s; mine';
         COMMENT ON INDEX ix_user_profiles_oasis_embedding IS 'found; slow';",
    )
    .execute(&mut connection)
    .await
    .unwrap();
    let before = state(url).await;

    let run = apply_all(url, &plan_with(url, &Decisions::default()).await).await;

    let kind = tried(url, "SELECT pg_typeof(session_id)::text FROM personality_assessments LIMIT 1").await.unwrap();
    assert_eq!(kind, "uuid");
    undo_all(url, run).await;
    assert_eq!(state(url).await, before);

    // What is kept for the undo goes with it, or with the run.
    let kept = "SELECT count(*)::text FROM pg_tables WHERE schemaname = 'orientor_doctor' AND tablename LIKE '%\\_was'";
    assert_eq!(tried(url, kept).await.unwrap(), "0");
    let again = apply_all(url, &plan_with(url, &Decisions::default()).await).await;
    assert_eq!(tried(url, kept).await.unwrap(), "1");
    let options = ApplyOptions { url: url.to_owned(), ..ApplyOptions::default() };
    prune(run, &options, WriteConsent::given_by_operator()).await.unwrap();
    assert_eq!(tried(url, kept).await.unwrap(), "1");
    prune(again, &options, WriteConsent::given_by_operator()).await.unwrap();
    assert_eq!(tried(url, kept).await.unwrap(), "0");
}
