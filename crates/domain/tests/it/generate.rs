//! Users and documents made up by chance, from few words, so that things are shared and ties happen.

use orientor_domain::{
    Share,
    hexaco::{Domain, PerDomain},
    peers::{Level, PeerInputs, Stage, TermSet},
    riasec::{Letter, LetterSet},
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::{Map, Value};

pub(crate) fn inputs() -> impl Strategy<Value = PeerInputs> {
    let letters = vec(select(&Letter::ALL[..]), 0..4).prop_map(LetterSet::from_iter);
    let stage = option::of(select(vec!["any", "senior", "mid-career"])).prop_map(|text| text.and_then(Stage::new));
    // Band edges, round numbers and odd ones.
    let share = prop_oneof![select(vec![0.0, 0.3, 0.5, 0.7, 1.0]), 0.0..=1.0].prop_filter_map("finite", Share::clamped);
    let level = select(vec![Level::Low, Level::Medium, Level::High]);
    let scores = vec((select(&Domain::ALL[..]), share), 0..5).prop_map(PerDomain::from_iter);
    let preferences = vec((select(&Domain::ALL[..]), level), 0..5).prop_map(PerDomain::from_iter);
    (letters, terms(), terms(), terms(), stage, scores, preferences).prop_map(
        |(interests, skills, goals, industries, stage, scores, preferences)| PeerInputs {
            interests,
            skills,
            goals,
            industries,
            stage,
            scores,
            preferences,
        },
    )
}

pub(crate) fn texts() -> impl Strategy<Value = Vec<String>> {
    vec("[abAB ]{0,2}|[éß.-]{1,2}", 0..5)
}

fn terms() -> impl Strategy<Value = TermSet> {
    texts().prop_map(|texts| TermSet::from_texts(texts.iter().map(String::as_str)))
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
