//! `conversation_categories`: how a user sorts their conversations.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, Verbs, owner},
    schema::{Column, Fill, ForeignKey, Kind, Ownership, Table, Unique},
    value::{Colour, Text, Words, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    uniques: &[Unique { name: "uq_conversation_categories_user_id_name", columns: &["user_id", "name"] }],
    foreign_keys: &[ForeignKey::user("user_id")],
    ..Table::new(
        "conversation_categories",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("name", Kind::Varchar(100)).required(),
            Column::new("color", Kind::Varchar(7)),
            Column::new("icon", Kind::Varchar(50)),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct ConversationCategoryId(pub i64);

impl From<ConversationCategoryId> for RowKey {
    fn from(id: ConversationCategoryId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ConversationCategory)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: ConversationCategoryId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    #[serde(deserialize_with = "or_default")]
    pub name: String,
    pub color: Option<String>,
    pub icon: Option<String>,
    pub created_at: Option<DateTime<Utc>>,
}

/// What a client may write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ConversationCategoryDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    /// Not the name of another category of the same user.
    pub name: Words<100>,
    pub color: Option<Colour>,
    /// What the client calls the picture.
    pub icon: Option<Text<50>>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum ConversationCategory {}

impl OwnedTable for ConversationCategory {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "chat/categories";
    const VERBS: Verbs = Verbs::All;
    const CREATED: Option<&'static str> = Some("created_at");

    fn sample() -> Value {
        json!({
            "name": "some name",
            "color": "#336699",
            "icon": "star",
        })
    }
}
