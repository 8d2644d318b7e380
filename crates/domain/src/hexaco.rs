//! The six domains of the HEXACO personality model.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
    ser::SerializeMap,
};

/// A personality domain, in the order H E X A C O.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Domain {
    /// H.
    HonestyHumility,
    /// E.
    Emotionality,
    /// X.
    Extraversion,
    /// A.
    Agreeableness,
    /// C.
    Conscientiousness,
    /// O.
    Openness,
}

impl Domain {
    /// All six, in the order H E X A C O.
    pub const ALL: [Self; 6] = [
        Self::HonestyHumility,
        Self::Emotionality,
        Self::Extraversion,
        Self::Agreeableness,
        Self::Conscientiousness,
        Self::Openness,
    ];

    /// The name as we store it, such as `honesty_humility`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::HonestyHumility => "honesty_humility",
            Self::Emotionality => "emotionality",
            Self::Extraversion => "extraversion",
            Self::Agreeableness => "agreeableness",
            Self::Conscientiousness => "conscientiousness",
            Self::Openness => "openness",
        }
    }

    /// The domain that a stored key names: any case, with `_`, `-`, blanks or nothing between the words.
    /// `honesty` is `honesty_humility`.
    pub fn from_name(name: &str) -> Option<Self> {
        let is_joint = |char: &char| matches!(char, '_' | '-') || char.is_whitespace();
        let plain: String = name.chars().filter(|char| !is_joint(char)).map(|char| char.to_ascii_lowercase()).collect();
        match plain.as_str() {
            "honesty" | "honestyhumility" => Some(Self::HonestyHumility),
            _ => Self::ALL.into_iter().find(|domain| domain.as_str() == plain),
        }
    }
}

/// A value for some of the domains. As JSON a map of those that are stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PerDomain<T>([Option<T>; 6]);

impl<T: Copy> PerDomain<T> {
    /// The value of one domain.
    pub fn get(&self, domain: Domain) -> Option<T> {
        self.0[domain as usize]
    }

    /// States or replaces the value of one domain.
    pub fn set(&mut self, domain: Domain, value: T) {
        self.0[domain as usize] = Some(value);
    }

    /// Whether no domain is stated.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// The stated domains, in the order H E X A C O.
    pub fn iter(&self) -> impl Iterator<Item = (Domain, T)> {
        Domain::ALL.into_iter().filter_map(|domain| Some((domain, self.get(domain)?)))
    }
}

impl<T> Default for PerDomain<T> {
    fn default() -> Self {
        Self([const { None }; 6])
    }
}

impl<T: Copy> FromIterator<(Domain, T)> for PerDomain<T> {
    fn from_iter<I: IntoIterator<Item = (Domain, T)>>(values: I) -> Self {
        let mut all = Self::default();
        values.into_iter().for_each(|(domain, value)| all.set(domain, value));
        all
    }
}

impl<T: Copy + Serialize> Serialize for PerDomain<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (domain, value) in self.iter() {
            map.serialize_entry(&domain, &value)?;
        }
        map.end()
    }
}

impl<'de, T: Copy + Deserialize<'de>> Deserialize<'de> for PerDomain<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Stated<T>(std::marker::PhantomData<T>);

        impl<'de, T: Copy + Deserialize<'de>> Visitor<'de> for Stated<T> {
            type Value = PerDomain<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map from HEXACO domains to values")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut all = PerDomain::default();
                while let Some((domain, value)) = map.next_entry()? {
                    all.set(domain, value);
                }
                Ok(all)
            }
        }

        deserializer.deserialize_map(Stated(std::marker::PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_in_every_spelling_that_is_stored() {
        for name in ["honesty_humility", "Honesty-Humility", "HONESTY HUMILITY", "honestyHumility", "honesty"] {
            assert_eq!(Domain::from_name(name), Some(Domain::HonestyHumility), "{name:?}");
        }
        for domain in Domain::ALL {
            assert_eq!(Domain::from_name(domain.as_str()), Some(domain));
        }
        for name in ["", "humility", "sincerity", "opennes", "h"] {
            assert_eq!(Domain::from_name(name), None, "{name:?}");
        }
    }

    #[test]
    fn json_lists_the_stated_domains_in_order() {
        let stated = PerDomain::from_iter([(Domain::Openness, 2), (Domain::HonestyHumility, 1)]);

        let json = serde_json::to_string(&stated).unwrap();

        assert_eq!(json, r#"{"honesty_humility":1,"openness":2}"#);
        assert_eq!(serde_json::from_str::<PerDomain<i32>>(&json).unwrap(), stated);
    }
}
