//! How well what a person can fits what an occupation asks for.
//!
//! Both sides rate the same thirteen things on one scale. What only one side has rated is not compared: a gap in the
//! data is no gap in the person.

use std::array;

/// The five skills, in order.
pub const SKILLS: [&str; 5] = ["creativity", "leadership", "digital_literacy", "critical_thinking", "problem_solving"];
/// The eight cognitive traits, in order.
pub const TRAITS: [&str; 8] = [
    "analytical_thinking",
    "attention_to_detail",
    "collaboration",
    "adaptability",
    "independence",
    "evaluation",
    "decision_making",
    "stress_tolerance",
];

/// What the skills count for when traits can be compared as well.
const WEIGHT_OF_SKILLS: f64 = 0.6;
/// Below this match, in percent, there is a gap.
const GAP_BELOW: f64 = 70.0;
/// From this match on, in percent, there is a strength.
const STRENGTH_FROM: f64 = 90.0;
/// From this fit on, in percent, an occupation fits well.
const GOOD_FROM: f64 = 80.0;
/// From this fit on, in percent, an occupation fits in part.
const FAIR_FROM: f64 = 60.0;

/// Ratings of one side, in the order of [`SKILLS`] and [`TRAITS`]; `None` where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ratings {
    /// The skills.
    pub skills: [Option<f64>; 5],
    /// The traits.
    pub traits: [Option<f64>; 8],
}

impl Ratings {
    /// Whether nothing is rated.
    pub fn is_empty(&self) -> bool {
        self.skills.iter().chain(&self.traits).all(Option::is_none)
    }
}

/// One thing that both sides have rated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// Its name.
    pub name: &'static str,
    /// What the person has.
    pub user_level: f64,
    /// What the occupation asks for.
    pub required_level: f64,
    /// How much of that the person has, 0 to 100.
    pub percentage: f64,
}

/// What a match means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Below 70 %.
    Gap,
    /// Between the others.
    Improve,
    /// From 90 % on.
    Strength,
}

/// What is worth saying about a fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// 80 % and more.
    GoodFit,
    /// 60 % and more.
    FairFit,
    /// Below that.
    PoorFit,
    /// Below 60 % with less than two years of experience.
    StartLower,
    /// 80 % and more with five years of experience or more.
    AimHigher,
}

/// The fit of a person and an occupation.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// 0 to 100, two digits.
    pub score: f64,
    /// The skills that were compared.
    pub skills: Vec<Match>,
    /// The traits that were compared.
    pub traits: Vec<Match>,
    /// What is worth saying, the most general first.
    pub advice: Vec<Advice>,
}

impl Match {
    fn of(name: &'static str, user_level: f64, required_level: f64) -> Self {
        let percentage =
            if required_level <= 0.0 { 100.0 } else { (user_level / required_level * 100.0).clamp(0.0, 100.0) };
        Self { name, user_level, required_level, percentage }
    }

    /// What it means.
    pub fn standing(&self) -> Standing {
        if self.percentage < GAP_BELOW {
            Standing::Gap
        } else if self.percentage >= STRENGTH_FROM {
            Standing::Strength
        } else {
            Standing::Improve
        }
    }
}

/// Compares what `user` has with what is `required`; `None` if there is nothing that both have rated.
///
/// * `years`: experience in years, if known.
///
/// The fit is the mean of the matches, skills by 0.6 and traits by 0.4 when there are traits to compare. Without a
/// skill to compare, skills count as 0.
pub fn fit(user: &Ratings, required: &Ratings, years: Option<i64>) -> Option<Fit> {
    let skills = compared(&SKILLS, &user.skills, &required.skills);
    let traits = compared(&TRAITS, &user.traits, &required.traits);
    if skills.is_empty() && traits.is_empty() {
        return None;
    }
    let of_skills = mean(&skills).unwrap_or_default();
    let exact = match mean(&traits) {
        Some(of_traits) => WEIGHT_OF_SKILLS * of_skills + (1.0 - WEIGHT_OF_SKILLS) * of_traits,
        None => of_skills,
    };
    let score = (exact * 100.0).round() / 100.0;
    Some(Fit { score, skills, traits, advice: advice(score, years) })
}

fn advice(score: f64, years: Option<i64>) -> Vec<Advice> {
    let general = if score >= GOOD_FROM {
        Advice::GoodFit
    } else if score >= FAIR_FROM {
        Advice::FairFit
    } else {
        Advice::PoorFit
    };
    let by_experience = match years {
        Some(..2) if score < FAIR_FROM => Some(Advice::StartLower),
        Some(5..) if score >= GOOD_FROM => Some(Advice::AimHigher),
        _ => None,
    };
    [Some(general), by_experience].into_iter().flatten().collect()
}

fn compared<const N: usize>(
    names: &[&'static str; N],
    user: &[Option<f64>; N],
    required: &[Option<f64>; N],
) -> Vec<Match> {
    let matches: [Option<Match>; N] = array::from_fn(|at| Some(Match::of(names[at], user[at]?, required[at]?)));
    matches.into_iter().flatten().collect()
}

#[expect(clippy::cast_precision_loss, reason = "there are at most eight")]
fn mean(matches: &[Match]) -> Option<f64> {
    let sum: f64 = matches.iter().map(|found| found.percentage).sum();
    (!matches.is_empty()).then(|| sum / matches.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rated(skills: [f64; 5], traits: Option<[f64; 8]>) -> Ratings {
        Ratings { skills: skills.map(Some), traits: traits.map_or([None; 8], |traits| traits.map(Some)) }
    }

    #[test]
    fn a_match_is_the_part_of_what_is_asked_for_and_never_more_than_all_of_it() {
        for (user, required, percentage) in
            [(2.0, 4.0, 50.0), (5.0, 4.0, 100.0), (0.0, 3.0, 0.0), (0.0, 0.0, 100.0), (1.0, -1.0, 100.0)]
        {
            assert_eq!(
                Match::of("x", user, required).percentage.to_bits(),
                f64::to_bits(percentage),
                "{user} of {required}"
            );
        }
    }

    #[test]
    fn skills_count_for_six_tenths_when_traits_can_be_compared_and_for_all_when_not() {
        let user = rated([2.0; 5], Some([4.0; 8]));

        let score = |user: &Ratings, required| fit(user, &required, None).map(|found| found.score);
        assert_eq!(score(&user, rated([4.0; 5], Some([4.0; 8]))), Some(70.0));
        assert_eq!(score(&user, rated([4.0; 5], None)), Some(50.0));
        // Two digits: a third of skills is 33.333….
        assert_eq!(score(&rated([1.0; 5], None), rated([3.0; 5], None)), Some(33.33));
    }

    #[test]
    fn what_only_one_side_has_rated_is_not_compared() {
        let mut user = rated([4.0; 5], None);
        user.skills[0] = None;
        let mut required = rated([4.0; 5], Some([1.0; 8]));
        required.skills[1] = None;

        let found = fit(&user, &required, None).unwrap();

        assert_eq!(found.skills.iter().map(|skill| skill.name).collect::<Vec<_>>(), SKILLS[2..]);
        assert_eq!((found.traits.len(), found.score), (0, 100.0));
        assert_eq!(fit(&user, &Ratings::default(), None), None);
        assert_eq!(fit(&Ratings::default(), &required, None), None);
        assert!(Ratings::default().is_empty() && !user.is_empty());
    }

    #[test]
    fn below_seventy_is_a_gap_and_from_ninety_on_a_strength() {
        for (user, standing) in
            [(69.9, Standing::Gap), (70.0, Standing::Improve), (89.9, Standing::Improve), (90.0, Standing::Strength)]
        {
            assert_eq!(Match::of("x", user, 100.0).standing(), standing, "{user}");
        }
    }

    #[test]
    fn advice_goes_by_fit_and_by_experience() {
        use Advice::{AimHigher, FairFit, GoodFit, PoorFit, StartLower};

        for (score, years, expected) in [
            (80.0, None, vec![GoodFit]),
            (80.0, Some(4), vec![GoodFit]),
            (80.0, Some(5), vec![GoodFit, AimHigher]),
            (79.99, Some(9), vec![FairFit]),
            (60.0, Some(0), vec![FairFit]),
            (59.99, Some(1), vec![PoorFit, StartLower]),
            (59.99, Some(2), vec![PoorFit]),
            (0.0, None, vec![PoorFit]),
        ] {
            assert_eq!(advice(score, years), expected, "{score} {years:?}");
        }
    }
}
