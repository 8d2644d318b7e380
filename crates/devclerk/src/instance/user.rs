//! A user as Clerk's API shows one; the same JSON is stored.

use orientor_identity::ClerkUserId;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    ids::{new_id, new_user_id},
    refused::{FieldFault, Refused},
    settings::{Contact, NewUser, Standing},
};

/// A user. Times are Unix milliseconds. Only `id` and the two times are needed to read one back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "user")]
#[expect(clippy::struct_excessive_bools, reason = "these are the members of Clerk's user object")]
pub(crate) struct User {
    pub(crate) id: ClerkUserId,
    #[serde(default)]
    pub(crate) external_id: Option<String>,
    #[serde(default)]
    pub(crate) username: Option<String>,
    #[serde(default)]
    pub(crate) first_name: Option<String>,
    #[serde(default)]
    pub(crate) last_name: Option<String>,
    #[serde(default)]
    pub(crate) locale: Option<String>,
    #[serde(default)]
    pub(crate) timezone: Option<String>,
    #[serde(default)]
    image_url: String,
    #[serde(default)]
    has_image: bool,
    #[serde(default)]
    profile_image_url: String,
    #[serde(default)]
    pub(crate) primary_email_address_id: Option<String>,
    #[serde(default)]
    pub(crate) primary_phone_number_id: Option<String>,
    #[serde(default)]
    pub(crate) primary_web3_wallet_id: Option<String>,
    #[serde(default)]
    pub(crate) email_addresses: Vec<EmailAddress>,
    #[serde(default)]
    pub(crate) phone_numbers: Vec<PhoneNumber>,
    #[serde(default)]
    pub(crate) web3_wallets: Vec<Wallet>,
    #[serde(default)]
    passkeys: Vec<Value>,
    #[serde(default)]
    external_accounts: Vec<Value>,
    #[serde(default)]
    saml_accounts: Vec<Value>,
    #[serde(default)]
    enterprise_accounts: Vec<Value>,
    #[serde(default)]
    pub(crate) password_enabled: bool,
    #[serde(default)]
    pub(crate) password_last_updated_at: Option<i64>,
    #[serde(default)]
    two_factor_enabled: bool,
    #[serde(default)]
    pub(crate) totp_enabled: bool,
    #[serde(default)]
    pub(crate) backup_code_enabled: bool,
    #[serde(default)]
    mfa_enabled_at: Option<i64>,
    #[serde(default)]
    mfa_disabled_at: Option<i64>,
    #[serde(default)]
    pub(crate) public_metadata: Value,
    #[serde(default)]
    pub(crate) private_metadata: Value,
    #[serde(default)]
    pub(crate) unsafe_metadata: Value,
    #[serde(default)]
    pub(crate) banned: bool,
    #[serde(default)]
    pub(crate) locked: bool,
    #[serde(default)]
    pub(crate) lockout_expires_in_seconds: Option<i64>,
    #[serde(default)]
    verification_attempts_remaining: Option<i64>,
    #[serde(default)]
    deprovisioned: bool,
    #[serde(default)]
    pub(crate) last_sign_in_at: Option<i64>,
    #[serde(default)]
    pub(crate) last_active_at: Option<i64>,
    #[serde(default)]
    pub(crate) legal_accepted_at: Option<i64>,
    #[serde(default)]
    pub(crate) delete_self_enabled: bool,
    #[serde(default)]
    pub(crate) create_organization_enabled: bool,
    #[serde(default)]
    pub(crate) create_organizations_limit: Option<i64>,
    #[serde(default)]
    pub(crate) bypass_client_trust: bool,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// An e-mail address of a user.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "email_address")]
#[expect(clippy::struct_field_names, reason = "Clerk's name")]
pub(crate) struct EmailAddress {
    pub(crate) id: String,
    pub(crate) email_address: String,
    pub(crate) reserved: bool,
    pub(crate) verification: Option<Verification>,
    linked_to: Vec<Value>,
    matches_sso_connection: bool,
    created_at: i64,
    updated_at: i64,
}

/// A phone number of a user.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "phone_number")]
#[expect(clippy::struct_field_names, reason = "Clerk's name")]
pub(crate) struct PhoneNumber {
    pub(crate) id: String,
    pub(crate) phone_number: String,
    reserved_for_second_factor: bool,
    default_second_factor: bool,
    pub(crate) reserved: bool,
    pub(crate) verification: Option<Verification>,
    linked_to: Vec<Value>,
    created_at: i64,
    updated_at: i64,
}

/// A wallet of a user.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "web3_wallet")]
#[expect(clippy::struct_field_names, reason = "Clerk's name")]
pub(crate) struct Wallet {
    pub(crate) id: String,
    pub(crate) web3_wallet: String,
    verification: Option<Verification>,
    created_at: i64,
    updated_at: i64,
}

/// How something was shown to be the user's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Verification {
    object: String,
    status: String,
    strategy: String,
    attempts: Option<u32>,
    expire_at: Option<i64>,
}

/// What leads to one user, or to several where nobody has claimed it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Identifier {
    Email(String),
    Phone(String),
    Username(String),
    Wallet(String),
    External(String),
}

impl Identifier {
    /// Addresses and names are the same person's in any case of letters.
    pub(crate) fn email(text: &str) -> Self {
        Self::Email(text.to_ascii_lowercase())
    }

    pub(crate) fn username(text: &str) -> Self {
        Self::Username(text.to_ascii_lowercase())
    }

    pub(crate) fn wallet(text: &str) -> Self {
        Self::Wallet(text.to_ascii_lowercase())
    }

    /// The request field that it comes from.
    pub(crate) fn field(&self) -> &'static str {
        match self {
            Self::Email(_) => "email_address",
            Self::Phone(_) => "phone_number",
            Self::Username(_) => "username",
            Self::Wallet(_) => "web3_wallet",
            Self::External(_) => "external_id",
        }
    }
}

impl Verification {
    fn new(standing: Standing, own_strategy: &str) -> Option<Self> {
        let (object, status, strategy) = match standing {
            Standing::ByPerson => ("verification_otp", "verified", own_strategy),
            Standing::ByAdmin => ("verification_admin", "verified", "admin"),
            Standing::Reserved => ("verification_admin", "unverified", "admin"),
            Standing::Unverified => return None,
        };
        Some(Self {
            object: object.into(),
            status: status.into(),
            strategy: strategy.into(),
            attempts: None,
            expire_at: None,
        })
    }

    pub(crate) fn is_verified(&self) -> bool {
        self.status == "verified"
    }
}

impl EmailAddress {
    pub(crate) fn new(contact: Contact, now_ms: i64) -> Result<Self, Refused> {
        if !is_email(&contact.value) {
            return Err(Refused::field(FieldFault::Format, "email_address"));
        }
        Ok(Self {
            id: new_id("idn_"),
            email_address: contact.value,
            reserved: contact.standing == Standing::Reserved,
            verification: Verification::new(contact.standing, "email_code"),
            linked_to: Vec::new(),
            matches_sso_connection: false,
            created_at: now_ms,
            updated_at: now_ms,
        })
    }

    pub(crate) fn is_verified(&self) -> bool {
        self.verification.as_ref().is_some_and(Verification::is_verified)
    }
}

impl User {
    /// A user who is not stored yet.
    pub(crate) fn new(new: NewUser, now_ms: i64) -> Result<Self, Refused> {
        let primary_email = new.primary_email.unwrap_or_default();
        let email_addresses =
            new.emails.into_iter().map(|contact| EmailAddress::new(contact, now_ms)).collect::<Result<Vec<_>, _>>()?;
        let phone_numbers = new.phones.into_iter().map(|contact| phone_number(contact, now_ms)).collect::<Vec<_>>();
        let web3_wallets = new.wallets.into_iter().map(|address| wallet(address, now_ms)).collect::<Vec<_>>();
        Ok(Self {
            id: new.id.unwrap_or_else(new_user_id),
            external_id: new.external_id,
            username: new.username,
            first_name: new.first_name,
            last_name: new.last_name,
            locale: None,
            timezone: None,
            image_url: String::new(),
            has_image: false,
            profile_image_url: String::new(),
            primary_email_address_id: email_addresses.get(primary_email).map(|email| email.id.clone()),
            primary_phone_number_id: phone_numbers.first().map(|phone| phone.id.clone()),
            primary_web3_wallet_id: web3_wallets.first().map(|wallet| wallet.id.clone()),
            email_addresses,
            phone_numbers,
            web3_wallets,
            passkeys: Vec::new(),
            external_accounts: Vec::new(),
            saml_accounts: Vec::new(),
            enterprise_accounts: Vec::new(),
            password_enabled: false,
            password_last_updated_at: None,
            two_factor_enabled: false,
            totp_enabled: false,
            backup_code_enabled: false,
            mfa_enabled_at: None,
            mfa_disabled_at: None,
            public_metadata: Value::Object(new.public_metadata),
            private_metadata: Value::Object(Map::new()),
            unsafe_metadata: Value::Object(Map::new()),
            banned: false,
            locked: false,
            lockout_expires_in_seconds: None,
            verification_attempts_remaining: Some(100),
            deprovisioned: false,
            last_sign_in_at: None,
            last_active_at: None,
            legal_accepted_at: None,
            delete_self_enabled: true,
            create_organization_enabled: true,
            create_organizations_limit: None,
            bypass_client_trust: false,
            created_at: new.created_at_ms.unwrap_or(now_ms),
            updated_at: now_ms,
        })
    }

    /// The address that `primary_email_address_id` names.
    pub(crate) fn primary_email(&self) -> Option<&EmailAddress> {
        let id = self.primary_email_address_id.as_deref()?;
        self.email_addresses.iter().find(|email| email.id == id)
    }

    /// Everything that leads to the user, and whether nobody else may have the same.
    pub(crate) fn identifiers(&self) -> Vec<(Identifier, bool)> {
        let emails = self
            .email_addresses
            .iter()
            .map(|email| (Identifier::email(&email.email_address), email.reserved || email.is_verified()));
        let phones = self.phone_numbers.iter().map(|phone| {
            let verified = phone.verification.as_ref().is_some_and(Verification::is_verified);
            (Identifier::Phone(phone.phone_number.clone()), phone.reserved || verified)
        });
        let wallets = self.web3_wallets.iter().map(|wallet| (Identifier::wallet(&wallet.web3_wallet), true));
        let username = self.username.iter().map(|name| (Identifier::username(name), true));
        let external = self.external_id.iter().map(|id| (Identifier::External(id.clone()), true));
        emails.chain(phones).chain(wallets).chain(username).chain(external).collect()
    }
}

fn phone_number(contact: Contact, now_ms: i64) -> PhoneNumber {
    PhoneNumber {
        id: new_id("idn_"),
        phone_number: contact.value,
        reserved_for_second_factor: false,
        default_second_factor: false,
        reserved: contact.standing == Standing::Reserved,
        verification: Verification::new(contact.standing, "phone_code"),
        linked_to: Vec::new(),
        created_at: now_ms,
        updated_at: now_ms,
    }
}

fn wallet(address: String, now_ms: i64) -> Wallet {
    Wallet {
        id: new_id("idn_"),
        web3_wallet: address,
        verification: Verification::new(Standing::ByAdmin, "web3_wallet"),
        created_at: now_ms,
        updated_at: now_ms,
    }
}

/// Whether the text could be an address. Deliverability is not our business.
fn is_email(text: &str) -> bool {
    let has_odd = text.chars().any(|letter| letter.is_control() || letter.is_whitespace());
    let parts = text.rsplit_once('@');
    text.len() <= 254 && !has_odd && parts.is_some_and(|(local, host)| !local.is_empty() && !host.is_empty())
}
