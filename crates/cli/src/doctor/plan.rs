//! Plans as files and for people, and what all commands that run them have in common.

use std::{fmt::Write as _, fs, io, path::Path};

use clap::Args;
use orientor_doctor::{Asking, DoctorError, Plan, RunError, Work, report};

use crate::exit::Failure;

/// How carefully a run goes about it.
#[derive(Debug, Args)]
pub(crate) struct RunArguments {
    /// How long to wait for somebody else's lock, in milliseconds, and so how long others may wait behind us.
    #[arg(long, value_name = "MS", default_value_t = 2_000, value_parser = clap::value_parser!(u32).range(1..=600_000))]
    pub(crate) lock_timeout_ms: u32,

    /// Time limit of one statement, in seconds; 0 for none.
    #[arg(long, value_name = "SECONDS", default_value_t = 1_800, value_parser = clap::value_parser!(u32).range(..=86_400))]
    pub(crate) statement_timeout: u32,
}

/// Reads a plan.
pub(crate) fn read_plan(path: &Path) -> Result<Plan, Failure> {
    let file =
        fs::File::open(path).map_err(|error| Failure::because(&format!("cannot read {}", path.display()), &error))?;
    Plan::read(io::BufReader::new(file), path).map_err(|error| {
        Failure::because(&format!("{} is no plan", path.display()), &error).with_remedy("make one with `orientor plan`")
    })
}

/// Writes a plan and what belongs to it.
pub(crate) fn write_plan(path: &Path, plan: &mut Plan) -> Result<(), Failure> {
    plan.write(path).map_err(|error| Failure::because(&format!("cannot write {}", path.display()), &error))
}

/// Writes a file, whole or not at all.
pub(crate) fn write_whole(path: &Path, write: impl FnOnce(&mut fs::File) -> io::Result<()>) -> Result<(), Failure> {
    let cannot = |error: &dyn std::error::Error| Failure::because(&format!("cannot write {}", path.display()), error);
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|error| cannot(&error))?;
    write(file.as_file_mut()).map_err(|error| cannot(&error))?;
    file.persist(path).map_err(|error| cannot(&error))?;
    Ok(())
}

/// A plan for people.
pub(crate) fn describe(plan: &Plan, sql: bool) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        text,
        "{} of {}, made at {}",
        report::visible(&plan.purpose),
        report::visible(&plan.database.name),
        plan.made_at
    );
    for assumption in &plan.assumptions {
        let _ = writeln!(text, "assumes that {}", report::visible(assumption));
    }
    for (at, step) in plan.steps.iter().enumerate() {
        let place = report::visible(&format!("{}.{}", step.schema, step.table));
        let what = match &step.work {
            Work::Rows(rows) => format!("{:>8} rows", rows.predicted),
            Work::Shape(statements) | Work::Tighten(statements) => format!("{:>3} statements", statements.len()),
        };
        let _ = writeln!(text, "{:>4}  {:<6} {place:<36} {what}  {}", at + 1, step.check, step.title);
        if sql {
            match &step.work {
                Work::Rows(rows) => {
                    let _ = writeln!(text, "      {}", report::visible(&rows.stage));
                }
                Work::Shape(statements) | Work::Tighten(statements) => {
                    for statement in statements {
                        let _ = writeln!(
                            text,
                            "      {};\n      undone by: {};",
                            report::visible(&statement.forward),
                            report::visible(&statement.inverse)
                        );
                    }
                }
            }
        }
    }
    if let Some(given) = plan.given.as_ref().filter(|it| !it.file.is_empty()) {
        let _ = writeln!(text, "with the {} rows of {}", given.rows, report::visible(&given.file));
    }
    let _ = writeln!(text, "{} steps, {} rows", plan.steps.len(), plan.rows());
    let decide = plan.open.iter().filter(|it| it.disposition == orientor_doctor::Disposition::Decide).count();
    // The plans of other commands are about a part only, and these say themselves what is left.
    if decide > 0 && plan.purpose == "repair" {
        let _ = writeln!(
            text,
            "{decide} findings are left for somebody to decide; `orientor plan --decisions-template FILE` explains each choice"
        );
    }
    text
}

/// Says where a plan is, and what to do with it.
pub(crate) fn say_where(path: &Path) {
    eprintln!(
        "the plan is in {path}; nothing was changed. Rehearse it: orientor apply {path}. Do it: orientor apply {path} --apply",
        path = path.display()
    );
}

/// A run that did not come to its end: 3 where it refused, else 2.
pub(crate) fn run_failure(error: RunError) -> Failure {
    match &error {
        RunError::Moved(_)
        | RunError::Trigger { .. }
        | RunError::Elsewhere { .. }
        | RunError::Stays { .. }
        | RunError::Tampered { .. }
        | RunError::NotThisPlan(_)
        | RunError::NotNow(_)
        | RunError::Busy => Failure::refused(error.to_string()),
        RunError::NoRun(_) | RunError::Locked(_) | RunError::Full { .. } | RunError::Stopped => {
            Failure::new(error.to_string())
        }
        RunError::Given(error) => Failure::because("the doctor could not go on", error),
        RunError::Doctor(error) => doctor_failure("the doctor could not go on", error),
        RunError::Failed { source, .. } => {
            let failure = Failure::because("the doctor could not go on", &error);
            match source {
                Asking::Forbidden(_) => {
                    failure.with_remedy("connect as a role that may, such as the owner of the tables")
                }
                _ => failure,
            }
        }
    }
}

/// A database that could not be looked at.
pub(crate) fn doctor_failure(what: &str, error: &DoctorError) -> Failure {
    let failure = Failure::because(what, error);
    match error {
        DoctorError::Address => failure.with_remedy("correct DATABASE_URL"),
        DoctorError::Unreachable(_) => failure.with_remedy("check that it runs and exists, or correct DATABASE_URL"),
        _ => failure,
    }
}
