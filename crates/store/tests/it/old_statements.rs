//! What the older application sends, against a migrated copy of its damaged database.
//!
//! Each statement has the columns and casts of a kind that it is known to send, in our own words.

use crate::support::Home;

async fn migrated() -> Home {
    let home = Home::legacy().await;
    home.migrate().await;
    home
}

#[tokio::test]
async fn what_worked_before_still_works() {
    let home = migrated().await;
    for sql in [
        // A password-era registration, and one by Clerk where NULL was refused.
        "INSERT INTO users (email, hashed_password, onboarding_completed, created_at) VALUES ('p@example.com', 'h', false, now())",
        "INSERT INTO users (email, hashed_password, clerk_user_id, first_name, is_active, onboarding_completed) \
         VALUES ('c@example.com', '', 'user_2new', 'Ada', true, false)",
        "INSERT INTO user_profiles (user_id, name, skills, interests) VALUES (202, 'Test User', ARRAY['weaving'], 'looms')",
        "UPDATE user_profiles SET name = 'Somebody', updated_at = now() WHERE user_id = 61",
        "UPDATE user_profiles SET user_id = NULL WHERE user_id = 17",
        "DELETE FROM user_profiles WHERE user_id IS NULL",
        "INSERT INTO messages (message_id, sender_id, recipient_id, body) VALUES (nextval('message_id_seq'), 61, 62, 'Hello')",
        "INSERT INTO user_skills (id, user_id, creativity) VALUES (500, 120, 3.5)",
        "INSERT INTO suggested_peers (user_id, suggested_id, similarity) VALUES (90, 91, 0.5)",
        "DELETE FROM suggested_peers WHERE user_id = 61",
        "INSERT INTO conversations (user_id, title) VALUES (61, 'Another')",
        "INSERT INTO chat_messages (id, conversation_id, role, content) VALUES (9000, 1, 'user', 'Hi')",
        "INSERT INTO saved_jobs (user_id, esco_id, job_title, skills_required, relevance_score) \
         VALUES (61, 'occupation-new', 'Weaver', '[]'::jsonb, 0.8)",
        "INSERT INTO career_goals (id, user_id, job_id, status, notes) VALUES (800, 61, 1, 'archived', 'older shape')",
        "INSERT INTO gca_results (id, attempt_id, user_id, test_id, r_score, top_3_code, created_at) \
         VALUES ('r-1', 'a-1', 61, 1, 3, 'RIA', now())",
        "INSERT INTO gca_results (id, attempt_id, user_id) VALUES ('r-2', 'a-2', 9001), ('r-3', 'a-3', NULL)",
        "INSERT INTO holland_assessments (user_id, session_id, holland_code) VALUES (61, 's', 'RIA'), (NULL, 't', 'SEC')",
        "INSERT INTO personality_assessments (user_id, session_id, assessment_version) VALUES (61, 'onboarding_61', 'v1.0')",
        "INSERT INTO personality_profiles (user_id, assessment_id, scores) VALUES (61, 1, '{\"hexaco\": {}}')",
        "INSERT INTO user_representation (id, user_id, source, content) VALUES (700, 61, 'llm_insight', '{}')",
    ] {
        home.run(sql).await;
    }
}

#[tokio::test]
async fn what_failed_for_want_of_something_works_now() {
    let home = migrated().await;
    for sql in [
        "INSERT INTO user_skills (user_id, creativity, analytical_thinking) VALUES (121, 3.5, 2.5)",
        "INSERT INTO users (email, hashed_password) VALUES ('next@example.com', 'h')",
        "INSERT INTO users (email, clerk_user_id) VALUES ('clerk@example.com', 'user_2other')",
        "INSERT INTO user_profiles (user_id, name) VALUES (203, 'Next')",
        "INSERT INTO messages (sender_id, recipient_id, body) VALUES (61, 62, 'without a key')",
        "INSERT INTO career_goals (user_id, title, description, target_date, is_active, progress_percentage, created_at, updated_at) \
         VALUES (61, 'Weaver', 'looms', timestamp '2026-06-30 00:00:00', true, 0.0, now(), now())",
        "INSERT INTO user_representation (user_id, source, format_version, data, generated_at) VALUES (61, 'llm', 'v1', '{}', now())",
        "INSERT INTO personality_assessments (user_id, session_id, assessment_version, total_items, completed_items, validity_flags, metadata) \
         VALUES (61, 'b6f0a6e0-3c7f-4a3a-8f1e-0d5f3b7a2e01', 'v1.0', 60, 0, '{}', '{}')",
        "SELECT compatibility_vector FROM user_profiles",
        "UPDATE user_profiles SET compatibility_vector = '{\"fallback\": true}' WHERE user_id = 61",
        "SELECT analytical_thinking FROM user_skills",
        "INSERT INTO saved_jobs (user_id, esco_id, job_title) VALUES (62, 'occupation-next', 'Weaver')",
    ] {
        home.run(sql).await;
    }
}

#[tokio::test]
async fn each_of_those_did_fail_before() {
    let home = Home::legacy().await;
    for (sql, why) in [
        ("INSERT INTO user_skills (user_id) VALUES (121)", "null value in column \"id\""),
        ("INSERT INTO users (email, hashed_password) VALUES ('next@example.com', 'h')", "users_pkey"),
        ("INSERT INTO users (id, email) VALUES (900, 'clerk@example.com')", "hashed_password"),
        ("INSERT INTO career_goals (id, user_id) VALUES (900, 61)", "job_id"),
        ("INSERT INTO user_representation (id, user_id, source) VALUES (900, 61, 'llm')", "content"),
        ("SELECT compatibility_vector FROM user_profiles", "compatibility_vector"),
        ("SELECT analytical_thinking FROM user_skills", "analytical_thinking"),
    ] {
        let error = home.try_run(sql).await.unwrap_err().to_string();
        assert!(error.contains(why), "{error}");
    }
}
