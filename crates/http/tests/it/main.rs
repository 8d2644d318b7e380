//! What the API promises, asked over HTTP: the real router, verifier and development Clerk, and
//! a fresh database for each test on the engine under test.

// Lets Clippy see that the helpers are test code, too.
#![cfg(test)]

mod account;
mod answer;
mod assessments;
mod careers;
mod chat_analytics;
mod client;
mod conversation_contents;
mod conversations;
mod cookies;
mod courses;
mod deliveries;
mod errors;
mod forward_auth;
mod goals;
mod hostile;
mod identity;
mod insight;
mod invalidation;
mod layers;
mod legacy;
mod lifecycle;
mod matching;
mod messages;
mod metrics;
mod notes;
mod onboarding;
mod orders;
mod orientator;
mod outages;
mod overload;
mod peers;
mod person;
mod privacy;
mod profiles;
mod progress;
mod proxies;
mod rate;
mod reflection;
mod restart;
mod saved;
mod schemathesis;
mod shares;
mod spellings;
mod statements;
mod support;
mod tables;
mod trees;
mod webhooks;
