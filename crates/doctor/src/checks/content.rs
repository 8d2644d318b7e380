//! What tables hold, by the file that declares them or as Orientor means them: only as far as their columns are there.

mod counts;
mod people;
mod texts;
mod vectors;

use super::{Check, Context, Question, key_of};
use crate::{
    catalogue::{Column, Relation},
    expected::Expected,
    sql::ident,
};

/// The checks.
pub const CHECKS: &[Check] = &[
    people::UNSTAMPED,
    people::FLAG_UNSET,
    people::FLAG_UNFOUNDED,
    people::NONE_IN_NAME,
    people::SKILLS_ON_USERS,
    vectors::BRACES,
    vectors::LENGTH,
    vectors::UNREADABLE,
    texts::SERIALISED_LIST,
    texts::PLACEHOLDER,
    counts::MESSAGES,
    counts::ACTIVE_GOALS,
    counts::UNSCORED,
    counts::SCORED_TWICE,
    texts::SESSION,
    counts::RUNTIME_TABLE,
    counts::NULL_COUNTER,
    texts::FLAT_SCORES,
];

/// Longer values are not taken apart: none that means anything is as long, and PostgreSQL cannot match all of them.
const LONGEST: &str = "1000000";

/// The expected tables in the database.
#[derive(Clone, Copy)]
struct Home<'a> {
    ctx: Context<'a>,
    expected: &'a Expected,
    schema: &'a str,
}

impl<'a> Home<'a> {
    fn of(ctx: &Context<'a>) -> Option<Self> {
        let expected = ctx.expected?;
        let schema = expected.home(ctx.catalogue).filter(|it| ctx.covers_schema(it))?;
        Some(Self { ctx: *ctx, expected, schema })
    }

    fn table(&self, name: &str) -> Option<&'a Relation> {
        self.ctx.catalogue.table_named(Some(self.schema), name)
    }

    fn users(&self) -> Option<&'a Relation> {
        self.table(&self.expected.users)
    }

    /// What names a row `t` of the table to a person.
    fn key(&self, table: &Relation) -> String {
        key_of(&self.ctx, table, "t")
    }
}

/// The question about a table of Orientor's, if that is what the tables are.
fn ask(ctx: &Context<'_>, look: fn(&Home<'_>) -> Option<Question>) -> Vec<Question> {
    Home::of(ctx).filter(|it| it.expected.name == "orientor").and_then(|home| look(&home)).into_iter().collect()
}

/// The questions about what the file declares, whosever it is.
fn ask_all(ctx: &Context<'_>, look: fn(&Home<'_>) -> Vec<Question>) -> Vec<Question> {
    Home::of(ctx).map(|home| look(&home)).unwrap_or_default()
}

/// The quoted name of a column, if it is there and of the right type.
fn named(table: &Relation, name: &str, fits: fn(&Column) -> bool) -> Option<String> {
    table.column(name).filter(|it| fits(it)).map(|it| ident(&it.name))
}

fn is_boolean(column: &Column) -> bool {
    column.base == "bool"
}

fn any(_: &Column) -> bool {
    true
}
