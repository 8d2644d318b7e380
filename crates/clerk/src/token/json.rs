//! JSON as tokens use it, read without leniency.
//!
//! An object with a repeated member means one thing to one reader and another
//! to the next, so it is refused at every depth. Numbers are kept only if they
//! are whole and exact in every reader.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};

/// First number that a reader with double precision may confuse with its neighbour.
const INEXACT: u64 = 1 << 53;

/// A JSON value, as far as claims need it.
#[derive(Debug)]
pub(crate) enum Value<'t> {
    Null,
    Bool(bool),
    /// Whole, not negative, below 2^53; also when written as `1.0` or `1e3`.
    Integer(u64),
    Text(Cow<'t, str>),
    Object(Object<'t>),
    /// Another number, or an array. Checked, then dropped.
    Other,
}

impl Value<'_> {
    pub(crate) fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(crate) fn as_integer(&self) -> Option<u64> {
        if let Self::Integer(number) = self { Some(*number) } else { None }
    }
}

/// A JSON object without repeated members.
///
/// Tokens have about fifteen, so looking at each is faster than sorting or hashing them.
#[derive(Debug)]
pub(crate) struct Object<'t>(Vec<(Cow<'t, str>, Value<'t>)>);

/// Up to how many members every pair is compared; beyond, they are sorted first.
const FEW: usize = 32;

impl<'t> Object<'t> {
    /// Reads a text that must be one object and nothing else but white space.
    /// Nesting deeper than 127 levels is refused.
    pub(crate) fn parse(text: &'t str) -> Option<Self> {
        match serde_json::from_str(text) {
            Ok(Value::Object(object)) => Some(object),
            _ => None,
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Value<'t>> {
        self.0.iter().find(|(member, _)| is_same(member, name)).map(|(_, value)| value)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    fn has_repeated_member(&self) -> bool {
        if self.0.len() <= FEW {
            let is_earlier = |(at, (name, _)): (usize, &(Cow<'t, str>, _))| {
                self.0[..at].iter().any(|(earlier, _)| is_same(earlier, name))
            };
            return self.0.iter().enumerate().any(is_earlier);
        }
        let mut names: Vec<&str> = self.0.iter().map(|(name, _)| name.as_ref()).collect();
        names.sort_unstable();
        names.array_windows().any(|[a, b]| a == b)
    }
}

/// Whether two names are the same. Most claims have names of three letters that differ in the
/// last, and a look at that is cheaper than a call that compares all.
fn is_same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.as_bytes().last() == b.as_bytes().last() && a == b
}

impl<'de> Deserialize<'de> for Value<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON without repeated members")
    }

    fn visit_unit<E: Error>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value<'de>, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value<'de>, E> {
        Ok(if value < INEXACT { Value::Integer(value) } else { Value::Other })
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value<'de>, E> {
        u64::try_from(value).map_or(Ok(Value::Other), |value| self.visit_u64(value))
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "the value is checked to be whole, not negative and below 2^53, where every cast is exact"
    )]
    fn visit_f64<E: Error>(self, value: f64) -> Result<Value<'de>, E> {
        let exact = value.is_sign_positive() && value < INEXACT as f64 && value.fract() == 0.0;
        Ok(if exact { Value::Integer(value as u64) } else { Value::Other })
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value<'de>, A::Error> {
        while items.next_element::<Value<'de>>()?.is_some() {}
        Ok(Value::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value<'de>, A::Error> {
        let mut members = Vec::with_capacity(16);
        while let Some((Name(name), value)) = map.next_entry()? {
            members.push((name, value));
        }
        let object = Object(members);
        if object.has_repeated_member() {
            return Err(A::Error::custom("a member is repeated"));
        }
        Ok(Value::Object(object))
    }
}

/// A member name; borrowed unless it is written with escapes.
struct Name<'t>(Cow<'t, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;

        impl<'de> Visitor<'de> for NameVisitor {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a member name")
            }

            fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Borrowed(name)))
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(name.to_owned())))
            }
        }

        deserializer.deserialize_str(NameVisitor)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_kept_only_if_every_reader_agrees_on_them() {
        for (text, expected) in [
            ("0", Some(0)),
            ("9007199254740991", Some(9_007_199_254_740_991)),
            ("1.0", Some(1)),
            ("1e3", Some(1000)),
            ("9007199254740992", None),
            ("18446744073709551615", None),
            ("1e308", None),
            ("-1", None),
            ("-0", None),
            ("-0.0", None),
            ("1.5", None),
            ("100000000000000000000000", None),
        ] {
            let json = format!("{{\"n\":{text}}}");
            let object = Object::parse(&json).unwrap();
            assert_eq!(object.get("n").unwrap().as_integer(), expected, "{text}");
        }
        assert!(Object::parse("{\"n\":1e400}").is_none());
    }

    #[test]
    fn repeated_members_are_refused_at_every_depth_and_in_every_spelling() {
        for json in [
            r#"{"a":1,"a":1}"#,
            r#"{"a":1,"b":2,"a":3}"#,
            r#"{"sub":1,"\u0073ub":1}"#,
            r#"{"a":{"b":1,"b":2}}"#,
            r#"{"a":[[{"b":1,"b":2}]]}"#,
        ] {
            assert!(Object::parse(json).is_none(), "{json}");
        }
        let many = |count: usize, extra: &str| {
            let members: Vec<_> = (0..count).map(|n| format!("\"m{n}\":1")).collect();
            Object::parse(&format!("{{{}{extra}}}", members.join(","))).is_some()
        };
        for count in [FEW - 1, FEW, FEW + 1, 2_000] {
            assert!(many(count, ""), "{count}");
            assert!(!many(count, ",\"m7\":1"), "{count}");
        }
        assert!(Object::parse(r#"{"a":{"a":{"a":1}},"b":{"a":1}}"#).is_some());
    }

    #[test]
    fn only_one_object_counts() {
        for json in
            ["", "null", "[]", "1", "\"{}\"", "{}{}", "{} x", "\u{feff}{}", "{", "{'a':1}", "{a:1}", "{\"a\":1,}"]
        {
            assert!(Object::parse(json).is_none(), "{json:?}");
        }
        assert!(Object::parse(" \n{ } \t").is_some());
    }

    #[test]
    fn nesting_is_limited() {
        let nested = |depth: usize| format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
        assert!(Object::parse(&nested(100)).is_some());
        assert!(Object::parse(&nested(5_000)).is_none());
    }

    proptest! {
        #[test]
        fn what_another_reader_finds_is_found_here(members in prop::collection::btree_map(".{0,8}", 0u64..INEXACT, 0..20)) {
            let json = serde_json::to_string(&members).unwrap();
            let object = Object::parse(&json).unwrap();
            for (name, number) in &members {
                prop_assert_eq!(object.get(name).and_then(Value::as_integer), Some(*number));
            }
            prop_assert!(!object.has("no such member"));
        }
    }
}
