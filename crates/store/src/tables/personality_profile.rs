//! `personality_profiles`: scores of a personality test.

use crate::schema::{Column, Fill, ForeignKey, Index, Kind, OnDelete, Table, Trigger};

/// The declaration.
pub const TABLE: Table = Table {
    foreign_keys: &[
        ForeignKey::user("user_id"),
        ForeignKey { column: "assessment_id", table: "personality_assessments", on_delete: OnDelete::SetNull },
    ],
    indexes: &[
        Index { name: "ix_personality_profiles_user_id", columns: &["user_id"] },
        // Without it, the deletion of an assessment reads the whole table.
        Index { name: "ix_personality_profiles_assessment_id", columns: &["assessment_id"] },
    ],
    triggers: &[Trigger::MarkPeerChange],
    ..Table::new(
        "personality_profiles",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("assessment_id", Kind::Integer),
            Column::new("profile_type", Kind::Varchar(50)).required(),
            Column::new("language", Kind::Varchar(10)),
            Column::new("scores", Kind::Json).required(),
            Column::new("confidence_intervals", Kind::Json),
            Column::new("reliability_estimates", Kind::Json),
            Column::new("percentile_ranks", Kind::Json),
            Column::new("narrative_description", Kind::Text),
            Column::new("assessment_version", Kind::Varchar(20)).required(),
            Column::new("computed_at", Kind::Time).filled(Fill::Now),
            Column::new("expires_at", Kind::Time),
            Column::new("created_at", Kind::Time).filled(Fill::Now),
            Column::new("updated_at", Kind::Time).filled(Fill::Now),
        ],
        &["id"],
    )
};
