//! Jobs that users put aside.

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderName, StatusCode, header},
};
use chrono::{DateTime, Utc};
use orientor_services::{ServiceError, jobs};
use orientor_store::{
    Is, Listing,
    tables::saved_job,
    value::{Fraction, Json as Document, Text, Uuid, Words},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};

use super::page::{Link, PageParams};
use crate::{
    ApiError, AppState,
    extract::{Body, CurrentUser, Params},
    openapi::{BadBody, BadQuery, NotYours, SignedIn},
};

/// Most skills of a job.
const MAX_SKILLS: usize = 500;

/// A job as a client describes it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewJob {
    /// Its ESCO id; each may be put aside once.
    #[schema(example = "occupation::1234")]
    esco_id: Words<255>,
    #[schema(example = "Bridge engineer")]
    job_title: Words<500>,
    /// Names, or objects with `name` and `level`.
    #[serde(default)]
    #[schema(max_items = 500)]
    skills_required: Vec<Document>,
    /// Where it was found; `tree` unless said.
    discovery_source: Option<Text<50>>,
    tree_graph_id: Option<Uuid>,
    relevance_score: Option<Fraction>,
    /// An object.
    #[schema(value_type = Option<Object>)]
    metadata: Option<Document>,
}

/// A saved job.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct StoredJob {
    #[schema(example = 7)]
    id: i64,
    user_id: i64,
    esco_id: String,
    job_title: String,
    skills_required: Vec<Value>,
    discovery_source: String,
    tree_graph_id: Option<String>,
    relevance_score: Option<f64>,
    saved_at: Option<DateTime<Utc>>,
    #[schema(value_type = Object)]
    metadata: Value,
}

impl From<saved_job::Model> for StoredJob {
    fn from(row: saved_job::Model) -> Self {
        Self {
            id: row.id.0,
            user_id: row.user_id.get(),
            esco_id: row.esco_id,
            job_title: row.job_title,
            skills_required: skills(row.skills_required),
            discovery_source: row.discovery_source,
            tree_graph_id: row.tree_graph_id,
            relevance_score: row.relevance_score,
            saved_at: row.saved_at,
            metadata: if row.metadata.is_object() { row.metadata } else { json!({}) },
        }
    }
}

/// As a list, whatever an older program stored.
pub(super) fn skills(stored: Option<Value>) -> Vec<Value> {
    match stored {
        Some(Value::Array(items)) => items,
        Some(Value::Object(levels)) => {
            levels.into_iter().map(|(name, level)| json!({ "name": name, "level": level })).collect()
        }
        _ => Vec::new(),
    }
}

/// A saved job, and whether it was saved before.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct JustSavedJob {
    #[serde(flatten)]
    job: StoredJob,
    already_saved: bool,
}

/// Puts a job aside; if that was done before, the row stays as it is.
#[utoipa::path(
    post, path = "/jobs/save", tag = "saved", request_body = NewJob,
    responses(
        (status = CREATED, body = JustSavedJob, headers(("Location" = String, description = "The row"))),
        (status = OK, description = "It was put aside before", body = JustSavedJob),
        SignedIn,
        BadBody
    )
)]
pub(super) async fn save(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(job): Body<NewJob>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<JustSavedJob>), ApiError> {
    if job.skills_required.len() > MAX_SKILLS {
        return Err(ApiError::body(format!("`skills_required`: expected at most {MAX_SKILLS}.")));
    }
    if job.metadata.as_ref().is_some_and(|metadata| !metadata.get().is_object()) {
        return Err(ApiError::body("`metadata`: expected an object."));
    }
    let skills = job.skills_required.into_iter().map(Value::from).collect();
    let draft = saved_job::Draft {
        esco_id: job.esco_id,
        job_title: job.job_title,
        skills_required: Some(Document::new(Value::Array(skills)).map_err(|error| ApiError::body(error.to_string()))?),
        discovery_source: job.discovery_source,
        tree_graph_id: job.tree_graph_id,
        relevance_score: job.relevance_score,
        metadata: job.metadata,
    };
    let (row, is_new) = jobs::save(&app.database, user.id, &draft).await?;
    let location = [(header::LOCATION, format!("/api/v1/jobs/{}", row.id.0))];
    let status = if is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, location, Json(JustSavedJob { job: row.into(), already_saved: !is_new })))
}

/// Which of the saved jobs.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct JobFilter {
    /// Only jobs that were found there.
    discovery_source: Option<String>,
}

/// A page of saved jobs.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct JobPage {
    jobs: Vec<StoredJob>,
    /// How many there are on all pages.
    total: u64,
}

/// The jobs that the caller has put aside, the last first.
#[utoipa::path(
    get, path = "/jobs/saved", tag = "saved", params(PageParams, JobFilter),
    responses(
        (status = OK, body = JobPage, headers(("Link" = String, description = "The next page"))),
        SignedIn,
        BadQuery
    )
)]
pub(super) async fn saved(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(page): Params<PageParams>,
    Params(filter): Params<JobFilter>,
) -> Result<(Link, Json<JobPage>), ApiError> {
    let after = page.after();
    let source = filter.discovery_source.as_deref().map(|source| ("discovery_source", source));
    let only: Vec<_> = source.iter().map(|(column, source)| (*column, Is::Text(source))).collect();
    let listing = Listing { only: &only, ..page.listing(after.as_ref())? };
    let (found, total) = jobs::list(&app.database, user.id, &listing).await?;
    let link = page.link("jobs/saved", found.next.as_ref(), source.as_slice());
    Ok((link, Json(JobPage { jobs: found.rows.into_iter().map(StoredJob::from).collect(), total })))
}

/// A job that the caller has put aside.
#[utoipa::path(
    get, path = "/jobs/{id}", tag = "saved", params(("id" = i64, Path, description = "Key of the row", example = 7)),
    responses((status = OK, body = StoredJob), SignedIn, NotYours)
)]
pub(super) async fn one(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
) -> Result<Json<StoredJob>, ApiError> {
    Ok(Json(jobs::get(&app.database, user.id, key(&id)?).await?.into()))
}

/// Forgets a saved job.
#[utoipa::path(
    delete, path = "/jobs/{id}", tag = "saved", params(("id" = i64, Path, description = "Key of the row", example = 7)),
    responses((status = NO_CONTENT, description = "It is gone"), SignedIn, NotYours)
)]
pub(super) async fn delete(
    user: CurrentUser,
    Path(id): Path<String>,
    State(app): State<AppState>,
) -> Result<StatusCode, ApiError> {
    jobs::delete(&app.database, user.id, key(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn key(text: &str) -> Result<i64, ApiError> {
    text.parse().map_err(|_| ServiceError::Missing.into())
}
