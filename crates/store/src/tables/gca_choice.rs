//! `gca_choices`: the choices of a Holland question, with their weights.

use crate::schema::{Column, Fill, ForeignKey, Index, Kind, Table};

/// The declaration.
pub const TABLE: Table = Table {
    foreign_keys: &[ForeignKey::part_of("question_id", "gca_questions")],
    indexes: &[Index { name: "ix_gca_choices_question_id", columns: &["question_id"] }],
    ..Table::new(
        "gca_choices",
        &[
            Column::key("id"),
            Column::new("question_id", Kind::Integer).required(),
            Column::new("title", Kind::Text),
            Column::new("sort_idx", Kind::Integer),
            Column::new("r", Kind::Integer),
            Column::new("i", Kind::Integer),
            Column::new("a", Kind::Integer),
            Column::new("s", Kind::Integer),
            Column::new("e", Kind::Integer),
            Column::new("c", Kind::Integer),
            Column::new("active", Kind::Integer).required().filled(Fill::Value("1")),
        ],
        &["id"],
    )
};
