//! What the API promises, asked over HTTP: the real router, verifier and development Clerk, and
//! a fresh database for each test on the engine under test.

// Lets Clippy see that the helpers are test code, too.
#![cfg(test)]

mod account;
mod cookies;
mod errors;
mod forward_auth;
mod hostile;
mod identity;
mod layers;
mod legacy;
mod matching;
mod messages;
mod metrics;
mod outages;
mod overload;
mod peers;
mod privacy;
mod profiles;
mod proxies;
mod rate;
mod spellings;
mod support;
