//! `user_saved_programs`: programmes that a user has put aside.

use chrono::{DateTime, NaiveDate, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, owner},
    schema::{Check, Column, Fill, ForeignKey, Index, Kind, Ownership, Table, Unique},
    value::{Text, Uuid, or_default, texts},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    uniques: &[Unique { name: "uq_user_saved_programs_user_id_program_id", columns: &["user_id", "program_id"] }],
    foreign_keys: &[ForeignKey::user("user_id"), ForeignKey::part_of("program_id", "programs")],
    checks: &[Check { name: "ck_user_saved_programs_priority", sql: "priority_level BETWEEN 1 AND 5" }],
    indexes: &[Index { name: "ix_user_saved_programs_program_id", columns: &["program_id"] }],
    ..Table::new(
        "user_saved_programs",
        &[
            Column::new("id", Kind::Uuid).required().filled(Fill::Random),
            Column::new("user_id", Kind::Integer),
            Column::new("program_id", Kind::Uuid),
            Column::new("personal_notes", Kind::Text),
            Column::new("priority_level", Kind::Integer).filled(Fill::Value("1")),
            Column::new("application_status", Kind::Varchar(50)).filled(Fill::Value("'interested'")),
            Column::new("application_deadline", Kind::Date),
            Column::new("reminder_date", Kind::Date),
            Column::new("user_tags", Kind::Texts(50)).filled(Fill::Texts(&[])),
            Column::new("saved_at", Kind::Time).required().filled(Fill::Now),
            Column::new("updated_at", Kind::Time).required().filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct UserSavedProgramId(pub String);

impl From<UserSavedProgramId> for RowKey {
    fn from(id: UserSavedProgramId) -> Self {
        Self::Text(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserSavedProgram)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: UserSavedProgramId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    pub program_id: Option<String>,
    pub personal_notes: Option<String>,
    #[serde(deserialize_with = "or_default")]
    pub priority_level: i64,
    #[serde(deserialize_with = "or_default")]
    pub application_status: String,
    pub application_deadline: Option<NaiveDate>,
    pub reminder_date: Option<NaiveDate>,
    #[serde(deserialize_with = "texts")]
    pub user_tags: Option<Vec<String>>,
    pub saved_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
}

/// What we write; a client writes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserSavedProgramDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub program_id: Option<Uuid>,
    pub personal_notes: Option<Text<100_000>>,
    pub priority_level: Option<i64>,
    pub application_status: Option<Text<50>>,
    pub application_deadline: Option<NaiveDate>,
    pub reminder_date: Option<NaiveDate>,
    pub user_tags: Option<Vec<Text<50>>>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum UserSavedProgram {}

impl OwnedTable for UserSavedProgram {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "saved-programs";
    const CREATED: Option<&'static str> = Some("saved_at");
    const UPDATED: Option<&'static str> = Some("updated_at");

    fn sample() -> Value {
        json!({
            "program_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
            "personal_notes": "some personal notes",
            "priority_level": 3,
            "application_status": "some application status",
            "application_deadline": "2030-01-31",
            "reminder_date": "2030-01-31",
            "user_tags": ["one", "two"],
        })
    }
}
