//! `tree_paths`: trees of skills and careers that a user keeps.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, Verbs, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table},
    value::{Json, Text, Words, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_tree_paths_user_id", columns: &["user_id"] }],
    ..Table::new(
        "tree_paths",
        &[
            Column::new("id", Kind::Uuid).required().filled(Fill::Random),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("tree_type", Kind::String).required(),
            Column::new("tree_json", Kind::Jsonb).required(),
            Column::new("name", Kind::String),
            Column::new("created_at", Kind::LocalTime).filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct TreePathId(pub String);

impl From<TreePathId> for RowKey {
    fn from(id: TreePathId) -> Self {
        Self::Text(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = TreePath)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: TreePathId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    #[serde(deserialize_with = "or_default")]
    pub tree_type: String,
    #[serde(deserialize_with = "or_default")]
    pub tree_json: Value,
    pub name: Option<String>,
    pub created_at: Option<DateTime<Utc>>,
}

/// What a client may write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = TreePathDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub tree_type: Words<255>,
    pub tree_json: Json,
    pub name: Option<Text<255>>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum TreePath {}

impl OwnedTable for TreePath {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const VERBS: Verbs = Verbs::All;
    const PATH: &'static str = "tree-paths";
    const CREATED: Option<&'static str> = Some("created_at");

    fn sample() -> Value {
        json!({
            "tree_type": "some tree type",
            "tree_json": { "a": [1, "b"] },
            "name": "some name",
        })
    }
}
