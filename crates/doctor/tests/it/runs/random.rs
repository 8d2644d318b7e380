//! Random sequences of plan, apply, merge, relink and undo, cut off at random points and gone on with.
//!
//! A seed names a sequence; a failure prints it. `ORIENTOR_PROVE` says how many fresh seeds are tried.

use std::{env, time::Duration};

use orientor_doctor::{Plan, Quiet, Relink, RunError, apply, plan_merge, plan_relink, undo, verify};
use orientor_testkit::database::TestDatabase;

use super::{audit_options, consent, number, options, repair_plan, undo_options};
use crate::state::{difference, state};

/// A small generator, so that a seed means the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

fn seeds() -> Vec<u64> {
    let fresh = env::var("ORIENTOR_PROVE").ok().and_then(|text| text.parse().ok()).unwrap_or(2);
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    let random = (0..fresh).map(|at| {
        u64::from(now.subsec_nanos())
            .wrapping_add(now.as_secs())
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(at * 7_919)
            | 1
    });
    [11, 12_345, 987_654_321].into_iter().chain(random).collect()
}

#[tokio::test]
async fn whatever_was_done_and_wherever_it_was_cut_off_undo_leads_back() {
    for seed in seeds() {
        one(seed).await;
    }
}

async fn one(seed: u64) {
    let mut dice = Dice(seed);
    let home = TestDatabase::legacy().await;
    let url = home.url();
    let mut states = vec![state(url).await];
    let mut runs = Vec::new();
    for _ in 0..=dice.roll(4) {
        let Some(plan) = some_plan(url, &mut dice).await else { continue };
        let run = apply_with_interruptions(url, &plan, &mut dice, seed).await;
        let verified = verify(run, &options(url), &Quiet).await.unwrap();
        assert!(verified.holds() && verified.rows == plan.rows(), "seed {seed}: {verified:?}");
        runs.push(run);
        states.push(state(url).await);
        if dice.roll(4) == 0 {
            take_back(url, &mut runs, &mut states, &mut dice, seed).await;
        }
    }
    while !runs.is_empty() {
        take_back(url, &mut runs, &mut states, &mut dice, seed).await;
    }
}

async fn some_plan(url: &str, dice: &mut Dice) -> Option<Plan> {
    match dice.roll(3) {
        0 => Some(repair_plan(url).await),
        1 => {
            let (a, b) = (i64::try_from(1 + dice.roll(208)).unwrap(), i64::try_from(1 + dice.roll(208)).unwrap());
            match plan_merge(&audit_options(url), a, b).await {
                Ok(plan) => Some(plan),
                Err(RunError::NotNow(_)) => None,
                Err(error) => panic!("merge {a} {b}: {error:?}"),
            }
        }
        _ => {
            let relinks: Vec<Relink> = (0..20)
                .map(|_| Relink {
                    from: (1 + dice.roll(208)).to_string(),
                    to: format!("user_{:027}", dice.roll(u64::MAX)),
                })
                .collect();
            let mut seen = std::collections::BTreeSet::new();
            let relinks: Vec<Relink> = relinks.into_iter().filter(|it| seen.insert(it.from.clone())).collect();
            plan_relink(&audit_options(url), &relinks).await.ok()
        }
    }
}

/// Applies a plan, and drops everything in the middle a few times, as a killed process does.
async fn apply_with_interruptions(url: &str, plan: &Plan, dice: &mut Dice, seed: u64) -> i64 {
    for _ in 0..dice.roll(4) {
        let patience = Duration::from_micros(500 + dice.roll(150_000));
        if let Ok(Ok(applied)) = tokio::time::timeout(patience, apply(plan, &options(url), &Quiet, consent())).await {
            return applied.run;
        }
        released(url).await;
    }
    match apply(plan, &options(url), &Quiet, consent()).await {
        Ok(applied) => applied.run,
        Err(error) => panic!("seed {seed}: {error:?}"),
    }
}

async fn take_back(url: &str, runs: &mut Vec<i64>, states: &mut Vec<Vec<String>>, dice: &mut Dice, seed: u64) {
    let run = runs.pop().unwrap();
    states.pop();
    for _ in 0..dice.roll(3) {
        let patience = Duration::from_micros(500 + dice.roll(100_000));
        if let Ok(Ok(_)) = tokio::time::timeout(patience, undo(run, &undo_options(url), &Quiet, consent())).await {
            break;
        }
        released(url).await;
    }
    match undo(run, &undo_options(url), &Quiet, consent()).await {
        Ok(undone) => assert!(undone.done, "seed {seed}: {undone:?}"),
        // The last interrupted call had just come to its end.
        Err(RunError::NotNow(why)) => assert!(why.contains("undone already"), "seed {seed}: {why}"),
        Err(error) => panic!("seed {seed}: {error:?}"),
    }
    let (before, after) = (states.last().unwrap(), state(url).await);
    assert!(*before == after, "seed {seed}: {}", difference(before, &after));
}

/// Waits until the server has noticed that the doctor is gone.
async fn released(url: &str) {
    let held = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'orientor doctor' AND datname = current_database()";
    for _ in 0..2_000 {
        if number(url, held).await == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("the server still talks to a doctor who is gone");
}
