//! `llm_descriptions`: texts that were generated about a node for a user.

use crate::schema::{Check, Column, Fill, ForeignKey, Index, Kind, Ownership, Table, Unique};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    legacy_only: true,
    uniques: &[Unique { name: "uq_llm_descriptions_node_id_user_id", columns: &["node_id", "user_id"] }],
    foreign_keys: &[ForeignKey::user("user_id")],
    checks: &[Check {
        name: "ck_llm_descriptions_node_type",
        sql: "node_type IN ('skill', 'occupation', 'skillgroup')",
    }],
    indexes: &[Index { name: "ix_llm_descriptions_user_id_id", columns: &["user_id", "id"] }],
    ..Table::new(
        "llm_descriptions",
        &[
            Column::key("id"),
            Column::new("node_id", Kind::Varchar(255)).required(),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("node_type", Kind::Varchar(50)).required(),
            Column::new("description", Kind::Text).required(),
            Column::new("prompt_template", Kind::Varchar(100)),
            Column::new("model_version", Kind::Varchar(50)),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
            Column::new("expires_at", Kind::Time),
        ],
        &["id"],
    )
};
