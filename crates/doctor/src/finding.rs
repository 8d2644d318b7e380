//! What an audit finds, and what it looked at. The JSON form is a published contract: `audit.schema.json`.

use serde::{Deserialize, Serialize};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing; nothing goes wrong because of it.
    Info,
    /// Something will go wrong one day, or is slow.
    Warning,
    /// Somebody sees wrong data, or none, or an error.
    Error,
}

/// What a plan would do about a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Disposition {
    /// It repairs it: one deterministic change that loses nothing, or keeps what it takes away.
    Repair,
    /// Somebody has to choose.
    Decide,
    /// Nothing; the finding is to be known.
    Report,
}

/// Whether a finding counts rows or objects of the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Rows: offending, absent or surplus ones, as `unit` says.
    Rows,
    /// Columns, constraints, indexes, sequences or tables.
    Schema,
}

/// One kind of damage in one place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The stable code of the check, such as `D23`; documented in `docs/checks/`.
    pub check: String,
    /// The check in a few words, such as `orphan-row`.
    pub slug: String,
    /// The check in one line, for people.
    pub title: String,
    /// The schema of the table.
    pub schema: String,
    /// The bare name of the table, or of a sequence that belongs to none.
    pub table: String,
    /// The column, several joined by commas; none where the whole table is meant.
    pub column: Option<String>,
    /// How many, exactly.
    pub count: u64,
    /// What is counted.
    pub unit: String,
    /// Whether rows or objects are counted.
    pub kind: Kind,
    /// How bad it is.
    pub severity: Severity,
    /// What a plan would do.
    pub disposition: Disposition,
    /// What that is and why it is safe, or what has to be chosen.
    pub action: String,
    /// Up to five keys of offending rows, or names of objects; cut to 200 characters.
    pub samples: Vec<String>,
}

/// The people and the profiles, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Rows of the users table.
    pub users: u64,
    /// Of those, how many carry a provider's id, in their own row or beside it.
    pub users_with_clerk_id: u64,
    /// Rows of the one-to-one profile table that belong to a user.
    pub profiles: u64,
    /// Rows of it whose user does not exist.
    pub orphaned_profiles: u64,
}

/// What was chosen as the table of the users, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// The users table, with its schema.
    pub users: String,
    /// Its key, to which other tables refer.
    pub id: String,
    /// Its e-mail column.
    pub email: Option<String>,
    /// Where the provider's ids are: `table.column`, perhaps in several places.
    pub subjects: Vec<String>,
    /// The one-to-one profile table and its user column.
    pub profile: Option<String>,
    /// What spoke for these choices, a sentence each.
    pub because: Vec<String>,
}

/// What was looked at, and what was not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// Columns that refer to a user by foreign key, by name and type, or by their values.
    pub user_columns_found: usize,
    /// Of those, how many every check that concerns them has looked at.
    pub user_columns_checked: usize,
    /// The columns, as `schema.table.column`.
    pub user_columns: Vec<String>,
    /// Questions that were not answered. Nothing is known about these, least of all that they are clean.
    pub could_not_look: Vec<NotLooked>,
    /// What is outside of what the checks can see, with the reason.
    pub not_looked_at: Vec<NotLooked>,
    /// Checks that need a list of the provider's users, of which there was none.
    pub needs_clerk_directory: Vec<String>,
    /// Tables that were looked at.
    pub tables: usize,
    /// Statements that were asked.
    pub statements: usize,
}

/// Something that was not looked at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct NotLooked {
    /// The check that could not run; none where all are meant.
    pub check: Option<String>,
    /// Where, as `schema.table.column` or `schema.table`.
    pub place: String,
    /// Why not.
    pub reason: String,
}

/// The whole result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Audit {
    /// Version of this form; raised when a member changes its meaning or goes.
    pub format: u32,
    /// Whether everything was asked; false when somebody stopped it.
    pub complete: bool,
    /// The database, without user and password.
    pub database: String,
    /// What was taken for the users.
    pub chosen: Chosen,
    /// By code, schema, table and column.
    pub findings: Vec<Finding>,
    /// The people, in numbers.
    pub summary: Summary,
    /// What was looked at.
    pub coverage: Coverage,
    /// The tables and how they hang together.
    pub tables: Vec<TableHealth>,
}

/// A table in the graph.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableHealth {
    /// Its schema.
    pub schema: String,
    /// Its bare name.
    pub name: String,
    /// Rows, as the planner estimates them; none if nobody has counted yet.
    pub rows_estimate: Option<u64>,
    /// The worst finding in it.
    pub worst: Option<Severity>,
    /// Whether something about it could not be looked at.
    pub blind: bool,
    /// What it refers to: `schema.table` and by which column.
    pub refers_to: Vec<Edge>,
}

/// One table refers to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Edge {
    /// By which column.
    pub column: String,
    /// The other table's schema.
    pub schema: String,
    /// The other table.
    pub table: String,
    /// Whether a foreign key says so.
    pub enforced: bool,
}

impl Audit {
    /// The version that this program writes.
    pub const FORMAT: u32 = 1;

    /// The exit code: 2 if something could not be looked at, else 1 if there is a finding at least as bad
    /// as `fail_on`, else 0.
    pub fn exit_code(&self, fail_on: Severity) -> u8 {
        if !self.complete || !self.coverage.could_not_look.is_empty() {
            return 2;
        }
        u8::from(self.findings.iter().any(|finding| finding.severity >= fail_on))
    }
}
