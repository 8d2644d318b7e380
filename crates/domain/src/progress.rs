//! Points for what a user has done, and the level that they make.
//!
//! This is the only rule for levels: ticked actions, nodes of a competence tree and milestones of a goal all add to
//! the same points.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// Points for an action that is ticked for the first time.
pub const ACTION_POINTS: u32 = 10;
/// Most actions of a node.
pub const MAX_ACTIONS: usize = 20;
/// Most nodes whose actions a user may have ticked. What a user ticks is only their word, so it has an end.
pub const MAX_NODES: usize = 500;
/// Most points, so that they fit the column.
pub const MAX_POINTS: i64 = 2_147_483_647;

/// The most points of each level but the last.
const LEVELS: [i64; 5] = [50, 150, 300, 500, 750];

/// The level that so many points make: 1 up to 50 points, 2 up to 150, 3 up to 300, 4 up to 500, 5 up to 750, then 6.
pub fn level(points: i64) -> i64 {
    (2..).zip(LEVELS).take_while(|(_, most)| points > *most).last().map_or(1, |(level, _)| level)
}

/// The points after earning some. An old total below zero counts as none.
pub fn with_points(total: i64, earned: u32) -> i64 {
    total.max(0).saturating_add(earned.into()).min(MAX_POINTS)
}

/// There would be more nodes than [`MAX_NODES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("actions of at most {MAX_NODES} nodes can be ticked")]
pub struct TooManyNodes;

/// Lays ticks over those that are stored, and returns the points for the new ones.
///
/// * `stored`: a list of booleans for each node. What an older program left there in another shape counts as no tick.
/// * `ticked`: the same; `false` takes nothing back, so that no action is ever worth points twice.
pub fn tick(stored: &mut Map<String, Value>, ticked: &BTreeMap<String, Vec<bool>>) -> Result<u32, TooManyNodes> {
    let mut points = 0;
    for (node, actions) in ticked {
        let before: Vec<bool> = stored.get(node).map(done).unwrap_or_default();
        let is_done = |action: usize| before.get(action) == Some(&true);
        let new = actions.iter().enumerate().filter(|(action, ticked)| **ticked && !is_done(*action)).count();
        if new == 0 {
            continue;
        }
        for _ in 0..new {
            points += ACTION_POINTS;
        }
        let length = before.len().max(actions.len());
        let merged = (0..length).map(|action| Value::Bool(is_done(action) || actions.get(action) == Some(&true)));
        stored.insert(node.clone(), merged.collect());
    }
    if points > 0 && stored.len() > MAX_NODES { Err(TooManyNodes) } else { Ok(points) }
}

fn done(actions: &Value) -> Vec<bool> {
    actions.as_array().into_iter().flatten().map(|action| action == &Value::Bool(true)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn ticks(nodes: &[(&str, &[bool])]) -> BTreeMap<String, Vec<bool>> {
        nodes.iter().map(|(node, actions)| ((*node).to_owned(), actions.to_vec())).collect()
    }

    #[test]
    fn each_level_begins_behind_the_last_point_of_the_one_before() {
        let levels = [-5, 0, 50, 51, 150, 151, 300, 301, 500, 501, 750, 751, MAX_POINTS].map(level);

        assert_eq!(levels, [1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]);
    }

    #[test]
    fn points_grow_and_stay_in_the_column() {
        assert_eq!(with_points(40, 10), 50);
        assert_eq!(with_points(-40, 10), 10);
        assert_eq!(with_points(MAX_POINTS, 10), MAX_POINTS);
        assert_eq!(with_points(i64::MAX, u32::MAX), MAX_POINTS);
    }

    #[test]
    fn an_action_earns_points_once_whatever_is_sent_later() {
        let mut stored = Map::new();

        let earned = [
            ticks(&[("a", &[true, false])]),
            ticks(&[("a", &[true, false])]),
            ticks(&[("a", &[false, false])]),
            ticks(&[("a", &[true, true, true]), ("b", &[false])]),
            ticks(&[("a", &[])]),
        ]
        .map(|ticked| tick(&mut stored, &ticked).unwrap());

        assert_eq!(earned, [10, 0, 0, 20, 0]);
        assert_eq!(Value::Object(stored), json!({ "a": [true, true, true] }));
    }

    #[test]
    fn what_is_stored_in_another_shape_is_no_tick_and_stays_until_the_node_is_ticked() {
        let mut stored = json!({ "a": true, "b": [1, true], "c": { "d": 1 } }).as_object().unwrap().clone();

        assert_eq!(tick(&mut stored, &ticks(&[("a", &[true]), ("b", &[true, true])])), Ok(20));

        assert_eq!(Value::Object(stored), json!({ "a": [true], "b": [true, true], "c": { "d": 1 } }));
    }

    #[test]
    fn ticks_have_an_end() {
        let mut stored: Map<String, Value> = (0..MAX_NODES).map(|node| (node.to_string(), json!([true]))).collect();

        assert_eq!(tick(&mut stored.clone(), &ticks(&[("one more", &[true])])), Err(TooManyNodes));
        assert_eq!(tick(&mut stored, &ticks(&[("7", &[true, true])])), Ok(10));
    }
}
