//! `tree_generations`: trees that were generated for a user, while they are kept.

use crate::schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    legacy_only: true,
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_tree_generations_user_id", columns: &["user_id"] }],
    ..Table::new(
        "tree_generations",
        &[
            Column::new("id", Kind::Uuid).required().filled(Fill::Random),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("anchor_skills", Kind::Json).required(),
            Column::new("graph_data", Kind::Json).required(),
            Column::new("generation_options", Kind::Json),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
            Column::new("expires_at", Kind::Time),
            Column::new("access_count", Kind::Integer).filled(Fill::Value("0")),
            Column::new("last_accessed_at", Kind::Time),
        ],
        &["id"],
    )
};
