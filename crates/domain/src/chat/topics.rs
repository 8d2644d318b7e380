//! What a user's conversations are about, by the words of their titles.

use std::collections::{BTreeMap, BTreeSet};

/// Words that say nothing about a subject, of more than three letters, English and French.
const STOP: &[&str] = &[
    "about", "avec", "cette", "comme", "comment", "dans", "does", "from", "have", "help", "into", "mais", "more",
    "need", "pour", "quel", "quelle", "should", "that", "their", "there", "they", "this", "vous", "want", "what",
    "when", "where", "which", "will", "with", "would", "your",
];
/// Shortest word that counts, in letters.
const SHORTEST: usize = 4;

/// A word, and in how many titles it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// The word in lower case.
    pub name: String,
    /// In how many titles.
    pub count: usize,
    /// The same as a part of all titles given, in percent.
    pub percentage: f64,
}

/// The commonest words of the titles: each counts once a title, ties in alphabetical order.
///
/// * Returns at most `limit`.
pub fn topics<'a>(titles: impl IntoIterator<Item = &'a str>, limit: usize) -> Vec<Topic> {
    let (mut counts, mut all) = (BTreeMap::<String, usize>::new(), 0_usize);
    for title in titles {
        all += 1;
        for word in words(title) {
            *counts.entry(word).or_default() += 1;
        }
    }
    let mut counted: Vec<(String, usize)> = counts.into_iter().collect();
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted.truncate(limit);
    let topic = |(name, count)| Topic { name, count, percentage: percent(count, all) };
    counted.into_iter().map(topic).collect()
}

fn words(title: &str) -> BTreeSet<String> {
    let parts = title.split(|letter: char| !letter.is_alphanumeric());
    parts.map(str::to_lowercase).filter(|it| it.chars().count() >= SHORTEST && !STOP.contains(&it.as_str())).collect()
}

#[expect(clippy::cast_precision_loss, reason = "at most a hundred titles are counted")]
fn percent(part: usize, all: usize) -> f64 {
    (part as f64 * 1_000.0 / all.max(1) as f64).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_once_a_title_without_their_punctuation() {
        let found = topics(["Nursing, nursing schools", "What about Nursing?", "A job in law"], 2);

        let told: Vec<_> = found.iter().map(|topic| (topic.name.as_str(), topic.count, topic.percentage)).collect();
        assert_eq!(told, [("nursing", 2, 66.7), ("schools", 1, 33.3)]);
        assert_eq!(topics([], 5), []);
    }
}
