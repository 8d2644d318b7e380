//! Promises of deriving: it takes anything, and order never matters.

use orientor_domain::peers::{PeerInputs, PersonalityDocument, ResultId, RiasecResult, Sources, derive};
use proptest::{collection::vec, option, prelude::*};
use serde_json::Value;

use crate::generate;

type Row = (Option<i64>, i64, [Option<f64>; 6], Option<String>);

/// Owned rows, from which sources borrow.
#[derive(Clone, Debug)]
struct Stored {
    vector: Option<Value>,
    skills: Vec<String>,
    industry: Option<String>,
    goals: Vec<String>,
    results: Vec<Row>,
    documents: Vec<(Option<i64>, i64, Value)>,
}

impl Stored {
    fn derived(&self) -> PeerInputs {
        let result = |(at_us, id, scores, code): &'_ Row| (*at_us, ResultId::Number(*id), *scores, code.clone());
        let results: Vec<_> = self.results.iter().map(result).collect();
        derive(&Sources {
            vector: self.vector.as_ref(),
            profile_skills: &self.skills,
            industry: self.industry.as_deref(),
            active_goal_titles: &self.goals,
            riasec: results
                .iter()
                .map(|(at_us, id, scores, code)| RiasecResult {
                    at_us: *at_us,
                    id: *id,
                    scores: *scores,
                    code: code.as_deref(),
                })
                .collect(),
            personality: self
                .documents
                .iter()
                .map(|(at_us, id, scores)| PersonalityDocument { at_us: *at_us, id: *id, scores })
                .collect(),
        })
    }
}

/// Dates and keys from a few values, so that rows often tie in both.
fn stored() -> impl Strategy<Value = Stored> {
    let document = || prop_oneof![generate::document(), generate::likely_document()];
    let date = || option::of(0..3_i64);
    let scores = proptest::array::uniform6(option::of(prop_oneof![proptest::num::f64::ANY, -1.0..3.0]));
    let code = option::of("[RIASECx]{0,3}|.{0,3}");
    (
        option::of(document()),
        generate::texts(),
        option::of(".{0,4}"),
        generate::texts(),
        vec((date(), 0..3_i64, scores, code), 0..4),
        vec((date(), 0..3_i64, document()), 0..4),
    )
        .prop_map(|(vector, skills, industry, goals, results, documents)| Stored {
            vector,
            skills,
            industry,
            goals,
            results,
            documents,
        })
}

/// The elements of every list of a vector in reverse order.
fn reversed(value: &Value) -> Value {
    match value {
        Value::Array(list) => list.iter().rev().cloned().collect(),
        Value::Object(members) => members.iter().map(|(key, value)| (key.clone(), reversed(value))).collect(),
        other => other.clone(),
    }
}

#[test]
fn deep_nesting_is_passed_over() {
    let mut deep = Value::Null;
    for _ in 0..100 {
        deep = serde_json::json!({"hexaco": [deep], "riasec": {}});
    }
    let vector = serde_json::json!({"target_skill_deltas": [deep.clone(), "rust"], "career_stage_preference": deep});
    let stored = Stored {
        vector: Some(vector),
        skills: vec![],
        industry: None,
        goals: vec![],
        results: vec![],
        documents: vec![(None, 1, deep)],
    };

    assert_eq!(serde_json::to_string(&stored.derived()).unwrap(), r#"{"skills":["rust"]}"#);
}

proptest! {
    #[test]
    fn anything_can_be_stored_and_what_is_derived_survives_json(stored in stored()) {
        let inputs = stored.derived();

        let json = serde_json::to_string(&inputs).unwrap();

        let back: PeerInputs = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&back, &inputs);
        prop_assert_eq!(serde_json::to_string(&back).unwrap(), json);
    }

    #[test]
    fn the_order_of_rows_and_terms_does_not_matter(stored in stored()) {
        let mut turned = stored.clone();
        turned.skills.reverse();
        turned.goals.reverse();
        turned.results.reverse();
        turned.documents.reverse();
        turned.vector = turned.vector.as_ref().map(reversed);

        prop_assert_eq!(turned.derived(), stored.derived());
    }

    #[test]
    fn a_fallback_vector_changes_nothing(stored in stored()) {
        let mut marked = stored.clone();
        if let Some(Value::Object(vector)) = &mut marked.vector {
            vector.insert("fallback".to_owned(), Value::Bool(true));
        }
        let without = Stored { vector: None, ..stored };

        prop_assert_eq!(marked.derived(), without.derived());
    }
}
