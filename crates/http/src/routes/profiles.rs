//! What users say about themselves, and what others may see of it.

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use orientor_services::{
    peers::{Card, name_of},
    profiles,
};
use orientor_store::{
    Patch,
    tables::{user_profile, user_skill},
};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::{
    ApiError, AppState,
    extract::{Body, CurrentUser, NamedUser},
    openapi::{BadBody, NoSuchUser, SignedIn},
};

/// The profile as it is stored.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct StoredProfile {
    /// Key of the profile, which is not the id of the user.
    id: i64,
    /// Whose it is.
    user_id: i64,
    #[serde(flatten)]
    fields: ProfileFields,
    /// When the profile was made.
    created_at: Option<DateTime<Utc>>,
    /// When it was last changed.
    updated_at: Option<DateTime<Utc>>,
}

/// The fields that users fill in themselves.
#[derive(Debug, Default, Serialize, ToSchema)]
pub(super) struct ProfileFields {
    name: Option<String>,
    age: Option<i64>,
    sex: Option<String>,
    major: Option<String>,
    year: Option<i64>,
    gpa: Option<f64>,
    hobbies: Option<String>,
    country: Option<String>,
    state_province: Option<String>,
    unique_quality: Option<String>,
    story: Option<String>,
    favorite_movie: Option<String>,
    favorite_book: Option<String>,
    favorite_celebrities: Option<String>,
    learning_style: Option<String>,
    /// Terms, separated by commas.
    interests: Option<String>,
    job_title: Option<String>,
    industry: Option<String>,
    years_experience: Option<i64>,
    education_level: Option<String>,
    career_goals: Option<String>,
    skills: Option<Vec<String>>,
}

impl From<user_profile::Model> for StoredProfile {
    fn from(row: user_profile::Model) -> Self {
        Self {
            id: row.id.0,
            user_id: row.user_id.get(),
            created_at: row.created_at,
            updated_at: row.updated_at,
            fields: ProfileFields {
                name: row.name,
                age: row.age,
                sex: row.sex,
                major: row.major,
                year: row.year,
                gpa: row.gpa,
                hobbies: row.hobbies,
                country: row.country,
                state_province: row.state_province,
                unique_quality: row.unique_quality,
                story: row.story,
                favorite_movie: row.favorite_movie,
                favorite_book: row.favorite_book,
                favorite_celebrities: row.favorite_celebrities,
                learning_style: row.learning_style,
                interests: row.interests,
                job_title: row.job_title,
                industry: row.industry,
                years_experience: row.years_experience,
                education_level: row.education_level,
                career_goals: row.career_goals,
                skills: row.skills,
            },
        }
    }
}

/// Self-ratings from 0 to 5 in thirteen skills; `null` where none was given.
#[derive(Debug, Default, Serialize, ToSchema)]
pub(super) struct Ratings {
    creativity: Option<f64>,
    leadership: Option<f64>,
    digital_literacy: Option<f64>,
    critical_thinking: Option<f64>,
    problem_solving: Option<f64>,
    analytical_thinking: Option<f64>,
    attention_to_detail: Option<f64>,
    collaboration: Option<f64>,
    adaptability: Option<f64>,
    independence: Option<f64>,
    evaluation: Option<f64>,
    decision_making: Option<f64>,
    stress_tolerance: Option<f64>,
}

/// Their names, which tell ratings from profile fields in one body.
const RATINGS: [&str; 13] = [
    "creativity",
    "leadership",
    "digital_literacy",
    "critical_thinking",
    "problem_solving",
    "analytical_thinking",
    "attention_to_detail",
    "collaboration",
    "adaptability",
    "independence",
    "evaluation",
    "decision_making",
    "stress_tolerance",
];

impl From<Option<user_skill::Model>> for Ratings {
    fn from(row: Option<user_skill::Model>) -> Self {
        let Some(row) = row else { return Self::default() };
        Self {
            creativity: row.creativity,
            leadership: row.leadership,
            digital_literacy: row.digital_literacy,
            critical_thinking: row.critical_thinking,
            problem_solving: row.problem_solving,
            analytical_thinking: row.analytical_thinking,
            attention_to_detail: row.attention_to_detail,
            collaboration: row.collaboration,
            adaptability: row.adaptability,
            independence: row.independence,
            evaluation: row.evaluation,
            decision_making: row.decision_making,
            stress_tolerance: row.stress_tolerance,
        }
    }
}

/// The caller's own profile with ratings.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OwnProfile {
    /// The id of the user.
    #[schema(example = 42)]
    id: i64,
    /// The same.
    #[schema(example = 42)]
    user_id: i64,
    #[serde(flatten)]
    fields: ProfileFields,
    #[serde(flatten)]
    ratings: Ratings,
}

/// The caller's own profile and ratings. Nothing is made by reading: what is not there is `null`.
#[utoipa::path(
    get, path = "/profiles/me", tag = "profiles",
    responses((status = OK, body = OwnProfile), SignedIn)
)]
pub(super) async fn me(user: CurrentUser, State(app): State<AppState>) -> Result<Json<OwnProfile>, ApiError> {
    let (profile, skills) = profiles::own(&app.database, user.id).await?;
    Ok(Json(OwnProfile {
        id: user.id.get(),
        user_id: user.id.get(),
        fields: profile.map(|row| StoredProfile::from(row).fields).unwrap_or_default(),
        ratings: skills.into(),
    }))
}

/// A sentence that says what was done.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Done {
    /// For people.
    pub(super) message: &'static str,
}

/// What `PUT /profiles/update` takes: any of the fields and ratings.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body, which is read as a patch")]
pub(super) struct ProfilePatch {
    #[schema(inline)]
    fields: ProfileFields,
    #[schema(inline)]
    ratings: Ratings,
}

/// Changes any of the profile's fields and ratings; `null` clears one, what is left out stays.
#[utoipa::path(
    put, path = "/profiles/update", tag = "profiles",
    request_body(content = ProfilePatch, description = "Any of the fields of `GET /profiles/me` but the ids; \
        `interests` also as a list"),
    responses((status = OK, body = Done), SignedIn, BadBody)
)]
pub(super) async fn update(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(mut members): Body<Map<String, Value>>,
) -> Result<Json<Done>, ApiError> {
    if let Some(interests) = members.get_mut("interests") {
        join_list(interests)?;
    }
    let (ratings, fields): (Map<_, _>, Map<_, _>) =
        members.into_iter().partition(|(name, _)| RATINGS.contains(&name.as_str()));
    profiles::update(&app.database, user.id, &Patch::from(fields), &Patch::from(ratings)).await?;
    Ok(Json(Done { message: "Profile updated" }))
}

/// The column is text; clients may send a list as well.
fn join_list(value: &mut Value) -> Result<(), ApiError> {
    if let Value::Array(items) = value {
        let texts: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
        let texts = texts.ok_or_else(|| ApiError::body("`interests`: expected text or a list of texts."))?;
        *value = Value::String(texts.join(", "));
    }
    Ok(())
}

/// What others may see of a user.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PublicProfile {
    /// The id of the user.
    #[schema(example = 42)]
    id: i64,
    /// The same.
    #[schema(example = 42)]
    user_id: i64,
    name: Option<String>,
    major: Option<String>,
    year: Option<i64>,
    job_title: Option<String>,
    industry: Option<String>,
    hobbies: Option<String>,
    interests: Option<String>,
}

impl From<Card> for PublicProfile {
    fn from(card: Card) -> Self {
        Self {
            id: card.user_id.get(),
            user_id: card.user_id.get(),
            name: name_of(&card),
            major: card.major,
            year: card.year,
            job_title: card.job_title,
            industry: card.industry,
            hobbies: card.hobbies,
            interests: card.interests,
        }
    }
}

/// What others may see of a user. Somebody who hides, or with whom a block stands, is not found.
#[utoipa::path(
    get, path = "/profiles/{user}", tag = "profiles",
    params(("user" = String, Path, description = "Number or Clerk id", example = "42")),
    responses((status = OK, body = PublicProfile), SignedIn, NoSuchUser)
)]
pub(super) async fn one(
    user: CurrentUser,
    NamedUser(other): NamedUser,
    State(app): State<AppState>,
) -> Result<Json<PublicProfile>, ApiError> {
    Ok(Json(profiles::of_peer(&app.database, user.id, other).await?.into()))
}

/// What others may see of a user, in short.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ShortProfile {
    /// The id of the user.
    #[schema(example = 42)]
    user_id: i64,
    name: Option<String>,
    major: Option<String>,
    year: Option<i64>,
    hobbies: Option<String>,
    interests: Option<String>,
}

/// What others may see of a user, in short; as `GET /profiles/{user}`.
#[utoipa::path(
    get, path = "/users/{user}/profile", tag = "profiles",
    params(("user" = String, Path, description = "Number or Clerk id", example = "42")),
    responses((status = OK, body = ShortProfile), SignedIn, NoSuchUser)
)]
pub(super) async fn of_user(
    user: CurrentUser,
    NamedUser(other): NamedUser,
    State(app): State<AppState>,
) -> Result<Json<ShortProfile>, ApiError> {
    let card = profiles::of_peer(&app.database, user.id, other).await?;
    Ok(Json(ShortProfile {
        user_id: card.user_id.get(),
        name: name_of(&card),
        major: card.major,
        year: card.year,
        hobbies: card.hobbies,
        interests: card.interests,
    }))
}

/// The caller's own ratings.
#[utoipa::path(
    get, path = "/space/skills", tag = "profiles",
    responses((status = OK, body = Ratings), SignedIn)
)]
pub(super) async fn skills(user: CurrentUser, State(app): State<AppState>) -> Result<Json<Ratings>, ApiError> {
    Ok(Json(profiles::skills(&app.database, user.id).await?.into()))
}

/// Changes any of the caller's ratings, 0 to 5; `null` clears one, what is left out stays.
#[utoipa::path(
    put, path = "/space/skills", tag = "profiles",
    request_body = Ratings,
    responses((status = OK, body = Ratings), SignedIn, BadBody)
)]
pub(super) async fn rate_skills(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(ratings): Body<Map<String, Value>>,
) -> Result<Json<Ratings>, ApiError> {
    let rated = profiles::update(&app.database, user.id, &Patch::default(), &Patch::from(ratings)).await?;
    Ok(Json(rated.into()))
}
