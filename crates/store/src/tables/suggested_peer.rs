//! `suggested_peers`: who was suggested to whom, rewritten as a whole for one user.

use crate::schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[ForeignKey::user("user_id"), ForeignKey::user("suggested_id")],
    indexes: &[Index { name: "ix_suggested_peers_suggested_id", columns: &["suggested_id"] }],
    ..Table::new(
        "suggested_peers",
        &[
            Column::new("user_id", Kind::Integer).required(),
            Column::new("suggested_id", Kind::Integer).required(),
            Column::new("similarity", Kind::Real),
            Column::new("created_at", Kind::Time).filled(Fill::Now),
            Column::new("updated_at", Kind::Time),
        ],
        &["user_id", "suggested_id"],
    )
};
