//! A plan: what would be changed, step by step, as a file.
//!
//! Steps come in three phases. *Shape* makes room: columns, types, NULL allowed. *Rows* changes, adds and removes rows.
//! *Tighten* adds what could not hold before: keys, rules, indexes. Undo goes the other way, so that a row is
//! always put back into a table of the shape that it had.

mod draft;
mod given;
mod make;
mod stage;

use std::{
    io::{self, BufWriter, Read, Write as _},
    path::Path,
};

pub(crate) use draft::{Draft, Selection, assign};
pub(crate) use given::GivenRows;
pub use given::{Given, GivenError};
pub(crate) use make::{Supply, counted};
pub use make::{plan, plan_part};
pub(crate) use stage::{
    Staged, Staging, found, give, is_met_later, key, later, refuse_any, refuse_twice, take_away, uses_given,
};

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use crate::finding::{Finding, Summary};

/// What would be changed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Version of this form.
    pub format: u32,
    /// The database that it was made for.
    pub database: DatabaseId,
    /// When it was made, by the database's clock.
    pub made_at: String,
    /// What it is for: `repair`, `merge 1 2`, `relink` …
    pub purpose: String,
    /// The people and the profiles when it was made; none in plans of older versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Summary>,
    /// What was assumed without proof, such as that a list of users is to be trusted.
    pub assumptions: Vec<String>,
    /// Rows from outside that steps refer to as `{given}`, if any step does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<Given>,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// What is left for somebody to decide.
    pub open: Vec<Finding>,
}

/// A part of the repair, made into a plan of its own.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// What the plan is for, such as `import`.
    pub purpose: &'a str,
    /// The checks whose findings it repairs.
    pub checks: &'a [&'a str],
    /// What is decided about all findings of a check: the check and the choice.
    pub decided: &'a [(&'a str, &'a str)],
    /// Whether names that are empty here are filled in from the provider's list.
    pub names: bool,
}

/// A database, so that a plan is not applied to another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatabaseId {
    /// The name of the database.
    pub name: String,
    /// Its object id, which differs between databases of one cluster.
    pub oid: i64,
    /// The identifier of the cluster; none where our role may not see it.
    pub cluster: Option<String>,
}

/// One step.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The check whose finding it repairs, or the operation it belongs to.
    pub check: String,
    /// What it does, for people.
    pub title: String,
    /// The schema of the table.
    pub schema: String,
    /// The table, or the sequence.
    pub table: String,
    /// What it does.
    pub work: Work,
}

/// What a step does.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Work {
    /// Statements that make room for rows.
    Shape(Vec<Statement>),
    /// Rows that change.
    Rows(Box<RowWork>),
    /// Statements that add what could not hold before.
    Tighten(Vec<Statement>),
}

/// A statement of the schema with what takes it back. Each runs in a transaction of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The statement.
    pub forward: String,
    /// What makes the schema as it was; empty where there is nothing to take back.
    pub inverse: String,
    /// Whether it must run outside of a transaction, as building an index concurrently does. Then it is written
    /// so that running it twice does no harm, its parts on lines that end with a semicolon.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub concurrent: bool,
    /// A sequence that it moves, quoted and with its schema; undo puts it back to where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moves: Option<String>,
    /// Whether rows of the table read otherwise after it, with a new column or another type: rows that were staged
    /// before are then known by how they read now.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reprints: bool,
    /// The table, quoted and with its schema, of an index that was found begun and never finished: undo leaves it so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unfinished: Option<String>,
    /// A table, quoted and with its schema, in which it keeps what the inverse needs, and which goes with the run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keeps: Option<String>,
}

/// Rows that change.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowWork {
    /// What happens to them.
    pub op: Op,
    /// The columns of the key; none where the table has no key and rows are found by their place.
    pub key: Vec<Named>,
    /// The columns that get new values.
    pub assign: Vec<Assign>,
    /// Sequences that give keys to added rows, quoted and with their schema.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sequences: Vec<String>,
    /// A query for the rows: columns `k text[]`, the key, `hash bigint`, over the whole row as it is, and `new jsonb`, the new
    /// values as text by column; for rows that are added, `new` alone.
    pub stage: String,
    /// How many rows.
    pub predicted: u64,
    /// Over the keys, the rows as they are, and the new values.
    pub fingerprint: String,
}

/// A column and its type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// The column.
    pub column: String,
    /// Its type, as SQL.
    #[serde(rename = "type")]
    pub kind: String,
}

/// A column that gets a new value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assign {
    /// The column.
    pub column: String,
    /// Its type, as SQL.
    #[serde(rename = "type")]
    pub kind: String,
    /// An expression over `s.new` that is worked out when the row is written; the staged value if there is none.
    pub expression: Option<String>,
}

/// What happens to rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// They get new values.
    Update,
    /// They move to quarantine.
    Quarantine,
    /// They are added.
    Insert,
}

impl Plan {
    /// The version that this program writes; also that of the journal of a run.
    pub const FORMAT: u32 = 3;

    /// Reads the plan that is in the file at `path`.
    ///
    /// # Errors
    ///
    /// If it is no plan.
    pub fn read(file: impl Read, path: &Path) -> serde_json::Result<Self> {
        let mut plan: Self = serde_json::from_reader(file)?;
        if let Some(given) = &mut plan.given {
            given.is_in(given::folder_of(path));
        }
        Ok(plan)
    }

    /// Writes the plan, and beside it the rows that it was given, each file whole or not at all.
    ///
    /// # Errors
    ///
    /// If a file cannot be written.
    pub fn write(&mut self, path: &Path) -> io::Result<()> {
        if let Some(given) = &mut self.given {
            given.keep_beside(path)?;
        }
        let mut file = BufWriter::new(NamedTempFile::new_in(given::folder_of(path))?);
        serde_json::to_writer_pretty(&mut file, self)?;
        file.write_all(b"\n")?;
        file.into_inner().map_err(io::IntoInnerError::into_error)?.persist(path)?;
        Ok(())
    }

    /// How many rows it would change.
    pub fn rows(&self) -> u64 {
        self.steps.iter().map(Step::rows).sum()
    }
}

impl Step {
    /// How many rows it would change.
    pub fn rows(&self) -> u64 {
        match &self.work {
            Work::Rows(rows) => rows.predicted,
            Work::Shape(_) | Work::Tighten(_) => 0,
        }
    }

    /// Whether it does this to rows of the users table.
    pub(crate) fn is_of_users(&self, scene: &crate::audit::Scene, op: Op) -> bool {
        let users = scene.catalogue.table(scene.people.table);
        users.is_some_and(|it| it.schema == self.schema && it.name == self.table)
            && matches!(&self.work, Work::Rows(rows) if rows.op == op)
    }

    /// Which phase it belongs to, in order.
    pub(crate) fn phase(&self) -> u8 {
        match &self.work {
            Work::Shape(_) => 0,
            Work::Rows(_) => 1,
            Work::Tighten(_) => 2,
        }
    }

    /// Its statements, if it is about the schema.
    pub(crate) fn statements(&self) -> &[Statement] {
        match &self.work {
            Work::Shape(statements) | Work::Tighten(statements) => statements,
            Work::Rows(_) => &[],
        }
    }
}

impl Statement {
    /// A statement in a transaction.
    pub(crate) fn new(forward: impl Into<String>, inverse: impl Into<String>) -> Self {
        Self {
            forward: forward.into(),
            inverse: inverse.into(),
            concurrent: false,
            moves: None,
            reprints: false,
            unfinished: None,
            keeps: None,
        }
    }

    /// A statement that moves, makes or drops a sequence; the position is put back by undo itself.
    pub(crate) fn moving(sequence: impl Into<String>, forward: impl Into<String>, inverse: impl Into<String>) -> Self {
        Self { moves: Some(sequence.into()), ..Self::new(forward, inverse) }
    }

    /// A statement after which rows read otherwise.
    pub(crate) fn reprinting(forward: impl Into<String>, inverse: impl Into<String>) -> Self {
        Self { reprints: true, ..Self::new(forward, inverse) }
    }

    /// The parts of what a statement that runs outside of one does, forward or back.
    pub(crate) fn parts(sql: &str) -> impl Iterator<Item = &str> {
        sql.split(";\n").filter(|part| !part.is_empty())
    }

    /// A statement that must run outside of one.
    pub(crate) fn concurrent(forward: impl Into<String>, inverse: impl Into<String>) -> Self {
        Self { concurrent: true, ..Self::new(forward, inverse) }
    }
}
