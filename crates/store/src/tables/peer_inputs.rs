//! `peer_inputs`: what peer matching knows of a user, derived from profile, goals and test results.
//!
//! It has to be derived anew when there is no row, or a mark of the user in `peer_changes`.

use crate::schema::{Column, Fill, ForeignKey, Kind, Ownership, Table, Trigger};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[ForeignKey::user("user_id")],
    derived: true,
    triggers: &[Trigger::LogPeer { users: &["user_id"], columns: &[] }],
    ..Table::new(
        "peer_inputs",
        &[
            Column::new("user_id", Kind::Integer).required(),
            Column::new("inputs", Kind::Jsonb).required(),
            Column::new("source", Kind::Text).required(),
            Column::new("computed_at", Kind::Time).required().filled(Fill::Now),
        ],
        &["user_id"],
    )
};
