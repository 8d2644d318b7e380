//! Why two users match: the components in words and numbers, the strongest first.
//!
//! Only what both have is named, so an explanation tells nobody anything about the other that they do
//! not have themselves.

use std::cmp::Reverse;

use serde::{Serialize, Serializer};

use super::{Compatibility, Component, Language, PeerInputs, Stage, Term, score, words};
use crate::{
    billionths::{billionths, to_four_digits},
    riasec::{Letter, LetterSet},
};

/// One component that adds to the compatibility.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reason {
    /// Which.
    pub component: Component,
    /// How well the two match in it, on 0..1. As JSON in four digits.
    #[serde(serialize_with = "in_four_digits")]
    pub score: f64,
    /// Weight x score, above 0. As JSON in four digits.
    #[serde(serialize_with = "in_four_digits")]
    pub contribution: f64,
    /// What both have.
    pub shared: Shared,
}

/// What two users have in common. As JSON a list of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shared {
    /// Interest types; as JSON their capital letters.
    Letters(LetterSet),
    /// Terms, sorted; one if it is a stage.
    Terms(Vec<Term>),
    /// Nothing that could be named: personality, or a stage where one of the two is open to any.
    Unnamed,
}

/// Why two users match, for programs and for people.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The components that add something, by contribution rounded to nine digits; ties in table order.
    pub reasons: Vec<Reason>,
    /// The first sentence of the text.
    pub brief: String,
    /// One sentence for each reason, and an honest one when little is known; never empty.
    pub text: String,
}

/// Explains what [`score()`] says about two users; the same words for the same data, from either side.
pub fn explain(left: &PeerInputs, right: &PeerInputs, language: Language) -> Explanation {
    let compatibility = score(left, right);
    let reasons = reasons(left, right, &compatibility);
    let mut sentences: Vec<String> = reasons.iter().map(|reason| words::sentence(reason, language)).collect();
    let caveat = words::caveat(reasons.is_empty(), compatibility.coverage, language);
    sentences.extend(caveat.into_iter().map(str::to_owned));
    let text = sentences.join(" ");
    let brief = sentences.into_iter().next().unwrap_or_default();
    Explanation { reasons, brief, text }
}

fn reasons(left: &PeerInputs, right: &PeerInputs, compatibility: &Compatibility) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Component::ALL
        .into_iter()
        .filter_map(|component| {
            let score = compatibility.component(component)?;
            let contribution = component.weight() * score;
            (billionths(contribution) > 0).then(|| Reason {
                component,
                score,
                contribution,
                shared: shared(component, left, right),
            })
        })
        .collect();
    // The sort is stable, which keeps ties in table order.
    reasons.sort_by_key(|reason| Reverse(billionths(reason.contribution)));
    reasons
}

fn shared(component: Component, left: &PeerInputs, right: &PeerInputs) -> Shared {
    let (mine, theirs) = match component {
        Component::Interests => return Shared::Letters(left.interests.intersection(right.interests)),
        Component::Skills => (&left.skills, &right.skills),
        Component::Goals => (&left.goals, &right.goals),
        Component::Industries => (&left.industries, &right.industries),
        Component::Stage => return shared_stage(left.stage.as_ref(), right.stage.as_ref()),
        Component::Personality => return Shared::Unnamed,
    };
    Shared::Terms(mine.shared(theirs).cloned().collect())
}

/// Of stages that suit each other: two named ones are equal.
fn shared_stage(left: Option<&Stage>, right: Option<&Stage>) -> Shared {
    match (left, right) {
        (Some(Stage::Named(stage)), Some(Stage::Named(_))) => Shared::Terms(vec![stage.clone()]),
        _ => Shared::Unnamed,
    }
}

impl Serialize for Shared {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Letters(letters) => serializer.collect_seq(letters.iter().map(Letter::as_str)),
            Self::Terms(terms) => terms.serialize(serializer),
            Self::Unnamed => serializer.collect_seq::<[&str; 0]>([]),
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "`serialize_with` asks for this signature")]
fn in_four_digits<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(to_four_digits(*value))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{
        Share,
        hexaco::{Domain, PerDomain},
        peers::{Level, TermSet},
    };

    fn explained(left: &PeerInputs, right: &PeerInputs, language: Language) -> Explanation {
        let explanation = explain(left, right, language);
        assert_eq!(explanation, explain(right, left, language), "not the same from both sides");
        explanation
    }

    fn rich() -> PeerInputs {
        PeerInputs {
            interests: LetterSet::from_code("SA").unwrap(),
            skills: TermSet::from_texts(["Node.js", "Rust", "SQL", "Excel", "Go"]),
            goals: TermSet::from_texts(["nurse"]),
            stage: Stage::new("senior"),
            industries: TermSet::from_texts(["health", "energy"]),
            scores: PerDomain::from_iter([(Domain::Openness, Share::clamped(0.5).unwrap())]),
            preferences: PerDomain::from_iter([(Domain::Openness, Level::High)]),
        }
    }

    #[test]
    fn sentences_go_from_the_strongest_contribution_to_the_weakest() {
        let explanation = explained(&rich(), &rich(), Language::English);

        // 0.25, 0.2, 0.2, 0.15, 0.1 and 0.1 * 0.5.
        assert_eq!(
            explanation.text,
            "You share the interest types Artistic and Social. \
             You both have or want the skills “excel”, “go”, “node.js” and 2 more. \
             You share the goal “nurse”. \
             You both look for the career stage “senior”. \
             You share the industries “energy” and “health”. \
             Your personalities match in part."
        );
        assert_eq!(explanation.brief, "You share the interest types Artistic and Social.");
    }

    #[test]
    fn french_says_the_same() {
        let explanation = explained(&rich(), &rich(), Language::French);

        assert_eq!(
            explanation.text.replace('\u{a0}', "~"),
            "Vous partagez les types d’intérêts Artistique et Social. \
             Vous avez ou visez les compétences «~excel~», «~go~», «~node.js~» et 2 autres. \
             Vous partagez l’objectif «~nurse~». \
             Vous recherchez l’étape de carrière «~senior~». \
             Vous partagez les secteurs «~energy~» et «~health~». \
             Vos personnalités s’accordent en partie."
        );
    }

    #[test]
    fn equal_contributions_are_told_in_table_order() {
        let with = |code, goals: &[&str]| PeerInputs {
            interests: LetterSet::from_code(code).unwrap(),
            goals: TermSet::from_texts(goals.iter().copied()),
            ..PeerInputs::default()
        };

        let explanation =
            explained(&with("RIAS", &["a", "b", "c"]), &with("RIAE", &["a", "b", "c", "d"]), Language::English);

        // 0.25 * 3/5 is 0.15 and 0.2 * 3/4 is 0.15000000000000002.
        let order: Vec<Component> = explanation.reasons.iter().map(|reason| reason.component).collect();
        assert_eq!(order, [Component::Interests, Component::Goals]);
    }

    #[test]
    fn three_terms_are_named_and_the_rest_is_counted() {
        let text = |terms: &[&str], language| {
            let user = PeerInputs { goals: TermSet::from_texts(terms.iter().copied()), ..PeerInputs::default() };
            explained(&user, &user, language).brief.replace('\u{a0}', "~")
        };

        assert_eq!(text(&["c", "b", "a"], Language::English), "You share the goals “a”, “b” and “c”.");
        assert_eq!(text(&["d", "c", "b", "a"], Language::English), "You share the goals “a”, “b”, “c” and 1 more.");
        assert_eq!(
            text(&["d", "c", "b", "a"], Language::French),
            "Vous partagez les objectifs «~a~», «~b~», «~c~» et 1 autre."
        );
    }

    #[test]
    fn half_of_the_weight_is_not_less_than_half() {
        let terms = TermSet::from_texts(["a"]);
        // 0.2 + 0.2 + 0.1.
        let user =
            PeerInputs { skills: terms.clone(), goals: terms.clone(), industries: terms, ..PeerInputs::default() };

        assert!(explained(&user, &user, Language::English).text.ends_with("You share the industry “a”."));
    }

    #[test]
    fn a_full_stop_inside_a_term_does_not_end_the_brief() {
        let me = PeerInputs { skills: TermSet::from_texts(["Node.js. And more"]), ..PeerInputs::default() };

        assert_eq!(
            explained(&me, &me, Language::English).brief,
            "You both have or want the skill “node.js. and more”."
        );
    }

    #[test]
    fn what_only_one_of_them_has_is_not_told() {
        let me = PeerInputs { stage: Some(Stage::Any), ..rich() };
        let you =
            PeerInputs { skills: TermSet::from_texts(["rust", "embroidery"]), goals: TermSet::default(), ..rich() };

        let explanation = explained(&me, &you, Language::English);

        let json = serde_json::to_string(&explanation.reasons).unwrap();
        for secret in ["embroidery", "senior", "nurse", "excel"] {
            assert!(!explanation.text.contains(secret) && !json.contains(secret), "{secret}: {explanation:?}");
        }
    }

    #[test]
    fn reasons_are_numbers_in_four_digits_for_programs() {
        let me = PeerInputs { interests: LetterSet::from_code("RSA").unwrap(), ..rich() };
        let you = PeerInputs { interests: LetterSet::from_code("SRI").unwrap(), ..PeerInputs::default() };
        let third =
            PeerInputs { interests: LetterSet::from_code("SEC").unwrap(), stage: Stage::new("senior"), ..you.clone() };

        // R and S of R, I, A, S; then S of R, A, S, E, C and the stage.
        let explanation = explained(&me, &you, Language::English);
        let expected = json!([{"component": "interests", "score": 0.5, "contribution": 0.125, "shared": ["R", "S"]}]);
        assert_eq!(serde_json::to_value(explanation.reasons).unwrap(), expected);

        let explanation = explained(&me, &third, Language::English);
        let expected = json!([
            {"component": "stage", "score": 1.0, "contribution": 0.15, "shared": ["senior"]},
            {"component": "interests", "score": 0.2, "contribution": 0.05, "shared": ["S"]},
        ]);
        assert_eq!(serde_json::to_value(explanation.reasons).unwrap(), expected);
    }

    #[test]
    fn little_knowledge_is_admitted() {
        let (empty, rich) = (PeerInputs::default(), rich());
        let artist = PeerInputs { interests: LetterSet::from_code("A").unwrap(), ..PeerInputs::default() };
        let leader = PeerInputs { interests: LetterSet::from_code("E").unwrap(), ..PeerInputs::default() };
        let text = |left, right| explained(left, right, Language::English).text;

        assert_eq!(text(&empty, &rich), "Too little is known to compare you.");
        assert_eq!(
            text(&artist, &leader),
            "Nothing in common was found. Less than half of what counts could be compared."
        );
        assert_eq!(
            text(&artist, &artist),
            "You share the interest type Artistic. Less than half of what counts could be compared."
        );
    }
}
