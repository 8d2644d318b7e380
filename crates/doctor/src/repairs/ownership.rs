//! Repairs of rows that belong to nobody, or refer to nothing.

use super::Findings;
use crate::{
    checks::{self, Text},
    plan::{Draft, Selection},
    references::Role,
    sql::column,
};

/// D23, D25 and D29.
pub(super) fn repair(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    let context = draft.context;
    for reference in &context.references.users {
        let Some(table) = context.catalogue.table(reference.table) else { continue };
        if !findings.has_at("D23", table, &reference.column.name) {
            continue;
        }
        let condition = if reference.is_text() {
            checks::is_class(&context, reference, Text::Nobody)
        } else {
            reference.dangles(context.catalogue)
        };
        let orphans = Selection::filter(&condition);
        if reference.role == Role::Actor && !reference.column.required {
            draft.update(
                "D23",
                "forgets who did it: the user does not exist",
                table,
                &orphans.set(&reference.column, "NULL"),
            );
        } else {
            draft.quarantine("D23", "sets rows of users who do not exist aside", table, &orphans);
        }
    }
    for reference in context.references.others.iter().filter(|it| it.is_repairable) {
        let Some(table) = context.catalogue.table(reference.table) else { continue };
        if !findings.has_at("D29", table, &reference.column.name) {
            continue;
        }
        let dangling = Selection::filter(&reference.dangles(context.catalogue));
        if reference.column.required {
            draft.quarantine("D29", "sets rows aside that refer to nothing", table, &dangling);
        } else {
            draft.update("D29", "forgets a reference to nothing", table, &dangling.set(&reference.column, "NULL"));
        }
    }
    second_rows(draft, findings);
}

/// D25: of several rows of one user the newest stays.
fn second_rows(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    let context = draft.context;
    for (table, reference) in checks::unkept_singles(&context) {
        if !findings.has_at("D25", table, &reference.column.name) {
            continue;
        }
        let user = &reference.column.name;
        let updated = table.columns.iter().find(|it| {
            it.is_time() && crate::words::words(&it.name).iter().any(|word| word == "updated" || word == "modified")
        });
        let created = table
            .columns
            .iter()
            .find(|it| it.is_time() && crate::words::words(&it.name).iter().any(|word| word == "created"));
        let time = |alias: &str| {
            let columns =
                [updated, created].into_iter().flatten().map(|it| format!("{}::timestamptz", column(alias, &it.name)));
            let mut columns: Vec<String> = columns.collect();
            columns.push("'-infinity'::timestamptz".to_owned());
            format!("coalesce({})", columns.join(", "))
        };
        let newer = format!(
            "({} > {} OR {} = {} AND (y.tableoid, y.ctid) > (t.tableoid, t.ctid))",
            time("y"),
            time("t"),
            time("y"),
            time("t")
        );
        let condition = format!(
            "EXISTS (SELECT 1 FROM {} AS y WHERE {} = {} AND {newer})",
            table.from(),
            column("y", user),
            column("t", user)
        );
        draft.quarantine(
            "D25",
            "keeps the newest row of each user and sets the others aside",
            table,
            &Selection::filter(&condition),
        );
    }
}
