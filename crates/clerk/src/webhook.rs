//! Webhooks: from the bytes of a delivery to an event that may be believed.

mod event;
mod signature;

use std::{fmt, sync::Arc};

use orientor_identity::{Clock, Issuer, LifecycleEvent};

pub use signature::{InvalidWebhookSecret, SignatureFault, SignedHeaders, WebhookSecrets};

use crate::{KeySetError, SessionVerifier};

use event::Envelope;

/// How the id of an instance begins.
const INSTANCE: &str = "ins_";

/// Reads deliveries of one endpoint.
///
/// The bytes are verified as they came, then read strictly: what has two meanings has none.
pub struct Webhooks {
    secrets: WebhookSecrets,
    primary: Issuer,
    instance_id: Option<Box<str>>,
    tokens: Arc<SessionVerifier>,
    clock: Arc<dyn Clock>,
}

/// Why a delivery is not taken. The variants differ in what the sender can do.
#[derive(Debug, thiserror::Error)]
pub enum WebhookError {
    /// Nobody who knows the secret has sent this, not lately, or not these bytes.
    #[error("the delivery is not signed properly: {0}")]
    Signature(#[from] SignatureFault),
    /// It is signed, and cannot be understood.
    #[error("the event cannot be read: {0}")]
    Unreadable(Box<str>),
    /// It is signed, and about another instance.
    #[error("the event is of another Clerk instance")]
    ForeignInstance,
    /// It names an instance, and which one is ours cannot be told now. Try again.
    #[error("the signing keys, which tell the instance, could not be loaded")]
    InstanceUnknown(#[source] Arc<KeySetError>),
}

impl Webhooks {
    /// Deliveries signed with one of `secrets`, about people of `primary`.
    ///
    /// * `instance_id`, the `ins_…` of the primary instance. Without it the names of its signing keys tell, which
    ///   Clerk calls after the instance; where they tell nothing, every instance that knows a secret is believed.
    #[must_use]
    pub fn new(
        secrets: WebhookSecrets,
        primary: Issuer,
        instance_id: Option<&str>,
        tokens: Arc<SessionVerifier>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { secrets, primary, instance_id: instance_id.map(Into::into), tokens, clock }
    }

    /// What a delivery says; `None` if it is about nothing that matters here.
    pub async fn read(&self, headers: &SignedHeaders<'_>, body: &[u8]) -> Result<Option<LifecycleEvent>, WebhookError> {
        let now = self.clock.now();
        let message = self.secrets.verify(headers, body, now)?;
        let envelope = Envelope::parse(body)?;
        let issuer = self.issuer_of(envelope.instance_id()).await?;
        envelope.event(issuer, message, now)
    }

    async fn issuer_of(&self, instance_id: Option<&str>) -> Result<Issuer, WebhookError> {
        let Some(instance_id) = instance_id else { return Ok(self.primary.clone()) };
        if let Some(ours) = &self.instance_id
            && **ours == *instance_id
        {
            return Ok(self.primary.clone());
        }
        let named = self.tokens.key_names().await;
        let mut told = self.instance_id.is_some();
        let mut failure = None;
        for (issuer, names) in named {
            match names {
                Ok(names) if names.iter().any(|name| **name == *instance_id) => return Ok(issuer),
                // A configured id is the only one of the primary instance that could fit.
                Ok(names) => told |= names.iter().any(|name| name.starts_with(INSTANCE)),
                Err(error) if issuer != self.primary || self.instance_id.is_none() => failure = Some(error),
                Err(_) => {}
            }
        }
        match failure {
            Some(error) => Err(WebhookError::InstanceUnknown(error)),
            None if told => Err(WebhookError::ForeignInstance),
            None => Ok(self.primary.clone()),
        }
    }
}

impl fmt::Debug for Webhooks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhooks")
            .field("secrets", &self.secrets)
            .field("primary", &self.primary)
            .field("instance_id", &self.instance_id)
            .finish_non_exhaustive()
    }
}
