//! Events on their way into the database: one transaction after the other, each with whatever has gathered meanwhile.
//!
//! A single event does not wait for others. Under load a transaction takes in as many as came while the one before
//! it was committed, so that their number does not multiply round trips and commits.

use std::{
    mem,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::{sync::oneshot, task::JoinHandle};

use super::{memory::Memory, revoked::Revoked};
use crate::{Applied, Change, DirectoryError, Lifecycle, LifecycleEvent, RevokedSession, policy::PolicySettings};

type Answer = Result<Applied, DirectoryError>;

/// The events that wait.
#[derive(Debug)]
pub(super) struct Inbox {
    lifecycle: Arc<dyn Lifecycle>,
    queue: Mutex<Queue>,
}

#[derive(Debug, Default)]
struct Queue {
    waiting: Vec<(LifecycleEvent, oneshot::Sender<Answer>)>,
    worker: Option<JoinHandle<()>>,
}

/// What has to know of a change.
#[derive(Clone)]
pub(super) struct Informed {
    pub(super) memory: Arc<Memory>,
    pub(super) revoked: Arc<Revoked>,
    pub(super) settings: PolicySettings,
}

impl Inbox {
    pub(super) fn new(lifecycle: Arc<dyn Lifecycle>) -> Self {
        Self { lifecycle, queue: Mutex::default() }
    }

    pub(super) fn lifecycle(&self) -> &dyn Lifecycle {
        self.lifecycle.as_ref()
    }

    /// Takes an event in; the answer comes once it is committed and `informed`. Goes on when the caller is gone.
    pub(super) async fn deliver(self: &Arc<Self>, event: LifecycleEvent, informed: Informed) -> Answer {
        let (answer, answered) = oneshot::channel();
        {
            let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
            queue.waiting.push((event, answer));
            // One that has ended otherwise than by its own decision is replaced.
            if queue.worker.as_ref().is_none_or(JoinHandle::is_finished) {
                queue.worker = Some(tokio::spawn(Arc::clone(self).work(informed)));
            }
        }
        answered.await.unwrap_or_else(|_| Err(DirectoryError::new("the event was dropped on its way")))
    }

    async fn work(self: Arc<Self>, informed: Informed) {
        loop {
            let waiting = {
                let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
                if queue.waiting.is_empty() {
                    queue.worker = None;
                    return;
                }
                mem::take(&mut queue.waiting)
            };
            let (events, answers): (Vec<LifecycleEvent>, Vec<_>) = waiting.into_iter().unzip();
            let applied = self.lifecycle.apply(&events, &informed.settings).await;
            for ((event, answer), applied) in events.into_iter().zip(answers).zip(applied) {
                // Also after a failure: whether a commit that was not acknowledged has happened, nobody knows.
                informed.inform(event);
                // Whoever asked may be gone.
                let _ = answer.send(applied);
            }
        }
    }
}

impl Informed {
    fn inform(&self, event: LifecycleEvent) {
        if let Some(subject) = event.subject() {
            self.memory.forget(&subject);
        }
        if let Change::SessionEnded { session, until, .. } = event.change {
            self.revoked.add([RevokedSession { issuer: event.issuer, session, until }]);
        }
    }
}
