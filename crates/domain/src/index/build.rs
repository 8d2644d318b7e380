//! From people in any order to the arrays of a [`Base`].

use std::hash::BuildHasher as _;

use foldhash::fast::RandomState;

use super::{
    base::{Base, Sizes},
    cell::{self, CELLS, Cell},
    field::Field,
    narrow,
    person::{ABSENT, Person},
    postings::Postings,
    stages::Stages,
    traits::Traits,
    vocabulary::Vocabulary,
};
use crate::peers::PeerInputs;

/// Takes people one by one. Of several with one id the last counts.
#[derive(Debug, Default)]
pub(super) struct Builder {
    hasher: RandomState,
    people: Vec<Person>,
    terms: Vec<u32>,
    vocabularies: [Vocabulary; 3],
    stages: Stages,
}

/// The numbers that the terms of an older base have in a new one, [`ABSENT`] where they have none yet.
#[derive(Debug)]
pub(super) struct Renumbering([Vec<u32>; 3]);

impl Renumbering {
    pub(super) fn of(old: &Base) -> Self {
        Self(Field::ALL.map(|field| vec![ABSENT; old.vocabularies[field as usize].len()]))
    }
}

impl Builder {
    /// * `hasher`, that of the base that this one follows, so that hashes stay what they are.
    pub(super) fn new(hasher: RandomState) -> Self {
        Self { hasher, ..Self::default() }
    }

    /// Adds somebody.
    pub(super) fn add(&mut self, id: i64, inputs: &PeerInputs) {
        let start = narrow(self.terms.len());
        for field in Field::ALL {
            let vocabulary = &mut self.vocabularies[field as usize];
            for term in field.terms(inputs).as_slice() {
                self.terms.push(vocabulary.intern(self.hasher.hash_one(term.as_str()), term.as_str()));
            }
        }
        let stage = self.stages.intern(inputs.stage.as_ref());
        self.people.push(Person::new(id, inputs, start, stage));
    }

    /// Adds somebody as they stand in an older base, without a look at the text of terms that are known already.
    pub(super) fn copy(&mut self, old: &Base, position: usize, renumbering: &mut Renumbering) {
        let person = &old.people[position];
        let start = narrow(self.terms.len());
        for field in Field::ALL {
            let vocabulary = &mut self.vocabularies[field as usize];
            for &term in old.terms_of(person, field) {
                let number = &mut renumbering.0[field as usize][term as usize];
                if *number == ABSENT {
                    let text = old.vocabularies[field as usize].text(term);
                    *number = vocabulary.intern(self.hasher.hash_one(text), text);
                }
                self.terms.push(*number);
            }
        }
        let stage = self.stages.intern(old.stage_of(person));
        self.people.push(person.moved(start, stage));
    }

    /// Puts everybody in their place.
    pub(super) fn finish(mut self) -> Base {
        let by_id = self.by_id();
        self.stages.classify(by_id.iter().map(|index| self.people[*index as usize].stage));
        let cell_of = |person: &Person| cell::number(person.interests, self.stages.class(person.stage));

        // Counting sort by cell; it is stable, so ids ascend within each.
        let mut ends = vec![0_u32; CELLS];
        for index in &by_id {
            ends[cell_of(&self.people[*index as usize])] += 1;
        }
        let mut next = 0;
        for end in &mut ends {
            next += std::mem::replace(end, next);
        }
        let mut order = vec![0_u32; by_id.len()];
        let mut places = Vec::with_capacity(by_id.len());
        for index in &by_id {
            let place = &mut ends[cell_of(&self.people[*index as usize])];
            order[*place as usize] = *index;
            places.push(*place);
            *place += 1;
        }
        drop(by_id);

        let mut people = Vec::with_capacity(order.len());
        let mut terms = Vec::with_capacity(self.terms.len());
        let mut frequencies: [Vec<u32>; 3] = std::array::from_fn(|field| vec![0; self.vocabularies[field].len()]);
        for index in order {
            let mut person = self.people[index as usize];
            let mut from = person.terms as usize;
            person.terms = narrow(terms.len());
            for (frequencies, size) in frequencies.iter_mut().zip(person.sizes) {
                let of_field = &self.terms[from..from + size as usize];
                for term in of_field {
                    frequencies[*term as usize] += 1;
                }
                terms.extend_from_slice(of_field);
                from += size as usize;
            }
            people.push(person);
        }
        terms.shrink_to_fit();
        self.vocabularies.iter_mut().for_each(Vocabulary::shrink);
        let cells = cells(&ends, &people);
        let mut base = Base {
            hasher: self.hasher,
            sizes: people.iter().map(|person| Sizes::new(person.sizes)).collect(),
            traits: Traits::of(&people),
            people,
            terms,
            by_id: places,
            vocabularies: self.vocabularies,
            postings: Default::default(),
            stages: self.stages,
            cells,
        };
        base.postings = Field::ALL.map(|field| {
            let mut postings = Postings::with_room(base.people.len(), &frequencies[field as usize]);
            postings.fill(base.people.iter().map(|person| base.terms_of(person, field)));
            postings
        });
        base
    }

    /// Everybody's index by ascending id; of those with one id the last.
    fn by_id(&self) -> Vec<u32> {
        let id = |index: &u32| self.people[*index as usize].id;
        let mut indices: Vec<u32> = (0..narrow(self.people.len())).collect();
        if !indices.is_sorted_by(|left, right| id(left) < id(right)) {
            indices.sort_unstable_by_key(|index| (id(index), std::cmp::Reverse(*index)));
            indices.dedup_by_key(|index| id(index));
        }
        indices
    }
}

/// The cells with somebody in them.
///
/// * `ends`, where each ends.
fn cells(ends: &[u32], people: &[Person]) -> Vec<Cell> {
    let starts = std::iter::once(&0).chain(ends);
    let cell = |((number, end), start): ((usize, &u32), &u32)| {
        let first = people.get(*start as usize).filter(|_| start < end)?;
        Some(Cell {
            interests: first.interests,
            stage_class: u8::try_from(number % super::stages::CLASSES).unwrap_or_default(),
            positions: *start..*end,
            first_id: first.id,
        })
    };
    ends.iter().enumerate().zip(starts).filter_map(cell).collect()
}
