//! `orientor migrate`: adds what the database lacks, and takes exactly that away again.

use std::process::ExitCode;

use clap::Args;
use orientor_store::{
    Database, identity_objects,
    migrate::{self, Loss, MigrateOptions, RevertOptions, RevertOutcome, Reverted},
};

use super::{Purpose, open_database};
use crate::{exit::Failure, out, settings::Settings};

/// Arguments of `orientor migrate`.
#[derive(Debug, Default, Args)]
pub(crate) struct Arguments {
    /// Prints every statement and changes nothing.
    #[arg(long)]
    dry_run: bool,

    /// Takes away exactly what migrations have added.
    ///
    /// Refuses, with exit code 3, when rows would go that were written since.
    #[arg(long, conflicts_with = "dry_run")]
    revert: bool,

    /// With --revert: also takes away tables and columns that hold rows written since.
    #[arg(long, requires = "revert")]
    discard_new_rows: bool,
}

pub(crate) async fn run(settings: Settings, arguments: Arguments) -> Result<ExitCode, Failure> {
    let purpose = if arguments.dry_run { Purpose::Look } else { Purpose::Change };
    let database = open_database(&settings, purpose).await?;
    let extra = identity_objects(database.dialect());
    let done = if arguments.revert {
        revert(&database, arguments.discard_new_rows).await
    } else if arguments.dry_run {
        let pending = migrate::pending(&database, &extra).await;
        let pending = pending.map_err(|error| Failure::because("the database could not be looked at", &error))?;
        out::print(migrate::script(&pending))?;
        eprintln!("{} additions; nothing was changed", pending.len());
        Ok(())
    } else {
        let added = migrate::migrate(&database, &extra, MigrateOptions::default()).await;
        let added = added.map_err(|error| Failure::because("nothing was changed", &error))?;
        let lines = added.iter().map(|addition| format!("{}\n", addition.what));
        out::print(format!("{}{} additions\n", lines.collect::<String>(), added.len()))
    };
    database.close().await;
    done.map(|()| ExitCode::SUCCESS)
}

async fn revert(database: &Database, discard_new_rows: bool) -> Result<(), Failure> {
    let options = RevertOptions { discard_new_rows, ..RevertOptions::default() };
    let outcome = migrate::revert(database, options).await;
    match outcome.map_err(|error| Failure::because("nothing was changed", &error))? {
        RevertOutcome::Nothing => out::print("no migration is on record; nothing was changed\n"),
        RevertOutcome::Done(reverted) => out::print(described(&reverted)),
        RevertOutcome::Refused(losses) => {
            out::print(losses.iter().map(described_loss).collect::<String>())?;
            Err(Failure::refused(
                "nothing was changed, because the rows above would be lost; keep them first, or add --discard-new-rows",
            ))
        }
    }
}

fn described(reverted: &Reverted) -> String {
    let undone = reverted.undone.iter().map(|what| format!("took away {what}\n"));
    let lost = reverted.lost.iter().map(described_loss);
    let relaxed = reverted.left_relaxed.iter();
    let relaxed = relaxed.map(|column| format!("{column} still accepts NULL, because newer rows hold it\n"));
    let advanced = reverted.left_advanced.iter();
    let advanced =
        advanced.map(|sequence| format!("sequence {sequence} stays where it is, because it has given numbers since\n"));
    let count = format!("{} additions taken away\n", reverted.undone.len());
    undone.chain(lost).chain(relaxed).chain(advanced).chain([count]).collect()
}

fn described_loss(loss: &Loss) -> String {
    let place = match &loss.column {
        Some(column) => format!("{}.{column}", loss.table),
        None => loss.table.clone(),
    };
    format!("{place}: {} rows written since\n", loss.rows)
}
