//! One question to a [`Base`]: cell by cell, 512 people at a time.

use std::cmp::Reverse;

use super::{
    Effort,
    base::Base,
    best::Best,
    bits::{self, Counter, EVERYBODY, Line, NOBODY, SPAN, WORDS},
    bound::{FieldBound, PersonalityBound, STEPS, units, ways},
    cell::Cell,
    field::Field,
    postings::People,
    traits::Misses,
};
use crate::peers::{Compatibility, Component, PeerInputs, RankKey, Ranked, personality_score, stage_score};

/// From so many people on in a line, misses are counted for the whole line before anybody is looked at.
const CROWD: u32 = 24;

/// Offers `best` everybody in `base` who can get in, but for those of whom `is_out` says so, by position and id.
pub(super) fn search(
    base: &Base,
    me: &PeerInputs,
    is_out: impl Fn(u32, i64) -> bool,
    best: &mut Best,
    effort: &mut Effort,
) {
    let mut search = Search::new(base, me, is_out, best, effort);
    let mut cells: Vec<Bounded<'_>> = base.cells.iter().map(|cell| search.bounded(cell)).collect();
    cells.sort_unstable_by_key(|cell| Reverse(cell.key));
    for cell in &cells {
        if !search.best.admits(cell.key) {
            break;
        }
        search.cell(cell);
    }
}

/// A cell with the best that anybody in it can be.
struct Bounded<'a> {
    cell: &'a Cell,
    interests: Option<f64>,
    most: Compatibility,
    /// That of the first person, if they were that good.
    key: RankKey,
    /// What interests and stage can add.
    units: u32,
}

struct Search<'a, Out> {
    base: &'a Base,
    me: &'a PeerInputs,
    is_out: Out,
    best: &'a mut Best,
    effort: &'a mut Effort,
    bounds: [FieldBound; 3],
    terms: [Terms<'a>; 3],
    personality: PersonalityBound,
    misses: Misses<'a>,
    missed: Counter,
    ways: Vec<[usize; 3]>,
    /// The compatibility in billionths that anybody in the current line needs.
    least: u32,
}

/// My terms of one field, and how many of them each person of a line has.
struct Terms<'a> {
    mine: u32,
    bitmaps: Vec<&'a [u64]>,
    lists: Vec<&'a [u32]>,
    /// What is left of the lists behind the current line.
    left: Vec<&'a [u32]>,
    shared: Counter,
}

impl<'a, Out: Fn(u32, i64) -> bool> Search<'a, Out> {
    fn new(base: &'a Base, me: &'a PeerInputs, is_out: Out, best: &'a mut Best, effort: &'a mut Effort) -> Self {
        let terms = Field::ALL.map(|field| Terms::of(base, me, field));
        let misses = base.traits.misses(me);
        Self {
            base,
            me,
            is_out,
            best,
            effort,
            bounds: Field::ALL.map(|field| {
                let terms = &terms[field as usize];
                FieldBound::new(field, terms.mine, terms.bitmaps.len() + terms.lists.len())
            }),
            terms,
            personality: PersonalityBound::new(me),
            missed: Counter::up_to(misses.len()),
            misses,
            ways: Vec::new(),
            least: 0,
        }
    }

    /// Every component as good as it can be in a cell. By the definition's own sum, which is monotonous in each score
    /// and in each presence because every rounded operation in it is; so nobody's key is above this one.
    fn bounded(&self, cell: &'a Cell) -> Bounded<'a> {
        let interests = cell.interests_score(self.me);
        let stage = cell.best_stage_score(self.me, &self.base.stages);
        let [skills, goals, industries] = Field::ALL.map(|field| self.terms[field as usize].best_score(field));
        let personality = (self.misses.len() > 0).then_some(1.0);
        let most = Compatibility::of([interests, skills, goals, stage, industries, personality]);
        let key = RankKey::new(cell.first_id, &most);
        let units = units(Component::Interests, interests) + units(Component::Stage, stage);
        Bounded { cell, interests, most, key, units }
    }

    fn cell(&mut self, cell: &Bounded<'_>) {
        self.effort.cells += 1;
        let positions = cell.cell.positions.start as usize..cell.cell.positions.end as usize;
        self.terms.iter_mut().for_each(|terms| terms.rewind(cell.cell.positions.start));
        let mut least = 0;
        for word in (positions.start / 64..positions.end.div_ceil(64)).step_by(WORDS) {
            let (from, to) = (positions.start.max(word * 64), positions.end.min(word * 64 + SPAN));
            // Ids ascend: who comes later loses every tie that the first one here loses.
            let first_id = || self.base.people[from].id;
            if !self.best.admits(RankKey::new(i64::MAX, &cell.most))
                && !self.best.admits(RankKey::new(first_id(), &cell.most))
            {
                break;
            }
            self.least = self.best.least_of(cell.most.coverage, first_id);
            if least != self.least {
                least = self.least;
                ways(least.saturating_sub(cell.units + self.personality.most()), &self.bounds, &mut self.ways);
            }
            if self.ways.is_empty() {
                break;
            }
            self.effort.lines += 1;
            for terms in &mut self.terms {
                terms.count(word, to);
            }
            let line = bits::both(&self.reaching(), &bits::range(from - word * 64, to - word * 64));
            let line = self.without_misses(line, word, least.saturating_sub(cell.units));
            for at in bits::positions(line) {
                self.person(cell, word * 64 + at, at);
            }
        }
    }

    /// Who shares enough terms to go one of the ways.
    fn reaching(&self) -> Line {
        let mut steps = [[EVERYBODY; STEPS]; 3];
        let mut known = [[false; STEPS]; 3];
        let mut reaching = NOBODY;
        for way in &self.ways {
            let mut line = EVERYBODY;
            for (field, &step) in way.iter().enumerate().filter(|(_, step)| **step > 0) {
                if !known[field][step] {
                    known[field][step] = true;
                    steps[field][step] = self.terms[field].shared.at_least(self.bounds[field].steps()[step]);
                }
                line = bits::both(&line, &steps[field][step]);
            }
            reaching = bits::either(&reaching, &line);
        }
        reaching
    }

    /// Takes out those who miss too much to get in even if they share as many terms as anybody in the line.
    ///
    /// * `need`, from the three fields and personality together.
    fn without_misses(&mut self, line: Line, word: usize, need: u32) -> Line {
        if self.misses.len() == 0 || bits::size(&line) < CROWD {
            return line;
        }
        let from_terms: u32 = (self.bounds.iter().zip(&self.terms))
            .map(|(bound, terms)| {
                let reached = |from: usize| !bits::is_empty(&bits::both(&line, &terms.shared.at_least(from)));
                bound.most_on(bound.steps().iter().rposition(|from| reached(*from)).unwrap_or_default())
            })
            .sum();
        let Some(need @ 1..) = need.checked_sub(from_terms) else { return line };
        let comparable = self.misses.count(word, &mut self.missed);
        let too_many = self.personality.too_many(need).map_or(NOBODY, |misses| self.missed.at_least(misses));
        bits::without(&bits::both(&line, &comparable), &too_many)
    }

    /// Looks at one person: first at the sizes of their sets, then exactly.
    fn person(&mut self, cell: &Bounded<'_>, position: usize, at: usize) {
        self.effort.looked_at += 1;
        let sizes = self.base.sizes[position];
        let shared = self.terms.each_ref().map(|terms| terms.shared.get(at));
        let from_terms: u32 = Field::ALL
            .map(|field| self.bounds[field as usize].most(shared[field as usize], sizes.get(field)))
            .iter()
            .sum();
        if cell.units + from_terms + self.personality.most() < self.least {
            return;
        }
        self.effort.scored += 1;
        let person = &self.base.people[position];
        let [skills, goals, industries] = Field::ALL.map(|field| {
            let (shared, theirs) = (super::narrow(shared[field as usize]), person.sizes[field as usize]);
            field.score(shared, self.terms[field as usize].mine, theirs)
        });
        let compatibility = Compatibility::of([
            cell.interests,
            skills,
            goals,
            stage_score(self.me.stage.as_ref(), self.base.stage_of(person)),
            industries,
            personality_score(self.me, &person.inputs()),
        ]);
        let ranked = Ranked { user_id: person.id, compatibility };
        if self.best.admits(ranked.key()) && !(self.is_out)(super::narrow(position), person.id) {
            self.best.push(ranked);
            self.least = self.least.max(self.best.least());
        }
    }
}

impl<'a> Terms<'a> {
    fn of(base: &'a Base, me: &PeerInputs, field: Field) -> Self {
        let (mut bitmaps, mut lists) = (Vec::new(), Vec::new());
        for term in field.terms(me).as_slice() {
            let known = base.vocabularies[field as usize].find(base.hash(term), term.as_str());
            match known.map(|term| base.postings[field as usize].of(term)) {
                Some(People::Bitmap(bitmap)) => bitmaps.push(bitmap),
                Some(People::List(list)) if !list.is_empty() => lists.push(list),
                _ => (),
            }
        }
        Self {
            mine: super::narrow(field.terms(me).len()),
            shared: Counter::up_to(bitmaps.len() + lists.len()),
            left: lists.clone(),
            bitmaps,
            lists,
        }
    }

    /// The score of somebody with nothing but those of my terms that anybody has; `None` if I have none.
    fn best_score(&self, field: Field) -> Option<f64> {
        let known = super::narrow(self.bitmaps.len() + self.lists.len());
        field.score(known, self.mine, known.max(1))
    }

    /// Begins the lists anew at a position.
    fn rewind(&mut self, start: u32) {
        for (left, list) in self.left.iter_mut().zip(&self.lists) {
            *left = &list[list.partition_point(|position| *position < start)..];
        }
    }

    /// Counts for the line that begins at a word.
    ///
    /// * `end`, the position behind the last that matters.
    fn count(&mut self, word: usize, end: usize) {
        self.shared.clear();
        for bitmap in &self.bitmaps {
            self.shared.add(&bits::line(bitmap, word));
        }
        for left in &mut self.left {
            while let [first, rest @ ..] = left
                && (*first as usize) < end
            {
                self.shared.add_one(*first as usize - word * 64);
                *left = rest;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, option, prelude::*, sample::select};

    use super::*;
    use crate::{
        Share,
        hexaco::{Domain, PerDomain},
        index::build::Builder,
        peers::{Level, Stage, TermSet, score},
        riasec::Letter,
    };

    /// From few terms and many stages, so that many things are shared and many stages are rare.
    fn person() -> impl Strategy<Value = PeerInputs> {
        let letters = vec(select(&Letter::ALL[..]), 0..5);
        let terms = || vec("[a-h]", 0..9).prop_map(|terms| TermSet::from_texts(terms.iter().map(String::as_str)));
        let stage = option::of(prop_oneof![Just("any".to_owned()), "[a-z]"]);
        let share = prop_oneof![select(vec![0.3, 0.7]), 0.0..=1.0].prop_map(Share::clamped);
        let level = option::of(select(vec![Level::Low, Level::Medium, Level::High]));
        (letters, terms(), terms(), terms(), stage, vec(share, 0..7), vec(level, 0..7)).prop_map(
            |(letters, skills, goals, industries, stage, scores, preferences)| PeerInputs {
                interests: letters.into_iter().collect(),
                skills,
                goals,
                industries,
                stage: stage.and_then(|text| Stage::new(&text)),
                scores: per_domain(scores),
                preferences: per_domain(preferences),
            },
        )
    }

    fn per_domain<T: Copy>(values: Vec<Option<T>>) -> PerDomain<T> {
        Domain::ALL.into_iter().zip(values).filter_map(|(domain, value)| Some((domain, value?))).collect()
    }

    proptest! {
        #[test]
        fn no_bound_is_below_what_it_bounds(me in person(), people in vec(person(), 1..150)) {
            let mut builder = Builder::default();
            for (id, inputs) in (1..).zip(&people) {
                builder.add(id, inputs);
            }
            let base = builder.finish();
            let (mut best, mut effort) = (Best::of(1), Effort::default());
            let mut search = Search::new(&base, &me, |_, _| false, &mut best, &mut effort);
            for cell in &base.cells {
                let cell = search.bounded(cell);
                for position in cell.cell.positions.clone() {
                    let exact = score(&me, &base.inputs(position));
                    let key = RankKey::new(base.people[position as usize].id, &exact);
                    // The cell.
                    prop_assert!(key <= cell.key, "{exact:?} {:?}", cell.most);

                    // The sum.
                    let (word, at) = (position as usize / 64, position as usize % 64);
                    let sizes = base.sizes[position as usize];
                    let mut most = cell.units;
                    for field in Field::ALL {
                        let terms = &mut search.terms[field as usize];
                        terms.rewind(position / 64 * 64);
                        terms.count(word, word * 64 + SPAN);
                        most += search.bounds[field as usize].most(terms.shared.get(at), sizes.get(field));
                    }
                    let personality = exact.component(Component::Personality);
                    most += units(Component::Personality, personality);
                    prop_assert!(key.compatibility() <= most, "{exact:?} {most}");

                    // Personality.
                    let comparable = search.misses.count(word, &mut search.missed);
                    prop_assert!(personality.is_none() || comparable[0] >> at & 1 == 1, "{exact:?}");
                    let too_many = search.personality.too_many(units(Component::Personality, personality));
                    prop_assert!(too_many.is_none_or(|misses| search.missed.get(at) < misses), "{exact:?}");
                }
            }
        }
    }
}
