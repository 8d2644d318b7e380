//! A disk that fills up while the doctor is at work.

use std::io::Write as _;

use orientor_testkit::{
    database::TestDatabase,
    disk::SmallDisk,
    state::{difference, state},
};

use super::Case;
use crate::support::{Look, after, folder};

/// Letters, a third of them of nobody, without an index or a foreign key.
const LETTERS: &str = "
CREATE TABLE users (id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY, email text, clerk_id text UNIQUE);
INSERT INTO users (email, clerk_id) SELECT 'u' || n || '@example.com', 'user_' || substr(md5(n::text), 1, 27) FROM generate_series(1, 90) AS n;
CREATE TABLE letters (id serial PRIMARY KEY, user_id int NOT NULL, body text NOT NULL);
INSERT INTO letters (user_id, body) SELECT CASE WHEN n % 3 = 0 THEN 900 + n ELSE 1 + n % 90 END, repeat(md5(n::text), 6) FROM generate_series(1, 12000) AS n;
";

/// How far a run has come.
const STEPS: &str = "SELECT count(*) + (SELECT count(*) FROM orientor_doctor.batches) + (SELECT count(*) FROM orientor_doctor.batches WHERE undone) \
    + (SELECT count(*) FROM orientor_doctor.statements) + (SELECT count(*) FROM orientor_doctor.statements WHERE undone) FROM orientor_doctor.runs";

/// Runs a command until it is through; how often there was no room. Each time there is a little, and a little more
/// where that was not enough for one more step.
async fn until_there_is_room(case: &Case, disk: &SmallDisk, arguments: &[&str]) -> (u32, String) {
    let look = Look::into(case.database.url()).await;
    let (mut full, mut room, mut steps) = (0, 0, 0);
    loop {
        room += 128;
        disk.resize(disk.used() + room);
        let ended = case.run(arguments).await;
        // Nothing is lost meanwhile: each letter is in its place or in quarantine.
        let quarantine = look.number("SELECT count(*) FROM pg_views WHERE viewname = 'quarantine'").await;
        let aside =
            if quarantine > 0 { look.number("SELECT count(*) FROM orientor_doctor.quarantine").await } else { 0 };
        let letters = look.number("SELECT count(*) FROM letters").await;
        if ended.code == Some(0) {
            look.close().await;
            return (full, ended.stdout);
        }
        let sentence = ended.sentence(2);
        assert!(sentence.contains("found no room on the disk of the database"), "{sentence}");
        assert!(sentence.ends_with("make room, and run the same command again, it goes on from there"), "{sentence}");
        assert!(letters + aside >= 12_000, "{letters} letters, {aside} in quarantine");
        let now = if quarantine > 0 { look.number(STEPS).await } else { 0 };
        if now > steps {
            (steps, room) = (now, 0);
        }
        full += 1;
        assert!(full < 200, "it never ends");
    }
}

#[tokio::test]
async fn a_full_disk_loses_nothing_and_costs_another_try_only() {
    let mut disk = match SmallDisk::mount(64 * 1024) {
        Ok(disk) => disk,
        // Not by a macro, which the test harness would keep to itself.
        Err(why) => {
            let said = format!("\nNOT TESTED, a full disk: a small file system could not be mounted: {why}\n");
            std::io::stderr().write_all(said.as_bytes()).unwrap();
            return;
        }
    };
    let database = TestDatabase::postgres().await;
    if let Err(why) = disk.take(&database).await {
        let said = format!("\nNOT TESTED, a full disk: the server cannot use a disk of this machine: {why}\n");
        std::io::stderr().write_all(said.as_bytes()).unwrap();
        return;
    }
    let case = Case { database, folder: folder() };
    case.sql(LETTERS).await;
    let before = state(case.database.url()).await;
    case.run(&["plan"]).await.success();
    let apply = ["apply", "plan.json", "--apply", "--batch", "500"];

    let (full, applied) = until_there_is_room(&case, &disk, &apply).await;

    assert!(full > 5, "the disk was full {full} times only");
    // Whatever was not recorded has used up its number.
    let run = after(&applied, "run ", ":");
    case.run(&["verify", run]).await.success();
    assert_eq!(case.number("SELECT count(*) FROM letters WHERE user_id > 90").await, 0);
    assert_eq!(
        case.number("SELECT count(*) FROM pg_index WHERE indrelid = 'letters'::regclass AND indisvalid").await,
        2
    );

    let (full_again, _) = until_there_is_room(&case, &disk, &["undo", run, "--apply"]).await;

    assert!(full_again > 1, "the disk was full {full_again} times only");
    let now = state(case.database.url()).await;
    assert!(before == now, "{}", difference(&before, &now));
    println!("prove\tapply and undo on a disk that is full, and again\t{}\t", full + full_again);
}
