//! `peer_visibility`: whether a user may be found by peers. No row means yes.

use crate::schema::{Column, Fill, ForeignKey, Kind, Ownership, Table, Trigger};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[ForeignKey::user("user_id")],
    triggers: &[Trigger::LogPeer { users: &["user_id"], columns: &[] }],
    ..Table::new(
        "peer_visibility",
        &[
            Column::new("user_id", Kind::Integer).required(),
            Column::new("discoverable", Kind::Boolean).required().filled(Fill::Value("true")),
            Column::new("updated_at", Kind::Time).required().filled(Fill::Now),
        ],
        &["user_id"],
    )
};
