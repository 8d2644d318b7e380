//! `user_program_preferences`: which programmes a user would like. One row a user.

use chrono::{DateTime, Utc};
use orientor_identity::UserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    owned::{OwnedTable, RowKey, Rows, owner},
    schema::{Column, Fill, ForeignKey, Kind, Ownership, Table, Unique},
    value::{Json, Text, or_default, texts},
};

/// The declaration.
pub const TABLE: Table = Table {
    ownership: Ownership::User("user_id"),
    uniques: &[Unique { name: "uq_user_program_preferences_user_id", columns: &["user_id"] }],
    foreign_keys: &[ForeignKey::user("user_id")],
    ..Table::new(
        "user_program_preferences",
        &[
            Column::new("id", Kind::Uuid).required().filled(Fill::Random),
            Column::new("user_id", Kind::Integer),
            Column::new("preferred_countries", Kind::Texts(2)).filled(Fill::Texts(&["CA"])),
            Column::new("preferred_provinces", Kind::Texts(50)).filled(Fill::Texts(&[])),
            Column::new("preferred_cities", Kind::Texts(100)).filled(Fill::Texts(&[])),
            Column::new("max_distance_km", Kind::Integer),
            Column::new("willing_to_relocate", Kind::Boolean).filled(Fill::Value("false")),
            Column::new("preferred_languages", Kind::Texts(10)).filled(Fill::Texts(&["en"])),
            Column::new("program_types", Kind::Texts(50)).filled(Fill::Texts(&[])),
            Column::new("program_levels", Kind::Texts(50)).filled(Fill::Texts(&[])),
            Column::new("fields_of_interest", Kind::Texts(100)).filled(Fill::Texts(&[])),
            Column::new("delivery_modes", Kind::Texts(50)).filled(Fill::Texts(&["in-person"])),
            Column::new("max_duration_months", Kind::Integer),
            Column::new("min_duration_months", Kind::Integer),
            Column::new("preferred_start_terms", Kind::Texts(20)).filled(Fill::Texts(&["fall"])),
            Column::new("part_time_acceptable", Kind::Boolean).filled(Fill::Value("false")),
            Column::new("max_budget", Kind::Decimal(10, 2)),
            Column::new("budget_currency", Kind::Varchar(3)).filled(Fill::Value("'CAD'")),
            Column::new("financial_aid_required", Kind::Boolean).filled(Fill::Value("false")),
            Column::new("scholarship_priority", Kind::Boolean).filled(Fill::Value("false")),
            Column::new("min_employment_rate", Kind::Decimal(3, 2)),
            Column::new("internship_preference", Kind::Varchar(20)).filled(Fill::Value("'optional'")),
            Column::new("coop_preference", Kind::Varchar(20)).filled(Fill::Value("'optional'")),
            Column::new("target_career_fields", Kind::Texts(100)).filled(Fill::Texts(&[])),
            Column::new("salary_expectations", Kind::Jsonb).filled(Fill::Value("'{}'")),
            Column::new("work_environment_preferences", Kind::Jsonb).filled(Fill::Value("'{}'")),
            Column::new("created_at", Kind::Time).required().filled(Fill::Now),
            Column::new("updated_at", Kind::Time).required().filled(Fill::Now),
        ],
        &["id"],
    )
};

/// The key of a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct UserProgramPreferenceId(pub String);

impl From<UserProgramPreferenceId> for RowKey {
    fn from(id: UserProgramPreferenceId) -> Self {
        Self::Text(id.0)
    }
}

/// A stored row. Nothing promises that an old one keeps the limits of a [`Draft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserProgramPreference)]
#[expect(missing_docs, clippy::struct_excessive_bools, reason = "the columns say what they are")]
pub struct Model {
    pub id: UserProgramPreferenceId,
    #[serde(deserialize_with = "owner")]
    #[schema(value_type = i64)]
    pub user_id: UserId,
    #[serde(deserialize_with = "texts")]
    pub preferred_countries: Option<Vec<String>>,
    #[serde(deserialize_with = "texts")]
    pub preferred_provinces: Option<Vec<String>>,
    #[serde(deserialize_with = "texts")]
    pub preferred_cities: Option<Vec<String>>,
    pub max_distance_km: Option<i64>,
    #[serde(deserialize_with = "or_default")]
    pub willing_to_relocate: bool,
    #[serde(deserialize_with = "texts")]
    pub preferred_languages: Option<Vec<String>>,
    #[serde(deserialize_with = "texts")]
    pub program_types: Option<Vec<String>>,
    #[serde(deserialize_with = "texts")]
    pub program_levels: Option<Vec<String>>,
    #[serde(deserialize_with = "texts")]
    pub fields_of_interest: Option<Vec<String>>,
    #[serde(deserialize_with = "texts")]
    pub delivery_modes: Option<Vec<String>>,
    pub max_duration_months: Option<i64>,
    pub min_duration_months: Option<i64>,
    #[serde(deserialize_with = "texts")]
    pub preferred_start_terms: Option<Vec<String>>,
    #[serde(deserialize_with = "or_default")]
    pub part_time_acceptable: bool,
    pub max_budget: Option<f64>,
    #[serde(deserialize_with = "or_default")]
    pub budget_currency: String,
    #[serde(deserialize_with = "or_default")]
    pub financial_aid_required: bool,
    #[serde(deserialize_with = "or_default")]
    pub scholarship_priority: bool,
    pub min_employment_rate: Option<f64>,
    #[serde(deserialize_with = "or_default")]
    pub internship_preference: String,
    #[serde(deserialize_with = "or_default")]
    pub coop_preference: String,
    #[serde(deserialize_with = "texts")]
    pub target_career_fields: Option<Vec<String>>,
    #[serde(deserialize_with = "or_default")]
    pub salary_expectations: Value,
    #[serde(deserialize_with = "or_default")]
    pub work_environment_preferences: Value,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
}

/// What we write; a client writes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = UserProgramPreferenceDraft)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the same fields are explained at `Model`")]
pub struct Draft {
    pub preferred_countries: Option<Vec<Text<2>>>,
    pub preferred_provinces: Option<Vec<Text<50>>>,
    pub preferred_cities: Option<Vec<Text<100>>>,
    pub max_distance_km: Option<i64>,
    pub willing_to_relocate: Option<bool>,
    pub preferred_languages: Option<Vec<Text<10>>>,
    pub program_types: Option<Vec<Text<50>>>,
    pub program_levels: Option<Vec<Text<50>>>,
    pub fields_of_interest: Option<Vec<Text<100>>>,
    pub delivery_modes: Option<Vec<Text<50>>>,
    pub max_duration_months: Option<i64>,
    pub min_duration_months: Option<i64>,
    pub preferred_start_terms: Option<Vec<Text<20>>>,
    pub part_time_acceptable: Option<bool>,
    pub max_budget: Option<f64>,
    pub budget_currency: Option<Text<3>>,
    pub financial_aid_required: Option<bool>,
    pub scholarship_priority: Option<bool>,
    pub min_employment_rate: Option<f64>,
    pub internship_preference: Option<Text<20>>,
    pub coop_preference: Option<Text<20>>,
    pub target_career_fields: Option<Vec<Text<100>>>,
    pub salary_expectations: Option<Json>,
    pub work_environment_preferences: Option<Json>,
}

/// The table, as the door sees it.
#[derive(Clone, Copy, Debug)]
pub enum UserProgramPreference {}

impl OwnedTable for UserProgramPreference {
    type Model = Model;
    type Draft = Draft;
    const TABLE: &'static Table = &TABLE;
    const PATH: &'static str = "program-preferences";
    const ROWS: Rows = Rows::OnePerUser;
    const CREATED: Option<&'static str> = Some("created_at");
    const UPDATED: Option<&'static str> = Some("updated_at");

    fn sample() -> Value {
        json!({
            "preferred_countries": ["CA", "FR"],
            "preferred_provinces": ["one", "two"],
            "preferred_cities": ["one", "two"],
            "max_distance_km": 3,
            "willing_to_relocate": true,
            "preferred_languages": ["one", "two"],
            "program_types": ["one", "two"],
            "program_levels": ["one", "two"],
            "fields_of_interest": ["one", "two"],
            "delivery_modes": ["one", "two"],
            "max_duration_months": 3,
            "min_duration_months": 3,
            "preferred_start_terms": ["one", "two"],
            "part_time_acceptable": true,
            "max_budget": 0.5,
            "budget_currency": "som",
            "financial_aid_required": true,
            "scholarship_priority": true,
            "min_employment_rate": 0.5,
            "internship_preference": "some internship pref",
            "coop_preference": "some coop preference",
            "target_career_fields": ["one", "two"],
            "salary_expectations": { "a": [1, "b"] },
            "work_environment_preferences": { "a": [1, "b"] },
        })
    }
}
