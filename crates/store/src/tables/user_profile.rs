//! `user_profiles`: what a user says about themselves. One row a user.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, Rows, owner},
    schema::{Column, Fill, ForeignKey, Kind, Ownership, Table, Trigger, Unique},
    value::{Gpa, Text, Whole, texts},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    uniques: &[Unique { name: "uq_user_profiles_user_id", columns: &["user_id"] }],
    foreign_keys: &[ForeignKey::user("user_id")],
    triggers: &[Trigger::MarkPeerChange],
    ..Table::new(
        "user_profiles",
        &[
            Column::key("id"),
            Column::new("user_id", Kind::Integer).required(),
            Column::new("name", Kind::String),
            Column::new("age", Kind::Integer),
            Column::new("sex", Kind::Varchar(50)),
            Column::new("major", Kind::String),
            Column::new("year", Kind::Integer),
            Column::new("gpa", Kind::Real),
            Column::new("hobbies", Kind::Text),
            Column::new("country", Kind::Varchar(255)),
            Column::new("state_province", Kind::Varchar(255)),
            Column::new("unique_quality", Kind::Text),
            Column::new("story", Kind::Text),
            Column::new("favorite_movie", Kind::Varchar(255)),
            Column::new("favorite_book", Kind::Varchar(255)),
            Column::new("favorite_celebrities", Kind::Text),
            Column::new("learning_style", Kind::Varchar(50)),
            Column::new("interests", Kind::Text),
            Column::new("job_title", Kind::String),
            Column::new("industry", Kind::String),
            Column::new("years_experience", Kind::Integer),
            Column::new("education_level", Kind::String),
            Column::new("career_goals", Kind::String),
            Column::new("skills", Kind::TextList),
            Column::new("personal_analysis", Kind::Text),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
            Column::new("updated_at", Kind::Time).required().filled(Fill::Now),
            Column::new("compatibility_vector", Kind::Jsonb),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct UserProfileId(pub i64);

impl From<UserProfileId> for RowKey {
    fn from(id: UserProfileId) -> Self {
        Self::Number(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserProfile)]
pub struct Model {
    /// The key of the profile, which is not the id of the user.
    pub id: UserProfileId,
    /// Whose it is.
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    /// Full name, as the user writes it.
    pub name: Option<String>,
    /// In years.
    pub age: Option<i64>,
    /// Free text.
    pub sex: Option<String>,
    /// Main subject of study.
    pub major: Option<String>,
    /// Year of study.
    pub year: Option<i64>,
    /// Grade point average, 0 to 4.
    pub gpa: Option<f64>,
    /// Free text.
    pub hobbies: Option<String>,
    /// Free text.
    pub country: Option<String>,
    /// Free text.
    pub state_province: Option<String>,
    /// Free text.
    pub unique_quality: Option<String>,
    /// Free text.
    pub story: Option<String>,
    /// Free text.
    pub favorite_movie: Option<String>,
    /// Free text.
    pub favorite_book: Option<String>,
    /// Names, separated by commas.
    pub favorite_celebrities: Option<String>,
    /// Free text.
    pub learning_style: Option<String>,
    /// Terms, separated by commas; in old rows also a JSON list or an SQL array in text form.
    pub interests: Option<String>,
    /// Present occupation.
    pub job_title: Option<String>,
    /// Present industry.
    pub industry: Option<String>,
    /// In years.
    pub years_experience: Option<i64>,
    /// Free text.
    pub education_level: Option<String>,
    /// Free text; not the rows of `career_goals`.
    pub career_goals: Option<String>,
    /// Terms.
    #[serde(deserialize_with = "texts")]
    pub skills: Option<Vec<String>>,
    /// A text that was generated about the user.
    pub personal_analysis: Option<String>,
    /// When the profile was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub updated_at: Option<DateTime<Utc>>,
}

/// What a client may write; see [`Model`] for the meaning.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserProfileDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub name: Option<Text<255>>,
    pub age: Option<u16>,
    pub sex: Option<Text<50>>,
    pub major: Option<Text<255>>,
    pub year: Option<Whole<1, 65_535>>,
    pub gpa: Option<Gpa>,
    pub hobbies: Option<Text<10_000>>,
    pub country: Option<Text<255>>,
    pub state_province: Option<Text<255>>,
    pub unique_quality: Option<Text<10_000>>,
    pub story: Option<Text<50_000>>,
    pub favorite_movie: Option<Text<255>>,
    pub favorite_book: Option<Text<255>>,
    pub favorite_celebrities: Option<Text<10_000>>,
    pub learning_style: Option<Text<50>>,
    pub interests: Option<Text<10_000>>,
    pub job_title: Option<Text<255>>,
    pub industry: Option<Text<255>>,
    pub years_experience: Option<u16>,
    pub education_level: Option<Text<255>>,
    pub career_goals: Option<Text<10_000>>,
    pub skills: Option<Vec<Text<255>>>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum UserProfile {}

impl OwnedTable for UserProfile {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "user-profiles";
    const ROWS: Rows = Rows::OnePerUser;
    // Peer matching reads it as one source among others; nobody is shown it.
    const HIDDEN: &'static [&'static str] = &["compatibility_vector"];
    const CREATED: Option<&'static str> = Some("created_at");
    const UPDATED: Option<&'static str> = Some("updated_at");

    fn sample() -> Value {
        json!({
            "name": "Ada Example",
            "age": 21,
            "sex": "female",
            "major": "Mathematics",
            "year": 2,
            "gpa": 3.7,
            "hobbies": "chess",
            "country": "Canada",
            "state_province": "Québec",
            "unique_quality": "patience",
            "story": "It began with \"a loom\"\nand 'cards'.",
            "favorite_movie": "A film",
            "favorite_book": "A book",
            "favorite_celebrities": "none",
            "learning_style": "visual",
            "interests": "robotics, music",
            "job_title": "Lab assistant",
            "industry": "Research",
            "years_experience": 0,
            "education_level": "Bachelor",
            "career_goals": "Programmer",
            "skills": ["weaving", "a,b", "c\"d", "{e}"],
        })
    }
}
