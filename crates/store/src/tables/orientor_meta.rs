//! `orientor_meta`: facts about the database itself, such as that it belongs to a development server.

use crate::schema::{Column, Kind, Table};

/// The declaration.
pub const TABLE: Table = Table::new(
    "orientor_meta",
    &[Column::new("key", Kind::Text).required(), Column::new("value", Kind::Text).required()],
    &["key"],
);
