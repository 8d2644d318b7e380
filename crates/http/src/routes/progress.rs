//! Points and levels.

use std::collections::{BTreeMap, HashMap};

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use orientor_services::progress::{self, Progress};
use orientor_store::value::Words;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    ApiError, AppState,
    extract::{Body, CurrentUser},
    openapi::{BadBody, SignedIn},
};

/// How far the caller has come.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ProgressNow {
    /// A UUID; `null` until there is something to keep.
    #[schema(example = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff")]
    id: Option<String>,
    user_id: i64,
    /// All points.
    #[schema(example = 60)]
    total_xp: i64,
    /// 1 up to 50 points, 2 up to 150, 3 up to 300, 4 up to 500, 5 up to 750, then 6.
    #[schema(example = 2)]
    level: i64,
    #[schema(example = "skill-12")]
    last_completed_node: Option<String>,
    /// For each node whether each of its actions is done.
    #[schema(value_type = HashMap<String, Vec<bool>>, example = json!({ "skill-12": [true, false] }))]
    completed_actions: Value,
    last_updated: Option<DateTime<Utc>>,
}

impl ProgressNow {
    fn of(user: &CurrentUser, progress: Progress) -> Self {
        let Progress { stored, total_xp, level } = progress;
        let (id, last_completed_node, actions, last_updated) = match stored {
            Some(row) => (Some(row.id.0), row.last_completed_node, row.completed_actions, row.last_updated),
            None => (None, None, Value::Null, None),
        };
        let completed_actions = if actions.is_object() { actions } else { json!({}) };
        Self { id, user_id: user.id.get(), total_xp, level, last_completed_node, completed_actions, last_updated }
    }
}

/// The caller's points and level. Before anything was earned they are zero and 1; reading keeps nothing.
#[utoipa::path(
    get, path = "/user-progress", tag = "user-progress",
    responses((status = OK, body = ProgressNow), SignedIn)
)]
pub(super) async fn get(user: CurrentUser, State(app): State<AppState>) -> Result<Json<ProgressNow>, ApiError> {
    let progress = progress::get(&app.database, user.id).await?;
    Ok(Json(ProgressNow::of(&user, progress)))
}

/// What the caller has done.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "node_id": "skill-12", "completed_actions": { "skill-12": [true, false] } }))]
pub(super) struct ProgressUpdate {
    /// The node that this is about, 1 to 100 characters.
    #[schema(value_type = String, min_length = 1, max_length = 100)]
    node_id: Words<100>,
    /// For each node whether each of its actions is done, 20 actions at most. `false` takes nothing back.
    #[schema(value_type = Option<HashMap<String, Vec<bool>>>)]
    completed_actions: Option<HashMap<Words<100>, Vec<bool>>>,
    /// Taken for the sake of older clients, and passed over: points come from our own rules.
    #[serde(default, rename = "xp_gained")]
    #[schema(deprecated)]
    _xp_gained: Option<Value>,
}

/// Keeps which actions are done. Each earns 10 points when it is ticked for the first time, and never again.
#[utoipa::path(
    post, path = "/user-progress/update", tag = "user-progress",
    request_body = ProgressUpdate,
    responses((status = OK, body = ProgressNow), SignedIn, BadBody)
)]
pub(super) async fn update(
    user: CurrentUser,
    State(app): State<AppState>,
    Body(update): Body<ProgressUpdate>,
) -> Result<Json<ProgressNow>, ApiError> {
    let ticked = update.completed_actions.unwrap_or_default().into_iter();
    let ticked: BTreeMap<String, Vec<bool>> = ticked.map(|(node, actions)| (node.into(), actions)).collect();
    let progress = progress::update(&app.database, user.id, update.node_id.as_str(), &ticked).await?;
    Ok(Json(ProgressNow::of(&user, progress)))
}
