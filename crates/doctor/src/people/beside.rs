//! What is kept beside the users table: the profile, provider's ids, and other tables with one row for each user.

use super::{
    Choices, Holder, People,
    find::{Look, looks, named_table, provider_of},
    shape,
};
use crate::{
    catalogue::{Catalogue, Column, Relation},
    error::{Asking, DoctorError},
    finding::NotLooked,
    references::{References, values},
    session::Worker,
    words::{names_subject, singular_name, snake, words},
};

/// Once references are known: the profile table, and provider's ids that are kept beside the users table.
pub(crate) async fn find_beside(
    worker: &mut Worker,
    catalogue: &Catalogue,
    choices: &Choices,
    references: &References,
    people: &mut People,
) -> Result<(), DoctorError> {
    people.profile = profile(worker, catalogue, choices, references, people).await?;
    if let Some((table, column)) = people.profile
        && let Some(table) = catalogue.table(table)
    {
        people.because.push(format!(
            "{} holds one profile for each user, by {}",
            table.name,
            catalogue.names(table.oid, &[column])
        ));
    }
    people.singles = singles(worker, catalogue, references, people).await.map_err(DoctorError::Catalogue)?;
    let chosen =
        choices.subject.as_deref().filter(|_| people.own_subject().is_none()).and_then(|name| name.rsplit_once('.'));
    let mut seen = Vec::new();
    for reference in references.users.iter().filter(|it| it.when.is_none() && it.table != people.table) {
        let Some(table) = catalogue.table(reference.table) else { continue };
        let open = chosen.is_some() || may_hold(catalogue, people, table);
        if seen.contains(&table.oid) || !may_hold_identities(&table.name) || !open {
            continue;
        }
        seen.push(table.oid);
        let named = |column: &Column| match chosen {
            Some((of, name)) => of == table.name && column.name == name,
            None => true,
        };
        let looks = looks(worker, table, |column| named(column) && column.number != reference.column.number).await;
        let looks = match looks {
            Ok(looks) => looks,
            Err(error @ (Asking::Stopped | Asking::Disconnected)) => return Err(DoctorError::Catalogue(error)),
            Err(error) => {
                people.could_not_look.push(blind(table, &error));
                continue;
            }
        };
        let best = looks
            .iter()
            .filter(|look| look.is_subject() || names_subject(&look.column.name) > 0 && !look.is_mail())
            .max_by_key(|look| (look.is_subject(), names_subject(&look.column.name), look.subjects));
        let Some(best) = best.filter(|best| chosen.is_some() || holds(catalogue, people, table, best)) else {
            continue;
        };
        let provider = provider_of(table).filter(|it| it.number != best.column.number);
        people.because.push(format!("{}.{} holds the provider's ids", table.name, best.column.name));
        let shapes = shape::learn(worker, table, &best.column, provider).await.map_err(DoctorError::Catalogue)?;
        people.subjects.push(Holder {
            table: table.oid,
            column: best.column.clone(),
            user: Some(reference.column.clone()),
            provider: provider.cloned(),
            shapes,
        });
    }
    Ok(())
}

/// A table of which it is not known whether it has one row for each user, or whose ids.
fn blind(table: &Relation, error: &Asking) -> NotLooked {
    NotLooked { check: None, place: format!("{}.{}", table.schema, table.name), reason: error.to_string() }
}

/// Whether a table is called as if it held the provider's ids of users.
fn is_of_identities(table: &Relation) -> bool {
    words(&table.name).iter().any(|word| {
        matches!(word.as_str(), "identity" | "identities" | "login" | "logins" | "credential" | "credentials" | "auth")
            || word.starts_with("oauth")
            // Links to pages have ids as well.
            || matches!(word.as_str(), "link" | "links" | "account" | "accounts") && provider_of(table).is_some()
    })
}

/// Whether a table may say who the users are: it is called a profile, or as if it held the provider's ids.
pub(crate) fn is_beside(table: &Relation) -> bool {
    let name = singular_name(&table.name);
    PROFILES.contains(&name.rsplit('_').next().unwrap_or(&name)) || is_of_identities(table)
}

/// Whether any column of a table could hold ids that say who the user is, before any row is looked at.
fn may_hold(catalogue: &Catalogue, people: &People, table: &Relation) -> bool {
    let profile = people.profile.is_some_and(|(profile, _)| profile == table.oid);
    let unique = || catalogue.indexes_of(table.oid).any(|it| it.unique);
    profile || is_of_identities(table) || people.own_subject().is_none() && unique()
}

/// Whether ids in this column say who the user is, and are not only mentioned.
fn holds(catalogue: &Catalogue, people: &People, table: &Relation, look: &Look) -> bool {
    let unique = catalogue.indexes_of(table.oid).any(|it| it.unique && it.keys.contains(&look.column.number));
    let named = is_of_identities(table);
    let profile = people.profile.is_some_and(|(profile, _)| profile == table.oid);
    let certain = look.is_subject() || names_subject(&look.column.name) >= 2;
    if people.own_subject().is_some() {
        return unique && certain && (named || profile);
    }
    certain && (unique || named || profile) || named && unique
}

/// Logs and tombstones mention ids; they do not say whose they are.
fn may_hold_identities(table: &str) -> bool {
    let log = [
        "tombstone",
        "event",
        "log",
        "history",
        "audit",
        "archive",
        "webhook",
        "message",
        "backup",
        "session",
        "token",
    ];
    !words(table).iter().any(|word| log.contains(&crate::words::singular(word).as_str()))
}

/// What tables with one row for each user are called.
const PROFILES: [&str; 5] = ["profile", "detail", "info", "extra", "data"];

/// Rows of so many users say that a table has one for each; fewer say nothing.
const ENOUGH: i64 = 5;

/// Tables that are called as if they held one row for each user, and do.
async fn singles(
    worker: &mut Worker,
    catalogue: &Catalogue,
    references: &References,
    people: &mut People,
) -> Result<Vec<(i64, i16)>, Asking> {
    let person = people.person(catalogue);
    let mut singles = Vec::new();
    for reference in references.users.iter().filter(|it| it.table != people.table && it.when.is_none()) {
        let Some(table) = catalogue.table(reference.table) else { continue };
        let name = singular_name(&table.name);
        let bare = name.strip_prefix(&format!("{person}_")).or_else(|| name.strip_prefix("user_")).unwrap_or(&name);
        // A setting under each name, or a row for each user and something else, is many rows a user.
        let is_list =
            table.columns.iter().any(|it| ["key", "name", "setting", "value"].contains(&snake(&it.name).as_str()))
                || catalogue
                    .indexes_of(table.oid)
                    .any(|it| it.unique && it.keys.len() > 1 && it.keys.contains(&reference.column.number));
        if is_list || !["profile", "setting", "preference"].contains(&bare) {
            continue;
        }
        match values::spread(worker, catalogue, people, table, reference).await {
            Ok(spread) if spread.is_single() && spread.holds_at_least(ENOUGH) => {
                singles.push((table.oid, reference.column.number));
            }
            Err(error @ (Asking::Stopped | Asking::Disconnected)) => return Err(error),
            Ok(_) => {}
            Err(error) => people.could_not_look.push(blind(table, &error)),
        }
    }
    Ok(singles)
}

/// The table with one row for each user: called a profile, and kept apart by its user column or meant to be.
async fn profile(
    worker: &mut Worker,
    catalogue: &Catalogue,
    choices: &Choices,
    references: &References,
    people: &mut People,
) -> Result<Option<(i64, i16)>, DoctorError> {
    if let Some(name) = &choices.profile_table {
        let table = named_table(catalogue, name)?;
        let reference = references.users.iter().find(|it| it.table == table.oid);
        return match reference {
            Some(reference) => Ok(Some((table.oid, reference.column.number))),
            None => Err(DoctorError::NotThere(format!("no column of {name} refers to a user"))),
        };
    }
    let person = people.person(catalogue);
    let candidates =
        references.users.iter().filter(|it| it.table != people.table && it.when.is_none()).filter_map(|it| {
            let table = catalogue.table(it.table)?;
            let name = singular_name(&table.name);
            let last = name.rsplit('_').next().unwrap_or(&name);
            let unique = catalogue.is_unique(table.oid, &[it.column.number]);
            let short = person.rsplit('_').next().unwrap_or(&person);
            let of_person = ["user", &person, short]
                .iter()
                .any(|it| name.strip_suffix(last).is_some_and(|rest| rest == format!("{it}_")));
            let rank = match last {
                "profile" if of_person || name == last => 4,
                "profile" if unique => 3,
                "detail" | "info" | "extra" | "data" if unique && of_person => 1,
                _ => return None,
            };
            Some((rank + i32::from(unique), table, it))
        });
    let mut candidates: Vec<_> = candidates.collect();
    candidates.sort_by_key(|(rank, table, _)| (-rank, table.oid));
    for (rank, table, reference) in candidates {
        // Where many have none, or some have many, it is not something that everybody has one of.
        let share = if rank >= 4 { 50 } else { 75 };
        let spread = values::spread(worker, catalogue, people, table, reference).await;
        match spread {
            Ok(spread) if spread.holds(share) => return Ok(Some((table.oid, reference.column.number))),
            Ok(_) => {}
            Err(error @ (Asking::Stopped | Asking::Disconnected)) => return Err(DoctorError::Catalogue(error)),
            Err(error) => people.could_not_look.push(blind(table, &error)),
        }
    }
    Ok(None)
}
