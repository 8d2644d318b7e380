//! What a development Clerk can be told.

use std::{
    collections::BTreeMap,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use orientor_identity::{ClerkUserId, Clock, Issuer, SystemClock};
use secrecy::SecretString;
use serde_json::{Map, Value};

use crate::WebhookFault;

/// Everything a [`DevClerk`](crate::DevClerk) can be told. The defaults start an empty
/// instance on port 8001 that forgets everything when it stops.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where to listen; loopback only. Port 0 takes a free one.
    pub bind: SocketAddr,
    /// The `iss` of the tokens; `None` means `http://localhost:<port>`.
    pub issuer: Option<Issuer>,
    /// Where keys, users and sessions are kept across restarts; `None` keeps them in memory only.
    ///
    /// JSON with private keys in it, readable by its owner only.
    pub state_file: Option<PathBuf>,
    /// Where to send events.
    pub webhook: Option<WebhookSettings>,
    /// How much the Backend API may be asked; `None` is no limit.
    pub rate_limit: Option<RateLimit>,
    /// People who are there from the first start. One whose id, external id or
    /// e-mail is taken is left as it is. No webhooks are sent for them.
    pub initial_users: Vec<NewUser>,
    /// Claims added to session tokens: name in the token, and where the value comes from.
    pub session_claims: BTreeMap<String, ClaimSource>,
    /// Which claims session tokens have, unless a call says otherwise.
    pub token_version: TokenVersion,
    /// Origins of web applications that may call from a browser, as `http://localhost:5173`.
    pub app_origins: Vec<String>,
    /// Where the time comes from.
    pub clock: Arc<dyn Clock>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            bind: SocketAddr::from((Ipv4Addr::LOCALHOST, 8001)),
            issuer: None,
            state_file: None,
            webhook: None,
            rate_limit: Some(RateLimit::default()),
            initial_users: Vec::new(),
            session_claims: BTreeMap::new(),
            token_version: TokenVersion::V2,
            app_origins: Vec::new(),
            clock: Arc::new(SystemClock),
        }
    }
}

/// Limits of the Backend API, per window of ten seconds. `GET /v1/jwks` has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimit {
    /// Calls of all kinds together.
    pub requests: u32,
    /// Changes of any one user and their metadata.
    pub writes_per_user: u32,
}

impl Default for RateLimit {
    /// The limits of a development instance.
    fn default() -> Self {
        Self { requests: 100, writes_per_user: 10 }
    }
}

/// Where and how events are sent.
#[derive(Clone, Debug)]
pub struct WebhookSettings {
    /// An `http` address on loopback.
    pub url: String,
    /// The signing secret, `whsec_` and base64 of 24 to 64 bytes.
    pub secret: SecretString,
    /// Pause before the second attempt; the later pauses keep Clerk's proportions
    /// (1 : 60 : 360 : 1440 : 3600 : 7200 : 7200). Clerk waits five seconds.
    pub first_retry: Duration,
    /// How often a message is tried at most, 1 to 8. Clerk tries eight times.
    pub attempts: u8,
}

impl WebhookSettings {
    /// Clerk's pauses, and four attempts: about half an hour.
    pub fn new(url: impl Into<String>, secret: impl Into<SecretString>) -> Self {
        Self { url: url.into(), secret: secret.into(), first_retry: Duration::from_secs(5), attempts: 4 }
    }

    /// A signing secret that nobody else knows.
    pub fn new_secret() -> Result<String, WebhookFault> {
        let mut bytes = [0; 24];
        aws_lc_rs::rand::fill(&mut bytes).map_err(|_| WebhookFault::Secret)?;
        Ok(format!("whsec_{}", STANDARD.encode(bytes)))
    }
}

/// Which claims a session token has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TokenVersion {
    /// Instances that did not upgrade since April 2025: no `v`, `jti` and `sts`.
    V1,
    /// Today's.
    #[default]
    V2,
}

/// Where the value of an additional claim comes from, as Clerk's shortcodes say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimSource {
    /// The primary e-mail address, or null.
    PrimaryEmail,
    /// Whether the primary e-mail address is verified.
    EmailVerified,
    /// The external id, or null.
    ExternalId,
    /// The external id, or else the Clerk id: Clerk's recipe for legacy ids.
    ExternalIdOrId,
    /// The first name, or null.
    FirstName,
    /// The last name, or null.
    LastName,
}

/// A person to create.
#[derive(Clone, Debug, Default)]
pub struct NewUser {
    /// Their id; a random one if there is none.
    pub id: Option<ClerkUserId>,
    /// Free text chosen elsewhere, unique in the instance.
    pub external_id: Option<String>,
    /// User name, unique in the instance.
    pub username: Option<String>,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// E-mail addresses. The first one is primary, unless `primary_email` says otherwise.
    pub emails: Vec<Contact>,
    /// Index of the primary address; one that is out of range leaves the person without.
    pub primary_email: Option<usize>,
    /// Phone numbers, the first one primary.
    pub phones: Vec<Contact>,
    /// Addresses of wallets, the first one primary.
    pub wallets: Vec<String>,
    /// When they joined, Unix milliseconds; now if absent.
    pub created_at_ms: Option<i64>,
    /// Metadata that everybody may read.
    pub public_metadata: Map<String, Value>,
}

impl NewUser {
    /// A person with one e-mail address that they have verified.
    pub fn with_email(address: impl Into<String>) -> Self {
        Self { emails: vec![Contact::new(address, Standing::ByPerson)], ..Self::default() }
    }
}

/// An e-mail address or a phone number, and whether it is known to be the person's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The address or number.
    pub value: String,
    /// Who says that it is theirs.
    pub standing: Standing,
}

impl Contact {
    /// Puts the two together.
    pub fn new(value: impl Into<String>, standing: Standing) -> Self {
        Self { value: value.into(), standing }
    }
}

/// Who says that an address belongs to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The person answered a code.
    ByPerson,
    /// The Backend API was told so (strategy `admin`).
    ByAdmin,
    /// Nobody, but it can be used to sign in and is locked against others.
    Reserved,
    /// Nobody. Another person may have the same address.
    Unverified,
}
