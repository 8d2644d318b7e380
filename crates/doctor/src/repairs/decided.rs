//! Does what the operator has decided.

use super::{Decisions, Findings, decisions::Choices, merge};
use crate::{
    catalogue::Relation,
    checks::{self, Text},
    plan::{Draft, Selection},
    sql::column,
};

/// Everything that is decided but which of two halves of a person wins.
pub(super) fn repair(draft: &mut Draft<'_>, findings: &Findings<'_>, decisions: &Decisions) {
    users(draft, decisions);
    let context = draft.context;
    for reference in &context.references.users {
        let Some(table) = context.catalogue.table(reference.table) else { continue };
        let value = column("t", &reference.column.name);
        let mut kinds = vec![("D24", format!("{value} IS NULL"))];
        if reference.is_text() {
            kinds.push(("D32", checks::is_class(&context, reference, Text::Stranger)));
            kinds.push(("D34", checks::is_class(&context, reference, Text::Nothing)));
        }
        let key = checks::key_of(&context, table, "t");
        for (check, condition) in
            kinds.iter().filter(|(check, _)| findings.has_at(check, table, &reference.column.name))
        {
            let choices = decisions.about(check, &table.schema, &table.name, &reference.column.name);
            for choice in choices.taken() {
                let Some(rows) = choices.rows(choice, &key) else { continue };
                let rows = Selection::filter(&format!("({condition}) AND {rows}"));
                match choice.strip_prefix("user ") {
                    Some(user) => draft.update(
                        check,
                        format!("gives rows to user {user}"),
                        table,
                        &rows.set(&reference.column, user),
                    ),
                    None => draft.quarantine(check, "sets rows aside, as decided", table, &rows),
                }
            }
        }
    }
    lost(draft, decisions);
    scores(draft, decisions);
    for between in checks::disagreements(&context) {
        let table = between.table;
        let choices = decisions.about("D27", &table.schema, &table.name, &between.place());
        let key = checks::key_of(&context, table, "t");
        for choice in choices.taken() {
            let Some(rows) = choices.rows(choice, &key) else { continue };
            let (with, rest) = between.rows(&context);
            let rows = Selection { with, rest: format!("{rest} AND {rows}"), ..Selection::default() };
            if choice == "owner of the parent" {
                let theirs = column("p", &between.other.column.name);
                draft.update(
                    "D27",
                    "gives rows to the owner of their parent",
                    table,
                    &rows.set(&between.owner.column, theirs),
                );
            } else if !between.reference.column.required {
                draft.update(
                    "D27",
                    "forgets a parent that is somebody else's",
                    table,
                    &rows.set(&between.reference.column, "NULL"),
                );
            }
        }
    }
}

/// D29, where a row is worth little without what it referred to.
fn lost(draft: &mut Draft<'_>, decisions: &Decisions) {
    let context = draft.context;
    for reference in context.references.others.iter().filter(|it| !it.is_repairable) {
        let Some(table) = context.catalogue.table(reference.table) else { continue };
        let choices = decisions.about("D29", &table.schema, &table.name, &reference.place());
        let key = checks::key_of(&context, table, "t");
        for choice in choices.taken() {
            let Some(rows) = choices.rows(choice, &key) else { continue };
            let rows = Selection::filter(&format!("({}) AND {rows}", reference.dangles(context.catalogue)));
            if choice == "quarantine" {
                draft.quarantine("D29", "sets rows aside that refer to nothing, as decided", table, &rows);
            } else if !reference.column.required {
                draft.update("D29", "forgets a reference to nothing", table, &rows.set(&reference.column, "NULL"));
            }
        }
    }
}

/// D71.
fn scores(draft: &mut Draft<'_>, decisions: &Decisions) {
    let context = draft.context;
    for spot in checks::spots(&context, "D71") {
        let (table, Some(scores)) = (spot.table, spot.table.column(&spot.column)) else { continue };
        let choices = decisions.about("D71", &table.schema, &table.name, &spot.column);
        let Some(rows) = choices.rows("factors", &checks::key_of(&context, table, "t")) else { continue };
        let build = if scores.base == "jsonb" { "jsonb_build_object" } else { "json_build_object" };
        let nested = format!("{build}('hexaco', {})", column("t", &scores.name));
        let selection = Selection { rest: format!("{} AND {rows}", spot.rest), ..Selection::default() };
        draft.update("D71", "puts the factors under hexaco", table, &selection.set(scores, nested));
    }
}

/// D05, D08, D10 and D11.
fn users(draft: &mut Draft<'_>, decisions: &Decisions) {
    let context = draft.context;
    let people = context.people;
    let Some(table) = context.catalogue.table(people.table) else { return };
    let id = column("t", &people.id.name);
    if let Some(holder) = people.own_subject() {
        let about = |check| decisions.about(check, &table.schema, &table.name, &holder.column.name);
        let bogus = about("D08");
        for choice in bogus.taken() {
            let Some((rows, condition)) = bogus.rows(choice, &id).zip(checks::bogus(holder)) else { continue };
            let rows = format!("{condition} AND {rows}");
            if choice == "quarantine" {
                draft.leaving.push(format!("SELECT {id} FROM {} AS t WHERE {rows}", table.from()));
                draft.quarantine(
                    "D08",
                    "sets users aside whose id nobody has issued",
                    table,
                    &Selection::filter(&rows),
                );
            } else if !holder.column.required {
                draft.update(
                    "D08",
                    "forgets ids that nobody has issued",
                    table,
                    &Selection::filter(&rows).set(&holder.column, "NULL"),
                );
            }
        }
        let keepers = about("D10");
        let keeps = |alias: &str| keepers.rows("keep", &column(alias, &people.id.name));
        if let (Some(stays), Some(kept), false) = (keeps("t"), keeps("y"), holder.column.required) {
            let name = |alias: &str| column(alias, &holder.column.name);
            // Of two who are both said to keep it, both do, and it stays an open finding.
            let loses = format!(
                "{} <> '' AND NOT {stays} AND EXISTS (SELECT 1 FROM {} AS y WHERE {} = {} AND {kept})",
                name("t"),
                table.from(),
                name("y"),
                name("t")
            );
            draft.update(
                "D10",
                "leaves the id to the one who keeps it",
                table,
                &Selection::filter(&loses).set(&holder.column, "NULL"),
            );
        }
        let gone = about("D11");
        if let (Some(rows), Some((with, users)), Some(flag)) =
            (gone.rows("deactivate", &id), checks::gone(&context), checks::active_flag(table))
        {
            let still = column("t", &flag.name);
            let rows = Selection::filter(&format!("{still} IS NOT FALSE AND {id}::text IN ({users}) AND {rows}"));
            let rows = rows.with(with);
            draft.update("D11", "deactivates users whose account is gone", table, &rows.set(flag, "false"));
        }
    }
    same_mail(draft, decisions, table);
}

fn same_mail(draft: &mut Draft<'_>, decisions: &Decisions, table: &Relation) {
    let people = draft.context.people;
    let (Some(email), Some(flag)) = (&people.email, checks::active_flag(table)) else { return };
    let choices = decisions.about("D05", &table.schema, &table.name, &email.name);
    let (Some(mine), Some(theirs)) = (choices.rows("alive", "m.id"), choices.rows("alive", "o.id")) else { return };
    let Some(mails) = people.twins(draft.context.catalogue) else { return };
    let others = format!(
        "{} IN (SELECT m.id FROM mails AS m JOIN shared AS s ON s.mail = m.mail WHERE s.l = 0 AND NOT {mine} \
         AND EXISTS (SELECT 1 FROM mails AS o WHERE o.mail = m.mail AND {theirs}))",
        column("t", &people.id.name)
    );
    draft.update(
        "D05",
        "deactivates the rows that are not alive",
        table,
        &Selection::filter(&others).with(mails).set(flag, "false"),
    );
}

/// D04: common table expressions that end in `pairs(one, other)`, of which `one` stays.
pub(super) fn twins(draft: &Draft<'_>, decisions: &Decisions) -> Option<String> {
    let context = draft.context;
    let table = context.catalogue.table(context.people.table)?;
    let choices: Choices<'_> = decisions.about("D04", &table.schema, &table.name, &context.people.id.name);
    let key = "w.one::text || ' and ' || w.other::text";
    let collides = checks::colliding(&context, "w.one", "w.other");
    let halves = [("keep older", "w.one, w.other"), ("keep newer", "w.other, w.one")].into_iter().filter_map(
        |(choice, pair)| {
            let rows = choices.rows(choice, key)?;
            // With a third row of the same address a choice between two says too little.
            Some(format!("SELECT {pair} FROM twins AS w WHERE w.n = 2 AND ({collides}) AND {rows}"))
        },
    );
    let halves: Vec<String> = halves.collect();
    let twins = context.people.twins(context.catalogue)?;
    (!halves.is_empty()).then(|| format!("{twins}, pairs (one, other) AS ({})", halves.join(" UNION ALL ")))
}

/// All pairs that become one user by this plan, as [`merge::safe_twins`] gives them.
pub(super) fn all_twins(draft: &Draft<'_>, findings: &Findings<'_>, decisions: &Decisions) -> Option<String> {
    let safe = merge::safe_twins(&draft.context).filter(|_| findings.has("D03"));
    let chosen = twins(draft, decisions);
    match (safe, chosen) {
        (Some(safe), Some(chosen)) => {
            let end = chosen.rfind(", pairs (one, other) AS (")?;
            let halves = chosen[end..].trim_start_matches(", pairs (one, other) AS (").strip_suffix(')')?;
            Some(format!("{} UNION ALL {halves})", safe.strip_suffix(')')?))
        }
        (safe, chosen) => safe.or(chosen),
    }
}
