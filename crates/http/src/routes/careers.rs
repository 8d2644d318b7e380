//! How well what users have put aside fits them.

use std::collections::BTreeMap;

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use orientor_domain::fit::{Advice, Fit, Match, Standing};
use orientor_services::careers::{self, JOB_PREFIX, Source};
use orientor_store::tables::{saved_job, saved_recommendation};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::{jobs::skills, peers::Limit};
use crate::{
    ApiError, AppState,
    extract::{Body, CurrentUser, Params},
    openapi::{BadBody, BadQuery, NotYours, SignedIn},
};

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
