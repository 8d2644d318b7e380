//! What the doctor does to a whole database.
#![cfg(test)]

mod common;
mod decisions;
mod repair;
