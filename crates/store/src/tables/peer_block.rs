//! `peer_blocks`: who wants nothing to do with whom. Holds in both directions.

use crate::schema::{Check, Column, Fill, ForeignKey, Index, Kind, Ownership, Table, Trigger};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("blocker_id"),
    foreign_keys: &[ForeignKey::user("blocker_id"), ForeignKey::user("blocked_id")],
    checks: &[Check { name: "ck_peer_blocks_not_oneself", sql: "blocker_id <> blocked_id" }],
    indexes: &[Index { name: "ix_peer_blocks_blocked_id", columns: &["blocked_id"] }],
    triggers: &[Trigger::LogPeer { users: &["blocker_id", "blocked_id"], columns: &[] }],
    ..Table::new(
        "peer_blocks",
        &[
            Column::new("blocker_id", Kind::Integer).required(),
            Column::new("blocked_id", Kind::Integer).required(),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
        ],
        &["blocker_id", "blocked_id"],
    )
};
