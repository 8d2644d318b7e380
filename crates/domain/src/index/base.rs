//! The people of an index as of its last rebuild, in arrays that never change.

use std::hash::BuildHasher as _;

use foldhash::fast::RandomState;

use super::{
    cell::Cell,
    field::Field,
    person::{ABSENT, Person},
    postings::Postings,
    stages::Stages,
    traits::Traits,
    vocabulary::Vocabulary,
};
use crate::peers::{PeerInputs, Stage, Term};

/// Everybody, by position: cell after cell, and by ascending id within each.
#[derive(Debug, Default)]
pub(super) struct Base {
    pub(super) hasher: RandomState,
    pub(super) people: Vec<Person>,
    /// What [`Sizes`] keeps of each person's sets.
    pub(super) sizes: Vec<Sizes>,
    pub(super) terms: Vec<u32>,
    /// Positions by ascending id.
    pub(super) by_id: Vec<u32>,
    pub(super) vocabularies: [Vocabulary; 3],
    pub(super) postings: [Postings; 3],
    pub(super) stages: Stages,
    pub(super) traits: Traits,
    pub(super) cells: Vec<Cell>,
}

impl Base {
    /// The position of a user.
    pub(super) fn position(&self, id: i64) -> Option<u32> {
        let at = self.by_id.binary_search_by_key(&id, |position| self.people[*position as usize].id).ok()?;
        Some(self.by_id[at])
    }

    /// The terms of one person in one field.
    pub(super) fn terms_of(&self, person: &Person, field: Field) -> &[u32] {
        let from = Field::ALL.into_iter().take(field as usize).map(|before| person.sizes[before as usize] as usize);
        let start = person.terms as usize + from.sum::<usize>();
        &self.terms[start..start + person.sizes[field as usize] as usize]
    }

    /// The stage of one person.
    pub(super) fn stage_of(&self, person: &Person) -> Option<&Stage> {
        if person.stage == ABSENT { None } else { self.stages.get(person.stage) }
    }

    /// What was put in for the person at a position.
    pub(super) fn inputs(&self, position: u32) -> PeerInputs {
        let person = &self.people[position as usize];
        let terms = |field: Field| {
            let vocabulary = &self.vocabularies[field as usize];
            self.terms_of(person, field).iter().filter_map(|term| Term::new(vocabulary.text(*term))).collect()
        };
        PeerInputs {
            skills: terms(Field::Skills),
            goals: terms(Field::Goals),
            industries: terms(Field::Industries),
            stage: self.stage_of(person).cloned(),
            ..person.inputs()
        }
    }

    /// The hash of a term, for the vocabularies of this base.
    pub(super) fn hash(&self, term: &Term) -> u64 {
        self.hasher.hash_one(term.as_str())
    }

    /// Bytes on the heap, about.
    pub(super) fn bytes(&self) -> usize {
        self.people.capacity() * size_of::<Person>()
            + self.sizes.capacity() * size_of::<Sizes>()
            + (self.terms.capacity() + self.by_id.capacity()) * size_of::<u32>()
            + self.vocabularies.iter().map(Vocabulary::bytes).sum::<usize>()
            + self.postings.iter().map(Postings::bytes).sum::<usize>()
            + self.stages.bytes()
            + self.traits.bytes()
            + self.cells.capacity() * size_of::<Cell>()
    }
}

/// The sizes of a person's three sets, four bits each, so that a bound reads two bytes instead of a whole person.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sizes(u16);

impl Sizes {
    /// This and everything above it is kept as this.
    pub(super) const LARGE: u32 = 15;

    pub(super) fn new(sizes: [u32; 3]) -> Self {
        let [skills, goals, industries] = sizes.map(|size| u16::try_from(size.min(Self::LARGE)).unwrap_or_default());
        Self(skills | goals << 4 | industries << 8)
    }

    /// The size in one field, or [`Sizes::LARGE`] if it is at least that.
    pub(super) fn get(self, field: Field) -> usize {
        usize::from(self.0 >> (4 * field as u16) & 15)
    }
}
