//! `courses`: courses that a user has taken.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, Verbs, owner},
    schema::{Column, Fill, ForeignKey, Index, Kind, Ownership, Table},
    value::{Text, Whole, Words, or_default},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    foreign_keys: &[ForeignKey::user("user_id")],
    indexes: &[Index { name: "ix_courses_user_id_id", columns: &["user_id", "id"] }],
    ..Table::new(
        "courses",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("course_name", Kind::Varchar(255)).required(),
            Column::new("course_code", Kind::Varchar(50)),
            Column::new("semester", Kind::Varchar(50)),
            Column::new("year", Kind::Integer),
            Column::new("professor", Kind::Varchar(255)),
            Column::new("subject_category", Kind::Varchar(50)),
            Column::new("grade", Kind::Varchar(10)),
            Column::new("credits", Kind::Integer),
            Column::new("description", Kind::Text),
            Column::new("learning_outcomes", Kind::Json),
            Column::new("created_at", Kind::Time).filled(Fill::Now),
            Column::new("updated_at", Kind::Time).filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct CourseId(pub i64);

impl From<CourseId> for RowKey {
    fn from(id: CourseId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = Course)]
#[expect(missing_docs, reason = "the columns say what they are")]
pub struct Model {
    pub id: CourseId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    #[serde(deserialize_with = "or_default")]
    pub course_name: String,
    pub course_code: Option<String>,
    pub semester: Option<String>,
    pub year: Option<i64>,
    pub professor: Option<String>,
    pub subject_category: Option<String>,
    pub grade: Option<String>,
    pub credits: Option<i64>,
    pub description: Option<String>,
    pub learning_outcomes: Option<Value>,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
}

/// What a course is about, roughly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum SubjectCategory {
    #[serde(rename = "STEM")]
    Stem,
    Humanities,
    Business,
    Arts,
    SocialSciences,
    Other,
}

/// What a client may write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = CourseDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub course_name: Words<255>,
    pub course_code: Option<Text<50>>,
    pub semester: Option<Text<50>>,
    pub year: Option<Whole<1900, 2100>>,
    pub professor: Option<Text<255>>,
    pub subject_category: Option<SubjectCategory>,
    pub grade: Option<Text<10>>,
    pub credits: Option<Whole<0, 20>>,
    pub description: Option<Text<50_000>>,
    pub learning_outcomes: Option<Vec<Text<1_000>>>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum Course {}

impl OwnedTable for Course {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    // Making and deleting are more than the row.
    const VERBS: Verbs = Verbs::Read;
    const FILTERS: &'static [&'static str] = &["semester", "year", "subject_category"];
    const PATH: &'static str = "courses";
    const NEWEST_FIRST: bool = true;
    const CREATED: Option<&'static str> = Some("created_at");
    const UPDATED: Option<&'static str> = Some("updated_at");

    fn sample() -> Value {
        json!({
            "course_name": "some course name",
            "course_code": "CS-101",
            "semester": "some semester",
            "year": 2024,
            "professor": "some professor",
            "subject_category": "STEM",
            "grade": "A-",
            "credits": 2,
            "description": "some description",
            "learning_outcomes": ["one", "two"],
        })
    }
}
