//! Checks about people: who is linked, who is twice, and whose link cannot be.

use super::{Ask, Check, Context, Offenders, Question};
use crate::{
    catalogue::{Column, Relation},
    finding::{
        Disposition::{Decide, Repair, Report},
        Kind::Rows,
        Severity::{Error, Info, Warning},
    },
    people::{Holder, People},
    sql::column,
    words::snake,
};

/// D01, D03 to D10, D15 to D17 and D20.
pub(super) const CHECKS: &[Check] = &[
    Check {
        code: "D01",
        slug: "user-without-clerk-id",
        title: "user has no provider's id",
        unit: "users",
        kind: Rows,
        severity: Info,
        disposition: Report,
        action: "nothing by itself; those who can be linked are found by other checks",
        needs_directory: false,
        look: unlinked,
    },
    Check {
        code: "D03",
        slug: "twin-users",
        title: "one person has two rows, and the newer one carries nothing that collides",
        unit: "pairs",
        kind: Rows,
        severity: Error,
        disposition: Repair,
        action: "moves the provider's id and every reference to the unlinked row, and keeps the other row in quarantine",
        needs_directory: false,
        look: |context| twins(context, false),
    },
    Check {
        code: "D04",
        slug: "twin-users-colliding",
        title: "one person has two rows, both with data of which there can be only one",
        unit: "pairs",
        kind: Rows,
        severity: Error,
        disposition: Decide,
        action: "somebody has to choose which row wins",
        needs_directory: false,
        look: |context| twins(context, true),
    },
    Check {
        code: "D05",
        slug: "same-email-unlinked",
        title: "the same e-mail apart from case, and none of the rows is linked",
        unit: "users",
        kind: Rows,
        severity: Warning,
        disposition: Decide,
        action: "somebody has to say which row is alive",
        needs_directory: false,
        look: same_mail,
    },
    Check {
        code: "D06",
        slug: "email-not-normalised",
        title: "e-mail with capitals or outer blanks, which nobody else has",
        unit: "users",
        kind: Rows,
        severity: Warning,
        disposition: Repair,
        action: "stores the address without outer blanks and in small letters; nobody else has it, so nothing can collide",
        needs_directory: false,
        look: odd_mail,
    },
    Check {
        code: "D07",
        slug: "email-missing",
        title: "e-mail is NULL",
        unit: "users",
        kind: Rows,
        severity: Info,
        disposition: Report,
        action: "nothing; the row cannot be matched with an account",
        needs_directory: false,
        look: no_mail,
    },
    Check {
        code: "D08",
        slug: "bogus-clerk-id",
        title: "id that the provider cannot have issued",
        unit: "rows",
        kind: Rows,
        severity: Error,
        disposition: Decide,
        action: "somebody has to say whose row that is; such rows often come from tests",
        needs_directory: false,
        look: |context| holders(context, bogus),
    },
    Check {
        code: "D09",
        slug: "padded-clerk-id",
        title: "provider's id with blanks around it",
        unit: "rows",
        kind: Rows,
        severity: Error,
        disposition: Repair,
        action: "takes the blanks away; what remains is an id as the provider issues them",
        needs_directory: false,
        look: |context| holders(context, padded),
    },
    Check {
        code: "D10",
        slug: "shared-clerk-id",
        title: "one provider's id stands at several users",
        unit: "rows",
        kind: Rows,
        severity: Error,
        disposition: Decide,
        action: "somebody has to say who keeps the id; the e-mail at the provider is a hint, not a proof",
        needs_directory: false,
        look: |context| holders(context, shared),
    },
    Check {
        code: "D15",
        slug: "linked-user-with-password",
        title: "linked user still has a password hash",
        unit: "users",
        kind: Rows,
        severity: Warning,
        disposition: Repair,
        action: "blanks the hash, which would otherwise stay a second way into the account",
        needs_directory: false,
        look: old_password,
    },
    Check {
        code: "D16",
        slug: "empty-password",
        title: "the password column refuses NULL, so that users without one carry an empty text",
        unit: "users",
        kind: Rows,
        severity: Warning,
        disposition: Repair,
        action: "lets the column be NULL and turns empty texts into NULL",
        needs_directory: false,
        look: empty_password,
    },
    Check {
        code: "D17",
        slug: "active-flag-null",
        title: "the flag that says whether a user is active is NULL",
        unit: "users",
        kind: Rows,
        severity: Warning,
        disposition: Repair,
        action: "sets it to true: nobody has said that the user is not active",
        needs_directory: false,
        look: active_null,
    },
    Check {
        code: "D20",
        slug: "user-without-profile",
        title: "user without a row in the one-to-one profile table",
        unit: "users",
        kind: Rows,
        severity: Warning,
        disposition: Repair,
        action: "adds an empty profile",
        needs_directory: false,
        look: no_profile,
    },
];

/// The users table, and how its rows are named.
fn users<'a>(context: &Context<'a>) -> Option<(&'a Relation, String)> {
    let table = context.catalogue.table(context.people.table)?;
    Some((table, column("u", &context.people.id.name)))
}

fn unlinked(context: &Context<'_>) -> Vec<Question> {
    let (Some((table, id)), false) = (users(context), context.people.subjects.is_empty()) else { return Vec::new() };
    let people = context.people;
    let from = format!("{} AS u WHERE NOT {} AND {}", table.from(), people.linked(context.catalogue), people.present());
    let place = people.own_subject().map_or(&people.id, |holder| &holder.column);
    vec![Question::rows(table, place.name.clone(), Offenders::new(from, id))]
}

fn twins(context: &Context<'_>, colliding: bool) -> Vec<Question> {
    let (Some((table, _)), Some(twins), false) =
        (users(context), context.people.twins(context.catalogue), context.people.subjects.is_empty())
    else {
        return Vec::new();
    };
    let condition = super::colliding(context, "w.one", "w.other");
    let from = format!("twins AS w WHERE {}({condition})", if colliding { "" } else { "NOT " });
    let rows = Offenders::new(from, "w.one::text || ' and ' || w.other::text").with(twins);
    vec![Question::rows(table, context.people.id.name.clone(), rows)]
}

/// The users table and its e-mail column, in `u`.
fn mail<'a>(context: &Context<'a>) -> Option<(&'a Relation, String, &'a Column, String)> {
    let (table, id) = users(context)?;
    let email = context.people.email.as_ref()?;
    Some((table, id, email, column("u", &email.name)))
}

fn same_mail(context: &Context<'_>) -> Vec<Question> {
    let (Some((table, _, email, _)), Some(twins)) = (mail(context), context.people.twins(context.catalogue)) else {
        return Vec::new();
    };
    let from = "mails AS m JOIN shared AS s ON s.mail = m.mail WHERE s.l = 0";
    vec![Question::rows(table, email.name.clone(), Offenders::new(from, "m.id").with(twins))]
}

fn odd_mail(context: &Context<'_>) -> Vec<Question> {
    let Some((table, id, email, sql)) = mail(context) else { return Vec::new() };
    let normal = People::mail(&format!("{sql}::text"));
    let other = People::mail(&format!("{}::text", column("o", &email.name)));
    let from = format!(
        "{from} AS u WHERE {sql}::text <> {normal} AND {normal} <> '' AND NOT EXISTS (SELECT 1 FROM {from} AS o WHERE {other} = {normal} AND {} <> {id})",
        column("o", &context.people.id.name),
        from = table.from(),
    );
    vec![Question::rows(table, email.name.clone(), Offenders::new(from, id))]
}

fn no_mail(context: &Context<'_>) -> Vec<Question> {
    let Some((table, id, email, sql)) = mail(context) else { return Vec::new() };
    if email.required {
        return Vec::new();
    }
    let from = format!("{} AS u WHERE {sql} IS NULL AND {}", table.from(), context.people.present());
    vec![Question::rows(table, email.name.clone(), Offenders::new(from, id))]
}

/// Asks the same of every column that holds provider's ids.
fn holders(
    context: &Context<'_>,
    offenders: impl Fn(&Context<'_>, &Relation, &Holder) -> Option<Offenders>,
) -> Vec<Question> {
    let questions = context.people.subjects.iter().filter_map(|holder| {
        let table = context.catalogue.table(holder.table)?;
        Some(Question::rows(table, holder.column.name.clone(), offenders(context, table, holder)?))
    });
    questions.collect()
}

/// What names a row that holds an id: the user.
fn holder_key(context: &Context<'_>, holder: &Holder) -> String {
    column("t", &holder.user.as_ref().unwrap_or(&context.people.id).name)
}

fn issued(holder: &Holder, value: &str) -> String {
    let provider = holder.provider.as_ref().map(|it| format!("{}::text", column("t", &it.name)));
    holder.issued(value, provider.as_deref())
}

fn bogus(context: &Context<'_>, table: &Relation, holder: &Holder) -> Option<Offenders> {
    let from = format!("{} AS t WHERE {}", table.from(), is_bogus(holder)?);
    Some(Offenders::new(from, holder_key(context, holder)))
}

/// The condition over `t` that the id is none that the provider issues; none if its shape is not known.
pub(super) fn is_bogus(holder: &Holder) -> Option<String> {
    let value = format!("{}::text", column("t", &holder.column.name));
    let fits = issued(holder, &format!("btrim({value})"));
    (!holder.shapes.is_empty()).then(|| format!("{value} IS NOT NULL AND NOT {fits}"))
}

fn padded(context: &Context<'_>, table: &Relation, holder: &Holder) -> Option<Offenders> {
    if holder.shapes.is_empty() {
        return None;
    }
    let value = format!("{}::text", column("t", &holder.column.name));
    let fits = issued(holder, &format!("btrim({value})"));
    let from = format!("{} AS t WHERE {value} <> btrim({value}) AND {fits}", table.from());
    Some(Offenders::new(from, holder_key(context, holder)))
}

/// Whether a unique index makes it impossible that one id stands twice.
pub(super) fn is_kept_apart(context: &Context<'_>, holder: &Holder) -> bool {
    let user = holder.user.as_ref().unwrap_or(&context.people.id).number;
    context.catalogue.indexes_of(holder.table).any(|index| {
        // Within a provider, an instance or a tenant, and perhaps among those alone that have an id and are not
        // deleted: that is for the schema to say. An index with the user in it keeps nothing apart.
        index.unique && index.valid && index.keys.contains(&holder.column.number) && !index.keys.contains(&user)
    })
}

fn shared(context: &Context<'_>, table: &Relation, holder: &Holder) -> Option<Offenders> {
    if is_kept_apart(context, holder) {
        return None;
    }
    let name = |alias: &str| column(alias, &holder.column.name);
    let provider = |alias: &str| holder.provider.as_ref().map(|it| format!(", {} AS p", column(alias, &it.name)));
    let same_provider = holder
        .provider
        .as_ref()
        .map(|it| format!(" AND {} IS NOT DISTINCT FROM d.p", column("t", &it.name)))
        .unwrap_or_default();
    let group = if holder.provider.is_some() { "1, 2" } else { "1" };
    let user = column("x", &holder.user.as_ref().unwrap_or(&context.people.id).name);
    let from = format!(
        "{from} AS t JOIN (SELECT {x} AS v{provider} FROM {from} AS x WHERE btrim({x}::text) <> '' GROUP BY {group} \
         HAVING count(*) > 1 AND count(DISTINCT {user}) > 1) AS d ON {t} = d.v{same_provider}",
        from = table.from(),
        x = name("x"),
        t = name("t"),
        provider = provider("x").unwrap_or_default(),
    );
    Some(Offenders::new(from, holder_key(context, holder)))
}

/// The column with password hashes.
pub(super) fn password(table: &Relation) -> Option<&Column> {
    let names =
        ["hashed_password", "password_hash", "encrypted_password", "password_digest", "password", "passwd", "pwd_hash"];
    table.columns.iter().find(|it| it.is_text() && names.contains(&snake(&it.name).as_str()))
}

fn old_password(context: &Context<'_>) -> Vec<Question> {
    let Some((table, id)) = users(context) else { return Vec::new() };
    let (Some(password), false) = (password(table), context.people.subjects.is_empty()) else { return Vec::new() };
    let hash = column("u", &password.name);
    let from = format!("{} AS u WHERE {hash} <> '' AND {}", table.from(), context.people.linked(context.catalogue));
    vec![Question::rows(table, password.name.clone(), Offenders::new(from, id))]
}

fn empty_password(context: &Context<'_>) -> Vec<Question> {
    let Some((table, id)) = users(context) else { return Vec::new() };
    let Some(password) = password(table).filter(|it| it.required) else { return Vec::new() };
    let from = format!("{} AS u WHERE {} = ''", table.from(), column("u", &password.name));
    vec![Question::rows(table, password.name.clone(), Offenders::new(from, id))]
}

/// The flag that says whether a user is active.
pub(super) fn active_flag(users: &Relation) -> Option<&Column> {
    let names = ["is_active", "active", "is_enabled", "enabled"];
    users.columns.iter().find(|it| it.category == 'B' && names.contains(&snake(&it.name).as_str()))
}

fn active_null(context: &Context<'_>) -> Vec<Question> {
    let Some((table, id)) = users(context) else { return Vec::new() };
    let Some(flag) = active_flag(table).filter(|it| !it.required) else { return Vec::new() };
    let from = format!("{} AS u WHERE {} IS NULL", table.from(), column("u", &flag.name));
    vec![Question::rows(table, flag.name.clone(), Offenders::new(from, id))]
}

fn no_profile(context: &Context<'_>) -> Vec<Question> {
    let (Some((users, id)), Some((profile, number))) = (users(context), context.people.profile) else {
        return Vec::new();
    };
    let Some(table) = context.catalogue.table(profile) else { return Vec::new() };
    let Some(reference) = context.references.users_of(profile).find(|it| it.column.number == number) else {
        return Vec::new();
    };
    let meets = crate::people::same(&context.people.id, &id, &reference.column, &column("p", &reference.column.name));
    let from = format!(
        "{} AS u WHERE {} AND NOT EXISTS (SELECT 1 FROM {} AS p WHERE {meets})",
        users.from(),
        context.people.present(),
        table.from()
    );
    // Where most users have none, a profile is not something that everybody has.
    let mut offenders = Offenders::new(from, id);
    offenders.count =
        format!("CASE WHEN 2 * count(*) <= (SELECT count(*) FROM {}) THEN count(*) ELSE 0 END", users.from());
    let mut question = Question::rows(table, reference.column.name.clone(), offenders);
    if let Ask::Rows(_) = &question.ask {
        let fillable = table.columns.iter().all(|it| {
            !it.required
                || it.is_filled()
                || it.number == number
                || context.catalogue.primary_key(profile) == [it.number]
        });
        if !fillable {
            question =
                question.would(Decide, "the profile has columns that must be filled; somebody has to say with what");
        }
    }
    vec![question]
}
