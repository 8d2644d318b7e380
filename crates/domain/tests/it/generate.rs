//! Users and documents made up by chance, from few words, so that things are shared and ties happen.

use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::{Map, Value};

pub(crate) fn texts() -> impl Strategy<Value = Vec<String>> {
    vec("[abAB ]{0,2}|[éß.-]{1,2}", 0..5)
}

/// Any JSON, with the keys and values that mean something more often than chance would have them.
pub(crate) fn document() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (-1.0..6.0).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        select(vec!["S", "artistic", "high", "LOW", "any", "{\"hexaco\":{}}", "ﬁ"]).prop_map(Value::from),
    ];
    let key = prop_oneof![select(KEYS.to_vec()).prop_map(str::to_owned), "[a-z]{0,3}"];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        let members = vec((key.clone(), inner.clone()), 0..6);
        prop_oneof![
            vec(inner, 0..5).prop_map(Value::from),
            members.prop_map(|members| Value::Object(Map::from_iter(members))),
        ]
    })
}

/// A document that has the known keys on top, with anything below them.
pub(crate) fn likely_document() -> impl Strategy<Value = Value> {
    let members = vec((select(KEYS.to_vec()), document()), 0..9);
    members.prop_map(|members| members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

const KEYS: [&str; 19] = [
    "desired_riasec_codes",
    "target_skill_deltas",
    "goal_overlap_keywords",
    "career_stage_preference",
    "industry_overlap",
    "personality_compatibility",
    "hexaco_preferences",
    "fallback",
    "hexaco",
    "domains",
    "facets",
    "riasec",
    "honesty",
    "honesty_humility",
    "Honesty-Humility",
    "openness",
    "realistic",
    "R",
    "Social",
];
