//! The doctor at work on large databases, beside what somebody would do by hand with `psql`.

mod clone;
mod hand;

use std::{fs, path::Path, process::Stdio, time::Duration};

use anyhow::{Context as _, Result, ensure};
use orientor_testkit::database::TestDatabase;

use self::clone::{Clone, execute};
use crate::{
    process::{Watched, orientor, time_psql},
    report::{Row, commas, print},
    sample::{self, Sizes},
};

/// A relink may take so much longer than the same batches by hand.
const RELINK: f64 = 1.5;
/// Undoing a relink may take so much longer than applying it.
const UNDO: f64 = 2.0;
/// Verifying may take so much longer than a plain checksum over the same rows.
const VERIFY: f64 = 1.5;
const MERGE_MS: f64 = 250.0;
const MEMORY_MB: f64 = 256.0;

/// Rows in one transaction, as `orientor apply` has it unless told otherwise.
const BATCH: u32 = 5_000;
/// Two users among many, of whom one becomes the other.
const STAYS: u32 = 11;
const GOES: u32 = 12;
/// Who has all ten million rows, and who gets them.
const OWNER: u32 = 2;
const HEIR: u32 = 1;

/// Makes the databases and measures; whether all promises were kept.
pub(crate) async fn run(users: u32) -> Result<bool> {
    let folder = tempfile::tempdir()?;
    let mut peak_mb = 0.0;
    let mut rows = relink(users, folder.path(), &mut peak_mb).await?;
    rows.append(&mut verify(users, folder.path(), &mut peak_mb).await?);
    rows.push(
        Row::new("the doctor's memory at most, in all of this", format!("{peak_mb:.0} MB"))
            .against(format!("limit: {MEMORY_MB} MB"), Some(peak_mb / MEMORY_MB))
            .promised("< 1", peak_mb < MEMORY_MB),
    );
    Ok(print(&rows))
}

/// New ids for all linked users, and a merge of two of them, among ten rows for each.
async fn relink(users: u32, folder: &Path, peak_mb: &mut f64) -> Result<Vec<Row>> {
    let database = TestDatabase::postgres().await;
    let url = database.url();
    eprintln!("making {} users in {} tables", commas(users), sample::TABLES);
    sample::make(url, Sizes::of_many(users)).await?;
    let file = |name: &str| folder.join(name);
    let pairs = file("pairs.csv");
    write(&file("export.sql"), &hand::export(&pairs))?;
    time_psql(url, &file("export.sql"))?;
    let linked = u32::try_from(fs::read_to_string(&pairs)?.lines().count())?;

    eprintln!("by hand, in batches with before-images, and by one UPDATE");
    write(&file("batches.sql"), &hand::batches(&pairs, linked, BATCH))?;
    write(&file("bare.sql"), &hand::bare(&pairs))?;
    let by_hand = on_a_clone(url, &file("batches.sql")).await?;
    let bare = on_a_clone(url, &file("bare.sql")).await?;

    eprintln!("by the doctor: plan, apply, undo");
    let mut doctor = Doctor { url, folder, peak_mb };
    let planned = doctor.run(&["relink", "pairs.csv"], 0)?.took;
    let applied = doctor.run(&["apply", "plan.json", "--apply"], 0)?.took;
    let undone = doctor.run(&["undo", "1", "--apply"], 0)?.took;

    eprintln!("a merge of two users, of whom the one who goes has ten rows in every table");
    let ten = sample::tables().map(|table| {
        let owner = if table == "messages" { "sender_id" } else { "user_id" };
        format!("UPDATE {table} SET {owner} = {GOES} WHERE id <= 10;")
    });
    execute(url, &ten.collect::<String>()).await?;
    let merge_planned = doctor.run(&["merge", &STAYS.to_string(), &GOES.to_string()], 0)?.took;
    let merged = doctor.run(&["apply", "plan.json", "--apply"], 0)?;
    let merged_rows = merged.said.split_whitespace().nth(2).unwrap_or_default().to_owned();
    ensure!(merged_rows.parse().is_ok_and(|it: u32| it > 230), "{}", merged.said);
    let merged = merged.took;

    let of = format!("{} users among {} rows", commas(linked), commas(users * 10));
    let by_psql = format!("the same batches and before-images by psql: {}", seconds(by_hand));
    let ratio = |time: Duration, against: Duration| time.as_secs_f64() / against.as_secs_f64();
    let whole = ratio(planned + applied, by_hand);
    let back = ratio(undone, applied);
    let merged_ms = merged.as_secs_f64() * 1e3;
    Ok(vec![
        Row::new(format!("relink of {of}, planned and applied"), seconds(planned + applied))
            .against(&by_psql, Some(whole))
            .promised(format!("≤ {RELINK}"), whole <= RELINK),
        Row::new("  applied", seconds(applied)).against(&by_psql, Some(ratio(applied, by_hand))),
        Row::new("  planned", seconds(planned)),
        Row::new("  planned and applied", seconds(planned + applied))
            .against(format!("one bare UPDATE … FROM: {}", seconds(bare)), Some(ratio(planned + applied, bare))),
        Row::new("  undone", seconds(undone))
            .against(format!("applied: {}", seconds(applied)), Some(back))
            .promised(format!("≤ {UNDO}"), back <= UNDO),
        Row::new(
            format!("merge of two users over {} tables, {merged_rows} rows, applied", sample::TABLES),
            format!("{merged_ms:.0} ms"),
        )
        .against(format!("limit: {MERGE_MS} ms"), Some(merged_ms / MERGE_MS))
        .promised("< 1", merged_ms < MERGE_MS),
        Row::new("  planned", seconds(merge_planned)),
    ])
}

/// Ten rows for each of `users`, all of one user who is merged into another, so that the journal has all of them.
async fn verify(users: u32, folder: &Path, peak_mb: &mut f64) -> Result<Vec<Row>> {
    let database = TestDatabase::postgres().await;
    let url = database.url();
    let sizes = Sizes::of_one(OWNER, users * 10);
    eprintln!("making {} rows of one user", commas(sizes.rows()));
    sample::make(url, sizes).await?;
    let mut doctor = Doctor { url, folder, peak_mb };
    eprintln!("a merge of this user into another");
    let planned = doctor.run(&["merge", &HEIR.to_string(), &OWNER.to_string()], 0)?.took;
    let applied = doctor.run(&["apply", "plan.json", "--apply"], 0)?.took;

    eprintln!("checksums by psql, and verify");
    let file = folder.join("checksum.sql");
    write(&file, &hand::checksum(sample::tables()))?;
    // The first one reads into the caches what both find there.
    time_psql(url, &file)?;
    let plain = time_psql(url, &file)?;
    let verified = doctor.run(&["verify", "1"], 0)?.took;

    let (table, key) = ("votes", sizes.rows() / sample::TABLES / 2);
    execute(url, &format!("UPDATE {table} SET notes = overlay(notes PLACING '*' FROM 7) WHERE id = {key}")).await?;
    let found = doctor.run(&["verify", "1"], 1)?;
    let named = format!("public.{table} {{{key}}}: not as run 1 has left it");
    let is_named = found.said.contains(&named) && found.said.contains("run 1: 1 of ");

    let ratio = verified.as_secs_f64() / plain.as_secs_f64();
    let mut rows = vec![
        Row::new(
            format!("verify of {} rows in {} tables", commas(sizes.rows()), sample::tables().count()),
            seconds(verified),
        )
        .against(format!("a plain checksum of all of them by psql: {}", seconds(plain)), Some(ratio))
        .promised(format!("≤ {VERIFY}"), ratio <= VERIFY),
        Row::new("  one cell of them changed, exit code 1", if is_named { named } else { "not found".to_owned() })
            .promised("its key", is_named),
    ];
    let merged = format!("  the merge that changed them: planned {}, applied", seconds(planned));
    rows.push(Row::new(merged, seconds(applied)));
    Ok(rows)
}

/// A command of the doctor that came to its end.
struct Ended {
    took: Duration,
    said: String,
}

/// `orientor` as an operator runs it, in a folder, on a database.
struct Doctor<'a> {
    url: &'a str,
    folder: &'a Path,
    /// The most memory that any command has occupied.
    peak_mb: &'a mut f64,
}

impl Doctor<'_> {
    fn run(&mut self, arguments: &[&str], code: i32) -> Result<Ended> {
        let said = self.folder.join("said.txt");
        let mut command = orientor()?;
        command.args(arguments).current_dir(self.folder).env("DATABASE_URL", self.url);
        command.stdout(fs::File::create(&said)?).stderr(Stdio::inherit());
        let Watched { code: ended, took, peak_mb } = Watched::run(&mut command)?;
        let said = fs::read_to_string(said)?;
        ensure!(ended == Some(code), "orientor {} ended with {ended:?}: {said}", arguments.join(" "));
        *self.peak_mb = self.peak_mb.max(peak_mb);
        eprintln!("  orientor {}: {}, {peak_mb:.0} MB", arguments.join(" "), seconds(took));
        Ok(Ended { took, said })
    }
}

/// How long `psql` takes for a file, on a copy of the database that is dropped afterwards.
async fn on_a_clone(url: &str, file: &Path) -> Result<Duration> {
    let clone = Clone::of(url).await?;
    let took = time_psql(&clone.url, file);
    clone.drop().await?;
    took
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).context("the statements could not be written")
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
