//! Numbers of a profile that cannot be out of range: parsing them is the check.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{self, Unexpected, Visitor},
};

/// Years of age.
pub type Age = Whole<0, 150>;
/// Year of study, from 1. Without an upper bound of its own: the column's is the only one that is known.
pub type StudyYear = Whole<1, { i32::MAX }>;
/// Years at work.
pub type YearsOfExperience = Whole<0, 150>;
/// Grade point average.
pub type Gpa = UpTo<4>;
/// One of the self-ratings.
pub type Rating = UpTo<5>;

/// The number is outside the range, which the message names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {kind} from {min} to {max}")]
pub struct OutOfRange {
    kind: &'static str,
    min: i32,
    max: i32,
}

/// A whole number from `MIN` to `MAX`, both included.
///
/// From JSON it takes `3` and `3.0`, and neither texts nor fractions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Whole<const MIN: i32, const MAX: i32>(i32);

impl<const MIN: i32, const MAX: i32> Whole<MIN, MAX> {
    const ERROR: OutOfRange = OutOfRange { kind: "a whole number", min: MIN, max: MAX };

    /// The number.
    pub const fn get(self) -> i32 {
        self.0
    }
}

impl<const MIN: i32, const MAX: i32> TryFrom<i64> for Whole<MIN, MAX> {
    type Error = OutOfRange;

    fn try_from(value: i64) -> Result<Self, OutOfRange> {
        let value = i32::try_from(value).ok().filter(|value| (MIN..=MAX).contains(value));
        value.map(Self).ok_or(Self::ERROR)
    }
}

impl<'de, const MIN: i32, const MAX: i32> Deserialize<'de> for Whole<MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InRange<const MIN: i32, const MAX: i32>;

        impl<const MIN: i32, const MAX: i32> Visitor<'_> for InRange<MIN, MAX> {
            type Value = Whole<MIN, MAX>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a whole number from {MIN} to {MAX}")
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Self::Value, E> {
                Whole::try_from(value).map_err(E::custom)
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Self::Value, E> {
                self.visit_i64(i64::try_from(value).unwrap_or(i64::MAX))
            }

            #[expect(clippy::cast_possible_truncation, reason = "a float cast saturates, and then it is out of range")]
            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Self::Value, E> {
                if value.fract() == 0.0 {
                    self.visit_i64(value as i64)
                } else {
                    Err(E::invalid_type(Unexpected::Float(value), &self))
                }
            }
        }

        deserializer.deserialize_any(InRange)
    }
}

/// A number from 0 to `MAX`, both included; never NaN.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct UpTo<const MAX: i32>(f64);

impl<const MAX: i32> UpTo<MAX> {
    const ERROR: OutOfRange = OutOfRange { kind: "a number", min: 0, max: MAX };

    /// The number.
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl<const MAX: i32> TryFrom<f64> for UpTo<MAX> {
    type Error = OutOfRange;

    fn try_from(value: f64) -> Result<Self, OutOfRange> {
        // Adding 0 makes -0 plain 0.
        if (0.0..=f64::from(MAX)).contains(&value) { Ok(Self(value + 0.0)) } else { Err(Self::ERROR) }
    }
}

impl<'de, const MAX: i32> Deserialize<'de> for UpTo<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InRange<const MAX: i32>;

        impl<const MAX: i32> Visitor<'_> for InRange<MAX> {
            type Value = UpTo<MAX>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a number from 0 to {MAX}")
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Self::Value, E> {
                UpTo::try_from(value).map_err(E::custom)
            }

            #[expect(clippy::cast_precision_loss, reason = "what is not exact is far out of range")]
            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Self::Value, E> {
                self.visit_f64(value as f64)
            }

            #[expect(clippy::cast_precision_loss, reason = "what is not exact is far out of range")]
            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Self::Value, E> {
                self.visit_f64(value as f64)
            }
        }

        deserializer.deserialize_any(InRange)
    }
}

#[cfg(test)]
mod tests {
    use serde::de::{IntoDeserializer, value::Error};

    use super::*;

    fn refusal<T: for<'de> Deserialize<'de> + fmt::Debug>(json: &str) -> String {
        let error = serde_json::from_str::<T>(json).unwrap_err().to_string();
        error.split(" at line").next().unwrap().to_owned()
    }

    #[test]
    fn numbers_in_range_are_kept_as_they_are() {
        for (json, age) in [("0", 0), ("150", 150), ("42.0", 42), ("-0.0", 0)] {
            assert_eq!(serde_json::from_str::<Age>(json).unwrap().get(), age, "{json}");
        }
        assert_eq!(serde_json::from_str::<StudyYear>("2024").unwrap().get(), 2024);
        for (json, gpa) in [("0", 0.0_f64), ("4", 4.0), ("3.7", 3.7), ("-0.0", 0.0)] {
            let parsed: Gpa = serde_json::from_str(json).unwrap();
            assert_eq!(parsed.get().to_bits(), gpa.to_bits(), "{json}");
        }
        assert_eq!(serde_json::to_string(&serde_json::from_str::<Rating>("4.5").unwrap()).unwrap(), "4.5");
    }

    #[test]
    fn a_refusal_names_the_range() {
        for json in ["-1", "151", "9223372036854775808", "1e300", "-1e300"] {
            assert_eq!(refusal::<Age>(json), "expected a whole number from 0 to 150", "{json}");
        }
        for json in ["0", "-5", "2147483648"] {
            assert_eq!(refusal::<StudyYear>(json), "expected a whole number from 1 to 2147483647", "{json}");
        }
        for json in ["-0.1", "4.000001", "5", "18446744073709551615"] {
            assert_eq!(refusal::<Gpa>(json), "expected a number from 0 to 4", "{json}");
        }
        for json in ["\"4\"", "true", "null", "[4]", "{}"] {
            assert!(refusal::<Rating>(json).ends_with("expected a number from 0 to 5"), "{json}");
            assert!(refusal::<Age>(json).ends_with("expected a whole number from 0 to 150"), "{json}");
        }
        assert!(refusal::<Age>("41.5").ends_with("expected a whole number from 0 to 150"));
    }

    #[test]
    fn what_is_not_finite_is_refused() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let of_float: Result<Rating, Error> = Rating::deserialize(value.into_deserializer());
            assert!(of_float.is_err(), "{value}");
            let of_float: Result<Age, Error> = Age::deserialize(value.into_deserializer());
            assert!(of_float.is_err(), "{value}");
            assert!(Gpa::try_from(value).is_err(), "{value}");
        }
    }
}
