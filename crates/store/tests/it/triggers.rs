//! A change of a source of peer matching marks its users, whoever makes it.

use orientor_store::{
    ConnectOptions, Database,
    migrate::{MigrateOptions, migrate},
};

use crate::support::Home;

async fn marked(home: &Home) -> Vec<String> {
    home.texts("SELECT CAST(whose AS text) FROM peer_changes ORDER BY whose").await
}

async fn unmark_everybody(home: &Home) {
    home.run("DELETE FROM peer_changes").await;
}

#[tokio::test]
async fn a_change_of_a_source_marks_the_user_before_and_after_it_and_nobody_else() {
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
        unmark_everybody(&home).await;
        home.run(&format!("INSERT INTO {table} ({columns}) VALUES ({values})")).await;
        assert_eq!(marked(&home).await, ["1"], "insert into {table}");

        unmark_everybody(&home).await;
        home.run(&format!("UPDATE {table} SET user_id = 2 WHERE user_id = 1")).await;
        assert_eq!(marked(&home).await, ["1", "2"], "update of {table}");

        unmark_everybody(&home).await;
        home.run(&format!("UPDATE {table} SET user_id = user_id WHERE user_id = 2")).await;
        assert_eq!(marked(&home).await, ["2"], "the same user twice in {table}");

        unmark_everybody(&home).await;
        home.run(&format!("DELETE FROM {table} WHERE user_id = 2")).await;
        assert_eq!(marked(&home).await, ["2"], "delete from {table}");
    }
}

#[tokio::test]
async fn no_owner_however_odd_makes_a_statement_of_the_older_application_fail() {
    let home = Home::legacy().await;
    home.run("ALTER TABLE holland_assessments ALTER COLUMN user_id TYPE varchar(255)").await;
    home.migrate().await;

    unmark_everybody(&home).await;

    for user in
        ["NULL", "''", "'None'", "'user_2abc'", "'-1'", "'0'", "'2147483648'", "'99999999999999999999'", "' 61'"]
    {
        home.run(&format!("INSERT INTO holland_assessments (user_id) VALUES ({user})")).await;
    }

    assert!(marked(&home).await.is_empty());
    home.run("INSERT INTO holland_assessments (user_id) VALUES ('61'), ('9001')").await;
    assert_eq!(marked(&home).await, ["61", "9001"], "also somebody who does not exist");
    unmark_everybody(&home).await;
    home.run("UPDATE holland_assessments SET user_id = '9999999999' WHERE user_id = '61'").await;
    assert_eq!(marked(&home).await, ["61"], "one odd owner does not hide the other");
}

#[tokio::test]
async fn a_role_without_rights_on_our_table_still_writes_and_is_noticed() {
    let home = Home::legacy().await;
    home.migrate().await;
    let role = home.texts("SELECT 'writer_' || substr(md5(current_database()), 1, 12)").await.remove(0);
    home.run(&format!("CREATE ROLE {role}; GRANT SELECT, UPDATE ON user_profiles TO {role}")).await;

    home.run(&format!(
        "BEGIN; SET LOCAL ROLE {role}; UPDATE user_profiles SET name = 'New' WHERE user_id = 61; COMMIT"
    ))
    .await;

    assert_eq!(marked(&home).await, ["61"]);
    home.run(&format!("DROP OWNED BY {role}; DROP ROLE {role}")).await;
}

#[tokio::test]
async fn a_lost_table_of_ours_does_not_stop_the_older_application() {
    let home = Home::legacy().await;
    home.migrate().await;
    home.run("DROP TABLE peer_changes").await;

    home.run("UPDATE user_profiles SET name = 'New' WHERE user_id = 61").await;

    assert_eq!(home.number("SELECT count(*) FROM user_profiles WHERE name = 'New'").await, 1);
}

#[tokio::test]
async fn an_owner_who_is_no_number_is_passed_over_by_sqlite_too() {
    let db = Database::connect("sqlite::memory:", &ConnectOptions::default()).await.unwrap();
    migrate(&db, &[], MigrateOptions::default()).await.unwrap();
    let Database::Sqlite { writer, .. } = &db else { panic!("it is SQLite") };

    sqlx::raw_sql(
        "PRAGMA foreign_keys = OFF;
         INSERT INTO holland_assessments (user_id) VALUES (NULL), ('user_2abc'), (0), (-1), (1.5), ('61')",
    )
    .execute(writer)
    .await
    .unwrap();

    let marked: Vec<i64> = sqlx::query_scalar("SELECT whose FROM peer_changes").fetch_all(writer).await.unwrap();
    assert_eq!(marked, [61]);
}
