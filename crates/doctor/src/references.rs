//! What refers to what: users first, then other parents, by foreign key, by name and type, or by values.

mod find;
mod polymorphic;
mod values;

pub(crate) use find::find;

use crate::{
    catalogue::{Catalogue, Column, Relation},
    finding::NotLooked,
    people::same,
    sql::{column, literal},
};

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
    /// Whether a row is worth keeping when what it referred to is lost.
    pub is_repairable: bool,
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

impl Reference {
    /// Whether the column holds numbers as its target does, so that both compare as they are.
    pub fn is_text(&self) -> bool {
        self.column.is_text() && self.target_column.is_integer()
    }

    /// A condition over the row `t`: it refers to something, and by this reference.
    pub fn refers(&self) -> String {
        let filled = format!("{} IS NOT NULL", column("t", &self.column.name));
        match &self.when {
            Some((discriminator, words)) => {
                let words: Vec<String> = words.iter().map(|word| literal(word)).collect();
                format!("{filled} AND {}::text IN ({})", column("t", &discriminator.name), words.join(", "))
            }
            None => filled,
        }
    }

    /// A condition over the rows `t` and `alias` of the target: this is the one that is referred to.
    pub fn meets(&self, alias: &str) -> String {
        same(
            &self.target_column,
            &column(alias, &self.target_column.name),
            &self.column,
            &column("t", &self.column.name),
        )
    }

    /// The condition over `t` that nothing is where it refers to.
    pub fn dangles(&self, catalogue: &Catalogue) -> String {
        let target = catalogue.table(self.target).map(Relation::from).unwrap_or_default();
        format!("{} AND NOT EXISTS (SELECT 1 FROM {target} AS p WHERE {})", self.refers(), self.meets("p"))
    }
}

impl References {
    /// The column that says whose the rows of this table are.
    pub fn owner(&self, table: i64) -> Option<&Reference> {
        self.users.iter().find(|it| it.table == table && it.role == Role::Owner && it.when.is_none())
    }

    /// The user columns of a table.
    pub fn users_of(&self, table: i64) -> impl Iterator<Item = &Reference> {
        self.users.iter().filter(move |it| it.table == table)
    }
}
