//! Rules of tables: delete rules, unique rules, CHECKs, and the notes of a migration tool.

use super::{found, home, numbers, object, single};
use crate::{
    catalogue::Constraint,
    checks::{Check, Context, Offenders, Question},
    finding::{Disposition, Kind, Severity},
    sql::{column as field, literal},
};

/// D49.
pub(super) const WRONG_DELETE_RULE: Check = Check {
    code: "D49",
    slug: "wrong-delete-rule",
    title: "foreign key has the wrong delete rule",
    unit: "columns",
    kind: Kind::Schema,
    severity: Severity::Warning,
    disposition: Disposition::Repair,
    action: "puts a foreign key with the right rule in its place; the rows obey the same key before and after",
    needs_directory: false,
    look: wrong_delete_rule,
};

/// D56.
pub(super) const UNDECLARED_CHECK: Check = Check {
    code: "D56",
    slug: "undeclared-check",
    title: "CHECK that no model and no migration declares",
    unit: "constraints",
    kind: Kind::Schema,
    severity: Severity::Info,
    disposition: Disposition::Report,
    action: "nothing; somebody has made the rule on purpose; whether it still serves is theirs to say",
    needs_directory: false,
    look: undeclared_check,
};

/// D58.
pub(super) const REVISIONS: Check = Check {
    code: "D58",
    slug: "unknown-revision",
    title: "migration table does not hold exactly one known revision",
    unit: "rows",
    kind: Kind::Schema,
    severity: Severity::Warning,
    disposition: Disposition::Report,
    action: "nothing; only who runs the migration tool knows which revision the schema is meant to have",
    needs_directory: false,
    look: revisions,
};

fn wrong_delete_rule(ctx: &Context<'_>) -> Vec<Question> {
    if home(ctx).is_none() {
        return Vec::new();
    }
    let mut questions = Vec::new();
    for reference in ctx.declared {
        let (Some(rule), Some(table)) = (reference.on_delete, ctx.catalogue.table(reference.table)) else { continue };
        let on_it = |key: &&Constraint| {
            key.target == reference.target
                && single(ctx.catalogue, key.table, &key.columns).is_some_and(|it| it.name == reference.column)
        };
        let keys: Vec<&Constraint> = ctx.catalogue.foreign_keys_of(table.oid).filter(on_it).collect();
        // With a right one beside it, the wrong one is one too many, which is D51.
        if keys.is_empty() || keys.iter().any(|it| rule.is(it.on_delete)) {
            continue;
        }
        let first = keys.iter().map(|it| it.name.clone()).take(1).collect();
        let action = format!(
            "puts a foreign key with ON DELETE {} in its place; the rows obey the same key before and after",
            rule.sql()
        );
        questions.push(Question::known(table, reference.column.clone(), first).would(Disposition::Repair, action));
    }
    questions
}

/// The part of D52 that the declared rules say.
pub(in crate::checks) fn not_unique(ctx: &Context<'_>) -> Vec<Question> {
    let mut questions = Vec::new();
    for (relation, table) in found(ctx) {
        for rule in &table.unique {
            // A column that is missing is D43.
            let Some(columns) = numbers(relation, rule) else { continue };
            // Of tables with one row for each user this is asked in every database.
            let is_single = rule.iter().eq(&table.one_per_user);
            let is_asked = is_single
                && ctx.references.users.iter().any(|it| it.table == relation.oid && columns == [it.column.number]);
            if !is_asked && !ctx.catalogue.is_unique(relation.oid, &columns) {
                let name = rule.join(",");
                if is_single {
                    // Second rows are set aside before (D25).
                    questions.push(Question::known(relation, name.clone(), object(relation, &name)));
                    continue;
                }
                let names: Vec<String> = rule.iter().map(|it| field("t", it)).collect();
                let filled = names.iter().map(|it| format!("{it} IS NOT NULL")).collect::<Vec<_>>().join(" AND ");
                let twice = format!(
                    "EXISTS (SELECT 1 FROM {} AS t WHERE {filled} GROUP BY {} HAVING count(*) > 1)",
                    relation.from(),
                    names.join(", ")
                );
                questions.extend(super::columns::either(
                    relation,
                    &name,
                    &twice,
                    "some values stand twice, and somebody has to say which row keeps them before the rule can be added",
                    "adds the unique rule; no two rows have the same values",
                ));
            }
        }
    }
    questions
}

fn undeclared_check(ctx: &Context<'_>) -> Vec<Question> {
    let mut questions = Vec::new();
    for (relation, table) in found(ctx) {
        let declared: Vec<Vec<i16>> = table.checks.iter().filter_map(|it| numbers(relation, it)).collect();
        let is_declared = |check: &Constraint| {
            declared.iter().any(|columns| {
                columns.len() == check.columns.len() && columns.iter().all(|it| check.columns.contains(it))
            })
        };
        for check in ctx.catalogue.constraints_of(relation.oid).filter(|it| it.kind == 'c' && !is_declared(it)) {
            let columns = ctx.catalogue.names(relation.oid, &check.columns);
            questions.push(Question::known(relation, columns, vec![check.name.clone()]));
        }
    }
    questions
}

fn revisions(ctx: &Context<'_>) -> Vec<Question> {
    let Some((expected, home)) = home(ctx) else { return Vec::new() };
    let Some(noted) = &expected.revisions else { return Vec::new() };
    let table = ctx.catalogue.table_named(Some(home), &noted.table);
    let Some((table, column)) = table.and_then(|table| Some((table, table.column(&noted.column)?))) else {
        return Vec::new();
    };
    let value = field("t", &column.name);
    let is_known = noted.known.iter().map(|name| match name.strip_suffix('*') {
        Some(beginning) => format!("starts_with({value}::text, {})", literal(beginning)),
        None => format!("{value}::text = {}", literal(name)),
    });
    let is_known = is_known.collect::<Vec<_>>().join(" OR ");
    let from = format!("{} AS t", table.from());
    let mut offenders = Offenders::new(from, value);
    // No row at all is one thing that is wrong.
    offenders.count = format!(
        "CASE WHEN count(*) = 1 AND coalesce(bool_and({is_known}), false) THEN 0 ELSE greatest(count(*), 1) END"
    );
    vec![Question::rows(table, column.name.clone(), offenders)]
}
