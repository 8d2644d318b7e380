//! Rate limits, in windows of ten seconds.

use std::{collections::HashMap, time::Duration};

use orientor_identity::ClerkUserId;

use crate::settings::RateLimit;

const WINDOW: Duration = Duration::from_secs(10);
/// Old windows are thrown away when there are more than this.
const MANY: usize = 1000;

/// Counts calls against the limits.
pub(crate) struct Limiter {
    limit: Option<RateLimit>,
    calls: u64,
    all: Window,
    writes: HashMap<ClerkUserId, Window>,
}

/// Too many calls; the caller may come back after this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wait(pub(crate) Duration);

#[derive(Default)]
struct Window {
    started: Duration,
    used: u32,
}

impl Window {
    fn take(&mut self, limit: u32, now: Duration) -> Result<(), Wait> {
        if self.is_over(now) {
            *self = Self { started: now, used: 0 };
        }
        if self.used >= limit {
            return Err(Wait((self.started + WINDOW).saturating_sub(now)));
        }
        self.used += 1;
        Ok(())
    }

    fn is_over(&self, now: Duration) -> bool {
        now >= self.started + WINDOW
    }
}

impl Limiter {
    pub(crate) fn new(limit: Option<RateLimit>) -> Self {
        Self { limit, calls: 0, all: Window::default(), writes: HashMap::new() }
    }

    /// Counts one call of the Backend API.
    pub(crate) fn call(&mut self, now: Duration) -> Result<(), Wait> {
        self.calls += 1;
        self.limit.map_or(Ok(()), |limit| self.all.take(limit.requests, now))
    }

    /// How many calls there were, those that were refused among them.
    pub(crate) fn calls(&self) -> u64 {
        self.calls
    }

    /// Counts one change of a user.
    pub(crate) fn write(&mut self, user: &ClerkUserId, now: Duration) -> Result<(), Wait> {
        let Some(limit) = self.limit else { return Ok(()) };
        if self.writes.len() > MANY {
            self.writes.retain(|_, window| !window.is_over(now));
        }
        self.writes.entry(user.clone()).or_default().take(limit.writes_per_user, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_window_names_the_wait_and_the_next_one_is_empty() {
        let mut limiter = Limiter::new(Some(RateLimit { requests: 2, writes_per_user: 1 }));
        let at = |seconds: u64| Duration::from_secs(1_800_000_000 + seconds);

        assert_eq!(limiter.call(at(0)), Ok(()));
        assert_eq!(limiter.call(at(3)), Ok(()));
        assert_eq!(limiter.call(at(3)), Err(Wait(Duration::from_secs(7))));
        assert_eq!(limiter.call(at(10)), Ok(()));
        assert_eq!(limiter.calls(), 4);
    }

    #[test]
    fn writes_are_counted_for_each_user() {
        let mut limiter = Limiter::new(Some(RateLimit { requests: 2, writes_per_user: 1 }));
        let (ada, bob) = ("user_ada".parse().unwrap(), "user_bob".parse().unwrap());
        let now = Duration::from_hours(500_000);

        assert_eq!(limiter.write(&ada, now), Ok(()));
        assert_eq!(limiter.write(&ada, now), Err(Wait(WINDOW)));
        assert_eq!(limiter.write(&bob, now), Ok(()));
    }
}
