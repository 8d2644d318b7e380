//! What refers to what: users first, then other parents, by foreign key, by name and type, or by values.

use crate::{catalogue::Column, finding::NotLooked};

/// All references that were found.
#[derive(Clone, Debug, Default)]
pub struct References {
    /// Columns that refer to a user.
    pub users: Vec<Reference>,
    /// Columns that refer to a row of another table.
    pub others: Vec<Reference>,
    /// Columns that look like one of these and are not, or cannot be looked at.
    pub not_looked_at: Vec<NotLooked>,
}

/// A column that refers to a row of another table.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The table it stands in.
    pub table: i64,
    /// The column.
    pub column: Column,
    /// The table it refers to.
    pub target: i64,
    /// The column there, the key as a rule.
    pub target_column: Column,
    /// The foreign keys that say so, as positions in [`Catalogue::constraints`](crate::catalogue::Catalogue).
    pub foreign_keys: Vec<usize>,
    /// What says so.
    pub evidence: Evidence,
    /// Of a polymorphic reference: the column that says which table is meant, and the words there that mean this one.
    pub when: Option<(Column, Vec<String>)>,
    /// What the referred user is to the row.
    pub role: Role,
    /// Whether a foreign key can and should stand here.
    pub wants_foreign_key: bool,
}

/// What says that a column refers to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A foreign key.
    ForeignKey,
    /// Its name and type, and that its values fit.
    Name,
    /// Its values.
    Values,
    /// The file that says what the schema should look like.
    Expected,
}

/// What a user is to a row that refers to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The row is theirs.
    Owner,
    /// They have done something to it: created, reviewed …
    Actor,
    /// Something else, such as the other side of a message.
    Other,
}
