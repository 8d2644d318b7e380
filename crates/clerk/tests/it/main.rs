//! Clerk's protocols against real signatures and a real loopback server.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "all of this is test code")]

mod accepted_tokens;
mod backend_api;
mod cookies;
mod external_id;
mod hostile_claims;
mod hostile_shapes;
mod instance;
mod key_sets;
mod list;
mod official;
mod outages;
mod properties;
mod server;
mod token_cache;
