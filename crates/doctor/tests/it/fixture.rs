//! The fixture: exactly what is planted, and nothing else under D01 to D71.

use orientor_doctor::AuditOptions;
use orientor_testkit::database::{TestDatabase, fixtures};

use crate::support::{Found, assert_same, fixture_directory, found, look, options, read_json};

fn planted() -> Found {
    let expected = read_json(&fixtures().join("legacy_orientor.expected.json"));
    let defects = expected["defects"].as_array().unwrap().iter().map(|it| {
        let text = |name: &str| it[name].as_str().unwrap_or_default().to_owned();
        let schema = "public".to_owned();
        ((text("code"), schema, text("table"), text("column")), it["count"].as_u64().unwrap())
    });
    defects.collect()
}

#[tokio::test]
async fn exactly_what_is_planted_is_found() {
    let database = TestDatabase::legacy().await;

    let audit = look(AuditOptions { directory: Some(fixture_directory()), ..options(database.url()) }).await;

    let counts = |code: &str| code <= "D71";
    let keep = |all: Found| all.into_iter().filter(|(place, _)| counts(&place.0)).collect::<Found>();
    assert_same("the fixture", &keep(found(&audit)), &keep(planted()));
    assert_eq!(audit.coverage.could_not_look, []);
    assert_eq!(audit.coverage.user_columns_found, audit.coverage.user_columns_checked);
    assert!(audit.complete);
}

#[tokio::test]
async fn without_a_directory_its_checks_are_named_and_nothing_else_changes() {
    let database = TestDatabase::legacy().await;

    let audit = look(options(database.url())).await;

    let needs = ["D02", "D11", "D12", "D13"];
    assert_eq!(audit.coverage.needs_clerk_directory, needs);
    assert_eq!(audit.coverage.could_not_look, []);
    assert!(audit.findings.iter().all(|it| !needs.contains(&it.check.as_str())));
}
