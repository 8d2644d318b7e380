//! The doctor against real databases, and its reports against their schemas.

// Lets Clippy see that the helpers are test code, too.
#![cfg(test)]

mod json;
mod page;
mod report;
mod runs;
mod sarif;
mod specimen;
mod state;
