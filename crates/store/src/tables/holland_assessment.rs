//! `holland_assessments`: results of the Holland test as an older entry point kept them.

use crate::schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table, Trigger};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    legacy_only: true,
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_holland_assessments_user_id", columns: &["user_id"] }],
    triggers: &[Trigger::MarkPeerChange],
    ..Table::new(
        "holland_assessments",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer),
            Column::new("session_id", Kind::Varchar(255)),
            Column::new("holland_code", Kind::Varchar(3)),
            Column::new("realistic_score", Kind::Integer),
            Column::new("investigative_score", Kind::Integer),
            Column::new("artistic_score", Kind::Integer),
            Column::new("social_score", Kind::Integer),
            Column::new("enterprising_score", Kind::Integer),
            Column::new("conventional_score", Kind::Integer),
            Column::new("completed_at", Kind::LocalTime).filled(Fill::Now),
        ],
        &["id"],
    )
};
