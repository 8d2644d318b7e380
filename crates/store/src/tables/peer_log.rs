//! `peer_log`: whom to look at again, for servers that keep peer matching in memory.
//!
//! Triggers add a row in the transaction of whoever changes who may meet whom or what inputs are known.
//! Servers read what has been committed since they last looked, and remove rows that are days old.

use crate::schema::{Column, Fill, Index, Kind, Ownership, Table};

/// The declaration. Without a foreign key, for the reason told in `peer_changes`.
pub const TABLE: Table = Table {
    ownership: Ownership::User("whose"),
    derived: true,
    indexes: &[Index { name: "ix_peer_log_xact", columns: &["xact"] }],
    ..Table::new(
        "peer_log",
        &[
            Column::new("id", Kind::Bigint).required().filled(Fill::Serial),
            Column::new("whose", Kind::Integer).required(),
            // PostgreSQL's number of the writing transaction: ids are given before commits, in another order.
            // SQLite has one writer at a time, so that there the id will do.
            Column::new("xact", Kind::Bigint),
        ],
        &["id"],
    )
};
