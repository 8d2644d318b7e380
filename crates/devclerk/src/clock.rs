//! Units of time.

use std::time::Duration;

/// Unix milliseconds, the unit of Clerk's API.
pub(crate) fn millis(now: Duration) -> i64 {
    i64::try_from(now.as_millis()).unwrap_or(i64::MAX)
}
