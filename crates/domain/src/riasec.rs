//! The six interest types of Holland.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// An interest type, in Holland's order R I A S E C.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Letter {
    /// R: works with things.
    Realistic,
    /// I: works with ideas.
    Investigative,
    /// A: works with forms.
    Artistic,
    /// S: works with people.
    Social,
    /// E: leads people.
    Enterprising,
    /// C: works with order.
    Conventional,
}

impl Letter {
    /// All six, in the order R I A S E C.
    pub const ALL: [Self; 6] =
        [Self::Realistic, Self::Investigative, Self::Artistic, Self::Social, Self::Enterprising, Self::Conventional];

    /// The capital letter.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Realistic => "R",
            Self::Investigative => "I",
            Self::Artistic => "A",
            Self::Social => "S",
            Self::Enterprising => "E",
            Self::Conventional => "C",
        }
    }

    /// The type that one character stands for, in either case.
    pub const fn from_char(letter: char) -> Option<Self> {
        match letter.to_ascii_uppercase() {
            'R' => Some(Self::Realistic),
            'I' => Some(Self::Investigative),
            'A' => Some(Self::Artistic),
            'S' => Some(Self::Social),
            'E' => Some(Self::Enterprising),
            'C' => Some(Self::Conventional),
            _ => None,
        }
    }

    /// The type that a letter or a name stands for, by its first character after white space.
    ///
    /// The first letters are the same in English and French, so names of both count: `realistic`, `Réaliste`.
    pub fn from_name(name: &str) -> Option<Self> {
        name.trim_start().chars().next().and_then(Self::from_char)
    }
}

/// A set of interest types, in six bits.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LetterSet(u8);

impl LetterSet {
    /// The bits: R is the lowest, C the sixth.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// How many there are.
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether `letter` is among them.
    pub const fn contains(self, letter: Letter) -> bool {
        self.0 & (1 << letter as u8) != 0
    }

    /// Those in both.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Those in either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The letters, in the order R I A S E C.
    pub fn iter(self) -> impl Iterator<Item = Letter> {
        Letter::ALL.into_iter().filter(move |letter| self.contains(*letter))
    }

    /// Reads a code such as `RIA`: letters in any case, doubles counted once.
    ///
    /// `None` if it is empty or anything else is in it.
    pub fn from_code(code: &str) -> Option<Self> {
        let letters: Option<Self> = code.trim().chars().map(Letter::from_char).collect();
        letters.filter(|letters| !letters.is_empty())
    }

    /// The up to three letters with the highest scores above 0; ties in the order R I A S E C.
    ///
    /// * `scores`, in the order R I A S E C; what is not finite counts as missing.
    pub fn strongest(scores: [Option<f64>; 6]) -> Self {
        let mut ranked: Vec<(f64, Letter)> = (scores.into_iter().zip(Letter::ALL))
            .filter_map(|(score, letter)| Some((score?, letter)))
            .filter(|(score, _)| score.is_finite() && *score > 0.0)
            .collect();
        // The sort is stable, which keeps ties in order.
        ranked.sort_by(|(left, _), (right, _)| right.total_cmp(left));
        ranked.into_iter().take(3).map(|(_, letter)| letter).collect()
    }
}

/// The three letters with the highest scores, the highest first; ties in the order R I A S E C.
///
/// * `scores`, in the order R I A S E C.
pub fn top_three(scores: [i64; 6]) -> [Letter; 3] {
    let mut ranked = Letter::ALL;
    // The sort is stable, which keeps ties in order.
    ranked.sort_by_key(|letter| std::cmp::Reverse(scores[*letter as usize]));
    let [first, second, third, ..] = ranked;
    [first, second, third]
}

impl FromIterator<Letter> for LetterSet {
    fn from_iter<I: IntoIterator<Item = Letter>>(letters: I) -> Self {
        Self(letters.into_iter().fold(0, |bits, letter| bits | 1 << letter as u8))
    }
}

/// The letters in the order R I A S E C, such as `RAS`.
impl fmt::Display for LetterSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().try_for_each(|letter| f.write_str(letter.as_str()))
    }
}

impl fmt::Debug for LetterSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LetterSet({self})")
    }
}

impl Serialize for LetterSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for LetterSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        if code.is_empty() {
            return Ok(Self::default());
        }
        Self::from_code(&code).ok_or_else(|| D::Error::custom("expected some of the letters R, I, A, S, E and C"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strongest(scores: [f64; 6]) -> String {
        LetterSet::strongest(scores.map(Some)).to_string()
    }

    #[test]
    fn the_top_three_go_by_score_and_then_by_order() {
        let code = |scores| top_three(scores).map(Letter::as_str).concat();

        assert_eq!(code([0, 0, 0, 0, 0, 0]), "RIA");
        assert_eq!(code([1, 2, 3, 4, 5, 6]), "CES");
        assert_eq!(code([5, 7, 5, 9, 5, -1]), "SIR");
    }

    #[test]
    fn names_count_by_their_first_letter_in_any_case_and_language() {
        for (name, letter) in [
            ("S", Letter::Social),
            ("s", Letter::Social),
            (" artistic ", Letter::Artistic),
            ("ENTERPRISING", Letter::Enterprising),
            ("Réaliste", Letter::Realistic),
            ("conventionnel", Letter::Conventional),
        ] {
            assert_eq!(Letter::from_name(name), Some(letter), "{name:?}");
        }
        for name in ["", "  ", "X", "1", "ſocial", "É"] {
            assert_eq!(Letter::from_name(name), None, "{name:?}");
        }
    }

    #[test]
    fn codes_hold_nothing_but_letters() {
        assert_eq!(LetterSet::from_code(" sRs").unwrap().to_string(), "RS");
        for code in ["", " ", "R-I", "RIB", "[R]"] {
            assert_eq!(LetterSet::from_code(code), None, "{code:?}");
        }
    }

    #[test]
    fn the_strongest_three_lie_above_zero_and_ties_go_by_the_order_of_letters() {
        assert_eq!(strongest([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), "SEC");
        assert_eq!(strongest([5.0, 5.0, 5.0, 5.0, 5.0, 9.0]), "RIC");
        assert_eq!(strongest([0.0, -1.0, 0.0, 2.0, 0.0, 0.0]), "S");
        assert_eq!(strongest([0.0; 6]), "");
        assert_eq!(strongest([f64::NAN, f64::INFINITY, 1.0, f64::NEG_INFINITY, -0.0, 1e308]), "AC");
        assert_eq!(LetterSet::strongest([None; 6]), LetterSet::default());
    }
}
