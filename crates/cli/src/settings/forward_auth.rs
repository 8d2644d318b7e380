//! From settings to what proxies are told.

use std::sync::Arc;

use orientor_http::{ForwardAuth, IdentityHeaders, IdentityKey, IdentitySigner};
use orientor_identity::SystemClock;
use serde::Deserialize;

use super::SettingsError;

#[derive(Clone, Deserialize)]
pub(crate) struct ForwardAuthSettings {
    user_header: String,
    subject_header: String,
    session_header: String,
    identity_header: String,
    identity_key: String,
    next_identity_key: String,
    issuer: String,
    audience: String,
}

/// Without the keys.
impl std::fmt::Debug for ForwardAuthSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ForwardAuthSettings")
            .field("user_header", &self.user_header)
            .field("issuer", &self.issuer)
            .field("audience", &self.audience)
            .finish_non_exhaustive()
    }
}

impl ForwardAuthSettings {
    /// As the routes want them.
    pub(crate) fn parse(&self) -> Result<ForwardAuth, SettingsError> {
        let names = [&self.user_header, &self.subject_header, &self.session_header, &self.identity_header];
        let headers = IdentityHeaders::named(names.map(String::as_str))
            .map_err(|error| SettingsError(format!("the settings forward_auth.…_header: {error}")))?;
        let current = key("ORIENTOR_IDENTITY_KEY", &self.identity_key)?;
        let next = key("ORIENTOR_NEXT_IDENTITY_KEY", &self.next_identity_key)?;
        let signer = match (current, next) {
            (None, None) => None,
            (None, Some(_)) => {
                return Err(SettingsError(
                    "ORIENTOR_NEXT_IDENTITY_KEY is set and ORIENTOR_IDENTITY_KEY, which would sign, is not; set both or the \
                     latter"
                        .to_owned(),
                ));
            }
            (Some(current), next) => {
                for (variable, text) in
                    [("ORIENTOR_FORWARD_AUTH_ISSUER", &self.issuer), ("ORIENTOR_FORWARD_AUTH_AUDIENCE", &self.audience)]
                {
                    if text.is_empty() {
                        return Err(SettingsError(format!(
                            "{variable} is empty; say what the tokens are to have there"
                        )));
                    }
                }
                let (issuer, audience) = (self.issuer.clone(), self.audience.clone());
                Some(Arc::new(IdentitySigner::new(current, next, issuer, audience, Arc::new(SystemClock))))
            }
        };
        Ok(ForwardAuth { headers, signer })
    }
}

fn key(variable: &str, text: &str) -> Result<Option<IdentityKey>, SettingsError> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|error| SettingsError(format!("{variable}: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{Settings, Sources};

    fn parse(environment: &[(&str, &str)]) -> Result<ForwardAuth, String> {
        let environment = environment.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        let settings = Settings::load(&Sources { environment, ..Sources::default() }).unwrap();
        assert!(!format!("{settings:?}").contains("PRIVATE"));
        settings.forward_auth.parse().map_err(|error| error.to_string())
    }

    #[test]
    fn nothing_is_signed_without_a_key() {
        let plain = parse(&[]).unwrap();
        assert_eq!(plain.headers, IdentityHeaders::default());
        assert!(plain.signer.is_none());
    }

    #[test]
    fn a_key_signs_and_another_may_stand_by() {
        let (one, two) = (IdentityKey::generate_pem().unwrap(), IdentityKey::generate_pem().unwrap());
        let one = ("ORIENTOR_IDENTITY_KEY", one.as_str());
        assert!(parse(&[one]).unwrap().signer.is_some());
        assert!(parse(&[one, ("ORIENTOR_NEXT_IDENTITY_KEY", &two)]).unwrap().signer.is_some());
    }

    #[test]
    fn what_cannot_be_used_is_one_sentence_with_the_remedy() {
        let key = IdentityKey::generate_pem().unwrap();
        let key = key.as_str();
        for (environment, part) in [
            (&[("ORIENTOR_IDENTITY_KEY", "hush")][..], "`orientor identity-key` makes one"),
            (&[("ORIENTOR_IDENTITY_KEY", key), ("ORIENTOR_NEXT_IDENTITY_KEY", "hush")], "ORIENTOR_NEXT_IDENTITY_KEY: "),
            (&[("ORIENTOR_NEXT_IDENTITY_KEY", key)], "set both or the latter"),
            (&[("ORIENTOR_IDENTITY_KEY", key), ("ORIENTOR_FORWARD_AUTH_ISSUER", "")], "ORIENTOR_FORWARD_AUTH_ISSUER"),
            (&[("ORIENTOR_FORWARD_AUTH_USER_HEADER", "X_User")], "letters, digits and dashes"),
            (&[("ORIENTOR_FORWARD_AUTH_USER_HEADER", "X-Auth-Subject")], "two of them"),
        ] {
            let error = parse(environment).unwrap_err();
            assert!(error.contains(part), "{environment:?}: {error}");
            assert!(!error.contains('\n') && !error.contains("hush"), "{error}");
        }
    }
}
