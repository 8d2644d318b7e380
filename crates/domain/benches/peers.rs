//! The plain ranking over users in memory, as a yardstick for anything faster.

use std::{cmp::Reverse, hint::black_box};

use divan::{Bencher, counter::ItemsCount};
use orientor_domain::peers::{Language, PeerInputs, Term, explain, rank, rank_all, score};

#[path = "support/people.rs"]
mod people;

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
    let mut users: Vec<PeerInputs> = people::people(7).take(USERS).collect();
    users.sort_by_cached_key(|user| Reverse(score(user, user).coverage.to_bits()));
    users
}
