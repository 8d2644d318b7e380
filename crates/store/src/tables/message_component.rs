//! `message_components`: what a message of the assistant shows beside its text.

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
    ownership: Ownership::Through { column: "message_id", parent: &super::chat_message::TABLE },
    foreign_keys: &[ForeignKey::part_of("message_id", "chat_messages")],
    indexes: &[Index { name: "ix_message_components_message_id_id", columns: &["message_id", "id"] }],
    ..Table::new(
        "message_components",
        &[
            Column::key("id"),
            Column::new("message_id", Kind::Integer).required(),
            Column::new("component_type", Kind::Varchar(50)).required(),
            Column::new("component_data", Kind::Jsonb).required(),
            Column::new("tool_source", Kind::Varchar(50)),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
            Column::new("actions", Kind::Jsonb).filled(Fill::Value("'[]'")),
            Column::new("saved", Kind::Jsonb).filled(Fill::Value("'false'")),
            Column::new("component_metadata", Kind::Jsonb),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct MessageComponentId(pub i64);

impl From<MessageComponentId> for RowKey {
    fn from(id: MessageComponentId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = MessageComponent)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: MessageComponentId,
    #[serde(deserialize_with = "or_default")]
    pub message_id: i64,
    #[serde(deserialize_with = "or_default")]
    pub component_type: String,
    #[serde(deserialize_with = "or_default")]
    pub component_data: Value,
    pub tool_source: Option<String>,
    pub created_at: Option<DateTime<Utc>>,
    #[serde(deserialize_with = "or_default")]
    pub actions: Value,
    #[serde(deserialize_with = "or_default")]
    pub saved: Value,
    pub component_metadata: Option<Value>,
}

/// What we write; a client writes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = MessageComponentDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub component_type: Text<50>,
    pub component_data: Json,
    pub tool_source: Option<Text<50>>,
    pub actions: Option<Json>,
    pub saved: Option<Json>,
    pub component_metadata: Option<Json>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum MessageComponent {}

impl OwnedTable for MessageComponent {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "message-components";
    const CREATED: Option<&'static str> = Some("created_at");

    fn sample() -> Value {
        json!({
            "component_type": "some component type",
            "component_data": { "a": [1, "b"] },
            "tool_source": "some tool source",
            "actions": { "a": [1, "b"] },
            "saved": { "a": [1, "b"] },
            "component_metadata": { "a": [1, "b"] },
        })
    }
}
