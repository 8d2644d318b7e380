//! Repairs of the shape of tables: columns, types, NULL.

use super::{Findings, keys::constraint_name};
use crate::{
    catalogue::{Column, Relation},
    expected::{Backfill, ExpectedColumn, ExpectedTable, canonical},
    plan::{Draft, Selection, Statement},
    sql::{column as field, ident, literal, qualified},
};

/// D43 to D46, as far as rows need the room: columns, defaults and types.
pub(super) fn before_rows(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    for (table, declared) in declared(draft) {
        let of = qualified(&table.schema, &table.name);
        for (name, wanted) in &declared.columns {
            if findings.repairs_at("D43", table, name).is_some() {
                draft.shape("D43", format!("adds {name}"), table, vec![add(&of, declared, name, wanted)]);
            }
        }
        for column in &table.columns {
            let name = ident(&column.name);
            if findings.repairs_at("D44", table, &column.name).is_some() {
                let drop = Statement::new(
                    format!("ALTER TABLE {of} ALTER COLUMN {name} DROP NOT NULL"),
                    format!("ALTER TABLE {of} ALTER COLUMN {name} SET NOT NULL"),
                );
                draft.shape("D44", format!("lets {} be NULL", column.name), table, vec![drop]);
            }
            let Some(wanted) = declared.column(&column.name) else { continue };
            if findings.repairs_at("D45", table, &column.name).is_some()
                && let Some(statement) = convert(draft, table, column, wanted.kind())
            {
                draft.converts(table, column, wanted.kind());
                let title = format!("converts {} from {} to {}", column.name, canonical(&column.kind), wanted.kind());
                draft.shape("D45", title, table, vec![statement]);
            }
            // A column that is to refuse NULL needs a value for rows that come without one.
            if findings.repairs_at("D46", table, &column.name).is_some()
                && !column.is_filled()
                && let Some(default) = &wanted.default
            {
                let give = Statement::new(
                    format!("ALTER TABLE {of} ALTER COLUMN {name} SET DEFAULT {default}"),
                    format!("ALTER TABLE {of} ALTER COLUMN {name} DROP DEFAULT"),
                );
                draft.shape("D46", format!("gives {} a default", column.name), table, vec![give]);
            }
        }
    }
}

/// D43 and D46: values for new columns, and in place of NULL.
pub(super) fn rows(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    for (table, declared) in declared(draft) {
        for (name, wanted) in &declared.columns {
            let source = declared.backfill.get(name).and_then(|it| source(draft, table, it));
            if findings.repairs_at("D43", table, name).is_some()
                && let Some(source) = &source
            {
                let there = Selection::filter(&format!("({source}) IS NOT NULL"));
                draft.update("D43", format!("fills {name}"), table, &there.set(&new_column(name, wanted), source));
            }
            let Some(column) = table.column(name).filter(|_| findings.repairs_at("D46", table, name).is_some()) else {
                continue;
            };
            let null = format!("{} IS NULL", field("t", name));
            let title = format!("fills {name} where it is NULL");
            let default = wanted.default.as_ref();
            if let Some(source) = &source {
                let there = Selection::filter(&format!("{null} AND ({source}) IS NOT NULL"));
                draft.update("D46", &title, table, &there.set(column, source));
            }
            if let Some(default) = default {
                let left = source.map_or_else(|| null.clone(), |source| format!("{null} AND ({source}) IS NULL"));
                draft.update("D46", &title, table, &Selection::filter(&left).set_late(column, default));
            }
        }
    }
}

/// D46, and D43 for columns that must not be NULL: the rule itself.
pub(super) fn after_rows(draft: &mut Draft<'_>, findings: &Findings<'_>) {
    for (table, declared) in declared(draft) {
        for (name, wanted) in &declared.columns {
            let title = format!("lets {name} be NULL no longer");
            if let Some(column) = table.column(name) {
                if findings.repairs_at("D46", table, name).is_some() {
                    draft.tighten("D46", title, table, set_not_null(table, column));
                }
            } else if findings.repairs_at("D43", table, name).is_some()
                && wanted.required
                && is_always_filled(draft, table, declared, name)
            {
                draft.tighten("D43", title, table, set_not_null(table, &new_column(name, wanted)));
            }
        }
    }
}

fn declared<'a>(draft: &Draft<'a>) -> Vec<(&'a Relation, &'a ExpectedTable)> {
    let context = draft.context;
    context.expected.map(|it| it.found(context.catalogue)).unwrap_or_default()
}

/// A column that is only going to be there.
pub(super) fn new_column(name: &str, wanted: &ExpectedColumn) -> Column {
    Column {
        number: 0,
        name: name.to_owned(),
        kind: wanted.kind().to_owned(),
        base: String::new(),
        category: 'X',
        required: false,
        default: None,
        identity: String::new(),
        generated: String::new(),
        readable: true,
        held: false,
    }
}

fn add(of: &str, declared: &ExpectedTable, name: &str, wanted: &ExpectedColumn) -> Statement {
    let default = wanted.default.as_ref().map(|it| format!(" DEFAULT {it}")).unwrap_or_default();
    // Rows that are there have no value yet where it is taken from another column.
    let required = wanted.required && wanted.default.is_some() && !declared.backfill.contains_key(name);
    let name = ident(name);
    Statement::reprinting(
        format!(
            "ALTER TABLE {of} ADD COLUMN {name} {}{default}{}",
            wanted.kind(),
            if required { " NOT NULL" } else { "" }
        ),
        format!("ALTER TABLE {of} DROP COLUMN {name}"),
    )
}

/// An expression over `t`: where the value of a column is to be had.
fn source(draft: &Draft<'_>, table: &Relation, backfill: &Backfill) -> Option<String> {
    let value = match (&backfill.by, backfill.from.split_once('.')) {
        (Some(by), Some((other, from))) => {
            let other = draft.context.catalogue.table_named(Some(&table.schema), other)?;
            let [key] = draft.context.catalogue.primary_key(other.oid) else { return None };
            let key = draft.context.catalogue.column(other.oid, *key)?;
            let (from, by) = (other.column(from)?, table.column(by)?);
            format!(
                "(SELECT {} FROM {} AS p WHERE {} = {})",
                field("p", &from.name),
                other.from(),
                field("p", &key.name),
                field("t", &by.name)
            )
        }
        _ => field("t", &table.column(&backfill.from)?.name),
    };
    Some(backfill.equals.as_ref().map_or(value.clone(), |word| format!("{value}::text = {}", literal(word))))
}

/// Whether the values of a new column come from one that is never NULL, or from its default.
fn is_always_filled(draft: &Draft<'_>, table: &Relation, declared: &ExpectedTable, name: &str) -> bool {
    let Some(backfill) = declared.backfill.get(name) else { return false };
    if declared.columns.get(name).is_some_and(|it| it.default.is_some()) {
        return true;
    }
    let required = |name: &str| table.column(name).is_some_and(|it| it.required);
    match (&backfill.by, backfill.from.split_once('.')) {
        (Some(by), Some((other, from))) => {
            let catalogue = draft.context.catalogue;
            catalogue.table_named(Some(&table.schema), other).is_some_and(|other| {
                let leads_there = |number: &[i16]| catalogue.names(table.oid, number) == *by;
                required(by)
                    && other.column(from).is_some_and(|it| it.required)
                    && catalogue
                        .foreign_keys_of(table.oid)
                        .any(|it| it.valid && it.target == other.oid && leads_there(&it.columns))
            })
        }
        _ => required(&backfill.from),
    }
}

/// Converts a column; none where that could not be taken back exactly.
fn convert(draft: &Draft<'_>, table: &Relation, column: &Column, should: &str) -> Option<Statement> {
    let key = draft.context.catalogue.primary_key(table.oid);
    // Rows are found by their key, or by their place, and both have to stay while rows are repaired.
    if key.is_empty()
        || key.contains(&column.number)
        || column.held
        || !column.identity.is_empty()
        || !column.generated.is_empty()
    {
        return None;
    }
    let (of, name) = (qualified(&table.schema, &table.name), ident(&column.name));
    let into_other =
        column.is_text() && !matches!(canonical(should).split('(').next(), Some("text" | "character varying"));
    if into_other && column.default.is_some() {
        return None;
    }
    let (drop, set) = match &column.default {
        Some(default) => {
            (format!("ALTER COLUMN {name} DROP DEFAULT, "), format!(", ALTER COLUMN {name} SET DEFAULT {default}"))
        }
        None => (String::new(), String::new()),
    };
    let to = |kind: &str, from: &str| {
        format!("ALTER TABLE {of} {drop}ALTER COLUMN {name} TYPE {kind} USING {}{set}", cast(&name, from, kind))
    };
    let (forward, back) = (to(should, &column.kind), to(&column.kind, should));
    if !(into_other || column.base == "json" && should == "jsonb") {
        return Some(Statement::reprinting(forward, back));
    }
    // Several texts become one value; what they were is kept, and comes back with the undo.
    let kept = format!(
        "orientor_doctor.{}",
        ident(&constraint_name(&format!("{}_{}_{}", table.schema, table.name, column.name), "was"))
    );
    let names = key.iter().filter_map(|it| draft.context.catalogue.column(table.oid, *it)).map(|it| ident(&it.name));
    let names: Vec<String> = names.collect();
    let new = cast(&name, &column.kind, should);
    let found = names.iter().map(|it| format!("t.{it} = w.{it}")).collect::<Vec<_>>().join(" AND ");
    let converts = Statement::reprinting(
        format!(
            "CREATE TABLE {kept} AS SELECT {}, {name}::text AS doctor_was, ({new})::text AS doctor_is FROM {of} WHERE ({new})::text <> {name}::text; {forward}",
            names.join(", ")
        ),
        format!(
            "{back}; UPDATE {of} AS t SET {name} = w.doctor_was::{} FROM {kept} AS w WHERE {found} AND t.{name}::text = w.doctor_is; DROP TABLE {kept}",
            column.kind
        ),
    );
    Some(Statement { keeps: Some(kept), ..converts })
}

/// The value as another type; times are read and written as UTC.
fn cast(name: &str, from: &str, to: &str) -> String {
    let zoned = |kind: &str| kind.ends_with("with time zone");
    match (canonical(from), canonical(to)) {
        (from, to) if zoned(&from) && !zoned(&to) && (to.starts_with("timestamp") || to == "date") => {
            format!("({name} AT TIME ZONE 'UTC')::{to}")
        }
        (from, to) if zoned(&to) && (from.starts_with("timestamp") || from == "date") && !zoned(&from) => {
            format!("({name}::timestamp AT TIME ZONE 'UTC')::{to}")
        }
        // Not cut to the new length without a word, as an explicit cast would.
        (_, to) if to.starts_with("character") || to == "text" => format!("{name}::text"),
        (from, to) if from.starts_with("character") || from == "text" => format!("{name}::text::{to}"),
        (_, to) => format!("{name}::{to}"),
    }
}

/// Refuses NULL, without holding a lock while the rows are looked at.
pub(super) fn set_not_null(table: &Relation, column: &Column) -> Vec<Statement> {
    let (of, name) = (qualified(&table.schema, &table.name), ident(&column.name));
    let check = ident(&constraint_name(&format!("{}_{}", table.name, column.name), "doctor_not_null"));
    let drop = format!("ALTER TABLE {of} DROP CONSTRAINT IF EXISTS {check}");
    vec![
        Statement::new(
            format!("ALTER TABLE {of} ADD CONSTRAINT {check} CHECK ({name} IS NOT NULL) NOT VALID"),
            drop.clone(),
        ),
        Statement::new(format!("ALTER TABLE {of} VALIDATE CONSTRAINT {check}"), ""),
        Statement::new(
            format!("ALTER TABLE {of} ALTER COLUMN {name} SET NOT NULL"),
            format!("ALTER TABLE {of} ALTER COLUMN {name} DROP NOT NULL"),
        ),
        Statement::new(drop, ""),
    ]
}
