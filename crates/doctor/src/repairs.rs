//! Repairs: what a plan does about each finding.
//!
//! A repair is written against the database as it is before the plan: no repair counts on another one to have run.
//! Where two meet in one row, the order of the steps decides, and a row that one removes is no longer the other's.

mod content;
mod decided;
mod decisions;
mod indexes;
mod keys;
pub(crate) mod merge;
mod ownership;
mod people;
mod relations;
mod shape;
mod tables;
pub(crate) mod texts;

pub use decisions::Decisions;

use crate::{
    catalogue::Relation,
    finding::{Disposition, Finding},
    plan::Draft,
};

/// Adds the steps for all findings, in the order in which they do not stand in each other's way.
pub(crate) fn draft(draft: &mut Draft<'_>, findings: &Findings<'_>, decisions: &Decisions) {
    draft.pairs = decided::all_twins(draft, findings, decisions);
    shape::before_rows(draft, findings);
    keys::before_rows(draft, findings);
    people::before_merging(draft, findings);
    decided::repair(draft, findings, decisions);
    merge::twins(draft, findings);
    if let Some(pairs) = decided::twins(draft, decisions) {
        merge::merge(draft, "D04", &pairs);
    }
    people::after_merging(draft, findings);
    ownership::repair(draft, findings);
    keys::rows(draft, findings);
    shape::rows(draft, findings);
    texts::repair(draft, findings);
    content::repair(draft, findings);
    content::attempts(draft, findings);
    keys::after_rows(draft, findings);
    shape::after_rows(draft, findings);
    relations::repair(draft, findings);
    indexes::repair(draft, findings);
    tables::create(draft, findings);
}

/// The findings, by check.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Findings<'a>(pub &'a [Finding]);

impl Findings<'_> {
    /// Whether a check has found anything.
    pub fn has(&self, check: &str) -> bool {
        self.0.iter().any(|it| it.check == check)
    }

    /// Whether a check has found anything that is to be repaired.
    pub fn repairs(&self, check: &str) -> bool {
        self.0.iter().any(|it| it.check == check && it.disposition == Disposition::Repair)
    }

    /// What a check has found in a table, and is to be repaired.
    pub fn repairs_in<'a>(&'a self, check: &'a str, table: &'a Relation) -> impl Iterator<Item = &'a Finding> {
        self.0.iter().filter(move |it| {
            it.check == check
                && it.disposition == Disposition::Repair
                && it.schema == table.schema
                && it.table == table.name
        })
    }

    /// What a check has found in a column, and is to be repaired.
    pub fn repairs_at<'a>(&'a self, check: &'a str, table: &'a Relation, column: &str) -> Option<&'a Finding> {
        self.repairs_in(check, table).find(|it| it.column.as_deref() == Some(column))
    }

    /// Whether a check has found anything in this column.
    pub fn has_at(&self, check: &str, table: &Relation, column: &str) -> bool {
        let is_it = |it: &Finding| it.schema == table.schema && it.table == table.name;
        self.0.iter().any(|it| it.check == check && is_it(it) && it.column.as_deref() == Some(column))
    }
}
