//! What `verify` counts, and the functional check.

use super::Case;
use crate::support::{as_role, migrate, run};

/// The line of `verify` that begins so, with single blanks.
fn line(text: &str, name: &str) -> String {
    let line = text.lines().find(|it| it.starts_with(name)).unwrap_or_else(|| panic!("no {name:?} in {text}"));
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn people_are_counted_before_and_after_and_peers_are_found() {
    let case = Case::legacy().await;
    let before = case.audit().await["summary"].clone();
    case.plan().await;
    case.run(&["apply", "plan.json", "--apply"]).await.success();
    let after = case.audit().await["summary"].clone();

    let verified = case.run(&["verify"]).await.success();
    for (name, member) in [
        ("users", "users"),
        ("linked users", "users_with_clerk_id"),
        ("profiles", "profiles"),
        ("orphaned profiles", "orphaned_profiles"),
    ] {
        assert_eq!(line(&verified, name), format!("{name} {} {}", before[member], after[member]));
    }
    assert!(line(&verified, "peer matching").ends_with("additions; run orientor migrate"), "{verified}");

    migrate(case.database.url()).await;
    let verified = case.run(&["verify", "1"]).await.success();
    assert!(line(&verified, "peer matching").starts_with("peer matching: works for 20 users"), "{verified}");
    assert_eq!(case.run(&["verify", "1"]).await.success(), verified);
}

#[tokio::test]
async fn peers_that_cannot_be_found_fail_the_verification() {
    let case = Case::legacy().await;
    case.plan().await;
    case.run(&["apply", "plan.json", "--apply"]).await.success();
    migrate(case.database.url()).await;
    // Derived inputs of matching cannot be stored by somebody who may only read.
    let role = format!("verify_{}", std::process::id());
    case.sql(&format!(
        "CREATE ROLE {role} LOGIN PASSWORD 'hush'; GRANT USAGE ON SCHEMA orientor_doctor TO {role}; \
         GRANT SELECT ON ALL TABLES IN SCHEMA public, orientor_doctor TO {role}; \
         GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}"
    ))
    .await;

    let verified = run(&["verify", "1", "--database-url", &as_role(case.database.url(), &role)], &[]).await;

    case.sql(&format!("DROP OWNED BY {role}; DROP ROLE {role}")).await;
    assert_eq!(verified.code, Some(1), "{verified:?}");
    assert!(line(&verified.stdout, "peer matching").contains("faults with 20 users: user "), "{verified:?}");
}

#[tokio::test]
async fn tables_of_another_application_have_no_peers() {
    let case = Case::legacy().await;
    case.run_with_list(&["plan", "--generic"]).await.success();
    case.run(&["apply", "plan.json", "--apply"]).await.success();

    let verified = case.run(&["verify", "--generic"]).await.success();

    assert_eq!(line(&verified, "peer matching"), "peer matching: not checked: these are not Orientor's tables");
}
