//! The two kinds of documents that stand in `personality_profiles.scores` under one type.
//!
//! The test stores `domains` and `facets`, on 1 to 5; the onboarding of the older application stored `hexaco` and
//! `riasec`, on 0 to 1, as its clients had computed them. What is neither is not guessed at.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// Scores by name.
pub type Named = BTreeMap<String, f64>;

/// A document of scores, as what it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Scores {
    /// Of the HEXACO test, 1 to 5.
    Test {
        /// By domain.
        domains: Named,
        /// By facet.
        facets: Named,
    },
    /// Of the older application's onboarding, 0 to 1.
    Onboarding {
        /// By personality domain.
        hexaco: Named,
        /// By kind of interest.
        riasec: Named,
        /// What stood out.
        top_traits: Vec<String>,
        /// A text about it.
        description: Option<String>,
    },
    /// Something else.
    Unknown,
}

impl Scores {
    /// Tells the kind by the members that only one of them has.
    pub fn read(document: &Value) -> Self {
        let Some(document) = document.as_object() else { return Self::Unknown };
        if document.get("hexaco").is_some_and(Value::is_object) {
            let texts = document.get("topTraits").and_then(Value::as_array);
            let texts = texts.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
            Self::Onboarding {
                hexaco: numbers(document, "hexaco"),
                riasec: numbers(document, "riasec"),
                top_traits: texts.collect(),
                description: document.get("description").and_then(Value::as_str).map(str::to_owned),
            }
        } else if document.get("domains").is_some_and(Value::is_object) {
            Self::Test { domains: numbers(document, "domains"), facets: numbers(document, "facets") }
        } else {
            Self::Unknown
        }
    }
}

/// The numbers of an object by name, such as percentiles.
pub fn named(object: &Value) -> Named {
    let members = object.as_object().into_iter().flatten();
    members.filter_map(|(name, value)| Some((name.clone(), value.as_f64()?))).collect()
}

fn numbers(document: &Map<String, Value>, member: &str) -> Named {
    document.get(member).map(named).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_test_and_an_onboarding_are_told_apart_by_their_members() {
        let test = Scores::read(&json!({ "domains": { "Openness": 3.5, "x": "y" }, "facets": { "Patience": 2 } }));
        let onboarding = Scores::read(&json!({
            "hexaco": { "openness": 0.5 }, "riasec": { "social": 1 }, "topTraits": ["calm", 3], "description": "Calm."
        }));

        let one = |name: &str, score| Named::from([(name.to_owned(), score)]);
        assert_eq!(test, Scores::Test { domains: one("Openness", 3.5), facets: one("Patience", 2.0) });
        assert_eq!(
            onboarding,
            Scores::Onboarding {
                hexaco: one("openness", 0.5),
                riasec: one("social", 1.0),
                top_traits: vec!["calm".to_owned()],
                description: Some("Calm.".to_owned()),
            }
        );
    }

    #[test]
    fn what_is_neither_is_not_guessed_at() {
        for document in [json!(null), json!([]), json!({}), json!({ "honesty": 0.5 }), json!({ "domains": [1] })] {
            assert_eq!(Scores::read(&document), Scores::Unknown, "{document}");
        }
    }
}
