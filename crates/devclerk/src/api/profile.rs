//! What a request body says about a user.

use serde_json::Value;

use super::fields::{Fields, Given};
use crate::{
    instance::user::User,
    refused::{FieldFault, Refused},
    settings::{Contact, NewUser, Standing},
};

/// Shortest password.
const MIN_PASSWORD: usize = 8;
/// Digests that Clerk can take over.
const HASHERS: &[&str] = &[
    "argon2i",
    "argon2id",
    "bcrypt",
    "bcrypt_sha256_django",
    "ldap_ssha",
    "md5",
    "md5_phpass",
    "pbkdf2_sha1",
    "pbkdf2_sha256",
    "pbkdf2_sha256_django",
    "pbkdf2_sha512",
    "pbkdf2_sha512_hex",
    "phpass",
    "scrypt_firebase",
    "scrypt_werkzeug",
    "sha256",
    "sha512_symfony",
];
/// Switches for checks that are not made here.
const WITHOUT_EFFECT: &[&str] =
    &["skip_password_requirement", "skip_legal_checks", "notify_primary_email_address_changed", "profile_image_id"];

/// The user whom `POST /users` describes.
pub(super) fn new_user(mut fields: Fields, now_ms: i64) -> Result<User, Refused> {
    let emails = contacts(&mut fields, "email_address", "email_address_identification_status")?;
    let phones = contacts(&mut fields, "phone_number", "phone_number_identification_status")?;
    if !phones.iter().all(|phone| is_phone_number(&phone.value)) {
        return Err(Refused::field(FieldFault::Format, "phone_number"));
    }
    let wallets = fields.texts("web3_wallet")?;
    let needs_identifier = !fields.flag("skip_user_requirement")?.unwrap_or_default();
    let mut user = User::new(NewUser { emails, phones, wallets, ..NewUser::default() }, now_ms)?;
    user.banned = fields.flag("banned")?.unwrap_or_default();
    user.locked = fields.flag("locked")?.unwrap_or_default();
    apply_metadata(&mut user, &mut fields, replace)?;
    apply(&mut user, fields, now_ms)?;
    if needs_identifier && user.identifiers().is_empty() {
        return Err(Refused::NoIdentifier);
    }
    Ok(user)
}

/// Writes every field that may be both given at first and changed later; refuses all others.
pub(super) fn apply(user: &mut User, mut fields: Fields, now_ms: i64) -> Result<(), Refused> {
    fields.ignore(WITHOUT_EFFECT);
    fields
        .text("external_id")?
        .try_map(|id| (!id.is_empty()).then_some(id), "external_id")?
        .store(&mut user.external_id);
    fields.text("username")?.try_map(|name| is_username(&name).then_some(name), "username")?.store(&mut user.username);
    fields.text("first_name")?.store(&mut user.first_name);
    fields.text("last_name")?.store(&mut user.last_name);
    fields.text("locale")?.store(&mut user.locale);
    fields.text("timezone")?.store(&mut user.timezone);
    fields.time("legal_accepted_at")?.store(&mut user.legal_accepted_at);
    fields.integer("create_organizations_limit")?.store(&mut user.create_organizations_limit);
    if let Some(time) = fields.time("created_at")?.value() {
        user.created_at = time;
    }
    for (name, target) in [
        ("delete_self_enabled", &mut user.delete_self_enabled),
        ("create_organization_enabled", &mut user.create_organization_enabled),
        ("bypass_client_trust", &mut user.bypass_client_trust),
    ] {
        if let Some(flag) = fields.flag(name)? {
            *target = flag;
        }
    }
    user.totp_enabled |= fields.text("totp_secret")?.value().is_some();
    user.backup_code_enabled |= !fields.texts("backup_codes")?.is_empty();
    apply_password(user, &mut fields, now_ms)?;
    fields.finish()
}

/// Writes the fields that name one of the user's own addresses.
pub(super) fn apply_primaries(user: &mut User, fields: &mut Fields) -> Result<(), Refused> {
    let ids: [Vec<&str>; 3] = [
        user.email_addresses.iter().filter(|email| email.is_verified()).map(|email| email.id.as_str()).collect(),
        user.phone_numbers.iter().map(|phone| phone.id.as_str()).collect(),
        user.web3_wallets.iter().map(|wallet| wallet.id.as_str()).collect(),
    ];
    let names = ["primary_email_address_id", "primary_phone_number_id", "primary_web3_wallet_id"];
    let mut chosen = Vec::with_capacity(names.len());
    for (name, own) in names.iter().zip(&ids) {
        let id = fields.text(name)?.value();
        if id.as_deref().is_some_and(|id| !own.contains(&id)) {
            return Err(Refused::field(FieldFault::Value, *name));
        }
        chosen.push(id);
    }
    let targets =
        [&mut user.primary_email_address_id, &mut user.primary_phone_number_id, &mut user.primary_web3_wallet_id];
    for (target, id) in targets.into_iter().zip(chosen) {
        if id.is_some() {
            *target = id;
        }
    }
    Ok(())
}

/// Writes the metadata fields that are given, by `write`.
pub(super) fn apply_metadata(
    user: &mut User,
    fields: &mut Fields,
    write: impl Fn(&mut Value, Value),
) -> Result<(), Refused> {
    for (name, target) in [
        ("public_metadata", &mut user.public_metadata),
        ("private_metadata", &mut user.private_metadata),
        ("unsafe_metadata", &mut user.unsafe_metadata),
    ] {
        if let Given::Value(members) = fields.object(name)? {
            write(target, Value::Object(members));
        }
    }
    Ok(())
}

/// Puts the new value in the place of the old.
pub(super) fn replace(target: &mut Value, value: Value) {
    *target = value;
}

fn apply_password(user: &mut User, fields: &mut Fields, now_ms: i64) -> Result<(), Refused> {
    let checked = !fields.flag("skip_password_checks")?.unwrap_or_default();
    let password = fields.text("password")?.value();
    let digest = fields.text("password_digest")?.value();
    let hasher = fields.text("password_hasher")?.value();
    if checked && password.as_ref().is_some_and(|password| password.chars().count() < MIN_PASSWORD) {
        return Err(Refused::field(FieldFault::Value, "password"));
    }
    match (&digest, &hasher) {
        (Some(_), None) => return Err(Refused::field(FieldFault::Missing, "password_hasher")),
        (None, Some(_)) => return Err(Refused::field(FieldFault::Missing, "password_digest")),
        (Some(_), Some(hasher)) if !HASHERS.contains(&hasher.as_str()) => {
            return Err(Refused::field(FieldFault::Value, "password_hasher"));
        }
        _ => {}
    }
    // Nobody signs in here with a password, so it is not kept.
    if password.is_some() || digest.is_some() {
        user.password_enabled = true;
        user.password_last_updated_at = Some(now_ms);
    }
    Ok(())
}

/// Addresses or numbers, with the parallel list of what is known about them.
fn contacts(fields: &mut Fields, values: &str, statuses: &str) -> Result<Vec<Contact>, Refused> {
    let texts = fields.texts(values)?;
    let standings = fields.texts(statuses)?;
    if !standings.is_empty() && standings.len() != texts.len() {
        return Err(Refused::field(FieldFault::Value, statuses));
    }
    let mut standings = standings.into_iter();
    let contact = |text| {
        let standing = match standings.next().as_deref() {
            None | Some("verified") => Standing::ByAdmin,
            Some("reserved") => Standing::Reserved,
            Some(_) => return Err(Refused::field(FieldFault::Value, statuses)),
        };
        Ok(Contact::new(text, standing))
    };
    texts.into_iter().map(contact).collect()
}

/// E.164: a plus sign and up to 15 digits.
fn is_phone_number(text: &str) -> bool {
    text.strip_prefix('+')
        .is_some_and(|digits| (7..=15).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit()))
}

fn is_username(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|letter| letter.is_ascii_alphanumeric() || b"_-.".contains(&letter))
}
