//! Career goals: at most one is active, and their milestones earn points.

use chrono::{DateTime, TimeDelta, Utc};
use orientor_domain::goal::{milestone_points, progress};
use orientor_identity::UserId;
use orientor_store::{
    Database, Owned, Patch, StoreError,
    queries::goals as stored,
    tables::{
        career_goal::{self, CareerGoal, CareerGoalId, Draft},
        career_milestone::{self, CareerMilestone, CareerMilestoneId},
    },
    value::{Percent, Text},
};
use serde_json::{Map, Value, json};

pub use orientor_store::queries::goals::{Counted, Which, WhichMilestones};

use crate::{ServiceError, progress::award};

/// When a goal is due that does not say.
const USUAL_TIME: TimeDelta = TimeDelta::days(365);
/// Most milestones that are shown with the active goal.
const SHOWN_MILESTONES: u16 = 100;

/// What completing a milestone brought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MilestoneDone {
    /// Whether it was completed before, so that nothing has changed.
    pub was_completed: bool,
    /// Points.
    pub xp_awarded: u32,
    /// Of the goal, in percent.
    pub progress: f64,
    /// Whether the goal is achieved.
    pub is_achieved: bool,
}

/// A page of the user's goals, the newest first.
pub async fn list(database: &Database, user: UserId, which: Which) -> Result<Vec<Counted>, ServiceError> {
    Ok(stored::list(database, user, which).await?.into_iter().map(counted).collect())
}

/// One of the user's goals.
pub async fn get(database: &Database, user: UserId, goal: CareerGoalId) -> Result<Counted, ServiceError> {
    Ok(counted(stored::get(database, user, goal).await?))
}

/// The active goal and its milestones. Where an older program left several, the newest counts.
pub async fn active(
    database: &Database,
    user: UserId,
) -> Result<Option<(Counted, Vec<career_milestone::Model>)>, ServiceError> {
    let which = Which { include_inactive: false, before: i64::MAX, offset: 0, limit: 1 };
    let Some(goal) = stored::list(database, user, which).await?.pop().map(counted) else { return Ok(None) };
    let all =
        WhichMilestones { tier_level: None, completed_only: false, after: None, offset: 0, limit: SHOWN_MILESTONES };
    let milestones = stored::milestones(database, user, goal.goal.id, all).await?;
    Ok(Some((goal, milestones)))
}

/// Makes a goal, which is active from now on, and the only one.
///
/// # Errors
///
/// [`ServiceError::Invalid`] if it names no occupation.
pub async fn create(
    database: &Database,
    user: UserId,
    draft: Draft,
    now: DateTime<Utc>,
) -> Result<Counted, ServiceError> {
    let is_named = |code: Option<&str>| code.is_some_and(|code| !code.trim().is_empty());
    let codes = [&draft.esco_occupation_id, &draft.oasis_code].map(|code| code.as_ref().map(Text::as_str));
    if !codes.into_iter().any(is_named) {
        let reason = "a goal needs this or `oasis_code`".to_owned();
        return Err(ServiceError::Invalid { path: "esco_occupation_id".to_owned(), reason });
    }
    let draft = Draft {
        target_date: draft.target_date.or_else(|| now.checked_add_signed(USUAL_TIME)),
        is_active: Some(true),
        progress_percentage: Percent::new(0.0).ok(),
        achieved_at: None,
        ..draft
    };
    let mut tx = database.begin().await?;
    tx.take_turn(&career_goal::TABLE, user).await?;
    stored::deactivate_others(&mut tx, user, None).await?;
    let goal = Owned::<CareerGoal>::within(user, &mut tx).create(&draft).await?;
    tx.commit().await?;
    Ok(counted(Counted { goal, milestones_count: 0, completed_milestones: 0 }))
}

/// Lays `patch` over a goal. If that makes it active, no other one is.
pub async fn change(
    database: &Database,
    user: UserId,
    goal: CareerGoalId,
    patch: Map<String, Value>,
) -> Result<Counted, ServiceError> {
    let activates = patch.get("is_active") == Some(&Value::Bool(true));
    let mut tx = database.begin().await?;
    tx.take_turn(&career_goal::TABLE, user).await?;
    Owned::<CareerGoal>::within(user, &mut tx).merge_patch(goal, &Patch::from(patch)).await?;
    if activates {
        stored::deactivate_others(&mut tx, user, Some(goal)).await?;
    }
    let changed = stored::get_within(&mut tx, user, goal).await?;
    tx.commit().await?;
    Ok(counted(changed))
}

/// Deletes a goal with its milestones. Points that these have earned stay.
pub async fn delete(database: &Database, user: UserId, goal: CareerGoalId) -> Result<(), ServiceError> {
    let mut tx = database.begin().await?;
    tx.take_turn(&career_goal::TABLE, user).await?;
    Owned::<CareerGoal>::within(user, &mut tx).find_for_update(goal).await?.ok_or(ServiceError::Missing)?;
    stored::delete_parts(&mut tx, user, goal).await?;
    Owned::<CareerGoal>::within(user, &mut tx).delete(goal).await.map_err(still_named)?;
    Ok(tx.commit().await?)
}

/// A page of the milestones of a goal, by tier, then the surest first.
pub async fn milestones(
    database: &Database,
    user: UserId,
    goal: CareerGoalId,
    which: WhichMilestones,
) -> Result<Vec<career_milestone::Model>, ServiceError> {
    let found = stored::milestones(database, user, goal, which).await?;
    if found.is_empty() {
        // Nothing of one's own, or nothing at all.
        Owned::<CareerGoal>::by(user, database).get(goal).await?;
    }
    Ok(found)
}

/// Completes a milestone: the goal goes forward, and its points are added to the user's, once.
pub async fn complete_milestone(
    database: &Database,
    user: UserId,
    goal: CareerGoalId,
    milestone: CareerMilestoneId,
    now: DateTime<Utc>,
) -> Result<MilestoneDone, ServiceError> {
    let mut tx = database.begin().await?;
    tx.take_turn(&career_goal::TABLE, user).await?;
    let before = Owned::<CareerMilestone>::within(user, &mut tx)
        .under(goal)
        .find_for_update(milestone)
        .await?
        .ok_or(ServiceError::Missing)?;
    let mut xp_awarded = 0;
    if !before.is_completed {
        let completed = members(json!({ "is_completed": true, "completed_at": now, "xp_awarded": true }));
        Owned::<CareerMilestone>::within(user, &mut tx).under(goal).merge_patch(milestone, &completed).await?;
        if !before.xp_awarded {
            xp_awarded = milestone_points(before.xp_value);
            award(&mut tx, user, xp_awarded).await?;
        }
    }
    let reached = counted(stored::get_within(&mut tx, user, goal).await?);
    let share = reached.goal.progress_percentage;
    let is_whole = reached.completed_milestones == reached.milestones_count;
    if !before.is_completed {
        let mut progress = json!({ "progress_percentage": share });
        if is_whole && reached.goal.achieved_at.is_none() {
            progress["achieved_at"] = json!(now);
        }
        Owned::<CareerGoal>::within(user, &mut tx).merge_patch(goal, &members(progress)).await?;
    }
    tx.commit().await?;
    Ok(MilestoneDone {
        was_completed: before.is_completed,
        xp_awarded,
        progress: share,
        is_achieved: is_whole || reached.goal.achieved_at.is_some(),
    })
}

/// With the progress that its milestones make, whatever was stored.
fn counted(mut found: Counted) -> Counted {
    let stored = found.goal.progress_percentage;
    found.goal.progress_percentage = progress(found.completed_milestones, found.milestones_count, stored);
    found
}

fn members(value: Value) -> Patch {
    match value {
        Value::Object(members) => members.into(),
        _ => Patch::default(),
    }
}

/// Rows of somebody else, or of a program that we do not know, name it.
pub(crate) fn still_named(error: StoreError) -> ServiceError {
    match error {
        StoreError::Dangling(_) => ServiceError::Conflict,
        other => other.into(),
    }
}
