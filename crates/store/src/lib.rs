//! The database: tables, migration, and the one door to rows that users own.
//!
//! SQL lives here and nowhere else above `orientor-identity`. Two engines keep
//! one contract: PostgreSQL for production, SQLite where nothing should be set up.

mod database;
mod error;
mod identity;
pub mod migrate;
mod owned;
pub mod queries;
pub mod schema;
pub mod tables;
pub mod value;

pub use database::{ConnectError, ConnectOptions, Connections, Database, DatabaseFile, Tx, redact_url};
pub use error::StoreError;
pub use identity::{NewProfile, forget, identity_objects, user_directory};
pub use orientor_identity::sqlx::SqlxDirectory;
pub use owned::{Is, Listing, Owned, OwnedTable, Page, Patch, RowKey, Rows, Verbs};
pub use tables::{TABLES, TableVisitor, visit_owned_tables};
