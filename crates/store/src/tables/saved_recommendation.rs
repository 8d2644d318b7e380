//! `saved_recommendations`: occupations that a user has put aside.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table, Unique},
    value::{Json, Rating, Text, Words, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    uniques: &[Unique { name: "uq_saved_recommendations_user_id_oasis_code", columns: &["user_id", "oasis_code"] }],
    foreign_keys: &[ForeignKey::naming("conversation_id", "conversations"), ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_saved_recommendations_conversation_id", columns: &["conversation_id"] }],
    ..Table::new(
        "saved_recommendations",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("oasis_code", Kind::String).required(),
            Column::new("label", Kind::String).required(),
            Column::new("description", Kind::Text),
            Column::new("main_duties", Kind::Text),
            Column::new("role_creativity", Kind::Real),
            Column::new("role_leadership", Kind::Real),
            Column::new("role_digital_literacy", Kind::Real),
            Column::new("role_critical_thinking", Kind::Real),
            Column::new("role_problem_solving", Kind::Real),
            Column::new("analytical_thinking", Kind::Real),
            Column::new("attention_to_detail", Kind::Real),
            Column::new("collaboration", Kind::Real),
            Column::new("adaptability", Kind::Real),
            Column::new("independence", Kind::Real),
            Column::new("evaluation", Kind::Real),
            Column::new("decision_making", Kind::Real),
            Column::new("stress_tolerance", Kind::Real),
            Column::new("all_fields", Kind::Json),
            Column::new("saved_at", Kind::Time).required().filled(Fill::Now),
            Column::new("personal_analysis", Kind::Text),
            Column::new("entry_qualifications", Kind::Text),
            Column::new("suggested_improvements", Kind::Text),
            Column::new("source_tool", Kind::Varchar(50)),
            Column::new("conversation_id", Kind::Integer),
            Column::new("component_type", Kind::Varchar(50)),
            Column::new("component_data", Kind::Json),
            Column::new("interaction_metadata", Kind::Json),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct SavedRecommendationId(pub i64);

impl From<SavedRecommendationId> for RowKey {
    fn from(id: SavedRecommendationId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = SavedRecommendation)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: SavedRecommendationId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    #[serde(deserialize_with = "or_default")]
    pub oasis_code: String,
    #[serde(deserialize_with = "or_default")]
    pub label: String,
    pub description: Option<String>,
    pub main_duties: Option<String>,
    pub role_creativity: Option<f64>,
    pub role_leadership: Option<f64>,
    pub role_digital_literacy: Option<f64>,
    pub role_critical_thinking: Option<f64>,
    pub role_problem_solving: Option<f64>,
    pub analytical_thinking: Option<f64>,
    pub attention_to_detail: Option<f64>,
    pub collaboration: Option<f64>,
    pub adaptability: Option<f64>,
    pub independence: Option<f64>,
    pub evaluation: Option<f64>,
    pub decision_making: Option<f64>,
    pub stress_tolerance: Option<f64>,
    pub all_fields: Option<Value>,
    pub saved_at: Option<DateTime<Utc>>,
    pub personal_analysis: Option<String>,
    pub entry_qualifications: Option<String>,
    pub suggested_improvements: Option<String>,
    pub source_tool: Option<String>,
    pub conversation_id: Option<i64>,
    pub component_type: Option<String>,
    pub component_data: Option<Value>,
    pub interaction_metadata: Option<Value>,
}

/// What we write; a client writes the occupation, and we where it came from and what we make of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = SavedRecommendationDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub oasis_code: Words<255>,
    pub label: Words<255>,
    pub description: Option<Text<50_000>>,
    pub main_duties: Option<Text<50_000>>,
    pub role_creativity: Option<Rating>,
    pub role_leadership: Option<Rating>,
    pub role_digital_literacy: Option<Rating>,
    pub role_critical_thinking: Option<Rating>,
    pub role_problem_solving: Option<Rating>,
    pub analytical_thinking: Option<Rating>,
    pub attention_to_detail: Option<Rating>,
    pub collaboration: Option<Rating>,
    pub adaptability: Option<Rating>,
    pub independence: Option<Rating>,
    pub evaluation: Option<Rating>,
    pub decision_making: Option<Rating>,
    pub stress_tolerance: Option<Rating>,
    pub all_fields: Option<Json>,
    pub personal_analysis: Option<Text<100_000>>,
    pub entry_qualifications: Option<Text<100_000>>,
    pub suggested_improvements: Option<Text<100_000>>,
    pub source_tool: Option<Text<50>>,
    pub conversation_id: Option<i64>,
    pub component_type: Option<Text<50>>,
    pub component_data: Option<Json>,
    pub interaction_metadata: Option<Json>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum SavedRecommendation {}

impl OwnedTable for SavedRecommendation {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "saved-recommendations";
    const NEWEST_FIRST: bool = true;
    const CREATED: Option<&'static str> = Some("saved_at");

    fn sample() -> Value {
        json!({
            "oasis_code": "some oasis code",
            "label": "some label",
            "description": "some description",
            "main_duties": "some main duties",
            "role_creativity": 0.5,
            "role_leadership": 0.5,
            "role_digital_literacy": 0.5,
            "role_critical_thinking": 0.5,
            "role_problem_solving": 0.5,
            "analytical_thinking": 0.5,
            "attention_to_detail": 0.5,
            "collaboration": 0.5,
            "adaptability": 0.5,
            "independence": 0.5,
            "evaluation": 0.5,
            "decision_making": 0.5,
            "stress_tolerance": 0.5,
            "all_fields": { "a": [1, "b"] },
            "personal_analysis": "some personal analysis",
            "entry_qualifications": "some entry qualifications",
            "suggested_improvements": "some suggested improvements",
            "source_tool": "some source tool",
            "conversation_id": 3,
            "component_type": "some component type",
            "component_data": { "a": [1, "b"] },
            "interaction_metadata": { "a": [1, "b"] },
        })
    }
}
