//! Jobs that users put aside, and how well what they have put aside fits them.

use std::collections::BTreeMap;

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderName, StatusCode, header},
};
use chrono::{DateTime, Utc};
use orientor_domain::fit::{Advice, Fit, Match, Standing};
use orientor_services::{
    ServiceError,
    careers::{self, JOB_PREFIX, Source},
    jobs,
};
use orientor_store::{
    Is,
    tables::{saved_job, saved_recommendation},
    value::{Fraction, Json as Document, Text, Uuid, Words},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};

use super::{
    page::{Link, PageParams},
    peers::Limit,
};
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
fn skills(stored: Option<Value>) -> Vec<Value> {
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
pub(super) struct SavedJob {
    #[serde(flatten)]
    job: StoredJob,
    already_saved: bool,
}

/// Puts a job aside; if that was done before, the row stays as it is.
#[utoipa::path(
    post, path = "/jobs/save", tag = "saved", request_body = NewJob,
    responses(
        (status = CREATED, body = SavedJob, headers(("Location" = String, description = "The row"))),
        (status = OK, description = "It was put aside before", body = SavedJob),
        SignedIn,
        BadBody
    )
)]
pub(super) async fn save_job(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(job): Body<NewJob>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<SavedJob>), ApiError> {
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
    Ok((status, location, Json(SavedJob { job: row.into(), already_saved: !is_new })))
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
pub(super) async fn saved_jobs(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(page): Params<PageParams>,
    Params(filter): Params<JobFilter>,
) -> Result<(Link, Json<JobPage>), ApiError> {
    let after = page.after();
    let source = filter.discovery_source.as_deref().map(|source| ("discovery_source", source));
    let only: Vec<_> = source.iter().map(|(column, source)| (*column, Is::Text(source))).collect();
    let listing = orientor_store::Listing { only: &only, ..page.listing(after.as_ref())? };
    let (found, total) = jobs::list(&app.database, user.id, &listing).await?;
    let link = page.link("jobs/saved", found.next.as_ref(), source.as_slice());
    Ok((link, Json(JobPage { jobs: found.rows.into_iter().map(StoredJob::from).collect(), total })))
}

/// A job that the caller has put aside.
#[utoipa::path(
    get, path = "/jobs/{id}", tag = "saved", params(("id" = i64, Path, description = "Key of the row", example = 7)),
    responses((status = OK, body = StoredJob), SignedIn, NotYours)
)]
pub(super) async fn job(
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
pub(super) async fn delete_job(
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

/// Key of something saved: a number for an occupation, `job_7` for a job.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub(super) enum CareerKey {
    Number(i64),
    Text(String),
}

/// Something that was put aside.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SavedCareer {
    id: CareerKey,
    source_type: JobSource,
    title: String,
    /// Of an occupation.
    oasis_code: Option<String>,
    /// Of a job.
    esco_id: Option<String>,
    description: Option<String>,
    main_duties: Option<String>,
    skills_required: Vec<Value>,
    relevance_score: Option<f64>,
    saved_at: Option<DateTime<Utc>>,
}

impl From<saved_recommendation::Model> for SavedCareer {
    fn from(row: saved_recommendation::Model) -> Self {
        Self {
            id: CareerKey::Number(row.id.0),
            source_type: JobSource::Esco,
            title: row.label,
            oasis_code: Some(row.oasis_code),
            esco_id: None,
            description: row.description,
            main_duties: row.main_duties,
            skills_required: Vec::new(),
            relevance_score: None,
            saved_at: row.saved_at,
        }
    }
}

impl From<saved_job::Model> for SavedCareer {
    fn from(row: saved_job::Model) -> Self {
        Self {
            id: CareerKey::Text(format!("{JOB_PREFIX}{}", row.id.0)),
            source_type: JobSource::Oasis,
            title: row.job_title,
            oasis_code: None,
            esco_id: Some(row.esco_id),
            description: None,
            main_duties: None,
            skills_required: skills(row.skills_required),
            relevance_score: row.relevance_score,
            saved_at: row.saved_at,
        }
    }
}

/// Occupations and jobs that the caller has put aside: first the occupations, then the jobs, the last saved first in
/// each. Pages are those of `/space/recommendations` and `/jobs/saved`.
#[utoipa::path(
    get, path = "/careers/saved", tag = "saved", params(Limit),
    responses((status = OK, body = Vec<SavedCareer>), SignedIn, BadQuery)
)]
pub(super) async fn saved(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(limit): Params<Limit>,
) -> Result<Json<Vec<SavedCareer>>, ApiError> {
    let (occupations, jobs) = careers::saved(&app.database, user.id, limit.within(100, 100)?).await?;
    let occupations = occupations.into_iter().map(SavedCareer::from);
    Ok(Json(occupations.chain(jobs.into_iter().map(SavedCareer::from)).collect()))
}

/// The kind of something saved. The names are those that today's client knows, which has them the wrong way round.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum JobSource {
    /// A saved occupation.
    Esco,
    /// A saved job.
    Oasis,
}

/// What to compare with.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FitQuestion {
    /// Its `id` in `/careers/saved`, or its code.
    job_id: CareerKey,
    job_source: JobSource,
}

/// What one has of what is asked for in one skill.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct SkillMatch {
    #[schema(example = "creativity")]
    skill_name: &'static str,
    #[schema(example = 3.0)]
    user_level: f64,
    #[schema(example = 4.0)]
    required_level: f64,
    /// 0 to 100.
    #[schema(example = 75.0)]
    match_percentage: f64,
}

impl From<&Match> for SkillMatch {
    fn from(found: &Match) -> Self {
        Self {
            skill_name: found.name,
            user_level: found.user_level,
            required_level: found.required_level,
            match_percentage: (found.percentage * 100.0).round() / 100.0,
        }
    }
}

/// Skills and traits by what their match means.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GapAnalysis {
    /// Below 70 %.
    skill_gaps: Vec<SkillMatch>,
    /// From 90 % on.
    strength_areas: Vec<SkillMatch>,
    /// Between the others.
    improvement_areas: Vec<SkillMatch>,
}

/// How well something fits the caller.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FitAnalysis {
    /// 0 to 100, two digits.
    #[schema(example = 82.5)]
    fit_score: f64,
    /// By name; only what both have rated.
    skill_match: BTreeMap<&'static str, SkillMatch>,
    /// The same for the cognitive traits.
    trait_match: BTreeMap<&'static str, SkillMatch>,
    gap_analysis: GapAnalysis,
    recommendations: Vec<&'static str>,
}

impl From<Fit> for FitAnalysis {
    fn from(fit: Fit) -> Self {
        let by_name = |matches: &[Match]| matches.iter().map(|found| (found.name, found.into())).collect();
        let of = |standing: Standing| {
            let matches = fit.skills.iter().filter(|found| found.standing() == standing);
            matches.map(SkillMatch::from).collect()
        };
        Self {
            fit_score: fit.score,
            skill_match: by_name(&fit.skills),
            trait_match: by_name(&fit.traits),
            gap_analysis: GapAnalysis {
                skill_gaps: of(Standing::Gap),
                strength_areas: of(Standing::Strength),
                improvement_areas: of(Standing::Improve),
            },
            recommendations: fit.advice.iter().map(|advice| sentence(*advice)).collect(),
        }
    }
}

fn sentence(advice: Advice) -> &'static str {
    match advice {
        Advice::GoodFit => "You have most of what this asks for.",
        Advice::FairFit => "You have a good part of what this asks for; work on the gaps first.",
        Advice::PoorFit => "This asks for much that you have not learned yet; plan for the gaps.",
        Advice::StartLower => "Look for a first position near it, to gather experience.",
        Advice::AimHigher => "With your experience, look at senior positions, too.",
    }
}

/// How well something that the caller has put aside fits how they rate themselves.
#[utoipa::path(
    post, path = "/careers/fit-analysis", tag = "saved", request_body = FitQuestion,
    responses((status = OK, body = FitAnalysis), SignedIn, NotYours, BadBody)
)]
pub(super) async fn fit_analysis(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(question): Body<FitQuestion>,
) -> Result<Json<FitAnalysis>, ApiError> {
    let source = match question.job_source {
        JobSource::Esco => Source::Recommendation,
        JobSource::Oasis => Source::Job,
    };
    let named = match question.job_id {
        CareerKey::Number(number) => number.to_string(),
        CareerKey::Text(text) => text,
    };
    let fit = careers::analyse(&app.database, user.id, source, &named).await?;
    Ok(Json(fit.into()))
}
