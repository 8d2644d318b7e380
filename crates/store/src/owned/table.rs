//! What a table has to say about itself to be reached through the door.

use std::fmt;

use orientor_identity::UserId;
use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned};
use serde_json::Value;
use utoipa::ToSchema;

use super::members::members;
use crate::{
    database::Arg,
    schema::{Kind, Table},
};

/// A table whose rows each belong to one user.
///
/// The gap between `Model` and `Draft` is the security boundary: what is not in
/// `Draft` cannot be written by a client, above all key and owner.
pub trait OwnedTable: Send + Sync + 'static {
    /// A stored row, for reading. Tolerates whatever the columns can hold.
    type Model: Serialize + DeserializeOwned + ToSchema + Send + Sync;
    /// What a client may write. Refuses unknown members, and values outside their limits.
    type Draft: Serialize + DeserializeOwned + ToSchema + Send + Sync;

    /// The declaration, which also says whose the rows are.
    const TABLE: &'static Table;
    /// The last part of its URL, plural.
    const PATH: &'static str;
    /// The column of the key.
    const ID: &'static str = "id";
    /// How many rows a user may have.
    const ROWS: Rows = Rows::Many;
    /// What may be done with a row over HTTP without a route of its own.
    const VERBS: Verbs = Verbs::None;
    /// Columns whose value a list may be narrowed to.
    const FILTERS: &'static [&'static str] = &[];
    /// Whether lists begin with the row that was made last.
    const NEWEST_FIRST: bool = false;
    /// Declared columns that nobody reads through the door.
    const HIDDEN: &'static [&'static str] = &[];
    /// The column that keeps the time of creation, set by us because an old table may have no default.
    const CREATED: Option<&'static str> = None;
    /// The column that keeps the time of the last change.
    const UPDATED: Option<&'static str> = None;

    /// A draft with every member present: an example for people, for tests over every table, and for telling which
    /// member of a body is at fault. A member that names another row may name any.
    fn sample() -> Value;

    /// The key of a row.
    fn key_of(row: &Self::Model) -> Option<RowKey> {
        let row = serde_json::to_value(row).ok()?;
        match row.get(Self::ID)? {
            Value::Number(number) => number.as_i64().map(RowKey::Number),
            Value::String(text) => Some(RowKey::Text(text.clone())),
            _ => None,
        }
    }

    /// The columns of `Model`, in order.
    fn model() -> &'static [&'static str] {
        members::<Self::Model>()
    }

    /// The columns of `Draft`, in order.
    fn draft() -> &'static [&'static str] {
        members::<Self::Draft>()
    }

    /// Reads a key as it stands in a URL, in a cursor and in [`RowKey`]'s `Display`.
    fn key(text: &str) -> Option<RowKey> {
        match Self::TABLE.column(Self::ID)?.kind {
            Kind::Integer | Kind::Bigint => text.parse().ok().map(RowKey::Number),
            _ => Some(RowKey::Text(text.to_owned())),
        }
    }
}

/// What may be done with the rows of a table over HTTP without a route of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verbs {
    /// Nothing: whatever may be done has a route of its own.
    None,
    /// Read, one and a page, because we compute the rows.
    Read,
    /// Read, make, change and delete.
    All,
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

impl RowKey {
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

/// Which rows, and how many.
#[derive(Clone, Copy, Debug)]
pub struct Listing<'a> {
    /// The key behind which the page starts.
    pub after: Option<&'a RowKey>,
    /// How many rows to leave out; costs as much as reading them.
    pub offset: u32,
    /// At most so many rows, cut to 1 to 100.
    pub limit: u16,
    /// Only rows that hold these values.
    pub only: &'a [(&'static str, Is<'a>)],
}

impl Default for Listing<'_> {
    fn default() -> Self {
        Self { after: None, offset: 0, limit: 50, only: &[] }
    }
}

/// What a column has to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is<'a> {
    /// This number.
    Number(i64),
    /// This text.
    Text(&'a str),
    /// True or not; NULL is not.
    True(bool),
    /// NULL.
    Null,
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
