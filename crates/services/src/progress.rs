//! Points and levels. Every way to earn points ends here, under one lock and by one rule.

use std::collections::BTreeMap;

use orientor_domain::progress::{MAX_ACTIONS, level, tick, with_points};
use orientor_identity::UserId;
use orientor_store::{
    Database, Owned, Patch, StoreError, Tx,
    tables::user_progress::{self, Model, UserProgress},
};
use serde_json::{Map, Value, json};

use crate::ServiceError;

/// How far a user has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// The row, once there is one.
    pub stored: Option<Model>,
    /// All points.
    pub total_xp: i64,
    /// The level that they make, whatever an older program stored.
    pub level: i64,
}

impl From<Option<Model>> for Progress {
    fn from(stored: Option<Model>) -> Self {
        let total_xp = stored.as_ref().map_or(0, |row| row.total_xp.max(0));
        Self { stored, total_xp, level: level(total_xp) }
    }
}

/// How far a user has come. Reading makes nothing.
pub async fn get(database: &Database, user: UserId) -> Result<Progress, ServiceError> {
    Ok(Owned::<UserProgress>::by(user, database).find_single().await?.into())
}

/// Notes the node that a user was at, and what they ticked; each action is worth points once, ever.
///
/// * `ticked`: for each node whether each of its actions is done. `false` takes nothing back.
///
/// # Errors
///
/// [`ServiceError::Invalid`] if a node has more actions, or if there are more nodes, than the rules allow.
pub async fn update(
    database: &Database,
    user: UserId,
    node: &str,
    ticked: &BTreeMap<String, Vec<bool>>,
) -> Result<Progress, ServiceError> {
    let invalid = |path: String, reason: String| ServiceError::Invalid { path, reason };
    if let Some((node, _)) = ticked.iter().find(|(_, actions)| actions.len() > MAX_ACTIONS) {
        let reason = format!("a node has at most {MAX_ACTIONS} actions");
        return Err(invalid(format!("completed_actions.{node}"), reason));
    }
    let mut tx = database.begin().await?;
    let stored = for_update(&mut tx, user).await?;
    let actions = stored.as_ref().and_then(|row| row.completed_actions.as_object());
    let mut actions = actions.cloned().unwrap_or_default();
    let earned = tick(&mut actions, ticked).map_err(|error| invalid("completed_actions".into(), error.to_string()))?;
    let mut members = points(stored.as_ref(), earned);
    members.insert("last_completed_node".to_owned(), json!(node));
    if earned > 0 {
        members.insert("completed_actions".to_owned(), Value::Object(actions));
    }
    let row = Owned::<UserProgress>::within(user, &mut tx).patch_single(&members.into()).await?;
    tx.commit().await?;
    Ok(Some(row).into())
}

/// Adds points that something else has earned, within its transaction, and tells how far the user is then.
pub(crate) async fn award(tx: &mut Tx, user: UserId, earned: u32) -> Result<Progress, StoreError> {
    let stored = for_update(tx, user).await?;
    if earned == 0 {
        return Ok(stored.into());
    }
    let patch = Patch::from(points(stored.as_ref(), earned));
    let row = Owned::<UserProgress>::within(user, tx).patch_single(&patch).await?;
    Ok(Some(row).into())
}

async fn for_update(tx: &mut Tx, user: UserId) -> Result<Option<Model>, StoreError> {
    tx.take_turn(&user_progress::TABLE, user).await?;
    Owned::<UserProgress>::within(user, tx).find_single_for_update().await
}

fn points(stored: Option<&Model>, earned: u32) -> Map<String, Value> {
    let total = with_points(stored.map_or(0, |row| row.total_xp), earned);
    Map::from_iter([("total_xp".to_owned(), json!(total)), ("level".to_owned(), json!(level(total)))])
}
