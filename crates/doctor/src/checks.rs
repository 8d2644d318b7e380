//! The checks: each turns what is known of the schema into questions, and each answer above zero is a finding.
//!
//! A check never asks by itself. It says what to count and where, so that the runner can spread the questions over
//! connections, so that a question without an answer is reported as such, and so that a plan can change the very
//! rows that were counted.

mod content;
mod directory;
mod disagreement;
#[cfg(test)]
mod fixture;
mod keys;
mod ownership;
mod people;
mod relations;
mod shape;
mod shared;
mod single;

pub(crate) use content::Spot;
pub(crate) use shared::{
    LISTS, Text, active_flag, active_goal, addresses, belongs, bogus, colliding, disagreements, doubled_indexes,
    doubled_keys, gone, is_class, key, left_skills, links, long_indexes, number_column, password, profile,
    single_reference, spots, strangers, unkept_singles,
};
pub(crate) use single::Rule;

use crate::{
    catalogue::{Catalogue, Relation},
    directory::Directory,
    expected::{Expected, ExpectedReference},
    finding::{Disposition, Kind, Severity},
    people::People,
    references::References,
    sql::column,
};

/// All checks, those of one file together.
pub fn all() -> impl Iterator<Item = &'static Check> {
    let any_schema = [people::CHECKS, directory::CHECKS, ownership::CHECKS, keys::CHECKS, relations::CHECKS];
    any_schema.into_iter().chain([shape::CHECKS, content::CHECKS]).flatten()
}

/// The stable codes of all checks.
pub fn codes() -> impl Iterator<Item = &'static str> {
    all().map(|check| check.code)
}

/// All that a check may look at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The live schema.
    pub catalogue: &'a Catalogue,
    /// Who the users are.
    pub people: &'a People,
    /// What refers to what.
    pub references: &'a References,
    /// What the schema should look like, if that is known.
    pub expected: Option<&'a Expected>,
    /// The references that it declares and whose both ends are there.
    pub declared: &'a [ExpectedReference],
    /// The provider's list of users, if there is one.
    pub directory: Option<&'a Directory>,
    /// Whether anybody has two rows with one address, one of them linked.
    pub has_twins: bool,
    /// The schemas to look at; all if empty.
    pub schemas: &'a [String],
}

impl Context<'_> {
    /// Whether this table is to be looked at.
    pub fn covers(&self, table: &Relation) -> bool {
        self.covers_schema(&table.schema)
    }

    /// Whether this schema is to be looked at.
    pub fn covers_schema(&self, schema: &str) -> bool {
        self.schemas.is_empty() || self.schemas.iter().any(|it| it == schema)
    }
}

/// An expression over the row `alias` that names it to a person: its key, else its place in the file.
pub(crate) fn key_of(context: &Context<'_>, table: &Relation, alias: &str) -> String {
    let key = context.catalogue.primary_key(table.oid);
    let parts: Vec<String> = key
        .iter()
        .filter_map(|number| context.catalogue.column(table.oid, *number))
        .map(|it| format!("{}::text", column(alias, &it.name)))
        .collect();
    match (parts.is_empty(), keys::key(context, table)) {
        (false, _) => parts.join(" || ',' || "),
        (true, Some(key)) => format!("coalesce({}::text, 'at ' || {alias}.ctid::text)", column(alias, &key.name)),
        (true, None) => format!("'at ' || {alias}.ctid::text"),
    }
}

/// One kind of damage.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// Stable code, such as `D23`.
    pub code: &'static str,
    /// In a few words, such as `orphan-row`.
    pub slug: &'static str,
    /// In one line, for people.
    pub title: &'static str,
    /// What is counted.
    pub unit: &'static str,
    /// Whether that is rows or objects.
    pub kind: Kind,
    /// How bad it is.
    pub severity: Severity,
    /// What a plan would do, unless a question says otherwise.
    pub disposition: Disposition,
    /// What that is and why it is safe, or what has to be chosen.
    pub action: &'static str,
    /// Whether it compares with the provider's list of users.
    pub needs_directory: bool,
    /// Its questions.
    pub look: fn(&Context<'_>) -> Vec<Question>,
}

/// What to count, and where.
#[derive(Clone, Debug)]
pub struct Question {
    /// The schema of the table.
    pub schema: String,
    /// The table, or a sequence that belongs to none.
    pub table: String,
    /// The column, several joined by commas.
    pub column: Option<String>,
    /// What to count.
    pub ask: Ask,
    /// Differs from the check's where it depends on the place.
    pub disposition: Option<Disposition>,
    /// The same for what would be done.
    pub action: Option<String>,
    /// Foreign keys, as positions in the catalogue, of which any such row proves that they are not kept.
    pub refutes: Vec<usize>,
}

/// What to count.
#[derive(Clone, Debug)]
pub enum Ask {
    /// Known from the catalogue.
    Known {
        /// How many, at least 1.
        count: u64,
        /// Names of the objects.
        samples: Vec<String>,
    },
    /// Has to be asked: `WITH {with} SELECT {count} FROM {from}`, and for samples `SELECT {key} FROM {from}`.
    Rows(Offenders),
}

/// The rows that a question is about.
#[derive(Clone, Debug, Default)]
pub struct Offenders {
    /// Common table expressions, without the word WITH; empty for none.
    pub with: String,
    /// What stands behind FROM, with WHERE, GROUP BY and so on.
    pub from: String,
    /// What is counted; `count(*)` as a rule. Must yield exactly one bigint.
    pub count: String,
    /// What names a row to a person.
    pub key: String,
    /// Values of `$1`, `$2` …, each a `text[]`.
    pub arrays: Vec<Vec<String>>,
}

impl Offenders {
    /// All rows of `from`, each named by `key`.
    pub fn new(from: impl Into<String>, key: impl Into<String>) -> Self {
        Self { from: from.into(), key: key.into(), count: "count(*)".to_owned(), ..Self::default() }
    }

    /// The same, with common table expressions before it.
    #[must_use]
    pub fn with(mut self, with: impl Into<String>) -> Self {
        self.with = with.into();
        self
    }

    /// The statement that counts.
    pub fn count_sql(&self) -> String {
        format!("{}{}", self.prefix(), self.plain_count())
    }

    /// The same, without its common table expressions.
    pub fn plain_count(&self) -> String {
        format!("SELECT ({})::bigint FROM {}", self.count, self.from)
    }

    /// The statement that names up to five of them.
    pub fn sample_sql(&self) -> String {
        format!("{}{}", self.prefix(), self.plain_sample())
    }

    /// The same, without its common table expressions.
    pub fn plain_sample(&self) -> String {
        format!(
            "SELECT DISTINCT left(named.k, 200) FROM (SELECT all_named.k FROM (SELECT ({})::text AS k FROM {}) AS all_named \
             WHERE all_named.k IS NOT NULL LIMIT 1000) AS named ORDER BY 1 LIMIT 5",
            self.key, self.from
        )
    }

    fn prefix(&self) -> String {
        if self.with.is_empty() { String::new() } else { format!("WITH {} ", self.with) }
    }
}

impl Question {
    /// Rows of this table, to be counted.
    pub fn rows(table: &Relation, column: impl Into<Option<String>>, offenders: Offenders) -> Self {
        Self::new(table, column, Ask::Rows(offenders))
    }

    /// Objects of this table, known already.
    pub fn known(table: &Relation, column: impl Into<Option<String>>, samples: Vec<String>) -> Self {
        let count = samples.len() as u64;
        Self::new(table, column, Ask::Known { count, samples })
    }

    /// Objects that belong to no table, known already.
    pub fn known_of(schema: &str, name: &str, samples: Vec<String>) -> Self {
        let count = samples.len() as u64;
        Self::at(schema, name, None, Ask::Known { count, samples })
    }

    fn new(table: &Relation, column: impl Into<Option<String>>, ask: Ask) -> Self {
        Self::at(&table.schema, &table.name, column.into(), ask)
    }

    fn at(schema: &str, table: &str, column: Option<String>, ask: Ask) -> Self {
        Self {
            schema: schema.to_owned(),
            table: table.to_owned(),
            column,
            ask,
            disposition: None,
            action: None,
            refutes: Vec::new(),
        }
    }

    /// Says what a plan would do here.
    #[must_use]
    pub fn would(mut self, disposition: Disposition, action: impl Into<String>) -> Self {
        self.disposition = Some(disposition);
        self.action = Some(action.into());
        self
    }
}
