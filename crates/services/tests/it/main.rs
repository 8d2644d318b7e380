//! Use cases over real databases: SQLite, or PostgreSQL when `TEST_DATABASE_URL` is set.

#![cfg(test)]

mod matching;
mod support;
