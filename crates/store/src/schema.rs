//! What a table looks like, as data, for either engine.
//!
//! The planner compares these declarations with the live catalogue, the one door
//! to user-owned rows builds its queries from them, and tests read them.

mod column;
mod render;
mod table;
mod trigger;

pub use column::{Column, Fill, Kind};
pub use table::{Check, ForeignKey, Index, OnDelete, Ownership, Table, Unique};
pub use trigger::Trigger;

pub(crate) use render::{
    column_type, create_index, create_table, default_value, ident, idents, literal, now, random_uuid,
};

/// One of the two engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// PostgreSQL 15 or later.
    Postgres,
    /// SQLite, as bundled.
    Sqlite,
}

/// An object that another crate declares in SQL of its own, in the dialect of the database at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaObject {
    /// What it is.
    pub kind: ObjectKind,
    /// Its bare name. The object counts as present when one of this name and kind exists.
    pub name: String,
    /// The table that an index or a trigger stands on.
    pub on_table: Option<String>,
    /// The statement that makes it. Names in it are not qualified: the search path is the schema alone.
    pub create: String,
    /// The statement that removes it; never one with CASCADE.
    pub drop: String,
    /// Whether it is a table whose rows can be computed again.
    pub derived: bool,
}

/// The kinds of [`SchemaObject`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectKind {
    /// A table, with its constraints.
    Table,
    /// An index of a table.
    Index,
    /// A trigger of a table.
    Trigger,
    /// A function; PostgreSQL only.
    Function,
}
