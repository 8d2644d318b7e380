//! Personality, roughly, in bits: which level a score suits, which level is preferred.

use super::{
    bits::{self, Counter, Line, NOBODY},
    person::{LEVELS, Person, code_of, suits},
};
use crate::{
    Share,
    hexaco::Domain,
    peers::{Level, PeerInputs},
};

const SCORES: usize = 0;
const PREFERENCES: usize = 1;
const KINDS: usize = 2;
/// Bits of a code.
const DIGITS: usize = 2;

/// The codes of everybody's scores and preferences, bit-sliced: 24 bitmaps. And one of those who have any score.
#[derive(Debug, Default)]
pub(super) struct Traits {
    bitmaps: Vec<u64>,
    scored: Vec<u64>,
    stride: usize,
}

/// A disagreement that people can have with somebody: their code in one domain is one of `codes`.
#[derive(Debug)]
struct Miss<'a> {
    /// Those with any score, if it is about scores.
    scored: Option<&'a [u64]>,
    low: &'a [u64],
    high: &'a [u64],
    /// All ones or all zeros, for the codes 1, 2 and 3.
    codes: [u64; 3],
}

/// The disagreements that people can have with one asker; see [`super::bound`] for what they cost.
#[derive(Debug)]
pub(super) struct Misses<'a>(Vec<Miss<'a>>);

impl Traits {
    pub(super) fn of(people: &[Person]) -> Self {
        let stride = people.len().div_ceil(64);
        let mut bitmaps = vec![0; KINDS * Domain::ALL.len() * DIGITS * stride];
        let mut scored = vec![0; stride];
        for (position, person) in people.iter().enumerate() {
            scored[position / 64] |= u64::from(person.has_scores()) << (position % 64);
            for domain in Domain::ALL {
                let codes = [(SCORES, person.code_of_score(domain)), (PREFERENCES, person.code_of_preference(domain))];
                for (kind, code) in codes {
                    for digit in 0..DIGITS {
                        let bit = u64::from(code >> digit & 1) << (position % 64);
                        bitmaps[bitmap(kind, domain, digit) * stride + position / 64] |= bit;
                    }
                }
            }
        }
        Self { bitmaps, scored, stride }
    }

    /// The disagreements with `me`, in both directions.
    pub(super) fn misses(&self, me: &PeerInputs) -> Misses<'_> {
        let wanted = |(domain, wanted): (Domain, Level)| self.miss(SCORES, domain, |level| level != wanted);
        let offered = |(domain, score): (Domain, Share)| self.miss(PREFERENCES, domain, |level| !suits(level, score));
        Misses(me.preferences.iter().map(wanted).chain(me.scores.iter().map(offered)).collect())
    }

    fn miss(&self, kind: usize, domain: Domain, misses: impl Fn(Level) -> bool) -> Miss<'_> {
        let digit = |digit| &self.bitmaps[bitmap(kind, domain, digit) * self.stride..][..self.stride];
        let mut codes = [0; 3];
        for level in LEVELS.into_iter().filter(|level| misses(*level)) {
            codes[usize::from(code_of(level)) - 1] = u64::MAX;
        }
        Miss { scored: (kind == SCORES).then_some(&*self.scored), low: digit(0), high: digit(1), codes }
    }

    /// Bytes on the heap.
    pub(super) fn bytes(&self) -> usize {
        (self.bitmaps.capacity() + self.scored.capacity()) * size_of::<u64>()
    }
}

impl Misses<'_> {
    /// How many there can be.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Counts them for the line of people that begins at a word, and says who may be comparable at all; the others have
    /// no score for personality.
    pub(super) fn count(&self, word: usize, counter: &mut Counter) -> Line {
        counter.clear();
        let mut comparable = NOBODY;
        for miss in &self.0 {
            let (low, high) = (bits::line(miss.low, word), bits::line(miss.high, word));
            counter.add(&miss.among(&low, &high));
            // Every preference has a code, but not every score: one on the edge of two bands has none.
            let stated = miss.scored.map_or_else(|| bits::either(&low, &high), |scored| bits::line(scored, word));
            comparable = bits::either(&comparable, &stated);
        }
        comparable
    }
}

impl Miss<'_> {
    /// Who has it, by the digits of everybody's code.
    fn among(&self, low: &Line, high: &Line) -> Line {
        let [first, second, third] = self.codes;
        std::array::from_fn(|word| {
            let (low, high) = (low[word], high[word]);
            (first & low & !high) | (second & high & !low) | (third & high & low)
        })
    }
}

const fn bitmap(kind: usize, domain: Domain, digit: usize) -> usize {
    (kind * Domain::ALL.len() + domain as usize) * DIGITS + digit
}
