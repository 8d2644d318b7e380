//! `personality_assessments`: one sitting of a personality test.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table, Unique},
    value::{Json, Text, Uuid, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    uniques: &[Unique { name: "uq_personality_assessments_session_id", columns: &["session_id"] }],
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_personality_assessments_user_id", columns: &["user_id"] }],
    ..Table::new(
        "personality_assessments",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("assessment_type", Kind::Varchar(50)).required(),
            Column::new("assessment_version", Kind::Varchar(20)).required(),
            Column::new("session_id", Kind::Uuid).required(),
            Column::new("status", Kind::Varchar(20)).required().filled(Fill::Value("'in_progress'")),
            Column::new("started_at", Kind::Time).filled(Fill::Now),
            Column::new("completed_at", Kind::Time),
            Column::new("total_items", Kind::Integer),
            Column::new("completed_items", Kind::Integer).filled(Fill::Value("0")),
            Column::new("validity_flags", Kind::Json).filled(Fill::Value("'{}'")),
            Column::new("metadata", Kind::Json).filled(Fill::Value("'{}'")),
            Column::new("created_at", Kind::Time).filled(Fill::Now),
            Column::new("updated_at", Kind::Time).filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct PersonalityAssessmentId(pub i64);

impl From<PersonalityAssessmentId> for RowKey {
    fn from(id: PersonalityAssessmentId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = PersonalityAssessment)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: PersonalityAssessmentId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    #[serde(deserialize_with = "or_default")]
    pub assessment_type: String,
    #[serde(deserialize_with = "or_default")]
    pub assessment_version: String,
    #[serde(deserialize_with = "or_default")]
    pub session_id: String,
    #[serde(deserialize_with = "or_default")]
    pub status: String,
    pub started_at: Option<DateTime<Utc>>,
    pub completed_at: Option<DateTime<Utc>>,
    pub total_items: Option<i64>,
    #[serde(deserialize_with = "or_default")]
    pub completed_items: i64,
    #[serde(deserialize_with = "or_default")]
    pub validity_flags: Value,
    #[serde(deserialize_with = "or_default")]
    pub metadata: Value,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
}

/// What we write; a client writes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = PersonalityAssessmentDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub assessment_type: Text<50>,
    pub assessment_version: Text<20>,
    pub session_id: Uuid,
    pub status: Text<20>,
    pub started_at: Option<DateTime<Utc>>,
    pub completed_at: Option<DateTime<Utc>>,
    pub total_items: Option<i64>,
    pub completed_items: Option<i64>,
    pub validity_flags: Option<Json>,
    pub metadata: Option<Json>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum PersonalityAssessment {}

impl OwnedTable for PersonalityAssessment {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "personality-assessments";
    const NEWEST_FIRST: bool = true;
    const CREATED: Option<&'static str> = Some("created_at");
    const UPDATED: Option<&'static str> = Some("updated_at");

    fn sample() -> Value {
        json!({
            "assessment_type": "some assessment type",
            "assessment_version": "some assessment vers",
            "session_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
            "status": "some status",
            "started_at": "2030-01-31T12:00:00Z",
            "completed_at": "2030-01-31T12:00:00Z",
            "total_items": 3,
            "completed_items": 3,
            "validity_flags": { "a": [1, "b"] },
            "metadata": { "a": [1, "b"] },
        })
    }
}
