//! The damaged database of the older application.

use orientor_store::migrate::{What, pending, script};

use crate::support::Home;

#[tokio::test]
async fn a_damaged_database_gets_what_it_lacks_and_keeps_every_row() {
    let home = Home::legacy().await;
    let before = home.contents().await;
    let planned = pending(&home.db, &[]).await.unwrap();

    let added = home.migrate().await;

    assert_eq!(script(&added), script(&planned));
    assert_eq!(pending(&home.db, &[]).await.unwrap(), []);
    assert_eq!(home.sums_of(&before.tables).await, before.sums);
}

#[tokio::test]
async fn the_plan_for_a_damaged_database_holds_nothing_that_a_row_could_break() {
    let home = Home::legacy().await;

    let plan = pending(&home.db, &[]).await.unwrap();

    for addition in &plan {
        let new_table = matches!(addition.what, What::Table { .. });
        let sql = addition.sql.to_uppercase();
        let kept = [
            "SET NOT NULL",
            " UNIQUE",
            "FOREIGN KEY",
            " TYPE ",
            "SETVAL",
            "UPDATE \"",
            "DELETE FROM \"USER",
            " CASCADE",
        ];
        for word in kept {
            assert!(new_table || !sql.contains(word), "{word} in {}", addition.sql);
        }
        assert!(!addition.reason.is_empty());
    }
    let said: Vec<String> = plan.iter().map(|addition| addition.what.to_string()).collect();
    for expected in [
        "table peer_inputs",
        "table peer_changes",
        "index ix_peer_changes_whose on peer_changes",
        "column user_profiles.compatibility_vector",
        "column user_skills.stress_tolerance",
        "NULL in users.hashed_password",
        "NULL in career_goals.job_id",
        "NULL in user_representation.content",
        "sequence user_skills_id_seq",
        "owner of sequence message_id_seq",
        "default of messages.message_id",
        "position of sequence users_id_seq",
        "position of sequence user_profiles_id_seq",
        "position of sequence saved_jobs_id_seq",
        "position of sequence personality_assessments_id_seq",
        "index ix_user_skills_user_id on user_skills",
        "index ix_users_clerk_user_id on users",
        "trigger orientor_mark_peer_change on user_profiles",
    ] {
        assert!(said.iter().any(|what| what == expected), "{expected} in {said:#?}");
    }
    assert!(!said.iter().any(|what| what.contains("ix_users_email")), "the address has an index already: {said:#?}");
}

#[tokio::test]
async fn keys_that_are_null_or_used_twice_do_not_stand_in_the_way() {
    let home = Home::legacy().await;
    home.run(
        "ALTER TABLE user_skills DROP CONSTRAINT user_skills_pkey;
         ALTER TABLE user_skills ALTER COLUMN id DROP NOT NULL;
         INSERT INTO user_skills (id, user_id) VALUES (NULL, 3), (71, 4), (900, 5), (-3, 6)",
    )
    .await;

    home.migrate().await;

    home.run("INSERT INTO user_skills (user_id) VALUES (7)").await;
    assert_eq!(home.number("SELECT id::bigint FROM user_skills WHERE user_id = 7 ORDER BY id DESC LIMIT 1").await, 901);
    assert_eq!(pending(&home.db, &[]).await.unwrap(), []);
}

#[tokio::test]
async fn a_sequence_that_belongs_to_something_else_is_left_alone() {
    let home = Home::legacy().await;
    home.run("CREATE TABLE other (id integer); CREATE SEQUENCE user_skills_id_seq OWNED BY other.id").await;

    home.migrate().await;

    home.run("INSERT INTO user_skills (user_id) VALUES (7)").await;
    assert_eq!(home.number("SELECT nextval('user_skills_id_seq')").await, 1);
    assert_eq!(pending(&home.db, &[]).await.unwrap(), []);
}

#[tokio::test]
async fn our_tables_come_also_when_the_users_table_has_lost_its_key() {
    let home = Home::legacy().await;
    home.run("ALTER TABLE users DROP CONSTRAINT users_pkey CASCADE").await;

    home.migrate().await;

    home.run("INSERT INTO peer_inputs (user_id, inputs, source) VALUES (61, '{}', 'rules')").await;
    assert_eq!(pending(&home.db, &[]).await.unwrap(), []);
}

#[tokio::test]
async fn a_superuser_may_migrate_the_tables_of_another_role() {
    let home = Home::legacy().await;
    let role = home.texts("SELECT 'owner_' || substr(md5(current_database()), 1, 12)").await.remove(0);
    home.run(&format!(
        "CREATE ROLE {role}; ALTER TABLE user_skills OWNER TO {role}; ALTER TABLE messages OWNER TO {role}"
    ))
    .await;
    home.run(&format!("GRANT SELECT ON users TO {role}")).await;

    home.migrate().await;

    home.run(&format!("SET ROLE {role}; INSERT INTO user_skills (user_id) VALUES (7); RESET ROLE")).await;
    assert_eq!(pending(&home.db, &[]).await.unwrap(), []);
    home.run(&format!("REASSIGN OWNED BY {role} TO CURRENT_USER; DROP OWNED BY {role}; DROP ROLE {role}")).await;
}

#[tokio::test]
async fn a_column_that_refuses_null_gets_the_default_that_new_rows_count_on() {
    let home = Home::legacy().await;
    home.run("UPDATE users SET is_active = true; ALTER TABLE users ALTER is_active SET NOT NULL, ALTER is_active DROP DEFAULT").await;

    home.migrate().await;

    home.run("INSERT INTO users (email) VALUES ('ada@example.com')").await;
    assert_eq!(home.number("SELECT count(*) FROM users WHERE email = 'ada@example.com' AND is_active").await, 1);
}
