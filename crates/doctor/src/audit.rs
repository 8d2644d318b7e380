//! The audit: one snapshot, the catalogue, the people, the checks, and what they found.

mod ask;
mod graph;
mod scene;

use sqlx::Row as _;

use crate::{
    catalogue::Catalogue,
    checks::{self, Check, Context, Question},
    directory::Directory,
    error::{Asking, DoctorError},
    expected::Expected,
    finding::{Audit, Chosen, Coverage, Disposition, Finding, NotLooked, Summary},
    people::{Choices, People},
    session::{ReadOptions, Snapshot, Worker},
};

pub(crate) use scene::Scene;

/// What to audit, and how.
#[derive(Debug, Default)]
pub struct AuditOptions {
    /// `postgres://…`.
    pub url: String,
    /// How to read.
    pub read: ReadOptions,
    /// The schemas to look at; all but the system's if empty.
    pub schemas: Vec<String>,
    /// What the operator has chosen.
    pub choices: Choices,
    /// What the schema should look like. Without one, that of Orientor is used where its tables are found.
    pub expected: Option<Expected>,
    /// Leaves out what is known about Orientor's own tables.
    pub generic_only: bool,
    /// The provider's list of users.
    pub directory: Option<Directory>,
}

/// Is told how far the audit has come.
pub trait Progress: Send + Sync {
    /// How many questions there are, once it is known.
    fn begin(&self, questions: usize);
    /// A question about this place has been answered.
    fn answered(&self, place: &str);
}

/// Tells nobody.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quiet;

impl Progress for Quiet {
    fn begin(&self, _: usize) {}
    fn answered(&self, _: &str) {}
}

/// Looks at the whole database, and writes nothing.
///
/// # Errors
///
/// Only if it cannot begin: no connection, no catalogue, no users table. A question that
/// is not answered later on is part of the result, and so is that it was stopped.
pub async fn audit(options: AuditOptions, progress: &dyn Progress) -> Result<Audit, DoctorError> {
    match audit_in_scene(&options, progress).await {
        Ok((_, audit)) => Ok(audit),
        Err(DoctorError::Stopped(chosen)) => Ok(nothing_yet(&options, *chosen)),
        Err(error) => Err(error),
    }
}

/// What there is to say when it was stopped before the first check could ask.
fn nothing_yet(options: &AuditOptions, chosen: Chosen) -> Audit {
    let all = NotLooked { check: None, place: "all tables".to_owned(), reason: Asking::Stopped.to_string() };
    Audit {
        format: Audit::FORMAT,
        complete: false,
        database: database(&options.url),
        chosen,
        findings: Vec::new(),
        summary: Summary::default(),
        coverage: Coverage { could_not_look: vec![all], ..Coverage::default() },
        tables: Vec::new(),
    }
}

/// The same, with what was known before the first check asked.
pub(crate) async fn audit_in_scene(
    options: &AuditOptions,
    progress: &dyn Progress,
) -> Result<(Scene, Audit), DoctorError> {
    let snapshot = Snapshot::open(&options.url, options.read.clone()).await?;
    let mut worker = snapshot.worker();
    let scene = Scene::look_closely(&mut worker, options).await;
    let audit = match scene {
        Ok(scene) => {
            let audit = examine(&snapshot, worker, &scene, options, progress).await;
            Ok((scene, audit))
        }
        Err(error) => Err(error),
    };
    snapshot.close().await;
    audit
}

async fn examine(
    snapshot: &Snapshot,
    worker: Worker,
    scene: &Scene,
    options: &AuditOptions,
    progress: &dyn Progress,
) -> Audit {
    let context = scene.context(options);
    let mut questions: Vec<(&'static Check, Question)> = Vec::new();
    let mut coverage = Coverage::default();
    for check in checks::all() {
        if check.needs_directory && options.directory.is_none() {
            coverage.needs_clerk_directory.push(check.code.to_owned());
            continue;
        }
        questions.extend((check.look)(&context).into_iter().map(|question| (check, question)));
    }
    // Of a locked table too little is known to say anything; that it could not be looked at is said already.
    let locked = |question: &Question| {
        let mut tables = scene.catalogue.tables();
        tables.any(|it| it.locked && it.schema == question.schema && it.name == question.table)
    };
    questions.retain(|(_, question)| !locked(question));
    let mut workers = vec![worker];
    workers.resize_with(options.read.jobs.max(1), || snapshot.worker());
    let answers = ask::all(workers, &scene.catalogue, &questions, progress).await;
    let mut summary_worker = snapshot.worker();
    let summary = summary(&mut summary_worker, &context).await;

    coverage.statements = answers.iter().map(|answer| answer.statements).sum();
    let mut findings: Vec<Finding> = Vec::new();
    for ((check, question), answer) in questions.iter().zip(&answers) {
        match &answer.outcome {
            Ok((0, _)) => {}
            Ok((count, samples)) => {
                findings.push(finding(check, question, *count, samples.clone()));
                findings.extend(question.refutes.iter().filter_map(|at| refuted(&context, question, *at)));
            }
            Err(error) => coverage.could_not_look.push(not_looked(check, question, error)),
        }
    }
    let summary = summary.unwrap_or_else(|error| {
        coverage.could_not_look.push(NotLooked { check: None, place: "summary".to_owned(), reason: error.to_string() });
        Summary::default()
    });
    coverage.could_not_look.extend(context.references.could_not_look.iter().cloned());
    coverage.could_not_look.extend(context.people.could_not_look.iter().cloned());
    coverage.could_not_look.sort();
    coverage.could_not_look.dedup();
    let findings = blocked(merged(findings));
    cover(&context, &mut coverage);
    let complete = !options.read.stop.is_cancelled();
    let tables = graph::tables(&context, &findings, &coverage);
    Audit {
        format: Audit::FORMAT,
        complete,
        database: database(&options.url),
        chosen: chosen(context.catalogue, context.people),
        findings,
        summary,
        coverage,
        tables,
    }
}

fn finding(check: &Check, question: &Question, count: u64, samples: Vec<String>) -> Finding {
    Finding {
        check: check.code.to_owned(),
        slug: check.slug.to_owned(),
        title: check.title.to_owned(),
        schema: question.schema.clone(),
        table: question.table.clone(),
        column: question.column.clone(),
        count,
        unit: check.unit.to_owned(),
        kind: check.kind,
        severity: check.severity,
        disposition: question.disposition.unwrap_or(check.disposition),
        action: question.action.clone().unwrap_or_else(|| check.action.to_owned()),
        samples,
    }
}

/// A foreign key that says its rows are right while this question has found some that are not.
fn refuted(context: &Context<'_>, question: &Question, at: usize) -> Option<Finding> {
    let key = context.catalogue.constraints.get(at).filter(|key| key.valid && !key.disabled)?;
    let check = checks::all().find(|check| check.code == "D72")?;
    let mut finding = finding(check, question, 1, vec![key.name.clone()]);
    finding.column = Some(context.catalogue.names(key.table, &key.columns));
    finding.disposition = check.disposition;
    check.action.clone_into(&mut finding.action);
    Some(finding)
}

fn not_looked(check: &Check, question: &Question, error: &Asking) -> NotLooked {
    let mut place = format!("{}.{}", question.schema, question.table);
    if let Some(column) = &question.column {
        place.push('.');
        place.push_str(column);
    }
    NotLooked { check: Some(check.code.to_owned()), place, reason: error.to_string() }
}

/// A unique rule cannot be added before somebody has decided who keeps an id that stands twice.
fn blocked(mut findings: Vec<Finding>) -> Vec<Finding> {
    let shared: Vec<(String, String, Option<String>)> = findings
        .iter()
        .filter(|it| it.check == "D10")
        .map(|it| (it.schema.clone(), it.table.clone(), it.column.clone()))
        .collect();
    for finding in findings.iter_mut().filter(|it| it.check == "D52") {
        if shared.iter().any(|it| (&it.0, &it.1, &it.2) == (&finding.schema, &finding.table, &finding.column)) {
            finding.disposition = Disposition::Decide;
            "first somebody has to say who keeps each id that stands twice (D10)".clone_into(&mut finding.action);
        }
    }
    findings
}

/// In a stable order, and each place once: two questions of one check about one place add up.
fn merged(mut findings: Vec<Finding>) -> Vec<Finding> {
    let key = |it: &Finding| (it.check.clone(), it.schema.clone(), it.table.clone(), it.column.clone());
    findings.sort_by_key(key);
    let mut merged: Vec<Finding> = Vec::new();
    for finding in findings {
        match merged.last_mut().filter(|last| key(last) == key(&finding)) {
            Some(last) if last.samples == finding.samples => {}
            Some(last) => {
                last.count += finding.count;
                last.samples.extend(finding.samples);
                last.samples.truncate(ask::SAMPLES);
            }
            None => merged.push(finding),
        }
    }
    merged
}

fn cover(context: &Context<'_>, coverage: &mut Coverage) {
    let mut columns: Vec<String> = Vec::new();
    for reference in &context.references.users {
        let Some(table) = context.catalogue.table(reference.table) else { continue };
        let column = format!("{}.{}.{}", table.schema, table.name, reference.column.name);
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    let blind = |column: &String| {
        coverage
            .could_not_look
            .iter()
            .any(|it| it.place == *column || column.strip_prefix(&it.place).is_some_and(|rest| rest.starts_with('.')))
    };
    coverage.user_columns_checked = columns.iter().filter(|column| !blind(column)).count();
    coverage.user_columns_found = columns.len();
    coverage.user_columns = columns;
    coverage.tables = context.catalogue.tables().filter(|it| context.covers(it)).count();
    coverage.not_looked_at.clone_from(&context.references.not_looked_at);
}

fn chosen(catalogue: &Catalogue, people: &People) -> Chosen {
    let table = catalogue.table(people.table);
    let place =
        |oid: i64, column: &str| catalogue.table(oid).map(|it| format!("{}.{column}", it.name)).unwrap_or_default();
    Chosen {
        users: table.map(|it| format!("{}.{}", it.schema, it.name)).unwrap_or_default(),
        id: people.id.name.clone(),
        email: people.email.as_ref().map(|it| it.name.clone()),
        subjects: people.subjects.iter().map(|holder| place(holder.table, &holder.column.name)).collect(),
        profile: people.profile.map(|(oid, number)| place(oid, &catalogue.names(oid, &[number]))),
        because: people.because.clone(),
    }
}

pub(crate) async fn summary(worker: &mut Worker, context: &Context<'_>) -> Result<Summary, Asking> {
    let people = context.people;
    let sql = format!(
        "SELECT count(*), count(*) FILTER (WHERE {}) FROM {} AS u",
        people.linked(context.catalogue),
        people.from(context.catalogue)
    );
    let rows = worker.rows(&sql, &[]).await?;
    let row = rows.first().ok_or_else(|| Asking::Unreadable("no row".to_owned()))?;
    let mut summary =
        Summary { users: count(row.try_get(0)?), users_with_clerk_id: count(row.try_get(1)?), ..Summary::default() };
    let profile = people.profile.and_then(|(table, number)| {
        let reference = context.references.users_of(table).find(|it| it.column.number == number)?;
        Some((context.catalogue.table(table)?, reference))
    });
    if let Some((table, reference)) = profile {
        let dangles = reference.dangles(context.catalogue);
        let sql = format!(
            "SELECT count(*) FILTER (WHERE {} AND NOT ({dangles})), count(*) FILTER (WHERE {dangles}) FROM {} AS t",
            reference.refers(),
            table.from()
        );
        let rows = worker.rows(&sql, &[]).await?;
        let row = rows.first().ok_or_else(|| Asking::Unreadable("no row".to_owned()))?;
        summary.profiles = count(row.try_get(0)?);
        summary.orphaned_profiles = count(row.try_get(1)?);
    }
    Ok(summary)
}

fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

/// The address without user and password.
fn database(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", ""));
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let place = rest.rsplit_once('@').map_or(rest, |(_, place)| place);
    format!("{scheme}://{place}")
}

#[cfg(test)]
mod tests {
    use super::database;

    #[test]
    fn an_address_is_shown_without_who_and_how() {
        let url = "postgres://ada:p@ss@db.example.com:5432/app?sslmode=require&password=x";
        assert_eq!(database(url), "postgres://db.example.com:5432/app");
        assert_eq!(database("postgres:///app"), "postgres:///app");
    }
}
