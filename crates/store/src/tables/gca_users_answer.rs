//! `gca_users_answers`: choices in an attempt at a Holland test.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table},
    value::{Text, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[
        ForeignKey::user("user_id"),
        ForeignKey::naming("test_id", "gca_tests"),
        ForeignKey::naming("question_id", "gca_questions"),
        ForeignKey::naming("choice_id", "gca_choices"),
    ],
    indexes: &[
        Index { name: "ix_gca_users_answers_user_id", columns: &["user_id"] },
        Index { name: "ix_gca_users_answers_attempt_id", columns: &["attempt_id"] },
    ],
    ..Table::new(
        "gca_users_answers",
        &[
            Column::new("id", Kind::Varchar(36)).required().filled(Fill::Random),
            Column::new("attempt_id", Kind::Varchar(64)).required(),
            Column::new("user_id", Kind::Integer),
            Column::new("test_id", Kind::Integer),
            Column::new("question_id", Kind::Integer),
            Column::new("choice_id", Kind::Integer),
            Column::new("created_at", Kind::LocalTime),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct GcaUsersAnswerId(pub String);

impl From<GcaUsersAnswerId> for RowKey {
    fn from(id: GcaUsersAnswerId) -> Self {
        Self::Text(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = GcaUsersAnswer)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: GcaUsersAnswerId,
    #[serde(deserialize_with = "or_default")]
    pub attempt_id: String,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    pub test_id: Option<i64>,
    pub question_id: Option<i64>,
    pub choice_id: Option<i64>,
    pub created_at: Option<DateTime<Utc>>,
}

/// What we write; a client writes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = GcaUsersAnswerDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub attempt_id: Text<64>,
    pub test_id: Option<i64>,
    pub question_id: Option<i64>,
    pub choice_id: Option<i64>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum GcaUsersAnswer {}

impl OwnedTable for GcaUsersAnswer {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "holland-answers";
    const CREATED: Option<&'static str> = Some("created_at");

    fn sample() -> Value {
        json!({
            "attempt_id": "some attempt id",
            "test_id": 3,
            "question_id": 3,
            "choice_id": 3,
        })
    }
}
