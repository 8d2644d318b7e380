//! `personality_assessments`: one sitting of a personality test.

use crate::schema::{Column, Fill, ForeignKey, Index, Kind, Table, Unique};

/// The declaration.
pub const TABLE: Table = Table {
    uniques: &[Unique { name: "uq_personality_assessments_session_id", columns: &["session_id"] }],
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_personality_assessments_user_id", columns: &["user_id"] }],
    ..Table::new(
        "personality_assessments",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("assessment_type", Kind::Varchar(50)).required(),
            Column::new("assessment_version", Kind::Varchar(20)).required(),
            Column::new("session_id", Kind::Uuid).required(),
            Column::new("status", Kind::Varchar(20)).required().filled(Fill::Value("'in_progress'")),
            Column::new("started_at", Kind::Time).filled(Fill::Now),
            Column::new("completed_at", Kind::Time),
            Column::new("total_items", Kind::Integer),
            Column::new("completed_items", Kind::Integer).filled(Fill::Value("0")),
            Column::new("validity_flags", Kind::Json).filled(Fill::Value("'{}'")),
            Column::new("metadata", Kind::Json).filled(Fill::Value("'{}'")),
            Column::new("created_at", Kind::Time).filled(Fill::Now),
            Column::new("updated_at", Kind::Time).filled(Fill::Now),
        ],
        &["id"],
    )
};
