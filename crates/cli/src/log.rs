//! Where log lines go: to the standard error stream, as JSON or text.

use tracing_subscriber::EnvFilter;

use crate::{
    exit::Failure,
    settings::{LogFormat, LogSettings},
};

impl LogSettings {
    /// As somebody at a terminal wants it, where a line for each request is noise.
    pub(crate) fn for_a_terminal(&mut self) -> &Self {
        if self.filter == "info" {
            "warn".clone_into(&mut self.filter);
        }
        self.format = LogFormat::Text;
        self
    }
}

/// Starts logging for the rest of the process.
pub(crate) fn start(settings: &LogSettings) -> Result<(), Failure> {
    let filter = EnvFilter::try_new(&settings.filter)
        .map_err(|error| Failure::new(format!("log.filter is not a filter: {error}")))?;
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let started = match settings.format {
        LogFormat::Json => lines.json().flatten_event(true).with_current_span(true).with_span_list(false).try_init(),
        LogFormat::Text => lines.try_init(),
    };
    started.map_err(|error| Failure::new(format!("logging could not be started: {error}")))
}
