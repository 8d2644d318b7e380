//! `cargo xtask prove`: what the tests try a few times, tried as often as was promised.

use std::{
    io::{BufRead as _, BufReader},
    process::Stdio,
    time::Instant,
};

use anyhow::{Context as _, Result, ensure};

use crate::{tools, workspace::cargo};

/// Says how often; see the test kit.
const COUNT: &str = "ORIENTOR_PROVE";

/// Each is tried by itself, so that what it prints is its own.
const PROOFS: &[(&str, &str)] = &[
    ("orientor-doctor", "random::damage_is_found_and_none_is_invented"),
    ("orientor-doctor", "runs::random::as_many_rows_change_as_were_predicted"),
    ("orientor-doctor", "runs::random::whatever_was_done_and_wherever_it_was_cut_off_undo_leads_back"),
    ("orientor-doctor", "runs::hostile::a_line_that_is_cut_anywhere_costs_nothing_but_another_try"),
    ("orientor-identity", "changes::random::no_server_answers_with_what_was_outdated_for_longer_than_promised"),
    ("orientor-identity", "races::a_line_that_is_cut_between_statements_makes_no_second_user_and_no_half_one"),
    ("orientor-identity", "takeovers::nobody_gets_a_row_that_is_not_theirs_and_nobody_is_locked_out_of_their_own"),
    ("orientor-http", "outages::whatever_clerk_answers_known_people_notice_nothing_and_new_ones_wait"),
    ("orientor-http", "restart::postgresql_crashes_under_load_and_nobody_becomes_somebody_else"),
    ("orientor-cli", "doctor::full::a_full_disk_loses_nothing_and_costs_another_try_only"),
    ("orientor-http", "orders::every_order_of_the_same_events_ends_in_the_same_state"),
    ("orientor-cli", "killed::a_process_that_is_killed_anywhere_loses_nothing"),
];

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Proved {
    what: String,
    count: String,
    seeds: String,
}

impl Proved {
    /// Reads `prove<tab>what<tab>count<tab>seeds`, which a test prints.
    fn read(line: &str) -> Option<Self> {
        // The test harness may have begun the line.
        let (_, columns) = line.split_once("prove\t")?;
        let columns: Vec<String> = columns.split('\t').map(|it| it.trim().to_owned()).collect();
        let [what, count, seeds] = columns.try_into().ok()?;
        Some(Self { what, count, seeds })
    }
}

/// Tries everything that has `only` in its name `count` times and prints the table; whether all of it held.
pub(crate) fn run(count: u32, only: &str) -> Result<bool> {
    let proofs: Vec<_> =
        PROOFS.iter().filter(|(package, test)| package.contains(only) || test.contains(only)).collect();
    ensure!(!proofs.is_empty(), "nothing that is proved has {only:?} in its name");
    tools::ensure_all()?;
    let mut lines = vec![["what", "count", "seeds", "time", "holds"].map(str::to_owned)];
    let mut well = true;
    for (at, (package, test)) in proofs.iter().enumerate() {
        println!("\n== {} of {}: {test}", at + 1, proofs.len());
        let began = Instant::now();
        let mut running = cargo()
            .args(["test", "--quiet", "--all-features", "--package", package, "--test", "it"])
            .args(["--", "--exact", test, "--nocapture"])
            .env(COUNT, count.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .context("could not run cargo test")?;
        let mut proved = Vec::new();
        for line in BufReader::new(running.stdout.take().context("cargo test has no output")?).lines() {
            let line = line?;
            println!("{line}");
            proved.extend(Proved::read(&line));
        }
        // A test that is not found succeeds, and says nothing.
        let holds = running.wait()?.success() && !proved.is_empty();
        well &= holds;
        if proved.is_empty() {
            proved.push(Proved { what: (*test).to_owned(), count: String::new(), seeds: String::new() });
        }
        let time = format!("{:.0} s", began.elapsed().as_secs_f64());
        let holds = if holds { "yes" } else { "NO" };
        let line = |it: Proved| [it.what, it.count, it.seeds, time.clone(), holds.to_owned()];
        lines.extend(proved.into_iter().map(line));
    }
    println!("\n{}", table(&lines));
    Ok(well)
}

/// Columns as wide as their widest cell.
fn table(lines: &[[String; 5]]) -> String {
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or_default();
    let widths: [usize; 5] = std::array::from_fn(width);
    let row = |cells: &[String; 5]| {
        let cells = cells.iter().zip(widths).map(|(cell, width)| format!("| {cell:<width$} "));
        cells.collect::<String>() + "|"
    };
    let rule = widths.map(|width| "-".repeat(width));
    let mut rows: Vec<String> = lines.iter().map(row).collect();
    rows.insert(1.min(rows.len()), row(&rule));
    rows.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_says_what_it_proved_on_a_line_of_three_columns() {
        let proved = Proved::read("test a::b ... prove\trandom schemas\t300\t1 to 10").unwrap();
        assert_eq!(
            (proved.what.as_str(), proved.count.as_str(), proved.seeds.as_str()),
            ("random schemas", "300", "1 to 10")
        );
        assert_eq!(Proved::read("test a::b ... ok"), None);
        assert_eq!(Proved::read("prove\ttoo few"), None);
    }

    #[test]
    fn columns_are_aligned() {
        let lines = [["what", "n", "", "", ""], ["longer", "1", "", "", ""]].map(|line| line.map(str::to_owned));
        let text = table(&lines);
        assert_eq!(text.lines().count(), 3);
        assert!(text.lines().all(|line| line.len() == text.lines().next().unwrap().len()), "{text}");
    }
}
