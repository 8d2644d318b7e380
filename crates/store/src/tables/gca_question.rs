//! `gca_questions`: the questions of a Holland test.

use crate::schema::{Column, Fill, ForeignKey, Index, Kind, Table};

/// The declaration.
pub const TABLE: Table = Table {
    foreign_keys: &[ForeignKey::part_of("test_id", "gca_tests")],
    indexes: &[Index { name: "ix_gca_questions_test_id", columns: &["test_id"] }],
    ..Table::new(
        "gca_questions",
        &[
            Column::key("id"),
            Column::new("test_id", Kind::Integer).required(),
            Column::new("title", Kind::Text),
            Column::new("chapter_number", Kind::Integer),
            Column::new("sort_idx", Kind::Integer),
            Column::new("active", Kind::Integer).required().filled(Fill::Value("1")),
        ],
        &["id"],
    )
};
