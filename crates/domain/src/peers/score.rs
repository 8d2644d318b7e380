//! How well two users match: the definition. Any faster implementation has to give the same bits.
//!
//! All arithmetic is `f64`, in the order that each function states, without fused operations.

use serde::Serialize;

use super::{Level, PeerInputs, Stage, TermSet};
use crate::{
    Share,
    hexaco::{Domain, PerDomain},
};

/// A part of the compatibility of two users, in table order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Component {
    /// Shared interest types: [`jaccard`].
    Interests,
    /// Shared skills: [`share_of_larger`].
    Skills,
    /// Shared goals: [`jaccard`].
    Goals,
    /// Career stages that suit each other: [`stage_score`].
    Stage,
    /// Shared industries: [`jaccard`].
    Industries,
    /// Personality and what is preferred: [`personality_score`].
    Personality,
}

impl Component {
    /// All six, in table order: the order in which terms are added and ties are listed.
    pub const ALL: [Self; 6] =
        [Self::Interests, Self::Skills, Self::Goals, Self::Stage, Self::Industries, Self::Personality];

    /// The weight. All six add up to 1.
    pub const fn weight(self) -> f64 {
        match self {
            Self::Interests => 0.25,
            Self::Skills | Self::Goals => 0.20,
            Self::Stage => 0.15,
            Self::Industries | Self::Personality => 0.10,
        }
    }
}

/// How well two users match, from both sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compatibility {
    /// The score of each component on 0..1, in table order; `None` where too little is known to tell.
    pub components: [Option<f64>; 6],
    /// Sum of weight x score over the known components, on 0..1.
    pub compatibility: f64,
    /// Sum of the weights of the known components, on 0..1.
    pub coverage: f64,
}

impl Compatibility {
    /// Adds up the components: both sums start at 0 and take the known ones in table order, each score
    /// multiplied by its weight first.
    ///
    /// * `components`, in table order, each on 0..1.
    pub fn of(components: [Option<f64>; 6]) -> Self {
        let (mut compatibility, mut coverage) = (0.0, 0.0);
        for (component, score) in Component::ALL.into_iter().zip(components) {
            if let Some(score) = score {
                compatibility += component.weight() * score;
                coverage += component.weight();
            }
        }
        Self { components, compatibility, coverage }
    }

    /// The score of one component.
    pub fn component(&self, component: Component) -> Option<f64> {
        self.components[component as usize]
    }
}

/// Compares two users. Symmetric to the bit.
pub fn score(left: &PeerInputs, right: &PeerInputs) -> Compatibility {
    let shared_letters = left.interests.intersection(right.interests).len();
    Compatibility::of([
        jaccard(shared_letters, left.interests.len(), right.interests.len()),
        of_terms(share_of_larger, &left.skills, &right.skills),
        of_terms(jaccard, &left.goals, &right.goals),
        stage_score(left.stage.as_ref(), right.stage.as_ref()),
        of_terms(jaccard, &left.industries, &right.industries),
        personality_score(left, right),
    ])
}

fn of_terms(measure: fn(u32, u32, u32) -> Option<f64>, left: &TermSet, right: &TermSet) -> Option<f64> {
    if left.is_empty() || right.is_empty() {
        return None;
    }
    measure(count(left.shared(right).count()), count(left.len()), count(right.len()))
}

fn count(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

/// Size of the intersection over size of the union; `None` if either set is empty.
pub fn jaccard(shared: u32, left: u32, right: u32) -> Option<f64> {
    let both = f64::from(left) + f64::from(right) - f64::from(shared);
    (left > 0 && right > 0).then(|| f64::from(shared) / both)
}

/// Size of the intersection over size of the larger set; `None` if either set is empty.
pub fn share_of_larger(shared: u32, left: u32, right: u32) -> Option<f64> {
    (left > 0 && right > 0).then(|| f64::from(shared) / f64::from(left.max(right)))
}

/// 1 if both stages are equal or either is any, else 0; `None` if either is not stated.
pub fn stage_score(left: Option<&Stage>, right: Option<&Stage>) -> Option<f64> {
    Some(match (left?, right?) {
        (Stage::Any, _) | (_, Stage::Any) => 1.0,
        (left, right) => f64::from(u8::from(left == right)),
    })
}

/// Mean of the [`fit`] of the right user to the left one's preferences and the reverse, over those of the two
/// that can be stated; `None` if neither can.
pub fn personality_score(left: &PeerInputs, right: &PeerInputs) -> Option<f64> {
    match (fit(&left.preferences, &right.scores), fit(&right.preferences, &left.scores)) {
        (Some(there), Some(back)) => Some(f64::midpoint(there, back)),
        (one, other) => one.or(other),
    }
}

/// How well scores meet preferences: the mean over the domains that both name, added in the order H E X A C O.
/// `None` if they name none in common.
pub fn fit(preferences: &PerDomain<Level>, scores: &PerDomain<Share>) -> Option<f64> {
    let (mut sum, mut domains) = (0.0, 0_u8);
    for domain in Domain::ALL {
        if let (Some(level), Some(score)) = (preferences.get(domain), scores.get(domain)) {
            sum += fit_of_one(level, score.get());
            domains += 1;
        }
    }
    (domains > 0).then(|| sum / f64::from(domains))
}

/// 1 inside the band of the level; outside it as near as the score comes, on 0..1.
pub(crate) fn fit_of_one(level: Level, score: f64) -> f64 {
    match level {
        Level::High if score >= 0.7 => 1.0,
        Level::High => score,
        Level::Low if score <= 0.3 => 1.0,
        Level::Low => 1.0 - score,
        Level::Medium if (0.3..=0.7).contains(&score) => 1.0,
        Level::Medium => 1.0 - 2.0 * (score - 0.5).abs(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::riasec::LetterSet;

    fn near(left: f64, right: f64) -> bool {
        (left - right).abs() < 1e-12
    }

    fn shares(values: &[(Domain, f64)]) -> PerDomain<Share> {
        values.iter().map(|&(domain, value)| (domain, Share::clamped(value).unwrap())).collect()
    }

    fn one(level: Level, score: f64) -> f64 {
        fit(&PerDomain::from_iter([(Domain::Openness, level)]), &shares(&[(Domain::Openness, score)])).unwrap()
    }

    #[test]
    fn an_example_worked_by_hand() {
        let ada = PeerInputs {
            interests: LetterSet::from_code("RIA").unwrap(),
            skills: TermSet::from_texts(["rust", "sql", "excel", "go"]),
            goals: TermSet::from_texts(["nurse"]),
            stage: Stage::new("senior"),
            industries: TermSet::from_texts(["health", "energy"]),
            preferences: PerDomain::from_iter([(Domain::Openness, Level::High), (Domain::Emotionality, Level::Low)]),
            scores: PerDomain::default(),
        };
        let bob = PeerInputs {
            interests: LetterSet::from_code("IAS").unwrap(),
            skills: TermSet::from_texts(["rust", "sql"]),
            goals: TermSet::default(),
            stage: Stage::new("mid-career"),
            industries: TermSet::from_texts(["Health"]),
            preferences: PerDomain::default(),
            scores: shares(&[(Domain::Openness, 0.6), (Domain::Emotionality, 0.2), (Domain::Extraversion, 0.9)]),
        };

        let found = score(&ada, &bob);

        // Interests: I and A of R, I, A, S. Skills: 2 of 4. Goals: bob has none. Stages differ.
        // Industries: 1 of 2. Personality, one direction only: openness 0.6, emotionality 1, mean 0.8.
        let expected = [Some(0.5), Some(0.5), None, Some(0.0), Some(0.5), Some(0.8)];
        assert_eq!(found.components, expected);
        // 0.25 * 0.5 + 0.2 * 0.5 + 0.15 * 0 + 0.1 * 0.5 + 0.1 * 0.8 = 0.125 + 0.1 + 0 + 0.05 + 0.08.
        assert!(near(found.compatibility, 0.355), "{found:?}");
        // Everything but goals: 1 - 0.2.
        assert!(near(found.coverage, 0.8), "{found:?}");
    }

    #[test]
    fn both_directions_count_half_each() {
        let with = |preferred, scored| PeerInputs {
            preferences: PerDomain::from_iter([(Domain::HonestyHumility, preferred)]),
            scores: shares(&[(Domain::HonestyHumility, scored)]),
            ..PeerInputs::default()
        };
        let (ada, bob) = (with(Level::High, 0.2), with(Level::Low, 0.5));

        // Bob's 0.5 for ada's high: 0.5. Ada's 0.2 for bob's low: 1.
        assert_eq!(personality_score(&ada, &bob), Some(0.75));
    }

    #[test]
    fn a_direction_without_a_shared_domain_is_not_stated() {
        let ada = PeerInputs {
            preferences: PerDomain::from_iter([(Domain::Openness, Level::High)]),
            ..PeerInputs::default()
        };
        let bob = PeerInputs { scores: shares(&[(Domain::Emotionality, 1.0)]), ..PeerInputs::default() };

        assert_eq!(personality_score(&ada, &bob), None);
        assert_eq!(score(&ada, &bob), Compatibility::of([None; 6]));
    }

    #[test]
    fn bands_include_their_edges() {
        for (level, at, expected) in [
            (Level::High, 0.7, 1.0),
            (Level::High, 0.699_999_999, 0.699_999_999),
            (Level::High, 0.0, 0.0),
            (Level::Low, 0.3, 1.0),
            (Level::Low, 0.300_000_001, 0.699_999_999),
            (Level::Low, 1.0, 0.0),
            (Level::Medium, 0.3, 1.0),
            (Level::Medium, 0.7, 1.0),
            (Level::Medium, 0.71, 0.58),
            (Level::Medium, 0.2, 0.4),
            (Level::Medium, 0.0, 0.0),
            (Level::Medium, 1.0, 0.0),
        ] {
            assert!(near(one(level, at), expected), "{level:?} {at}: {}", one(level, at));
        }
    }

    #[test]
    fn a_stage_mismatch_counts_as_nothing_and_any_suits_all() {
        let stage = |text: &str| Stage::new(text);
        for (left, right, expected) in [
            (stage("senior"), stage("SENIOR"), Some(1.0)),
            (stage("senior"), stage("any"), Some(1.0)),
            (stage("Any"), stage("any"), Some(1.0)),
            (stage("senior"), stage("mid-career"), Some(0.0)),
            (stage("mid-career"), stage("mid career"), Some(0.0)),
            (stage("any"), None, None),
            (None, None, None),
        ] {
            assert_eq!(stage_score(left.as_ref(), right.as_ref()), expected, "{left:?} {right:?}");
            assert_eq!(stage_score(right.as_ref(), left.as_ref()), expected, "{right:?} {left:?}");
        }
    }

    #[test]
    fn a_perfect_match_is_exactly_one_or_just_below() {
        let perfect = Compatibility::of([Some(1.0); 6]);

        assert!(perfect.compatibility <= 1.0 && near(perfect.compatibility, 1.0), "{perfect:?}");
        assert_eq!(perfect.compatibility.to_bits(), perfect.coverage.to_bits());
    }
}
