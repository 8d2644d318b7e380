//! `career_profile_aggregates`: summaries of what is known about a user, by period.

use crate::schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    legacy_only: true,
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_career_profile_aggregates_user_id_id", columns: &["user_id", "id"] }],
    ..Table::new(
        "career_profile_aggregates",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("aggregate_type", Kind::Varchar(50)).required(),
            Column::new("time_period", Kind::Varchar(50)),
            Column::new("cognitive_preferences", Kind::Json),
            Column::new("work_style_preferences", Kind::Json),
            Column::new("subject_affinities", Kind::Json),
            Column::new("career_readiness_signals", Kind::Json),
            Column::new("esco_path_suggestions", Kind::Json),
            Column::new("contradiction_flags", Kind::Json),
            Column::new("confidence_metrics", Kind::Json),
            Column::new("last_updated", Kind::Time).filled(Fill::Now),
            Column::new("created_at", Kind::Time).filled(Fill::Now),
        ],
        &["id"],
    )
};
