//! What was changed since when, without remembering whom: a counter, and a table of its values.
//!
//! Whoever reads the directory notes the counter first. A change moves the counter on and leaves its value where
//! the subject or the user belongs. So what was read before a change, or while it happened, is known to be
//! outdated, although nobody has looked for it. Two who share a place are only read once more than necessary.

use std::{
    hash::{BuildHasher as _, Hash},
    sync::atomic::{AtomicU64, Ordering},
};

use foldhash::quality::RandomState;

use crate::{ClerkUserId, UserId, UserNumber};

/// Half a megabyte of places. A thousand changes then outdate one in sixty of those whom they do not concern.
const PLACES: usize = 1 << 16;

/// The counter and the table.
#[derive(Debug)]
pub(super) struct Generations {
    counter: AtomicU64,
    /// Nothing that is older counts.
    floor: AtomicU64,
    places: Box<[AtomicU64]>,
    hasher: RandomState,
}

/// Where the changes of somebody are noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place(u16);

impl Generations {
    pub(super) fn new() -> Self {
        Self {
            counter: AtomicU64::new(0),
            floor: AtomicU64::new(0),
            places: (0..PLACES).map(|_| AtomicU64::new(0)).collect(),
            hasher: RandomState::default(),
        }
    }

    /// To be noted before the directory is asked.
    pub(super) fn now(&self) -> u64 {
        self.counter.load(Ordering::SeqCst)
    }

    pub(super) fn of_subject(&self, id: &ClerkUserId) -> Place {
        self.place(id.as_str())
    }

    pub(super) fn of_user(&self, id: UserId) -> Place {
        self.place(&id.get())
    }

    pub(super) fn of_number(&self, number: UserNumber) -> Place {
        self.place(&number.get())
    }

    /// What was noted of this place until now is outdated.
    pub(super) fn change(&self, place: Place) {
        let next = self.counter.fetch_add(1, Ordering::SeqCst) + 1;
        self.places[usize::from(place.0)].fetch_max(next, Ordering::SeqCst);
    }

    /// Everything noted until now is outdated.
    pub(super) fn change_all(&self) {
        let next = self.counter.fetch_add(1, Ordering::SeqCst) + 1;
        self.floor.fetch_max(next, Ordering::SeqCst);
    }

    /// Whether nothing that was noted at `generation` has changed at `place` since.
    pub(super) fn is_current(&self, generation: u64, place: Place) -> bool {
        generation >= self.places[usize::from(place.0)].load(Ordering::Acquire)
            && generation >= self.floor.load(Ordering::Acquire)
    }

    fn place<T: Hash + ?Sized>(&self, whose: &T) -> Place {
        Place(u16::try_from(self.hasher.hash_one(whose) >> 48).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_noted_before_a_change_is_outdated_and_what_is_noted_after_it_is_not() {
        let generations = Generations::new();
        let ada = generations.of_subject(&"user_ada".parse().unwrap());
        let before = generations.now();
        assert!(generations.is_current(before, ada));

        generations.change(ada);

        assert!(!generations.is_current(before, ada));
        assert!(generations.is_current(generations.now(), ada));
        let before = generations.now();
        generations.change_all();
        assert!(!generations.is_current(before, ada));
        assert!(generations.is_current(generations.now(), ada));
    }

    #[test]
    fn few_are_outdated_by_the_changes_of_others() {
        let generations = Generations::new();
        let before = generations.now();
        let place = |number: i64| generations.of_user(UserId::from_row(number).unwrap());

        (1..=1_000).for_each(|number| generations.change(place(number)));

        let outdated = (1_001..=11_000).filter(|number| !generations.is_current(before, place(*number))).count();
        assert!((50..=350).contains(&outdated), "{outdated} of 10,000, where 150 are expected");
    }

    #[test]
    fn a_number_and_the_user_who_has_it_share_a_place() {
        let generations = Generations::new();
        let (number, user) = ("42".parse().unwrap(), UserId::from_row(42).unwrap());
        assert_eq!(generations.of_number(number), generations.of_user(user));
    }
}
