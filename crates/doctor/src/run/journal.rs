//! The journal: whether it is as it was written.

use sqlx::Row as _;

use super::{RunError, Writer, batch::seal, chain, record::Run, writer::unreadable};

/// Whether the journal is as it was written: every seal fits its rows, and every link the one before it.
pub(super) async fn unbroken(writer: &mut Writer, run: &Run) -> Result<(), RunError> {
    let what = "checking the journal";
    let sql = format!(
        "SELECT step, upto, rows, seal, chain FROM orientor_doctor.batches WHERE run = {} ORDER BY step, upto",
        run.id
    );
    let mut link = run.digest.clone();
    let (mut last_step, mut after) = (usize::MAX, 0);
    let mut journaled = 0;
    for row in writer.rows(what, &sql).await? {
        let bad = |error: sqlx::Error| unreadable(what, &error.to_string());
        let step = usize::try_from(row.try_get::<i32, _>(0).map_err(bad)?).unwrap_or(usize::MAX);
        let (upto, count): (i64, i64) = (row.try_get(1).map_err(bad)?, row.try_get(2).map_err(bad)?);
        let (sealed, chained): (String, String) = (row.try_get(3).map_err(bad)?, row.try_get(4).map_err(bad)?);
        if step != last_step {
            (last_step, after) = (step, 0);
        }
        link = chain::link(&link, step, upto, count, &sealed);
        if link != chained || seal(writer, run.id, step, (after, upto)).await? != (count, sealed) {
            return Err(RunError::Tampered { run: run.id, step });
        }
        after = upto;
        journaled += count;
    }
    let all = format!("SELECT count(*) FROM orientor_doctor.journal WHERE run = {}", run.id);
    if writer.number(what, &all).await? != journaled {
        return Err(RunError::Tampered { run: run.id, step: 0 });
    }
    Ok(())
}
