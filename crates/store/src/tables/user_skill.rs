//! `user_skills`: how a user rates themselves in thirteen skills. One row a user.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, Rows, owner},
    schema::{Column, Fill, ForeignKey, Kind, Ownership, Table, Unique},
    value::Rating,
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    uniques: &[Unique { name: "uq_user_skills_user_id", columns: &["user_id"] }],
    foreign_keys: &[ForeignKey::user("user_id")],
    ..Table::new(
        "user_skills",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer),
            Column::new("creativity", Kind::Real),
            Column::new("leadership", Kind::Real),
            Column::new("digital_literacy", Kind::Real),
            Column::new("critical_thinking", Kind::Real),
            Column::new("problem_solving", Kind::Real),
            Column::new("analytical_thinking", Kind::Real),
            Column::new("attention_to_detail", Kind::Real),
            Column::new("collaboration", Kind::Real),
            Column::new("adaptability", Kind::Real),
            Column::new("independence", Kind::Real),
            Column::new("evaluation", Kind::Real),
            Column::new("decision_making", Kind::Real),
            Column::new("stress_tolerance", Kind::Real),
            Column::new("last_updated", Kind::Time).filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct UserSkillId(pub i64);

impl From<UserSkillId> for RowKey {
    fn from(id: UserSkillId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Old ratings may lie outside 0 to 5.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserSkill)]
#[expect(missing_docs, reason = "the thirteen skills say what they are")]
pub struct Model {
    pub id: UserSkillId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    pub creativity: Option<f64>,
    pub leadership: Option<f64>,
    pub digital_literacy: Option<f64>,
    pub critical_thinking: Option<f64>,
    pub problem_solving: Option<f64>,
    pub analytical_thinking: Option<f64>,
    pub attention_to_detail: Option<f64>,
    pub collaboration: Option<f64>,
    pub adaptability: Option<f64>,
    pub independence: Option<f64>,
    pub evaluation: Option<f64>,
    pub decision_making: Option<f64>,
    pub stress_tolerance: Option<f64>,
    pub last_updated: Option<DateTime<Utc>>,
}

/// What a client may write.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserSkillDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the thirteen skills say what they are")]
pub struct Draft {
    pub creativity: Option<Rating>,
    pub leadership: Option<Rating>,
    pub digital_literacy: Option<Rating>,
    pub critical_thinking: Option<Rating>,
    pub problem_solving: Option<Rating>,
    pub analytical_thinking: Option<Rating>,
    pub attention_to_detail: Option<Rating>,
    pub collaboration: Option<Rating>,
    pub adaptability: Option<Rating>,
    pub independence: Option<Rating>,
    pub evaluation: Option<Rating>,
    pub decision_making: Option<Rating>,
    pub stress_tolerance: Option<Rating>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum UserSkill {}

impl OwnedTable for UserSkill {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "user-skills";
    const ROWS: Rows = Rows::OnePerUser;
    const UPDATED: Option<&'static str> = Some("last_updated");

    fn sample() -> Value {
        json!({
            "creativity": 4.5,
            "leadership": 0.0,
            "digital_literacy": 5.0,
            "critical_thinking": 3.1,
            "problem_solving": 2.0,
            "analytical_thinking": 1.0,
            "attention_to_detail": 0.1,
            "collaboration": 4.0,
            "adaptability": 3.5,
            "independence": 2.5,
            "evaluation": 1.5,
            "decision_making": 0.5,
            "stress_tolerance": 3.3,
        })
    }
}
