//! Waiting for what happens elsewhere.

use std::time::{Duration, Instant};

/// Asks again and again, until it is so.
///
/// # Panics
///
/// If it is not so within 20 seconds, which is far too late for anything.
pub async fn until(what: &str, mut fact: impl AsyncFnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !fact().await {
        assert!(Instant::now() < deadline, "not within 20 s: {what}");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}
