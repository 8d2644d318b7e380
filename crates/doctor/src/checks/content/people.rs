//! What is known of people: stamps, flags, names, skills, suggestions.

use super::{Home, any, ask, is_boolean, named};
use crate::{
    catalogue::Column,
    checks::{Check, Offenders, Question},
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
    look: |ctx| ask(ctx, unstamped),
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
    look: |ctx| ask(ctx, |home| flag(home, false)),
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
    look: |ctx| ask(ctx, |home| flag(home, true)),
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
    look: |ctx| ask(ctx, none_in_name),
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
    look: |ctx| ask(ctx, skills_on_users),
};

fn unstamped(home: &Home<'_>) -> Option<Question> {
    let users = home.users()?;
    let subject = named(users, "clerk_user_id", Column::is_text)?;
    let stamp = named(users, "last_clerk_sync", any)?;
    let from = format!("{} AS t WHERE btrim(t.{subject}) <> '' AND t.{stamp} IS NULL", users.from());
    Some(Question::rows(users, "last_clerk_sync".to_owned(), Offenders::new(from, home.key(users))))
}

/// Rows whose flag is set, or is not, against what the profiles say.
fn flag(home: &Home<'_>, set: bool) -> Option<Question> {
    let (users, profiles) = (home.users()?, home.table("personality_profiles")?);
    let flag = named(users, "onboarding_completed", is_boolean)?;
    let id = named(users, "id", Column::is_integer)?;
    let user = named(profiles, "user_id", Column::is_integer)?;
    let profile = format!("EXISTS (SELECT 1 FROM {} AS p WHERE p.{user} = t.{id})", profiles.from());
    let condition =
        if set { format!("t.{flag} AND NOT {profile}") } else { format!("t.{flag} IS NOT TRUE AND {profile}") };
    let from = format!("{} AS t WHERE {condition}", users.from());
    Some(Question::rows(users, "onboarding_completed".to_owned(), Offenders::new(from, home.key(users))))
}

fn none_in_name(home: &Home<'_>) -> Option<Question> {
    let profiles = home.table("user_profiles")?;
    let name = named(profiles, "name", Column::is_text)?;
    let from = format!(
        "{} AS t WHERE CASE WHEN octet_length(t.{name}) > 2000 THEN false ELSE t.{name} ~ '(^|\\s)None(\\s|$)' END",
        profiles.from()
    );
    Some(Question::rows(profiles, "name".to_owned(), Offenders::new(from, home.key(profiles))))
}

fn skills_on_users(home: &Home<'_>) -> Option<Question> {
    let (users, skills) = (home.users()?, home.table("user_skills")?);
    let declared = home.expected.tables.get(&users.name)?;
    let left: Vec<&String> =
        declared.leftover.iter().filter(|it| users.column(it).is_some() && skills.column(it).is_some()).collect();
    let first = (*left.first()?).clone();
    let id = named(users, "id", Column::is_integer)?;
    let user = named(skills, "user_id", Column::is_integer)?;
    let filled = left.iter().map(|it| format!("t.{} IS NOT NULL", ident(it))).collect::<Vec<_>>().join(" OR ");
    let from = format!(
        "{} AS t WHERE ({filled}) AND NOT EXISTS (SELECT 1 FROM {} AS s WHERE s.{user} = t.{id})",
        users.from(),
        skills.from()
    );
    Some(Question::rows(users, first, Offenders::new(from, home.key(users))))
}
