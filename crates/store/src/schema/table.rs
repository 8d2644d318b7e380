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
