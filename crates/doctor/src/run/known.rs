//! What has to be known before the rows of a run are changed, asked for once for all of them.

use std::collections::BTreeMap;

use sqlx::Row as _;

use super::{
    RunError, Writer,
    parents::{self, Link, Links},
    record::Run,
    triggers::{self, Tables},
    writer::unreadable,
};
use crate::plan::{RowWork, Step, Work};

/// What is known of the tables, and of how far the run has come.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub tables: Tables,
    links: Links,
    done: BTreeMap<usize, i64>,
}

impl Known {
    /// Reads the catalogue and the batches of a run.
    pub async fn of(writer: &mut Writer, run: &Run) -> Result<Self, RunError> {
        let rows = || run.plan.steps.iter().filter(|it| matches!(it.work, Work::Rows(_)));
        if rows().next().is_none() {
            return Ok(Self::default());
        }
        let what = "reading how far the run has come";
        let upto = format!("SELECT step, max(upto) FROM orientor_doctor.batches WHERE run = {} GROUP BY step", run.id);
        let answers = writer
            .answers(&[
                (triggers::WHAT, &Tables::question(rows())),
                (parents::WHAT, &Links::question(rows(), "conrelid")),
                (what, &upto),
            ])
            .await?;
        let [tables, links, upto] = &answers[..] else { return Err(unreadable(what, "no answer")) };
        let bad = |error: sqlx::Error| unreadable(what, &error.to_string());
        let mut done = BTreeMap::new();
        for row in upto {
            let step: i32 = row.try_get(0).map_err(bad)?;
            done.insert(usize::try_from(step).unwrap_or(usize::MAX), row.try_get(1).map_err(bad)?);
        }
        Ok(Self { tables: Tables::read(tables)?, links: Links::read(links)?, done })
    }

    /// How many rows of a step are changed already.
    pub fn done(&self, at: usize) -> i64 {
        self.done.get(&at).copied().unwrap_or_default()
    }

    /// The foreign keys that a step's rows may break.
    pub fn links(&self, step: &Step, work: &RowWork) -> Vec<Link> {
        self.links.broken_by(step, work)
    }
}
