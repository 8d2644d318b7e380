//! Where a report goes, and in which form.

use std::{
    env,
    io::{self, BufWriter, IsTerminal as _, Write},
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use orientor_doctor::{
    Audit, DoctorError,
    report::{self, TableOptions},
};
use tempfile::NamedTempFile;
use terminal_size::{Width, terminal_size};

use crate::{exit::Failure, out::Out};

/// Width of a report that goes to no terminal.
const WIDTH: usize = 100;

/// Flags about the report; the comments are their help.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "The report")]
pub(crate) struct ReportArguments {
    /// The form of the report; without it, the ending of the file decides, and text is the default.
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,

    /// Writes the report to a file, all of it or nothing, instead of the standard output.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Never uses colours; the same as NO_COLOR=1. There are none beside a terminal anyway.
    #[arg(long, visible_alias = "no-color")]
    no_colour: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Text for people.
    Table,
    /// All that is known, as `--print-schema` describes it.
    Json,
    /// SARIF 2.1.0, for code scanning services and editors.
    Sarif,
    /// One page with a picture of the tables, which needs no network.
    Html,
}

impl ReportArguments {
    /// Writes the audit. Says where it went if that is a file.
    pub(crate) fn write(&self, audit: &Audit) -> Result<(), Failure> {
        let Some(path) = &self.output else {
            let mut out = BufWriter::new(Out);
            self.render(audit, &mut out).map_err(failure)?;
            return out.flush().map_err(Failure::io);
        };
        let failed = |error: &dyn std::error::Error| {
            Failure::because(&format!("the report was not written to {}", path.display()), error)
        };
        // Beside the file, so that it can take its place at once.
        let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        let mut file = NamedTempFile::new_in(folder).map_err(|error| failed(&error))?;
        let mut out = BufWriter::new(file.as_file_mut());
        self.render(audit, &mut out).map_err(|error| failed(&error))?;
        out.flush().map_err(|error| failed(&error))?;
        drop(out);
        file.as_file().sync_all().map_err(|error| failed(&error))?;
        file.persist(path).map_err(|error| failed(&error.error))?;
        eprintln!("{}; the report is in {}", report::verdict(audit), path.display());
        Ok(())
    }

    fn render(&self, audit: &Audit, out: &mut impl Write) -> Result<(), DoctorError> {
        match self.format() {
            Format::Table => report::table(audit, self.table(), out),
            Format::Json => report::json(audit, out),
            Format::Sarif => report::sarif(audit, out),
            Format::Html => report::html(audit, out),
        }
    }

    fn format(&self) -> Format {
        let ending = self.output.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
        self.format.unwrap_or(match ending {
            Some("json") => Format::Json,
            Some("sarif") => Format::Sarif,
            Some("html" | "htm") => Format::Html,
            _ => Format::Table,
        })
    }

    fn table(&self) -> TableOptions {
        let is_terminal = self.output.is_none() && io::stdout().is_terminal();
        let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        let width = terminal_size().filter(|_| is_terminal).map_or(WIDTH, |(Width(width), _)| usize::from(width));
        TableOptions { width, colour: is_terminal && !self.no_colour && !is_set("NO_COLOR") && !is_dumb }
    }
}

fn failure(error: DoctorError) -> Failure {
    Failure::because("the audit has ended", &error)
}
