//! `career_signals`: what a course says about where a user could go.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table},
    value::{Fraction, Json, Text, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[ForeignKey::naming("course_id", "courses"), ForeignKey::user("user_id")],
    indexes: &[
        Index { name: "ix_career_signals_course_id", columns: &["course_id"] },
        Index { name: "ix_career_signals_user_id_id", columns: &["user_id", "id"] },
    ],
    ..Table::new(
        "career_signals",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("course_id", Kind::Integer),
            Column::new("signal_type", Kind::Varchar(100)).required(),
            Column::new("strength_score", Kind::Real).required(),
            Column::new("evidence_source", Kind::Text).required(),
            Column::new("pattern_metadata", Kind::Json),
            Column::new("esco_skill_mapping", Kind::Json),
            Column::new("trend_analysis", Kind::Json),
            Column::new("created_at", Kind::Time).filled(Fill::Now),
            Column::new("updated_at", Kind::Time).filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct CareerSignalId(pub i64);

impl From<CareerSignalId> for RowKey {
    fn from(id: CareerSignalId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = CareerSignal)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: CareerSignalId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    pub course_id: Option<i64>,
    #[serde(deserialize_with = "or_default")]
    pub signal_type: String,
    #[serde(deserialize_with = "or_default")]
    pub strength_score: f64,
    #[serde(deserialize_with = "or_default")]
    pub evidence_source: String,
    pub pattern_metadata: Option<Value>,
    pub esco_skill_mapping: Option<Value>,
    pub trend_analysis: Option<Value>,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
}

/// The talent that a signal is a sign of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum SignalType {
    AnalyticalThinking,
    CreativeProblemSolving,
    InterpersonalSkills,
    LeadershipPotential,
    AttentionToDetail,
    StressTolerance,
}

/// What we write; a client writes nothing. Older rows may hold other kinds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = CareerSignalDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub course_id: Option<i64>,
    pub signal_type: SignalType,
    pub strength_score: Fraction,
    pub evidence_source: Text<100_000>,
    pub pattern_metadata: Option<Json>,
    pub esco_skill_mapping: Option<Json>,
    pub trend_analysis: Option<Json>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum CareerSignal {}

impl OwnedTable for CareerSignal {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "career-signals";
    const NEWEST_FIRST: bool = true;
    const CREATED: Option<&'static str> = Some("created_at");
    const UPDATED: Option<&'static str> = Some("updated_at");

    fn sample() -> Value {
        json!({
            "course_id": 3,
            "signal_type": "analytical_thinking",
            "strength_score": 0.5,
            "evidence_source": "some evidence source",
            "pattern_metadata": { "a": [1, "b"] },
            "esco_skill_mapping": { "a": [1, "b"] },
            "trend_analysis": { "a": [1, "b"] },
        })
    }
}
