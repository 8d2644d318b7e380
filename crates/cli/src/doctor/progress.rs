//! How far the doctor has come, for whoever waits at a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use orientor_doctor::{Progress, report};

/// What is done sooner needs no bar.
const AFTER: Duration = Duration::from_secs(1);

/// A bar on the standard error stream, if that is a terminal, and only once it has taken more than a second.
#[derive(Debug)]
pub(crate) struct Bar {
    bar: ProgressBar,
    reveal: tokio::task::JoinHandle<()>,
}

impl Bar {
    /// Counts `unit`, such as questions.
    pub(crate) fn new(unit: &str) -> Self {
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::hidden());
        let template = format!("{{bar:30}} {{pos}}/{{len}} {unit}, {{per_sec}}, {{eta}} left  {{wide_msg}}");
        let style = ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style);
        let hidden = bar.clone();
        let reveal = tokio::spawn(async move {
            tokio::time::sleep(AFTER).await;
            hidden.set_draw_target(ProgressDrawTarget::stderr());
            hidden.enable_steady_tick(Duration::from_millis(200));
        });
        Self { bar, reveal }
    }

    /// So many of so many.
    pub(crate) fn set(&self, done: usize, of: usize) {
        self.bar.set_length(of as u64);
        self.bar.set_position(done as u64);
    }
}

impl Progress for Bar {
    fn begin(&self, questions: usize) {
        self.bar.set_length(questions as u64);
    }

    fn answered(&self, place: &str) {
        self.bar.set_message(report::visible(place));
        self.bar.inc(1);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.reveal.abort();
        self.bar.finish_and_clear();
    }
}
