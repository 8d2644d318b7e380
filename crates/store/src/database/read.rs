//! A row of either engine on its way into a type of ours.
//!
//! SQLite makes one JSON text of a row, because its columns have no types that could be relied upon. PostgreSQL tells its
//! columns one by one, as the few types that a statement casts them to, and serde is given them as JSON would have said them.

use std::{fmt::Display, ops::RangeInclusive};

use chrono::{DateTime, Datelike as _, NaiveDate, SecondsFormat};
use serde::{
    Deserializer, de,
    de::{DeserializeOwned, DeserializeSeed, MapAccess, Visitor, value::BorrowedStrDeserializer},
    forward_to_deserialize_any,
};
use sqlx::{
    Column as _, Decode, Postgres, Row as _, TypeInfo as _, ValueRef as _,
    error::BoxDynError,
    postgres::{PgRow, PgValueRef},
};

use super::JsonRow;

/// From the epoch of Unix to that of PostgreSQL, 2000-01-01.
const MICROSECONDS: i64 = 946_684_800_000_000;
const DAYS: i32 = 10_957;
/// Larger numbers are not written out in whole.
const WHOLE: f64 = 1e15;
/// Years that JSON can say in a way that others read.
const YEARS: RangeInclusive<i32> = 1..=9_999;

/// A row, and behind its columns its key as text.
#[derive(Debug)]
pub(crate) enum Row {
    Postgres(PgRow),
    Sqlite(JsonRow),
}

impl Row {
    /// The key.
    pub(crate) fn key(&self) -> Option<String> {
        match self {
            Self::Postgres(row) => row.try_get(row.len().checked_sub(1)?).ok()?,
            Self::Sqlite((_, key)) => key.clone(),
        }
    }

    /// The columns before the key, as the members of an object.
    pub(crate) fn parse<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        match self {
            Self::Postgres(row) => T::deserialize(Members { row, next: 0, end: row.len().saturating_sub(1) }),
            Self::Sqlite((json, _)) => serde_json::from_str(json),
        }
    }
}

struct Members<'r> {
    row: &'r PgRow,
    next: usize,
    end: usize,
}

impl<'de> Deserializer<'de> for Members<'de> {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_map(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> MapAccess<'de> for Members<'de> {
    type Error = serde_json::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Self::Error> {
        if self.next == self.end {
            return Ok(None);
        }
        seed.deserialize(BorrowedStrDeserializer::new(self.row.column(self.next).name())).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Self::Error> {
        let value = self.row.try_get_raw(self.next).map_err(error)?;
        self.next += 1;
        seed.deserialize(Cell::read(value).map_err(error)?)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.end - self.next)
    }
}

/// One value, as JSON would have it.
enum Cell<'de> {
    Null,
    Boolean(bool),
    Integer(i64),
    Number(f64),
    Text(&'de str),
    Time(String),
    Document(&'de str),
}

impl<'de> Cell<'de> {
    fn read(value: PgValueRef<'de>) -> Result<Self, BoxDynError> {
        if value.is_null() {
            return Ok(Self::Null);
        }
        let kind = value.type_info().into_owned();
        Ok(match kind.name() {
            "INT8" => Self::Integer(Decode::<Postgres>::decode(value)?),
            "TEXT" => Self::Text(Decode::<Postgres>::decode(value)?),
            "JSON" => Self::Document(<&str as Decode<Postgres>>::decode(value)?),
            "BOOL" => Self::Boolean(Decode::<Postgres>::decode(value)?),
            "FLOAT8" => Self::number(Decode::<Postgres>::decode(value)?),
            "TIMESTAMPTZ" => time(Decode::<Postgres>::decode(value)?).map_or(Self::Null, Self::Time),
            "DATE" => date(Decode::<Postgres>::decode(value)?).map_or(Self::Null, Self::Time),
            other => return Err(format!("a column has the type {other}").into()),
        })
    }

    /// Whole numbers are written without a point, and fit where whole numbers are expected. Infinities cannot be written.
    fn number(number: f64) -> Self {
        let is_whole = number.fract() == 0.0 && number.abs() < WHOLE && (number != 0.0 || number.is_sign_positive());
        #[expect(clippy::cast_possible_truncation, reason = "it is whole, and far from the ends")]
        match number {
            number if is_whole => Self::Integer(number as i64),
            number if number.is_finite() => Self::Number(number),
            _ => Self::Null,
        }
    }
}

impl<'de> Deserializer<'de> for Cell<'de> {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Boolean(is_true) => visitor.visit_bool(is_true),
            Self::Integer(number) => visitor.visit_i64(number),
            Self::Number(number) => visitor.visit_f64(number),
            Self::Text(text) => visitor.visit_borrowed_str(text),
            Self::Time(text) => visitor.visit_string(text),
            Self::Document(json) => serde_json::Deserializer::from_str(json).deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self {
            Self::Null => visitor.visit_none(),
            Self::Document(json) => serde_json::Deserializer::from_str(json).deserialize_option(visitor),
            something => visitor.visit_some(something),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        match self {
            Self::Text(text) => BorrowedStrDeserializer::new(text).deserialize_enum(name, variants, visitor),
            Self::Document(json) => serde_json::Deserializer::from_str(json).deserialize_enum(name, variants, visitor),
            other => other.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// Microseconds since PostgreSQL's epoch, where the year has four digits.
fn time(microseconds: i64) -> Option<String> {
    let time = DateTime::from_timestamp_micros(microseconds.checked_add(MICROSECONDS)?)?;
    YEARS.contains(&time.year()).then(|| time.to_rfc3339_opts(SecondsFormat::AutoSi, false))
}

/// Days since PostgreSQL's epoch, where the year has four digits.
fn date(days: i32) -> Option<String> {
    let date = NaiveDate::from_epoch_days(days.checked_add(DAYS)?)?;
    YEARS.contains(&date.year()).then(|| date.to_string())
}

fn error(source: impl Display) -> serde_json::Error {
    de::Error::custom(source)
}
