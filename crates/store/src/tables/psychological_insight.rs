//! `psychological_insights`: what was learned about a user from a course.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table},
    value::{Fraction, Json, Text, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[ForeignKey::part_of("course_id", "courses"), ForeignKey::user("user_id")],
    indexes: &[
        Index { name: "ix_psychological_insights_course_id", columns: &["course_id"] },
        Index { name: "ix_psychological_insights_user_id_id", columns: &["user_id", "id"] },
    ],
    ..Table::new(
        "psychological_insights",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("course_id", Kind::Integer).required(),
            Column::new("insight_type", Kind::Varchar(100)).required(),
            Column::new("insight_value", Kind::Json).required(),
            Column::new("confidence_score", Kind::Real),
            Column::new("evidence_source", Kind::Text),
            Column::new("esco_mapping", Kind::Json),
            Column::new("extracted_at", Kind::Time).filled(Fill::Now),
            Column::new("created_at", Kind::Time).filled(Fill::Now),
            Column::new("updated_at", Kind::Time).filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct PsychologicalInsightId(pub i64);

impl From<PsychologicalInsightId> for RowKey {
    fn from(id: PsychologicalInsightId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = PsychologicalInsight)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: PsychologicalInsightId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    #[serde(deserialize_with = "or_default")]
    pub course_id: i64,
    #[serde(deserialize_with = "or_default")]
    pub insight_type: String,
    #[serde(deserialize_with = "or_default")]
    pub insight_value: Value,
    pub confidence_score: Option<f64>,
    pub evidence_source: Option<String>,
    pub esco_mapping: Option<Value>,
    pub extracted_at: Option<DateTime<Utc>>,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
}

/// What an insight is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum InsightType {
    CognitivePreference,
    WorkStyle,
    SubjectAffinity,
    LearningPreference,
}

/// What we write; a client writes nothing. Older rows may hold other kinds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = PsychologicalInsightDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub course_id: i64,
    pub insight_type: InsightType,
    pub insight_value: Json,
    pub confidence_score: Option<Fraction>,
    pub evidence_source: Option<Text<100_000>>,
    pub esco_mapping: Option<Json>,
    pub extracted_at: Option<DateTime<Utc>>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum PsychologicalInsight {}

impl OwnedTable for PsychologicalInsight {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "psychological-insights";
    const NEWEST_FIRST: bool = true;
    const CREATED: Option<&'static str> = Some("created_at");
    const UPDATED: Option<&'static str> = Some("updated_at");

    fn sample() -> Value {
        json!({
            "course_id": 3,
            "insight_type": "work_style",
            "insight_value": { "a": [1, "b"] },
            "confidence_score": 0.5,
            "evidence_source": "some evidence source",
            "esco_mapping": { "a": [1, "b"] },
            "extracted_at": "2030-01-31T12:00:00Z",
        })
    }
}
