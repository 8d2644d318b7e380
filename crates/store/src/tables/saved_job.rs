//! `saved_jobs`: jobs that a user has put aside.

use crate::schema::{Column, Fill, ForeignKey, Index, Kind, Table, Unique};

/// The declaration.
pub const TABLE: Table = Table {
    uniques: &[Unique { name: "uq_user_job", columns: &["user_id", "esco_id"] }],
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_saved_jobs_user_id", columns: &["user_id"] }],
    ..Table::new(
        "saved_jobs",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("esco_id", Kind::Varchar(255)).required(),
            Column::new("job_title", Kind::Varchar(500)).required(),
            Column::new("skills_required", Kind::Json),
            Column::new("discovery_source", Kind::Varchar(50)).filled(Fill::Value("'tree'")),
            Column::new("tree_graph_id", Kind::Uuid),
            Column::new("relevance_score", Kind::Decimal(3, 2)),
            Column::new("saved_at", Kind::Time).required().filled(Fill::Now),
            Column::new("metadata", Kind::Json).filled(Fill::Value("'{}'")),
        ],
        &["id"],
    )
};
