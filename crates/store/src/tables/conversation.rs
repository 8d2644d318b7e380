//! `conversations`: a user's conversations with the assistant.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table},
    value::{Words, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[ForeignKey::naming("category_id", "conversation_categories"), ForeignKey::user("user_id")],
    indexes: &[
        Index { name: "ix_conversations_category_id", columns: &["category_id"] },
        Index { name: "ix_conversations_user_id_id", columns: &["user_id", "id"] },
    ],
    ..Table::new(
        "conversations",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("title", Kind::Varchar(255)).required(),
            Column::new("auto_generated_title", Kind::Boolean).filled(Fill::Value("true")),
            Column::new("category_id", Kind::Integer),
            Column::new("is_favorite", Kind::Boolean).filled(Fill::Value("false")),
            Column::new("is_archived", Kind::Boolean).filled(Fill::Value("false")),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
            Column::new("updated_at", Kind::Time).required().filled(Fill::Now),
            Column::new("last_message_at", Kind::Time),
            Column::new("message_count", Kind::Integer).filled(Fill::Value("0")),
            Column::new("total_tokens_used", Kind::Integer).filled(Fill::Value("0")),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct ConversationId(pub i64);

impl From<ConversationId> for RowKey {
    fn from(id: ConversationId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = Conversation)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: ConversationId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    #[serde(deserialize_with = "or_default")]
    pub title: String,
    #[serde(deserialize_with = "or_default")]
    pub auto_generated_title: bool,
    pub category_id: Option<i64>,
    #[serde(deserialize_with = "or_default")]
    pub is_favorite: bool,
    #[serde(deserialize_with = "or_default")]
    pub is_archived: bool,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
    pub last_message_at: Option<DateTime<Utc>>,
    #[serde(deserialize_with = "or_default")]
    pub message_count: i64,
    #[serde(deserialize_with = "or_default")]
    pub total_tokens_used: i64,
}

/// What a client may write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ConversationDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub title: Words<255>,
    pub category_id: Option<i64>,
    pub is_favorite: Option<bool>,
    pub is_archived: Option<bool>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum Conversation {}

impl OwnedTable for Conversation {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "conversations";
    const NEWEST_FIRST: bool = true;
    const CREATED: Option<&'static str> = Some("created_at");
    const UPDATED: Option<&'static str> = Some("updated_at");

    fn sample() -> Value {
        json!({
            "title": "some title",
            "category_id": 1,
            "is_favorite": true,
            "is_archived": true,
        })
    }
}
