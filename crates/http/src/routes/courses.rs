//! Courses beyond their rows, which the routes of the tables read.

use std::collections::BTreeMap;

use axum::{
    Json,
    extract::{Path, State},
    http::{StatusCode, header},
};
use chrono::{DateTime, Utc};
use orientor_domain::courses::{Advice, CareerPath, DevelopmentArea, Pattern, Readiness, Summary, Trend};
use orientor_services::courses;
use orientor_store::{
    Is, Owned, OwnedTable as _,
    tables::{
        career_signal,
        course::{Course, CourseId, Draft, Model},
        psychological_insight::{self, PsychologicalInsight},
    },
};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::tables::{self, Created, Listed, PageOf};
use crate::{
    ApiError, AppState,
    extract::{Body, CurrentUser, NamedUser, Params},
    openapi::{BadBody, BadQuery, NoSuchUser, NotYours, SignedIn},
};

/// Adds a course. Its category is told from name and description if it is left out.
#[utoipa::path(
    post, path = "/courses", tag = "courses",
    request_body(content = Draft, example = json!({ "course_name": "Linear algebra", "semester": "fall", "year": 2024 })),
    responses(
        (status = CREATED, body = Model, headers(("Location" = String, description = "The address of the course"))),
        SignedIn,
        BadBody
    )
)]
pub(super) async fn create(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(draft): Body<Draft>,
) -> Result<Created<Model>, ApiError> {
    let course = courses::create(&app.database, user.id, draft).await?;
    let location = format!("/api/v1/courses/{}", course.id.0);
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], Json(course)))
}

/// Changes what the body names (RFC 7396); `null` clears, but not the name.
#[utoipa::path(
    method(put, patch), path = "/courses/{id}", tag = "courses",
    params(("id" = String, Path, description = "The key of the course", example = "7")),
    request_body(content = Object, description = "Any of the members of `CourseDraft`", example = json!({ "grade": "A-" })),
    responses((status = OK, body = Model), SignedIn, NotYours, BadBody)
)]
pub(super) async fn change(
    user: CurrentUser,
    app: State<AppState>,
    id: Path<String>,
    body: Body<Map<String, Value>>,
) -> Result<Json<Model>, ApiError> {
    tables::change::<Course>(user, app, id, body).await
}

/// Deletes a course with its insights and conversations; signals stay, without their course.
#[utoipa::path(
    delete, path = "/courses/{id}", tag = "courses",
    params(("id" = String, Path, description = "The key of the course", example = "7")),
    responses((status = NO_CONTENT, description = "It is gone"), SignedIn, NotYours)
)]
pub(super) async fn delete(
    user: CurrentUser,
    State(app): State<AppState>,
    Path(id): Path<String>,
) -> Result<StatusCode, ApiError> {
    courses::delete(&app.database, user.id, course(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The insights from a course, the newest first.
#[utoipa::path(
    get, path = "/courses/{id}/insights", tag = "courses",
    params(("id" = String, Path, description = "The key of the course", example = "7"), PageOf),
    responses((status = OK, body = Vec<psychological_insight::Model>), SignedIn, NotYours, BadQuery)
)]
pub(super) async fn insights(
    user: CurrentUser,
    State(app): State<AppState>,
    Path(id): Path<String>,
    Params(params): Params<Vec<(String, String)>>,
) -> Result<Listed<psychological_insight::Model>, ApiError> {
    let id = course(&id)?;
    Owned::<Course>::by(user.id, &app.database).get(id).await.map_err(tables::failed)?;
    let (only, path) = ([("course_id", Is::Number(id.0))], format!("{}/{}/insights", Course::PATH, id.0));
    tables::page::<PsychologicalInsight>(&user, &app, params, &only, &path).await
}

/// What the caller's courses say about them.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PsychologicalProfile {
    user_id: i64,
    profile_summary: ProfileSummary,
    /// The insights of each course, by its key.
    insights_by_course: BTreeMap<i64, Vec<psychological_insight::Model>>,
    /// The newest first.
    career_signals: Vec<career_signal::Model>,
    esco_recommendations: Directions,
    /// 0 without insights, at most 0.9.
    #[schema(example = 0.7)]
    confidence_score: f64,
    /// When the last insight or signal came.
    last_updated: Option<DateTime<Utc>>,
}

/// What insights and signals come to.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ProfileSummary {
    #[serde(flatten)]
    insights: Summary,
    career_readiness: Readiness,
}

/// Where talents could lead.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Directions {
    career_paths: Vec<CareerPath>,
    development_areas: Vec<DevelopmentArea>,
}

/// What the caller's courses say about them, from the newest 500 insights and signals. Only one's own.
#[utoipa::path(
    get, path = "/courses/psychological-profile/{user}", tag = "courses",
    params(("user" = String, Path, description = "The caller's own number or Clerk id", example = "42")),
    responses((status = OK, body = PsychologicalProfile), SignedIn, NoSuchUser)
)]
pub(super) async fn psychological_profile(
    user: CurrentUser,
    named: NamedUser,
    State(app): State<AppState>,
) -> Result<Json<PsychologicalProfile>, ApiError> {
    oneself(&user, named)?;
    let profile = courses::profile(&app.database, user.id).await?;
    Ok(Json(PsychologicalProfile {
        user_id: user.id.get(),
        profile_summary: ProfileSummary { insights: profile.summary, career_readiness: profile.readiness },
        insights_by_course: profile.insights_by_course,
        career_signals: profile.signals,
        esco_recommendations: Directions { career_paths: profile.paths, development_areas: profile.areas },
        confidence_score: profile.confidence,
        last_updated: profile.last_updated,
    }))
}

/// Where the caller's talents are going.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CareerSignals {
    user_id: i64,
    /// The newest first.
    signals: Vec<career_signal::Model>,
    /// Where the strengths of each kind go, by kind.
    pattern_analysis: BTreeMap<String, Pattern>,
    esco_tree_paths: Vec<CareerPath>,
    trend_indicators: Vec<Trend>,
    recommendations: Vec<Advice>,
}

/// Where the caller's talents are going, from the newest 500 signals. Only one's own.
#[utoipa::path(
    get, path = "/courses/career-signals/{user}", tag = "courses",
    params(("user" = String, Path, description = "The caller's own number or Clerk id", example = "42")),
    responses((status = OK, body = CareerSignals), SignedIn, NoSuchUser)
)]
pub(super) async fn career_signals(
    user: CurrentUser,
    named: NamedUser,
    State(app): State<AppState>,
) -> Result<Json<CareerSignals>, ApiError> {
    oneself(&user, named)?;
    let found = courses::signals(&app.database, user.id).await?;
    Ok(Json(CareerSignals {
        user_id: user.id.get(),
        signals: found.signals,
        pattern_analysis: found.patterns,
        esco_tree_paths: found.paths,
        trend_indicators: found.trends,
        recommendations: found.advice,
    }))
}

/// Anybody else is nobody.
fn oneself(user: &CurrentUser, NamedUser(named): NamedUser) -> Result<(), ApiError> {
    if user.id == named { Ok(()) } else { Err(ApiError::no_user()) }
}

fn course(id: &str) -> Result<CourseId, ApiError> {
    id.parse().map(CourseId).map_err(|_| ApiError::missing())
}
