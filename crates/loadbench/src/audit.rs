//! The audit of a large database, beside its own statements asked by `psql` one after another.

use std::{
    fs,
    path::Path,
    process::Stdio,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use anyhow::{Context as _, Result, ensure};
use orientor_doctor::{Answered, AuditOptions, Quiet, ReadOptions, audit};
use orientor_testkit::database::TestDatabase;

use crate::{
    process::{Watched, orientor, time_psql},
    report::{Row, commas, print},
    sample::{self, Sizes},
};

/// The audit and its orphan part may take so much longer than their statements.
const OVERHEAD: f64 = 1.2;
const MEMORY_MB: f64 = 128.0;

/// What the doctor has asked, the check that did, and how long it took.
static ASKED: Mutex<Vec<(Option<&'static str>, String, Duration)>> = Mutex::new(Vec::new());

fn note(it: &Answered<'_>) {
    asked().push((it.check, it.sql.to_owned(), it.took));
}

fn asked() -> std::sync::MutexGuard<'static, Vec<(Option<&'static str>, String, Duration)>> {
    ASKED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes the database and measures; whether all promises were kept.
pub(crate) async fn run(users: u32) -> Result<bool> {
    let database = TestDatabase::postgres().await;
    let url = database.url();
    eprintln!("making {} users in {} tables", commas(users), sample::TABLES);
    sample::make(url, Sizes::of_many(users)).await?;
    let folder = tempfile::tempdir()?;
    let file = |name: &str| folder.path().join(name);

    // The first one warms the caches, and says what is asked.
    look(url).await?;
    let all: Vec<String> = asked().iter().map(|it| it.1.clone()).collect();
    let orphans: Vec<String> = asked().iter().filter(|it| it.0 == Some("D23")).map(|it| it.1.clone()).collect();
    ensure!(!orphans.is_empty(), "the audit asked nothing about orphans");
    write(&file("all.sql"), &all)?;
    write(&file("orphans.sql"), &orphans)?;

    eprintln!("one statement at a time, by the doctor and by psql");
    look(url).await?;
    let by_doctor: Duration = asked().iter().filter(|it| it.0 == Some("D23")).map(|it| it.2).sum();
    let by_psql = time_psql(url, &file("orphans.sql"))?;
    let one = watch(url, 1, &file("one.json"))?;
    let sum = time_psql(url, &file("all.sql"))?;
    eprintln!("two at a time");
    let two = watch(url, 2, &file("two.json"))?;

    let of = format!("{} users, {} rows", commas(users), commas(users * 10));
    let seconds = |time: Duration| format!("{:.1} s", time.as_secs_f64());
    let compared = |what: String, time: Duration, against: Duration, name: &str| {
        let ratio = time.as_secs_f64() / against.as_secs_f64();
        (Row::new(what, seconds(time)).against(format!("{name}: {}", seconds(against)), Some(ratio)), ratio)
    };
    let same = format!("the same {} statements by psql", orphans.len());
    let (orphan_part, ratio) = compared(format!("orphans of {of}"), by_doctor, by_psql, &same);
    let orphan_part = orphan_part.promised(format!("≤ {OVERHEAD}"), ratio <= OVERHEAD);
    let same = format!("the same {} statements by psql", all.len());
    let (whole, ratio) = compared("  the whole audit, one statement at a time".to_owned(), one.took, sum, &same);
    let whole = whole.promised(format!("≤ {OVERHEAD}"), ratio <= OVERHEAD);
    let (parallel, ratio) = compared("  two at a time".to_owned(), two.took, sum, &same);
    let parallel = parallel.promised("< 1 with two free cores", ratio < 1.0);
    let mb = one.peak_mb.max(two.peak_mb);
    let memory = Row::new("  its memory at most", format!("{mb:.0} MB"))
        .against(format!("limit: {MEMORY_MB} MB"), Some(mb / MEMORY_MB))
        .promised("< 1", mb < MEMORY_MB);
    Ok(print(&[orphan_part, whole, parallel, memory].into_iter().chain(slowest()).collect::<Vec<_>>()))
}

/// Audits in this process, one statement at a time, and fills [`ASKED`].
async fn look(url: &str) -> Result<()> {
    asked().clear();
    let read = ReadOptions { jobs: 1, on_answer: Some(note), ..ReadOptions::default() };
    let looked = audit(AuditOptions { url: url.to_owned(), read, ..AuditOptions::default() }, &Quiet).await?;
    ensure!(looked.complete && looked.coverage.could_not_look.is_empty(), "{:?}", looked.coverage.could_not_look);
    Ok(())
}

/// The statements for `psql`, in one transaction as those of the doctor.
fn write(path: &Path, statements: &[String]) -> Result<()> {
    let head = "SET search_path = pg_catalog; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n";
    fs::write(path, format!("{head}{};\nCOMMIT;\n", statements.join(";\n")))
        .context("the statements could not be written")
}

/// `orientor audit` as an operator runs it.
fn watch(url: &str, jobs: u32, report: &Path) -> Result<Watched> {
    let mut command = orientor()?;
    command.args(["audit", "--database-url", url, "--jobs", &jobs.to_string(), "--output"]).arg(report);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let watched = Watched::run(&mut command)?;
    ensure!(watched.code == Some(1), "orientor audit ended with {:?}", watched.code);
    Ok(watched)
}

/// The checks that took longest, for whoever wants to make it faster.
fn slowest() -> Vec<Row> {
    let mut by_check: Vec<(&str, f64, usize)> = Vec::new();
    for (check, _, took) in asked().iter() {
        let name = check.unwrap_or("finding out");
        match by_check.iter_mut().find(|it| it.0 == name) {
            Some(it) => (it.1, it.2) = (it.1 + took.as_secs_f64(), it.2 + 1),
            None => by_check.push((name, took.as_secs_f64(), 1)),
        }
    }
    by_check.sort_by(|a, b| b.1.total_cmp(&a.1));
    let row = |(name, seconds, count): &(&str, f64, usize)| {
        Row::new(format!("    {name}, {count} statements"), format!("{seconds:.1} s"))
    };
    by_check.iter().take(6).map(row).collect()
}
