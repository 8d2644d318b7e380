//! Shares on 0..1, kept to nine digits so that equal means equal.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

const ONE: u32 = 1_000_000_000;

/// A number on 0..1, rounded to nine digits and kept as whole billionths.
///
/// Never NaN, so it compares and hashes. As JSON it is the number itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(u32);

impl Share {
    /// Clamps `value` to 0..1 and rounds it to nine digits; `None` if it is not finite.
    pub fn clamped(value: f64) -> Option<Self> {
        value.is_finite().then(|| Self(billionths(value.clamp(0.0, 1.0))))
    }

    /// The number, on 0..1: the `f64` nearest to the decimal fraction of at most nine digits.
    pub fn get(self) -> f64 {
        f64::from(self.0) / f64::from(ONE)
    }

    /// The number in whole billionths, at most 1,000,000,000.
    pub(crate) const fn units(self) -> u32 {
        self.0
    }

    /// The reverse of [`Share::units`]; `None` above 1,000,000,000.
    pub(crate) fn from_units(units: u32) -> Option<Self> {
        (units <= ONE).then_some(Self(units))
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.get())
    }
}

impl<'de> Deserialize<'de> for Share {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f64::deserialize(deserializer)?;
        if (0.0..=1.0).contains(&value) {
            Ok(Self(billionths(value)))
        } else {
            Err(D::Error::custom("expected a number from 0 to 1"))
        }
    }
}

/// `value` in whole billionths, ties away from zero. For values on 0..1, up to the error of a sum of them.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates; NaN gives 0")]
pub(crate) fn billionths(value: f64) -> u32 {
    (value * f64::from(ONE)).round() as u32
}

/// `value` rounded to the four digits that answers show.
pub(crate) fn to_four_digits(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_not_finite_is_no_share_and_the_rest_is_clamped() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(Share::clamped(value), None);
        }
        assert_eq!(Share::clamped(-0.0), Some(Share(0)));
        assert_eq!(Share::clamped(f64::MIN), Some(Share(0)));
        assert_eq!(Share::clamped(f64::MAX), Some(Share(ONE)));
        // 0.123456789|4 and 0.123456789|6.
        assert_eq!(Share::clamped(0.123_456_789_4), Some(Share(123_456_789)));
        assert_eq!(Share::clamped(0.123_456_789_6), Some(Share(123_456_790)));
    }

    #[test]
    fn a_stored_share_outside_0_to_1_is_refused() {
        for json in ["-0.000000001", "1.000000001", "1e300", "\"0.5\"", "null", "true"] {
            assert!(serde_json::from_str::<Share>(json).is_err(), "{json}");
        }
    }

    proptest! {
        #[test]
        fn rounding_twice_is_rounding_once(value in 0.0..=1.0) {
            let once = Share::clamped(value).unwrap();
            prop_assert_eq!(Share::clamped(once.get()), Some(once));
        }

        #[test]
        fn json_keeps_every_bit(units in 0..=ONE) {
            let json = serde_json::to_string(&Share(units)).unwrap();
            prop_assert_eq!(serde_json::from_str::<Share>(&json).unwrap(), Share(units));
        }
    }
}
