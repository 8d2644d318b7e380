//! `user_journey_milestones`: what a user has reached on their way.

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
    foreign_keys: &[
        ForeignKey::naming("conversation_id", "conversations"),
        ForeignKey::user("user_id"),
        ForeignKey::naming("source_id", "conversations"),
    ],
    indexes: &[
        Index { name: "ix_user_journey_milestones_conversation_id", columns: &["conversation_id"] },
        Index { name: "ix_user_journey_milestones_user_id_id", columns: &["user_id", "id"] },
        Index { name: "ix_user_journey_milestones_source_id", columns: &["source_id"] },
    ],
    ..Table::new(
        "user_journey_milestones",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("milestone_type", Kind::Varchar(50)).required(),
            Column::new("milestone_data", Kind::Jsonb).required(),
            Column::new("title", Kind::Varchar(255)).required(),
            Column::new("description", Kind::Text),
            Column::new("category", Kind::Varchar(50)),
            Column::new("progress_percentage", Kind::Real).filled(Fill::Value("0")),
            Column::new("status", Kind::Varchar(20)).filled(Fill::Value("'active'")),
            Column::new("source_type", Kind::Varchar(50)),
            Column::new("source_id", Kind::Integer),
            Column::new("conversation_id", Kind::Integer),
            Column::new("achieved_at", Kind::Time),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
            Column::new("updated_at", Kind::Time).required().filled(Fill::Now),
            Column::new("ai_insights", Kind::Jsonb),
            Column::new("next_steps", Kind::Jsonb).filled(Fill::Value("'[]'")),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct UserJourneyMilestoneId(pub i64);

impl From<UserJourneyMilestoneId> for RowKey {
    fn from(id: UserJourneyMilestoneId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserJourneyMilestone)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: UserJourneyMilestoneId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    #[serde(deserialize_with = "or_default")]
    pub milestone_type: String,
    #[serde(deserialize_with = "or_default")]
    pub milestone_data: Value,
    #[serde(deserialize_with = "or_default")]
    pub title: String,
    pub description: Option<String>,
    pub category: Option<String>,
    #[serde(deserialize_with = "or_default")]
    pub progress_percentage: f64,
    #[serde(deserialize_with = "or_default")]
    pub status: String,
    pub source_type: Option<String>,
    pub source_id: Option<i64>,
    pub conversation_id: Option<i64>,
    pub achieved_at: Option<DateTime<Utc>>,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
    pub ai_insights: Option<Value>,
    #[serde(deserialize_with = "or_default")]
    pub next_steps: Value,
}

/// What we write; a client writes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserJourneyMilestoneDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub milestone_type: Text<50>,
    pub milestone_data: Json,
    pub title: Text<255>,
    pub description: Option<Text<100_000>>,
    pub category: Option<Text<50>>,
    pub progress_percentage: Option<f64>,
    pub status: Option<Text<20>>,
    pub source_type: Option<Text<50>>,
    pub source_id: Option<i64>,
    pub conversation_id: Option<i64>,
    pub achieved_at: Option<DateTime<Utc>>,
    pub ai_insights: Option<Json>,
    pub next_steps: Option<Json>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum UserJourneyMilestone {}

impl OwnedTable for UserJourneyMilestone {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "journey-milestones";
    const NEWEST_FIRST: bool = true;
    const CREATED: Option<&'static str> = Some("created_at");
    const UPDATED: Option<&'static str> = Some("updated_at");

    fn sample() -> Value {
        json!({
            "milestone_type": "some milestone type",
            "milestone_data": { "a": [1, "b"] },
            "title": "some title",
            "description": "some description",
            "category": "some category",
            "progress_percentage": 0.5,
            "status": "some status",
            "source_type": "some source type",
            "source_id": 3,
            "conversation_id": 3,
            "achieved_at": "2030-01-31T12:00:00Z",
            "ai_insights": { "a": [1, "b"] },
            "next_steps": { "a": [1, "b"] },
        })
    }
}
