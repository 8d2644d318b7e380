//! Upper bounds in whole billionths: what lets a search pass people over without missing anybody.
//!
//! A ranking compares compatibilities rounded to billionths, `n(p) = round(c(p) * 10^9)`. For every person `p` this
//! module offers a whole number `m(p) >= n(p)` that is cheaper to find: the sum over the components of
//! `ceil(weight * score' * 10^9)`, where `score'` is at least the score of the component, and 0 where it is absent.
//!
//! **It never underestimates**, rounding errors included. Let `r` be the sum of weight times score in real numbers, so
//! that `r <= 1`. The definition computes it in `f64` with five additions, six products and a multiplication by 10^9;
//! each has a relative error of at most 2^-53, so that what it rounds lies within 10^-5 of `r * 10^9`, and
//! `n <= r * 10^9 + 10^-5 + 1/2`. Each of our six terms is the ceiling of a number that two products have brought at
//! most 10^-6 below its real value, so that `m >= r * 10^9 - 6 * 10^-6`. Together `n <= m + 0.50002`, and as both are
//! whole numbers, `n <= m`. A person with `m` below the compatibility of the last one who is in so far cannot get in.
//! With `m` equal they might, by coverage or id, and are compared exactly.
//!
//! **Sets of terms.** With `s` of my `a` terms shared, both measures grow with `s` and shrink with the size `b` of the
//! other set; correctly rounded division keeps both. So a larger `s` or a smaller `b`, but never below `s`, only raises
//! the score: that is how sizes from 15 up can be taken for 15, and unknown ones for `s`, where both measures are `s/a`.
//!
//! **Personality.** A *miss* is a domain in which the score on one side does not suit the preference on the other
//! better than [`MISSED`]. If I prefer something in `f` domains, a direction with `o` misses is the mean over at most `f`
//! domains, of which `o` have at most 0.71 and the others at most 1: at most `1 - 0.29 * o / f`. For the other
//! direction `f` is the number of my scores. The component is the mean of both directions, so each miss costs at
//! least `0.29 / 2` over the larger `f`; or it is one direction alone, which can have misses only itself, and each
//! costs at least twice that. [`LOSS`] is a little less than 0.29, which is far more than rounding can add.

use super::{field::Field, person::MISSED};
use crate::peers::{Component, PeerInputs};

const ONE: f64 = 1e9;

/// What a miss takes off the mean of one direction, times the number of domains; a little less than `1 - MISSED`.
const LOSS: f64 = 1.0 - MISSED - 0.01;

/// Counts of shared terms are told apart in at most so many steps.
pub(super) const STEPS: usize = 10;

/// The most that a component can add with a score of at most `score`, in billionths.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "on 0..=250,000,000")]
pub(super) fn units(component: Component, score: Option<f64>) -> u32 {
    score.map_or(0, |score| (component.weight() * score * ONE).ceil() as u32)
}

/// What one field can add, by the number of shared terms.
#[derive(Debug)]
pub(super) struct FieldBound {
    /// By shared terms, then by size as [`super::base::Sizes`] keeps it.
    by_size: Vec<u32>,
    /// Where each step begins, in shared terms; the first at 0.
    steps: Vec<usize>,
    /// The most that a person on each step can add, whatever their size.
    most: Vec<u32>,
}

const SIZES: usize = super::base::Sizes::LARGE as usize + 1;

impl FieldBound {
    /// * `mine`, how many terms I have.
    /// * `known`, how many of them anybody has: more cannot be shared.
    pub(super) fn new(field: Field, mine: u32, known: usize) -> Self {
        let units = |shared: usize, size: usize| {
            let (shared, size) = (super::narrow(shared), super::narrow(size.max(shared)));
            units(field.component(), field.score(shared, mine, size))
        };
        let size_or_none = |shared, size| if size == 0 { 0 } else { units(shared, size) };
        let by_size = (0..=known).flat_map(|shared| (0..SIZES).map(move |size| size_or_none(shared, size))).collect();
        let steps: Vec<usize> = if known < STEPS {
            (0..=known).collect()
        } else {
            (0..STEPS).map(|step| step * (known + 1) / STEPS).collect()
        };
        let ends = steps.iter().skip(1).map(|next| next - 1).chain([known]);
        let most = ends.map(|shared| units(shared, shared)).collect();
        Self { by_size, steps, most }
    }

    /// The most that somebody with so many shared terms and that size can add.
    pub(super) fn most(&self, shared: usize, size: usize) -> u32 {
        self.by_size[shared * SIZES + size]
    }

    /// The most that anybody on a step can add.
    pub(super) fn most_on(&self, step: usize) -> u32 {
        self.most[step]
    }

    /// Where each step begins, in shared terms.
    pub(super) fn steps(&self) -> &[usize] {
        &self.steps
    }
}

/// The ways to reach what is needed: on which step at least a person has to be in each field.
///
/// Only the easiest ways are listed: what goes another way goes one of these as well.
///
/// * `need`, in billionths, from the three fields together.
pub(super) fn ways(need: u32, bounds: &[FieldBound; 3], found: &mut Vec<[usize; 3]>) {
    found.clear();
    let [skills, goals, industries] = bounds;
    // Steps of skills that the neighbours ask for; none is above all.
    let mut with_fewer_goals = [usize::MAX; STEPS];
    for (goal, from_goals) in goals.most.iter().enumerate() {
        let mut with_fewer_industries = usize::MAX;
        for (industry, from_industries) in industries.most.iter().enumerate() {
            let need = need.saturating_sub(from_goals + from_industries);
            let skill = skills.most.iter().position(|most| *most >= need).unwrap_or(usize::MAX);
            if skill < with_fewer_industries && skill < with_fewer_goals[industry] {
                found.push([skill, goal, industry]);
            }
            with_fewer_industries = skill;
            with_fewer_goals[industry] = skill;
        }
    }
}

/// What personality can add, by the number of misses.
#[derive(Debug)]
pub(super) struct PersonalityBound(Vec<u32>);

impl PersonalityBound {
    pub(super) fn new(me: &PeerInputs) -> Self {
        let (wanted, scored) = (me.preferences.iter().count(), me.scores.iter().count());
        let directions = if wanted > 0 && scored > 0 { 2 } else { 1 };
        let count = |misses: usize| f64::from(super::narrow(misses));
        let loss = LOSS / f64::from(directions) / count(wanted.max(scored).max(1));
        let best = |misses| (wanted + scored > 0).then(|| 1.0 - loss * count(misses));
        Self((0..=wanted + scored).map(|misses| units(Component::Personality, best(misses))).collect())
    }

    /// Without any miss.
    pub(super) fn most(&self) -> u32 {
        self.0[0]
    }

    /// With how many misses it is less than needed; `None` if it never is.
    pub(super) fn too_many(&self, need: u32) -> Option<usize> {
        self.0.iter().position(|most| *most < need)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_field_adds_more_than_its_bound(
            which in 0..3_usize, mine in 1..40_u32, unknown in 0..40_u32, theirs in 0..40_u32, shared in 0..40_u32,
        ) {
            let field = Field::ALL[which];
            let known = mine.saturating_sub(unknown);
            let shared = shared.min(known).min(theirs);
            let bound = FieldBound::new(field, mine, known as usize);

            let real = units(field.component(), field.score(shared, mine, theirs));

            let most = bound.most(shared as usize, theirs.min(15) as usize);
            let step = bound.steps().iter().rposition(|from| *from <= shared as usize).unwrap();
            prop_assert!(real <= most && most <= bound.most_on(step), "{real} {most} {}", bound.most_on(step));
            // Below 15 nothing is lost.
            prop_assert!(theirs >= 15 || real == most);
        }

        #[test]
        fn whoever_reaches_the_need_goes_one_of_the_ways(
            sizes in [0..20_usize, 0..20, 0..20], shared in [0..20_usize, 0..20, 0..20], need in 0..600_000_000_u32,
        ) {
            let bound = |at: usize| FieldBound::new(Field::ALL[at], super::super::narrow(sizes[at].max(1)), sizes[at]);
            let bounds = [bound(0), bound(1), bound(2)];
            let on: Vec<usize> = (0..3)
                .map(|at| bounds[at].steps().iter().rposition(|from| *from <= shared[at].min(sizes[at])).unwrap())
                .collect();
            let mut found = Vec::new();

            ways(need, &bounds, &mut found);

            let reaches = (0..3).map(|at| bounds[at].most_on(on[at])).sum::<u32>() >= need;
            let goes = found.iter().any(|way| (0..3).all(|at| on[at] >= way[at]));
            prop_assert_eq!(reaches, goes);
        }
    }
}
