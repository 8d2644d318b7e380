//! Translating ids at the door, or rewriting every key: what either would cost in this very database.
//!
//! Nothing is asserted. Rows and bytes are counted; the time under an exclusive lock is measured on a sample, in a
//! temporary table with the same indexes, and scaled by the number of rows.

use std::time::{Duration, Instant};

use serde::Serialize;
use sqlx::Row as _;

use crate::{
    audit::{AuditOptions, Progress, Scene},
    catalogue::Relation,
    references::Scope,
    run::{Limits, RunError, Writer},
    session::Snapshot,
    sql::{ident, qualified},
};

/// Rows that are rewritten to measure how long it takes.
const SAMPLE: i64 = 20_000;
/// Bytes of a Clerk id in a row, with its header: `user_` and 27 characters.
const SUBJECT_BYTES: i64 = 33;

/// The two options, in numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// Keeping the integers and translating at the door.
    pub translate: Translate,
    /// Rewriting every key to the provider's string.
    pub rewrite: Rewrite,
}

/// What translating costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Translate {
    /// Rows that are rewritten: none.
    pub rewritten_rows: u64,
    /// Bytes that one link takes for each user, and all of them.
    pub link_bytes: u64,
    /// Seconds under an exclusive lock: none.
    pub locked_seconds: u64,
}

/// What rewriting costs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rewrite {
    /// Each table with a user column, and the users table itself.
    pub tables: Vec<TableCost>,
    /// Rows in all of them.
    pub rows: u64,
    /// Bytes that the keys take more than today.
    pub more_bytes: i64,
    /// Indexes that are built anew.
    pub indexes: usize,
    /// Foreign keys that are dropped and checked anew.
    pub foreign_keys: usize,
    /// Seconds under an exclusive lock, measured on a sample and scaled.
    pub locked_seconds: f64,
    /// Users without a provider's id, for whom there is no string to write.
    pub users_without_id: u64,
}

/// What rewriting costs in one table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TableCost {
    /// Its schema.
    pub schema: String,
    /// Its name.
    pub table: String,
    /// The columns that are rewritten.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: u64,
    /// What it takes today, with its indexes.
    pub bytes: u64,
    /// Indexes with one of these columns.
    pub indexes: usize,
    /// Foreign keys on these columns.
    pub foreign_keys: usize,
    /// Rows that were rewritten to measure.
    pub sampled_rows: u64,
    /// How long its exclusive lock would be held, scaled from the sample.
    pub locked_seconds: f64,
}

/// Computes the comparison. Reads the tables; writes temporary ones of its own session only.
///
/// # Errors
///
/// If the database cannot be reached, has no users table, or refuses a question.
pub async fn compare(options: &AuditOptions, progress: &dyn Progress) -> Result<Comparison, RunError> {
    let snapshot = Snapshot::open(&options.url, options.read.clone()).await?;
    let mut worker = snapshot.worker();
    let scene = Scene::look(&mut worker, options, Scope::All).await;
    drop(worker);
    snapshot.close().await;
    let scene = scene?;
    let limits = Limits { lock: Duration::from_secs(10), statement: options.read.statement_timeout };
    let mut writer = Writer::connect(&options.url, limits).await?;
    let mut oids: Vec<i64> = scene.references.users.iter().map(|it| it.table).chain([scene.people.table]).collect();
    oids.sort_unstable();
    oids.dedup();
    progress.begin(oids.len());
    let mut tables = Vec::new();
    for oid in oids {
        if options.read.stop.is_cancelled() {
            return Err(RunError::Stopped);
        }
        let Some(table) = scene.catalogue.table(oid) else { continue };
        tables.push(cost(&mut writer, &scene, table).await?);
        progress.answered(&table.name);
    }
    let sql = format!(
        "SELECT count(*), count(*) FILTER (WHERE NOT {}) FROM {} AS u",
        scene.people.linked(&scene.catalogue),
        scene.people.from(&scene.catalogue)
    );
    let rows = writer.rows("counting the users", &sql).await?;
    let number = |at: usize| rows.first().and_then(|row| row.try_get::<i64, _>(at).ok()).unwrap_or_default();
    let (users, without) = (number(0), number(1));
    writer.close().await;
    tables.sort_by(|a, b| (&a.schema, &a.table).cmp(&(&b.schema, &b.table)));
    let columns = |table: &TableCost| i64::try_from(table.columns.len()).unwrap_or_default();
    let more = tables.iter().map(|it| i64::try_from(it.rows).unwrap_or_default() * columns(it) * (SUBJECT_BYTES - 4));
    Ok(Comparison {
        translate: Translate {
            rewritten_rows: 0,
            link_bytes: users.unsigned_abs() * u64::try_from(SUBJECT_BYTES + 60).unwrap_or_default(),
            locked_seconds: 0,
        },
        rewrite: Rewrite {
            rows: tables.iter().map(|it| it.rows).sum(),
            more_bytes: more.sum(),
            indexes: tables.iter().map(|it| it.indexes).sum(),
            foreign_keys: tables.iter().map(|it| it.foreign_keys).sum(),
            locked_seconds: tables.iter().map(|it| it.locked_seconds).sum(),
            users_without_id: without.unsigned_abs(),
            tables,
        },
    })
}

async fn cost(writer: &mut Writer, scene: &Scene, table: &Relation) -> Result<TableCost, RunError> {
    let what = format!("measuring {}.{}", table.schema, table.name);
    let mut numbers: Vec<i16> = scene.references.users_of(table.oid).map(|it| it.column.number).collect();
    if table.oid == scene.people.table {
        numbers.push(scene.people.id.number);
    }
    numbers.sort_unstable();
    numbers.dedup();
    let columns: Vec<String> = numbers.iter().map(|it| scene.catalogue.names(table.oid, &[*it])).collect();
    let touches = |keys: &[i16]| keys.iter().any(|key| numbers.contains(key));
    let indexes: Vec<&crate::catalogue::Index> =
        scene.catalogue.indexes_of(table.oid).filter(|it| touches(&it.keys)).collect();
    let foreign_keys = scene.catalogue.foreign_keys_of(table.oid).filter(|it| touches(&it.columns)).count();
    let of = qualified(&table.schema, &table.name);
    let sql = format!(
        "SELECT (SELECT count(*) FROM {}), pg_total_relation_size({}::regclass)",
        table.from(),
        crate::sql::literal(&of)
    );
    let sizes = writer.rows(&what, &sql).await?;
    let size = |at: usize| sizes.first().and_then(|row| row.try_get::<i64, _>(at).ok()).unwrap_or_default();
    let (rows, bytes) = (size(0), size(1));
    let (sampled, seconds) =
        if rows == 0 { (0, 0.0) } else { measure(writer, table, &columns, &indexes, &what).await? };
    #[expect(clippy::cast_precision_loss, reason = "an estimate of seconds")]
    let locked_seconds = if sampled == 0 { 0.0 } else { seconds * rows as f64 / sampled as f64 };
    Ok(TableCost {
        schema: table.schema.clone(),
        table: table.name.clone(),
        columns,
        rows: rows.unsigned_abs(),
        bytes: bytes.unsigned_abs(),
        indexes: indexes.len(),
        foreign_keys,
        sampled_rows: sampled.unsigned_abs(),
        locked_seconds,
    })
}

/// Rewrites the columns of a sample, indexes and all; how many rows, and how long it took.
async fn measure(
    writer: &mut Writer,
    table: &Relation,
    columns: &[String],
    indexes: &[&crate::catalogue::Index],
    what: &str,
) -> Result<(i64, f64), RunError> {
    let copy = format!("CREATE TEMP TABLE measured AS SELECT * FROM {} LIMIT {SAMPLE}", table.from());
    writer.run(what, &copy).await?;
    let result = async {
        for index in indexes.iter().filter(|it| it.method == "btree" && it.expressions.is_none()) {
            let keys: Vec<String> = index
                .keys
                .iter()
                .filter_map(|key| table.columns.iter().find(|it| it.number == *key))
                .map(|it| ident(&it.name))
                .collect();
            writer.run(what, &format!("CREATE INDEX ON pg_temp.measured ({})", keys.join(", "))).await?;
        }
        let sampled = writer.number(what, "SELECT count(*) FROM pg_temp.measured").await?;
        let rewrites = columns.iter().map(|it| {
            let name = ident(it);
            // As long as a real id, so that the rows grow as they would.
            format!("ALTER COLUMN {name} TYPE text USING 'user_' || lpad({name}::text, 27, '0')")
        });
        let alter = format!("ALTER TABLE pg_temp.measured {}", rewrites.collect::<Vec<_>>().join(", "));
        let begun = Instant::now();
        writer.run(what, &alter).await?;
        Ok((sampled, begun.elapsed().as_secs_f64()))
    }
    .await;
    writer.run(what, "DROP TABLE pg_temp.measured").await?;
    result
}
