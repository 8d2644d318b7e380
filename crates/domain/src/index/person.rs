//! One user in 56 bytes, terms aside.

use super::field::Field;
use crate::{
    Share,
    hexaco::{Domain, PerDomain},
    peers::{Level, PeerInputs, fit_of_one},
    riasec::LetterSet,
};

/// No stage, and no score.
pub(super) const ABSENT: u32 = u32::MAX;

/// What differs from a level suits it at most so well; see [`code_of_score`].
pub(super) const MISSED: f64 = 0.71;

/// The levels in the order of their codes: low 1, medium 2, high 3. Nothing is 0.
pub(super) const LEVELS: [Level; 3] = [Level::Low, Level::Medium, Level::High];

/// The inputs of one user, with numbers for terms. Everything but the terms is here, exact.
#[derive(Clone, Copy, Debug)]
pub(super) struct Person {
    pub(super) id: i64,
    /// In billionths, in the order H E X A C O.
    scores: [u32; 6],
    /// Where the terms begin: skills, goals and industries, one after the other.
    pub(super) terms: u32,
    /// How many terms of each field.
    pub(super) sizes: [u32; 3],
    pub(super) stage: u32,
    /// Two bits a domain.
    preferences: u16,
    pub(super) interests: LetterSet,
}

impl Person {
    pub(super) fn new(id: i64, inputs: &PeerInputs, terms: u32, stage: u32) -> Self {
        let code = |domain| inputs.preferences.get(domain).map_or(0, |level| u16::from(code_of(level)));
        Self {
            id,
            scores: Domain::ALL.map(|domain| inputs.scores.get(domain).map_or(ABSENT, Share::units)),
            terms,
            sizes: Field::ALL.map(|field| super::narrow(field.terms(inputs).len())),
            stage,
            preferences: Domain::ALL.into_iter().rev().fold(0, |codes, domain| codes << 2 | code(domain)),
            interests: inputs.interests,
        }
    }

    /// The same person with their terms elsewhere and another number for their stage.
    pub(super) fn moved(&self, terms: u32, stage: u32) -> Self {
        Self { terms, stage, ..*self }
    }

    /// The inputs without terms and stage.
    pub(super) fn inputs(&self) -> PeerInputs {
        PeerInputs {
            interests: self.interests,
            scores: stated(|domain| Share::from_units(self.scores[domain as usize])),
            preferences: stated(|domain| level_of(self.code_of_preference(domain))),
            ..PeerInputs::default()
        }
    }

    /// Whether there is a score in any domain.
    pub(super) fn has_scores(&self) -> bool {
        self.scores != [ABSENT; 6]
    }

    /// The code of the level that is preferred in a domain, 0 if none is.
    pub(super) fn code_of_preference(&self, domain: Domain) -> u8 {
        (self.preferences >> (2 * domain as u16) & 3) as u8
    }

    /// The code of the only level that the score in a domain suits, 0 if there is no score or no such level.
    pub(super) fn code_of_score(&self, domain: Domain) -> u8 {
        Share::from_units(self.scores[domain as usize]).map_or(0, code_of_score)
    }
}

fn stated<T: Copy>(value: impl Fn(Domain) -> Option<T>) -> PerDomain<T> {
    Domain::ALL.into_iter().filter_map(|domain| Some((domain, value(domain)?))).collect()
}

pub(super) fn code_of(level: Level) -> u8 {
    match level {
        Level::Low => 1,
        Level::Medium => 2,
        Level::High => 3,
    }
}

fn level_of(code: u8) -> Option<Level> {
    LEVELS.get(usize::from(code).checked_sub(1)?).copied()
}

/// The code of the only level that a score suits better than [`MISSED`]; 0 if there are several or none.
///
/// So wherever the code is neither 0 nor that of a level, the fit to that level is at most `MISSED`, by
/// construction and whatever the bands of the definition are.
pub(super) fn code_of_score(score: Share) -> u8 {
    let mut suited = LEVELS.into_iter().filter(|level| suits(*level, score));
    match (suited.next(), suited.next()) {
        (Some(level), None) => code_of(level),
        _ => 0,
    }
}

/// Whether a score comes closer to a level than [`MISSED`].
pub(super) fn suits(level: Level, score: Share) -> bool {
    fit_of_one(level, score.get()) > MISSED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_takes_56_bytes() {
        assert_eq!(size_of::<Person>(), 56);
    }

    #[test]
    fn a_code_says_which_levels_are_missed() {
        for units in (0..=1000).map(|thousandth| thousandth * 1_000_000) {
            let score = Share::from_units(units).unwrap();
            let code = code_of_score(score);
            for level in LEVELS {
                let fit = fit_of_one(level, score.get());
                assert!(code == 0 || code == code_of(level) || fit <= MISSED, "{score:?} {level:?} {fit}");
            }
        }
        // Edges suit two levels; inside the bands each score suits one.
        let code = |units| code_of_score(Share::from_units(units).unwrap());
        assert_eq!([0, 299_999_999, 300_000_000].map(code), [1, 1, 0]);
        assert_eq!([300_000_001, 500_000_000, 699_999_999, 700_000_000].map(code), [2, 2, 2, 0]);
        assert_eq!([700_000_001, 1_000_000_000].map(code), [3, 3]);
    }
}
