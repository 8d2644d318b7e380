//! What a schema should look like, as data.

use serde::Deserialize;

/// The tables of an application as they should be.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// What the application is called.
    pub name: String,
}

impl Expected {
    /// When two halves of a person collide in a table, by its user column.
    pub(crate) fn collision(&self, _table: &str, _column: &str) -> Option<crate::checks::Rule<'_>> {
        None
    }

    /// Whether the table is to have one row for each user.
    pub(crate) fn is_single(&self, _table: &str, _column: &str) -> bool {
        false
    }

    /// Whether the table is one of this schema.
    pub(crate) fn declares(&self, _table: &str) -> bool {
        false
    }
}

impl Expected {
    /// What Orientor's own schema should look like.
    pub(crate) fn orientor() -> Option<Self> {
        None
    }

    /// Whether the database is one of this application.
    pub(crate) fn fits(&self, _catalogue: &crate::catalogue::Catalogue) -> bool {
        false
    }
}
