//! `chat_messages`: what was said in a conversation with the assistant.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey},
    schema::{Check, Column, Fill, ForeignKey, Index, Kind, Ownership, Table},
    value::{Json, Text, Words, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::Through { column: "conversation_id", parent: &super::conversation::TABLE },
    foreign_keys: &[ForeignKey::part_of("conversation_id", "conversations")],
    checks: &[Check { name: "ck_chat_messages_role", sql: "role IN ('user', 'assistant', 'system')" }],
    indexes: &[Index { name: "ix_chat_messages_conversation_id_id", columns: &["conversation_id", "id"] }],
    ..Table::new(
        "chat_messages",
        &[
            Column::key("id"),
            Column::new("conversation_id", Kind::Integer).required(),
            Column::new("role", Kind::Varchar(20)).required(),
            Column::new("content", Kind::Text).required(),
            Column::new("tokens_used", Kind::Integer),
            Column::new("model_used", Kind::Varchar(50)),
            Column::new("response_time_ms", Kind::Integer),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
            Column::new("message_metadata", Kind::Jsonb),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct ChatMessageId(pub i64);

impl From<ChatMessageId> for RowKey {
    fn from(id: ChatMessageId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ChatMessage)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: ChatMessageId,
    #[serde(deserialize_with = "or_default")]
    pub conversation_id: i64,
    #[serde(deserialize_with = "or_default")]
    pub role: String,
    #[serde(deserialize_with = "or_default")]
    pub content: String,
    pub tokens_used: Option<i64>,
    pub model_used: Option<String>,
    pub response_time_ms: Option<i64>,
    pub created_at: Option<DateTime<Utc>>,
    pub message_metadata: Option<Value>,
}

/// Who says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The user.
    User,
    /// The assistant.
    Assistant,
    /// What the assistant was told about its part.
    System,
}

/// What a client may write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ChatMessageDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub role: Role,
    pub content: Words<20_000>,
    pub tokens_used: Option<i64>,
    pub model_used: Option<Text<50>>,
    pub response_time_ms: Option<i64>,
    pub message_metadata: Option<Json>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum ChatMessage {}

impl OwnedTable for ChatMessage {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "chat-messages";
    const CREATED: Option<&'static str> = Some("created_at");

    fn sample() -> Value {
        json!({
            "role": "user",
            "content": "some content",
            "tokens_used": 3,
            "model_used": "some model used",
            "response_time_ms": 3,
            "message_metadata": { "a": [1, "b"] },
        })
    }
}
