//! `node_notes`: what a user writes down about a step of a tree's node.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, Verbs, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table},
    value::{Whole, Words, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_node_notes_user_id_id", columns: &["user_id", "id"] }],
    ..Table::new(
        "node_notes",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("node_id", Kind::Varchar(100)).required(),
            Column::new("action_index", Kind::Integer).required(),
            Column::new("note_text", Kind::Text).required(),
            Column::new("updated_at", Kind::Time).filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct NodeNoteId(pub i64);

impl From<NodeNoteId> for RowKey {
    fn from(id: NodeNoteId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = NodeNote)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: NodeNoteId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    #[serde(deserialize_with = "or_default")]
    pub node_id: String,
    #[serde(deserialize_with = "or_default")]
    pub action_index: i64,
    #[serde(deserialize_with = "or_default")]
    pub note_text: String,
    pub updated_at: Option<DateTime<Utc>>,
}

/// What a client may write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = NodeNoteDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub node_id: Words<100>,
    pub action_index: Whole<0, 1_000>,
    pub note_text: Words<50_000>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum NodeNote {}

impl OwnedTable for NodeNote {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    // There is one note for each action, so making one may change it.
    const VERBS: Verbs = Verbs::Read;
    const FILTERS: &'static [&'static str] = &["node_id"];
    const PATH: &'static str = "node-notes";
    const NEWEST_FIRST: bool = true;
    const UPDATED: Option<&'static str> = Some("updated_at");

    fn sample() -> Value {
        json!({
            "node_id": "some node id",
            "action_index": 2,
            "note_text": "some note text",
        })
    }
}
