//! `career_goals`: what a user wants to reach, and how far along they are.

use crate::schema::{Column, Fill, ForeignKey, Index, Kind, Table, Trigger};

/// The declaration. Databases of an older shape keep their own columns beside these.
pub const TABLE: Table = Table {
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_career_goals_user_id", columns: &["user_id"] }],
    triggers: &[Trigger::MarkPeerChange],
    ..Table::new(
        "career_goals",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("esco_occupation_id", Kind::String),
            Column::new("oasis_code", Kind::String),
            Column::new("title", Kind::String).required(),
            Column::new("description", Kind::Text),
            Column::new("target_date", Kind::LocalTime),
            Column::new("is_active", Kind::Boolean).filled(Fill::Value("true")),
            Column::new("progress_percentage", Kind::Real).filled(Fill::Value("0")),
            Column::new("created_at", Kind::LocalTime).filled(Fill::Now),
            Column::new("updated_at", Kind::LocalTime).filled(Fill::Now),
            Column::new("achieved_at", Kind::LocalTime),
            Column::new("source", Kind::String),
            Column::new("source_metadata", Kind::Text),
        ],
        &["id"],
    )
};
