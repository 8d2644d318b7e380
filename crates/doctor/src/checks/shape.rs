//! What differs from the schema as it should be. Without a file that says so, nothing does.

mod columns;
mod rules;

pub(super) use rules::not_unique;

pub(super) use self::columns::UUID;

use super::{Check, Context, Question};
use crate::{
    catalogue::{Catalogue, Column, Relation},
    expected::{Expected, ExpectedTable, Group},
    finding::{Disposition, Kind, Severity},
};

/// The checks.
pub const CHECKS: &[Check] = &[
    Check {
        code: "D42",
        slug: "table-missing",
        title: "table missing",
        unit: "tables",
        kind: Kind::Schema,
        severity: Severity::Error,
        disposition: Disposition::Repair,
        action: "creates the table empty; nothing refers to a table that is not there, so no row is concerned",
        needs_directory: false,
        look: missing_tables,
    },
    columns::MISSING,
    columns::STILL_REQUIRED,
    columns::WRONG_TYPE,
    columns::NULLABLE,
    rules::WRONG_DELETE_RULE,
    rules::UNDECLARED_CHECK,
    columns::LEFT_OVER,
    rules::REVISIONS,
];

/// A table that is missing is missed only where at least half of the application's tables are there: a database
/// that `orientor migrate` has made from nothing has no use for the others.
fn missing_tables(ctx: &Context<'_>) -> Vec<Question> {
    let Some((expected, home)) = whole(ctx) else { return Vec::new() };
    let taken = |name: &str| ctx.catalogue.relations.values().any(|it| it.schema == home && it.name == name);
    // Where a migration tool notes how far it has come, only that tool has a use for.
    let notes = expected.revisions.as_ref().map(|it| &it.table);
    let wanted = expected.tables.iter().filter(|(_, table)| table.group != Group::Added);
    let missing = wanted.filter(|(name, _)| !taken(name) && Some(*name) != notes);
    missing.map(|(name, _)| Question::known(&absent(home, name), None, vec![format!("{home}.{name}")])).collect()
}

/// The expected schema and where it is, if the application's own tables are there.
fn whole<'a>(ctx: &Context<'a>) -> Option<(&'a Expected, &'a str)> {
    let (expected, home) = home(ctx)?;
    expected.is_whole(ctx.catalogue, home).then_some((expected, home))
}

/// The expected schema and where it is, if that is to be looked at.
fn home<'a>(ctx: &Context<'a>) -> Option<(&'a Expected, &'a str)> {
    let expected = ctx.expected?;
    Some((expected, expected.home(ctx.catalogue).filter(|it| ctx.covers_schema(it))?))
}

/// The declared tables that are there.
fn found<'a>(ctx: &Context<'a>) -> Vec<(&'a Relation, &'a ExpectedTable)> {
    home(ctx).map(|(expected, _)| expected.found(ctx.catalogue)).unwrap_or_default()
}

/// A table that is not there, to hang a question on.
fn absent(schema: &str, name: &str) -> Relation {
    Relation {
        oid: 0,
        schema: schema.to_owned(),
        name: name.to_owned(),
        kind: 'r',
        partition: false,
        parents: Vec::new(),
        rows: -1.0,
        pages: 0,
        readable: true,
        columns: Vec::new(),
        locked: false,
        inherited: false,
    }
}

/// The numbers of these columns, if all are there.
fn numbers(table: &Relation, names: &[String]) -> Option<Vec<i16>> {
    names.iter().map(|name| Some(table.column(name)?.number)).collect()
}

/// A column of the object itself, as its only sample.
fn object(table: &Relation, column: &str) -> Vec<String> {
    vec![format!("{}.{}.{column}", table.schema, table.name)]
}

/// The columns of a foreign key, if it has one only.
fn single<'a>(catalogue: &'a Catalogue, table: i64, columns: &[i16]) -> Option<&'a Column> {
    if let [number] = columns { catalogue.column(table, *number) } else { None }
}
