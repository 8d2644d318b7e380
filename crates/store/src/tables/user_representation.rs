//! `user_representation`: a generated description of a user, and their avatar.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table},
    value::{Json, Text, or_default},
};

/// The declaration. Databases of an older shape keep `content` beside these.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_user_representation_user_id", columns: &["user_id"] }],
    ..Table::new(
        "user_representation",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("generated_at", Kind::Time).required().filled(Fill::Now),
            Column::new("source", Kind::Varchar(50)).required(),
            Column::new("format_version", Kind::Varchar(10)).required().filled(Fill::Value("'v1'")),
            Column::new("data", Kind::Jsonb).required(),
            Column::new("summary", Kind::Text),
            Column::new("notes", Kind::Text),
            Column::new("avatar_name", Kind::Varchar(255)),
            Column::new("avatar_description", Kind::Text),
            Column::new("avatar_image_url", Kind::Varchar(500)),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct UserRepresentationId(pub i64);

impl From<UserRepresentationId> for RowKey {
    fn from(id: UserRepresentationId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserRepresentation)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: UserRepresentationId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    pub generated_at: Option<DateTime<Utc>>,
    #[serde(deserialize_with = "or_default")]
    pub source: String,
    #[serde(deserialize_with = "or_default")]
    pub format_version: String,
    #[serde(deserialize_with = "or_default")]
    pub data: Value,
    pub summary: Option<String>,
    pub notes: Option<String>,
    pub avatar_name: Option<String>,
    pub avatar_description: Option<String>,
    pub avatar_image_url: Option<String>,
}

/// What we write; a client writes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserRepresentationDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub source: Text<50>,
    pub format_version: Text<10>,
    pub data: Json,
    pub summary: Option<Text<100_000>>,
    pub notes: Option<Text<100_000>>,
    pub avatar_name: Option<Text<255>>,
    pub avatar_description: Option<Text<100_000>>,
    pub avatar_image_url: Option<Text<500>>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum UserRepresentation {}

impl OwnedTable for UserRepresentation {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "user-representations";
    const NEWEST_FIRST: bool = true;
    const CREATED: Option<&'static str> = Some("generated_at");

    fn sample() -> Value {
        json!({
            "source": "some source",
            "format_version": "some forma",
            "data": { "a": [1, "b"] },
            "summary": "some summary",
            "notes": "some notes",
            "avatar_name": "some avatar name",
            "avatar_description": "some avatar description",
            "avatar_image_url": "some avatar image url",
        })
    }
}
