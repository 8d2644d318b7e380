//! Svix signatures: HMAC-SHA256 over `<id>.<timestamp>.<body>`.

use aws_lc_rs::hmac;
use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::WebhookFault;

/// The key of a `whsec_` secret.
pub(super) struct SigningSecret(hmac::Key);

impl SigningSecret {
    pub(super) fn parse(text: &str) -> Result<Self, WebhookFault> {
        let encoded = text.strip_prefix("whsec_").ok_or(WebhookFault::Secret)?;
        let bytes = STANDARD.decode(encoded).map_err(|_| WebhookFault::Secret)?;
        if (24..=64).contains(&bytes.len()) {
            Ok(Self(hmac::Key::new(hmac::HMAC_SHA256, &bytes)))
        } else {
            Err(WebhookFault::Secret)
        }
    }

    /// The value of the header `svix-signature`.
    pub(super) fn sign(&self, id: &str, unix_seconds: u64, body: &[u8]) -> String {
        let mut context = hmac::Context::with_key(&self.0);
        context.update(format!("{id}.{unix_seconds}.").as_bytes());
        context.update(body);
        format!("v1,{}", STANDARD.encode(context.sign()))
    }
}
