//! `personality_responses`: answers in a sitting of a personality test.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table},
    value::{Json, Text, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::Through { column: "assessment_id", parent: &super::personality_assessment::TABLE },
    foreign_keys: &[ForeignKey::part_of("assessment_id", "personality_assessments")],
    indexes: &[Index { name: "ix_personality_responses_assessment_id_id", columns: &["assessment_id", "id"] }],
    ..Table::new(
        "personality_responses",
        &[
            Column::key("id"),
            Column::new("assessment_id", Kind::Integer).required(),
            Column::new("item_id", Kind::Varchar(100)).required(),
            Column::new("item_type", Kind::Varchar(50)).required(),
            Column::new("response_value", Kind::Json).required(),
            Column::new("response_time_ms", Kind::Integer),
            Column::new("revision_count", Kind::Integer).filled(Fill::Value("0")),
            Column::new("confidence_level", Kind::Integer),
            Column::new("behavioral_metadata", Kind::Json).filled(Fill::Value("'{}'")),
            Column::new("created_at", Kind::Time).filled(Fill::Now),
            Column::new("updated_at", Kind::Time).filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct PersonalityResponseId(pub i64);

impl From<PersonalityResponseId> for RowKey {
    fn from(id: PersonalityResponseId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = PersonalityResponse)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: PersonalityResponseId,
    #[serde(deserialize_with = "or_default")]
    pub assessment_id: i64,
    #[serde(deserialize_with = "or_default")]
    pub item_id: String,
    #[serde(deserialize_with = "or_default")]
    pub item_type: String,
    #[serde(deserialize_with = "or_default")]
    pub response_value: Value,
    pub response_time_ms: Option<i64>,
    #[serde(deserialize_with = "or_default")]
    pub revision_count: i64,
    pub confidence_level: Option<i64>,
    #[serde(deserialize_with = "or_default")]
    pub behavioral_metadata: Value,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
}

/// What we write; a client writes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = PersonalityResponseDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub item_id: Text<100>,
    pub item_type: Text<50>,
    pub response_value: Json,
    pub response_time_ms: Option<i64>,
    pub revision_count: Option<i64>,
    pub confidence_level: Option<i64>,
    pub behavioral_metadata: Option<Json>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum PersonalityResponse {}

impl OwnedTable for PersonalityResponse {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "personality-responses";
    const CREATED: Option<&'static str> = Some("created_at");
    const UPDATED: Option<&'static str> = Some("updated_at");

    fn sample() -> Value {
        json!({
            "item_id": "some item id",
            "item_type": "some item type",
            "response_value": { "a": [1, "b"] },
            "response_time_ms": 3,
            "revision_count": 3,
            "confidence_level": 3,
            "behavioral_metadata": { "a": [1, "b"] },
        })
    }
}
