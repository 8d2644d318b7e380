//! `user_progress`: how far a user has come: points and level. One row a user.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, Rows, owner},
    schema::{Column, Fill, ForeignKey, Kind, Ownership, Table, Unique},
    value::{Json, Text, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    uniques: &[Unique { name: "uq_user_progress_user_id", columns: &["user_id"] }],
    foreign_keys: &[ForeignKey::user("user_id")],
    ..Table::new(
        "user_progress",
        &[
            Column::new("id", Kind::Uuid).required().filled(Fill::Random),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("total_xp", Kind::Integer).required().filled(Fill::Value("0")),
            Column::new("level", Kind::Integer).required().filled(Fill::Value("1")),
            Column::new("last_completed_node", Kind::Varchar(100)),
            Column::new("completed_actions", Kind::Json).filled(Fill::Value("'{}'")),
            Column::new("last_updated", Kind::Time).filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct UserProgressId(pub String);

impl From<UserProgressId> for RowKey {
    fn from(id: UserProgressId) -> Self {
        Self::Text(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserProgress)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: UserProgressId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    #[serde(deserialize_with = "or_default")]
    pub total_xp: i64,
    #[serde(deserialize_with = "or_default")]
    pub level: i64,
    pub last_completed_node: Option<String>,
    #[serde(deserialize_with = "or_default")]
    pub completed_actions: Value,
    pub last_updated: Option<DateTime<Utc>>,
}

/// What we write; a client writes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserProgressDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub total_xp: i64,
    pub level: i64,
    pub last_completed_node: Option<Text<100>>,
    pub completed_actions: Option<Json>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum UserProgress {}

impl OwnedTable for UserProgress {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "user-progress";
    const ROWS: Rows = Rows::OnePerUser;
    const UPDATED: Option<&'static str> = Some("last_updated");

    fn sample() -> Value {
        json!({
            "total_xp": 3,
            "level": 3,
            "last_completed_node": "some last completed node",
            "completed_actions": { "a": [1, "b"] },
        })
    }
}
