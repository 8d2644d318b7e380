//! `user_skill_trees`: competence trees that were made for a user.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table, Unique},
    value::{Json, Text, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    uniques: &[Unique { name: "uq_user_skill_trees_graph_id", columns: &["graph_id"] }],
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_user_skill_trees_user_id_id", columns: &["user_id", "id"] }],
    ..Table::new(
        "user_skill_trees",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("graph_id", Kind::String).required(),
            Column::new("tree_data", Kind::Jsonb).required(),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct UserSkillTreeId(pub i64);

impl From<UserSkillTreeId> for RowKey {
    fn from(id: UserSkillTreeId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserSkillTree)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: UserSkillTreeId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    #[serde(deserialize_with = "or_default")]
    pub graph_id: String,
    #[serde(deserialize_with = "or_default")]
    pub tree_data: Value,
    pub created_at: Option<DateTime<Utc>>,
}

/// What we write; a client writes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserSkillTreeDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub graph_id: Text<255>,
    pub tree_data: Json,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum UserSkillTree {}

impl OwnedTable for UserSkillTree {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "skill-trees";
    const NEWEST_FIRST: bool = true;
    const CREATED: Option<&'static str> = Some("created_at");

    fn sample() -> Value {
        json!({
            "graph_id": "some graph id",
            "tree_data": { "a": [1, "b"] },
        })
    }
}
