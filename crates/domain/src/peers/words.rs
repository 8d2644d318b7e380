//! The words of an explanation, in the languages of the application.

use super::{Component, Reason, Shared};
use crate::{
    billionths::billionths,
    riasec::{Letter, LetterSet},
};

/// At most so many shared terms are spelled out.
const NAMED_TERMS: usize = 3;
/// Below this coverage, in billionths, the explanation says how little could be compared.
const HALF: u32 = 500_000_000;

/// A language that explanations are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
}

/// The openings of a sentence about one shared thing and about several; the things follow.
type Opening = [&'static str; 2];

struct Words {
    interests: Opening,
    skills: Opening,
    goals: Opening,
    industries: Opening,
    stage: Opening,
    any_stage: &'static str,
    /// From 0.7, from 0.4, below.
    personality: [&'static str; 3],
    /// In the order R I A S E C.
    letters: [&'static str; 6],
    quotes: [&'static str; 2],
    and: &'static str,
    /// After a number: one, several.
    more: [&'static str; 2],
    unknown: &'static str,
    nothing_shared: &'static str,
    little_compared: &'static str,
}

const ENGLISH: Words = Words {
    interests: ["You share the interest type ", "You share the interest types "],
    skills: ["You both have or want the skill ", "You both have or want the skills "],
    goals: ["You share the goal ", "You share the goals "],
    industries: ["You share the industry ", "You share the industries "],
    stage: ["You both look for the career stage "; 2],
    any_stage: "Career stage is no obstacle between you.",
    personality: [
        "Your personalities match well.",
        "Your personalities match in part.",
        "Your personalities match a little.",
    ],
    letters: ["Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional"],
    quotes: ["“", "”"],
    and: " and ",
    more: ["more", "more"],
    unknown: "Too little is known to compare you.",
    nothing_shared: "Nothing in common was found.",
    little_compared: "Less than half of what counts could be compared.",
};

const FRENCH: Words = Words {
    interests: ["Vous partagez le type d’intérêts ", "Vous partagez les types d’intérêts "],
    skills: ["Vous avez ou visez la compétence ", "Vous avez ou visez les compétences "],
    goals: ["Vous partagez l’objectif ", "Vous partagez les objectifs "],
    industries: ["Vous partagez le secteur ", "Vous partagez les secteurs "],
    stage: ["Vous recherchez l’étape de carrière "; 2],
    any_stage: "L’étape de carrière n’est pas un obstacle entre vous.",
    personality: [
        "Vos personnalités s’accordent bien.",
        "Vos personnalités s’accordent en partie.",
        "Vos personnalités s’accordent un peu.",
    ],
    letters: ["Réaliste", "Investigateur", "Artistique", "Social", "Entreprenant", "Conventionnel"],
    quotes: ["«\u{a0}", "\u{a0}»"],
    and: " et ",
    more: ["autre", "autres"],
    unknown: "Trop peu d’informations pour vous comparer.",
    nothing_shared: "Aucun point commun n’a été trouvé.",
    little_compared: "Moins de la moitié de ce qui compte a pu être comparée.",
};

impl Language {
    const fn words(self) -> &'static Words {
        match self {
            Self::English => &ENGLISH,
            Self::French => &FRENCH,
        }
    }
}

/// One sentence for one reason.
pub(super) fn sentence(reason: &Reason, language: Language) -> String {
    let words = language.words();
    let opening = match reason.component {
        Component::Interests => words.interests,
        Component::Skills => words.skills,
        Component::Goals => words.goals,
        Component::Stage => words.stage,
        Component::Industries => words.industries,
        Component::Personality => return words.personality(reason.score).to_owned(),
    };
    let things = match &reason.shared {
        Shared::Letters(letters) => words.names(*letters),
        Shared::Terms(terms) => words.quoted(terms),
        Shared::Unnamed => return words.any_stage.to_owned(),
    };
    let [one, several] = opening;
    format!("{}{}.", if things.len() == 1 { one } else { several }, words.listed(&things))
}

/// What has to be admitted after the reasons.
///
/// * `coverage`, how much of the weight could be compared, on 0..1.
pub(super) fn caveat(is_without_reason: bool, coverage: f64, language: Language) -> Vec<&'static str> {
    let words = language.words();
    let coverage = billionths(coverage);
    if coverage == 0 {
        return vec![words.unknown];
    }
    let mut sentences = Vec::new();
    if is_without_reason {
        sentences.push(words.nothing_shared);
    }
    if coverage < HALF {
        sentences.push(words.little_compared);
    }
    sentences
}

impl Words {
    fn personality(&self, score: f64) -> &'static str {
        let [well, in_part, a_little] = self.personality;
        match score {
            0.7.. => well,
            0.4.. => in_part,
            _ => a_little,
        }
    }

    fn names(&self, letters: LetterSet) -> Vec<String> {
        letters.iter().map(|letter: Letter| self.letters[letter as usize].to_owned()).collect()
    }

    fn quoted(&self, terms: &[super::Term]) -> Vec<String> {
        let [open, close] = self.quotes;
        let mut things: Vec<String> =
            terms.iter().take(NAMED_TERMS).map(|term| format!("{open}{term}{close}")).collect();
        let more = terms.len().saturating_sub(NAMED_TERMS);
        if more > 0 {
            let [one, several] = self.more;
            things.push(format!("{more} {}", if more == 1 { one } else { several }));
        }
        things
    }

    /// `a`, `a and b`, `a, b and c`.
    fn listed(&self, things: &[String]) -> String {
        match things {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => format!("{}{}{last}", first.join(", "), self.and),
        }
    }
}
