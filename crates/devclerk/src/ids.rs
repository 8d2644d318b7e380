//! Ids as Clerk writes them: a prefix, then 27 letters and digits.

use orientor_identity::ClerkUserId;
use uuid::Uuid;

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LENGTH: usize = 27;

/// A new random id: `prefix`, which ends in `_`, and 27 letters and digits.
pub(crate) fn new_id(prefix: &str) -> String {
    let (first, second) = (Uuid::new_v4(), Uuid::new_v4());
    let letters = first.as_bytes().iter().chain(second.as_bytes()).take(LENGTH);
    prefix.chars().chain(letters.map(|byte| char::from(ALPHABET[usize::from(*byte) % ALPHABET.len()]))).collect()
}

/// A new random user id.
#[expect(clippy::expect_used, reason = "the prefix and the alphabet are those of a Clerk user id")]
pub(crate) fn new_user_id() -> ClerkUserId {
    new_id("user_").parse().expect("a well-formed user id")
}

/// A new random trace id: 32 hex digits.
pub(crate) fn new_trace_id() -> String {
    Uuid::new_v4().simple().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_clerks_shape_and_differ() {
        let (one, two) = (new_id("sess_"), new_id("sess_"));

        assert_ne!(one, two);
        let suffix = one.strip_prefix("sess_").unwrap();
        assert_eq!(suffix.len(), 27);
        assert!(suffix.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{one}");
    }
}
