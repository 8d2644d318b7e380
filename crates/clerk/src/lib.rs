//! Clerk's protocols: keys, session tokens, key sets and the Backend API.
//!
//! Fills the traits of `orientor-identity`: [`SessionVerifier`] turns a
//! request's credentials into a verified subject, [`BackendApi`] asks Clerk who
//! that subject is. Nothing here knows the application's own ids.

mod backend_api;
mod credentials;
mod endpoint;
mod key_set;
mod keys;
mod token;
mod verifier;

pub use backend_api::{BackendApi, BackendApiError, ErrorCode, ListError, NotAUser, TellError, Told, user_from_json};
pub use endpoint::{CallError, EndpointError};
pub use key_set::{KeySet, KeySetError};
pub use keys::{
    Environment, InvalidJwtKey, InvalidPublishableKey, InvalidSecretKey, JwtKey, PublishableKey, SecretKey,
};
pub use verifier::{InvalidSettings, SessionVerifier, VerifierSettings};
