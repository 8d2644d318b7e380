//! Random databases, random damage, random runs, cut off at random points and gone on with.
//!
//! A seed names a case; a failure prints it. What a killed process does to a run is tried in `crates/cli/tests`.

use std::{collections::BTreeSet, time::Duration};

use orientor_doctor::{Plan, Quiet, RunError, apply, history, plan_merge, plan_relink, undo, verify};
use orientor_testkit::{
    database::TestDatabase,
    dice::{Dice, each},
    state::{difference, state},
};

use super::{audit_options, consent, number, options, relinks, repair_plan, undo_options};
use crate::{
    random::{damage::plant, schema::Schema},
    support::database,
};

/// A damaged database and the largest number of a user.
async fn damaged(dice: &mut Dice) -> (TestDatabase, usize) {
    let schema = Schema::roll(dice);
    let damage = plant(&schema, dice);
    (database(&[&schema.sql(), &damage.sql]).await, schema.people)
}

#[test]
fn as_many_rows_change_as_were_predicted() {
    each("random databases: predicted rows = changed rows", 15, predicted);
}

async fn predicted(seed: u64) {
    let again = format!("ORIENTOR_SEED={seed}");
    let mut dice = Dice::new(seed);
    let (home, people) = damaged(&mut dice).await;
    let url = home.url();
    let plans =
        [Some(repair_plan(url).await), merge(url, people, &mut dice).await, relink(url, people, &mut dice).await];
    // Each is made for the database as it is now, so each is taken back before the next.
    for plan in plans.into_iter().flatten() {
        let (before, counted) = (state(url).await, written(url).await);
        let applied =
            apply(&plan, &options(url), &Quiet, consent()).await.unwrap_or_else(|error| panic!("{again}: {error:?}"));
        assert_eq!(written(url).await - counted, i64::try_from(plan.rows()).unwrap(), "{again}, {}", plan.purpose);
        assert_eq!(applied.rows, plan.rows(), "{again}, {}", plan.purpose);
        undo(applied.run, &undo_options(url), &Quiet, consent()).await.unwrap();
        let after = state(url).await;
        assert!(before == after, "{again}, {}: {}", plan.purpose, difference(&before, &after));
    }
}

/// Rows that the server itself has counted as added, changed or deleted, outside of the doctor's own tables.
async fn written(url: &str) -> i64 {
    // A server process hands its numbers over before it is gone.
    let others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()";
    until_none(url, others).await;
    let counted = "SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::bigint FROM pg_stat_user_tables WHERE schemaname <> 'orientor_doctor'";
    number(url, counted).await
}

#[test]
fn whatever_was_done_and_wherever_it_was_cut_off_undo_leads_back() {
    each("random sequences, cut off at random points: undo leads back", 15, sequence);
}

async fn sequence(seed: u64) {
    let mut dice = Dice::new(seed);
    // The fixture is larger, and takes longer.
    let (home, people) = if dice.once_in(5) { (TestDatabase::legacy().await, 208) } else { damaged(&mut dice).await };
    Sequence { url: home.url(), people, states: Vec::new(), runs: Vec::new(), dice, seed }.play().await;
}

struct Sequence<'a> {
    url: &'a str,
    people: usize,
    /// As it was before each run that is not undone.
    states: Vec<Vec<String>>,
    runs: Vec<i64>,
    dice: Dice,
    seed: u64,
}

impl Sequence<'_> {
    async fn play(mut self) {
        for _ in 0..self.dice.between(1, 5) {
            let plan = match self.dice.below(3) {
                0 => Some(repair_plan(self.url).await),
                1 => merge(self.url, self.people, &mut self.dice).await,
                _ => relink(self.url, self.people, &mut self.dice).await,
            };
            let Some(plan) = plan else { continue };
            self.states.push(state(self.url).await);
            let run = self.apply(&plan).await;
            let verified = verify(run, &options(self.url), &Quiet).await.unwrap();
            assert!(verified.holds() && verified.rows == plan.rows(), "ORIENTOR_SEED={}: {verified:?}", self.seed);
            self.runs.push(run);
            if self.dice.once_in(4) {
                self.take_back().await;
            }
        }
        while !self.runs.is_empty() {
            self.take_back().await;
        }
    }

    /// Applies a plan, and drops everything in the middle a few times.
    async fn apply(&mut self, plan: &Plan) -> i64 {
        for _ in 0..self.dice.below(4) {
            let patience = self.patience();
            let applied = tokio::time::timeout(patience, apply(plan, &options(self.url), &Quiet, consent())).await;
            if let Ok(Ok(applied)) = applied {
                return applied.run;
            }
            released(self.url).await;
        }
        match apply(plan, &options(self.url), &Quiet, consent()).await {
            Ok(applied) => applied.run,
            // The last interrupted call had just come to its end.
            Err(RunError::NotNow(why)) if why.contains("applied already") => {
                history(&options(self.url)).await.unwrap().last().unwrap().run
            }
            Err(error) => panic!("ORIENTOR_SEED={}: {error:?}", self.seed),
        }
    }

    async fn take_back(&mut self) {
        let (run, before) = (self.runs.pop().unwrap(), self.states.pop().unwrap());
        let seed = self.seed;
        for _ in 0..self.dice.below(3) {
            let patience = self.patience();
            let undone = tokio::time::timeout(patience, undo(run, &undo_options(self.url), &Quiet, consent())).await;
            if let Ok(Ok(_)) = undone {
                break;
            }
            released(self.url).await;
        }
        match undo(run, &undo_options(self.url), &Quiet, consent()).await {
            Ok(undone) => assert!(undone.done, "ORIENTOR_SEED={seed}: {undone:?}"),
            // The last interrupted call had just come to its end.
            Err(RunError::NotNow(why)) => assert!(why.contains("undone already"), "ORIENTOR_SEED={seed}: {why}"),
            Err(error) => panic!("ORIENTOR_SEED={seed}: {error:?}"),
        }
        let after = state(self.url).await;
        assert!(before == after, "ORIENTOR_SEED={seed}: {}", difference(&before, &after));
    }

    fn patience(&mut self) -> Duration {
        Duration::from_micros(self.dice.between(500, 150_000) as u64)
    }
}

/// Waits until the server has noticed that the doctor is gone.
pub(super) async fn released(url: &str) {
    let held = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'orientor doctor' AND datname = current_database()";
    until_none(url, held).await;
}

async fn merge(url: &str, people: usize, dice: &mut Dice) -> Option<Plan> {
    let mut user = || i64::try_from(dice.between(1, people)).unwrap();
    let (stays, goes) = (user(), user());
    match plan_merge(&audit_options(url), stays, goes).await {
        Ok(plan) => Some(plan),
        Err(RunError::NotNow(_)) => None,
        Err(error) => panic!("merge {stays} {goes}: {error:?}"),
    }
}

async fn relink(url: &str, people: usize, dice: &mut Dice) -> Option<Plan> {
    let users: BTreeSet<usize> = (0..20).map(|_| dice.between(1, people)).collect();
    let pairs: Vec<(String, String)> =
        users.into_iter().map(|user| (user.to_string(), format!("user_{:027}", dice.below(usize::MAX)))).collect();
    match plan_relink(&audit_options(url), relinks(&pairs)).await {
        Ok(plan) => Some(plan),
        Err(RunError::NotNow(_)) => None,
        Err(error) => panic!("relink: {error:?}"),
    }
}

async fn until_none(url: &str, counted: &str) {
    for _ in 0..4_000 {
        if number(url, counted).await == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("somebody is still there: {counted}");
}
