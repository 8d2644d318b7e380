//! `user_chat_analytics`: how much a user has chatted on each day.

use chrono::{DateTime, NaiveDate, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table, Unique},
    value::or_default,
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    uniques: &[Unique { name: "uq_user_chat_analytics_user_id_date", columns: &["user_id", "date"] }],
    foreign_keys: &[
        ForeignKey::naming("most_used_category_id", "conversation_categories"),
        ForeignKey::user("user_id"),
    ],
    indexes: &[Index { name: "ix_user_chat_analytics_most_used_category_id", columns: &["most_used_category_id"] }],
    ..Table::new(
        "user_chat_analytics",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("date", Kind::Date).required(),
            Column::new("messages_sent", Kind::Integer).filled(Fill::Value("0")),
            Column::new("conversations_started", Kind::Integer).filled(Fill::Value("0")),
            Column::new("total_tokens_used", Kind::Integer).filled(Fill::Value("0")),
            Column::new("avg_response_time_ms", Kind::Real),
            Column::new("most_used_category_id", Kind::Integer),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct UserChatAnalyticsId(pub i64);

impl From<UserChatAnalyticsId> for RowKey {
    fn from(id: UserChatAnalyticsId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserChatAnalytics)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: UserChatAnalyticsId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    pub date: Option<NaiveDate>,
    #[serde(deserialize_with = "or_default")]
    pub messages_sent: i64,
    #[serde(deserialize_with = "or_default")]
    pub conversations_started: i64,
    #[serde(deserialize_with = "or_default")]
    pub total_tokens_used: i64,
    pub avg_response_time_ms: Option<f64>,
    pub most_used_category_id: Option<i64>,
    pub created_at: Option<DateTime<Utc>>,
}

/// What we write; a client writes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserChatAnalyticsDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub date: NaiveDate,
    pub messages_sent: Option<i64>,
    pub conversations_started: Option<i64>,
    pub total_tokens_used: Option<i64>,
    pub avg_response_time_ms: Option<f64>,
    pub most_used_category_id: Option<i64>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum UserChatAnalytics {}

impl OwnedTable for UserChatAnalytics {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "chat-analytics";
    const CREATED: Option<&'static str> = Some("created_at");

    fn sample() -> Value {
        json!({
            "date": "2030-01-31",
            "messages_sent": 3,
            "conversations_started": 3,
            "total_tokens_used": 3,
            "avg_response_time_ms": 0.5,
            "most_used_category_id": 3,
        })
    }
}
