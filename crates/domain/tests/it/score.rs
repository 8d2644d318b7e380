//! Promises of the score.

use orientor_domain::{
    peers::{PeerInputs, Stage, Term, TermSet, score},
    riasec::{Letter, LetterSet},
};
use proptest::prelude::*;

use crate::generate;

/// Adds to both what both then share.
fn with_shared(user: &PeerInputs, term: &Term, letter: Letter, which: usize) -> PeerInputs {
    let mut user = user.clone();
    let add = |set: &TermSet| set.as_slice().iter().chain([term]).cloned().collect();
    match which {
        0 => user.interests = user.interests.union(LetterSet::from_iter([letter])),
        1 => user.skills = add(&user.skills),
        2 => user.goals = add(&user.goals),
        _ => user.industries = add(&user.industries),
    }
    user
}

#[test]
fn two_empty_profiles_have_nothing_in_common() {
    let found = score(&PeerInputs::default(), &PeerInputs::default());

    assert_eq!(found.components, [None; 6]);
    assert_eq!([found.compatibility.to_bits(), found.coverage.to_bits()], [0, 0]);
}

proptest! {
    #[test]
    fn both_sides_see_the_same_bits(ada in generate::inputs(), bob in generate::inputs()) {
        let (there, back) = (score(&ada, &bob), score(&bob, &ada));

        prop_assert_eq!(there.components.map(|score| score.map(f64::to_bits)), back.components.map(|score| score.map(f64::to_bits)));
        prop_assert_eq!(there.compatibility.to_bits(), back.compatibility.to_bits());
        prop_assert_eq!(there.coverage.to_bits(), back.coverage.to_bits());
    }

    #[test]
    fn everything_lies_between_0_and_1_and_compatibility_within_coverage(
        ada in generate::inputs(),
        bob in generate::inputs(),
    ) {
        let found = score(&ada, &bob);

        for score in found.components.into_iter().flatten() {
            prop_assert!((0.0..=1.0).contains(&score), "{found:?}");
        }
        prop_assert!(0.0 <= found.compatibility && found.compatibility <= found.coverage, "{found:?}");
        prop_assert!(found.coverage <= 1.0, "{found:?}");
    }

    #[test]
    fn a_term_added_to_both_never_lowers_the_score(
        ada in generate::inputs(),
        bob in generate::inputs(),
        text in "[abc]{1,2}",
        letter in proptest::sample::select(&Letter::ALL[..]),
        which in 0..4_usize,
    ) {
        let term = Term::new(&text).unwrap();

        let before = score(&ada, &bob);
        let after = score(&with_shared(&ada, &term, letter, which), &with_shared(&bob, &term, letter, which));

        prop_assert!(after.compatibility >= before.compatibility, "{before:?} {after:?}");
        prop_assert!(after.coverage >= before.coverage, "{before:?} {after:?}");
    }

    #[test]
    fn what_nobody_knows_counts_nothing(ada in generate::inputs(), bob in generate::inputs()) {
        let knows_no_stage = PeerInputs { stage: None, ..bob.clone() };
        let knows_a_stage = PeerInputs { stage: Some(Stage::Any), ..bob };
        let ada = PeerInputs { stage: Some(Stage::Any), ..ada };

        let (less, more) = (score(&ada, &knows_no_stage), score(&ada, &knows_a_stage));

        prop_assert!(more.compatibility > less.compatibility && more.coverage > less.coverage);
    }
}
