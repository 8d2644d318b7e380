//! Ids, issuers and e-mail addresses.

use orientor_identity::{ClerkUserId, EmailKey, Issuer, UserRef};

/// The bytes are a text, or nothing.
pub(crate) fn run(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };

    let id = text.parse::<ClerkUserId>();
    assert_eq!(id.is_ok(), is_clerk_user_id(text));
    if let Ok(id) = &id {
        assert_eq!(id.as_str(), text);
    }

    let reference = text.parse::<UserRef>();
    let number = text.parse::<i64>().ok().filter(|number| *number >= 1 && number.to_string() == text);
    assert_eq!(reference.is_ok(), number.is_some() || id.is_ok());
    match reference {
        Ok(UserRef::Number(read)) => assert_eq!(Some(read.get()), number),
        Ok(UserRef::Clerk(read)) => assert_eq!(Ok(read), id),
        Err(_) => {}
    }

    if let Ok(issuer) = text.parse::<Issuer>() {
        assert_eq!(issuer.as_str().parse::<Issuer>().as_ref(), Ok(&issuer));
    }

    if let Some(key) = EmailKey::new(text) {
        assert!(!key.as_str().chars().any(char::is_control));
        assert!(!key.as_str().bytes().any(|byte| byte.is_ascii_uppercase()));
        assert!(key.matches(text));
        assert_eq!(EmailKey::new(key.as_str()).as_ref(), Some(&key));
    }
}

/// `user_`, then 1 to 64 letters and digits.
fn is_clerk_user_id(text: &str) -> bool {
    text.strip_prefix("user_")
        .is_some_and(|rest| (1..=64).contains(&rest.len()) && rest.chars().all(|char| char.is_ascii_alphanumeric()))
}
