//! `orientor undo`: takes a run back.

use std::{fmt::Write as _, process::ExitCode};

use clap::Args;
use orientor_doctor::{Obstacle, UndoOptions, Undone, WriteConsent, history, look, report, undo};

use crate::{
    doctor::{Bar, RunArguments, database_url, run_failure, stop_on_signals},
    exit::Failure,
    out,
    settings::Settings,
};

/// Arguments of `orientor undo`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The number of the run; `orientor history` lists all.
    #[arg(value_name = "RUN")]
    number: i64,

    /// Really changes the database. Without it, only rows are named that cannot be as they were, because of what somebody has done since.
    #[arg(long)]
    apply: bool,

    /// Leaves rows that cannot be as they were any more as they are, and undoes the rest.
    #[arg(long)]
    partial: bool,

    #[command(flatten)]
    run: RunArguments,
}

pub(crate) async fn run(settings: Settings, arguments: Arguments) -> Result<ExitCode, Failure> {
    let options = UndoOptions { apply: arguments.run.options(database_url(&settings)?), partial: arguments.partial };
    stop_on_signals(options.apply.stop.clone())?;
    let bar = Bar::new("steps");
    let undone = if arguments.apply {
        undo(arguments.number, &options, &bar, WriteConsent::given_by_operator()).await
    } else {
        look(arguments.number, &options).await
    };
    drop(bar);
    let undone = undone.map_err(run_failure)?;
    out::print(described(&undone))?;
    if undone.done || (!arguments.apply && undone.conflicts.is_empty()) {
        if undone.begun && !undone.done {
            out::print("it is half undone; nothing was changed now. Add --apply to go on.\n")?;
        } else if !undone.done {
            out::print("nobody has changed any of its rows since; nothing was changed. Add --apply to undo it.\n")?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    // It may not be somebody who has changed them, but the doctor.
    let runs = history(&options.apply).await.map_err(run_failure)?;
    let later = runs.iter().rev().find(|it| it.run > arguments.number && it.state != "undone");
    if let Some(later) = later {
        return Err(Failure::refused(format!(
            "nothing was undone, because of what was done since to the rows above; run {} is later and has not been undone, so begin with it: orientor undo {0}",
            later.run
        )));
    }
    Err(Failure::refused(
        "nothing was undone, because of what somebody has done since to the rows above; put that right, or leave these rows as they are with --partial",
    ))
}

fn described(undone: &Undone) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    for conflict in &undone.conflicts {
        let place = report::visible(&format!("{} {}", conflict.table, conflict.key));
        let why = match conflict.why {
            Obstacle::Changed => "changed since",
            Obstacle::ParentGone => "what it referred to has been deleted since",
            Obstacle::Referred => "added by the run, and other rows refer to it since",
            Obstacle::Refused => "the database refuses it as it was",
        };
        let stays = if undone.done { "; it stays as it is" } else { "" };
        let _ = writeln!(text, "{place}: {why}{stays}");
    }
    for sequence in &undone.moved_sequences {
        let _ = writeln!(text, "sequence {} stays where it is: it has given numbers since", report::visible(sequence));
    }
    if undone.done {
        let _ = writeln!(text, "{} rows are as they were", undone.rows);
    }
    text
}
