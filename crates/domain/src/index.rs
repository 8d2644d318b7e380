//! Exact peer matching for many users at once: the answer of [`rank()`](fn@crate::peers::rank), to the bit, without comparing everybody.
//!
//! A [`PeerIndex`] is a value that never changes. [`PeerIndex::with`] and [`PeerIndex::without`] give the next one, in
//! microseconds, and share almost all memory with it; [`PeerIndex::compact`] gives one that is as fast as if it were built
//! anew, in about a second for a million users, and [`PeerIndex::rebased`] brings that up to date with what changed
//! meanwhile. So any number of threads can search while one writes, for example through an `ArcSwap`.
//!
//! How it works, and why it cannot miss anybody, is told in `docs/matching-index.md`; the proof of the bounds stands in
//! the module `bound`. In short:
//!
//! * `build` sorts people into cells (same interests, same stage), by id within each (`base`, `cell`), gives terms numbers
//!   (`vocabulary`), and notes who has which (`postings`);
//! * `search` takes the cells with the best outlook first, counts shared terms for 512 people at a time (`bits`), and looks
//!   only at people whose upper bound (`bound`) reaches the last one who is in so far; their score is that of the plain
//!   functions;
//! * `delta` keeps who has changed since, few people whom a search compares one by one.

mod base;
mod best;
mod bits;
mod bound;
mod build;
mod cell;
mod delta;
mod field;
mod person;
mod postings;
mod search;
mod stages;
mod traits;
mod vocabulary;

use std::{borrow::Borrow, sync::Arc};

use self::{
    base::Base,
    best::Best,
    build::{Builder, Renumbering},
    delta::Delta,
};
use crate::peers::{PeerInputs, Ranked};

/// Everybody who can be matched, as of one moment. Cheap to clone.
///
/// Room for up to 2^32 - 2 users and as many terms; more than that panics.
#[derive(Clone, Debug, Default)]
pub struct PeerIndex {
    base: Arc<Base>,
    delta: Delta,
    /// How many changes there have been since the first index of this line.
    version: u64,
    /// The version that the base is complete up to.
    base_version: u64,
}

/// Builds an index of people who come one after the other, as from pages of a table, without keeping their inputs.
#[derive(Debug, Default)]
pub struct PeerIndexBuilder(Builder);

impl PeerIndexBuilder {
    /// Adds somebody, in any order; of several with one id the last counts. Takes microseconds.
    pub fn add(&mut self, id: i64, inputs: &PeerInputs) {
        self.0.add(id, inputs);
    }

    /// The index. Takes about a second for a million people.
    #[must_use]
    pub fn finish(self) -> PeerIndex {
        PeerIndex { base: Arc::new(self.0.finish()), ..PeerIndex::default() }
    }
}

/// How large an index is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statistics {
    /// Users who can be found.
    pub users: usize,
    /// Bytes in memory, about.
    pub bytes: usize,
    /// Users who have changed since the last rebuild, also those who are gone.
    pub changed: usize,
    /// Groups of users with the same interests and stage, as of the last rebuild.
    pub cells: usize,
    /// Different skills, goals, industries and stages, as of the last rebuild.
    pub terms: usize,
}

/// What a search did: how many of each it could not pass over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// Groups of users with the same interests and stage.
    pub cells: usize,
    /// Lines of 512 users in which shared terms were counted.
    pub lines: usize,
    /// Users whose bound was looked at.
    pub looked_at: usize,
    /// Users who were compared exactly.
    pub scored: usize,
}

impl PeerIndex {
    /// An index of everybody in `users`, in any order; of several with one id the last counts.
    pub fn build<P: Borrow<PeerInputs>>(users: impl IntoIterator<Item = (i64, P)>) -> Self {
        let mut builder = PeerIndexBuilder::default();
        for (id, inputs) in users {
            builder.add(id, inputs.borrow());
        }
        builder.finish()
    }

    /// The first `limit` of everybody but `my_id` and `hidden`: what [`rank()`](fn@crate::peers::rank) answers for them.
    ///
    /// * `me`, the inputs of who asks, whatever the index holds about them.
    /// * `hidden`, ids in any order whom they may not see.
    pub fn top(&self, me: &PeerInputs, my_id: i64, limit: usize, hidden: &[i64]) -> Vec<Ranked> {
        self.top_with_effort(me, my_id, limit, hidden).0
    }

    /// As [`PeerIndex::top`], and what it took.
    pub fn top_with_effort(&self, me: &PeerInputs, my_id: i64, limit: usize, hidden: &[i64]) -> (Vec<Ranked>, Effort) {
        let mut effort = Effort::default();
        if limit == 0 {
            return (Vec::new(), effort);
        }
        let mut hidden = hidden.to_vec();
        hidden.sort_unstable();
        let is_hidden = |id| id == my_id || hidden.binary_search(&id).is_ok();
        let is_out = |position, id| is_hidden(id) || self.delta.outdates(position);
        let mut best = Best::of(limit);
        self.delta.search(&self.base, me, is_hidden, &mut best, &mut effort);
        search::search(&self.base, me, is_out, &mut best, &mut effort);
        (best.into_vec(), effort)
    }

    /// What the index holds about somebody, equal to what was put in.
    pub fn get(&self, id: i64) -> Option<PeerInputs> {
        if self.delta.has(id) {
            return self.delta.get(id).cloned();
        }
        self.base.position(id).map(|position| self.base.inputs(position))
    }

    /// The index with somebody added or replaced.
    #[must_use]
    pub fn with(&self, id: i64, inputs: PeerInputs) -> Self {
        self.changed([(id, Some(inputs))])
    }

    /// The index without somebody, who may be unknown.
    #[must_use]
    pub fn without(&self, id: i64) -> Self {
        self.changed([(id, None)])
    }

    /// The index after several changes, in their order: `Some` adds or replaces, `None` takes out.
    ///
    /// Copies a pointer for everybody who has changed since the last rebuild, once for all of `changes`.
    #[must_use]
    pub fn changed(&self, changes: impl IntoIterator<Item = (i64, Option<PeerInputs>)>) -> Self {
        let mut next = self.clone();
        for (id, inputs) in changes {
            next.version += 1;
            next.delta.set(&next.base, id, next.version, inputs);
        }
        next
    }

    /// Whether a search already takes noticeably longer because of what has changed since the last rebuild.
    pub fn wants_compacting(&self) -> bool {
        self.delta.len() > (self.base.people.len() / 500).clamp(256, 4096)
    }

    /// The same people, with nothing left to compare one by one. Takes about as long as [`PeerIndex::build`].
    #[must_use]
    pub fn compact(&self) -> Self {
        let mut builder = Builder::new(self.base.hasher.clone());
        let mut renumbering = Renumbering::of(&self.base);
        for position in 0..narrow(self.base.people.len()) {
            if !self.delta.outdates(position) {
                builder.copy(&self.base, position as usize, &mut renumbering);
            }
        }
        for (id, inputs) in self.delta.people() {
            builder.add(id, inputs);
        }
        let (version, base_version) = (self.version, self.version);
        Self { base: Arc::new(builder.finish()), delta: Delta::default(), version, base_version }
    }

    /// This index on the arrays of `compacted`, which was compacted from an earlier state of it: the same people, and
    /// only those left to compare one by one who have changed since. Takes microseconds for each of those.
    ///
    /// Itself if it has been rebuilt from a later state already, so that rebuilds may end in any order.
    #[must_use]
    pub fn rebased(&self, compacted: &Self) -> Self {
        if compacted.base_version < self.base_version {
            return self.clone();
        }
        Self {
            base: Arc::clone(&compacted.base),
            delta: self.delta.since(compacted.base_version, &compacted.base),
            version: self.version,
            base_version: compacted.base_version,
        }
    }

    /// How large it is.
    pub fn statistics(&self) -> Statistics {
        let base = &self.base;
        Statistics {
            users: base.people.len() - self.delta.outdated() + self.delta.people().count(),
            bytes: size_of::<Base>() + base.bytes() + self.delta.bytes(),
            changed: self.delta.len(),
            cells: base.cells.len(),
            terms: base.vocabularies.iter().map(vocabulary::Vocabulary::len).sum::<usize>() + base.stages.len(),
        }
    }
}

/// A number of users or terms, or a place among them, as it is kept.
#[expect(clippy::cast_possible_truncation, reason = "asserted")]
fn narrow(number: usize) -> u32 {
    assert!(number < u32::MAX as usize, "an index has room for 2^32 - 2 users and as many terms");
    number as u32
}
