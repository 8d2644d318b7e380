//! How a command ends: an exit code, and one sentence with the remedy.

use std::{error::Error, process::ExitCode};

use crate::settings::SettingsError;

/// Why a command failed.
#[derive(Debug)]
pub(crate) struct Failure {
    /// 1 findings, 2 could not do it, 3 refused.
    code: u8,
    sentence: String,
}

impl Failure {
    /// It could not be done; exit code 2.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self { code: 2, sentence: sentence.into() }
    }

    /// Nobody is meant by that; exit code 1.
    pub(crate) fn nobody(sentence: impl Into<String>) -> Self {
        Self { code: 1, sentence: sentence.into() }
    }

    /// It would not be right; exit code 3.
    pub(crate) fn refused(sentence: impl Into<String>) -> Self {
        Self { code: 3, sentence: sentence.into() }
    }

    /// It could not be done, because of `error`; exit code 2.
    pub(crate) fn because(what: &str, error: &dyn Error) -> Self {
        let mut sentence = format!("{what}: {error}");
        let mut next = error.source();
        while let Some(cause) = next {
            let text = cause.to_string();
            // Some libraries repeat the cause in the message.
            if !sentence.ends_with(&text) {
                sentence.push_str(": ");
                sentence.push_str(&text);
            }
            next = cause.source();
        }
        Self::new(sentence)
    }

    /// Adds what to do about it.
    #[must_use]
    pub(crate) fn with_remedy(mut self, remedy: &str) -> Self {
        self.sentence.push_str("; ");
        self.sentence.push_str(remedy);
        self
    }

    pub(crate) fn io(error: std::io::Error) -> Self {
        Self::because("the operating system refused", &error)
    }

    /// Says it on the terminal.
    pub(crate) fn report(&self) -> ExitCode {
        eprintln!("orientor: {}", self.sentence);
        ExitCode::from(self.code)
    }
}

impl From<SettingsError> for Failure {
    fn from(error: SettingsError) -> Self {
        Self::new(error.0)
    }
}
