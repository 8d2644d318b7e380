//! The development Clerk over real HTTP, seen by Clerk's own packages and by ours.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests fail their test")]

mod guard;
mod hostile;
mod limits;
mod list;
mod official;
mod persistence;
mod sign_in;
mod support;
mod tokens;
mod webhooks;
