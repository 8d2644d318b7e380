//! Career goals and their milestones.

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderName, StatusCode, header},
};
use chrono::{DateTime, Utc};
use orientor_services::goals::{self, Counted, Which, WhichMilestones};
use orientor_store::{
    tables::{
        career_goal::{CareerGoalId, Draft, Model},
        career_milestone::{self, CareerMilestoneId},
    },
    value::{OutOfBounds, Text, Words},
};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};

use super::tables::bounds;
use crate::{
    ApiError, AppState,
    extract::{Body, CurrentUser, Params},
    openapi::{BadBody, BadQuery, NotYours, SignedIn},
};

/// A goal.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Goal {
    #[serde(flatten)]
    row: Model,
    /// How many milestones it has.
    #[schema(example = 12)]
    milestones_count: u32,
    /// How many of them are completed.
    #[schema(example = 3)]
    completed_milestones: u32,
}

impl From<Counted> for Goal {
    fn from(counted: Counted) -> Self {
        let Counted { goal, milestones_count, completed_milestones } = counted;
        Self { row: goal, milestones_count, completed_milestones }
    }
}

/// Which goals, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct WhichGoals {
    /// Also those that are not active.
    include_inactive: Option<bool>,
    /// Begins behind the goal with this key.
    after: Option<i64>,
    /// At most so many; 50 unless said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
    /// Leaves so many out; `after` costs less.
    #[param(minimum = 0, maximum = 10000)]
    offset: Option<u32>,
}

/// The caller's goals, the newest first; only the active one unless asked otherwise.
#[utoipa::path(
    get, path = "/career-goals", tag = "career-goals",
    params(WhichGoals),
    responses((status = OK, body = Vec<Goal>), SignedIn, BadQuery)
)]
pub(super) async fn list(
    user: CurrentUser,
    State(app): State<AppState>,
    Params(which): Params<WhichGoals>,
) -> Result<(Option<[(HeaderName, String); 1]>, Json<Vec<Goal>>), ApiError> {
    let WhichGoals { include_inactive, after, limit, offset } = which;
    let (offset, limit) = bounds(offset, limit)?;
    let include_inactive = include_inactive.unwrap_or_default();
    // One more than the page tells whether there is another.
    let which = Which { include_inactive, before: after.unwrap_or(i64::MAX), offset, limit: limit + 1 };
    let mut found = goals::list(&app.database, user.id, which).await?;
    let link = next(&mut found, limit, |goal| {
        format!("career-goals?include_inactive={include_inactive}&after={}&limit={limit}", goal.goal.id.0)
    });
    Ok((link, Json(found.into_iter().map(Goal::from).collect())))
}

/// Cuts what is beyond the page, and says where the next one is.
fn next<T>(found: &mut Vec<T>, limit: u16, address: impl Fn(&T) -> String) -> Option<[(HeaderName, String); 1]> {
    let has_more = found.len() > usize::from(limit);
    found.truncate(limit.into());
    let last = found.last().filter(|_| has_more)?;
    Some([(header::LINK, format!("</api/v1/{}>; rel=\"next\"", address(last)))])
}

/// A new goal. One of the two codes has to be there.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "title": "Become a nurse", "oasis_code": "31301.00", "target_date": "2030-01-31T12:00:00Z" }))]
pub(super) struct NewGoal {
    /// An occupation of ESCO.
    esco_occupation_id: Option<Text<255>>,
    /// An occupation of `OaSIS`.
    oasis_code: Option<Text<255>>,
    title: Words<255>,
    description: Option<Text<50_000>>,
    /// When to reach it; a year from now if left out.
    target_date: Option<DateTime<Utc>>,
    /// Where the goal comes from.
    source: Option<Text<255>>,
    /// Whatever belongs to the source, at most 10,000 characters.
    source_metadata: Option<Value>,
}

/// A goal, and a sentence about it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GoalMade {
    goal: Goal,
    /// For people.
    message: &'static str,
}

/// Sets a goal, which is the active one from now on. The one that was active before is kept, inactive.
#[utoipa::path(
    post, path = "/career-goals", tag = "career-goals", request_body = NewGoal,
    responses(
        (status = CREATED, body = GoalMade, headers(("Location" = String, description = "The address of the goal"))),
        SignedIn,
        BadBody
    )
)]
pub(super) async fn create(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(new): Body<NewGoal>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<GoalMade>), ApiError> {
    let metadata = new.source_metadata.map(|metadata| match metadata {
        Value::String(text) => text,
        other => other.to_string(),
    });
    let metadata = metadata.map(Text::new).transpose();
    let draft = Draft {
        esco_occupation_id: new.esco_occupation_id,
        oasis_code: new.oasis_code,
        title: new.title,
        description: new.description,
        target_date: new.target_date,
        is_active: None,
        progress_percentage: None,
        achieved_at: None,
        source: new.source,
        source_metadata: metadata
            .map_err(|error: OutOfBounds| ApiError::body(format!("`source_metadata`: {error}.")))?,
    };
    let goal = goals::create(&app.database, user.id, draft, Utc::now()).await?;
    let location = format!("/api/v1/career-goals/{}", goal.goal.id.0);
    let made = GoalMade { goal: goal.into(), message: "This is your goal now." };
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], Json(made)))
}

/// The active goal.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ActiveGoal {
    /// `null` if there is none.
    goal: Option<Goal>,
    /// Of the goal, by tier, then the surest first; 100 at most.
    milestones: Vec<career_milestone::Model>,
    /// For people.
    message: &'static str,
}

/// The active goal, with the progress that its milestones make. Reading changes nothing.
#[utoipa::path(
    get, path = "/career-goals/active", tag = "career-goals",
    responses((status = OK, body = ActiveGoal), SignedIn)
)]
pub(super) async fn active(user: CurrentUser, State(app): State<AppState>) -> Result<Json<ActiveGoal>, ApiError> {
    Ok(Json(match goals::active(&app.database, user.id).await? {
        Some((goal, milestones)) => {
            ActiveGoal { goal: Some(goal.into()), milestones, message: "This is your active goal." }
        }
        None => ActiveGoal { goal: None, milestones: Vec::new(), message: "You have no active goal." },
    }))
}

/// One of the caller's goals.
#[utoipa::path(
    get, path = "/career-goals/{id}", tag = "career-goals",
    params(("id" = String, Path, description = "The key of the goal", example = "7")),
    responses((status = OK, body = Goal), SignedIn, NotYours)
)]
pub(super) async fn one(
    user: CurrentUser,
    State(app): State<AppState>,
    Path(id): Path<String>,
) -> Result<Json<Goal>, ApiError> {
    Ok(Json(goals::get(&app.database, user.id, goal(&id)?).await?.into()))
}

/// A change of a goal. What is left out stays; `null` clears where it may.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "title": "Become a midwife", "is_active": true }))]
#[expect(clippy::option_option, reason = "`null`, which clears, is told from what is left out")]
pub(super) struct GoalChange {
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    title: Option<Words<255>>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    description: Option<Option<Text<50_000>>>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<DateTime<Utc>>)]
    target_date: Option<Option<DateTime<Utc>>>,
    /// `true` makes every other goal inactive.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    is_active: Option<bool>,
}

/// What is there, so that `null` is told from what is left out.
fn some<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// Changes what the body names. A goal that becomes active is the only active one.
#[utoipa::path(
    method(put, patch), path = "/career-goals/{id}", tag = "career-goals", request_body = GoalChange,
    params(("id" = String, Path, description = "The key of the goal", example = "7")),
    responses((status = OK, body = Goal), SignedIn, NotYours, BadBody)
)]
pub(super) async fn change(
    user: CurrentUser,
    State(app): State<AppState>,
    Path(id): Path<String>,
    Body(change): Body<GoalChange>,
) -> Result<Json<Goal>, ApiError> {
    let members = match serde_json::to_value(change) {
        Ok(Value::Object(members)) => members,
        _ => Map::new(),
    };
    Ok(Json(goals::change(&app.database, user.id, goal(&id)?, members).await?.into()))
}

/// Deletes a goal with its milestones. Points that these have earned stay.
#[utoipa::path(
    delete, path = "/career-goals/{id}", tag = "career-goals",
    params(("id" = String, Path, description = "The key of the goal", example = "7")),
    responses((status = NO_CONTENT, description = "It is gone"), SignedIn, NotYours)
)]
pub(super) async fn delete(
    user: CurrentUser,
    State(app): State<AppState>,
    Path(id): Path<String>,
) -> Result<StatusCode, ApiError> {
    goals::delete(&app.database, user.id, goal(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Which milestones, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct MilestonesOf {
    /// Only those of one tier.
    tier_level: Option<i32>,
    /// Only those that are completed.
    completed_only: Option<bool>,
    /// Begins behind the milestone with this key.
    after: Option<i64>,
    /// At most so many; 50 unless said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
    /// Leaves so many out; `after` costs less.
    #[param(minimum = 0, maximum = 10000)]
    offset: Option<u32>,
}

/// The milestones of a goal, by tier, then the surest first.
#[utoipa::path(
    get, path = "/career-goals/{id}/milestones", tag = "career-goals",
    params(("id" = String, Path, description = "The key of the goal", example = "7"), MilestonesOf),
    responses((status = OK, body = Vec<career_milestone::Model>), SignedIn, NotYours, BadQuery)
)]
pub(super) async fn milestones(
    user: CurrentUser,
    State(app): State<AppState>,
    Path(id): Path<String>,
    Params(which): Params<MilestonesOf>,
) -> Result<(Option<[(HeaderName, String); 1]>, Json<Vec<career_milestone::Model>>), ApiError> {
    let MilestonesOf { tier_level, completed_only, after, limit, offset } = which;
    let (offset, limit) = bounds(offset, limit)?;
    let (goal, completed_only) = (goal(&id)?, completed_only.unwrap_or_default());
    let which = WhichMilestones {
        tier_level: tier_level.map(i64::from),
        completed_only,
        after: after.map(CareerMilestoneId),
        offset,
        limit: limit + 1,
    };
    let mut found = goals::milestones(&app.database, user.id, goal, which).await?;
    let tier = tier_level.map(|tier| format!("&tier_level={tier}")).unwrap_or_default();
    let link = next(&mut found, limit, |last| {
        let id = last.id.0;
        format!("career-goals/{}/milestones?completed_only={completed_only}{tier}&after={id}&limit={limit}", goal.0)
    });
    Ok((link, Json(found)))
}

/// What completing a milestone brought.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CompletedMilestone {
    /// For people.
    message: &'static str,
    /// Points, added to the caller's; 0 if it was completed before.
    #[schema(example = 100)]
    xp_awarded: u32,
    /// Of the goal, in percent.
    #[schema(example = 25.0)]
    goal_progress: f64,
    /// Whether the goal is achieved, now or before.
    goal_achieved: bool,
}

/// Completes a milestone. Its points are earned once.
#[utoipa::path(
    post, path = "/career-goals/{id}/milestones/{milestone_id}/complete", tag = "career-goals",
    params(
        ("id" = String, Path, description = "The key of the goal", example = "7"),
        ("milestone_id" = String, Path, description = "The key of the milestone", example = "12")
    ),
    responses((status = OK, body = CompletedMilestone), SignedIn, NotYours)
)]
pub(super) async fn complete_milestone(
    user: CurrentUser,
    State(app): State<AppState>,
    Path((id, milestone)): Path<(String, String)>,
) -> Result<Json<CompletedMilestone>, ApiError> {
    let milestone = milestone.parse().map(CareerMilestoneId).map_err(|_| ApiError::missing())?;
    let done = goals::complete_milestone(&app.database, user.id, goal(&id)?, milestone, Utc::now()).await?;
    Ok(Json(CompletedMilestone {
        message: if done.was_completed { "You had completed this already." } else { "Completed." },
        xp_awarded: done.xp_awarded,
        goal_progress: done.progress,
        goal_achieved: done.is_achieved,
    }))
}

fn goal(id: &str) -> Result<CareerGoalId, ApiError> {
    id.parse().map(CareerGoalId).map_err(|_| ApiError::missing())
}
