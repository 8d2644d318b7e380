//! `user_program_interactions`: what a user has done with a programme.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Check, Column, Fill, ForeignKey, Index, Kind, Ownership, Table},
    value::{Json, Text, Uuid, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[ForeignKey::part_of("program_id", "programs"), ForeignKey::user("user_id")],
    checks: &[Check { name: "ck_user_program_interactions_rating", sql: "rating BETWEEN 1 AND 5" }],
    indexes: &[
        Index { name: "ix_user_program_interactions_program_id", columns: &["program_id"] },
        Index { name: "ix_user_program_interactions_user_id", columns: &["user_id"] },
    ],
    ..Table::new(
        "user_program_interactions",
        &[
            Column::new("id", Kind::Uuid).required().filled(Fill::Random),
            Column::new("user_id", Kind::Integer),
            Column::new("program_id", Kind::Uuid),
            Column::new("interaction_type", Kind::Varchar(50)).required(),
            Column::new("interaction_duration_seconds", Kind::Integer),
            Column::new("interaction_source", Kind::Varchar(50)),
            Column::new("search_query", Kind::Text),
            Column::new("search_filters", Kind::Jsonb),
            Column::new("page_position", Kind::Integer),
            Column::new("session_id", Kind::Uuid),
            Column::new("rating", Kind::Integer),
            Column::new("feedback_text", Kind::Text),
            Column::new("relevance_score", Kind::Decimal(3, 2)),
            Column::new("device_type", Kind::Varchar(20)),
            Column::new("user_agent", Kind::Text),
            Column::new("ip_address", Kind::Native("inet")),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct UserProgramInteractionId(pub String);

impl From<UserProgramInteractionId> for RowKey {
    fn from(id: UserProgramInteractionId) -> Self {
        Self::Text(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserProgramInteraction)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: UserProgramInteractionId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    pub program_id: Option<String>,
    #[serde(deserialize_with = "or_default")]
    pub interaction_type: String,
    pub interaction_duration_seconds: Option<i64>,
    pub interaction_source: Option<String>,
    pub search_query: Option<String>,
    pub search_filters: Option<Value>,
    pub page_position: Option<i64>,
    pub session_id: Option<String>,
    pub rating: Option<i64>,
    pub feedback_text: Option<String>,
    pub relevance_score: Option<f64>,
    pub device_type: Option<String>,
    pub user_agent: Option<String>,
    pub ip_address: Option<String>,
    pub created_at: Option<DateTime<Utc>>,
}

/// What we write; a client writes nothing. The address is kept from older databases and not added to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserProgramInteractionDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub program_id: Option<Uuid>,
    pub interaction_type: Text<50>,
    pub interaction_duration_seconds: Option<i64>,
    pub interaction_source: Option<Text<50>>,
    pub search_query: Option<Text<100_000>>,
    pub search_filters: Option<Json>,
    pub page_position: Option<i64>,
    pub session_id: Option<Uuid>,
    pub rating: Option<i64>,
    pub feedback_text: Option<Text<100_000>>,
    pub relevance_score: Option<f64>,
    pub device_type: Option<Text<20>>,
    pub user_agent: Option<Text<100_000>>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum UserProgramInteraction {}

impl OwnedTable for UserProgramInteraction {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "program-interactions";
    const CREATED: Option<&'static str> = Some("created_at");

    fn sample() -> Value {
        json!({
            "program_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
            "interaction_type": "some interaction type",
            "interaction_duration_seconds": 3,
            "interaction_source": "some interaction source",
            "search_query": "some search query",
            "search_filters": { "a": [1, "b"] },
            "page_position": 3,
            "session_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
            "rating": 3,
            "feedback_text": "some feedback text",
            "relevance_score": 0.5,
            "device_type": "some device type",
            "user_agent": "some user agent",
        })
    }
}
