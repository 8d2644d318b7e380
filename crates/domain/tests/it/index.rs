//! The index against the definition: whatever is asked, both answer the same bits.

use std::{
    collections::BTreeMap,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

use orientor_domain::{
    index::PeerIndex,
    peers::{PeerInputs, Ranked, Stage, Term, rank},
};
use proptest::{collection::vec, prelude::*, sample::Index};

use crate::{generate, people};

type World = BTreeMap<i64, PeerInputs>;

/// A ranking to the bit.
type Bits = Vec<(i64, [Option<u64>; 6], u64, u64)>;

fn bits(ranked: &[Ranked]) -> Bits {
    let of = |ranked: &Ranked| {
        let found = ranked.compatibility;
        let components = found.components.map(|score| score.map(f64::to_bits));
        (ranked.user_id, components, found.compatibility.to_bits(), found.coverage.to_bits())
    };
    ranked.iter().map(of).collect()
}

fn by_the_book(world: &World, me: &PeerInputs, my_id: i64, limit: usize, hidden: &[i64]) -> Bits {
    let others = world.iter().filter(|(id, _)| **id != my_id && !hidden.contains(id));
    bits(&rank(me, others.map(|(id, inputs)| (*id, inputs)), limit))
}

/// People as elsewhere, and some with many terms and one of many stages, of which most are rare.
fn person() -> impl Strategy<Value = PeerInputs> {
    let term = |number: u32| Term::new(&number.to_string());
    let terms = move || vec(0..40_u32, 0..40).prop_map(move |terms| terms.into_iter().filter_map(term).collect());
    let wide = (generate::inputs(), terms(), terms(), terms(), 0..40_u32).prop_map(
        |(inputs, skills, goals, industries, stage)| PeerInputs {
            skills,
            goals,
            industries,
            stage: Stage::new(&stage.to_string()),
            ..inputs
        },
    );
    prop_oneof![2 => generate::inputs(), 1 => wide]
}

/// Few different people, many times over, under ids of both signs: most places are ties.
fn crowd() -> impl Strategy<Value = Vec<(i64, PeerInputs)>> {
    let id = prop_oneof![-20..700_i64, any::<i64>()];
    vec(person(), 1..40).prop_flat_map(move |people| vec((id.clone(), proptest::sample::select(people)), 0..700))
}

#[derive(Clone, Debug)]
enum Step {
    Replace(i64, PeerInputs),
    Remove(i64),
    Begin,
    Finish,
    CompactAtOnce,
    Ask(PeerInputs, Index, usize, Vec<i64>),
}

fn step() -> impl Strategy<Value = Step> {
    let id = -3..40_i64;
    prop_oneof![
        6 => (id.clone(), person()).prop_map(|(id, inputs)| Step::Replace(id, inputs)),
        3 => id.clone().prop_map(Step::Remove),
        1 => Just(Step::Begin),
        1 => Just(Step::Finish),
        1 => Just(Step::CompactAtOnce),
        6 => (person(), any::<Index>(), 0..45_usize, vec(id, 0..5))
            .prop_map(|(me, who, limit, hidden)| Step::Ask(me, who, limit, hidden)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_index_answers_what_sorting_everybody_answers(
        me in person(),
        crowd in crowd(),
        my_id in -20..700_i64,
        limit in prop_oneof![0..12_usize, 0..710_usize, Just(usize::MAX)],
        hidden in vec(-20..700_i64, 0..40),
    ) {
        // Of several with one id the last counts, in the map as in the index.
        let world: World = crowd.iter().cloned().collect();
        let index = PeerIndex::build(crowd);

        let found = index.top(&me, my_id, limit, &hidden);

        prop_assert_eq!(bits(&found), by_the_book(&world, &me, my_id, limit, &hidden));
        prop_assert_eq!(index.statistics().users, world.len());
    }

    #[test]
    fn what_was_put_in_can_be_taken_out(crowd in crowd()) {
        let world: World = crowd.iter().cloned().collect();
        let index = PeerIndex::build(crowd);

        for (id, inputs) in &world {
            prop_assert_eq!(index.get(*id), Some(inputs.clone()));
        }
        prop_assert_eq!(index.get(i64::MIN + 1), None);
    }

    #[test]
    fn every_order_of_changes_and_rebuilds_leaves_the_index_right(steps in vec(step(), 0..120)) {
        let mut world = World::new();
        let mut index = PeerIndex::default();
        let mut begun = None;
        for step in steps {
            match step {
                Step::Replace(id, inputs) => {
                    index = index.with(id, inputs.clone());
                    world.insert(id, inputs);
                }
                Step::Remove(id) => {
                    index = index.without(id);
                    world.remove(&id);
                }
                Step::Begin => begun = Some(index.compact()),
                Step::Finish => {
                    if let Some(compacted) = begun.take() {
                        index = index.rebased(&compacted);
                    }
                }
                Step::CompactAtOnce => {
                    index = index.compact();
                    prop_assert_eq!(index.statistics().changed, 0);
                }
                Step::Ask(me, who, limit, hidden) => {
                    let my_id = if world.is_empty() { 0 } else { **who.get(&world.keys().collect::<Vec<_>>()) };
                    let found = index.top(&me, my_id, limit, &hidden);
                    prop_assert_eq!(bits(&found), by_the_book(&world, &me, my_id, limit, &hidden));
                }
            }
            prop_assert_eq!(index.statistics().users, world.len());
        }
        for id in -3..40 {
            prop_assert_eq!(index.get(id), world.get(&id).cloned());
        }
    }
}

/// Askers who know a lot about themselves, and the same with all but a few parts taken away: the fewer parts, the more
/// ties, and the less there is to skip by.
fn askers() -> Vec<PeerInputs> {
    let keep = |inputs: PeerInputs, parts: u32| {
        let all = PeerInputs::default();
        PeerInputs {
            interests: if parts & 1 > 0 { inputs.interests } else { all.interests },
            skills: if parts & 2 > 0 { inputs.skills } else { all.skills },
            goals: if parts & 4 > 0 { inputs.goals } else { all.goals },
            stage: if parts & 8 > 0 { inputs.stage } else { all.stage },
            industries: if parts & 16 > 0 { inputs.industries } else { all.industries },
            scores: if parts & 32 > 0 { inputs.scores } else { all.scores },
            preferences: if parts & 64 > 0 { inputs.preferences } else { all.preferences },
        }
    };
    let full = people::people(3).filter(|inputs| {
        !inputs.scores.is_empty() && !inputs.preferences.is_empty() && inputs.skills.len() > 2 && inputs.stage.is_some()
    });
    let parts = (0..128).chain([127; 40]);
    parts.zip(full).map(|(parts, inputs)| keep(inputs, parts)).collect()
}

#[test]
fn ten_thousand_skewed_people_are_ranked_right_for_every_kind_of_asker() {
    let world: World = (1..).zip(people::people(1).take(10_000)).collect();
    let index = PeerIndex::build(world.iter().map(|(id, inputs)| (*id, inputs)));

    for (asker, me) in askers().iter().enumerate() {
        let expected = by_the_book(&world, me, 7, 150, &[1, 2, 3]);
        for limit in [1, 10, 150] {
            let found = index.top(me, 7, limit, &[1, 2, 3]);
            assert_eq!(bits(&found), expected[..limit.min(expected.len())], "asker {asker}, first {limit}");
        }
    }
}

#[test]
fn almost_everybody_is_passed_over() {
    const USERS: usize = 20_000;
    let index = PeerIndex::build((1..).zip(people::people(1)).take(USERS));

    let efforts: Vec<_> = askers().iter().skip(128).map(|me| index.top_with_effort(me, 0, 10, &[]).1).collect();

    let scored: usize = efforts.iter().map(|effort| effort.scored).sum();
    assert!(scored * 20 < efforts.len() * USERS, "{scored} of {} times {USERS}", efforts.len());
}

#[test]
fn who_could_only_lose_a_tie_is_passed_over() {
    const USERS: i64 = 5_000;
    let terms = |text: &str| text.split(' ').filter_map(Term::new).collect();
    let me = PeerInputs { goals: terms("a"), industries: terms("x"), ..PeerInputs::default() };
    let tied = PeerInputs { goals: terms("b"), ..me.clone() };
    // Somebody shares the goal, so it is not for want of a better outlook that the others are passed over.
    let better = PeerInputs { goals: terms("a b c d"), ..me.clone() };
    let index = PeerIndex::build((1..USERS).map(|id| (id, &tied)).chain([(USERS, &better)]));

    let (found, effort) = index.top_with_effort(&me, 0, 10, &[]);

    let ids: Vec<i64> = found.iter().map(|ranked| ranked.user_id).collect();
    assert_eq!(ids, [USERS, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    // The first line of 512, in which the floor is found, and a few.
    assert!(effort.scored < 600, "{effort:?}");
}

#[test]
fn terms_of_people_who_left_are_gone_after_a_rebuild() {
    let mut skilled = people::people(5).filter(|inputs| inputs.skills.len() > 4);
    let (ada, bob) = (skilled.next().unwrap(), skilled.next().unwrap());
    let both = PeerIndex::build([(1, &ada), (2, &bob)]);
    let only_bob = PeerIndex::build([(2, &bob)]);

    let compacted = both.without(1).compact();

    assert!(both.statistics().terms > only_bob.statistics().terms);
    assert_eq!(compacted.statistics().terms, only_bob.statistics().terms);
}

#[test]
fn many_changes_ask_for_a_rebuild_and_few_do_not() {
    let mut index = PeerIndex::build((1..).zip(people::people(1)).take(1000));
    assert!(!index.with(1, PeerInputs::default()).wants_compacting());

    index = index.changed((1..400).map(|id| (id, None)));

    assert!(index.wants_compacting());
    assert!(!index.compact().wants_compacting());
}

/// Readers search whatever index is published while a writer publishes changes and rebuilds. Each answer has to be that of
/// the plain function for the state that the reader took, and a reader never sees an older state after a newer one.
#[test]
fn searches_during_changes_answer_for_one_state_that_there_was() {
    const CHANGES: usize = 300;
    let mut world: World = (1..).zip(people::people(8).take(2_000)).collect();
    let published = Mutex::new((0, PeerIndex::build(world.clone())));
    // What the plain function says in each state, for each asker.
    let askers: Vec<PeerInputs> = askers().into_iter().rev().take(3).collect();
    let expect = |world: &World| -> Vec<Bits> { askers.iter().map(|me| by_the_book(world, me, 0, 10, &[])).collect() };
    let expected = Mutex::new(vec![expect(&world)]);
    let is_done = AtomicBool::new(false);

    std::thread::scope(|scope| {
        let reader = || {
            let (mut last, mut asked) = (0, 0);
            while !is_done.load(Ordering::Acquire) || asked < 100 {
                let (state, index) = published.lock().unwrap().clone();
                let found: Vec<Bits> = askers.iter().map(|me| bits(&index.top(me, 0, 10, &[]))).collect();
                assert!(state >= last);
                assert_eq!(found, expected.lock().unwrap()[state]);
                (last, asked) = (state, asked + 1);
            }
        };
        let readers = [(); 2].map(|()| scope.spawn(reader));
        let mut newcomers = people::people(9);
        let mut compacting = None;
        for change in 0..CHANGES {
            let id = i64::try_from(change * 37 % 2_100).unwrap();
            let inputs = (change % 4 > 0).then(|| newcomers.next().unwrap());
            match &inputs {
                Some(inputs) => world.insert(id, inputs.clone()),
                None => world.remove(&id),
            };
            let mut next = published.lock().unwrap().1.changed([(id, inputs)]);
            match change % 50 {
                10 => compacting = Some(next.clone()),
                // Rebuilt from a state of twenty changes ago, as a background thread would.
                30 => next = next.rebased(&compacting.take().unwrap().compact()),
                _ => (),
            }
            expected.lock().unwrap().push(expect(&world));
            *published.lock().unwrap() = (change + 1, next);
        }
        is_done.store(true, Ordering::Release);
        for reader in readers {
            reader.join().unwrap();
        }
    });
}
