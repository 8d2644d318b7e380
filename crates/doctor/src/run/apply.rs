//! Applies a plan: exactly that, or nothing.

use std::time::Duration;

use sqlx::Row as _;
use tokio_util::sync::CancellationToken;

use super::{
    RunError, State, Writer, chain,
    elsewhere::{self, Written},
    parents::{self, Link},
    record::{self, Run},
    rows, sequences,
    writer::{Limits, unreadable},
};
use crate::{
    audit::Progress,
    error::Asking,
    plan::{DatabaseId, Op, Plan, RowWork, Statement, Step, Work, fingerprint_sql, given_lines, stage_sql},
};

/// The condition that the function `p` of a trigger is not one that `orientor migrate` has made; those only note
/// that something has changed.
pub(super) const NOT_OURS: &str = "p.proname NOT LIKE 'orientor\\_%' AND p.proname NOT LIKE 'identity\\_%'";

/// Where a run keeps its staged rows.
const STAGED: &str = "orientor_doctor.staged";

/// How to apply.
#[derive(Clone, Debug)]
pub struct ApplyOptions {
    /// `postgres://…`.
    pub url: String,
    /// Rows in one transaction.
    pub batch: u32,
    /// How long to wait for a lock of somebody else, and so how long others can wait behind us.
    pub lock_timeout: Duration,
    /// Time limit of one statement; zero for none.
    pub statement_timeout: Duration,
    /// Goes on although tables have row triggers that are not the doctor's.
    pub with_triggers: bool,
    /// Stops at the next boundary between two batches.
    pub stop: CancellationToken,
}

impl Default for ApplyOptions {
    fn default() -> Self {
        Self {
            url: String::new(),
            batch: 5_000,
            lock_timeout: Duration::from_secs(2),
            statement_timeout: Duration::from_mins(30),
            with_triggers: false,
            stop: CancellationToken::new(),
        }
    }
}

/// Proof that the operator has said `--apply`. Only the command line makes one, so a function that takes it
/// cannot be reached by a dry run.
#[derive(Debug)]
pub struct WriteConsent(());

impl WriteConsent {
    /// The operator has typed `--apply`.
    pub fn given_by_operator() -> Self {
        Self(())
    }
}

/// What was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The number of the run, for `undo` and `verify`.
    pub run: i64,
    /// Rows that were changed by this call.
    pub rows: u64,
    /// Whether it went on with a run that had been killed.
    pub resumed: bool,
}

/// A step whose rows are not those of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The table.
    pub table: String,
    /// How many rows the plan saw, and how many there are.
    pub counts: (u64, u64),
}

/// A step that could not be tried by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untried {
    /// Its position in the plan, from 0.
    pub step: usize,
    /// Why.
    pub why: Hindrance,
    /// What was said against it.
    pub said: String,
}

/// Why a step could not be tried by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// It runs outside of a transaction, as building an index beside writers does, and could not be taken back.
    Outside,
    /// It was refused, and an earlier step on its table may be what it needs.
    Prepared,
    /// It was refused, or would do what the plan does not say.
    Fails,
}

/// Applies a plan. Called again after it was killed or had to wait too long, it goes on where it was.
///
/// # Errors
///
/// [`RunError::Moved`] if rows are not as the plan saw them, [`RunError::Trigger`], [`RunError::Busy`],
/// [`RunError::Locked`] … Whatever is committed by then stays, is journaled, and can be undone.
pub async fn apply(
    plan: &Plan,
    options: &ApplyOptions,
    progress: &dyn Progress,
    _: WriteConsent,
) -> Result<Applied, RunError> {
    let mut writer = ready(plan, options).await?;
    record::prepare(&mut writer).await?;
    let (run, resumed) = begin(&mut writer, plan).await?;
    if options.with_triggers
        && !resumed
        && let Err(error) = try_triggers(&mut writer, &run, options).await
    {
        // Nothing of it was done, so there is nothing to go on with.
        record::set_state(&mut writer, run.id, State::Undone).await?;
        writer.close().await;
        return Err(error);
    }
    progress.begin(plan.steps.len());
    let mut rows = 0;
    let mut changed = Ok(());
    for (at, step) in plan.steps.iter().enumerate() {
        changed = match &step.work {
            Work::Rows(work) => rows_of(&mut writer, &run, at, step, work, options).await.map(|count| rows += count),
            Work::Shape(_) | Work::Tighten(_) => statements(&mut writer, &run, at, step, options).await,
        };
        if changed.is_err() {
            break;
        }
        progress.answered(&step.table);
    }
    if let Err(error) = changed {
        writer.close().await;
        return Err(error);
    }
    record::set_state(&mut writer, run.id, State::Applied).await?;
    writer.close().await;
    Ok(Applied { run: run.id, rows, resumed })
}

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
async fn ready(plan: &Plan, options: &ApplyOptions) -> Result<Writer, RunError> {
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
    for step in plan.steps.iter().filter(|it| it.rows() > 0) {
        let sql = format!(
            "SELECT t.tgname::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
             JOIN pg_proc p ON p.oid = t.tgfoid \
             WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND (t.tgtype & 1) > 0 \
             AND n.nspname = {} AND c.relname = {} AND {NOT_OURS} LIMIT 1",
            crate::sql::literal(&step.schema),
            crate::sql::literal(&step.table)
        );
        if let Some(row) = writer.rows("looking for triggers", &sql).await?.first() {
            let trigger = row.try_get(0).unwrap_or_default();
            return Err(RunError::Trigger { table: format!("{}.{}", step.schema, step.table), trigger });
        }
    }
    Ok(())
}

/// The run that this plan began and did not finish, or a new one, with all its rows staged and compared.
async fn begin(writer: &mut Writer, plan: &Plan) -> Result<(Run, bool), RunError> {
    let text = serde_json::to_string(plan).map_err(|error| unreadable("reading the plan", &error.to_string()))?;
    let digest = chain::digest(&text);
    let sql = format!("SELECT id, state FROM orientor_doctor.runs WHERE digest = '{digest}' ORDER BY id DESC LIMIT 1");
    if let Some(row) = writer.rows("looking for this plan among earlier runs", &sql).await?.first() {
        let bad = |error: sqlx::Error| unreadable("reading the run", &error.to_string());
        let (id, state): (i64, String) = (row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?);
        match State::of(&state) {
            Some(State::Applying) => return Ok((record::load(writer, id).await?, true)),
            Some(State::Applied) => {
                return Err(RunError::NotNow(format!(
                    "this plan has been applied already, as run {id}; make a new plan"
                )));
            }
            Some(State::Undoing) => {
                return Err(RunError::NotNow(format!(
                    "run {id} of this plan is being undone; finish that first: orientor undo {id} --apply"
                )));
            }
            Some(State::Undone) | None => {}
        }
    }
    writer.begin("ISOLATION LEVEL REPEATABLE READ").await?;
    let staged = stage(writer, plan, &text, &digest).await;
    match staged {
        Ok(id) => {
            writer.commit().await?;
            Ok((record::load(writer, id).await?, false))
        }
        Err(error) => {
            writer.rollback().await;
            Err(error)
        }
    }
}

async fn stage(writer: &mut Writer, plan: &Plan, text: &str, digest: &str) -> Result<i64, RunError> {
    let sql = format!(
        "INSERT INTO orientor_doctor.runs (plan, digest, purpose, state) VALUES ({}, '{digest}', {}, 'applying') RETURNING id",
        crate::sql::literal(text),
        crate::sql::literal(&plan.purpose)
    );
    let run = writer.number("recording the run", &sql).await?;
    let moved = restage(writer, plan, run).await?;
    if moved.is_empty() { Ok(run) } else { Err(RunError::Moved(named(&moved))) }
}

/// Stages all rows of a plan into a table and says which steps differ from what the plan saw.
async fn restage(writer: &mut Writer, plan: &Plan, run: i64) -> Result<Vec<Moved>, RunError> {
    let into = "COPY orientor_doctor.given FROM STDIN";
    writer.copy("reading what was given", into, given_lines(run, &plan.given)).await?;
    let mut moved = Vec::new();
    for (at, step) in plan.steps.iter().enumerate() {
        let Work::Rows(work) = &step.work else { continue };
        let (count, fingerprint) = stage_one(writer, STAGED, run, at, step, work).await?;
        if count != work.predicted || fingerprint != work.fingerprint {
            moved.push(Moved { table: format!("{}.{}", step.schema, step.table), counts: (work.predicted, count) });
        }
    }
    Ok(moved)
}

/// Stages one step; its count and fingerprint.
pub(crate) async fn stage_one(
    writer: &mut Writer,
    staged: &str,
    run: i64,
    at: usize,
    step: &Step,
    work: &RowWork,
) -> Result<(u64, String), RunError> {
    let what = format!("finding the rows of {} in {}.{}", step.check, step.schema, step.table);
    writer.run(&what, &stage_sql(staged, run, at, step, work)).await?;
    let rows = writer.rows(&what, &fingerprint_sql(staged, run, at, work)).await?;
    let row = rows.first().ok_or_else(|| unreadable(&what, "no row"))?;
    let bad = |error: sqlx::Error| unreadable(&what, &error.to_string());
    let count: i64 = row.try_get(0).map_err(bad)?;
    Ok((count.unsigned_abs(), row.try_get(1).map_err(bad)?))
}

fn named(moved: &[Moved]) -> Vec<String> {
    let mut tables: Vec<String> =
        moved.iter().map(|it| format!("{} ({} rows planned, {} now)", it.table, it.counts.0, it.counts.1)).collect();
    tables.dedup();
    tables
}

async fn rows_of(
    writer: &mut Writer,
    run: &Run,
    at: usize,
    step: &Step,
    work: &RowWork,
    options: &ApplyOptions,
) -> Result<u64, RunError> {
    let total = i64::try_from(work.predicted).unwrap_or(i64::MAX);
    let done =
        format!("SELECT coalesce(max(upto), 0) FROM orientor_doctor.batches WHERE run = {} AND step = {at}", run.id);
    let mut after = writer.number("reading how far the run has come", &done).await?;
    // Later steps on the same table have to find the rows that this one changes.
    let follows = run
        .plan
        .steps
        .iter()
        .skip(at + 1)
        .any(|later| later.rows() > 0 && (&later.schema, &later.table) == (&step.schema, &step.table));
    let links = Link::from(writer, step, work).await?;
    let mut changed = 0;
    while after < total {
        if options.stop.is_cancelled() {
            return Err(RunError::Stopped);
        }
        let upto = (after + i64::from(options.batch)).min(total);
        writer.begin("").await?;
        match batch(writer, run, at, step, work, &links, (after, upto), follows).await {
            Ok(()) => writer.commit().await?,
            Err(error) => {
                writer.rollback().await;
                return Err(error);
            }
        }
        changed += (upto - after).unsigned_abs();
        after = upto;
    }
    Ok(changed)
}

#[expect(clippy::too_many_arguments, reason = "a batch is all of these, and nothing else is one")]
async fn batch(
    writer: &mut Writer,
    run: &Run,
    at: usize,
    step: &Step,
    work: &RowWork,
    links: &[Link],
    (after, upto): (i64, i64),
    follows: bool,
) -> Result<(), RunError> {
    let what = format!("{} in {}.{}", step.check, step.schema, step.table);
    for name in &work.sequences {
        sequences::before(writer, run.id, name).await?;
    }
    for link in links {
        writer.run(&what, &parents::note(run.id, at, step, work, link, (after, upto))).await?;
    }
    let written = Written::now(writer, step).await?;
    writer.run(&what, &rows::forward(run.id, at, step, work, (after, upto))).await?;
    for name in &work.sequences {
        sequences::after(writer, run.id, name).await?;
    }
    let seal = seal(writer, run.id, at, (after, upto)).await?;
    if seal.0 != upto - after {
        if work.op == Op::Insert {
            return Err(unreadable(&what, "not every row could be added"));
        }
        let strayed = rows::strayed(run.id, at, step, work, (after, upto));
        // The statement has changed nothing that stays: the transaction is given up.
        writer.rollback().await;
        writer.begin("").await?;
        let keys = writer.rows(&what, &strayed).await?;
        let keys: Vec<String> = keys.iter().filter_map(|row| row.try_get(0).ok()).collect();
        return Err(RunError::Moved(vec![format!("{}.{} at {}", step.schema, step.table, keys.join(", "))]));
    }
    written.refuse_more(writer, step, work, seal.0).await?;
    if follows {
        writer.run(&what, &rows::follow(run.id, at, step, (after, upto))).await?;
    }
    let before = last_link(writer, run).await?;
    let link = chain::link(&before, at, upto, seal.0, &seal.1);
    let sql = format!(
        "INSERT INTO orientor_doctor.batches (run, step, upto, rows, seal, chain) VALUES ({}, {at}, {upto}, {}, '{}', '{link}')",
        run.id, seal.0, seal.1
    );
    writer.run("recording the batch", &sql).await
}

/// Tries what triggers do beside the rows of the plan, before anything of it stays.
async fn try_triggers(writer: &mut Writer, run: &Run, options: &ApplyOptions) -> Result<(), RunError> {
    for (at, step) in run.plan.steps.iter().enumerate() {
        let Work::Rows(work) = &step.work else { continue };
        if !elsewhere::has_triggers(writer, step).await? {
            continue;
        }
        let upto = i64::try_from(work.predicted).unwrap_or(i64::MAX).min(options.batch.into());
        writer.begin("").await?;
        let tried = try_batch(writer, run.id, (at, step, work), (0, upto)).await;
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

/// Whether a step may need what an earlier one does: to its own table, or to one that what was said against it names.
fn is_prepared(plan: &Plan, at: usize, said: &str) -> bool {
    let step = &plan.steps[at];
    let does = |name: &str| step.statements().iter().any(|it| it.forward.contains(name));
    plan.steps[..at].iter().any(|it| {
        let is_own = (&it.schema, &it.table) == (&step.schema, &step.table);
        is_own || said.contains(&it.table) || does(&it.table)
    })
}

/// Whether rows of this table that go along with those of a step are moved by an earlier one.
fn is_moved_before(plan: &Plan, at: usize, table: &str) -> bool {
    plan.steps[..at].iter().any(|it| it.rows() > 0 && table == format!("{}.{}", it.schema, it.table))
}

/// Changes the rows of a batch, for the caller to take back.
async fn try_batch(
    writer: &mut Writer,
    run: i64,
    (at, step, work): (usize, &Step, &RowWork),
    (after, upto): (i64, i64),
) -> Result<(), RunError> {
    for name in &work.sequences {
        sequences::before(writer, run, name).await?;
    }
    let written = Written::now(writer, step).await?;
    writer.run(&step.title, &rows::forward(run, at, step, work, (after, upto))).await?;
    let (count, _) = seal(writer, run, at, (after, upto)).await?;
    written.refuse_more(writer, step, work, count).await
}

/// How many journal rows a batch has, and their checksum.
pub(super) async fn seal(
    writer: &mut Writer,
    run: i64,
    at: usize,
    (after, upto): (i64, i64),
) -> Result<(i64, String), RunError> {
    let sql = format!(
        "SELECT count(*), {} || coalesce({}, '') FROM orientor_doctor.journal AS j \
         WHERE j.run = {run} AND j.step = {at} AND j.n > {after} AND j.n <= {upto}",
        chain::SEAL,
        parents::seal(run, at, (after, upto))
    );
    let rows = writer.rows("sealing the batch", &sql).await?;
    let row = rows.first().ok_or_else(|| unreadable("sealing the batch", "no row"))?;
    let bad = |error: sqlx::Error| unreadable("sealing the batch", &error.to_string());
    Ok((row.try_get(0).map_err(bad)?, row.try_get(1).map_err(bad)?))
}

async fn last_link(writer: &mut Writer, run: &Run) -> Result<String, RunError> {
    let sql = format!(
        "SELECT chain FROM orientor_doctor.batches WHERE run = {} ORDER BY step DESC, upto DESC LIMIT 1",
        run.id
    );
    let rows = writer.rows("reading the last batch", &sql).await?;
    Ok(rows.first().and_then(|row| row.try_get(0).ok()).unwrap_or_else(|| run.digest.clone()))
}

async fn statements(
    writer: &mut Writer,
    run: &Run,
    at: usize,
    step: &Step,
    options: &ApplyOptions,
) -> Result<(), RunError> {
    let sql = format!("SELECT at FROM orientor_doctor.statements WHERE run = {} AND step = {at} AND done", run.id);
    let done = writer.rows("reading how far the run has come", &sql).await?;
    let done: Vec<i32> = done.iter().filter_map(|row| row.try_get(0).ok()).collect();
    for (number, statement) in step.statements().iter().enumerate() {
        if done.iter().any(|it| usize::try_from(*it) == Ok(number)) {
            continue;
        }
        if options.stop.is_cancelled() {
            return Err(RunError::Stopped);
        }
        let what = format!("{} in {}.{}", step.check, step.schema, step.table);
        let mark =
            format!("INSERT INTO orientor_doctor.statements (run, step, at) VALUES ({}, {at}, {number})", run.id);
        if statement.concurrent {
            // Such a statement cannot share a transaction with its mark. So it is marked as begun, for undo to know that
            // there may be something to take back, and is written so that twice does no harm.
            let place = format!("run = {} AND step = {at} AND at = {number}", run.id);
            let begun = format!(
                "{mark} ON CONFLICT DO NOTHING; UPDATE orientor_doctor.statements SET done = false WHERE {place}"
            );
            writer.run(&what, &begun).await?;
            for part in statement.forward.split(";\n").filter(|part| !part.is_empty()) {
                writer.run(&what, part).await?;
            }
            writer.run(&what, &format!("UPDATE orientor_doctor.statements SET done = true WHERE {place}")).await?;
            continue;
        }
        writer.begin("").await?;
        match one_statement(writer, run, (step, statement), &what, &mark).await {
            Ok(()) => writer.commit().await?,
            Err(error) => {
                writer.rollback().await;
                return Err(error);
            }
        }
    }
    Ok(())
}

async fn one_statement(
    writer: &mut Writer,
    run: &Run,
    (step, statement): (&Step, &Statement),
    what: &str,
    mark: &str,
) -> Result<(), RunError> {
    if let Some(name) = &statement.moves {
        sequences::before(writer, run.id, name).await?;
    }
    let staged = run.plan.steps.iter().find_map(|it| match &it.work {
        Work::Rows(work) if statement.reprints && (&it.schema, &it.table) == (&step.schema, &step.table) => Some(work),
        _ => None,
    });
    if let Some(work) = staged {
        writer.run(what, &rows::remember(run.id, step, work)).await?;
    }
    writer.run(what, &format!("{}; {mark}", statement.forward)).await?;
    if let Some(work) = staged {
        writer.run(what, &rows::recognise(run.id, step, work)).await?;
    }
    if let Some(name) = &statement.moves {
        sequences::after(writer, run.id, name).await?;
    }
    Ok(())
}

/// Tries every step for itself and takes it back; those that could not be tried so, or would fail, and why.
///
/// Steps do not see each other's work, so a step that an earlier one prepares may not be tried by itself.
///
/// # Errors
///
/// As [`apply`]; a step that fails is part of the result.
pub async fn rehearse(plan: &Plan, options: &ApplyOptions, progress: &dyn Progress) -> Result<Vec<Untried>, RunError> {
    let mut writer = ready(plan, options).await?;
    progress.begin(plan.steps.len());
    writer.begin("ISOLATION LEVEL REPEATABLE READ").await?;
    let moved = match record::prepare(&mut writer).await {
        Ok(()) => restage(&mut writer, plan, 0).await,
        Err(error) => Err(error),
    };
    writer.rollback().await;
    let moved = moved?;
    if !moved.is_empty() {
        return Err(RunError::Moved(named(&moved)));
    }
    let mut failed = Vec::new();
    for (at, step) in plan.steps.iter().enumerate() {
        if options.stop.is_cancelled() {
            return Err(RunError::Stopped);
        }
        writer.begin("").await?;
        let tried = match &step.work {
            Work::Rows(work) => try_rows(&mut writer, plan, (at, step, work), options).await,
            Work::Shape(statements) | Work::Tighten(statements) => try_statements(&mut writer, step, statements).await,
        };
        writer.rollback().await;
        if let Err(error) = tried {
            let said = in_full(&error);
            let why = match &error {
                _ if step.statements().iter().any(|it| it.concurrent) => Hindrance::Outside,
                RunError::Elsewhere { others, .. } if others.iter().all(|it| is_moved_before(plan, at, it)) => {
                    Hindrance::Prepared
                }
                RunError::Failed { source: Asking::Refused(_) | Asking::Rule(_), .. }
                    if is_prepared(plan, at, &said) =>
                {
                    Hindrance::Prepared
                }
                _ => Hindrance::Fails,
            };
            failed.push(Untried { step: at, why, said });
        }
        progress.answered(&step.table);
    }
    writer.close().await;
    Ok(failed)
}

async fn try_rows(
    writer: &mut Writer,
    plan: &Plan,
    (at, step, work): (usize, &Step, &RowWork),
    options: &ApplyOptions,
) -> Result<(), RunError> {
    record::prepare(writer).await?;
    writer.copy("reading what was given", "COPY orientor_doctor.given FROM STDIN", given_lines(0, &plan.given)).await?;
    let (count, _) = stage_one(writer, STAGED, 0, at, step, work).await?;
    let total = i64::try_from(count).unwrap_or(i64::MAX);
    let mut after = 0;
    while after < total {
        let upto = (after + i64::from(options.batch)).min(total);
        writer.run("rehearsing", "SAVEPOINT batch").await?;
        try_batch(writer, 0, (at, step, work), (after, upto)).await?;
        // Gives the locks of this batch back before the next one takes its own.
        writer.run("rehearsing", "ROLLBACK TO batch").await?;
        after = upto;
    }
    Ok(())
}

async fn try_statements(writer: &mut Writer, step: &Step, statements: &[Statement]) -> Result<(), RunError> {
    for statement in statements {
        if statement.concurrent {
            return Err(RunError::NotNow("it runs outside of a transaction and cannot be rehearsed".to_owned()));
        }
        if let Some(name) = &statement.moves {
            record::prepare(writer).await?;
            sequences::before(writer, 0, name).await?;
        }
        writer.run(&step.title, &statement.forward).await?;
    }
    Ok(())
}

fn in_full(error: &RunError) -> String {
    let causes = std::iter::successors(Some(error as &dyn std::error::Error), |it| it.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
