//! `gca_personalities`: the six Holland types.

use crate::schema::{Column, Kind, Table};

/// The declaration.
pub const TABLE: Table = Table {
    ..Table::new(
        "gca_personalities",
        &[
            Column::key("id"),
            Column::new("initial", Kind::Native("character(1)")).required(),
            Column::new("title", Kind::Varchar(100)),
            Column::new("description", Kind::Text),
        ],
        &["id"],
    )
};
