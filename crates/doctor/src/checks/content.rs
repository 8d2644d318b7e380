//! What tables hold, by the file that declares them or as Orientor means them: only as far as their columns are there.

mod counts;
mod people;
mod texts;
mod vectors;

pub(super) use self::{counts::active, people::left_skills, texts::LISTS};

use super::{Check, Context, Offenders, Question, key_of};
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

/// Rows that a check counts and a repair changes: what stands behind `FROM table AS t`.
#[derive(Clone, Debug)]
pub(crate) struct Spot<'a> {
    pub table: &'a Relation,
    /// The column that the finding names.
    pub column: String,
    /// Joins and WHERE.
    pub rest: String,
}

impl<'a> Spot<'a> {
    fn new(table: &'a Relation, column: impl Into<String>, rest: impl Into<String>) -> Self {
        Self { table, column: column.into(), rest: rest.into() }
    }

    fn question(self, home: &Home<'_>) -> Question {
        let from = format!("{} AS t {}", self.table.from(), self.rest);
        Question::rows(self.table, self.column, Offenders::new(from, home.key(self.table)))
    }
}

/// The rows of a check, for its repair; none of checks that do not count rows one by one.
pub(crate) fn spots<'a>(ctx: &Context<'a>, code: &str) -> Vec<Spot<'a>> {
    let Some(home) = Home::of(ctx) else { return Vec::new() };
    let own = home.expected.name == "orientor";
    let one = |spot: fn(&Home<'a>) -> Option<Spot<'a>>| spot(&home).filter(|_| own).into_iter().collect();
    match code {
        "D14" => one(people::unstamped),
        "D18" => one(people::flag_unset),
        "D21" => one(people::none_in_name),
        "D22" => one(people::skills_on_users),
        "D59" => vectors::braces(&home),
        "D61" => vectors::unreadable(&home),
        "D62" => texts::serialised_list(&home),
        "D63" => one(texts::placeholder),
        "D64" => one(counts::messages),
        "D70" => counts::null_counters(&home),
        "D71" => one(texts::flat_scores),
        _ => Vec::new(),
    }
}

/// The question about a table of Orientor's, if that is what the tables are.
fn ask<'a>(ctx: &Context<'a>, look: fn(&Home<'a>) -> Option<Question>) -> Vec<Question> {
    Home::of(ctx).filter(|it| it.expected.name == "orientor").and_then(|home| look(&home)).into_iter().collect()
}

/// The questions about what the file declares, whosever it is.
fn ask_all<'a>(ctx: &Context<'a>, look: fn(&Home<'a>) -> Vec<Question>) -> Vec<Question> {
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

/// The question about the rows of a spot, if that is what the tables are.
fn ask_spot<'a>(ctx: &Context<'a>, look: fn(&Home<'a>) -> Option<Spot<'a>>) -> Vec<Question> {
    let home = Home::of(ctx).filter(|it| it.expected.name == "orientor");
    home.and_then(|home| Some(look(&home)?.question(&home))).into_iter().collect()
}

/// The questions about the rows of spots, whosever they are.
fn ask_spots<'a>(ctx: &Context<'a>, look: fn(&Home<'a>) -> Vec<Spot<'a>>) -> Vec<Question> {
    Home::of(ctx).map(|home| look(&home).into_iter().map(|it| it.question(&home)).collect()).unwrap_or_default()
}
