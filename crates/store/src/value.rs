//! Values with limits, so that parsing a body is validating it, on both engines alike.

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{KnownFormat, ObjectBuilder, RefOr, Schema, SchemaFormat, Type, schema::SchemaType},
};

/// A number from `MIN` to `MAX`.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Bounded<const MIN: i64, const MAX: i64>(f64);

/// A self-rating from 0 to 5.
pub type Rating = Bounded<0, 5>;
/// A grade point average from 0 to 4.
pub type Gpa = Bounded<0, 4>;
/// A part of a whole, from 0 to 1.
pub type Fraction = Bounded<0, 1>;
/// A part of a whole in percent.
pub type Percent = Bounded<0, 100>;

/// A whole number from `MIN` to `MAX`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Whole<const MIN: i64, const MAX: i64>(i64);

/// Text of at most `MAX` characters, none of them NUL, which PostgreSQL cannot store.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text<const MAX: usize>(String);

/// The same, and not only of spaces.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Words<const MAX: usize>(Text<MAX>);

/// A UUID in its usual form, in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Uuid(String);

/// A colour as the web writes it, `#336699`, in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour(String);

/// A JSON document that is not `null` and holds no NUL, which PostgreSQL cannot store.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value", into = "Value")]
pub struct Json(Value);

/// The value lies outside its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutOfBounds {
    /// A number.
    #[error("expected a number from {0} to {1}")]
    Number(i64, i64),
    /// Too many characters.
    #[error("expected at most {0} characters")]
    Length(usize),
    /// U+0000.
    #[error("expected text without the character U+0000")]
    Nul,
    /// Nothing to read.
    #[error("expected text that is not empty")]
    Empty,
    /// `null`.
    #[error("expected a value, not null")]
    Null,
    /// Something else than `#` and six hexadecimal digits.
    #[error("expected a colour such as #336699")]
    Colour,
    /// Something else than 32 hexadecimal digits in five groups.
    #[error("expected a UUID such as 6f9619ff-8b86-4d01-b42d-00cf4fc964ff")]
    Uuid,
}

impl<const MIN: i64, const MAX: i64> Bounded<MIN, MAX> {
    /// Checks the limits.
    #[expect(clippy::cast_precision_loss, reason = "limits are small")]
    pub fn new(value: f64) -> Result<Self, OutOfBounds> {
        // Written so that NaN fails too.
        if (MIN as f64..=MAX as f64).contains(&value) { Ok(Self(value)) } else { Err(OutOfBounds::Number(MIN, MAX)) }
    }

    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl<const MIN: i64, const MAX: i64> Whole<MIN, MAX> {
    /// Checks the limits.
    pub fn new(value: i64) -> Result<Self, OutOfBounds> {
        if (MIN..=MAX).contains(&value) { Ok(Self(value)) } else { Err(OutOfBounds::Number(MIN, MAX)) }
    }

    /// The number.
    pub fn get(self) -> i64 {
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

impl<const MAX: usize> Words<MAX> {
    /// Checks length and characters.
    pub fn new(text: impl Into<String>) -> Result<Self, OutOfBounds> {
        let text = Text::new(text)?;
        if text.as_str().trim().is_empty() { Err(OutOfBounds::Empty) } else { Ok(Self(text)) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl Json {
    /// Checks that there is something, without NUL.
    pub fn new(value: Value) -> Result<Self, OutOfBounds> {
        fn has_nul(value: &Value) -> bool {
            match value {
                Value::String(text) => text.contains('\0'),
                Value::Array(items) => items.iter().any(has_nul),
                Value::Object(members) => members.iter().any(|(name, value)| name.contains('\0') || has_nul(value)),
                Value::Null | Value::Bool(_) | Value::Number(_) => false,
            }
        }
        match value {
            Value::Null => Err(OutOfBounds::Null),
            value if has_nul(&value) => Err(OutOfBounds::Nul),
            value => Ok(Self(value)),
        }
    }

    /// The document.
    pub fn get(&self) -> &Value {
        &self.0
    }
}

impl Colour {
    /// Checks the form.
    pub fn new(text: impl Into<String>) -> Result<Self, OutOfBounds> {
        let text = text.into().to_ascii_lowercase();
        let digits = text.strip_prefix('#').unwrap_or_default();
        let fits = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if fits { Ok(Self(text)) } else { Err(OutOfBounds::Colour) }
    }
}

impl TryFrom<String> for Colour {
    type Error = OutOfBounds;

    fn try_from(text: String) -> Result<Self, OutOfBounds> {
        Self::new(text)
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.0
    }
}

impl TryFrom<Value> for Json {
    type Error = OutOfBounds;

    fn try_from(value: Value) -> Result<Self, OutOfBounds> {
        Self::new(value)
    }
}

impl From<Json> for Value {
    fn from(json: Json) -> Self {
        json.0
    }
}

impl Uuid {
    /// Checks the form.
    pub fn new(text: impl Into<String>) -> Result<Self, OutOfBounds> {
        let text = text.into().to_ascii_lowercase();
        let fits = |(at, byte): (usize, u8)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        };
        if text.len() == 36 && text.bytes().enumerate().all(fits) { Ok(Self(text)) } else { Err(OutOfBounds::Uuid) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Uuid {
    type Error = OutOfBounds;

    fn try_from(text: String) -> Result<Self, OutOfBounds> {
        Self::new(text)
    }
}

impl From<Uuid> for String {
    fn from(uuid: Uuid) -> Self {
        uuid.0
    }
}

impl<const MIN: i64, const MAX: i64> TryFrom<f64> for Bounded<MIN, MAX> {
    type Error = OutOfBounds;

    fn try_from(value: f64) -> Result<Self, OutOfBounds> {
        Self::new(value)
    }
}

impl<const MIN: i64, const MAX: i64> From<Bounded<MIN, MAX>> for f64 {
    fn from(number: Bounded<MIN, MAX>) -> Self {
        number.0
    }
}

impl<const MIN: i64, const MAX: i64> TryFrom<i64> for Whole<MIN, MAX> {
    type Error = OutOfBounds;

    fn try_from(value: i64) -> Result<Self, OutOfBounds> {
        Self::new(value)
    }
}

impl<const MIN: i64, const MAX: i64> From<Whole<MIN, MAX>> for i64 {
    fn from(number: Whole<MIN, MAX>) -> Self {
        number.0
    }
}

impl<const MAX: usize> TryFrom<String> for Words<MAX> {
    type Error = OutOfBounds;

    fn try_from(text: String) -> Result<Self, OutOfBounds> {
        Self::new(text)
    }
}

impl<const MAX: usize> From<Words<MAX>> for String {
    fn from(words: Words<MAX>) -> Self {
        words.0.0
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

impl<const MIN: i64, const MAX: i64> PartialSchema for Bounded<MIN, MAX> {
    fn schema() -> RefOr<Schema> {
        number(Type::Number, MIN, MAX)
    }
}

impl<const MIN: i64, const MAX: i64> PartialSchema for Whole<MIN, MAX> {
    fn schema() -> RefOr<Schema> {
        number(Type::Integer, MIN, MAX)
    }
}

impl<const MAX: usize> PartialSchema for Text<MAX> {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::String).max_length(Some(MAX)).build().into()
    }
}

impl<const MAX: usize> PartialSchema for Words<MAX> {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).max_length(Some(MAX)).build().into()
    }
}

impl PartialSchema for Uuid {
    fn schema() -> RefOr<Schema> {
        let format = SchemaFormat::KnownFormat(KnownFormat::Uuid);
        ObjectBuilder::new().schema_type(Type::String).format(Some(format)).build().into()
    }
}

impl PartialSchema for Colour {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::String).pattern(Some("^#[0-9A-Fa-f]{6}$")).build().into()
    }
}

impl PartialSchema for Json {
    fn schema() -> RefOr<Schema> {
        let something = [Type::Object, Type::Array, Type::String, Type::Number, Type::Boolean];
        ObjectBuilder::new().schema_type(SchemaType::from_iter(something)).build().into()
    }
}

impl ToSchema for Colour {}
impl ToSchema for Uuid {}
impl ToSchema for Json {}
// Each limit is a schema of its own, so that one is not described with the limits of another.
impl<const MIN: i64, const MAX: i64> ToSchema for Bounded<MIN, MAX> {
    fn name() -> Cow<'static, str> {
        format!("Number{MIN}To{MAX}").into()
    }
}

impl<const MIN: i64, const MAX: i64> ToSchema for Whole<MIN, MAX> {
    fn name() -> Cow<'static, str> {
        format!("Whole{MIN}To{MAX}").into()
    }
}

impl<const MAX: usize> ToSchema for Text<MAX> {
    fn name() -> Cow<'static, str> {
        format!("Text{MAX}").into()
    }
}

impl<const MAX: usize> ToSchema for Words<MAX> {
    fn name() -> Cow<'static, str> {
        format!("Words{MAX}").into()
    }
}

fn number(kind: Type, min: i64, max: i64) -> RefOr<Schema> {
    ObjectBuilder::new().schema_type(kind).minimum(Some(min)).maximum(Some(max)).build().into()
}

/// A value for which an old row may hold NULL, although it says no more than the usual value.
pub(crate) fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
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
            assert_eq!(Rating::new(value), Err(OutOfBounds::Number(0, 5)), "{value}");
        }
        assert!(Rating::new(5.0).is_ok() && Gpa::new(4.0).is_ok());
        assert_eq!(Gpa::new(4.5), Err(OutOfBounds::Number(0, 4)));
    }

    #[test]
    fn length_counts_characters_and_not_bytes() {
        assert!(Text::<3>::new("éèê").is_ok());
        assert_eq!(Text::<3>::new("abcd"), Err(OutOfBounds::Length(3)));
        assert_eq!(Text::<3>::new("a\0"), Err(OutOfBounds::Nul));
        assert_eq!(Words::<3>::new(" \t"), Err(OutOfBounds::Empty));
    }
}
