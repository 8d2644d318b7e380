//! Settings: one table with every key and its default, laid over by a file, the
//! environment and flags.
//!
//! The default of a key also says its type, so a text from the environment is read
//! as what belongs there, and a key that has no default does not exist.

mod clerk;
mod forward_auth;
mod http;

use std::{fs, path::Path};

use orientor_http::ShareLinks;
use serde::Deserialize;
use toml::{Table, Value};

pub(crate) use clerk::{ClerkParts, clerk_parts, primary_issuer, users_of_clerk};
pub(crate) use forward_auth::ForwardAuthSettings;
pub(crate) use http::HttpSettings;

const DEFAULTS: &str = include_str!("../../../config/default.toml");

/// Environment variables and the keys that they set.
const VARIABLES: &[(&str, &str)] = &[
    ("DATABASE_URL", "database.url"),
    ("ORIENTOR_DATABASE_MAX_CONNECTIONS", "database.max_connections"),
    ("ORIENTOR_BIND", "http.bind"),
    ("ORIENTOR_ALLOWED_ORIGINS", "http.allowed_origins"),
    ("ORIENTOR_METRICS_BIND", "http.metrics_bind"),
    ("ORIENTOR_MAX_CONNECTIONS", "http.max_connections"),
    ("ORIENTOR_MAX_REQUESTS", "http.max_requests"),
    ("ORIENTOR_BODY_SECONDS", "http.body_seconds"),
    ("ORIENTOR_USER_RATE", "http.user_rate"),
    ("ORIENTOR_ADDRESS_RATE", "http.address_rate"),
    ("ORIENTOR_TRUSTED_PROXIES", "http.trusted_proxies"),
    ("ORIENTOR_DRAIN_NOTICE_SECONDS", "http.drain_notice_seconds"),
    ("ORIENTOR_DRAIN_SECONDS", "http.drain_seconds"),
    ("ORIENTOR_SHARE_URL", "sharing.url"),
    ("ORIENTOR_PEERS_INDEX", "peers.index"),
    ("CLERK_PUBLISHABLE_KEY", "clerk.publishable_key"),
    ("CLERK_SECRET_KEY", "clerk.secret_key"),
    ("CLERK_JWT_KEY", "clerk.jwt_key"),
    ("CLERK_API_URL", "clerk.api_url"),
    ("CLERK_WEBHOOK_SIGNING_SECRET", "clerk.webhook_signing_secret"),
    ("CLERK_INSTANCE_ID", "clerk.instance_id"),
    ("CLERK_ISSUERS", "clerk.issuers"),
    ("CLERK_JWKS_URL", "clerk.jwks_url"),
    ("CLERK_AUTHORIZED_PARTIES", "clerk.authorized_parties"),
    ("CLERK_ALLOW_MISSING_AZP", "clerk.allow_missing_azp"),
    ("CLERK_ALLOW_PENDING", "clerk.allow_pending"),
    ("CLERK_CLOCK_SKEW_SECONDS", "clerk.clock_skew_seconds"),
    ("CLERK_EMAIL_CLAIM", "clerk.email_claim"),
    ("CLERK_EMAIL_VERIFIED_CLAIM", "clerk.email_verified_claim"),
    ("CLERK_EXTERNAL_ID_CLAIM", "clerk.external_id_claim"),
    ("ORIENTOR_IDENTITY_PROVISION", "identity.provision"),
    ("ORIENTOR_IDENTITY_LINK_VERIFIED_EMAIL", "identity.link_verified_email"),
    ("ORIENTOR_IDENTITY_TRUST_EXTERNAL_ID", "identity.trust_external_id"),
    ("ORIENTOR_IDENTITY_TRUST_ADMIN_VERIFIED", "identity.trust_admin_verified"),
    ("ORIENTOR_IDENTITY_CACHE_ENTRIES", "identity.cache_entries"),
    ("ORIENTOR_IDENTITY_CACHE_SECONDS", "identity.cache_seconds"),
    ("ORIENTOR_IDENTITY_STALE_SECONDS", "identity.stale_seconds"),
    ("ORIENTOR_FORWARD_AUTH_USER_HEADER", "forward_auth.user_header"),
    ("ORIENTOR_FORWARD_AUTH_SUBJECT_HEADER", "forward_auth.subject_header"),
    ("ORIENTOR_FORWARD_AUTH_SESSION_HEADER", "forward_auth.session_header"),
    ("ORIENTOR_FORWARD_AUTH_IDENTITY_HEADER", "forward_auth.identity_header"),
    ("ORIENTOR_IDENTITY_KEY", "forward_auth.identity_key"),
    ("ORIENTOR_NEXT_IDENTITY_KEY", "forward_auth.next_identity_key"),
    ("ORIENTOR_FORWARD_AUTH_ISSUER", "forward_auth.issuer"),
    ("ORIENTOR_FORWARD_AUTH_AUDIENCE", "forward_auth.audience"),
    ("OTEL_EXPORTER_OTLP_ENDPOINT", "traces.otlp_endpoint"),
    ("ORIENTOR_LOG_FORMAT", "log.format"),
    ("ORIENTOR_LOG", "log.filter"),
];

/// Variables of ours that are not settings.
const OTHER_VARIABLES: &[&str] = &["ORIENTOR_CONFIG"];

/// A setting that cannot be used. One sentence, with the remedy.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct SettingsError(pub(crate) String);

/// Every setting.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Settings {
    pub(crate) database: DatabaseSettings,
    pub(crate) http: HttpSettings,
    pub(crate) sharing: SharingSettings,
    pub(crate) peers: PeerSettings,
    pub(crate) clerk: ClerkSettings,
    pub(crate) identity: IdentitySettings,
    pub(crate) forward_auth: ForwardAuthSettings,
    pub(crate) traces: TraceSettings,
    pub(crate) log: LogSettings,
}

#[derive(Clone, Deserialize)]
pub(crate) struct DatabaseSettings {
    pub(crate) url: String,
    pub(crate) max_connections: u32,
}

/// Without the address, which may hold a password.
impl std::fmt::Debug for DatabaseSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DatabaseSettings").field("max_connections", &self.max_connections).finish_non_exhaustive()
    }
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct SharingSettings {
    pub(crate) url: String,
}

impl SharingSettings {
    /// Where links to shared conversations lead.
    pub(crate) fn links(&self) -> Result<ShareLinks, SettingsError> {
        ShareLinks::at(&self.url).map_err(|error| SettingsError(format!("ORIENTOR_SHARE_URL: {error}")))
    }
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct PeerSettings {
    pub(crate) index: bool,
}

#[derive(Clone, Deserialize)]
pub(crate) struct ClerkSettings {
    pub(crate) publishable_key: String,
    pub(crate) secret_key: String,
    pub(crate) jwt_key: String,
    pub(crate) api_url: String,
    pub(crate) webhook_signing_secret: Vec<String>,
    pub(crate) instance_id: String,
    pub(crate) issuers: Vec<String>,
    pub(crate) jwks_url: Vec<String>,
    pub(crate) authorized_parties: Vec<String>,
    pub(crate) allow_missing_azp: bool,
    pub(crate) allow_pending: bool,
    pub(crate) clock_skew_seconds: u8,
    pub(crate) email_claim: String,
    pub(crate) email_verified_claim: String,
    pub(crate) external_id_claim: String,
}

/// Without the secrets.
impl std::fmt::Debug for ClerkSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ClerkSettings").field("issuers", &self.issuers).finish_non_exhaustive()
    }
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct IdentitySettings {
    pub(crate) provision: Provision,
    pub(crate) link_verified_email: bool,
    pub(crate) trust_external_id: Trust,
    pub(crate) trust_admin_verified: bool,
    pub(crate) cache_entries: usize,
    pub(crate) cache_seconds: u64,
    pub(crate) stale_seconds: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Provision {
    Create,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Trust {
    Agree,
    Always,
    Never,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct TraceSettings {
    pub(crate) otlp_endpoint: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct LogSettings {
    pub(crate) format: LogFormat,
    pub(crate) filter: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LogFormat {
    Json,
    Text,
}

/// Where settings come from, beside the defaults.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sources<'a> {
    /// A TOML file.
    pub(crate) file: Option<&'a Path>,
    /// Environment variables.
    pub(crate) environment: Vec<(String, String)>,
    /// `KEY=VALUE`, the last word.
    pub(crate) assignments: Vec<String>,
}

impl Settings {
    /// Reads all sources.
    pub(crate) fn load(sources: &Sources<'_>) -> Result<Self, SettingsError> {
        let mut table: Table =
            DEFAULTS.parse().map_err(|error| SettingsError(format!("built-in settings: {error}")))?;
        if let Some(path) = sources.file {
            let name = path.display();
            let text =
                fs::read_to_string(path).map_err(|error| SettingsError(format!("cannot read {name}: {error}")))?;
            let file: Table = text.parse().map_err(|error| not_toml(&name.to_string(), &text, &error))?;
            lay_over(&mut table, file, &name.to_string())?;
        }
        for (name, value) in &sources.environment {
            match VARIABLES.iter().find(|(variable, _)| variable == name) {
                Some((_, key)) => set(&mut table, key, value, name)?,
                None if name.starts_with("ORIENTOR_") && !OTHER_VARIABLES.contains(&name.as_str()) => {
                    return Err(SettingsError(format!("{name} is not a setting; `orientor settings` lists them")));
                }
                None => {}
            }
        }
        for assignment in &sources.assignments {
            let (key, value) = assignment
                .split_once('=')
                .ok_or_else(|| SettingsError("--set takes KEY=VALUE, such as identity.provision=never".to_owned()))?;
            set(&mut table, key.trim(), value, "--set")?;
        }
        Value::Table(table).try_into().map_err(|error: toml::de::Error| {
            SettingsError(format!("a setting does not fit: {}", error.to_string().trim().replace('\n', " ")))
        })
    }
}

/// The annotated defaults, as text.
pub(crate) fn defaults() -> &'static str {
    DEFAULTS
}

/// Says where it is without showing the line, which may hold a secret.
fn not_toml(name: &str, text: &str, error: &toml::de::Error) -> SettingsError {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    SettingsError(format!("{name} is not TOML, line {line}: {}", error.message().replace('\n', " ")))
}

fn lay_over(table: &mut Table, file: Table, name: &str) -> Result<(), SettingsError> {
    for (section, values) in file {
        let Some(Value::Table(known)) = table.get_mut(&section) else {
            return Err(SettingsError(format!("{name}: there is no section [{section}]")));
        };
        let Value::Table(values) = values else {
            return Err(SettingsError(format!("{name}: {section} is a section, [{section}]")));
        };
        for (key, value) in values {
            match known.get_mut(&key) {
                Some(slot) if slot.same_type(&value) => *slot = value,
                Some(slot) => {
                    let (wanted, got) = (slot.type_str(), value.type_str());
                    return Err(SettingsError(format!("{name}: {section}.{key} is a {wanted}, not a {got}")));
                }
                None => return Err(SettingsError(format!("{name}: there is no setting {section}.{key}"))),
            }
        }
    }
    Ok(())
}

/// Sets a key from a text, which is read as the type that the default has.
fn set(table: &mut Table, key: &str, text: &str, origin: &str) -> Result<(), SettingsError> {
    let unknown = || SettingsError(format!("{origin}: there is no setting {key:?}"));
    let (section, name) = key.split_once('.').ok_or_else(unknown)?;
    let Some(Value::Table(section)) = table.get_mut(section) else { return Err(unknown()) };
    let slot = section.get_mut(name).ok_or_else(unknown)?;
    let text = text.trim();
    let expected = |what: &str| SettingsError(format!("{origin}: expected {what}"));
    *slot = match slot {
        Value::Boolean(_) => match text {
            "true" | "1" => Value::Boolean(true),
            "false" | "0" => Value::Boolean(false),
            _ => return Err(expected("true or false")),
        },
        Value::Integer(_) => Value::Integer(text.parse().map_err(|_| expected("a whole number"))?),
        Value::Array(_) => {
            let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
            Value::Array(items.map(|item| Value::String(item.to_owned())).collect())
        }
        _ => Value::String(text.to_owned()),
    };
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn load(environment: &[(&str, &str)], assignments: &[&str]) -> Result<Settings, SettingsError> {
        Settings::load(&Sources {
            file: None,
            environment: environment.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect(),
            assignments: assignments.iter().map(|text| (*text).into()).collect(),
        })
    }

    #[test]
    fn every_variable_sets_a_key_that_exists() {
        let table: Table = DEFAULTS.parse().unwrap();
        for (variable, key) in VARIABLES {
            let (section, name) = key.split_once('.').unwrap();
            assert!(table[section].get(name).is_some(), "{key}");
            assert!(DEFAULTS.contains(&format!("({variable})")), "{variable} is not explained");
        }
        let keys: usize = table.values().map(|section| section.as_table().unwrap().len()).sum();
        assert_eq!(keys, VARIABLES.len(), "every key has a variable");
    }

    #[test]
    fn later_sources_win_and_texts_are_read_as_what_belongs_there() {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        write!(file, "[http]\nbind = \"127.0.0.1:1\"\n[identity]\nprovision = \"never\"\n").unwrap();
        let settings = Settings::load(&Sources {
            file: Some(file.path()),
            environment: vec![
                ("ORIENTOR_BIND".into(), "127.0.0.1:2".into()),
                ("CLERK_ISSUERS".into(), "https://a.example.com, https://b.example.com,".into()),
                ("CLERK_ALLOW_PENDING".into(), "true".into()),
                ("PATH".into(), "ignored".into()),
            ],
            assignments: vec!["http.bind=127.0.0.1:3".into()],
        })
        .unwrap();

        assert_eq!(settings.http.bind, "127.0.0.1:3");
        assert_eq!(settings.identity.provision, Provision::Never);
        assert_eq!(settings.clerk.issuers, ["https://a.example.com", "https://b.example.com"]);
        assert!(settings.clerk.allow_pending);
        assert_eq!(settings.clerk.clock_skew_seconds, 5);
    }

    #[test]
    fn what_is_not_a_setting_stops_the_start() {
        for (environment, assignments, part) in [
            (&[("ORIENTOR_BINDD", "x")][..], &[][..], "ORIENTOR_BINDD"),
            (&[("CLERK_CLOCK_SKEW_SECONDS", "soon")], &[], "CLERK_CLOCK_SKEW_SECONDS: expected a whole number"),
            (&[("CLERK_ALLOW_PENDING", "yes")], &[], "expected true or false"),
            (&[], &["identity.provison=never"], "identity.provison"),
            (&[], &["identity.provision"], "KEY=VALUE"),
            (&[], &["identity.provision=sometimes"], "sometimes"),
            (&[], &["clerk.clock_skew_seconds=-1"], "does not fit"),
        ] {
            let error = load(environment, assignments).unwrap_err().to_string();
            assert!(error.contains(part), "{error}");
            assert!(!error.contains('\n'), "{error}");
        }
    }

    #[test]
    fn a_file_with_an_unknown_key_or_type_is_refused_by_name() {
        for (text, part) in [
            ("[http]\nport = 1", "http.port"),
            ("[web]\nbind = ''", "[web]"),
            ("[http]\nbind = 8000", "http.bind is a string, not a integer"),
            ("bind = ''", "there is no section [bind]"),
            ("[http", "not TOML, line 1"),
            ("[clerk]\nsecret_key = sk_live_hush", "not TOML, line 2"),
        ] {
            let mut file = tempfile::NamedTempFile::new().unwrap();
            file.write_all(text.as_bytes()).unwrap();
            let sources = Sources { file: Some(file.path()), ..Sources::default() };
            let error = Settings::load(&sources).unwrap_err().to_string();
            assert!(error.contains(part), "{error}");
            assert!(!error.contains('\n') && !error.contains("hush"), "{error}");
        }
    }

    #[test]
    fn secrets_do_not_show() {
        let environment = [("CLERK_SECRET_KEY", "sk_test_hush"), ("DATABASE_URL", "postgres://u:hush@localhost/x")];
        let settings = load(&environment, &[]).unwrap();
        assert!(!format!("{settings:?}").contains("hush"));
    }
}
