//! Which kind of course a name and a description speak of.

use std::collections::BTreeSet;

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// A kind of course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Science, technology, engineering, mathematics.
    Stem,
    /// Languages, history, philosophy.
    Humanities,
    /// Trade and management.
    Business,
    /// Making things to look at or listen to.
    Arts,
    /// People and how they live together.
    SocialSciences,
    /// None of these, or more than one.
    Other,
}

/// Words that tell a kind, in lower case without accents, English and French. Our own choice.
const WORDS: [(Category, &[&str]); 5] = [
    (
        Category::Stem,
        &[
            "algebra",
            "algebre",
            "algorithm",
            "algorithme",
            "astronomy",
            "astronomie",
            "biology",
            "biologie",
            "calculus",
            "calcul",
            "chemistry",
            "chimie",
            "computer",
            "computing",
            "data",
            "donnee",
            "electronics",
            "engineering",
            "genetics",
            "genie",
            "geology",
            "geometry",
            "geometrie",
            "informatique",
            "mathematics",
            "mathematique",
            "math",
            "mechanics",
            "physics",
            "physique",
            "programming",
            "programmation",
            "robotics",
            "science",
            "software",
            "statistics",
            "statistique",
            "technology",
        ],
    ),
    (
        Category::Humanities,
        &[
            "classics",
            "culture",
            "ethics",
            "ethique",
            "grammar",
            "histoire",
            "history",
            "language",
            "langue",
            "latin",
            "linguistics",
            "litterature",
            "literature",
            "philosophie",
            "philosophy",
            "poetry",
            "poesie",
            "religion",
            "rhetoric",
            "theology",
            "translation",
            "traduction",
        ],
    ),
    (
        Category::Business,
        &[
            "accounting",
            "advertising",
            "administration",
            "business",
            "commerce",
            "comptabilite",
            "entrepreneurship",
            "entrepreneuriat",
            "finance",
            "gestion",
            "logistics",
            "logistique",
            "management",
            "marketing",
            "sales",
            "tax",
            "vente",
        ],
    ),
    (
        Category::Arts,
        &[
            "acting",
            "animation",
            "architecture",
            "art",
            "ceramics",
            "choir",
            "cinema",
            "dance",
            "danse",
            "design",
            "dessin",
            "drawing",
            "film",
            "music",
            "musique",
            "orchestra",
            "painting",
            "peinture",
            "photography",
            "photographie",
            "sculpture",
            "theatre",
            "theater",
        ],
    ),
    (
        Category::SocialSciences,
        &[
            "anthropology",
            "anthropologie",
            "criminology",
            "demography",
            "economics",
            "economie",
            "education",
            "geography",
            "geographie",
            "law",
            "droit",
            "politics",
            "politique",
            "psychology",
            "psychologie",
            "society",
            "societe",
            "sociology",
            "sociologie",
        ],
    ),
];

/// The kind whose words occur most in a course's name and description; [`Category::Other`] if none leads.
///
/// Whole words count, each once, in any case, with or without accents and with or without a plural `s`: the art in
/// *start* says nothing.
pub fn category(name: &str, description: &str) -> Category {
    let words: BTreeSet<String> = [name, description].into_iter().flat_map(words).collect();
    let occurs = |word: &&&str| words.contains(**word);
    let hits = WORDS.map(|(category, told_by)| (told_by.iter().filter(occurs).count(), category));
    let most = hits.iter().map(|(count, _)| *count).max().unwrap_or_default();
    let mut leading = hits.iter().filter(|(count, _)| *count == most && most > 0);
    match (leading.next(), leading.next()) {
        (Some((_, category)), None) => *category,
        _ => Category::Other,
    }
}

/// The words of a text in lower case without accents, each with and without a final `s`.
pub(super) fn words(text: &str) -> Vec<String> {
    let plain: String = text.nfd().filter(|letter| !is_combining_mark(*letter)).collect::<String>().to_lowercase();
    let mut words = Vec::new();
    for word in plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        words.push(word.to_owned());
        words.extend(word.strip_suffix('s').filter(|singular| singular.len() > 2).map(ToOwned::to_owned));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_with_most_words_wins() {
        for (name, description, expected) in [
            ("Linear Algebra", "", Category::Stem),
            ("ALGORITHMS & data structures", "", Category::Stem),
            ("History of music", "songs, orchestra and choir", Category::Arts),
            ("Littérature française", "poésie et théâtre, langue", Category::Humanities),
            ("Introduction to Marketing", "", Category::Business),
            ("Sociology 101", "society and politics", Category::SocialSciences),
            ("Physical education", "running", Category::SocialSciences),
            ("", "", Category::Other),
        ] {
            assert_eq!(category(name, description), expected, "{name}");
        }
    }

    #[test]
    fn a_word_inside_of_another_says_nothing() {
        for name in ["Getting started", "Partners", "Flawless lawns", "Aftermath", "Particle Datapoints"] {
            assert_eq!(category(name, ""), Category::Other, "{name}");
        }
    }

    #[test]
    fn a_draw_is_no_kind_and_repeating_a_word_wins_nothing() {
        assert_eq!(category("History and physics", ""), Category::Other);
        assert_eq!(category("Physics", "physics, physics and history"), Category::Other);
    }

    #[test]
    fn no_word_tells_two_kinds_and_each_is_written_as_it_is_compared() {
        let all: Vec<&str> = WORDS.iter().flat_map(|(_, words)| *words).copied().collect();
        let distinct: BTreeSet<&str> = all.iter().copied().collect();

        assert_eq!(distinct.len(), all.len());
        assert!(all.iter().all(|word| words(word)[0] == *word));
    }
}
