//! What refers to what: users first, then other parents, by foreign key, by name and type, or by values.

mod find;
mod keys;
mod polymorphic;
pub(crate) mod values;

pub(crate) use find::{Scope, find};

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
    /// Columns that look like one of these and are not, or that no check looks into.
    pub not_looked_at: Vec<NotLooked>,
    /// Tables and columns that may refer to a user and could not be asked.
    pub could_not_look: Vec<NotLooked>,
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
    /// Of a reference by several columns: all of them with those that they refer to, in order. Else empty.
    pub pairs: Vec<(Column, Column)>,
    /// The foreign keys that say so, as positions in [`Catalogue::constraints`](crate::catalogue::Catalogue).
    pub foreign_keys: Vec<usize>,
    /// Of a polymorphic reference: the column that says which table is meant, and the words there that mean this one.
    pub when: Option<(Column, Vec<String>)>,
    /// What the referred user is to the row.
    pub role: Role,
    /// Whether a foreign key can and should stand here.
    pub wants_foreign_key: bool,
    /// Whether a row is worth keeping when what it referred to is lost.
    pub is_repairable: bool,
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
    /// A reference from one column to another, of which nothing else is known.
    pub fn new(table: i64, column: &Column, target: i64, target_column: &Column) -> Self {
        Self {
            table,
            column: column.clone(),
            target,
            target_column: target_column.clone(),
            pairs: Vec::new(),
            foreign_keys: Vec::new(),
            when: None,
            role: Role::Other,
            wants_foreign_key: true,
            is_repairable: true,
        }
    }

    /// Its columns as findings name them.
    pub fn place(&self) -> String {
        if self.pairs.is_empty() {
            return self.column.name.clone();
        }
        self.pairs.iter().map(|(own, _)| own.name.as_str()).collect::<Vec<_>>().join(",")
    }

    /// The condition over the row `t` that this reference counts for it, if there is one.
    pub fn applies(&self) -> Option<String> {
        self.applies_to("t")
    }

    fn applies_to(&self, alias: &str) -> Option<String> {
        let (discriminator, words) = self.when.as_ref()?;
        let words: Vec<String> = words.iter().map(|word| literal(word)).collect();
        Some(format!("{}::text IN ({})", column(alias, &discriminator.name), words.join(", ")))
    }

    /// Whether the column holds numbers as its target does, so that both compare as they are.
    pub fn is_text(&self) -> bool {
        self.column.is_text() && self.target_column.is_integer()
    }

    /// A condition over the row `t`: it refers to something, and by this reference.
    pub fn refers(&self) -> String {
        self.refers_from("t")
    }

    /// The same over the row `alias`.
    pub fn refers_from(&self, alias: &str) -> String {
        let filled = |name: &str| format!("{} IS NOT NULL", column(alias, name));
        let mut conditions: Vec<String> = self.pairs.iter().map(|(own, _)| filled(&own.name)).collect();
        if conditions.is_empty() {
            conditions.push(filled(&self.column.name));
        }
        conditions.extend(self.applies_to(alias));
        conditions.join(" AND ")
    }

    /// A condition over the rows `t` and `alias` of the target: this is the one that is referred to.
    pub fn meets(&self, alias: &str) -> String {
        let meets =
            |own: &Column, target: &Column| same(target, &column(alias, &target.name), own, &column("t", &own.name));
        if self.pairs.is_empty() {
            return meets(&self.column, &self.target_column);
        }
        self.pairs.iter().map(|(own, target)| meets(own, target)).collect::<Vec<_>>().join(" AND ")
    }

    /// The condition over `t` that nothing is where it refers to.
    pub fn dangles(&self, catalogue: &Catalogue) -> String {
        // By its object id: a foreign key may also refer to a single partition.
        let target = catalogue.relations.get(&self.target).map(Relation::from).unwrap_or_default();
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
