//! What a batch has written beside its own rows: what triggers and foreign keys that the plan does not know have done.
//! Nothing would take that back, so the batch is given up.

use std::collections::BTreeMap;

use sqlx::{Row as _, postgres::PgRow};

use super::{
    ApplyOptions, RunError, Writer,
    batch::{self, Place},
    known::Known,
    record::Run,
    triggers::NOT_OURS,
    writer::unreadable,
};
use crate::{
    plan::{Op, Plan, RowWork, Staging, Step, Work},
    sql::literal,
};

pub(super) const WHAT: &str = "looking at what else was written";

/// Tables in which the triggers that `orientor migrate` makes only note that something has changed.
const NOTES: &str = "'peer_changes', 'peer_log'";

/// Asks for PostgreSQL's own counts of this transaction, and of those before it that it has not passed on yet: tables that are
/// neither the system's, whose object ids are below, nor the doctor's nor of a session.
pub(super) const COUNTS: &str = "SELECT oid::bigint, pg_stat_get_xact_tuples_inserted(oid), pg_stat_get_xact_tuples_updated(oid), \
     pg_stat_get_xact_tuples_deleted(oid) FROM pg_class WHERE oid >= 16384 AND relkind = 'r' AND relpersistence <> 't' \
     AND relnamespace IS DISTINCT FROM to_regnamespace('orientor_doctor')::oid AND pg_stat_get_xact_tuples_inserted(oid) \
     + pg_stat_get_xact_tuples_updated(oid) + pg_stat_get_xact_tuples_deleted(oid) > 0";

/// Rows added, changed and deleted.
type Counts = [i64; 3];

/// What was written by when the counts were asked for, by the object id of the table.
#[derive(Debug, Default)]
pub(super) struct Written(BTreeMap<i64, Counts>);

impl Written {
    /// What the answer to [`COUNTS`] says.
    pub fn read(rows: &[PgRow]) -> Result<Self, RunError> {
        let bad = |error: sqlx::Error| unreadable(WHAT, &error.to_string());
        let counts = |row: &PgRow| Ok((row.try_get(0)?, [row.try_get(1)?, row.try_get(2)?, row.try_get(3)?]));
        Ok(Self(rows.iter().map(counts).collect::<Result<_, sqlx::Error>>().map_err(bad)?))
    }

    /// Refuses if between `self` and `now` something else was written than `count` rows of the step, whose table and all that
    /// belongs to it is `family`.
    pub async fn refuse_more(
        &self,
        now: &Self,
        writer: &mut Writer,
        (step, work, family): (&Step, &RowWork, &[i64]),
        count: i64,
    ) -> Result<(), RunError> {
        let table = format!("{}.{}", step.schema, step.table);
        let (mut own, mut elsewhere) = ([0; 3], BTreeMap::new());
        for (oid, counts) in &now.0 {
            let before = self.0.get(oid).copied().unwrap_or_default();
            let more = [0, 1, 2].map(|at| counts[at] - before[at]);
            if family.contains(oid) {
                own = [0, 1, 2].map(|at| own[at] + more[at]);
            } else if more != [0; 3] {
                elsewhere.insert(*oid, more);
            }
        }
        if count > 0 && own == [0; 3] {
            return Err(RunError::NotNow(
                "PostgreSQL does not count what it writes here (track_counts is off), so nobody could tell what triggers do; switch it on".to_owned(),
            ));
        }
        let mut others = Vec::new();
        let [added, changed, deleted] = own;
        let is_as_planned = match work.op {
            // A row that moves to another partition is deleted there and added here.
            Op::Update => added + changed == count && deleted == added,
            Op::Quarantine => deleted == count && added + changed == 0,
            Op::Insert => added == count && changed + deleted == 0,
        };
        if !is_as_planned {
            others.push(table.clone());
        }
        if !elsewhere.is_empty() {
            others.extend(unplanned(writer, work, family, &elsewhere).await?);
        }
        if others.is_empty() { Ok(()) } else { Err(RunError::Elsewhere { table, others }) }
    }
}

/// Of the tables that were written to beside those of a step, all but those of our own notes, and those where a key that the
/// step changes takes references along, ON UPDATE CASCADE: they go back the same way.
async fn unplanned(
    writer: &mut Writer,
    work: &RowWork,
    family: &[i64],
    elsewhere: &BTreeMap<i64, Counts>,
) -> Result<Vec<String>, RunError> {
    let list = |oids: &mut dyn Iterator<Item = &i64>| oids.map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let changed = work.assign.iter().filter(|_| work.op == Op::Update).map(|it| literal(&it.column));
    let family = list(&mut family.iter());
    let sql = format!(
        "WITH RECURSIVE reached AS (SELECT a.attrelid AS oid, a.attnum FROM pg_attribute AS a \
         WHERE a.attrelid = ANY (ARRAY[{family}]::oid[]) AND a.attname = ANY (ARRAY[{}]::name[]) \
         UNION SELECT k.conrelid, k.conkey[u.at] FROM reached AS r JOIN pg_constraint AS k ON k.confrelid = r.oid \
         AND k.contype = 'f' AND k.confupdtype = 'c', generate_subscripts(k.confkey, 1) AS u (at) WHERE k.confkey[u.at] = r.attnum) \
         SELECT c.oid::bigint, n.nspname || '.' || c.relname, c.oid IN (SELECT oid FROM reached), \
         c.relname IN ({NOTES}) AND EXISTS (SELECT 1 FROM pg_trigger AS t JOIN pg_proc AS p ON p.oid = t.tgfoid \
         WHERE t.tgrelid = ANY (ARRAY[{family}]::oid[]) AND NOT ({NOT_OURS})) \
         FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid IN ({}) ORDER BY 2",
        changed.collect::<Vec<_>>().join(", "),
        list(&mut elsewhere.keys())
    );
    let bad = |error: sqlx::Error| unreadable(WHAT, &error.to_string());
    let mut others = Vec::new();
    for row in writer.rows(WHAT, &sql).await? {
        let (oid, name): (i64, String) = (row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?);
        let (cascades, notes): (bool, bool) = (row.try_get(2).map_err(bad)?, row.try_get(3).map_err(bad)?);
        let only_changed = matches!(elsewhere.get(&oid), Some([0, _, 0]));
        if !(notes || cascades && only_changed) {
            others.push(name);
        }
    }
    Ok(others)
}

/// Tries what triggers do beside the rows of the plan, before anything more of it stays.
pub(super) async fn try_triggers(
    writer: &mut Writer,
    run: &Run,
    staging: &Staging,
    known: &Known,
    options: &ApplyOptions,
) -> Result<(), RunError> {
    for (at, step) in run.plan.steps.iter().enumerate() {
        let Work::Rows(work) = &step.work else { continue };
        let table = known.tables.get(step);
        let after = known.done(at);
        let upto = i64::try_from(work.predicted).unwrap_or(i64::MAX).min(after + i64::from(options.batch));
        if !table.has_triggers() || after >= upto {
            continue;
        }
        let place: Place<'_> = (at, step, work);
        writer.begin_batch().await?;
        let tried = batch::attempt(writer, run.id, place, staging, &table.family, (after, upto)).await;
        writer.rollback().await;
        match tried {
            // Rows that go along may only say that an earlier step has to be done first.
            Err(RunError::Elsewhere { table, mut others }) => {
                others.retain(|it| !is_moved_before(&run.plan, at, it));
                if !others.is_empty() {
                    return Err(RunError::Elsewhere { table, others });
                }
            }
            // Without an answer, nothing is known of what triggers do.
            Err(error @ (RunError::Locked(_) | RunError::Full { .. })) => return Err(error),
            // And so may another failure.
            _ => {}
        }
    }
    Ok(())
}

/// Whether rows of this table that go along with those of a step, be it the step's own, are moved by an earlier one.
pub(super) fn is_moved_before(plan: &Plan, at: usize, table: &str) -> bool {
    plan.steps[..at].iter().any(|it| it.rows() > 0 && table == format!("{}.{}", it.schema, it.table))
}
