//! What has to be so before anything is changed.

use sqlx::Row as _;

use super::{
    ApplyOptions, RunError, Writer,
    triggers::Tables,
    writer::{Limits, unreadable},
};
use crate::plan::{DatabaseId, Plan};

/// Which database is at an address, so that a plan for one can be tried on a copy of it.
///
/// # Errors
///
/// If the database cannot be reached.
pub async fn database_id(options: &ApplyOptions) -> Result<DatabaseId, RunError> {
    let limits = Limits { lock: options.lock_timeout, statement: options.statement_timeout };
    let mut writer = Writer::connect(&options.url, limits).await?;
    let id = identify(&mut writer).await;
    writer.close().await;
    id
}

/// Everything that has to be so before anything is changed.
pub(super) async fn ready(plan: &Plan, options: &ApplyOptions) -> Result<Writer, RunError> {
    if plan.format != Plan::FORMAT {
        return Err(RunError::NotThisPlan(format!(
            "the plan has form {}, and this program knows {}",
            plan.format,
            Plan::FORMAT
        )));
    }
    let limits = Limits { lock: options.lock_timeout, statement: options.statement_timeout };
    let mut writer = Writer::connect(&options.url, limits).await?;
    let here = identify(&mut writer).await?;
    if here.name != plan.database.name
        || here.oid != plan.database.oid
        || here.cluster.is_some() && plan.database.cluster.is_some() && here.cluster != plan.database.cluster
    {
        return Err(RunError::NotThisPlan(format!("the plan was made for another database, {}", plan.database.name)));
    }
    writer.alone().await?;
    if !options.with_triggers {
        refuse_triggers(&mut writer, plan).await?;
    }
    Ok(writer)
}

/// Which database this is.
pub(crate) async fn identify(writer: &mut Writer) -> Result<DatabaseId, RunError> {
    let what = "asking which database this is";
    let rows = writer
        .rows(what, "SELECT datname::text, oid::bigint FROM pg_database WHERE datname = current_database()")
        .await?;
    let row = rows.first().ok_or_else(|| unreadable(what, "no row"))?;
    let bad = |error: sqlx::Error| unreadable(what, &error.to_string());
    let (name, oid) = (row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?);
    // Not every role may ask for this, and it only makes the answer more certain.
    let cluster = writer.rows(what, "SELECT system_identifier::text FROM pg_control_system()").await.ok();
    let cluster = cluster.and_then(|rows| rows.first().and_then(|row| row.try_get(0).ok()));
    Ok(DatabaseId { name, oid, cluster })
}

/// Row triggers that may change data on their own, on tables whose rows the plan changes.
async fn refuse_triggers(writer: &mut Writer, plan: &Plan) -> Result<(), RunError> {
    let rows = || plan.steps.iter().filter(|it| it.rows() > 0);
    let tables = Tables::of(writer, rows()).await?;
    for step in rows() {
        if let Some(trigger) = tables.get(step).changes_rows() {
            let table = format!("{}.{}", step.schema, step.table);
            return Err(RunError::Trigger { table, trigger: trigger.to_owned() });
        }
    }
    Ok(())
}
