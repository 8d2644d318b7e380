//! What repairs ask in the words of the checks, so that they change the very rows that were counted.

use super::{
    Context,
    content::{self, Spot},
    directory, disagreement, ownership, people, relations, single,
};
use crate::{
    catalogue::{Column, Constraint, Index, Relation},
    people::Holder,
    references::Reference,
};

pub(crate) use super::{
    disagreement::Disagreement,
    keys::{belongs, key},
    ownership::Text,
};

/// The condition that two users, as SQL, both have something of which there can be only one.
pub(crate) fn colliding(context: &Context<'_>, one: &str, other: &str) -> String {
    let mut collides: Vec<String> =
        single::tables(context).iter().filter_map(|single| single.collides(context, one, other)).collect();
    // Two rows without a link for one with it: which of them is meant has to be chosen as well.
    collides.push("w.n > 2".to_owned());
    collides.join(" OR ")
}

/// The user column of a table that holds, or is meant to hold, one row for each user.
pub(crate) fn single_reference<'a>(context: &Context<'a>, table: i64) -> Option<&'a Reference> {
    single::tables(context).into_iter().find(|it| it.table.oid == table).map(|it| it.reference)
}

/// Tables that are meant to hold one row for each user while nothing keeps them so.
pub(crate) fn unkept_singles<'a>(context: &Context<'a>) -> Vec<(&'a Relation, &'a Reference)> {
    single::tables(context).into_iter().filter(|it| !it.kept).map(|it| (it.table, it.reference)).collect()
}

/// The one-to-one profile table and its user column.
pub(crate) fn profile<'a>(context: &Context<'a>) -> Option<(&'a Relation, &'a Reference)> {
    let (oid, number) = context.people.profile?;
    let reference = context.references.users_of(oid).find(|it| it.column.number == number)?;
    Some((context.catalogue.table(oid)?, reference))
}

/// The column with password hashes.
pub(crate) fn password(users: &Relation) -> Option<&Column> {
    people::password(users)
}

/// The condition over `t` that a text reference is of one class.
pub(crate) fn is_class(context: &Context<'_>, reference: &Reference, text: Text) -> String {
    ownership::is_class(context, reference, text)
}

/// Users who can be linked, as `(who, id)`, behind common table expressions.
pub(crate) fn links(context: &Context<'_>) -> Option<(String, String)> {
    directory::links(context)
}

/// Users whose address is another at the provider, as `(who, mail)`.
pub(crate) fn addresses(context: &Context<'_>) -> Option<(String, String)> {
    directory::addresses(context)
}

/// Accounts that nobody here has, as `(id, mail, first, last)`.
pub(crate) fn strangers(context: &Context<'_>) -> Option<(String, String)> {
    directory::strangers(context)
}

/// Foreign keys on the same columns to the same table; first the one to keep.
pub(crate) fn doubled_keys<'a>(context: &Context<'a>) -> Vec<(&'a Relation, Vec<&'a Constraint>)> {
    relations::doubled_keys(context)
}

/// Indexes that repeat each other; first the one to keep.
pub(crate) fn doubled_indexes<'a>(context: &Context<'a>) -> Vec<(&'a Relation, Vec<&'a Index>)> {
    relations::doubled_indexes(context)
}

/// B-tree indexes whose entries can become too long.
pub(crate) fn long_indexes<'a>(context: &Context<'a>) -> Vec<(&'a Relation, &'a Column, &'a Index)> {
    relations::long_indexes(context)
}

/// Rows of a content check, so that the repair changes the very rows that were counted.
pub(crate) fn spots<'a>(context: &Context<'a>, code: &str) -> Vec<Spot<'a>> {
    content::spots(context, code)
}

/// Columns of the users whose values have their place in the skills today.
pub(crate) fn left_skills<'a>(context: &Context<'a>, users: &Relation, skills: &Relation) -> Vec<&'a str> {
    context.expected.map(|it| content::left_skills(it, users, skills)).unwrap_or_default()
}

/// The condition over `alias` that a goal is active, and the column that says so.
pub(crate) fn active_goal(goals: &Relation, alias: &str) -> Option<(&'static str, String)> {
    content::active(goals, alias)
}

/// How lists of words are written that are none: as JSON, in Python, and as PostgreSQL's arrays.
pub(crate) const LISTS: [&str; 3] = content::LISTS;

/// What the column is called that holds the number of a user whom the text beside it names.
pub(crate) fn number_column(text: &str) -> String {
    ownership::number_column(text)
}

/// References from one owned row to another.
pub(crate) fn disagreements<'a>(context: &Context<'a>) -> Vec<Disagreement<'a>> {
    disagreement::disagreements(context)
}

/// The condition over `t` that an id is none that the provider issues.
pub(crate) fn bogus(holder: &Holder) -> Option<String> {
    people::is_bogus(holder)
}

/// Users whose account the provider's list does not have, as texts, behind common table expressions.
pub(crate) fn gone(context: &Context<'_>) -> Option<(String, String)> {
    directory::gone_users(context)
}

/// The flag that says whether a user is active.
pub(crate) fn active_flag(users: &Relation) -> Option<&Column> {
    people::active_flag(users)
}
