//! Terms: what two users must both have for it to count as shared.

use std::{cmp::Ordering, fmt};

use caseless::Caseless;
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use unicode_normalization::UnicodeNormalization;

/// A skill, goal, industry or stage in the form that is compared.
///
/// White space trimmed at the ends, NFC, full default case folding, NFC; never empty. `_`, `-` and
/// blanks stay what they are. Ordered by code points.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Term(Box<str>);

impl Term {
    /// Normalises `text`; `None` if nothing but white space is in it.
    pub fn new(text: &str) -> Option<Self> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return None;
        }
        // The common case needs no tables: ASCII is NFC, and folding it is lower-casing it.
        if trimmed.is_ascii() {
            return Some(Self(trimmed.to_ascii_lowercase().into()));
        }
        Some(Self(trimmed.nfc().default_case_fold().nfc().collect::<String>().into()))
    }

    /// The normalised text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl<'de> Deserialize<'de> for Term {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::new(&text).ok_or_else(|| D::Error::custom("expected a term that is not blank"))
    }
}

/// Terms, each once, sorted by code points.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct TermSet(Box<[Term]>);

impl TermSet {
    /// Normalises every text; what is blank is dropped.
    pub fn from_texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        texts.into_iter().filter_map(Term::new).collect()
    }

    /// The terms, sorted.
    pub fn as_slice(&self) -> &[Term] {
        &self.0
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The terms in both sets, sorted.
    pub fn shared<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a Term> {
        let (mut left, mut right) = (&*self.0, &*other.0);
        std::iter::from_fn(move || {
            while let ([first, rest @ ..], [second, others @ ..]) = (left, right) {
                let order = first.cmp(second);
                if order != Ordering::Greater {
                    left = rest;
                }
                if order != Ordering::Less {
                    right = others;
                }
                if order == Ordering::Equal {
                    return Some(first);
                }
            }
            None
        })
    }
}

impl FromIterator<Term> for TermSet {
    fn from_iter<I: IntoIterator<Item = Term>>(terms: I) -> Self {
        let mut terms: Vec<Term> = terms.into_iter().collect();
        terms.sort_unstable();
        terms.dedup();
        Self(terms.into())
    }
}

impl<'de> Deserialize<'de> for TermSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::<Term>::deserialize(deserializer).map(Self::from_iter)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn normal(text: &str) -> String {
        Term::new(text).unwrap().to_string()
    }

    #[test]
    fn terms_that_read_alike_are_one_term() {
        for (text, term) in [
            ("  Data Science\u{3000}\n", "data science"),
            ("STRASSE", "strasse"),
            ("Straße", "strasse"),
            ("STRAẞE", "strasse"),
            ("ofﬁce", "office"),
            ("Cafe\u{301}", "café"),
            ("CAFÉ", "café"),
            // Two marks in either order are the same letter.
            ("e\u{323}\u{302}", "ệ"),
            ("Ê\u{323}", "ệ"),
            ("ΣΊΣΥΦΟΣ", "σίσυφοσ"),
            ("σίσυφος", "σίσυφοσ"),
            // The angstrom sign and the letter.
            ("\u{212B}ngström", "ångström"),
            // One letter with a háček that case folding takes apart and NFC puts together again.
            ("ǰazz", "ǰazz"),
            ("ǅ", "ǆ"),
            // The iota subscript becomes a letter, so the accent has to be put in its place before.
            ("α\u{345}\u{301}", "άι"),
            ("ᾴ", "άι"),
        ] {
            assert_eq!(normal(text), term, "{text:?}");
        }
    }

    #[test]
    fn turkish_dots_are_kept_as_the_default_folding_has_them() {
        assert_eq!(normal("ILGI"), "ilgi");
        assert_eq!(normal("ılgı"), "ılgı");
        assert_eq!(normal("İlgi"), "i\u{307}lgi");
    }

    #[test]
    fn joints_stay_different_and_blanks_are_no_term() {
        let set =
            TermSet::from_texts(["early-career", "early_career", "Early Career", "", " \u{a0}\t", "early career"]);

        let terms: Vec<&str> = set.as_slice().iter().map(Term::as_str).collect();
        assert_eq!(terms, ["early career", "early-career", "early_career"]);
    }

    /// Every character that folding or composing touches, with every mark that moves or composes
    /// around Greek and Latin letters. Above all the iota subscript, which folds from a mark to a letter.
    #[test]
    fn normalising_twice_is_normalising_once_for_every_letter_with_two_marks() {
        let marks =
            ["", "\u{345}", "\u{301}", "\u{308}", "\u{307}", "\u{323}", "\u{331}", "\u{30C}", "\u{313}", "\u{342}"];
        let touched = |char: &char| {
            let once = char.to_string();
            once.chars().default_case_fold().collect::<String>() != once || once.nfd().collect::<String>() != once
        };
        // Hangul composes by arithmetic and has no case.
        let hangul = '\u{AC00}'..='\u{D7A3}';
        let letters: Vec<char> = ('\0'..=char::MAX).filter(|char| !hangul.contains(char)).filter(touched).collect();
        assert!(letters.len() > 2_500, "{}", letters.len());

        for letter in letters {
            for (first, second) in marks.iter().flat_map(|first| marks.map(|second| (first, second))) {
                let Some(once) = Term::new(&format!("{letter}{first}{second}")) else { continue };
                assert_eq!(Term::new(once.as_str()), Some(once.clone()), "{letter:?} {first:?} {second:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn normalising_twice_is_normalising_once(text in any::<String>()) {
            if let Some(once) = Term::new(&text) {
                prop_assert_eq!(Term::new(once.as_str()), Some(once));
            }
        }

        #[test]
        fn the_short_way_for_ascii_gives_what_the_tables_give(text in "[ -~]{0,12}") {
            let long: String = text.trim().nfc().default_case_fold().nfc().collect();
            let short = Term::new(&text).map_or(String::new(), |term| term.to_string());
            prop_assert_eq!(short, long);
        }

        #[test]
        fn shared_terms_are_those_in_both_sets(left in "[a-e]{0,5}", right in "[a-e]{0,5}") {
            let set = |text: &str| -> TermSet { text.chars().filter_map(|char| Term::new(&char.to_string())).collect() };

            let shared: Vec<String> = set(&left).shared(&set(&right)).map(Term::to_string).collect();

            let expected: Vec<String> =
                ('a'..='e').filter(|&char| left.contains(char) && right.contains(char)).map(String::from).collect();
            prop_assert_eq!(shared, expected);
        }
    }
}
