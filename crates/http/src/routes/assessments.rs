//! Results of tests as they are stored, and the Holland test, whose questions are in the database.

use std::collections::BTreeMap;

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderName, StatusCode, header},
};
use chrono::{DateTime, Utc};
use orientor_services::{
    ServiceError, holland,
    personality::{self, TestResult, rate},
};
use orientor_store::value::Words;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    ApiError, AppState,
    extract::{Body, CurrentUser, NamedUser, Params},
    openapi::{BadBody, BadQuery, NoSuchUser, NotYours, SignedIn},
};

/// Which version of the test.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Version {
    /// Only results of this version.
    assessment_version: Option<String>,
}

/// The result of the HEXACO test.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HexacoResult {
    /// By domain, 1 to 5.
    domains: BTreeMap<String, f64>,
    /// By facet, 1 to 5.
    facets: BTreeMap<String, f64>,
    /// By name, as the older application stored them: the scores on another scale, no comparison with other people.
    percentiles: BTreeMap<String, f64>,
    /// By name, as the older application stored them; not measured.
    reliability: BTreeMap<String, f64>,
    /// `null` if it was not kept.
    total_responses: Option<i64>,
    /// 0 to 1; `null` if it was not kept.
    completion_rate: Option<f64>,
    narrative_description: Option<String>,
    assessment_version: Option<String>,
    computed_at: Option<DateTime<Utc>>,
}

impl From<TestResult> for HexacoResult {
    fn from(found: TestResult) -> Self {
        Self {
            domains: found.domains,
            facets: found.facets,
            percentiles: found.percentiles,
            reliability: found.reliability,
            total_responses: found.total_responses,
            completion_rate: found.completion_rate,
            narrative_description: found.narrative_description,
            assessment_version: found.assessment_version,
            computed_at: found.computed_at,
        }
    }
}

/// The caller's newest result of the HEXACO test; `null` if there is none. What the onboarding of the older application
/// stored is no result of the test.
#[utoipa::path(
    get, path = "/tests/hexaco/my-profile", tag = "assessments", params(Version),
    responses((status = OK, body = Option<HexacoResult>), SignedIn)
)]
pub(super) async fn my_hexaco(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(version): Params<Version>,
) -> Result<Json<Option<HexacoResult>>, ApiError> {
    let found = personality::newest(&app.database, user.id, version.assessment_version.as_deref()).await?;
    Ok(Json(found.map(HexacoResult::from)))
}

/// The same for the user who is named, who has to be the caller.
#[utoipa::path(
    get, path = "/tests/hexaco/profile/{user}", tag = "assessments",
    params(("user" = String, Path, description = "The caller's number or Clerk id", example = "42"), Version),
    responses((status = OK, body = Option<HexacoResult>), SignedIn, NoSuchUser)
)]
pub(super) async fn hexaco_of(
    user: CurrentUser,
    NamedUser(named): NamedUser,
    app: State<AppState>,
    version: Params<Version>,
) -> Result<Json<Option<HexacoResult>>, ApiError> {
    if named == user.id { my_hexaco(user, app, version).await } else { Err(ServiceError::NoSuchUser.into()) }
}

/// How far a sitting is.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HexacoProgress {
    total_items: Option<i64>,
    completed_items: i64,
    /// 0 to 100, one digit; `null` if the number of items was not kept.
    progress_percentage: Option<f64>,
    #[schema(example = "in_progress")]
    status: String,
    #[schema(example = "hexaco_60_en")]
    assessment_version: String,
}

/// How far a sitting of the caller's is.
#[utoipa::path(
    get, path = "/tests/hexaco/progress/{session_id}", tag = "assessments",
    params(("session_id" = String, Path, description = "UUID of the sitting")),
    responses((status = OK, body = HexacoProgress), SignedIn, NotYours)
)]
pub(super) async fn hexaco_progress(
    user: CurrentUser,
    Path(session): Path<String>,
    State(app): State<AppState>,
) -> Result<Json<HexacoProgress>, ApiError> {
    let sitting = personality::sitting(&app.database, user.id, &session).await?;
    let rate = rate(Some(sitting.completed_items), sitting.total_items);
    Ok(Json(HexacoProgress {
        total_items: sitting.total_items,
        completed_items: sitting.completed_items,
        progress_percentage: rate.map(|rate| (rate * 1000.0).round() / 10.0),
        status: sitting.status,
        assessment_version: sitting.assessment_version,
    }))
}

/// The Holland test that is in use.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HollandTest {
    id: i64,
    title: Option<String>,
    description: Option<String>,
    seo_code: Option<String>,
    video_url: Option<String>,
    image_url: Option<String>,
    chapter_count: Option<i64>,
    question_count: Option<i64>,
    active: bool,
}

/// The Holland test that is in use.
#[utoipa::path(
    get, path = "/tests/holland", tag = "assessments",
    responses((status = OK, body = HollandTest), SignedIn, NotYours)
)]
pub(super) async fn holland_test(_: CurrentUser, State(app): State<AppState>) -> Result<Json<HollandTest>, ApiError> {
    let test = holland::test(&app.database).await?;
    Ok(Json(HollandTest {
        id: test.id,
        title: test.title,
        description: test.description,
        seo_code: test.seo_code,
        video_url: test.video_url,
        image_url: test.image_url,
        chapter_count: test.chapter_count,
        question_count: test.question_count,
        active: true,
    }))
}

/// What can be chosen. What it counts for stays with us.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HollandChoice {
    id: i64,
    title: Option<String>,
    question_id: i64,
    sort_idx: Option<i64>,
}

/// A question of the Holland test.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HollandQuestion {
    id: i64,
    title: Option<String>,
    chapter_number: Option<i64>,
    sort_idx: Option<i64>,
    choices: Vec<HollandChoice>,
}

/// The questions of the Holland test that is in use, by chapter; none if there is no test.
#[utoipa::path(
    get, path = "/tests/holland/questions", tag = "assessments",
    responses((status = OK, body = Vec<HollandQuestion>), SignedIn)
)]
pub(super) async fn holland_questions(
    _: CurrentUser,
    State(app): State<AppState>,
) -> Result<Json<Vec<HollandQuestion>>, ApiError> {
    let mut questions: Vec<HollandQuestion> = Vec::new();
    for found in holland::choices(&app.database).await? {
        let choice = HollandChoice {
            id: found.id,
            title: found.title,
            question_id: found.question_id,
            sort_idx: found.sort_idx,
        };
        match questions.last_mut().filter(|question| question.id == found.question_id) {
            Some(question) => question.choices.push(choice),
            None => questions.push(HollandQuestion {
                id: found.question_id,
                title: found.question_title,
                chapter_number: found.chapter_number,
                sort_idx: found.question_sort_idx,
                choices: vec![choice],
            }),
        }
    }
    Ok(Json(questions))
}

/// An answer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "these are the names in the body")]
pub(super) struct HollandAnswer {
    /// Letters, digits, `-` and `_`; the client's choice, such as a UUID. The attempt is whose who answers first in it.
    #[schema(example = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff")]
    attempt_id: Words<64>,
    #[schema(example = 3)]
    question_id: i64,
    #[schema(example = 5)]
    choice_id: i64,
}

/// What became of an answer.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HollandAnswered {
    message: &'static str,
    /// Key of the answer.
    id: String,
}

/// Stores an answer in the place of the one before to the same question.
#[utoipa::path(
    post, path = "/tests/holland/answer", tag = "assessments", request_body = HollandAnswer,
    responses(
        (status = CREATED, body = HollandAnswered, headers(("Location" = String, description = "The score"))),
        SignedIn,
        NotYours,
        BadBody
    )
)]
pub(super) async fn holland_answer(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(answer): Body<HollandAnswer>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<HollandAnswered>), ApiError> {
    let attempt = answer.attempt_id.as_str();
    if !attempt.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
        return Err(ApiError::body("`attempt_id`: expected letters, digits, `-` and `_`."));
    }
    let id = holland::answer(&app.database, user.id, attempt, answer.question_id, answer.choice_id).await?;
    let location = [(header::LOCATION, format!("/api/v1/tests/holland/score/{attempt}"))];
    Ok((StatusCode::CREATED, location, Json(HollandAnswered { message: "The answer is stored.", id })))
}

/// Scores of the Holland test.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HollandScore {
    r_score: f64,
    i_score: f64,
    a_score: f64,
    s_score: f64,
    e_score: f64,
    c_score: f64,
    /// The three highest; empty for users without a result.
    #[schema(example = "RIA")]
    top_3_code: String,
    personality_description: Option<String>,
}

impl From<holland::Score> for HollandScore {
    fn from(score: holland::Score) -> Self {
        let [r_score, i_score, a_score, s_score, e_score, c_score] = score.scores;
        Self {
            r_score,
            i_score,
            a_score,
            s_score,
            e_score,
            c_score,
            top_3_code: score.code,
            personality_description: score.description,
        }
    }
}

/// What is wanted beside the scores.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Describe {
    /// Whether to tell what is said of people with the first letter.
    #[serde(default)]
    #[param(default = false)]
    include_description: bool,
}

/// The scores of an attempt of the caller's, which are kept as its result.
#[utoipa::path(
    get, path = "/tests/holland/score/{attempt_id}", tag = "assessments",
    params(("attempt_id" = String, Path, description = "As in the answers"), Describe),
    responses((status = OK, body = HollandScore), SignedIn, NotYours, BadQuery)
)]
pub(super) async fn holland_score(
    user: CurrentUser,
    Path(attempt): Path<String>,
    State(app): State<AppState>,
    Params(describe): Params<Describe>,
) -> Result<Json<HollandScore>, ApiError> {
    let score = holland::score(&app.database, user.id, &attempt, describe.include_description).await?;
    Ok(Json(score.into()))
}

/// The caller's newest result; for users without one all zeros and an empty code, which is what today's client expects.
#[utoipa::path(
    get, path = "/tests/holland/user-results", tag = "assessments",
    responses((status = OK, body = HollandScore), SignedIn)
)]
pub(super) async fn holland_results(
    user: CurrentUser,
    State(app): State<AppState>,
) -> Result<Json<HollandScore>, ApiError> {
    Ok(Json(holland::newest(&app.database, user.id).await?.into()))
}
