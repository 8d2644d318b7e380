//! Competence trees: which node can be completed, and what that opens.
//!
//! A tree is a document that was stored when it was made: `nodes`, each with `id` and `state` among others, and `edges`
//! from `source` to `target`. Whatever else it holds stays as it is.

use serde_json::{Value, json};

/// Most points that a node is worth.
const MAX_NODE_POINTS: i64 = 100;
/// Points of a node that does not say.
const USUAL_NODE_POINTS: i64 = 25;

/// What becomes of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeState {
    /// It can be completed.
    Available,
    /// It has been.
    Completed,
    /// Something has to be completed first.
    Locked,
}

/// What completing a node brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Completion {
    /// Points; none for an occupation.
    pub points: u32,
    /// How many nodes it opened.
    pub revealed: usize,
}

/// The state of a node, if the tree has it. Whatever is neither available nor completed is locked.
pub fn state(tree: &Value, node: &str) -> Option<NodeState> {
    let node = nodes(tree).find(|candidate| candidate["id"] == node)?;
    Some(match node["state"].as_str() {
        Some("available") => NodeState::Available,
        Some("completed") => NodeState::Completed,
        _ => NodeState::Locked,
    })
}

/// Completes a node that is available, and opens its children that are hidden or locked.
/// `None`, and nothing changes, if it is not available.
pub fn complete(tree: &mut Value, node: &str) -> Option<Completion> {
    if state(tree, node) != Some(NodeState::Available) {
        return None;
    }
    let edges = tree["edges"].as_array().into_iter().flatten();
    let children: Vec<String> = edges
        .filter(|edge| edge["source"] == node)
        .filter_map(|edge| edge["target"].as_str().map(ToOwned::to_owned))
        .filter(|child| child != node)
        .collect();
    let mut completion = Completion { points: 0, revealed: 0 };
    for candidate in tree["nodes"].as_array_mut().into_iter().flatten() {
        let Some(id) = candidate["id"].as_str() else { continue };
        if id == node {
            completion.points = points(candidate);
            candidate["state"] = json!("completed");
        } else if children.iter().any(|child| child == id)
            && matches!(candidate["state"].as_str(), Some("hidden" | "locked"))
        {
            candidate["state"] = json!("available");
            candidate["revealed"] = json!(true);
            candidate["visible"] = json!(true);
            completion.revealed += 1;
        }
    }
    Some(completion)
}

/// The anchors of a tree: what it says about them, or else the nodes that are anchors.
pub fn anchors(tree: &Value) -> Vec<Value> {
    match tree["anchor_metadata"].as_array() {
        Some(anchors) if !anchors.is_empty() => anchors.clone(),
        _ => nodes(tree).filter(|node| node["is_anchor"] == true).cloned().collect(),
    }
}

fn nodes(tree: &Value) -> impl Iterator<Item = &Value> {
    tree["nodes"].as_array().into_iter().flatten()
}

fn points(node: &Value) -> u32 {
    if node["type"] == "occupation" {
        return 0;
    }
    let stored = node["xp_reward"].as_i64().unwrap_or(USUAL_NODE_POINTS);
    u32::try_from(stored.clamp(0, MAX_NODE_POINTS)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> Value {
        json!({
            "nodes": [
                { "id": "root", "type": "skill", "state": "available", "xp_reward": 40, "is_anchor": true },
                { "id": "hidden", "type": "skill", "state": "hidden", "visible": false },
                { "id": "locked", "type": "skill", "state": "locked", "xp_reward": -7 },
                { "id": "open", "type": "skill", "state": "available", "xp_reward": 1_000_000 },
                { "id": "job", "type": "occupation", "state": "available", "xp_reward": 90 },
            ],
            "edges": [
                { "source": "root", "target": "hidden" }, { "source": "root", "target": "open" },
                { "source": "hidden", "target": "locked" }, { "source": "root", "target": "root" },
            ],
            "graph_id": "g",
        })
    }

    #[test]
    fn a_completed_node_opens_its_children_and_nothing_else() {
        let mut tree = tree();

        assert_eq!(complete(&mut tree, "root"), Some(Completion { points: 40, revealed: 1 }));

        assert_eq!(state(&tree, "root"), Some(NodeState::Completed));
        assert_eq!(state(&tree, "hidden"), Some(NodeState::Available));
        assert_eq!((&tree["nodes"][1]["visible"], &tree["nodes"][1]["revealed"]), (&json!(true), &json!(true)));
        assert_eq!(state(&tree, "locked"), Some(NodeState::Locked));
    }

    #[test]
    fn only_an_available_node_is_completed() {
        for node in ["hidden", "locked", "nowhere"] {
            let mut changed = tree();

            assert_eq!(complete(&mut changed, node), None);
            assert_eq!(changed, tree());
        }
        let mut changed = tree();
        complete(&mut changed, "root");
        let once = changed.clone();
        assert_eq!(complete(&mut changed, "root"), None);
        assert_eq!(changed, once);
    }

    #[test]
    fn points_have_limits_and_occupations_have_none() {
        let mut tree = tree();

        let points = ["root", "hidden", "locked", "open", "job"].map(|node| complete(&mut tree, node).unwrap().points);

        assert_eq!(points, [40, 25, 0, 100, 0]);
    }

    #[test]
    fn a_document_of_another_shape_has_no_nodes() {
        for odd in [json!(null), json!([]), json!({ "nodes": { "root": 1 } }), json!({ "nodes": [1, null, "root"] })] {
            let mut tree = odd.clone();

            assert_eq!((state(&tree, "root"), complete(&mut tree, "root")), (None, None));
            assert_eq!(anchors(&tree), [json!(null); 0]);
            assert_eq!(tree, odd);
        }
    }
}
