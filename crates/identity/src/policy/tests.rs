//! One test for each row of the policy table, and the order between the rows.

use crate::{ClerkEmail, ClerkUser, UserId, Verification};

use super::*;

fn id(number: i64) -> UserId {
    UserId::from_row(number).unwrap()
}

fn row(number: i64) -> UserRow {
    UserRow { id: id(number), active: true, email: None, taken: false }
}

fn row_with_email(number: i64, email: &str) -> UserRow {
    UserRow { email: Some(email.to_owned()), ..row(number) }
}

fn email(address: &str, primary: bool, verification: Verification) -> ClerkEmail {
    ClerkEmail { address: address.to_owned(), primary, verification }
}

fn ada(verification: Verification) -> ClerkUser {
    ClerkUser {
        id: "user_ada".parse().unwrap(),
        external_id: None,
        first_name: None,
        last_name: None,
        emails: vec![email("Ada@example.com", true, verification)],
        blocked: false,
        updated_at_ms: None,
    }
}

fn facts(person: Person<'_>) -> Facts<'_> {
    Facts { tombstoned: false, own_rows: vec![], person, external_row: None, email_rows: vec![] }
}

fn decided(facts: &Facts<'_>) -> Decision {
    decide(&PolicySettings::default(), facts)
}

fn conflict(kind: Conflict) -> Decision {
    Decision::Refuse(Refusal::Conflict(kind))
}

#[test]
fn a_tombstone_beats_everything() {
    let person = ada(Verification::ByPerson);
    let facts = Facts {
        tombstoned: true,
        own_rows: vec![row(1)],
        external_row: Some(row(1)),
        email_rows: vec![row_with_email(1, "ada@example.com")],
        ..facts(Person::Known(&person))
    };

    assert_eq!(decided(&facts), Decision::Refuse(Refusal::Revoked));
}

#[test]
fn one_active_row_that_carries_the_subject_is_linked_without_asking_clerk() {
    let facts = Facts { own_rows: vec![row(7)], ..facts(Person::NotAsked) };

    assert_eq!(decided(&facts), Decision::Link(id(7), Evidence::LegacyColumn));
}

#[test]
fn two_rows_that_carry_the_subject_are_a_conflict_whatever_their_state() {
    for second in [row(8), UserRow { active: false, ..row(8) }] {
        let facts = Facts { own_rows: vec![row(7), second], ..facts(Person::NotAsked) };

        assert_eq!(decided(&facts), conflict(Conflict::SharedSubject));
    }
}

#[test]
fn an_inactive_row_that_carries_the_subject_is_refused_and_not_replaced() {
    let facts = Facts { own_rows: vec![UserRow { active: false, ..row(7) }], ..facts(Person::NotAsked) };

    assert_eq!(decided(&facts), Decision::Refuse(Refusal::Deactivated));
}

#[test]
fn an_unknown_subject_needs_clerk() {
    assert_eq!(decided(&facts(Person::NotAsked)), Decision::AskClerk);
}

#[test]
fn a_person_whom_clerk_blocks_gets_nothing() {
    let person = ClerkUser { blocked: true, ..ada(Verification::ByPerson) };
    let facts = Facts { external_row: Some(row(3)), ..facts(Person::Known(&person)) };

    assert_eq!(decided(&facts), Decision::Refuse(Refusal::Deactivated));
}

#[test]
fn an_external_id_links_to_a_row_without_address_or_with_one_that_the_person_has_verified() {
    let mut person = ada(Verification::ByPerson);
    person.emails.push(email("second@example.com", false, Verification::ByPerson));
    for row in
        [row(3), row_with_email(3, " "), row_with_email(3, "ADA@example.com"), row_with_email(3, "second@example.com")]
    {
        let facts = Facts { external_row: Some(row), ..facts(Person::Known(&person)) };

        assert_eq!(decided(&facts), Decision::Link(id(3), Evidence::ExternalId));
    }
}

#[test]
fn an_external_id_does_not_link_to_a_row_with_a_strangers_address() {
    let person = ada(Verification::ByPerson);
    let facts = Facts { external_row: Some(row_with_email(3, "bob@example.com")), ..facts(Person::Known(&person)) };
    let always = PolicySettings { trust_external_id: TrustExternalId::Always, ..PolicySettings::default() };

    assert_eq!(decided(&facts), Decision::Create(EmailKey::new("ada@example.com")));
    assert_eq!(decide(&always, &facts), Decision::Link(id(3), Evidence::ExternalId));
}

#[test]
fn an_unverified_or_reserved_address_does_not_make_an_external_id_agree() {
    let person = ada(Verification::None);
    let facts = Facts { external_row: Some(row_with_email(3, "ada@example.com")), ..facts(Person::Known(&person)) };

    assert_eq!(decided(&facts), Decision::Create(None));
}

#[test]
fn external_ids_count_only_when_they_are_canonical_and_believed() {
    let settings = PolicySettings::default();
    let never = PolicySettings { trust_external_id: TrustExternalId::Never, ..settings };
    for (text, number) in
        [("42", Some(42)), ("042", None), (" 42", None), ("-1", None), ("4e2", None), ("user_42", None)]
    {
        let person = ClerkUser { external_id: Some(text.to_owned()), ..ada(Verification::None) };

        assert_eq!(settings.external_number(&person).map(UserNumber::get), number, "{text:?}");
        assert_eq!(never.external_number(&person), None);
    }
}

#[test]
fn external_id_and_address_that_name_different_rows_are_a_conflict() {
    let person = ada(Verification::ByPerson);
    let facts = Facts {
        external_row: Some(row_with_email(3, "bob@example.com")),
        email_rows: vec![row_with_email(4, "ada@example.com")],
        ..facts(Person::Known(&person))
    };

    assert_eq!(decided(&facts), conflict(Conflict::ExternalIdAndEmailDiffer));
}

#[test]
fn a_named_row_of_another_subject_is_a_conflict() {
    let person = ada(Verification::ByPerson);
    let external = Facts { external_row: Some(UserRow { taken: true, ..row(3) }), ..facts(Person::Known(&person)) };
    let taken = UserRow { taken: true, ..row_with_email(4, "ada@example.com") };
    let email = Facts { email_rows: vec![taken], ..facts(Person::Known(&person)) };

    assert_eq!(decided(&external), conflict(Conflict::ExternalIdTaken));
    assert_eq!(decided(&email), conflict(Conflict::EmailTaken));
}

#[test]
fn one_free_active_row_with_the_verified_primary_address_is_linked() {
    let person = ada(Verification::ByPerson);
    let facts = Facts { email_rows: vec![row_with_email(4, "ada@example.com")], ..facts(Person::Known(&person)) };
    let off = PolicySettings { link_verified_email: false, ..PolicySettings::default() };

    assert_eq!(decided(&facts), Decision::Link(id(4), Evidence::VerifiedEmail));
    // The address belongs to another row, so the new user goes without.
    assert_eq!(decide(&off, &facts), Decision::Create(None));
}

#[test]
fn an_address_of_several_rows_or_of_an_inactive_one_is_a_conflict() {
    let person = ada(Verification::ByPerson);
    let two = vec![row_with_email(4, "ada@example.com"), row_with_email(5, "ADA@example.com")];
    let inactive = vec![UserRow { active: false, ..row_with_email(4, "ada@example.com") }];

    assert_eq!(decided(&Facts { email_rows: two, ..facts(Person::Known(&person)) }), conflict(Conflict::EmailShared));
    assert_eq!(
        decided(&Facts { email_rows: inactive, ..facts(Person::Known(&person)) }),
        conflict(Conflict::EmailInactive)
    );
}

#[test]
fn only_a_verified_primary_address_counts() {
    let settings = PolicySettings::default();
    let trusting = PolicySettings { trust_admin_verified: true, ..settings };
    let secondary =
        ClerkUser { emails: vec![email("ada@example.com", false, Verification::ByPerson)], ..ada(Verification::None) };

    assert!(settings.primary_key(&ada(Verification::ByPerson)).is_some());
    assert_eq!(settings.primary_key(&ada(Verification::None)), None);
    assert_eq!(settings.primary_key(&ada(Verification::ByAdmin)), None);
    assert!(trusting.primary_key(&ada(Verification::ByAdmin)).is_some());
    assert_eq!(settings.primary_key(&secondary), None);
}

#[test]
fn anybody_else_is_created_or_refused_as_the_setting_says() {
    let person = ada(Verification::ByPerson);
    let unverified = ada(Verification::None);
    let never = PolicySettings { create: false, ..PolicySettings::default() };

    assert_eq!(decided(&facts(Person::Known(&person))), Decision::Create(EmailKey::new("ada@example.com")));
    assert_eq!(decided(&facts(Person::Known(&unverified))), Decision::Create(None));
    assert_eq!(decided(&facts(Person::NoSource)), Decision::Create(None));
    assert_eq!(decide(&never, &facts(Person::Known(&person))), Decision::Refuse(Refusal::NotProvisioned));
    assert_eq!(decide(&never, &facts(Person::NoSource)), Decision::Refuse(Refusal::NotProvisioned));
}
