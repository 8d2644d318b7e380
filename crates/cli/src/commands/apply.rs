//! `orientor apply`: does what a plan says, or tries it.

use std::{fmt::Write as _, path::PathBuf, process::ExitCode, time::Duration};

use clap::Args;
use orientor_doctor::{ApplyOptions, Hindrance, Plan, Untried, WriteConsent, apply, rehearse, report};

use crate::{
    doctor::{Bar, RunArguments, database_url, read_plan, run_failure, stop_on_signals},
    exit::Failure,
    out,
    settings::Settings,
};

/// Arguments of `orientor apply`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The plan.
    #[arg(value_name = "PLAN")]
    plan: PathBuf,

    /// Really changes the database. Without it every step is tried by itself and taken back.
    #[arg(long)]
    apply: bool,

    /// Applies the whole plan to a copy of the database at this address instead.
    #[arg(long, value_name = "URL", conflicts_with = "apply")]
    rehearse: Option<String>,

    /// Rows in one transaction.
    #[arg(long, value_name = "ROWS", default_value_t = 5_000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    batch: u32,

    /// Goes on although tables have row triggers that may change data on their own.
    #[arg(long)]
    with_triggers: bool,

    #[command(flatten)]
    run: RunArguments,
}

pub(crate) async fn run(settings: Settings, arguments: Arguments) -> Result<ExitCode, Failure> {
    let mut plan = read_plan(&arguments.plan)?;
    let copy = arguments.rehearse.is_some();
    let url = match arguments.rehearse {
        Some(url) => url,
        None => database_url(&settings)?,
    };
    let options =
        ApplyOptions { batch: arguments.batch, with_triggers: arguments.with_triggers, ..arguments.run.options(url) };
    stop_on_signals(options.stop.clone())?;
    if !arguments.apply && !copy {
        let bar = Bar::new("steps");
        let tried = rehearse(&plan, &options, &bar).await;
        drop(bar);
        let tried = tried.map_err(run_failure)?;
        out::print(told(&plan, &tried))?;
        let fails = tried.iter().filter(|it| it.why == Hindrance::Fails).count();
        return Ok(ExitCode::from(u8::from(fails > 0)));
    }
    if copy {
        plan.database = orientor_doctor::database_id(&options).await.map_err(run_failure)?;
    }
    let bar = Bar::new("steps");
    let applied = apply(&plan, &options, &bar, WriteConsent::given_by_operator()).await;
    drop(bar);
    let applied = applied.map_err(run_failure)?;
    let again = if applied.resumed { ", going on where it had stopped" } else { "" };
    out::print(format!(
        "run {run}: {} rows changed as planned{again}. Check it: orientor verify {run}. Take it back: orientor undo {run} --apply\n",
        plan.rows(),
        run = applied.run
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// What came of trying the steps one by one. Writing to a string cannot fail.
fn told(plan: &Plan, tried: &[Untried]) -> String {
    let mut text = String::new();
    let those = |why| tried.iter().filter(move |it| it.why == why);
    for untried in those(Hindrance::Fails) {
        let step = &plan.steps[untried.step];
        let said = format!("({} in {}.{}): {}", step.check, step.schema, step.table, untried.said);
        let _ = writeln!(text, "step {} {}", untried.step + 1, report::visible(&said));
    }
    let mut list = |why, what: &str| {
        let steps: Vec<usize> = those(why).map(|it| it.step + 1).collect();
        if !steps.is_empty() {
            let _ = writeln!(text, "{} steps {what}: {}", steps.len(), ranges(&steps));
        }
    };
    list(Hindrance::Prepared, "need what an earlier step does to their table, and cannot be tried by themselves");
    list(Hindrance::Outside, "build or drop an index beside running writers, and cannot be tried at all");
    let _ = writeln!(
        text,
        "{} of {} steps were tried one by one and taken back, {} failed; nothing was changed. Add --apply to do it, or try all of it on a copy with --rehearse.",
        plan.steps.len() - tried.len(),
        plan.steps.len(),
        those(Hindrance::Fails).count()
    );
    text
}

/// `1, 3 to 5`.
fn ranges(numbers: &[usize]) -> String {
    let runs = numbers.chunk_by(|one, next| one + 1 == *next);
    let runs = runs.map(|run| match run {
        [first, .., last] => format!("{first} to {last}"),
        _ => run.iter().map(ToString::to_string).collect(),
    });
    runs.collect::<Vec<_>>().join(", ")
}

impl RunArguments {
    /// How a run goes about it.
    pub(crate) fn options(&self, url: String) -> ApplyOptions {
        ApplyOptions {
            url,
            lock_timeout: Duration::from_millis(u64::from(self.lock_timeout_ms)),
            statement_timeout: Duration::from_secs(u64::from(self.statement_timeout)),
            ..ApplyOptions::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn numbers_that_follow_one_another_are_told_as_one() {
        assert_eq!(ranges(&[1, 3, 4, 5, 9]), "1, 3 to 5, 9");
        assert_eq!(ranges(&[7, 8]), "7 to 8");
    }
}
