//! From settings to a verifier and a source of people.

use std::{sync::Arc, time::Duration};

use orientor_clerk::{
    BackendApi, JwtKey, KeySet, PublishableKey, SecretKey, SessionVerifier, VerifierSettings, WebhookSecrets, Webhooks,
};
use orientor_identity::{
    BridgeSettings, Issuer, SystemClock,
    policy::{PolicySettings, TrustExternalId},
};

use super::{ClerkSettings, IdentitySettings, Provision, Settings, SettingsError, Trust};

/// Everything that talks to Clerk.
#[derive(Debug)]
pub(crate) struct ClerkParts {
    pub(crate) tokens: Arc<SessionVerifier>,
    /// The Backend API; `None` where no secret key is configured.
    pub(crate) users: Option<Arc<BackendApi>>,
    pub(crate) primary: Issuer,
    /// The instance that the page signs people in at.
    pub(crate) publishable_key: Option<PublishableKey>,
    /// `None` where no signing secret is configured.
    pub(crate) webhooks: Option<Arc<Webhooks>>,
}

/// The instance that bare Clerk ids belong to, for tools that verify nothing.
pub(crate) fn primary_issuer(settings: &Settings) -> Result<Option<Issuer>, SettingsError> {
    let key = publishable_key(&settings.clerk)?;
    Ok(issuers(&settings.clerk, key.as_ref(), true)?.into_iter().next())
}

fn fault<T>(text: impl Into<String>) -> Result<T, SettingsError> {
    Err(SettingsError(text.into()))
}

fn optional(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// Reads everything about Clerk. `development` allows issuers on loopback, which a server refuses.
pub(crate) fn clerk_parts(settings: &Settings, development: bool) -> Result<ClerkParts, SettingsError> {
    let clerk = &settings.clerk;
    let publishable_key = publishable_key(clerk)?;
    let secret_key = secret_key(clerk)?;
    if let (Some(publishable), Some(secret)) = (&publishable_key, &secret_key)
        && publishable.environment() != secret.environment()
    {
        return fault(
            "CLERK_PUBLISHABLE_KEY and CLERK_SECRET_KEY are of different environments, one test and one live; \
             take both from the same instance",
        );
    }
    let issuers = issuers(clerk, publishable_key.as_ref(), development)?;
    let key_sets = key_sets(clerk, publishable_key.as_ref(), &issuers)?;
    let Some(primary) = issuers.first().cloned() else {
        return fault(
            "no Clerk instance is configured; set CLERK_PUBLISHABLE_KEY, or CLERK_ISSUERS with CLERK_JWKS_URL or CLERK_JWT_KEY",
        );
    };
    let named = |text: &str| optional(text).map(str::to_owned);
    if clerk.email_claim.is_empty() != clerk.email_verified_claim.is_empty() {
        return fault("CLERK_EMAIL_CLAIM and CLERK_EMAIL_VERIFIED_CLAIM belong together; set both or neither");
    }
    if secret_key.is_none() && clerk.email_claim.is_empty() && settings.identity.provision == Provision::Create {
        return fault(
            "there is no source of e-mails for new users; set CLERK_SECRET_KEY, or CLERK_EMAIL_CLAIM and \
             CLERK_EMAIL_VERIFIED_CLAIM, or ORIENTOR_IDENTITY_PROVISION=never",
        );
    }
    let verifier = VerifierSettings {
        authorized_parties: clerk.authorized_parties.clone(),
        allow_missing_azp: clerk.allow_missing_azp,
        allow_pending: clerk.allow_pending,
        clock_skew: Duration::from_secs(clerk.clock_skew_seconds.into()),
        email_claim: named(&clerk.email_claim),
        email_verified_claim: named(&clerk.email_verified_claim),
        external_id_claim: named(&clerk.external_id_claim),
        publishable_key: publishable_key.clone(),
        token_cache_entries: settings.identity.cache_entries,
    };
    let tokens = SessionVerifier::new(verifier, key_sets, Arc::new(SystemClock))
        .map_err(|error| SettingsError(format!("the Clerk settings contradict each other: {error}")))?;
    let tokens = Arc::new(tokens);
    let webhooks = webhooks(clerk, &primary, &tokens)?.map(Arc::new);
    let users = match secret_key {
        Some(secret) => Some(backend_api(clerk, &primary, &secret)?),
        None => None,
    };
    Ok(ClerkParts { tokens, users, primary, publishable_key, webhooks })
}

fn publishable_key(clerk: &ClerkSettings) -> Result<Option<PublishableKey>, SettingsError> {
    let parsed = optional(&clerk.publishable_key).map(str::parse).transpose();
    parsed.map_err(|error| SettingsError(format!("CLERK_PUBLISHABLE_KEY: {error}")))
}

fn secret_key(clerk: &ClerkSettings) -> Result<Option<SecretKey>, SettingsError> {
    let parsed = optional(&clerk.secret_key).map(str::parse).transpose();
    parsed.map_err(|error| SettingsError(format!("CLERK_SECRET_KEY: {error}")))
}

fn webhooks(
    clerk: &ClerkSettings,
    primary: &Issuer,
    tokens: &Arc<SessionVerifier>,
) -> Result<Option<Webhooks>, SettingsError> {
    if !(clerk.instance_id.is_empty() || clerk.instance_id.starts_with("ins_")) {
        return fault("CLERK_INSTANCE_ID: the id of an instance begins with `ins_`");
    }
    if clerk.webhook_signing_secret.is_empty() {
        return Ok(None);
    }
    let secrets = clerk.webhook_signing_secret.join(",").parse::<WebhookSecrets>();
    let secrets = secrets.map_err(|error| SettingsError(format!("CLERK_WEBHOOK_SIGNING_SECRET: {error}")))?;
    let instance_id = optional(&clerk.instance_id);
    Ok(Some(Webhooks::new(secrets, primary.clone(), instance_id, Arc::clone(tokens), Arc::new(SystemClock))))
}

/// The accepted issuers, the primary one first.
fn issuers(
    clerk: &ClerkSettings,
    publishable_key: Option<&PublishableKey>,
    development: bool,
) -> Result<Vec<Issuer>, SettingsError> {
    let mut issuers: Vec<Issuer> = publishable_key.map(|key| key.issuer().clone()).into_iter().collect();
    for text in &clerk.issuers {
        let issuer: Issuer = text.parse().map_err(|error| SettingsError(format!("CLERK_ISSUERS: {error}")))?;
        if !issuers.contains(&issuer) {
            issuers.push(issuer);
        }
    }
    match issuers.iter().find(|issuer| issuer.is_loopback()) {
        Some(issuer) if !development => fault(format!(
            "{issuer} is a development issuer, which a server does not accept; run `orientor dev` instead"
        )),
        _ => Ok(issuers),
    }
}

fn key_sets(
    clerk: &ClerkSettings,
    publishable_key: Option<&PublishableKey>,
    issuers: &[Issuer],
) -> Result<Vec<KeySet>, SettingsError> {
    if let Some(text) = optional(&clerk.jwt_key) {
        let key: JwtKey = text.parse().map_err(|error| SettingsError(format!("CLERK_JWT_KEY: {error}")))?;
        let fixed = |issuer: &Issuer| KeySet::fixed(issuer.clone(), &key);
        let sets: Result<Vec<_>, _> = issuers.iter().map(fixed).collect();
        return sets.map_err(|error| SettingsError(format!("CLERK_JWT_KEY: {error}")));
    }
    let urls = &clerk.jwks_url;
    if !(urls.len() <= 1 || urls.len() == issuers.len()) {
        return fault(format!(
            "CLERK_JWKS_URL has {} addresses for {} issuers; give one for all, or one for each",
            urls.len(),
            issuers.len()
        ));
    }
    let sets = issuers.iter().enumerate().map(|(index, issuer)| {
        let url = match (urls.get(index).or(urls.first()), publishable_key) {
            (Some(url), _) => url.clone(),
            (None, Some(key)) if key.issuer() == issuer => key.jwks_url(),
            (None, _) => format!("{issuer}/.well-known/jwks.json"),
        };
        KeySet::fetched_from(issuer.clone(), &url).map_err(|error| SettingsError(format!("CLERK_JWKS_URL: {error}")))
    });
    sets.collect()
}

fn backend_api(clerk: &ClerkSettings, primary: &Issuer, secret: &SecretKey) -> Result<Arc<BackendApi>, SettingsError> {
    let api = BackendApi::new(primary.clone(), &clerk.api_url, secret);
    let api = api.map_err(|error| SettingsError(format!("CLERK_API_URL: {error}")))?;
    Ok(Arc::new(api))
}

/// The Backend API, for tools that list its users; whose tokens are accepted does not matter to them.
pub(crate) fn users_of_clerk(settings: &Settings) -> Result<Arc<BackendApi>, SettingsError> {
    let clerk = &settings.clerk;
    let Some(secret) = secret_key(clerk)? else {
        return fault("the users of Clerk cannot be listed without CLERK_SECRET_KEY");
    };
    // Nobody is looked up by issuer here, so that the address of the API may stand in for it.
    let stand_in = || clerk.api_url.parse().map_err(|error| SettingsError(format!("CLERK_API_URL: {error}")));
    let issuer = primary_issuer(settings)?.map_or_else(stand_in, Ok)?;
    backend_api(clerk, &issuer, &secret)
}

impl IdentitySettings {
    /// As the bridge wants them.
    pub(crate) fn bridge(&self) -> BridgeSettings {
        BridgeSettings {
            policy: PolicySettings {
                trust_external_id: match self.trust_external_id {
                    Trust::Agree => TrustExternalId::Agree,
                    Trust::Always => TrustExternalId::Always,
                    Trust::Never => TrustExternalId::Never,
                },
                link_verified_email: self.link_verified_email,
                trust_admin_verified: self.trust_admin_verified,
                create: self.provision == Provision::Create,
            },
            cache_entries: self.cache_entries,
            watched_for: Duration::from_secs(self.cache_seconds),
            stale_for: Duration::from_secs(self.stale_seconds),
            ..BridgeSettings::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Sources;

    // `clerk.example.com$` in base64.
    const PUBLISHABLE: &str = "pk_test_Y2xlcmsuZXhhbXBsZS5jb20k";

    fn parts(environment: &[(&str, &str)]) -> Result<ClerkParts, String> {
        let environment = environment.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        let settings = Settings::load(&Sources { environment, ..Sources::default() }).unwrap();
        clerk_parts(&settings, false).map_err(|error| error.to_string())
    }

    #[test]
    fn a_publishable_and_a_secret_key_are_enough() {
        let parts = parts(&[("CLERK_PUBLISHABLE_KEY", PUBLISHABLE), ("CLERK_SECRET_KEY", "sk_test_x")]).unwrap();
        assert_eq!(parts.primary.as_str(), "https://clerk.example.com");
        assert!(parts.users.is_some());
    }

    #[test]
    fn issuers_with_an_address_of_keys_and_named_claims_are_enough() {
        let parts = parts(&[
            ("CLERK_ISSUERS", "https://a.example.com,https://b.example.com"),
            ("CLERK_JWKS_URL", "http://127.0.0.1:9/keys"),
            ("CLERK_EMAIL_CLAIM", "email"),
            ("CLERK_EMAIL_VERIFIED_CLAIM", "email_verified"),
        ])
        .unwrap();
        assert_eq!(parts.primary.as_str(), "https://a.example.com");
        assert!(parts.users.is_none());
    }

    #[test]
    fn what_is_missing_or_contradicts_is_one_sentence_with_the_remedy() {
        let secret = ("CLERK_SECRET_KEY", "sk_test_x");
        let issuer = ("CLERK_ISSUERS", "https://a.example.com");
        for (environment, part) in [
            (&[][..], "CLERK_PUBLISHABLE_KEY"),
            (&[("CLERK_PUBLISHABLE_KEY", PUBLISHABLE)], "CLERK_SECRET_KEY"),
            (&[("CLERK_PUBLISHABLE_KEY", "pk_test_!"), secret], "CLERK_PUBLISHABLE_KEY: "),
            (&[("CLERK_PUBLISHABLE_KEY", PUBLISHABLE), ("CLERK_SECRET_KEY", "sk_live_x")], "different environments"),
            (&[issuer, ("CLERK_SECRET_KEY", "hush")], "CLERK_SECRET_KEY: "),
            (&[("CLERK_ISSUERS", "http://localhost:8001"), secret], "orientor dev"),
            (&[("CLERK_ISSUERS", "https://a.example.com/"), secret], "CLERK_ISSUERS: "),
            (&[issuer, secret, ("CLERK_JWKS_URL", "http://keys.example.com/")], "CLERK_JWKS_URL: "),
            (&[issuer, secret, ("CLERK_JWKS_URL", "https://a.example.com/k,https://b.example.com/k")], "one for each"),
            (&[issuer, secret, ("CLERK_JWT_KEY", "not a key")], "CLERK_JWT_KEY: "),
            (&[issuer, secret, ("CLERK_API_URL", "http://api.example.com")], "CLERK_API_URL: "),
            (&[issuer, secret, ("CLERK_AUTHORIZED_PARTIES", "https://app.example.com/")], "not an origin"),
            (&[issuer, secret, ("CLERK_EMAIL_CLAIM", "email")], "belong together"),
            (&[issuer, secret, ("CLERK_WEBHOOK_SIGNING_SECRET", "whsec_hush")], "CLERK_WEBHOOK_SIGNING_SECRET: "),
            (&[issuer, secret, ("CLERK_INSTANCE_ID", "2abc")], "CLERK_INSTANCE_ID: "),
        ] {
            let error = parts(environment).unwrap_err();
            assert!(error.contains(part), "{environment:?}: {error}");
            assert!(!error.contains('\n') && !error.contains("hush"), "{error}");
        }
    }
}
