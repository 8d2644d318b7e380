//! One step of a migration.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::schema::ObjectKind;

/// One thing that is missing, how to add it and how to take it away again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// What it is.
    pub what: What,
    /// The statement that adds it.
    pub sql: String,
    /// The statement that takes it away.
    pub inverse: String,
    /// Why it is needed, for people.
    pub reason: String,
}

/// What an [`Addition`] is about. Kept in the journal, where taking back needs more than a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum What {
    /// A table.
    Table {
        /// Its name.
        table: String,
        /// Whether its rows can be computed again.
        derived: bool,
    },
    /// A column of a table that exists.
    Column {
        /// The table.
        table: String,
        /// The column.
        column: String,
    },
    /// A column may be NULL from now on.
    NullAllowed {
        /// The table.
        table: String,
        /// The column.
        column: String,
    },
    /// A column that had no default has one.
    Default {
        /// The table.
        table: String,
        /// The column.
        column: String,
    },
    /// A sequence.
    Sequence {
        /// Its name.
        sequence: String,
    },
    /// A sequence belongs to the column that uses it.
    SequenceOwner {
        /// Its name.
        sequence: String,
    },
    /// A sequence continues above the highest key.
    Position {
        /// Its name.
        sequence: String,
        /// The number that it would have given next.
        from: i64,
        /// The number that it gives next.
        to: i64,
    },
    /// An index.
    Index {
        /// Its name.
        index: String,
        /// Its table.
        table: String,
    },
    /// A function.
    Function {
        /// Its name.
        function: String,
    },
    /// A trigger.
    Trigger {
        /// Its name.
        trigger: String,
        /// Its table.
        table: String,
    },
    /// An object that another crate declares.
    Object {
        /// What it is.
        object: ObjectKind,
        /// Its name.
        name: String,
        /// Whether it is a table whose rows can be computed again.
        #[serde(default)]
        derived: bool,
    },
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table { table, .. } => write!(f, "table {table}"),
            Self::Column { table, column } => write!(f, "column {table}.{column}"),
            Self::NullAllowed { table, column } => write!(f, "NULL in {table}.{column}"),
            Self::Default { table, column } => write!(f, "default of {table}.{column}"),
            Self::Sequence { sequence } => write!(f, "sequence {sequence}"),
            Self::SequenceOwner { sequence } => write!(f, "owner of sequence {sequence}"),
            Self::Position { sequence, .. } => write!(f, "position of sequence {sequence}"),
            Self::Index { index, table } => write!(f, "index {index} on {table}"),
            Self::Function { function } => write!(f, "function {function}"),
            Self::Trigger { trigger, table } => write!(f, "trigger {trigger} on {table}"),
            Self::Object { object, name, .. } => {
                let kind = match object {
                    ObjectKind::Table => "table",
                    ObjectKind::Index => "index",
                    ObjectKind::Trigger => "trigger",
                    ObjectKind::Function => "function",
                };
                write!(f, "{kind} {name}")
            }
        }
    }
}

/// The additions as a script that can be read before anything is done.
pub fn script(additions: &[Addition]) -> String {
    let steps = additions.iter().map(|addition| {
        let Addition { what, sql, reason, .. } = addition;
        format!("-- {what}: {reason}\n{sql};\n")
    });
    steps.collect::<Vec<_>>().concat()
}
