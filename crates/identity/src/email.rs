//! How e-mail addresses are compared.

use std::fmt;

/// An address in the form in which addresses are compared: ASCII blanks trimmed,
/// ASCII letters in lower case, every other byte as it was.
///
/// Databases fold case differently, and look-alikes must not link, so nothing
/// beyond ASCII is folded. `Debug` hides the address: logs hold none.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailKey(String);

/// Bytes of an address, at most: what a mail server takes (RFC 5321, 4.5.3.1.3, without the brackets).
const LONGEST: usize = 254;

impl EmailKey {
    /// The key of `address`, or `None` for one that never matches: empty, too long for any mail to reach it
    /// (more than 254 bytes), or with a control character left after trimming.
    #[must_use]
    pub fn new(address: &str) -> Option<Self> {
        let trimmed = address.trim_matches(|letter: char| letter.is_ascii_whitespace());
        let usable = (1..=LONGEST).contains(&trimmed.len()) && !trimmed.chars().any(char::is_control);
        usable.then(|| Self(trimmed.to_ascii_lowercase()))
    }

    /// The text of the key; also what is stored for a new user.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether `address` has this key.
    #[must_use]
    pub fn matches(&self, address: &str) -> bool {
        Self::new(address).as_ref() == Some(self)
    }
}

impl fmt::Debug for EmailKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_ascii_is_folded() {
        let key = |text: &str| EmailKey::new(text).map(|key| key.0);
        assert_eq!(key(" Ada@Example.COM\t").as_deref(), Some("ada@example.com"));
        assert_eq!(key("ÀDA@example.com").as_deref(), Some("Àda@example.com"));
        // The Kelvin sign lower-cases to `k` in Unicode, and must not here.
        assert_ne!(key("\u{212a}@example.com"), key("k@example.com"));
        assert_ne!(key("ada\u{a0}@example.com"), key("ada@example.com"));
        assert_eq!(key("a\nda@example.com"), None);
        assert_eq!(key("ada@example.com\u{0}"), None);
        assert_eq!(key("ada\u{85}@example.com"), None);
        assert_eq!(key("  "), None);
    }

    #[test]
    fn an_address_that_no_mail_reaches_is_none() {
        let of = |bytes: usize| format!("{}@example.com", "a".repeat(bytes - "@example.com".len()));
        assert!(EmailKey::new(&of(254)).is_some());
        assert!(EmailKey::new(&format!("  {}  ", of(254))).is_some());
        assert_eq!(EmailKey::new(&of(255)), None);
        assert_eq!(EmailKey::new(&of(1_000_000)), None);
    }

    proptest! {
        #[test]
        fn a_key_is_its_own_key(address in ".*") {
            if let Some(key) = EmailKey::new(&address) {
                prop_assert!(key.matches(key.as_str()));
                prop_assert!(key.matches(&address));
            }
        }
    }
}
