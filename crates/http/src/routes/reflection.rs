//! Questions about one's strengths, and the answers.

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderName, StatusCode, header},
};
use orientor_domain::reflection::QUESTIONS;
use orientor_services::{
    ServiceError,
    reflection::{self, Answer, MAX_BATCH},
};
use orientor_store::{
    Patch,
    tables::strengths_reflection_response::Model,
    value::{Text, Whole},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::page::{Link, PageParams};
use crate::{
    ApiError, AppState,
    extract::{Body, CurrentUser, Params},
    openapi::{BadBody, BadQuery, NotYours, SignedIn},
};

const PATH: &str = "reflection/responses";

/// A question.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AskedQuestion {
    #[schema(example = 101)]
    id: i64,
    #[schema(example = "After which kinds of work do you have more energy than before?")]
    question: &'static str,
    #[schema(example = "energy")]
    category: &'static str,
}

/// The questions, in the order in which they are asked.
#[utoipa::path(
    get, path = "/reflection/questions", tag = "reflection",
    responses((status = OK, body = Vec<AskedQuestion>), SignedIn)
)]
pub(super) async fn questions(_: CurrentUser) -> Json<Vec<AskedQuestion>> {
    let questions = QUESTIONS.iter();
    let questions = questions.map(|it| AskedQuestion { id: it.id, question: it.text, category: it.category });
    Json(questions.collect())
}

/// An answer to a question.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewReflection {
    /// The number of the question.
    #[schema(example = 101)]
    question_id: i64,
    /// Not kept: the row holds the question as it stands in `/reflection/questions`.
    #[serde(rename = "prompt_text")]
    _prompt_text: Option<Text<10_000>>,
    #[schema(example = "After teaching somebody.")]
    response: Option<Text<50_000>>,
    response_time_ms: Option<Whole<0, 86_400_000>>,
}

impl From<NewReflection> for Answer {
    fn from(body: NewReflection) -> Self {
        Self { question_id: body.question_id, response: body.response, response_time_ms: body.response_time_ms }
    }
}

/// The caller's answers, in the order in which they were first given.
#[utoipa::path(
    get, path = "/reflection/responses", tag = "reflection", params(PageParams),
    responses(
        (status = OK, body = Vec<Model>, headers(("Link" = String, description = "The next page"))),
        SignedIn,
        BadQuery
    )
)]
pub(super) async fn list(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(page): Params<PageParams>,
) -> Result<(Link, Json<Vec<Model>>), ApiError> {
    let after = page.after();
    let found = reflection::list(&app.database, user.id, &page.listing(after.as_ref())?).await?;
    Ok((page.link(PATH, found.next.as_ref(), &[]), Json(found.rows)))
}

/// The same for the user who is named, who has to be the caller.
#[utoipa::path(
    get, path = "/reflection/responses/{id}", tag = "reflection",
    params(("id" = String, Path, description = "The caller's number or Clerk id", example = "42"), PageParams),
    responses(
        (status = OK, body = Vec<Model>, headers(("Link" = String, description = "The next page"))),
        SignedIn,
        NotYours,
        BadQuery
    )
)]
pub(super) async fn list_of(
    user: CurrentUser,
    Path(named): Path<String>,
    app: State<AppState>,
    page: Params<PageParams>,
) -> Result<(Link, Json<Vec<Model>>), ApiError> {
    let is_caller = named == user.id.to_string() || named == user.session.subject.id.to_string();
    if is_caller { list(user, app, page).await } else { Err(ServiceError::Missing.into()) }
}

/// Stores an answer in the place of the one before: 201 for the first to a question, 200 for another.
#[utoipa::path(
    post, path = "/reflection/responses", tag = "reflection", request_body = NewReflection,
    responses(
        (status = CREATED, body = Model, headers(("Location" = String, description = "The row"))),
        (status = OK, description = "There was an answer before", body = Model),
        SignedIn,
        BadBody
    )
)]
pub(super) async fn answer(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(answer): Body<NewReflection>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<Model>), ApiError> {
    let (row, is_new) = reflection::answer(&app.database, user.id, &answer.into()).await?;
    let status = if is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, [(header::LOCATION, format!("/api/v1/{PATH}/{}", row.id.0))], Json(row)))
}

/// Several answers.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Batch {
    /// Each question once.
    #[schema(max_items = 20)]
    responses: Vec<NewReflection>,
}

/// What became of several answers.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Stored {
    responses: Vec<Model>,
    /// Numbers for which there is no question; nothing was stored for them.
    unknown_question_ids: Vec<i64>,
}

/// Stores several answers in one step.
#[utoipa::path(
    post, path = "/reflection/responses/batch", tag = "reflection", request_body = Batch,
    responses((status = OK, body = Stored), SignedIn, BadBody)
)]
pub(super) async fn answer_all(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(batch): Body<Batch>,
) -> Result<Json<Stored>, ApiError> {
    if batch.responses.len() > MAX_BATCH {
        return Err(ApiError::body(format!("`responses`: expected at most {MAX_BATCH}.")));
    }
    let answers: Vec<Answer> = batch.responses.into_iter().map(Answer::from).collect();
    let (responses, unknown_question_ids) = reflection::answer_all(&app.database, user.id, &answers).await?;
    Ok(Json(Stored { responses, unknown_question_ids }))
}

/// What may be changed in an answer; `null` clears, what is left out stays.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body, which is read as a patch")]
pub(super) struct AnswerPatch {
    response: Option<Text<50_000>>,
    response_time_ms: Option<Whole<0, 86_400_000>>,
}

/// Changes an answer.
#[utoipa::path(
    put, path = "/reflection/responses/{id}", tag = "reflection", request_body = AnswerPatch,
    params(("id" = i64, Path, description = "Key of the row", example = 7)),
    responses((status = OK, body = Model), SignedIn, NotYours, BadBody)
)]
pub(super) async fn change(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
    Body(members): Body<Map<String, Value>>,
) -> Result<Json<Model>, ApiError> {
    if let Some(name) = members.keys().find(|name| !["response", "response_time_ms"].contains(&name.as_str())) {
        return Err(ApiError::body(format!("`{name}`: expected `response` or `response_time_ms`.")));
    }
    Ok(Json(reflection::change(&app.database, user.id, key(&id)?, &Patch::from(members)).await?))
}

/// Deletes an answer.
#[utoipa::path(
    delete, path = "/reflection/responses/{id}", tag = "reflection",
    params(("id" = i64, Path, description = "Key of the row", example = 7)),
    responses((status = NO_CONTENT, description = "It is gone"), SignedIn, NotYours)
)]
pub(super) async fn delete(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
) -> Result<StatusCode, ApiError> {
    reflection::delete(&app.database, user.id, key(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn key(text: &str) -> Result<i64, ApiError> {
    text.parse().map_err(|_| ServiceError::Missing.into())
}
