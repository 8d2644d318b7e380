//! `strengths_reflection_responses`: what a user answers to questions about their strengths.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table},
    value::{Text, Whole, Words, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_strengths_reflection_responses_user_id_id", columns: &["user_id", "id"] }],
    ..Table::new(
        "strengths_reflection_responses",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("question_id", Kind::Integer).required(),
            Column::new("prompt_text", Kind::Text).required(),
            Column::new("response", Kind::Text),
            Column::new("response_time_ms", Kind::Integer),
            Column::new("created_at", Kind::Time).filled(Fill::Now),
            Column::new("updated_at", Kind::Time).filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct StrengthsReflectionResponseId(pub i64);

impl From<StrengthsReflectionResponseId> for RowKey {
    fn from(id: StrengthsReflectionResponseId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = StrengthsReflectionResponse)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: StrengthsReflectionResponseId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    #[serde(deserialize_with = "or_default")]
    pub question_id: i64,
    #[serde(deserialize_with = "or_default")]
    pub prompt_text: String,
    pub response: Option<String>,
    pub response_time_ms: Option<i64>,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
}

/// What a client may write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = StrengthsReflectionResponseDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub question_id: Whole<1, 1_000_000>,
    pub prompt_text: Words<10_000>,
    pub response: Option<Text<50_000>>,
    pub response_time_ms: Option<Whole<0, 86_400_000>>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum StrengthsReflectionResponse {}

impl OwnedTable for StrengthsReflectionResponse {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "strengths-reflection-responses";
    const CREATED: Option<&'static str> = Some("created_at");
    const UPDATED: Option<&'static str> = Some("updated_at");

    fn sample() -> Value {
        json!({
            "question_id": 2,
            "prompt_text": "some prompt text",
            "response": "some response",
            "response_time_ms": 2,
        })
    }
}
