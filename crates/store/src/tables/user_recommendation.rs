//! `user_recommendations`: occupations that a user has swiped, to either side.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table},
    value::{Words, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_user_recommendations_user_id_id", columns: &["user_id", "id"] }],
    ..Table::new(
        "user_recommendations",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer),
            Column::new("oasis_code", Kind::String).required(),
            Column::new("label", Kind::String).required(),
            Column::new("swiped_right", Kind::Boolean).filled(Fill::Value("false")),
            Column::new("created_at", Kind::Time).filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct UserRecommendationId(pub i64);

impl From<UserRecommendationId> for RowKey {
    fn from(id: UserRecommendationId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserRecommendation)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: UserRecommendationId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    #[serde(deserialize_with = "or_default")]
    pub oasis_code: String,
    #[serde(deserialize_with = "or_default")]
    pub label: String,
    #[serde(deserialize_with = "or_default")]
    pub swiped_right: bool,
    pub created_at: Option<DateTime<Utc>>,
}

/// What a client may write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserRecommendationDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub oasis_code: Words<255>,
    pub label: Words<255>,
    pub swiped_right: Option<bool>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum UserRecommendation {}

impl OwnedTable for UserRecommendation {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "user-recommendations";
    const NEWEST_FIRST: bool = true;
    const CREATED: Option<&'static str> = Some("created_at");

    fn sample() -> Value {
        json!({
            "oasis_code": "some oasis code",
            "label": "some label",
            "swiped_right": true,
        })
    }
}
