//! The first questions that new users answer.

use axum::{
    Json,
    extract::State,
    http::{HeaderName, StatusCode, header},
};
use chrono::{DateTime, Utc};
use orientor_services::{
    onboarding::{self, MAX_ANSWERS, QUESTIONS},
    profiles,
};
use orientor_store::value::{Json as Document, Text, Words};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::{
    ApiError, AppState,
    extract::{Body, CurrentUser},
    openapi::{BadBody, NotYours, SignedIn},
};

/// How far the caller is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Status {
    /// By the flag, or by having a personality profile.
    is_complete: bool,
    has_started: bool,
    /// The number of the question that comes next, from 1; while a sitting is under way.
    current_step: Option<i64>,
    completed_at: Option<DateTime<Utc>>,
}

/// How far the caller is.
#[utoipa::path(
    get, path = "/onboarding/status", tag = "onboarding",
    responses((status = OK, body = Status), SignedIn)
)]
pub(super) async fn status(user: CurrentUser, State(app): State<AppState>) -> Result<Json<Status>, ApiError> {
    let status = onboarding::status(&app.database, user.id).await?;
    let is_under_way = status.sitting.as_ref().is_some_and(|sitting| sitting.completed_at.is_none());
    let answered = i64::try_from(status.answered).unwrap_or(QUESTIONS);
    Ok(Json(Status {
        is_complete: status.is_complete,
        has_started: status.sitting.is_some(),
        current_step: is_under_way.then(|| (answered + 1).min(QUESTIONS)),
        completed_at: status.sitting.and_then(|sitting| sitting.completed_at),
    }))
}

/// The sitting that is under way.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Started {
    #[schema(example = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff")]
    session_id: String,
    message: &'static str,
}

/// Begins a sitting: 201, or 200 with the one that is under way.
#[utoipa::path(
    post, path = "/onboarding/start", tag = "onboarding",
    responses(
        (status = CREATED, body = Started, headers(("Location" = String, description = "Its answers"))),
        (status = OK, description = "One is under way", body = Started),
        SignedIn
    )
)]
pub(super) async fn start(
    user: CurrentUser,
    State(app): State<AppState>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<Started>), ApiError> {
    let (sitting, is_new) = onboarding::start(&app.database, user.id).await?;
    let (status, message) =
        if is_new { (StatusCode::CREATED, "Onboarding has begun.") } else { (StatusCode::OK, "Onboarding goes on.") };
    let location = [(header::LOCATION, "/api/v1/onboarding/responses".to_owned())];
    Ok((status, location, Json(Started { session_id: sitting.session_id, message })))
}

/// An answer to a question that the client has asked.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct OnboardingAnswer {
    /// The client's name for the question.
    #[schema(example = "interests")]
    question_id: Words<100>,
    /// The question as it was asked.
    #[schema(example = "What do you like to do?")]
    question: Text<2_000>,
    #[schema(example = "I build kites.")]
    response: Text<10_000>,
    /// By the client's clock.
    timestamp: Option<DateTime<Utc>>,
}

impl From<OnboardingAnswer> for onboarding::Answer {
    fn from(body: OnboardingAnswer) -> Self {
        Self {
            question_id: body.question_id.as_str().to_owned(),
            question: body.question.as_str().to_owned(),
            response: body.response.as_str().to_owned(),
            timestamp: body.timestamp,
        }
    }
}

/// How many questions are answered.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Answered {
    message: &'static str,
    #[schema(example = 3)]
    progress: u64,
    #[schema(example = 9)]
    total: i64,
}

/// Stores an answer in the place of the one before to the same question. Begins a sitting if there is none.
#[utoipa::path(
    post, path = "/onboarding/response", tag = "onboarding", request_body = OnboardingAnswer,
    responses((status = OK, body = Answered), SignedIn, BadBody)
)]
pub(super) async fn answer(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(answer): Body<OnboardingAnswer>,
) -> Result<Json<Answered>, ApiError> {
    let progress = onboarding::answer(&app.database, user.id, answer.into()).await?;
    Ok(Json(Answered { message: "The answer is stored.", progress, total: QUESTIONS }))
}

/// What ends a sitting.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Completion {
    /// Answers, also those that are stored already.
    #[schema(max_items = 50)]
    responses: Vec<OnboardingAnswer>,
    /// What the client has computed. Not kept: no rule of ours makes a personality of texts, and a client is not
    /// believed about one.
    #[serde(rename = "psychProfile")]
    _psych_profile: Option<Document>,
}

/// What became of the sitting.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Completed {
    message: &'static str,
    /// Key of the sitting; `null` after skipping.
    #[schema(example = 7)]
    assessment_id: Option<i64>,
    /// Never: profiles come from the personality test only.
    profile_created: bool,
}

/// Stores what is not stored yet, ends the sitting and marks onboarding as finished.
#[utoipa::path(
    post, path = "/onboarding/complete", tag = "onboarding", request_body = Completion,
    responses((status = OK, body = Completed), SignedIn, BadBody)
)]
pub(super) async fn complete(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(completion): Body<Completion>,
) -> Result<Json<Completed>, ApiError> {
    if completion.responses.len() > MAX_ANSWERS {
        return Err(ApiError::body(format!("`responses`: expected at most {MAX_ANSWERS}.")));
    }
    let answers: Vec<_> = completion.responses.into_iter().map(onboarding::Answer::from).collect();
    let sitting = onboarding::complete(&app.database, user.id, &answers, Utc::now()).await?;
    Ok(Json(Completed { message: "Onboarding is finished.", assessment_id: Some(sitting), profile_created: false }))
}

/// Marks onboarding as finished, without answers and so without a profile.
#[utoipa::path(
    post, path = "/onboarding/skip", tag = "onboarding",
    responses((status = OK, body = Completed), SignedIn)
)]
pub(super) async fn skip(user: CurrentUser, State(app): State<AppState>) -> Result<Json<Completed>, ApiError> {
    onboarding::skip(&app.database, user.id).await?;
    Ok(Json(Completed { message: "Onboarding is skipped.", assessment_id: None, profile_created: false }))
}

/// Deletes sittings, answers and profiles of onboarding, and clears the mark. Results of the personality test stay.
#[utoipa::path(
    delete, path = "/onboarding/reset", tag = "onboarding",
    responses((status = NO_CONTENT, description = "Onboarding can be done anew"), SignedIn)
)]
pub(super) async fn reset(user: CurrentUser, State(app): State<AppState>) -> Result<StatusCode, ApiError> {
    onboarding::reset(&app.database, user.id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A profile that the older application stored at onboarding.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OnboardingProfile {
    /// As stored: `hexaco` and `riasec`, 0 to 1, `topTraits`, `description`.
    profile: Value,
    description: Option<String>,
    created_at: Option<DateTime<Utc>>,
    assessment_version: Option<String>,
}

/// The newest profile that the older application stored at onboarding.
#[utoipa::path(
    get, path = "/onboarding/profile", tag = "onboarding",
    responses((status = OK, body = OnboardingProfile), SignedIn, NotYours)
)]
pub(super) async fn profile(
    user: CurrentUser,
    State(app): State<AppState>,
) -> Result<Json<OnboardingProfile>, ApiError> {
    let stored = onboarding::profile(&app.database, user.id).await?;
    Ok(Json(OnboardingProfile {
        profile: stored.scores,
        description: stored.description,
        created_at: stored.created_at,
        assessment_version: stored.assessment_version,
    }))
}

/// An answer as it is stored.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Answer {
    question_id: String,
    question: String,
    response: String,
    timestamp: Option<DateTime<Utc>>,
}

/// The newest sitting.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Answers {
    responses: Vec<Answer>,
    /// `in_progress` or `completed`; `null` if none was begun.
    assessment_status: Option<String>,
    completed_items: usize,
    total_items: i64,
}

/// The answers of the newest sitting, in the order in which they were first given.
#[utoipa::path(
    get, path = "/onboarding/responses", tag = "onboarding",
    responses((status = OK, body = Answers), SignedIn)
)]
pub(super) async fn answers(user: CurrentUser, State(app): State<AppState>) -> Result<Json<Answers>, ApiError> {
    let (sitting, answers) = onboarding::answers(&app.database, user.id).await?;
    let responses = answers.into_iter().map(|answer| Answer {
        question_id: answer.question_id,
        question: answer.question,
        response: answer.response,
        timestamp: answer.timestamp,
    });
    let responses: Vec<Answer> = responses.collect();
    Ok(Json(Answers {
        completed_items: responses.len(),
        total_items: sitting.as_ref().and_then(|sitting| sitting.total_items).unwrap_or(QUESTIONS),
        assessment_status: sitting.map(|sitting| sitting.status),
        responses,
    }))
}

/// What today's client asks for under another name.
#[derive(Debug, Serialize)]
pub(super) struct IsCompleted {
    completed: bool,
}

/// `GET /auth/onboarding-status`, another name for a part of [`status`].
pub(super) async fn is_completed(
    user: CurrentUser,
    State(app): State<AppState>,
) -> Result<Json<IsCompleted>, ApiError> {
    let account = profiles::account(&app.database, user.id).await?;
    Ok(Json(IsCompleted { completed: account.onboarding_completed }))
}

/// `POST /auth/onboarding-complete`, which sets the mark as [`skip`] does.
pub(super) async fn mark_completed(
    user: CurrentUser,
    State(app): State<AppState>,
) -> Result<Json<IsCompleted>, ApiError> {
    onboarding::skip(&app.database, user.id).await?;
    Ok(Json(IsCompleted { completed: true }))
}
