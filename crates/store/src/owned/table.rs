//! What a table has to say about itself to be reached through the door.

use std::fmt;

use orientor_identity::UserId;
use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned};

use crate::{
    database::Arg,
    schema::{Kind, Table},
};

/// A table whose rows each belong to one user.
///
/// The gap between `Model` and `Draft` is the security boundary: what is not in
/// `Draft` cannot be written by a client, above all key and owner.
pub trait OwnedTable: 'static {
    /// A stored row, for reading. Tolerates whatever the columns can hold.
    type Model: Serialize + DeserializeOwned + Send + Sync;
    /// What a client may write. Refuses unknown members, and values outside their limits.
    type Draft: Serialize + DeserializeOwned + Send + Sync;

    /// The declaration.
    const TABLE: &'static Table;
    /// The last part of its URL, plural.
    const PATH: &'static str;
    /// The column of the key.
    const ID: &'static str;
    /// The column that names the owner.
    const OWNER: &'static str;
    /// How many rows a user may have.
    const ROWS: Rows = Rows::Many;
    /// The columns of `Model`.
    const MODEL: &'static [&'static str];
    /// The columns of `Draft`.
    const DRAFT: &'static [&'static str];
    /// Declared columns that nobody reads through the door.
    const HIDDEN: &'static [&'static str] = &[];
    /// The column that keeps the time of creation, set by us because an old table may have no default.
    const CREATED: Option<&'static str> = None;
    /// The column that keeps the time of the last change.
    const UPDATED: Option<&'static str> = None;

    /// A draft with every member present, for tests over every table and for telling which
    /// member of a body is at fault.
    fn sample() -> Self::Draft;

    /// Reads a key as it stands in a URL, in a cursor and in [`RowKey`]'s `Display`.
    fn key(text: &str) -> Option<RowKey> {
        match Self::TABLE.column(Self::ID)?.kind {
            Kind::Integer | Kind::Bigint => text.parse().ok().map(RowKey::Number),
            _ => Some(RowKey::Text(text.to_owned())),
        }
    }
}

/// How many rows of a table a user may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// Any number.
    Many,
    /// At most one.
    OnePerUser,
}

/// A key as the database compares it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RowKey {
    /// An integer.
    Number(i64),
    /// A text, or a UUID as text.
    Text(String),
}

/// The two ways to compare a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyKind {
    Number,
    Text,
}

impl RowKey {
    pub(super) fn kind(&self) -> KeyKind {
        match self {
            Self::Number(_) => KeyKind::Number,
            Self::Text(_) => KeyKind::Text,
        }
    }

    pub(super) fn arg(&self) -> Arg<'_> {
        match self {
            Self::Number(number) => Arg::Number(*number),
            Self::Text(text) => Arg::Text(text),
        }
    }
}

/// As it stands in a URL and in a cursor.
impl fmt::Display for RowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// Some rows in a stable order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<M> {
    /// The rows.
    pub rows: Vec<M>,
    /// Where the next page starts, if there is one: the key of the last row here.
    pub next: Option<RowKey>,
}

/// Reads an owner from a column, for the models.
pub(crate) fn owner<'de, D: Deserializer<'de>>(deserializer: D) -> Result<UserId, D::Error> {
    UserId::from_row(i64::deserialize(deserializer)?).map_err(serde::de::Error::custom)
}
