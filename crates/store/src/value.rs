//! Values with limits, so that parsing a body is validating it, on both engines alike.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

/// A self-rating from 0 to 5.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Rating(f64);

/// A grade point average from 0 to 4.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Gpa(f64);

/// Text of at most `MAX` characters, none of them NUL, which PostgreSQL cannot store.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text<const MAX: usize>(String);

/// The value lies outside its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutOfBounds {
    /// A number.
    #[error("expected a number from 0 to {0}")]
    Number(u8),
    /// Too many characters.
    #[error("expected at most {0} characters")]
    Length(usize),
    /// U+0000.
    #[error("expected text without the character U+0000")]
    Nul,
}

fn within(value: f64, max: u8) -> Result<f64, OutOfBounds> {
    // Written so that NaN fails too.
    if (0.0..=f64::from(max)).contains(&value) { Ok(value) } else { Err(OutOfBounds::Number(max)) }
}

impl Rating {
    /// Checks the limits.
    pub fn new(value: f64) -> Result<Self, OutOfBounds> {
        within(value, 5).map(Self)
    }

    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl Gpa {
    /// Checks the limits.
    pub fn new(value: f64) -> Result<Self, OutOfBounds> {
        within(value, 4).map(Self)
    }

    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl<const MAX: usize> Text<MAX> {
    /// Checks length and characters.
    pub fn new(text: impl Into<String>) -> Result<Self, OutOfBounds> {
        let text = text.into();
        if text.contains('\0') {
            return Err(OutOfBounds::Nul);
        }
        // Bytes bound characters from above, so most texts need no counting.
        if text.len() > MAX && text.chars().count() > MAX { Err(OutOfBounds::Length(MAX)) } else { Ok(Self(text)) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<f64> for Rating {
    type Error = OutOfBounds;

    fn try_from(value: f64) -> Result<Self, OutOfBounds> {
        Self::new(value)
    }
}

impl From<Rating> for f64 {
    fn from(rating: Rating) -> Self {
        rating.0
    }
}

impl TryFrom<f64> for Gpa {
    type Error = OutOfBounds;

    fn try_from(value: f64) -> Result<Self, OutOfBounds> {
        Self::new(value)
    }
}

impl From<Gpa> for f64 {
    fn from(gpa: Gpa) -> Self {
        gpa.0
    }
}

impl<const MAX: usize> TryFrom<String> for Text<MAX> {
    type Error = OutOfBounds;

    fn try_from(text: String) -> Result<Self, OutOfBounds> {
        Self::new(text)
    }
}

impl<const MAX: usize> From<Text<MAX>> for String {
    fn from(text: Text<MAX>) -> Self {
        text.0
    }
}

impl<const MAX: usize> fmt::Display for Text<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A list in which an old row may hold NULL beside texts; those say nothing and are left out.
pub(crate) fn texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<String>>, D::Error> {
    let stored = Option::<Vec<Option<String>>>::deserialize(deserializer)?;
    Ok(stored.map(|list| list.into_iter().flatten().collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_outside_their_limits_are_refused() {
        for value in [-0.1, 5.1, f64::NAN, f64::INFINITY] {
            assert_eq!(Rating::new(value), Err(OutOfBounds::Number(5)), "{value}");
        }
        assert!(Rating::new(5.0).is_ok() && Gpa::new(4.0).is_ok());
        assert_eq!(Gpa::new(4.5), Err(OutOfBounds::Number(4)));
    }

    #[test]
    fn length_counts_characters_and_not_bytes() {
        assert!(Text::<3>::new("éèê").is_ok());
        assert_eq!(Text::<3>::new("abcd"), Err(OutOfBounds::Length(3)));
        assert_eq!(Text::<3>::new("a\0"), Err(OutOfBounds::Nul));
    }
}
