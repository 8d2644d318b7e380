//! The bridge over real databases: SQLite, or PostgreSQL when `TEST_DATABASE_URL` is set.

#![allow(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

mod batch;
mod columns;
mod emails;
mod provisioning;
mod races;
mod support;
mod tables;
