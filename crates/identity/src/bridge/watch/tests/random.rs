//! Requests, changes, what is heard of them and what is lost, in any order.

use std::collections::VecDeque;

use proptest::{collection::vec, prelude::*};
use tokio::task::JoinHandle;

use super::*;
use crate::Clock as _;

#[derive(Clone, Copy, Debug)]
enum Step {
    /// Sends a request, and does not wait for the answer.
    Ask(usize),
    Change(usize),
    /// The next thing that was told arrives.
    Hear,
    Beat,
    Lose,
    Begin,
    Advance(u64),
    /// Lets so many reads pass.
    Pass(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..3_usize).prop_map(Step::Ask),
        3 => (0..3_usize).prop_map(Step::Change),
        6 => Just(Step::Hear),
        3 => Just(Step::Beat),
        1 => Just(Step::Lose),
        2 => Just(Step::Begin),
        2 => (1..1_500_u64).prop_map(Step::Advance),
        4 => (1..4_usize).prop_map(Step::Pass),
    ]
}

/// What travels from the database to the listener, in order.
enum Told {
    Changed(usize),
    Beat(Moment),
}

/// Everybody's versions, and which of them a request may not miss.
struct Truth {
    /// For each person, when each version was made.
    made: [Vec<Duration>; 3],
    /// For each person, how many versions have been heard of, or were there when the source began.
    heard: [usize; 3],
    trusted_until: Duration,
}

impl Truth {
    /// The oldest version that a request may be answered with that arrives now.
    fn oldest(&self, person: usize, now: Duration) -> usize {
        let made = &self.made[person];
        if now >= self.trusted_until {
            return made.len() - 1;
        }
        let long_ago = made.iter().filter(|at| **at + TRUST <= now).count();
        long_ago.max(self.heard[person]) - 1
    }
}

/// The third person's versions differ in the state of the user, which is told by number; those of the others in who it is.
fn version(person: usize, version: usize) -> UserState {
    let version = i64::try_from(version).unwrap();
    if person == 2 { UserState { active: version % 2 == 0, ..user(7) } } else { user(100 + version) }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_answer_is_older_than_what_was_heard_or_than_two_seconds_or_than_anything_without_a_source(
        steps in vec(step(), 1..150)
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        runtime.block_on(async {
            let world = World::of(3).await;
            for person in 0..3 {
                world.ledger.set(person, Lookup::Linked(version(person, 0)));
            }
            world.ledger.gate.forget_permits(MANY);
            let start = world.clock.now();
            let mut truth =
                Truth { made: [vec![start], vec![start], vec![start]], heard: [1; 3], trusted_until: Duration::ZERO };
            let mut on_the_way = VecDeque::new();
            let mut is_listening = false;
            let mut asked: Vec<(usize, usize, JoinHandle<_>)> = Vec::new();
            for step in steps {
                let now = world.clock.now();
                match step {
                    Step::Ask(person) => {
                        let bridge = Arc::clone(&world.bridge);
                        let oldest = truth.oldest(person, now);
                        asked.push((person, oldest, tokio::spawn(async move { bridge.ensure(&session(person)).await })));
                        // Until it has its answer, or waits.
                        tokio::task::yield_now().await;
                    }
                    Step::Change(person) => {
                        let next = truth.made[person].len();
                        truth.made[person].push(now);
                        world.ledger.set(person, Lookup::Linked(version(person, next)));
                        if is_listening {
                            on_the_way.push_back(Told::Changed(person));
                        }
                    }
                    Step::Hear => match on_the_way.pop_front() {
                        Some(Told::Changed(person)) => {
                            let whose = if person == 2 { "7".to_owned() } else { format!("user_{person}") };
                            world.watch.changed(&named(&whose));
                            truth.heard[person] += 1;
                        }
                        Some(Told::Beat(since)) => {
                            world.watch.confirm(since);
                            truth.trusted_until = Duration::from_nanos(since.0) + TRUST;
                        }
                        None => {}
                    },
                    Step::Beat if is_listening => on_the_way.push_back(Told::Beat(world.watch.now())),
                    Step::Beat => {}
                    Step::Lose => {
                        world.watch.lose();
                        on_the_way.clear();
                        (is_listening, truth.trusted_until) = (false, Duration::ZERO);
                    }
                    Step::Begin => {
                        on_the_way.clear();
                        world.watch.begin(world.watch.now());
                        truth.heard = std::array::from_fn(|person| truth.made[person].len());
                        (is_listening, truth.trusted_until) = (true, now + TRUST);
                    }
                    Step::Advance(ms) => world.clock.advance(Duration::from_millis(ms)),
                    Step::Pass(reads) => {
                        world.ledger.gate.add_permits(reads);
                        tokio::time::sleep(MOMENT).await;
                        world.ledger.gate.forget_permits(MANY);
                    }
                }
            }
            world.ledger.gate.add_permits(MANY);
            for (person, oldest, answer) in asked {
                let answer = answer.await.unwrap();
                let answer = answer.map(UserId::get).map_err(|error| matches!(error, ResolveError::Deactivated));
                let allowed: Vec<_> = (oldest..truth.made[person].len()).map(|it| version(person, it)).collect();
                let is_allowed = |state: &UserState| answer == if state.active { Ok(state.id.get()) } else { Err(true) };
                prop_assert!(allowed.iter().any(is_allowed), "{answer:?} of {allowed:?}");
            }
            Ok(())
        })?;
    }
}
