//! `orientor audit`: what is wrong in a database.

use std::{process::ExitCode, time::Duration};

use clap::{Args, ValueEnum};
use orientor_doctor::{ReadOptions, Severity, audit, report};

use crate::{
    doctor::{
        Bar, ChoiceArguments, DirectoryArguments, ReportArguments, database_url, doctor_failure, stop_on_signals,
    },
    exit::Failure,
    out,
    settings::Settings,
};

/// Arguments of `orientor audit`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The least severity that makes the exit code 1.
    #[arg(long, value_name = "SEVERITY", default_value = "info")]
    fail_on: FailOn,

    /// How many statements run at a time.
    #[arg(long, value_name = "NUMBER", default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=64))]
    jobs: u8,

    /// Time limit of one statement, in seconds; 0 for none. One that takes longer counts as not looked at.
    #[arg(long, value_name = "SECONDS", default_value_t = 600, value_parser = clap::value_parser!(u32).range(..=86_400))]
    statement_timeout: u32,

    /// Prints the JSON Schema of `--format json`, and does nothing else.
    #[arg(long)]
    print_schema: bool,

    #[command(flatten)]
    report: ReportArguments,

    #[command(flatten)]
    choices: ChoiceArguments,

    #[command(flatten)]
    directory: DirectoryArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// Any finding.
    Info,
    /// What goes wrong one day, or is slow.
    Warning,
    /// What somebody sees already.
    Error,
}

impl From<FailOn> for Severity {
    fn from(severity: FailOn) -> Self {
        match severity {
            FailOn::Info => Self::Info,
            FailOn::Warning => Self::Warning,
            FailOn::Error => Self::Error,
        }
    }
}

pub(crate) async fn run(settings: Settings, arguments: Arguments) -> Result<ExitCode, Failure> {
    if arguments.print_schema {
        out::print(report::JSON_SCHEMA)?;
        return Ok(ExitCode::SUCCESS);
    }
    let url = database_url(&settings)?;
    let chosen = arguments.choices.read()?;
    let read = ReadOptions {
        jobs: arguments.jobs.into(),
        statement_timeout: Duration::from_secs(arguments.statement_timeout.into()),
        ..ReadOptions::default()
    };
    stop_on_signals(read.stop.clone())?;
    let directory = arguments.directory.read(&settings, &read.stop).await?;
    let options = chosen.options(url, read, directory);
    let bar = Bar::new("questions");
    let result = audit(options, &bar).await;
    drop(bar);
    let audit = result.map_err(|error| doctor_failure("nothing was looked at", &error))?;
    arguments.report.write(&audit)?;
    Ok(ExitCode::from(audit.exit_code(arguments.fail_on.into())))
}
