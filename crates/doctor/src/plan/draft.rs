//! Puts a plan together: repairs say what they want, and this keeps order and works out what else goes along.

use std::collections::{BTreeMap, BTreeSet};

use super::{Assign, Named, Op, RowWork, Statement, Step, Work, stage};
use crate::{
    catalogue::{Column, Relation},
    checks::Context,
    sql::qualified,
};

/// A plan that is being made.
#[derive(Debug)]
pub(crate) struct Draft<'a> {
    /// What is known of the database.
    pub context: Context<'a>,
    /// Which users are meant by UUIDs in text references.
    pub uuids: BTreeMap<String, i64>,
    /// Common table expressions that end in `pairs(one, other)`: users of whom this plan makes one.
    pub pairs: Option<String>,
    /// Queries for the numbers of users whom this plan sets aside.
    pub leaving: Vec<String>,
    steps: Vec<Step>,
    /// Columns that the plan gives another type: schema, table, column and the type.
    converted: BTreeMap<(String, String, String), String>,
}

/// Which rows of a table, and their new values.
#[derive(Clone, Debug, Default)]
pub(crate) struct Selection {
    /// Common table expressions, without the word WITH.
    pub with: String,
    /// What stands behind `FROM table AS t`: joins and WHERE.
    pub rest: String,
    /// Whether no join meets a row twice.
    pub once: bool,
    /// Columns and the expressions of their new values.
    pub set: Vec<(Column, String)>,
    /// Columns whose new values are worked out only when the row is written, such as the time.
    pub late: Vec<(Column, String)>,
}

impl Selection {
    /// The rows `t` for which this holds.
    pub fn filter(condition: &str) -> Self {
        Self { rest: format!("WHERE {condition}"), ..Self::default() }
    }

    /// The same, with common table expressions.
    #[must_use]
    pub fn with(mut self, with: impl Into<String>) -> Self {
        self.with = with.into();
        self
    }

    /// Gives a column a new value.
    #[must_use]
    pub fn set(mut self, column: &Column, expression: impl Into<String>) -> Self {
        self.set.push((column.clone(), expression.into()));
        self
    }

    /// Gives a column a new value that is worked out when the row is written.
    #[must_use]
    pub fn set_late(mut self, column: &Column, expression: impl Into<String>) -> Self {
        self.late.push((column.clone(), expression.into()));
        self
    }

    fn sql(&self, table: &Relation, rows: &RowWork) -> String {
        let with = if self.with.is_empty() { String::new() } else { format!("WITH {} ", self.with) };
        let new = self
            .set
            .iter()
            .map(|(column, expression)| format!("{}, ({expression})::text", crate::sql::literal(&column.name)));
        let late = self.late.iter().map(|(column, _)| format!("{}, NULL", crate::sql::literal(&column.name)));
        let new = new.chain(late).collect::<Vec<_>>().join(", ");
        let new = if self.set.is_empty() && self.late.is_empty() {
            "NULL::jsonb".to_owned()
        } else {
            format!("jsonb_build_object({new})")
        };
        let rows = format!(
            "SELECT {} AS k, hashtextextended(t::text, 0) AS hash, {new} AS new FROM {} AS t {}",
            stage::key(rows, "t"),
            table.from(),
            self.rest
        );
        if self.once || self.rest.starts_with("WHERE ") {
            return format!("{with}{rows}");
        }
        // A row that two joins meet is still one row.
        format!("{with}SELECT DISTINCT ON (k) k, hash, new FROM ({rows}) AS x ORDER BY k, new::text")
    }
}

impl<'a> Draft<'a> {
    pub fn new(context: Context<'a>) -> Self {
        Self {
            context,
            uuids: BTreeMap::new(),
            pairs: None,
            leaving: Vec::new(),
            steps: Vec::new(),
            converted: BTreeMap::new(),
        }
    }

    /// The steps in order: shape, rows, tighten; within each as they came.
    pub fn finish(mut self) -> Vec<Step> {
        self.steps.sort_by_key(Step::phase);
        for step in &mut self.steps {
            let Work::Rows(rows) = &mut step.work else { continue };
            for assign in &mut rows.assign {
                let place = (step.schema.clone(), step.table.clone(), assign.column.clone());
                if let Some(kind) = self.converted.get(&place) {
                    assign.kind.clone_from(kind);
                }
            }
        }
        self.steps
    }

    /// Leaves out the steps of other checks.
    pub fn keep(&mut self, is_wanted: impl Fn(&str) -> bool) {
        self.steps.retain(|step| is_wanted(&step.check));
    }

    /// Says that a column has another type by the time rows are written.
    pub fn converts(&mut self, table: &Relation, column: &Column, kind: &str) {
        self.converted.insert((table.schema.clone(), table.name.clone(), column.name.clone()), kind.to_owned());
    }

    /// Statements that make room.
    pub fn shape(&mut self, check: &str, title: impl Into<String>, table: &Relation, statements: Vec<Statement>) {
        self.push(check, title, table, Work::Shape(statements));
    }

    /// Statements that add what could not hold before.
    pub fn tighten(&mut self, check: &str, title: impl Into<String>, table: &Relation, statements: Vec<Statement>) {
        self.push(check, title, table, Work::Tighten(statements));
    }

    /// The same, for a sequence that belongs to no table.
    pub fn tighten_at(
        &mut self,
        check: &str,
        title: impl Into<String>,
        schema: &str,
        name: &str,
        statements: Vec<Statement>,
    ) {
        self.steps.push(Step {
            check: check.to_owned(),
            title: title.into(),
            schema: schema.to_owned(),
            table: name.to_owned(),
            work: Work::Tighten(statements),
        });
    }

    /// New values for rows that are there.
    pub fn update(&mut self, check: &str, title: impl Into<String>, table: &Relation, selection: &Selection) {
        let mut rows = self.rows_of(table, Op::Update);
        rows.assign = selection.set.iter().map(|(column, _)| assign(column)).collect();
        rows.assign.extend(
            selection.late.iter().map(|(column, value)| Assign { expression: Some(value.clone()), ..assign(column) }),
        );
        rows.stage = selection.sql(table, &rows);
        self.push(check, title, table, Work::Rows(Box::new(rows)));
    }

    /// Rows that are added. `query` yields one column `new`, the values as JSON texts by column; columns
    /// in `expressions` are worked out when the row is written.
    pub fn insert(
        &mut self,
        check: &str,
        title: impl Into<String>,
        table: &Relation,
        columns: Vec<Assign>,
        query: String,
    ) {
        let mut rows = self.rows_of(table, Op::Insert);
        rows.assign = columns;
        rows.stage = query;
        rows.sequences = self
            .context
            .catalogue
            .sequences
            .iter()
            .filter(|it| it.used_by.iter().chain(&it.owner).any(|(of, _)| *of == table.oid))
            .map(|it| qualified(&it.schema, &it.name))
            .collect();
        self.push(check, title, table, Work::Rows(Box::new(rows)));
    }

    /// Moves rows to quarantine, and first what depends on them: rows that would go along go along, references
    /// that can be NULL become NULL.
    pub fn quarantine(&mut self, check: &str, title: impl Into<String>, table: &Relation, selection: &Selection) {
        let title = title.into();
        let mut path = BTreeSet::new();
        self.remove(check, &title, table, selection, &mut path);
    }

    /// Moves rows to quarantine to which nothing refers any more.
    pub fn quarantine_alone(&mut self, check: &str, title: &str, table: &Relation, selection: &Selection) {
        let mut rows = self.rows_of(table, Op::Quarantine);
        rows.stage = selection.sql(table, &rows);
        self.push(check, title, table, Work::Rows(Box::new(rows)));
    }

    fn remove(&mut self, check: &str, title: &str, table: &Relation, selection: &Selection, path: &mut BTreeSet<i64>) {
        let mut rows = self.rows_of(table, Op::Quarantine);
        rows.stage = selection.sql(table, &rows);
        if path.insert(table.oid) {
            let references = self.context.references;
            let inbound = references.others.iter().chain(&references.users).filter(|it| it.target == table.oid);
            for reference in inbound {
                let Some(child) = self.context.catalogue.table(reference.table) else { continue };
                let gone = format!(
                    "gone AS (SELECT p.* FROM {} AS p JOIN ({}) AS q ON {})",
                    table.from(),
                    rows.stage,
                    stage::found(&rows, "p", "q.k"),
                );
                let meets = reference.meets("g");
                let refers = reference.refers();
                let depends =
                    Selection::filter(&format!("{refers} AND EXISTS (SELECT 1 FROM gone AS g WHERE {meets})"))
                        .with(gone);
                let rule = reference.foreign_keys.iter().map(|at| self.context.catalogue.constraints[*at].on_delete);
                let cascades = rule.clone().any(|rule| rule == 'c');
                let what = format!("{title}: what refers to it");
                if cascades || reference.column.required {
                    self.remove(check, &what, child, &depends, path);
                } else {
                    self.update(check, what, child, &depends.set(&reference.column, "NULL"));
                }
            }
            path.remove(&table.oid);
        }
        self.push(check, title, table, Work::Rows(Box::new(rows)));
    }

    fn rows_of(&self, table: &Relation, op: Op) -> RowWork {
        let key = self.context.catalogue.primary_key(table.oid).iter();
        let key = key.filter_map(|number| self.context.catalogue.column(table.oid, *number));
        let key = key.map(|it| Named { column: it.name.clone(), kind: it.kind.clone() }).collect();
        RowWork {
            op,
            key,
            assign: Vec::new(),
            sequences: Vec::new(),
            stage: String::new(),
            predicted: 0,
            fingerprint: String::new(),
        }
    }

    fn push(&mut self, check: &str, title: impl Into<String>, table: &Relation, work: Work) {
        self.steps.push(Step {
            check: check.to_owned(),
            title: title.into(),
            schema: table.schema.clone(),
            table: table.name.clone(),
            work,
        });
    }
}

/// A column that gets its staged value.
pub(crate) fn assign(column: &Column) -> Assign {
    Assign { column: column.name.clone(), kind: column.kind.clone(), expression: None }
}
