//! Competence trees.

use axum::{
    Json,
    extract::{Path, State},
};
use orientor_services::trees;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};

use crate::{
    ApiError, AppState, ErrorBody,
    extract::{CurrentUser, Params},
    openapi::{NotYours, SignedIn},
};

/// What a tree grew from.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TreeAnchors {
    /// The anchors, as they were stored with the tree.
    #[schema(value_type = Vec<Value>, example = json!([{ "id": "skill-1", "esco_label": "weave fabrics" }]))]
    anchor_skills: Vec<Value>,
    /// The tree; `null` if there is none.
    #[schema(example = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff")]
    graph_id: Option<String>,
    /// For people.
    message: &'static str,
}

/// The anchors of the caller's newest tree.
#[utoipa::path(
    get, path = "/competence-tree/anchor-skills", tag = "competence-tree",
    responses((status = OK, body = TreeAnchors), SignedIn)
)]
pub(super) async fn anchor_skills(
    user: CurrentUser,
    State(app): State<AppState>,
) -> Result<Json<TreeAnchors>, ApiError> {
    let anchors = match trees::newest(&app.database, user.id).await? {
        Some(row) => TreeAnchors {
            anchor_skills: trees::anchors(&row.tree_data),
            graph_id: Some(row.graph_id),
            message: "These are the anchors of your newest tree.",
        },
        None => TreeAnchors { anchor_skills: Vec::new(), graph_id: None, message: "You have no tree yet." },
    };
    Ok(Json(anchors))
}

/// A tree of the caller's, as it was stored, with the states of its nodes.
#[utoipa::path(
    get, path = "/competence-tree/{graph_id}", tag = "competence-tree",
    params(("graph_id" = String, Path, description = "The tree", example = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff")),
    responses(
        (
            status = OK, body = Object, description = "`nodes`, `edges` and what else was stored",
            example = json!({
                "graph_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
                "nodes": [{ "id": "skill-1", "label": "weave fabrics", "state": "available", "xp_reward": 25 }],
                "edges": [{ "source": "skill-1", "target": "skill-2" }]
            })
        ),
        SignedIn,
        NotYours
    )
)]
pub(super) async fn one(
    user: CurrentUser,
    State(app): State<AppState>,
    Path(graph): Path<String>,
) -> Result<Json<Value>, ApiError> {
    let row = trees::of_graph(&app.database, user.id, &graph).await?;
    let mut tree = row.tree_data;
    if let Some(members) = tree.as_object_mut() {
        members.insert("graph_id".to_owned(), json!(row.graph_id));
    }
    Ok(Json(tree))
}

/// Which tree is meant.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct InTree {
    /// Only in this tree; all of them unless said.
    graph_id: Option<String>,
}

/// What completing a node brought.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CompletedNode {
    /// Always.
    success: bool,
    /// For people.
    message: &'static str,
    /// Points; 0 if it was completed before.
    #[schema(example = 25)]
    xp_earned: u32,
    /// All points of the caller.
    #[schema(example = 60)]
    total_xp: i64,
    /// The level that they make.
    #[schema(example = 2)]
    level: i64,
    /// How many nodes it opened.
    #[schema(example = 1)]
    children_revealed: usize,
}

/// Completes a node that is available, and opens what is behind it. Its points are earned once.
#[utoipa::path(
    patch, path = "/competence-tree/node/{node_id}/complete", tag = "competence-tree",
    params(("node_id" = String, Path, description = "The node, as its tree calls it", example = "skill-12"), InTree),
    responses(
        (status = OK, body = CompletedNode),
        SignedIn,
        NotYours,
        (status = CONFLICT, body = ErrorBody, description = "It is locked or hidden; or it cannot be told whose account this is")
    )
)]
pub(super) async fn complete_node(
    user: CurrentUser,
    State(app): State<AppState>,
    Path(node): Path<String>,
    Params(tree): Params<InTree>,
) -> Result<Json<CompletedNode>, ApiError> {
    let done = trees::complete(&app.database, user.id, &node, tree.graph_id.as_deref()).await?;
    Ok(Json(CompletedNode {
        success: true,
        message: if done.was_completed { "You had completed this already." } else { "Completed." },
        xp_earned: done.xp_earned,
        total_xp: done.total_xp,
        level: done.level,
        children_revealed: done.children_revealed,
    }))
}
