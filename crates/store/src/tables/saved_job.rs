//! `saved_jobs`: jobs that a user has put aside.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table, Unique},
    value::{Fraction, Json, Text, Uuid, Words, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    uniques: &[Unique { name: "uq_user_job", columns: &["user_id", "esco_id"] }],
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_saved_jobs_user_id", columns: &["user_id"] }],
    ..Table::new(
        "saved_jobs",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("esco_id", Kind::Varchar(255)).required(),
            Column::new("job_title", Kind::Varchar(500)).required(),
            Column::new("skills_required", Kind::Json),
            Column::new("discovery_source", Kind::Varchar(50)).filled(Fill::Value("'tree'")),
            Column::new("tree_graph_id", Kind::Uuid),
            Column::new("relevance_score", Kind::Decimal(3, 2)),
            Column::new("saved_at", Kind::Time).required().filled(Fill::Now),
            Column::new("metadata", Kind::Json).filled(Fill::Value("'{}'")),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct SavedJobId(pub i64);

impl From<SavedJobId> for RowKey {
    fn from(id: SavedJobId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = SavedJob)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: SavedJobId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    #[serde(deserialize_with = "or_default")]
    pub esco_id: String,
    #[serde(deserialize_with = "or_default")]
    pub job_title: String,
    pub skills_required: Option<Value>,
    #[serde(deserialize_with = "or_default")]
    pub discovery_source: String,
    pub tree_graph_id: Option<String>,
    pub relevance_score: Option<f64>,
    pub saved_at: Option<DateTime<Utc>>,
    #[serde(deserialize_with = "or_default")]
    pub metadata: Value,
}

/// What a client may write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = SavedJobDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub esco_id: Words<255>,
    pub job_title: Words<500>,
    pub skills_required: Option<Json>,
    pub discovery_source: Option<Text<50>>,
    pub tree_graph_id: Option<Uuid>,
    pub relevance_score: Option<Fraction>,
    pub metadata: Option<Json>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum SavedJob {}

impl OwnedTable for SavedJob {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "saved-jobs";
    const NEWEST_FIRST: bool = true;
    const CREATED: Option<&'static str> = Some("saved_at");

    fn sample() -> Value {
        json!({
            "esco_id": "some esco id",
            "job_title": "some job title",
            "skills_required": { "a": [1, "b"] },
            "discovery_source": "some discovery source",
            "tree_graph_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
            "relevance_score": 0.5,
            "metadata": { "a": [1, "b"] },
        })
    }
}
