//! `hexaco_responses`: answers that an older entry point kept.

use crate::schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    legacy_only: true,
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_hexaco_responses_user_id_id", columns: &["user_id", "id"] }],
    ..Table::new(
        "hexaco_responses",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer),
            Column::new("session_id", Kind::Varchar(255)),
            Column::new("question_id", Kind::Integer),
            Column::new("factor", Kind::Varchar(50)),
            Column::new("answer", Kind::Integer),
            Column::new("submitted_at", Kind::LocalTime).filled(Fill::Now),
        ],
        &["id"],
    )
};
