//! `personality_profiles`: scores of a personality test.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, OnDelete, Ownership, Table, Trigger},
    value::{Json, Text, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[
        ForeignKey::user("user_id"),
        ForeignKey { column: "assessment_id", table: "personality_assessments", on_delete: OnDelete::SetNull },
    ],
    indexes: &[
        Index { name: "ix_personality_profiles_user_id", columns: &["user_id"] },
        // Without it, the deletion of an assessment reads the whole table.
        Index { name: "ix_personality_profiles_assessment_id", columns: &["assessment_id"] },
    ],
    triggers: &[Trigger::MarkPeerChange],
    ..Table::new(
        "personality_profiles",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("assessment_id", Kind::Integer),
            Column::new("profile_type", Kind::Varchar(50)).required(),
            Column::new("language", Kind::Varchar(10)),
            Column::new("scores", Kind::Json).required(),
            Column::new("confidence_intervals", Kind::Json),
            Column::new("reliability_estimates", Kind::Json),
            Column::new("percentile_ranks", Kind::Json),
            Column::new("narrative_description", Kind::Text),
            Column::new("assessment_version", Kind::Varchar(20)).required(),
            Column::new("computed_at", Kind::Time).filled(Fill::Now),
            Column::new("expires_at", Kind::Time),
            Column::new("created_at", Kind::Time).filled(Fill::Now),
            Column::new("updated_at", Kind::Time).filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct PersonalityProfileId(pub i64);

impl From<PersonalityProfileId> for RowKey {
    fn from(id: PersonalityProfileId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = PersonalityProfile)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: PersonalityProfileId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    pub assessment_id: Option<i64>,
    #[serde(deserialize_with = "or_default")]
    pub profile_type: String,
    pub language: Option<String>,
    #[serde(deserialize_with = "or_default")]
    pub scores: Value,
    pub confidence_intervals: Option<Value>,
    pub reliability_estimates: Option<Value>,
    pub percentile_ranks: Option<Value>,
    pub narrative_description: Option<String>,
    #[serde(deserialize_with = "or_default")]
    pub assessment_version: String,
    pub computed_at: Option<DateTime<Utc>>,
    pub expires_at: Option<DateTime<Utc>>,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
}

/// What we write; a client writes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = PersonalityProfileDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub assessment_id: Option<i64>,
    pub profile_type: Text<50>,
    pub language: Option<Text<10>>,
    pub scores: Json,
    pub confidence_intervals: Option<Json>,
    pub reliability_estimates: Option<Json>,
    pub percentile_ranks: Option<Json>,
    pub narrative_description: Option<Text<100_000>>,
    pub assessment_version: Text<20>,
    pub computed_at: Option<DateTime<Utc>>,
    pub expires_at: Option<DateTime<Utc>>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum PersonalityProfile {}

impl OwnedTable for PersonalityProfile {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "personality-profiles";
    const NEWEST_FIRST: bool = true;
    const CREATED: Option<&'static str> = Some("created_at");
    const UPDATED: Option<&'static str> = Some("updated_at");

    fn sample() -> Value {
        json!({
            "assessment_id": 3,
            "profile_type": "some profile type",
            "language": "some langu",
            "scores": { "a": [1, "b"] },
            "confidence_intervals": { "a": [1, "b"] },
            "reliability_estimates": { "a": [1, "b"] },
            "percentile_ranks": { "a": [1, "b"] },
            "narrative_description": "some narrative description",
            "assessment_version": "some assessment vers",
            "computed_at": "2030-01-31T12:00:00Z",
            "expires_at": "2030-01-31T12:00:00Z",
        })
    }
}
