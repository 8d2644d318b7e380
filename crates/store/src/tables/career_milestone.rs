//! `career_milestones`: the steps towards a career goal.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table},
    value::{Fraction, Whole, Words, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::Through { column: "goal_id", parent: &super::career_goal::TABLE },
    foreign_keys: &[ForeignKey::part_of("goal_id", "career_goals")],
    indexes: &[Index { name: "ix_career_milestones_goal_id_id", columns: &["goal_id", "id"] }],
    ..Table::new(
        "career_milestones",
        &[
            Column::key("id"),
            Column::new("goal_id", Kind::Integer).required(),
            Column::new("skill_id", Kind::String).required(),
            Column::new("skill_name", Kind::String).required(),
            Column::new("tier_level", Kind::Integer).required(),
            Column::new("is_completed", Kind::Boolean).filled(Fill::Value("false")),
            Column::new("confidence_score", Kind::Real).filled(Fill::Value("0")),
            Column::new("created_at", Kind::LocalTime).filled(Fill::Now),
            Column::new("completed_at", Kind::LocalTime),
            Column::new("xp_value", Kind::Integer).filled(Fill::Value("100")),
            Column::new("xp_awarded", Kind::Boolean).filled(Fill::Value("false")),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct CareerMilestoneId(pub i64);

impl From<CareerMilestoneId> for RowKey {
    fn from(id: CareerMilestoneId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = CareerMilestone)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: CareerMilestoneId,
    #[serde(deserialize_with = "or_default")]
    pub goal_id: i64,
    #[serde(deserialize_with = "or_default")]
    pub skill_id: String,
    #[serde(deserialize_with = "or_default")]
    pub skill_name: String,
    #[serde(deserialize_with = "or_default")]
    pub tier_level: i64,
    #[serde(deserialize_with = "or_default")]
    pub is_completed: bool,
    #[serde(deserialize_with = "or_default")]
    pub confidence_score: f64,
    pub created_at: Option<DateTime<Utc>>,
    pub completed_at: Option<DateTime<Utc>>,
    #[serde(deserialize_with = "or_default")]
    pub xp_value: i64,
    #[serde(deserialize_with = "or_default")]
    pub xp_awarded: bool,
}

/// What we write. A client completes it, and nothing else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = CareerMilestoneDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub skill_id: Words<255>,
    pub skill_name: Words<255>,
    pub tier_level: Whole<1, 100>,
    pub is_completed: Option<bool>,
    pub confidence_score: Option<Fraction>,
    pub completed_at: Option<DateTime<Utc>>,
    pub xp_value: Option<Whole<0, 100_000>>,
    pub xp_awarded: Option<bool>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum CareerMilestone {}

impl OwnedTable for CareerMilestone {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "career-milestones";
    const CREATED: Option<&'static str> = Some("created_at");

    fn sample() -> Value {
        json!({
            "skill_id": "some skill id",
            "skill_name": "some skill name",
            "tier_level": 2,
            "is_completed": true,
            "confidence_score": 0.5,
            "completed_at": "2030-01-31T12:00:00Z",
            "xp_value": 2,
            "xp_awarded": true,
        })
    }
}
