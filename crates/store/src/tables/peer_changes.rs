//! `peer_changes`: marks of users whose derived inputs a change may have made untrue.
//!
//! Triggers on the sources add a mark in the transaction of whoever writes there. Inputs count only
//! where their user has no mark; whoever makes the inputs anew removes the marks it saw.

use crate::schema::{Column, Fill, Index, Kind, Ownership, Table, Trigger};

/// The declaration.
///
/// There is deliberately no foreign key: to check one, the database locks the row of the user, and the
/// older application, whose statements add the marks, must never wait or fail because of us. So a mark
/// may name somebody who does not exist, which harms nobody.
pub const TABLE: Table = Table {
    ownership: Ownership::User("whose"),
    derived: true,
    indexes: &[Index { name: "ix_peer_changes_whose", columns: &["whose"] }],
    triggers: &[Trigger::LogPeer { users: &["whose"], columns: &[] }],
    ..Table::new(
        "peer_changes",
        &[
            // One mark for every change there will ever be is more than 32 bits can count.
            Column::new("id", Kind::Bigint).required().filled(Fill::Serial),
            Column::new("whose", Kind::Integer).required(),
        ],
        &["id"],
    )
};
