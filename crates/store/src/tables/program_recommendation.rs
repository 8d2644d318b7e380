//! `program_recommendations`: programmes that were suggested for a career goal.

use crate::schema::{Check, Column, Fill, ForeignKey, Index, Kind, Ownership, Table};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::Through { column: "goal_id", parent: &super::career_goal::TABLE },
    legacy_only: true,
    foreign_keys: &[ForeignKey::part_of("goal_id", "career_goals")],
    checks: &[Check { name: "ck_program_recommendations_match_score", sql: "match_score BETWEEN 0 AND 1" }],
    indexes: &[Index { name: "ix_program_recommendations_goal_id_id", columns: &["goal_id", "id"] }],
    ..Table::new(
        "program_recommendations",
        &[
            Column::key("id"),
            Column::new("goal_id", Kind::Integer).required(),
            Column::new("program_name", Kind::Varchar(500)).required(),
            Column::new("institution", Kind::Varchar(500)).required(),
            Column::new("institution_type", Kind::Varchar(50)),
            Column::new("program_code", Kind::Varchar(100)),
            Column::new("duration", Kind::Varchar(100)),
            Column::new("admission_requirements", Kind::Json),
            Column::new("match_score", Kind::Decimal(3, 2)),
            Column::new("cost_estimate", Kind::Decimal(10, 2)),
            Column::new("location", Kind::Json),
            Column::new("intake_dates", Kind::Json),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
        ],
        &["id"],
    )
};
