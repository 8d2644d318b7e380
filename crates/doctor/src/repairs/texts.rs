//! Text that should name a user by number: the number gets a column of its own beside it (D30, D31, D33).

use std::collections::BTreeMap;

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use sqlx::Row as _;

use super::{Findings, indexes, keys::free, relations};
use crate::{
    audit::Scene,
    catalogue::Column,
    checks::{self, Context, Text, number_column},
    plan::{Draft, Selection, Statement},
    references::Reference,
    run::{Limits, RunError, Writer},
    sql::{column, ident, literal, qualified},
};

/// Users that are looked at in one go.
const PAGE: i64 = 10_000;

/// Adds the columns, fills them, and lets them refer to the users.
pub(super) fn repair(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    let context = draft.context;
    for reference in context.references.users.iter().filter(|it| it.is_text()) {
        let Some(table) = context.catalogue.table(reference.table) else { continue };
        let kinds = [("D30", Text::Number), ("D31", Text::Subject), ("D33", Text::Uuid)];
        let kinds =
            kinds.into_iter().filter(|(check, _)| findings.repairs_at(check, table, &reference.column.name).is_some());
        let kinds: Vec<(&str, Text)> = kinds.collect();
        let Some((first, _)) = kinds.first() else { continue };
        let (of, name) = (qualified(&table.schema, &table.name), number_column(&reference.column.name));
        let id = &context.people.id;
        let number = table.column(&name).cloned().unwrap_or_else(|| Column {
            name: name.clone(),
            required: false,
            default: None,
            identity: String::new(),
            ..id.clone()
        });
        let is_new = table.column(&name).is_none();
        if is_new {
            let add = Statement::reprinting(
                format!("ALTER TABLE {of} ADD COLUMN {} {}", ident(&name), id.kind),
                format!("ALTER TABLE {of} DROP COLUMN {}", ident(&name)),
            );
            draft.shape(first, format!("adds {name} beside the text"), table, vec![add]);
        }
        let (with, owner) = of_who_stays(draft, user(draft, reference));
        for (check, kind) in &kinds {
            let condition = format!("{} AND ({owner}) IS NOT NULL", checks::is_class(&context, reference, *kind));
            let rows = Selection::filter(&condition).with(with.trim_start_matches("WITH ").trim_end());
            draft.update(
                check,
                format!("writes the number of the user into {name}"),
                table,
                &rows.set(&number, &owner),
            );
        }
        if is_new && let Some(target) = context.catalogue.table(reference.target) {
            let key = free(draft, table, &format!("{}_{name}", table.name), "fkey");
            let rule = relations::user_rule(draft, reference);
            let mut statements =
                relations::foreign_key(table, &key, &name, (target, &reference.target_column.name), rule);
            statements.extend(indexes::build(draft, table, &name));
            draft.tighten(first, format!("lets {name} refer to the users"), table, statements);
        }
    }
}

/// An expression over `t`: the number of the user whom a text reference names; NULL if that is nobody, or not one alone.
pub(super) fn user(draft: &Draft<'_>, reference: &Reference) -> String {
    let context = &draft.context;
    let value = format!("{}::text", column("t", &reference.column.name));
    let id = column("u", &context.people.id.name);
    let users = context.people.from(context.catalogue);
    let mut ways = vec![format!(
        "(SELECT {id} FROM {users} AS u WHERE {id} = CASE WHEN {value} ~ '^[1-9][0-9]{{0,17}}$' THEN {value}::bigint END)"
    )];
    for holder in &context.people.subjects {
        let Some(table) = context.catalogue.table(holder.table) else { continue };
        let who = column("h", &holder.user.as_ref().unwrap_or(&context.people.id).name);
        let subject = format!("{}::text", column("h", &holder.column.name));
        ways.push(format!(
            "(SELECT min({who}) FROM {} AS h WHERE {subject} = {value} AND btrim({subject}) <> '' HAVING count(DISTINCT {who}) = 1)",
            table.from()
        ));
    }
    if !draft.uuids.is_empty() {
        let known = draft.uuids.iter().map(|(text, id)| format!("({}, {id})", literal(text)));
        ways.push(format!(
            "(SELECT {id} FROM (VALUES {}) AS v (text, id) JOIN {users} AS u ON {id} = v.id WHERE v.text = lower({value}))",
            known.collect::<Vec<_>>().join(", ")
        ));
    }
    format!("coalesce({})", ways.join(", "))
}

/// The same, where that user's row may be one that a merge takes away; with the common table expressions for it.
pub(super) fn of_who_stays(draft: &Draft<'_>, owner: String) -> (String, String) {
    match &draft.pairs {
        Some(pairs) => (
            format!("WITH {pairs} "),
            format!("coalesce((SELECT p.one FROM pairs AS p WHERE p.other = {owner}), {owner})"),
        ),
        None => (String::new(), owner),
    }
}

/// Which users are meant by the UUIDs in text references. A UUID cannot be undone, so it is computed for every user;
/// only those that stand somewhere are kept.
pub(crate) async fn uuids(url: &str, scene: &Scene, context: &Context<'_>) -> Result<BTreeMap<String, i64>, RunError> {
    let limits = Limits { lock: std::time::Duration::from_secs(10), statement: std::time::Duration::from_mins(30) };
    let mut writer = Writer::connect(url, limits).await?;
    writer.begin("ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
    let mut wanted: BTreeMap<String, Option<i64>> = BTreeMap::new();
    for reference in scene.references.users.iter().filter(|it| it.is_text()) {
        let Some(table) = scene.catalogue.table(reference.table) else { continue };
        let sql = format!(
            "SELECT DISTINCT lower({}::text) FROM {} AS t WHERE {}",
            column("t", &reference.column.name),
            table.from(),
            checks::is_class(context, reference, Text::Uuid)
        );
        let rows = writer.rows("reading UUIDs that mean users", &sql).await?;
        wanted.extend(rows.iter().filter_map(|row| Some((row.try_get(0).ok()?, None))));
    }
    let (id, users) = (ident(&scene.people.id.name), scene.people.from(&scene.catalogue));
    let mut after = i64::MIN;
    while wanted.values().any(Option::is_none) {
        let sql = format!("SELECT {id}::bigint FROM {users} WHERE {id} > {after} ORDER BY {id} LIMIT {PAGE}");
        let page = writer.rows("computing the UUIDs of users", &sql).await?;
        let page: Vec<i64> = page.iter().filter_map(|row| row.try_get(0).ok()).collect();
        let Some(last) = page.last() else { break };
        after = *last;
        for user in page {
            if let Some(found) = wanted.get_mut(&uuid_of(user)) {
                *found = Some(user);
            }
        }
    }
    writer.rollback().await;
    writer.close().await;
    Ok(wanted.into_iter().filter_map(|(text, user)| Some((text, user?))).collect())
}

/// The UUID of version 5 of a number, as text, in the namespace of domain names.
fn uuid_of(number: i64) -> String {
    const DOMAIN_NAMES: [u8; 16] =
        [0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8];
    let hash = digest(&SHA1_FOR_LEGACY_USE_ONLY, &[&DOMAIN_NAMES[..], number.to_string().as_bytes()].concat());
    let bytes = hash.as_ref().iter().take(16).enumerate().map(|(at, byte)| {
        let byte = match at {
            6 => byte & 0x0f | 0x50,
            8 => byte & 0x3f | 0x80,
            _ => *byte,
        };
        let dash = if matches!(at, 4 | 6 | 8 | 10) { "-" } else { "" };
        format!("{dash}{byte:02x}")
    });
    bytes.collect::<Vec<_>>().concat()
}

#[cfg(test)]
mod tests {
    use super::uuid_of;

    #[test]
    fn a_number_has_the_uuid_that_other_libraries_give_it() {
        assert_eq!(uuid_of(73), "c5a21254-71c0-557d-84d0-e075d9bee976");
    }
}
