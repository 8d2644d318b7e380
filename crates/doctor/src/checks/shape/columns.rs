//! Columns: missing, left from an older shape, of another type, nullable.

use super::{found, home, object};
use crate::{
    catalogue::{Column, Relation},
    checks::{Check, Context, Offenders, Question},
    expected::{Backfill, ExpectedColumn, ExpectedTable, Group, canonical},
    finding::{Disposition, Kind, Severity},
    sql::{column as field, literal},
};

/// D43.
pub(super) const MISSING: Check = Check {
    code: "D43",
    slug: "column-missing",
    title: "column missing",
    unit: "columns",
    kind: Kind::Schema,
    severity: Severity::Error,
    disposition: Disposition::Repair,
    action: "adds the column; adding a nullable column changes no row and takes a moment, whatever the size",
    needs_directory: false,
    look: missing,
};

/// D44.
pub(super) const STILL_REQUIRED: Check = Check {
    code: "D44",
    slug: "old-column-still-required",
    title: "older column is NOT NULL without default, so inserts in the current shape fail",
    unit: "columns",
    kind: Kind::Schema,
    severity: Severity::Error,
    disposition: Disposition::Repair,
    action: "drops NOT NULL and keeps the column with its values; whoever still fills it can go on doing so",
    needs_directory: false,
    look: still_required,
};

/// D45.
pub(super) const WRONG_TYPE: Check = Check {
    code: "D45",
    slug: "wrong-column-type",
    title: "column type differs from the model",
    unit: "columns",
    kind: Kind::Schema,
    severity: Severity::Warning,
    disposition: Disposition::Repair,
    action: "converts the column; every value fits",
    needs_directory: false,
    look: wrong_type,
};

/// D46.
pub(super) const NULLABLE: Check = Check {
    code: "D46",
    slug: "column-accepts-null",
    title: "column accepts NULL, the model does not",
    unit: "columns",
    kind: Kind::Schema,
    severity: Severity::Warning,
    disposition: Disposition::Repair,
    action: "sets NOT NULL; the column holds none",
    needs_directory: false,
    look: nullable,
};

/// D57.
pub(super) const LEFT_OVER: Check = Check {
    code: "D57",
    slug: "leftover-column",
    title: "column left over from an older model",
    unit: "columns",
    kind: Kind::Schema,
    severity: Severity::Info,
    disposition: Disposition::Report,
    action: "nothing; the column does no harm, and its values may be the only copy (see D22)",
    needs_directory: false,
    look: left_over,
};

fn missing(ctx: &Context<'_>) -> Vec<Question> {
    let mut questions = Vec::new();
    for (relation, table) in found(ctx) {
        for (name, column) in table.columns.iter().filter(|(name, _)| relation.column(name).is_none()) {
            let question = Question::known(relation, name.clone(), object(relation, name));
            let action = format!("adds the column as {}{}", column.kind(), filling(table.backfill.get(name), column));
            questions.push(question.would(Disposition::Repair, action));
        }
    }
    questions
}

/// Where the values of a new column come from, as the end of a sentence.
fn filling(backfill: Option<&Backfill>, column: &ExpectedColumn) -> String {
    match (backfill, &column.default) {
        (Some(Backfill { from, equals: Some(word), .. }), _) => {
            format!(" and fills it with whether {from} is {}; {from} itself stays as it is", literal(word))
        }
        (Some(Backfill { from, .. }), _) => format!(" and fills it from {from}, which stays as it is"),
        (None, Some(default)) => format!(" with the default {default}; no other column changes"),
        (None, None) => "; it stays empty, because no older column holds its values".to_owned(),
    }
}

fn still_required(ctx: &Context<'_>) -> Vec<Question> {
    let mut questions = Vec::new();
    for (relation, table) in found(ctx) {
        let old = table.older.keys().map(String::as_str).chain(table.leftover.iter().map(String::as_str));
        for column in old.filter_map(|name| relation.column(name)) {
            if column.required && !column.is_filled() {
                questions.push(Question::known(relation, column.name.clone(), object(relation, &column.name)));
            }
        }
    }
    questions
}

fn wrong_type(ctx: &Context<'_>) -> Vec<Question> {
    let mut questions = Vec::new();
    for (relation, table) in found(ctx) {
        for column in &relation.columns {
            let wanted = table.columns.get(&column.name).or_else(|| table.optional.get(&column.name));
            if let Some(wanted) = wanted.filter(|it| !it.accepts(&column.kind)) {
                let asked = type_questions(relation, column, wanted.kind());
                questions.extend(
                    asked.into_iter().map(|it| if column.held { it.would(Disposition::Report, HELD) } else { it }),
                );
            }
        }
    }
    questions
}

/// Why a column keeps its type.
const HELD: &str =
    "nothing; a view, a rule, a policy, a trigger or a generated column reads it, or it has a collation of its own";

fn type_questions(relation: &Relation, column: &Column, should: &str) -> Vec<Question> {
    let is = canonical(&column.kind);
    let Some(misfits) = misfits(column, should) else {
        let zone =
            if is.starts_with("timestamp") { "; a time without a zone is read as UTC, as it was written" } else { "" };
        let action =
            format!("converts the column from {is} to {should}; every value of the one is one of the other{zone}");
        let question = Question::known(relation, column.name.clone(), object(relation, &column.name));
        return vec![question.would(Disposition::Repair, action)];
    };
    let blocked = format!(
        "the column is {is} and should be {should}, and some values do not fit; somebody has to say what becomes of them"
    );
    let free = format!("converts the column from {is} to {should}; every value fits");
    either(relation, &column.name, &any_row(relation, &misfits), &blocked, &free)
}

/// A condition over the row `t` that holds for values that another type cannot take; none if it takes all.
fn misfits(column: &Column, should: &str) -> Option<String> {
    let value = field("t", &column.name);
    let text = format!("{value}::text");
    let length = should.strip_prefix("character varying(").and_then(|rest| rest.strip_suffix(')'));
    if let Some(length) = length.and_then(|it| it.parse::<u32>().ok()) {
        // The length in bytes is known without reading a long value, and none of 4 bytes or fewer has more characters.
        return Some(format!(
            "CASE WHEN octet_length({text}) > 4 * {length} THEN true ELSE length({text}) > {length} END"
        ));
    }
    if matches!(should, "text" | "character varying") {
        return None;
    }
    let fits = match (column.base.as_str(), should) {
        // The one escape that the form for searching cannot hold.
        ("json", "jsonb") => return Some(format!("strpos({text}, {}) > 0", literal("\\u0000"))),
        ("jsonb", "json")
        | ("date" | "timestamp" | "timestamptz", "timestamp without time zone" | "timestamp with time zone")
        | ("int2" | "int4" | "int8", "bigint" | "numeric")
        | ("int2" | "int4" | "float4", "double precision")
        | ("int2", "integer") => return None,
        (_, "uuid") => UUID,
        (_, "integer") => "^\\s*[-+]?[0-9]{1,9}\\s*$",
        (_, "bigint") => "^\\s*[-+]?[0-9]{1,18}\\s*$",
        // Whatever else: somebody has to look.
        _ => return Some(format!("{value} IS NOT NULL")),
    };
    Some(format!("CASE WHEN octet_length({text}) > 80 THEN true ELSE {text} !~* {} END", literal(fits)))
}

/// What PostgreSQL reads as a UUID.
pub(crate) const UUID: &str = "^\\s*\\{?[0-9a-f]{4}(-?[0-9a-f]{4}){7}\\}?\\s*$";

fn nullable(ctx: &Context<'_>) -> Vec<Question> {
    let Some((expected, home)) = home(ctx) else { return Vec::new() };
    // The successor leaves these empty on purpose.
    let succeeded = expected.present(ctx.catalogue, home, &[Group::Added]).0 > 0;
    let mut questions = Vec::new();
    for (relation, table) in found(ctx) {
        for column in relation.columns.iter().filter(|it| !it.required && !table.key.contains(&it.name)) {
            let Some(wanted) = table.columns.get(&column.name) else { continue };
            if !wanted.required && (succeeded || !table.application_requires.contains(&column.name)) {
                continue;
            }
            questions.extend(null_questions(relation, table, column, wanted));
        }
    }
    questions
}

fn null_questions(
    relation: &Relation,
    table: &ExpectedTable,
    column: &Column,
    wanted: &ExpectedColumn,
) -> Vec<Question> {
    let source = table.backfill.get(&column.name).map(|it| it.from.as_str()).or(wanted.default.as_deref());
    if let Some(source) = source {
        let action =
            format!("fills what is NULL from {source}, then sets NOT NULL; the rows changed are kept for the undo");
        let question = Question::known(relation, column.name.clone(), object(relation, &column.name));
        return vec![question.would(Disposition::Repair, action)];
    }
    let condition = format!("{} IS NULL", field("t", &column.name));
    either(
        relation,
        &column.name,
        &any_row(relation, &condition),
        "some rows hold NULL, and somebody has to say what belongs there before NOT NULL can be set",
        "sets NOT NULL; the column holds no NULL, so every row obeys already",
    )
}

/// The condition that some row `t` has it.
fn any_row(relation: &Relation, condition: &str) -> String {
    format!("EXISTS (SELECT 1 FROM {} AS t WHERE {condition})", relation.from())
}

/// One finding of one place, in two questions of which one is answered with 1: whether a row stands in the way.
pub(super) fn either(relation: &Relation, column: &str, blocks: &str, blocked: &str, free: &str) -> Vec<Question> {
    let ask = |not: &str| {
        let from = format!("(SELECT 1 WHERE {not} {blocks}) AS s");
        let name = format!("{}.{}.{column}", relation.schema, relation.name);
        Question::rows(relation, column.to_owned(), Offenders::new(from, literal(&name)))
    };
    vec![ask("").would(Disposition::Decide, blocked), ask("NOT").would(Disposition::Repair, free)]
}

fn left_over(ctx: &Context<'_>) -> Vec<Question> {
    let mut questions = Vec::new();
    for (relation, table) in found(ctx) {
        for name in table.leftover.iter().filter(|name| relation.column(name).is_some()) {
            questions.push(Question::known(relation, name.clone(), object(relation, name)));
        }
    }
    questions
}
