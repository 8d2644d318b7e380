//! What the tests of several crates share. A dev-dependency only: nothing here is linked into `orientor`.

pub mod database;
pub mod dice;
pub mod disk;
pub mod identity;
pub mod line;
pub mod node;
mod pip;
pub mod proof;
pub mod proxy;
pub mod schemathesis;
pub mod state;
pub mod wait;
