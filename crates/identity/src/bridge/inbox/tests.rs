//! The inbox over a database that hangs on command.

use std::{
    future::pending,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
};

use tokio::time::Instant;

use super::*;
use crate::{BoxFuture, BridgeSettings, ClerkUserId, Issuer};

#[derive(Debug, Default)]
struct FakeLifecycle {
    hangs: AtomicBool,
    /// Events of each call.
    calls: Mutex<Vec<usize>>,
    /// Pieces that are left to sweep.
    pieces: AtomicUsize,
}

impl FakeLifecycle {
    async fn answer(&self) {
        if self.hangs.load(Ordering::SeqCst) {
            pending::<()>().await;
        }
    }
}

impl Lifecycle for FakeLifecycle {
    fn apply<'a>(&'a self, events: &'a [LifecycleEvent], _: &'a PolicySettings) -> BoxFuture<'a, Vec<Answer>> {
        self.calls.lock().unwrap().push(events.len());
        Box::pin(async {
            self.answer().await;
            events.iter().map(|_| Ok(Applied::Done)).collect()
        })
    }

    fn revoked_sessions(&self, _: Option<u32>) -> BoxFuture<'_, Result<Vec<RevokedSession>, DirectoryError>> {
        Box::pin(async {
            self.answer().await;
            Ok(Vec::new())
        })
    }

    fn sweep(&self) -> BoxFuture<'_, Result<bool, DirectoryError>> {
        Box::pin(async {
            self.answer().await;
            Ok(self.pieces.fetch_sub(1, Ordering::SeqCst) > 1)
        })
    }
}

fn bridge(lifecycle: &Arc<FakeLifecycle>) -> Arc<Bridge> {
    let directory = crate::bridge::tests::FakeDirectory::new(Ok(crate::Lookup::Unknown));
    let tokens = Arc::new(crate::bridge::tests::NoTokens);
    let bridge = Bridge::new(tokens, directory, issuer(), BridgeSettings::default());
    Arc::new(bridge.with_lifecycle(lifecycle.clone()))
}

fn issuer() -> Issuer {
    "https://clerk.example.com".parse().unwrap()
}

fn event(number: usize) -> LifecycleEvent {
    let gone: ClerkUserId = format!("user_{number}").parse().unwrap();
    let message = format!("msg_{number}").parse().unwrap();
    LifecycleEvent { issuer: issuer(), message, happened_at_ms: 1, change: Change::Deleted(gone) }
}

#[tokio::test(start_paused = true)]
async fn a_database_that_hangs_costs_one_try_and_not_the_worker() {
    let lifecycle = Arc::new(FakeLifecycle::default());
    let bridge = bridge(&lifecycle);
    lifecycle.hangs.store(true, Ordering::SeqCst);
    let began = Instant::now();

    let refused = bridge.deliver(event(1)).await.unwrap_err();
    assert_eq!(began.elapsed().as_secs(), PATIENCE.as_secs());
    assert_eq!(refused.0.to_string(), "no answer within 10 s");
    assert!(bridge.refresh_revoked().await.is_err());
    assert!(bridge.sweep().await.is_err());

    lifecycle.hangs.store(false, Ordering::SeqCst);
    assert_eq!(bridge.deliver(event(1)).await.unwrap(), Applied::Done);
    bridge.refresh_revoked().await.unwrap();
}

#[tokio::test]
async fn whatever_waits_is_taken_in_together_up_to_a_limit() {
    let lifecycle = Arc::new(FakeLifecycle::default());
    let bridge = bridge(&lifecycle);

    let answers = futures_util::future::join_all((0..600).map(|number| bridge.deliver(event(number)))).await;

    assert!(answers.into_iter().all(|answer| answer.unwrap() == Applied::Done));
    assert_eq!(*lifecycle.calls.lock().unwrap(), [256, 256, 88]);
}

#[tokio::test]
async fn sweeping_goes_on_until_nothing_is_left() {
    let lifecycle = Arc::new(FakeLifecycle { pieces: 7.into(), ..FakeLifecycle::default() });

    bridge(&lifecycle).sweep().await.unwrap();

    assert_eq!(lifecycle.pieces.load(Ordering::SeqCst), 0);
}
