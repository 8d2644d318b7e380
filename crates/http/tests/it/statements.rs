//! How many statements a request takes.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use tracing_subscriber::{Layer, layer::Context, prelude::*};

/// Counts the statements that are sent from this thread, which in a test is where the server is, too.
pub(crate) struct Statements {
    sent: Arc<AtomicUsize>,
    /// While there is one subscriber alone, a thread of another test, which has none, would decide that nobody listens.
    _another: tracing::Dispatch,
    _default: tracing::subscriber::DefaultGuard,
}

struct Count(Arc<AtomicUsize>);

impl<S: tracing::Subscriber> Layer<S> for Count {
    fn on_event(&self, event: &tracing::Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == "orientor_store::statement" {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl Statements {
    pub(crate) fn counted() -> Self {
        let sent = Arc::new(AtomicUsize::new(0));
        let another = tracing_subscriber::registry().with(Count(Arc::default()));
        let subscriber = tracing_subscriber::registry().with(Count(Arc::clone(&sent)));
        Self { sent, _another: another.into(), _default: tracing::subscriber::set_default(subscriber) }
    }

    /// How many were sent since the last time.
    pub(crate) fn taken(&self) -> usize {
        self.sent.swap(0, Ordering::Relaxed)
    }
}
