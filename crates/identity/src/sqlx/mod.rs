//! A [`Directory`](crate::Directory) over any users table in PostgreSQL or SQLite.
//!
//! Our tables stand beside the users table: `identity_links` (the truth), `identity_tombstones` and
//! `identity_events`; for webhooks `identity_subjects` (what has been told), `identity_messages` (what has been
//! heard) and `identity_sessions` (whose tokens are refused). [`schema_objects`] says how to make them and the triggers
//! that tell of changes ([`SqlxDirectory::changes`]); nothing here changes the schema.

mod changes;
mod codec;
mod directory;
mod engine;
mod erasure;
mod lifecycle;
mod operator;
mod provision;
mod schema;
mod statements;
mod triggers;

use std::fmt;

use ::sqlx::{PgConnection, SqliteConnection};

pub use changes::SqlxChanges;
pub use directory::SqlxDirectory;
pub use engine::Pool;
pub use operator::{Carried, Dossier, DossierLink, EventFilter, EventRecord, Mandate, OrderError, Tombstone};
pub use schema::{Dialect, IdWidth, ObjectKind, SchemaObject, email_key_sql, schema_objects};

use crate::{BoxFuture, UserId};

/// How the application's users table is called, and what is where in it.
///
/// The default is Orientor's. Names are used as they stand, quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsersTable {
    /// Database schema, or `None` for the search path. PostgreSQL only.
    pub schema: Option<String>,
    /// Table.
    pub table: String,
    /// The integer key.
    pub id: String,
    /// Its width, which our own columns take over.
    pub id_width: IdWidth,
    /// The column that an older application kept the provider's id in: evidence
    /// for the primary issuer, written alongside.
    pub subject: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Boolean flag; NULL counts as active.
    pub active: Option<String>,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Characters that a column of a name takes; longer names are cut.
    pub name_chars: usize,
    /// When the row last agreed with Clerk; stamped whenever `subject` is written.
    pub synced_at: Option<String>,
    /// Columns that are emptied when a subject is linked to an existing row: the
    /// password of an account whose owner now signs in elsewhere would stay a way in.
    pub clear_on_link: Vec<String>,
    /// Boolean columns that start as false although the database has no default for them.
    pub false_on_create: Vec<String>,
}

impl UsersTable {
    /// A table with a key and nothing else that we know of.
    #[must_use]
    pub fn named(table: &str, id: &str) -> Self {
        Self {
            schema: None,
            table: table.to_owned(),
            id: id.to_owned(),
            id_width: IdWidth::BigInt,
            subject: None,
            email: None,
            active: None,
            first_name: None,
            last_name: None,
            name_chars: 100,
            synced_at: None,
            clear_on_link: Vec::new(),
            false_on_create: Vec::new(),
        }
    }
}

impl Default for UsersTable {
    fn default() -> Self {
        let name = |text: &str| Some(text.to_owned());
        Self {
            id_width: IdWidth::Integer,
            subject: name("clerk_user_id"),
            email: name("email"),
            active: name("is_active"),
            first_name: name("first_name"),
            last_name: name("last_name"),
            synced_at: name("last_clerk_sync"),
            clear_on_link: vec!["hashed_password".to_owned()],
            false_on_create: vec!["onboarding_completed".to_owned()],
            ..Self::named("users", "id")
        }
    }
}

/// A connection inside the transaction that creates a user.
#[derive(Debug)]
pub enum Connection<'a> {
    /// PostgreSQL.
    Postgres(&'a mut PgConnection),
    /// SQLite.
    Sqlite(&'a mut SqliteConnection),
}

/// A user who has just been created, in the same transaction.
#[derive(Clone, Debug)]
pub struct NewUser {
    /// The id.
    pub id: UserId,
    /// First name, when known.
    pub first_name: Option<String>,
    /// Last name, when known.
    pub last_name: Option<String>,
}

/// What else belongs to new users, such as a profile. An error undoes the creation.
pub trait OnCreate: fmt::Debug + Send + Sync {
    /// Runs inside the transaction, after the rows of the users. Under load there are many of them.
    fn on_create<'a>(
        &'a self,
        connection: Connection<'a>,
        users: &'a [NewUser],
    ) -> BoxFuture<'a, Result<(), ::sqlx::Error>>;
}
