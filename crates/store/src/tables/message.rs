//! `messages`: what one user wrote to another.

use crate::schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table};

/// The declaration. The older application asks `message_id_seq` for the key itself.
pub const TABLE: Table = Table {
    ownership: Ownership::Pair { by: "sender_id", to: "recipient_id" },
    foreign_keys: &[ForeignKey::user("sender_id"), ForeignKey::user("recipient_id")],
    indexes: &[
        // Both directions of one conversation, newest first, without sorting.
        Index { name: "ix_messages_sender_recipient", columns: &["sender_id", "recipient_id", "message_id"] },
        Index { name: "ix_messages_recipient_sender", columns: &["recipient_id", "sender_id", "message_id"] },
    ],
    ..Table::new(
        "messages",
        &[
            Column::new("message_id", Kind::Integer).required().filled(Fill::Sequence("message_id_seq")),
            Column::new("sender_id", Kind::Integer).required(),
            Column::new("recipient_id", Kind::Integer).required(),
            Column::new("body", Kind::Text).required(),
            Column::new("timestamp", Kind::Time).required().filled(Fill::Now),
        ],
        &["message_id"],
    )
};
