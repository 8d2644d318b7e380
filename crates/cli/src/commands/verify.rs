//! `orientor verify`: whether what a run has written is what is there, and whether peers are found on it.

mod peers;

use std::{fmt::Write as _, process::ExitCode};

use clap::Args;
use orientor_doctor::{ReadOptions, Summary, Survey, Verified, history, report, survey, verify};

use crate::{
    doctor::{Bar, ChoiceArguments, RunArguments, database_url, run_failure},
    exit::Failure,
    out,
    settings::Settings,
};

/// For how many users peers are looked for.
const SAMPLE: u32 = 20;

/// Arguments of `orientor verify`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The number of the run; the last one that was applied if not given.
    #[arg(value_name = "RUN")]
    number: Option<i64>,

    #[command(flatten)]
    run: RunArguments,

    #[command(flatten)]
    choices: ChoiceArguments,
}

pub(crate) async fn run(settings: Settings, arguments: Arguments) -> Result<ExitCode, Failure> {
    let url = database_url(&settings)?;
    let options = arguments.run.options(url.clone());
    let number = if let Some(number) = arguments.number {
        number
    } else {
        let runs = history(&options).await.map_err(run_failure)?;
        let last = runs.iter().rev().find(|run| run.state == "applied");
        let none = || Failure::new("no run has been applied here; there is nothing to verify");
        last.map(|run| run.run).ok_or_else(none)?
    };
    let survey_options = arguments.choices.read()?.options(url, ReadOptions::default(), None);
    let bar = Bar::new("steps");
    // Beside each other: what takes long in the one hardly keeps the other waiting.
    let (verified, people) = tokio::join!(verify(number, &options, &bar), survey(&survey_options, SAMPLE, number));
    drop(bar);
    let verified = verified.map_err(run_failure)?;
    out::print(compared(number, &verified))?;

    let (options, people) = (survey_options, people.map_err(run_failure)?);
    out::print(counted(verified.before.as_ref(), &people))?;
    let found = peers::check(&settings, &options, &people).await?;
    out::print(format!("peer matching: {}\n", found.said))?;
    Ok(ExitCode::from(u8::from(!verified.holds() || !found.holds)))
}

// Writing to a string cannot fail, below.
fn compared(number: i64, verified: &Verified) -> String {
    let mut text = String::new();
    for (table, predicted, journaled) in &verified.miscounted {
        let _ = writeln!(text, "{}: {predicted} rows planned, {journaled} in the journal", report::visible(table));
    }
    for difference in &verified.differences {
        let place = report::visible(&format!("{} {}", difference.table, difference.key));
        let _ = writeln!(text, "{place}: not as run {number} has left it");
    }
    let rows = verified.rows;
    let _ = match verified.differences.len() {
        0 if verified.holds() => writeln!(text, "run {number}: {rows} rows are as it has left them"),
        differ => writeln!(text, "run {number}: {differ} of {rows} rows differ"),
    };
    text
}

fn counted(before: Option<&Summary>, now: &Survey) -> String {
    let mut text = format!("{:<20} {:>9} {:>9}\n", "", "before", "now");
    let mut line = |what: &str, of: fn(&Summary) -> u64| {
        let before = before.map_or_else(|| "-".to_owned(), |it| of(it).to_string());
        let _ = writeln!(text, "{what:<20} {before:>9} {:>9}", of(&now.summary));
    };
    line("users", |it| it.users);
    line("linked users", |it| it.users_with_clerk_id);
    line("profiles", |it| it.profiles);
    line("orphaned profiles", |it| it.orphaned_profiles);
    text
}
