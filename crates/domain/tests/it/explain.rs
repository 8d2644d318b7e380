//! Promises of explanations.

use orientor_domain::peers::{Language, PeerInputs, explain, score};
use proptest::prelude::*;

use crate::generate;

fn texts_of(ada: &PeerInputs, bob: &PeerInputs) -> [orientor_domain::peers::Explanation; 2] {
    [Language::English, Language::French].map(|language| explain(ada, bob, language))
}

proptest! {
    #[test]
    fn both_sides_read_the_same_words(ada in generate::inputs(), bob in generate::inputs()) {
        prop_assert_eq!(texts_of(&ada, &bob), texts_of(&bob, &ada));
    }

    #[test]
    fn reasons_account_for_the_whole_compatibility(ada in generate::inputs(), bob in generate::inputs()) {
        let [english, french] = texts_of(&ada, &bob);

        let sum: f64 = english.reasons.iter().map(|reason| reason.contribution).sum();
        prop_assert!((sum - score(&ada, &bob).compatibility).abs() < 1e-8);
        prop_assert!(english.reasons.is_sorted_by(|first, next| first.contribution >= next.contribution - 1e-9));
        prop_assert_eq!(english.reasons, french.reasons);
    }

    #[test]
    fn there_is_always_something_to_read(ada in generate::inputs(), bob in generate::inputs()) {
        for explanation in texts_of(&ada, &bob) {
            prop_assert!(explanation.text.starts_with(&explanation.brief));
            prop_assert!(explanation.brief.len() > 10 && explanation.brief.ends_with('.'), "{explanation:?}");
        }
    }
}
