//! `orientor verify`: whether what a run has written is what is there.

use std::process::ExitCode;

use clap::Args;
use orientor_doctor::{history, report, verify};

use crate::{
    doctor::{Bar, RunArguments, database_url, run_failure},
    exit::Failure,
    out,
    settings::Settings,
};

/// Arguments of `orientor verify`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The number of the run; the last one that was applied if not given.
    #[arg(value_name = "RUN")]
    number: Option<i64>,

    #[command(flatten)]
    run: RunArguments,
}

pub(crate) async fn run(settings: Settings, arguments: Arguments) -> Result<ExitCode, Failure> {
    let options = arguments.run.options(database_url(&settings)?);
    let number = if let Some(number) = arguments.number {
        number
    } else {
        let runs = history(&options).await.map_err(run_failure)?;
        let last = runs.iter().rev().find(|run| run.state == "applied");
        let none = || Failure::new("no run has been applied here; there is nothing to verify");
        last.map(|run| run.run).ok_or_else(none)?
    };
    let bar = Bar::new("steps");
    let verified = verify(number, &options, &bar).await;
    drop(bar);
    let verified = verified.map_err(run_failure)?;
    for (table, predicted, journaled) in &verified.miscounted {
        out::print(format!("{}: {predicted} rows planned, {journaled} in the journal\n", report::visible(table)))?;
    }
    for difference in &verified.differences {
        let place = report::visible(&format!("{} {}", difference.table, difference.key));
        out::print(format!("{place}: not as run {number} has left it\n"))?;
    }
    if verified.holds() {
        out::print(format!("run {number}: {} rows are as it has left them\n", verified.rows))?;
        return Ok(ExitCode::SUCCESS);
    }
    out::print(format!("run {number}: {} of {} rows differ\n", verified.differences.len(), verified.rows))?;
    Ok(ExitCode::from(1))
}
