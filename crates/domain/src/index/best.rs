//! The best so far.

use std::{cmp::Ordering, collections::BinaryHeap};

use crate::peers::{RankKey, Ranked};

/// At most `limit` peers, the best of those that were offered.
#[derive(Debug)]
pub(super) struct Best {
    limit: usize,
    last_on_top: BinaryHeap<Place>,
}

/// Ordered the other way round, so that the heap has the last one on top.
#[derive(Debug)]
struct Place(Ranked);

impl Best {
    pub(super) fn of(limit: usize) -> Self {
        Self { limit, last_on_top: BinaryHeap::new() }
    }

    /// Whether somebody with this key gets in.
    pub(super) fn admits(&self, key: RankKey) -> bool {
        key.is_suggested() && self.floor().is_none_or(|floor| floor < key)
    }

    /// The least compatibility in billionths with which one can get in, at least 1.
    pub(super) fn least(&self) -> u32 {
        self.floor().map_or(1, |floor| floor.compatibility())
    }

    /// The same for people of at most this coverage and at least this id: one more if they would lose the tie.
    ///
    /// * `first_id`, asked for only if it matters.
    pub(super) fn least_of(&self, coverage: f64, first_id: impl FnOnce() -> i64) -> u32 {
        let Some(floor) = self.floor() else { return 1 };
        let wins = |id| floor < floor.tied(id, coverage);
        let wins_tie = wins(i64::MAX) || (wins(i64::MIN) && wins(first_id()));
        floor.compatibility() + u32::from(!wins_tie)
    }

    /// Takes somebody who is admitted, for the last one if it is full.
    pub(super) fn push(&mut self, ranked: Ranked) {
        if self.last_on_top.len() >= self.limit {
            self.last_on_top.pop();
        }
        self.last_on_top.push(Place(ranked));
    }

    /// The best first.
    pub(super) fn into_vec(self) -> Vec<Ranked> {
        self.last_on_top.into_sorted_vec().into_iter().map(|place| place.0).collect()
    }

    fn floor(&self) -> Option<RankKey> {
        let last = self.last_on_top.peek()?;
        (self.last_on_top.len() >= self.limit).then(|| last.0.key())
    }
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        self.0.key() == other.0.key()
    }
}

impl Eq for Place {}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        other.0.key().cmp(&self.0.key())
    }
}
