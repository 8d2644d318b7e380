//! What is known of people: stamps, flags, names, skills, suggestions.

use super::{Home, Spot, any, ask_spot, is_boolean, named};
use crate::{
    catalogue::{Column, Relation},
    checks::Check,
    expected::Expected,
    finding::{Disposition, Kind, Severity},
    sql::ident,
};

/// D14.
pub(super) const UNSTAMPED: Check = Check {
    code: "D14",
    slug: "never-synchronised",
    title: "linked user never stamped by a sync",
    unit: "users rows",
    kind: Kind::Rows,
    severity: Severity::Info,
    disposition: Disposition::Repair,
    action: "stamps the row with the time of the run, as the next sync would; nothing is derived from the stamp",
    needs_directory: false,
    look: |ctx| ask_spot(ctx, unstamped),
};

/// D18.
pub(super) const FLAG_UNSET: Check = Check {
    code: "D18",
    slug: "onboarding-flag-unset",
    title: "onboarding flag false or NULL although a personality profile exists",
    unit: "users rows",
    kind: Kind::Rows,
    severity: Severity::Error,
    disposition: Disposition::Repair,
    action: "sets the flag to true: the profile is the proof, and the status endpoint of the application does the same",
    needs_directory: false,
    look: |ctx| ask_spot(ctx, flag_unset),
};

/// D19.
pub(super) const FLAG_UNFOUNDED: Check = Check {
    code: "D19",
    slug: "onboarding-flag-unfounded",
    title: "onboarding flag true without a personality profile",
    unit: "users rows",
    kind: Kind::Rows,
    severity: Severity::Warning,
    disposition: Disposition::Report,
    action: "nothing; whether the person has been through it cannot be told from here; ask again when they sign in",
    needs_directory: false,
    look: |ctx| ask_spot(ctx, flag_unfounded),
};

/// D21.
pub(super) const NONE_IN_NAME: Check = Check {
    code: "D21",
    slug: "none-in-name",
    title: "profile name contains the word None in place of a missing name part",
    unit: "user_profiles rows",
    kind: Kind::Rows,
    severity: Severity::Error,
    disposition: Disposition::Repair,
    action: "takes the word out and keeps the other part of the name; nothing left becomes NULL",
    needs_directory: false,
    look: |ctx| ask_spot(ctx, none_in_name),
};

/// D22.
pub(super) const SKILLS_ON_USERS: Check = Check {
    code: "D22",
    slug: "skills-left-on-users",
    title: "skill values left on users, user_skills has no row",
    unit: "users rows",
    kind: Kind::Rows,
    severity: Severity::Error,
    disposition: Disposition::Repair,
    action: "copies the values into a new row of user_skills; the old columns keep theirs, and no row is overwritten",
    needs_directory: false,
    look: |ctx| ask_spot(ctx, skills_on_users),
};

pub(super) fn unstamped<'a>(home: &Home<'a>) -> Option<Spot<'a>> {
    let users = home.users()?;
    let subject = named(users, "clerk_user_id", Column::is_text)?;
    let stamp = named(users, "last_clerk_sync", any)?;
    Some(Spot::new(users, "last_clerk_sync", format!("WHERE btrim(t.{subject}) <> '' AND t.{stamp} IS NULL")))
}

pub(super) fn flag_unset<'a>(home: &Home<'a>) -> Option<Spot<'a>> {
    flag(home, false)
}

fn flag_unfounded<'a>(home: &Home<'a>) -> Option<Spot<'a>> {
    flag(home, true)
}

/// Rows whose flag is set, or is not, against what the profiles say.
fn flag<'a>(home: &Home<'a>, set: bool) -> Option<Spot<'a>> {
    let (users, profiles) = (home.users()?, home.table("personality_profiles")?);
    let flag = named(users, "onboarding_completed", is_boolean)?;
    let id = named(users, "id", Column::is_integer)?;
    let user = named(profiles, "user_id", Column::is_integer)?;
    let profile = format!("EXISTS (SELECT 1 FROM {} AS p WHERE p.{user} = t.{id})", profiles.from());
    let condition =
        if set { format!("t.{flag} AND NOT {profile}") } else { format!("t.{flag} IS NOT TRUE AND {profile}") };
    Some(Spot::new(users, "onboarding_completed", format!("WHERE {condition}")))
}

pub(super) fn none_in_name<'a>(home: &Home<'a>) -> Option<Spot<'a>> {
    let profiles = home.table("user_profiles")?;
    let name = named(profiles, "name", Column::is_text)?;
    let rest =
        format!("WHERE CASE WHEN octet_length(t.{name}) > 2000 THEN false ELSE t.{name} ~ '(^|\\s)None(\\s|$)' END");
    Some(Spot::new(profiles, "name", rest))
}

pub(super) fn skills_on_users<'a>(home: &Home<'a>) -> Option<Spot<'a>> {
    let (users, skills) = (home.users()?, home.table("user_skills")?);
    let left = left_skills(home.expected, users, skills);
    let first = *left.first()?;
    let id = named(users, "id", Column::is_integer)?;
    let user = named(skills, "user_id", Column::is_integer)?;
    let filled = left.iter().map(|it| format!("t.{} IS NOT NULL", ident(it))).collect::<Vec<_>>().join(" OR ");
    let rest =
        format!("WHERE ({filled}) AND NOT EXISTS (SELECT 1 FROM {} AS s WHERE s.{user} = t.{id})", skills.from());
    Some(Spot::new(users, first, rest))
}

/// Columns of the users whose values have their place in the skills today.
pub(in crate::checks) fn left_skills<'a>(expected: &'a Expected, users: &Relation, skills: &Relation) -> Vec<&'a str> {
    let left = expected.tables.get(&users.name).into_iter().flat_map(|it| &it.leftover);
    left.filter(|it| users.column(it).is_some() && skills.column(it).is_some()).map(String::as_str).collect()
}
