//! `orientor merge` and `orientor relink`: changes of accounts, as plans.

use std::{
    fs::File,
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use orientor_doctor::{GivenError, ReadOptions, Relinks, plan_merge, plan_relink};

use crate::{
    doctor::{ChoiceArguments, Csv, CsvError, Record, database_url, describe, run_failure, say_where, write_plan},
    exit::Failure,
    out,
    settings::Settings,
};

/// Arguments of `orientor merge`.
#[derive(Debug, Args)]
pub(crate) struct MergeArguments {
    /// The number of the user who stays.
    #[arg(value_name = "STAYS")]
    stays: i64,

    /// The number of the user who goes; everything that is theirs moves.
    #[arg(value_name = "GOES")]
    goes: i64,

    /// Where to write the plan.
    #[arg(long, short, value_name = "FILE", default_value = "plan.json")]
    output: PathBuf,

    #[command(flatten)]
    choices: ChoiceArguments,
}

/// Arguments of `orientor relink`.
#[derive(Debug, Args)]
pub(crate) struct RelinkArguments {
    /// CSV with two columns, `-` for the standard input: the old id or the user's number, and the new id.
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Where to write the plan.
    #[arg(long, short, value_name = "FILE", default_value = "plan.json")]
    output: PathBuf,

    #[command(flatten)]
    choices: ChoiceArguments,
}

pub(crate) async fn merge(settings: Settings, arguments: MergeArguments) -> Result<ExitCode, Failure> {
    let options = arguments.choices.read()?.options(database_url(&settings)?, ReadOptions::default(), None);
    let mut plan = plan_merge(&options, arguments.stays, arguments.goes).await.map_err(run_failure)?;
    write_plan(&arguments.output, &mut plan)?;
    out::print(describe(&plan, false))?;
    say_where(&arguments.output);
    Ok(ExitCode::SUCCESS)
}

pub(crate) async fn relink(settings: Settings, arguments: RelinkArguments) -> Result<ExitCode, Failure> {
    let relinks = read(&arguments.file)?;
    let given = relinks.count();
    let options = arguments.choices.read()?.options(database_url(&settings)?, ReadOptions::default(), None);
    let mut plan = plan_relink(&options, relinks).await.map_err(run_failure)?;
    write_plan(&arguments.output, &mut plan)?;
    out::print(describe(&plan, false))?;
    say_where(&arguments.output);
    let idle = given.saturating_sub(plan.rows());
    if idle > 0 {
        eprintln!("{idle} of {given} rows of the file name nobody here, or change nothing");
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads the file; a heading is passed over, anything else that is not two cells is refused with its line.
fn read(path: &Path) -> Result<Relinks, Failure> {
    let cannot = |error: &io::Error| Failure::because(&format!("cannot read {}", path.display()), error);
    let file: Box<dyn BufRead> = if path.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(path).map_err(|error| cannot(&error))?))
    };
    let fault = |line: u64, why: &str| Failure::new(format!("{}, line {line}: {why}", path.display()));
    let mut relinks = Relinks::new().map_err(|error| run_failure(error.into()))?;
    let mut records = Csv::new(file);
    let mut is_first = true;
    while let Some(Record { line, cells }) = records.next().map_err(|error| match error {
        CsvError::Read(error) => cannot(&error),
        CsvError::Line { line, why } => fault(line, why),
    })? {
        let [from, to] = &cells[..] else {
            return Err(fault(line, "two cells are wanted, the old id and the new one"));
        };
        let is_subject = to.parse::<orientor_identity::ClerkUserId>().is_ok();
        let is_heading = std::mem::take(&mut is_first) && !is_subject;
        if is_heading {
            continue;
        }
        if !is_subject {
            return Err(fault(line, "the new id is not one that Clerk issues"));
        }
        relinks.push(from, to).map_err(|error| match error {
            GivenError::Nul | GivenError::TooLong => fault(line, &error.to_string()),
            GivenError::Write(_) => run_failure(error.into()),
        })?;
    }
    if relinks.count() == 0 {
        return Err(Failure::new(format!("{}: there are no rows in it", path.display())));
    }
    Ok(relinks)
}
