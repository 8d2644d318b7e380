//! `gca_results`: results of the Holland test.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table, Trigger},
    value::{Text, or_default},
};

/// The declaration. The key is the text of a UUID.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[ForeignKey::user("user_id"), ForeignKey::naming("test_id", "gca_tests")],
    indexes: &[Index { name: "ix_gca_results_user_id", columns: &["user_id"] }],
    triggers: &[Trigger::MarkPeerChange],
    ..Table::new(
        "gca_results",
        &[
            Column::new("id", Kind::Varchar(36)).required().filled(Fill::Random),
            Column::new("attempt_id", Kind::Varchar(64)).required(),
            Column::new("user_id", Kind::Integer),
            Column::new("test_id", Kind::Integer),
            Column::new("r_score", Kind::Numeric),
            Column::new("i_score", Kind::Numeric),
            Column::new("a_score", Kind::Numeric),
            Column::new("s_score", Kind::Numeric),
            Column::new("e_score", Kind::Numeric),
            Column::new("c_score", Kind::Numeric),
            Column::new("top_3_code", Kind::Varchar(3)),
            Column::new("created_at", Kind::LocalTime),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct GcaResultId(pub String);

impl From<GcaResultId> for RowKey {
    fn from(id: GcaResultId) -> Self {
        Self::Text(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = GcaResult)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: GcaResultId,
    #[serde(deserialize_with = "or_default")]
    pub attempt_id: String,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    pub test_id: Option<i64>,
    pub r_score: Option<f64>,
    pub i_score: Option<f64>,
    pub a_score: Option<f64>,
    pub s_score: Option<f64>,
    pub e_score: Option<f64>,
    pub c_score: Option<f64>,
    pub top_3_code: Option<String>,
    pub created_at: Option<DateTime<Utc>>,
}

/// What we write; a client writes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = GcaResultDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub attempt_id: Text<64>,
    pub test_id: Option<i64>,
    pub r_score: Option<f64>,
    pub i_score: Option<f64>,
    pub a_score: Option<f64>,
    pub s_score: Option<f64>,
    pub e_score: Option<f64>,
    pub c_score: Option<f64>,
    pub top_3_code: Option<Text<3>>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum GcaResult {}

impl OwnedTable for GcaResult {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "holland-results";
    const CREATED: Option<&'static str> = Some("created_at");

    fn sample() -> Value {
        json!({
            "attempt_id": "some attempt id",
            "test_id": 3,
            "r_score": 0.5,
            "i_score": 0.5,
            "a_score": 0.5,
            "s_score": 0.5,
            "e_score": 0.5,
            "c_score": 0.5,
            "top_3_code": "RIA",
        })
    }
}
