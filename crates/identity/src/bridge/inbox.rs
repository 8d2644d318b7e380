//! Events on their way into the database: one transaction after the other, each with whatever has gathered meanwhile.
//!
//! A single event does not wait for others. Under load a transaction takes in as many as came while the one before
//! it was committed, so that their number does not multiply round trips and commits.

use std::{
    error::Error,
    mem,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::{sync::oneshot, task::JoinHandle, time::timeout};

use super::{Bridge, memory::Memory, revoked::Revoked};
use crate::{Applied, Change, DirectoryError, Lifecycle, LifecycleEvent, RevokedSession, policy::PolicySettings};

type Answer = Result<Applied, DirectoryError>;

/// Events that are taken in together, at most.
const TOGETHER: usize = 256;
/// How long the database may take for one piece of work. One that hangs must not keep everything after it waiting, and
/// whoever delivers has an answer while they still wait for it.
const PATIENCE: Duration = Duration::from_secs(10);

/// The database did not answer in time.
#[derive(Debug, thiserror::Error)]
#[error("no answer within {} s", PATIENCE.as_secs())]
struct TooSlow;

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
                let together = queue.waiting.len().min(TOGETHER);
                let rest = queue.waiting.split_off(together);
                mem::replace(&mut queue.waiting, rest)
            };
            let (events, answers): (Vec<LifecycleEvent>, Vec<_>) = waiting.into_iter().unzip();
            let applied =
                timeout(PATIENCE, self.lifecycle.apply(&events, &informed.settings)).await.unwrap_or_else(|_| {
                    tracing::warn!(events = events.len(), "the database has not taken events in within {PATIENCE:?}");
                    let error = DirectoryError::new(TooSlow);
                    events.iter().map(|_| Err(error.clone())).collect()
                });
            for ((event, answer), applied) in events.into_iter().zip(answers).zip(applied) {
                // Also after a failure: whether a commit that was not acknowledged has happened, nobody knows.
                informed.inform(event);
                // Whoever asked may be gone.
                let _ = answer.send(applied);
            }
        }
    }
}

async fn within_patience<T>(work: impl Future<Output = Result<T, DirectoryError>>) -> Result<T, DirectoryError> {
    timeout(PATIENCE, work).await.unwrap_or_else(|_| Err(DirectoryError::new(TooSlow)))
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

impl Bridge {
    /// Takes in an event. It is committed, and known here, when this returns.
    ///
    /// Needs a tokio runtime, on which the event is taken in even when the caller is gone.
    ///
    /// # Errors
    ///
    /// [`DirectoryError`] when it could not be taken in: let it be delivered again.
    pub async fn deliver(&self, event: LifecycleEvent) -> Result<Applied, DirectoryError> {
        let Some(inbox) = &self.inbox else {
            return Err(DirectoryError::new("nothing here takes events in"));
        };
        let informed = Informed {
            memory: Arc::clone(&self.memory),
            revoked: Arc::clone(&self.revoked),
            settings: self.settings.policy,
        };
        inbox.deliver(event, informed).await
    }

    /// Asks the database which sessions have been revoked at other servers since the last time; all of them at first.
    pub async fn refresh_revoked(&self) -> Result<(), DirectoryError> {
        match &self.inbox {
            Some(inbox) => within_patience(self.revoked.refresh(inbox.lifecycle(), self.memory.now())).await,
            None => Ok(()),
        }
    }

    /// Forgets everything that is of no use any more, piece by piece.
    async fn sweep(&self) -> Result<(), DirectoryError> {
        let Some(inbox) = &self.inbox else { return Ok(()) };
        while within_patience(inbox.lifecycle().sweep()).await? {}
        Ok(())
    }

    /// Does [`refresh_revoked`](Self::refresh_revoked) every second, and now and then forgets what is of no use any
    /// more. Never ends.
    pub async fn keep_current(self: Arc<Self>) {
        const LOOK: Duration = Duration::from_secs(1);
        const LOOKS_UNTIL_SWEEP: u32 = 600;
        let mut looks = 0;
        loop {
            tokio::time::sleep(LOOK).await;
            let mut done = self.refresh_revoked().await;
            looks += 1;
            if looks % LOOKS_UNTIL_SWEEP == 0 && done.is_ok() {
                done = self.sweep().await;
            }
            if let Err(error) = done {
                // Requests find out, and tell; this goes on when the database is back.
                tracing::debug!(error = &error as &dyn Error, "revoked sessions could not be looked at");
            }
        }
    }
}

#[cfg(test)]
mod tests;
