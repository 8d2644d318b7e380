//! What the commands of the database doctor need, beside the doctor itself.

mod choices;
mod csv;
mod directory;
mod plan;
mod progress;
mod report;
mod stop;

pub(crate) use choices::ChoiceArguments;
pub(crate) use csv::{Csv, CsvError, Record};
pub(crate) use directory::DirectoryArguments;
pub(crate) use plan::{
    RunArguments, describe, doctor_failure, read_plan, run_failure, say_where, write_plan, write_whole,
};
pub(crate) use progress::Bar;
pub(crate) use report::ReportArguments;
pub(crate) use stop::stop_on_signals;

use crate::{exit::Failure, settings::Settings};

/// The database of the settings, if the doctor can look at it.
pub(crate) fn database_url(settings: &Settings) -> Result<String, Failure> {
    let url = &settings.database.url;
    if url.is_empty() {
        return Err(Failure::new("no database is configured; set DATABASE_URL to postgres://…"));
    }
    if url.starts_with("sqlite:") {
        return Err(Failure::new(
            "the doctor looks at PostgreSQL only, and this is SQLite; set DATABASE_URL to postgres://…",
        ));
    }
    Ok(url.clone())
}

/// Anything as JSON, for programs.
pub(crate) fn json(value: &impl serde::Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(value);
    text.map(|text| text + "\n").map_err(|error| Failure::because("it could not be printed", &error))
}
