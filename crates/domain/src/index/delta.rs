//! What has changed since the last rebuild.

use std::sync::Arc;

use super::{Effort, base::Base, best::Best, field::Field};
use crate::peers::{Compatibility, Component, PeerInputs, RankKey, Ranked, jaccard, score, stage_score};

/// The newest state of everybody who has changed. Copying it copies pointers.
#[derive(Clone, Debug, Default)]
pub(super) struct Delta {
    /// By ascending id, each once.
    changes: Vec<Arc<Change>>,
    /// The ascending positions of the same users in the base.
    outdated: Vec<u32>,
}

/// The state of one user.
#[derive(Debug)]
struct Change {
    id: i64,
    /// The number of the change.
    version: u64,
    /// `None` if they are no longer there.
    inputs: Option<PeerInputs>,
    /// The ascending hashes of their terms: whose terms differ in hash differ.
    hashes: [Box<[u64]>; 3],
}

impl Change {
    fn new(id: i64, version: u64, inputs: Option<PeerInputs>, base: &Base) -> Self {
        let hashes = inputs.as_ref().map(|inputs| hashes(inputs, base)).unwrap_or_default();
        Self { id, version, inputs, hashes }
    }

    fn bytes(&self) -> usize {
        let of_inputs = |inputs: &PeerInputs| -> usize {
            let terms = Field::ALL.into_iter().flat_map(|field| field.terms(inputs).as_slice());
            terms.map(|term| size_of_val(term) + term.as_str().len() + size_of::<u64>()).sum()
        };
        size_of::<Arc<Self>>() + 2 * size_of::<usize>() + size_of::<Self>() + self.inputs.as_ref().map_or(0, of_inputs)
    }
}

fn hashes(inputs: &PeerInputs, base: &Base) -> [Box<[u64]>; 3] {
    Field::ALL.map(|field| {
        let mut hashes: Vec<u64> = field.terms(inputs).as_slice().iter().map(|term| base.hash(term)).collect();
        hashes.sort_unstable();
        hashes.into()
    })
}

impl Delta {
    /// Notes the state of somebody in place of what was noted before.
    pub(super) fn set(&mut self, base: &Base, id: i64, version: u64, inputs: Option<PeerInputs>) {
        self.put(base, Arc::new(Change::new(id, version, inputs, base)));
    }

    fn put(&mut self, base: &Base, change: Arc<Change>) {
        match self.find(change.id) {
            Ok(at) => self.changes[at] = change,
            Err(at) => {
                if let Some(position) = base.position(change.id)
                    && let Err(at) = self.outdated.binary_search(&position)
                {
                    self.outdated.insert(at, position);
                }
                self.changes.insert(at, change);
            }
        }
    }

    /// The changes after a version, for another base that uses the same hashes.
    pub(super) fn since(&self, version: u64, base: &Base) -> Self {
        let mut later = Self::default();
        for change in self.changes.iter().filter(|change| change.version > version) {
            later.put(base, Arc::clone(change));
        }
        later
    }

    /// How many users have changed.
    pub(super) fn len(&self) -> usize {
        self.changes.len()
    }

    /// Whether the base is no longer right about the person at a position.
    pub(super) fn outdates(&self, position: u32) -> bool {
        self.outdated.binary_search(&position).is_ok()
    }

    /// How many people of the base have changed.
    pub(super) fn outdated(&self) -> usize {
        self.outdated.len()
    }

    /// Whether anything is noted about somebody.
    pub(super) fn has(&self, id: i64) -> bool {
        self.find(id).is_ok()
    }

    /// The inputs that are noted for somebody; `None` also if they are no longer there.
    pub(super) fn get(&self, id: i64) -> Option<&PeerInputs> {
        self.changes[self.find(id).ok()?].inputs.as_ref()
    }

    /// Those of the changed who are there, by ascending id.
    pub(super) fn people(&self) -> impl Iterator<Item = (i64, &PeerInputs)> {
        self.changes.iter().filter_map(|change| Some((change.id, change.inputs.as_ref()?)))
    }

    /// Offers `best` everybody who can get in, but for those of whom `is_out` says so.
    pub(super) fn search(
        &self,
        base: &Base,
        me: &PeerInputs,
        is_out: impl Fn(i64) -> bool,
        best: &mut Best,
        effort: &mut Effort,
    ) {
        if self.changes.is_empty() {
            return;
        }
        let mine = hashes(me, base);
        for change in &self.changes {
            let Some(inputs) = &change.inputs else { continue };
            effort.looked_at += 1;
            if !best.admits(RankKey::new(change.id, &most(me, &mine, inputs, &change.hashes))) {
                continue;
            }
            effort.scored += 1;
            let ranked = Ranked { user_id: change.id, compatibility: score(me, inputs) };
            if best.admits(ranked.key()) && !is_out(change.id) {
                best.push(ranked);
            }
        }
    }

    /// Bytes on the heap, about.
    pub(super) fn bytes(&self) -> usize {
        self.outdated.capacity() * size_of::<u32>() + self.changes.iter().map(|change| change.bytes()).sum::<usize>()
    }

    fn find(&self, id: i64) -> Result<usize, usize> {
        self.changes.binary_search_by_key(&id, |change| change.id)
    }
}

/// At least the compatibility of two users, in every component: equal hashes count as equal terms, and personalities as
/// made for each other. No text is compared.
fn most(me: &PeerInputs, mine: &[Box<[u64]>; 3], other: &PeerInputs, theirs: &[Box<[u64]>; 3]) -> Compatibility {
    let mut components = [None; 6];
    let letters = me.interests.intersection(other.interests).len();
    components[Component::Interests as usize] = jaccard(letters, me.interests.len(), other.interests.len());
    for ((field, mine), theirs) in Field::ALL.into_iter().zip(mine).zip(theirs) {
        let [left, right] = [mine, theirs].map(|hashes| super::narrow(hashes.len()));
        components[field.component() as usize] = field.score(shared(mine, theirs), left, right);
    }
    components[Component::Stage as usize] = stage_score(me.stage.as_ref(), other.stage.as_ref());
    let has_personality = |user: &PeerInputs| !user.scores.is_empty() || !user.preferences.is_empty();
    components[Component::Personality as usize] = (has_personality(me) && has_personality(other)).then_some(1.0);
    Compatibility::of(components)
}

/// How many numbers two ascending lists share. Where hashes repeat, that is still at least as many as terms are shared.
fn shared(mut left: &[u64], mut right: &[u64]) -> u32 {
    let mut shared = 0;
    while let ([first, rest @ ..], [second, others @ ..]) = (left, right) {
        shared += u32::from(first == second);
        if first <= second {
            left = rest;
        }
        if first >= second {
            right = others;
        }
    }
    shared
}
