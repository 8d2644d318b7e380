//! Random sequences of plan, merge, relink, apply and undo by the program itself, killed with SIGKILL at random points.

use std::{collections::BTreeSet, fs, path::Path, time::Duration};

use orientor_testkit::{
    database::TestDatabase,
    dice::{Dice, each},
    state::{difference, state},
};

use crate::support::{Ended, Look, finish, folder, orientor, write};

/// Small databases that the doctor's own tests use: healthy, and then damaged. None has a row trigger, which apply refuses.
const SMALL: &[&str] = &["bazaar", "campus", "club", "islands", "office"];

async fn database(dice: &mut Dice) -> TestDatabase {
    if dice.once_in(4) {
        return TestDatabase::legacy().await;
    }
    let database = TestDatabase::postgres().await;
    let name = dice.pick(SMALL);
    let look = Look::into(database.url()).await;
    for part in [format!("{name}.sql"), format!("{name}.damage.sql")] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../doctor/tests/it/strange").join(part);
        look.run(&fs::read_to_string(path).unwrap()).await;
    }
    look.close().await;
    database
}

#[test]
fn a_process_that_is_killed_anywhere_loses_nothing() {
    let kills = each("random sequences of the program, killed by SIGKILL: undo leads back", 3, sequence);
    println!("prove\tthe program was killed while it worked\t{}\t", kills.iter().sum::<u32>());
}

/// Plays one; how often the program was killed in it.
async fn sequence(seed: u64) -> u32 {
    let mut dice = Dice::new(seed);
    let home = database(&mut dice).await;
    Program { url: home.url(), dice, again: format!("ORIENTOR_SEED={seed}"), kills: 0 }.play().await
}

struct Program<'a> {
    url: &'a str,
    dice: Dice,
    again: String,
    /// How often it was killed before it had come to its end.
    kills: u32,
}

impl Program<'_> {
    async fn play(mut self) -> u32 {
        let folder = folder();
        let plan = folder.path().join("plan.json").to_str().unwrap().to_owned();
        let mut open = Vec::new();
        for _ in 0..self.dice.between(1, 3) {
            if !self.plan(folder.path(), &plan).await {
                continue;
            }
            let before = state(self.url).await;
            let applied =
                self.until_done(&["apply", &plan, "--apply", "--batch", "2"], "has been applied already").await;
            let run = applied.split("run ").nth(1).unwrap_or_else(|| panic!("{}: {applied}", self.again));
            let run: String = run.chars().take_while(char::is_ascii_digit).collect();
            let verified = self.run(&["verify", &run]).await;
            assert_eq!(verified.code, Some(0), "{}: {verified:?}", self.again);
            open.push((run, before));
        }
        while let Some((run, before)) = open.pop() {
            self.until_done(&["undo", &run, "--apply"], "has been undone already").await;
            let after = state(self.url).await;
            assert!(before == after, "{}: {}", self.again, difference(&before, &after));
        }
        self.kills
    }

    /// Writes some plan; whether there is something to do.
    async fn plan(&mut self, folder: &Path, plan: &str) -> bool {
        let user = |dice: &mut Dice| dice.between(1, 40).to_string();
        let made = match self.dice.below(3) {
            0 => self.run(&["plan", "--output", plan]).await,
            1 => {
                let (stays, goes) = (user(&mut self.dice), user(&mut self.dice));
                self.run(&["merge", &stays, &goes, "--output", plan]).await
            }
            _ => {
                let users: BTreeSet<String> = (0..10).map(|_| user(&mut self.dice)).collect();
                let line = |user| format!("{user},user_{:027}\n", self.dice.below(usize::MAX));
                let lines: String = users.into_iter().map(line).collect();
                let csv = write(folder, "relink.csv", &lines);
                self.run(&["relink", &csv, "--output", plan]).await
            }
        };
        // Two users who are one, or who are not there, make no plan.
        assert!(matches!(made.code, Some(0 | 3)), "{}: {made:?}", self.again);
        made.code == Some(0)
    }

    /// Runs it, kills it a few times on the way, and lets it end; what it says then.
    async fn until_done(&mut self, arguments: &[&str], done_before: &str) -> String {
        for _ in 0..self.dice.below(5) {
            let mut child = self.command(arguments).spawn().unwrap();
            tokio::time::sleep(Duration::from_micros(self.dice.between(1_000, 300_000) as u64)).await;
            if child.try_wait().unwrap().is_none() {
                child.kill().await.unwrap();
                self.kills += 1;
            }
            self.released().await;
        }
        let ended = self.run(arguments).await;
        // It may have been killed just after its last statement.
        let done = ended.code == Some(0) || ended.code == Some(3) && ended.stderr.contains(done_before);
        assert!(done, "{}: {ended:?}", self.again);
        ended.stdout + &ended.stderr
    }

    async fn run(&self, arguments: &[&str]) -> Ended {
        finish(self.command(arguments)).await
    }

    fn command(&self, arguments: &[&str]) -> tokio::process::Command {
        orientor(arguments, &[("DATABASE_URL", self.url)])
    }

    /// Waits until the server has noticed that the program is gone. It looks once a second, and goes on with the statement
    /// until then; half of the time that is cut short as well.
    async fn released(&mut self) {
        let look = Look::into(self.url).await;
        let those = "FROM pg_stat_activity WHERE application_name = 'orientor doctor' AND datname = current_database()";
        if self.dice.once_in(2) {
            look.run(&format!("SELECT pg_terminate_backend(pid) {those}")).await;
        }
        let held = &format!("SELECT count(*) {those}");
        for _ in 0..4_000 {
            if look.number(held).await == 0 {
                look.close().await;
                return;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        panic!("{}: the server still talks to a program that is gone", self.again);
    }
}
