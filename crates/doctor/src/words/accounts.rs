//! Names of columns that belong to an account: the provider's id and the address.

use super::words;

/// What a column is called in which the provider's ids are kept, from 0 for no to 3 for surely.
pub fn names_subject(column: &str) -> i32 {
    let words = words(column);
    let has = |word: &str| words.iter().any(|it| it == word);
    let is = |name: &str| words.join("_") == name;
    let provider =
        ["clerk", "auth0", "cognito", "firebase", "okta", "supabase", "workos", "keycloak", "oidc", "idp", "sso"];
    // `clerk_org_id` and the like are the provider's ids of something else.
    let aside = [
        "org",
        "organization",
        "organisation",
        "session",
        "client",
        "token",
        "instance",
        "role",
        "invitation",
        "app",
        "tenant",
    ];
    if aside.iter().any(|word| has(word)) {
        return 0;
    }
    if provider.iter().any(|word| has(word))
        && (has("id") || has("uid") || has("sub") || has("subject") || words.len() == 1)
    {
        return 3;
    }
    if is("subject") || is("sub") || is("provider_uid") || is("provider_user_id") || is("auth_id") || is("auth_uid") {
        return 2;
    }
    let weak = [
        "external_id",
        "external_uid",
        "external_user_id",
        "external_auth_id",
        "provider_id",
        "uid",
        "identity_id",
        "login_id",
    ];
    i32::from(weak.iter().any(|name| is(name)))
}

/// Whether a column of this name holds e-mail addresses.
pub fn names_email(column: &str) -> bool {
    let words = words(column);
    let has = |word: &str| words.iter().any(|it| it == word);
    let aside =
        ["verified", "confirmed", "sent", "token", "at", "hash", "opt", "count", "notifications", "enabled", "type"];
    (has("email") || has("mail") || has("emailaddress") || has("courriel") || has("correo"))
        && !aside.iter().any(|it| has(it))
}
