//! `message_reads`: how far a user has read what a peer wrote.

use crate::schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table};

/// The declaration. `last_read_message_id` is a position, so it may name a message that is gone.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[ForeignKey::user("user_id"), ForeignKey::user("peer_id")],
    indexes: &[Index { name: "ix_message_reads_peer_id", columns: &["peer_id"] }],
    ..Table::new(
        "message_reads",
        &[
            Column::new("user_id", Kind::Integer).required(),
            Column::new("peer_id", Kind::Integer).required(),
            Column::new("last_read_message_id", Kind::Integer).required(),
            Column::new("read_at", Kind::Time).required().filled(Fill::Now),
        ],
        &["user_id", "peer_id"],
    )
};
