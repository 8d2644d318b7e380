//! Made-up users with a realistic skew, the same in every run.
//!
//! Everybody has one of 300 occupations, few of which are common. Most of their terms are typical of it, the others
//! are drawn from everything, and some goals are nobody else's. A few terms are common and most are rare (Zipf), every
//! part is missing for some, and a third have done nothing but a test.

use orientor_domain::{
    Share,
    hexaco::{Domain, PerDomain},
    peers::{Level, PeerInputs, Stage, Term, TermSet},
    riasec::{Letter, LetterSet},
};

const OCCUPATIONS: u32 = 300;

/// Endless users.
///
/// * `seed`, which ones.
pub(crate) fn people(seed: u64) -> impl Iterator<Item = PeerInputs> {
    let mut chance = Chance(seed);
    std::iter::repeat_with(move || person(&mut chance))
}

fn person(chance: &mut Chance) -> PeerInputs {
    let occupation = chance.place(OCCUPATIONS);
    let is_full = chance.happens(0.65);
    let most = |most: usize, missing: f64, chance: &mut Chance| {
        if is_full && !chance.happens(missing) { 1 + chance.below(most) } else { 0 }
    };
    let (skills, goals, industries) = (most(12, 0.1, chance), most(5, 0.2, chance), most(3, 0.2, chance));
    PeerInputs {
        interests: interests(chance, occupation),
        skills: terms(chance, skills, "skill", occupation * 97, 120, 20_000),
        goals: terms(chance, goals, "wants to", occupation * 31, 40, 5_000),
        industries: terms(chance, industries, "industry", occupation / 3, 2, 150),
        stage: if is_full || chance.happens(0.2) { stage(chance) } else { None },
        scores: domains(chance, 0.55, |chance| {
            Share::clamped((chance.fraction() + chance.fraction() + chance.fraction()) / 3.0)
        }),
        preferences: domains(chance, if is_full { 0.5 } else { 0.05 }, |chance| {
            [None, Some(Level::Low), Some(Level::Medium), Some(Level::High), Some(Level::High)][chance.below(5)]
        }),
    }
}

/// Mostly those of the occupation.
fn interests(chance: &mut Chance, occupation: u32) -> LetterSet {
    if chance.happens(0.12) {
        return LetterSet::default();
    }
    let mut typical = Chance(u64::from(occupation));
    let letters = 3 + usize::from(chance.happens(0.15));
    let letter = |_| {
        let (usual, other) = (typical.below(6), chance.below(6));
        Letter::ALL[if chance.happens(0.7) { usual } else { other }]
    };
    (0..letters).map(letter).collect()
}

/// * `count`, how many to draw; doubles fall together.
/// * `from`, where the `typical` terms of the occupation begin among `all`.
fn terms(chance: &mut Chance, count: usize, kind: &str, from: u32, typical: u32, all: u32) -> TermSet {
    let term = |_| {
        if kind == "wants to" && chance.happens(0.1) {
            return Term::new(&format!("{kind} do number {}", chance.below(usize::MAX >> 12)));
        }
        let place = chance.place(all);
        let place = if chance.happens(0.6) { (from + chance.place(typical)) % all } else { place };
        Term::new(&format!("{kind} no {place}"))
    };
    (0..count).filter_map(term).collect()
}

fn stage(chance: &mut Chance) -> Option<Stage> {
    const COMMON: [&str; 8] =
        ["early-career", "early-career", "mid-career", "mid-career", "student", "senior", "executive", "any"];
    if chance.happens(0.15) {
        return None;
    }
    if chance.happens(0.02) {
        return Stage::new(&format!("year {} of my own way", chance.place(400)));
    }
    Stage::new(COMMON[chance.below(COMMON.len())])
}

fn domains<T: Copy>(chance: &mut Chance, share: f64, draw: impl Fn(&mut Chance) -> Option<T>) -> PerDomain<T> {
    if !chance.happens(share) {
        return PerDomain::default();
    }
    Domain::ALL.into_iter().filter_map(|domain| Some((domain, draw(chance)?))).collect()
}

/// Splitmix64: 64 bits of state, the same numbers in every run.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ mixed >> 31
    }

    /// On 0..1, without 1.
    fn fraction(&mut self) -> f64 {
        let high = u32::try_from(self.next() >> 32).unwrap_or_default();
        f64::from(high) / 4_294_967_296.0
    }

    fn happens(&mut self, share: f64) -> bool {
        self.fraction() < share
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "rounded down"
    )]
    fn below(&mut self, bound: usize) -> usize {
        (self.fraction() * bound as f64) as usize
    }

    /// Below `bound`; the chance of the n-th place falls about as 1/n.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded down")]
    fn place(&mut self, bound: u32) -> u32 {
        f64::from(bound).powf(self.fraction()) as u32 - 1
    }
}
