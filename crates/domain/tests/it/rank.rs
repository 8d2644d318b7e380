//! Promises of the ranking.

use orientor_domain::peers::{PeerInputs, Ranked, rank, rank_all};
use proptest::{collection::vec, prelude::*};

use crate::generate;

/// The contract in the plainest words: everybody, sorted by the three rules one after the other.
fn by_the_book(me: &PeerInputs, others: &[(i64, PeerInputs)]) -> Vec<i64> {
    let nine_digits = |value: f64| (value * 1e9).round();
    let mut everybody: Vec<(f64, f64, i64)> = others
        .iter()
        .map(|(id, inputs)| (orientor_domain::peers::score(me, inputs), *id))
        .map(|(found, id)| (nine_digits(found.compatibility), nine_digits(found.coverage), id))
        .filter(|(compatibility, ..)| *compatibility > 0.0)
        .collect();
    everybody.sort_by_key(|(.., id)| *id);
    everybody.sort_by(|left, right| right.1.total_cmp(&left.1));
    everybody.sort_by(|left, right| right.0.total_cmp(&left.0));
    everybody.into_iter().map(|(.., id)| id).collect()
}

fn ids(ranked: &[Ranked]) -> Vec<i64> {
    ranked.iter().map(|ranked| ranked.user_id).collect()
}

fn borrowed(others: &[(i64, PeerInputs)]) -> impl Iterator<Item = (i64, &PeerInputs)> {
    others.iter().map(|(id, inputs)| (*id, inputs))
}

/// Few different people, many times over, under shuffled ids: most places are ties.
fn crowd() -> impl Strategy<Value = Vec<(i64, PeerInputs)>> {
    let ids: Vec<i64> = (1..=300).collect();
    (vec(generate::inputs(), 1..12), Just(ids).prop_shuffle()).prop_flat_map(|(people, ids)| {
        vec(0..people.len(), 0..ids.len())
            .prop_map(move |chosen| ids.iter().zip(chosen).map(|(id, person)| (*id, people[person].clone())).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_first_ones_are_those_of_sorting_everybody(
        me in generate::inputs(),
        others in crowd(),
        limit in prop_oneof![0..12_usize, 0..310_usize],
    ) {
        let expected = by_the_book(&me, &others);

        prop_assert_eq!(ids(&rank_all(&me, borrowed(&others))), expected.clone());
        prop_assert_eq!(ids(&rank(&me, borrowed(&others), limit)), &expected[..limit.min(expected.len())]);
    }

    #[test]
    fn the_order_of_candidates_does_not_matter(
        me in generate::inputs(),
        (others, shuffled) in crowd().prop_flat_map(|others| (Just(others.clone()), Just(others).prop_shuffle())),
        limit in 0..12_usize,
    ) {
        prop_assert_eq!(rank(&me, borrowed(&others), limit), rank(&me, borrowed(&shuffled), limit));
    }
}
