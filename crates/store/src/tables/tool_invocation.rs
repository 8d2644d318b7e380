//! `tool_invocations`: which tools the assistant has asked for a user.

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
    foreign_keys: &[ForeignKey::part_of("conversation_id", "conversations"), ForeignKey::user("user_id")],
    indexes: &[
        Index { name: "ix_tool_invocations_conversation_id", columns: &["conversation_id"] },
        Index { name: "ix_tool_invocations_user_id_id", columns: &["user_id", "id"] },
    ],
    ..Table::new(
        "tool_invocations",
        &[
            Column::key("id"),
            Column::new("conversation_id", Kind::Integer).required(),
            Column::new("tool_name", Kind::Varchar(50)).required(),
            Column::new("input_params", Kind::Jsonb),
            Column::new("output_data", Kind::Jsonb),
            Column::new("execution_time_ms", Kind::Integer),
            Column::new("success", Kind::Varchar(20)).filled(Fill::Value("'success'")),
            Column::new("error_message", Kind::Varchar(500)),
            Column::new("relevance_score", Kind::Real),
            Column::new("user_id", Kind::Integer),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct ToolInvocationId(pub i64);

impl From<ToolInvocationId> for RowKey {
    fn from(id: ToolInvocationId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ToolInvocation)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: ToolInvocationId,
    #[serde(deserialize_with = "or_default")]
    pub conversation_id: i64,
    #[serde(deserialize_with = "or_default")]
    pub tool_name: String,
    pub input_params: Option<Value>,
    pub output_data: Option<Value>,
    pub execution_time_ms: Option<i64>,
    #[serde(deserialize_with = "or_default")]
    pub success: String,
    pub error_message: Option<String>,
    pub relevance_score: Option<f64>,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    pub created_at: Option<DateTime<Utc>>,
}

/// What we write; a client writes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ToolInvocationDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub conversation_id: i64,
    pub tool_name: Text<50>,
    pub input_params: Option<Json>,
    pub output_data: Option<Json>,
    pub execution_time_ms: Option<i64>,
    pub success: Option<Text<20>>,
    pub error_message: Option<Text<500>>,
    pub relevance_score: Option<f64>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum ToolInvocation {}

impl OwnedTable for ToolInvocation {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "tool-invocations";
    const NEWEST_FIRST: bool = true;
    const CREATED: Option<&'static str> = Some("created_at");

    fn sample() -> Value {
        json!({
            "conversation_id": 3,
            "tool_name": "some tool name",
            "input_params": { "a": [1, "b"] },
            "output_data": { "a": [1, "b"] },
            "execution_time_ms": 3,
            "success": "success",
            "error_message": "some error message",
            "relevance_score": 0.5,
        })
    }
}
