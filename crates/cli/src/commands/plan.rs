//! `orientor plan`: what would be repaired, as a file; and `orientor plan show`.

use std::{
    fmt::Write as _,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, Subcommand, ValueEnum};
use orientor_doctor::{AuditOptions, Comparison, Decisions, Plan, ReadOptions, audit, compare, plan, report};

use crate::{
    doctor::{
        self, Bar, ChoiceArguments, DirectoryArguments, database_url, describe, read_plan, run_failure, say_where,
        stop_on_signals, write_plan,
    },
    exit::Failure,
    out,
    settings::Settings,
};

/// Arguments of `orientor plan`.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    show: Option<Show>,

    /// Where to write the plan.
    #[arg(long, short, value_name = "FILE", default_value = "plan.json")]
    output: PathBuf,

    /// What somebody has decided, in TOML; see --decisions-template.
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,

    /// Writes a file with everything that somebody has to decide, explained, and no plan.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["decisions", "compare_options"])]
    decisions_template: Option<PathBuf>,

    /// Computes what translating ids and what rewriting every key would cost in this database, and makes no plan.
    #[arg(long)]
    compare_options: bool,

    /// With --compare-options: how to print it.
    #[arg(long, value_enum, default_value = "table", requires = "compare_options")]
    format: Format,

    #[command(flatten)]
    choices: ChoiceArguments,

    #[command(flatten)]
    directory: DirectoryArguments,
}

#[derive(Debug, Subcommand)]
enum Show {
    /// Prints a plan for people: every step, its rows, and with --sql its statements.
    Show {
        /// The plan.
        #[arg(value_name = "PLAN")]
        plan: PathBuf,
        /// Prints the statements as well.
        #[arg(long)]
        sql: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Table,
    /// For programs.
    Json,
}

pub(crate) async fn run(settings: Settings, arguments: Arguments) -> Result<ExitCode, Failure> {
    if let Some(Show::Show { plan, sql }) = arguments.show {
        out::print(describe(&read_plan(&plan)?, sql))?;
        return Ok(ExitCode::SUCCESS);
    }
    let url = database_url(&settings)?;
    let read = ReadOptions::default();
    stop_on_signals(read.stop.clone())?;
    let directory = arguments.directory.read(&settings, &read.stop).await?;
    let options = arguments.choices.read()?.options(url, read, directory);
    if arguments.compare_options {
        let bar = Bar::new("tables");
        let compared = compare(&options, &bar).await;
        drop(bar);
        let compared = compared.map_err(run_failure)?;
        let text = match arguments.format {
            Format::Table => described(&compared),
            Format::Json => doctor::json(&compared)?,
        };
        out::print(text)?;
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(path) = arguments.decisions_template {
        return template(options, &path).await;
    }
    let decisions = match &arguments.decisions {
        Some(path) => {
            let text = fs::read_to_string(path)
                .map_err(|error| Failure::because(&format!("cannot read {}", path.display()), &error))?;
            Decisions::parse(&text, path).map_err(|error| Failure::new(error.to_string()))?
        }
        None => Decisions::default(),
    };
    make(options, &decisions, &arguments.output).await
}

/// Writes what has to be decided, whole or not at all.
async fn template(options: AuditOptions, path: &Path) -> Result<ExitCode, Failure> {
    let bar = Bar::new("questions");
    let found = audit(options, &bar).await;
    drop(bar);
    let found = found.map_err(|error| run_failure(error.into()))?;
    doctor::write_whole(path, |file| file.write_all(Decisions::template(&found.findings).as_bytes()))?;
    out::print(format!(
        "{path} explains what somebody has to decide; take the comments off what you choose, then: orientor plan --decisions {path}\n",
        path = path.display()
    ))?;
    Ok(ExitCode::SUCCESS)
}

async fn make(options: AuditOptions, decisions: &Decisions, output: &Path) -> Result<ExitCode, Failure> {
    let bar = Bar::new("questions");
    let made = plan(options, decisions, &bar).await;
    drop(bar);
    let mut plan: Plan = made.map_err(run_failure)?;
    write_plan(output, &mut plan)?;
    out::print(describe(&plan, false))?;
    say_where(output);
    Ok(ExitCode::SUCCESS)
}

fn described(compared: &Comparison) -> String {
    let mut text = String::new();
    let rewrite = &compared.rewrite;
    let mut line = |what: &str, translate: String, rewrite: String| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{what:<34} {translate:>16} {rewrite:>16}");
    };
    line("", "translate ids".to_owned(), "rewrite keys".to_owned());
    line("rows rewritten", compared.translate.rewritten_rows.to_string(), rewrite.rows.to_string());
    line("tables rewritten", "0".to_owned(), rewrite.tables.len().to_string());
    line("indexes built anew", "0".to_owned(), rewrite.indexes.to_string());
    line("foreign keys checked anew", "0".to_owned(), rewrite.foreign_keys.to_string());
    line("bytes more", compared.translate.link_bytes.to_string(), rewrite.more_bytes.to_string());
    line("seconds under an exclusive lock", "0".to_owned(), format!("{:.2}", rewrite.locked_seconds));
    line("users who would have no key", "0".to_owned(), rewrite.users_without_id.to_string());
    let _ = writeln!(text, "\n{:<34} {:>12} {:>12} {:>9} {:>12}", "table", "rows", "bytes", "indexes", "locked s");
    for table in &rewrite.tables {
        let name = report::visible(&format!("{}.{}", table.schema, table.table));
        let _ = writeln!(
            text,
            "{name:<34} {:>12} {:>12} {:>9} {:>12.3}",
            table.rows, table.bytes, table.indexes, table.locked_seconds
        );
    }
    text.push_str("\nThe seconds are measured: a sample of each table was rewritten, in a temporary table with the same indexes, and scaled.\n");
    text
}
