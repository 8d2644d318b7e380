//! What matching knows about one user.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Term, TermSet};
use crate::{Share, hexaco::PerDomain, riasec::LetterSet};

/// Everything that is known about one user for matching; every part may be missing.
///
/// Each part is canonical by its type (sorted, each once, rounded), so equal inputs are equal
/// values and equal JSON. As JSON an object without the parts that are missing; what is read back
/// is normalised again, and keys that are not ours are passed over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct PeerInputs {
    /// Interest types: the desired ones and the strongest of the newest result.
    #[serde(skip_serializing_if = "is_empty_set")]
    pub interests: LetterSet,
    /// Skills, whether had or wanted.
    #[serde(skip_serializing_if = "TermSet::is_empty")]
    pub skills: TermSet,
    /// Goals and their keywords.
    #[serde(skip_serializing_if = "TermSet::is_empty")]
    pub goals: TermSet,
    /// Industries.
    #[serde(skip_serializing_if = "TermSet::is_empty")]
    pub industries: TermSet,
    /// The career stage looked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// HEXACO domain scores on 0..1.
    #[serde(skip_serializing_if = "PerDomain::is_empty")]
    pub scores: PerDomain<Share>,
    /// What is preferred in a peer, by HEXACO domain.
    #[serde(skip_serializing_if = "PerDomain::is_empty")]
    pub preferences: PerDomain<Level>,
}

impl PeerInputs {
    /// Whether nothing at all is known, so that the user cannot be matched.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "`skip_serializing_if` asks for this signature")]
fn is_empty_set(letters: &LetterSet) -> bool {
    letters.is_empty()
}

/// The career stage that a user looks for. As JSON a string, `any` for [`Stage::Any`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Said to be open to any.
    Any,
    /// One stage. Made from a [`Term`] by `From`, which turns the term `any` into [`Stage::Any`].
    Named(Term),
}

impl Stage {
    const ANY: &str = "any";

    /// Normalises `text`; `None`, that is, not stated, if it is blank.
    pub fn new(text: &str) -> Option<Self> {
        Term::new(text).map(Self::from)
    }
}

impl From<Term> for Stage {
    fn from(term: Term) -> Self {
        if term.as_str() == Self::ANY { Self::Any } else { Self::Named(term) }
    }
}

impl Serialize for Stage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Any => serializer.serialize_str(Self::ANY),
            Self::Named(term) => term.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Stage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Term::deserialize(deserializer).map(Self::from)
    }
}

/// How much of a personality domain is preferred in a peer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// At most 0.3 suits fully.
    Low,
    /// 0.3 to 0.7 suits fully.
    Medium,
    /// At least 0.7 suits fully.
    High,
}

impl Level {
    /// Reads `low`, `medium` or `high`, in any case, with blanks around it.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim();
        [("low", Self::Low), ("medium", Self::Medium), ("high", Self::High)]
            .into_iter()
            .find_map(|(known, level)| known.eq_ignore_ascii_case(name).then_some(level))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hexaco::Domain;

    #[test]
    fn json_is_compact_and_read_back_whole() {
        let inputs = PeerInputs {
            interests: LetterSet::from_code("SR").unwrap(),
            skills: TermSet::from_texts(["Rust", "rust", "Excel"]),
            stage: Stage::new(" ANY "),
            scores: PerDomain::from_iter([(Domain::Extraversion, Share::clamped(0.7).unwrap())]),
            preferences: PerDomain::from_iter([(Domain::Openness, Level::High)]),
            ..PeerInputs::default()
        };

        let json = serde_json::to_string(&inputs).unwrap();

        let expected = r#"{"interests":"RS","skills":["excel","rust"],"stage":"any",
            "scores":{"extraversion":0.7},"preferences":{"openness":"high"}}"#;
        assert_eq!(json, expected.split_whitespace().collect::<String>());
        assert_eq!(serde_json::from_str::<PeerInputs>(&json).unwrap(), inputs);
        assert_eq!(serde_json::to_string(&PeerInputs::default()).unwrap(), "{}");
    }

    #[test]
    fn edited_json_becomes_canonical_or_is_refused() {
        let edited = r#"{"skills":["Rust","excel","RUST"],"stage":"Any","of_a_later_version":1}"#;
        let inputs: PeerInputs = serde_json::from_str(edited).unwrap();
        assert_eq!(serde_json::to_string(&inputs).unwrap(), r#"{"skills":["excel","rust"],"stage":"any"}"#);

        for json in [
            r#"{"skills":"rust"}"#,
            r#"{"skills":[" "]}"#,
            r#"{"interests":"X"}"#,
            r#"{"scores":{"openness":2}}"#,
            r#"{"scores":{"oppenness":1}}"#,
            r#"{"preferences":{"openness":"huge"}}"#,
        ] {
            assert!(serde_json::from_str::<PeerInputs>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn any_of_the_parts_makes_a_user_matchable() {
        assert!(PeerInputs::default().is_empty());
        assert!(!PeerInputs { stage: Some(Stage::Any), ..PeerInputs::default() }.is_empty());
    }
}
