//! The plain ranking over users in memory, as a yardstick for anything faster.
//!
//! Synthetic users with a realistic skew: a few skills, goals and industries are common and most are rare, and every
//! part is missing for some.

use std::{cmp::Reverse, hint::black_box};

use divan::{Bencher, counter::ItemsCount};
use orientor_domain::{
    Share,
    hexaco::{Domain, PerDomain},
    peers::{Language, Level, PeerInputs, Stage, Term, TermSet, explain, rank, rank_all, score},
    riasec::{Letter, LetterSet},
};

const USERS: usize = 10_000;
const LIMIT: usize = 10;

fn main() {
    divan::main();
}

#[divan::bench]
fn best_ten(bencher: Bencher<'_, '_>) {
    let users = users();
    let others = || (2..).zip(&users[1..]);
    bencher.counter(ItemsCount::new(USERS)).bench_local(|| rank(black_box(&users[0]), others(), LIMIT));
}

#[divan::bench]
fn sorting_everybody(bencher: Bencher<'_, '_>) {
    let users = users();
    let others = || (2..).zip(&users[1..]);
    bencher.counter(ItemsCount::new(USERS)).bench_local(|| rank_all(black_box(&users[0]), others()));
}

#[divan::bench]
fn explaining_ten(bencher: Bencher<'_, '_>) {
    let users = users();
    bencher.counter(ItemsCount::new(LIMIT)).bench_local(|| {
        for other in &users[1..=LIMIT] {
            black_box(explain(&users[0], other, Language::French));
        }
    });
}

#[divan::bench(args = ["Project Management", "Développement d’ÉQUIPE"])]
fn normalising_a_term(text: &str) -> Option<Term> {
    Term::new(black_box(text))
}

/// The first is the one of whom most is known; the others are asked how well they suit.
fn users() -> Vec<PeerInputs> {
    let mut chance = Chance(7);
    let mut users: Vec<PeerInputs> = (0..USERS).map(|_| user(&mut chance)).collect();
    users.sort_by_cached_key(|user| Reverse(score(user, user).coverage.to_bits()));
    users
}

fn user(chance: &mut Chance) -> PeerInputs {
    let stages = ["early-career", "mid-career", "senior", "any"];
    let levels = [Level::Low, Level::Medium, Level::High];
    PeerInputs {
        interests: (0..3).map(|_| Letter::ALL[chance.below(6)]).collect::<LetterSet>(),
        skills: terms(chance, "skill", 8, 5_000),
        goals: terms(chance, "goal", 5, 2_000),
        industries: terms(chance, "industry", 3, 100),
        stage: (chance.below(3) > 0).then(|| Stage::new(stages[chance.below(4)])).flatten(),
        scores: per_domain(chance, |chance| Share::clamped(chance.fraction())),
        preferences: per_domain(chance, |chance| Some(levels[chance.below(3)])),
    }
}

/// Up to `most` terms out of `vocabulary`; the chance of the n-th term falls about as 1/n.
fn terms(chance: &mut Chance, kind: &str, most: usize, vocabulary: u32) -> TermSet {
    let drawn = chance.below(most + 1);
    (0..drawn)
        .filter_map(|_| {
            let place = f64::from(vocabulary).powf(chance.fraction()).floor();
            Term::new(&format!("{kind} number {place}"))
        })
        .collect()
}

fn per_domain<T: Copy>(chance: &mut Chance, mut draw: impl FnMut(&mut Chance) -> Option<T>) -> PerDomain<T> {
    if chance.below(2) == 0 {
        return PerDomain::default();
    }
    Domain::ALL.into_iter().filter_map(|domain| Some((domain, draw(chance)?))).collect()
}

/// A linear congruential generator (modulus 2^64): the same users in every run.
struct Chance(u64);

impl Chance {
    /// On 0..1.
    fn fraction(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = u32::try_from(self.0 >> 32).unwrap_or_default();
        f64::from(high) / 4_294_967_296.0
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "small")]
    fn below(&mut self, bound: usize) -> usize {
        (self.fraction() * bound as f64) as usize
    }
}
