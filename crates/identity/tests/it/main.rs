//! The bridge over real databases: SQLite, or PostgreSQL when `TEST_DATABASE_URL` is set.

#![cfg(test)]

mod batch;
mod changes;
mod columns;
mod emails;
mod example;
mod layer;
mod lifecycle;
mod operator;
mod provisioning;
mod races;
mod support;
mod tables;
mod takeovers;
