//! `career_goals`: what a user wants to reach, and how far along they are.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table, Trigger},
    value::{Percent, Text, Words, or_default},
};

/// The declaration. Databases of an older shape keep their own columns beside these.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_career_goals_user_id", columns: &["user_id"] }],
    triggers: &[Trigger::MarkPeerChange],
    ..Table::new(
        "career_goals",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("esco_occupation_id", Kind::String),
            Column::new("oasis_code", Kind::String),
            Column::new("title", Kind::String).required(),
            Column::new("description", Kind::Text),
            Column::new("target_date", Kind::LocalTime),
            Column::new("is_active", Kind::Boolean).filled(Fill::Value("true")),
            Column::new("progress_percentage", Kind::Real).filled(Fill::Value("0")),
            Column::new("created_at", Kind::LocalTime).filled(Fill::Now),
            Column::new("updated_at", Kind::LocalTime).filled(Fill::Now),
            Column::new("achieved_at", Kind::LocalTime),
            Column::new("source", Kind::String),
            Column::new("source_metadata", Kind::Text),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct CareerGoalId(pub i64);

impl From<CareerGoalId> for RowKey {
    fn from(id: CareerGoalId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = CareerGoal)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: CareerGoalId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    pub esco_occupation_id: Option<String>,
    pub oasis_code: Option<String>,
    #[serde(deserialize_with = "or_default")]
    pub title: String,
    pub description: Option<String>,
    pub target_date: Option<DateTime<Utc>>,
    #[serde(deserialize_with = "or_default")]
    pub is_active: bool,
    #[serde(deserialize_with = "or_default")]
    pub progress_percentage: f64,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
    pub achieved_at: Option<DateTime<Utc>>,
    pub source: Option<String>,
    pub source_metadata: Option<String>,
}

/// What we write. A client writes part of it, by routes that know that only one goal is active.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = CareerGoalDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub esco_occupation_id: Option<Text<255>>,
    pub oasis_code: Option<Text<255>>,
    pub title: Words<255>,
    pub description: Option<Text<50_000>>,
    pub target_date: Option<DateTime<Utc>>,
    pub is_active: Option<bool>,
    pub progress_percentage: Option<Percent>,
    pub achieved_at: Option<DateTime<Utc>>,
    pub source: Option<Text<255>>,
    pub source_metadata: Option<Text<10_000>>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum CareerGoal {}

impl OwnedTable for CareerGoal {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "career-goals";
    const NEWEST_FIRST: bool = true;
    const CREATED: Option<&'static str> = Some("created_at");
    const UPDATED: Option<&'static str> = Some("updated_at");

    fn sample() -> Value {
        json!({
            "esco_occupation_id": "some esco occupation id",
            "oasis_code": "some oasis code",
            "title": "some title",
            "description": "some description",
            "target_date": "2030-01-31T12:00:00Z",
            "is_active": true,
            "progress_percentage": 12.5,
            "achieved_at": "2030-01-31T12:00:00Z",
            "source": "some source",
            "source_metadata": "some source metadata",
        })
    }
}
