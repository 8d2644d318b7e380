//! `orientor merge` and `orientor relink`: changes of accounts, as plans.

use std::{
    fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use orientor_doctor::{ReadOptions, Relink, plan_merge, plan_relink};

use crate::{
    doctor::{ChoiceArguments, database_url, describe, run_failure, say_where, write_plan},
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
    let plan = plan_merge(&options, arguments.stays, arguments.goes).await.map_err(run_failure)?;
    write_plan(&arguments.output, &plan)?;
    out::print(describe(&plan, false))?;
    say_where(&arguments.output);
    Ok(ExitCode::SUCCESS)
}

pub(crate) async fn relink(settings: Settings, arguments: RelinkArguments) -> Result<ExitCode, Failure> {
    let relinks = read(&arguments.file)?;
    let options = arguments.choices.read()?.options(database_url(&settings)?, ReadOptions::default(), None);
    let plan = plan_relink(&options, &relinks).await.map_err(run_failure)?;
    write_plan(&arguments.output, &plan)?;
    out::print(describe(&plan, false))?;
    say_where(&arguments.output);
    let found = plan.rows();
    if found < relinks.len() as u64 {
        eprintln!(
            "{} of {} rows of the file name nobody here, or change nothing",
            relinks.len() as u64 - found,
            relinks.len()
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads the file; a heading is passed over, anything else that is not two cells is refused with its line.
fn read(path: &Path) -> Result<Vec<Relink>, Failure> {
    let mut text = String::new();
    let read = if path.as_os_str() == "-" {
        io::stdin().read_to_string(&mut text).map(drop)
    } else {
        fs::read_to_string(path).map(|read| text = read)
    };
    read.map_err(|error| Failure::because(&format!("cannot read {}", path.display()), &error))?;
    let mut relinks = Vec::new();
    for (at, line) in
        text.trim_start_matches('\u{feff}').lines().enumerate().filter(|(_, line)| !line.trim().is_empty())
    {
        let cells: Vec<String> = line.split(',').map(|cell| cell.trim().trim_matches('"').to_owned()).collect();
        let [from, to] = &cells[..] else {
            return Err(Failure::new(format!(
                "{}, line {}: two cells are wanted, the old id and the new one",
                path.display(),
                at + 1
            )));
        };
        let is_subject = to.parse::<orientor_identity::ClerkUserId>().is_ok();
        if at == 0 && !is_subject {
            continue;
        }
        if !is_subject {
            return Err(Failure::new(format!(
                "{}, line {}: the new id is not one that Clerk issues",
                path.display(),
                at + 1
            )));
        }
        relinks.push(Relink { from: from.clone(), to: to.clone() });
    }
    if relinks.is_empty() {
        return Err(Failure::new(format!("{}: there are no rows in it", path.display())));
    }
    Ok(relinks)
}
