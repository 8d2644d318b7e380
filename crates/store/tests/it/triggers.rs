//! Derived inputs of peer matching go when their sources change, whoever changes them.

use crate::support::Home;

async fn remembered(home: &Home) -> Vec<String> {
    home.texts("SELECT CAST(user_id AS text) FROM peer_inputs ORDER BY user_id").await
}

async fn remember_everybody(home: &Home) {
    home.run("DELETE FROM peer_inputs").await;
    home.run("INSERT INTO peer_inputs (user_id, inputs, source) SELECT id, '{}', 'rules' FROM users").await;
}

#[tokio::test]
async fn a_change_of_a_source_forgets_the_user_before_and_after_it_and_nobody_else() {
    let home = Home::migrated().await;
    for name in ["ada", "bob", "carol"] {
        home.user(name).await;
    }
    for (table, columns, values) in [
        ("user_profiles", "user_id, name", "1, 'Ada'"),
        ("career_goals", "user_id, title", "1, 'Weaver'"),
        ("gca_results", "user_id, id, attempt_id", "1, 'r', 'a'"),
        ("holland_assessments", "user_id, holland_code", "1, 'RIA'"),
        ("personality_profiles", "user_id, profile_type, scores, assessment_version", "1, 'hexaco', '{}', 'v1.0'"),
    ] {
        remember_everybody(&home).await;
        home.run(&format!("INSERT INTO {table} ({columns}) VALUES ({values})")).await;
        assert_eq!(remembered(&home).await, ["2", "3"], "insert into {table}");

        remember_everybody(&home).await;
        home.run(&format!("UPDATE {table} SET user_id = 2 WHERE user_id = 1")).await;
        assert_eq!(remembered(&home).await, ["3"], "update of {table}");

        remember_everybody(&home).await;
        home.run(&format!("DELETE FROM {table} WHERE user_id = 2")).await;
        assert_eq!(remembered(&home).await, ["1", "3"], "delete from {table}");
    }
}

#[tokio::test]
async fn no_owner_however_odd_makes_a_statement_of_the_older_application_fail() {
    let home = Home::legacy().await;
    home.run("ALTER TABLE holland_assessments ALTER COLUMN user_id TYPE varchar(255)").await;
    home.migrate().await;
    home.run("INSERT INTO peer_inputs (user_id, inputs, source) VALUES (61, '{}', 'rules')").await;

    for user in ["NULL", "''", "'None'", "'user_2abc'", "'-1'", "'0'", "'99999999999999999999'", "'9001'", "' 61'"] {
        home.run(&format!("INSERT INTO holland_assessments (user_id) VALUES ({user})")).await;
    }

    assert_eq!(remembered(&home).await, ["61"]);
    home.run("INSERT INTO holland_assessments (user_id) VALUES ('61')").await;
    assert!(remembered(&home).await.is_empty());
}

#[tokio::test]
async fn a_role_without_rights_on_our_table_still_writes_and_is_noticed() {
    let home = Home::legacy().await;
    home.migrate().await;
    let role = home.texts("SELECT 'writer_' || substr(md5(current_database()), 1, 12)").await.remove(0);
    home.run(&format!("CREATE ROLE {role}; GRANT SELECT, UPDATE ON user_profiles TO {role}")).await;
    home.run("INSERT INTO peer_inputs (user_id, inputs, source) VALUES (61, '{}', 'rules')").await;

    home.run(&format!(
        "BEGIN; SET LOCAL ROLE {role}; UPDATE user_profiles SET name = 'New' WHERE user_id = 61; COMMIT"
    ))
    .await;

    assert!(remembered(&home).await.is_empty());
    home.run(&format!("DROP OWNED BY {role}; DROP ROLE {role}")).await;
}

#[tokio::test]
async fn a_lost_table_of_ours_does_not_stop_the_older_application() {
    let home = Home::legacy().await;
    home.migrate().await;
    home.run("DROP TABLE peer_inputs").await;

    home.run("UPDATE user_profiles SET name = 'New' WHERE user_id = 61").await;

    assert_eq!(home.number("SELECT count(*) FROM user_profiles WHERE name = 'New'").await, 1);
}
