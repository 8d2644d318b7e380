//! `conversation_logs`: questions about a course, and the answers.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table},
    value::{Json, Text, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[ForeignKey::part_of("course_id", "courses"), ForeignKey::user("user_id")],
    indexes: &[
        Index { name: "ix_conversation_logs_course_id", columns: &["course_id"] },
        Index { name: "ix_conversation_logs_user_id_id", columns: &["user_id", "id"] },
    ],
    ..Table::new(
        "conversation_logs",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("course_id", Kind::Integer).required(),
            Column::new("session_id", Kind::Varchar(255)).required(),
            Column::new("question_intent", Kind::Varchar(100)).required(),
            Column::new("question_text", Kind::Text).required(),
            Column::new("response", Kind::Text),
            Column::new("extracted_insights", Kind::Json),
            Column::new("sentiment_analysis", Kind::Json),
            Column::new("career_implications", Kind::Json),
            Column::new("llm_metadata", Kind::Json),
            Column::new("created_at", Kind::Time).filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct ConversationLogId(pub i64);

impl From<ConversationLogId> for RowKey {
    fn from(id: ConversationLogId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ConversationLog)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: ConversationLogId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    #[serde(deserialize_with = "or_default")]
    pub course_id: i64,
    #[serde(deserialize_with = "or_default")]
    pub session_id: String,
    #[serde(deserialize_with = "or_default")]
    pub question_intent: String,
    #[serde(deserialize_with = "or_default")]
    pub question_text: String,
    pub response: Option<String>,
    pub extracted_insights: Option<Value>,
    pub sentiment_analysis: Option<Value>,
    pub career_implications: Option<Value>,
    pub llm_metadata: Option<Value>,
    pub created_at: Option<DateTime<Utc>>,
}

/// What we write; a client writes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ConversationLogDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub course_id: i64,
    pub session_id: Text<255>,
    pub question_intent: Text<100>,
    pub question_text: Text<100_000>,
    pub response: Option<Text<100_000>>,
    pub extracted_insights: Option<Json>,
    pub sentiment_analysis: Option<Json>,
    pub career_implications: Option<Json>,
    pub llm_metadata: Option<Json>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum ConversationLog {}

impl OwnedTable for ConversationLog {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "conversation-logs";
    const NEWEST_FIRST: bool = true;
    const CREATED: Option<&'static str> = Some("created_at");

    fn sample() -> Value {
        json!({
            "course_id": 3,
            "session_id": "some session id",
            "question_intent": "some question intent",
            "question_text": "some question text",
            "response": "some response",
            "extracted_insights": { "a": [1, "b"] },
            "sentiment_analysis": { "a": [1, "b"] },
            "career_implications": { "a": [1, "b"] },
            "llm_metadata": { "a": [1, "b"] },
        })
    }
}
