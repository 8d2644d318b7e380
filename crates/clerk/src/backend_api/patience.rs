//! Calls that nobody's request waits for: when Clerk says that it is asked too much, they wait as long as it wants.

use std::time::Duration;

use crate::endpoint::{Answer, CallError};

/// How often one call is tried while Clerk says that it is asked too much.
const TRIES: u32 = 8;
/// Longest wait for Clerk; a limit is over after ten seconds.
const LONGEST_WAIT: Duration = Duration::from_mins(2);

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Impatient {
    /// The call failed.
    Call(CallError),
    /// Clerk asks to wait longer than anybody would, or again and again: after so many tries.
    Limited(u32),
}

/// Calls until the answer is another than 429.
pub(super) async fn patiently<F>(call: impl Fn() -> F + Send) -> Result<Answer, Impatient>
where
    F: Future<Output = Result<Answer, CallError>> + Send,
{
    for tried in 0..TRIES {
        let answer = call().await.map_err(Impatient::Call)?;
        if answer.status != 429 {
            return Ok(answer);
        }
        let wait = answer.retry_after.unwrap_or(Duration::from_secs(1 << tried.min(5)));
        if wait > LONGEST_WAIT {
            return Err(Impatient::Limited(tried + 1));
        }
        if tried + 1 < TRIES {
            tracing::debug!(seconds = wait.as_secs(), "Clerk asks to wait");
            tokio::time::sleep(wait).await;
        }
    }
    Err(Impatient::Limited(TRIES))
}
