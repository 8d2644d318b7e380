//! `orientor import` and `orientor reconcile`: the people of Clerk and the people here, as plans.

mod external_id;

use std::{fmt::Write as _, path::PathBuf, process::ExitCode};

use clap::{Args, ValueEnum};
use orientor_doctor::{Part, Plan, ReadOptions, plan_part};

use crate::{
    doctor::{
        Bar, ChoiceArguments, DirectoryArguments, database_url, describe, run_failure, say_where, stop_on_signals,
        write_plan,
    },
    exit::Failure,
    out,
    settings::Settings,
};

/// Users to link, to create, and to bring up to date.
const PEOPLE: [&str; 3] = ["D02", "D12", "D13"];
/// Users whose account is gone.
const GONE: &str = "D11";
/// Of the linked users, at most the one in so many loses the account without anybody having to confirm it.
const ONE_IN: u64 = 10;

/// Arguments of `orientor import`.
#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// Writes the number of each linked user to Clerk as `external_id`, and does nothing else.
    ///
    /// Needs CLERK_SECRET_KEY. Leaves alone who has another one already; can be stopped and run again.
    #[arg(long, conflicts_with_all = ["output", "clerk_directory", "from_clerk", "directory_is_trusted"])]
    write_external_id: bool,

    #[command(flatten)]
    common: Common,
}

/// Arguments of `orientor reconcile`.
#[derive(Debug, Args)]
pub(crate) struct ReconcileArguments {
    /// Deactivates users whose account is gone at Clerk; refuses if they are more than a tenth of those who are linked.
    #[arg(long, value_name = "HOW MANY", num_args = 0..=1, require_equals = true, default_missing_value = "few")]
    deletions: Option<Deletions>,

    #[command(flatten)]
    common: Common,
}

#[derive(Debug, Args)]
struct Common {
    /// Where to write the plan.
    #[arg(long, short, value_name = "FILE", default_value = "plan.json")]
    output: PathBuf,

    #[command(flatten)]
    choices: ChoiceArguments,

    #[command(flatten)]
    directory: DirectoryArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Deletions {
    /// At most a tenth of the linked users.
    Few,
    /// However many they are.
    All,
}

pub(crate) async fn import(settings: Settings, arguments: ImportArguments) -> Result<ExitCode, Failure> {
    if arguments.write_external_id {
        return external_id::write(&settings, arguments.common.choices).await;
    }
    let part = Part { purpose: "import", checks: &PEOPLE, decided: &[], names: false };
    let output = arguments.common.output.clone();
    let plan = make(&settings, arguments.common, &part).await?;
    finish(plan, &output)
}

pub(crate) async fn reconcile(settings: Settings, arguments: ReconcileArguments) -> Result<ExitCode, Failure> {
    let decided = [(GONE, "deactivate")];
    let decided = if arguments.deletions.is_some() { &decided[..] } else { &[] };
    let checks = [&PEOPLE[..], &[GONE]].concat();
    let part = Part { purpose: "reconcile", checks: &checks, decided, names: true };
    let output = arguments.common.output.clone();
    let plan = make(&settings, arguments.common, &part).await?;
    let gone: u64 = plan.steps.iter().filter(|it| it.check == GONE).map(orientor_doctor::Step::rows).sum();
    let linked = plan.summary.as_ref().map_or(0, |it| it.users_with_clerk_id);
    if arguments.deletions == Some(Deletions::Few) && gone * ONE_IN > linked {
        return Err(Failure::refused(format!(
            "no plan was made: {gone} of {linked} linked users would be deactivated, more than a tenth; look whether the list is whole, and of this Clerk instance, and if it is give --deletions=all"
        )));
    }
    finish(plan, &output)
}

async fn make(settings: &Settings, common: Common, part: &Part<'_>) -> Result<Plan, Failure> {
    let url = database_url(settings)?;
    let read = ReadOptions::default();
    stop_on_signals(read.stop.clone())?;
    let chosen = common.choices.read()?;
    let directory = common.directory.read(settings, &read.stop).await?;
    if directory.is_none() {
        return Err(Failure::new(
            "whose accounts there are has to be said; give --from-clerk, or --clerk-directory with a file",
        ));
    }
    let bar = Bar::new("questions");
    let made = plan_part(chosen.options(url, read, directory), part, &bar).await;
    drop(bar);
    made.map_err(run_failure)
}

fn finish(mut plan: Plan, output: &std::path::Path) -> Result<ExitCode, Failure> {
    write_plan(output, &mut plan)?;
    let mut text = describe(&plan, false);
    for finding in &plan.open {
        let remedy = if finding.check == GONE { "--deletions deactivates them" } else { &finding.action };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "left as they are: {} {}, {}; {remedy}", finding.count, finding.unit, finding.title);
    }
    out::print(text)?;
    say_where(output);
    Ok(ExitCode::SUCCESS)
}
