//! Tables and what stands on them.

use super::{Column, Trigger};

/// One table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns, in order.
    pub columns: &'static [Column],
    /// The columns of its primary key.
    pub primary_key: &'static [&'static str],
    /// Whose its rows are. What a user may see, export and erase follows from this alone.
    pub ownership: Ownership,
    /// Whether its rows are read by the doctor and the export only, and served to nobody.
    pub legacy_only: bool,
    /// Columns that never leave, not even to the user whose row it is.
    pub secret: &'static [&'static str],
    /// Unique rules. On a table that exists already only their index is wanted, and not unique.
    pub uniques: &'static [Unique],
    /// References. Not added to a table that exists already.
    pub foreign_keys: &'static [ForeignKey],
    /// Conditions on a row. Not added to a table that exists already.
    pub checks: &'static [Check],
    /// Indexes that queries of ours need, apart from those of key and unique rules.
    pub indexes: &'static [Index],
    /// What happens when a row changes.
    pub triggers: &'static [Trigger],
    /// Whether its rows can be computed again, so that losing them loses nothing.
    pub derived: bool,
}

impl Table {
    /// A table with columns and a key, and nothing else.
    pub const fn new(name: &'static str, columns: &'static [Column], primary_key: &'static [&'static str]) -> Self {
        Self {
            name,
            columns,
            primary_key,
            ownership: Ownership::Nobody,
            legacy_only: false,
            secret: &[],
            uniques: &[],
            foreign_keys: &[],
            checks: &[],
            indexes: &[],
            triggers: &[],
            derived: false,
        }
    }

    /// The column of this name.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}

/// Whose the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ownership {
    /// Nobody's: a catalogue that all share, or bookkeeping that names no user.
    Nobody,
    /// Each is a user, whom its key names.
    Person,
    /// The user's whom this column names, whoever else a row may name.
    User(&'static str),
    /// A matter between two users, each of whom has a half.
    Pair {
        /// The column that names who wrote the row.
        by: &'static str,
        /// The column that names the other one, who reads it.
        to: &'static str,
    },
    /// Whoever owns the row of `parent` whose `id` this column names.
    Through {
        /// The column.
        column: &'static str,
        /// The table that it refers to.
        parent: &'static Table,
    },
}

/// No two rows agree in these columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unique {
    /// The constraint's name.
    pub name: &'static str,
    /// Its columns, in order.
    pub columns: &'static [&'static str],
}

/// A column that names a row of another table by its `id`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ForeignKey {
    /// The column.
    pub column: &'static str,
    /// The table it refers to.
    pub table: &'static str,
    /// What becomes of the row when the other one is deleted.
    pub on_delete: OnDelete,
}

impl ForeignKey {
    /// A reference to `users` whose rows go with the user.
    pub const fn user(column: &'static str) -> Self {
        Self { column, table: "users", on_delete: OnDelete::Cascade }
    }

    /// A reference to the row that this one is a part of, and goes with.
    pub const fn part_of(column: &'static str, table: &'static str) -> Self {
        Self { column, table, on_delete: OnDelete::Cascade }
    }

    /// A reference that is forgotten when the other row goes.
    pub const fn naming(column: &'static str, table: &'static str) -> Self {
        Self { column, table, on_delete: OnDelete::SetNull }
    }
}

/// What becomes of a row when the row that it refers to is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDelete {
    /// It is deleted as well.
    Cascade,
    /// Its reference becomes NULL.
    SetNull,
}

/// A condition that every row meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// The constraint's name.
    pub name: &'static str,
    /// The condition, as SQL that both engines read alike.
    pub sql: &'static str,
}

/// An index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Index {
    /// Its name.
    pub name: &'static str,
    /// Its columns, in order.
    pub columns: &'static [&'static str],
}
