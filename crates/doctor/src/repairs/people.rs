//! Repairs of the users' own rows.

use super::Findings;
use crate::{
    catalogue::{Column, Relation},
    checks,
    people::People,
    plan::{Assign, Draft, Selection, Statement, assign},
    sql::{column, ident, literal, qualified},
    words::snake,
};

/// D16 and D09: what has to be right before anybody is merged.
pub(super) fn before_merging(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    let context = draft.context;
    if findings.has("D16")
        && let Some((table, password)) = users_password(draft)
    {
        let (of, name) = (qualified(&table.schema, &table.name), ident(&password.name));
        draft.shape(
            "D16",
            format!("lets {} be NULL", password.name),
            table,
            vec![Statement::new(
                format!("ALTER TABLE {of} ALTER COLUMN {name} DROP NOT NULL"),
                format!("ALTER TABLE {of} ALTER COLUMN {name} SET NOT NULL"),
            )],
        );
        let empty = format!("{} = ''", column("t", &password.name));
        draft.update("D16", "turns empty passwords into NULL", table, &Selection::filter(&empty).set(password, "NULL"));
    }
    if findings.has("D09") {
        for holder in &context.people.subjects {
            let Some(table) = context.catalogue.table(holder.table) else { continue };
            let value = format!("{}::text", column("t", &holder.column.name));
            let provider = holder.provider.as_ref().map(|it| format!("{}::text", column("t", &it.name)));
            let fits = holder.issued(&format!("btrim({value})"), provider.as_deref());
            let padded = Selection::filter(&format!("{value} <> btrim({value}) AND {fits}"));
            draft.update(
                "D09",
                "takes blanks off provider's ids",
                table,
                &padded.set(&holder.column, format!("btrim({value})")),
            );
        }
    }
}

fn users_password<'a>(draft: &Draft<'a>) -> Option<(&'a Relation, &'a Column)> {
    let table = draft.context.catalogue.table(draft.context.people.table)?;
    Some((table, checks::password(table)?))
}

/// D06, D02, D12, D13, D15, D17 and D20.
pub(super) fn after_merging(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    let context = draft.context;
    let Some(table) = context.catalogue.table(context.people.table) else { return };
    let id = column("t", &context.people.id.name);
    if let Some(email) = &context.people.email {
        let mine = format!("{}::text", column("t", &email.name));
        let normal = People::mail(&mine);
        if findings.has("D06") {
            let other = People::mail(&format!("{}::text", column("o", &email.name)));
            let alone = format!(
                "{mine} <> {normal} AND {normal} <> '' AND NOT EXISTS (SELECT 1 FROM {} AS o WHERE {other} = {normal} AND {} <> {id})",
                table.from(),
                column("o", &context.people.id.name)
            );
            draft.update(
                "D06",
                "stores addresses without outer blanks and in small letters",
                table,
                &Selection::filter(&alone).set(email, normal),
            );
        }
        link(draft, findings, table, email);
    }
    passwords(draft, findings, table);
    if findings.has("D17")
        && let Some(flag) = checks::active_flag(table)
    {
        let null = format!("{} IS NULL", column("t", &flag.name));
        draft.update("D17", "sets the flag that nobody has set", table, &Selection::filter(&null).set(flag, "true"));
    }
    profiles(draft, findings);
}

/// Links, creates and corrects by the provider's list.
fn link(draft: &mut Draft<'_>, findings: &Findings<'_>, table: &Relation, email: &Column) {
    let context = draft.context;
    let Some(holder) = context.people.own_subject() else { return };
    if findings.repairs("D02")
        && let Some((with, pairs)) = checks::links(&context)
    {
        let mut selection = Selection {
            with,
            rest: format!("JOIN ({pairs}) AS l ON l.who = {}", column("t", &context.people.id.name)),
            ..Selection::default()
        };
        selection = selection.set(&holder.column, "l.id");
        draft.update("D02", "writes the id of the account with the same verified address", table, &selection);
    }
    if findings.repairs("D13")
        && let Some((with, pairs)) = checks::addresses(&context)
    {
        let rest = format!("JOIN ({pairs}) AS l ON l.who = {}::text", column("t", &context.people.id.name));
        let selection = Selection { with, rest, ..Selection::default() }.set(email, "l.mail");
        draft.update("D13", "takes the address from the provider", table, &selection);
    }
    if findings.repairs("D12")
        && let Some((with, query)) = checks::strangers(&context)
    {
        create(draft, findings, email, (&with, &query));
    }
}

/// Adds users for accounts that nobody here has.
fn create(draft: &mut Draft<'_>, findings: &Findings<'_>, email: &Column, (with, query): (&str, &str)) {
    let context = draft.context;
    let (Some(holder), Some(table)) = (context.people.own_subject(), context.catalogue.table(context.people.table))
    else {
        return;
    };
    let mut columns: Vec<Assign> = Vec::new();
    let mut values: Vec<String> = Vec::new();
    let mut give = |column: &Column, expression: &str| {
        columns.push(assign(column));
        values.push(format!("{}, ({expression})::text", literal(&column.name)));
    };
    let password = checks::password(table);
    give(&holder.column, "l.id");
    give(email, "l.mail");
    for it in table.columns.iter().filter(|it| it.number != holder.column.number && it.number != email.number) {
        match snake(&it.name).as_str() {
            "first_name" | "firstname" | "given_name" => give(it, "l.first"),
            "last_name" | "lastname" | "family_name" | "surname" => give(it, "l.last"),
            // Where nobody makes room for NULL, an empty password is what the application writes.
            _ if it.required && !findings.has("D16") && password.is_some_and(|has| has.number == it.number) => {
                give(it, "''");
            }
            "is_active" | "active" if it.category == 'B' => give(it, "true"),
            "onboarding_completed" if it.category == 'B' => give(it, "false"),
            _ => {}
        }
    }
    if let Some(stamp) = checks::spots(&context, "D14").pop().and_then(|it| table.column(&it.column)) {
        columns.push(Assign { expression: Some("now()".to_owned()), ..assign(stamp) });
    }
    let key_by_default = context.people.id.is_filled();
    if !key_by_default {
        return;
    }
    let query = format!("WITH {with} SELECT jsonb_build_object({}) AS new FROM ({query}) AS l", values.join(", "));
    draft.insert("D12", "adds users for accounts that nobody here has", table, columns, query);
    let Some((profile, reference)) = checks::profile(&context) else { return };
    let Some((with, query)) = checks::strangers(&context) else { return };
    let mut user = assign(&reference.column);
    user.expression = Some(format!(
        "SELECT u.{} FROM {} AS u WHERE u.{}::text = s.new ->> 'subject'",
        ident(&context.people.id.name),
        table.from(),
        ident(&holder.column.name)
    ));
    let query = format!("WITH {with} SELECT jsonb_build_object('subject', l.id) AS new FROM ({query}) AS l");
    draft.insert("D12", "adds an empty profile for each of them", profile, vec![user], query);
}

/// D15: nobody who is linked, if that is to be repaired, or whom this plan links, keeps an old password.
fn passwords(draft: &mut Draft<'_>, findings: &Findings<'_>, table: &Relation) {
    let context = draft.context;
    let (true, Some(password)) = (findings.has("D15") || findings.repairs("D02"), checks::password(table)) else {
        return;
    };
    let blank = if password.required && !findings.has("D16") { "''" } else { "NULL" };
    let id = column("t", &context.people.id.name);
    let linked = context.people.linked(context.catalogue).replace("u.", "t.");
    let (with, soon) = match checks::links(&context).filter(|_| findings.repairs("D02")) {
        Some((with, pairs)) => (with, format!(" OR {id} IN (SELECT l.who FROM ({pairs}) AS l)")),
        None => (String::new(), String::new()),
    };
    let linked = if findings.has("D15") { linked } else { "false".to_owned() };
    let condition = format!("{} <> '' AND ({linked}{soon})", column("t", &password.name));
    let selection = Selection::filter(&condition).with(with).set(password, blank);
    draft.update("D15", "blanks the old passwords of linked users", table, &selection);
}

/// D20: a profile for everybody who has none, but not for a row that a merge takes away.
fn profiles(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    let context = draft.context;
    let (true, Some((profile, reference))) = (findings.repairs("D20"), checks::profile(&context)) else { return };
    let id = column("u", &context.people.id.name);
    let user = column("p", &reference.column.name);
    let (with, gone) = stays(draft, &id);
    let query = format!(
        "{with}SELECT jsonb_build_object({}, {id}::text) AS new FROM {} AS u WHERE {} AND NOT EXISTS (SELECT 1 FROM {} AS p WHERE {user}::text = {id}::text){gone}",
        literal(&reference.column.name),
        context.people.from(context.catalogue),
        context.people.present(),
        profile.from(),
    );
    draft.insert("D20", "adds an empty profile", profile, vec![assign(&reference.column)], query);
}

/// Of users by this id, those whom the plan does not take away: a WITH clause, and what follows a condition.
pub(super) fn stays(draft: &Draft<'_>, id: &str) -> (String, String) {
    let with = draft.pairs.as_ref().map(|pairs| format!("WITH {pairs} ")).unwrap_or_default();
    let merged = draft.pairs.iter().map(|_| "SELECT p.other FROM pairs AS p");
    let gone = merged.chain(draft.leaving.iter().map(String::as_str)).map(|it| format!(" AND {id} NOT IN ({it})"));
    (with, gone.collect())
}
