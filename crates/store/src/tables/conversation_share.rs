//! `conversation_shares`: conversations that a user shows to whoever has the link.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table, Unique},
    value::{Text, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("shared_by"),
    secret: &["password_hash"],
    uniques: &[Unique { name: "uq_conversation_shares_share_token", columns: &["share_token"] }],
    foreign_keys: &[ForeignKey::part_of("conversation_id", "conversations"), ForeignKey::user("shared_by")],
    indexes: &[
        Index { name: "ix_conversation_shares_conversation_id", columns: &["conversation_id"] },
        Index { name: "ix_conversation_shares_shared_by_id", columns: &["shared_by", "id"] },
    ],
    ..Table::new(
        "conversation_shares",
        &[
            Column::key("id"),
            Column::new("conversation_id", Kind::Integer).required(),
            Column::new("shared_by", Kind::Integer).required(),
            Column::new("share_token", Kind::Varchar(255)).required(),
            Column::new("is_public", Kind::Boolean).filled(Fill::Value("false")),
            Column::new("password_hash", Kind::Varchar(255)),
            Column::new("expires_at", Kind::Time),
            Column::new("view_count", Kind::Integer).filled(Fill::Value("0")),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
            Column::new("last_viewed_at", Kind::Time),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct ConversationShareId(pub i64);

impl From<ConversationShareId> for RowKey {
    fn from(id: ConversationShareId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ConversationShare)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: ConversationShareId,
    #[serde(deserialize_with = "or_default")]
    pub conversation_id: i64,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub shared_by: UserId,
    #[serde(deserialize_with = "or_default")]
    pub share_token: String,
    #[serde(deserialize_with = "or_default")]
    pub is_public: bool,
    pub expires_at: Option<DateTime<Utc>>,
    #[serde(deserialize_with = "or_default")]
    pub view_count: i64,
    pub created_at: Option<DateTime<Utc>>,
    pub last_viewed_at: Option<DateTime<Utc>>,
}

/// What a client may write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ConversationShareDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub conversation_id: i64,
    pub share_token: Text<255>,
    pub is_public: Option<bool>,
    pub expires_at: Option<DateTime<Utc>>,
    pub view_count: Option<i64>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum ConversationShare {}

impl OwnedTable for ConversationShare {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "conversation-shares";
    const NEWEST_FIRST: bool = true;
    const HIDDEN: &'static [&'static str] = &["password_hash"];
    const CREATED: Option<&'static str> = Some("created_at");

    fn sample() -> Value {
        json!({
            "conversation_id": 3,
            "share_token": "a-token-that-nobody-guesses",
            "is_public": true,
            "expires_at": "2030-01-31T12:00:00Z",
            "view_count": 3,
        })
    }
}
