//! What a batch has written beside its own rows: what triggers and foreign keys that the plan does not know have done.
//! Nothing would take that back, so the batch is given up.

use std::collections::BTreeMap;

use sqlx::Row as _;

use super::{
    ApplyOptions, RunError, Writer,
    batch::{self, Place},
    ready::NOT_OURS,
    record::Run,
    writer::unreadable,
};
use crate::{
    plan::{Op, Plan, RowWork, Staging, Step, Work},
    sql::{literal, qualified},
};

const WHAT: &str = "looking at what else was written";

/// Tables in which the triggers that `orientor migrate` makes only note that something has changed.
const NOTES: &str = "'peer_changes', 'peer_log'";

/// Rows added, changed and deleted.
type Counts = [i64; 3];

/// What a transaction has written so far, by table; the step's own table, with its partitions, under an empty name.
#[derive(Debug)]
pub(super) struct Written(BTreeMap<String, Counts>);

impl Written {
    /// Reads PostgreSQL's own counts of this transaction, without what a key takes along that changes, ON UPDATE CASCADE: it goes
    /// back the same way.
    pub async fn now(writer: &mut Writer, step: &Step) -> Result<Self, RunError> {
        let sql = format!(
            "WITH RECURSIVE family AS (SELECT to_regclass({})::oid AS oid UNION SELECT i.inhrelid FROM pg_inherits AS i JOIN family AS f ON i.inhparent = f.oid) \
             SELECT CASE WHEN c.oid IN (SELECT oid FROM family) THEN '' ELSE n.nspname || '.' || c.relname END, \
             sum(x.added)::bigint, sum(x.changed)::bigint, sum(x.deleted)::bigint \
             FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace, LATERAL (SELECT pg_stat_get_xact_tuples_inserted(c.oid) AS added, \
             pg_stat_get_xact_tuples_updated(c.oid) AS changed, pg_stat_get_xact_tuples_deleted(c.oid) AS deleted) AS x \
             WHERE c.relkind = 'r' AND n.nspname <> 'orientor_doctor' AND n.nspname !~ '^pg_' AND x.added + x.changed + x.deleted > 0 \
             AND NOT (c.relname IN ({NOTES}) AND EXISTS (SELECT 1 FROM pg_trigger AS t JOIN pg_proc AS p ON p.oid = t.tgfoid \
             WHERE t.tgrelid IN (SELECT oid FROM family) AND NOT ({NOT_OURS}))) AND NOT EXISTS (SELECT 1 FROM pg_constraint AS k \
             WHERE k.contype = 'f' AND k.conrelid = c.oid AND k.confupdtype = 'c' AND k.confrelid IN (SELECT oid FROM family) \
             AND c.oid NOT IN (SELECT oid FROM family) AND x.added + x.deleted = 0) GROUP BY 1",
            literal(&qualified(&step.schema, &step.table))
        );
        let bad = |error: sqlx::Error| unreadable(WHAT, &error.to_string());
        let mut written = BTreeMap::new();
        for row in writer.rows(WHAT, &sql).await? {
            written.insert(
                row.try_get(0).map_err(bad)?,
                [row.try_get(1).map_err(bad)?, row.try_get(2).map_err(bad)?, row.try_get(3).map_err(bad)?],
            );
        }
        Ok(Self(written))
    }

    /// Refuses if since then something else was written than `count` rows of the step.
    pub async fn refuse_more(
        self,
        writer: &mut Writer,
        step: &Step,
        work: &RowWork,
        count: i64,
    ) -> Result<(), RunError> {
        let now = Self::now(writer, step).await?.0;
        if count > 0 && !now.contains_key("") {
            return Err(RunError::NotNow(
                "PostgreSQL does not count what it writes here (track_counts is off), so nobody could tell what triggers do; switch it on".to_owned(),
            ));
        }
        let mut others = Vec::new();
        for (table, counts) in now {
            let before = self.0.get(&table).copied().unwrap_or_default();
            let [added, changed, deleted] = [0, 1, 2].map(|at| counts[at] - before[at]);
            if !table.is_empty() {
                if added + changed + deleted > 0 {
                    others.push(table);
                }
                continue;
            }
            let is_as_planned = match work.op {
                // A row that moves to another partition is deleted there and added here.
                Op::Update => added + changed == count && deleted == added,
                Op::Quarantine => deleted == count && added + changed == 0,
                Op::Insert => added == count && changed + deleted == 0,
            };
            if !is_as_planned {
                others.push(format!("other rows of {}.{}", step.schema, step.table));
            }
        }
        if others.is_empty() {
            return Ok(());
        }
        Err(RunError::Elsewhere { table: format!("{}.{}", step.schema, step.table), others })
    }
}

/// Whether a table has triggers of somebody else, whatever they are for.
pub(super) async fn has_triggers(writer: &mut Writer, step: &Step) -> Result<bool, RunError> {
    let sql = format!(
        "SELECT count(*) FROM pg_trigger AS t JOIN pg_proc AS p ON p.oid = t.tgfoid WHERE t.tgrelid = to_regclass({}) \
         AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND {NOT_OURS}",
        literal(&qualified(&step.schema, &step.table))
    );
    Ok(writer.number("looking for triggers", &sql).await? > 0)
}

/// Tries what triggers do beside the rows of the plan, before anything of it stays.
pub(super) async fn try_triggers(
    writer: &mut Writer,
    run: &Run,
    staging: &Staging,
    options: &ApplyOptions,
) -> Result<(), RunError> {
    for (at, step) in run.plan.steps.iter().enumerate() {
        let Work::Rows(work) = &step.work else { continue };
        if !has_triggers(writer, step).await? {
            continue;
        }
        let place: Place<'_> = (at, step, work);
        let upto = i64::try_from(work.predicted).unwrap_or(i64::MAX).min(options.batch.into());
        writer.begin_batch().await?;
        let tried = batch::attempt(writer, run.id, place, staging, (0, upto)).await;
        writer.rollback().await;
        // Another failure may only say that an earlier step has to be done first, and so may rows that go along.
        if let Err(RunError::Elsewhere { table, mut others }) = tried {
            others.retain(|it| !is_moved_before(&run.plan, at, it));
            if !others.is_empty() {
                return Err(RunError::Elsewhere { table, others });
            }
        }
    }
    Ok(())
}

/// Whether rows of this table that go along with those of a step are moved by an earlier one.
pub(super) fn is_moved_before(plan: &Plan, at: usize, table: &str) -> bool {
    plan.steps[..at].iter().any(|it| it.rows() > 0 && table == format!("{}.{}", it.schema, it.table))
}
