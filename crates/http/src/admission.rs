//! So many requests at the same time, and no more.
//!
//! Beyond what a server can do, waiting only makes everybody slow: clients give up and ask again, and the server works for
//! answers that nobody waits for. A burst may wait, because it passes; but when there has been no free place for a
//! while, who comes next waits for a moment only, and is then refused before anything has been done for them.

use std::sync::{
    Arc,
    atomic::{AtomicU64, AtomicUsize, Ordering},
};

use axum::{
    Router,
    extract::Request,
    middleware::{self, Next},
    response::Response,
};
use tokio::{
    sync::{Semaphore, SemaphorePermit},
    time::{Duration, Instant, timeout},
};

use crate::ApiError;

/// Longer without a free place is no burst.
const BURST: Duration = Duration::from_secs(1);
/// How long those wait who come with a burst.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long the others wait: enough for the places that become free just now.
const MOMENT: Duration = Duration::from_millis(10);
/// How many may wait for each place that there is.
const WAITING_PER_PLACE: usize = 4;

/// How a route tells an error.
pub(crate) type Refuse = fn(ApiError) -> Response;

/// The places of a server.
pub(crate) struct Admission {
    free: Semaphore,
    most_waiting: usize,
    waiting: AtomicUsize,
    began: Instant,
    /// When somebody last found a place free, in milliseconds since `began`.
    last_free_ms: AtomicU64,
    /// When somebody was last refused, likewise and one more; 0 for never.
    last_refused_ms: AtomicU64,
}

/// One of those who wait.
struct Waiting<'a>(&'a AtomicUsize);

impl Admission {
    pub(crate) fn new(places: usize) -> Arc<Self> {
        Arc::new(Self {
            free: Semaphore::new(places),
            most_waiting: places.saturating_mul(WAITING_PER_PLACE),
            waiting: AtomicUsize::new(0),
            began: Instant::now(),
            last_free_ms: AtomicU64::new(0),
            last_refused_ms: AtomicU64::new(0),
        })
    }

    /// Lets requests of these routes in while there is a place for them.
    pub(crate) fn around(self: &Arc<Self>, routes: Router, refuse: Refuse) -> Router {
        let admission = Arc::clone(self);
        routes.layer(middleware::from_fn(move |request: Request, next: Next| {
            let admission = Arc::clone(&admission);
            async move {
                match admission.enter().await {
                    // Given back with the answer.
                    Some(_place) => next.run(request).await,
                    None => refuse(ApiError::overloaded()),
                }
            }
        }))
    }

    /// A place, sooner or later, or none.
    async fn enter(&self) -> Option<SemaphorePermit<'_>> {
        // Places that become free go to those who wait, so this works only when nobody does.
        if let Ok(place) = self.free.try_acquire() {
            self.last_free_ms.store(self.now_ms(), Ordering::Relaxed);
            return Some(place);
        }
        let place = self.wait_for_one().await;
        if place.is_none() {
            self.last_refused_ms.store(self.now_ms() + 1, Ordering::Relaxed);
        }
        place
    }

    async fn wait_for_one(&self) -> Option<SemaphorePermit<'_>> {
        let _waiting = self.wait()?;
        let patience = if self.is_flooded() { MOMENT } else { PATIENCE };
        timeout(patience, self.free.acquire()).await.ok()?.ok()
    }

    /// Whether there has been too much for a while. One place that is free by chance does not end it: those who wait
    /// for a moment only leave gaps, and whoever found one would let a new burst in that waits for long.
    fn is_flooded(&self) -> bool {
        let now = self.now_ms();
        let since = |at: u64| Duration::from_millis(now.saturating_sub(at));
        let refused = self.last_refused_ms.load(Ordering::Relaxed);
        since(self.last_free_ms.load(Ordering::Relaxed)) >= BURST || refused > 0 && since(refused - 1) < BURST
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX - 1)
    }

    fn wait(&self) -> Option<Waiting<'_>> {
        let before = self.waiting.fetch_add(1, Ordering::Relaxed);
        let waiting = Waiting(&self.waiting);
        (before < self.most_waiting).then_some(waiting)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_burst_waits_and_all_of_it_is_let_in() {
        let admission = Admission::new(1);
        let inside = admission.enter().await.unwrap();
        let burst: Vec<_> = (0..WAITING_PER_PLACE)
            .map(|_| {
                let admission = Arc::clone(&admission);
                tokio::spawn(async move { admission.enter().await.is_some() })
            })
            .collect();
        while admission.waiting.load(Ordering::Relaxed) < WAITING_PER_PLACE {
            tokio::task::yield_now().await;
        }

        let began = Instant::now();
        assert!(admission.enter().await.is_none(), "as many wait as may");
        assert_eq!(began.elapsed(), Duration::ZERO);

        tokio::time::advance(PATIENCE / 2).await;
        drop(inside);
        for waited in burst {
            assert!(waited.await.unwrap());
        }
        assert_eq!(admission.waiting.load(Ordering::Relaxed), 0);
    }

    #[tokio::test(start_paused = true)]
    async fn when_there_is_always_too_much_nobody_waits_for_long() {
        let admission = Admission::new(1);
        let inside = admission.enter().await.unwrap();
        tokio::time::advance(BURST).await;

        let began = Instant::now();
        assert!(admission.enter().await.is_none());
        assert!(began.elapsed() < 2 * MOMENT, "{:?}", began.elapsed());

        // A place that is free by chance is not the end of it.
        drop(inside);
        let inside = admission.enter().await.unwrap();
        let began = Instant::now();
        assert!(admission.enter().await.is_none());
        assert!(began.elapsed() < 2 * MOMENT, "{:?}", began.elapsed());

        // A second in which nobody was refused is.
        drop(inside);
        tokio::time::advance(BURST).await;
        let _inside = admission.enter().await.unwrap();
        let began = Instant::now();
        assert!(admission.enter().await.is_none());
        assert!(began.elapsed() >= PATIENCE);
    }
}
