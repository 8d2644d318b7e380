//! `users`: one row for each person, whose integer key everything else refers to.
//!
//! Written by `orientor-identity`; nothing here reads it.

use crate::schema::{Column, Fill, Kind, Ownership, Table, Trigger, Unique};

/// The declaration.
///
/// `email` accepts NULL on purpose: an address that nobody has verified is not stored.
pub const TABLE: Table = Table {
    ownership: Ownership::Person,
    secret: &["hashed_password"],
    uniques: &[
        Unique { name: "uq_users_email", columns: &["email"] },
        Unique { name: "uq_users_clerk_user_id", columns: &["clerk_user_id"] },
    ],
    // Names are on the cards that peers see, which servers keep in memory too.
    triggers: &[Trigger::LogPeer { users: &["id"], columns: &["is_active", "first_name", "last_name"] }],
    ..Table::new(
        "users",
        &[
            Column::key("id"),
            Column::new("email", Kind::Varchar(255)),
            Column::new("hashed_password", Kind::Varchar(255)),
            Column::new("clerk_user_id", Kind::Varchar(255)),
            Column::new("first_name", Kind::Varchar(100)),
            Column::new("last_name", Kind::Varchar(100)),
            Column::new("is_active", Kind::Boolean).required().filled(Fill::Value("true")),
            Column::new("created_at", Kind::Time).filled(Fill::Now),
            Column::new("onboarding_completed", Kind::Boolean).required().filled(Fill::Value("false")),
            Column::new("last_clerk_sync", Kind::Time),
        ],
        &["id"],
    )
};
