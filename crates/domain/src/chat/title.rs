//! Short texts made of long ones.

/// Words of a title that is taken from a message.
const TITLE_WORDS: usize = 6;
/// Longest title, in characters, which the column sets.
const TITLE_LENGTH: usize = 255;
/// What follows a text that goes on.
const MORE: &str = "...";

/// A title made of the beginning of a message: its first six words, and three dots if there are more.
///
/// * Returns at most 255 characters, and nothing only if the message is blank.
pub fn title_of(message: &str) -> String {
    let mut words = message.split_whitespace();
    let first = words.by_ref().take(TITLE_WORDS).collect::<Vec<_>>().join(" ");
    let fits = first.chars().count() <= TITLE_LENGTH - MORE.len();
    match (words.next(), fits) {
        (None, true) => first,
        (Some(_), true) => first + MORE,
        (_, false) => first.chars().take(TITLE_LENGTH - MORE.len()).collect::<String>() + MORE,
    }
}

/// The part of a text around the first place where `word` occurs, whatever the case of its letters.
///
/// * `length` counts characters, without the dots that stand where something was left out.
pub fn excerpt(text: &str, word: &str, length: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    let same = |a: &char, b: &char| a == b || a.to_lowercase().eq(b.to_lowercase());
    let word: Vec<char> = word.chars().collect();
    let is_here = |at: &usize| letters[*at..].iter().zip(&word).filter(|(a, b)| same(a, b)).count() == word.len();
    let found = (0..letters.len().saturating_sub(word.len().saturating_sub(1))).find(is_here).unwrap_or_default();
    let start = (found + word.len() / 2).saturating_sub(length / 2).min(letters.len().saturating_sub(length));
    let end = (start + length).min(letters.len());
    let part: String = letters[start..end].iter().collect();
    let dots = |cut: bool| if cut { MORE } else { "" };
    format!("{}{}{}", dots(start > 0), part, dots(end < letters.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_the_first_six_words() {
        for (message, title) in [
            ("How do I become a nurse?", "How do I become a nurse?"),
            ("How do I become a good nurse?", "How do I become a good..."),
            ("  two\n\n words ", "two words"),
            (" ", ""),
        ] {
            assert_eq!(title_of(message), title, "{message:?}");
        }
    }

    #[test]
    fn a_title_fits_its_column() {
        for length in [251, 252, 253, 10_000] {
            let title = title_of(&"é".repeat(length));
            assert!(title.chars().count() <= 255, "{length}");
            assert_eq!(title.ends_with("..."), length > 252, "{length}");
        }
    }

    #[test]
    fn an_excerpt_shows_where_the_word_is() {
        assert_eq!(excerpt("short", "HOR", 20), "short");
        assert_eq!(excerpt("a b c d needle e f g h", "NEEDLE", 10), "...d needle e...");
        assert_eq!(excerpt("élan of a long text", "Élan", 6), "élan o...");
        assert_eq!(excerpt("nothing like it here", "zebra", 7), "nothing...");
        assert_eq!(excerpt("", "x", 5), "");
    }
}
