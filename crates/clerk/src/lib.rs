//! Clerk's protocols: keys, session tokens, key sets, the Backend API and webhooks.
//!
//! Fills the traits of `orientor-identity`: [`SessionVerifier`] turns a
//! request's credentials into a verified subject, [`BackendApi`] asks Clerk who
//! that subject is, and [`Webhooks`] reads what Clerk tells by itself. Nothing here knows the application's own ids.

mod backend_api;
mod credentials;
mod endpoint;
mod key_set;
mod keys;
mod token;
mod verifier;
mod webhook;

pub use backend_api::{BackendApi, BackendApiError, ErrorCode, ListError, NotAUser, TellError, Told, user_from_json};
pub use endpoint::{CallError, EndpointError};
pub use key_set::{KeySet, KeySetError};
pub use keys::{
    Environment, InvalidJwtKey, InvalidPublishableKey, InvalidSecretKey, JwtKey, PublishableKey, SecretKey,
};
pub use verifier::{InvalidSettings, SessionVerifier, VerifierSettings};
pub use webhook::{InvalidWebhookSecret, SignatureFault, SignedHeaders, WebhookError, WebhookSecrets, Webhooks};
