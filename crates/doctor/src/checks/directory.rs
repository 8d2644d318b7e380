//! Checks that compare with the provider's own list of users.

use super::{Check, Context, Offenders, Question};
use crate::{
    finding::{
        Disposition::{Decide, Repair},
        Kind::Rows,
        Severity::{Info, Warning},
    },
    people::{Holder, People},
    sql::column,
};

/// D02, D11 to D13.
pub(super) const CHECKS: &[Check] = &[
    Check {
        code: "D02",
        slug: "linkable-user",
        title: "user without a provider's id, but an unclaimed account has the same e-mail",
        unit: "users",
        kind: Rows,
        severity: Warning,
        disposition: Repair,
        action: "writes the id of that account: its address is verified, and exactly one row has it",
        needs_directory: true,
        look: linkable,
    },
    Check {
        code: "D11",
        slug: "clerk-account-gone",
        title: "the account no longer exists at the provider",
        unit: "users",
        kind: Rows,
        severity: Warning,
        disposition: Decide,
        action: "somebody has to confirm that the list is complete before such a user is deactivated; never deleted",
        needs_directory: true,
        look: gone,
    },
    Check {
        code: "D12",
        slug: "clerk-account-without-user",
        title: "account at the provider without a user here",
        unit: "accounts",
        kind: Rows,
        severity: Info,
        disposition: Repair,
        action: "adds a user and a profile, as the first request of this person would",
        needs_directory: true,
        look: without_user,
    },
    Check {
        code: "D13",
        slug: "email-differs-from-clerk",
        title: "the e-mail here is not the one at the provider",
        unit: "users",
        kind: Rows,
        severity: Warning,
        disposition: Repair,
        action: "takes the address from the provider, where the person keeps it up to date",
        needs_directory: true,
        look: other_mail,
    },
];

/// `dir(id, mail)`, the list; `claimed(id, who)`, the ids that stand here.
fn tables(context: &Context<'_>) -> Option<(String, Vec<Vec<String>>)> {
    let directory = context.directory?;
    let ids = directory.users.iter().map(|user| user.id.clone()).collect();
    let mails = directory.users.iter().map(|user| user.email.clone().unwrap_or_default()).collect();
    let claimed = context.people.subjects.iter().filter_map(|holder| claimed(context, holder));
    let claimed: Vec<String> = claimed.collect();
    if claimed.is_empty() {
        return None;
    }
    let with = format!(
        "dir AS (SELECT d.i AS id, {} AS mail FROM unnest($1::text[], $2::text[]) AS d(i, m)), claimed AS ({})",
        People::mail("d.m"),
        claimed.join(" UNION ")
    );
    Some((with, vec![ids, mails]))
}

fn claimed(context: &Context<'_>, holder: &Holder) -> Option<String> {
    let table = context.catalogue.table(holder.table)?;
    let value = format!("{}::text", column("t", &holder.column.name));
    let provider = holder.provider.as_ref().map(|it| format!("{}::text", column("t", &it.name)));
    Some(format!(
        "SELECT btrim({value}) AS id, {}::text AS who FROM {} AS t WHERE {value} IS NOT NULL AND {}",
        column("t", &holder.user.as_ref().unwrap_or(&context.people.id).name),
        table.from(),
        holder.issued(&format!("btrim({value})"), provider.as_deref())
    ))
}

/// Where findings about links stand.
fn place(context: &Context<'_>) -> Option<(i64, String)> {
    let people = context.people;
    let holder = people.subjects.first()?;
    Some(match people.own_subject() {
        Some(own) => (people.table, own.column.name.clone()),
        None => (holder.table, holder.column.name.clone()),
    })
}

fn ask(context: &Context<'_>, with: &str, from: &str, key: &str, email: bool) -> Vec<Question> {
    let (Some((tables, arrays)), Some((table, name))) = (tables(context), place(context)) else { return Vec::new() };
    let users = context.people.table;
    let (table, name) = match (email, &context.people.email) {
        (true, Some(email)) => (users, email.name.clone()),
        (true, None) => return Vec::new(),
        (false, _) => (table, name),
    };
    let Some(relation) = context.catalogue.table(table) else { return Vec::new() };
    let with = if with.is_empty() { tables } else { format!("{tables}, {with}") };
    let mut rows = Offenders::new(from, key).with(with);
    rows.arrays = arrays;
    vec![Question::rows(relation, name, rows)]
}

/// Unlinked users and the only unclaimed account of the same address.
const LINKABLE: &str = "mails AS m JOIN dir ON dir.mail = m.mail WHERE NOT m.linked AND m.mail <> '' \
     AND NOT EXISTS (SELECT 1 FROM claimed AS c WHERE c.id = dir.id) \
     AND NOT EXISTS (SELECT 1 FROM shared AS s WHERE s.mail = m.mail) \
     AND NOT EXISTS (SELECT 1 FROM dir AS o WHERE o.mail = m.mail AND o.id <> dir.id)";

/// Claimed ids that the list does not have.
const GONE: &str = "claimed AS c WHERE NOT EXISTS (SELECT 1 FROM dir WHERE dir.id = c.id)";

/// Linked users and their accounts, where the addresses differ.
const OTHER_MAIL: &str = "claimed AS c JOIN dir ON dir.id = c.id JOIN mails AS m ON m.id::text = c.who \
     WHERE dir.mail <> '' AND m.mail <> '' AND dir.mail <> m.mail \
     AND NOT EXISTS (SELECT 1 FROM claimed AS o WHERE o.id = c.id AND o.who <> c.who)";

/// Accounts that nobody here has, by id or by address.
fn unknown(by_mail: bool) -> String {
    let by_mail = if by_mail { " AND NOT EXISTS (SELECT 1 FROM mails AS m WHERE m.mail = dir.mail)" } else { "" };
    format!("dir WHERE NOT EXISTS (SELECT 1 FROM claimed AS c WHERE c.id = dir.id){by_mail}")
}

fn linkable(context: &Context<'_>) -> Vec<Question> {
    let Some(mails) = context.people.twins(context.catalogue) else { return Vec::new() };
    let questions = ask(context, &mails, LINKABLE, "m.id", false);
    let proven = context
        .directory
        .is_some_and(|it| it.trusted || it.users.iter().all(|user| user.verified || user.email.is_none()));
    if proven {
        return questions;
    }
    let action =
        "the list does not say that the addresses are verified; say so with --directory-is-trusted, or link by hand";
    questions.into_iter().map(|question| question.would(Decide, action)).collect()
}

fn gone(context: &Context<'_>) -> Vec<Question> {
    ask(context, "", GONE, "c.who", false)
}

/// Users whose account the list does not have, as texts.
pub(super) fn gone_users(context: &Context<'_>) -> Option<(String, String)> {
    Some((given(context)?, format!("SELECT c.who FROM {GONE}")))
}

fn without_user(context: &Context<'_>) -> Vec<Question> {
    let mails = context.people.twins(context.catalogue);
    let unknown =
        if mails.is_some() { " AND NOT EXISTS (SELECT 1 FROM mails AS m WHERE m.mail = dir.mail)" } else { "" };
    let from = format!("dir WHERE NOT EXISTS (SELECT 1 FROM claimed AS c WHERE c.id = dir.id){unknown}");
    ask(context, mails.as_deref().unwrap_or_default(), &from, "dir.id", false)
}

fn other_mail(context: &Context<'_>) -> Vec<Question> {
    let Some(mails) = context.people.twins(context.catalogue) else { return Vec::new() };
    ask(context, &mails, OTHER_MAIL, "m.id", true)
}

/// The list as repairs have it: `{given}` stands for the rows that travel with the plan.
fn given(context: &Context<'_>) -> Option<String> {
    let claimed = context.people.subjects.iter().filter_map(|holder| claimed(context, holder));
    let claimed: Vec<String> = claimed.collect();
    (context.directory.is_some() && !claimed.is_empty()).then(|| {
        format!(
            "dir AS (SELECT g.a AS id, {} AS mail, g.c AS first, g.d AS last FROM {{given}} AS g), claimed AS ({})",
            People::mail("g.b"),
            claimed.join(" UNION ")
        )
    })
}

/// Users who can be linked, as `(who, id)`, behind common table expressions.
pub(super) fn links(context: &Context<'_>) -> Option<(String, String)> {
    let with = format!("{}, {}", given(context)?, context.people.twins(context.catalogue)?);
    Some((with, format!("SELECT m.id AS who, dir.id AS id FROM {LINKABLE}")))
}

/// Users whose address is another at the provider, as `(who, mail)`.
pub(super) fn addresses(context: &Context<'_>) -> Option<(String, String)> {
    let with = format!("{}, {}", given(context)?, context.people.twins(context.catalogue)?);
    Some((with, format!("SELECT c.who AS who, dir.mail AS mail FROM {OTHER_MAIL}")))
}

/// Accounts that nobody here has, as `(id, mail, first, last)`.
pub(super) fn strangers(context: &Context<'_>) -> Option<(String, String)> {
    let with = format!("{}, {}", given(context)?, context.people.twins(context.catalogue)?);
    let from = unknown(true);
    Some((with, format!("SELECT dir.id, nullif(dir.mail, '') AS mail, dir.first, dir.last FROM {from}")))
}
