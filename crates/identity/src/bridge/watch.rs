//! How a bridge hears of changes that others make.

use std::{fmt, sync::Arc};

use crate::{BoxFuture, UserRef};

use super::memory::Memory;

/// Tells what changes in the directory, whoever changes it. The crate brings one over `sqlx`, for PostgreSQL and SQLite.
pub trait ChangeSource: fmt::Debug + Send + Sync {
    /// Tells `watch` of every change, and of every moment at which it knows that it has told all of them. Goes on
    /// until it is dropped.
    ///
    /// A source that stops telling, for whatever reason, is not trusted any longer after two seconds.
    fn tell<'a>(&'a self, watch: &'a Watch) -> BoxFuture<'a, ()>;
}

/// The memory of a bridge, to be told of changes.
#[derive(Clone)]
pub struct Watch(Arc<Memory>);

/// A moment by the clock of the bridge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(u64);

impl Watch {
    pub(super) fn of(memory: Arc<Memory>) -> Self {
        memory.watch();
        Self(memory)
    }

    /// Now. To be taken before a question is sent whose answer confirms something.
    pub fn now(&self) -> Moment {
        Moment(self.0.steady())
    }

    /// Every change after `since` will be told. What was remembered until now is forgotten, because changes before
    /// that may not have been; from now on memory answers.
    pub fn begin(&self, since: Moment) {
        self.0.begin(since.0);
    }

    /// Every change before `since` has been told, and nothing was missed since [`begin`](Self::begin).
    pub fn confirm(&self, since: Moment) {
        self.0.confirm(since.0);
    }

    /// A user, or what belongs to a Clerk id of whatever instance, is not as it was.
    pub fn changed(&self, whose: &UserRef) {
        self.0.change(whose);
    }

    /// Anything may be otherwise than it was.
    pub fn all_changed(&self) {
        self.0.change_all();
    }

    /// Changes may be missed from now on: until it begins again, every request reads the directory. Whether it had begun.
    pub fn lose(&self) -> bool {
        self.0.lose()
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Watch").finish()
    }
}

#[cfg(test)]
mod tests;
