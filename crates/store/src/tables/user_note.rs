//! `user_notes`: what a user writes down, by itself or about a saved occupation.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, Verbs, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table},
    value::{Words, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[
        ForeignKey::naming("saved_recommendation_id", "saved_recommendations"),
        ForeignKey::user("user_id"),
    ],
    indexes: &[
        Index { name: "ix_user_notes_saved_recommendation_id", columns: &["saved_recommendation_id"] },
        Index { name: "ix_user_notes_user_id_id", columns: &["user_id", "id"] },
    ],
    ..Table::new(
        "user_notes",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("saved_recommendation_id", Kind::Integer),
            Column::new("content", Kind::Text).required(),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
            Column::new("updated_at", Kind::Time).required().filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct UserNoteId(pub i64);

impl From<UserNoteId> for RowKey {
    fn from(id: UserNoteId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserNote)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: UserNoteId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    pub saved_recommendation_id: Option<i64>,
    #[serde(deserialize_with = "or_default")]
    pub content: String,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
}

/// What a client may write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserNoteDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    #[schema(example = "Ask my aunt what a day there is like.")]
    pub content: Words<50_000>,
    pub saved_recommendation_id: Option<i64>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum UserNote {}

impl OwnedTable for UserNote {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "space/notes";
    const VERBS: Verbs = Verbs::All;
    const FILTERS: &'static [&'static str] = &["saved_recommendation_id"];
    const NEWEST_FIRST: bool = true;
    const CREATED: Option<&'static str> = Some("created_at");
    const UPDATED: Option<&'static str> = Some("updated_at");

    fn sample() -> Value {
        json!({
            "content": "Ask my aunt what a day there is like.",
            "saved_recommendation_id": 1,
        })
    }
}
