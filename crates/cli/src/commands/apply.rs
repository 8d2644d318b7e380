//! `orientor apply`: does what a plan says, or tries it.

use std::{path::PathBuf, process::ExitCode, time::Duration};

use clap::Args;
use orientor_doctor::{ApplyOptions, WriteConsent, apply, rehearse, report};

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
        for (at, why) in &tried {
            let step = &plan.steps[*at];
            let place = format!("{}.{}", step.schema, step.table);
            out::print(format!(
                "step {} ({} in {}): {}\n",
                at + 1,
                step.check,
                report::visible(&place),
                report::visible(why)
            ))?;
        }
        out::print(format!(
            "{} of {} steps were tried one by one and taken back; nothing was changed. Add --apply to do it.\n",
            plan.steps.len() - tried.len(),
            plan.steps.len()
        ))?;
        return Ok(ExitCode::SUCCESS);
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
