//! The provisioning table, row by row, and what each row leaves in the database.

use orientor_identity::{
    ClerkEmail, ResolveError, Subject, Verification, VerifiedSession,
    policy::{Conflict, PolicySettings, TrustExternalId},
};

use crate::support::{ISSUER, OTHER_ISSUER, World, clerk_id, session, subject};

#[tokio::test]
async fn a_tombstone_is_final() {
    let world = World::new().await;
    world.clerk.add("ada", "ada@example.com", Verification::ByPerson);
    world.user("clerk_user_id, is_active", "'user_ada', true").await;
    world
        .sql(&format!(
            "INSERT INTO identity_tombstones (issuer, subject, reason) VALUES ('{ISSUER}', 'user_ada', 'deleted')"
        ))
        .await;

    assert!(matches!(world.ensure("ada").await, Err(ResolveError::Revoked)));
    assert!(world.bridge().find(&subject("ada")).await.unwrap().is_none());
    assert_eq!(world.number("SELECT count(*) FROM identity_links").await, 0);
    assert_eq!(world.number("SELECT count(*) FROM users").await, 1);
}

#[tokio::test]
async fn a_row_that_carries_the_subject_is_linked_and_not_touched() {
    let world = World::new().await;
    let ada = world.user("clerk_user_id, is_active, hashed_password", "'user_ada', NULL, 'kept'").await;

    assert_eq!(world.bridge().find(&subject("ada")).await.unwrap().unwrap().id.get(), ada);
    assert_eq!(world.number("SELECT count(*) FROM identity_links").await, 0, "finding never links");

    assert_eq!(world.ensure("ada").await.unwrap(), ada);

    assert_eq!(world.clerk.asked(), 0);
    assert_eq!(world.last_event().await, "linked/legacy_column/");
    assert_eq!(world.text("SELECT hashed_password FROM users").await.as_deref(), Some("kept"));
    assert_eq!(world.text("SELECT CAST(last_clerk_sync AS text) FROM users").await, None);
}

#[tokio::test]
async fn a_subject_that_two_rows_carry_is_nobody_until_an_operator_decides() {
    let world = World::new().await;
    world.user("clerk_user_id, is_active", "'user_ada', true").await;
    world.user("clerk_user_id, is_active", "'user_ada', true").await;

    assert!(matches!(world.ensure("ada").await, Err(ResolveError::Conflict(Conflict::SharedSubject))));
    assert_eq!(world.last_event().await, "conflict//shared_subject");
    assert!(matches!(world.bridge().find(&subject("ada")).await, Err(ResolveError::Conflict(_))));
    assert_eq!(world.number("SELECT count(*) FROM identity_links").await, 0);
}

#[tokio::test]
async fn a_deactivated_user_stays_out_by_either_way() {
    let world = World::new().await;
    let ada = world.user("clerk_user_id, is_active", "'user_ada', false").await;
    assert!(matches!(world.ensure("ada").await, Err(ResolveError::Deactivated)));

    world.sql("UPDATE users SET is_active = true").await;
    assert_eq!(world.ensure("ada").await.unwrap(), ada);

    world.sql("UPDATE users SET is_active = false").await;
    assert!(matches!(world.ensure("ada").await, Err(ResolveError::Deactivated)));

    world.sql("UPDATE users SET is_active = true").await;
    world.sql("UPDATE identity_links SET state = 'blocked_by_clerk'").await;
    assert!(matches!(world.ensure("ada").await, Err(ResolveError::Deactivated)));
    assert_eq!(world.number("SELECT count(*) FROM users").await, 1);
}

#[tokio::test]
async fn a_link_outlives_everything_that_it_was_made_from() {
    let world = World::new().await;
    let ada = world.user("clerk_user_id, email, is_active", "'user_ada', 'ada@example.com', true").await;
    world.ensure("ada").await.unwrap();

    world.sql("UPDATE users SET clerk_user_id = NULL, email = 'other@example.com'").await;

    assert_eq!(world.ensure("ada").await.unwrap(), ada);
}

#[tokio::test]
async fn an_external_id_links_when_the_address_agrees() {
    let world = World::new().await;
    let ada = world.user("email, is_active, hashed_password", "'Ada@Example.com', true, 'secret'").await;
    world.clerk.add_with("ada", |person| {
        person.external_id = Some(ada.to_string());
        person.emails = vec![
            ClerkEmail { address: "new@example.com".into(), primary: true, verification: Verification::ByPerson },
            ClerkEmail { address: "ada@example.com".into(), primary: false, verification: Verification::ByPerson },
        ];
    });

    assert_eq!(world.ensure("ada").await.unwrap(), ada);

    assert_eq!(world.last_event().await, "linked/external_id/");
    assert_eq!(world.text("SELECT clerk_user_id FROM users").await.as_deref(), Some("user_ada"));
    assert_eq!(world.text("SELECT hashed_password FROM users").await, None, "an old password must not stay a way in");
    assert!(world.text("SELECT CAST(last_clerk_sync AS text) FROM users").await.is_some());
}

#[tokio::test]
async fn an_external_id_of_another_numbering_links_to_nobody() {
    let world = World::new().await;
    let bob = world.user("email, is_active", "'bob@example.com', true").await;
    let with_bobs_number = |person: &mut orientor_identity::ClerkUser| person.external_id = Some(bob.to_string());
    world.clerk.add_with("ada", with_bobs_number);
    world.clerk.add_with("eve", |person| person.external_id = Some("999999999999".into()));

    let ada = world.ensure("ada").await.unwrap();
    let eve = world.ensure("eve").await.unwrap();

    assert!(ada != bob && eve != bob && ada != eve);
    let always = PolicySettings { trust_external_id: TrustExternalId::Always, ..PolicySettings::default() };
    world.clerk.add_with("zoe", with_bobs_number);
    let zoe = world.bridge_with(always).ensure(&session(subject("zoe"))).await.unwrap();
    assert_eq!(zoe.get(), bob, "`always` drops the condition");
}

#[tokio::test]
async fn an_external_id_that_contradicts_the_address_is_a_conflict() {
    let world = World::new().await;
    let bob = world.user("email, is_active", "'bob@example.com', true").await;
    world.user("email, is_active", "'ada@example.com', true").await;
    world.clerk.add("ada", "ada@example.com", Verification::ByPerson);
    world.clerk.add_with("ada", |person| {
        person.external_id = Some(bob.to_string());
        person.emails.push(ClerkEmail {
            address: "ada@example.com".into(),
            primary: true,
            verification: Verification::ByPerson,
        });
    });

    let answer = world.ensure("ada").await;

    assert!(matches!(answer, Err(ResolveError::Conflict(Conflict::ExternalIdAndEmailDiffer))), "{answer:?}");
    assert_eq!(world.last_event().await, "conflict//external_id_and_email_differ");
}

#[tokio::test]
async fn a_verified_primary_address_links_however_it_was_typed() {
    let world = World::new().await;
    let ada = world.user("email, is_active", "'  ADA@Example.com', NULL").await;
    world.clerk.add("ada", "ada@example.com ", Verification::ByPerson);

    assert_eq!(world.ensure("ada").await.unwrap(), ada);

    assert_eq!(world.last_event().await, "linked/verified_email/");
    assert_eq!(
        world.text("SELECT email FROM users").await.as_deref(),
        Some("  ADA@Example.com"),
        "not ours to rewrite"
    );
}

#[tokio::test]
async fn an_address_that_proves_nothing_links_to_nobody_and_locks_nobody_out() {
    for verification in [Verification::None, Verification::ByAdmin] {
        let world = World::new().await;
        let victim = world.user("email, is_active", "'ada@example.com', true").await;
        world.clerk.add("eve", "ada@example.com", verification);
        world.clerk.add("ada", "ada@example.com", Verification::ByPerson);

        let eve = world.ensure("eve").await.unwrap();

        assert_ne!(eve, victim);
        assert_eq!(world.text(&format!("SELECT email FROM users WHERE id = {eve}")).await, None);
        assert_eq!(world.ensure("ada").await.unwrap(), victim);
    }
}

#[tokio::test]
async fn an_address_of_a_linked_inactive_or_doubled_row_is_a_conflict() {
    let world = World::new().await;
    world.user("email, is_active, clerk_user_id", "'linked@example.com', true, 'user_somebodyelse'").await;
    world.user("email, is_active", "'gone@example.com', false").await;
    world.user("email, is_active", "'Twin@example.com', true").await;
    world.user("email, is_active", "'twin@example.com', true").await;
    for (name, address, conflict) in [
        ("a", "linked@example.com", Conflict::EmailTaken),
        ("b", "gone@example.com", Conflict::EmailInactive),
        ("c", "twin@example.com", Conflict::EmailShared),
    ] {
        world.clerk.add(name, address, Verification::ByPerson);

        assert!(matches!(world.ensure(name).await, Err(ResolveError::Conflict(kind)) if kind == conflict), "{name}");
    }
    assert_eq!(world.number("SELECT count(*) FROM users").await, 4);
}

#[tokio::test]
async fn look_alike_addresses_are_different_people() {
    let world = World::new().await;
    let kelvin = world.user("email, is_active", "'\u{212a}ate@example.com', true").await;
    let accent = world.user("email, is_active", "'Àda@example.com', true").await;
    world.clerk.add("kate", "kate@example.com", Verification::ByPerson);
    world.clerk.add("ada", "àda@example.com", Verification::ByPerson);

    assert_ne!(world.ensure("kate").await.unwrap(), kelvin);
    assert_ne!(world.ensure("ada").await.unwrap(), accent);
}

#[tokio::test]
async fn a_bogus_subject_in_the_column_claims_nothing_and_a_padded_one_does() {
    let world = World::new().await;
    let bogus = world.user("email, is_active, clerk_user_id", "'a@example.com', true, 'test_user_12345'").await;
    let empty = world.user("email, is_active, clerk_user_id", "'b@example.com', true, ''").await;
    world.user("email, is_active, clerk_user_id", "'c@example.com', true, 'user_zoe '").await;
    world.clerk.add("a", "a@example.com", Verification::ByPerson);
    world.clerk.add("b", "b@example.com", Verification::ByPerson);
    world.clerk.add("c", "c@example.com", Verification::ByPerson);

    assert_eq!(world.ensure("a").await.unwrap(), bogus);
    assert_eq!(world.last_event().await, "linked/verified_email/replaced \"test_user_12345\" in the row");
    assert_eq!(world.ensure("b").await.unwrap(), empty);
    assert!(matches!(world.ensure("c").await, Err(ResolveError::Conflict(Conflict::EmailTaken))));
}

#[tokio::test]
async fn a_new_user_is_complete_and_stays_the_same() {
    let world = World::new().await;
    world.clerk.add("ada", "Ada@Example.com", Verification::ByPerson);

    let ada = world.ensure("ada").await.unwrap();

    assert_eq!(world.ensure("ada").await.unwrap(), ada);
    assert_eq!(world.last_event().await, "created//");
    let row = "SELECT email || '/' || clerk_user_id || '/' || first_name || '/' || coalesce(last_name, '-') || '/' || \
               coalesce(hashed_password, '-') FROM users WHERE is_active AND NOT onboarding_completed \
               AND last_clerk_sync IS NOT NULL";
    assert_eq!(world.text(row).await.as_deref(), Some("ada@example.com/user_ada/Ada/-/-"));
    assert_eq!(world.number("SELECT clerk_updated_at FROM identity_links").await, 1_800_000_000_000);
}

#[tokio::test]
async fn the_event_log_names_who_was_driving() {
    let world = World::new().await;
    world.clerk.add("ada", "ada@example.com", Verification::ByPerson);
    world.clerk.add("bob", "bob@example.com", Verification::ByPerson);
    let impersonated = VerifiedSession { actor: Some("user_support".into()), ..session(subject("bob")) };

    world.ensure("ada").await.unwrap();
    world.bridge().ensure(&impersonated).await.unwrap();

    let actors = world.column("SELECT actor FROM identity_events ORDER BY id", 0).await;
    assert_eq!(actors, ["bridge", "user_support"]);
}

#[tokio::test]
async fn nobody_is_created_where_that_is_switched_off() {
    let world = World::new().await;
    world.clerk.add("ada", "ada@example.com", Verification::ByPerson);
    let never = PolicySettings { create: false, ..PolicySettings::default() };

    let answer = world.bridge_with(never).ensure(&session(subject("ada"))).await;

    assert!(matches!(answer, Err(ResolveError::NotProvisioned)), "{answer:?}");
    assert_eq!(world.number("SELECT count(*) FROM users").await, 0);
    assert_eq!(world.last_event().await, "refused//not_provisioned");
}

#[tokio::test]
async fn the_same_text_at_another_issuer_is_another_subject() {
    let world = World::new().await;
    let ada = world.user("clerk_user_id, email, is_active", "'user_ada', 'ada@example.com', true").await;
    world.clerk.add_with("ada", |_| {});
    let foreign = Subject { issuer: OTHER_ISSUER.parse().unwrap(), id: clerk_id("ada") };

    let stranger = world.bridge().ensure(&session(foreign)).await.unwrap().get();

    assert_ne!(stranger, ada);
    assert_eq!(world.ensure("ada").await.unwrap(), ada);
    let carried = world.text(&format!("SELECT clerk_user_id FROM users WHERE id = {stranger}")).await;
    assert_eq!(carried, None, "the column belongs to the primary issuer");
}

#[tokio::test]
async fn one_person_may_have_a_subject_at_each_of_two_instances() {
    let world = World::new().await;
    let ada = world.user("clerk_user_id, email, is_active", "'user_ada', 'ada@example.com', true").await;
    world.clerk.add("adadev", "ada@example.com", Verification::ByPerson);
    let development = Subject { issuer: OTHER_ISSUER.parse().unwrap(), id: clerk_id("adadev") };

    assert_eq!(world.ensure("ada").await.unwrap(), ada);
    assert_eq!(world.bridge().ensure(&session(development)).await.unwrap().get(), ada);
    assert_eq!(world.text("SELECT clerk_user_id FROM users").await.as_deref(), Some("user_ada"));
}
