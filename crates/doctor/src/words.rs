//! What names mean: how identifiers are cut into words, and which words mean a user.

mod accounts;

pub use accounts::{names_email, names_subject};

/// The words of an identifier in lower case: `AuthorUserID`, `author-user.id` and `author_user_id` are alike.
pub fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut previous: Option<char> = None;
    let mut characters = name.chars().peekable();
    while let Some(character) = characters.next() {
        let next_is_lower = characters.peek().is_some_and(|next| next.is_lowercase());
        let begins = character.is_uppercase()
            && previous.is_some_and(|previous| {
                previous.is_lowercase() || previous.is_numeric() || (previous.is_uppercase() && next_is_lower)
            });
        if (begins || !character.is_alphanumeric()) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if character.is_alphanumeric() {
            word.extend(character.to_lowercase());
        }
        previous = Some(character);
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// The same words, joined by `_`.
pub fn snake(name: &str) -> String {
    words(name).join("_")
}

/// One of what the word names many of; the word itself if it is no plural.
pub fn singular(word: &str) -> String {
    match word {
        "people" => return "person".to_owned(),
        "personnes" => return "personne".to_owned(),
        "children" => return "child".to_owned(),
        _ => {}
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    for (ending, kept) in [("sses", 2), ("shes", 2), ("ches", 2), ("xes", 1), ("zes", 1)] {
        if word.ends_with(ending) {
            return word[..word.len() - ending.len() + kept].to_owned();
        }
    }
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
        _ => word.to_owned(),
    }
}

/// The words of a table's name, the last one as a singular: `auth_users` is `auth_user`.
pub fn singular_name(name: &str) -> String {
    let mut words = words(name);
    if let Some(last) = words.last_mut() {
        *last = singular(last);
    }
    words.join("_")
}

/// What tables of users are called, one of them.
const PEOPLE: &[&str] = &[
    "user",
    "account",
    "member",
    "person",
    "customer",
    "client",
    "student",
    "learner",
    "employee",
    "participant",
    "subscriber",
    "utilisateur",
    "personne",
    "membre",
    "usuario",
    "benutzer",
    "nutzer",
    "login",
];

/// Whether a table of this name could be one of users, and how strongly: 0 not at all, 5 for `users`.
pub fn names_people(table: &str) -> i32 {
    let words = words(table);
    let Some(last) = words.last().map(|word| singular(word)) else { return 0 };
    let plain = words.len() == 1 || words.iter().rev().skip(1).all(|word| PREFIXES.contains(&word.as_str()));
    match (last.as_str(), plain) {
        ("user", true) => 5,
        (word, true) if PEOPLE.contains(&word) => 4,
        ("user", false) => 2,
        (word, false) if PEOPLE.contains(&word) => 1,
        _ => 0,
    }
}

/// Words before `users` that do not make it something else.
const PREFIXES: &[&str] =
    &["app", "auth", "tbl", "t", "tb", "core", "public", "site", "my", "the", "all", "base", "dim"];

/// What a column's name says about users.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suggests {
    /// Its row belongs to the user.
    Owner,
    /// The user has done something to its row.
    Actor,
    /// Some user, such as `sender_id`.
    User,
    /// Perhaps a user: the name is used for other things too.
    Perhaps,
}

/// What the name of a column suggests, where the users table is called `person` (a singular).
pub fn suggests(column: &str, person: &str) -> Option<Suggests> {
    let words = words(column);
    let name = words.join("_");
    let bare = name.strip_prefix("fk_").or_else(|| name.strip_prefix("id_")).unwrap_or(&name);
    let bare = ["_id", "_uid", "_ref", "_fk", "_key", "_no", "_pk"]
        .iter()
        .find_map(|end| bare.strip_suffix(end))
        .unwrap_or(bare);
    let is_id = bare != name;
    let person_last = person.rsplit('_').next().unwrap_or(person);
    if [person, person_last, "user", "owner", "userid", "ownerid"].contains(&bare) || bare == format!("{person_last}id")
    {
        return Some(Suggests::Owner);
    }
    if let Some(done) = words.iter().position(|word| word == "by") {
        let verb = done.checked_sub(1).map(|at| words[at].as_str());
        let ends = ["id", "uid", "ref", "fk", "key", "no", "pk", "user", person_last];
        // `created_by_app_id` is done by no user.
        if !words[done + 1..].iter().all(|word| ends.contains(&word.as_str())) {
            return None;
        }
        return match verb {
            None => None,
            Some(verb) if NOT_DONE_BY.contains(&verb) => None,
            Some("shared" | "owned") => Some(Suggests::User),
            Some(_) => Some(Suggests::Actor),
        };
    }
    if ["assigned_to", "shared_with", "assigned_to_user"].contains(&bare) {
        return Some(Suggests::Actor);
    }
    if bare == "uid" {
        return Some(Suggests::Perhaps);
    }
    let last = bare.rsplit('_').next().unwrap_or(bare);
    if is_id && [person_last, "user", "users"].contains(&last) {
        let foreign = bare.split('_').any(|word| ELSEWHERE.contains(&word));
        return Some(if foreign { Suggests::Perhaps } else { Suggests::User });
    }
    if !is_id {
        return None;
    }
    if WORKERS.contains(&last) {
        return Some(Suggests::Actor);
    }
    if ROLES.contains(&last) {
        return Some(Suggests::User);
    }
    (PERHAPS.contains(&last) || PEOPLE.contains(&last)).then_some(Suggests::Perhaps)
}

/// `sort_by` and the like are not done by anybody.
const NOT_DONE_BY: &[&str] = &[
    "sort",
    "sorted",
    "order",
    "ordered",
    "group",
    "grouped",
    "filter",
    "filtered",
    "partition",
    "multiplied",
    "divided",
    "limited",
    "powered",
    "stand",
    "search",
    "increment",
    "step",
    "due",
    "expires",
    "superseded",
    "replaced",
    "preceded",
    "succeeded",
    "followed",
    "caused",
    "triggered",
    "required",
    "covered",
    "measured",
    "indexed",
    "keyed",
    "priced",
    "backed",
    "licensed",
    "separated",
    "delimited",
    "multiply",
    "divide",
    "join",
    "joined",
    "go",
    "nearby",
    "stood",
];

/// Other systems that have users of their own.
const ELSEWHERE: &[&str] = &[
    "carrier",
    "slack",
    "github",
    "gitlab",
    "twitter",
    "facebook",
    "google",
    "stripe",
    "discord",
    "telegram",
    "zendesk",
    "hubspot",
    "external",
    "remote",
    "vendor",
    "api",
    "device",
    "linux",
    "unix",
    "os",
    "db",
    "system",
    "ldap",
    "windows",
    "microsoft",
    "apple",
    "jira",
    "salesforce",
    "foreign",
    "legacy",
    "old",
];

/// What a user can be to a row.
const ROLES: &[&str] = &[
    "sender",
    "recipient",
    "receiver",
    "suggested",
    "author",
    "creator",
    "follower",
    "followee",
    "friend",
    "peer",
    "inviter",
    "invitee",
    "requester",
    "reporter",
    "mentor",
    "mentee",
    "blocker",
    "blocked",
    "actor",
    "matched",
];

/// Who does something to somebody else's row.
const WORKERS: &[&str] =
    &["reviewer", "approver", "assignee", "assigner", "verifier", "updater", "modifier", "deleter"];

/// The same, where the word means other things as well.
const PERHAPS: &[&str] = &[
    "manager",
    "supervisor",
    "editor",
    "teacher",
    "coach",
    "advisor",
    "adviser",
    "counselor",
    "host",
    "guest",
    "buyer",
    "seller",
    "partner",
    "parent",
    "child",
    "contact",
    "agent",
    "moderator",
    "admin",
    "referrer",
    "organizer",
    "tutor",
    "voter",
    "liker",
    "candidate",
    "applicant",
    "issuer",
    "payer",
    "payee",
    "holder",
    "viewer",
    "commenter",
    "from",
    "to",
    "target",
    "subject",
    "principal",
];

/// Whether a column of this name says who leads or looks after something that is not theirs.
pub fn is_superior(column: &str) -> bool {
    let superior =
        ["manager", "supervisor", "leader", "head", "chair", "moderator", "admin", "editor", "advisor", "adviser"];
    words(column).iter().any(|word| superior.contains(&word.as_str()))
}

/// Whether a column of this name, an array or JSON, may hold users.
pub fn names_many_users(column: &str, person: &str) -> bool {
    let words = words(column);
    let person_last = person.rsplit('_').next().unwrap_or(person);
    let joined = words.join("_");
    words.len() <= 3
        && words.iter().any(|word| {
            let one = singular(word);
            one == "user"
                || one == person_last
                || one == "participant"
                || one == "recipient"
                || one == "member"
                || one == "owner"
        })
        && (joined.ends_with("ids") || words.last().is_some_and(|last| singular(last) != *last))
}

#[cfg(test)]
mod tests;
