//! Competence trees: reading them, and completing their nodes.

use orientor_domain::tree::{self, Completion, NodeState};
use orientor_identity::UserId;
use orientor_store::{
    Database, Is, Listing, Owned, Patch, queries,
    tables::user_skill_tree::{self, Model, UserSkillTree, UserSkillTreeId},
};
use serde_json::{Map, Value};

pub use orientor_domain::tree::anchors;

use crate::{ServiceError, progress::award};

/// What completing a node brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeDone {
    /// Whether it was completed before, so that nothing has changed.
    pub was_completed: bool,
    /// Points.
    pub xp_earned: u32,
    /// All points of the user.
    pub total_xp: i64,
    /// The level that they make.
    pub level: i64,
    /// How many nodes it opened.
    pub children_revealed: usize,
}

/// The tree that was made last.
pub async fn newest(database: &Database, user: UserId) -> Result<Option<Model>, ServiceError> {
    first(database, user, &[]).await
}

/// The tree of this graph.
pub async fn of_graph(database: &Database, user: UserId, graph: &str) -> Result<Model, ServiceError> {
    first(database, user, &[("graph_id", Is::Text(graph))]).await?.ok_or(ServiceError::Missing)
}

async fn first(
    database: &Database,
    user: UserId,
    only: &[(&'static str, Is<'_>)],
) -> Result<Option<Model>, ServiceError> {
    let listing = Listing { limit: 1, only, ..Listing::default() };
    Ok(Owned::<UserSkillTree>::by(user, database).list(&listing).await?.rows.pop())
}

/// Completes a node that is available, in the newest tree that has it so, or in the tree of `graph`.
///
/// A node is worth its points once, in however many trees it stands. Completed again, it changes nothing.
///
/// # Errors
///
/// [`ServiceError::NotYet`] if it is locked or hidden; [`ServiceError::Missing`] if no tree of the user's has it.
pub async fn complete(
    database: &Database,
    user: UserId,
    node: &str,
    graph: Option<&str>,
) -> Result<NodeDone, ServiceError> {
    let mut tx = database.begin().await?;
    tx.take_turn(&user_skill_tree::TABLE, user).await?;
    let trees = queries::trees::holding(&mut tx, user, node).await?;
    let decided = decide(&trees, node, graph)?;
    let mut done = NodeDone { was_completed: true, xp_earned: 0, total_xp: 0, level: 0, children_revealed: 0 };
    if let Some((tree, changed, completion)) = decided {
        let patch = Patch::from(Map::from_iter([("tree_data".to_owned(), changed)]));
        Owned::<UserSkillTree>::within(user, &mut tx).merge_patch(tree, &patch).await?;
        done.was_completed = false;
        done.xp_earned = completion.points;
        done.children_revealed = completion.revealed;
    }
    let progress = award(&mut tx, user, done.xp_earned).await?;
    tx.commit().await?;
    Ok(NodeDone { total_xp: progress.total_xp, level: progress.level, ..done })
}

/// Which tree changes, into what, and what that brings; `None` if the node was completed before.
///
/// * `trees`: all that have the node, the newest first.
fn decide(
    trees: &[Model],
    node: &str,
    graph: Option<&str>,
) -> Result<Option<(UserSkillTreeId, Value, Completion)>, ServiceError> {
    let completed = |row: &Model| tree::state(&row.tree_data, node) == Some(NodeState::Completed);
    let meant: Vec<&Model> = trees.iter().filter(|row| graph.is_none_or(|graph| row.graph_id == graph)).collect();
    if meant.is_empty() {
        return Err(ServiceError::Missing);
    }
    if meant.iter().any(|row| completed(row)) {
        return Ok(None);
    }
    for row in meant {
        let mut changed = row.tree_data.clone();
        if let Some(mut completion) = tree::complete(&mut changed, node) {
            if trees.iter().any(completed) {
                completion.points = 0;
            }
            return Ok(Some((row.id, changed, completion)));
        }
    }
    Err(ServiceError::NotYet)
}
