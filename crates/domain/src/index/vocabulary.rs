//! Terms as numbers.

use super::narrow;

/// An empty slot of the table.
const FREE: u64 = 0;

/// Every term of one field, each once, numbered from 0 in the order of first use.
///
/// A hash table with open addresses over one long text: eight bytes a slot, four a term and its letters, where a
/// `HashMap` of strings would take several times that.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    text: String,
    /// Where the text of each term ends.
    ends: Vec<u32>,
    /// The upper half of a term's hash and, below it, its number plus one. The length is a power of two.
    slots: Vec<u64>,
}

impl Vocabulary {
    /// How many terms there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of a term; empty for a number that is none.
    pub(super) fn text(&self, term: u32) -> &str {
        let term = term as usize;
        let start = if term == 0 { 0 } else { self.ends.get(term - 1).map_or(0, |end| *end as usize) };
        let end = self.ends.get(term).map_or(start, |end| *end as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    /// The number of a term, if it is known.
    ///
    /// * `hash`, of `text`, by the hasher that every call on this vocabulary uses.
    pub(super) fn find(&self, hash: u64, text: &str) -> Option<u32> {
        self.slot(hash, text).and_then(|(_, term)| term)
    }

    /// The number of a term, which gets the next one if it is new.
    pub(super) fn intern(&mut self, hash: u64, text: &str) -> u32 {
        if (self.len() + 1) * 4 > self.slots.len() * 3 {
            self.grow();
        }
        let (at, known) = self.slot(hash, text).unwrap_or_default();
        known.unwrap_or_else(|| {
            let term = narrow(self.len());
            self.text.push_str(text);
            self.ends.push(narrow(self.text.len()));
            self.slots[at] = entry(hash, term);
            term
        })
    }

    /// Gives back what was reserved for more.
    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Bytes on the heap.
    pub(super) fn bytes(&self) -> usize {
        self.text.capacity() + self.ends.capacity() * size_of::<u32>() + self.slots.capacity() * size_of::<u64>()
    }

    /// The slot with the term, or the free one where it belongs; `None` without slots.
    fn slot(&self, hash: u64, text: &str) -> Option<(usize, Option<u32>)> {
        let mut at = self.home(hash)?;
        loop {
            let slot = self.slots[at];
            if slot == FREE {
                return Some((at, None));
            }
            let term = number(slot);
            if slot >> 32 == hash >> 32 && self.text(term) == text {
                return Some((at, Some(term)));
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// Where the search for a hash begins. By its upper half, which the slots keep.
    fn home(&self, hash: u64) -> Option<usize> {
        Some((hash >> 32) as usize & self.slots.len().checked_sub(1)?)
    }

    fn grow(&mut self) {
        let larger = vec![FREE; (self.slots.len() * 2).max(16)];
        let old = std::mem::replace(&mut self.slots, larger);
        for slot in old.into_iter().filter(|slot| *slot != FREE) {
            let mut at = self.home(slot).unwrap_or_default();
            while self.slots[at] != FREE {
                at = (at + 1) & (self.slots.len() - 1);
            }
            self.slots[at] = slot;
        }
    }
}

fn entry(hash: u64, term: u32) -> u64 {
    (hash >> 32 << 32) | (u64::from(term) + 1)
}

#[expect(clippy::cast_possible_truncation, reason = "the lower half is meant")]
fn number(slot: u64) -> u32 {
    (slot as u32).wrapping_sub(1)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::{collection::vec, prelude::*};

    use super::*;

    proptest! {
        /// Hashes of few values, so that most terms meet in the same slots and share the kept half.
        #[test]
        fn every_text_keeps_the_number_it_got(texts in vec("[a-d]{0,4}", 0..300), spread in 1..9_u64) {
            let hash = |text: &str| (text.bytes().map(u64::from).sum::<u64>() % spread) << 32;
            let mut vocabulary = Vocabulary::default();
            let mut expected = HashMap::new();

            for text in &texts {
                let next = u32::try_from(expected.len()).unwrap();
                let number = *expected.entry(text).or_insert(next);
                prop_assert_eq!(vocabulary.intern(hash(text), text), number);
            }

            prop_assert_eq!(vocabulary.len(), expected.len());
            for (text, number) in expected {
                prop_assert_eq!(vocabulary.find(hash(text), text), Some(number));
                prop_assert_eq!(vocabulary.text(number), text);
            }
            prop_assert_eq!(vocabulary.find(hash("e"), "e"), None);
        }
    }
}
