//! Clerk's user object, which the Backend API and webhooks share.

use orientor_identity::{ClerkEmail, ClerkUser, Verification};
use serde_json::Value;

/// The JSON is not a user object: it has no `id`, or one that is no Clerk user id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a Clerk user object: its id is missing or malformed")]
pub struct NotAUser;

/// Reads Clerk's user object. Only `id` must be there: members come and go
/// between versions, so a missing or odd one counts as absent.
///
/// The primary address is the one that `primary_email_address_id` names, never the first.
pub fn user_from_json(object: &Value) -> Result<ClerkUser, NotAUser> {
    let id = text(object, "id").and_then(|id| id.parse().ok()).ok_or(NotAUser)?;
    let primary = text(object, "primary_email_address_id");
    let mut emails: Vec<_> = object
        .get("email_addresses")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|entry| read_email(entry, primary))
        .collect();
    // Ids are unique. Should one come twice all the same, there is still one primary address.
    let first = emails.iter().position(|email| email.primary);
    for (at, email) in emails.iter_mut().enumerate() {
        email.primary = first == Some(at);
    }
    Ok(ClerkUser {
        id,
        external_id: owned(object, "external_id"),
        first_name: owned(object, "first_name"),
        last_name: owned(object, "last_name"),
        emails,
        blocked: is_true(object, "banned") || is_true(object, "deprovisioned"),
        updated_at_ms: object.get("updated_at").and_then(Value::as_i64),
    })
}

fn read_email(entry: &Value, primary: Option<&str>) -> Option<ClerkEmail> {
    let address = owned(entry, "email_address")?;
    let primary = primary.is_some() && text(entry, "id") == primary;
    // Anything but a clear `false` is taken as reserved: it is usable to sign in, yet nobody has proven it.
    let reserved = !matches!(entry.get("reserved"), None | Some(Value::Null | Value::Bool(false)));
    let verification = entry.get("verification").unwrap_or(&Value::Null);
    let verified = !reserved && text(verification, "status") == Some("verified");
    let verification = match (verified, text(verification, "strategy")) {
        (false, _) => Verification::None,
        (true, Some("admin")) => Verification::ByAdmin,
        (true, _) => Verification::ByPerson,
    };
    Some(ClerkEmail { address, primary, verification })
}

fn text<'v>(object: &'v Value, name: &str) -> Option<&'v str> {
    object.get(name).and_then(Value::as_str).filter(|text| !text.is_empty())
}

fn owned(object: &Value, name: &str) -> Option<String> {
    text(object, name).map(str::to_owned)
}

fn is_true(object: &Value, name: &str) -> bool {
    object.get(name) == Some(&Value::Bool(true))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn email(id: &str, address: &str, reserved: Value, verification: Value) -> Value {
        json!({"id": id, "email_address": address, "reserved": reserved, "verification": verification})
    }

    fn verification_of(reserved: Value, verification: Value) -> Verification {
        let entry = email("idn_1", "ada@example.com", reserved, verification);
        user_from_json(&json!({"id": "user_1", "email_addresses": [entry]})).unwrap().emails[0].verification
    }

    #[test]
    fn a_full_object_is_read() {
        let object = json!({
            "id": "user_2abc", "object": "user", "external_id": "42", "first_name": "Ada", "last_name": "L",
            "primary_email_address_id": "idn_2", "banned": false, "deprovisioned": false, "locked": true,
            "updated_at": 1_700_000_000_123_i64, "unsafe_metadata": {"external_id": "7"},
            "email_addresses": [
                email("idn_1", "old@example.com", json!(false), json!({"status": "verified", "strategy": "email_code"})),
                email("idn_2", "ada@example.com", json!(false), json!({"status": "verified", "strategy": "admin"})),
            ],
        });

        let user = user_from_json(&object).unwrap();

        let (old, ada) = (&user.emails[0], &user.emails[1]);
        assert_eq!((old.address.as_str(), old.primary), ("old@example.com", false));
        assert_eq!((ada.address.as_str(), ada.primary), ("ada@example.com", true));
        assert_eq!((old.verification, ada.verification), (Verification::ByPerson, Verification::ByAdmin));
        assert_eq!(user.id.as_str(), "user_2abc");
        assert_eq!(user.external_id.as_deref(), Some("42"));
        assert_eq!((user.first_name.as_deref(), user.last_name.as_deref()), (Some("Ada"), Some("L")));
        assert_eq!(user.updated_at_ms, Some(1_700_000_000_123));
        assert!(!user.blocked);
    }

    #[test]
    fn an_id_is_enough_and_odd_members_count_as_absent() {
        let bare = user_from_json(&json!({"id": "user_1"})).unwrap();
        let odd = json!({
            "id": "user_1", "external_id": 42, "first_name": [], "last_name": "", "primary_email_address_id": null,
            "email_addresses": [null, 1, {}, {"email_address": null}], "banned": "true", "updated_at": "now",
        });
        assert_eq!(user_from_json(&odd).unwrap(), bare);
        assert_eq!(user_from_json(&json!({"id": "user_1", "email_addresses": null})).unwrap(), bare);

        for object in
            [json!(null), json!([]), json!({}), json!({"id": null}), json!({"id": 1}), json!({"id": "sess_1"})]
        {
            assert_eq!(user_from_json(&object), Err(NotAUser), "{object}");
        }
    }

    #[test]
    fn banned_and_deprovisioned_people_are_blocked_and_locked_ones_are_not() {
        for (member, blocked) in [("banned", true), ("deprovisioned", true), ("locked", false)] {
            let user = user_from_json(&json!({"id": "user_1", member: true})).unwrap();
            assert_eq!(user.blocked, blocked, "{member}");
        }
    }

    #[test]
    fn only_a_named_address_is_primary() {
        let verified = || json!({"status": "verified", "strategy": "email_code"});
        let entry = |id: &str| email(id, "ada@example.com", json!(false), verified());
        let primaries = |primary: Value, ids: &[&str]| {
            let entries: Vec<_> = ids.iter().map(|id| entry(id)).collect();
            let user = user_from_json(
                &json!({"id": "user_1", "primary_email_address_id": primary, "email_addresses": entries}),
            );
            user.unwrap().emails.iter().map(|email| email.primary).collect::<Vec<_>>()
        };

        assert_eq!(primaries(json!("idn_2"), &["idn_1", "idn_2"]), [false, true]);
        assert_eq!(primaries(json!("idn_3"), &["idn_1", "idn_2"]), [false, false]);
        assert_eq!(primaries(json!(null), &["idn_1", ""]), [false, false]);
        assert_eq!(primaries(json!(""), &[""]), [false]);
        assert_eq!(primaries(json!("idn_1"), &["idn_1", "idn_1"]), [true, false]);
    }

    #[test]
    fn who_verified_an_address_is_told_apart() {
        let with = |status: &str, strategy: Value| json!({"status": status, "strategy": strategy});
        for strategy in ["email_code", "email_link", "from_oauth_google", "ticket", "saml"] {
            assert_eq!(verification_of(json!(false), with("verified", json!(strategy))), Verification::ByPerson);
            assert_eq!(verification_of(json!(true), with("verified", json!(strategy))), Verification::None);
        }
        assert_eq!(verification_of(json!(false), with("verified", json!("admin"))), Verification::ByAdmin);
        assert_eq!(verification_of(json!(null), with("verified", json!(null))), Verification::ByPerson);
        for status in ["unverified", "failed", "expired", "transferable", "Verified", ""] {
            assert_eq!(
                verification_of(json!(false), with(status, json!("email_code"))),
                Verification::None,
                "{status}"
            );
        }
        assert_eq!(verification_of(json!(false), json!(null)), Verification::None);
        assert_eq!(verification_of(json!("no"), with("verified", json!("email_code"))), Verification::None);
    }

    proptest! {
        #[test]
        fn at_most_one_address_is_primary(ids in prop::collection::vec("[ab]", 0..6), primary in "[abc]") {
            let emails: Vec<_> = ids.iter().map(|id| email(id, "ada@example.com", json!(false), json!(null))).collect();
            let user = user_from_json(
                &json!({"id": "user_1", "primary_email_address_id": primary, "email_addresses": emails}),
            ).unwrap();
            let count = user.emails.iter().filter(|email| email.primary).count();
            prop_assert_eq!(count, usize::from(ids.contains(&primary)));
        }
    }
}
