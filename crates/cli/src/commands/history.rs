//! `orientor history`: what the doctor has done here.

use std::{fmt::Write as _, process::ExitCode};

use clap::{Args, Subcommand};
use orientor_doctor::{WriteConsent, history, prune, report};

use crate::{
    doctor::{self, RunArguments, database_url, run_failure},
    exit::Failure,
    out,
    settings::Settings,
};

/// Arguments of `orientor history`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    prune: Option<Prune>,

    /// Prints JSON.
    #[arg(long)]
    json: bool,

    #[command(flatten)]
    run: RunArguments,
}

#[derive(Debug, Subcommand)]
enum Prune {
    /// Forgets a run, its journal and what it has put into quarantine. It can no longer be undone.
    Prune {
        /// The number of the run.
        #[arg(value_name = "RUN")]
        number: i64,
        /// Really forgets it.
        #[arg(long)]
        apply: bool,
    },
}

pub(crate) async fn run(settings: Settings, arguments: Arguments) -> Result<ExitCode, Failure> {
    let options = arguments.run.options(database_url(&settings)?);
    if let Some(Prune::Prune { number, apply }) = arguments.prune {
        if !apply {
            return Err(Failure::refused(format!(
                "nothing was changed: run {number} could not be undone afterwards, and its quarantined rows would be gone for good; add --apply if that is meant"
            )));
        }
        prune(number, &options, WriteConsent::given_by_operator()).await.map_err(run_failure)?;
        out::print(format!("run {number} is forgotten\n"))?;
        return Ok(ExitCode::SUCCESS);
    }
    let runs = history(&options).await.map_err(run_failure)?;
    if arguments.json {
        out::print(doctor::json(&runs)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut text = String::new();
    for run in &runs {
        let ended = run.ended.as_deref().unwrap_or("-");
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{:>4}  {:<9} {:<20} {:<20} {:>8} rows  {}  ({})",
            run.run,
            run.state,
            run.began,
            ended,
            run.rows,
            report::visible(&run.purpose),
            report::visible(&run.actor)
        );
    }
    if runs.is_empty() {
        text.push_str("the doctor has changed nothing here\n");
    }
    out::print(text)?;
    Ok(ExitCode::SUCCESS)
}
